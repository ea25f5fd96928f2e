import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Notices

@Suite("Notices: who is told of what, by which channel, and when")
struct NoticeTests {
    /// A verified address, past every guard.
    private static func contact(_ login: String, channel: String = "mail") -> [SQL] {
        let address = channel == "mail" ? "\(login)@example.cn" : "13800001234"
        return [
            "set local session_replication_role = replica",
            """
            insert into app.contact (district, contact_id, person_id, channel, address, asked_at, begun_on, verified_at,
                op_id)
            values (1, \(Seed.id("contact:\(channel):\(login)")), \(Seed.id("person:" + login)), \(channel), \(address),
                now(), '2026-03-02', now(), gen_random_uuid())
            """,
        ]
    }

    /// An event of a type, with a row that it tells of: done by somebody of the office.
    private static func event(_ name: String, _ type: String, project: ID? = nil) -> [SQL] {
        let op = Seed.id("op:webhook:" + name)
        return [TestDatabase.event(op, type, on: ("test", op), project: project)]
            + Scene.add(name).dropFirst()
    }

    /// What was made of events, by person and channel.
    private static func made(_ scene: MessageScene) async throws -> [String] {
        try await scene.database.owner.read(
            """
            select person.login || ' ' || channel || ' ' || kind || ' ' || state as told from jobs.message
            join auth.person using (person_id) order by 1
            """
        ).map { try $0.text("told") }
    }

    @Test(
        "quiet from nine to eight, together at half past eight; what presses waits for nothing",
        arguments: [
            ("2026-03-02T20:59:59+08:00", "at_once", false, "2026-03-02T20:59:59+08:00"),
            ("2026-03-02T21:00:00+08:00", "at_once", false, "2026-03-03T08:00:00+08:00"),
            ("2026-03-03T07:59:59+08:00", "at_once", false, "2026-03-03T08:00:00+08:00"),
            ("2026-03-03T08:00:00+08:00", "at_once", false, "2026-03-03T08:00:00+08:00"),
            ("2026-12-31T23:30:00+08:00", "at_once", false, "2027-01-01T08:00:00+08:00"),
            ("2026-03-02T23:00:00+08:00", "at_once", true, "2026-03-02T23:00:00+08:00"),
            ("2026-03-02T08:24:59+08:00", "digest", false, "2026-03-02T08:30:00+08:00"),
            ("2026-03-02T08:25:00+08:00", "digest", false, "2026-03-03T08:30:00+08:00"),
            ("2026-03-02T15:00:00+08:00", "digest", false, "2026-03-03T08:30:00+08:00"),
            ("2026-03-02T15:00:00+08:00", "digest", true, "2026-03-02T15:00:00+08:00"),
        ])
    func due(at: String, timing: String, presses: Bool, due: String) async throws {
        let found = try await TestDatabase.with { database in
            try await database.owner.read(
                """
                select app.notice_due(\(at)::text::timestamptz, \(timing), \(presses)) = \(due)::text::timestamptz as same
                """
            ).one().bool("same")
        }
        #expect(found)
    }

    @Test(
        "an event is told once to each who may see it and has a verified address, not to who did it; a refused one to nobody"
    )
    func told() async throws {
        try await Scene.withMailSetUp { scene in
            for login in ["office", "office2", "street", "stranger"] {
                try await scene.scene.change(Self.contact(login))
            }
            try await scene.database.act(as: "office2", Self.event("a", "issue.escalate"))
            // The street takes part in no project of it, the stranger is of another district, who did it knows.
            #expect(try await Self.made(scene) == ["office mail notice waiting"])
            let undone = try await scene.database.refusal(
                as: "office2", Self.event("b", "issue.escalate") + ["select 1 / 0"])
            #expect(undone?.hasPrefix("22012") == true)
            #expect(try await Self.made(scene).count == 1)
            let twice = try await scene.database.refusal(ofOwner: [
                """
                insert into jobs.message (district, person_id, channel, kind, entry_id)
                select district, person_id, channel, kind, entry_id from jobs.message
                """
            ])
            #expect(twice == "message_is_one_for_an_event")
            let jobs = try await scene.database.owner.read(
                "select count(*) as n from jobs.job join jobs.message using (job_id)")
            #expect(try jobs.one().int("n") == 1)
        }
    }

    @Test("a project's event is told to the unit that takes part in it, and to no other")
    func ofProject() async throws {
        try await Scene.withMailSetUp { scene in
            let project = Seed.id("project:own")
            for login in ["contractor", "contractor2"] { try await scene.scene.change(Self.contact(login)) }
            try await scene.scene.change([
                "set local session_replication_role = replica",
                """
                insert into app.part (district, project_id, reader, until)
                values (1, \(project), auth.reader_of(1, 'contractor', \(Seed.id("org:contractor"))), 'infinity')
                """,
            ])
            try await scene.database.act(as: "office", Self.event("a", "issue.assign", project: project))
            #expect(try await Self.made(scene) == ["contractor mail notice waiting"])
        }
    }

    @Test("of a step of a deadline's ladder those roles are told that the step names, and no others")
    func ladder() async throws {
        try await Scene.withMailSetUp { scene in
            for login in ["office", "group"] { try await scene.scene.change(Self.contact(login)) }
            for (name, roles) in [
                ("a", "[\"leading_group\"]"), ("b", "[\"renovation_office\"]"), ("c", "[]"),
            ] {
                let op = Seed.id("op:webhook:" + name)
                try await scene.database.act(
                    as: "office2",
                    [
                        """
                        select ledger.record(\(op), 'clock.escalate', 'test', \(op), null,
                            auth.today()::timestamp at time zone 'Asia/Shanghai' + interval '9 hours', null,
                            jsonb_build_object('roles', \(roles)::text::jsonb))
                        """
                    ] + Scene.add(name).dropFirst())
            }
            // A digest each, with the one notice that it carries.
            #expect(
                try await Self.made(scene) == [
                    "group mail digest waiting", "group mail notice waiting", "office mail digest waiting",
                    "office mail notice waiting",
                ])
        }
    }

    @Test(
        "a district's own quiet hours hold for what comes after, of the night alone, and another's are not told"
    )
    func quietHours() async throws {
        try await Scene.withMailSetUp { scene in
            func set(_ from: String, _ until: String, _ digest: String, as login: String = "office") async
                -> Response
            {
                await scene.site.send(
                    .post, "/v1/quiet-hours", as: login,
                    ["quiet_from": .text(from), "quiet_until": .text(until), "digest_at": .text(digest)])
            }
            let usual = await scene.site.send(.get, "/v1/quiet-hours", as: "street")
            #expect(usual.json?["quiet_from"] == "21:00" && usual.json?["chosen"] == false, "\(usual.text)")
            #expect(await set("19:30", "07:00", "09:15").status == 201)
            let own = await scene.site.send(.get, "/v1/quiet-hours", as: "street")
            #expect(own.json?["quiet_from"] == "19:30" && own.json?["digest_at"] == "09:15", "\(own.text)")
            #expect(await set("09:00", "08:00", "08:30").refusalCodes == ["quiet_hours_leave_the_day"])
            #expect(await set("21:00", "08:00", "07:30").refusalCodes == ["digest_comes_by_day"])
            #expect(await set("21", "08:00", "08:30").status == 422)
            #expect(await set("21:00", "08:00", "08:30", as: "street").status == 403)
            // What is told next goes by them.
            try await scene.scene.change(Self.contact("office"))
            try await scene.database.act(as: "office2", Self.event("a", "clock.ran_late"))
            let due = try await scene.database.owner.read(
                """
                select distinct to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI') as due from jobs.message
                """)
            #expect(try due.map { try $0.text("due") } == ["09:15"])
            // Raw SQL reaches one's own district alone.
            for function in ["app.notice_matrix_of(2)", "app.quiet_hours_of(2)"] {
                let refused = try await scene.database.refusal(
                    as: "office", [SQL(unescaped: "select * from \(function)")])
                #expect(refused != nil, "\(function)")
            }
            let district = try await scene.database.refusal(
                as: "street",
                [
                    """
                    insert into app.quiet_hours (district, setting_id, quiet_from, quiet_until, digest_at, op_id)
                    values (1, gen_random_uuid(), '21:00', '08:00', '08:30', gen_random_uuid())
                    """
                ])
            #expect(district != nil)
        }
    }

    @Test("what need not press comes as one message a day, which shares its fate with what it carries")
    func digest() async throws {
        let sink = try await MailSink.start()
        defer { sink.stop() }
        try await Scene.withMail(sink) { scene in
            try await scene.scene.change(Self.contact("office"))
            for name in ["a", "b"] {
                try await scene.database.act(
                    as: "office2",
                    Self.event(name, name == "a" ? "change_order.owner_decision" : "clock.ran_late"))
            }
            #expect(
                try await Self.made(scene) == [
                    "office mail digest waiting", "office mail notice waiting", "office mail notice waiting",
                ])
            #expect(try await scene.send() == 0)
            try await scene.makeDue()
            #expect(try await scene.send() == 1)
            let mail = try #require(sink.mails.first)
            #expect(sink.mails.count == 1 && mail.heads["subject"]?.contains("汇总，共 2 项") == true)
            #expect(mail.text.contains("建设单位决定工程变更") && mail.text.contains("期限已过"), "\(mail.text)")
            #expect(mail.heads["list-unsubscribe"] != nil)
            #expect(try await Self.made(scene).allSatisfy { $0.hasSuffix("sent") })
        }
    }

    @Test(
        "the office sets what its district is told; the inbox and statutory notices stay on, and others set nothing"
    )
    func matrix() async throws {
        try await Scene.withMailSetUp { scene in
            try await scene.scene.change(Self.contact("office"))
            func set(_ event: String, _ role: String, _ timing: String, as login: String = "office") async
                -> Response
            {
                await scene.site.send(
                    .post, "/v1/notice-matrix", as: login,
                    [
                        "event": .text(event), "role": .text(role), "channel": "mail",
                        "timing": .text(timing),
                    ])
            }
            let off = await set("issue.escalate", "renovation_office", "never")
            #expect(off.status == 201, "\(off.text)")
            let list = await scene.site.send(.get, "/v1/notice-matrix", as: "street")
            let items = list.json?["items"]?.list ?? []
            let own = items.first {
                $0["event"] == "issue.escalate" && $0["role"] == "renovation_office"
                    && $0["channel"] == "mail"
            }
            #expect(own?["timing"] == "never" && own?["usual"] == "at_once", "\(list.text)")
            #expect(items.allSatisfy { $0["title"] != "其他办理事项" }, "an event without words")
            try await scene.database.act(as: "office2", Self.event("a", "issue.escalate"))
            #expect(try await Self.made(scene) == [])
            #expect(await set("issue.escalate", "renovation_office", "digest").status == 201)
            try await scene.database.act(as: "office2", Self.event("b", "issue.escalate"))
            #expect(try await Self.made(scene).count == 2)
            #expect(
                await set("acceptance.call", "quality_station", "never").refusalCodes == [
                    "statutory_notice_stays_on"
                ])
            #expect(
                await set("project.close", "renovation_office", "never").refusalCodes
                    == ["notice_setting_is_of_the_matrix"])
            #expect(await set("issue.escalate", "renovation_office", "never", as: "street").status == 403)
        }
    }

    private static func setting(_ name: String, _ role: String, _ channel: String, _ timing: String) -> [SQL]
    {
        let op = Seed.id("op:setting:" + name)
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            insert into app.notice_setting (district, setting_id, event, role, channel, timing, op_id)
            values (1, \(Seed.id("setting:" + name)), 'acceptance.call', \(role), \(channel), \(timing), \(op))
            """,
        ]
    }

    @Test("by raw SQL no statutory notice is switched off, no inbox, and no choice is changed")
    func guards() async throws {
        try await TestDatabase.with(refusals: [NoticeRefusals.all]) { database in
            func refusal(_ role: String, _ channel: String, _ timing: String) async throws -> String? {
                try await database.refusal(as: "office", Self.setting("a", role, channel, timing))
            }
            #expect(try await refusal("quality_station", "mail", "digest") == "statutory_notice_stays_on")
            #expect(try await refusal("quality_station", "inbox", "never") == "notice_channel_is_a_copy")
            #expect(try await refusal("designer", "mail", "weekly") == "notice_timing_is_known")
            #expect(try await refusal("utility", "mail", "never") == "notice_setting_is_of_the_matrix")
            try await database.act(as: "office", Self.setting("b", "designer", "mail", "never"))
            #expect(
                try await database.refusal(ofOwner: [
                    "update app.notice_setting set timing = 'digest', op_id = gen_random_uuid()"
                ])
                    == "fact_is_never_changed")
            func message(_ kind: String, _ state: String) async throws -> String? {
                try await database.refusal(ofOwner: [
                    """
                    insert into jobs.message (district, person_id, channel, kind, state, due_at)
                    values (1, \(Seed.id("person:office")), 'mail', \(kind), \(state), '2026-03-03T08:30:00+08:00')
                    """
                ])
            }
            #expect(try await message("letter", "waiting") == "message_kind_is_known")
            #expect(try await message("digest", "lost") == "message_state_is_known")
            #expect(try await message("digest", "sent") == "message_sent_has_its_moment")
            #expect(try await message("digest", "waiting") == nil)
            #expect(try await message("digest", "waiting") == "message_digest_is_one")
            let street = try await database.refusal(
                as: "street", Self.setting("c", "designer", "mail", "never"))
            #expect(street?.hasPrefix("42501") == true, "\(street ?? "-")")
        }
    }
}
