package import Policy
package import Values

/// What a step of an inspection lot looks at (检验批事实).
package struct InspectionLotFacts: Hashable, Sendable, Codable {
    package let projectState: String
    package let place: String
    package let edition: String
    package let state: InspectionLotState
    package let round: Int64
    package let version: Int64
    /// Whose works are inspected.
    package let organisation: ID

    package init(
        projectState: String, place: String, edition: String, state: InspectionLotState, round: Int64,
        version: Int64, organisation: ID
    ) {
        self.projectState = projectState
        self.place = place
        self.edition = edition
        self.state = state
        self.round = round
        self.version = version
        self.organisation = organisation
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, state, round, version, organisation
        case projectState = "project_state"
    }
}

/// The rules for inspection lots (检验批).
package enum InspectionRules {
    /// Whether a lot may take a step: the contractor notifies and rectifies, another unit passes or fails it.
    ///
    /// - Source: GB 50300-2013 B.10; 质量管理条例 第三十七条, PER-7
    package static func step(
        _ facts: InspectionLotFacts, to target: InspectionLotState, by actor: Actor, finding: String?,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let signature = try policy.bool("inspection.next_step_needs_signature")
        var reasons = [Refusal]()
        if facts.projectState != "S14" { reasons.append(try StartRules.notUnderWay(policy)) }
        if !facts.state.next.contains(target) {
            reasons.append(
                WorksRefusals.inspectionLotStep.refusal(
                    signature.citation,
                    missing: [Words("现为：\(facts.state.words.zh)", "now: \(facts.state.words.en)")]))
        }
        let isOwn = facts.organisation == actor.organisation
        switch target {
        case .passed, .failed:
            if isOwn {
                reasons.append(WorksRefusals.inspectionLotAcceptorIsAnother.refusal(signature.citation))
            }
            if target == .failed, (finding ?? "").isEmpty {
                reasons.append(WorksRefusals.inspectionLotFailureSaysWhat.refusal(nil))
            }
        default:
            if !isOwn {
                let notice = try policy.int("inspection.notice_hours")
                reasons.append(WorksRefusals.inspectionLotIsMovedByItsContractor.refusal(notice.citation))
            }
        }
        return Decision(reasons: reasons, under: [signature.citation])
    }
}
