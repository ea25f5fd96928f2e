import Values
import Yams

/// The kind of one field of a record; `?` after it says that a record may leave it out.
struct RecordField {
    let kind: ValueKind
    let required: Bool

    init?(_ text: String) {
        required = !text.hasSuffix("?")
        guard let kind = ValueKind(rawValue: required ? text : String(text.dropLast())), kind != .records
        else {
            return nil
        }
        self.kind = kind
    }
}

/// Reads values of a kind, and nothing looser: money has two places, truth is not a word in quotes.
struct ValueReader {
    let marks: MarkReader
    /// The entry's own clause, for records that name no other.
    let fallback: Citation

    func value(
        _ node: Node?, _ kind: ValueKind, _ fields: [String: RecordField], at spot: Spot,
        _ complaints: inout Complaints
    ) -> PolicyValue? {
        guard let node else {
            complaints.add(spot, "is null")
            return nil
        }
        guard kind == .records else {
            let value = ValueReader.simple(node, kind)
            if value == nil { complaints.add(spot, "is not of kind \(kind.rawValue)", at: node) }
            return value
        }
        guard let items = node.items else {
            complaints.add(spot, "is not a list of records", at: node)
            return nil
        }
        var records: [PolicyRecord] = []
        for (index, item) in items.enumerated() {
            let place = spot.inner("[\(index)]")
            if let record = record(item, fields, at: place, &complaints) {
                if records.contains(where: { $0.id == record.id }) {
                    complaints.add(place.inner("id"), "stands twice: \(record.id)", at: item)
                }
                records.append(record)
            }
        }
        return .records(records)
    }

    private func record(
        _ node: Node, _ fields: [String: RecordField], at spot: Spot, _ complaints: inout Complaints
    ) -> PolicyRecord? {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let id = table.text("id", &complaints)
        let ownMark = ["rule", "source", "verified", "house_rule"].contains { table.writes($0) }
        let citation = ownMark ? marks.citation(&table, &complaints) : fallback
        var values: [String: PolicyValue] = [:]
        for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
            guard let node = table.take(name) else {
                if field.required { complaints.add(spot.inner(name), "is missing", at: node) }
                continue
            }
            if let value = ValueReader.simple(node, field.kind) {
                values[name] = value
            } else {
                complaints.add(spot.inner(name), "is not of kind \(field.kind.rawValue)", at: node)
            }
        }
        table.finish(&complaints)
        guard let id, let citation else { return nil }
        return PolicyRecord(id: id, fields: values, citation: citation)
    }

    /// A value of any kind but records.
    private static func simple(_ node: Node, _ kind: ValueKind) -> PolicyValue? {
        switch kind {
        case .money:
            guard let text = node.plainText, let fen = Fen(yuan: text), fen.yuan == text else { return nil }
            return .money(fen)
        case .int:
            guard let text = node.bareText, let count = Int64(text), String(count) == text else { return nil }
            return .int(count)
        case .ratio:
            guard let text = node.plainText, !text.contains("."), let ratio = Ratio(text) else { return nil }
            return .ratio(ratio)
        case .bool: return node.flag.map { .bool($0) }
        case .text:
            guard let text = node.plainText, !text.isEmpty, !node.isNull else { return nil }
            return .text(text)
        case .texts:
            guard let items = node.items else { return nil }
            let texts = items.compactMap { $0.isNull ? nil : $0.plainText }
            guard texts.count == items.count, texts.allSatisfy({ !$0.isEmpty }) else { return nil }
            return .texts(texts)
        case .records: return nil
        }
    }
}
