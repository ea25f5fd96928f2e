import Values
import Web

/// One action as a form (办理表单): its fields from the body that the API declares, and what was sent before.
struct Sheet: Sendable {
    let route: Route
    /// Where it posts to, with what the page knows besides.
    let action: String
    let shape: Shape?
    let words: ChoiceWords
    /// What there is to choose from, by the path of the field without the numbers of rows.
    var choices: [String: [Choice]] = [:]
    /// What goes along unseen: the version that was looked at, the page to go back to.
    var carried: [String: String] = [:]
    var sent: Form?
    /// What was wrong, by the field's name on the page.
    var errors: [String: String] = [:]
    let ids: @Sendable () -> ID

    /// Fields of a page may not share a name with those of another form on it.
    static func name(_ route: Route, _ path: String) -> String {
        route.operation.map { $0 == "." || $0 == "-" ? "_" : "\($0)" }.joined() + "-" + path
    }

    /// Hidden fields, by their names on the page.
    static let key = "_key", version = "_version", back = "_back"
    /// Which list is to have more rows: the form comes again with what was filled in, and nothing is sent on.
    static let more = "_more"
    private static let moreRows = 5

    /// What is not asked for: it is made here, or belongs to another way of doing it.
    static func isLeftOut(_ path: String, needed: Bool) -> Bool {
        let name = path.split(separator: ".").last.map(String.init) ?? path
        return ["subject_kind", "subject_id", "media_type"].contains(name)
            || (name.hasSuffix("sha256") && !needed)
    }

    var takesFiles: Bool { shape.map { Sheet.hasFile($0) } ?? false }

    private static func hasFile(_ shape: Shape) -> Bool {
        shape.format == "base64" || shape.fields.contains { hasFile($0.shape) }
            || (shape.items.map { hasFile($0) } ?? false)
    }

    var html: HTML {
        el(
            "form",
            ["method": "post", "action": action, "enctype": takesFiles ? "multipart/form-data" : nil]
        ) {
            // A new attempt is a new request: a refusal that was filed keeps the key it came with.
            hidden(Sheet.key, "page-\(ids())")
            for name in carried.keys.sorted() { hidden(name, carried[name] ?? "") }
            // The Enter key presses a form's first button, which is not to be one that adds rows.
            el("button", ["type": "submit", "hidden": "", "tabindex": "-1"]) { Sheet.title(route) }
            if let shape { fields(shape, "", isInRow: false) }
            el("p") { el("button", ["type": "submit"]) { Sheet.title(route) } }
        }
    }

    /// What an action is called: the first words of its summary.
    static func title(_ route: Route) -> String {
        route.summary.zh.split(separator: "，").first.map(String.init) ?? route.summary.zh
    }

    private func hidden(_ name: String, _ value: String) -> HTML {
        el("input", ["type": "hidden", "name": name, "value": value])
    }

    private func fields(_ shape: Shape, _ prefix: String, isInRow: Bool) -> HTML {
        HTML(
            shape.fields.map { field in
                let path = prefix.isEmpty ? field.name : prefix + "." + field.name
                let needed = shape.required.contains(field.name)
                if Sheet.isLeftOut(path, needed: needed) { return .empty }
                let name = Sheet.name(route, path)
                if field.name == "id", field.shape.format == "uuid" { return hidden(name, "\(ids())") }
                if carried[name] != nil { return .empty }
                return asked(field.name, field.shape, path, needed: needed, isInRow: isInRow)
            })
    }

    private func asked(
        _ field: String, _ shape: Shape, _ path: String, needed: Bool, isInRow: Bool
    ) -> HTML {
        let name = Sheet.name(route, path)
        let known = choices[Sheet.unnumbered(path)]
        let label = FieldWords.words(field, of: route.operation) ?? field
        let control = Control.of(field, shape, choices: known, words: words)
        switch control {
        case .group(let inner):
            return el("fieldset", ["class": "field"]) {
                el("legend") { needed ? label : label + "（选填）" }
                complaint(name)
                fields(inner, path, isInRow: isInRow || !needed)
            }
        case .rows(let inner): return rows(inner, path, label, least: shape.least, needed: needed)
        case .bill(let lines): return bill(lines, path, label)
        default:
            let entry = Entry(
                name: name, label: label, english: Sheet.english(field), control: control, isNeeded: needed,
                isInRow: isInRow, values: sent?.all(name) ?? [], error: errors[name])
            return entry.html
        }
    }

    private func complaint(_ name: String) -> HTML {
        guard let error = errors[name] else { return .empty }
        return el("p", ["class": "error"]) { "错误：" + error }
    }

    /// As many rows as were sent, and a few more; those left empty are not sent.
    private func rows(_ inner: Shape, _ path: String, _ label: String, least: Int64, needed: Bool) -> HTML {
        let name = Sheet.name(route, path)
        let known = Sheet.rowCount[route.operation + " " + path] ?? Sheet.rowCount[route.operation] ?? 3
        let had = (sent.map { Sheet.rowNumbers($0.names, under: name).max() ?? -1 } ?? -1) + 1
        let count = max(known, Int(least), had) + (sent?[Sheet.more] == name ? Sheet.moreRows : 0)
        return el("fieldset", ["class": "field"]) {
            el("legend") { needed ? label : label + "（选填）" }
            complaint(name)
            el("p", ["class": "hint"]) { "空着的行不提交。" }
            for row in 0..<count {
                el("fieldset", ["class": "field"]) {
                    el("legend") { "第 \(row + 1) 项" }
                    fields(inner, "\(path).\(row)", isInRow: true)
                }
            }
            el("button", ["type": "submit", "name": Sheet.more, "value": name, "formnovalidate": ""]) {
                "“\(label)”再加 \(Sheet.moreRows) 项"
            }
        }
    }

    /// The numbers of the rows of a list that were sent.
    static func rowNumbers(_ names: [String], under name: String) -> Set<Int> {
        Set(
            names.filter { $0.hasPrefix(name + ".") }
                .compactMap { Int($0.dropFirst(name.count + 1).prefix { $0 != "." }) })
    }

    /// A quantity for each line of the bill.
    private func bill(_ lines: [Choice], _ path: String, _ label: String) -> HTML {
        el("fieldset", ["class": "field"]) {
            el("legend") { label }
            complaint(Sheet.name(route, path))
            if lines.isEmpty { el("p", ["class": "hint"]) { "没有工程量清单。" } }
            for line in lines {
                let name = Sheet.name(route, "\(path).\(line.value)")
                Entry(
                    name: name, label: line.text, english: "quantity", control: .quantity, isNeeded: false,
                    isInRow: true, values: sent?.all(name) ?? [], error: errors[name]
                ).html
            }
        }
    }

    /// How many rows a form begins with, where three are too few: all lists of an action, or one of them.
    static let rowCount = [
        "tender.award committee": 7, "tender.award bidders": 5,
        "contract.sign": 15, "handover.send_documents": 10, "handover.receipt": 10, "scheme.record": 15,
        "acceptance.answer": 12, "handover.plan": 5,
    ]

    /// `bill.3.works_item` as `bill.works_item`.
    static func unnumbered(_ path: String) -> String {
        path.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
    }

    /// A field's name in the API as English words, without its unit.
    static func english(_ field: String) -> String {
        let words = field.split(separator: "_").filter { !["fen", "milli"].contains($0) }
        return words.joined(separator: " ")
    }
}
