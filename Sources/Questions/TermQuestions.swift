import Delivery
import Policy
import Projects
import Tendering
import Values
import Works

/// Questions of days that a law gives, of money that goes back, and of buying in parts (法定期限、返还、化整为零).
enum TermQuestions {
    static let all = [
        clock, retentionReturn, retentionRequest, wages, wageAccount, splitting, organisationCode,
    ]

    private static let clock = Question(
        "law_clock", Words("法定期限的最后一日", "the last day of a term of law"), on: "start",
        [
            FactSpec("clock", .text), FactSpec("start", .day),
            FactSpec("concerns", .choice(["documents", "opening", "candidates", "other"]), optional: true),
            FactSpec("objection_raised", .day, optional: true),
            FactSpec("objection_answered", .day, optional: true),
        ]
    ) { facts, policy, calendar in
        let name = try facts.text("clock")
        let start = try facts.day("start")
        let objection = try objection(facts, to: name, since: start)
        let found = try NoticeClockRules.clock(name, from: start, calendar: calendar, under: policy)
        guard let found else {
            let names = NoticeClockRules.names(under: policy).joined(separator: " · ")
            throw facts.refuse("clock", Words("其中之一：\(names)", "one of \(names)"))
        }
        guard name == ComplaintRules.clock else { return ending(found, policy) }
        let standing = try ComplaintRules.standing(
            matter: facts.has("concerns") ? facts.text("concerns") : nil, objection: objection,
            lastDay: found.effective ?? found.nominal, under: policy)
        switch standing.value {
        case .objectionFirst:
            let words = Words("该事项应当先向招标人提出异议", "of this matter an objection to the tenderer comes first")
            return Answer(
                "blocked", ["clock_words": .text(found.words.zh)], because: [standing.citation],
                holdings: [Holding(words, holds: false, by: standing.citation)])
        case .waits:
            let words = Words(
                "异议尚未答复，答复期间不计算，最后一日待答复后计算",
                "the objection has no answer yet, and its days are not counted: the last day waits for it")
            return Answer(
                "provisional",
                [
                    "clock_words": .text(found.words.zh), "value": .int(found.value),
                    "unit": .text(found.unit),
                ],
                because: [found.citation, standing.citation],
                holdings: [Holding(words, holds: false, by: standing.citation)])
        case .runs(let uncounted):
            guard uncounted > 0,
                let moved = try NoticeClockRules.clock(
                    name, from: start, uncounted: uncounted, calendar: calendar, under: policy)
            else { return ending(found, policy) }
            return ending(moved, policy, uncounted: uncounted, by: [standing.citation])
        }
    }

    /// The objection that the facts name; its days are taken for a complaint alone, and in their order.
    private static func objection(
        _ facts: Facts, to clock: String, since start: BusinessDay
    ) throws -> ComplaintRules.Objection? {
        if clock != ComplaintRules.clock,
            let fact = ["concerns", "objection_raised", "objection_answered"].first(where: { facts.has($0) })
        {
            throw facts.refuse(fact, Words("只用于投诉期限", "for the term of a complaint alone"))
        }
        if facts.has("objection_answered") { try facts.need(["objection_raised"]) }
        guard facts.has("objection_raised") else { return nil }
        let raised = try facts.day("objection_raised")
        let answered = facts.has("objection_answered") ? try facts.day("objection_answered") : nil
        try facts.follows("objection_raised", raised, "start", start)
        try facts.follows("objection_answered", answered, "objection_raised", raised)
        return ComplaintRules.Objection(raised: raised, answered: answered)
    }

    /// The end of a term, with the clauses that count it.
    private static func ending(
        _ found: NoticeClockRules.Clock, _ policy: Policy, uncounted: Int = 0, by more: [Citation] = []
    ) -> Answer {
        let counted =
            switch found.unit {
            case "workdays": "period.workdays_follow_the_notice"
            default: "period.deadline_rolls"
            }
        var fields: [String: JSON] = [
            "clock_words": .text(found.words.zh), "value": .int(found.value), "unit": .text(found.unit),
            "nominal": found.nominal.json, "effective": found.effective?.json ?? "provisional",
        ]
        if uncounted > 0 { fields["uncounted_days"] = .int(Int64(uncounted)) }
        return Answer(
            fields, because: [found.citation] + more + policy.citations("period.start_day_counted", counted))
    }

    private static let retentionReturn = Question(
        "retention_return", Words("质量保证金何时返还", "when a quality retention goes back"),
        [
            FactSpec("accepted", .day, optional: true), FactSpec("report_filed", .day, optional: true),
            FactSpec("owner_delay", .bool), FactSpec("agreed_months", .int(0...1200), optional: true),
        ]
    ) { facts, policy, calendar in
        let delays = try facts.bool("owner_delay")
        // Where the owner delays, the contractor's report counts; otherwise the day of passing.
        let day = try facts.day(delays ? "report_filed" : "accepted")
        let found = try RetentionReturnRules.due(
            from: day, ownerDelays: delays,
            agreed: facts.has("agreed_months") ? facts.int("agreed_months") : nil, calendar: calendar,
            under: policy)
        return Answer(
            [
                "base_day": found.base.json, "months": .int(found.months),
                "agreed": .bool(found.isAgreed), "nominal_end": found.nominal.json,
                "effective_end": found.effective?.json ?? "provisional",
            ], because: found.because)
    }

    private static let retentionRequest = Question(
        "retention_request", Words("申请返还质量保证金后的期限", "the days after a retention is asked back"),
        on: "requested",
        [
            FactSpec("requested", .day), FactSpec("checked", .day, optional: true),
            FactSpec("reminded", .day, optional: true),
        ]
    ) { facts, policy, calendar in
        let requested = try facts.day("requested")
        let checked = facts.has("checked") ? try facts.day("checked") : nil
        let reminded = facts.has("reminded") ? try facts.day("reminded") : nil
        try facts.follows("checked", checked, "requested", requested)
        try facts.follows("reminded", reminded, "requested", requested)
        let found = try RetentionReturnRules.request(
            on: requested, checked: checked, reminded: reminded, calendar: calendar, under: policy)
        return Answer(
            [
                "check_by": found.checkBy.json, "pay_by": found.payBy.json,
                "accepted_by_silence_on": found.acceptedOn?.json ?? .null,
            ], because: found.because)
    }

    private static let wages = Question(
        "wage_safeguards", Words("农民工工资保障措施是否齐全", "whether what secures the wages is complete"),
        says: ["blocked": Words("不齐全", "not complete")],
        [FactSpec("measures", .list(.text))]
    ) { facts, policy, _ in
        let found = try WageRules.unmet(facts.texts("measures"), under: policy)
        guard found.unknown.isEmpty else {
            let names = try policy.records("wages.duties").value.map(\.id).joined(separator: " · ")
            throw facts.refuse("measures", Words("其中之一：\(names)", "one of \(names)"))
        }
        var held = [Holding]()
        for duty in found.unmet { held.append(Holding(try duty.words(), holds: false, by: duty.citation)) }
        return Answer(
            held.isEmpty ? "complete" : "blocked", ["missing": .list(found.unmet.map { .text($0.id) })],
            because: found.because, holdings: held)
    }

    private static let wageAccount = Question(
        "wage_account_closing", Words("能否申请注销工资专用账户", "whether the wages’ account may be closed"),
        on: "posted",
        [
            FactSpec("posted", .day), FactSpec("request", .day), FactSpec("works_done", .bool),
            FactSpec("wages_owed", .bool),
        ]
    ) { facts, policy, calendar in
        let posted = try facts.day("posted")
        let wanted = try facts.day("request")
        try facts.follows("request", wanted, "posted", posted)
        let days = try WageRules.closing(under: policy)
        let publicity = try Publicity(posted: posted, days: days.value, calendar: calendar)
        let held = [
            Holding(
                Words("工程已完工", "the works are done"), holds: try facts.bool("works_done"), by: days.citation),
            Holding(
                Words("没有拖欠工资", "no wages are owed"), holds: try !facts.bool("wages_owed"), by: days.citation),
            Holding(
                Words("\(wanted) 已公示满 \(days.value) 日", "\(wanted) is after \(days.value) days of publicity"),
                holds: publicity.isOver(on: wanted), by: days.citation),
        ]
        return Answer(
            held.allSatisfy(\.holds) ? "allowed" : "blocked",
            ["last_day": publicity.lastDay.json, "earliest": publicity.earliestNext.json],
            because: [days.citation], holdings: held)
    }

    private static let purchase = [
        FactSpec("item", .text), FactSpec("bought_on", .day), FactSpec("amount", .money),
        FactSpec("open_tender", .bool), FactSpec("exception_approved", .bool, optional: true),
    ]

    private static let splitting = Question(
        "procurement_splitting",
        Words("同一品目多次采购是否属于化整为零", "whether buying an item again and again is splitting"),
        place: "YY", on: "counted_on",
        says: [
            "pass": Words("不属于", "it is not"), "blocked": Words("属于以化整为零方式规避公开招标", "it is splitting"),
        ],
        [
            FactSpec("counted_on", .day), FactSpec("purchases", .records(purchase)),
        ]
    ) { facts, policy, _ in
        let day = try facts.day("counted_on")
        var purchases = [RepeatedPurchaseRules.Purchase]()
        for line in try facts.records("purchases") {
            let isLetOff = line.has("exception_approved") ? try line.bool("exception_approved") : false
            let on = try line.day("bought_on")
            purchases.append(
                RepeatedPurchaseRules.Purchase(
                    item: try line.text("item"), on: on, amount: try line.fen("amount"),
                    counts: try !line.bool("open_tender") && !isLetOff && on <= day))
        }
        let found = try RepeatedPurchaseRules.sums(of: purchases, inYear: day.year, under: policy)
        let held = found.sums.filter(\.isSplitting).flatMap { sum in
            Holding.found(
                Words(
                    "\(sum.item) 全年 \(sum.count) 次合计 \(sum.amount.yuan) 元，不超过 \(found.limit.yuan) 元",
                    "\(sum.item): \(sum.count) purchases of \(sum.amount.yuan), within \(found.limit.yuan)"),
                false, by: found.because)
        }
        let sums = found.sums.map { sum in
            JSON.object([
                "item": .text(sum.item), "count": .int(Int64(sum.count)), "amount": sum.amount.json,
                "splitting": .bool(sum.isSplitting),
            ])
        }
        return Answer(
            held.isEmpty ? "pass" : "blocked", ["sums": .list(sums), "limit": found.limit.json],
            because: found.because, holdings: held)
    }

    private static let organisationCode = Question(
        "organisation_code", Words("组织机构代码的校验码", "the check of an organisation code"),
        says: ["advisory": Words("校验码不符：仅作参考，不作认定", "the check differs: it only advises")],
        [FactSpec("code", .code)]
    ) { facts, policy, _ in
        let text = try facts.text("code").filter { $0 != "-" }
        guard text.count == 9, let check = OrganisationCode.check(of: text.prefix(8)) else {
            throw facts.refuse("code", Words("九位数字或者大写字母", "nine digits or capitals"))
        }
        let because = policy.citations("code.organisation")
        let isRight = text.last == check
        return Answer(
            isRight ? "ok" : "advisory", ["expected_check": .text(String(check))], because: because,
            holdings: Holding.found(
                Words("校验码（第 9 位）为 \(check)", "the ninth character is \(check)"), isRight, by: because))
    }
}
