import Policy
import Questions
import Testing
import Values

@Suite("Questions: what a verdict says to people")
struct VerdictTests {
    private static let negative: Set<String> = [
        "blocked", "blocked_pending_exception", "excluded_in_principle", "expired", "extend", "fail",
        "format_invalid", "ineligible", "invalid", "late", "no_city_subsidy", "override_required",
        "report_required",
    ]

    private func explain(_ question: String, _ facts: JSON) throws -> ReasonedAnswer {
        try RuleQuestions.book.explain(
            question, facts, under: PolicyBook.load(folder: packsFolder), today: day("2026-03-02"))
    }

    private func sentence(_ question: String, _ facts: JSON) throws -> String {
        try #require(ask(question, facts)["sentence"]?.text)
    }

    @Test("no worked case is answered with a no that has no reason in words under a clause")
    func reasons() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        var met: [String: Int] = [:]
        for found in try PolicyCase.load(folder: packsFolder) {
            let answer = try RuleQuestions.book.explain(
                found.question, found.facts, under: book, today: day("2026-03-02"))
            let verdicts = answer.fields.values.compactMap(\.text).filter(Self.negative.contains)
            guard !verdicts.isEmpty else { continue }
            met[found.question, default: 0] += 1
            let said = answer.lines.filter { $0.contains(" 不成立 ") }
            #expect(!said.isEmpty, "\(found.id): \(answer.lines.joined(separator: "\n"))")
            let findings = answer.reasons.flatMap { clause in
                clause.citation == nil
                    ? []
                    : clause.under.filter { if case .finding(_, false) = $0.matter { true } else { false } }
            }
            #expect(!findings.isEmpty, "\(found.id)")
        }
        // Each kind of question that can say no has a case that does.
        for question in [
            "annual_plan", "budget_vs_estimate", "clarification", "completion_filing",
            "defect_liability_term",
            "epc_timing", "gs_affordable_cap", "hz_subsidy_rule", "joint_acceptance", "min_days_gap",
            "no_dig",
            "notice_gate", "project_code", "retention", "step_gate", "uscc", "warranty_claim",
        ] {
            #expect(met[question] ?? 0 > 0, "\(question)")
        }
    }

    @Test("a notice whose simplified approval names no document is told so")
    func simplification() throws {
        let facts: JSON = [
            "government_project": true, "feasibility_approved": "2021-03-01",
            "preliminary_design_approved": .null, "simplified": true, "notice": "2021-06-01",
        ]
        let lines = try explain("epc_timing", facts).lines
        #expect(lines.contains { $0.hasSuffix("不成立 写明允许简化审批的文件") }, "\(lines)")
        #expect(!lines.contains { $0.contains("不成立 可行性研究") }, "\(lines)")
    }

    @Test(
        "a place without such a rule says so, and names no document to look for",
        arguments: [
            ("annual_plan", "LC", ["plan_year": 2023, "submitted": "2022-11-05"]),
            (
                "lc_funding", "HZ",
                ["works": ["basic": "1.00"], "other": "0.00", "contingency": "0.00", "area": "1.00"]
            ),
            (
                "hz_subsidy_rule", "LC",
                ["district": "滨江区", "plan_entry": "2023-05-01", "completed": "1998-01-01"]
            ),
        ] as [(String, String, [String: JSON])])
    func noRule(question: String, place: String, facts: [String: JSON]) throws {
        let answer = try ask(question, .object(facts.merging(["jurisdiction": .text(place)]) { $1 }))
        #expect(answer["determination"] == "no_rule_here" && answer["needs"] == nil, "\(answer)")
        #expect(answer["sentence"]?.text?.hasSuffix("：本地没有这项规定") == true)
        #expect(answer["detail"]?.text?.contains(place == "LC" ? "鹿城" : "杭州") == true, "\(answer)")
        let own = try ask(question, .object(facts))
        #expect(own["determination"] != "no_rule_here", "\(own)")
    }

    @Test("what differs from place to place misses its place, and no document")
    func placeMissing() throws {
        #expect(try problems("scope", ["completed": "1998-01-01"]) == ["missing jurisdiction"])
        let asked = try ask("scope", ["completed": "1998-01-01", "jurisdiction": "CN"])
        #expect(asked["determination"] == "no_rule_here")
    }

    @Test("a text that is not held is still what is missing")
    func heldBack() throws {
        let answer = try ask(
            "hz_subsidy_rule",
            [
                "district": "滨江区", "plan_entry": "2022-03-16", "completed": "1998-01-01",
                "housing": "commodity",
            ])
        #expect(answer["determination"] == "needs_source" && answer["needs"] != nil)
    }

    @Test(
        "where the place asks for more days than were asked, the sentence says its number and its verdict first"
    )
    func belowLaw() throws {
        var facts: [String: JSON] = [
            "jurisdiction": "LC", "posted": "2021-02-10", "min_workdays": 1, "application_day": "2021-02-19",
        ]
        #expect(
            try sentence("step_gate", .object(facts))
                == "公示期满前能否进入下一步：所问的天数少于规定的最低数 5，按规定不可以，仅就所问的天数而言可以")
        let lines = try explain("step_gate", .object(facts)).lines
        #expect(lines.contains { $0.contains("不成立 所问的天数 1 不少于规定的最低数 5") }, "\(lines)")
        #expect(lines.contains { $0.contains("不成立 到 2021-02-19 自 2021-02-10 起的公示已满 5 个工作日") })
        facts["application_day"] = nil
        let days = try sentence("publicity_workdays", .object(facts))
        #expect(days.contains("少于规定的最低数 5，按规定最早可进入下一步 2021-02-"), "\(days)")
        let clock = facts.merging(["attachments": [], "required": []]) { $1 }
        #expect(try sentence("publicity_clock", .object(clock)).contains("少于规定的最低数 5"))
        facts["min_workdays"] = 5
        #expect(try ask("publicity_workdays", .object(facts))["sentence"] == nil)
    }

    @Test(
        "facts that contradict each other are refused by name",
        arguments: [
            (
                "epc_timing",
                [
                    "government_project": true, "feasibility_approved": "2021-06-02",
                    "preliminary_design_approved": "2021-06-01", "simplified": false, "notice": "2021-07-01",
                ], "preliminary_design_approved"
            ),
            (
                "consent",
                [
                    "jurisdiction": "LC", "closed": "2021-05-01", "matter": "special", "area_total": "100.00",
                    "area_part": "100.00", "area_yes": "80.00", "households_total": 300,
                    "households_yes": 250, "persons_total": 301, "persons_part": 300, "persons_yes": 250,
                ], "persons_total"
            ),
            (
                "no_dig",
                [
                    "accepted": "2021-09-15", "request": "2021-09-14", "emergency": false,
                    "jurisdiction": "YY",
                ],
                "request"
            ),
            (
                "publicity_clock",
                [
                    "posted": "2020-09-22", "attachments": ["a"], "required": ["a", "b", "c"],
                    "completed_on": "2020-09-22", "min_workdays": 5,
                ], "completed_on"
            ),
        ] as [(String, JSON, String)])
    func contradictions(question: String, facts: JSON, named: String) throws {
        #expect(try problems(question, facts) == ["malformed \(named)"])
    }

    @Test("a defect liability says what it assumes of acceptance, and when it is longer than may be agreed")
    func defectLiability() throws {
        func answer(_ delay: Bool, _ months: Int64) throws -> JSON {
            try ask(
                "defect_liability",
                ["report_filed": "2021-10-08", "owner_delay": .bool(delay), "months": .int(months)])
        }
        #expect(try answer(false, 12)["assumes"] == "accepted_on_report_day")
        let most = try answer(true, 24)
        #expect(most["assumes"] == nil && most["above_law"] == nil)
        let long = try answer(true, 25)
        #expect(long["above_law"] == true && long["max_months"] == 24)
        #expect(long["sentence"]?.text?.contains("约定的月数超过规定的最长 24 个月") == true, "\(long)")
    }

    @Test("which of three days completed the works, and what is asked for where none is told (QLT-10)")
    func completionDay() throws {
        func asked(_ facts: [String: JSON]) throws -> JSON { try ask("completion_day", .object(facts)) }
        #expect(try problems("completion_day", ["owner_delay": false]) == ["missing accepted"])
        #expect(
            try problems("completion_day", ["owner_delay": true, "accepted": "2025-10-09"])
                == ["missing report_filed"])
        #expect(
            try problems(
                "completion_day",
                ["owner_delay": false, "report_filed": "2025-10-10", "accepted": "2025-10-09"])
                == ["malformed accepted"])
        // Put off and used: the earlier of the two days, in either order.
        let both: [String: JSON] = ["owner_delay": true, "report_filed": "2025-09-01"]
        #expect(
            try asked(both.merging(["possession": "2025-08-31"]) { $1 })["ground"] == "used_without")
        let later = try asked(both.merging(["possession": "2025-09-02"]) { $1 })
        #expect(later["ground"] == "owner_delays" && later["completion_day"] == "2025-09-01")
        // What the owner takes on the day of acceptance is taken after it.
        let same = try asked([
            "owner_delay": false, "accepted": "2025-10-09", "possession": "2025-10-09",
        ])
        #expect(same["ground"] == "accepted" && same["detail"]?.text?.contains("合格之日") == true)
    }

    @Test("the life of a structure is a fact of its design, and is asked for")
    func structure() throws {
        let facts: [String: JSON] = ["accepted": "2020-05-06", "kind": "structure"]
        #expect(try problems("warranty", .object(facts)) == ["missing design_life"])
        let told = facts.merging(["design_life": 5, "claim": "2025-05-07"]) { $1 }
        #expect(try ask("warranty_claim", .object(told))["determination"] == "expired")
        let inTime = told.merging(["claim": "2025-05-06"]) { $1 }
        #expect(try ask("warranty_claim", .object(inTime))["determination"] == "in_warranty")
    }

    @Test(
        "an answer is a sentence of Chinese",
        arguments: [
            (
                "retention", ["settlement": "100.00", "asked": "3.01", "performance_bond_held": false],
                "质量保证金是否在上限以内：超过上限"
            ),
            ("completion_filing", ["accepted": "2021-09-15", "documents": []], "竣工验收备案材料是否齐全：不齐全"),
            (
                "consultant_conflict",
                [
                    "consultant": "甲", "services": ["supervision"], "contractor": "乙",
                    "control_links": [["甲", "乙"]],
                ], "咨询单位与承包单位有无利害关系：有，不得承接"
            ),
            ("deadline_workdays", ["start": "2003-03-03", "workdays": 5], "按工作日计算的期限：该年的工作日安排未收录，暂不能计算"),
        ] as [(String, JSON, String)])
    func sentences(question: String, facts: JSON, said: String) throws {
        #expect(try sentence(question, facts) == said)
    }
}
