package import Policy
package import Values

/// A budget as it is brought to be recorded or adjusted (拟登记的概算).
package struct BudgetFigures: Hashable, Sendable {
    package let total: Fen
    package let budgetFunds: Fen
    package let feasibility: Fen
    package let approved: Fen
    /// The day of the approval; none for an adjustment, which has its document.
    package let approvedOn: BusinessDay?
    /// The stored approval that the budget names (概算批复原件).
    package let paper: ID?

    package init(
        total: Fen, budgetFunds: Fen, feasibility: Fen, approved: Fen, approvedOn: BusinessDay? = nil,
        paper: ID? = nil
    ) {
        self.total = total
        self.budgetFunds = budgetFunds
        self.feasibility = feasibility
        self.approved = approved
        self.approvedOn = approvedOn
        self.paper = paper
    }
}

/// What a budget has to agree with (概算的对照事实): the funding plan, its papers, the report of an overrun.
package struct BudgetFacts: Hashable, Sendable, Codable {
    /// The money that the scheme was put to the vote with.
    package struct Plan: Hashable, Sendable, Codable {
        package let total: Fen
        package let subsidy: Fen

        package init(total: Fen, subsidy: Fen) {
            self.total = total
            self.subsidy = subsidy
        }
    }

    /// A stored approval of a budget, with the total that it approves (概算批复).
    package struct Approval: Hashable, Sendable, Codable {
        package let id: ID
        /// None for one that was recorded before approvals carried their total.
        package let total: Fen?

        package init(id: ID, total: Fen?) {
            self.id = id
            self.total = total
        }
    }

    /// None where the place has no shares, or the scheme is not recorded yet.
    package let plan: Plan?
    /// Papers `budget_approval` of the project whose bytes are stored.
    package let papers: [Approval]
    /// The one that the budget names now, for the total that stands.
    package let named: ID?
    /// The authority's answer to the report of an overrun is stored.
    package let isAnswered: Bool
    /// A gate ahead asks for it: until then the figures may be recorded.
    package let gateIsAhead: Bool
    /// The edition knows approvals among its papers: an adjustment rests on one.
    package let knowsApprovals: Bool

    package init(
        plan: Plan?, papers: [Approval] = [], named: ID? = nil, isAnswered: Bool = false,
        gateIsAhead: Bool = false, knowsApprovals: Bool = true
    ) {
        self.plan = plan
        self.papers = papers
        self.named = named
        self.isAnswered = isAnswered
        self.gateIsAhead = gateIsAhead
        self.knowsApprovals = knowsApprovals
    }

    enum CodingKeys: String, CodingKey {
        case plan, papers, named
        case isAnswered = "is_answered"
        case gateIsAhead = "gate_is_ahead"
        case knowsApprovals = "knows_approvals"
    }
}

/// What a budget rests on, so that nobody types the money that decides on tendering (概算登记).
package enum BudgetRules {
    /// Whether a budget may be recorded or adjusted to these figures; every reason at once.
    ///
    /// - Source: 招标投标法 第四条, TEN-11; 必须招标的工程项目规定 第二条, TEN-1a; 政府投资条例 第十二条、第二十三条,
    ///   INV-02, INV-07
    package static func recording(
        _ figures: BudgetFigures, replacing standing: FundingSources?, given facts: BudgetFacts, lots: [Lot],
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let limit = try policy.value("change.budget_limit").citation
        var reasons = try money(figures, replacing: standing, given: facts, under: policy)
        if standing != nil, facts.knowsApprovals, !rests(figures, on: facts) {
            reasons.append(
                TenderingRefusals.budgetAdjustmentRestsOnItsPaper.refusal(
                    limit,
                    missing: facts.papers.filter { $0.id == figures.paper && $0.id != facts.named }.map {
                        let total = $0.total.map(\.forPeople) ?? "—"
                        return Words("这份批复批准的总投资：\(total) 元", "the total of this approval: \(total) yuan")
                    }))
        }
        if figures.approved != figures.total {
            reasons.append(
                TenderingRefusals.totalInvestmentIsWhatWasApproved.refusal(
                    limit,
                    missing: [
                        Words(
                            "总投资 \(figures.total.forPeople) 元，批准的概算 \(figures.approved.forPeople) 元",
                            "total \(figures.total.forPeople), approved budget \(figures.approved.forPeople) yuan"
                        )
                    ]))
        }
        if let day = figures.approvedOn, day > today {
            reasons.append(TenderingRefusals.budgetIsNotDatedAhead.refusal(limit))
        }
        if !facts.gateIsAhead, !facts.isAnswered,
            let over = try overrun(figures, under: policy)
        {
            reasons.append(over)
        }
        let planned = planned(lots)
        if planned > figures.approved {
            reasons.append(excess(planned, over: figures.approved, limit))
        }
        return Decision(reasons: reasons, under: [limit])
    }

    /// Whether a package more, or a higher estimate, stays within the budget; nothing to say where none is recorded.
    ///
    /// - Source: 政府投资条例 第二十三条, INV-07
    package static func packages(
        _ lots: [Lot], within approved: Fen?, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard let approved else { return [] }
        let limit = try policy.value("change.budget_limit").citation
        let planned = planned(lots)
        return planned > approved ? [excess(planned, over: approved, limit)] : []
    }

    /// What stands in the way of an award without a tender: it costs no more than its estimate.
    ///
    /// - Source: 招标投标法 第四条, TEN-11; 政府投资条例 第十二条, INV-03
    package static func direct(
        _ draft: ContractDraft, for lot: Lot, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let whole = lot.whole(with: draft.amount)
        guard !draft.method.isTender, whole > lot.estimate else { return [] }
        return [
            TenderingRefusals.directContractStaysWithinItsEstimate.refusal(
                try policy.bool("tender.splitting_forbidden").citation,
                missing: [
                    Words(
                        "标段估算 \(lot.estimate.forPeople) 元，合同 \(whole.forPeople) 元",
                        "estimated \(lot.estimate.forPeople), contract \(whole.forPeople) yuan")
                ])
        ]
    }

    /// Whether an adjustment names a stored approval of its own for its total.
    private static func rests(_ figures: BudgetFigures, on facts: BudgetFacts) -> Bool {
        guard let paper = figures.paper, paper != facts.named else { return false }
        return facts.papers.contains { $0.id == paper && $0.total == figures.total }
    }

    /// The plan's money: the fiscal part whole, the total as it is, or as a stored approval has it.
    private static func money(
        _ figures: BudgetFigures, replacing standing: FundingSources?, given facts: BudgetFacts,
        under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard let plan = facts.plan else { return [] }
        var missing = [Words]()
        if figures.budgetFunds < plan.subsidy {
            missing.append(
                Words(
                    "财政资金：方案 \(plan.subsidy.forPeople) 元，登记 \(figures.budgetFunds.forPeople) 元",
                    "budget money: plan \(plan.subsidy.forPeople), recorded \(figures.budgetFunds.forPeople) yuan"
                ))
        }
        let isNew = standing.map { $0.total != figures.total } ?? false
        let isApproved = (figures.paper ?? facts.named).map { named in
            facts.papers.contains { $0.id == named && ($0.total ?? figures.total) == figures.total }
                && !(isNew && named == facts.named)
        }
        if figures.total != plan.total, isApproved != true {
            missing.append(
                Words(
                    "总投资：方案 \(plan.total.forPeople) 元，登记 \(figures.total.forPeople) 元，没有引用批准这一总投资、已存原件的概算批复",
                    "total: plan \(plan.total.forPeople), recorded \(figures.total.forPeople) yuan, and no stored approval of this total is named"
                ))
        }
        guard !missing.isEmpty else { return [] }
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        return [TenderingRefusals.budgetFollowsTheFundingPlan.refusal(splitting, missing: missing)]
    }

    /// A refusal where the budget is more than the allowed part above the feasibility estimate.
    private static func overrun(
        _ figures: BudgetFigures, under policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        let ratio = try policy.ratio("investment.estimate_overrun_ratio")
        let over = Int128((figures.approved - figures.feasibility).amount) * Int128(ratio.value.denominator)
        guard over > Int128(figures.feasibility.amount) * Int128(ratio.value.numerator) else { return nil }
        return TenderingRefusals.budgetWaitsForTheOverrunAnswer.refusal(
            ratio.citation,
            missing: [
                Words(
                    "概算 \(figures.approved.forPeople) 元，可研估算 \(figures.feasibility.forPeople) 元",
                    "budget \(figures.approved.forPeople), estimate \(figures.feasibility.forPeople) yuan")
            ])
    }

    /// What packages come to: each its contract with what ended before it, or its estimate as long as there is none.
    private static func planned(_ lots: [Lot]) -> Fen {
        lots.reduce(Fen.zero) { sum, lot in
            sum + (lot.signed.map { lot.whole(with: $0) } ?? max(lot.estimate, lot.taken ?? .zero))
        }
    }

    private static func excess(_ planned: Fen, over approved: Fen, _ limit: Citation) -> Refusal {
        TenderingRefusals.packagesStayWithinBudget.refusal(
            limit,
            missing: [
                Words(
                    "标段合计 \(planned.forPeople) 元，概算 \(approved.forPeople) 元",
                    "packages \(planned.forPeople), budget \(approved.forPeople) yuan")
            ])
    }
}
