package import Policy
package import Values

/// What the rules look at when a milder severity waits for its second person (改级事实).
package struct RegradingFacts: Hashable, Sendable, Codable {
    package let id: ID
    package let issue: ID
    package let project: ID
    package let place: String
    package let edition: String
    package let state: String
    package let version: Int64
    package let to: String
    package let proposedBy: ID
    /// The units for which the proposer acted.
    package let proposingUnits: [ID]
    package let proposingRole: String?
    /// Who reported the issue, and the project's construction unit.
    package let reporter: ID?
    package let builder: ID?
    package let dangerWord: String?

    enum CodingKeys: String, CodingKey {
        case id, issue, project, place, edition, state, version, to, reporter, builder
        case proposedBy = "proposed_by"
        case proposingUnits = "proposing_units"
        case proposingRole = "proposing_role"
        case dangerWord = "danger_word"
    }
}

/// The rules for an issue that does not go its plain way: sent back, left unanswered, regraded (问题的退件、催办、改级).
package enum LadderRules {
    /// Whether the responsible unit may send an issue back: naming another unit, so many times at most.
    ///
    /// - Source: HOUSE-OVS-8; 温鹿政办〔2020〕21号 三（二）, LC-13-4
    package static func bounce(
        _ facts: IssueFacts, to other: ID, by actor: Actor, under policy: OversightPolicy
    ) -> Decision {
        var reasons = IssueRules.step(facts, to: .bounced, by: actor, under: policy).refusals
        if other == facts.assignee {
            reasons.append(OversightRefusals.issueBounceNamesAnother.refusal(policy.maxBounces.citation))
        }
        if facts.bouncedCount >= policy.maxBounces.value {
            reasons.append(
                OversightRefusals.issueBouncesAreLimited.refusal(
                    policy.maxBounces.citation,
                    missing: [
                        Words(
                            "已退件 \(facts.bouncedCount) 次，最多 \(policy.maxBounces.value) 次",
                            "sent back \(facts.bouncedCount) of \(policy.maxBounces.value) times")
                    ]))
        }
        return Decision(reasons: reasons, under: [policy.maxBounces.citation])
    }

    /// Whether a claimed fix may be closed without anybody's confirmation: its window over, and not a severe one.
    ///
    /// - Source: HOUSE-OVS-2
    package static func closeUnconfirmed(
        _ facts: IssueFacts, by actor: Actor, today: BusinessDay, under policy: OversightPolicy
    ) -> Decision {
        var reasons = IssueRules.step(facts, to: .closedUnconfirmed, by: actor, under: policy).refusals
        if let severity = facts.severity.flatMap({ policy.severity($0) }), severity.blocksAcceptance {
            reasons.append(OversightRefusals.severeIssueWaits.refusal(severity.citation))
        }
        if let claimed = facts.fixClaimedOn, claimed.days(until: today) <= Int(policy.verifyDays.value) {
            let end = claimed.adding(days: Int(policy.verifyDays.value))
            reasons.append(
                OversightRefusals.issueClosesUnconfirmedAfterItsWindow.refusal(
                    policy.verifyDays.citation,
                    missing: [Words("报告人可在 \(end) 前（含当日）确认", "the reporter may answer until \(end)")]))
        }
        return Decision(reasons: reasons, under: [policy.verifyDays.citation])
    }

    /// Whether an issue may get another severity; a milder one then waits for a second person.
    ///
    /// - Source: HOUSE-OVS-1
    package static func regrade(
        _ facts: IssueFacts, to severity: String, by actor: Actor, under policy: OversightPolicy
    ) -> (isMilder: Bool, decision: Decision) {
        var reasons = [Refusal]()
        let order = policy.severities.map(\.id)
        let from = facts.severity.flatMap { order.firstIndex(of: $0) }
        let target = order.firstIndex(of: severity)
        if !IssueRules.triage.contains(actor.role) {
            reasons.append(OversightRefusals.issueIsTriaged.refusal(policy.order))
        }
        if from == nil || !facts.state.isOpen {
            reasons.append(OversightRefusals.issueRegradingIsOfAnOpenIssue.refusal(policy.order))
        }
        if facts.severity == severity || target == nil {
            reasons.append(OversightRefusals.issueRegradingChangesTheSeverity.refusal(policy.order))
        }
        return ((target ?? 0) > (from ?? 0), Decision(reasons: reasons, under: []))
    }

    /// Whether an actor may agree to a milder severity, or turn it down: another unit than proposed it, and one of the two
    /// does not build, or reported it himself; danger is the office's alone.
    ///
    /// - Source: HOUSE-OVS-1, HOUSE-OVS-12, HOUSE-OVS-13
    package static func decide(
        _ facts: RegradingFacts, by actor: Actor, under policy: OversightPolicy
    ) -> Decision {
        var reasons = [Refusal]()
        if facts.state != "proposed" {
            reasons.append(OversightRefusals.issueRegradingIsDecidedOnce.refusal(policy.order))
        }
        let graders = policy.minorGraders
        let isSecondWord =
            policy.gradesMinor(actor, builder: facts.builder)
            || (actor.role == .constructionUnit && graders?.value.contains(facts.proposingRole ?? "") == true)
            || (reporters.contains(actor.role) && facts.reporter == actor.person)
        if actor.person == facts.proposedBy {
            reasons.append(OversightRefusals.issueRegradingNeedsASecondPerson.refusal(policy.order))
        } else if facts.proposingUnits.contains(actor.organisation) {
            reasons.append(
                OversightRefusals.issueRegradingNeedsASecondUnit.refusal(graders?.citation ?? policy.order))
        } else if !isSecondWord {
            reasons.append(
                OversightRefusals.issueRegradingHasAWord.refusal(graders?.citation ?? policy.order))
        } else if policy.severity(facts.to)?.blocksAcceptance != true {
            reasons += IssueRules.danger(facts.dangerWord, actor, policy)
        }
        return Decision(reasons: reasons, under: [])
    }

    /// In which roles somebody agrees that what he reported himself is minor.
    package static let reporters: Set<Role> = [.resident, .ownersBody, .volunteerSupervisor]
}
