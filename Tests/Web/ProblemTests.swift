import Synchronization
import Testing
import Values

@testable import Web

@Suite("Problems")
struct ProblemTests {
    let client: TestClient

    init() throws { client = TestClient(try trialRouter()) }

    @Test("a rule's refusal is a problem document with its clause, what is missing and who can lift it")
    func refusal() async {
        let response = await client.get("/v1/refused")
        #expect(response.status == 422)
        let json = response.json
        #expect(json?["code"]?.text == "fund_is_enough")
        #expect(json?["type"]?.text == "urn:yanshou:problem:fund_is_enough")
        #expect(json?["instance"]?.text == "urn:uuid:\(fixedID)")
        let refusals = json?["refusals"]?.list ?? []
        #expect(refusals.count == 2)
        #expect(refusals.first == someRefusal.json)
        #expect(Schema.problem.validate(json ?? .null).isEmpty)
    }

    @Test("a page's problem is a page in Chinese, the API's never is")
    func asPage() async {
        let browser: Headers = ["accept": "text/html,application/xhtml+xml,*/*;q=0.8"]
        let page = await client.get("/refused", headers: browser)
        #expect(page.status == 422)
        #expect(page.headers["content-type"] == "text/html; charset=utf-8")
        for words in ["专户资金差 0.01 元", "温鹿政办〔2020〕21号 三（三）6", "0.01 元", "补足资金", "建设单位"] {
            #expect(page.text.contains(words))
        }
        // What it rests on is folded under the clause, as lists and without a script.
        #expect(page.text.contains("<details class=\"because\"><summary>规则、取值与认定</summary><ul><li>"))
        #expect(page.text.contains("不成立 专户资金差 0.01 元<ul><li>不成立 0.01 元</li></ul>"))
        let document = await client.get("/v1/refused", headers: browser)
        #expect(document.headers["content-type"] == "application/problem+json; charset=utf-8")
        let program = await client.get("/refused", headers: ["accept": "application/json, text/html;q=0.5"])
        #expect(program.headers["content-type"] == "application/problem+json; charset=utf-8")
    }

    @Test(
        "no weight that a client names stops the process",
        arguments: [
            "9223372036854775807", "-9223372036854775808/-9223372036854775808", "-9223372036854775808/-1",
            "0/-9223372036854775808", "9223372036854775806/9223372036854775807", "1/0",
        ])
    func weights(weight: String) async {
        let answer = await client.get("/refused", headers: ["accept": "text/html;q=\(weight)"])
        #expect(answer.status == 422)
    }

    @Test("an unforeseen error is a bland 500 whose cause is only in the log")
    func fault() async throws {
        let lines = Mutex<[String]>([])
        let log = AccessLog(now: { fixedNow }) { line in
            lines.withLock { $0.append(String(decoding: line, as: UTF8.self)) }
        }
        let response = await TestClient(try trialRouter(log: log)).get("/v1/fault")
        #expect(response.status == 500)
        #expect(!response.text.contains("hunter2") && !response.text.contains("UnexpectedFault"))
        let line = try #require(lines.withLock { $0.first })
        #expect(line.contains("hunter2") && line.contains(fixedID.description) && line.hasSuffix("\n"))
    }

    @Test("another module's error is what its translation says")
    func translated() async throws {
        let router = try Router(
            trialRoutes, ids: { fixedID }, translate: { $0 is UnexpectedFault ? .busy() : nil })
        let response = await TestClient(router).get("/v1/fault")
        #expect(response.status == 503 && response.headers["retry-after"] == "5")
    }

    @Test("the log holds neither the token of a link nor the query, nor a mistyped token")
    func logWithoutSecrets() async throws {
        let lines = Mutex("")
        let log = AccessLog(now: { fixedNow }) { line in
            lines.withLock { $0 += String(decoding: line, as: UTF8.self) }
        }
        let client = TestClient(try trialRouter(log: log)).bearing("bearer-secret")
        _ = await client.get("/handover/link-secret")
        _ = await client.get("/v1/search?q=query-secret")
        _ = await client.get("/handovr/a-long-token-that-was-mistyped-by-someone-secret")
        let text = lines.withLock { $0 }
        #expect(text.split(separator: "\n").count == 3)
        #expect(!text.contains("secret"))
    }
}
