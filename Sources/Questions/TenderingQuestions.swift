import Policy
import Tendering
import Values

/// Questions of what must be tendered (必须招标).
enum TenderingQuestions {
    static let all = [single, group, provisionalSum, epc, clarification]

    private static let money = [
        FactSpec("total_investment", .money), FactSpec("budget_funds", .money),
        FactSpec("soe_dominant", .bool),
    ]

    private static let listed = ["works", "goods", "design", "supervision", "survey"]

    private static let single = Question(
        "tender_single", Words("一项采购是否必须招标", "whether one purchase must be tendered"),
        money + [
            FactSpec("kind", .choice(listed + ["cost_consulting", "other"])), FactSpec("estimate", .money),
        ]
    ) { facts, policy, _ in
        let lot = try lot("package", facts)
        let money = try sources(facts)
        try within(money, [lot], facts, "estimate")
        let found = try TenderRules.finding(for: lot, among: [lot], paidBy: money, under: policy)
        return try belowTheLine(
            answer(found, try holdings([found], money, under: policy)), lot, money, under: policy)
    }

    private static let provisionalSum = Question(
        "provisional_sum", Words("暂估价项目是否必须招标", "whether a provisional sum must be tendered"),
        money + [FactSpec("kind", .choice(listed)), FactSpec("estimate", .money)]
    ) { facts, policy, _ in
        let lot = try lot("package", facts)
        let money = try sources(facts)
        try within(money, [lot], facts, "estimate")
        let found = try TenderRules.provisionalSum(lot, paidBy: money, under: policy)
        return answer(found, try holdings([found], money, under: policy))
    }

    private static let group = Question(
        "tender_group", Words("同一项目各标段是否必须招标", "which lots of one project must be tendered"),
        money + [
            FactSpec(
                "lots",
                .records([
                    FactSpec("id", .text), FactSpec("kind", .choice(listed + ["cost_consulting", "other"])),
                    FactSpec("estimate", .money), FactSpec("combinable", .bool),
                ]))
        ]
    ) { facts, policy, _ in
        var lots = [Lot]()
        for entry in try facts.records("lots") {
            let id = try entry.text("id")
            guard !QuestionBook.reserved.contains(id) else {
                throw entry.refuse(
                    "id", Words("\(id) 是答案自己的字段名", "\(id) is a name that the answer itself uses"))
            }
            guard !lots.contains(where: { $0.id == id }) else {
                throw entry.refuse("id", Words("标段 \(id) 出现了两次", "lot \(id) is given twice"))
            }
            lots.append(try lot(id, entry, combinable: entry.bool("combinable")))
        }
        let money = try sources(facts)
        try within(money, lots, facts, "lots")
        let findings = try TenderRules.findings(for: lots, paidBy: money, under: policy)
        return Answer(
            Dictionary(findings.map { ($0.lot, .text($0.verdict.rawValue)) }) { first, _ in first },
            // In the order of the lots' ids, so that the order in which they are given changes nothing.
            because: findings.sorted { $0.lot < $1.lot }.flatMap(\.because),
            holdings: try holdings(findings, money, under: policy))
    }

    private static let epc = Question(
        "epc_tender", Words("工程总承包是否必须招标", "whether an EPC contract must be tendered"),
        money + [FactSpec("works", .money), FactSpec("goods", .money), FactSpec("services", .money)]
    ) { facts, policy, _ in
        let parts = try EPCParts(
            works: facts.fen("works"), goods: facts.fen("goods"), services: facts.fen("services"))
        let lot = Lot(id: "package", code: "package", category: .epc, estimate: parts.sum, parts: parts)
        let money = try sources(facts)
        try within(money, [lot], facts, "works")
        let found = try TenderRules.finding(for: lot, among: [lot], paidBy: money, under: policy)
        return answer(found, try holdings([found], money, under: policy))
    }

    private static let clarification = Question(
        "clarification", Words("澄清招标文件与投标截止时间", "a clarification against the deadline of bids"),
        on: "clarified",
        [
            FactSpec("clarified", .day), FactSpec("deadline", .day), FactSpec("min_days", .days),
            FactSpec("affects_bids", .bool),
        ]
    ) { facts, policy, _ in
        let clarified = try facts.day("clarified")
        let days = try facts.count("min_days")
        let deadline = try facts.day("deadline")
        let affectsBids = try facts.bool("affects_bids")
        let clauses = policy.citations("procedure.clarification_days", "period.start_day_counted")
        return try policy.lawful("procedure.clarification_days", over: days, because: clauses) { days in
            let extends = ClarificationRules.mustExtend(
                deadline, after: clarified, days: days, affectsBids: affectsBids)
            let earliest = ClarificationRules.earliestDeadline(after: clarified, days: days)
            let words = Words(
                "投标截止日 \(deadline) 不早于澄清后第 \(days) 日（\(earliest)），或澄清不影响投标",
                "the deadline \(deadline) is not before \(earliest), or the clarification affects no bid")
            return (
                [
                    "determination": .text(extends ? "extend" : "ok"),
                    "new_deadline_not_before": earliest.json,
                ], Holding.found(words, !extends, by: clauses)
            )
        }
    }

    /// What a verdict on tendering was found from: whose money it is, and which lots reach their line together.
    private static func holdings(
        _ findings: [Finding], _ money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> [Holding] {
        let scope = try TenderRules.isInScope(money, under: policy)
        var found = scope.because.first.map { clause in
            [
                Holding(
                    Words("项目资金属于必须招标的范围", "the project's money is within the scope of mandatory tender"),
                    holds: scope.inScope, by: clause,
                    from: [
                        Reason(.fact(name: "total_investment", value: money.total.json)),
                        Reason(.fact(name: "budget_funds", value: money.budgetFunds.json)),
                        Reason(.fact(name: "soe_dominant", value: .bool(money.soeDominant))),
                    ])
            ]
        }
        for finding in findings {
            // The clause of the line follows those of the money.
            guard let line = finding.line,
                let clause = finding.because.first(where: { !scope.because.contains($0) })
            else { continue }
            let lots = finding.group.joined(separator: "、")
            found?.append(
                Holding(
                    Words(
                        "\(lots) 合计 \(finding.groupValue.yuan) 达到限额 \(line.yuan)",
                        "\(lots) come to \(finding.groupValue.yuan), the line being \(line.yuan)"),
                    holds: finding.groupValue >= line, by: clause))
        }
        return found ?? []
    }

    private static func answer(_ finding: Finding, _ holdings: [Holding]) -> Answer {
        var fields = [String: JSON]()
        if let other = finding.alsoCheck { fields["also_check"] = .text(other) }
        if let route = finding.route {
            fields["route"] = .text(route.name)
            if route.needsSource { fields["method"] = .text(Verdict.needsSource.rawValue) }
        }
        return Answer(finding.verdict.rawValue, fields, because: finding.because, holdings: holdings)
    }

    /// What public money buys without a tender goes by the rules of government procurement, where the place has none of its
    /// own; for works they name the ways that are open.
    ///
    /// - Source: 政府采购法实施条例 第二十五条, GPR-1
    private static func belowTheLine(
        _ answer: Answer, _ lot: Lot, _ money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> Answer {
        guard answer.fields["determination"] == .text(Verdict.notMandatory.rawValue),
            answer.fields["route"] == nil, money.budgetFunds > .zero
        else { return answer }
        var fields = answer.fields
        var because = answer.because
        fields["also_check"] = "government_procurement"
        if lot.category == .works, let ways = try? policy.texts("procurement.untendered_works") {
            fields["methods"] = .list(ways.value.map { .text($0) })
            because.append(ways.citation)
        }
        return Answer(fields, because: because, holdings: answer.holdings)
    }

    /// Refuses lots that come to more than the whole investment.
    private static func within(
        _ money: FundingSources, _ lots: [Lot], _ facts: Facts, _ name: String
    ) throws(FactErrors) {
        guard lots.contains(where: { $0.estimate > money.total }) else { return }
        throw facts.refuse(name, Words("不多于总投资", "no more than the total investment"))
    }

    private static func sources(_ facts: Facts) throws -> FundingSources {
        let money = try FundingSources(
            total: facts.fen("total_investment"), budgetFunds: facts.fen("budget_funds"),
            soeDominant: facts.bool("soe_dominant"))
        guard money.budgetFunds <= money.total else {
            throw facts.refuse("budget_funds", Words("不多于总投资", "no more than the total investment"))
        }
        return money
    }

    /// A purchase of a kind: works and goods are categories, every other kind is a service.
    private static func lot(_ id: String, _ facts: Facts, combinable: Bool = true) throws -> Lot {
        let kind = try facts.text("kind")
        let category = Category(rawValue: kind) ?? .service
        return Lot(
            id: id, code: id, category: category,
            service: category == .service ? ServiceKind(rawValue: kind) : nil,
            estimate: try facts.fen("estimate"), combinable: combinable)
    }
}
