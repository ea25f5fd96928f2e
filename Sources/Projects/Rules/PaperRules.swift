package import Policy
package import Values

/// A paper that someone brings, and the project it is brought to (待登记材料).
package struct PaperFacts: Hashable, Sendable {
    package let kind: String
    package let dated: BusinessDay
    package let recorder: Role
    package let project: ProjectState
    package let today: BusinessDay
    /// The day the works began, and the first on which a contractor reported them complete.
    package let began: BusinessDay?
    package let completed: BusinessDay?
    /// The day of the certificate of acceptance.
    package let certified: BusinessDay?
    /// Whether its bytes are here, or came with it.
    package let hasBytes: Bool
    /// Of an approval of a budget: the total that it approves.
    package let approvedTotal: Fen?
    /// Whether the recorder's unit is the body of the district whose paper it is.
    package let isItsBody: Bool

    package init(
        kind: String, dated: BusinessDay, recorder: Role, project: ProjectState, today: BusinessDay,
        began: BusinessDay? = nil, completed: BusinessDay? = nil, certified: BusinessDay? = nil,
        hasBytes: Bool = true, approvedTotal: Fen? = nil, isItsBody: Bool = true
    ) {
        self.isItsBody = isItsBody
        self.began = began
        self.completed = completed
        self.certified = certified
        self.hasBytes = hasBytes
        self.kind = kind
        self.dated = dated
        self.recorder = recorder
        self.project = project
        self.today = today
        self.approvedTotal = approvedTotal
    }

    /// The kind of paper that approves a budget, with its total (概算批复).
    static let budgetApproval = "budget_approval"
}

/// The rules for recording papers (登记材料): gates rest on them, so each comes from the body whose it is.
package enum PaperRules {
    /// Whether a paper of this kind may be recorded now, and by this role; every reason at once.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-1; 二（四）3, LC-12-4; 建筑法 第七条, PER-1; 建设工程质量管理条例
    ///   第十三条, PER-3; the rest by house rule, HOUSE-PAP-1
    package static func recording(_ facts: PaperFacts, under policy: Policy) throws(PolicyFault) -> Decision {
        let kinds = try policy.records("paper.recorders")
        var reasons = [Refusal]()
        var citation = kinds.citation
        if let kind = kinds.value.first(where: { $0.id == facts.kind }) {
            citation = kind.citation
            let roles = try kind.texts("roles")
            if !roles.contains(facts.recorder.rawValue) {
                reasons.append(recordedByItsBody(try kind.words(), roles.compactMap(Role.init), citation))
            } else if !facts.isItsBody {
                reasons.append(try recordedByAnotherBody(kind, under: policy))
            }
        } else {
            var known = [Words]()
            for kind in kinds.value { known.append(Words(try kind.text("zh"), kind.id)) }
            reasons.append(ProjectsRefusals.paperKindIsKnown.refusal(citation, missing: known))
        }
        if facts.dated > facts.today {
            reasons.append(ProjectsRefusals.paperIsNotDatedAhead.refusal(kinds.citation))
        }
        if facts.project == .closed {
            reasons.append(ProjectsRefusals.paperWaitsNoMore.refusal(kinds.citation))
        }
        reasons += try substance(facts, under: policy)
        let isApproval = facts.kind == PaperFacts.budgetApproval
        if isApproval, facts.approvedTotal == nil {
            reasons.append(ProjectsRefusals.budgetApprovalNamesItsTotal.refusal(citation))
        }
        if let total = facts.approvedTotal, !isApproval || total == .zero {
            reasons.append(ProjectsRefusals.paperTotalIsOfABudgetApproval.refusal(citation))
        }
        return Decision(reasons: reasons, under: [citation])
    }

    /// Whether a paper can be what it is recorded as: with its bytes, no older than what it speaks of.
    ///
    /// - Source: HOUSE-PAP-2, HOUSE-ACC-3
    private static func substance(_ facts: PaperFacts, under policy: Policy) throws(PolicyFault) -> [Refusal]
    {
        var reasons = [Refusal]()
        if policy.has("paper.kinds_with_bytes") {
            let kinds = try policy.texts("paper.kinds_with_bytes")
            if kinds.value.contains(facts.kind), !facts.hasBytes {
                reasons.append(ProjectsRefusals.paperKindHasItsBytes.refusal(kinds.citation))
            }
        }
        guard policy.has("acceptance.paper_dates") else { return reasons }
        let papers = try policy.records("acceptance.paper_dates")
        guard let paper = papers.value.first(where: { $0.id == facts.kind }) else { return reasons }
        let spokenOf = try paper.text("from")
        let speaksOfCompletion = spokenOf == "completion"
        let speaksOfCertificate = spokenOf == "certificate"
        let isTooSoon =
            facts.project.rawValue < ProjectState.works.rawValue
            || speaksOfCompletion && facts.project == .works && facts.completed == nil
            || speaksOfCertificate && facts.project.rawValue < ProjectState.accepted.rawValue
        let bounds = [
            facts.began, speaksOfCompletion ? facts.completed : nil,
            speaksOfCertificate ? facts.certified : nil,
        ].compactMap(\.self)
        let bound = bounds.max()
        if isTooSoon || bound.map({ facts.dated < $0 }) == true {
            reasons.append(
                ProjectsRefusals.acceptancePaperFollowsTheWorks.refusal(
                    paper.citation,
                    missing: bound.map { [Words("不早于 \($0)", "on or after \($0)")] } ?? []))
        }
        return reasons
    }

    /// A paper of another body of the district than the recorder's unit.
    ///
    /// - Source: HOUSE-BOD-3
    private static func recordedByAnotherBody(
        _ kind: PolicyRecord, under policy: Policy
    ) throws(PolicyFault) -> Refusal {
        let words = ProjectsRefusals.paperIsRecordedByItsBody
        let bodies = policy.has("paper.bodies") ? try policy.records("paper.bodies") : nil
        let named = bodies?.value.first { $0.id == kind.id }
        let title = try kind.words()
        var whose = [Words]()
        if let named { whose.append(try named.words()) }
        return Refusal(
            words.code,
            Words(
                "《\(title.zh)》由区里的另一个机关登记，您的单位不是它。",
                "This paper is another body's of the district than your unit: \(title.en)."),
            source: named?.citation ?? kind.citation, missing: whose,
            remedy: words.remedy, liftedBy: [.renovationOffice])
    }

    private static func recordedByItsBody(_ kind: Words, _ roles: [Role], _ citation: Citation) -> Refusal {
        let words = ProjectsRefusals.paperIsRecordedByItsBody
        return Refusal(
            words.code,
            Words("您的角色不登记《\(kind.zh)》。", "Your role does not record this paper: \(kind.en)."),
            source: citation, missing: roles.map(\.words), remedy: words.remedy, liftedBy: roles)
    }
}
