package import Policy
package import Values

/// What the approvals between launch and works look at (报批事实).
package struct ApprovalFacts: Hashable, Sendable, Codable {
    package let state: ProjectState
    package let version: Int64
    package let place: String
    package let edition: String
    /// Steps of the annual plan's chain that have approved, in their order.
    package let chain: [String]
    /// The units that said them, where they are asked for.
    package var approvers: [ID]?
    /// Which unit is which body of the district, where its register says so.
    package var bodies: [String: ID]?
    /// Kinds of papers recorded for the project.
    package let papers: [String]
    package let feasibility: Fen?
    package let budget: Fen?

    package init(
        state: ProjectState, version: Int64, place: String, edition: String, chain: [String],
        papers: [String],
        feasibility: Fen?, budget: Fen?
    ) {
        self.state = state
        self.version = version
        self.place = place
        self.edition = edition
        self.chain = chain
        self.papers = papers
        self.feasibility = feasibility
        self.budget = budget
    }
}

/// The rules between launch and permit (计划、联审、审批、许可).
package enum ApprovalRules {
    /// Which body approves next, and whether this one may: in its turn, by its role, a unit that has said no other step.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-5
    package static func planStep(
        _ step: String, by role: Role, of unit: ID, on day: BusinessDay, today: BusinessDay,
        after facts: ApprovalFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let chain = try policy.texts("annual_plan.chain")
        guard facts.state == .funded else {
            return .refused([ProjectsRefusals.planApprovalWaitsForLaunch.refusal(chain.citation)])
        }
        guard facts.chain.count < chain.value.count, chain.value[facts.chain.count] == step else {
            let next = facts.chain.count < chain.value.count ? chain.value[facts.chain.count] : "—"
            return .refused([
                ProjectsRefusals.planApprovalFollowsItsChain.refusal(
                    chain.citation, missing: [PlanStep.words(next)])
            ])
        }
        var reasons = [Refusal]()
        if day > today {
            reasons.append(ProjectsRefusals.planApprovalIsNotDatedAhead.refusal(chain.citation))
        }
        // An edition that names no bodies knows the order alone.
        if policy.has("annual_plan.bodies") {
            let bodies = try policy.records("annual_plan.bodies")
            let body = bodies.value.first { $0.id == step }
            let roles = try body?.texts("roles") ?? []
            if !roles.contains(role.rawValue) || facts.bodies?[step].map({ $0 != unit }) == true {
                let named = try body?.words() ?? words(ofStep: step)
                reasons.append(
                    ProjectsRefusals.planApprovalIsOfItsBody.refusal(bodies.citation, missing: [named]))
            }
            if facts.approvers?.contains(unit) == true {
                reasons.append(ProjectsRefusals.planApprovalIsOfAnotherUnit.refusal(bodies.citation))
            }
        }
        return Decision(reasons: reasons, under: [chain.citation])
    }

    /// Whether a project may step on from the annual plan to review, approvals and permit.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（四）1–3, LC-12-2, LC-12-3, LC-12-4; 政府投资条例 第十二条, INV-02
    package static func advance(
        _ facts: ApprovalFacts, to target: ProjectState, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard facts.state.next.contains(target) else {
            let order = try policy.texts("annual_plan.chain").citation
            return .refused([ProjectsRefusals.step(from: facts.state, to: target, under: order)])
        }
        var reasons = [Refusal]()
        var citations = [Citation]()
        switch target {
        case .planned:
            let chain = try policy.texts("annual_plan.chain")
            citations.append(chain.citation)
            let open = chain.value.dropFirst(facts.chain.count)
            if !open.isEmpty {
                reasons.append(
                    ProjectsRefusals.listingWaitsForTheChain.refusal(
                        chain.citation, missing: open.map(PlanStep.words)))
            }
            if let undecided = try undecidedInvestment(facts, under: policy) { reasons.append(undecided) }
        case .reviewed, .approved, .permitted:
            let key = "approval.papers.\(target.rawValue)"
            let papers = try policy.records(key)
            citations.append(papers.citation)
            let held = Set(facts.papers)
            let missing = papers.value.filter { !held.contains($0.id) }
            if !missing.isEmpty {
                reasons.append(try waiting(for: missing, papers.citation, under: policy))
            }
            if target == .approved, let overrun = try overrun(facts, under: policy) {
                reasons.append(overrun)
            }
        default: break
        }
        return Decision(reasons: reasons, under: citations)
    }

    /// The refusal of a step whose papers are missing, lifted by those who may record them.
    private static func waiting(
        for papers: [PolicyRecord], _ citation: Citation, under policy: Policy
    ) throws(PolicyFault) -> Refusal {
        let words = ProjectsRefusals.approvalWaitsForPapers
        var missing = [Words]()
        for paper in papers { missing.append(try paper.words()) }
        var roles = [Role]()
        if policy.has("paper.recorders") {
            let kinds = Set(papers.map(\.id))
            for recorder in try policy.records("paper.recorders").value where kinds.contains(recorder.id) {
                for role in try recorder.texts("roles").compactMap(Role.init) where !roles.contains(role) {
                    roles.append(role)
                }
            }
        }
        return Refusal(
            words.code, words.detail, source: citation, missing: missing, remedy: words.remedy,
            liftedBy: roles.isEmpty ? words.liftedBy : roles)
    }

    /// A refusal where neither the feasibility study is approved nor the budget fixed.
    ///
    /// - Source: 政府投资条例 第十七条, INV-05
    package static func undecidedInvestment(
        _ facts: ApprovalFacts, under policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        let needed = try policy.bool("investment.plan_needs_approval")
        guard needed.value else { return nil }
        // An edition older than the list of papers names the two among those of its approvals.
        let listed = policy.has("investment.decision_papers")
        let papers = try policy.records(listed ? "investment.decision_papers" : "approval.papers.S10")
        let held = Set(facts.papers)
        guard !papers.value.contains(where: { held.contains($0.id) }) else { return nil }
        var missing = [Words]()
        for paper in papers.value { missing.append(Words(try paper.text("zh"), try paper.text("en"))) }
        let words = ProjectsRefusals.gate(.investmentDecision)
        return Refusal(
            words.code,
            Words(
                "可行性研究报告尚未批准，概算也未核定：不能列入年度计划。",
                "Neither is the study approved nor the budget fixed: the project cannot be listed."),
            source: needed.citation, missing: missing, remedy: words.remedy, liftedBy: words.liftedBy)
    }

    /// A refusal where the budget is more than the allowed part above the feasibility estimate.
    ///
    /// - Source: 政府投资条例 第十二条, INV-02
    package static func overrun(_ facts: ApprovalFacts, under policy: Policy) throws(PolicyFault) -> Refusal?
    {
        guard let feasibility = facts.feasibility, let budget = facts.budget else { return nil }
        let ratio = try policy.ratio("investment.estimate_overrun_ratio")
        let over = Int128((budget - feasibility).amount) * Int128(ratio.value.denominator)
        guard over > Int128(feasibility.amount) * Int128(ratio.value.numerator) else { return nil }
        return ProjectsRefusals.budgetStaysNearFeasibility.refusal(
            ratio.citation,
            missing: [
                Words(
                    "概算 \(budget.forPeople) 元，可研估算 \(feasibility.forPeople) 元",
                    "budget \(budget.forPeople), estimate \(feasibility.forPeople) yuan")
            ])
    }

    /// What a step of the annual plan's chain is called.
    static func words(ofStep step: String) -> Words { PlanStep.words(step) }
}
