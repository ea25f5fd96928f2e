import Policy
import Questions
import Testing
import Values

@Suite("Questions: asking")
struct AskingTests {
    @Test("every fact that is missing, malformed or unknown is named at once")
    func namesFacts() throws {
        let problems = try problems(
            "lc_funding",
            [
                "works": ["mandatory": "12.345", "basic": 5, "luxury": "1.00"], "other": "0.00",
                "area": "0.00",
                "colour": "red",
            ])
        #expect(
            problems == [
                "malformed works.basic", "unknown works.luxury", "malformed works.mandatory",
                "missing contingency",
                "malformed area", "unknown colour",
            ])
    }

    @Test(
        "a fact of the wrong form is named, whatever the form",
        arguments: [
            ("notice_gate", "notice", "2026-02-29"), ("notice_gate", "workdays", -1),
            ("notice_gate", "workdays", "7"),
            ("notice_gate", "event", nil), ("lc_launch_gate", "documents", [6]),
            ("lc_launch_gate", "paid", "-0.01"),
            ("lc_launch_gate", "account", "true"), ("lc_launch_gate", "required", "1e3"),
            ("notice_gate", "jurisdiction", "ZZ"), ("notice_gate", "as_of", "yesterday"),
            ("notice_gate", "jurisdiction", ""), ("single_rate", "threshold", "4/6"),
            ("single_rate", "threshold", "02/3"), ("single_rate", "threshold", "0.5"),
        ] as [(String, String, JSON)])
    func malformed(question: String, fact: String, value: JSON) throws {
        let whole: [String: [String: JSON]] = [
            "notice_gate": ["event": "2022-10-12", "workdays": 7, "notice": "2022-09-28"],
            "lc_launch_gate": [
                "required": "1.00", "paid": "1.00", "documents": [1, 2, 3, 4], "account": true,
            ],
            "single_rate": ["yes": 4, "base": 6, "threshold": "2/3"],
        ]
        var facts = try #require(whole[question])
        #expect(try problems(question, .object(facts)).isEmpty)
        facts[fact] = value
        let found = try problems(question, .object(facts))
        #expect(found == ["malformed \(fact)"] || found == ["malformed \(fact)[0]"])
    }

    @Test("every required fact of every question is named when it is left out")
    func missing() throws {
        for question in RuleQuestions.book.questions {
            let required = question.facts.filter { !$0.isOptional }.map { "missing \($0.name)" }
            // What decides on the scope differs by place, which is asked for first.
            #expect(required.isEmpty == (question.name == "scope"))
            let missing = question.name == "scope" ? ["missing jurisdiction"] : required
            #expect(try problems(question.name, [:]) == missing, "\(question.name)")
        }
    }

    @Test("a question that nobody asked for has no answer")
    func unknownQuestion() throws {
        let today = try day("2026-03-02")
        let book = try PolicyBook.load(folder: packsFolder)
        #expect(throws: QuestionFault.unknownQuestion("nonsense")) {
            try RuleQuestions.book.ask("nonsense", [:], under: book, today: today)
        }
        #expect(throws: QuestionFault.self) {
            try RuleQuestions.book.ask("notice_gate", [1, 2], under: book, today: today)
        }
    }

    @Test("without a place the country answers; a question of one place is answered by that place")
    func places() throws {
        let notice = try ask("notice_before", ["event": "2026-03-18", "workdays": 7])
        #expect(packs(notice) == ["000000"])
        let there = try ask("notice_before", ["event": "2026-03-18", "workdays": 7, "jurisdiction": "LC"])
        #expect(packs(there) == ["330302", "330300", "330000", "000000"])
        let launch: JSON = ["required": "0.00", "paid": "0.00", "documents": [], "account": true]
        #expect(packs(try ask("lc_launch_gate", launch)).first == "330302")
        for pack in try #require(notice["packs"]?.list) {
            #expect(pack["version"]?.text?.count == 64)
        }
    }

    @Test("what no text decides is said so, and cites nothing as if it did")
    func silence() throws {
        let works: JSON = ["mandatory": "1.00"]
        let facts: [String: JSON] = ["works": works, "other": "0.00", "contingency": "0.00", "area": "1.00"]
        let elsewhere = try ask("lc_funding", .object(facts.merging(["jurisdiction": "330000"]) { $1 }))
        #expect(elsewhere["determination"] == "no_rule_here")
        #expect(elsewhere["key"] == "funding.share.mandatory")
        let rows = try PolicyBook.published(from: packsFolder).filter { $0.packID != "430600" }
        let unheld = try RuleQuestions.book.ask(
            "joint_acceptance", ["jurisdiction": "YY", "groups": []], under: PolicyBook(published: rows),
            today: day("2026-03-02"))
        #expect(unheld["determination"] == "needs_source")
        #expect(unheld["packs"] == [])
        let early = try ask("lc_funding", .object(facts.merging(["as_of": "2020-06-30"]) { $1 }))
        #expect(early["determination"] == "rule_not_in_force")
        #expect(try ask("lc_funding", .object(facts))["total"] == "1.00")
    }

    @Test("a year without its calendar is never counted Monday to Friday")
    func calendar() throws {
        let workdays = try ask("deadline_workdays", ["start": "2026-12-30", "workdays": 5])
        #expect(workdays["determination"] == "calendar_not_loaded")
        #expect(workdays["year"] == 2027)
        #expect(workdays["effective"] == nil)
        #expect(workdays["because"]?.list?.first?["rule"] == "CV-07")
        let months = try ask("deadline_months", ["start": "2026-11-30", "months": 3])
        #expect(months["nominal"] == "2027-02-28")
        #expect(months["effective"] == "provisional")
        let held = try ask("deadline_months", ["start": "2021-11-30", "months": 3])
        #expect(held["effective"] == "2022-02-28")
        #expect(held["determination"] == nil)
    }

    @Test("works that come to nothing, and money outside the plan, are refused by name")
    func funding() throws {
        let facts: [String: JSON] = ["other": "0.00", "contingency": "0.00", "area": "1.00"]
        #expect(
            try problems("lc_funding", .object(facts.merging(["works": [:]]) { $1 })) == ["malformed works"])
        let outside: [String: JSON] = ["works": ["basic": "1.00"], "excluded": ["garden": "1.00"]]
        #expect(try problems("lc_funding", .object(facts.merging(outside) { $1 })) == ["malformed excluded"])
    }

    @Test(
        "deadlines, gaps and publicity at their edges",
        arguments: [
            (
                "deadline_days", ["start": "2024-01-26", "days": 15],
                ["nominal": "2024-02-10", "effective": "2024-02-18"]
            ),
            (
                "deadline_months", ["start": "2023-07-01", "months": 3],
                ["nominal": "2023-10-01", "effective": "2023-10-07"]
            ),
            (
                "min_days_gap", ["from": "2022-03-01", "to": "2022-03-21", "min_days": 20],
                ["determination": "pass"]
            ),
            (
                "min_days_gap", ["from": "2022-03-01", "to": "2022-03-20", "min_days": 20],
                ["determination": "fail", "earliest": "2022-03-21"]
            ),
            (
                "step_gate", ["posted": "2020-09-25", "min_workdays": 5, "application_day": "2020-10-09"],
                ["determination": "blocked"]
            ),
            (
                "step_gate", ["posted": "2020-09-25", "min_workdays": 5, "application_day": "2020-10-10"],
                ["determination": "allowed"]
            ),
            (
                "budget_vs_estimate", ["feasibility_estimate": "20000000.00", "budget": "22000000.00"],
                ["determination": "ok"]
            ),
            (
                "budget_vs_estimate", ["feasibility_estimate": "20000000.00", "budget": "22000000.01"],
                ["determination": "report_required"]
            ),
            (
                "project_code", ["code": "2011-330302-04-01-123456"],
                [
                    "determination": "format_ok", "division": "330302", "length": 24,
                    "check_digit": "not_verified",
                ]
            ),
            (
                "project_code", ["code": "2013-330302-04-01-123456"],
                ["determination": "format_invalid", "reason": "month"]
            ),
            (
                "project_code", ["code": "2020-330302-04-01-123456-789"],
                ["determination": "format_invalid", "reason": "pattern", "length": 28]
            ),
            (
                "lc_trueup",
                [
                    "works": [
                        "mandatory": "6400000.00", "basic": "7900000.00", "improve": "4000000.00",
                        "upgrade": "2000000.00",
                    ],
                    "other": "1500000.00", "contingency": "450000.00", "area": "48000.00",
                    "paid": "3842000.00",
                ],
                ["resident_final": "3715640.39", "refund": "126359.61", "call": "0.00", "weight": "339/2030"]
            ),
        ] as [(String, JSON, JSON)])
    func edges(question: String, facts: JSON, wanted: JSON) throws {
        let answer = try ask(question, facts)
        for (name, value) in try #require(wanted.object) { #expect(answer[name] == value, "\(name)") }
    }
}
