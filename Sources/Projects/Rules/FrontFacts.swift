package import Values

/// What the gates before the works look at (前期事实): everything recorded for a project so far.
package struct FrontFacts: Hashable, Sendable, Codable {
    package struct Posting: Hashable, Sendable, Codable {
        package let place: String
        package let postedOn: BusinessDay
        package let attachments: [String]

        package init(place: String, postedOn: BusinessDay, attachments: [String]) {
            self.place = place
            self.postedOn = postedOn
            self.attachments = attachments
        }

        enum CodingKeys: String, CodingKey {
            case place, attachments
            case postedOn = "posted_on"
        }
    }

    /// The latest word of one participant of a forum.
    package struct Opinion: Hashable, Sendable, Codable {
        package let forum: String
        package let participant: String
        package let opinion: String

        package init(forum: String, participant: String, opinion: String) {
            self.forum = forum
            self.participant = participant
            self.opinion = opinion
        }
    }

    package struct Submission: Hashable, Sendable, Codable {
        package let planYear: Int64
        package let submittedOn: BusinessDay
        package let dueOn: BusinessDay

        package init(planYear: Int64, submittedOn: BusinessDay, dueOn: BusinessDay) {
            self.planYear = planYear
            self.submittedOn = submittedOn
            self.dueOn = dueOn
        }

        enum CodingKeys: String, CodingKey {
            case planYear = "plan_year"
            case submittedOn = "submitted_on"
            case dueOn = "due_on"
        }
    }

    /// Evidence that was recorded when the project was taken in under way.
    package struct Imported: Hashable, Sendable, Codable {
        package let requirement: String
        package let title: String
        package let number: String

        package init(requirement: String, title: String, number: String) {
            self.requirement = requirement
            self.title = title
            self.number = number
        }
    }

    package let state: ProjectState
    /// Where the project stood when it was taken in.
    package let entered: ProjectState
    /// The stage that was told then, where that is one beside the states.
    package var stage: IntakeStage?
    /// The day of acceptance that was told then.
    package var acceptedOn: BusinessDay?
    package let version: Int64
    package let place: String
    package let edition: String
    /// When the community was completed.
    package let completed: BusinessDay
    /// By title, in hundredths of a ㎡.
    package let area: Int64
    /// Kinds of survey data recorded.
    package let survey: [String]
    /// The latest verdict on the scope.
    package let scope: String?
    /// Approved exceptions, by requirement: `G00.scope`.
    package let exceptions: [String]
    package let body: String?
    package let papers: [String]
    /// Kinds of works in the scheme, and kinds that are there already.
    package let kinds: [String]
    package let isFunded: Bool
    package let posting: Posting?
    package let openObjections: Int64
    package let account: String?
    package let required: Fen?
    package let paid: Fen
    package let chain: [String]
    /// The units that said the steps of the chain.
    package let approvers: [ID]?
    /// Which unit is which body of the district.
    package let bodies: [String: ID]?
    package let opinions: [Opinion]
    /// Outcomes by procedure, as the consultation decided.
    package let procedures: [String: String]
    package let submission: Submission?
    package let code: String?
    package let feasibility: Fen?
    package let budget: Fen?
    /// What the register and its ballots answer, by requirement.
    package let ballots: [String: Bool]
    package let imported: [Imported]

    enum CodingKeys: String, CodingKey {
        case state, entered, stage, version, place, edition, completed, survey, scope, exceptions, body,
            papers,
            kinds, posting
        case account, required, paid, chain, approvers, bodies, opinions, procedures, submission, code,
            feasibility,
            budget
        case ballots, imported
        case area = "area_hundredths"
        case acceptedOn = "accepted_on"
        case isFunded = "is_funded"
        case openObjections = "open_objections"
    }

    /// What a project holds for one requirement and nothing else: what a question is asked with.
    package static func holding(
        _ names: [String] = [], ballots: [String: Bool] = [:], opinions: [Opinion] = [],
        openObjections: Int64 = 0, body: String? = nil, place: String
    ) -> FrontFacts {
        // A name is a paper, a step of the chain, a kind of survey, works or procedure: the requirement says which.
        FrontFacts(
            state: .surveyed, entered: .surveyed, version: 0, place: place, edition: "",
            completed: BusinessDay(daysSince2000: 0), area: 0, survey: names, scope: nil, exceptions: [],
            body: body,
            papers: names, kinds: names, isFunded: false, posting: nil, openObjections: openObjections,
            account: nil, required: nil, paid: Fen(0), chain: names, approvers: nil, bodies: nil,
            opinions: opinions,
            procedures: Dictionary(names.map { ($0, "kept") }, uniquingKeysWith: { first, _ in first }),
            submission: nil, code: nil, feasibility: nil, budget: nil, ballots: ballots, imported: [])
    }

    package var approvals: ApprovalFacts {
        var facts = ApprovalFacts(
            state: state, version: version, place: place, edition: edition, chain: chain, papers: papers,
            feasibility: feasibility, budget: budget)
        facts.approvers = approvers
        facts.bodies = bodies
        return facts
    }
}
