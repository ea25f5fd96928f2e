package import Policy
package import Values

/// Goods and services of one item bought again and again beside open tenders (化整为零).
package enum RepeatedPurchaseRules {
    /// One purchase of a budget's item or category.
    package struct Purchase: Hashable, Sendable {
        package let item: String
        package let on: BusinessDay
        package let amount: Fen
        /// Whether it was tendered openly, or was let off: the budget changed, or another way was approved.
        package let counts: Bool

        package init(item: String, on: BusinessDay, amount: Fen, counts: Bool) {
            self.item = item
            self.on = on
            self.amount = amount
            self.counts = counts
        }
    }

    /// What one item comes to within a fiscal year.
    package struct Sum: Hashable, Sendable {
        package let item: String
        package let count: Int
        package let amount: Fen
        /// Bought more than once, and together above the limit of open tenders.
        package let isSplitting: Bool
    }

    /// The sums of a fiscal year by item, and which of them are splitting; the year is that of the calendar.
    ///
    /// - Source: 政府采购法实施条例 第二十八条, GPR-4
    package static func sums(
        of purchases: [Purchase], inYear year: Int, under policy: Policy
    ) throws(PolicyFault) -> (sums: [Sum], limit: Fen, because: [Citation]) {
        let rule = try policy.bool("procurement.repeated_is_splitting")
        let limits = try policy.records("procurement.limits")
        guard let open = limits.value.first(where: { $0.id == "open_tender" }) else {
            throw .fieldMissing(record: "procurement.limits", field: "open_tender", expected: .money)
        }
        let limit = try open.fen("fen")
        let counted = purchases.filter { $0.counts && $0.on.year == year }
        let sums = Dictionary(grouping: counted, by: \.item).sorted { $0.key < $1.key }.map { item, all in
            let amount = all.map(\.amount).reduce(Fen.zero, +)
            return Sum(
                item: item, count: all.count, amount: amount,
                isSplitting: rule.value && all.count > 1 && amount > limit)
        }
        return (sums, limit, [rule.citation, open.citation])
    }
}
