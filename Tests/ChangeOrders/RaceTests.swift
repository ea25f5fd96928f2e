import Harness
import PQ
import Testing
import Values

@testable import ChangeOrders

@Suite("Change orders: two sessions at one order, one bill, one project")
struct ChangeOrderRaceTests {
    @Test("one number, one line, one opinion of a role, one decision of a level, one step")
    func ones() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let same = RawRows.draft("b").with(["number": "'a'"])
            try await expect(
                database, ("contractor", RawRows.draft("a").statements), ("contractor", same.statements),
                "change_order_number_is_one")
            try await expect(
                database, ("contractor", RawRows.line("a").statements),
                ("contractor", RawRows.line("a", 1000).again(as: "2").statements),
                "change_order_names_a_line_once")
            try await RawRows.stand(database, "c", at: "opinions")
            let opinion = RawRows.opinion("c")
            try await expect(
                database, ("designer", opinion.statements), ("designer", opinion.again(as: "2").statements),
                "change_order_opinion_is_one_per_role")
            try await RawRows.stand(database, "d", at: "owner_decision")
            let decision = RawRows.decision("d")
            try await expect(
                database, ("street", decision.statements), ("street2", decision.again(as: "2").statements),
                "change_order_is_decided_once_per_level")
            try await RawRows.stand(database, "e")
            try await expect(
                database, ("contractor", RawRows.step("e", "no", RawRows.to("withdrawn"))),
                ("contractor", RawRows.step("e", "yes", RawRows.to("blocked"))),
                "change_order_step_is_allowed")
        }
    }

    @Test("a line, an opinion or a decision that meets the step after it is refused, and the other way about")
    func stepFirst() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await Self.secondLine(database)
            try await RawRows.stand(database, "a")
            try await expect(
                database, ("contractor", RawRows.step("a", "filed", RawRows.to("blocked"))),
                ("contractor", RawRows.line("a", 1000, on: Seed.id("line 2")).statements),
                "approved_change_order_is_frozen")
            try await RawRows.stand(database, "b")
            try await expect(
                database, ("contractor", RawRows.line("b", 1000, on: Seed.id("line 2")).statements),
                ("contractor", RawRows.step("b", "filed", RawRows.to("opinions"))),
                "change_order_amount_is_its_lines")
            try await RawRows.stand(database, "c", at: "opinions")
            try await expect(
                database, ("contractor", RawRows.step("c", "away", RawRows.to("withdrawn"))),
                ("designer", RawRows.opinion("c").statements), "change_order_is_open_for_opinions")
            try await RawRows.stand(database, "d", at: "owner_decision")
            try await expect(
                database, ("contractor", RawRows.step("d", "away", RawRows.to("withdrawn"))),
                ("street", RawRows.decision("d").statements), "change_order_is_decided_in_order")
            try await RawRows.stand(database, "e", at: "approved")
            try await expect(
                database, ("supervisor", RawRows.step("e", "done", RawRows.to("implemented"))),
                ("street", RawRows.addition("e").statements), "bill_addition_comes_from_an_approved_change")
        }
    }

    @Test("works completed while a change is handed in: whichever comes second is refused or waits")
    func completion() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.inspection_lot (district, inspection_lot_id, project_id, contract_id, code, title,
                        organisation_id, state, notified_on, acceptor_id, acceptor_organisation_id, inspected_on, op_id)
                    values (1, \(Seed.id("lot")), \(Scene.project), \(Scene.contract), 'L', 'l',
                        \(Seed.id("org:contractor")), 'passed', '2026-02-10', \(Seed.id("person:supervisor")),
                        \(Seed.id("org:supervisor")), '2026-02-11', \(Seed.id("scene")))
                    """
                ] + Seed.completed(Scene.project, under: Seed.id("scene")))
            let complete = RawRow.change(
                "app.project", "project_id", Scene.project, "complete", in: Scene.project, "state = 'S15'")
            try await expect(
                database, ("contractor", complete),
                ("contractor", RawRows.step("a", "filed", RawRows.to("blocked"))),
                "change_order_is_during_works")
        }
    }

    @Test("two approvals that together are a larger change: the second waits for the original authority")
    func larger() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database, budget: 2_000_000_000)
            for name in ["a", "b"] {
                try await RawRows.stand(database, name, at: "district_decision", cost: 60_000_000)
                try await RawRows.decided(database, name, levels: ["owner", "district"])
            }
            func approve(_ name: String, _ op: String) -> [SQL] {
                RawRows.step(name, op, "state = 'approved', settled_on = '2026-03-02'")
            }
            try await expect(
                database, ("office", approve("a", "yes")), ("office", approve("b", "yes")),
                "larger_change_has_original_authority")
            #expect(
                try await database.refusal(as: "office", approve("b", "again"))
                    == "larger_change_has_original_authority")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                        op_id)
                    values (1, \(Seed.id("authority")), \(Scene.project), 'change_order', \(RawRows.order("b")),
                        'original_authority_approval', '批复', '2026-03-01', \(Seed.id("scene")))
                    """
                ])
            #expect(try await database.refusal(as: "office", approve("b", "allowed")) == nil)
        }
    }

    @Test("logs and claims of a line wait for the change that is pending over it, in both orders")
    func pending() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.put(
                database,
                [
                    """
                    update app.project set works_began_on = '2026-02-02' where project_id = \(Scene.project)
                    """
                ])
            try await RawRows.stand(database, "a")
            try await RawRows.stand(database, "b")
            try await database.act(as: "contractor", RawRows.log("done", on: "2026-02-28", 5000))
            try await RawRows.put(
                database,
                [
                    """
                    update app.daily_log set state = 'approved', decided_by = \(Seed.id("person:supervisor")),
                        decided_organisation_id = \(Seed.id("org:supervisor")), decided_on = '2026-03-01'
                    """
                ])

            let log = RawRows.log("late", on: "2026-03-01")
            try await expect(
                database, ("contractor", RawRows.step("a", "filed", RawRows.to("blocked"))),
                ("contractor", log), "log_waits_for_change_order")
            let claim = RawRows.claim("late", number: 1)
            #expect(try await database.refusal(as: "contractor", log) == "log_waits_for_change_order")
            #expect(try await database.refusal(as: "contractor", claim) == "payment_waits_for_change_order")
            // Withdrawn, it holds neither; the next one meets a claim that is already in.
            try await database.act(
                as: "contractor", RawRows.step("a", "away", RawRows.to("withdrawn")))
            try await database.act(as: "contractor", claim)
            try await expect(
                database, ("contractor", RawRows.step("b", "filed", RawRows.to("blocked"))),
                ("contractor", RawRows.claim("later", number: 2)), "payment_waits_for_change_order")
            let sign: SQL = """
                state = 'supervised', supervised_by = auth.person(), supervised_organisation_id = auth.organisation()
                """
            let signed = RawRow.change(
                "app.payment_claim", "payment_claim_id", Seed.id("claim:late"), "sign", in: Scene.project,
                sign)
            #expect(
                try await database.refusal(as: "supervisor", signed) == "payment_waits_for_change_order")
            #expect(try await Scene.blocks(database) == ["joint_acceptance", "log", "payment"])
        }
    }

    /// Two sessions at once: the first is let through, the second meets this guard.
    private func expect(
        _ database: TestDatabase, _ first: (String, [SQL]), _ second: (String, [SQL]), _ code: String,
        _ place: SourceLocation = #_sourceLocation
    ) async throws {
        let met = try await database.race(first, second)
        #expect(met.0 == nil, sourceLocation: place)
        #expect(met.1 == code, sourceLocation: place)
    }

    private static func secondLine(_ database: TestDatabase) async throws {
        try await RawRows.put(
            database,
            [
                """
                insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                    title, unit, quantity_milli, unit_price_fen, op_id)
                values (1, \(Seed.id("line 2")), \(Scene.project), \(Scene.contract), \(Seed.id("item")), '010102',
                    '检查井', '座', 1000000, 10000, \(Seed.id("scene")))
                """
            ])
    }
}
