import Foundation
import Harness
import Jobs
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Notices

@Suite("Notices: where people may be reached")
struct ContactTests {
    @Test(
        "an address is sent its code and nothing else until it is shown; answers, events and kept requests hold no address"
    )
    func verified() async throws {
        let sink = try await MailSink.start()
        defer { sink.stop() }
        try await Scene.withMail(sink) { scene in
            let added = await scene.site.send(
                .post, "/v1/me/contacts", as: "office", ["channel": "mail", "address": "wang@example.cn"])
            #expect(added.status == 201 && added.json?["address"] == "w***@example.cn", "\(added.text)")
            let id = try #require(added.json?["id"]?.text)
            #expect(try await scene.send() == 1)
            let mail = try #require(sink.mails.first)
            #expect(mail.to == ["wang@example.cn"] && mail.heads["list-unsubscribe"] == nil)
            let code = try #require(mail.text.split(separator: " ").dropFirst().first).prefix(8).description
            #expect(mail.text.contains("https://ys.example.cn/do/me/contacts/\(id)/verify?code=\(code)"))
            let path = "/v1/me/contacts/\(id)/verify"
            let wrong = code == "00000000" ? "11111111" : "00000000"
            let denied = await scene.site.send(.post, path, as: "office", ["code": .text(wrong)])
            #expect(denied.refusalCodes == ["contact_is_verified_by_its_code"], "\(denied.text)")
            #expect(await scene.site.send(.post, path, as: "office2", ["code": .text(code)]).status == 404)
            let verified = await scene.site.send(.post, path, as: "office", ["code": .text(code)])
            #expect(verified.status == 200 && verified.json?["state"] == "verified", "\(verified.text)")
            let again = await scene.site.send(.post, path, as: "office", ["code": .text(code)])
            #expect(again.refusalCodes == ["contact_keeps_its_address"], "\(again.text)")
            let list = await scene.site.send(.get, "/v1/me/contacts", as: "office")
            #expect(
                list.json?["items"]?.list?.map { $0["address"]?.text } == ["w***@example.cn"], "\(list.text)")
            #expect(await scene.site.send(.get, "/v1/me/contacts", as: "street").json?["items"]?.list == [])
            let page = await scene.site.send(.get, "/contacts", as: "office")
            #expect(
                page.status == 200 && page.text.contains("已验证") && !page.text.contains("wang@"),
                "\(page.text)")
            let messages = await scene.site.send(.get, "/v1/me/messages", as: "office")
            #expect(messages.json?["items"]?.list?.first?["state"] == "sent", "\(messages.text)")
            let told = try await scene.database.owner.read(
                """
                select (select count(*) from ledger.entry where entry::text like '%wang@%')
                    + (select count(*) from app.request where position('wang@'::bytea in answer) > 0) as n
                """)
            #expect(try told.one().int("n") == 0)
            let ended = await scene.site.send(.post, "/v1/me/contacts/\(id)/end", as: "office")
            #expect(ended.status == 200, "\(ended.text)")
            let left = try await scene.database.owner.read(
                "select count(*) as n from app.contact where address <> ''")
            #expect(try left.one().int("n") == 0)
        }
    }

    @Test("five wrong codes end a code; another is sent, five at most")
    func guessed() async throws {
        try await Scene.withFiles { scene, folder in
            let added = await scene.site.send(
                .post, "/v1/me/contacts", as: "office", ["channel": "sms", "address": "13800001234"])
            #expect(added.json?["address"] == "138****34", "\(added.text)")
            let id = try #require(added.json?["id"]?.text)
            let path = "/v1/me/contacts/\(id)"
            func codes() throws -> [String] {
                try String(contentsOfFile: folder + "/sms.jsonl", encoding: .utf8).split(separator: "\n")
                    .compactMap {
                        try JSONDecoder().decode(JSON.self, from: Data($0.utf8))["text"]?.text?.split(
                            separator: " "
                        ).dropFirst().first?
                        .prefix(8)
                        .description
                    }
            }
            _ = try await scene.send()
            let first = try #require(try codes().first)
            let wrong = first == "00000000" ? "11111111" : "00000000"
            for _ in 0..<5 {
                let denied = await scene.site.send(
                    .post, path + "/verify", as: "office", ["code": .text(wrong)])
                #expect(denied.refusalCodes == ["contact_is_verified_by_its_code"], "\(denied.text)")
            }
            let late = await scene.site.send(.post, path + "/verify", as: "office", ["code": .text(first)])
            #expect(late.refusalCodes == ["contact_guesses_are_few"], "\(late.text)")
            for _ in 0..<4 {
                #expect(await scene.site.send(.post, path + "/renew", as: "office").status == 200)
            }
            let sixth = await scene.site.send(.post, path + "/renew", as: "office")
            #expect(sixth.refusalCodes == ["contact_codes_are_few"], "\(sixth.text)")
            // Those before the last one are sent no more: they hold no longer.
            _ = try await scene.send()
            #expect(try codes().count == 2)
            let right = await scene.site.send(
                .post, path + "/verify", as: "office", ["code": .text(try #require(try codes().last))])
            #expect(right.status == 200, "\(right.text)")
        }
    }

    @Test(
        "a channel that is not set up takes no address and says so; one that is taken away sends nothing, and why stands there"
    )
    func notSetUp() async throws {
        try await Scene.withFiles { scene, _ in
            let denied = await scene.site.send(
                .post, "/v1/me/contacts", as: "office", ["channel": "mail", "address": "wang@example.cn"])
            #expect(denied.refusalCodes == ["contact_channel_is_set_up"], "\(denied.text)")
            let odd = await scene.site.send(
                .post, "/v1/me/contacts", as: "office", ["channel": "sms", "address": "12345"])
            #expect(odd.text.contains("contact_address_fits_its_channel"), "\(odd.text)")
            let added = await scene.site.send(
                .post, "/v1/me/contacts", as: "office", ["channel": "wechat", "address": "oWx_abcdef"])
            #expect(added.status == 201, "\(added.text)")
            try await scene.setUp([:])
            _ = try await scene.send()
            let messages = await scene.site.send(.get, "/v1/me/messages", as: "office")
            let first = messages.json?["items"]?.list?.first
            #expect(
                first?["state"] == "dead" && first?["reason"]?.text?.hasPrefix("渠道未设置") == true,
                "\(messages.text)")
            let page = await scene.site.send(.get, "/contacts", as: "office")
            #expect(page.text.contains("本站没有设置：电子邮件、短信、微信"), "\(page.text)")
        }
    }

    @Test(
        "what may be taken later is tried nine times over a day and is dead then; what never will is dead at once"
    )
    func tried() async throws {
        let sink = try await MailSink.start()
        defer { sink.stop() }
        try await Scene.withMail(sink) { scene in
            for (login, name) in [("office", "later"), ("street", "never"), ("office2", "drop")] {
                let added = await scene.site.send(
                    .post, "/v1/me/contacts", as: login,
                    ["channel": "mail", "address": .text(name + "@example.cn")])
                #expect(added.status == 201, "\(added.text)")
            }
            for _ in 0..<9 {
                _ = try await scene.send()
                try await scene.makeDue()
            }
            func last(_ login: String) async -> JSON? {
                await scene.site.send(.get, "/v1/me/messages", as: login).json?["items"]?.list?.first
            }
            let (later, never, drop) = (await last("office"), await last("street"), await last("office2"))
            #expect(later?["state"] == "dead" && later?["tries"] == 9, "\(String(describing: later))")
            #expect(never?["state"] == "dead" && never?["tries"] == 1, "\(String(describing: never))")
            #expect(never?["reason"]?.text?.contains("550") == true)
            // An operator puts dead jobs back: what might be taken later is sent again, and what never will is not.
            let back = try await scene.database.owner.transaction {
                try await $0.commit(after: ["select jobs.redrive('message.send', 100) as number"])
            }
            #expect(try back[0].one().int("number") == 2)
            #expect(await last("office")?["state"] == "waiting")
            #expect(await last("street")?["state"] == "dead")
            for _ in 0..<9 {
                _ = try await scene.send()
                try await scene.makeDue()
            }
            #expect(await last("office")?["tries"] == 18)
            // It came each time under one name: whoever has it leaves the others.
            #expect(drop?["state"] == "dead" && sink.mails.count == 18)
            #expect(Set(sink.mails.map { $0.heads["message-id"] }).count == 1)
            let tries = try await scene.database.owner.read(
                "select count(*) as n, count(distinct message_id) as messages from jobs.message_try where status = 451"
            )
            #expect(try tries.one().int("n") == 18 && tries.one().int("messages") == 1)
            let fixed = try await scene.database.refusal(ofOwner: ["update jobs.message_try set status = 250"]
            )
            #expect(fixed == "fact_is_never_changed")
        }
    }

    private static func add(_ name: String, of login: String = "office", channel: String = "mail") -> [SQL] {
        let op = Seed.id("op:contact:\(name)")
        let address = channel == "mail" ? "\(name)@example.cn" : "13800001234"
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            insert into app.contact (district, contact_id, person_id, channel, address, asked_at, begun_on, op_id)
            values (1, \(Seed.id("contact:" + name)), \(Seed.id("person:" + login)), \(channel), \(address), now(),
                '2026-03-02', \(op))
            """,
        ]
    }

    private static func change(_ name: String, _ setting: SQL, of contact: String = "a") -> [SQL] {
        let op = Seed.id("op:contact:change:\(name)")
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            update app.contact set \(setting), version = version + 1, op_id = \(op)
            where district = 1 and contact_id = \(Seed.id("contact:" + contact))
            """,
        ]
    }

    @Test(
        "by raw SQL nobody says where another is reached, verifies without the code, changes an address or ends an end"
    )
    func guards() async throws {
        try await Scene.withMailSetUp { scene in
            let database = scene.database
            func refusal(_ statements: [SQL], as login: String = "office") async throws -> String? {
                try await database.refusal(as: login, statements)
            }
            #expect(try await refusal(Self.add("a", of: "street")) == "contact_is_its_persons_own")
            #expect(try await refusal(Self.add("a", channel: "sms")) == "contact_channel_is_set_up")
            #expect(try await refusal(Self.add("a b")) == "contact_address_fits_its_channel")
            #expect(try await refusal(Self.add("x", channel: "fax")) == "contact_channel_is_set_up")
            try await database.act(as: "office", Self.add("a"))
            #expect(try await refusal(Self.add("b")) == "contact_is_one_of_its_channel")
            #expect(
                try await refusal(Self.change("v", "verified_at = now(), shown_code = '00000000'"))
                    == "contact_is_verified_by_its_code")
            #expect(
                try await refusal(Self.change("m", "address = 'other@example.cn'"))
                    == "contact_keeps_its_address")
            #expect(try await refusal(Self.change("w", "wrong = wrong + 2")) == "contact_keeps_its_address")
            #expect(try await refusal(Self.change("s", "asked = asked + 2")) == "contact_keeps_its_address")
            for number in 0..<4 {
                try await database.act(as: "office", Self.change("asked\(number)", "asked = asked + 1"))
            }
            #expect(try await refusal(Self.change("asked5", "asked = asked + 1")) == "contact_codes_are_few")
            for number in 0..<5 {
                try await database.act(as: "office", Self.change("wrong\(number)", "wrong = wrong + 1"))
            }
            #expect(
                try await refusal(Self.change("wrong5", "wrong = wrong + 1")) == "contact_guesses_are_few")
            let held = try await database.owner.read(
                "select auth.contact_code(contact_id, asked) as code from app.contact")
            let code = try held.one().text("code")
            #expect(
                try await refusal(Self.change("late", "verified_at = now(), shown_code = \(code)"))
                    == "contact_is_verified_by_its_code")
            try await database.act(as: "office", Self.change("end", "ended = true, address = ''"))
            #expect(try await refusal(Self.change("again", "ended = false")) == "contact_keeps_its_address")
            for number in 0..<4 {
                try await database.act(as: "office", Self.add("n\(number)"))
                try await database.act(
                    as: "office", Self.change("n\(number)", "ended = true, address = ''", of: "n\(number)"))
            }
            #expect(try await refusal(Self.add("sixth")) == "contacts_are_few_in_a_day")
            // The code is nobody's to ask for.
            let asked = try await refusal(["select auth.contact_code(gen_random_uuid(), 1)"])
            #expect(asked?.hasPrefix("42501") == true, "\(asked ?? "-")")
        }
    }

    @Test("two addresses at once, an end beside a new code, a last guess beside another: one stands")
    func raced() async throws {
        try await Scene.withMailSetUp { scene in
            let (first, second) = try await scene.database.race(
                ("office", Self.add("a")), ("office", Self.add("b")))
            #expect(first == nil && second == "contact_is_one_of_its_channel")
            for number in 0..<4 {
                try await scene.database.act(as: "office", Self.change("w\(number)", "wrong = wrong + 1"))
            }
            let guesses = try await scene.database.race(
                ("office", Self.change("g1", "wrong = wrong + 1")),
                ("office", Self.change("g2", "wrong = wrong + 1")))
            #expect(guesses.0 == nil && guesses.1 == "contact_guesses_are_few")
            let (end, renewed) = try await scene.database.race(
                ("office", Self.change("end", "ended = true, address = ''")),
                ("office", Self.change("new", "asked = asked + 1")))
            #expect(end == nil && renewed == "contact_keeps_its_address")
        }
        try await Scene.withMailSetUp { scene in
            for number in 0..<4 {
                try await scene.database.act(as: "office", Self.add("n\(number)"))
                try await scene.database.act(
                    as: "office", Self.change("n\(number)", "ended = true, address = ''", of: "n\(number)"))
            }
            let (first, second) = try await scene.database.race(
                ("office", Self.add("a")), ("office", Self.add("b")))
            #expect(first == nil && second == "contacts_are_few_in_a_day")
        }
    }
}
