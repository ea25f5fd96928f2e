package import Values

/// A unit to which a sum is laid (分摊户), by its title area.
package struct AllocatedUnit: Hashable, Sendable {
    package let name: String
    package let area: Area

    package init(name: String, area: Area) {
        self.name = name
        self.area = area
    }
}

/// How a sum is laid on households (费用分摊到户).
package enum AllocationRules {
    /// The share of each unit by its title area, to the fen; the shares add up to the sum exactly.
    ///
    /// Each share is rounded down first. The fen that remain go one by one to the largest fractional parts, equal ones in
    /// the order of the rooms. No area, and nothing is laid on anybody.
    ///
    /// - Source: 民法典 第二百八十三条, CON-9; catalogue CV-03, CV-04
    package static func shares(of sum: Fen, among units: [AllocatedUnit]) -> [Fen] {
        let whole = units.reduce(Int128(0)) { $0 + Int128($1.area.hundredths) }
        guard whole > 0 else { return units.map { _ in .zero } }
        let products = units.map { Int128(sum.amount) * Int128($0.area.hundredths) }
        var shares = products.map { Int64(clamping: $0 / whole) }
        let left = Int(clamping: sum.amount - shares.reduce(0, +))
        let byFraction = products.indices.sorted { one, other in
            let (first, second) = (products[one] % whole, products[other] % whole)
            return first == second ? one < other : first > second
        }
        for index in byFraction.prefix(left) { shares[index] += 1 }
        return shares.map { Fen($0) }
    }
}
