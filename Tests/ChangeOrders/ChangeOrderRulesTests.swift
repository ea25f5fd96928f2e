import Harness
import Policy
import Projects
import Testing
import Values

@testable import ChangeOrders

@Suite("Change orders: rules")
struct ChangeOrderRulesTests {
    private func policy() throws -> ChangeOrderPolicy { try ChangeOrderPolicy(TestPolicies.lucheng()) }

    private static let papers = [
        "design_document", "cost_estimate", "audit_opinion", "funding_source", "photos", "site_record",
        "designer_statement",
    ]

    private func facts(
        state: ChangeOrderState = .draft, projectState: ProjectState = .works,
        ground: String? = "hidden_condition",
        larger: Bool = false, cost: Int64 = 20_000_000, papers: [String] = ChangeOrderRulesTests.papers,
        approved: Int64 = 0, budget: Int64? = 1_200_000_000, applies: Bool = false, gains: Bool = false,
        deciders: [ID] = []
    ) -> ChangeOrderFacts {
        ChangeOrderFacts(
            project: Seed.id("p"), projectState: projectState, edition: "e", place: "330302", state: state,
            version: 1,
            ground: ground, fundingSource: nil, larger: larger, cost: Fen(cost), days: 5, papers: papers,
            contractAmount: Fen(1_180_000_000), contracts: Fen(1_180_000_000), approvedChanges: Fen(approved),
            approvedAbsolute: Fen(abs(approved)), approvedBudget: budget.map { Fen($0) }, opinions: [],
            deciders: deciders, applicant: Seed.id("person:contractor"),
            applicantOrganisation: Seed.id("org:contractor"), constructionUnit: Seed.id("org:street"),
            actorIsApplicant: applies, actorIsBeneficiary: gains)
    }

    private func codes(_ screening: Screening) -> (kind: String, codes: [String]) {
        switch screening {
        case .admitted: ("admitted", [])
        case .blocked(let refusals): ("blocked", refusals.map(\.code))
        case .refused(let refusals): ("refused", refusals.map(\.code))
        }
    }

    @Test(
        "without a ground, or with one that is not open, an order is blocked under LC-08-5",
        arguments: [nil, "wish"])
    func refusedInPrinciple(ground: String?) throws {
        let screening = ChangeOrderRules.screening(of: facts(ground: ground), under: try policy())
        guard case .blocked(let refusals) = screening else {
            Issue.record("not blocked: \(screening)")
            return
        }
        #expect(refusals.map(\.code) == ["change_order_ground_is_open"])
        #expect(refusals[0].citation?.rule == "LC-08-5")
        #expect(refusals[0].citation?.quote == "原则上不允许工程变更")
        #expect(refusals[0].missing.count == 7)
    }

    @Test("11.80 M of contracts and 0.20 M of change are within 12.00 M; a fen more is not (INV-07)")
    func budget() throws {
        let policy = try policy()
        #expect(
            codes(ChangeOrderRules.screening(of: facts(cost: 20_000_000), under: policy)).kind == "admitted")
        let over = codes(ChangeOrderRules.screening(of: facts(cost: 20_000_001), under: policy))
        #expect(over.kind == "refused")
        #expect(over.codes == ["change_stays_within_budget"])
        let earlier = codes(
            ChangeOrderRules.screening(of: facts(cost: 1, approved: 20_000_000), under: policy))
        #expect(earlier.codes == ["change_stays_within_budget"])
        #expect(
            codes(ChangeOrderRules.screening(of: facts(budget: nil), under: policy)).codes
                == ["change_stays_within_budget"])
    }

    @Test("a tenth of the contract is still ordinary, more is a larger change; down counts like up (INV-08)")
    func larger() throws {
        let policy = try policy()
        #expect(!ChangeOrderRules.isLarger(facts(cost: -118_000_000), under: policy))
        #expect(ChangeOrderRules.isLarger(facts(cost: -118_000_001), under: policy))
        #expect(ChangeOrderRules.isLarger(facts(cost: 1, approved: -118_000_000), under: policy))
        let screened = codes(ChangeOrderRules.screening(of: facts(cost: -118_000_001), under: policy))
        #expect(screened.codes == ["larger_change_has_original_authority"])
        let papers = ChangeOrderRulesTests.papers + ["original_authority_approval"]
        #expect(
            codes(ChangeOrderRules.screening(of: facts(cost: -118_000_001, papers: papers), under: policy))
                .kind
                == "admitted")
    }

    @Test("every reason is named at once, and the papers by their titles")
    func allReasons() throws {
        let screening = ChangeOrderRules.screening(
            of: facts(projectState: .preAcceptance, larger: true, cost: 30_000_000, papers: []),
            under: try policy())
        guard case .refused(let refusals) = screening else {
            Issue.record("not refused: \(screening)")
            return
        }
        #expect(
            Set(refusals.map(\.code)) == [
                "change_order_papers_are_present", "change_order_is_during_works",
                "change_stays_within_budget",
                "larger_change_has_original_authority",
            ])
        let papers = refusals.first { $0.code == "change_order_papers_are_present" }
        #expect(papers?.missing.count == 7)
        #expect(papers?.missing.contains { $0.zh == "变更设计文件" } == true)
    }

    @Test("whoever applies, gains, or decided before does not decide; nor another role, nor out of turn")
    func deciders() throws {
        let policy = try policy()
        func decide(
            _ facts: ChangeOrderFacts, _ level: DecisionLevel = .owner, role: Role = .constructionUnit
        ) -> [String] {
            ChangeOrderRules.decision(
                at: level, by: Seed.id("person:street"), of: Seed.id("org:street"), as: role, on: facts,
                approving: true, under: policy
            ).refusals.map(\.code)
        }
        #expect(decide(facts(state: .ownerDecision)) == [])
        #expect(decide(facts(state: .opinions)) == ["change_order_is_decided_in_order"])
        #expect(
            decide(facts(state: .ownerDecision, applies: true)) == ["change_order_approver_is_not_applicant"])
        #expect(
            decide(facts(state: .ownerDecision, gains: true)) == ["change_order_approver_is_not_beneficiary"])
        #expect(
            decide(facts(state: .ownerDecision), role: .contractor) == [
                "change_order_is_decided_by_its_authority"
            ])
        #expect(
            decide(
                facts(state: .districtDecision, deciders: [Seed.id("person:street")]), .district,
                role: .renovationOffice) == ["change_order_deciders_are_two_persons"])
    }

    @Test("a step out of order and a stranger's withdrawal are refused with their clauses")
    func clauses() throws {
        let policy = try policy()
        let closed = facts(state: .closed)
        let withdrawn = ChangeOrderRules.withdrawal(of: closed, by: Seed.id("org:other"), under: policy)
        #expect(
            withdrawn.refusals.map(\.citation) == [
                policy.approvals.citation, policy.allowedInPrinciple.citation,
            ])
        let stepped = ChangeOrderRules.step(closed, to: .implemented, under: policy)
        #expect(stepped.refusals.map(\.code) == ["change_order_step_is_allowed"])
        #expect(stepped.refusals.map(\.citation) == [policy.approvals.citation])
        for words in [ChangeOrdersRefusals.stepIsAllowed, ChangeOrdersRefusals.isWithdrawnByItsApplicant] {
            let source = try TestPolicies.book.get().citation(try #require(words.key), for: "330302")
            #expect(source != nil && withdrawn.refusals.contains { $0.citation == source }, "\(words.code)")
        }
    }

    @Test("a line is priced by the bill, half up to the fen, and a line that is not of it is refused")
    func pricing() {
        let (one, other) = (Seed.id("one"), Seed.id("other"))
        let bill = DraftFacts(edition: "e", place: "330302", contractor: one, prices: [one.description: 333])
        func draft(_ lines: [ChangeOrderDraft.Line]) -> ChangeOrderDraft {
            ChangeOrderDraft(
                id: one, contract: one, number: "1", title: "t", reason: "r", ground: nil, fundingSource: nil,
                days: 0,
                larger: nil, lines: lines)
        }
        let up = ChangeOrderRules.priced(draft([.init(billLine: one, quantityMilli: 1500)]), by: bill)
        #expect(up.cost == Fen(500))
        let down = ChangeOrderRules.priced(draft([.init(billLine: one, quantityMilli: -1500)]), by: bill)
        #expect(down.cost == Fen(-499))
        let wrong = ChangeOrderRules.priced(
            draft([.init(billLine: other, quantityMilli: 1), .init(billLine: other, quantityMilli: 1)]),
            by: bill)
        #expect(
            wrong.refusals.map(\.code) == [
                "change_order_names_a_line_once", "change_order_line_is_of_the_bill",
                "change_order_line_is_of_the_bill",
            ])
    }
}
