package import Policy
package import Values

/// Days that the law gives to somebody's answer, each counted from what starts it (法定期限).
package enum NoticeClockRules {
    /// The terms that have a key of their own, each in force from the day of its text.
    private static let own = [
        "quality_station_report", "fire_spot_check", "owners_revocation", "retention_check", "retention_pay",
        "retention_silence",
    ]

    /// The key under which a term stands: its own, else the periods of a tender.
    private static func key(of name: String) -> String {
        own.contains(name) ? "notice." + name : "procedure.periods"
    }

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
    package static func names(under policy: Policy) -> [String] {
        own + policy.names(everUnder: "procedure.periods")
    }

    /// Where a term ends that begins on a day; nil where no text has such a term, on that day or another.
    ///
    /// Days in it that its law does not count (`uncounted`, calendar days) move the end of a term of days.
    ///
    /// - Source: QLT-08, FIR-04, CON-7, PRO-16, RET-5; catalogue CV-05, CV-06, CV-08, CV-15
    /// - Throws: `PolicyFault.notInForce` where the term's text began after the day; `WorkCalendar.NotLoaded` for working
    ///   days of a year whose notice is not held.
    package static func clock(
        _ name: String, from start: BusinessDay, uncounted: Int = 0, calendar: WorkCalendar,
        under policy: Policy
    ) throws -> Clock? {
        guard names(under: policy).contains(name) else { return nil }
        let list = key(of: name)
        guard let record = try policy.records(list).value.first(where: { $0.id == name }) else { return nil }
        let (value, unit) = (try record.int("value"), try record.text("unit"))
        let nominal: BusinessDay
        switch unit {
        case "workdays": nominal = try calendar.workday(Int(value), after: start)
        case "months": nominal = start.adding(months: Int(value))
        case "days": nominal = start.adding(days: Int(value) + uncounted)
        default: throw PolicyFault.wrongKind(key: list + "." + name + ".unit", expected: .text)
        }
        return Clock(
            words: try record.words(), value: value, unit: unit, nominal: nominal,
            effective: unit == "workdays" ? nominal : try? calendar.rolled(nominal),
            citation: record.citation)
    }
}
