import Values
import Web
import Works

struct BondDraft: Decodable, Sendable {
    let id: ID
    let kind: String
    let amount: Fen
    let evidence: String
    let heldFrom: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, kind, evidence
        case amount = "amount_fen"
        case heldFrom = "held_from"
    }
}

struct BondReturnDraft: Decodable, Sendable {
    let returnedOn: BusinessDay

    enum CodingKeys: String, CodingKey { case returnedOn = "returned_on" }
}

struct RetentionDraft: Decodable, Sendable {
    /// Of the settlement, as `3/100` or `0.03`.
    let share: String
    /// The defect liability.
    let months: Int64
    let evidence: String
    let agreedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case share, months, evidence
        case agreedOn = "agreed_on"
    }
}

struct DefectLiabilityDraft: Decodable, Sendable {
    let reportedOn: BusinessDay
    let ownerDelays: Bool
    let evidence: String?

    enum CodingKeys: String, CodingKey {
        case evidence
        case reportedOn = "reported_on"
        case ownerDelays = "owner_delays"
    }
}

struct ReleaseDraft: Decodable, Sendable {
    let id: ID
    let amount: Fen
    let ground: String
    let voucher: String
    let releasedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, ground, voucher
        case amount = "amount_fen"
        case releasedOn = "released_on"
    }
}

struct PaymentTermDraft: Decodable, Sendable {
    let enterprise: String
    let days: Int64
    let evidence: String
}

struct SettlementBasisDraft: Decodable, Sendable {
    let basis: SettlementBasis
    /// The law or administrative regulation with its article, where one makes an audit the basis.
    let law: String?
    let evidence: String
}

struct PaymentDraft: Decodable, Sendable {
    let id: ID
    let amount: Fen
    let voucher: String
    let paidOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, voucher
        case amount = "amount_fen"
        case paidOn = "paid_on"
    }
}

/// A bond that is to be given back.
struct BondFacts: Decodable, Sendable {
    let place: String
    let edition: String
    let signedOn: BusinessDay
    let kind: String
    let heldFrom: BusinessDay
    let returnedOn: BusinessDay?
    let version: Int64

    enum CodingKeys: String, CodingKey {
        case place, edition, kind, version
        case signedOn = "signed_on"
        case heldFrom = "held_from"
        case returnedOn = "returned_on"
    }
}

/// The bodies and answers of the routes of a contract's money.
enum ContractMoneySchemas {
    private static let sum = Schema.int(min: 1, max: Schema.most)

    static let bond = Schema.object([
        "id": .id, "kind": .string(oneOf: ["performance", "quality_guarantee", "quality_insurance"]),
        "amount_fen": sum, "evidence": .string(max: 300), "held_from": .day,
    ])
    static let bondReturn = Schema.object(["returned_on": .day])
    static let retention = Schema.object([
        "share": .string(max: 20), "months": .int(min: 1, max: 1200), "evidence": .string(max: 300),
        "agreed_on": .day,
    ])
    static let period = Schema.object(
        ["reported_on": .day, "owner_delays": .bool, "evidence": .string(max: 300)],
        required: ["reported_on", "owner_delays"])
    static let release = Schema.object([
        "id": .id, "amount_fen": sum,
        "ground": .string(oneOf: ["period_ended", "replaced", "above_ceiling"]), "voucher": .string(max: 100),
        "released_on": .day,
    ])
    static let term = Schema.object([
        "enterprise": .string(oneOf: ["small_or_medium", "large"]), "days": .int(min: 1, max: 3650),
        "evidence": .string(max: 300),
    ])
    static let basis = Schema.object(
        [
            "basis": .string(oneOf: SettlementBasis.allCases.map(\.rawValue)), "law": .string(max: 300),
            "evidence": .string(max: 300),
        ], required: ["basis", "evidence"])
    static let payment = Schema.object([
        "id": .id, "amount_fen": sum, "voucher": .string(max: 100), "paid_on": .day,
    ])

    static let bonded = Schema.open(["id": .id, "kind": .string(), "version": .version])
    static let agreed = Schema.open(["contract": .id, "share": .string(), "months": .int(min: 1)])
    static let begun = Schema.open([
        "contract": .id, "base_on": .day, "nominal_end_on": .day, "effective_end_on": .noDay,
    ])
    static let released = Schema.open(["id": .id, "amount_fen": .sum, "held_fen": .sum])
    static let termed = Schema.open(["contract": .id, "enterprise": .string(), "days": .int(min: 1)])
    static let based = Schema.open(["contract": .id, "basis": .string(), "law": Schema.string().nullable])
    static let basisShown = Schema.open([
        "contract": .id, "basis": Schema.string().nullable, "law": Schema.string().nullable,
        "evidence": Schema.string().nullable, "allowed": .list(of: .string()), "because": .because,
    ])
    static let paid = Schema.open([
        "id": .id, "payment_claim": .id, "amount_fen": .sum, "owed_fen": .sum, "due_on": .noDay,
        "days_late": .int(min: 0), "interest_fen": .sum, "because": .because,
    ])
    static let shown = Schema.open([
        "contract": .id, "share": Schema.string().nullable, "months": Schema.int(min: 1).nullable,
        "settlement_ceiling_fen": Schema.sum.nullable, "held_fen": .sum, "released_fen": .sum,
        "to_release_fen": .sum, "base_on": .noDay, "nominal_end_on": .noDay, "effective_end_on": .noDay,
        "bonds": .list(
            of: .open([
                "id": .id, "kind": .string(), "amount_fen": .sum, "evidence": .text, "held_from": .day,
                "returned_on": .noDay, "version": .version,
            ])), "because": .because,
    ])
    static let dues = Schema.open([
        "items": .list(
            of: .open([
                "payment_claim": .id, "number": .int(min: 1), "certified_on": .day, "amount_fen": .sum,
                "held_fen": .sum, "payable_fen": .sum, "paid_fen": .sum, "owed_fen": .sum, "due_on": .noDay,
                "days_over": .int(min: 0), "interest_fen": .sum, "running_interest_fen": .sum,
                "because": .because,
            ])), "next": .noID,
    ])
}
