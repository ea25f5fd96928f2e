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
                #expect(clocks.compactMap { $0["state"]?.text } == ["met", "met"], "\(read.text)")
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
    private static func report(_ id: ID, _ key: String) -> Request {
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
            "--line\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
                .utf8)
        body += [0xFF, 0xD8, 0xFF, 0xE0, 9] + Array("\r\n--line--\r\n".utf8)
        return Request(
            .post, "/p/\(Scene.project)/issues",
            headers: ["content-type": "multipart/form-data; boundary=line", "accept": "text/html"], body: body
        )
    }
}
