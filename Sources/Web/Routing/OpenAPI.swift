package import Values

/// The OpenAPI 3.1 document of routes.
package func openAPI(title: String, version: String, routes: [Route], server: String = "/") -> JSON {
    var paths: [String: [String: JSON]] = [:]
    var named: [String: Schema] = ["Problem": .problem]
    Schema.problem.collectNamed(into: &named)
    var tags: Set<String> = []
    for route in routes {
        paths[route.path, default: [:]][route.method.rawValue.lowercased()] = route.document
        for schema in [route.body, route.form] + Array(route.answers.values) + route.query.map(\.schema) {
            schema?.collectNamed(into: &named)
        }
        tags.formUnion(route.tags)
    }
    return [
        "openapi": "3.1.0",
        "info": [
            "title": .text(title), "version": .text(version),
            "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
        ],
        "servers": [["url": .text(server)]],
        "tags": .list(tags.sorted().map { ["name": .text($0)] }),
        "paths": .object(paths.mapValues { .object($0) }),
        "components": [
            "schemas": .object(named.mapValues(\.json)),
            "securitySchemes": [
                "bearer": ["type": "http", "scheme": "bearer"],
                "session": ["type": "apiKey", "in": "cookie", "name": .text(Cookie.session)],
                "link": ["type": "apiKey", "in": "query", "name": "key"],
            ],
            "responses": [
                "Problem": [
                    "description": "问题 / A problem",
                    "content": [
                        "application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]
                    ],
                ]
            ],
        ],
    ]
}

extension Schema {
    /// A problem document, as every answer of 4xx and 5xx has it.
    package static let problem = Schema.open(
        [
            "type": .string(), "title": .string(), "title_en": .string(), "status": .int(min: 400, max: 599),
            "detail": .string(max: 20_000), "detail_en": .string(max: 20_000), "instance": .string(),
            "code": .string(), "request_id": .id,
            "refusals": .array(of: .ref("Refusal", .refusal)),
            "errors": .array(
                of: .ref(
                    "FieldError",
                    .open([
                        "pointer": .string(min: 0, max: 2000), "code": .string(),
                        "detail": .string(max: 2000),
                        "detail_en": .string(max: 2000),
                    ]))),
        ])

    /// A rule's refusal, as problems and `_blocked` lists show it.
    package static let refusal = Schema.open([
        "code": .string(), "detail": .string(max: 2000), "detail_en": .string(max: 2000),
        "source": Schema.ref("Source", .source).nullable,
        "missing": .array(of: .open(["zh": .string(max: 2000), "en": .string(max: 2000)])),
        "remedy": .string(max: 2000), "remedy_en": .string(max: 2000), "lifted_by": .array(of: .string()),
        "lifted_by_titles": .array(of: .string()),
        "because": .reasons,
    ])

    /// A citation: rule, document, clause and its words.
    package static let source = Schema.open([
        "rule": .string(), "document": .string(), "clause": .string(min: 0),
        "text": .string(min: 0, max: 4000, lines: true),
        "verified": .bool,
    ])
}

extension Route {
    fileprivate var document: JSON {
        var members: [String: JSON] = [
            "operationId": .text(operation), "summary": .text("\(summary.zh) / \(summary.en)"),
            "tags": .list(tags.map { .text($0) }), "security": access.security, "x-access": access.document,
            "responses": .object(responses),
        ]
        let parameters = self.parameters
        if !parameters.isEmpty { members["parameters"] = .list(parameters) }
        if let requestBody { members["requestBody"] = requestBody }
        if let effect { members["x-effect"] = .text(effect.rawValue) }
        return .object(members)
    }

    private var parameters: [JSON] {
        var list: [JSON] = []
        for piece in Node.pieces(of: path) where piece.isParameter {
            let schema: Schema = piece.name == "key" ? .string() : .string(max: 200)
            list.append(["name": .text(piece.name), "in": "path", "required": true, "schema": schema.json])
        }
        for parameter in query {
            list.append([
                "name": .text(parameter.name), "in": "query", "required": .bool(parameter.required),
                "description": .text("\(parameter.words.zh) / \(parameter.words.en)"),
                "schema": parameter.schema.json,
            ])
        }
        if needsIdempotencyKey {
            list.append([
                "name": "Idempotency-Key", "in": "header", "required": true,
                "description": "同一操作重发时不变 / The same for every retry of one operation",
                "schema": Schema.string(max: 128).json,
            ])
        }
        if let effect, effect.takesIfMatch {
            let words = effect.ifMatchWords
            list.append([
                "name": "If-Match", "in": "header", "required": .bool(needsIfMatch),
                "description": .text("\(words.zh) / \(words.en)"), "schema": Schema.string(max: 100).json,
            ])
        }
        return list
    }

    private var requestBody: JSON? {
        var content: [String: JSON] = [:]
        if let body { content["application/json"] = ["schema": body.json] }
        if let form {
            content["application/x-www-form-urlencoded"] = ["schema": form.json]
            content["multipart/form-data"] = ["schema": form.json]
        }
        return content.isEmpty ? nil : ["required": true, "content": .object(content)]
    }

    private var responses: [String: JSON] {
        var responses: [String: JSON] = ["default": ["$ref": "#/components/responses/Problem"]]
        for (status, schema) in answers {
            var answer: [String: JSON] = [
                "description": .text(status < 300 ? "\(summary.zh) / \(summary.en)" : "\(status)")
            ]
            if status != 204 { answer["content"] = .object([produces: ["schema": schema.json]]) }
            responses["\(status)"] = .object(answer)
        }
        if answers.isEmpty {
            responses["200"] = [
                "description": .text("\(summary.zh) / \(summary.en)"),
                "content": .object([
                    produces: produces == "application/json" ? [:] : ["schema": ["type": "string"]]
                ]),
            ]
        }
        if produces == "text/html", method == .post {
            responses["303"] = [
                "description": "已办理，转到结果页 / Done: on to the page that shows it",
                "headers": ["Location": ["required": true, "schema": ["type": "string"]]],
            ]
        }
        return responses
    }
}

extension Effect {
    fileprivate var ifMatchWords: Words {
        switch self {
        case .adds:
            Words(
                "所在项目的版本（所见的 ETag）；版本已变则答 412",
                "The version of the project it is added to, as its ETag; 412 if it moved")
        case .sets:
            Words(
                "所依据的版本（所见的 ETag）；已有内容时必须给出，否则答 428；版本已变则答 412",
                "The version this replaces, as its ETag: needed once there is one, 428 without; 412 if it moved"
            )
        case .steps, .replaces, .unversioned:
            Words(
                "所依据的版本（所见的 ETag）；版本已变则答 412",
                "The ETag of the version this is based on; 412 if it moved")
        }
    }
}

extension Access {
    fileprivate var security: JSON {
        switch self {
        case .anyone: []
        case .signedIn, .roles: [["bearer": []], ["session": []]]
        case .link: [["link": []]]
        case .reporter: [[:], ["bearer": []], ["session": []]]
        }
    }

    fileprivate var document: JSON {
        switch self {
        case .anyone: ["kind": "anyone"]
        case .signedIn: ["kind": "signed_in"]
        case .roles(let roles): ["kind": "roles", "roles": .list(roles.map { .text($0.rawValue) })]
        case .link(let kind): ["kind": "link", "link": .text(kind)]
        case .reporter: ["kind": "reporter"]
        }
    }
}
