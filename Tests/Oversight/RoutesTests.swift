import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Oversight
@testable import OversightService

@Suite("Oversight: routes and pages")
struct OversightRoutesTests {
    @Test("an issue goes from filing to closing by those whose turn it is, with its clocks")
    func walk() async throws {
        let difference = try await Snapshot.difference("issue") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                let site = try Scene.site(database)
                for answer in await Scene.fixed(site, "a", severity: "S2") {
                    #expect(answer.status < 300, "\(answer.text)")
                }
                let read = await site.send(.get, Scene.path("a"), as: "community")
                #expect(read.json?["bureau_title"]?.text?.contains("生态环境") == true, "\(read.text)")
                #expect(read.json?["contact"]?["phone"] == "13800000000")
                let hidden = await site.send(.get, Scene.path("a"), as: "contractor")
                #expect(hidden.json?["contact"] == .null)
                let clocks = read.json?["clocks"]?.list ?? []
                #expect(clocks.compactMap { $0["state"]?.text }.sorted() == ["met", "met", "running"])
                let fixer = await site.send(.post, Scene.path("a", "verify"), as: "contractor", [:])
                #expect(fixer.status == 403)
                let verified = await site.send(.post, Scene.path("a", "verify"), as: "resident", [:])
                #expect(verified.status == 200, "\(verified.text)")
                let closed = await site.send(.post, Scene.path("a", "close"), as: "community", [:])
                #expect(closed.status == 200, "\(closed.text)")
                let list = await site.send(
                    .get, "/v1/projects/\(Scene.project)/issues?state=closed", as: "owners")
                #expect(list.json?["items"]?.list?.count == 1)
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("an issue is sent back, regraded by two, left unanswered, closed by the daily job, and escalated")
    func ladder() async throws {
        let difference = try await Snapshot.difference("ladder") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                let site = try Scene.site(database)
                let path = "/v1/projects/\(Scene.project)/issues"
                _ = await site.send(.post, path, as: "resident", Scene.issue("a"))
                _ = await site.send(.post, Scene.path("a", "accept"), as: "community", ["severity": "S2"])
                let contractor: JSON = ["organisation": .text("\(Seed.id("org:contractor"))")]
                _ = await site.send(.post, Scene.path("a", "assign"), as: "street", contractor)
                let back: JSON = ["organisation": .text("\(Seed.id("org:epc"))"), "reason": "不属本单位"]
                let bounced = await site.send(.post, Scene.path("a", "bounce"), as: "contractor", back)
                #expect(bounced.json?["state"] == "bounced", "\(bounced.text)")
                _ = await site.send(.post, Scene.path("a", "assign"), as: "street", contractor)
                _ = await site.send(.post, Scene.path("a", "bounce"), as: "contractor", back)
                let late = await site.send(.post, Scene.path("a", "assign"), as: "street", contractor)
                #expect(late.refusalCodes == ["issue_is_assigned_finally_by_the_district"])
                let final = await site.send(.post, Scene.path("a", "assign"), as: "office", contractor)
                #expect(final.status == 200, "\(final.text)")
                let third = await site.send(.post, Scene.path("a", "bounce"), as: "contractor", back)
                #expect(third.refusalCodes == ["issue_bounces_are_limited"])
                let regrading: JSON = [
                    "id": .text("\(Seed.id("regrading"))"), "severity": "S3", "reason": "复核为一般问题",
                ]
                let proposed = await site.send(.post, Scene.path("a", "regradings"), as: "street", regrading)
                #expect(proposed.json?["state"] == "proposed", "\(proposed.text)")
                let decision = "/v1/issue-regradings/\(Seed.id("regrading"))/decide"
                let own = await site.send(.post, decision, as: "street", ["approves": true])
                #expect(own.refusalCodes == ["issue_regrading_is_decided_by_a_second_person"])
                let agreed = await site.send(.post, decision, as: "office", ["approves": true])
                #expect(agreed.json?["state"] == "approved", "\(agreed.text)")
                _ = await site.send(.post, Scene.path("a", "begin"), as: "contractor", [:])
                _ = await site.send(
                    .post, Scene.path("a", "claim-fix"), as: "contractor",
                    ["note": "已调整", "photos": [.text(Scene.picture)]])
                let early = await site.send(.post, Scene.path("a", "close-unconfirmed"), as: "community", [:])
                #expect(early.refusalCodes == ["issue_closes_unconfirmed_after_its_window"])
                _ = await site.send(.post, path, as: "resident", Scene.issue("old"))
                try await Scene.sweep(database, on: "2026-03-10")
                let closed = await site.send(.get, Scene.path("a"), as: "community")
                #expect(closed.json?["state"] == "closed_unconfirmed", "\(closed.text)")
                #expect(closed.json?["escalations"]?.list?.first?["ground"] == "bounced_again")
                try await Scene.sweep(database, on: "2026-04-02")
                let old = await site.send(.get, Scene.path("old"), as: "office")
                #expect(
                    old.json?["escalations"]?.list?.compactMap { $0["ground"]?.text } == ["open_too_long"])
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("what the street finds minor holds acceptance until the community, or its reporter, agrees")
    func minor() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            for (name, login) in [("a", "community"), ("b", "resident")] {
                _ = await site.send(
                    .post, "/v1/projects/\(Scene.project)/issues", as: "resident", Scene.issue(name))
                let taken = await site.send(
                    .post, Scene.path(name, "accept"), as: "street", ["severity": "S4"])
                #expect(taken.status == 200, "\(taken.text)")
                let read = await site.send(.get, Scene.path(name), as: login)
                #expect(read.json?["severity"] == "S2", "\(read.text)")
                let waiting = read.json?["regradings"]?.list?.first
                #expect(waiting?["to"] == "S4" && waiting?["state"] == "proposed", "\(read.text)")
                #expect(try await Scene.acceptanceBlock(database) != nil)
                let offer = read.json?["_actions"]?.list?.first {
                    $0["action"] == "issue_regrading.decide"
                }
                #expect(offer != nil, "\(read.text)")
                let decision = "/v1/issue-regradings/\(waiting?["id"]?.text ?? "")/decide"
                let own = await site.send(.post, decision, as: "street", ["approves": true])
                #expect(own.refusalCodes == ["issue_regrading_is_decided_by_a_second_person"])
                let agreed = await site.send(.post, decision, as: login, ["approves": true])
                #expect(agreed.status == 200, "\(agreed.text)")
                #expect(try await Scene.acceptanceBlock(database) == nil)
            }
            _ = await site.send(
                .post, "/v1/projects/\(Scene.project)/issues", as: "resident", Scene.issue("c"))
            let away = await site.send(
                .post, Scene.path("c", "reject"), as: "street", ["reason": "经核实不属实，不予受理"])
            #expect(away.refusalCodes == ["issue_is_not_eased_by_its_builder"], "\(away.text)")
        }
    }

    @Test("from one network thirty nameless reports an hour are taken, the next is refused with what to do")
    func limit() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let router = try Router(OversightRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            for number in 1...31 {
                let answer = await router.respond(
                    to: OversightRoutesTests.report(
                        Seed.id("issue:\(number)"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ2345\(10 + number)"))
                #expect(answer.status == (number < 31 ? 303 : 422))
                if number == 31 { #expect(answer.text.contains("请稍后再报")) }
            }
            let kept = try await database.owner.read(
                "select count(distinct source_hash) as sources from app.anonymous_report")
            #expect(try kept.one().int64("sources") == 1)
        }
    }

    @Test("the report form: what is missing is said beside the field, with what was written kept")
    func form() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let router = try Router(OversightRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            func post(_ fields: String) async -> Response {
                await router.respond(
                    to: Request(
                        .post, "/p/\(Scene.project)/issues",
                        headers: [
                            "content-type": "application/x-www-form-urlencoded", "accept": "text/html",
                        ], body: Array(fields.utf8)))
            }
            let key = "follow=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&id=\(Seed.id("issue:form"))"
            let placeless = await post(key + "&kind=noise&place=&description=loud")
            #expect(placeless.status == 422 && placeless.text.contains("请填写楼栋或位置"))
            #expect(
                placeless.text.contains("loud") && placeless.text.contains(Seed.id("issue:form").description))
            let unknown = await post(key + "&kind=ghosts&place=3&description=loud")
            #expect(unknown.status == 422 && unknown.text.contains("没有这种问题类别"))
            let stale = await post("kind=noise&place=3&description=loud")
            #expect(stale.status == 422 && stale.text.contains("页面已过期"))
            let filed = await post(key + "&kind=noise&place=3&description=loud")
            #expect(filed.status == 303, "\(filed.text)")
            let count = try await database.owner.read("select count(*) as n from app.issue")
            #expect(try count.one().int64("n") == 1)
        }
    }

    @Test("a fix without a photo is refused, a duplicate names the first")
    func refusals() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/issues"
            for name in ["a", "b"] { _ = await site.send(.post, path, as: "resident", Scene.issue(name)) }
            _ = await site.send(.post, Scene.path("a", "accept"), as: "community", ["severity": "S3"])
            _ = await site.send(
                .post, Scene.path("a", "assign"), as: "community",
                ["organisation": .text("\(Seed.id("org:contractor"))")])
            _ = await site.send(.post, Scene.path("a", "begin"), as: "contractor", [:])
            let bare = await site.send(
                .post, Scene.path("a", "claim-fix"), as: "contractor", ["note": "好了", "photos": []])
            #expect(bare.refusalCodes == ["issue_fix_is_shown_by_a_photo"])
            let itself = await site.send(
                .post, Scene.path("b", "reject"), as: "community",
                ["duplicate_of": .text("\(Seed.id("issue:b"))")])
            #expect(itself.status == 422, "\(itself.text)")
            let silent = await site.send(.post, Scene.path("b", "reject"), as: "community", [:])
            #expect(silent.refusalCodes == ["issue_rejection_gives_its_reason"])
            let duplicate = await site.send(
                .post, Scene.path("b", "reject"), as: "community",
                ["duplicate_of": .text("\(Seed.id("issue:a"))")])
            #expect(duplicate.json?["state"] == "duplicate", "\(duplicate.text)")
            let unknown = await site.send(.post, path, as: "resident", Scene.issue("c", kind: "ghosts"))
            #expect(unknown.refusalCodes == ["issue_kind_is_known"])
        }
    }

    @Test("a resident without an account reports with a photo, follows by a private link, verifies by it")
    func page() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let router = try Router(OversightRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            let site = try Scene.site(database)
            func page(_ path: String) async -> Response {
                await router.respond(to: Request(.get, path, headers: ["accept": "text/html"]))
            }
            let shown = await page("/p/\(Scene.project)/report")
            #expect(shown.status == 200, "\(shown.text)")
            #expect(shown.text.contains("不需要登录"))
            let id = Seed.id("issue:page")
            let key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            let filed = await router.respond(to: OversightRoutesTests.report(id, key))
            #expect(filed.status == 303, "\(filed.text)")
            let link = "/p/\(Scene.project)/issues/\(id)?key=\(key)"
            #expect(filed.headers["location"] == link)
            #expect(await router.respond(to: OversightRoutesTests.report(id, key)).status == 303)
            #expect(await page("/p/\(Scene.project)/issues/\(id)?key=wrong").status == 404)
            let waiting = await page(link)
            #expect(waiting.text.contains("待受理"), "\(waiting.text)")
            let kept = try await database.owner.read(
                "select answer from app.request where route = 'issue.file'")
            #expect(!String(decoding: try kept.one().bytes("answer"), as: UTF8.self).contains(key))

            let path = "/v1/issues/\(id)/"
            _ = await site.send(.post, path + "accept", as: "community", ["severity": "S1"])
            _ = await site.send(
                .post, path + "assign", as: "street", ["organisation": .text("\(Seed.id("org:contractor"))")])
            _ = await site.send(.post, path + "begin", as: "contractor", [:])
            let fixed = await site.send(
                .post, path + "claim-fix", as: "contractor",
                ["note": "已回填", "photos": [.text(Scene.picture)]])
            #expect(fixed.status == 200, "\(fixed.text)")
            func verify(_ key: String) async -> Response {
                await router.respond(
                    to: Request(
                        .post, "/p/\(Scene.project)/issues/\(id)/verify",
                        headers: [
                            "content-type": "application/x-www-form-urlencoded", "accept": "text/html",
                        ],
                        body: Array("key=\(key)&nonce=\(Seed.id("nonce" + key))".utf8)))
            }
            #expect(await verify("wrong").status == 404)
            let done = await verify(key)
            #expect(done.status == 303, "\(done.text)")
            let after = await page(link)
            #expect(after.text.contains("已确认"))
            #expect(try await Scene.acceptanceBlock(database) == nil)
        }
    }

    /// The form of the report page, as a browser sends it.
    static func report(_ id: ID, _ key: String) -> Request {
        var body = [UInt8]()
        let fields = [
            ("id", "\(id)"), ("follow", key), ("kind", "safety"), ("place", "3幢"), ("description", "沟没有围挡"),
            ("contact_phone", ""), ("contact_name", ""),
        ]
        for (name, value) in fields {
            body += Array(
                "--line\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Array(
            "--line\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\n"
                .utf8)
        body += (Base64.bytes(Scene.picture) ?? []) + Array("\r\n--line--\r\n".utf8)
        return Request(
            .post, "/p/\(Scene.project)/issues",
            headers: ["content-type": "multipart/form-data; boundary=line", "accept": "text/html"], body: body
        )
    }
}
