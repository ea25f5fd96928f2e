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
    /// Whether what is built next covers it (隐蔽工程).
    package let hidden: Bool
    /// Whether the covering was told for the round that stands.
    package let isTold: Bool
    /// The codes of the lots before it that are not passed.
    package let waitsFor: [String]

    package init(
        projectState: String, place: String, edition: String, state: InspectionLotState, round: Int64,
        version: Int64, organisation: ID, hidden: Bool = false, isTold: Bool = false, waitsFor: [String] = []
    ) {
        self.projectState = projectState
        self.place = place
        self.edition = edition
        self.state = state
        self.round = round
        self.version = version
        self.organisation = organisation
        self.hidden = hidden
        self.isTold = isTold
        self.waitsFor = waitsFor
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, state, round, version, organisation, hidden
        case projectState = "project_state"
        case isTold = "is_told"
        case waitsFor = "waits_for"
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
        reasons += try waiting(facts, before: target, signature.citation, under: policy)
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

    /// What a step waits for: the lots before this one, and notice of what will be covered.
    private static func waiting(
        _ facts: InspectionLotFacts, before target: InspectionLotState, _ signature: Citation,
        under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        var reasons = [Refusal]()
        if target == .notified, !facts.waitsFor.isEmpty {
            reasons.append(
                WorksRefusals.inspectionLotWaitsForTheLotsBefore.refusal(
                    signature,
                    missing: facts.waitsFor.map { Words("未合格：\($0)", "not passed: \($0)") }))
        }
        if target == .passed, facts.hidden, !facts.isTold {
            let asked = try policy.bool("inspection.hidden_works_notice")
            if asked.value {
                reasons.append(WorksRefusals.hiddenLotWaitsForItsNotice.refusal(asked.citation))
            }
        }
        return reasons
    }

    /// Whether the covering of hidden works may be told (隐蔽前通知): by their contractor, once a round, early enough.
    ///
    /// - Source: 质量管理条例 第三十条, PER-7; the hours are a house rule, HOUSE-WRK-2
    package static func coveringNotice(
        _ facts: InspectionLotFacts, covering: Instant, now: Instant, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let asked = try policy.bool("inspection.hidden_works_notice")
        let hours = try policy.int("inspection.notice_hours")
        var reasons = [Refusal]()
        if facts.projectState != "S14" { reasons.append(try StartRules.notUnderWay(policy)) }
        if !facts.hidden { reasons.append(WorksRefusals.coveringNoticeIsOfItsLot.refusal(asked.citation)) }
        if facts.organisation != actor.organisation {
            reasons.append(WorksRefusals.inspectionLotIsMovedByItsContractor.refusal(hours.citation))
        }
        if facts.state == .passed || facts.state == .failed {
            reasons.append(
                WorksRefusals.coveringNoticeIsOfTheRound.refusal(
                    asked.citation,
                    missing: [Words("现为：\(facts.state.words.zh)", "now: \(facts.state.words.en)")]))
        }
        if facts.isTold { reasons.append(WorksRefusals.coveringNoticeIsOneARound.refusal(asked.citation)) }
        let earliest = now.adding(seconds: hours.value * 3600)
        if covering < earliest {
            reasons.append(
                WorksRefusals.coveringNoticeIsEarlyEnough.refusal(
                    hours.citation,
                    missing: [
                        Words(
                            "最早可在 \(earliest.local) 隐蔽（提前 \(hours.value) 小时通知）",
                            "covered at \(earliest.local) at the earliest, \(hours.value) hours after notice")
                    ]))
        }
        return Decision(reasons: reasons, under: [asked.citation, hours.citation])
    }
}
