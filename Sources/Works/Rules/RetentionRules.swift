package import Policy
package import Values

/// The quality retention and the defect liability period (质量保证金、缺陷责任期).
package enum RetentionRules {
    /// The most that may be kept back of a settlement: nothing while a performance bond is held.
    ///
    /// The ceiling is tested on its exact value and shown rounded down.
    ///
    /// - Source: 建质〔2017〕138号 第六条、第七条, RET-1, RET-2; catalogue CV-03
    package static func retention(
        asked: Fen, settlement: Fen, bondHeld: Bool, under policy: Policy
    ) throws(PolicyFault) -> (ceiling: Fen, allowed: Bool, because: [Citation]) {
        let share = try policy.ratio("retention.max_share")
        let besideBond = try policy.bool("retention.beside_bond_allowed")
        if bondHeld, !besideBond.value { return (.zero, asked <= .zero, [besideBond.citation]) }
        let product = Int128(settlement.amount) * Int128(share.value.numerator)
        let divisor = Int128(share.value.denominator)
        return (
            Fen(Int64(clamping: product / divisor)), Int128(asked.amount) * divisor <= product,
            [share.citation]
        )
    }

    /// The longest defect liability that may be agreed, in months.
    ///
    /// - Source: 建质〔2017〕138号 第二条, RET-3
    package static func longestTerm(under policy: Policy) throws(PolicyFault) -> Cited<Int64> {
        try policy.int("defect_liability.max_months")
    }

    /// The day the period starts to run: where the owner delays acceptance, so many days after the contractor's report.
    ///
    /// - Source: 建质〔2017〕138号 第八条, RET-4
    package static func baseDay(
        reported: BusinessDay, ownerDelays: Bool, under policy: Policy
    ) throws(PolicyFault) -> Cited<BusinessDay> {
        let days = try policy.int("defect_liability.owner_delay_days")
        return Cited(ownerDelays ? reported.adding(days: Int(days.value)) : reported, days.citation)
    }

    /// The end of the period: its corresponding day, and that moved to a working day where the packs say so.
    ///
    /// - Source: 民法典 第二百零二条、第二百零三条; catalogue CV-05, CV-14
    package static func end(
        from base: BusinessDay, months: Int, calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> (nominal: BusinessDay, effective: BusinessDay?, because: Citation) {
        let rolls = try policy.bool("warranty.roll")
        let nominal = base.adding(months: months)
        return (nominal, rolls.value ? try? calendar.rolled(nominal) : nominal, rolls.citation)
    }
}

extension RetentionRules {
    /// Whether a retention may be agreed of a contract: of works, within the law's share and period, before its claims.
    ///
    /// - Source: 建质〔2017〕138号 第二条、第七条, RET-1, RET-3
    package static func agreeing(
        share: Ratio, months: Int64, of facts: ContractMoneyFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let most = try policy.ratio("retention.max_share")
        let longest = try longestTerm(under: policy)
        var reasons = [Refusal]()
        if let category = facts.category, category != "works", category != "epc" {
            reasons.append(ContractMoneyRefusals.retentionIsOfWorks.refusal(most.citation))
        }
        if facts.retention != nil {
            reasons.append(ContractMoneyRefusals.retentionIsOne.refusal(most.citation))
        }
        if facts.hasCertifiedClaims {
            reasons.append(ContractMoneyRefusals.retentionComesFirst.refusal(most.citation))
        }
        if share > most.value {
            reasons.append(
                ContractMoneyRefusals.retentionStaysWithinTheShare.refusal(
                    most.citation,
                    missing: [Words("上限 \(most.value)，约定 \(share)", "\(share) of at most \(most.value)")]))
        }
        if months > longest.value {
            reasons.append(
                ContractMoneyRefusals.defectLiabilityIsNotTooLong.refusal(
                    longest.citation,
                    missing: [
                        Words(
                            "最长 \(longest.value) 个月，约定 \(months) 个月",
                            "\(months) of at most \(longest.value) months")
                    ]))
        }
        return Decision(reasons: reasons, under: [most.citation, longest.citation])
    }

    /// What a claim holds back: the agreed share, rounded down; nothing beside a bond, nor where nothing is agreed.
    ///
    /// - Source: 建质〔2017〕138号 第六条、第七条, RET-1, RET-2; catalogue CV-03
    package static func held(
        of claim: Fen, share: Ratio?, besideBond: Bool, under policy: Policy
    ) throws(PolicyFault) -> Cited<Fen>? {
        guard let share else { return nil }
        let allowed = try policy.bool("retention.beside_bond_allowed")
        if besideBond, !allowed.value { return Cited(.zero, allowed.citation) }
        let product = Int128(claim.amount) * Int128(share.numerator)
        return Cited(
            Fen(Int64(clamping: product / Int128(share.denominator))),
            try policy.ratio("retention.max_share").citation)
    }

    /// Whether a bond may be recorded: performance bonds together within the share of the contract, and none beside what is
    /// kept back since.
    ///
    /// - Source: 招标投标法实施条例 第五十八条, PRO-15; 建质〔2017〕138号 第六条, RET-2
    package static func bonding(
        _ kind: String, of amount: Fen, from day: BusinessDay, of facts: ContractMoneyFacts,
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let allowed = try policy.bool("retention.beside_bond_allowed")
        let most = try policy.ratio("bond.performance_max")
        var reasons = [Refusal]()
        if day > today {
            reasons.append(ContractMoneyRefusals.bondIsHeldWhenRecorded.refusal(allowed.citation))
        }
        let standing = facts.bonds.filter {
            $0.kind == "performance" && $0.returnedOn.map { $0 > day } ?? true
        }
        let sum = standing.map(\.amount).reduce(amount, +)
        if kind == "performance",
            Int128(sum.amount) * Int128(most.value.denominator)
                > Int128(facts.amount.amount) * Int128(most.value.numerator)
        {
            let ceiling = most.value.share(of: facts.amount)
            reasons.append(
                ContractMoneyRefusals.performanceBondStaysWithinTheShare.refusal(
                    most.citation,
                    missing: [
                        Words(
                            "合同 \(facts.amount.yuan) 元，履约保证金合计至多 \(ceiling.yuan) 元，现为 \(sum.yuan) 元",
                            "a contract of \(facts.amount.yuan): \(ceiling.yuan) in all at most, now \(sum.yuan)"
                        )
                    ]))
        }
        if kind == "performance", !allowed.value, let last = facts.lastHeldOn, last >= day {
            reasons.append(
                ContractMoneyRefusals.retentionStandsBesideNoBond.refusal(
                    allowed.citation,
                    missing: [Words("\(last) 已预留质量保证金", "something was kept back on \(last)")]))
        }
        return Decision(reasons: reasons, under: [most.citation, allowed.citation])
    }

    /// The day the defect liability of a contract begins, or why it does not yet.
    ///
    /// - Source: 建质〔2017〕138号 第八条, RET-4
    package static func beginning(
        reported: BusinessDay, ownerDelays: Bool, of facts: ContractMoneyFacts, today: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> (decision: Decision, base: BusinessDay?) {
        let late = try baseDay(reported: reported, ownerDelays: ownerDelays, under: policy)
        let base = ownerDelays ? late.value : facts.acceptedOn
        var reasons = [Refusal]()
        if facts.retention == nil {
            reasons.append(ContractMoneyRefusals.periodNeedsRetention.refusal(late.citation))
        }
        if facts.period != nil { reasons.append(ContractMoneyRefusals.periodIsOne.refusal(late.citation)) }
        if base.map({ $0 > today }) ?? true {
            reasons.append(
                ContractMoneyRefusals.periodBeginsWithAcceptance.refusal(
                    late.citation,
                    missing: [
                        base.map { Words("应自 \($0) 起算", "it begins on \($0)") }
                            ?? Words("项目尚未通过验收", "the project is not accepted")
                    ]))
        }
        if let accepted = facts.acceptedOn, reported > accepted {
            reasons.append(ContractMoneyRefusals.periodFollowsTheReport.refusal(late.citation))
        }
        return (Decision(reasons: reasons, under: [late.citation]), base)
    }

    /// Whether a sum may go back now: after the period, for a guarantee in its place, or where the accounts cut the ceiling.
    ///
    /// - Source: 建质〔2017〕138号 第六条、第七条, RET-1, RET-2, RET-4
    package static func releasing(
        _ amount: Fen, for ground: String, on day: BusinessDay, of facts: ContractMoneyFacts,
        today: BusinessDay,
        calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let share = try policy.ratio("retention.max_share")
        let bond = try policy.bool("retention.beside_bond_allowed")
        var reasons = [Refusal]()
        let held = facts.held - facts.released
        if amount > held {
            reasons.append(
                ContractMoneyRefusals.releaseStaysWithinHeld.refusal(
                    share.citation, missing: [Words("尚留 \(held.forPeople) 元", "\(held.yuan) yuan are held")]))
        }
        if day > today {
            reasons.append(ContractMoneyRefusals.releaseIsNotDatedAhead.refusal(share.citation))
        }
        switch ground {
        case "period_ended":
            let end = facts.period.map { period in
                period.effectiveEnd ?? (try? calendar.rolled(period.nominalEnd)) ?? period.nominalEnd
            }
            if end.map({ day <= $0 }) ?? true {
                reasons.append(
                    ContractMoneyRefusals.releaseWaitsForThePeriod.refusal(
                        try longestTerm(under: policy).citation,
                        missing: [
                            end.map { Words("缺陷责任期至 \($0)", "the period runs through \($0)") }
                                ?? Words("缺陷责任期尚未起算", "the period has not begun")
                        ]))
            }
        case "replaced":
            if !facts.bonds.contains(where: { $0.kind != "performance" && $0.stands(on: day) }) {
                reasons.append(ContractMoneyRefusals.releaseWaitsForItsGuarantee.refusal(bond.citation))
            }
        default:
            let ceiling = try facts.accountTotal.map { total throws(PolicyFault) in
                try retention(asked: .zero, settlement: total, bondHeld: false, under: policy).ceiling
            }
            if ceiling.map({ facts.projectHeld - amount < $0 }) ?? true {
                reasons.append(
                    ContractMoneyRefusals.releaseIsAboveTheCeiling.refusal(
                        share.citation,
                        missing: [
                            ceiling.map {
                                Words("决算对应上限 \($0.forPeople) 元", "the ceiling is \($0.yuan) yuan")
                            }
                                ?? Words("没有登记决算", "no final accounts are recorded")
                        ]))
            }
        }
        return Decision(reasons: reasons, under: [share.citation, bond.citation])
    }
}
