import Actions
import Policy
import Projects
import Values

struct Nothing: Decodable, Sendable {}

/// The project that a paper is brought to.
struct PaperProject: Decodable, Sendable {
    let state: ProjectState
    let place: String
    let edition: String
    let version: Int64
    let began: BusinessDay?
    let completed: BusinessDay?
    let certified: BusinessDay?
    /// Kinds of papers that deadlines of the project wait for, or waited for.
    let awaited: [String]
    /// Whether bytes of the digest that came are here already.
    let stored: Bool
    /// Whether who acts does so for the body whose papers of this kind are.
    let isItsBody: Bool
    /// The amount of the contract that the paper is about, where it is about one of the project's.
    let worth: Fen?

    enum CodingKeys: String, CodingKey {
        case state, place, edition, version, began, completed, certified, awaited, stored, worth
        case isItsBody = "is_its_body"
    }

    /// Who records what: by the project's own edition, or by the newest where that one is silent.
    func recorders(_ sitting: Sitting) throws -> Policy {
        let pinned = try sitting.policy(edition: edition, place: place)
        guard !pinned.has("paper.recorders") else { return pinned }
        return try sitting.policy(place: place)
    }
}

struct AccountDraft: Decodable, Sendable {
    let number: String
    let openedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case number
        case openedOn = "opened_on"
    }
}

struct PlanApprovalDraft: Decodable, Sendable {
    let step: String
    let approvedOn: BusinessDay
    let number: String

    enum CodingKeys: String, CodingKey {
        case step, number
        case approvedOn = "approved_on"
    }
}

struct AdvanceDraft: Decodable, Sendable {
    let to: ProjectState
}
