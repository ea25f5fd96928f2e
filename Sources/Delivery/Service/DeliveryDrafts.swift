import Actions
import Delivery
import Values

struct Nothing: Decodable, Sendable {}

struct ModeDraft: Decodable, Sendable {
    let mode: DeliveryMode
    let chosenOn: BusinessDay
    let reason: String?

    enum CodingKeys: String, CodingKey {
        case mode, reason
        case chosenOn = "chosen_on"
    }
}

struct EngagementDraft: Decodable, Sendable {
    let id: ID
    let organisation: ID
    let role: Role
    let from: BusinessDay
    let to: BusinessDay?
    let contract: ID?

    enum CodingKeys: String, CodingKey {
        case id, organisation, role, contract
        case from = "valid_from"
        case to = "valid_to"
    }
}

struct EndDraft: Decodable, Sendable {
    let to: BusinessDay
    let reason: String

    enum CodingKeys: String, CodingKey {
        case reason
        case to = "valid_to"
    }
}

struct OrganisationDraft: Decodable, Sendable {
    let id: ID
    let creditCode: String
    let name: String
    let kind: String
    /// Kinds of facilities that a utility runs; the district's office alone says so.
    let facilities: [String]?

    enum CodingKeys: String, CodingKey {
        case id, name, kind, facilities
        case creditCode = "credit_code"
    }
}

struct LinkDraft: Decodable, Sendable {
    let organisation: ID
    let controlled: ID
    let kind: String
    let evidence: String
    let from: BusinessDay
    let to: BusinessDay?

    /// The link, with the names of those of its units that take part.
    func link(among parties: [Engagement], recordedBy name: String) -> ControlLink {
        func called(_ unit: ID) -> String? { parties.first { $0.organisation == unit.description }?.name }
        return ControlLink(
            controller: organisation.description, controlled: controlled.description, from: from, to: to,
            controllerName: called(organisation), controlledName: called(controlled), kind: kind,
            evidence: evidence, recordedBy: name)
    }

    enum CodingKeys: String, CodingKey {
        case organisation, controlled, kind, evidence
        case from = "valid_from"
        case to = "valid_to"
    }
}

/// Who takes part in a project, and how those units are linked.
struct PartyFacts: Decodable, Sendable {
    let project: ID
    let place: String
    let edition: String
    let mode: String?
    let standing: [Engagement]
    let links: [ControlLink]
}

/// The same, beside the unit that is to take part.
struct EngagementFacts: Decodable, Sendable {
    let parties: PartyFacts
    let name: String?
    let kind: String?
    let buyer: String
    let buyerName: String
    let isUnconfirmed: Bool

    var unit: UnitFacts {
        UnitFacts(
            kind: kind ?? "", buyer: buyer, buyerName: buyerName, waitsForConfirmation: isUnconfirmed)
    }

    enum CodingKeys: String, CodingKey {
        case parties, name, kind, buyer
        case isUnconfirmed = "is_unconfirmed"
        case buyerName = "buyer_name"
    }
}

struct EndFacts: Decodable, Sendable {
    let project: ID
    let place: String
    let edition: String
    let version: Int64
    let ended: BusinessDay?
    /// Numbers of the unit's contracts for this role that stand.
    let contracts: [String]
}

/// The end of a contract before its works as a party proposes it, with the agreement or notice itself (合同解除).
struct TerminationDraft: Decodable, Sendable {
    let id: ID
    let endedOn: BusinessDay
    let reason: String
    /// What is due, of a contract without a bill.
    let settled: Fen?
    let paper: PaperSent

    enum CodingKeys: String, CodingKey {
        case id, reason, paper
        case endedOn = "ended_on"
        case settled = "settled_fen"
    }
}

/// Why the other party, or the office, says that a contract ended.
struct EndConfirmation: Decodable, Sendable {
    let reason: String
}

struct LinkFacts: Decodable, Sendable {
    let projects: [PartyFacts]
}

/// A unit of the register, as it is to be confirmed.
struct RegisteredUnit: Decodable, Sendable {
    let name: String
    let isConfirmed: Bool

    enum CodingKeys: String, CodingKey {
        case name
        case isConfirmed = "is_confirmed"
    }
}
