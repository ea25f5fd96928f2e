import Policy
import Questions
import Testing
import Values

@Suite("Questions: what a verdict says to people")
struct VerdictTests {
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
}
