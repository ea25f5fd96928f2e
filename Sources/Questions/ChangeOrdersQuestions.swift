import ChangeOrders
import Policy
import Projects
import Values

/// Questions of changing works (工程变更).
enum ChangeOrdersQuestions {
    static let all = [changeOrder]

    private static let changeOrder = Question(
        "change_order", Words("能否变更工程", "whether works may be changed"),
        [
            FactSpec("approved_budget", .money), FactSpec("committed", .money),
            FactSpec("delta", .signedMoney),
            FactSpec("exception_approved", .bool, optional: true),
        ]
    ) { facts, policy, _ in
        let rules = try ChangeOrderPolicy(policy)
        if !rules.allowedInPrinciple.value { try facts.need(["exception_approved"]) }
        // An approved exception had its ground, its papers and, where it was large, its authority.
        let isExcepted = facts.has("exception_approved") ? try facts.bool("exception_approved") : false
        let ground = isExcepted ? rules.groundOrder.first : nil
        let papers = rules.papers.value + (ground.flatMap { rules.grounds[$0]?.papers } ?? [])
        let order = try ChangeOrderFacts(
            project: nobody, projectState: .works, edition: policy.edition, place: policy.place,
            state: .draft,
            version: 1, ground: ground, fundingSource: nil, larger: false, cost: facts.fen("delta"), days: 0,
            papers: papers + ["original_authority_approval"], contractAmount: facts.fen("committed"),
            contracts: facts.fen("committed"), approvedChanges: .zero, approvedAbsolute: .zero,
            approvedBudget: facts.fen("approved_budget"), opinions: [], deciders: [], applicant: nobody,
            applicantOrganisation: nobody, constructionUnit: nobody, actorIsApplicant: false,
            actorIsBeneficiary: false)
        let isOver = !ChangeOrderRules.budget(order, under: rules).isEmpty
        var fields: [String: JSON] = ["over_budget": .bool(isOver)]
        switch ChangeOrderRules.screening(of: order, under: rules) {
        case .admitted(let citations): return Answer("allowed", fields, because: citations)
        case .blocked(let refusals):
            return Answer("blocked_pending_exception", fields, under: refusals)
        case .refused(let refusals):
            if isOver { fields["reason"] = "budget_adjustment_required" }
            return Answer("blocked", fields, under: refusals)
        }
    }

    /// The question is not about anybody.
    private static let nobody = ID(high: 0, low: 0)
}
