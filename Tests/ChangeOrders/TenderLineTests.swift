import Harness
import PQ
import Testing
import Values
import Web

@testable import ChangeOrders

@Suite("Change orders: the line of tenders, and opinions against")
struct TenderLineTests {
    /// The scene with a contract of 3.75 M that was signed without a tender, in a project whose money is the budget's.
    private func direct(
        method: String = "direct", _ body: @Sendable (TestDatabase) async throws -> Void
    ) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.put(
                database,
                [
                    "update app.project_budget set budget_funds_fen = 1000000000",
                    """
                    update app.contract set amount_fen = 375000000, method = \(method),
                        award_notice_on = case when \(method) = 'public_tender' then date '2026-01-20' end
                    """,
                    """
                    insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                        planned_method, op_id)
                    values (1, \(Seed.id("package")), \(Scene.project), 'W1', '一标段', 'works', 375000000, \(method),
                        \(Seed.id("scene")))
                    """,
                ])
            try await body(database)
        }
    }

    private static func approve(_ name: String) -> [SQL] {
        RawRows.step(name, "approve:" + name, "state = 'approved', settled_on = '2026-03-02'")
    }

    @Test("a change does not bring what was bought without a tender to the line, to the fen (TEN-11)")
    func line() async throws {
        let code = "change_stays_below_the_tender_line"
        try await direct { database async throws in
            try await RawRows.stand(database, "a", cost: 25_000_000)
            let submit = RawRows.step("a", "submit", RawRows.to("opinions"))
            #expect(try await database.refusal(as: "contractor", submit) == code)
            try await RawRows.stand(database, "b", cost: 24_999_990)
            try await database.act(
                as: "contractor", RawRows.step("b", "submit:b", RawRows.to("opinions")))
        }
        try await direct(method: "public_tender") { database async throws in
            try await RawRows.stand(database, "a", cost: 25_000_000)
            try await database.act(as: "contractor", RawRows.step("a", "submit", RawRows.to("opinions")))
        }
    }

    @Test("two changes that reach the line only together are raced: one is approved")
    func raced() async throws {
        try await direct { database async throws in
            for name in ["a", "b"] {
                try await RawRows.stand(database, name, at: "district_decision", cost: 13_000_000)
                try await RawRows.decided(database, name, levels: ["owner", "district"])
            }
            let (one, two) = try await database.race(
                ("office", Self.approve("a")), ("office2", Self.approve("b")))
            #expect(one == nil && two == "change_stays_below_the_tender_line", "\(one ?? "") \(two ?? "")")
        }
    }

    @Test("over the routes: a change to the line is refused with its clause, and the street drafts none")
    func routes() async throws {
        try await direct { database async throws in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, quantity: 2_500_000)
            let submitted = await site.send(.post, Scene.path + "/submit", as: "contractor", [:])
            #expect(submitted.refusalCodes == ["change_stays_below_the_tender_line"], "\(submitted.text)")
            let drafted = await site.send(
                .post, "/v1/projects/\(Scene.project)/change-orders", as: "street", Scene.draft())
            #expect(drafted.status == 403)
        }
    }

    @Test("who approves against an opinion answers it, at both levels (HOUSE-CHG-7)")
    func opposed() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site)
            _ = await site.send(.post, Scene.path + "/submit", as: "contractor", [:])
            for login in ["designer", "supervisor", "cost"] {
                _ = await site.send(
                    .post, Scene.path + "/opinions", as: login,
                    [
                        "supports": .bool(login == "designer"), "cost_fen": 20_000_000, "days": 5,
                        "opinion": "工程量不实",
                    ])
            }
            func said(_ roles: [String]) -> JSON {
                [
                    "approves": true, "reason": "事由成立",
                    "answers": .list(roles.map { ["role": .text($0), "answer": "现场复核属实"] }),
                ]
            }
            for (login, path) in [("street", "/owner-decision"), ("office", "/district-decision")] {
                let bare = await site.send(.post, Scene.path + path, as: login, Scene.yes)
                #expect(
                    bare.refusalCodes == ["change_order_decision_answers_what_opposes_it"], "\(bare.text)")
                #expect(bare.json?["refusals"]?.list?.first?["missing"]?.list?.count == 2)
                let half = await site.send(.post, Scene.path + path, as: login, said(["supervisor"]))
                #expect(half.refusalCodes == ["change_order_decision_answers_what_opposes_it"])
                let whole = said(["supervisor", "cost_consultant"])
                let done = await site.send(.post, Scene.path + path, as: login, whole)
                #expect(done.status == 200, "\(done.text)")
            }
        }
    }

    @Test("the district decides by the unit that is its office, where the register names it")
    func bodies() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.opined(site)
            #expect(
                await site.send(.post, Scene.path + "/owner-decision", as: "street", Scene.yes).status == 200)
            func bind(_ unit: String, from day: String) -> SQL {
                """
                insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                values (1, 'renovation_office', \(Seed.id("org:" + unit)), \(day)::text::date, \(Seed.id("scene")))
                """
            }
            try await RawRows.put(database, [bind("finance", from: "2026-01-01")])
            let code = "act_is_of_its_body"
            let refused = await site.send(.post, Scene.path + "/district-decision", as: "office", Scene.yes)
            #expect(refused.refusalCodes == [code])
            let decision = RawRows.decision("x", "district").with(["change_order_id": "\(Scene.order)"])
            #expect(try await database.refusal(as: "office", decision.statements) == code)
            try await RawRows.put(database, [bind("office", from: "2026-02-01")])
            let done = await site.send(.post, Scene.path + "/district-decision", as: "office", Scene.yes)
            #expect(done.status == 200, "\(done.text)")
        }
    }

    @Test("the answer is asked for by the database as well")
    func opposedRaw() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a", at: "owner_decision")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.change_order_opinion (district, change_order_id, role, project_id, person_id,
                        organisation_id, supports, cost_fen, days, opinion, op_id)
                    values (1, \(RawRows.order("a")), 'supervisor', \(Scene.project), \(Seed.id("person:supervisor")),
                        \(Seed.id("org:supervisor")), false, 1, 1, '不实', \(Seed.id("scene")))
                    """
                ])
            let code = "change_order_decision_answers_what_opposes_it"
            let decision = RawRows.decision("a")
            #expect(try await database.refusal(as: "street", decision.statements) == code)
            let blank = decision.with(["answers": "'{\"supervisor\": \"x\"}'::jsonb"])
            #expect(try await database.refusal(as: "street", blank.statements) == code)
            let answered = decision.with(["answers": "'{\"supervisor\": \"已复核属实\"}'::jsonb"])
            try await database.act(as: "street", answered.statements)
        }
    }
}
