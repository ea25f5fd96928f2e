import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import JointAcceptance

extension AcceptanceRaceTests {
    @Test("a letter names who sits and holds on the event; nobody signs outside of its days or before it")
    func letters() async throws {
        try await ready { database, _ async throws in
            func refused(_ name: String, _ columns: SQL, person: String = "designer") async throws -> String?
            {
                try await database.refusal(
                    as: "street", RawAcceptance.letter(name, "designer", person, columns))
            }
            #expect(
                try await refused("who", "'张某', '委托书', '2026-03-01', '2026-03-31'", person: "cost")
                    == "delegation_names_the_seated_person")
            #expect(
                try await refused("event", "'张某', '委托书', '2026-03-01', '2026-03-18'")
                    == "delegation_covers_the_event")
            #expect(
                try await refused("order", "'张某', '委托书', '2026-03-31', '2026-03-01'")
                    == "delegation_ends_after_it_begins")
            #expect(
                try await refused("by", "'', '委托书', '2026-03-01', '2026-03-31'")
                    == "delegation_names_who_granted_it")
            #expect(
                try await refused("letter", "'张某', '', '2026-03-01', '2026-03-31'")
                    == "delegation_names_its_letter")
            #expect(try await refused("good", "'张某', '委托书', '2026-03-01', '2026-03-19'") == nil)
            #expect(
                try await refused("again", "'张某', '委托书', '2026-03-01', '2026-03-19'")
                    == "delegation_is_one_of_its_sitting")
            let late: SQL =
                "'pass', '', '[]', 'attested', null, null, true, '2026-03-20 10:00+08', '2026-03-20'"
            #expect(
                try await database.refusal(
                    as: "designer", RawAcceptance.opinion("late", "designer", by: "designer", late))
                    == "delegation_holds_when_signing")
            #expect(
                try await database.refusal(
                    as: "designer", RawAcceptance.opinion("good", "designer", by: "designer")) == nil)
            let digest = RawAcceptance.row("digest") { op in
                """
                insert into app.acceptance_delegation (district, acceptance_seat_id, number, acceptance_round_id,
                    project_id, person_id, op_id, granted_by, letter, valid_from, valid_to, sha256)
                values (1, \(RawAcceptance.seat("contractor")), 1, \(Scene.round), \(Scene.project),
                    \(Seed.id("person:contractor")), \(op), '张某', '委托书', '2026-03-01', '2026-03-31', 'x')
                """
            }
            #expect(try await database.refusal(as: "street", digest) == "delegation_digest_has_32_bytes")
            let nobody = RawAcceptance.row("nobody") { op in
                """
                insert into app.acceptance_delegation (district, acceptance_seat_id, number, acceptance_round_id,
                    project_id, person_id, op_id, granted_by, letter, valid_from, valid_to)
                values (1, \(RawAcceptance.seat("residents")), 1, \(Scene.round), \(Scene.project),
                    \(Seed.id("person:owners")), \(op), '张某', '委托书', '2026-03-01', '2026-03-31')
                """
            }
            #expect(try await database.refusal(as: "street", nobody) == "delegation_is_of_a_sitting")
        }
        try await ready { database, _ async throws in
            #expect(
                try await database.refusal(
                    as: "designer", RawAcceptance.opinion("first", "designer", by: "designer")) == nil)
            #expect(
                try await database.refusal(
                    as: "street", RawAcceptance.letter("after", "designer", "designer"))
                    == "delegation_comes_before_the_opinion")
        }
    }

    @Test("where seats differ the round is disputed, settled, and run again")
    func disputes() async throws {
        try await ready { database, site async throws in
            let path = Scene.path
            let early = await site.send(.post, path + "/dispute", as: "street", ["dispute": "x"])
            #expect(early.refusalCodes == ["acceptance_dispute_is_between_seats"])
            let open = RawAcceptance.end(
                "early", "state = 'disputed', disputed_on = '2026-03-19', dispute = '渗漏'")
            #expect(try await database.refusal(as: "street", open) == "acceptance_dispute_is_between_seats")
            let undescribed = RawAcceptance.end(
                "bare", "state = 'disputed', disputed_on = '2026-03-19', dispute = ''")
            _ = await site.send(
                .post, path + "/opinions", as: "supervisor",
                try await Scene.signed(site, "supervisor", "supervisor", .fail))
            _ = await site.send(.post, path + "/opinions", as: "designer", Scene.attested("designer"))
            #expect(
                try await database.refusal(as: "street", undescribed) == "acceptance_dispute_is_described")
            let failed = await site.send(.post, path + "/fail", as: "street", ["reason": "屋面渗漏"])
            #expect(failed.refusalCodes == ["acceptance_waits_for_its_settlement"])
            #expect(failed.json?["refusals"]?.list?.first?["source"] != .null)
            let fail = RawAcceptance.end(
                "fail", "state = 'failed', ended_on = '2026-03-19', ended_because = '屋面渗漏'")
            #expect(try await database.refusal(as: "street", fail) == "acceptance_waits_for_its_settlement")
            let disputed = await site.send(
                .post, path + "/dispute", as: "street", ["dispute": "监理认为地下室渗漏，设计认为合格。"])
            #expect(disputed.json?["state"] == "disputed", "\(disputed.text)")
            let shown = await site.send(.get, path, as: "street")
            #expect(shown.json?["_actions"]?.list?.map { $0["action"] } == ["acceptance.settle"])
            let meanwhile = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-03-19", id: Seed.id("next"), on: "2026-04-02"))
            #expect(meanwhile.refusalCodes.contains("acceptance_round_follows_the_one_before"))
            let certify = RawAcceptance.end(
                "off",
                "state = 'called_off', ended_on = '2026-03-19', ended_because = '屋面渗漏', settlement = '屋面渗漏'")
            #expect(try await database.refusal(as: "street", certify) == "acceptance_dispute_is_run_again")
            let silent = RawAcceptance.end(
                "silent", "state = 'failed', ended_on = '2026-03-19', ended_because = '屋面渗漏'")
            #expect(
                try await database.refusal(as: "street", silent) == "acceptance_dispute_ends_by_a_settlement")
            let settled = await site.send(
                .post, path + "/settlement", as: "street", ["settlement": "协调会纪要 3 号：整改渗漏后重新验收。"])
            #expect(settled.json?["state"] == "failed", "\(settled.text)")
            let next = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-03-19", id: Seed.id("next"), on: "2026-04-02"))
            #expect(next.json?["number"] == 2, "\(next.text)")
        }
    }

    @Test("a seat shows by which right its holder sits, and a letter that misses the event is refused")
    func rights() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            func sit(_ to: String) async -> Response {
                var body = Scene.sit("designer", "designer").object ?? [:]
                body["letter"] = [
                    "granted_by": "法定代表人张某", "letter": "授权委托书〔2026〕1号", "valid_from": "2026-03-01",
                    "valid_to": .text(to),
                ]
                return await site.send(.post, Scene.path + "/seats", as: "street", .object(body))
            }
            #expect(await sit("2026-03-18").refusalCodes == ["delegation_covers_the_event"])
            #expect(await sit("2026-03-19").status == 201)
            _ = await site.send(
                .post, Scene.path + "/seats", as: "street", Scene.sit("contractor", "contractor"))
            let seats = await site.send(.get, Scene.path, as: "office").json?["seats"]?.list ?? []
            let designer = seats.first { $0["seat"] == "designer" }
            #expect(designer?["right"] == "delegation")
            #expect(designer?["letter_to"] == "2026-03-19")
            #expect(seats.first { $0["seat"] == "contractor" }?["right"] == "appointment")
            let page = await site.send(.get, "/acceptance-rounds/\(Scene.round)", as: "office")
            #expect(page.text.contains("授权委托书〔2026〕1号，法定代表人张某委托"))
            _ = await Scene.freeze(site, "one")
            database.clock.set(day: Scene.event.adding(days: 1))
            let late = await site.send(
                .post, Scene.path + "/opinions", as: "designer", Scene.attested("designer"))
            #expect(late.refusalCodes == ["delegation_holds_when_signing"])
        }
    }

    @Test("a certificate looks at its notice again: a year's working days may have changed since")
    func noticeAgain() async throws {
        try await ready { database, site async throws in
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "update policy.calendar_day set working = false where day = '2026-03-16'"
                ])
            }
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("late"))
                    == "acceptance_notice_is_early_enough")
        }
    }
}
