package import Policy
package import Values

/// Days that the law gives to somebody's answer, each counted from what starts it (法定期限).
package enum NoticeClockRules {
    /// The lists of the packs that have such days, the nearest first.
    private static let lists = ["notice.clocks", "procedure.periods"]

    /// A term and where it ends.
    package struct Clock: Hashable, Sendable {
        package let words: Words
        package let value: Int64
        package let unit: String
        package let nominal: BusinessDay
        /// The end moved to a working day; nil where the year's notice is not held.
        package let effective: BusinessDay?
        package let citation: Citation
    }

    /// The names of all terms that may be asked for.
    ///
    /// - Source: QLT-08, FIR-04, CON-7, PRO-16, RET-5
    package static func names(under policy: Policy) throws(PolicyFault) -> [String] {
        var names = [String]()
        for list in lists { names += try policy.records(list).value.map(\.id) }
        return names
    }

    /// Where a term ends that begins on a day; nil where there is no such term.
    ///
    /// - Source: QLT-08, FIR-04, CON-7, PRO-16, RET-5; catalogue CV-05, CV-06, CV-08
    /// - Throws: `WorkCalendar.NotLoaded` for working days of a year whose notice is not held.
    package static func clock(
        _ name: String, from start: BusinessDay, calendar: WorkCalendar, under policy: Policy
    ) throws -> Clock? {
        for list in lists {
            guard let record = try policy.records(list).value.first(where: { $0.id == name }) else {
                continue
            }
            let (value, unit) = (try record.int("value"), try record.text("unit"))
            let nominal: BusinessDay
            switch unit {
            case "workdays": nominal = try calendar.workday(Int(value), after: start)
            case "months": nominal = start.adding(months: Int(value))
            case "days": nominal = start.adding(days: Int(value))
            default: throw PolicyFault.wrongKind(key: list + "." + name + ".unit", expected: .text)
            }
            return Clock(
                words: try record.words(), value: value, unit: unit, nominal: nominal,
                effective: unit == "workdays" ? nominal : try? calendar.rolled(nominal),
                citation: record.citation)
        }
        return nil
    }
}
