package import Values

extension Schema {
    /// The schema as OpenAPI 3.1 shows it; named ones as references.
    package var json: JSON {
        var fields = shape
        if isNullable {
            if case .object(let members) = fields, let type = members["type"]?.text {
                var members = members
                members["type"] = .list([.text(type), "null"])
                if let values = members["enum"]?.list { members["enum"] = .list(values + [.null]) }
                fields = .object(members)
            } else if kind != .any {
                fields = ["anyOf": .list([fields, ["type": "null"]])]
            }
        }
        if let identity, case .object(var members) = fields {
            members["x-distinct-by"] = .text(identity)
            fields = .object(members)
        }
        if let words, case .object(var members) = fields {
            members["description"] = .text("\(words.zh) / \(words.en)")
            fields = .object(members)
        }
        return fields
    }

    private var shape: JSON {
        switch kind {
        case .any: return [:]
        case .bool: return ["type": "boolean"]
        case .named(let name, _), .again(let name): return ["$ref": .text("#/components/schemas/" + name)]
        case .choice(let values): return ["type": "string", "enum": .list(values.map { .text($0) })]
        case .int(let min, let max):
            var members: [String: JSON] = ["type": "integer", "format": "int64"]
            if let min { members["minimum"] = .int(min) }
            if let max { members["maximum"] = .int(max) }
            return .object(members)
        case .text(let rules): return .object(rules.members)
        case .list(let element, let min, let max):
            return [
                "type": "array", "items": element.json, "minItems": .int(Int64(min)),
                "maxItems": .int(Int64(max)),
            ]
        case .map(let inner, let max):
            return ["type": "object", "additionalProperties": inner.json, "maxProperties": .int(Int64(max))]
        case .object(let fields, let required, let open):
            var members: [String: JSON] = [
                "type": "object", "properties": .object(fields.mapValues(\.json)),
                "additionalProperties": .bool(open),
            ]
            let needed = required.sorted()
            if !needed.isEmpty { members["required"] = .list(needed.map { .text($0) }) }
            return .object(members)
        }
    }

    /// Every named schema in this one, by its name.
    func collectNamed(into named: inout [String: Schema]) {
        switch kind {
        case .named(let name, let inner):
            guard named.updateValue(inner, forKey: name) == nil else { return }
            inner.collectNamed(into: &named)
        case .object(let fields, _, _): for field in fields.values { field.collectNamed(into: &named) }
        case .list(let inner, _, _), .map(let inner, _): inner.collectNamed(into: &named)
        case .text, .choice, .int, .bool, .again, .any: return
        }
    }
}

extension Schema.TextRules {
    fileprivate var members: [String: JSON] {
        var members: [String: JSON] = [
            "type": "string", "minLength": .int(Int64(min)), "maxLength": .int(Int64(max)),
        ]
        guard let format else { return members }
        members["format"] = .text(format.rawValue)
        if let pattern = format.pattern { members["pattern"] = .text(pattern) }
        return members
    }
}

extension Format {
    /// The spelling as a regular expression, where the standard formats do not already say it.
    var pattern: String? {
        switch self {
        case .uuid, .date, .dateTime: nil
        case .money, .area: "^[0-9]{1,15}(\\.[0-9]{1,2})?$"
        case .ratio: "^-?[0-9]+(/[0-9]+|\\.[0-9]{1,12})?$"
        case .uscc: "^[0-9A-HJ-NPQRTUWXY]{18}$"
        case .division: "^[0-9]{6}$"
        case .mobile: "^1[3-9][0-9]{9}$"
        case .name: "^[a-z][a-z0-9_.-]*$"
        case .sha256: "^[0-9a-f]{64}$"
        case .base64: "^[A-Za-z0-9+/]+={0,2}$"
        }
    }
}
