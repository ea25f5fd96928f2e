package import Values

/// Sends requests to a router without a socket, for tests of routes.
package struct TestClient: Sendable {
    package let router: Router
    /// Headers sent with every request, such as `authorization`.
    package var headers: Headers

    package init(_ router: Router, headers: Headers = [:]) {
        self.router = router
        self.headers = headers
    }

    /// The same client, signed in by a bearer token.
    package func bearing(_ token: String) -> TestClient {
        var client = self
        client.headers["authorization"] = "Bearer \(token)"
        return client
    }

    package func get(_ target: String, headers: Headers = [:]) async -> Response {
        await send(.get, target, headers: headers)
    }

    /// Posts JSON; an Idempotency-Key is sent where given.
    package func post(_ target: String, _ json: JSON, key: String? = nil, headers: Headers = [:]) async
        -> Response
    {
        var headers = headers
        headers["content-type"] = "application/json"
        if let key { headers["idempotency-key"] = key }
        return await send(.post, target, headers: headers, body: json.canonical)
    }

    /// Posts a page's form.
    package func post(form fields: [(String, String)], to target: String, headers: Headers = [:]) async
        -> Response
    {
        var headers = headers
        headers["content-type"] = "application/x-www-form-urlencoded"
        let body = fields.map { percentEncoded($0.0) + "=" + percentEncoded($0.1) }.joined(separator: "&")
        return await send(.post, target, headers: headers, body: Array(body.utf8))
    }

    package func send(_ method: Method, _ target: String, headers: Headers = [:], body: [UInt8] = []) async
        -> Response
    {
        var all = self.headers
        for field in headers.fields { all[field.name] = nil }
        for field in headers.fields { all.add(field.name, field.value) }
        return await router.respond(to: Request(method, target, headers: all, body: body, peer: "test"))
    }
}

extension Response {
    /// The body as JSON; nil where it is none.
    package var json: JSON? { (try? JSONReader.read(body))?.0 }

    /// What differs between an answer and what its route's description says of that status: an undeclared status, a
    /// field of the wrong kind, one that is missing, one that no description names.
    package func deviations(from route: Route) -> [FieldError] {
        if status >= 400, route.answers[status] == nil {
            let type = headers["content-type"] ?? ""
            if type.hasPrefix("text/html"), route.produces == "text/html" { return [] }
            guard type.hasPrefix("application/problem+json"), let json else {
                return [FieldError("", "no_problem", Words("不是问题文档", "is no problem document"))]
            }
            return Schema.problem.validate(json)
        }
        guard route.produces == "application/json", status != 304 else { return [] }
        guard let schema = route.answers[status] else {
            return [FieldError("", "undeclared", Words("未声明的状态 \(status)", "\(status) is not declared"))]
        }
        if status == 204 { return [] }
        guard let json else { return [FieldError("", "not_json", Words("不是 JSON", "is not JSON"))] }
        return schema.validate(json)
            + schema.undescribed(in: json).map {
                FieldError($0, "undescribed", Words("说明里没有这个字段", "is named by no description"))
            }
    }

    /// The answer as readable text for snapshots: status, the headers that matter, JSON on indented lines.
    package var transcript: String {
        let shown: Set<String> = [
            "content-type", "location", "etag", "allow", "retry-after", "cache-control", "set-cookie",
            "www-authenticate",
        ]
        var lines = ["\(status)"]
        for field in headers.fields.sorted(by: { $0.name < $1.name }) where shown.contains(field.name) {
            lines.append("\(field.name): \(field.value)")
        }
        if !body.isEmpty { lines += ["", json?.indented() ?? text] }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension JSON {
    /// The value on indented lines, keys in order, for people.
    package func indented(_ depth: Int = 0) -> String {
        let margin = String(repeating: "  ", count: depth + 1)
        let end = String(repeating: "  ", count: depth)
        switch self {
        case .list(let values) where !values.isEmpty:
            return "[\n" + values.map { margin + $0.indented(depth + 1) }.joined(separator: ",\n")
                + "\n\(end)]"
        case .object(let fields) where !fields.isEmpty:
            let lines = fields.keys.sorted().map { key in
                "\(margin)\(JSON.text(key)): \((fields[key] ?? .null).indented(depth + 1))"
            }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(end)}"
        default: return description
        }
    }
}
