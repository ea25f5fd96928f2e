import Values
import Web

/// How one value is asked for (填写方式).
enum Control: Sendable {
    case line
    case lines
    /// One text on each line.
    case list
    case money
    case quantity
    case whole
    case day
    case moment
    case yesNo(yes: String, no: String)
    case choice([Choice])
    case checks([Choice])
    case file(accept: String, many: Bool)
    /// A quantity for each line of the bill.
    case bill([Choice])
    /// Several of the same, each with its own fields.
    case rows(Shape)
    case group(Shape)

    /// What a shape asks for; `choices` are what there is to choose from, where that is known.
    static func of(_ name: String, _ shape: Shape, choices: [Choice]?, words: ChoiceWords) -> Control {
        switch shape.type {
        case "boolean":
            return ["supports", "approves"].contains(name)
                ? .yesNo(yes: "同意", no: "不同意") : .yesNo(yes: "是", no: "否")
        case "integer":
            if name.hasSuffix("_fen") { return .money }
            return name.hasSuffix("_milli") ? .quantity : .whole
        case "object": return .group(shape)
        case "array": return list(name, shape, choices, words)
        default: return text(name, shape, choices, words)
        }
    }

    private static func list(
        _ name: String, _ shape: Shape, _ choices: [Choice]?, _ words: ChoiceWords
    ) -> Control {
        guard let items = shape.items else { return .list }
        if items.type == "object" {
            let names = Set(items.fields.map(\.name))
            if names == ["bill_line", "quantity_milli"], let choices { return .bill(choices) }
            return .rows(items)
        }
        if items.format == "base64" { return .file(accept: "image/jpeg,image/png", many: true) }
        if let choices { return .checks(choices) }
        if let values = items.values {
            return .checks(values.map { Choice($0, words.words($0, of: name, among: values) ?? $0) })
        }
        return .list
    }

    private static func text(
        _ name: String, _ shape: Shape, _ choices: [Choice]?, _ words: ChoiceWords
    ) -> Control {
        if let choices, !choices.isEmpty { return .choice(choices) }
        if let values = shape.values {
            return .choice(values.map { Choice($0, words.words($0, of: name, among: values) ?? $0) })
        }
        switch shape.format {
        case "date": return .day
        case "date-time": return .moment
        case "base64": return .file(accept: "", many: false)
        case nil:
            let isLong = [
                "reason", "note", "description", "content", "summary", "explanation", "dispute", "settlement",
                "findings", "words", "opinion",
            ].contains(name)
            return isLong || shape.longest >= 1000 ? .lines : .line
        default: return .line
        }
    }
}

/// One field of a form as it is shown (字段): what was sent before, and what was wrong with it.
struct Entry {
    let name: String
    let label: String
    let english: String
    let control: Control
    var isNeeded: Bool
    /// Within a row nothing is needed by itself: a row left empty is not sent.
    var isInRow = false
    var values: [String] = []
    var error: String?

    private var id: String { "field-" + name }
    private var caption: HTML {
        HTML([
            HTML(isNeeded || isInRow ? label : label + "（选填）"), HTML(" "),
            el("small", ["lang": "en"]) { english },
        ])
    }

    private var describedBy: String? { error == nil ? nil : id + "-error" }
    private var complaint: HTML {
        guard let error else { return .empty }
        return el("p", ["class": "error", "id": id + "-error"]) { "错误：" + error }
    }

    var html: HTML {
        switch control {
        case .yesNo(let yes, let no):
            return set([Choice("true", yes), Choice("false", no)], type: "radio")
        case .checks(let choices): return set(choices, type: "checkbox")
        default:
            return el("div", ["class": error == nil ? "field" : "field wrong"]) {
                el("label", ["for": id]) { caption }
                complaint
                input
            }
        }
    }

    private func set(_ choices: [Choice], type: String) -> HTML {
        el("fieldset", ["class": "field", "aria-describedby": describedBy]) {
            el("legend") { caption }
            complaint
            if choices.isEmpty { el("p", ["class": "hint"]) { "没有可选的。" } }
            for (index, choice) in choices.enumerated() {
                el("div", ["class": "check"]) {
                    el(
                        "input",
                        [
                            "type": type, "id": "\(id)-\(index)", "name": name, "value": choice.value,
                            "required": isNeeded && !isInRow && type == "radio" ? "" : nil,
                            "checked": values.contains(choice.value) ? "" : nil,
                        ])
                    el("label", ["for": "\(id)-\(index)"]) { choice.text }
                }
            }
        }
    }

    private var common: Attributes {
        [
            "id": id, "name": name, "required": isNeeded && !isInRow ? "" : nil,
            "aria-describedby": describedBy, "aria-invalid": error == nil ? nil : "true",
        ]
    }

    private func field(_ type: String, _ more: [(String, String)] = []) -> HTML {
        var attributes = common
        attributes["type"] = type
        if type != "file" { attributes["value"] = values.first ?? "" }
        for (name, value) in more { attributes[name] = value }
        return el("input", attributes)
    }

    private var input: HTML {
        switch control {
        case .money: return field("text", [("inputmode", "decimal"), ("placeholder", "1,234.56")])
        case .quantity: return field("text", [("inputmode", "decimal")])
        case .whole: return field("text", [("inputmode", "numeric")])
        case .day: return field("date")
        case .moment: return field("datetime-local")
        case .file(let accept, let many):
            var more = [(String, String)]()
            if !accept.isEmpty { more.append(("accept", accept)) }
            if many { more.append(("multiple", "")) }
            return field("file", more)
        case .lines, .list:
            var attributes = common
            attributes["rows"] = "3"
            // A parser drops one line end right behind the start tag.
            return el("textarea", attributes) { "\n" + (values.first ?? "") }
        case .choice(let choices):
            return el("select", common) {
                el("option", ["value": ""]) { "请选择" }
                for choice in choices {
                    el(
                        "option",
                        ["value": choice.value, "selected": values.contains(choice.value) ? "" : nil]
                    ) { choice.text }
                }
            }
        case .line, .yesNo, .checks, .bill, .rows, .group: return field("text")
        }
    }
}
