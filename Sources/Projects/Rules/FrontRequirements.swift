package import Policy
package import Values

/// What each requirement of a gate comes to (关口要求), by the name that the packs give it.
///
/// The database answers the same names by its functions `app.holds__…`; a test compares the two lists.
package enum FrontRequirements {
    /// Every name that a pack may ask for.
    package enum Name: String, Hashable, Sendable, CaseIterable {
        case survey, scope, papers, consultation, procedures, estimate, permit
        case ownersBody = "owners_body"
        case willingnessBallot = "willingness_ballot"
        case planBallot = "plan_ballot"
        case threeRounds = "three_rounds"
        case planParts = "plan_parts"
        case mandatoryKinds = "mandatory_kinds"
        case fundingPlan = "funding_plan"
        case publicity
        case publicityPeriod = "publicity_period"
        case objectionsClosed = "objections_closed"
        case launchPapers = "launch_papers"
        case specialAccount = "special_account"
        case residentFunds = "resident_funds"
        case planChain = "plan_chain"
        case investmentDecision = "investment_decision"
        case planSubmission = "plan_submission"
        case planReview = "plan_review"
        case proceduresDecided = "procedures_decided"
        case projectCode = "project_code"
    }

    /// What was found of one requirement: what shows it, and what is missing; nothing missing, and it stands.
    struct Finding {
        var evidence: [Words] = []
        var missing: [Words]
        var state: Gate.Requirement.State { missing.isEmpty ? .met : .missing }

        static func simple(_ stands: Bool, _ missing: Words, shown: [Words] = []) -> Finding {
            Finding(evidence: shown, missing: stands ? [] : [missing])
        }
    }

    /// One requirement as a gate shows it: its state, its clause, what is missing and who brings it.
    ///
    /// - Source: catalogue C.2b; CV-19
    package static func requirement(
        _ record: PolicyRecord, _ facts: FrontFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Gate.Requirement {
        let words = try record.words()
        let roles = try record.texts("roles").compactMap(Role.init)
        // `G10.papers`, or `G10.papers.budget` where a gate asks for papers by several clauses.
        let parts = record.id.split(separator: ".")
        guard parts.count > 1, let name = Name(rawValue: String(parts[1])) else {
            throw .keyMissing(key: "projects.requirements." + record.id, place: policy.place)
        }
        let found = try finding(name, record, facts, today: today, under: policy)
        let isExcepted =
            facts.exceptions.contains(record.id)
            && (name != .scope || facts.scope == "excluded_in_principle")
        if !found.missing.isEmpty, isExcepted {
            return .init(
                record.id, words, .excepted, evidence: [Words("已批准例外", "an exception is approved")],
                source: record.citation)
        }
        let refusal = ProjectsRefusals.gate(name)
        return .init(
            record.id, words, found.state, evidence: found.evidence, source: record.citation,
            refusal: found.missing.isEmpty
                ? nil
                : Refusal(
                    refusal.code,
                    Words("\(words.zh)：\(refusal.detail.zh)", "\(words.en): \(refusal.detail.en)"),
                    source: record.citation, missing: found.missing, remedy: refusal.remedy,
                    liftedBy: refusal.handledBy.isEmpty ? roles : refusal.liftedBy,
                    handledBy: refusal.handledBy.isEmpty ? [] : roles))
    }

    private static func finding(
        _ name: Name, _ record: PolicyRecord, _ facts: FrontFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        switch name {
        case .survey:
            return try listed("survey.kinds", held: facts.survey, under: policy)
        case .scope: return scope(facts)
        case .ownersBody:
            return .simple(
                facts.body != nil, Words("没有登记备案的业委会或自治小组", "no owners' body is filed"),
                shown: facts.body.map { [Words($0, $0)] } ?? [])
        case .willingnessBallot, .planBallot, .threeRounds:
            return .simple(facts.ballots[name.rawValue] == true, try record.words())
        case .papers: return try papers(try record.texts("papers"), facts, under: policy)
        case .planParts: return try listed("plan.parts", held: facts.papers, under: policy)
        case .mandatoryKinds:
            return try listed(
                "plan.mandatory_kinds", titles: "plan.mandatory_kind_titles", held: facts.kinds, under: policy
            )
        case .fundingPlan: return .simple(facts.isFunded, Words("没有资金筹集方案", "there is no funding plan"))
        case .publicity, .publicityPeriod, .objectionsClosed:
            return try PublicityRequirements.finding(name, facts, today: today, under: policy)
        case .launchPapers: return try listed("launch.required_papers", held: facts.papers, under: policy)
        case .specialAccount:
            return .simple(facts.account != nil, Words("专用账户未开设", "the special account is not opened"))
        case .residentFunds: return try funds(facts, under: policy)
        case .planChain:
            let chain = try policy.texts("annual_plan.chain")
            return Finding(
                missing: chain.value.dropFirst(facts.chain.count).map { ApprovalRules.words(ofStep: $0) })
        case .investmentDecision:
            guard try policy.bool("investment.plan_needs_approval").value else { return Finding(missing: []) }
            let any = try record.texts("papers")
            let found = try papers(any, facts, under: policy)
            return found.missing.count < any.count ? Finding(missing: []) : found
        case .planSubmission: return submission(facts)
        case .planReview: return try forum("plan_review", facts, under: policy)
        case .consultation: return try forum("consultation", facts, under: policy)
        case .proceduresDecided:
            return try listed("projects.procedures", held: facts.procedures.keys.sorted(), under: policy)
        case .procedures: return try procedures(of: String(record.id.prefix(3)), facts, under: policy)
        case .projectCode:
            return .simple(
                facts.code != nil, Words("没有投资项目代码", "there is no project code"),
                shown: facts.code.map { [Words($0, $0)] } ?? [])
        case .estimate:
            guard !facts.papers.contains("estimate_overrun_answer"),
                let overrun = try ApprovalRules.overrun(facts.approvals, under: policy)
            else { return Finding(missing: []) }
            return Finding(missing: overrun.missing)
        case .permit: return try permit(facts, under: policy)
        }
    }

    /// The records of a key against what is held; titles may stand under another key.
    private static func listed(
        _ key: String, titles: String? = nil, held: [String], under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let records = try policy.records(titles ?? key).value
        var missing = [Words]()
        for record in records where !held.contains(record.id) {
            missing.append(try record.words())
        }
        let met = records.count - missing.count
        return Finding(
            evidence: [Words("已有 \(met)／\(records.count) 项", "\(met) of \(records.count)")], missing: missing)
    }

    private static func papers(
        _ kinds: [String], _ facts: FrontFacts, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let titles = try policy.records("paper.recorders").value
        var missing = [Words]()
        for kind in kinds where !facts.papers.contains(kind) {
            missing.append(try titles.first { $0.id == kind }?.words() ?? Words(kind, kind))
        }
        return Finding(missing: missing)
    }

    private static func scope(_ facts: FrontFacts) -> Finding {
        switch facts.scope {
        case "eligible": Finding(evidence: [Words("符合改造范围", "eligible")], missing: [])
        case "ineligible": Finding(missing: [Words("不符合改造范围，没有例外", "outside the scope, without exception")])
        case "excluded_in_principle":
            Finding(missing: [Words("原则上不纳入，须报上一级批准例外", "out in principle: the level above may except it")])
        default: Finding(missing: [Words("还没有作出范围认定", "no finding on the scope yet")])
        }
    }

    private static func funds(_ facts: FrontFacts, under policy: Policy) throws(PolicyFault) -> Finding {
        let ratio = try policy.ratio("launch.resident_funds_ratio").value
        guard let required = facts.required else {
            return Finding(missing: [Words("没有资金筹集方案", "there is no funding plan")])
        }
        let enough =
            Int128(facts.paid.amount) * Int128(ratio.denominator)
            >= Int128(required.amount) * Int128(ratio.numerator)
        let short = required - facts.paid
        return .simple(
            enough, Words("尚缺 \(short.forPeople) 元", "\(short.forPeople) yuan short"),
            shown: [
                Words(
                    "应到 \(required.forPeople) 元，已到 \(facts.paid.forPeople) 元",
                    "\(facts.paid.forPeople) of \(required.forPeople) yuan")
            ])
    }

    private static func submission(_ facts: FrontFacts) -> Finding {
        guard let submission = facts.submission else {
            return Finding(missing: [Words("还没有申报改造计划", "not submitted for the plan")])
        }
        let late = max(0, submission.dueOn.days(until: submission.submittedOn))
        let shown =
            late == 0
            ? Words(
                "\(submission.planYear) 年计划，\(submission.submittedOn) 申报",
                "plan of \(submission.planYear), submitted on \(submission.submittedOn)")
            : Words(
                "\(submission.planYear) 年计划，\(submission.submittedOn) 申报，迟 \(late) 天",
                "plan of \(submission.planYear), \(late) days late")
        return Finding(evidence: [shown], missing: [])
    }

    private static func forum(
        _ forum: String, _ facts: FrontFacts, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        let seats = try policy.records(forum + ".participants").value
        var missing = [Words]()
        for seat in seats {
            let words = try seat.words()
            switch facts.opinions.first(where: { $0.forum == forum && $0.participant == seat.id })?.opinion {
            case "agree", "agree_with_conditions": continue
            case "disagree": missing.append(Words("\(words.zh)（不同意）", "\(words.en) (disagrees)"))
            default: missing.append(words)
            }
        }
        let met = seats.count - missing.count
        return Finding(
            evidence: [Words("\(met)／\(seats.count) 家同意", "\(met) of \(seats.count) agree")],
            missing: missing)
    }

    private static func procedures(
        of gate: String, _ facts: FrontFacts, under policy: Policy
    ) throws(PolicyFault) -> Finding {
        var needed = [String]()
        var shown = [Words]()
        for procedure in try policy.records("projects.procedures").value
        where try procedure.text("gate") == gate {
            let words = try procedure.words()
            switch facts.procedures[procedure.id] {
            case "waived": shown.append(Words("\(words.zh)：会商意见免办", "\(words.en): waived"))
            case "simplified":
                shown.append(Words("\(words.zh)：会商意见简化", "\(words.en): simplified"))
                needed.append(try procedure.text("simplified_paper"))
            default: needed.append(try procedure.text("paper"))
            }
        }
        var found = try papers(needed, facts, under: policy)
        found.evidence = shown
        return found
    }

    private static func permit(_ facts: FrontFacts, under policy: Policy) throws(PolicyFault) -> Finding {
        if facts.papers.contains("permit") { return Finding(missing: []) }
        let limit = try policy.fen("permit.exempt_below").value
        let inclusive = try policy.bool("permit.exempt_inclusive").value
        let bound = Words(
            inclusive ? "\(limit.forPeople) 元及以下" : "不足 \(limit.forPeople) 元",
            inclusive ? "up to \(limit.forPeople) yuan" : "below \(limit.forPeople) yuan")
        guard facts.papers.contains("permit_exemption") else {
            return Finding(
                missing: [Words("施工许可证；概算\(bound.zh)的为免办说明", "a permit; \(bound.en), the exemption")])
        }
        guard let budget = facts.budget, budget < limit || inclusive && budget == limit else {
            return Finding(
                missing: [Words("施工许可证：概算不在免办限额内（\(bound.zh)）", "a permit: the budget is not \(bound.en)")])
        }
        return Finding(evidence: [Words("限额以下免办", "exempt below the limit")], missing: [])
    }
}

/// The requirements of publicity (公示要求).
enum PublicityRequirements {
    static func finding(
        _ name: FrontRequirements.Name, _ facts: FrontFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> FrontRequirements.Finding {
        if name == .objectionsClosed { return try objections(facts, under: policy) }
        guard let posting = facts.posting else {
            return .init(missing: [Words("没有张贴公示", "nothing is posted")])
        }
        var missing = [Words]()
        for item in try policy.records("publicity.attachments").value
        where !posting.attachments.contains(item.id) {
            missing.append(try item.words())
        }
        var shown = [Words("\(posting.postedOn) 张贴于\(posting.place)", "posted on \(posting.postedOn)")]
        if name == .publicityPeriod, !missing.isEmpty {
            // LC-05-3: what lacks a paper is not posted whole, and no day of it counts.
            shown.append(
                Words("材料不全，公示期没有起算", "its papers are not all there: no day of its period counts"))
        } else if name == .publicityPeriod {
            let days = try policy.int("publicity.min_workdays").value
            let period = period(of: posting, workdays: days, under: policy)
            if let period, !period.isOver(on: today) {
                missing.append(
                    Words(
                        "公示到 \(period.lastDay) 止，\(period.earliestNext) 起可进入下一步",
                        "posted until \(period.lastDay); the next step from \(period.earliestNext)"))
            } else if period == nil {
                missing.append(
                    Words(
                        "公示 \(days) 个工作日的截止日：\(DueDay.uncomputed.zh)，须等当年放假安排收录",
                        "the end of \(days) working days of posting: \(DueDay.uncomputed.en)"))
            }
        } else if policy.has("publicity.recommended_workdays") {
            let days = try policy.int("publicity.recommended_workdays").value
            let last = period(of: posting, workdays: days, under: policy).map { "\($0.lastDay)" }
            shown.append(
                Words(
                    "建议公示至 \(last ?? DueDay.uncomputed.zh)（文件没有规定天数，只提示）",
                    "recommended until \(last ?? DueDay.uncomputed.en): the text gives no length"))
        }
        return .init(evidence: shown, missing: missing)
    }

    /// Nil while the working days are not published; what depends on its end waits for them.
    private static func period(
        of posting: FrontFacts.Posting, workdays: Int64, under policy: Policy
    ) -> Publicity? {
        try? Publicity(posted: posting.postedOn, workdays: Int(workdays), calendar: policy.calendar)
    }

    private static func objections(
        _ facts: FrontFacts, under policy: Policy
    ) throws(PolicyFault) -> FrontRequirements.Finding {
        let blocks = try policy.bool("publicity.objections_block").value
        let open = facts.openObjections
        let words = Words("\(open) 项异议未调解完", "\(open) objections are open")
        guard open > 0 else { return .init(missing: []) }
        return blocks
            ? .init(missing: [words])
            : .init(
                evidence: [Words(words.zh + "（提示，不阻断）", words.en + " (a warning)")], missing: [])
    }
}
