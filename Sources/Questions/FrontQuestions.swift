import Policy
import Projects
import Values

/// Questions of the front of the process: which communities, by when, and by which code (范围、计划、区划).
enum FrontQuestions {
    static let all = [scope, annualPlan, division, RequirementQuestion.requirement]

    private static let scope = Question(
        "scope", Words("小区是否在改造范围内", "whether a community may be renovated"), on: "ref_date",
        [
            FactSpec("in_demolition_range", .bool, optional: true),
            FactSpec("danger_class", .choice(["A", "B", "C", "D"]), optional: true),
            FactSpec("hollow_slab_hazard", .bool, optional: true),
            FactSpec("completed", .day, optional: true),
            FactSpec("poor_infrastructure", .bool, optional: true),
            FactSpec("poor_property_mgmt", .bool, optional: true),
            FactSpec("strong_will", .bool, optional: true),
            FactSpec("housing", .choice(["affordable", "commodity"]), optional: true),
            FactSpec("last_renovated", .day, optional: true), FactSpec("ref_date", .day, optional: true),
            FactSpec("in_annual_expropriation", .bool, optional: true),
            FactSpec("kind", .choice(["self_built", "urban_village", "shanty"]), optional: true),
            FactSpec("illegal_building_ok", .bool, optional: true),
            FactSpec("body_formed", .bool, optional: true), FactSpec("area_name", .text, optional: true),
            FactSpec("planned_expropriation", .day, optional: true),
        ]
    ) { facts, policy, _ in
        let finding = try ScopeRules.finding(try community(facts), under: policy)
        guard let verdict = finding.verdict else {
            throw FactErrors(finding.missing.map { .missing($0) })
        }
        return Answer(
            verdict.rawValue,
            [
                "reasons": .list(
                    finding.reasons.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) })
            ],
            because: finding.because,
            // What fails, or is out in principle, stands with its clause in the same place of the list.
            holdings: zip(finding.reasons, finding.because).map { Holding($0, holds: false, by: $1) })
    }

    private static func community(_ facts: Facts) throws -> ScopeFacts {
        var found = ScopeFacts()
        if facts.has("completed") { found.completed = try facts.day("completed") }
        if facts.has("ref_date") { found.referenceDay = try facts.day("ref_date") }
        if facts.has("housing") { found.housing = try facts.text("housing") }
        if facts.has("kind") { found.kind = try facts.text("kind") }
        if facts.has("area_name") { found.areaName = try facts.text("area_name") }
        found.dangerClass = try told("danger_class", facts) { try facts.text("danger_class") }
        found.lastRenovated = try told("last_renovated", facts) { try facts.day("last_renovated") }
        found.plannedExpropriation = try told("planned_expropriation", facts) {
            try facts.day("planned_expropriation")
        }
        let reference = found.referenceDay
        try facts.follows("ref_date", reference, "completed", found.completed)
        if case .known(let renovated) = found.lastRenovated {
            try facts.follows("ref_date", reference, "last_renovated", renovated)
            try facts.follows("last_renovated", renovated, "completed", found.completed)
        }
        for name in ScopeFacts.flagNames where facts.has(name) { found.flags[name] = try facts.bool(name) }
        return found
    }

    private static func told<Value>(
        _ name: String, _ facts: Facts, _ read: () throws -> Value
    ) throws -> Told<Value> {
        guard facts.isGiven(name) else { return .unknown }
        return facts.has(name) ? .known(try read()) : .none
    }

    private static let annualPlan = Question(
        "annual_plan", Words("年度改造计划是否按时上报", "whether an annual plan is handed in in time"), place: "HZ",
        on: "submitted",
        [FactSpec("plan_year", .int(2000...2200)), FactSpec("submitted", .day)]
    ) { facts, policy, _ in
        let due = try AnnualPlanRules.due(planYear: facts.count("plan_year"), under: policy)
        let late = try AnnualPlanRules.daysLate(submitted: facts.day("submitted"), due: due.value)
        return Answer(
            late == 0 ? "on_time" : "late", ["days_late": .int(Int64(late)), "due": due.value.json],
            because: [due.citation],
            holdings: [
                Holding(
                    Words("不晚于 \(due.value) 上报", "handed in by \(due.value)"), holds: late == 0,
                    by: due.citation)
            ])
    }

    private static let division = Question(
        "division_code", Words("行政区划代码", "the code of a place"),
        [FactSpec("name", .text), FactSpec("city", .text, optional: true)]
    ) { facts, policy, _ in
        let city = facts.has("city") ? try facts.text("city") : nil
        let found = try DivisionRules.code(of: facts.text("name"), in: city, under: policy)
        switch found.value {
        case .code(let code): return Answer(code, because: [found.citation])
        case .gaveUp(let code, let words):
            return Answer(
                "no_own_code",
                ["formerly": .text(code), "detail": .text(words.zh), "detail_en": .text(words.en)],
                because: [found.citation])
        case .noOwnCode: return Answer("no_own_code", because: [found.citation])
        case .unknown: return Answer("needs_source", ["needs": "GB/T 2260"], because: [found.citation])
        }
    }
}
