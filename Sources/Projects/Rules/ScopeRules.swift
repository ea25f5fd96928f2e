package import Policy
import Values

/// The rules for which communities may be renovated (改造范围).
///
/// Every place names its own conditions, and each condition stands on its own clause; all of them must hold
/// (catalogue CV-20). A fact that cannot change the verdict is not asked for.
package enum ScopeRules {
    /// Whether a community may be renovated: what fails shuts it out, what is out in principle waits for an exception.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, LC-02-1…4; 杭政办函〔2022〕10号 二（一）, HZ-02-1, HZ-02-2; XH-02-1, XH-02-2;
    ///   GS-03-2; 岳阳市征求意见稿 三, YY-03-1…6
    package static func finding(
        _ facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> ScopeFinding {
        try isOwnPlan(facts, under: policy)
        var tests = [try kind(facts, under: policy)]
        for condition in try policy.records("scope.conditions").value {
            tests.append(try test(condition, facts, under: policy))
        }
        tests += try built(facts, under: policy)
        let failing = tests.filter { $0.outcome == .fails }
        guard failing.isEmpty else {
            return ScopeFinding(
                verdict: .ineligible, missing: [], reasons: failing.map(\.words),
                because: failing.map(\.citation))
        }
        let principle = try inPrinciple(facts, under: policy)
        let missing = (tests + principle).reduce(into: [String]()) { names, test in
            if case .open(let needed) = test.outcome {
                names += needed.filter { !names.contains($0) }
            }
        }
        guard missing.isEmpty else {
            return ScopeFinding(verdict: nil, missing: missing, reasons: [], because: [])
        }
        let excluded = principle.filter { $0.outcome == .fails }
        return ScopeFinding(
            verdict: excluded.isEmpty ? .eligible : .excludedInPrinciple, missing: [],
            reasons: excluded.map(\.words),
            because: (excluded.isEmpty ? tests : excluded).map(\.citation))
    }

    /// Refuses to answer for a part of the place that came to it with a plan of its own, of which the text is not held.
    ///
    /// - Source: catalogue K31, CV-17
    private static func isOwnPlan(_ facts: ScopeFacts, under policy: Policy) throws(PolicyFault) {
        let key = "scope.joined_streets"
        guard policy.has(key), let name = facts.areaName else { return }
        let streets: [PolicyRecord]
        do {
            streets = try policy.records(key).value
        } catch .notInForce {
            // Before the streets came, and once a text of the whole city goes before, nobody asks for the old plan.
            return
        }
        for street in streets {
            let names = [street.id, try street.text("zh")] + (try street.texts("aliases"))
            if names.contains(name) {
                _ = try policy.value("scope.joined_streets_plan")
            }
        }
    }

    private enum Outcome: Hashable {
        case holds, fails
        /// The facts that would decide.
        case open([String])

        init(_ flag: Bool?, _ name: String, wanted: Bool = true) {
            self = flag.map { $0 == wanted ? .holds : .fails } ?? .open([name])
        }
    }

    private struct Test {
        let words: Words
        let outcome: Outcome
        let citation: Citation
    }

    private static func kind(_ facts: ScopeFacts, under policy: Policy) throws(PolicyFault) -> Test {
        let excluded = try policy.texts("scope.excluded_kinds")
        let isOut = facts.kind.map(excluded.value.contains) ?? false
        return Test(
            words: Words(
                "棚户区、自建住房为主的区域、城中村不在范围内",
                "shanty areas, self-built housing and urban villages are outside"),
            outcome: isOut ? .fails : .holds, citation: excluded.citation)
    }

    private static func test(
        _ condition: PolicyRecord, _ facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> Test {
        Test(
            words: try condition.words(), outcome: try outcome(condition.id, facts, under: policy),
            citation: condition.citation)
    }

    /// What a condition comes to, by the name that the packs give it.
    private static func outcome(
        _ condition: String, _ facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> Outcome {
        switch condition {
        case "not_in_demolition_range":
            return Outcome(facts.flags["in_demolition_range"], "in_demolition_range", wanted: false)
        case "not_in_annual_expropriation":
            return Outcome(facts.flags["in_annual_expropriation"], "in_annual_expropriation", wanted: false)
        case "not_renovated_lately": return try renovatedLately(facts, under: policy)
        case "not_in_planned_expropriation": return try plannedSoon(facts, under: policy)
        case "within_areas":
            guard let name = facts.areaName else { return .open(["area_name"]) }
            for area in try policy.records("scope.areas").value {
                let names = try [area.id, area.text("zh")] + area.texts("aliases")
                if names.contains(name) { return .holds }
            }
            return .fails
        case let flag where ScopeFacts.flagNames.contains(flag): return Outcome(facts.flags[flag], flag)
        default: throw .keyMissing(key: "scope.conditions." + condition, place: policy.place)
        }
    }

    /// A look-back runs through the corresponding day, and is not moved to a working day.
    ///
    /// - Source: catalogue CV-13; 杭政办函〔2022〕10号 二（一）, HZ-02-1; YY-03-3
    private static func renovatedLately(
        _ facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> Outcome {
        switch facts.lastRenovated {
        case .none: return .holds
        case .unknown:
            return .open(facts.referenceDay == nil ? ["last_renovated", "ref_date"] : ["last_renovated"])
        case .known(let day):
            guard let reference = facts.referenceDay else { return .open(["ref_date"]) }
            let years = Int(try policy.int("scope.renovated_within_years").value)
            return reference <= day.adding(months: 12 * years) ? .fails : .holds
        }
    }

    /// A look-ahead, the same way.
    ///
    /// - Source: catalogue CV-13; 岳阳市征求意见稿 三, YY-03-3
    private static func plannedSoon(
        _ facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> Outcome {
        switch facts.plannedExpropriation {
        case .none: return .holds
        case .unknown:
            return .open(
                facts.referenceDay == nil ? ["planned_expropriation", "ref_date"] : ["planned_expropriation"])
        case .known(let day):
            guard let reference = facts.referenceDay else { return .open(["ref_date"]) }
            let years = Int(try policy.int("scope.planned_within_years").value)
            return day <= reference.adding(months: 12 * years) ? .fails : .holds
        }
    }

    /// Built by the year that the place names; or later, where its rules take such a community in at all.
    ///
    /// - Source: catalogue CV-16, K06, K07
    private static func built(_ facts: ScopeFacts, under policy: Policy) throws(PolicyFault) -> [Test] {
        let last = try policy.int("scope.completed_by_year")
        let year = Words("\(last.value) 年底前建成", "completed by the end of \(last.value)")
        guard let completed = facts.completed else {
            return [Test(words: year, outcome: .open(["completed"]), citation: last.citation)]
        }
        if completed.year <= last.value {
            return [Test(words: year, outcome: .holds, citation: last.citation)]
        }
        let housing = try policy.texts("scope.later_housing")
        var outcome = Outcome.holds
        if housing.value.isEmpty {
            outcome = .fails
        } else if !housing.value.contains("any") {
            outcome = facts.housing.map { housing.value.contains($0) ? .holds : .fails } ?? .open(["housing"])
        }
        var tests = [
            Test(
                words: Words("\(last.value) 年后建成的，须属于可纳入的住房", "later-built housing of a kind that may join"),
                outcome: outcome, citation: housing.citation)
        ]
        for condition in try policy.records("scope.later_conditions").value {
            tests.append(try test(condition, facts, under: policy))
        }
        return tests
    }

    /// What is out in principle, and may come in by an exception.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, LC-02-3; catalogue CV-19, K10
    private static func inPrinciple(_ facts: ScopeFacts, under policy: Policy) throws(PolicyFault) -> [Test] {
        let classes = try policy.texts("scope.excluded_danger_classes")
        let hollow = try policy.bool("scope.hollow_slab_excluded")
        var tests = [Test]()
        if !classes.value.isEmpty {
            let outcome: Outcome =
                switch facts.dangerClass {
                case .unknown: .open(["danger_class"])
                case .none: .holds
                case .known(let found): classes.value.contains(found) ? .fails : .holds
                }
            let names = classes.value.joined(separator: "、")
            tests.append(
                Test(
                    words: Words("存在 \(names) 级危旧房", "houses of danger class \(names)"), outcome: outcome,
                    citation: classes.citation))
        }
        if hollow.value {
            tests.append(
                Test(
                    words: Words("存在多孔板结构安全隐患", "a hazard of hollow slabs"),
                    outcome: Outcome(facts.flags["hollow_slab_hazard"], "hollow_slab_hazard", wanted: false),
                    citation: hollow.citation))
        }
        return tests
    }
}
