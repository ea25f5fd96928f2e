import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Notices

@Suite("Notices: webhooks")
struct WebhookTests {
    private static func add(_ scene: Scene, _ url: String, types: JSON = []) async throws -> (
        id: ID, secret: String
    ) {
        let id = Seed.id("webhook:" + url)
        let answer = await scene.site.send(
            .post, "/v1/webhooks", as: "office",
            .object(["id": .text("\(id)"), "url": .text(url), "types": types]))
        #expect(answer.status == 201, "\(answer.text)")
        return (id, try #require(answer.json?["secret"]?.text))
    }

    @Test("an event is brought, signed so that openssl finds the same, once, with nothing of what it holds")
    func brought() async throws {
        let receiver = try await Receiver.start()
        defer { receiver.stop() }
        try await Scene.with { scene in
            let (id, secret) = try await Self.add(scene, receiver.url("/ok"))
            try await scene.handOut(until: 1)
            _ = try await scene.bring()
            let request = try #require(receiver.requests.first)
            let body = try JSONDecoder().decode(JSON.self, from: Data(request.body.utf8))
            #expect(body["type"]?.text == "webhook.add" && body["data"]?["subject_id"]?.text == "\(id)")
            #expect(
                Set((body["data"]?.object ?? [:]).keys) == [
                    "district", "project", "subject_kind", "subject_id", "subject_version",
                ])
            let message = try #require(request.headers["webhook-id"])
            let seconds = try #require(request.headers["webhook-timestamp"])
            let key = hex(try #require(Base64.bytes(secret.dropFirst(6))))
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(message)
            try Data("\(message).\(seconds).\(request.body)".utf8).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let openssl = try await RunningProgram.run(
                "/usr/bin/env",
                [
                    "openssl", "mac", "-digest", "SHA256", "-macopt", "hexkey:" + key, "-in", file.path,
                    "HMAC",
                ])
            let mark = openssl.output.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
            let shown = try #require(request.headers["webhook-signature"])
            #expect(shown.hasPrefix("v1,") && Base64.bytes(shown.dropFirst(3)).map(hex) == mark, "\(openssl)")
            // Nothing more is due, and its list says so.
            #expect(try await scene.bring() == 0 && receiver.requests.count == 1)
            let list = await scene.site.send(.get, "/v1/webhooks/\(id)/deliveries", as: "office")
            #expect(list.json?["items"]?.list?.map { $0["state"]?.text } == ["sent"], "\(list.text)")
            let page = await scene.site.send(.get, "/webhooks", as: "office")
            #expect(page.status == 200 && page.text.contains("已送达"), "\(page.text)")
        }
    }

    @Test("what is not taken is tried nine times over a day, is dead then, and is brought again on demand")
    func retried() async throws {
        let receiver = try await Receiver.start()
        defer { receiver.stop() }
        try await Scene.with { scene in
            let (id, _) = try await Self.add(scene, receiver.url("/500"))
            let delivery = try #require(try await scene.handOut(until: 1).first)
            var waits: [Double] = []
            for _ in 0..<9 {
                _ = try await scene.bring()
                let rows = try await scene.database.owner.read(
                    "select extract(epoch from run_at - now())::double precision::text as wait from jobs.scheduled"
                )
                if let wait = try rows.first?.text("wait") { waits.append(Double(wait) ?? 0) }
                try await scene.makeDue()
            }
            #expect(receiver.requests.count == 9 && waits.count == 8)
            // Five seconds at first, ten hours at last, more than a day in all by what is meant, each but for a tenth.
            #expect(waits[0] < 6 && waits[7] > 32_000 && waits.reduce(0, +) > 80_000, "\(waits)")
            #expect(Set(receiver.requests.map { $0.headers["webhook-id"] }).count == 1)
            var list = await scene.site.send(.get, "/v1/webhooks/\(id)/deliveries", as: "office")
            #expect(list.json?["items"]?.list?.first?["state"]?.text == "dead", "\(list.text)")
            #expect(list.json?["items"]?.list?.first?["status"]?.int == 500)
            let again = await scene.site.send(
                .post, "/v1/webhooks/\(id)/replay", as: "office", .object(["delivery": .text("\(delivery)")]))
            #expect(again.status == 201, "\(again.text)")
            _ = try await scene.bring()
            #expect(receiver.requests.count == 10)
            list = await scene.site.send(.get, "/v1/webhooks/\(id)/deliveries", as: "office")
            #expect(list.json?["items"]?.list?.first?["tries"]?.int == 10)
        }
    }

    @Test(
        "neither a private address, nor a name of one, nor another place that is answered, is reached; slow ones are left"
    )
    func bounds() async throws {
        let receiver = try await Receiver.start()
        defer { receiver.stop() }
        try await Scene.with { scene in
            let open = try #require(Reach(["public"]))
            let refused = Outbound.Failure(description: "地址不在允许范围内 the address may not be reached")
            for host in ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "127.1"] {
                let answer = await Outbound(reach: open).post(
                    [1], to: "http://\(host):\(receiver.port)/ok", headers: []
                ).map(\.status)
                #expect(answer == .failure(refused), "\(host)")
            }
            #expect(receiver.requests.isEmpty)
            let near = try #require(Reach(["127.0.0.0/8"]))
            #expect(
                await Outbound(reach: near).post([1], to: receiver.url("/302"), headers: []).map(\.status)
                    == .success(302))
            #expect(receiver.requests.map(\.path) == ["/302"])
            var hasty = Outbound(reach: near)
            hasty.seconds = 1
            #expect(
                await hasty.post([1], to: receiver.url("/slow"), headers: []).map(\.status)
                    == .failure(.init(description: "超时 no answer in time")))
            #expect(
                await Outbound(reach: near).post([1], to: receiver.url("/big"), headers: []).map(\.status)
                    == .success(200))
            #expect(
                await Outbound(reach: near).post([1], to: "file:///etc/hostname", headers: []).map(\.status)
                    != .success(200))
            // By a webhook the same, and it says why.
            _ = try await Self.add(scene, receiver.url("/ok"))
            try await scene.handOut(until: 1)
            _ = try await scene.bring(["public"])
            #expect(try await scene.reasons() == [refused.description])
        }
    }

    @Test("the secret is shown once and kept nowhere; another number is another secret, and an end is an end")
    func secrets() async throws {
        try await Scene.with { scene in
            let body: JSON = ["url": "https://jg.example.cn/events", "types": ["issue."]]
            let first = await scene.site.send(.post, "/v1/webhooks", as: "office", body, key: "once")
            let secret = try #require(first.json?["secret"]?.text)
            let again = await scene.site.send(.post, "/v1/webhooks", as: "office", body, key: "once")
            #expect(
                again.status == 201 && again.json?["secret"] == nil && again.json?["id"] == first.json?["id"])
            let kept = try await scene.database.owner.read(
                "select count(*) as n from app.request where position(\(Array(secret.utf8)) in answer) > 0")
            #expect(try kept.one().int("n") == 0)
            let id = try #require(first.json?["id"]?.text)
            let renewed = await scene.site.send(.post, "/v1/webhooks/\(id)/renew", as: "office")
            #expect(renewed.status == 200, "\(renewed.text)")
            #expect(renewed.json?["secret"]?.text != secret && renewed.json?["secret"] != nil)
            #expect(await scene.site.send(.post, "/v1/webhooks/\(id)/end", as: "office2").status == 200)
            let late = await scene.site.send(.post, "/v1/webhooks/\(id)/renew", as: "office")
            #expect(late.refusalCodes == ["webhook_only_renews_and_ends"], "\(late.text)")
            // Another unit neither sees nor ends it.
            #expect(await scene.site.send(.post, "/v1/webhooks/\(id)/end", as: "street").status == 404)
            #expect(await scene.site.send(.get, "/v1/webhooks/\(id)/deliveries", as: "street").status == 404)
            let list = await scene.site.send(.get, "/v1/webhooks", as: "street")
            #expect(list.json?["items"]?.list == [])
            let odd = await scene.site.send(
                .post, "/v1/webhooks", as: "office", ["url": "ftp://jg.example.cn/"])
            #expect(odd.status == 422 && odd.text.contains("webhook_url_is_plain"), "\(odd.text)")
        }
    }

    @Test("a street's program is told of its own projects and of nothing else; types narrow it")
    func rights() async throws {
        try await Scene.with { scene in
            let (own, other) = (Seed.id("project:own"), Seed.id("project:other"))
            try await scene.database.act(
                as: "street", Scene.add("street", of: "street", in: "construction_unit"))
            try await scene.database.act(as: "office", Scene.add("narrow", types: "{told.own}"))
            try await scene.handOut(until: 1)
            try await scene.change([
                "set local session_replication_role = replica",
                """
                insert into app.part (district, project_id, reader, until)
                values (1, \(own), auth.reader_of(1, 'construction_unit', \(Seed.id("org:street"))), 'infinity')
                """,
                Self.told("told.own.a", own), Self.told("told.other", other), Self.told("told.own.b", own),
            ])
            func told(_ name: String) async throws -> [String] {
                try await scene.database.owner.read(
                    """
                    select entry.type from jobs.delivery join ledger.entry using (district, entry_id)
                    where webhook_id = \(Seed.id("webhook:" + name)) and type like 'told.%' order by type
                    """
                ).map { try $0.text("type") }
            }
            for _ in 0..<500 {
                try await scene.handOut(until: 1)
                if try await told("narrow").count == 2 { break }
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(try await told("street") == ["told.own.a", "told.own.b"])
            #expect(try await told("narrow") == ["told.own.a", "told.own.b"])
        }
    }

    /// An event past every guard, of a project.
    static func told(_ type: String, _ project: ID) -> SQL {
        """
        insert into ledger.entry
        select (jsonb_populate_record(told, jsonb_build_object('entry_id', gen_random_uuid(), 'district', 1,
            'subject_id', gen_random_uuid(), 'project_id', \(project)::uuid, 'type', \(type)::text,
            'written_by', pg_current_xact_id()::text))).*
        from ledger.entry told limit 1
        """
    }

    @Test(
        "one's own unit's, to a plain address, of a few types; it renews and ends, and is brought again while it stands"
    )
    func guards() async throws {
        try await Scene.with { scene in
            let database = scene.database
            func refusal(_ statements: [SQL], as login: String = "office") async throws -> String? {
                try await database.refusal(as: login, statements)
            }
            #expect(try await refusal(Scene.add(), as: "street") == "webhook_is_of_ones_own_unit")
            #expect(try await refusal(Scene.add(in: "leading_group")) == "webhook_is_of_ones_own_unit")
            for url in [
                "ftp://a/", "https://me:pw@a/", "https://a/#b", "https:///x", "javascript:1", "https://a /",
            ] {
                #expect(try await refusal(Scene.add(url: url)) == "webhook_url_is_plain", "\(url)")
            }
            let many = "{" + (0...50).map { "t\($0)" }.joined(separator: ",") + "}"
            #expect(try await refusal(Scene.add(types: many)) == "webhook_types_are_few")
            try await database.act(as: "office", Scene.add())
            for setting: SQL in [
                "url = 'https://b.cn/'", "types = '{a}'", "secret_number = secret_number + 2",
            ] {
                // No column of the first two is the application's to change at all.
                let code = try await refusal(Scene.change("a", setting))
                #expect(
                    code == "webhook_only_renews_and_ends" || code?.hasPrefix("42501") == true,
                    "\(code ?? "-")")
            }
            try await database.act(as: "office2", Scene.change("b", "secret_number = secret_number + 1"))
            let delivery = try #require(try await scene.handOut(until: 1).first)
            #expect(
                try await refusal(Scene.replay("a", Seed.id("nothing"))) == "replay_is_of_a_standing_webhook")
            #expect(
                try await refusal(Scene.replay("a", delivery), as: "street")
                    == "replay_is_of_a_standing_webhook")
            try await database.act(as: "office", Scene.replay("b", delivery))
            try await database.act(as: "office", Scene.change("c", "ended = true"))
            #expect(try await refusal(Scene.replay("c", delivery)) == "replay_is_of_a_standing_webhook")
            #expect(try await refusal(Scene.change("d", "ended = false")) == "webhook_only_renews_and_ends")
        }
    }

    @Test("an end is raced with a new secret, with another end and with a replay: one stands")
    func raced() async throws {
        try await Scene.with { scene in
            try await scene.database.act(as: "office", Scene.add())
            let delivery = try #require(try await scene.handOut(until: 1).first)
            let (end, replay) = try await scene.database.race(
                ("office", Scene.change("end", "ended = true")), ("office2", Scene.replay("late", delivery)))
            #expect(end == nil && replay == "replay_is_of_a_standing_webhook")
            try await scene.database.act(as: "office", Scene.add("second"))
            let second = Seed.id("webhook:second")
            let (first, other) = try await scene.database.race(
                ("office", Scene.change("first", "ended = true", of: second)),
                ("office2", Scene.change("other", "secret_number = secret_number + 1", of: second)))
            #expect(first == nil && other == "webhook_only_renews_and_ends")
        }
        try await Scene.with { scene in
            try await scene.database.act(as: "office", Scene.add())
            let delivery = try #require(try await scene.handOut(until: 1).first)
            // The other way round both are right: what was asked for before the end.
            let (replay, end) = try await scene.database.race(
                ("office2", Scene.replay("early", delivery)), ("office", Scene.change("end", "ended = true")))
            #expect(replay == nil && end == nil)
        }
    }
}
