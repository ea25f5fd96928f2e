package import Policy
package import Values

/// The residents' shares and the cap of a place (资金筹集办法), read from its policy.
package struct FundingPolicy: Sendable {
    package let shares: [WorksClass: Cited<Ratio>]
    package let capPerSquareMetre: Cited<Fen>
    package let gateIncludesExcess: Cited<Bool>
    package let excludedKinds: Cited<[String]>
    /// Whether other costs and contingency follow the works pro rata.
    package let isWeighted: Cited<Bool>
    /// Whether the subsidy is counted from what is left after the residents' share, or up to the cap of the whole.
    package let baseAfterResidents: Cited<Bool>

    package init(_ policy: Policy) throws(PolicyFault) {
        var shares = [WorksClass: Cited<Ratio>]()
        for kind in WorksClass.allCases {
            shares[kind] = try policy.ratio("funding.share.\(kind.rawValue)")
        }
        self.shares = shares
        capPerSquareMetre = try policy.fen("funding.cap_per_m2")
        gateIncludesExcess = try policy.bool("funding.gate_includes_excess")
        excludedKinds = try policy.texts("funding.excluded_kinds")
        isWeighted = try policy.bool("funding.weighted")
        baseAfterResidents = try policy.bool("funding.base_after_residents")
    }

    package var citations: [Citation] {
        WorksClass.allCases.compactMap { shares[$0]?.citation }
            + [capPerSquareMetre.citation, gateIncludesExcess.citation, excludedKinds.citation]
    }
}

/// Who pays what (资金筹集方案): every figure in fen, adding up exactly.
package struct Funding: Hashable, Sendable {
    package let total: Fen
    /// The residents' share as an exact ratio of the total.
    package let weight: Ratio
    package let residentWeighted: Fen
    /// What the fiscal subsidy is counted from: total less the residents' share, where the place says so.
    package let base: Fen
    package let subsidy: Fen
    /// What the cap leaves to the residents on top of their share.
    package let excess: Fen
    package let resident: Fen
    /// What must be in the special account before launch.
    package let required: Fen

    /// The figures as events and determinations keep them, in fen.
    package var figures: JSON {
        .object([
            "total_fen": .int(total.amount), "weight": .text(weight.description),
            "resident_weighted_fen": .int(residentWeighted.amount), "base_fen": .int(base.amount),
            "subsidy_fen": .int(subsidy.amount), "excess_fen": .int(excess.amount),
            "resident_fen": .int(resident.amount), "required_fen": .int(required.amount),
        ])
    }
}

/// The computation of residents' money and fiscal subsidy (居民自筹与财政补助).
package enum FundingRules {
    /// Splits the total of a scheme between residents and the fiscal subsidy, to the fen.
    ///
    /// Other costs and contingency follow the works pro rata. The subsidy base is what remains after the
    /// rounded residents' share, so that the parts always add up.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（三）1, LC-14-0…LC-14-5
    package static func plan(
        works: [WorksClass: Fen], other: Fen, contingency: Fen, area: Area, under policy: FundingPolicy
    ) -> Funding? {
        let worksSum = works.values.reduce(Fen.zero, +)
        guard worksSum.amount > 0 else { return nil }
        // The common denominator of the shares keeps the weight exact.
        var weighted: Int128 = 0
        var scale: Int128 = 1
        for kind in WorksClass.allCases { scale *= Int128(policy.shares[kind]?.value.denominator ?? 1) }
        for (kind, amount) in works {
            guard let share = policy.shares[kind]?.value else { return nil }
            weighted += Int128(amount.amount) * Int128(share.numerator) * (scale / Int128(share.denominator))
        }
        let total = worksSum + other + contingency
        let divisor = scale * Int128(worksSum.amount)
        let shared = policy.isWeighted.value ? total : worksSum
        let resident = Ratio.rounded(weighted * Int128(shared.amount), divisor)
        let base = policy.baseAfterResidents.value ? total - resident : total
        let cap = Ratio.rounded(Int128(policy.capPerSquareMetre.value.amount) * Int128(area.hundredths), 100)
        let recognised = min(base, cap)
        let subsidy = policy.baseAfterResidents.value ? recognised : max(recognised - resident, .zero)
        let excess = total - resident - subsidy
        let common = greatestCommonDivisor(weighted, divisor)
        guard let weight = Ratio(Int64(weighted / common), Int64(divisor / common)) else { return nil }
        let required = policy.gateIncludesExcess.value ? resident + excess : resident
        return Funding(
            total: total, weight: weight, residentWeighted: resident, base: base, subsidy: subsidy,
            excess: excess,
            resident: resident + excess, required: required)
    }

    /// Whether a works item stays outside the total, the weights and the subsidy.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（三）1, LC-14-5
    package static func isExcluded(kind: String, under policy: FundingPolicy) -> Bool {
        policy.excludedKinds.value.contains(kind)
    }

    /// What the residents get back or still owe once the final accounts are approved (多退少补).
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-4, LC-14-6
    package static func trueUp(
        final plan: Funding, paid: Fen, under policy: Policy
    ) throws(PolicyFault) -> Cited<(refund: Fen, call: Fen)> {
        let rule = try policy.bool("funding.true_up")
        let balance = rule.value ? paid - plan.resident : .zero
        return Cited((max(balance, .zero), max(.zero - balance, .zero)), rule.citation)
    }

    private static func greatestCommonDivisor(_ left: Int128, _ right: Int128) -> Int128 {
        var (large, small) = (left, right)
        while small != 0 { (large, small) = (small, large % small) }
        return max(large, 1)
    }
}
