package import Policy
package import Values

/// A deadline that starts with a step of an issue (问题时限), to the day.
package struct IssueClock: Hashable, Sendable {
    /// The policy key that gives its length: `issue.severities.S2.fix_workdays`.
    package let key: String
    package let rule: String
    package let day: DueDay
    package let length: Int64
    /// `hours`, `days` or `workdays`.
    package let unit: String

    /// Nil while the working days of its last year are not published.
    package var due: BusinessDay? { day.on }

    package var explanation: JSON {
        .object([
            "started_on": .text("\(day.started)"), "length": .int(length), "unit": .text(unit),
            "due_on": due.map { .text("\($0)") } ?? .null,
        ])
    }
}

/// The rules for residents' issues (居民问题).
package enum IssueRules {
    /// Whether an issue of this kind may be filed here.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-2; 三（二）, LC-13-3
    package static func file(_ draft: IssueDraft, under policy: OversightPolicy) -> Decision {
        guard let kind = policy.kind(draft.kind) else {
            return .refused([
                OversightRefusals.issueKindIsKnown.refusal(
                    policy.kinds.first?.citation, missing: policy.kinds.map(\.words))
            ])
        }
        return .allowed([kind.citation])
    }

    /// Whether an issue may take a step of triage or of its responsible unit.
    ///
    /// - Source: behaviour of residents' reports; 温鹿政办〔2020〕21号 二（三）6, LC-08-2
    package static func step(
        _ facts: IssueFacts, to target: IssueState, by actor: Actor, under policy: OversightPolicy
    ) -> Decision {
        var reasons = [Refusal]()
        if !facts.state.next.contains(target) { reasons.append(wrongStep(facts, policy)) }
        switch target {
        case .accepted, .rejected, .duplicate, .assigned, .closed, .closedUnconfirmed:
            if !triage.contains(actor.role) {
                reasons.append(OversightRefusals.issueIsTriaged.refusal(policy.order))
            }
            if facts.state == .bounced, facts.bouncedCount >= policy.maxBounces.value,
                actor.role != .renovationOffice
            {
                reasons.append(OversightRefusals.issueIsAssignedFinally.refusal(policy.maxBounces.citation))
            }
            if target == .rejected || target == .duplicate {
                reasons += easing(facts, by: actor, under: policy)
            }
        case .inProgress, .fixClaimed, .bounced:
            if facts.assignee != actor.organisation {
                reasons.append(OversightRefusals.issueIsFixedByItsUnit.refusal(policy.order))
            }
        default: break
        }
        return Decision(reasons: reasons, under: [])
    }

    /// Whether an issue would be set aside, or made one that holds no acceptance, by who may not.
    ///
    /// - Source: HOUSE-OVS-12, HOUSE-OVS-13
    package static func easing(
        _ facts: IssueFacts, to severity: Severity? = nil, by actor: Actor, under policy: OversightPolicy
    ) -> [Refusal] {
        if let severity, severity.blocksAcceptance { return [] }
        let isDanger = severity == nil ? [] : danger(facts.dangerWord, actor, policy)
        guard isDanger.isEmpty, !policy.gradesMinor(actor, builder: facts.builder) else { return isDanger }
        return [OversightRefusals.issueIsNotEased.refusal(policy.minorGraders?.citation ?? policy.order)]
    }

    /// The severity that an accepted issue gets at once, and the milder one that is proposed beside it: whoever builds grades
    /// nothing as minor alone.
    ///
    /// - Source: HOUSE-OVS-12
    package static func grade(
        _ facts: IssueFacts, as asked: Severity, by actor: Actor, under policy: OversightPolicy
    ) -> (now: Severity, proposed: Severity?, refusals: [Refusal]) {
        let eased = easing(facts, to: asked, by: actor, under: policy)
        guard eased.map(\.code) == [OversightRefusals.issueIsNotEased.code], let line = policy.blockingLine
        else { return (asked, nil, eased) }
        return (line, asked, [])
    }

    /// What holds a report that tells of danger: only the office finds it minor.
    static func danger(_ word: String?, _ actor: Actor, _ policy: OversightPolicy) -> [Refusal] {
        guard let word, actor.role != .renovationOffice else { return [] }
        return [
            OversightRefusals.issueOfDangerIsNotMinor.refusal(
                policy.graveWords?.citation ?? policy.order,
                missing: [Words("报告中写有“\(word)”", "the report says “\(word)”")])
        ]
    }

    /// As whom the actor may say that the issue is fixed, or why he may not.
    ///
    /// - Source: catalogue C.3 (民间监理员 confirm fixes); 温鹿政办〔2020〕21号 二（三）6, LC-08-3
    package static func verify(
        _ facts: IssueFacts, by actor: Actor, under policy: OversightPolicy
    ) -> (witness: Witness?, decision: Decision) {
        var reasons = [Refusal]()
        if !facts.state.next.contains(.verified) { reasons.append(wrongStep(facts, policy)) }
        let witness = witness(facts, actor)
        let window = policy.verifyDays.citation
        if witness == nil { reasons.append(OversightRefusals.issueIsVerified.refusal(window)) }
        if witness != .link, facts.assignee == actor.organisation {
            reasons.append(OversightRefusals.issueIsNotVerifiedByItsFixer.refusal(window))
        }
        return (witness, Decision(reasons: reasons, under: []))
    }

    /// Whether the actor may have the issue dealt with again: its reporter or a volunteer, in time.
    ///
    /// - Source: HOUSE-OVS-3
    package static func reopen(
        _ facts: IssueFacts, by actor: Actor, today: BusinessDay, under policy: OversightPolicy
    ) -> Decision {
        var reasons = [Refusal]()
        if !facts.state.next.contains(.reopened) { reasons.append(wrongStep(facts, policy)) }
        if witness(facts, actor) == nil {
            reasons.append(OversightRefusals.issueIsReopened.refusal(policy.reopenDays.citation))
        }
        if let closed = facts.closedOn, closed.days(until: today) > Int(policy.reopenDays.value) {
            reasons.append(
                OversightRefusals.issueReopeningIsInTime.refusal(
                    policy.reopenDays.citation,
                    missing: [
                        Words(
                            "\(closed) 办结，\(policy.reopenDays.value) 天内可要求重办",
                            "closed on \(closed); \(policy.reopenDays.value) days to reopen")
                    ]))
        }
        return Decision(reasons: reasons, under: [policy.reopenDays.citation])
    }

    /// The clock of the reporter's answer, which starts when a fix is claimed.
    ///
    /// - Source: HOUSE-OVS-2
    package static func answerClock(claimed day: BusinessDay, under policy: OversightPolicy) -> IssueClock {
        IssueClock(
            key: "issue.verify_window_days", rule: policy.verifyDays.citation.rule,
            day: days(Int(policy.verifyDays.value), from: day), length: policy.verifyDays.value, unit: "days")
    }

    /// The clock of triage, which starts when an issue is filed and nobody has judged its severity; it has no day
    /// while the working days of its last year are not published: a fact is taken all the same.
    ///
    /// - Source: HOUSE-OVS-1
    package static func triageClock(
        filed day: BusinessDay, under policy: OversightPolicy, calendar: WorkCalendar
    ) -> IssueClock? {
        let known = policy.severities.compactMap { severity in
            severity.acceptWorkdays.map { (severity, $0) }
        }
        guard let (severity, days) = known.min(by: { $0.1 < $1.1 }) else { return nil }
        return IssueClock(
            key: "issue.severities.\(severity.id).accept_workdays", rule: severity.citation.rule,
            day: calendar.due(.workdays(Int(days)), from: day), length: days, unit: "workdays")
    }

    /// The clock of the fix, which starts when an issue is accepted, and again at half its length when reopened;
    /// without a day while the working days of its last year are not published.
    ///
    /// - Source: HOUSE-OVS-1
    package static func fixClock(
        _ severity: Severity, from day: BusinessDay, again: Bool = false, calendar: WorkCalendar
    ) -> IssueClock? {
        if let hours = severity.fixHours {
            let length = again ? (hours + 1) / 2 : hours
            return IssueClock(
                key: "issue.severities.\(severity.id).fix_hours", rule: severity.citation.rule,
                day: days(Int((length + 23) / 24), from: day), length: length, unit: "hours")
        }
        guard let workdays = severity.fixWorkdays else { return nil }
        let length = again ? (workdays + 1) / 2 : workdays
        return IssueClock(
            key: "issue.severities.\(severity.id).fix_workdays", rule: severity.citation.rule,
            day: calendar.due(.workdays(Int(length)), from: day), length: length, unit: "workdays")
    }

    /// Who may accept, assign, reject and close.
    package static let triage: Set<Role> = [.community, .constructionUnit, .renovationOffice]

    private static func witness(_ facts: IssueFacts, _ actor: Actor) -> Witness? {
        if facts.holdsKey { return .link }
        if let reporter = facts.reporter, reporter == actor.person { return .reporter }
        return actor.role == .volunteerSupervisor && facts.onRoster ? .volunteer : nil
    }

    private static func wrongStep(_ facts: IssueFacts, _ policy: OversightPolicy) -> Refusal {
        OversightRefusals.issueStep.refusal(
            policy.order, missing: [Words("现为：\(facts.state.words.zh)", "now: \(facts.state.words.en)")])
    }

    /// Days that are counted whatever kind of day they are, and so need no calendar.
    private static func days(_ count: Int, from day: BusinessDay) -> DueDay {
        let last = day.adding(days: count)
        return DueDay(started: day, count: .day(last), on: last)
    }
}

/// The rules for volunteer supervisors (民间监理员).
package enum VolunteerRules {
    /// Whether a person may be put on the roster: one of neutral roles only, appointed by somebody else.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-3; 三（五）, LC-16-2; HOUSE-OVS-7
    package static func appoint(
        _ person: ID, engagedAs roles: [String], by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let neutral = try policy.texts("oversight.volunteer_neutral_roles")
        var reasons = [Refusal]()
        if actor.role != .community {
            reasons.append(
                OversightRefusals.volunteerIsAppointedByTheCommunity.refusal(
                    try policy.bool("oversight.volunteers_required").citation))
        }
        let engaged = roles.filter { !neutral.value.contains($0) }
        if !engaged.isEmpty {
            reasons.append(
                OversightRefusals.volunteerHasNoEngagement.refusal(
                    neutral.citation,
                    missing: engaged.map { Words("现任：\($0)", "engaged as \($0)") }))
        }
        return Decision(reasons: reasons, under: [neutral.citation])
    }
}
