import Terminal
import Testing
import Values

@Suite("Talking to the site")
struct SiteClientTests {
    static let refusal = """
        {"code":"fund_incomplete","status":422,"title":"规则不允许这样做","title_en":"The rules do not allow this",\
        "detail":"居民出资差 1 分","detail_en":"resident money is one fen short","request_id":"r-1","errors":[],\
        "refusals":[{"code":"fund_incomplete","detail":"居民出资差 1 分","detail_en":"resident money is one fen short",\
        "source":{"rule":"LC-06-3","document":"温鹿政办〔2020〕21号","clause":"二（三）3","text":"","verified":true},\
        "missing":[{"zh":"0.01 元","en":"0.01 yuan"}],"remedy":"补足专户","remedy_en":"fill the account",\
        "lifted_by":["construction_unit"],"because":[{"rule":"LC-06-3","document":"温鹿政办〔2020〕21号",\
        "clause":"二（三）3","text":"","verified":true,"relation":"narrows","under":[\
        {"key":"launch.share","value":"1","pack":"330302","relation":"narrows","under":[\
        {"rule":"ZJ-1","document":"浙建","clause":"三","text":"","verified":false,"relation":"applies"}]},\
        {"finding":"居民出资差 1 分","finding_en":"resident money is one fen short","holds":false}]}]}]}
        """

    func client(_ address: SiteAddress, _ change: (inout SiteClient.Limits) -> Void = { _ in }) -> SiteClient
    {
        var limits = SiteClient.Limits()
        change(&limits)
        return SiteClient(address, token: "ys_t", language: .chinese, limits: limits)
    }

    @Test func `a request carries token, key, version and body, and its answer comes back`() async throws {
        let site = try await PretendSite { _, _ in .json(201, #"{"ok":true}"#, headers: ["ETag": "\"3\""]) }
        let key = ID(high: 1, low: 2)
        let path = SiteRequest.path(["v1", "projects", "梧田 1"], query: [("q", "a&b")])
        let answer = try await client(site.address).send(
            SiteRequest(.post, path, body: ["opinion": "pass"], key: key, ifMatch: "\"2\""))
        #expect(answer.status == 201)
        #expect(try answer.json() == ["ok": true])
        #expect(answer.etag == "\"3\"")
        let heard = try #require(site.heard.first)
        #expect(heard.method == "POST")
        #expect(heard.path == "/v1/projects/%E6%A2%A7%E7%94%B0%201?q=a%26b")
        #expect(heard.headers["authorization"] == "Bearer ys_t")
        #expect(heard.headers["idempotency-key"] == key.description)
        #expect(heard.headers["if-match"] == "\"2\"")
        #expect(heard.headers["accept-language"] == "zh-CN")
        #expect(heard.body == #"{"opinion":"pass"}"#)
        try await site.close()
    }

    @Test func `a socket file serves as well`() async throws {
        let home = try Home()
        let site = try await PretendSite(socket: home.path + "/s") { _, _ in .json(200, "[]") }
        #expect(try await client(.socket(path: home.path + "/s")).send(.get("/v1/inbox")).json() == [])
        try await site.close()
    }

    @Test func `a refusal is read with its clause, what is missing and the remedy`() async throws {
        let site = try await PretendSite { _, _ in .problem(422, Self.refusal) }
        let fault = await #expect(throws: SiteFault.self) {
            try await client(site.address).send(.get("/v1/x"))
        }
        guard case .refused(let problem) = fault else {
            Issue.record("not a refusal: \(String(describing: fault))")
            return
        }
        #expect(problem.exitStatus == .refused && !problem.mayRetry && problem.requestID == "r-1")
        #expect(problem.refusals.first?.citation?.clause == "二（三）3")
        #expect(problem.refusals.first?.missing == [Words("0.01 元", "0.01 yuan")])
        #expect(problem.refusals.first?.liftedBy == [.constructionUnit])
        let shown = Screen(language: .english, asJSON: false, colours: false, width: nil).text(
            of: Report(problem: problem))
        #expect(
            shown == """
                ✗ resident money is one fen short
                ✗ resident money is one fen short  [fund_incomplete]
                    clause 温鹿政办〔2020〕21号 二（三）3 [LC-06-3] narrows
                      parameter launch.share = 1 (330302, narrows)
                        clause 浙建 三 [ZJ-1] applies (not checked)
                    missing: 0.01 yuan
                    remedy: fill the account
                    lifted by: construction unit
                request: r-1

                """)
        try await site.close()
    }

    @Test(arguments: [
        (400, CommandStatus.usage), (401, .forbidden), (403, .forbidden), (404, .usage), (409, .conflict),
        (412, .conflict), (428, .conflict), (429, .unreachable), (500, .fault), (503, .unreachable),
    ])
    func `each kind of no has its exit status`(code: Int, status: CommandStatus) async throws {
        let site = try await PretendSite { _, _ in .json(code, "{}") }
        let fault = await #expect(throws: SiteFault.self) {
            try await client(site.address).send(.get("/v1/x"))
        }
        #expect(fault?.report.status == status)
        #expect(fault?.report.isFailure == true)
        let json = fault?.report.json
        #expect(json?["status"]?.text == (code == 404 ? "not_found" : status.name))
        #expect(json?["http_status"]?.int == Int64(code))
        #expect(json?["code"]?.text == "http_\(code)")
        #expect(json?["detail_en"]?.text == "the site answered \(code)")
        #expect(json?["exit"] == nil)
        try await site.close()
    }

    // Whoever waited for an answer without end would run into the limit.
    @Test(.timeLimit(.minutes(20)))
    func `no site, a silent one and a slow one are unreachable, in time`() async throws {
        let silent = try await PretendSite { _, _ in .silence }
        let slow = try await PretendSite { _, _ in .stall }
        for address in [
            .tcp(host: "127.0.0.1", port: 1), silent.address, slow.address, .socket(path: "/nowhere/s"),
        ] {
            let fault = await #expect(throws: SiteFault.self) {
                try await client(address) { $0.answering = .milliseconds(200) }.send(.get("/v1/x"))
            }
            #expect(fault?.report.status == .unreachable, "\(address)")
        }
        try await silent.close()
        try await slow.close()
    }

    @Test func `an answer that is no HTTP, no JSON or too long is not taken`() async throws {
        let raw = try await PretendSite { _, _ in .raw("SSH-2.0-OpenSSH\r\n\r\n") }
        let page = try await PretendSite { _, _ in .json(200, "<html>") }
        let long = try await PretendSite { _, _ in .json(200, String(repeating: "1", count: 2000)) }
        func status(_ address: SiteAddress) async -> CommandStatus? {
            do {
                _ = try await client(address) { $0.bytes = 1000 }.send(.get("/v1/x")).json()
                return nil
            } catch { return error.report.status }
        }
        #expect(await status(raw.address) == .fault)
        #expect(await status(page.address) == .fault)
        #expect(await status(long.address) == .fault)
        for site in [raw, page, long] { try await site.close() }
    }

    @Test func `a token or path cannot smuggle a second header`() async throws {
        let site = try await PretendSite { _, _ in .json(200, "{}") }
        let bad = SiteClient(site.address, token: "ys_t\r\nX-Role: mayor", language: .chinese)
        await #expect(throws: SiteFault.self) { try await bad.send(.get("/v1/x")) }
        await #expect(throws: SiteFault.self) { try await client(site.address).send(.get("/v1/x y")) }
        #expect(site.heard.isEmpty)
        try await site.close()
    }

    @Test(arguments: [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080", false),
        ("http://site.lucheng/", "http://site.lucheng:80", true),
        ("http://[::1]:8080", "http://[::1]:8080", false), ("unix:/run/y.sock", "unix:/run/y.sock", false),
    ])
    func `addresses are read`(text: String, shown: String, inClear: Bool) throws {
        let address = try SiteAddress(text)
        #expect(address.description == shown)
        #expect(address.isInClear == inClear)
    }

    @Test(arguments: [
        "", "https://site", "http://", "http://a:0", "http://a:x", "http://a/b", "site:80", "http://a b",
    ])
    func `addresses of another kind are refused`(text: String) {
        #expect(throws: InputMistake.self) { try SiteAddress(text) }
    }
}
