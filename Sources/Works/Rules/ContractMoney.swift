package import Values

/// A bond of a contract, or the guarantee or insurance of quality in the place of a retention (履约保证金、质量担保).
package struct ContractBond: Decodable, Hashable, Sendable {
    package let kind: String
    package let heldFrom: BusinessDay
    /// The day it was given back; nil while it is held.
    package let returnedOn: BusinessDay?
    package let amount: Fen

    package init(
        kind: String, heldFrom: BusinessDay, returnedOn: BusinessDay? = nil, amount: Fen = .zero
    ) {
        self.kind = kind
        self.amount = amount
        self.heldFrom = heldFrom
        self.returnedOn = returnedOn
    }

    package func stands(on day: BusinessDay) -> Bool {
        heldFrom <= day && returnedOn.map { $0 > day } ?? true
    }

    enum CodingKeys: String, CodingKey {
        case kind
        case amount = "amount_fen"
        case heldFrom = "held_from"
        case returnedOn = "returned_on"
    }
}

/// What a contract says of the retention (质量保证金约定): its share of the settlement, and the defect liability in months.
package struct AgreedRetention: Codable, Hashable, Sendable {
    package let numerator: Int64
    package let denominator: Int64
    package let months: Int64

    package init(share: Ratio, months: Int64) {
        numerator = share.numerator
        denominator = share.denominator
        self.months = months
    }

    package var share: Ratio { Ratio(numerator, denominator) ?? Ratio(whole: 0) }

    enum CodingKeys: String, CodingKey {
        case months
        case numerator = "share_numerator"
        case denominator = "share_denominator"
    }
}

/// When a contract's defect liability runs (缺陷责任期).
package struct DefectLiability: Decodable, Hashable, Sendable {
    package let base: BusinessDay
    package let nominalEnd: BusinessDay
    /// Nil while the calendar of its year is not published.
    package let effectiveEnd: BusinessDay?

    package init(base: BusinessDay, nominalEnd: BusinessDay, effectiveEnd: BusinessDay?) {
        self.base = base
        self.nominalEnd = nominalEnd
        self.effectiveEnd = effectiveEnd
    }

    enum CodingKeys: String, CodingKey {
        case base = "base_on"
        case nominalEnd = "nominal_end_on"
        case effectiveEnd = "effective_end_on"
    }
}

/// What decisions over a contract's bonds, retention and terms of payment look at (合同款事实).
package struct ContractMoneyFacts: Decodable, Hashable, Sendable {
    package let project: ID
    package let place: String
    package let edition: String
    /// The day whose law the contract follows.
    package let signedOn: BusinessDay
    package let amount: Fen
    /// Of its package: `works`, `goods`, `service` or `epc`.
    package let category: String?
    package let hasCertifiedClaims: Bool
    package let retention: AgreedRetention?
    package let held: Fen
    package let released: Fen
    /// The last day on which a claim held something back.
    package let lastHeldOn: BusinessDay?
    package let bonds: [ContractBond]
    package let period: DefectLiability?
    package let acceptedOn: BusinessDay?
    /// The final accounts, and what all contracts of the project hold back.
    package let accountTotal: Fen?
    package let projectHeld: Fen
    package let hasTerm: Bool
    /// How large the contractor is, as the term of payment says; nil while none is recorded.
    package let enterprise: String?
    /// Whether it is recorded on what the settlement rests.
    package let hasBasis: Bool
    /// The running deadline of the defect liability.
    package let clock: RunningPaymentClock?

    package init(
        project: ID, place: String, edition: String, signedOn: BusinessDay, amount: Fen = .zero,
        category: String? = "works",
        hasCertifiedClaims: Bool = false, retention: AgreedRetention? = nil, held: Fen = .zero,
        released: Fen = .zero, lastHeldOn: BusinessDay? = nil, bonds: [ContractBond] = [],
        period: DefectLiability? = nil, acceptedOn: BusinessDay? = nil, accountTotal: Fen? = nil,
        projectHeld: Fen = .zero, hasTerm: Bool = false, enterprise: String? = nil,
        hasBasis: Bool = false, clock: RunningPaymentClock? = nil
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.signedOn = signedOn
        self.amount = amount
        self.category = category
        self.hasCertifiedClaims = hasCertifiedClaims
        self.retention = retention
        self.held = held
        self.released = released
        self.lastHeldOn = lastHeldOn
        self.bonds = bonds
        self.period = period
        self.acceptedOn = acceptedOn
        self.accountTotal = accountTotal
        self.projectHeld = projectHeld
        self.hasTerm = hasTerm
        self.enterprise = enterprise
        self.hasBasis = hasBasis
        self.clock = clock
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, category, retention, bonds, period, enterprise, clock
        case hasBasis = "has_basis"
        case signedOn = "signed_on"
        case amount = "amount_fen"
        case hasCertifiedClaims = "has_certified_claims"
        case held = "held_fen"
        case released = "released_fen"
        case lastHeldOn = "last_held_on"
        case acceptedOn = "accepted_on"
        case accountTotal = "account_total_fen"
        case projectHeld = "project_held_fen"
        case hasTerm = "has_term"
    }
}

/// What the certificate of a claim settles beside its amount (核定时的款项事实): what is kept back, and the clock of paying.
package struct ClaimMoneyFacts: Codable, Hashable, Sendable {
    package let contract: ID
    package let contractNumber: String
    package let number: Int64
    package let signedOn: BusinessDay
    package let retention: AgreedRetention?
    package let bondStands: Bool
    /// `small_or_medium` or `large`, as the contract says; nil where it does not.
    package let enterprise: String?
    package let days: Int64?

    package init(
        contract: ID, contractNumber: String, number: Int64, signedOn: BusinessDay,
        retention: AgreedRetention? = nil, bondStands: Bool = false, enterprise: String? = nil,
        days: Int64? = nil
    ) {
        self.contract = contract
        self.contractNumber = contractNumber
        self.number = number
        self.signedOn = signedOn
        self.retention = retention
        self.bondStands = bondStands
        self.enterprise = enterprise
        self.days = days
    }

    enum CodingKeys: String, CodingKey {
        case contract, number, retention, enterprise, days
        case contractNumber = "contract_number"
        case signedOn = "signed_on"
        case bondStands = "bond_stands"
    }
}

/// A deadline over a contract's money that nobody has met (付款、返还时限).
package struct RunningPaymentClock: Decodable, Hashable, Sendable {
    package let id: ID
    /// Nil while the working days that it is counted by are not published.
    package let due: BusinessDay?
    package let version: Int64

    package init(id: ID, due: BusinessDay?, version: Int64) {
        self.id = id
        self.due = due
        self.version = version
    }

    enum CodingKeys: String, CodingKey {
        case version
        case id = "clock_id"
        case due = "due_on"
    }
}
