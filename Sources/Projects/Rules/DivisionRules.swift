package import Policy
package import Values

/// The codes of places (行政区划代码), with the days on which each stood.
package enum DivisionRules {
    package enum Finding: Hashable, Sendable {
        case code(String)
        /// The place has no code of its own on the day: it never had one, or it was not yet or no more.
        case noOwnCode
        /// A place with this name in this city is not in the table that is held.
        case unknown
    }

    /// The code of a place on the day of the policy.
    ///
    /// - Source: GB/T 2260, COD-4; catalogue K31
    package static func code(
        of name: String, in city: String?, under policy: Policy
    ) throws(PolicyFault) -> Cited<Finding> {
        let table = try policy.records("division.codes")
        var isKnown = false
        for record in table.value where try isNamed(name, city, by: record) {
            isKnown = true
            guard try stands(record, on: policy.day), record.has("code") else { continue }
            return Cited(.code(try record.text("code")), record.citation)
        }
        return Cited(isKnown ? .noOwnCode : .unknown, table.citation)
    }

    private static func isNamed(
        _ name: String, _ city: String?, by record: PolicyRecord
    ) throws(PolicyFault) -> Bool {
        var names = [try record.text("zh")]
        if record.has("aliases") { names += try record.texts("aliases") }
        guard names.contains(where: { $0 == name || bare($0) == bare(name) }) else { return false }
        guard let city, record.has("city") else { return true }
        return bare(try record.text("city")) == bare(city)
    }

    private static func stands(_ record: PolicyRecord, on day: BusinessDay) throws(PolicyFault) -> Bool {
        if record.has("since"), let since = BusinessDay(iso: try record.text("since")), day < since {
            return false
        }
        if record.has("until"), let until = BusinessDay(iso: try record.text("until")), until < day {
            return false
        }
        return true
    }

    /// A name without the word that says what kind of place it is.
    private static func bare(_ name: String) -> String {
        for suffix in ["省", "市", "区", "县"] where name.count > 2 && name.hasSuffix(suffix) {
            return String(name.dropLast())
        }
        return name
    }
}
