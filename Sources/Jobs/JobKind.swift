import FoundationEssentials
package import PQ
package import Values

/// A kind of job as a type (作业类型): its fixed name, how it is done, and in its fields what it is about.
package protocol JobKind: Codable, Sendable {
    static var kind: String { get }
    static var queue: String { get }
    /// Lower comes first.
    static var priority: Int32 { get }
    static var attemptsMax: Int32 { get }
    static var timeLimit: Duration? { get }
    static var keyHold: NewJob.KeyHold { get }
    static var keyConflict: NewJob.KeyConflict { get }
}

extension JobKind {
    package static var queue: String { "default" }
    package static var priority: Int32 { 0 }
    package static var attemptsMax: Int32 { 10 }
    package static var timeLimit: Duration? { nil }

    /// Until when a job's key is held.
    package static var keyHold: NewJob.KeyHold { .untilEnded }
    /// What is done where another holds the key.
    package static var keyConflict: NewJob.KeyConflict { .leaveOut }

    /// The job with these arguments, to be written where it is caused.
    package func job(
        id: ID, district: Int32, uniqueKey: String? = nil, keyFor: Duration? = nil, after: Duration = .zero,
        gate: String? = nil, parents: [ID] = [], op: ID? = nil
    ) throws -> NewJob {
        let arguments = try JSONDecoder().decode(JSON.self, from: try JSONEncoder().encode(self))
        var job = NewJob(
            id: id, kind: Self.kind, district: district, arguments: arguments, uniqueKey: uniqueKey,
            after: after,
            attemptsMax: Self.attemptsMax, op: op)
        job.keyFor = keyFor
        job.keyHold = Self.keyHold
        job.keyConflict = Self.keyConflict
        job.queue = Self.queue
        job.priority = Self.priority
        job.gate = gate
        job.parents = parents
        job.timeLimit = Self.timeLimit
        return job
    }
}

/// Does one kind of job whose effect is in the database.
package protocol JobHandler: Sendable {
    var kind: String { get }
    var queue: String { get }
    var retry: Retry { get }

    /// Does the work inside the job's transaction, already entered as the district's system actor.
    ///
    /// What is sent here commits together with the job's completion, or not at all: do not commit. A throw
    /// is a failed try, a `Snooze` puts it off, a `GiveUp` ends it.
    func run(_ job: Job, in transaction: Transaction) async throws
}

/// Does one kind of job whose effect is outside the database: at least once, under the job's id.
package protocol OutsideHandler: Sendable {
    var kind: String { get }
    var queue: String { get }
    var retry: Retry { get }

    /// Does the work; whoever it reaches tells a second time by the job's id.
    func run(_ job: Job) async throws
}

extension JobHandler {
    package var queue: String { "default" }
    package var retry: Retry { Retry() }
}

extension OutsideHandler {
    package var queue: String { "default" }
    package var retry: Retry { Retry() }
}

/// How long failed tries wait: doubling, with a random half, so that what failed together does not come back together.
package struct Retry: Sendable {
    package var first: Duration
    package var longest: Duration
    /// The pauses one after the other, each but for a tenth, where they are named.
    package var steps: [Duration] = []

    package init(steps: [Duration]) {
        self.init(first: steps.first ?? .seconds(1), longest: steps.last ?? .seconds(3600))
        self.steps = steps
    }

    package init(first: Duration = .seconds(1), longest: Duration = .seconds(3600)) {
        self.first = first
        self.longest = longest
    }

    package func pause(after attempt: Int32) -> Duration {
        if !steps.isEmpty {
            let step = steps[min(max(Int(attempt) - 1, 0), steps.count - 1)]
            return step / 10 * 9 + .milliseconds(Int64.random(in: 0...max(1, step.milliseconds / 5)))
        }
        let doubled = first * (1 << min(max(Int(attempt) - 1, 0), 20))
        let whole = min(doubled, longest)
        return whole / 2 + .milliseconds(Int64.random(in: 0...max(1, whole.milliseconds / 2)))
    }
}

/// Thrown by a handler that cannot do its job yet: it is put off, and the try does not count.
package struct Snooze: Error {
    package let pause: Duration

    package init(for pause: Duration) {
        self.pause = pause
    }
}

/// Thrown by a handler whose job has no sense any more: it is cancelled, with what waits for it.
package struct GiveUp: Error {
    package let reason: String

    /// The reason is kept and shown: it holds nothing of a person.
    package init(_ reason: String) {
        self.reason = reason
    }
}

/// A try that lasted longer than its limit.
struct RanTooLong: Error {}

/// The job is another worker's by now: whatever was done for it is undone.
struct LeaseLost: Error {}
