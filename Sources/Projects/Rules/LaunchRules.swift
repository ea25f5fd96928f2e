package import Policy
package import Values

/// What the launch gate looks at (启动条件事实).
package struct LaunchFacts: Hashable, Sendable, Codable {
    package let state: ProjectState
    package let version: Int64
    package let place: String
    package let edition: String
    package let account: String?
    package let required: Fen?
    package let paid: Fen
    /// Kinds of the papers recorded for the launch.
    package let papers: [String]
    /// It was taken in with its scheme: what lies before was decided elsewhere.
    package let cameWithScheme: Bool?
    /// Works of the scheme that stand outside its plan, by code and title.
    package let outside: [String]?
    /// When its community was built.
    package let completed: BusinessDay?
    /// What the scheme costs by class, and what the office approved last.
    package let planned: SchemeAmounts?
    package let approved: SchemeAmounts?
    /// Whether its owners agreed to the register that stands.
    package let isRegisterAgreed: Bool?

    package init(
        state: ProjectState, version: Int64, place: String, edition: String, account: String?, required: Fen?,
        paid: Fen, papers: [String], cameWithScheme: Bool? = nil, outside: [String]? = nil,
        planned: SchemeAmounts? = nil, approved: SchemeAmounts? = nil, isRegisterAgreed: Bool? = nil,
        completed: BusinessDay? = nil
    ) {
        self.completed = completed
        self.planned = planned
        self.approved = approved
        self.isRegisterAgreed = isRegisterAgreed
        self.outside = outside
        self.cameWithScheme = cameWithScheme
        self.state = state
        self.version = version
        self.place = place
        self.edition = edition
        self.account = account
        self.required = required
        self.paid = paid
        self.papers = papers
    }

    enum CodingKeys: String, CodingKey {
        case state, version, place, edition, account, required, paid, papers, outside, planned, approved,
            completed
        case cameWithScheme = "came_with_scheme"
        case isRegisterAgreed = "register_agreed"
    }
}

/// The rules for launching a project (确定项目启动).
package enum LaunchRules {
    /// The launch gate: papers ①–④, the special account, and the residents' money complete to the fen.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-1, LC-06-2, LC-06-3
    package static func gate(_ facts: LaunchFacts, under policy: Policy) throws(PolicyFault) -> Gate {
        let papers = try policy.records("launch.required_papers")
        let account = try policy.bool("launch.account_required")
        let ratio = try policy.ratio("launch.resident_funds_ratio")
        var requirements = [Gate.Requirement]()
        let held = Set(facts.papers)
        var missing = [Words]()
        for paper in papers.value where !held.contains(paper.id) {
            missing.append(try paper.words())
        }
        requirements.append(
            .init(
                "launch_papers", Words("启动申请材料", "papers of the launch application"),
                missing.isEmpty ? .met : .missing,
                evidence: [Words("已收 \(held.count) 份", "\(held.count) recorded")], source: papers.citation,
                refusal: missing.isEmpty
                    ? nil : ProjectsRefusals.launchWaitsForPapers.refusal(papers.citation, missing: missing)))
        let hasAccount = !account.value || facts.account != nil
        requirements.append(
            .init(
                "special_account", Words("资金专用账户", "special account for renovation money"),
                hasAccount ? .met : .missing, evidence: facts.account.map { [Words($0, $0)] } ?? [],
                source: account.citation,
                refusal: hasAccount
                    ? nil : ProjectsRefusals.launchWaitsForSpecialAccount.refusal(account.citation)))
        requirements += try approvals(facts, held, under: policy)
        if let register = try register(facts, under: policy) { requirements.append(register) }
        if let apart = try outside(facts, held, under: policy) { requirements.append(apart) }
        if let later = try later(facts, held, under: policy) { requirements.append(later) }
        requirements.append(funds(facts, ratio: ratio))
        return Gate("launch", Words("项目启动", "launch of the project"), requirements)
    }

    /// Whether a project may be launched now.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-1…LC-06-3
    package static func launch(_ facts: LaunchFacts, under policy: Policy) throws(PolicyFault) -> Decision {
        let gate = try gate(facts, under: policy)
        guard facts.state == .launchApplication else {
            let order = try policy.ratio("launch.resident_funds_ratio").citation
            return .refused([ProjectsRefusals.step(from: facts.state, to: .funded, under: order)])
        }
        return gate.decision
    }

    /// The approval of a scheme that was decided elsewhere, and its money by class; none where the edition knows no such paper.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（三）1, LC-14-1…LC-14-3
    private static func approvals(
        _ facts: LaunchFacts, _ held: Set<String>, under policy: Policy
    ) throws(PolicyFault) -> [Gate.Requirement] {
        let kind = "scheme_approval"
        guard facts.cameWithScheme == true, policy.has("paper.recorders"),
            let paper = try policy.records("paper.recorders").value.first(where: { $0.id == kind })
        else { return [] }
        let words = try paper.words()
        guard held.contains(kind) else {
            let refusal = ProjectsRefusals.launchWaitsForSchemeApproval
            return [
                .init(
                    kind, words, .missing, source: paper.citation,
                    refusal: refusal.refusal(paper.citation, missing: [words]))
            ]
        }
        let differences = facts.planned?.differences(from: facts.approved) ?? []
        return [
            .init(kind, words, .met, source: paper.citation),
            .init(
                "scheme_amounts", Words("方案金额与批准金额一致", "the scheme's money is what was approved"),
                differences.isEmpty ? .met : .missing, source: paper.citation,
                refusal: differences.isEmpty
                    ? nil
                    : ProjectsRefusals.launchWaitsForTheApprovedAmounts.refusal(
                        paper.citation, missing: differences)),
        ]
    }

    /// The owners' agreement to the register that their shares are counted by; nil where the edition asks nobody.
    ///
    /// - Source: HOUSE-REG-2
    private static func register(
        _ facts: LaunchFacts, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement? {
        guard let isAgreed = facts.isRegisterAgreed, policy.has("register.agreed_by") else { return nil }
        let rule = try policy.texts("register.agreed_by").citation
        return .init(
            "agreed_register", Words("户册经业主组织或社区确认", "the register, agreed to by its owners"),
            isAgreed ? .met : .missing, source: rule,
            refusal: isAgreed ? nil : ProjectsRefusals.launchWaitsForTheAgreedRegister.refusal(rule))
    }

    /// The office's decision on works that the plan leaves out; nil where it leaves none out, or the edition knows no such
    /// paper.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（三）1, LC-14-5; HOUSE-PRJ-2
    private static func outside(
        _ facts: LaunchFacts, _ held: Set<String>, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement? {
        let kind = "own_rule_approval"
        guard let works = facts.outside, !works.isEmpty, policy.has("paper.recorders"),
            let paper = try policy.records("paper.recorders").value.first(where: { $0.id == kind })
        else { return nil }
        let isHeld = held.contains(kind)
        let rule = try policy.texts("funding.excluded_kinds").citation
        return .init(
            kind, try paper.words(), isHeld ? .met : .missing, source: rule,
            refusal: isHeld
                ? nil
                : ProjectsRefusals.launchWaitsForOwnRuleApproval.refusal(
                    rule, missing: works.map { Words($0, $0) }))
    }

    /// The office's decision on a community of after the place's year, whose conditions were typed with its scheme; nil for any
    /// other, or where the edition knows no such paper.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, LC-02-2; HOUSE-SCP-4
    private static func later(
        _ facts: LaunchFacts, _ held: Set<String>, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement? {
        let kind = "later_housing_approval"
        guard facts.cameWithScheme == true, let completed = facts.completed,
            policy.has("paper.recorders"), policy.has("scope.completed_by_year"),
            let paper = try policy.records("paper.recorders").value.first(where: { $0.id == kind })
        else { return nil }
        let last = try policy.int("scope.completed_by_year")
        guard completed.year > last.value else { return nil }
        let isHeld = held.contains(kind)
        let words = try paper.words()
        return .init(
            kind, words, isHeld ? .met : .missing, source: last.citation,
            refusal: isHeld
                ? nil
                : ProjectsRefusals.launchWaitsForLaterHousingApproval.refusal(last.citation, missing: [words])
        )
    }

    private static func funds(_ facts: LaunchFacts, ratio: Cited<Ratio>) -> Gate.Requirement {
        let words = Words("居民自筹资金到位", "residents' money in the account")
        guard let required = facts.required else {
            return .init(
                "resident_funds", words, .missing, source: ratio.citation,
                refusal: ProjectsRefusals.launchWaitsForFundingPlan.refusal(ratio.citation))
        }
        // paid / required ≥ ratio, exactly.
        let enough =
            Int128(facts.paid.amount) * Int128(ratio.value.denominator)
            >= Int128(required.amount) * Int128(ratio.value.numerator)
        let short = required - facts.paid
        return .init(
            "resident_funds", words, enough ? .met : .missing,
            evidence: [
                Words(
                    "应到 \(required.forPeople) 元，已到 \(facts.paid.forPeople) 元",
                    "\(facts.paid.forPeople) of \(required.forPeople) yuan")
            ],
            source: ratio.citation,
            refusal: enough
                ? nil
                : ProjectsRefusals.launchWaitsForResidentFunds.refusal(
                    ratio.citation,
                    missing: [
                        Words("尚缺 \(short.forPeople) 元（\(short.amount) 分）", "\(short.forPeople) yuan short")
                    ]))
    }
}
