package import Ledger
package import PQ
package import Policy
package import Values
package import Web

/// What every service works with (工作台): the database, the published policies, the clock, the refusals.
package struct Desk: Sendable {
    /// Exclusive connections of `yanshou_service`, shared ones of `yanshou_reader`.
    package let pool: Pool
    /// Shared connections of `yanshou_public`, which sees nothing but the schema `pub`.
    package let publicPool: Pool
    package let shelf: PolicyShelf
    package let clock: any BusinessClock
    package let refusals: RefusalIndex
    let passes = Passes()
    let answers: Answers

    package init(
        pool: Pool, publicPool: Pool, shelf: PolicyShelf, clock: any BusinessClock, refusals: RefusalIndex,
        answers: Answers = Answers()
    ) {
        self.pool = pool
        self.publicPool = publicPool
        self.shelf = shelf
        self.clock = clock
        self.refusals = refusals
        self.answers = answers
    }
}

/// The clock an action reads: the only one below the programs.
package protocol BusinessClock: Sendable {
    var now: Instant { get }
    /// True where the clock is set by hand, for a demonstration; every event then says so.
    var isSimulated: Bool { get }
}

/// The aggregate an action locks before it reads.
package enum Root: Sendable {
    case none
    case project(ID)
    /// The project that a row of another table belongs to: `table` is one of ours, never input.
    case projectOf(table: String, column: String, ID)

    var isNone: Bool {
        if case .none = self { true } else { false }
    }
}

/// Whose event an action writes.
package struct Subject: Sendable, Hashable {
    package let kind: String
    package let id: ID

    package init(_ kind: String, _ id: ID) {
        self.kind = kind
        self.id = id
    }
}

/// What an action knows beside its facts: who, when, and under which event.
package struct Sitting: Sendable {
    package let actor: Actor
    /// The one object that a link's holder may act on.
    package let scope: ID?
    package let now: Instant
    package let op: ID
    package let shelf: PolicyShelf
    /// What the decision reads of the law, for its event.
    let trace = RuleTrace()
    /// The versions that the caller's If-Match names; nil where he sent none.
    let ifMatch: [String]?

    package var today: BusinessDay { now.day }
    package var calendar: WorkCalendar { shelf.calendar }

    package func newID() -> ID { Identity.make(at: now) }

    /// The policy of a place, by the edition the project is pinned to.
    package func policy(edition: String, place: String, on day: BusinessDay? = nil) throws -> Policy {
        trace.following(try shelf.policy(edition: edition, place: place, on: day ?? today))
    }

    /// The newest policy of a place, where nothing is pinned to an edition yet.
    package func policy(place: String, on day: BusinessDay? = nil) throws -> Policy {
        trace.following(try shelf.policy(place: place, on: day ?? today))
    }

    /// Holds a caller who sent If-Match to the version he saw: 412 where it has moved on, or nothing is there yet.
    package func matchIfSent(version: Int64?) throws(Problem) {
        guard let ifMatch else { return }
        try check(ifMatch, version)
    }

    /// The same where there may be something to replace: whoever would replace it must say what he saw, 428 without.
    package func match(replacing version: Int64?) throws(Problem) {
        guard let ifMatch else {
            if version != nil { throw .preconditionRequired }
            return
        }
        try check(ifMatch, version)
    }

    /// A ruling whose refusals say what they rest on, with the values that were read for them.
    func explaining(_ decide: () throws -> Ruling) throws -> Ruling {
        do {
            switch try decide() {
            case .refused(let refusals): return .refused(explained(refusals))
            case .refusedAndFiled(let refusals, let write):
                return .refusedAndFiled(explained(refusals), write)
            case .problem(let problem): return .problem(explained(problem))
            case .done(let write): return .done(write)
            }
        } catch let problem as Problem {
            throw explained(problem)
        }
    }

    private func explained(_ refusals: [Refusal]) -> [Refusal] {
        let reads = trace.reads
        return refusals.map { $0.explained(by: reads) }
    }

    private func explained(_ problem: Problem) -> Problem {
        guard !problem.refusals.isEmpty else { return problem }
        var problem = problem
        problem.refusals = explained(problem.refusals)
        return problem
    }

    private func check(_ ifMatch: [String], _ version: Int64?) throws(Problem) {
        if let version, ifMatch.contains("*") || ifMatch.contains("\(version)") { return }
        var problem = Problems.isStale
        if let version {
            problem.detail = Words(
                "当前版本为 \(version)，请刷新后重试。", "The version is now \(version): read it again.")
            problem.extra["version"] = .int(version)
            problem.headers["etag"] = "\"\(version)\""
        }
        throw problem
    }
}

/// What an action writes when its rule says yes: the event, the rows, the jobs and the answer.
package struct Write: Sendable {
    let body: JSON
    let statements: [SQL]
    let answer: JSON
    let status: Int
    let version: Int64?
    let signOff: Entry.SignOff?
    let project: ID?

    /// What is written: `body` says what happened, for the ledger, with no personal data in clear.
    ///
    /// `version` is the row version that the answer shows, as its ETag; `project` is the event's project where
    /// the action has no root to take it from, since it makes the project; `signOff` is the signature behind it.
    package init(
        body: JSON, _ statements: [SQL], answer: JSON, status: Int = 201, version: Int64? = nil,
        signOff: Entry.SignOff? = nil, project: ID? = nil
    ) {
        self.body = body
        self.statements = statements
        self.answer = answer
        self.status = status
        self.version = version
        self.signOff = signOff
        self.project = project
    }
}

/// What comes of an action.
package enum Ruling: Sendable {
    case done(Write)
    /// Refused, and nothing changed.
    case refused([Refusal])
    /// Refused, but the filed object, its determination and its event stay.
    case refusedAndFiled([Refusal], Write)
    case problem(Problem)
}
