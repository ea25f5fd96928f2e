import Testing
import Values

@testable import Web

@Suite("Router")
struct RouterTests {
    let client: TestClient

    init() throws { client = TestClient(try trialRouter()) }

    @Test("a literal segment is tried before a parameter, and a parameter is handed over")
    func literalsFirst() async throws {
        #expect(await client.get("/v1/projects/new").json?["literal"]?.bool == true)
        #expect(await client.get("/v1/projects/\(somewhere)").json?["project"]?.text == somewhere)
    }

    @Test("a path value that is no id is a 404, for it cannot name a thing")
    func notAnID() async {
        let response = await client.get("/v1/projects/7")
        #expect(response.status == 404)
        #expect(response.json?["code"]?.text == "not_found")
    }

    @Test("an unknown path is a 404 problem and a known one by another method a 405 that says what goes")
    func unknown() async {
        let missing = await client.get("/v1/nowhere")
        #expect(missing.status == 404)
        #expect(missing.headers["content-type"] == "application/problem+json; charset=utf-8")
        let wrong = await client.send(.delete, "/v1/projects/\(somewhere)")
        #expect(wrong.status == 405)
        #expect(wrong.headers["allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("HEAD answers as GET without a body, OPTIONS says what goes")
    func headAndOptions() async {
        let get = await client.get("/v1/tagged")
        let head = await client.send(.head, "/v1/tagged")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers["content-length"] == "\(get.body.count)")
        let options = await client.send(.options, "/v1/projects")
        #expect(options.status == 204)
        #expect(options.headers["allow"] == "POST, OPTIONS")
    }

    @Test(
        "targets that could be read in two ways are refused",
        arguments: [
            "/v1/%zz", "/v1/%", "/v1/%C3%28", "/v1/../secret", "/v1/%2e%2e/x", "/v1/a%00b", "nothing",
            "/v1/search?q=1&q=2",
            "/v1/search?q=%f", "/v1#x",
        ])
    func malformedTargets(target: String) async {
        #expect(await client.get(target).status == 400)
    }

    @Test("a query is checked against its parameters, and every error is told at once")
    func query() async {
        #expect(await client.get("/v1/search?q=a+b&limit=5").json?["limit"]?.text == "5")
        let response = await client.get("/v1/search?limit=500&color=red")
        #expect(response.status == 400)
        let pointers = response.json?["errors"]?.list?.compactMap { $0["pointer"]?.text }
        #expect(pointers == ["?limit", "?q", "?color"])
    }

    @Test("two routes at one place and a repeated operation stop the start")
    func conflicts() {
        let one = route(.get, "/v1/a/{x}") { _ in .noContent() }
        let other = Route(
            .get, "/v1/a/{y}", operation: one.operation, summary: one.summary, access: .anyone
        ) { _ in .noContent() }
        let fault = #expect(throws: RoutingFault.self) { try Router([one, other], ids: { fixedID }) }
        #expect(fault?.description.split(separator: "\n").count == 2)
    }

    @Test("a client's request id is kept when it is a UUID, and made here otherwise")
    func requestID() async {
        let kept = await client.get("/v1/tagged", headers: ["x-request-id": somewhere])
        #expect(kept.headers["x-request-id"] == somewhere)
        let made = await client.get("/v1/tagged", headers: ["x-request-id": "<script>"])
        #expect(made.headers["x-request-id"] == fixedID.description)
    }

    @Test("without the credential a route asks for, no handler runs")
    func credentials() async {
        #expect(await client.get("/v1/secret").status == 401)
        #expect(await client.get("/v1/secret", headers: ["authorization": "Basic eA=="]).status == 401)
        #expect(await client.get("/v1/secret?key=abc").status == 401)
        #expect(await client.bearing("t").get("/v1/secret").status == 200)
        #expect(await client.get("/handover/tok-1").text == "tok-1")
    }

    @Test("a browser without a session is sent to sign in and back, a program is told")
    func signIn() async throws {
        let client = TestClient(try Router(trialRoutes, ids: { fixedID }, signIn: "/sign-in"))
        let page = Route(
            .get, "/worklist", operation: "w", summary: Words("", ""), access: .signedIn
        ) { _ in .noContent() }
        let pages = TestClient(try Router([page], ids: { fixedID }, signIn: "/sign-in"))
        let sent = await pages.get("/worklist?a=1", headers: ["accept": "text/html"])
        #expect(sent.status == 303 && sent.headers["location"] == "/sign-in?next=%2Fworklist%3Fa%3D1")
        #expect(await pages.get("/worklist").status == 401)
        #expect(await client.get("/v1/secret", headers: ["accept": "text/html"]).status == 401)
        #expect(localPath("/worklist?a=1") == "/worklist?a=1")
        for elsewhere in ["//evil.example", "https://evil.example", "/\\evil", "/a\nb", ""] {
            #expect(localPath(elsewhere) == nil)
        }
    }

    @Test(
        "a link that no longer works is said to be dead, and its key goes nowhere", arguments: ["", "?key=k"])
    func deadLink(query: String) async throws {
        let shown = Route(
            .get, "/h/{handover}", operation: "h", summary: Words("", ""), access: .link(kind: "handover")
        ) { _ in throw Problem.unauthenticated }
        let signed = Route(
            .post, "/h/{handover}/sign", operation: "s", summary: Words("", ""),
            access: .link(kind: "handover")
        ) { _ in throw Problem.unauthenticated }
        let client = TestClient(try Router([shown, signed], ids: { fixedID }, signIn: "/sign-in"))
        let page = await client.get("/h/\(somewhere)" + query, headers: ["accept": "text/html"])
        #expect(page.status == 404 && page.headers["location"] == nil)
        #expect(page.text.contains("链接已失效，请向街道索取新的链接"))
        #expect(await client.post(form: [], to: "/h/\(somewhere)/sign" + query).status == 404)
        let told = await client.get("/h/\(somewhere)" + query)
        #expect(told.status == 404 && told.json?["code"] == "link_is_dead")
    }

    @Test("a role the route does not name is refused where admission found the actor")
    func roles() async throws {
        let router = try trialRouter { request in
            var request = request
            request.actor = Actor(
                person: fixedID, name: "王", organisation: fixedID, district: 330302, appointment: fixedID,
                role: request.credential == .bearer("gas") ? .utility : .resident, secondFactor: false)
            return request
        }
        let client = TestClient(router)
        #expect(await client.bearing("gas").get("/v1/secret").status == 200)
        #expect(await client.bearing("home").get("/v1/secret").status == 403)
    }

    @Test("a change by session cookie must come from our own pages")
    func origin() async {
        let fields = [("name", "甲"), ("amount", "1.00"), ("count", "2"), ("note", "")]
        let cookie: Headers = ["cookie": "a=b; yanshou_session=s", "host": "ys.example"]
        func send(_ more: (String, String)...) async -> Int {
            var headers = cookie
            for (name, value) in more { headers.add(name, value) }
            return await client.post(form: fields, to: "/account", headers: headers).status
        }
        #expect(await send(("origin", "https://ys.example")) == 200)
        #expect(await send(("sec-fetch-site", "same-origin")) == 200)
        #expect(await send(("origin", "https://evil.example")) == 403)
        #expect(await send(("origin", "null")) == 403)
        #expect(await send(("sec-fetch-site", "cross-site")) == 403)
        #expect(await send() == 403)
    }

    @Test("a route that needs an idempotency key says so, and checks its spelling")
    func idempotencyKey() async {
        #expect(await client.post("/v1/keyed", [:]).json?["code"]?.text == "idempotency_key_needed")
        #expect(await client.post("/v1/keyed", [:], key: "a b").status == 400)
        #expect(await client.post("/v1/keyed", [:], key: somewhere).status == 201)
        let asAPI = Route(.post, "/v1/x", operation: "x", summary: Words("", ""), access: .anyone) { _ in
            .noContent()
        }
        let asPage = Route(.post, "/x", operation: "x", summary: Words("", ""), access: .anyone) { _ in
            .noContent()
        }
        #expect(asAPI.needsIdempotencyKey && !asPage.needsIdempotencyKey)
    }

    @Test("a known entity tag is answered with 304 and no body")
    func notModified() async {
        let response = await client.get("/v1/tagged", headers: ["if-none-match": "\"3\", W/\"7\""])
        #expect(response.status == 304 && response.body.isEmpty)
        #expect(await client.get("/v1/tagged", headers: ["if-none-match": "\"3\""]).status == 200)
    }

    @Test("a version to match is read from If-Match")
    func ifMatch() throws {
        #expect(try Request(.patch, "/", headers: ["if-match": "\"12\""]).matchedVersion() == 12)
        let none = #expect(throws: Problem.self) { try Request(.patch, "/").matchedVersion() }
        #expect(none?.status == 428)
        let odd = #expect(throws: Problem.self) {
            try Request(.patch, "/", headers: ["if-match": "12"]).matchedVersion()
        }
        #expect(odd?.status == 400)
    }

    @Test("an If-Match that cannot be read is refused wherever it is sent, since nothing could honour it")
    func malformedIfMatch() async {
        for header in ["12", "\"1\", 2", "\"1", ""] {
            let response = await client.post("/v1/keyed", [:], key: somewhere, headers: ["if-match": header])
            #expect(response.status == 400, "\(header)")
        }
        for header in ["\"12\"", "*", "W/\"1\", \"2\""] {
            let response = await client.post("/v1/keyed", [:], key: somewhere, headers: ["if-match": header])
            #expect(response.status == 201, "\(header)")
        }
        #expect(Request(.post, "/", headers: ["if-match": "W/\"1\", \"2\""]).matchedTags == ["1", "2"])
        #expect(Request(.post, "/").matchedTags == nil)
    }

    @Test("answers are not stored by caches unless they say so, and no header value begins a new line")
    func headers() async {
        #expect(await client.get("/v1/tagged").headers["cache-control"] == "no-store")
        #expect(await client.get(Stylesheet.path).headers["cache-control"] == "public, max-age=300")
        #expect(Response.redirect(to: "/a\r\nset-cookie: x=1").headers["location"] == "/a  set-cookie: x=1")
    }

    @Test("cookies are out of scripts' reach, and Secure where configured")
    func cookies() {
        let response = Response.redirect(to: "/").setting(
            Cookie(Cookie.session, "a;b", secure: true, sameSite: .strict))
        #expect(
            response.headers["set-cookie"] == "yanshou_session=ab; Path=/; HttpOnly; SameSite=Strict; Secure")
        #expect(Cookie.removing("x", secure: false).header == "x=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")
    }
}
