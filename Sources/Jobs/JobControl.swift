package import PQ
package import Values

/// What is done about jobs and queues from outside (作业调度): as statements, for a transaction of one's own or a command.
///
/// They are for the runner's role and the operator's: nobody else may run them.
package enum JobControl {
    /// What became of a request to cancel.
    package enum Cancelled: String, Sendable {
        /// It waited, and is taken out; what waits for it is cancelled too.
        case cancelled
        /// It runs; its worker hears of it within a second and stops it.
        case asked
        /// It has ended: there is nothing to cancel.
        case over
    }

    /// Takes a job out, or asks the worker that has it to stop; answers `how`, a `Cancelled`.
    ///
    /// The reason is kept and shown: it holds nothing of a person.
    package static func cancel(_ job: ID, because reason: String) -> SQL {
        "select jobs.cancel(\(job), \(reason)) as how"
    }

    /// Does a job now that waits for its moment or is dead; answers `found`.
    package static func retry(_ job: ID) -> SQL {
        "select jobs.retry(\(job)) as found"
    }

    /// Puts dead jobs back, of one kind or of all, the oldest first; answers `number`.
    package static func redrive(kind: String?, limit: Int) -> SQL {
        "select jobs.redrive(\(kind), \(Int32(clamping: limit))) as number"
    }

    /// Holds a queue up: what is under way ends, nothing more is taken.
    package static func pause(_ queue: String, because reason: String) -> SQL {
        "select jobs.pause(\(queue), \(reason))"
    }

    /// Lets a queue go on; answers `found`, false where it was not held up.
    package static func resume(_ queue: String) -> SQL {
        "select jobs.resume(\(queue)) as found"
    }

    /// Holds a schedule up, or lets it go on from now; answers `found`.
    package static func hold(schedule name: String, _ holds: Bool) -> SQL {
        "select jobs.hold_schedule(\(name), \(holds)) as found"
    }

    /// Asks for a schedule's work now, beside its ticks; answers `number`, the jobs asked for.
    package static func run(schedule name: String) -> SQL {
        "select jobs.run_schedule(\(name)) as number"
    }

    /// Wakes the workers, at the commit of the transaction that it is sent in.
    package static let ring: SQL = "select jobs.ring_bell()"
}
