import Foundation
import Harness
import Testing
import Values

/// The questions over HTTP: the same rules as at the command line, for whoever has signed in.
@Suite("Policy questions over HTTP")
struct QuestionRouteTests {
    private func ask(_ site: LiveSite, _ question: String, _ facts: JSON, as login: String? = "street")
        async throws -> HTTPAnswer
    {
        try await site.call("POST", "/v1/policy/questions/\(question)", as: login, facts)
    }

    @Test(
        "the service answers as the command does, and says what is wrong with the facts",
        .timeLimit(.minutes(20)))
    func questions() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()

            let facts: JSON = ["event": "2026-10-12", "workdays": 7]
            let answer = try await ask(site, "notice_before", facts)
            #expect(answer.status == 200)
            #expect(answer.json?["latest_notice"] == "2026-09-24")
            #expect(answer.json?["binding"] == true)
            #expect(answer.json?["because"]?.list?.isEmpty == false)
            let file = site.state + "/facts.json"
            try Data(facts.canonical).write(to: URL(fileURLWithPath: file))
            let run = try await RunningProgram.run(
                "yanshoud",
                ["policy", "ask", "notice_before", "--facts", file, "--share", TestServer.repository])
            #expect(try JSON(parsing: run.output) == answer.json)

            let wrong = try await ask(site, "notice_before", ["event": "2026-02-30", "spare": 1])
            #expect(wrong.status == 422)
            #expect(
                wrong.json?["errors"]?.list?.compactMap { $0["pointer"]?.text }.sorted()
                    == ["/event", "/spare", "/workdays"])

            #expect(try await ask(site, "no_such_question", [:]).status == 404)
            #expect(try await ask(site, "notice_before", facts, as: nil).status == 401)
            let beyond = try await ask(site, "notice_before", ["event": "2031-03-03", "workdays": 7])
            #expect(beyond.json?["determination"] == "calendar_not_loaded")

            func page(_ path: String, form: String? = nil) async throws -> (status: Int, text: String) {
                var headers = [
                    "cookie": "yanshou_session=\(Seed.token("street"))",
                    "origin": "http://127.0.0.1:\(site.port)",
                ]
                if form != nil { headers["content-type"] = "application/x-www-form-urlencoded" }
                let answer = try await HTTPAnswer.to(
                    form == nil ? "GET" : "POST", path, port: site.port, headers: headers,
                    body: form.map { Array($0.utf8) })
                return (answer.status, String(decoding: answer.body, as: UTF8.self))
            }
            let index = try await page("/policy")
            #expect(index.status == 200 && index.text.contains("/policy/ask/notice_before"))
            let told = try await page(
                "/policy/ask/notice_gate", form: "event=2026-10-12&workdays=7&notice=2026-10-08")
            #expect(told.status == 200 && told.text.contains("：不可以"), "\(told.text)")
            let bare = try await page("/policy/ask/notice_gate", form: "event=2026-10-12")
            #expect(bare.status == 422 && bare.text.contains("通知日期"))
            let key = try await page("/policy/key?place=330302&key=tender.threshold.works&on=2026-03-02")
            #expect(key.text.contains("4000000.00") && key.text.contains("TEN-3"))
            #expect(try await page("/policy/key?place=330302").text.contains("key=tender.threshold.works"))
            let both = try await page("/policy/compare?place=330302&other=430600")
            #expect(both.text.contains("tender.below_limit_route") && both.status == 200)

            let list = try await site.call("GET", "/v1/policy/questions", as: "street")
            let names = list.json?["items"]?.list?.compactMap { $0["question"]?.text } ?? []
            #expect(names.contains("notice_before") && Set(names).count == names.count)
            #expect(try await site.stop() == 0)
        }
    }
}
