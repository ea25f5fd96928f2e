package import Policy
package import Values

/// The rules for holding and counting ballots (征求意见与表决).
package enum BallotRules {
    /// Whether a ballot may be opened as it is drawn up, and the class of each of its questions.
    ///
    /// The policy is that of the last day of voting.
    ///
    /// - Source: 温鹿政办〔2020〕21号 LC-01-1, LC-03-1, LC-05-1; 民法典 第二百七十八条, CON-10; 杭州市物业管理条例 第十九、二十条, CON-6
    package static func opening(
        _ sheet: BallotSheet, by role: Role, _ facts: OpeningFacts, under policy: Policy
    ) throws(PolicyFault) -> (decision: Decision, classes: [MatterClass]) {
        var reasons = try standing(sheet, facts, role, under: policy)
        reasons += try days(sheet, under: policy)
        var citations = [Citation]()
        var classes = [MatterClass]()
        for purpose in Set(sheet.questions.map(\.purpose)).sorted(by: { $0.rawValue < $1.rawValue }) {
            let organisers = try policy.texts("ballot.organisers.\(purpose.rawValue)")
            citations.append(organisers.citation)
            if !organisers.value.contains(sheet.organiser.rawValue) {
                reasons.append(
                    ProjectsRefusals.ballotHasALawfulOrganiser.refusal(
                        organisers.citation,
                        missing: organisers.value.compactMap { BallotOrganiser(rawValue: $0)?.words }))
            }
            let form = try policy.text("ballot.form.\(purpose.rawValue)")
            citations.append(form.citation)
            if form.value != "free", !sheet.forms.contains(form.value) {
                reasons.append(
                    ProjectsRefusals.ballotUsesThePlacesForm.refusal(
                        form.citation, missing: [Words(form.citation.quote, form.value)]))
            }
            reasons += try asked(sheet, for: purpose, facts, under: policy)
        }
        let matters = try policy.records("consent.matters")
        for question in sheet.questions {
            if let matter = matters.value.first(where: { $0.id == question.matter }),
                let found = MatterClass(rawValue: try matter.text("class"))
            {
                classes.append(found)
                citations.append(matter.citation)
            } else {
                var known = [Words]()
                for matter in matters.value { known.append(Words(try matter.text("zh"), matter.id)) }
                reasons.append(
                    ProjectsRefusals.ballotMatterIsOfItsClass.refusal(matters.citation, missing: known))
            }
        }
        return (Decision(reasons: reasons, under: citations), classes)
    }

    private static func standing(
        _ sheet: BallotSheet, _ facts: OpeningFacts, _ role: Role, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let law = try policy.text("consent.regime").citation
        let persons = try policy.bool("register.persons_are_owners").citation
        let organisers = try policy.texts("ballot.organisers.plan").citation
        var reasons = [Refusal]()
        if facts.state == .closed { reasons.append(ProjectsRefusals.ballotIsOfAnOpenProject.refusal(law)) }
        if facts.register == nil {
            reasons.append(ProjectsRefusals.ballotIsCountedOverTheRegister.refusal(persons))
        }
        if facts.open { reasons.append(ProjectsRefusals.projectHasOneOpenBallot.refusal(law)) }
        if sheet.organiser.role != role {
            let words = ProjectsRefusals.ballotIsOpenedByItsOrganiser
            reasons.append(
                Refusal(
                    words.code, words.detail, source: organisers, missing: [sheet.organiser.words],
                    remedy: words.remedy, liftedBy: [sheet.organiser.role]))
        }
        if (sheet.follows == nil) != (sheet.followsReason == nil) {
            reasons.append(ProjectsRefusals.ballotHeldAgainGivesItsReason.refusal(law))
        }
        return reasons
    }

    private static func days(_ sheet: BallotSheet, under policy: Policy) throws(PolicyFault) -> [Refusal] {
        let least = try policy.int("ballot.window.min_days")
        let most = try policy.int("ballot.window.max_days")
        let notice = try policy.int("ballot.notice_days")
        var reasons = [Refusal]()
        let length = Int64(sheet.openedOn.days(until: sheet.closesOn))
        if length < 0 || sheet.notifiedOn > sheet.openedOn {
            reasons.append(ProjectsRefusals.ballotClosesAfterItOpens.refusal(least.citation))
        } else if length < least.value || length > most.value {
            reasons.append(
                ProjectsRefusals.ballotWindowIsLawful.refusal(
                    length < least.value ? least.citation : most.citation,
                    missing: [
                        Words(
                            "投票期限应为 \(least.value) 至 \(most.value) 日，现为 \(length) 日",
                            "\(least.value) to \(most.value) days; here \(length)")
                    ]))
        }
        if Int64(sheet.notifiedOn.days(until: sheet.openedOn)) < notice.value {
            reasons.append(
                ProjectsRefusals.ballotIsAnnouncedInTime.refusal(
                    notice.citation,
                    missing: [Words("应提前 \(notice.value) 日通知", "notice \(notice.value) days before")]))
        }
        return reasons
    }

    private static func asked(
        _ sheet: BallotSheet, for purpose: BallotPurpose, _ facts: OpeningFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        var reasons = [Refusal]()
        if purpose == .willingness {
            let topics = try policy.texts("ballot.topics.willingness")
            let missing = topics.value.filter { !sheet.topics.contains($0) }
            if !missing.isEmpty {
                reasons.append(
                    ProjectsRefusals.willingnessSheetAsksAllItMust.refusal(
                        topics.citation, missing: missing.map { topicWords[$0] ?? Words($0, $0) }))
            }
        }
        if purpose == .plan {
            let form = try policy.text("ballot.form.plan")
            let published = sheet.planPublishedOn.map { $0 <= sheet.openedOn } ?? false
            if sheet.planSHA256 == nil || !published {
                reasons.append(ProjectsRefusals.planIsPublishedBeforeItsBallot.refusal(form.citation))
            }
            reasons += try plan(sheet.planSHA256, facts.stored, under: policy)
        }
        if purpose != .other, facts.voted.contains(purpose), !facts.followed.contains(purpose) {
            let law = try policy.text("consent.regime").citation
            reasons.append(ProjectsRefusals.ballotHeldAgainNamesTheOneBefore.refusal(law))
        }
        return reasons
    }

    /// Whether what is voted on is a part of the plan that the project holds; silent where nothing is named yet, and where the
    /// place asks for no parts.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）2、3, LC-04-2, LC-05-1; HZ-04-1; YY-08-1
    private static func plan(
        _ digest: String?, _ stored: [OpeningFacts.StoredPaper], under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard let digest, policy.has("plan.parts") else { return [] }
        let parts = try policy.records("plan.parts")
        let kinds = Set(parts.value.map(\.id))
        guard !stored.contains(where: { kinds.contains($0.kind) && $0.sha256 == digest.lowercased() }) else {
            return []
        }
        var names = [Words]()
        for part in parts.value { names.append(try part.words()) }
        let words = ProjectsRefusals.planBallotIsOnAStoredPlan
        return [
            words.refusal(
                parts.citation, missing: names,
                detail: words.detail.naming(names, after: Words("方案的组成", "its parts")))
        ]
    }

    /// Whether a ballot may be counted now.
    ///
    /// - Source: HOUSE-BAL-6; behaviours: paper votes are entered twice in part and their tally is checked
    package static func count(
        _ facts: BallotFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let share = try policy.ratio("ballot.recheck.share")
        let law = try policy.text("consent.regime").citation
        guard facts.state == .open else {
            return .refused([ProjectsRefusals.recountFollowsTheLastCount.refusal(law)])
        }
        var reasons = [Refusal]()
        if today < facts.closesOn {
            reasons.append(
                ProjectsRefusals.ballotIsCountedAfterItsLastDay.refusal(
                    law, missing: [Words("投票到 \(facts.closesOn) 为止", "voting ends on \(facts.closesOn)")]))
        }
        let entries = facts.entries
        if entries.differing > 0 {
            reasons.append(
                ProjectsRefusals.countWaitsForEntriesThatDiffer.refusal(
                    share.citation,
                    missing: [Words("\(entries.differing) 份两次录入不一致", "\(entries.differing) slips differ")]))
        }
        let needed = rechecks(of: entries.slips, share: share.value)
        if entries.rechecked < needed {
            reasons.append(
                ProjectsRefusals.countWaitsForItsRechecks.refusal(
                    share.citation,
                    missing: [
                        Words(
                            "应抽查复录 \(needed) 份，已复录 \(entries.rechecked) 份",
                            "\(entries.rechecked) of \(needed) slips entered again")
                    ]))
        }
        return Decision(reasons: reasons, under: [share.citation])
    }

    /// How many of so many slips are entered again: the share, rounded up.
    ///
    /// - Source: HOUSE-BAL-6
    package static func rechecks(of paper: Int64, share: Ratio) -> Int64 {
        guard paper > 0 else { return 0 }
        let product = Int128(paper) * Int128(share.numerator)
        return Int64((product + Int128(share.denominator) - 1) / Int128(share.denominator))
    }

    private static let topicWords: [String: Words] = [
        "whether": Words("改不改", "whether to renovate"), "what": Words("改什么", "what to renovate"),
        "how": Words("怎么改", "how to renovate"), "management": Words("如何管", "how to manage afterwards"),
    ]
}

/// One step of a round that was recorded (征求意见记录).
package struct ConsultationStep: Hashable, Sendable, Codable {
    package enum Direction: String, Hashable, Sendable, Codable, CaseIterable { case collect, feedback }

    package let round: Int64
    package let direction: Direction
    package let happenedOn: BusinessDay

    package init(round: Int64, direction: Direction, happenedOn: BusinessDay) {
        self.round = round
        self.direction = direction
        self.happenedOn = happenedOn
    }

    enum CodingKeys: String, CodingKey {
        case round, direction
        case happenedOn = "happened_on"
    }

    /// Its place in the order: up and down, round after round.
    var place: Int64 { round * 2 + (direction == .feedback ? 1 : 0) }
}

/// The rules of the rounds of consultation (三上三下).
package enum ConsultationRules {
    /// Whether a step may be recorded after (or, as a correction, between) those that stand.
    ///
    /// - Source: 拱墅区政策解读 二（二）, GS-02-1, GS-02-6; 二（三）3, GS-03-7
    package static func recording(
        _ step: ConsultationStep, kind: String, attendance: Int64?, after standing: [ConsultationStep],
        in state: ProjectState, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let rounds = try policy.int("rounds.required")
        let deliberation = try policy.int("rounds.deliberation")
        let others = standing.filter { $0.place != step.place }
        let earlier = others.filter { $0.place < step.place }
        let later = others.filter { $0.place > step.place }
        var reasons = [Refusal]()
        let follows = step.place == 2 || earlier.contains { $0.place == step.place - 1 }
        let isOrdered =
            earlier.allSatisfy { $0.happenedOn <= step.happenedOn }
            && later.allSatisfy { $0.happenedOn >= step.happenedOn }
        if !follows || !isOrdered {
            reasons.append(ProjectsRefusals.consultationGoesInOrder.refusal(rounds.citation))
        }
        if step.happenedOn > today {
            reasons.append(ProjectsRefusals.paperIsNotDatedAhead.refusal(rounds.citation))
        }
        if step.direction == .collect, step.round == deliberation.value,
            kind != "deliberation" || attendance == nil
        {
            reasons.append(
                ProjectsRefusals.roundOfDeliberationHasItsMinutes.refusal(deliberation.citation))
        }
        if state == .closed {
            reasons.append(ProjectsRefusals.consultationWaitsNoMore.refusal(rounds.citation))
        }
        return Decision(reasons: reasons, under: [rounds.citation])
    }

    /// The steps that the place asks for and that are not recorded yet; none where it asks for no rounds.
    ///
    /// - Source: 拱墅区政策解读 二（二）, GS-02-1
    package static func missing(
        from standing: [ConsultationStep], under policy: Policy
    ) throws(PolicyFault) -> Cited<[Words]> {
        let rounds = try policy.int("rounds.required")
        let places = Set(standing.map(\.place))
        var missing = [Words]()
        var round: Int64 = 1
        while round <= rounds.value {
            if !places.contains(round * 2) {
                missing.append(Words("第 \(round) 次征集", "round \(round): collection"))
            }
            if !places.contains(round * 2 + 1) {
                missing.append(Words("第 \(round) 次反馈", "round \(round): feedback"))
            }
            round += 1
        }
        return Cited(missing, rounds.citation)
    }
}
