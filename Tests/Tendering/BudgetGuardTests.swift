import Harness
import PQ
import Testing
import Values

@testable import Tendering

@Suite("Tendering: the money it rests on, in raw SQL")
struct BudgetGuardTests {
    private static func adjust(
        to total: Int64, approved: Int64? = nil, _ number: String, paper: String? = nil
    ) -> [SQL] {
        Scene.change { op in
            """
            update app.project_budget set total_investment_fen = \(total),
                approved_budget_fen = coalesce(\(approved), \(total)),
                budget_funds_fen = least(budget_funds_fen, \(total)), adjustment_number = \(number),
                adjustment_ground = 'price', paper_id = coalesce(\(paper.map { Seed.id($0) }), paper_id),
                version = version + 1, op_id = \(op)
            """
        }
    }

    private static func set(_ code: String, to estimate: Int64) -> [SQL] {
        Scene.change { op in
            """
            update app.package set estimate_fen = \(estimate), version = version + 1, op_id = \(op)
            where package_id = \(Seed.id(code))
            """
        }
    }

    private func planned(
        total: Int64 = 100, funds: Int64 = 90, approved: Int64? = nil, paper: String? = nil
    ) -> [SQL] {
        Scene.budget(
            approved: approved ?? total, funds: funds, total: total, feasibility: 100,
            paper: paper.map { Seed.id($0) })
    }

    @Test("a budget follows the funding plan, or names a stored approval of its own total (TEN-1a, TEN-11)")
    func plan() async throws {
        let code = "budget_follows_the_funding_plan"
        try await Scene.with { scene async throws in
            try await scene.withoutScheme()
            try await scene.act(Scene.plan())
            #expect(try await scene.refusal(planned(funds: 89)) == code)
            #expect(try await scene.refusal(planned(total: 1000, funds: 90)) == code)
            let office = { (statements: [SQL]) async throws in
                _ = try await scene.database.act(as: "office", statements)
            }
            #expect(
                try await scene.refusal(Scene.paper("budget_approval", id: "own"))
                    == "paper_is_recorded_by_its_body")
            try await office(Scene.paper("budget_approval", id: "name", stored: false))
            try await office(Scene.paper("preliminary_design_approval", id: "other"))
            try await office(Scene.paper("budget_approval", id: "first"))
            try await office(Scene.paper("budget_approval", id: "second", total: 109))
            try await office(Scene.paper("budget_approval", id: "third", total: 100))
            #expect(try await scene.refusal(planned(total: 110, paper: "name")) == code)
            #expect(try await scene.refusal(planned(total: 110, paper: "other")) == code)
            #expect(try await scene.refusal(planned(total: 110, funds: 89, paper: "first")) == code)
            try await scene.act(planned(total: 110, paper: "first"))
            // The paper approves one total: another one needs another paper, and so does every adjustment.
            let rests = "budget_adjustment_rests_on_its_paper"
            for paper in [nil, "first", "name", "third"] {
                #expect(try await scene.refusal(Self.adjust(to: 109, "调 1", paper: paper)) == rests)
            }
            try await scene.act(Self.adjust(to: 109, "调 1", paper: "second"))
            #expect(
                try await scene.refusal(Self.adjust(to: 109, approved: 108, "调 2", paper: "second")) == rests)
            try await scene.act(Self.adjust(to: 100, "调 3", paper: "third"))
        }
    }

    @Test("an approval of a budget carries its total, no other paper does, and the budget is that total")
    func totals() async throws {
        try await Scene.with { scene async throws in
            try await scene.withoutScheme()
            try await scene.act(Scene.plan())
            let office = { (statements: [SQL]) async throws in
                try await scene.database.refusal(as: "office", statements)
            }
            func bare(_ kind: String, _ total: Int64?) -> [SQL] {
                Scene.change { op in
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                        approved_fen, op_id)
                    values (1, \(Seed.id("bare")), \(Scene.project), 'project', \(Scene.project), \(kind), '批复',
                        '2026-01-05', \(total), \(op))
                    """
                }
            }
            #expect(try await office(bare("budget_approval", nil)) == "budget_approval_names_its_total")
            let other = "paper_total_is_of_a_budget_approval"
            #expect(try await office(bare("budget_approval", 0)) == other)
            #expect(try await office(bare("separation_decision", 110)) == other)
            try await scene.approve(110, id: "first")
            #expect(
                try await scene.refusal(planned(total: 900, paper: "first"))
                    == "budget_follows_the_funding_plan")
            try await scene.act(planned(total: 110, paper: "first"))
        }
    }

    @Test("the total is the approved budget, and one approval says one total (INV-03, INV-07)")
    func oneTotal() async throws {
        try await Scene.with { scene async throws in
            let code = "total_investment_is_what_was_approved"
            #expect(try await scene.refusal(planned(total: 110, approved: 100)) == code)
            try await scene.act(Scene.budget(approved: 100, funds: 90, feasibility: 100))
            // The same document by its number, or by its file.
            func approval(_ id: String, _ number: String, _ total: Int64, file: String? = nil) -> [SQL] {
                Scene.paper("budget_approval", id: id, total: total, number: number, file: file)
            }
            let office = { (statements: [SQL]) async throws in
                try await scene.database.refusal(as: "office", statements)
            }
            let one = "budget_approval_has_one_total"
            try await scene.database.act(as: "office", approval("first", "批 1", 110))
            #expect(try await office(approval("again", "批 2", 111, file: "first")) == one)
            #expect(try await office(approval("again", "批 1", 111)) == one)
            try await scene.database.act(as: "office", approval("again", "批 1", 110))
            let (first, second) = try await scene.database.race(
                ("office", approval("one", "批 3", 110)), ("office2", approval("two", "批 3", 111)))
            #expect(first == nil && second == one, "\(second ?? "")")
        }
    }

    @Test("raced, plan and budget do not both stand where they differ, whichever was first")
    func planRaced() async throws {
        let code = "budget_follows_the_funding_plan"
        try await Scene.with { scene async throws in
            try await scene.withoutScheme()
            #expect(try await scene.lost(Scene.plan(), planned(funds: 89)) == code)
        }
        try await Scene.with { scene async throws in
            try await scene.withoutScheme()
            #expect(try await scene.lost(planned(funds: 89), Scene.plan()) == code)
        }
    }

    @Test("a budget is of a day that has come, and within a tenth of the estimate or answered (INV-02)")
    func approval() async throws {
        try await Scene.with { scene async throws in
            #expect(try await scene.refusal(Scene.budget(on: "2026-03-03")) == "budget_is_not_dated_ahead")
            let over = Scene.budget(approved: 2_310_000_001)
            #expect(try await scene.refusal(over) == "budget_waits_for_the_overrun_answer")
            try await scene.act(Scene.paper("estimate_overrun_answer", id: "named", stored: false))
            #expect(try await scene.refusal(over) == "budget_waits_for_the_overrun_answer")
            try await scene.act(Scene.paper("estimate_overrun_answer", id: "answer"))
            try await scene.act(over)
        }
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget(approved: 2_310_000_000))
        }
    }

    @Test(
        "later affordable housing costs no more than its square metres allow, or the group says why (GS-04-4)"
    )
    func affordable() async throws {
        // 9,500 ㎡ at 400 yuan.
        let over = Scene.budget(approved: 380_000_001, feasibility: 380_000_000)
        try await Scene.with { scene async throws in
            try await scene.affordable(completed: "2003-05-01")
            #expect(try await scene.refusal(over) == "budget_waits_for_the_affordable_exception")
            try await scene.act(Scene.budget(approved: 380_000_000, feasibility: 380_000_000))
        }
        try await Scene.with { scene async throws in
            try await scene.affordable(completed: "2001-01-01")
            let decision = Scene.paper("affordable_cap_exception", id: "named", stored: false)
            try await scene.database.act(as: "office", decision)
            #expect(try await scene.refusal(over) == "budget_waits_for_the_affordable_exception")
            try await scene.database.act(
                as: "office", Scene.paper("affordable_cap_exception", id: "decision"))
            try await scene.act(over)
        }
        // Of 2000 and older, or of other housing, no such limit stands.
        for (completed, housing) in [("2000-12-31", "affordable"), ("2003-05-01", "commodity")] {
            try await Scene.with { scene async throws in
                try await scene.affordable(completed: completed, housing: housing)
                try await scene.act(over)
            }
        }
    }

    @Test("what is to be bought stays within the budget, in both orders and raced (INV-07)")
    func packages() async throws {
        let code = "packages_stay_within_budget"
        try await Scene.with { scene async throws in
            try await scene.act(Scene.package("A", 1_000_000_000))
            #expect(try await scene.refusal(Scene.budget(approved: 999_999_999)) == code)
            try await scene.act(Scene.budget(approved: 1_000_000_001))
            #expect(try await scene.refusal(Self.set("A", to: 1_000_000_002)) == code)
            #expect(try await scene.lost(Scene.package("B", 1), Scene.package("C", 1)) == code)
            try await scene.approve(1_000_000_000, id: "调")
            let cut = Self.adjust(to: 1_000_000_000, "调", paper: "调")
            #expect(try await scene.refusal(cut) == code)
        }
        try await Scene.with { scene async throws in
            #expect(
                try await scene.lost(Scene.package("A", 1_000_000_000), Scene.budget(approved: 999_999_999))
                    == code)
        }
    }

    @Test("without a tender a contract stays within the estimate of its package, raced with its fall")
    func estimate() async throws {
        let code = "direct_contract_stays_within_its_estimate"
        try await Scene.with(worth: 200_000_000) { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 100_000_000))
            try await scene.act(scene.determine("A"))
            #expect(try await scene.refusal(Scene.contract("A", 100_000_001)) == code)
            #expect(
                try await scene.lost(Self.set("A", to: 90_000_000), Scene.contract("A", 90_000_001)) == code)
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.contract("A", 90_000_000))
        }
    }

    @Test("without a tender contracts stay within what the scheme has for their items, raced as well")
    func scheme() async throws {
        let code = "direct_contract_stays_within_the_scheme"
        let out = Scene.budget(
            approved: 3_000_000_000, funds: 199_999_999, total: 3_000_000_000, feasibility: 3_000_000_000)
        try await Scene.with(worth: 2_260_000_000) { scene async throws in
            try await scene.act(out)
            try await scene.act(Scene.package("A", 2_260_000_001))
            try await scene.act(scene.determine("A"))
            #expect(try await scene.refusal(Scene.contract("A", 2_260_000_001)) == code)
            try await scene.act(Scene.contract("A", 2_260_000_000))
        }
        try await Scene.with(worth: 2_260_000_000) { scene async throws in
            try await scene.act(out)
            for code in ["A", "B"] { try await scene.act(Scene.package(code, 1_200_000_000)) }
            for code in ["A", "B"] { try await scene.act(scene.determine(code)) }
            let (one, two) = (
                Scene.contract("A", 1_200_000_000, price: 2_400_000, milli: 500_000),
                Scene.contract("B", 1_060_000_001, milli: 500_000)
            )
            #expect(try await scene.lost(one, two) == code)
            try await scene.act(Scene.contract("B", 1_060_000_000, milli: 500_000))
        }
    }
}
