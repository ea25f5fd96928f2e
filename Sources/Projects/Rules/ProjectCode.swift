package import Values

/// The code of an investment project (投资项目代码): `YYMM-DDDDDD-BB-TT-RRRRRC`, before 2020-11
/// `YYYY-DDDDDD-BB-TT-NNNNNN-NNN`.
package struct ProjectCode: Hashable, Sendable {
    package enum Fault: String, Error, Hashable, Sendable { case pattern, month }
    /// The form of the platform's new codes, or the one that they followed.
    package enum Form: Hashable, Sendable { case present, former }

    package let text: String
    package let form: Form
    /// Division code of the place, as the code says it.
    package let division: String
    /// The first and the last day on which it can have been given: of a month, in the old form of a year.
    package let first: BusinessDay
    package let last: BusinessDay

    /// Reads a code by its form; how its last digit is computed is not published, so it is not checked.
    ///
    /// - Source: 发改投资〔2020〕1439号; GB/T 40058-2021, COD-3
    package init(_ text: String) throws(Fault) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let lengths = parts.map(\.utf8.count)
        guard lengths == [4, 6, 2, 2, 6] || lengths == [4, 6, 2, 2, 6, 3],
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let time = Int(parts[0])
        else { throw .pattern }
        form = parts.count == 5 ? .present : .former
        let isYear = form == .former
        guard
            let first = BusinessDay(
                year: isYear ? time : 2000 + time / 100, month: isYear ? 1 : time % 100, day: 1)
        else { throw isYear ? .pattern : .month }
        self.text = text
        self.first = first
        last = first.adding(months: isYear ? 12 : 1).adding(days: -1)
        division = String(parts[1])
    }
}
