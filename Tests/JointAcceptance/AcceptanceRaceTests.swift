import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance: letters, disputes, and two sessions at once")
struct AcceptanceRaceTests {
    typealias Side = (login: String, statements: [SQL])

    /// A scene whose round is called, seated and frozen, on the day of the event.
    func ready(_ body: @Sendable (TestDatabase, TestSite) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            try await body(database, site)
        }
    }

    /// Each side passes alone; the second is refused under the code.
    func race(
        _ database: TestDatabase, _ first: Side, _ second: Side, _ code: String
    ) async throws {
        let outcome = try await database.race(first, second)
        #expect(outcome.0 == nil && outcome.1 == code, "\(code): \(outcome)")
    }

    @Test("two rounds, two dossiers, two sittings, two opinions, two certificates: one of each")
    func twins() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await race(
                database, ("street", RawAcceptance.round("a")), ("street2", RawAcceptance.round("b")),
                "acceptance_round_number_is_one")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            try await race(
                database, ("street", RawAcceptance.dossier("a", 1, "{\"v\":1}")),
                ("street2", RawAcceptance.dossier("b", 1, "{\"v\":2}")), "acceptance_dossier_number_is_one")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("both")), \(Seed.id("person:designer")), \(Seed.id("org:owners")),
                        'owners_body', '2020-01-01')
                    """
                ])
            }
            try await race(
                database, ("street", RawAcceptance.sitting("a", "designer", "designer", "designer")),
                (
                    "street2",
                    RawAcceptance.sitting("b", "residents", "designer", "owners", role: "owners_body")
                ), "acceptance_person_sits_once")
            func seat(_ name: String) -> [SQL] {
                RawAcceptance.row("seat:" + name) { op in
                    """
                    insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id,
                        seat, role, mandatory, needs_key, op_id)
                    values (1, \(op), \(Scene.round), \(Scene.project), 'surveyor', 'surveyor', true, false, \(op))
                    """
                }
            }
            try await race(
                database, ("street", seat("a")), ("street2", seat("b")), "acceptance_seat_is_one_of_its_kind")
            try await race(
                database, ("street", RawAcceptance.sitting("c", "contractor", "contractor", "contractor")),
                ("street2", RawAcceptance.sitting("d", "contractor", "contractor", "contractor")),
                "acceptance_seat_is_filled_once")
        }
        try await ready { database, site async throws in
            try await race(
                database, ("designer", RawAcceptance.opinion("a", "designer", by: "designer")),
                ("designer", RawAcceptance.opinion("b", "designer", by: "designer")),
                "acceptance_opinion_is_one_per_dossier")
            try await race(
                database, ("street", RawAcceptance.letter("a", "contractor", "contractor")),
                ("street2", RawAcceptance.letter("b", "contractor", "contractor")),
                "delegation_is_one_of_its_sitting")
            for login in ["street", "contractor", "supervisor"] {
                let seat = login == "street" ? "owner" : login
                _ = await site.send(
                    .post, Scene.path + "/opinions", as: login, try await Scene.signed(site, seat, login))
            }
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("false", content: "d"))
                    == "acceptance_certificate_is_its_digest")
            try await race(
                database, ("street", RawAcceptance.certify("a")), ("street2", RawAcceptance.certify("b")),
                "acceptance_certificate_is_one")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("third"))
                    == "acceptance_certificate_is_one")
        }
    }

    @Test("what ends or renews a round, and who acts on the one before")
    func endings() async throws {
        let off = RawAcceptance.end(
            "off", "state = 'called_off', ended_on = '2026-03-19', ended_because = '另行改期'")
        try await ready { database, _ async throws in
            try await race(
                database, ("street", off),
                ("designer", RawAcceptance.opinion("a", "designer", by: "designer")),
                "acceptance_round_has_ended")
        }
        try await ready { database, site async throws in
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            let certify: [SQL] = RawAcceptance.row("held") { op in
                """
                insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                    project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
                select 1, \(op), \(Scene.round), \(Scene.project), dossier_sha256,
                    array_agg(acceptance_opinion_id), '2026-03-19', 'c', sha256('c'), \(op)
                from app.acceptance_opinion group by dossier_sha256
                """
            }
            try await race(
                database, ("street", RawAcceptance.dossier("new", 2)), ("street2", certify),
                "certificate_rests_on_the_latest_dossier")
        }
        try await ready { database, site async throws in
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            _ = try await database.refusal(
                as: "street",
                RawAcceptance.sitting("owners", "residents", "owners", "owners", role: "owners_body"))
            let fail: SQL =
                "'fail', '漏水', '[]', 'attested', null, null, true, '2026-03-19 10:00+08', '2026-03-19'"
            try await race(
                database, ("owners", RawAcceptance.opinion("no", "residents", by: "owners", fail)),
                ("street", RawAcceptance.certify("after")), "certificate_has_no_failing_seat")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("later"))
                    == "certificate_has_no_failing_seat")
        }
        try await ready { database, _ async throws in
            try await race(
                database, ("designer", RawAcceptance.opinion("a", "designer", by: "designer")),
                ("street", RawAcceptance.letter("a", "designer", "designer")),
                "delegation_comes_before_the_opinion")
        }
        try await ready { database, _ async throws in
            let late: SQL =
                "'pass', '', '[]', 'attested', null, null, true, '2026-03-20 10:00+08', '2026-03-20'"
            try await race(
                database,
                (
                    "street",
                    RawAcceptance.letter(
                        "a", "designer", "designer", "'张某', '委托书', '2026-03-01', '2026-03-19'")
                ), ("designer", RawAcceptance.opinion("a", "designer", by: "designer", late)),
                "delegation_holds_when_signing")
        }
    }

    @Test("a dispute and a new dossier, a failure and the opinion that makes it a dispute")
    func disputesRace() async throws {
        try await ready { database, site async throws in
            _ = await site.send(
                .post, Scene.path + "/opinions", as: "supervisor",
                try await Scene.signed(site, "supervisor", "supervisor", .fail))
            _ = await site.send(.post, Scene.path + "/opinions", as: "designer", Scene.attested("designer"))
            try await race(
                database, ("street", RawAcceptance.dossier("new", 2)),
                (
                    "street2",
                    RawAcceptance.end("d", "state = 'disputed', disputed_on = '2026-03-19', dispute = '渗漏'")
                ), "acceptance_dispute_is_between_seats")
        }
        try await ready { database, site async throws in
            _ = await site.send(
                .post, Scene.path + "/opinions", as: "supervisor",
                try await Scene.signed(site, "supervisor", "supervisor", .fail))
            try await race(
                database, ("designer", RawAcceptance.opinion("a", "designer", by: "designer")),
                (
                    "street",
                    RawAcceptance.end(
                        "f", "state = 'failed', ended_on = '2026-03-19', ended_because = '屋面渗漏'")
                ), "acceptance_waits_for_its_settlement")
        }
    }

    @Test("a seat that was left: whoever took it speaks, and he who left does not")
    func leftSeat() async throws {
        try await ready { database, _ async throws in
            let recuse: SQL =
                "'recuse', '利害关系', '[]', 'attested', null, null, true, '2026-03-19 10:00+08', '2026-03-19'"
            #expect(
                try await database.refusal(
                    as: "designer", RawAcceptance.opinion("aside", "designer", by: "designer", recuse)) == nil
            )
            #expect(
                try await database.refusal(as: "street", RawAcceptance.dossier("two", 2)) == nil)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("second")), \(Seed.id("person:cost")), \(Seed.id("org:designer")),
                        'designer', '2020-01-01')
                    """
                ])
            }
            try await race(
                database,
                ("street", RawAcceptance.sitting("second", "designer", "cost", "designer", number: 2)),
                ("designer", RawAcceptance.opinion("back", "designer", by: "designer")),
                "acceptance_opinion_is_the_seat_holders_own")
        }
    }

    @Test("a unit that leaves, a link that is found, and a key that is revoked: none of them signs any more")
    func signers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            let leave = RawAcceptance.row("leave") { op in
                """
                update app.engagement set valid_to = auth.today(), end_reason = '退出', version = version + 1,
                    op_id = \(op) where role = 'designer'
                """
            }
            try await race(
                database, ("street", leave),
                ("street2", RawAcceptance.sitting("a", "designer", "designer", "designer")),
                "acceptance_signer_is_engaged_in_the_role")
        }
        try await ready { database, _ async throws in
            let found = TestDatabase.controlLink(Seed.id("org:contractor"), Seed.id("org:supervisor"))
            try await race(
                database, ("office", found),
                (
                    "supervisor",
                    RawAcceptance.opinion(
                        "a", "supervisor", by: "supervisor", RawAcceptance.keyed("pass", by: "supervisor"))
                ), "acceptance_signer_has_no_conflict")
        }
        try await ready { database, _ async throws in
            let key = Seed.id("key:supervisor")
            let op = Seed.id("op:revoke")
            let revoke: [SQL] = [
                TestDatabase.event(op, on: ("signing_key", key)),
                "select auth.revoke_signing_key(\(key), '2026-03-19 09:00+08', \(op))",
            ]
            try await race(
                database, ("supervisor", revoke),
                (
                    "supervisor",
                    RawAcceptance.opinion(
                        "a", "supervisor", by: "supervisor", RawAcceptance.keyed("pass", by: "supervisor"))
                ), "acceptance_key_is_the_signers_own")
        }
    }
}
