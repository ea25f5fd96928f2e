import Handover
import Values
import Web

struct FilingDraft: Decodable, Sendable {
    struct Document: Decodable, Sendable {
        /// The paper's own id.
        let id: ID
        let document: String
        let title: String
        let number: String?
        let dated: BusinessDay
        let sha256: String?
        let stampedBy: String?

        enum CodingKeys: String, CodingKey {
            case id, document, title, number, dated, sha256
            case stampedBy = "stamped_by"
        }
    }

    let id: ID
    let kind: String
    let number: String
    let filedWith: String
    let filedOn: BusinessDay
    let barrierFree: String?
    let barrierFreeEvidence: String?
    let documents: [Document]?

    enum CodingKeys: String, CodingKey {
        case id, kind, number, documents
        case filedWith = "filed_with"
        case filedOn = "filed_on"
        case barrierFree = "barrier_free"
        case barrierFreeEvidence = "barrier_free_evidence"
    }
}

struct AccountDraft: Decodable, Sendable {
    let number: String
    let approvedBy: String
    let approvedOn: BusinessDay
    let mandatory: Fen
    let basic: Fen
    let improve: Fen
    let upgrade: Fen
    let other: Fen
    /// What the residents bear, where the place has no formula for it.
    let resident: Fen?

    enum CodingKeys: String, CodingKey {
        case number
        case approvedBy = "approved_by"
        case approvedOn = "approved_on"
        case mandatory = "mandatory_fen"
        case basic = "basic_fen"
        case improve = "improve_fen"
        case upgrade = "upgrade_fen"
        case other = "other_fen"
        case resident = "resident_fen"
    }
}

struct TrueUpDraft: Decodable, Sendable {
    struct Household: Decodable, Sendable {
        let household: String
        let due: Fen?
        let voucher: String?

        enum CodingKeys: String, CodingKey {
            case household, voucher
            case due = "due_fen"
        }
    }

    let settledOn: BusinessDay
    let households: [Household]

    enum CodingKeys: String, CodingKey {
        case households
        case settledOn = "settled_on"
    }
}

struct DeliveryOfPapersDraft: Decodable, Sendable {
    let id: ID
    let receiverKind: String
    let receiver: String
    /// The facility whose utility receives; none for the owners' side.
    let facility: String?
    let deliveredOn: BusinessDay
    let filingNumber: String

    enum CodingKeys: String, CodingKey {
        case id, receiver, facility
        case receiverKind = "receiver_kind"
        case deliveredOn = "delivered_on"
        case filingNumber = "filing_number"
    }
}

struct ManagementDraft: Decodable, Sendable {
    let form: String
    let manager: String
    let evidence: String
    let decidedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case form, manager, evidence
        case decidedOn = "decided_on"
    }
}

struct CustodyDraft: Decodable, Sendable {
    let kind: String
    let keeper: String
    let evidence: String
    let takenOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case kind, keeper, evidence
        case takenOn = "taken_on"
    }
}

/// What a settlement looks at beside the project's end.
struct TrueUpFacts: Decodable, Sendable {
    struct Paid: Decodable, Sendable {
        let household: String
        let share: Fen?
        let paid: Fen
        let isSettled: Bool

        enum CodingKeys: String, CodingKey {
            case household
            case share = "share_fen"
            case paid = "paid_fen"
            case isSettled = "settled"
        }
    }

    let closing: ClosingFacts
    let households: [Paid]
    /// Whether the accounts are laid on the homes of a register.
    let areShared: Bool

    enum CodingKeys: String, CodingKey {
        case closing, households
        case areShared = "shared"
    }
}

/// The bodies that the routes of a project's end take.
enum ClosingSchemas {
    private static let fen = Schema.int(min: 0, max: 1_000_000_000_000)

    static let filing = Schema.object(
        [
            "id": .id, "kind": .string(max: 40), "number": .string(max: 100), "filed_with": .string(max: 100),
            "filed_on": .day, "barrier_free": .string(oneOf: ["accepted", "not_applicable"]),
            "barrier_free_evidence": .string(max: 500),
            "documents": .array(
                of: .object(
                    [
                        "id": .id, "document": .string(max: 60), "title": .string(max: 300),
                        "number": .string(max: 100), "dated": .day, "sha256": .string(min: 64, max: 64),
                        "stamped_by": .string(max: 40),
                    ], required: ["id", "document", "title", "dated"]), max: 50),
        ], required: ["id", "kind", "number", "filed_with", "filed_on"])

    static let account = Schema.object(
        [
            "number": .string(max: 100), "approved_by": .string(max: 100), "approved_on": .day,
            "mandatory_fen": fen, "basic_fen": fen, "improve_fen": fen, "upgrade_fen": fen, "other_fen": fen,
            "resident_fen": fen,
        ],
        required: [
            "number", "approved_by", "approved_on", "mandatory_fen", "basic_fen", "improve_fen",
            "upgrade_fen",
            "other_fen",
        ])

    static let trueUps = Schema.object([
        "settled_on": .day,
        "households": .array(
            of: .object(
                ["household": .string(max: 60), "due_fen": fen, "voucher": .string(max: 100)],
                required: ["household"]), min: 1, max: 2000
        ).distinct(by: "household"),
    ])

    static let delivery = Schema.object(
        [
            "id": .id, "receiver_kind": .string(oneOf: ["utility", "owners_body", "property_company"]),
            "receiver": .string(max: 100), "facility": .string(oneOf: FacilityKind.self),
            "delivered_on": .day, "filing_number": .string(max: 100),
        ], required: ["id", "receiver_kind", "receiver", "delivered_on", "filing_number"])

    static let management = Schema.object([
        "form": .string(max: 40), "manager": .string(max: 100), "evidence": .string(max: 300),
        "decided_on": .day,
    ])

    static let custody = Schema.object([
        "kind": .string(oneOf: WarrantyRules.kinds + ["heating", "structure"]), "keeper": .string(max: 100),
        "evidence": .string(max: 300), "taken_on": .day,
    ])
}
