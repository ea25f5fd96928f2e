import Values
import Yams

/// Reads the capability files of a pack: keys with their values, periods and clauses.
///
/// Clauses are checked here, against the documents of the pack and of the packs above it.
struct KeyReader {
    let documents: [String: Document]
    /// What was published stays as it was read then.
    var isPublished = false

    func read(_ root: Node, file: String, into keys: inout [String: KeyRule], _ complaints: inout Complaints)
    {
        guard let table = YamlTable(root, at: Spot(file: file, key: ""), &complaints) else { return }
        var remaining = table
        for key in table.names {
            let spot = Spot(file: file, key: key)
            guard let node = remaining.take(key) else {
                complaints.add(spot, "says nothing")
                continue
            }
            if let earlier = keys[key] {
                complaints.add(spot, "is also in \(earlier.file)", at: node)
                continue
            }
            if let rule = rule(node, at: spot, &complaints) { keys[key] = rule }
        }
    }

    private func rule(_ node: Node, at spot: Spot, _ complaints: inout Complaints) -> KeyRule? {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        if !table.writes("entries") {
            guard let content = standIn(&table, &complaints) else {
                complaints.add(spot, "has neither entries nor inherit nor needs_source", at: node)
                return nil
            }
            table.finish(&complaints)
            return KeyRule(
                file: spot.file, line: node.mark?.line, kind: nil,
                periods: [KeyRule.Period(from: nil, to: nil, content: content, relation: nil)])
        }
        let kind = kind(&table, &complaints)
        let fields = fields(&table, kind, &complaints)
        let entries = table.take("entries")?.items
        if entries?.isEmpty ?? true {
            complaints.add(spot.inner("entries"), "is not a list of entries", at: node)
        }
        table.finish(&complaints)
        guard let kind, let entries, !entries.isEmpty else { return nil }
        var periods: [KeyRule.Period] = []
        for (index, entry) in entries.enumerated() {
            let place = spot.inner("entries[\(index)]")
            if let period = period(entry, kind, fields, at: place, &complaints) { periods.append(period) }
        }
        overlaps(periods, at: spot, node, &complaints)
        return KeyRule(file: spot.file, line: node.mark?.line, kind: kind, periods: periods)
    }

    private func kind(_ table: inout YamlTable, _ complaints: inout Complaints) -> ValueKind? {
        guard let name = table.text("kind", &complaints) else { return nil }
        guard let kind = ValueKind(rawValue: name) else {
            let known = ValueKind.allCases.map(\.rawValue).joined(separator: ", ")
            complaints.add(table.spot.inner("kind"), "is none of \(known): \(name)", at: table.node)
            return nil
        }
        return kind
    }

    private func fields(
        _ table: inout YamlTable, _ kind: ValueKind?, _ complaints: inout Complaints
    ) -> [String: RecordField] {
        let spot = table.spot.inner("fields")
        guard let node = table.take("fields") else {
            if kind == .records { complaints.add(spot, "is missing: records say the kind of each field") }
            return [:]
        }
        if let kind, kind != .records { complaints.add(spot, "belongs to records only", at: node) }
        guard let declared = YamlTable(node, at: spot, &complaints) else { return [:] }
        var remaining = declared
        var fields: [String: RecordField] = [:]
        for name in declared.names {
            guard let text = remaining.take(name)?.plainText, let field = RecordField(text) else {
                complaints.add(spot.inner(name), "is not a kind, or a kind with ? after it", at: node)
                continue
            }
            fields[name] = field
        }
        return fields
    }

    /// `inherit: parent` or `needs_source: <document>` in the place of a value.
    private func standIn(_ table: inout YamlTable, _ complaints: inout Complaints) -> KeyRule.Content? {
        if table.writes("inherit") {
            if table.text("inherit", &complaints) != "parent" {
                complaints.add(table.spot.inner("inherit"), "is not parent", at: table.node)
            }
            return .inherit
        }
        guard table.writes("needs_source") else { return nil }
        let rule = table.text("rule", &complaints) ?? ""
        guard let id = table.text("needs_source", &complaints) else { return nil }
        guard let document = documents[id] else {
            complaints.add(table.spot.inner("needs_source"), "is an unknown document: \(id)", at: table.node)
            return nil
        }
        return .needsSource(
            document: id, Citation(rule: rule, document: document.name, clause: "", verified: false))
    }

    private func period(
        _ node: Node, _ kind: ValueKind, _ fields: [String: RecordField], at spot: Spot,
        _ complaints: inout Complaints
    ) -> KeyRule.Period? {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let from = table.optionalDay("from", &complaints)
        let to = table.optionalDay("to", &complaints)
        if from == nil { complaints.add(spot.inner("from"), "a period has a first day", at: node) }
        if let from, let to, to < from { complaints.add(spot.inner("to"), "is before from", at: node) }
        let relation = relation(&table, &complaints)
        defer { table.finish(&complaints) }
        if !table.writes("value") {
            guard let content = standIn(&table, &complaints) else {
                complaints.add(spot.inner("value"), "is missing", at: node)
                return nil
            }
            return from.map { KeyRule.Period(from: $0, to: to, content: content, relation: relation) }
        }
        let value = table.take("value")
        let marks = MarkReader(documents: documents, from: from)
        guard let citation = marks.citation(&table, &complaints) else { return nil }
        let values = ValueReader(marks: marks, fallback: citation)
        guard let value = values.value(value, kind, fields, at: spot.inner("value"), &complaints), let from
        else {
            return nil
        }
        if !isPublished, !citation.quote.isEmpty, !QuotedNumber.says(citation.quote, value) {
            complaints.add(spot.inner("value"), "is a number that its quote does not say", at: node)
        }
        return KeyRule.Period(from: from, to: to, content: .value(value, citation), relation: relation)
    }

    private func relation(_ table: inout YamlTable, _ complaints: inout Complaints) -> Reason.Relation? {
        guard table.writes("relation"), let name = table.text("relation", &complaints) else { return nil }
        let relation = Reason.Relation(rawValue: name)
        if relation == nil {
            let known = Reason.Relation.allCases.map(\.rawValue).joined(separator: ", ")
            complaints.add(
                table.spot.inner("relation"), "is none of \(known): \(name)", at: table.node)
        }
        return relation
    }

    private func overlaps(
        _ periods: [KeyRule.Period], at spot: Spot, _ node: Node, _ complaints: inout Complaints
    ) {
        let ordered = periods.sorted { ($0.from?.daysSince2000 ?? .min) < ($1.from?.daysSince2000 ?? .min) }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) {
            guard let from = later.from else { continue }
            guard let to = earlier.to, to < from else {
                complaints.add(spot, "two entries are in force on \(from)", at: node)
                continue
            }
            let next = to.adding(days: 1)
            if next < from, !isPublished {
                complaints.add(
                    spot, "says nothing from \(next) to \(from.adding(days: -1)): write what holds then",
                    at: node)
            }
        }
    }
}

/// Reads the clause that an entry or a record stands on, and holds its quote against the document.
struct MarkReader {
    let documents: [String: Document]
    /// First day of the entry: no rule is older than its document.
    let from: BusinessDay?

    func citation(_ table: inout YamlTable, _ complaints: inout Complaints) -> Citation? {
        let rule = table.text("rule", &complaints)
        let house = table.flag("house_rule", &complaints) ?? false
        let note = table.take("note")?.plainText
        let spot = table.spot
        if house {
            guard let rule else { return nil }
            if !rule.hasPrefix("HOUSE-") {
                complaints.add(spot.inner("rule"), "a house rule's id begins HOUSE-")
            }
            if table.writes("source") || table.writes("verified") {
                complaints.add(spot, "a house rule has no source and is never verified", at: table.node)
                _ = table.take("source")
                _ = table.take("verified")
            }
            if note == nil { complaints.add(spot.inner("note"), "a house rule says why", at: table.node) }
            return Citation(rule: rule, document: "平台自定规则（非法律条文）", clause: note ?? "", verified: false)
        }
        if let rule, rule.hasPrefix("HOUSE-") {
            complaints.add(spot.inner("rule"), "a rule HOUSE-… is marked house_rule", at: table.node)
        }
        let verified = table.flag("verified", &complaints)
        if verified == nil { complaints.add(spot.inner("verified"), "is missing", at: table.node) }
        guard let node = table.take("source") else {
            complaints.add(spot.inner("source"), "is missing", at: table.node)
            return nil
        }
        guard let rule, let verified else { return nil }
        return source(node, rule: rule, verified: verified, at: spot.inner("source"), &complaints)
    }

    private func source(
        _ node: Node, rule: String, verified: Bool, at spot: Spot, _ complaints: inout Complaints
    ) -> Citation? {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let id = table.text("document", &complaints)
        let clause = table.text("clause", &complaints)
        let quote = table.optionalText("quote", &complaints)
        table.finish(&complaints)
        guard let id, let clause else { return nil }
        guard let document = documents[id] else {
            complaints.add(spot.inner("document"), "is unknown: \(id)", at: node)
            return nil
        }
        if document.evidence == .missing {
            complaints.add(spot.inner("document"), "is not held, so no value comes from it: \(id)", at: node)
        }
        if let from, let inForce = document.inForce, from < inForce {
            complaints.add(spot.inner("document"), "is in force from \(inForce), after \(from)", at: node)
        }
        guard let text = document.clauses[clause] else {
            complaints.add(spot.inner("clause"), "is unknown in \(id): \(clause)", at: node)
            return nil
        }
        if let quote, !(text.map { folded($0).contains(folded(quote)) } ?? false) {
            complaints.add(spot.inner("quote"), "is not found in \(id), \(clause)", at: node)
        }
        if verified, document.evidence != .seen || quote == nil {
            complaints.add(
                spot, "verified needs a text that was seen and a quote from it", at: node)
        }
        return Citation(
            rule: rule, document: document.name, clause: clause, quote: quote ?? "", verified: verified)
    }
}
