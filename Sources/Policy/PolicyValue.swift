package import Values

/// A value of a policy pack together with where it comes from.
package struct Cited<Value: Sendable>: Sendable {
    package let value: Value
    package let citation: Citation

    package init(_ value: Value, _ citation: Citation) {
        self.value = value
        self.citation = citation
    }
}

extension Cited: Equatable where Value: Equatable {}
extension Cited: Hashable where Value: Hashable {}

/// What a key of a pack holds.
package enum ValueKind: String, Hashable, Sendable, CaseIterable {
    case money, int, ratio, bool, text, texts, records

    package var zh: String {
        switch self {
        case .money: "金额"
        case .int: "整数"
        case .ratio: "比例"
        case .bool: "是否"
        case .text: "文字"
        case .texts: "文字列表"
        case .records: "条目列表"
        }
    }
}

/// One value of a pack, of one of the seven kinds.
package enum PolicyValue: Hashable, Sendable {
    case money(Fen)
    case int(Int64)
    case ratio(Ratio)
    case bool(Bool)
    case text(String)
    case texts([String])
    case records([PolicyRecord])

    package var kind: ValueKind {
        switch self {
        case .money: .money
        case .int: .int
        case .ratio: .ratio
        case .bool: .bool
        case .text: .text
        case .texts: .texts
        case .records: .records
        }
    }

    /// The value as policy questions speak it: money in yuan text, ratios in lowest terms.
    package var json: JSON {
        switch self {
        case .money(let fen): .text(fen.yuan)
        case .int(let count): .int(count)
        case .ratio(let ratio): .text(ratio.description)
        case .bool(let flag): .bool(flag)
        case .text(let text): .text(text)
        case .texts(let texts): .list(texts.map { .text($0) })
        case .records(let records): .list(records.map(\.json))
        }
    }
}

/// One row of a list in a pack: its id, its fields, and the clause that this row stands on.
package struct PolicyRecord: Hashable, Sendable {
    package let id: String
    package let fields: [String: PolicyValue]
    package let citation: Citation

    package init(id: String, fields: [String: PolicyValue], citation: Citation) {
        self.id = id
        self.fields = fields
        self.citation = citation
    }

    /// True where the row has the field: fields declared `…?` may be left out.
    package func has(_ field: String) -> Bool { fields[field] != nil }

    package func fen(_ field: String) throws(PolicyFault) -> Fen {
        guard case .money(let fen)? = fields[field] else { throw missing(field, .money) }
        return fen
    }

    package func int(_ field: String) throws(PolicyFault) -> Int64 {
        guard case .int(let count)? = fields[field] else { throw missing(field, .int) }
        return count
    }

    package func ratio(_ field: String) throws(PolicyFault) -> Ratio {
        guard case .ratio(let ratio)? = fields[field] else { throw missing(field, .ratio) }
        return ratio
    }

    package func bool(_ field: String) throws(PolicyFault) -> Bool {
        guard case .bool(let flag)? = fields[field] else { throw missing(field, .bool) }
        return flag
    }

    package func text(_ field: String) throws(PolicyFault) -> String {
        guard case .text(let text)? = fields[field] else { throw missing(field, .text) }
        return text
    }

    package func texts(_ field: String) throws(PolicyFault) -> [String] {
        guard case .texts(let texts)? = fields[field] else { throw missing(field, .texts) }
        return texts
    }

    /// The row's name for people, from its fields `zh` and `en`.
    package func words() throws(PolicyFault) -> Words {
        // Titles of forms leave a blank for the community's name, which says nothing to whoever misses the form.
        Words(try text("zh").replacing("×××", with: ""), try text("en"))
    }

    package var json: JSON {
        .object(
            fields.mapValues(\.json).merging(["id": .text(id), "because": citation.json]) { own, _ in own })
    }

    private func missing(_ field: String, _ kind: ValueKind) -> PolicyFault {
        .fieldMissing(record: id, field: field, expected: kind)
    }
}
