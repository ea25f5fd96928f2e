package import Policy
package import Values

/// What is told of a project under way as it is taken in (在建项目补录).
package struct Intake: Hashable, Sendable {
    package let stage: IntakeStage
    /// The requirements that its evidence names.
    package let named: [String]
    package let began: BusinessDay?
    package let accepted: BusinessDay?
    /// Whether it tells what its contracts warrant.
    package let tellsWarranty: Bool
    package let today: BusinessDay

    package init(
        stage: IntakeStage, named: [String], began: BusinessDay?, accepted: BusinessDay?, tellsWarranty: Bool,
        today: BusinessDay
    ) {
        self.stage = stage
        self.named = named
        self.began = began
        self.accepted = accepted
        self.tellsWarranty = tellsWarranty
        self.today = today
    }
}

/// The taking in of projects under way, at every stage.
extension FrontRules {
    /// What a project that is taken in at a stage has behind it, each to be named with its paper.
    ///
    /// - Source: catalogue C.1; HOUSE-FRT-1
    package static func evidence(
        before stage: IntakeStage, under policy: Policy
    ) throws(PolicyFault) -> [PolicyRecord] {
        let path = try path(policy)
        let end =
            stage.isBegun ? path.count : path.firstIndex { $0.to == stage.state }.map { $0 + 1 } ?? 0
        var behind = [PolicyRecord]()
        for step in path.prefix(end) {
            for name in step.gates { behind += try requirements(of: name, under: policy) }
        }
        for record in try policy.records("projects.later_evidence").value
        where String(record.id.prefix(3)) <= stage.rawValue { behind.append(record) }
        return behind
    }

    /// Whether a project may be taken in at a stage with what is told of it; everything that lacks at once.
    ///
    /// - Source: catalogue C.1; HOUSE-FRT-1
    package static func taking(_ intake: Intake, under policy: Policy) throws(PolicyFault) -> Decision {
        let stage = intake.stage
        let order = try policy.records("projects.steps")
        let path = try path(policy)
        guard stage == .surveyed || stage.isBegun || path.contains(where: { $0.to == stage.state }) else {
            return .refused([
                ProjectsRefusals.projectEntersOnItsPlacesPath.refusal(
                    order.citation, missing: path.map(\.to.words))
            ])
        }
        let needed = try evidence(before: stage, under: policy)
        let citation = try policy.records("projects.later_evidence").citation
        var reasons = [Refusal]()
        var missing = [Words]()
        var papers = [Words]()
        for record in needed where !intake.named.contains(record.id) {
            let words = try record.words()
            papers.append(words)
            missing.append(Words("“\(record.id)” \(words.zh)", "\(record.id) \(words.en)"))
        }
        if !missing.isEmpty {
            let refused = ProjectsRefusals.projectImportNamesItsEvidence
            reasons.append(
                refused.refusal(
                    citation, missing: missing,
                    detail: refused.detail.naming(papers, after: Words("还缺", "missing"))))
        }
        let ids = Set(needed.map(\.id))
        let strange = intake.named.filter { !ids.contains($0) }
        if !strange.isEmpty {
            reasons.append(
                ProjectsRefusals.importedEvidenceIsOfAnEarlierGate.refusal(
                    citation, missing: strange.map { Words("“\($0)”", $0) }))
        }
        reasons += days(of: intake, citation)
        return Decision(reasons: reasons, under: [order.citation, citation])
    }

    /// The days that clocks run from: the start of the works, and their acceptance.
    private static func days(of intake: Intake, _ citation: Citation) -> [Refusal] {
        var reasons = [Refusal]()
        if intake.stage.isBegun, intake.began == nil {
            reasons.append(
                ProjectsRefusals.importUnderWayNamesItsStart.refusal(
                    citation, missing: [Words("开工日期", "the day the works began")]))
        }
        if intake.stage.isAccepted, intake.accepted == nil {
            reasons.append(
                ProjectsRefusals.importNamesItsAcceptance.refusal(
                    citation, missing: [Words("验收合格日期", "the day of acceptance")]))
        }
        if !intake.stage.isAccepted, intake.accepted != nil {
            reasons.append(ProjectsRefusals.importedAcceptanceIsOfItsStage.refusal(citation))
        }
        if intake.stage != .warranty, intake.tellsWarranty {
            reasons.append(ProjectsRefusals.importedWarrantyIsOfItsStage.refusal(citation))
        }
        if let accepted = intake.accepted {
            if let began = intake.began, accepted < began {
                reasons.append(ProjectsRefusals.importIsAcceptedAfterItsStart.refusal(citation))
            }
            if accepted > intake.today {
                reasons.append(ProjectsRefusals.frontFactIsNotDatedAhead.refusal(citation))
            }
        }
        return reasons
    }
}
