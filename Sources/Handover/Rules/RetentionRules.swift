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
