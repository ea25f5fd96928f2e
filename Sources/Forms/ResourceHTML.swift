import Values
import Web

/// What the API answers, as a page shows it (内容展示): named fields in the words of the glossary, lists as tables.
struct ResourceHTML {
    let words: ChoiceWords
    /// Where the files of what is shown lie.
    let address: String

    /// What an answer has for programs, or in another place of the page.
    private static let aside: Set<String> = [
        "id", "version", "edition", "next", "path", "explanation", "inputs", "figures", "_actions",
        "_blocked",
        "determination", "source", "because", "policy_edition", "photos", "tree", "rule", "key",
    ]

    /// What somebody typed, which is never a name of ours.
    private static let typed: Set<String> = [
        "code", "title", "number", "name", "detail", "place", "unit", "organisation", "reason", "note",
        "description",
    ]

    /// An answer's facts, then each of its lists; `more` adds a last cell to the rows of a list.
    func facts(
        _ json: JSON, _ shape: Shape?, besides left: Set<String> = [],
        more: ((String) -> ((JSON) -> HTML)?)? = nil
    ) -> HTML {
        let shown = names(json, besides: left)
        let plain = shown.filter { json[$0]?.list == nil }
        let lists = shown.filter { json[$0]?.list?.isEmpty == false }
        return HTML([
            plain.isEmpty
                ? .empty
                : el("dl", ["class": "facts"]) {
                    for name in plain {
                        if let value = cell(name, json[name] ?? .null, shape?[name]), !value.text.isEmpty {
                            el("dt") { FieldWords.words(name) ?? name }
                            el("dd") { value }
                        }
                    }
                },
            because(json),
            HTML(
                lists.map { name in
                    let items = json[name]?.list ?? []
                    let title = FieldWords.words(name) ?? name
                    guard items.contains(where: { $0["_actions"] != nil || isObject($0) }) else {
                        return el("p") {
                            "\(title)：" + items.compactMap { text(name, $0, nil) }.joined(separator: "、")
                        }
                    }
                    let unmet = items.compactMap { $0["refusal"] }.filter(isObject)
                    return HTML([
                        table(of: items, shape?[name]?.items, caption: title, more: more?(name)),
                        unmet.isEmpty ? .empty : refusals(unmet),
                    ])
                }),
            photos(json),
        ])
    }

    /// A list as a table; `more` adds a last cell to each row.
    func table(
        of items: [JSON], _ shape: Shape?, caption: String, first: ((JSON, HTML) -> HTML)? = nil,
        more: ((JSON) -> HTML)? = nil
    ) -> HTML {
        var columns = [String]()
        for item in items {
            for name in names(item, besides: []) where !columns.contains(name) && item[name]?.list == nil {
                columns.append(name)
            }
        }
        columns = columns.sorted { (ResourceHTML.rank($0), $0) < (ResourceHTML.rank($1), $1) }
            .filter { name in
                items.contains { cell(name, $0[name] ?? .null, shape?[name])?.text.isEmpty == false }
            }
        let shown = Array(columns.prefix(9))
        let rows = items.map { item -> [HTML] in
            var row = shown.map { cell($0, item[$0] ?? .null, shape?[$0]) ?? .empty }
            if let first {
                if row.isEmpty { row = [HTML("查看")] }
                row[0] = first(item, row[0])
            }
            if let more { row.append(more(item)) }
            return row
        }
        let heads = shown.map { FieldWords.words($0) ?? $0 } + (more == nil ? [] : ["办理"])
        return Web.table(caption, heads.isEmpty ? ["内容"] : heads, rows: rows)
    }

    /// What things of a list hold lists of their own, each folded: a contract's bill, what a finding rests on.
    func details(of items: [JSON], _ shape: Shape?) -> HTML {
        HTML(
            items.map { item in
                guard case .object(let fields) = item else { return .empty }
                let lists = fields.filter { $0.value.list?.contains(where: isObject) == true }.keys
                let inner = HTML([
                    because(item),
                    HTML(
                        lists.sorted().filter {
                            !ResourceHTML.aside.contains($0) && FieldWords.words($0) != nil
                        }
                        .map { name in
                            table(
                                of: item[name]?.list ?? [], shape?[name]?.items,
                                caption: FieldWords.words(name) ?? name)
                        }),
                ])
                guard !inner.text.isEmpty else { return .empty }
                let name = ["number", "code", "title", "name"].compactMap { item[$0]?.text }.prefix(2)
                let verdict = item["verdict"].flatMap { text("verdict", $0, shape?["verdict"]) }
                return el("details", ["class": "action"]) {
                    el("summary") { (name + [verdict].compactMap { $0 }).joined(separator: " ") + " 明细" }
                    inner
                }
            })
    }

    private func names(_ json: JSON, besides left: Set<String>) -> [String] {
        guard case .object(let fields) = json else { return [] }
        return fields.keys.filter { name in
            !ResourceHTML.aside.contains(name) && !left.contains(name) && !name.hasSuffix("_en")
                && FieldWords.words(name) != nil && fields[name] != .null
                // What has a title of its own is shown by it.
                && fields[name + "_title"] == nil
        }.sorted { (ResourceHTML.rank($0), $0) < (ResourceHTML.rank($1), $1) }
    }

    private static func rank(_ name: String) -> Int {
        let order = [
            "number", "code", "title", "name", "kind_title", "kind", "place", "state_title", "state",
            "severity",
            "organisation", "contractor", "role", "amount_fen", "estimate_fen", "due_on",
        ]
        return order.firstIndex(of: name) ?? (name.hasSuffix("_on") ? 50 : 30)
    }

    private func isObject(_ json: JSON) -> Bool {
        if case .object = json { true } else { false }
    }

    private func cell(_ name: String, _ value: JSON, _ shape: Shape?) -> HTML? {
        if isObject(value) {
            let inner = facts(value, shape)
            return inner.text.isEmpty ? nil : inner
        }
        guard let text = text(name, value, shape) else { return nil }
        if name == "state" || name == "state_title" { return badge(text, .waiting) }
        // What nobody has put into words stands as the program's own.
        return ResourceHTML.isCode(text) ? el("code", ["lang": "en"]) { text } : HTML(text)
    }

    private func text(_ name: String, _ value: JSON, _ shape: Shape?) -> String? {
        switch value {
        case .bool(let flag): return flag ? "是" : "否"
        case .int(let number):
            if name.hasSuffix("_fen") { return Fen(number).forPeople }
            if name.hasSuffix("_milli") { return Amounts.quantity(number) }
            if name == "permille" { return "\(number / 10).\(number % 10)%" }
            return name == "area_hundredths" ? Fen(number).forPeople : "\(number)"
        case .text(let text):
            // A thing's number is for programs; so is a digest.
            if text.isEmpty || ID(text) != nil || text.count == 64 && !text.contains(" ") { return nil }
            if name.contains("role") || ["party", "seat"].contains(name),
                let role = Role(rawValue: String(text.prefix { $0 != "-" }))
            {
                // The second unit of a role sits on `contractor-2`.
                let number = text.drop { $0 != "-" }.dropFirst()
                return role.words.zh + (number.isEmpty ? "" : "（\(number)）")
            }
            // A place may be a division's code.
            if name == "place", text.utf8.count == 6, Int(text) != nil { return nil }
            if !ResourceHTML.typed.contains(name),
                let told = words.words(text, of: name, among: shape?.values)
            {
                return told
            }
            if name.hasSuffix("_at") || name == "at", let instant = Instant(iso: text) {
                return instant.local
            }
            return text
        case .null, .list, .object: return nil
        }
    }

    private static func isCode(_ text: String) -> Bool {
        text.contains("_")
            && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
    }

    /// The photos of an issue or a log, each by its own address.
    private func photos(_ json: JSON) -> HTML {
        let digests = (json["photos"]?.list ?? []).compactMap { photo -> (String, String)? in
            guard let digest = photo.text ?? photo["sha256"]?.text else { return nil }
            return (digest, photo["moment"]?.text == "after" ? "整改后照片" : "照片")
        }
        guard !digests.isEmpty else { return .empty }
        return el("ul") {
            for (index, photo) in digests.enumerated() {
                el("li") { link("\(photo.1) \(index + 1)", to: "\(address)/photos/\(photo.0)") }
            }
        }
    }
}

extension ResourceHTML {
    /// What an answer rests on, folded.
    func because(_ json: JSON) -> HTML {
        guard let reasons = json["because"]?.list ?? json["because"]?["because"]?.list, !reasons.isEmpty
        else {
            return .empty
        }
        return tree(reasons, summary: "依据")
    }

    /// Refusals as a page shows them: what, under which clause, what is missing, what helps, who can lift it.
    func refusals(_ refusals: [JSON]) -> HTML {
        el("ol", ["class": "refusals"]) {
            for refusal in refusals {
                el("li") {
                    el("p", ["class": "what"]) { refusal["detail"]?.text ?? "" }
                    el("dl") {
                        if let source = refusal["source"], let document = source["document"]?.text {
                            el("dt") { "依据" }
                            el("dd") {
                                document + " " + (source["clause"]?.text ?? "")
                                if let quote = source["text"]?.text, !quote.isEmpty { el("q") { quote } }
                                tree(refusal["because"]?.list ?? [], summary: "规则、取值与认定")
                            }
                        }
                        let missing = (refusal["missing"]?.list ?? []).compactMap { $0["zh"]?.text }
                        if !missing.isEmpty {
                            el("dt") { "还缺" }
                            el("dd") { el("ul") { for item in missing { el("li") { item } } } }
                        }
                        el("dt") { "怎么办" }
                        el("dd") { refusal["remedy"]?.text ?? "" }
                        let lifters = (refusal["lifted_by_titles"]?.list ?? []).compactMap(\.text)
                        if !lifters.isEmpty {
                            el("dt") { "谁能解除" }
                            el("dd") { lifters.joined(separator: "、") }
                        }
                    }
                }
            }
        }
    }

    private func tree(_ reasons: [JSON], summary: String) -> HTML {
        guard !reasons.isEmpty else { return .empty }
        return el("details", ["class": "because"]) {
            el("summary") { summary }
            branch(reasons)
        }
    }

    private func branch(_ reasons: [JSON]) -> HTML {
        el("ul") {
            for reason in reasons {
                el("li") {
                    line(reason)
                    if let under = reason["under"]?.list, !under.isEmpty { branch(under) }
                }
            }
        }
    }

    private func line(_ reason: JSON) -> HTML {
        if let finding = reason["finding"]?.text { return HTML(finding) }
        if let key = reason["key"]?.text {
            return HTML([
                HTML("取值 “"), el("code", ["lang": "en"]) { key }, HTML("” = "),
                el("code", ["lang": "en"]) { reason["value"].map { "\($0)" } ?? "" },
                HTML("（\(reason["pack"]?.text ?? "")）"),
            ])
        }
        if let fact = reason["fact"]?.text {
            return HTML([
                HTML("事实 “"), el("code", ["lang": "en"]) { fact }, HTML("” = "),
                el("code", ["lang": "en"]) { reason["value"].map { "\($0)" } ?? "" },
            ])
        }
        let place = [reason["document"], reason["clause"]].compactMap { $0?.text }.joined(separator: " ")
        return HTML([
            HTML("\(place) [\(reason["rule"]?.text ?? "")]"),
            reason["text"]?.text.map { text in text.isEmpty ? .empty : el("q") { text } } ?? .empty,
        ])
    }
}
