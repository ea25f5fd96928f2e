package import Policy
package import Values

/// What looks like splitting within one project (化整为零的迹象).
extension TenderRules {
    /// Signs of splitting: lots below the line whose group is at it, estimates close under it, lots counted apart.
    ///
    /// - Source: 招标投标法 第四条, TEN-6, TEN-9, TEN-11
    package static func signs(
        of lots: [Lot], exempted: Set<String> = [], paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        guard try isInScope(money, under: policy).inScope else { return [] }
        var signs = [Sign]()
        for lot in lots {
            guard try counts(lot, under: policy) else { continue }
            let measured = try measures(of: lot, under: policy)
            let found = try finding(for: lot, among: lots, paidBy: money, under: policy)
            let isBelow = measured.allSatisfy { $0.value < $0.line }
            if isBelow, found.verdict == .mustTender, let line = found.line, !exempted.contains(lot.id),
                !(lot.signedBy ?? lot.planned).isTender
            {
                signs.append(
                    Sign(
                        code: "S1", severity: .stop,
                        words: Words(
                            "标段 \(lot.code) 单独未达 \(line.forPeople) 元，但同类合计 \(found.groupValue.forPeople) 元，不得按\(lot.planned.words.zh)。",
                            "Package \(lot.code) alone is below \(line.forPeople) yuan, but its group comes to \(found.groupValue.forPeople)."
                        ), lots: found.group, citation: splitting))
            }
            for measure in measured {
                if let sign = try near(lot, measure, under: policy) { signs.append(sign) }
            }
        }
        return try signs + SeparationRules.signs(of: lots, paidBy: money, under: policy)
    }

    /// What a lot is measured at, each against its line: its value, or the parts of a general contract.
    private static func measures(
        of lot: Lot, under policy: Policy
    ) throws(PolicyFault) -> [(title: Words, value: Fen, line: Fen)] {
        if let line = try line(of: lot.category, under: policy) {
            return [(Words("估算", "estimated"), lot.value, line.value)]
        }
        var measures = [(title: Words, value: Fen, line: Fen)]()
        for category in [Category.works, .goods, .service] {
            guard let line = try line(of: category, under: policy) else { continue }
            let title = Words("的\(category.words.zh)部分估算", "estimated for its part of \(category.words.en)")
            measures.append((title, lot.part(for: category), line.value))
        }
        return measures
    }

    /// S2: warn_from · line ≤ value < line, exactly.
    private static func near(
        _ lot: Lot, _ measure: (title: Words, value: Fen, line: Fen), under policy: Policy
    ) throws(PolicyFault) -> Sign? {
        let near = try policy.ratio("tender.warn_from")
        guard measure.value < measure.line,
            Int128(measure.value.amount) * Int128(near.value.denominator)
                >= Int128(measure.line.amount) * Int128(near.value.numerator)
        else { return nil }
        let (zh, en) = (measure.title.zh, measure.title.en)
        return Sign(
            code: "S2", severity: .warn,
            words: Words(
                "标段 \(lot.code) \(zh) \(measure.value.forPeople) 元，紧贴限额 \(measure.line.forPeople) 元，请复核估算。",
                "Package \(lot.code) is \(en) close under the line of \(measure.line.forPeople) yuan."
            ), lots: [lot.id], citation: near.citation)
    }
}
