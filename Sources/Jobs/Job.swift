package import PQ
package import Values

/// Work to be done later (作业), written in the transaction that causes it.
package struct NewJob: Sendable {
    package let id: ID
    package let kind: String
    package let district: Int32
    package let arguments: JSON
    /// While a job of this kind and key waits or runs in the district, another is not added.
    package let uniqueKey: String?
    /// How long it waits at least; a span and not a moment, since the business clock may be set by hand.
    package let after: Duration
    package let attemptsMax: Int32
    package let op: ID?

    package init(
        id: ID, kind: String, district: Int32, arguments: JSON = .object([:]), uniqueKey: String? = nil,
        after: Duration = .zero, attemptsMax: Int32 = 10, op: ID? = nil
    ) {
        self.id = id
        self.kind = kind
        self.district = district
        self.arguments = arguments
        self.uniqueKey = uniqueKey
        self.after = after
        self.attemptsMax = attemptsMax
        self.op = op
    }

    /// The statement that adds it: the job is there when the transaction commits, and not otherwise.
    package var insert: SQL {
        // The index knows no district, so the key does: one district's job never hides another's.
        let key = uniqueKey.map { "\(district)/\($0)" }
        return """
            insert into jobs.job (job_id, district, kind, arguments, unique_key, run_at, attempts_max, op_id)
            values (\(id), \(district), \(kind), \(arguments), \(key),
                now() + \(after.milliseconds) * interval '1 millisecond', \(attemptsMax), \(op))
            on conflict (kind, unique_key) where state in ('ready', 'running') do nothing
            """
    }
}

/// One try at a job, as its handler sees it.
package struct Job: Sendable {
    package let id: ID
    package let kind: String
    package let district: Int32
    package let arguments: JSON
    /// 1 for the first try.
    package let attempt: Int32
    let lease: Int64

    init(_ row: Row) throws {
        id = try row.id("job_id")
        kind = try row.text("kind")
        district = try row.int32("district")
        arguments = try row.decode(JSON.self, "arguments")
        attempt = try row.int32("attempts")
        lease = try row.int64("lease_token")
    }
}

/// Does one kind of job.
package protocol JobHandler: Sendable {
    var kind: String { get }

    /// Does the work inside the job's transaction, already entered as the district's system actor.
    ///
    /// What is sent here commits together with the job's completion, or not at all: do not commit. A throw
    /// is a failed try.
    func run(_ job: Job, in transaction: Transaction) async throws
}
