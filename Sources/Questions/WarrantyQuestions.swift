import Handover
import Policy
import Values
import Works

/// Questions of warranties, defect liability and retention (保修、缺陷责任期、质量保证金).
enum WarrantyQuestions {
    static let all = [warranty, claim, completionDay, defectLiability, longestTerm, retention]

    private static let facts = [
        FactSpec("accepted", .day),
        FactSpec("kind", .choice(WarrantyRules.kinds + ["heating", "structure"])),
        FactSpec("contract_years", .int(0...100), optional: true),
        FactSpec("design_life", .int(1...200), optional: true),
    ]

    private static let warranty = Question(
        "warranty", Words("法定与约定保修期", "legal and agreed warranty"), on: "accepted",
        facts
    ) { facts, policy, calendar in
        let kind = try facts.text("kind")
        guard WarrantyRules.kinds.contains(kind) else {
            let agreed = facts.has("contract_years") ? try facts.int("contract_years") : nil
            return try uncounted(kind, agreed, facts, calendar, under: policy)
        }
        let (warranty, clause) = try kept(facts, calendar, under: policy)
        let years = try policy.int(warranty.minimumKey)
        let words = Words(
            "合同约定不短于最低保修期 \(years.value) 年", "the contract agrees on \(years.value) years or more")
        return Answer(
            [
                "years": .int(warranty.months / 12), "nominal_end": warranty.nominalEnd.json,
                "effective_end": warranty.effectiveEnd?.json ?? "provisional", "clause": .text(clause),
            ],
            because: [years.citation] + policy.citations("warranty.roll", "period.deadline_rolls"),
            holdings: clause == "ok" ? [] : [Holding(words, holds: false, by: years.citation)])
    }

    private static let claim = Question(
        "warranty_claim", Words("缺陷是否在保修期内", "whether a defect is in warranty"), on: "accepted",
        facts + [FactSpec("claim", .day)]
    ) { facts, policy, calendar in
        let kind = try facts.text("kind")
        guard WarrantyRules.kinds.contains(kind) else {
            return try uncounted(kind, nil, facts, calendar, under: policy)
        }
        let (warranty, _) = try kept(facts, calendar, under: policy)
        let day = try facts.day("claim")
        guard warranty.acceptedOn <= day else {
            throw facts.refuse("claim", Words("不早于验收之日", "not before acceptance"))
        }
        let because =
            [try policy.int(warranty.minimumKey).citation]
            + policy.citations("warranty.roll", "period.deadline_rolls")
        let isCovered = try warranty.covers(day, calendar: calendar)
        return Answer(
            isCovered ? "in_warranty" : "expired", ["nominal_end": warranty.nominalEnd.json],
            because: because,
            holdings: Holding.found(
                Words(
                    "报修日 \(day) 在保修期内（至 \(warranty.effectiveEnd ?? warranty.nominalEnd)）",
                    "\(day) is within the warranty, which ends on \(warranty.effectiveEnd ?? warranty.nominalEnd)"
                ),
                isCovered, by: because))
    }

    /// The warranty that is kept, and whether the contract's clause holds: a shorter one gives way to the law's term.
    private static func kept(
        _ facts: Facts, _ calendar: WorkCalendar, under policy: Policy
    ) throws -> (Warranty, clause: String) {
        let kind = try facts.text("kind")
        let accepted = try facts.day("accepted")
        let agreed = facts.has("contract_years") ? try facts.int("contract_years") * 12 : nil
        let found = try WarrantyRules.warranty(
            kind, from: accepted, agreed: agreed, calendar: calendar, under: policy)
        if case .success(let warranty) = found { return (warranty, "ok") }
        let least = try WarrantyRules.warranty(
            kind, from: accepted, agreed: nil, calendar: calendar, under: policy)
        return (try least.get(), "below_minimum")
    }

    /// Heating runs by seasons, whose days each place and year set; structure by the life that its design names.
    private static func uncounted(
        _ kind: String, _ agreed: Int64?, _ facts: Facts, _ calendar: WorkCalendar, under policy: Policy
    ) throws -> Answer {
        guard kind == "heating" else { return try structure(facts, calendar, under: policy) }
        let seasons = try policy.int("warranty.seasons.heating")
        return Answer(
            [
                "seasons": .int(seasons.value), "years": .int(max(agreed ?? 0, seasons.value)),
                "nominal_end": "provisional", "effective_end": "provisional",
                "clause": .text((agreed ?? seasons.value) < seasons.value ? "below_minimum" : "ok"),
                "detail": .text("按采暖期、供冷期计算，截止日取决于当地各年供暖、供冷的起止日"),
                "detail_en": .text(
                    "counted in seasons: the end depends on when heating and cooling run each year"),
            ], because: [seasons.citation])
    }

    private static func structure(
        _ facts: Facts, _ calendar: WorkCalendar, under policy: Policy
    ) throws -> Answer {
        let term = try policy.text("warranty.term.structure")
        let accepted = try facts.day("accepted")
        let found = try WarrantyRules.structure(
            from: accepted, life: DesignLife(years: facts.int("design_life"), evidence: term.value),
            calendar: calendar, under: policy)
        let warranty = try found.get()
        let because = [term.citation] + policy.citations("warranty.roll", "period.deadline_rolls")
        var fields: [String: JSON] = [
            "years": .int(warranty.months / 12), "nominal_end": warranty.nominalEnd.json,
            "effective_end": warranty.effectiveEnd?.json ?? "provisional",
        ]
        guard facts.has("claim") else {
            fields["clause"] = "ok"
            return Answer(fields, because: because)
        }
        let day = try facts.day("claim")
        try facts.follows("claim", day, "accepted", accepted)
        let isCovered = try warranty.covers(day, calendar: calendar)
        let words = Words(
            "报修日 \(day) 在设计文件规定的合理使用年限内（至 \(warranty.nominalEnd)）",
            "\(day) is within the design life, which ends on \(warranty.nominalEnd)")
        return Answer(
            isCovered ? "in_warranty" : "expired", fields, because: because,
            holdings: Holding.found(words, isCovered, by: because))
    }

    private static let completionDay = Question(
        "completion_day", Words("实际竣工日期", "on which day works were completed"),
        [
            FactSpec("accepted", .day, optional: true), FactSpec("report_filed", .day, optional: true),
            FactSpec("owner_delay", .bool), FactSpec("possession", .day, optional: true),
        ]
    ) { facts, policy, _ in
        let delays = try facts.bool("owner_delay")
        let reported = delays || facts.has("report_filed") ? try facts.day("report_filed") : nil
        let possession = facts.has("possession") ? try facts.day("possession") : nil
        // Accepted is what is asked for where nothing else could make a day.
        let accepted =
            facts.has("accepted") || (!delays && possession == nil) ? try facts.day("accepted") : nil
        if let accepted, let reported { try facts.follows("accepted", accepted, "report_filed", reported) }
        let found = try CompletionDayRules.day(
            of: CompletionDayFacts(
                accepted: accepted, reportedInVain: delays ? reported : nil, possession: possession),
            under: policy)
        guard let found else { throw FactErrors([.missing("accepted")]) }
        let words = try found.record.words()
        return Answer(
            [
                "completion_day": found.day.json, "ground": .text(found.ground.rawValue),
                "detail": .text(words.zh), "detail_en": .text(words.en),
            ], because: [found.record.citation],
            holdings: [Holding(words, holds: true, by: found.record.citation)])
    }

    private static let defectLiability = Question(
        "defect_liability", Words("缺陷责任期起止", "when defect liability begins and ends"), on: "report_filed",
        [
            FactSpec("report_filed", .day), FactSpec("owner_delay", .bool),
            FactSpec("months", .int(0...1200)),
        ]
    ) { facts, policy, calendar in
        let delays = try facts.bool("owner_delay")
        let months = try facts.count("months")
        let base = try RetentionRules.baseDay(
            reported: facts.day("report_filed"), ownerDelays: delays, under: policy)
        let end = try RetentionRules.end(
            from: base.value, months: months, calendar: calendar, under: policy)
        var fields = [
            "base_day": base.value.json, "nominal_end": end.nominal.json,
            "effective_end": end.effective?.json ?? "provisional",
        ]
        if !delays {
            // The period runs from passing acceptance, of which the facts tell no day.
            fields["assumes"] = "accepted_on_report_day"
            fields["detail"] = .text("期限自通过竣工验收之日起算；此处以报告当日即通过验收为前提")
            fields["detail_en"] = .text(
                "it runs from passing acceptance, here taken to be on the report's day")
        }
        let most = try RetentionRules.longestTerm(under: policy)
        let isTooLong = months > most.value
        if isTooLong {
            fields["above_law"] = true
            fields["max_months"] = .int(most.value)
        }
        let words = Words(
            "约定 \(months) 个月，不超过最长 \(most.value) 个月", "\(months) months of at most \(most.value)")
        return Answer(
            fields, because: [base.citation, end.because],
            holdings: isTooLong ? [Holding(words, holds: false, by: most.citation)] : [])
    }

    private static let longestTerm = Question(
        "defect_liability_term", Words("约定的缺陷责任期是否过长", "whether an agreed defect liability is too long"),
        says: [
            "allowed": Words("不超过最长期限", "no longer than allowed"),
            "blocked": Words("超过最长期限", "longer than allowed"),
        ],
        [FactSpec("months", .int(0...1200))]
    ) { facts, policy, _ in
        let most = try RetentionRules.longestTerm(under: policy)
        let months = try facts.int("months")
        let words = Words(
            "约定 \(months) 个月，不超过最长 \(most.value) 个月", "\(months) months of at most \(most.value)")
        return Answer(
            months <= most.value ? "allowed" : "blocked", ["max_months": .int(most.value)],
            because: [most.citation],
            holdings: [Holding(words, holds: months <= most.value, by: most.citation)])
    }

    private static let retention = Question(
        "retention", Words("质量保证金是否在上限以内", "whether a quality retention is within its ceiling"),
        says: ["allowed": Words("在上限以内", "within it"), "blocked": Words("超过上限", "above it")],
        [
            FactSpec("settlement", .money), FactSpec("asked", .money),
            FactSpec("performance_bond_held", .bool),
        ]
    ) { facts, policy, _ in
        let asked = try facts.fen("asked")
        let isBondHeld = try facts.bool("performance_bond_held")
        let found = try RetentionRules.retention(
            asked: asked, settlement: facts.fen("settlement"), bondHeld: isBondHeld, under: policy)
        let beside =
            isBondHeld && found.ceiling == .zero ? Words("（已收履约保证金）", " beside a performance bond") : nil
        let words = Words(
            "预留 \(asked.yuan) 元不超过上限 \(found.ceiling.yuan) 元\(beside?.zh ?? "")",
            "\(asked.yuan) is within the ceiling of \(found.ceiling.yuan)\(beside?.en ?? "")")
        return Answer(
            found.allowed ? "allowed" : "blocked", ["max": found.ceiling.json], because: found.because,
            holdings: Holding.found(words, found.allowed, by: found.because))
    }
}
