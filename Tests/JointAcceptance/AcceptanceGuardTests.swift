import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance: guards in the database")
struct AcceptanceGuardTests {
    private func call(_ name: String, notice: String = "2026-03-10", number: Int32 = 1) throws -> [SQL] {
        let (op, id) = (Seed.id("op:" + name), Seed.id(name))
        let edition = try TestPolicies.book.get().edition(for: "330302")
        var statements: [SQL] = [
            TestDatabase.event(op, on: ("acceptance_round", id), project: Scene.project),
            """
            insert into app.acceptance_round (district, acceptance_round_id, project_id, number, event_on, place,
                notice_on, notice_number, edition, notice_workdays, mode, op_id)
            values (1, \(id), \(Scene.project), \(number), '2026-03-19', '门岗', \(notice)::date, 'N', \(edition), 7,
                'traditional', \(op))
            """,
        ]
        for (seat, role, key, unit) in [
            ("owner", "construction_unit", true, "street"), ("contractor", "contractor", true, "contractor"),
            ("designer", "designer", false, "designer"), ("supervisor", "supervisor", true, "supervisor"),
        ] {
            statements.append(
                """
                insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat,
                    role, mandatory, needs_key, organisation_id, op_id)
                values (1, \(Seed.id(name + seat)), \(id), \(Scene.project), \(seat), \(role), true, \(key),
                    \(Seed.id("org:" + unit)), \(op))
                """)
        }
        return statements
    }

    @Test("raw SQL calls no round late, without the checklist, without its seats, or beside another")
    func calling() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database, checklist: false)
            #expect(
                try await database.refusal(as: "street", call("r", notice: "2026-03-11"))
                    == "acceptance_notice_is_early_enough")
            #expect(
                try await database.refusal(as: "street", call("r")) == "acceptance_waits_for_its_checklist")
        }
    }

    @Test("a round waits for its seats and for the one before it")
    func rounds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            #expect(
                try await database.refusal(as: "street", Array(call("r").dropLast()))
                    == "acceptance_round_has_its_seats")
            #expect(
                try await database.refusal(as: "street", call("r", number: 2))
                    == "acceptance_round_follows_the_one_before")
            #expect(try await database.refusal(as: "street", call("r")) == nil)
            #expect(
                try await database.refusal(as: "street", call("s", number: 2))
                    == "acceptance_round_is_one_at_a_time")
        }
    }

    @Test("a change order's block and a round never coexist, whichever comes first")
    func raceOfBlockAndRound() async throws {
        for blockFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.set(database)
                // The application's role may not put blocks itself: a trigger of another table does.
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "grant execute on function app.put_block(integer, uuid, text, text, text, uuid, text, uuid) to yanshou_service"
                    ])
                }
                let block: (login: String, statements: [SQL]) = (
                    "street", [Scene.put("change_order", "order")]
                )
                let round: (login: String, statements: [SQL]) = ("street", try call("r"))
                let (first, second) =
                    blockFirst ? try await database.race(block, round) : try await database.race(round, block)
                #expect(first == nil)
                #expect(second == "acceptance_waits_for_blocks")
            }
        }
    }

    @Test("a resident's severe report is let in while acceptance is called, and holds the certificate")
    func reportsComeFirst() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await Scene.block(database)
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(refused.refusalCodes == ["acceptance_waits_for_blocks"])
        }
    }

    @Test("a link found between two units holds the certificate, and the refusal names both with their roles")
    func linkedUnits() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await database.act(
                as: "street", TestDatabase.controlLink(Seed.id("org:contractor"), Seed.id("org:supervisor")))
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            let block = refused.json?["refusals"]?.list?.first { $0["code"] == "acceptance_waits_for_blocks" }
            let named = (block?["missing"]?.list ?? []).compactMap { $0["zh"]?.text }
            #expect(named.count == 1)
            for title in [Role.contractor.words.zh, Role.supervisor.words.zh] {
                #expect(named.first?.contains("（\(title)）") == true, "\(refused.text)")
            }
        }
    }

    /// A certificate by raw SQL over a digest, resting on opinions.
    private func certify(_ digest: [UInt8], resting opinions: [ID], on day: String = "2026-03-19") -> [SQL] {
        let op = Seed.id("certify" + day)
        return [
            TestDatabase.event(op, on: ("acceptance_certificate", op), project: Scene.project),
            """
            insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
            values (1, \(op), \(Scene.round), \(Scene.project), \(digest), \(opinions), \(day)::date, 'c',
                sha256('c'), \(op))
            """,
        ]
    }

    @Test("raw SQL certifies nothing over two digests, with a silent seat, or before the day")
    func certificates() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            _ = try await Scene.allPass(site)
            let rows = try await database.owner.read(
                "select acceptance_opinion_id as id, dossier_sha256 as digest from app.acceptance_opinion")
            let ids = try rows.map { try $0.id("id") }
            let digest = try #require(try rows.first?.bytes("digest"))
            #expect(
                try await database.refusal(as: "street", certify(digest, resting: Array(ids.dropLast())))
                    == "certificate_waits_for_all_seats")
            #expect(
                try await database.refusal(as: "street", certify(digest, resting: ids, on: "2026-03-18"))
                    == "certificate_waits_for_the_event")
            let accept: [SQL] = [
                TestDatabase.event(Seed.id("s16"), on: ("project", Scene.project)),
                """
                update app.project set state = 'S16', version = version + 1, op_id = \(Seed.id("s16"))
                where project_id = \(Scene.project)
                """,
            ]
            #expect(
                try await database.refusal(as: "street", accept) == "acceptance_waits_for_its_certificate")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id,
                        project_id, number, manifest, sha256, op_id)
                    values (1, \(Seed.id("d2")), \(Scene.round), \(Scene.project), 2, '{}', sha256('{}'),
                        \(Seed.id("scene")))
                    """,
                ])
            }
            #expect(
                try await database.refusal(as: "street", certify(Digest.sha256("{}".utf8), resting: ids))
                    == "certificate_rests_on_one_digest")
            #expect(
                try await database.refusal(as: "street", certify(digest, resting: ids))
                    == "certificate_rests_on_the_latest_dossier")
        }
    }

    @Test("an ended round, a dossier and an opinion cannot be changed by raw SQL")
    func immutable() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            _ = try await Scene.allPass(site)
            for statement: SQL in [
                "update app.acceptance_opinion set opinion = 'fail'",
                "update app.acceptance_dossier set number = 9",
                "delete from app.acceptance_opinion",
                "update app.acceptance_round set event_on = '2026-04-01'",
            ] {
                #expect(try await database.refusal(as: "street", [statement])?.hasPrefix("42501") == true)
            }
            #expect(await site.send(.post, Scene.path + "/certificate", as: "street").status == 201)
            let reopen: [SQL] = [
                TestDatabase.event(Seed.id("x"), on: ("acceptance_round", Scene.round)),
                """
                update app.acceptance_round set state = 'failed', ended_because = '屋面渗漏', version = version + 1,
                    op_id = \(Seed.id("x")) where acceptance_round_id = \(Scene.round)
                """,
            ]
            #expect(try await database.refusal(as: "street", reopen) == "acceptance_round_has_ended")
        }
    }
}
