import Harness
import PQ
import Testing
import Values
import Web

@testable import ChangeOrders

@Suite("Change orders: guards in the database")
struct ChangeOrderGuardTests {
    private func step(_ to: String, _ op: String) -> [SQL] {
        let op = Seed.id(op)
        return [
            TestDatabase.event(
                op, on: ("change_order", Scene.order), project: Scene.project),
            """
            update app.change_order set state = \(to), version = version + 1, op_id = \(op)
            where change_order_id = \(Scene.order)
            """,
        ]
    }

    private func decision(_ level: String, _ login: String, _ organisation: String) -> [SQL] {
        let op = Seed.id("decision:" + level + login)
        return [
            TestDatabase.event(op, on: ("change_order", Scene.order), project: Scene.project),
            """
            insert into app.change_order_decision (district, change_order_id, level, project_id, person_id,
                organisation_id, approves, reason, decided_on, op_id)
            values (1, \(Scene.order), \(level), \(Scene.project), \(Seed.id("person:" + login)),
                \(Seed.id("org:" + organisation)), true, '事由成立', '2026-03-02', \(op))
            """,
        ]
    }

    @Test("raw SQL cannot approve past the opinions and the two decisions, nor skip a step")
    func steps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            for answer in await Scene.ready(site) { #expect(answer.status == 201, "\(answer.text)") }
            #expect(
                try await database.refusal(as: "contractor", step("approved", "a"))
                    == "change_order_step_is_allowed")
            #expect(await site.send(.post, Scene.path + "/submit", as: "contractor", [:]).status == 200)
            #expect(
                try await database.refusal(as: "street", step("owner_decision", "b"))
                    == "change_order_waits_for_opinions")
        }
    }

    @Test("neither the applicant's people nor another authority decide, and the bill grows only as approved")
    func deciding() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            for answer in await Scene.opined(site) { #expect(answer.status < 300, "\(answer.text)") }
            #expect(
                try await database.refusal(as: "street", step("district_decision", "a"))
                    == "change_order_waits_for_its_decisions")
            #expect(
                try await database.refusal(as: "office", decision("owner", "office", "office"))
                    == "change_order_is_decided_by_its_authority")
            #expect(
                try await database.refusal(as: "office", decision("district", "office", "office"))
                    == "change_order_is_decided_in_order")
            // The street's officer who is also the contractor's man.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("two hats")), \(Seed.id("person:street2")), \(Seed.id("org:contractor")),
                        'contractor', '2020-01-01')
                    """
                ])
            }
            #expect(
                try await database.refusal(as: "street2", decision("owner", "street2", "street"))
                    == "change_order_approver_is_not_applicant")
            let op = Seed.id("addition")
            let addition: [SQL] = [
                TestDatabase.event(op, on: ("bill_addition", op), project: Scene.project),
                """
                insert into app.bill_addition (district, bill_addition_id, project_id, bill_line_id, change_order_id,
                    quantity_milli, amount_fen, op_id)
                values (1, \(op), \(Scene.project), \(Scene.line), \(Scene.order), 2000000, 20000000, \(op))
                """,
            ]
            #expect(
                try await database.refusal(as: "street", addition)
                    == "bill_addition_comes_from_an_approved_change")
        }
    }

    @Test("two approvals racing never exceed the budget together, and an approved order is frozen")
    func race() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.opined(site)
            _ = await site.send(.post, Scene.path + "/owner-decision", as: "street", Scene.yes)
            // A second order of the same size, put down as it stands before its last approval.
            let other = Seed.id("other order")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.change_order select district, \(other), project_id, contract_id, 'BG-2', title,
                        reason, ground, funding_source, applicant_id, applicant_organisation_id, beneficiary_id,
                        cost_fen, days, larger, state, determination_id, submitted_on, settled_on, op_id, version
                    from app.change_order where change_order_id = \(Scene.order)
                    """,
                    """
                    insert into app.change_order_decision select district, order_id, level, project_id, person_id,
                        organisation_id, approves, reason, decided_on, op_id
                    from app.change_order_decision, unnest(array[\(other)]) as order_id
                    """,
                    """
                    insert into app.change_order_decision select district, order_id, 'district', project_id,
                        \(Seed.id("person:office")), \(Seed.id("org:office")), approves, reason, decided_on, op_id
                    from app.change_order_decision, unnest(array[\(other), \(Scene.order)]) as order_id
                    where change_order_id = \(Scene.order) and level = 'owner'
                    """,
                ])
            }
            func approve(_ order: ID) -> [SQL] {
                let op = Seed.id("approve:\(order)")
                return [
                    TestDatabase.event(op, on: ("change_order", order), project: Scene.project),
                    """
                    update app.change_order set state = 'approved', settled_on = '2026-03-02',
                        version = version + 1, op_id = \(op) where change_order_id = \(order)
                    """,
                ]
            }
            let (first, second) = try await database.race(
                ("office", approve(Scene.order)), ("office", approve(other)))
            #expect(first == nil)
            #expect(second == "change_stays_within_budget")
            let frozen: [SQL] = [
                TestDatabase.event(Seed.id("f"), on: ("change_order", Scene.order)),
                """
                update app.change_order set larger = true, version = version + 1, op_id = \(Seed.id("f"))
                where change_order_id = \(Scene.order)
                """,
            ]
            #expect(try await database.refusal(as: "street", frozen) == "approved_change_order_is_frozen")
            let cost: SQL = "update app.change_order set cost_fen = 1 where change_order_id = \(Scene.order)"
            #expect(try await database.refusal(as: "street", [cost])?.hasPrefix("42501") == true)
        }
    }

    @Test("the steps in the database are those of the rules")
    func sameSteps() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.read("select from_state, to_state from app.change_order_step")
            let stored = try Set(rows.map { try $0.text("from_state") + ">" + $0.text("to_state") })
            let known = Set(
                ChangeOrderState.allCases.flatMap { from in
                    from.next.map { "\(from.rawValue)>\($0.rawValue)" }
                })
            #expect(stored == known)
        }
    }
}
