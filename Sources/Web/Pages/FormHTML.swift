package import Values

/// How one field of a form looks: its label, what was sent before, and what was wrong with it.
package struct Field: Sendable {
    package enum Kind: Sendable {
        case text
        case lines(rows: Int)
        /// A whole number, with a number keypad on phones.
        case number
        /// Money in yuan, with a decimal keypad on phones.
        case money
        case day
        case time
        case phone
        case password
        /// A one-time code.
        case code
        case choice([(value: String, text: String)])
        case radios([(value: String, text: String)])
        case check
        /// Files; `camera` opens the camera on phones.
        case file(accept: String, camera: Bool, many: Bool)
    }

    package let name: String
    package let label: String
    package let kind: Kind
    package var value = ""
    package var hint: String?
    package var required: Bool
    package var error: String?

    package init(
        _ name: String, _ label: String, _ kind: Kind = .text, value: String = "", hint: String? = nil,
        required: Bool = true, error: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.hint = hint
        self.required = required
        self.error = error
    }

    /// The field with what was sent and what a problem said about it.
    package func after(_ form: Form?, _ problem: Problem?) -> Field {
        var field = self
        if let form, let text = form[name] { field.value = text }
        field.error = problem?.errors.first { $0.pointer == "/" + name }?.words.zh
        return field
    }

    package var html: HTML {
        if case .check = kind {
            return el("div", ["class": "field check"]) {
                control
                el("label", ["for": id]) { label }
                notes
            }
        }
        if case .radios(let choices) = kind {
            return el("fieldset", ["class": "field", "aria-describedby": describedBy]) {
                el("legend") { caption }
                notes
                for (index, choice) in choices.enumerated() { radio(index, choice.value, choice.text) }
            }
        }
        return el("div", ["class": error == nil ? "field" : "field wrong"]) {
            el("label", ["for": id]) { caption }
            notes
            control
        }
    }

    private var id: String { "field-" + name }
    private var caption: String { required ? label : label + "（选填）" }

    private var describedBy: String? {
        let ids = [hint == nil ? nil : id + "-hint", error == nil ? nil : id + "-error"].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private var notes: HTML {
        HTML([
            hint.map { hint in el("p", ["class": "hint", "id": id + "-hint"]) { hint } } ?? .empty,
            error.map { error in el("p", ["class": "error", "id": id + "-error"]) { "错误：" + error } }
                ?? .empty,
        ])
    }

    private var common: Attributes {
        [
            "id": id, "name": name, "required": required ? "" : nil, "aria-describedby": describedBy,
            "aria-invalid": error == nil ? nil : "true",
        ]
    }

    private func input(_ type: String, _ more: [String: String] = [:]) -> HTML {
        var attributes = common
        attributes["type"] = type
        if type != "password", type != "file", type != "checkbox" { attributes["value"] = value }
        for (name, value) in more.sorted(by: { $0.key < $1.key }) { attributes[name] = value }
        return el("input", attributes)
    }

    private var control: HTML {
        switch kind {
        case .text: return input("text")
        case .number: return input("text", ["inputmode": "numeric", "pattern": "-?[0-9]*"])
        case .money: return input("text", ["inputmode": "decimal"])
        case .day: return input("date")
        case .time: return input("time")
        case .phone: return input("tel", ["autocomplete": "tel"])
        case .password: return input("password", ["autocomplete": "current-password"])
        case .code:
            return input("text", ["inputmode": "numeric", "autocomplete": "one-time-code", "maxlength": "8"])
        case .check:
            return input(
                "checkbox",
                value == "true" || value == "on" ? ["checked": "", "value": "true"] : ["value": "true"])
        case .file(let accept, let camera, let many):
            var more = ["accept": accept]
            if camera { more["capture"] = "environment" }
            if many { more["multiple"] = "" }
            return input("file", more)
        case .lines(let rows):
            var attributes = common
            attributes["rows"] = "\(rows)"
            // A parser drops one line end right behind the start tag.
            return el("textarea", attributes) { "\n" + value }
        case .choice(let choices):
            return el("select", common) {
                if !required || value.isEmpty { el("option", ["value": ""]) { "请选择" } }
                for choice in choices {
                    el("option", ["value": choice.value, "selected": choice.value == value ? "" : nil]) {
                        choice.text
                    }
                }
            }
        case .radios: return .empty
        }
    }

    private func radio(_ index: Int, _ choice: String, _ text: String) -> HTML {
        el("div", ["class": "check"]) {
            el(
                "input",
                [
                    "type": "radio", "id": "\(id)-\(index)", "name": name, "value": choice,
                    "required": required ? "" : nil, "checked": choice == value ? "" : nil,
                ])
            el("label", ["for": "\(id)-\(index)"]) { text }
        }
    }
}

/// A form that posts to a path, with its token against forged ones.
///
/// The token is what the page's handler will check with `checkFormToken`, nil where no one is signed in;
/// `files` is true where a field takes files.
package func form(
    to path: String, token: String?, files: Bool = false, submit: String, @HTMLBuilder _ content: () -> HTML
) -> HTML {
    el("form", ["method": "post", "action": path, "enctype": files ? "multipart/form-data" : nil]) {
        if let token { el("input", ["type": "hidden", "name": Form.tokenField, "value": token]) }
        content()
        el("p") { el("button", ["type": "submit"]) { submit } }
    }
}

/// A badge that says in a word how a thing stands.
package func badge(_ text: String, _ standing: Standing) -> HTML {
    el("span", ["class": "badge " + standing.rawValue]) { text }
}

/// How a thing stands, for badges; the word beside the colour carries the meaning.
package enum Standing: String, Sendable { case blocked, waiting, done, plain }

/// A table with its caption and column heads.
package func table(_ caption: String, _ heads: [String], rows: [[HTML]]) -> HTML {
    el("div", ["class": "scroll"]) {
        el("table") {
            el("caption") { caption }
            el("thead") { el("tr") { for head in heads { el("th", ["scope": "col"]) { head } } } }
            el("tbody") {
                for row in rows {
                    el("tr") {
                        for (index, cell) in row.enumerated() {
                            el("td", ["data-head": index < heads.count ? heads[index] : nil]) { cell }
                        }
                    }
                }
            }
        }
    }
}

/// Refusals as a page shows them: what, under which clause, what is missing, what helps, who can lift it.
package func refusalList(_ refusals: [Refusal]) -> HTML {
    el("ol", ["class": "refusals"]) {
        for refusal in refusals {
            el("li") {
                el("p", ["class": "what"]) { refusal.detail.zh }
                el("dl") {
                    if let source = refusal.citation {
                        el("dt") { "依据" }
                        el("dd") {
                            source.place
                            if !source.quote.isEmpty { el("q") { source.quote } }
                            if let doubt = source.doubt { el("small") { doubt } }
                            reasonTree(refusal.because, summary: "规则、取值与认定")
                        }
                    }
                    if !refusal.missing.isEmpty {
                        el("dt") { "还缺" }
                        el("dd") { el("ul") { for item in refusal.missing { el("li") { item.zh } } } }
                    }
                    el("dt") { "怎么办" }
                    el("dd") { refusal.remedy.zh }
                    if !refusal.liftedBy.isEmpty {
                        el("dt") { "谁能解除" }
                        el("dd") { refusal.liftedBy.map(\.words.zh).joined(separator: "、") }
                    }
                }
            }
        }
    }
}
