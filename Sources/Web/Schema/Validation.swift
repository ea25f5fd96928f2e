package import Values

extension Schema {
    /// Everything wrong with a value, each with its place and words; empty where all is well.
    package func validate(_ value: JSON) -> [FieldError] {
        var errors: [FieldError] = []
        check(value, at: "", into: &errors)
        return errors
    }

    /// Text of a form or query as the value this schema asks for; left as text where it does not read as one.
    package func coerced(_ text: String) -> JSON {
        let schema = resolved
        if text.isEmpty, schema.isNullable { return .null }
        switch schema.kind {
        case .int: return Int64(text).map { .int($0) } ?? .text(text)
        case .bool:
            return ["true", "on", "1"].contains(text)
                ? true : ["false", "0"].contains(text) ? false : .text(text)
        default: return .text(text)
        }
    }

    private func check(_ value: JSON, at pointer: String, into errors: inout [FieldError]) {
        if value == .null, isNullable { return }
        switch (kind, value) {
        case (.named(_, let inner), _): inner.check(value, at: pointer, into: &errors)
        case (.any, _), (.again, .object): return
        case (.object(let fields, let required, let open), .object(let values)):
            checkFields(values, fields, required, open, at: pointer, into: &errors)
        case (.map(let inner, let max), .object(let values)):
            if values.count > max { errors.append(.tooMany(pointer, max)) }
            for name in values.keys.sorted() {
                inner.check(values[name] ?? .null, at: pointer + "/" + escaped(name), into: &errors)
            }
        case (.text(let rules), .text(let text)): rules.check(text, at: pointer, into: &errors)
        case (.choice(let values), .text(let text)):
            if !values.contains(text) {
                let zh = values.map { "“\($0)”" }.joined(separator: "、")
                let en = values.joined(separator: ", ")
                errors.append(
                    FieldError(pointer, "not_listed", Words("应为以下之一：\(zh)", "must be one of: \(en)")))
            }
        case (.int(let min, let max), .int(let number)):
            if let min, number < min {
                errors.append(
                    FieldError(pointer, "too_small", Words("不能小于 \(min)", "must be at least \(min)")))
            }
            if let max, number > max {
                errors.append(
                    FieldError(pointer, "too_large", Words("不能大于 \(max)", "must be at most \(max)")))
            }
        case (.bool, .bool): return
        case (.list(let element, let min, let max), .list(let values)):
            if values.count < min {
                errors.append(
                    FieldError(pointer, "too_few", Words("至少 \(min) 项", "must have at least \(min)")))
            }
            if values.count > max { errors.append(.tooMany(pointer, max)) }
            for (index, item) in values.prefix(max).enumerated() {
                element.check(item, at: pointer + "/\(index)", into: &errors)
            }
            if let identity { checkDistinct(values.prefix(max), by: identity, at: pointer, into: &errors) }
        case (_, .null): errors.append(FieldError(pointer, "null", Words("不能为空", "may not be null")))
        default: errors.append(FieldError(pointer, "wrong_type", typeWords))
        }
    }

    private func checkDistinct(
        _ values: some Sequence<JSON>, by field: String, at pointer: String, into errors: inout [FieldError]
    ) {
        var first: [JSON: Int] = [:]
        for (index, item) in values.enumerated() {
            guard let value = item[field] else { continue }
            if let earlier = first[value] {
                errors.append(
                    FieldError(
                        "\(pointer)/\(index)/\(escaped(field))", "repeated",
                        Words("与第 \(earlier + 1) 项重复", "is the same as in entry \(earlier + 1)")))
            } else {
                first[value] = index
            }
        }
    }

    private func checkFields(
        _ values: [String: JSON], _ fields: [String: Schema], _ required: Set<String>, _ open: Bool,
        at pointer: String, into errors: inout [FieldError]
    ) {
        for name in Set(fields.keys).union(values.keys).sorted() {
            let place = pointer + "/" + escaped(name)
            switch (fields[name], values[name]) {
            case (let schema?, let value?): schema.check(value, at: place, into: &errors)
            case (_?, nil):
                if required.contains(name) {
                    errors.append(FieldError(place, "missing", Words("必填", "is needed")))
                }
            case (nil, _):
                if !open { errors.append(FieldError(place, "unknown", Words("没有这个字段", "is no field here"))) }
            }
        }
    }

    private var typeWords: Words {
        switch kind {
        case .object, .map: Words("应为对象", "must be an object")
        case .text, .choice: Words("应为文字", "must be text")
        case .int: Words("应为整数", "must be a whole number")
        case .bool: Words("应为 true 或 false", "must be true or false")
        case .list: Words("应为列表", "must be a list")
        case .named, .again, .any: Words("类型不对", "is of the wrong kind")
        }
    }
}

extension Schema.TextRules {
    fileprivate func check(_ text: String, at pointer: String, into errors: inout [FieldError]) {
        let length = text.unicodeScalars.count
        if length < min {
            errors.append(
                length == 0
                    ? FieldError(pointer, "empty", Words("不能为空", "may not be empty"))
                    : FieldError(
                        pointer, "too_short", Words("至少 \(min) 个字", "must have at least \(min) characters"))
            )
            return
        }
        if length > max {
            errors.append(
                FieldError(pointer, "too_long", Words("最多 \(max) 个字", "must have at most \(max) characters")))
            return
        }
        if let format {
            if !format.isMet(by: text) { errors.append(FieldError(pointer, "format", format.words)) }
        } else if text.unicodeScalars.contains(where: { isControl($0) }) {
            errors.append(
                FieldError(pointer, "control_character", Words("含有不可见的控制字符", "has control characters")))
        } else if min > 0, text.allSatisfy(\.isWhitespace) {
            errors.append(FieldError(pointer, "empty", Words("不能为空", "may not be empty")))
        }
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        if lines, scalar == "\n" || scalar == "\r" || scalar == "\t" { return false }
        // Bidirectional overrides can make a text read as another one.
        return scalar.value < 32 || (127...159).contains(scalar.value)
            || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}

extension FieldError {
    fileprivate static func tooMany(_ pointer: String, _ max: Int) -> FieldError {
        FieldError(pointer, "too_many", Words("最多 \(max) 项", "must have at most \(max)"))
    }
}

/// One reference token of a JSON pointer (RFC 6901).
func escaped(_ token: String) -> String {
    guard token.contains(where: { $0 == "~" || $0 == "/" }) else { return token }
    return String(token.flatMap { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) })
}
