package import Policy
package import Values

/// A paper that someone brings, and the project it is brought to (待登记材料).
package struct PaperFacts: Hashable, Sendable {
    package let kind: String
    package let dated: BusinessDay
    package let recorder: Role
    package let project: ProjectState
    package let today: BusinessDay

    package init(
        kind: String, dated: BusinessDay, recorder: Role, project: ProjectState, today: BusinessDay
    ) {
        self.kind = kind
        self.dated = dated
        self.recorder = recorder
        self.project = project
        self.today = today
    }
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
        return Decision(reasons: reasons, under: [citation])
    }

    private static func recordedByItsBody(_ kind: Words, _ roles: [Role], _ citation: Citation) -> Refusal {
        let words = ProjectsRefusals.paperIsRecordedByItsBody
        return Refusal(
            words.code,
            Words("您的角色不登记《\(kind.zh)》。", "Your role does not record this paper: \(kind.en)."),
            source: citation, missing: roles.map(\.words), remedy: words.remedy, liftedBy: roles)
    }
}
