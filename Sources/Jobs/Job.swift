import FoundationEssentials
package import PQ
package import Values

/// Work to be done later (作业), written in the transaction that causes it.
package struct NewJob: Sendable {
    package let id: ID
    package let kind: String
    package let district: Int32
    package let arguments: JSON
    /// A job of this kind holds it in the district, and another is dealt with by its own `keyConflict`.
    package let uniqueKey: String?
    /// How long the key is held at least, past the job's end too; without it, as `keyHold` says.
    package var keyFor: Duration?
    /// Until when the key is held.
    package var keyHold = KeyHold.untilEnded
    /// What is done where another holds the key.
    package var keyConflict = KeyConflict.leaveOut
    /// How long it waits at least; a span and not a moment, since the business clock may be set by hand.
    package let after: Duration
    package let attemptsMax: Int32
    package let op: ID?
    package var queue = "default"
    /// Lower comes first.
    package var priority: Int32 = 0
    /// What lets only so many through at once: by its name, see `JobGate`.
    package var gate: String?
    /// What has to be done first.
    package var parents: [ID] = []
    /// How long one try may last.
    package var timeLimit: Duration?

    /// The end of a key's holding.
    package enum KeyHold: String, Sendable {
        /// It waits no longer: a worker has it.
        case untilTaken = "until_taken"
        /// It is done, cancelled or dead.
        case untilEnded = "until_ended"
        /// It is done or cancelled; a dead one keeps its key until somebody has looked.
        case untilSettled = "until_settled"
    }

    /// What becomes of a job whose key another holds.
    package enum KeyConflict: String, Sendable {
        /// It is not added: what it asks for is asked for already.
        case leaveOut = "leave_out"
        /// It takes the place of the other, which is cancelled unless a worker has it already.
        case replace
        /// The transaction is refused: `job_is_one_of_its_key`.
        case refuse
    }

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
    package var insert: SQL { [self].insert }
}

extension Sequence where Element == NewJob {
    /// The one statement that adds them all, each as its key lets it.
    package var insert: SQL {
        // The key's table knows no district, so the key does: one district's job never hides another's.
        let keys: [String?] = map { job in job.uniqueKey.map { "\(job.district)/\($0)" } }
        let parents: [String?] = map { job in
            job.parents.isEmpty
                ? nil : "{" + job.parents.map(\.description).joined(separator: ",") + "}"
        }
        let spans: [Int64?] = map { $0.keyFor?.milliseconds }
        let waits: [Int64] = map { $0.after.milliseconds }
        let limits: [Int64?] = map { $0.timeLimit?.milliseconds }
        let what: SQL = "\(map(\.id)), \(map(\.district)), \(map(\.kind)), \(map(\.arguments))"
        let key: SQL = "\(keys), \(spans), \(map(\.keyHold.rawValue)), \(map(\.keyConflict.rawValue))"
        let how: SQL = "\(map(\.queue)), \(map(\.priority)), \(map(\.attemptsMax)), \(limits)"
        let when: SQL = "\(waits), \(map(\.gate)), \(parents), \(map(\.op))"
        return """
            insert into jobs.job (job_id, district, kind, arguments, unique_key, key_for, key_holds, key_conflict, queue,
                priority, attempts_max, time_limit_ms, run_at, gate, parents, op_id)
            select job_id, district, kind, arguments, unique_key, key_ms * interval '1 millisecond', key_holds,
                key_conflict, queue, priority, attempts_max, limit_ms,
                case when wait_ms > 0 then now() + wait_ms * interval '1 millisecond' end, gate, parents::uuid[], op_id
            from unnest(\(what), \(key), \(how), \(when)) as asked (
                job_id, district, kind, arguments, unique_key, key_ms, key_holds, key_conflict, queue, priority,
                attempts_max, limit_ms, wait_ms, gate, parents, op_id)
            """
    }
}

/// What lets only so many jobs through at once, and so many in a time (闸口).
package struct JobGate: Sendable, Hashable {
    package let name: String
    package let slots: Int32
    package let rate: Rate?

    /// So many in so long a time.
    package struct Rate: Sendable, Hashable {
        package let count: Int32
        package let per: Duration

        package init(count: Int32, per: Duration) {
            self.count = count
            self.per = per
        }
    }

    package init(_ name: String, slots: Int32, rate: Rate? = nil) {
        self.name = name
        self.slots = slots
        self.rate = rate
    }

    /// Sets it; a gate that nobody set lets one through at a time.
    package var set: SQL {
        """
        select jobs.set_gate(\(name), \(slots), \(rate?.count),
            \(rate?.per.milliseconds) * interval '1 millisecond')
        """
    }
}

/// One try at a job, as its handler sees it.
package struct Job: Sendable {
    package let id: ID
    package let kind: String
    package let district: Int32
    /// 1 for the first try.
    package let attempt: Int32
    /// The number of this taking: an effect outside the database carries the job's id, and whoever keeps an order of
    /// takings this.
    package let token: Int64
    let timeLimit: Duration?
    let place: Place
    /// It was taken by itself, since workers went away with it: nothing is taken beside it.
    let isAlone: Bool
    private let argumentsText: [UInt8]

    /// Where it stood in its queue.
    struct Place: Sendable {
        var priority = Int32(Int16.min)
        var turn = Int64.min
    }

    init(_ row: Row) throws {
        id = try row.id("job_id")
        kind = try row.text("kind")
        district = try row.int32("district")
        argumentsText = try row.json("arguments")
        attempt = try row.int32("attempts")
        token = try row.int64("token")
        timeLimit = try row.optionalInt64("time_limit_ms").map { .milliseconds($0) }
        place = Place(priority: try row.int32("priority"), turn: try row.int64("seq"))
        isAlone = try row.bool("alone")
    }

    /// What it is about, as the type that it was written from.
    /// - Throws: `DecodingError` where it is not of that form.
    package func arguments<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(argumentsText))
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    /// Whole milliseconds, rounded down.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
