import PQ
import Values

/// The statements of the runner.
enum JobStore {
    /// What is lost of a taking in a crash of the server is only the taking: its commit waits for no disk.
    static let unhurried: SQL = "set local synchronous_commit = off"

    static func claim(
        _ crew: Runner.Crew, limit: Int, worker: Int32, isIdle: Bool, after places: [String: Job.Place]
    ) -> SQL {
        let after = crew.kinds.map { places[$0] ?? Job.Place() }
        return """
            select job_id, token, district, kind, arguments, attempts, time_limit_ms, priority, seq, alone
            from jobs.claim(\(crew.queue), \(crew.kinds), \(after.map(\.priority))::smallint[], \(after.map(\.turn)),
                \(Int32(clamping: limit)), \(worker), \(isIdle))
            """
    }

    static func enter(_ job: Job) -> SQL {
        "select auth.enter_job(\(job.id), \(job.token)) as actor"
    }

    static func complete(_ job: Job) -> SQL {
        "select jobs.complete(\(job.id), \(job.token))"
    }

    static func finish(_ jobs: [Job]) -> SQL {
        "select finish as job_id from jobs.finish(\(jobs.map(\.id)), \(jobs.map(\.token)))"
    }

    static func fail(_ job: Job, _ error: String, pause: Duration) -> SQL {
        """
        select jobs.fail(\(job.id), \(job.token), \(error), \(pause.milliseconds) * interval '1 millisecond')
            as held
        """
    }

    static func snooze(_ job: Job, pause: Duration) -> SQL {
        "select jobs.snooze(\(job.id), \(job.token), \(pause.milliseconds) * interval '1 millisecond') as held"
    }

    static func giveUp(_ job: Job, _ reason: String) -> SQL {
        "select jobs.give_up(\(job.id), \(job.token), \(reason)) as held"
    }

    static func release(_ jobs: [Job]) -> SQL {
        "select jobs.release(\(jobs.map(\.id)), \(jobs.map(\.token)))"
    }

    static func reclaim(_ worker: Int32, known: [ID]) -> SQL {
        "select jobs.reclaim(\(worker), \(known)) as number"
    }

    static func begin(_ name: String, before: Int32?) -> SQL {
        "select jobs.begin_worker(\(name), \(before)) as worker"
    }

    static func hold(_ worker: Int32) -> SQL { "select jobs.hold_worker(\(worker)) as held" }

    /// `expected` is what the server's clock says if it went on as ours did since the last beat; `byAge`, whether others
    /// may be judged by the age of theirs.
    static func heartbeat(
        _ worker: Int32, _ tally: Tally, _ crews: [Runner.Crew], expected: Int64?, byAge: Bool
    ) -> SQL {
        let known = crews.flatMap { crew in crew.kinds.map { (crew.queue, $0) } }
        return """
            select alive, has_ready, wait, asked, reasons, moment, is_steady
            from jobs.heartbeat(\(worker), \(tally.done), \(tally.failed), \(tally.lost), \(known.map(\.0)),
                \(known.map(\.1)), \(expected), \(byAge))
            """
    }

    static func end(_ worker: Int32, _ tally: Tally) -> SQL {
        "select jobs.end_worker(\(worker), \(tally.done), \(tally.failed), \(tally.lost))"
    }

    static let turnRing: SQL = "select jobs.turn_ring() as number"

    /// Milliseconds to the next job's moment, or nothing where none waits for one.
    static let nextDue: SQL =
        "select (extract(epoch from jobs.next_due() - clock_timestamp()) * 1000)::bigint as wait"

    static func ping(_ channel: String) -> SQL { "select pg_notify(\(channel), '')" }
}

/// What a worker did since its last beat.
struct Tally: Sendable {
    var done: Int64 = 0
    var failed: Int64 = 0
    var lost: Int64 = 0
}
