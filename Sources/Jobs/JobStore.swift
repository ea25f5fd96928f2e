import PQ
import Values

/// The statements of the runner.
enum JobStore {
    /// Takes due jobs, each by one worker: locked rows are passed over, and each taking raises the lease's token.
    static func claim(_ kinds: [String], limit: Int, lease: Duration, worker: String) -> SQL {
        """
        with due as materialized (
            select job_id from jobs.job
            where state = 'ready' and run_at <= now() and kind = any(\(kinds))
            order by run_at, job_id limit \(Int64(limit)) for update skip locked
        )
        update jobs.job job
        set state = 'running', attempts = job.attempts + 1, lease_token = job.lease_token + 1,
            lease_until = now() + \(lease.milliseconds) * interval '1 millisecond', worker = \(worker)
        from due where job.job_id = due.job_id
        returning job.job_id, job.district, job.kind, job.arguments, job.attempts, job.lease_token
        """
    }

    static func enter(_ job: Job) -> SQL {
        "select auth.enter_job(\(job.id), \(job.lease)) as actor"
    }

    static func complete(_ job: Job) -> SQL {
        "select jobs.complete(\(job.id), \(job.lease))"
    }

    static func fail(_ job: Job, _ error: String, pause: Duration) -> SQL {
        "select jobs.fail(\(job.id), \(job.lease), \(error), \(pause.milliseconds) * interval '1 millisecond')"
    }

    static func release(_ job: Job) -> SQL {
        "select jobs.release(\(job.id), \(job.lease))"
    }

    static let rescue: SQL = "select jobs.rescue(100)"

    /// Extends the leases of jobs that are taken and not yet begun; a begun one is held by its row lock.
    static func extend(_ jobs: [Job], lease: Duration) -> SQL {
        """
        with held as materialized (
            select job.job_id from jobs.job job
            join unnest(\(jobs.map(\.id)), \(jobs.map(\.lease))) as mine (job_id, lease_token)
                using (job_id, lease_token)
            where job.state = 'running' order by job.job_id for update of job skip locked
        )
        update jobs.job job set lease_until = now() + \(lease.milliseconds) * interval '1 millisecond'
        from held where job.job_id = held.job_id
        """
    }
}

extension Duration {
    /// Whole milliseconds, rounded down.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
