/// The code of an investment project (投资项目代码): `YYMM-DDDDDD-BB-TT-RRRRRC`.
package struct ProjectCode: Hashable, Sendable {
    package enum Fault: String, Error, Hashable, Sendable { case pattern, month }

    package let text: String
    /// Division code of the place, as the code says it.
    package let division: String
    /// The month in which it was given.
    package let year: Int
    package let month: Int

    /// Reads a code by its form; how its last digit is computed is not published, so it is not checked.
    ///
    /// - Source: 发改投资〔2020〕1439号; GB/T 40058-2021, COD-3
    package init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 6, 2, 2, 6],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { throw .pattern }
        guard let month = Int(parts[0].suffix(2)), (1...12).contains(month) else { throw .month }
        self.text = text
        year = 2000 + (Int(parts[0].prefix(2)) ?? 0)
        self.month = month
        division = String(parts[1])
    }
}
