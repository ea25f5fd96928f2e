import Foundation
package import Values

extension Request {
    /// The body as a value of that type: JSON, or a form where the route takes one.
    ///
    /// The route's schema is checked first, so that every error is reported at once (422); what is not JSON or
    /// no form is 400, another content type 415.
    package func decode<Value: Decodable>(_ type: Value.Type) throws(Problem) -> Value {
        let (bytes, _) = try checkedBody()
        do {
            return try JSONDecoder().decode(Value.self, from: Data(bytes))
        } catch let error as DecodingError {
            throw .invalid([error.fieldError])
        } catch {
            throw .malformed(Words("内容无法读懂", "The body cannot be read"))
        }
    }

    /// The body as JSON, checked against the route's schema.
    package func json() throws(Problem) -> JSON {
        try checkedBody().value
    }

    private func checkedBody() throws(Problem) -> (bytes: [UInt8], value: JSON) {
        let type = headers["content-type"].flatMap { MediaType($0) }
        let isJSON = type.map { $0.essence == "application/json" || $0.essence.hasSuffix("+json") } ?? false
        guard isJSON || route?.form == nil else { return try checkedForm() }
        guard isJSON, ["utf-8", nil].contains(type?.parameters["charset"]?.lowercased()) else {
            throw .wrongType("application/json")
        }
        let value: JSON
        var errors: [FieldError]
        do {
            (value, errors) = try JSONReader.read(body)
        } catch {
            throw error.problem
        }
        let known = Set(errors.map(\.pointer))
        errors += (route?.body ?? .any).validate(value).filter { !known.contains($0.pointer) }
        guard errors.isEmpty else { throw .invalid(errors.sorted { $0.pointer < $1.pointer }) }
        return (body, value)
    }

    /// A form as the object its schema describes; files are left out, the form field of the CSRF token too.
    private func checkedForm() throws(Problem) -> (bytes: [UInt8], value: JSON) {
        let schema = route?.form ?? .any
        guard case .object(let fields, _, _) = schema.resolved.kind else {
            throw .wrongType("application/json")
        }
        var object: [String: JSON] = [:]
        let sent = try self.form()
        for name in sent.names where name != Form.tokenField {
            let texts = sent.all(name)
            if case .list(let element, _, _) = fields[name]?.resolved.kind {
                object[name] = .list(texts.map { element.coerced($0) })
            } else if texts.count > 1 {
                throw .malformed(Words("字段 \(name) 出现了两次", "The field \(name) is given twice"))
            } else if let schema = fields[name], let text = texts.first {
                // A browser sends every field of a form, filled in or not.
                if !text.isEmpty { object[name] = schema.coerced(text) }
            } else {
                object[name] = texts.first.map { .text($0) }
            }
        }
        let errors = schema.validate(.object(object))
        guard errors.isEmpty else { throw .invalid(errors) }
        return (JSON.object(object).canonical, .object(object))
    }
}

extension Schema {
    /// A value that this schema takes, as a value of a type; every error of it in one problem (422).
    package func decode<Value: Decodable>(_ type: Value.Type, from value: JSON) throws(Problem) -> Value {
        let errors = validate(value)
        guard errors.isEmpty else { throw .invalid(errors.sorted { $0.pointer < $1.pointer }) }
        do {
            return try JSONDecoder().decode(Value.self, from: Data(value.canonical))
        } catch let error as DecodingError {
            throw .invalid([error.fieldError])
        } catch {
            throw .malformed(Words("内容无法读懂", "The body cannot be read"))
        }
    }
}

extension JSONFault {
    fileprivate var problem: Problem {
        switch self {
        case .malformed(let offset):
            .malformed(Words("第 \(offset) 字节起不是 JSON", "This is not JSON at byte \(offset)"))
        case .tooDeep: .malformed(Words("JSON 嵌套超过 32 层", "The JSON is nested deeper than 32 levels"))
        case .repeatedName(let pointer):
            .malformed(Words("字段 \(pointer) 出现了两次", "The field \(pointer) is given twice"))
        }
    }
}

extension DecodingError {
    /// The place and the kind of a failure that the schema did not foresee; values are not shown.
    fileprivate var fieldError: FieldError {
        let path: [any CodingKey]
        switch self {
        case .keyNotFound(let key, let context): path = context.codingPath + [key]
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            path = context.codingPath
        @unknown default: path = []
        }
        let pointer = path.map { key in "/" + escaped(key.intValue.map(String.init) ?? key.stringValue) }
            .joined()
        return FieldError(pointer, "unreadable", Words("内容不符合要求", "is not as it must be"))
    }
}
