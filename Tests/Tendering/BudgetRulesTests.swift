import Harness
import Policy
import Testing
import Values

@testable import Tendering

@Suite("Tendering: the rules of its money")
struct BudgetRulesTests {
    private static let plan = BudgetFacts.Plan(
        total: TenderRulesTests.fen("8740000.00"), subsidy: TenderRulesTests.fen("7314000.00"))
    private static let paper = ID(high: 7, low: 7)

    private func codes(
        total: String = "8740000.00", funds: String = "7314000.00", feasibility: String = "8600000.00",
        approved: String? = nil, on day: String? = "2026-03-02", paper: ID? = nil,
        replacing standing: String? = nil, given facts: BudgetFacts = BudgetFacts(plan: plan),
        lots: [Lot] = []
    ) throws -> [String] {
        let fen = TenderRulesTests.fen
        return try BudgetRules.recording(
            BudgetFigures(
                total: fen(total), budgetFunds: fen(funds), feasibility: fen(feasibility),
                approved: fen(approved ?? total), approvedOn: day.flatMap { BusinessDay(iso: $0) },
                paper: paper),
            replacing: standing.map {
                FundingSources(total: fen($0), budgetFunds: fen(funds), soeDominant: false)
            }, given: facts, lots: lots, today: Seed.today, under: TestPolicies.lucheng()
        ).refusals.map(\.code)
    }

    @Test("the plan's figures are recorded; less budget money, or another total, is refused (TEN-1a, TEN-11)")
    func plan() throws {
        #expect(try codes().isEmpty)
        #expect(try codes(funds: "7313999.99") == ["budget_follows_the_funding_plan"])
        #expect(
            try codes(total: "9000000000.00", funds: "0.00", approved: "8740000.00")
                == ["budget_follows_the_funding_plan", "total_investment_is_what_was_approved"])
        #expect(
            try codes(total: "1.00", funds: "1.00", approved: "1.00", given: BudgetFacts(plan: nil)).isEmpty)
    }

    @Test("another total names a stored approval, which approves it alone")
    func approval() throws {
        let paper = BudgetFacts.Approval(id: Self.paper, total: TenderRulesTests.fen("8800000.00"))
        let stored = BudgetFacts(plan: Self.plan, papers: [paper])
        let code = ["budget_follows_the_funding_plan"]
        #expect(try codes(total: "8800000.00", paper: Self.paper, given: stored).isEmpty)
        #expect(try codes(total: "8800000.01", paper: Self.paper, given: stored) == code)
        #expect(try codes(total: "8800000.00", paper: ID(high: 1, low: 1), given: stored) == code)
        let old = BudgetFacts(plan: Self.plan, papers: [.init(id: Self.paper, total: nil)])
        #expect(try codes(total: "8800000.01", paper: Self.paper, given: old).isEmpty)
    }

    @Test("an adjustment rests on a stored approval of its own, whose total is the new one (INV-07)")
    func adjustment() throws {
        let paper = BudgetFacts.Approval(id: Self.paper, total: TenderRulesTests.fen("8800000.00"))
        let code = "budget_adjustment_rests_on_its_paper"
        let stored = BudgetFacts(plan: Self.plan, papers: [paper])
        func adjusted(_ total: String, _ paper: ID?, _ facts: BudgetFacts) throws -> [String] {
            try codes(total: total, on: nil, paper: paper, replacing: "8740000.00", given: facts)
        }
        #expect(try adjusted("8800000.00", Self.paper, stored).isEmpty)
        #expect(try adjusted("8740000.00", nil, stored) == [code])
        #expect(try adjusted("8740000.00", Self.paper, stored) == [code])
        let named = BudgetFacts(plan: Self.plan, papers: [paper], named: Self.paper)
        #expect(try adjusted("8800000.00", Self.paper, named).contains(code))
        let old = BudgetFacts(plan: Self.plan, knowsApprovals: false)
        #expect(try adjusted("8740000.00", nil, old).isEmpty)
    }

    @Test("a tenth above the estimate is not more; beyond it the report's answer is stored (INV-02)")
    func overrun() throws {
        #expect(try codes(feasibility: "7945454.55").isEmpty)
        #expect(try codes(feasibility: "7945454.54") == ["budget_waits_for_the_overrun_answer"])
        let answered = BudgetFacts(plan: Self.plan, isAnswered: true)
        #expect(try codes(feasibility: "7945454.54", given: answered).isEmpty)
        let ahead = BudgetFacts(plan: Self.plan, gateIsAhead: true)
        #expect(try codes(feasibility: "7945454.54", given: ahead).isEmpty)
    }

    @Test("a day to come, a budget above the total and packages above the budget are refused, all at once")
    func forms() throws {
        #expect(try codes(on: "2026-03-03") == ["budget_is_not_dated_ahead"])
        for approved in ["8740000.01", "8739999.99"] {
            #expect(try codes(approved: approved) == ["total_investment_is_what_was_approved"])
        }
        let lots = [TenderRulesTests.lot("a", "3750000.00"), TenderRulesTests.lot("b", "4990000.01")]
        #expect(
            try codes(on: "2026-03-03", lots: lots) == [
                "budget_is_not_dated_ahead", "packages_stay_within_budget",
            ])
        #expect(try codes(lots: [lots[0], lots[1].signing(TenderRulesTests.fen("4990000.00"))]).isEmpty)
        // What an ended contract took counts beside the one that came after it.
        let taken = { (fen: String) in
            TenderRulesTests.lot("b", "4000000.00", taken: fen).signing(TenderRulesTests.fen("3990000.00"))
        }
        #expect(try codes(lots: [lots[0], taken("1000000.00")]).isEmpty)
        #expect(try codes(lots: [lots[0], taken("1000000.01")]) == ["packages_stay_within_budget"])
    }
}
