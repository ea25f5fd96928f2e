package import Policy
package import Values

/// A daily log as its author sends it (日志填报).
package struct DailyLogDraft: Hashable, Sendable, Codable {
    package let id: ID
    package let contract: ID
    package let section: String
    package let loggedOn: BusinessDay
    package let headcount: Int64
    package let weather: String
    package let delayHours: Int64?
    package let delayCause: String?
    package let noWorkReason: String?
    package let note: String?
    package let quantities: [LineQuantity]
    /// False keeps it as a draft; handed in otherwise.
    package let submit: Bool?

    package init(
        id: ID, contract: ID, section: String, loggedOn: BusinessDay, headcount: Int64, weather: String,
        delayHours: Int64? = nil, delayCause: String? = nil, noWorkReason: String? = nil, note: String? = nil,
        quantities: [LineQuantity], submit: Bool? = nil
    ) {
        self.id = id
        self.contract = contract
        self.section = section
        self.loggedOn = loggedOn
        self.headcount = headcount
        self.weather = weather
        self.delayHours = delayHours
        self.delayCause = delayCause
        self.noWorkReason = noWorkReason
        self.note = note
        self.quantities = quantities
        self.submit = submit
    }

    enum CodingKeys: String, CodingKey {
        case id, contract, section, headcount, weather, note, quantities, submit
        case loggedOn = "logged_on"
        case delayHours = "delay_hours"
        case delayCause = "delay_cause"
        case noWorkReason = "no_work_reason"
    }
}

/// What a log is judged by (日志事实).
package struct DailyLogFacts: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package let id: ID
        package let code: String
        package let title: String
        package let unit: String
        /// Contract plus approved additions, less what logs hold already.
        package let remainingMilli: Int64
        package let blocks: [StandingBlock]

        package init(
            id: ID, code: String, title: String, unit: String, remainingMilli: Int64,
            blocks: [StandingBlock] = []
        ) {
            self.id = id
            self.code = code
            self.title = title
            self.unit = unit
            self.remainingMilli = remainingMilli
            self.blocks = blocks
        }

        enum CodingKeys: String, CodingKey {
            case id, code, title, unit, blocks
            case remainingMilli = "remaining_milli"
        }
    }

    package let state: String
    package let place: String
    package let edition: String
    package let worksBeganOn: BusinessDay?
    package let contractor: ID?
    package let lines: [Line]

    package init(
        state: String, place: String, edition: String, worksBeganOn: BusinessDay?, contractor: ID?,
        lines: [Line]
    ) {
        self.state = state
        self.place = place
        self.edition = edition
        self.worksBeganOn = worksBeganOn
        self.contractor = contractor
        self.lines = lines
    }

    enum CodingKeys: String, CodingKey {
        case state, place, edition, contractor, lines
        case worksBeganOn = "works_began_on"
    }
}

/// The rules for daily logs (施工日志、监理日志).
package enum DailyLogRules {
    /// Whether a log may be handed in: works under way, a day of the works, quantities within the bill.
    ///
    /// - Source: 政府投资条例 第二十一条, INV-08; 温鹿政办〔2020〕21号 二（三）6, LC-08-5
    package static func handIn(
        _ draft: DailyLogDraft, _ kind: DailyLogKind, by organisation: ID, given facts: DailyLogFacts,
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let limit = try policy.bool("works.quantity_limit")
        var reasons = try timing(draft, facts, today: today, under: policy)
        if facts.contractor == nil || (kind == .construction && facts.contractor != organisation) {
            reasons.append(WorksRefusals.dailyLogIsOfItsProject.refusal(limit.citation))
        }
        if draft.quantities.isEmpty, (draft.noWorkReason ?? "").isEmpty {
            reasons.append(WorksRefusals.dailyLogTellsWorksOrWhyNone.refusal(nil))
        }
        if (draft.delayHours ?? 0) > 0, (draft.delayCause ?? "").isEmpty {
            reasons.append(WorksRefusals.dailyLogDelayNamesItsCause.refusal(nil))
        }
        if kind == .construction {
            reasons += quantities(draft.quantities, facts, limit: limit, under: policy)
        }
        return Decision(reasons: reasons, under: [limit.citation])
    }

    /// Whether a log came after the days that the policy gives.
    ///
    /// - Source: HOUSE-WRK-1
    package static func isLate(
        _ loggedOn: BusinessDay, writtenOn: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> (late: Bool, days: Int64) {
        let days = try policy.int("log.late_after_days").value
        return (writtenOn > loggedOn.adding(days: Int(days)), days)
    }

    /// Whether a log may be approved or sent back: handed in, by another unit, a late one by the supervisor.
    ///
    /// - Source: behaviour of daily logs, HOUSE-WRK-1; 质量管理条例 第三十七条, PER-7
    package static func decide(
        _ facts: DecidedLogFacts, by actor: Actor, as target: DailyLogState, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let logs = try policy.int("log.late_after_days").citation
        var reasons = [Refusal]()
        if facts.projectState != "S14" { reasons.append(try StartRules.notUnderWay(policy)) }
        if facts.state == .approved {
            reasons.append(WorksRefusals.approvedDailyLogIsFrozen.refusal(logs))
        } else if !facts.state.next.contains(target) {
            reasons.append(
                WorksRefusals.dailyLogStep.refusal(
                    logs, missing: [Words("现为：\(facts.state.words.zh)", "now: \(facts.state.words.en)")]))
        }
        if facts.organisation == actor.organisation {
            let signature = try policy.bool("inspection.next_step_needs_signature")
            reasons.append(WorksRefusals.dailyLogIsDecidedByAnotherUnit.refusal(signature.citation))
        }
        if target == .approved, facts.waitsForSupervisor, actor.role != .supervisor,
            actor.role != .wholeProcessConsultant
        {
            let signature = try policy.bool("inspection.next_step_needs_signature")
            reasons.append(WorksRefusals.dailyLogWaitsForItsSupervisor.refusal(signature.citation))
        }
        if target == .approved, facts.late, actor.role != .supervisor, actor.role != .wholeProcessConsultant {
            reasons.append(WorksRefusals.lateDailyLogNeedsTheSupervisor.refusal(logs))
        }
        return Decision(reasons: reasons, under: [])
    }

    private static func timing(
        _ draft: DailyLogDraft, _ facts: DailyLogFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard facts.state == "S14", let began = facts.worksBeganOn else {
            return [try StartRules.notUnderWay(policy)]
        }
        let logs = try policy.int("log.late_after_days").citation
        var reasons = [Refusal]()
        if draft.loggedOn > today { reasons.append(WorksRefusals.dailyLogIsNotOfAFutureDay.refusal(logs)) }
        if draft.loggedOn < began {
            reasons.append(
                WorksRefusals.dailyLogIsNotBeforeTheWorks.refusal(
                    logs, missing: [Words("开工日期 \(began)", "works began on \(began)")]))
        }
        return reasons
    }

    private static func quantities(
        _ quantities: [LineQuantity], _ facts: DailyLogFacts, limit: Cited<Bool>, under policy: Policy
    ) -> [Refusal] {
        var reasons = [Refusal]()
        var beyond = [Words]()
        for quantity in quantities {
            guard let line = facts.lines.first(where: { $0.id == quantity.billLine }) else {
                reasons.append(WorksRefusals.logQuantityIsOfItsContract.refusal(limit.citation))
                continue
            }
            for block in line.blocks {
                reasons.append(block.refusal(of: Words(line.title, line.title), under: policy))
            }
            let over = quantity.quantityMilli - line.remainingMilli
            if limit.value, over > 0 {
                let now = quantityText(quantity.quantityMilli)
                let left = quantityText(line.remainingMilli)
                beyond.append(
                    Words(
                        "\(line.code) \(line.title)：本次 \(now) \(line.unit)，剩余 \(left) \(line.unit)，"
                            + "超出 \(quantityText(over)) \(line.unit)",
                        "\(line.code): \(now) \(line.unit) now, \(left) left, \(quantityText(over)) beyond"))
            }
        }
        if !beyond.isEmpty {
            reasons.append(WorksRefusals.logQuantityStaysWithinBill.refusal(limit.citation, missing: beyond))
        }
        return reasons
    }
}

/// What the decision on a log looks at (日志审核事实).
package struct DecidedLogFacts: Hashable, Sendable, Codable {
    package let projectState: String
    package let place: String
    package let edition: String
    package let state: DailyLogState
    package let revision: Int64
    package let version: Int64
    package let organisation: ID
    package let late: Bool
    /// Whether it is a contractor's, and a supervisor is engaged.
    package let waitsForSupervisor: Bool

    package init(
        projectState: String, place: String, edition: String, state: DailyLogState, revision: Int64,
        version: Int64,
        organisation: ID, late: Bool, waitsForSupervisor: Bool = false
    ) {
        self.waitsForSupervisor = waitsForSupervisor
        self.projectState = projectState
        self.place = place
        self.edition = edition
        self.state = state
        self.revision = revision
        self.version = version
        self.organisation = organisation
        self.late = late
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, state, revision, version, organisation, late
        case projectState = "project_state"
        case waitsForSupervisor = "waits_for_supervisor"
    }
}
