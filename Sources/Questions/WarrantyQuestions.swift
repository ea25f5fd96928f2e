import Handover
import Policy
import Values
import Works

/// Questions of warranties, defect liability and retention (保修、缺陷责任期、质量保证金).
enum WarrantyQuestions {
    static let all = [warranty, claim, defectLiability, longestTerm, retention]

    private static let facts = [
        FactSpec("accepted", .day),
        FactSpec("kind", .choice(WarrantyRules.kinds + ["heating", "structure"])),
        FactSpec("contract_years", .int(0...100), optional: true),
    ]

    private static let warranty = Question(
        "warranty", Words("法定与约定保修期", "legal and agreed warranty"), on: "accepted",
        facts
    ) { facts, policy, calendar in
        let kind = try facts.text("kind")
        guard WarrantyRules.kinds.contains(kind) else {
            let agreed = facts.has("contract_years") ? try facts.int("contract_years") : nil
            return try uncounted(kind, agreed, under: policy)
        }
        let (warranty, clause) = try kept(facts, calendar, under: policy)
        return Answer(
            [
                "years": .int(warranty.months / 12), "nominal_end": warranty.nominalEnd.json,
                "effective_end": warranty.effectiveEnd?.json ?? "provisional", "clause": .text(clause),
            ],
            because: [try policy.int(warranty.minimumKey).citation]
                + policy.citations("warranty.roll", "period.deadline_rolls"))
    }

    private static let claim = Question(
        "warranty_claim", Words("缺陷是否在保修期内", "whether a defect is in warranty"), on: "accepted",
        facts + [FactSpec("claim", .day)]
    ) { facts, policy, calendar in
        let kind = try facts.text("kind")
        guard WarrantyRules.kinds.contains(kind) else { return try uncounted(kind, nil, under: policy) }
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
            because: because)
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

    /// Heating runs by seasons, whose days no text here fixes, and structure by its design life.
    private static func uncounted(_ kind: String, _ agreed: Int64?, under policy: Policy) throws -> Answer {
        guard kind == "heating" else {
            let term = try policy.text("warranty.term.structure")
            return Answer("needs_source", ["needs": .text(term.value)], because: [term.citation])
        }
        let seasons = try policy.int("warranty.seasons.heating")
        return Answer(
            [
                "seasons": .int(seasons.value), "years": .int(max(agreed ?? 0, seasons.value)),
                "nominal_end": "provisional", "effective_end": "provisional",
                "clause": .text((agreed ?? seasons.value) < seasons.value ? "below_minimum" : "ok"),
            ], because: [seasons.citation])
    }

    private static let defectLiability = Question(
        "defect_liability", Words("缺陷责任期起止", "when defect liability begins and ends"), on: "report_filed",
        [
            FactSpec("report_filed", .day), FactSpec("owner_delay", .bool),
            FactSpec("months", .int(0...1200)),
        ]
    ) { facts, policy, calendar in
        let base = try RetentionRules.baseDay(
            reported: facts.day("report_filed"), ownerDelays: facts.bool("owner_delay"), under: policy)
        let end = try RetentionRules.end(
            from: base.value, months: facts.count("months"), calendar: calendar, under: policy)
        return Answer(
            [
                "base_day": base.value.json, "nominal_end": end.nominal.json,
                "effective_end": end.effective?.json ?? "provisional",
            ], because: [base.citation, end.because])
    }

    private static let longestTerm = Question(
        "defect_liability_term", Words("约定的缺陷责任期是否过长", "whether an agreed defect liability is too long"),
        [FactSpec("months", .int(0...1200))]
    ) { facts, policy, _ in
        let most = try RetentionRules.longestTerm(under: policy)
        return Answer(
            try facts.int("months") <= most.value ? "allowed" : "blocked",
            ["max_months": .int(most.value)], because: [most.citation])
    }

    private static let retention = Question(
        "retention", Words("质量保证金上限", "the ceiling of the quality retention"),
        [
            FactSpec("settlement", .money), FactSpec("asked", .money),
            FactSpec("performance_bond_held", .bool),
        ]
    ) { facts, policy, _ in
        let found = try RetentionRules.retention(
            asked: facts.fen("asked"), settlement: facts.fen("settlement"),
            bondHeld: facts.bool("performance_bond_held"), under: policy)
        return Answer(
            found.allowed ? "allowed" : "blocked", ["max": found.ceiling.json], because: found.because)
    }
}
