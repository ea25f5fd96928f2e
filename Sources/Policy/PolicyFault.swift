package import Values

/// Why the packs give no answer: a fault of the data or of the question, never a refusal.
package enum PolicyFault: Error, Hashable, Sendable {
    /// No pack of the place says anything about the key.
    case keyMissing(key: String, place: String)
    /// The deciding text is not held; whoever answers must say so (catalogue CV-17).
    case needsSource(key: String, document: String, citation: Citation?)
    /// The key has no value, or more than one, on the day; with the clause that stands nearest to it.
    case notInForce(key: String, day: BusinessDay, citation: Citation? = nil)
    case wrongKind(key: String, expected: ValueKind)
    case fieldMissing(record: String, field: String, expected: ValueKind)
    case calendarNotLoaded(year: Int)
    /// There is no pack for the place; a neighbour's or a parent's is not used instead.
    case placeUnknown(place: String)
    case editionUnknown(edition: String, place: String)

    /// A stable code for answers and exit statuses.
    package var code: String {
        switch self {
        case .keyMissing: "policy_key_missing"
        case .needsSource: "needs_source"
        case .notInForce: "rule_not_in_force"
        case .wrongKind: "policy_kind_wrong"
        case .fieldMissing: "policy_field_missing"
        case .calendarNotLoaded: "calendar_not_loaded"
        case .placeUnknown: "place_unknown"
        case .editionUnknown: "edition_unknown"
        }
    }

    package var words: Words {
        switch self {
        case .keyMissing(let key, let place):
            Words(
                "\(place) 的政策包没有关于\(name(key).zh)的规定",
                "the packs of \(place) say nothing on \(name(key).en)")
        case .needsSource(let key, let document, let citation):
            Words(
                "关于\(name(key).zh)的规定取决于尚未收录的文件 \(citation?.document ?? document)",
                "what holds of \(name(key).en) depends on a document that is not held: \(document)")
        case .notInForce(let key, let day, _):
            Words(
                "关于\(name(key).zh)，\(day) 没有唯一有效的规定",
                "nothing, or more than one thing, is in force on \(name(key).en) on \(day)")
        case .wrongKind(let key, let expected):
            Words("“\(key)”的值不是\(expected.zh)", "\(key) is not of kind \(expected.rawValue)")
        case .fieldMissing(let record, let field, let expected):
            Words(
                "条目“\(record)”没有\(expected.zh)字段“\(field)”",
                "record \(record) has no field \(field) of kind \(expected.rawValue)")
        case .calendarNotLoaded(let year):
            Words("\(year) 年的工作日历尚未收录", "the working-day calendar of \(year) is not loaded")
        case .placeUnknown(let place):
            Words("没有 \(place) 的政策包", "there is no pack for \(place)")
        case .editionUnknown(let edition, let place):
            Words("没有 \(place) 的政策版本 \(edition)", "there is no edition \(edition) for \(place)")
        }
    }
}

extension PolicyFault {
    /// The key that gives no answer, for whoever keeps the packs; nil where the fault is of no key.
    package var key: String? {
        switch self {
        case .keyMissing(let key, _), .needsSource(let key, _, _), .notInForce(let key, _, _),
            .wrongKind(let key, _):
            key
        case .fieldMissing, .calendarNotLoaded, .placeUnknown, .editionUnknown: nil
        }
    }

    /// The clause that is known of: of the text that is not held, or nearest to the day.
    package var citation: Citation? {
        switch self {
        case .needsSource(_, _, let citation), .notInForce(_, _, let citation): citation
        default: nil
        }
    }

    /// What the key is about, as people say it; the key where nobody has named its family.
    private func name(_ key: String) -> Words { KeyFamilies.words(of: key) ?? Words("“\(key)”", key) }

    package init(_ calendar: WorkCalendar.NotLoaded) {
        self = .calendarNotLoaded(year: calendar.year)
    }
}

/// One thing that is wrong with a pack: where, and what.
package struct PackProblem: Hashable, Sendable, CustomStringConvertible {
    /// Path inside the folder of packs: `330302-lucheng/projects.yaml`.
    package let file: String
    /// Line of the file, counted from 1, where one is known.
    package let line: Int?
    /// The key, and inside it the field or record; empty for the file itself.
    package let key: String
    package let message: String

    package var description: String {
        file + (line.map { ":\($0)" } ?? "") + ": " + (key.isEmpty ? "" : key + ": ") + message
    }
}

/// Everything that is wrong with a set of packs, found in one reading.
package struct PackErrors: Error, Hashable, Sendable, CustomStringConvertible {
    package let problems: [PackProblem]

    package var description: String { problems.map(\.description).joined(separator: "\n") }
}
