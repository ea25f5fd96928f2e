import Testing
import Values

@testable import Web

@Suite("Operations")
struct OperationsTests {
    @Test("requests are counted by route and class, and their times fill buckets upwards")
    func counts() async throws {
        let metrics = Metrics()
        let client = TestClient(try trialRouter(metrics: metrics))
        for _ in 0..<3 { _ = await client.get("/v1/projects/\(somewhere)") }
        _ = await client.get("/v1/projects/7")
        for name in ["a", "b"] { _ = await client.get("/v1/unknown/\(name)") }
        let lines = await metrics.exposition().split(separator: "\n").map(String.init)
        let labels = #"route="/v1/projects/{project}",method="GET""#
        #expect(lines.contains("yanshou_http_requests_total{\(labels),status=\"2xx\"} 3"))
        #expect(lines.contains("yanshou_http_requests_total{\(labels),status=\"4xx\"} 1"))
        #expect(lines.contains(#"yanshou_http_requests_total{route="-",method="GET",status="4xx"} 2"#))
        #expect(lines.contains("yanshou_http_request_duration_seconds_count{\(labels)} 4"))
        let buckets = lines.filter { $0.hasPrefix("yanshou_http_request_duration_seconds_bucket{\(labels)") }
            .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
        #expect(buckets == buckets.sorted() && buckets.last == 4 && buckets.count == 14)
    }

    @Test("the exposition has one HELP and one TYPE before each family, and every line is well formed")
    func exposition() async throws {
        let metrics = Metrics()
        metrics.add("yanshou_pool_connections", .gauge, help: "Connections\nby state.") {
            [
                Metrics.Sample(2, labels: [("state", "idle\"\\\n")]),
                Metrics.Sample(0.5, labels: [("state", "busy")]),
            ]
        }
        metrics.note(route: "/a", method: .get, status: 200, took: .milliseconds(3))
        let text = await metrics.exposition()
        #expect(
            text.contains(
                "# HELP yanshou_pool_connections Connections\\nby state.\n# TYPE yanshou_pool_connections gauge\n"
            ))
        #expect(text.contains("yanshou_pool_connections{state=\"idle\\\"\\\\\\n\"} 2\n"))
        #expect(text.contains("yanshou_pool_connections{state=\"busy\"} 0.5\n"))
        var typed: Set<String> = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("# TYPE ") {
                #expect(typed.insert(String(line.split(separator: " ")[2])).inserted)
            }
            if line.hasPrefix("#") { continue }
            let name = String(line.prefix { $0 != "{" && $0 != " " })
            #expect(typed.contains { name == $0 || name.hasPrefix($0 + "_") })
            #expect(line.split(separator: " ").last.flatMap { Double($0) } != nil)
        }
        #expect(text.hasSuffix("\n"))
    }

    @Test("ready says what is missing, health says only that it lives, metrics come as text")
    func endpoints() async throws {
        let metrics = Metrics()
        let routes = [
            OperationsRoutes.health, OperationsRoutes.ready { ["database"] },
            OperationsRoutes.metrics(metrics),
        ]
        let client = TestClient(try Router(routes, ids: { fixedID }))
        #expect(await client.get("/healthz").json == ["status": "ok"])
        let ready = await client.get("/readyz")
        #expect(
            ready.status == 503
                && ready.json == ["status": "waiting", "missing": ["database"], "warnings": []])
        #expect(
            await client.get("/metrics").headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
        )
    }
}

@Suite("OpenAPI")
struct OpenAPITests {
    let item = Schema.ref("Item", .object(["id": .id, "price": Schema.fen.nullable]))

    var document: JSON {
        let routes = [
            Route(
                .post, "/v1/projects/{project}/items", operation: "item.add",
                summary: Words("加一项", "Add an item"),
                access: .roles([.contractor]), tags: ["items"],
                query: [Parameter("dry", .bool, Words("只试算", "only try"))], body: item, effect: .replaces,
                answers: [201: item]
            ) { _ in .noContent() },
            Route(
                .get, "/handover/{key}", operation: "handover.page", summary: Words("移交", "Handover"),
                access: .link(kind: "handover")
            ) { _ in .noContent() },
        ]
        return openAPI(title: "验收", version: "1", routes: routes + trialRoutes)
    }

    @Test("a route shows its parameters, body, answers, access and the problem for every failure")
    func operation() throws {
        let operation = document["paths"]?["/v1/projects/{project}/items"]?["post"]
        #expect(operation?["operationId"]?.text == "item.add")
        let names = operation?["parameters"]?.list?.compactMap { $0["name"]?.text }
        #expect(names == ["project", "dry", "Idempotency-Key", "If-Match"])
        let reference: JSON = ["$ref": "#/components/schemas/Item"]
        #expect(operation?["requestBody"]?["content"]?["application/json"]?["schema"] == reference)
        #expect(operation?["responses"]?["201"]?["content"]?["application/json"]?["schema"] == reference)
        #expect(operation?["responses"]?["default"]?["$ref"]?.text == "#/components/responses/Problem")
        #expect(operation?["x-access"] == ["kind": "roles", "roles": ["contractor"]])
        #expect(operation?["security"] == [["bearer": []], ["session": []]])
        #expect(document["paths"]?["/handover/{key}"]?["get"]?["security"] == [["link": []]])
    }

    @Test("an answer without a body, a page and its redirect, and a picture are shown as what they are")
    func otherAnswers() {
        func answers(
            _ method: Web.Method, _ path: String, _ declared: [Int: Schema] = [:], produces: String? = nil
        ) -> JSON? {
            let route = Route(
                method, path, operation: "x", summary: Words("", ""), access: .anyone, answers: declared,
                produces: produces
            ) { _ in .noContent() }
            let item = openAPI(title: "验收", version: "1", routes: [route])["paths"]?[path]
            return item?[method.rawValue.lowercased()]?["responses"]
        }
        func schema(_ responses: JSON?, _ type: String) -> JSON? {
            responses?["200"]?["content"]?[type]?["schema"]
        }
        let empty = answers(.post, "/v1/a", [204: .any])
        #expect(empty?["204"] != nil && empty?["204"]?["content"] == nil && empty?["200"] == nil)
        #expect(schema(answers(.get, "/a"), "text/html") == ["type": "string"])
        #expect(answers(.get, "/a")?["303"] == nil)
        #expect(answers(.post, "/a")?["303"]?["headers"]?["Location"] != nil)
        #expect(schema(answers(.get, "/v1/a", produces: "image/png"), "image/png") == ["type": "string"])
    }

    @Test("a page of a list, a resource and a step describe what they have in common")
    func commonAnswers() {
        let line = Schema.open(["id": .id])
        let page = Schema.page(of: line, with: ["signs": .list(of: .text)]).json
        #expect(page["required"] == ["items", "next", "signs"])
        #expect(page["properties"]?["next"]?["type"] == ["string", "null"])
        #expect(Schema.resource(["id": .id]).json["required"] == ["_actions", "_blocked", "id"])
        #expect(Schema.stepped().json["required"] == ["id", "state", "version"])
        let blocked: JSON = [
            "action": "x", "title": "x", "method": "POST", "path": "/x", "refusals": [],
        ]
        let read: JSON = ["id": .text(somewhere), "_actions": [], "_blocked": [blocked]]
        #expect(Schema.resource(["id": .id]).validate(read).map(\.pointer) == ["/_blocked/0/refusals"])
    }

    @Test("no JSON answer of any route is a bare text")
    func noBareText() {
        for (path, item) in document["paths"]?.object ?? [:] {
            for (method, operation) in item.object ?? [:] {
                for (status, answer) in operation["responses"]?.object ?? [:] {
                    let schema = answer["content"]?["application/json"]?["schema"]
                    #expect(schema?["type"]?.text != "string", "\(method) \(path) \(status)")
                }
            }
        }
    }

    @Test("a write says whether it takes If-Match, and whether it needs it")
    func ifMatch() {
        func parameter(_ path: String, _ method: String) -> JSON? {
            document["paths"]?[path]?[method]?["parameters"]?.list?.first { $0["name"] == "If-Match" }
        }
        #expect(parameter("/v1/projects/{project}/items", "post")?["required"] == true)
        #expect(parameter("/v1/keyed", "post") == nil)
        for effect in Effect.allCases {
            let route = Route(
                .post, "/v1/a", operation: "x", summary: Words("", ""), access: .anyone, effect: effect
            ) { _ in .noContent() }
            let shown = openAPI(title: "验收", version: "1", routes: [route])["paths"]?["/v1/a"]?["post"]
            let needed = shown?["parameters"]?.list?.first { $0["name"] == "If-Match" }?["required"]
            #expect(needed == (effect == .unversioned ? nil : .bool(effect == .replaces)), "\(effect)")
            #expect(shown?["x-effect"] == .text(effect.rawValue))
        }
        #expect(parameter("/v1/tagged", "get") == nil)
        #expect(parameter("/account", "post") == nil)
    }

    @Test("named schemas are shown once, and every reference leads to one")
    func references() {
        let document = document
        let names = Set(document["components"]?["schemas"]?.object?.keys.map { $0 } ?? [])
        #expect(names.isSuperset(of: ["Item", "Problem", "Refusal", "Source", "FieldError"]))
        var references: Set<String> = []
        func collect(_ value: JSON) {
            if let reference = value["$ref"]?.text { references.insert(reference) }
            for inner in value.list ?? [] { collect(inner) }
            for inner in value.object?.values ?? [:].values { collect(inner) }
        }
        collect(document)
        for reference in references where reference.hasPrefix("#/components/schemas/") {
            #expect(names.contains(String(reference.dropFirst(21))), "\(reference)")
        }
    }

    @Test("null is allowed in the way 3.1 spells it")
    func nullable() {
        #expect(Schema.string(max: 5).nullable.json["type"] == ["string", "null"])
        #expect(Schema.string(oneOf: ["a"]).nullable.json["enum"] == ["a", nil])
        #expect(item.nullable.json == ["anyOf": [["$ref": "#/components/schemas/Item"], ["type": "null"]]])
    }

    @Test("an answer that its route does not declare is found out")
    func deviations() {
        let route = Route(
            .get, "/v1/x", operation: "x", summary: Words("", ""), access: .anyone,
            answers: [200: .object(["id": .id])]
        ) { _ in .noContent() }
        #expect(Response.json(200, ["id": .text(somewhere)]).deviations(from: route).isEmpty)
        #expect(
            Response.json(200, ["id": 1, "more": 2]).deviations(from: route).map(\.pointer) == [
                "/id", "/more",
            ])
        #expect(Response.json(201, [:]).deviations(from: route).map(\.code) == ["undeclared"])
        let open = Route(
            .get, "/v1/x", operation: "x", summary: Words("", ""), access: .anyone,
            answers: [200: .page(of: .open(["id": .id]))]
        ) { _ in .noContent() }
        let page: JSON = ["items": [["id": .text(somewhere), "more": 2]], "next": nil]
        #expect(Response.json(200, page).deviations(from: open).map(\.pointer) == ["/items/0/more"])
        #expect(Response.json(404, [:]).deviations(from: open).map(\.code) == ["no_problem"])
    }

    @Test("a transcript shows status, headers that matter and the JSON on its own lines")
    func transcript() async throws {
        let response = await TestClient(try trialRouter()).get("/v1/tagged")
        let lines = [
            "200", "cache-control: no-store", "content-type: application/json; charset=utf-8", "etag: \"7\"",
            "", "{",
            "  \"version\": 7", "}", "",
        ]
        #expect(response.transcript == lines.joined(separator: "\n"))
    }
}
