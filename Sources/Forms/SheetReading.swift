import Foundation
import Values
import Web

/// What a form sent, as the body that the API takes (表单读取).
struct SheetReading {
    /// The body; nil where nothing was filled in.
    private(set) var body: JSON?
    /// What could not be read, by the field's name on the page.
    private(set) var errors: [String: String] = [:]
    /// The field's name on the page for each place in the body.
    private var names: [String: String] = [:]

    private let sheet: Sheet
    private let form: Form

    init(_ form: Form, for sheet: Sheet) {
        self.sheet = sheet
        self.form = form
        guard let shape = sheet.shape else { return }
        body = object(shape, path: "", pointer: "") ?? [:]
    }

    /// The name on the page of what the API complains of: the field itself, or the one that it lies in.
    func name(of pointer: String) -> String? {
        var pointer = pointer
        while !pointer.isEmpty {
            if let name = names[pointer] { return name }
            pointer = pointer.split(separator: "/").dropLast().map { "/" + $0 }.joined()
        }
        return nil
    }

    private mutating func object(_ shape: Shape, path: String, pointer: String) -> JSON? {
        var fields = [String: JSON]()
        var isFilled = false
        for field in shape.fields {
            let inner = path.isEmpty ? field.name : path + "." + field.name
            let needed = shape.required.contains(field.name)
            if Sheet.isLeftOut(inner, needed: needed) { continue }
            let place = pointer + "/" + field.name
            let name = Sheet.name(sheet.route, inner)
            names[place] = name
            if field.name == "id", field.shape.format == "uuid" {
                fields["id"] = form[name].map { .text($0) }
                continue
            }
            guard let value = value(field.name, field.shape, path: inner, pointer: place, name: name) else {
                continue
            }
            isFilled = true
            fields[field.name] = value
            if field.name == "content", field.shape.format == "base64", shape["media_type"] != nil,
                let file = form.file(name)
            {
                fields["media_type"] = .text(DocumentType.of(file.bytes).rawValue)
            }
        }
        return isFilled || path.isEmpty ? .object(fields) : nil
    }

    private mutating func value(
        _ field: String, _ shape: Shape, path: String, pointer: String, name: String
    ) -> JSON? {
        let known = sheet.choices[Sheet.unnumbered(path)]
        let text = form[name].map { trimmed($0) } ?? ""
        switch Control.of(field, shape, choices: known, words: sheet.words) {
        case .group(let inner): return object(inner, path: path, pointer: pointer)
        case .rows(let inner): return rows(inner, path: path, pointer: pointer)
        case .bill: return bill(path: path, pointer: pointer)
        case .checks: return .list(form.all(name).filter { !$0.isEmpty }.map { .text($0) })
        case .list:
            let lines = text.split(whereSeparator: \.isNewline).map { trimmed(String($0)) }
            return .list(lines.filter { !$0.isEmpty }.map { .text($0) })
        case .file(_, let many):
            let files = form.files.filter { $0.name == name }.map { JSON.text(base64($0.bytes)) }
            return many ? (files.isEmpty ? nil : .list(files)) : files.first
        case .yesNo: return text.isEmpty ? nil : .bool(text == "true")
        case .money: return number(text, name, Amounts.fen(text), "应为金额（元），最多两位小数，如 1,234.56")
        case .quantity: return number(text, name, Amounts.milli(text), "应为数量，最多三位小数")
        case .whole: return number(text, name, Int64(text), "应为整数")
        case .moment: return text.isEmpty ? nil : .text(text.count == 16 ? text + ":00+08:00" : text)
        case .line, .lines, .day, .choice: return text.isEmpty ? nil : .text(text)
        }
    }

    private mutating func number(_ text: String, _ name: String, _ value: Int64?, _ wrong: String) -> JSON? {
        if text.isEmpty { return nil }
        if let value { return .int(value) }
        errors[name] = wrong
        return nil
    }

    private mutating func rows(_ shape: Shape, path: String, pointer: String) -> JSON {
        var list = [JSON]()
        let numbers = Sheet.rowNumbers(form.names, under: Sheet.name(sheet.route, path))
        for row in numbers.sorted() {
            if let item = object(shape, path: "\(path).\(row)", pointer: "\(pointer)/\(list.count)") {
                list.append(item)
            }
        }
        return .list(list)
    }

    private mutating func bill(path: String, pointer: String) -> JSON {
        var list = [JSON]()
        let start = Sheet.name(sheet.route, path) + "."
        for name in form.names where name.hasPrefix(start) {
            let text = trimmed(form[name] ?? "")
            guard !text.isEmpty else { continue }
            guard let milli = Amounts.milli(text) else {
                errors[name] = "应为数量，最多三位小数"
                continue
            }
            for field in ["", "/bill_line", "/quantity_milli"] {
                names["\(pointer)/\(list.count)\(field)"] = name
            }
            list.append([
                "bill_line": .text(String(name.dropFirst(start.count))), "quantity_milli": .int(milli),
            ])
        }
        return .list(list)
    }

    private func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespacesAndNewlines) }
    private func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
}
