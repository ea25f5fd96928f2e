package import Policy
import Projects
package import Values

/// The gate before a round of joint acceptance (联合竣工验收关口).
package enum AcceptanceGate {
    /// Finds a refusal's words by its code, for blocks that other capabilities put.
    package typealias Lookup = (String) -> RefusalWords?

    /// Everything that must stand before a round is called, each with its object and clause.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）7, LC-09-1; 建质〔2013〕171号 第五条, QLT-02; catalogue C.2b S15
    package static func gate(
        _ facts: AcceptanceFacts, under policy: AcceptancePolicy, citing source: Policy, words: Lookup
    ) -> Gate {
        var requirements = [
            completion(facts, under: policy), lots(facts, under: policy), round(facts, under: policy),
            mode(facts, under: policy),
        ]
        requirements += blocks(facts.blocks, citing: source, words: words)
        requirements += policy.checklist.value.map { condition($0, facts, under: policy) }
        return Gate("joint_acceptance", Words("联合竣工验收关口", "The gate of joint acceptance"), requirements)
    }

    /// Whether a round may be called for a day, with a notice given on another: the gate and the notice at once.
    ///
    /// - Source: 建质〔2013〕171号 第六条第（三）项, QLT-03; catalogue CV-12
    package static func calling(
        _ facts: AcceptanceFacts, on event: BusinessDay, notice: BusinessDay, numbered number: String? = nil,
        today: BusinessDay,
        under policy: AcceptancePolicy, citing source: Policy, calendar: WorkCalendar, words: Lookup
    ) -> Decision {
        let gate = gate(facts, under: policy, citing: source, words: words)
        var refusals = gate.decision.refusals
        if notice != today {
            refusals.append(
                JointAcceptanceRefusals.noticeIsOfTheDayItIsRecorded.refusal(
                    policy.noticeWorkdays.citation,
                    missing: [
                        Words("今天 \(today)，通知写的是 \(notice)", "it is \(today); the notice names \(notice)")
                    ]))
        }
        if event <= today {
            refusals.append(
                JointAcceptanceRefusals.eventIsAhead.refusal(
                    policy.noticeWorkdays.citation,
                    missing: [Words("今天 \(today)，验收日 \(event)", "it is \(today); the event is on \(event)")]))
        }
        if let late = lateNotice(of: event, given: notice, under: policy, calendar: calendar) {
            refusals.append(late)
        }
        if let number, let notices = facts.notices {
            let own = notices.filter { $0.number == number }
            if !own.contains(where: { $0.dated == notice }) {
                refusals.append(
                    JointAcceptanceRefusals.roundHasItsNotice.refusal(
                        policy.noticeWorkdays.citation,
                        missing: [Words("\(number)，\(notice)", "\(number), \(notice)")]))
            }
            if own.contains(where: \.spent) {
                refusals.append(
                    JointAcceptanceRefusals.noticeServesOneRound.refusal(
                        policy.noticeWorkdays.citation, missing: [Words(number, number)]))
            }
        }
        return Decision(
            reasons: merged(refusals), under: [policy.organiser.citation, policy.noticeWorkdays.citation])
    }

    /// The last day on which the notice is early enough: working days counted back from the event.
    ///
    /// - Source: 建质〔2013〕171号 第六条第（三）项, QLT-03; catalogue CV-12
    package static func latestNotice(
        for event: BusinessDay, under policy: AcceptancePolicy, calendar: WorkCalendar
    ) throws(WorkCalendar.NotLoaded) -> BusinessDay {
        try calendar.workday(Int(policy.noticeWorkdays.value), before: event)
    }

    /// The refusal of a notice that is too late, or whose working days nobody has published.
    ///
    /// - Source: 建质〔2013〕171号 第六条第（三）项, QLT-03
    package static func lateNotice(
        of event: BusinessDay, given notice: BusinessDay, under policy: AcceptancePolicy,
        calendar: WorkCalendar
    ) -> Refusal? {
        let days = policy.noticeWorkdays
        let latest: BusinessDay
        do {
            latest = try latestNotice(for: event, under: policy, calendar: calendar)
        } catch {
            return JointAcceptanceRefusals.calendarNotLoaded.refusal(
                days.citation, missing: [Words("\(error.year) 年放假通知", "the holiday notice of \(error.year)")])
        }
        guard notice > latest else { return nil }
        return JointAcceptanceRefusals.noticeIsEarlyEnough.refusal(
            days.citation,
            missing: [
                Words(
                    "\(event) 验收，须在 \(latest)（含）以前送达；实际 \(notice)",
                    "for \(event) the notice is due by \(latest); it was given on \(notice)")
            ],
            detail: Words(
                "验收通知不足 \(days.value) 个工作日。", "Notice is given less than \(days.value) working days before."))
    }

    /// One requirement for each block that stands, or one that is met where none does.
    ///
    /// - Source: catalogue LC-08-5, LC-08-6, QLT-02 (10)
    package static func blocks(_ blocks: [StandingBlock], citing source: Policy, words: Lookup) -> [Gate
        .Requirement]
    {
        guard !blocks.isEmpty else {
            return [
                Gate.Requirement(
                    "blocks", Words("没有未办结的严重问题、变更和停工", "Nothing stands in the way"), .met, source: nil)
            ]
        }
        return blocks.map { block in
            let refusal = refusal(of: block, citing: source, words: words)
            return Gate.Requirement(
                "block.\(block.source)", refusal.detail, .blocked, evidence: refusal.missing,
                source: refusal.citation,
                refusal: refusal)
        }
    }

    /// The refusal a standing block gives, naming the object it comes from.
    ///
    /// - Source: catalogue C.2, what blocks what
    package static func refusal(of block: StandingBlock, citing source: Policy, words: Lookup) -> Refusal {
        let path = (folders[block.sourceKind] ?? block.sourceKind) + "/\(block.source)"
        let known = words(block.code) ?? JointAcceptanceRefusals.waitsForBlocks
        if let conflict = block.conflict {
            let list = known.key.flatMap { try? source.records($0) }
            let clause = list?.value.first { $0.id == conflict.record }?.citation ?? list?.citation
            return known.refusal(clause, missing: [conflict.words])
        }
        let citation = known.key.flatMap { key in (try? source.value(key))?.citation }
        let what = sources[block.sourceKind] ?? "其他事项"
        return known.refusal(
            citation, missing: [Words(block.name.map { "\(what)：\($0)" } ?? what, "see \(path)")])
    }

    private static let sources = ["change_order": "工程变更", "issue": "居民问题"]
    private static let folders = ["change_order": "/v1/change-orders", "issue": "/v1/issues"]

    /// One refusal per code, with all that is missing under it.
    static func merged(_ refusals: [Refusal]) -> [Refusal] {
        var order = [String]()
        var byCode = [String: Refusal]()
        for refusal in refusals {
            guard let earlier = byCode[refusal.code] else {
                order.append(refusal.code)
                byCode[refusal.code] = refusal
                continue
            }
            byCode[refusal.code] = Refusal(
                refusal.code, earlier.detail, source: earlier.citation ?? refusal.citation,
                missing: earlier.missing + refusal.missing, remedy: earlier.remedy, liftedBy: earlier.liftedBy
            )
        }
        return order.compactMap { byCode[$0] }
    }

    /// A condition of acceptance: met by its figures or its paper where the pack names them, else by an answer.
    ///
    /// - Source: 建质〔2013〕171号 第五条, QLT-02; 质量管理条例 第十六条, QLT-01
    private static func condition(
        _ item: AcceptancePolicy.Item, _ facts: AcceptanceFacts, under policy: AcceptancePolicy
    ) -> Gate.Requirement {
        let answer = facts.answers.first { $0.item == item.id }
        let standing = item.metBy.map { _ in evidence(of: item, facts, under: policy) }
        var state: Gate.Requirement.State =
            answer == nil ? .missing : answer?.answer == "not_applicable" ? .notApplicable : .met
        // Where the unit works whose paper it is, the item applies, whatever was answered before it came.
        if state == .notApplicable, !givers(of: item, facts, under: policy).isEmpty { state = .missing }
        if let standing {
            if standing != nil { state = .met } else if state == .met { state = .missing }
            // What stands in the way has a requirement of its own, with its reason.
            if standing == nil, item.metBy == .rectifications { state = .blocked }
        }
        let said = answer.map { [Words($0.evidence, $0.evidence)] } ?? []
        return Gate.Requirement(
            "checklist.\(item.id)", item.words, state, evidence: (standing ?? nil) ?? said,
            source: item.citation,
            refusal: state == .missing
                ? JointAcceptanceRefusals.waitsForItsChecklist.refusal(
                    item.citation, missing: [lacking(item, facts, under: policy)]) : nil)
    }

    /// What meets an item by itself, or nil where it does not stand or nothing but a word meets it.
    ///
    /// - Source: 质量管理条例 第十六条, QLT-01; 建质〔2013〕171号 第五条, QLT-02
    package static func evidence(
        of item: AcceptancePolicy.Item, _ facts: AcceptanceFacts, under policy: AcceptancePolicy
    ) -> [Words]? {
        switch item.metBy {
        case nil: return nil
        case .works:
            let isDone = facts.unfinished == 0 && facts.lots == facts.lotsPassed
            return isDone
                ? [
                    Words(
                        "方案内容和清单工程量全部完成并经审核",
                        "every item of the scheme and line of the bills is done and approved")
                ] : nil
        case .rectifications:
            return facts.blocks.isEmpty ? [Words("没有未整改完毕的事项", "nothing that was ordered is open")] : nil
        case .payments:
            return facts.overdueClaims == 0
                ? [Words("没有逾期未付的进度款", "no certified claim is past its day")] : nil
        case .paper(let kind):
            let papers = facts.papers.filter { $0.kind == kind }
            guard !papers.isEmpty, silent(item, papers, facts, under: policy).isEmpty else { return nil }
            return papers.map { Words($0.title, $0.title) }
        }
    }

    /// The units of the item's seat that have not recorded its paper themselves.
    private static func silent(
        _ item: AcceptancePolicy.Item, _ papers: [AcceptanceFacts.Paper], _ facts: AcceptanceFacts,
        under policy: AcceptancePolicy
    ) -> [AcceptancePolicy.Unit] {
        givers(of: item, facts, under: policy)
            .filter { unit in !papers.contains { $0.units.contains(unit.id) } }
    }

    /// The units that sit at the seat whose paper meets the item.
    private static func givers(
        of item: AcceptancePolicy.Item, _ facts: AcceptanceFacts, under policy: AcceptancePolicy
    ) -> [AcceptancePolicy.Unit] {
        guard let seat = item.givenBy, let mode = facts.mode else { return [] }
        return policy.places(of: mode, engaging: facts.units, on: facts.today)
            .filter { $0.rule.seat == seat && $0.rule.mandatory }.compactMap(\.unit)
    }

    private static func lacking(
        _ item: AcceptancePolicy.Item, _ facts: AcceptanceFacts, under policy: AcceptancePolicy
    ) -> Words {
        if item.metBy == .payments {
            return Words(
                "\(item.words.zh)：逾期未付 \(facts.overdueClaims) 笔",
                "\(item.words.en): \(facts.overdueClaims) certified claims are past their day")
        }
        guard case .paper(let kind) = item.metBy else { return item.words }
        let papers = facts.papers.filter { $0.kind == kind }
        let silent = silent(item, papers, facts, under: policy).map(\.name).joined(separator: "、")
        guard papers.isEmpty || silent.isEmpty else {
            return Words(
                "\(item.words.zh)：须由 \(silent) 自行登记并上传",
                "\(item.words.en): to be recorded by \(silent), with its bytes")
        }
        return Words(
            "\(item.words.zh)：尚未登记并上传",
            "\(item.words.en): not recorded with its bytes")
    }

    /// Whether items may be answered so: they are of the checklist, and what meets them is there.
    ///
    /// - Source: 建质〔2013〕171号 第五条, QLT-02
    package static func answering(
        _ answers: [(item: String, answer: String)], _ facts: AcceptanceFacts, under policy: AcceptancePolicy
    ) -> Decision {
        let items = Dictionary(uniqueKeysWithValues: policy.checklist.value.map { ($0.id, $0) })
        let citation = policy.checklist.citation
        var refusals = [Refusal]()
        let unknown = answers.filter { given in
            items[given.item].map { given.answer == "not_applicable" && !$0.mayBeNotApplicable } ?? true
        }
        if !unknown.isEmpty {
            refusals.append(
                JointAcceptanceRefusals.answerIsOfTheChecklist.refusal(
                    citation, missing: unknown.map { items[$0.item]?.words ?? Words($0.item, $0.item) }))
        }
        let applying = answers.compactMap { given -> Words? in
            guard given.answer == "not_applicable", let item = items[given.item] else { return nil }
            let units = givers(of: item, facts, under: policy).map(\.name).joined(separator: "、")
            return units.isEmpty ? nil : Words("\(item.words.zh)：\(units)", "\(item.words.en): \(units)")
        }
        if !applying.isEmpty {
            refusals.append(
                JointAcceptanceRefusals.itemAppliesToItsUnit.refusal(citation, missing: applying))
        }
        let empty = answers.compactMap { given -> AcceptancePolicy.Item? in
            guard given.answer == "present", let item = items[given.item], item.metBy != nil,
                evidence(of: item, facts, under: policy) == nil
            else { return nil }
            return item
        }
        if !empty.isEmpty {
            refusals.append(
                JointAcceptanceRefusals.answerRestsOnWhatStands.refusal(
                    citation, missing: empty.map { lacking($0, facts, under: policy) })
            )
        }
        return Decision(reasons: refusals, under: [citation])
    }

    private static func completion(_ facts: AcceptanceFacts, under policy: AcceptancePolicy)
        -> Gate.Requirement
    {
        let met = facts.state == .preAcceptance
        return Gate.Requirement(
            "completion_reported", Words("施工单位已提交竣工报告（预验收）", "Completion is reported"),
            met ? .met : .missing,
            evidence: [Words("项目状态：\(facts.state.words.zh)", "the project is at: \(facts.state.words.en)")],
            source: policy.organiser.citation,
            refusal: met
                ? nil : JointAcceptanceRefusals.waitsForCompletionReport.refusal(policy.organiser.citation))
    }

    private static func lots(_ facts: AcceptanceFacts, under policy: AcceptancePolicy) -> Gate.Requirement {
        let met = facts.lots > 0 && facts.lots == facts.lotsPassed
        return Gate.Requirement(
            "lots_passed", Words("检验批全部验收合格", "All inspection lots are passed"), met ? .met : .missing,
            evidence: [
                Words(
                    "合格 \(facts.lotsPassed) / 共 \(facts.lots)", "\(facts.lotsPassed) of \(facts.lots) passed")
            ], source: policy.checklist.citation,
            refusal: met
                ? nil
                : JointAcceptanceRefusals.waitsForInspectionLots.refusal(
                    policy.checklist.citation,
                    missing: [
                        Words(
                            "未合格 \(facts.lots - facts.lotsPassed) 批", "\(facts.lots - facts.lotsPassed) lots")
                    ]))
    }

    private static func round(_ facts: AcceptanceFacts, under policy: AcceptancePolicy) -> Gate.Requirement {
        if let passed = facts.certifiedRound {
            let place = "/v1/acceptance-rounds/\(passed)"
            return Gate.Requirement(
                "not_accepted_yet", Words("本项目还没有通过联合竣工验收", "Joint acceptance is not passed yet"),
                .blocked, evidence: [Words("已通过联合竣工验收", "passed: see \(place)")],
                source: policy.organiser.citation,
                refusal: JointAcceptanceRefusals.isPassedOnce.refusal(policy.organiser.citation))
        }
        return Gate.Requirement(
            "no_open_round", Words("没有进行中的验收轮次", "No other round is open"),
            facts.openRound == nil ? .met : .blocked,
            evidence: facts.openRound.map {
                [Words("还有一轮没有结束", "see /v1/acceptance-rounds/\($0)")]
            } ?? [], source: policy.organiser.citation,
            refusal: facts.openRound == nil
                ? nil : JointAcceptanceRefusals.roundFollowsTheOneBefore.refusal(policy.organiser.citation))
    }

    private static func mode(_ facts: AcceptanceFacts, under policy: AcceptancePolicy) -> Gate.Requirement {
        let seats = facts.mode.map { policy.seats(of: $0, engaging: facts.engaged) } ?? []
        let unengaged = seats.filter { seat in
            seat.mandatory && seat.role != "construction_unit" && !facts.engaged.contains(seat.role)
                && !(seat.orRole.map { facts.engaged.contains($0) } ?? false)
        }
        let met = !seats.isEmpty && unengaged.isEmpty
        return Gate.Requirement(
            "seats_known", Words("各必备席位都有参建单位", "Every mandatory seat has its unit"), met ? .met : .missing,
            evidence: seats.map { Words($0.words.zh, $0.words.en) }, source: policy.seats.citation,
            refusal: met
                ? nil
                : JointAcceptanceRefusals.signerIsEngaged.refusal(
                    policy.seats.citation, missing: unengaged.map(\.words)))
    }
}
