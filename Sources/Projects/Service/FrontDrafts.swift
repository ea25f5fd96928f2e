import Projects
import Values

/// A community and its project as they are taken in: at the survey, or under way with evidence.
struct RegistrationDraft: Decodable, Sendable {
    struct Community: Decodable, Sendable {
        let id: ID
        let name: String
        let address: String
        let completedOn: BusinessDay
        let households: Int64
        let area: String
        let residentsCommittee: ID?
        let ownersBody: ID?

        enum CodingKeys: String, CodingKey {
            case id, name, address, households, area
            case completedOn = "completed_on"
            case residentsCommittee = "residents_committee"
            case ownersBody = "owners_body"
        }
    }

    let id: ID
    let name: String
    let place: String
    let constructionUnit: ID
    let community: Community
    let state: IntakeStage?
    let worksBeganOn: BusinessDay?
    let acceptedOn: BusinessDay?
    let evidence: [EvidenceDraft]?
    /// What its contracts warrant, of a project in its warranty.
    let warranty: JSON?

    enum CodingKeys: String, CodingKey {
        case id, name, place, community, state, evidence, warranty
        case constructionUnit = "construction_unit"
        case acceptedOn = "accepted_on"
        case worksBeganOn = "works_began_on"
    }
}

struct EvidenceDraft: Decodable, Sendable {
    let requirement: String
    let title: String
    let number: String
    let dated: BusinessDay
    let sha256: String?
}

struct SurveyDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let summary: String
    let source: String
    let surveyedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, kind, summary, source
        case surveyedOn = "surveyed_on"
    }
}

struct OwnersBodyDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let name: String
    let filingNumber: String
    let formedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, kind, name
        case filingNumber = "filing_number"
        case formedOn = "formed_on"
    }
}

struct CompliantKindDraft: Decodable, Sendable {
    let kind: String
    let statement: String
}

struct SchemeDraft: Decodable, Sendable {
    let decidedOn: BusinessDay
    let items: [Scheme.Item]
    let other: Fen
    let contingency: Fen

    enum CodingKeys: String, CodingKey {
        case items
        case decidedOn = "decided_on"
        case other = "other_fen"
        case contingency = "contingency_fen"
    }
}

struct ExceptionDraft: Decodable, Sendable {
    let id: ID
    let requirement: String
    let reason: String
    let documentTitle: String
    let documentNumber: String

    enum CodingKeys: String, CodingKey {
        case id, requirement, reason
        case documentTitle = "document_title"
        case documentNumber = "document_number"
    }
}

struct ExceptionDecisionDraft: Decodable, Sendable {
    let outcome: String
    let number: String
}

/// An exception as it is decided, with its project.
struct ExceptionFacts: Decodable, Sendable {
    let project: ID
    let requirement: String
    let state: String
    let version: Int64
    let askedBy: ID
    let place: String
    let edition: String
    let stands: ProjectState

    enum CodingKeys: String, CodingKey {
        case project, requirement, state, version, place, edition, stands
        case askedBy = "asked_by"
    }
}

struct PostingDraft: Decodable, Sendable {
    let id: ID
    let place: String
    let photo: String
    let attachments: [PostedPaper]
    let postedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, place, photo, attachments
        case postedOn = "posted_on"
    }
}

/// What hung, and the digest of the project's paper that it is.
struct PostedPaper: Decodable, Sendable {
    let kind: String
    let sha256: String
}

/// What a posting is judged by: the project's facts, and what the project holds of the files that it names.
struct PostingFacts: Decodable, Sendable {
    let front: FrontFacts
    /// The digests of those that are there.
    let held: Set<String>
    /// Whether the photo's bytes begin as a picture's.
    let picture: Bool
}

struct TakingDownDraft: Decodable, Sendable {
    let takenDownOn: BusinessDay
    let reason: String

    enum CodingKeys: String, CodingKey {
        case reason
        case takenDownOn = "taken_down_on"
    }
}

/// A row of a project's that has a version.
struct OwnedVersion: Decodable, Sendable {
    let project: ID
    let version: Int64
    let state: String?
}

struct ObjectionDraft: Decodable, Sendable {
    let id: ID
    let room: String
    let content: String
    let raisedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, room, content
        case raisedOn = "raised_on"
    }
}

struct ObjectionClosureDraft: Decodable, Sendable {
    let outcome: String
    let reason: String
    let closedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case outcome, reason
        case closedOn = "closed_on"
    }
}

struct OpinionDraft: Decodable, Sendable {
    let id: ID
    let forum: String
    let participant: String
    let opinion: String
    let content: String
    let givenOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, forum, participant, opinion, content
        case givenOn = "given_on"
    }
}

struct ProcedureDraft: Decodable, Sendable {
    let procedure: String
    let outcome: String
    let basis: String
}

struct SubmissionDraft: Decodable, Sendable {
    let planYear: Int64
    let submittedOn: BusinessDay
    let number: String

    enum CodingKeys: String, CodingKey {
        case number
        case planYear = "plan_year"
        case submittedOn = "submitted_on"
    }
}

struct CodeDraft: Decodable, Sendable { let code: String }

struct AllotmentDraft: Decodable, Sendable {
    let id: ID
    let year: Int64
    let amount: Fen
    let number: String

    enum CodingKeys: String, CodingKey {
        case id, year, number
        case amount = "amount_fen"
    }
}

/// What a scheme brings for the finding on the scope.
struct SchemeScope: Decodable, Sendable {
    let scope: ScopeDraft?
}

/// What is told of a community for the finding on its scope; `no_…` says that there is none.
struct ScopeDraft: Decodable, Sendable {
    let facts: ScopeFacts
    let listVersion: String
    let listCheckedOn: BusinessDay

    init(from decoder: any Decoder) throws {
        let given = try JSON(from: decoder).object ?? [:]
        func day(_ name: String) -> BusinessDay? { given[name]?.text.flatMap { BusinessDay(iso: $0) } }
        func told<Value>(_ none: String, _ value: Value?) -> Told<Value> {
            value.map { .known($0) } ?? (given[none]?.bool == true ? Told.none : .unknown)
        }
        var flags = [String: Bool]()
        for name in ScopeFacts.flagNames { flags[name] = given[name]?.bool }
        var facts = ScopeFacts(referenceDay: day("ref_date"), flags: flags)
        facts.dangerClass = told("no_danger", given["danger_class"]?.text)
        facts.lastRenovated = told("never_renovated", day("last_renovated"))
        facts.plannedExpropriation = told("no_expropriation", day("planned_expropriation"))
        facts.housing = given["housing"]?.text
        facts.kind = given["kind"]?.text
        facts.areaName = given["area_name"]?.text
        self.facts = facts
        listVersion = given["list_version"]?.text ?? ""
        listCheckedOn = day("list_checked_on") ?? BusinessDay(daysSince2000: 0)
        inputs = given
    }

    let inputs: [String: JSON]

    /// What is told both ways: a value, and that there is none.
    var contradicted: [String] {
        [
            ("no_danger", "danger_class"), ("never_renovated", "last_renovated"),
            ("no_expropriation", "planned_expropriation"),
        ]
        .filter { inputs[$0.0]?.bool == true && inputs[$0.1]?.text != nil }.map(\.1)
    }
}
