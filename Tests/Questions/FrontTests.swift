import Policy
import Questions
import Testing
import Values

@Suite("Questions: scope, ballots, money, aftercare at their edges")
struct FrontTests {
    private func merged(_ facts: [String: JSON], _ more: [String: JSON]) -> JSON {
        .object(facts.merging(more) { _, new in new })
    }

    private static let lucheng: [String: JSON] = [
        "jurisdiction": "LC", "completed": "1992-05-01", "in_demolition_range": false,
        "danger_class": .null, "hollow_slab_hazard": false,
    ]

    @Test("a fact of the scope is asked for where it decides, and only there")
    func decidingFacts() throws {
        #expect(try problems("scope", .object(Self.lucheng)).isEmpty)
        for name in ["danger_class", "in_demolition_range", "hollow_slab_hazard", "completed"] {
            var facts = Self.lucheng
            facts[name] = nil
            #expect(try problems("scope", .object(facts)) == ["missing \(name)"])
            facts["kind"] = "shanty"
            #expect(try ask("scope", .object(facts))["determination"] == "ineligible")
        }
        let later = try problems("scope", merged(Self.lucheng, ["completed": "2005-05-01"]))
        #expect(
            later == ["missing poor_infrastructure", "missing poor_property_mgmt", "missing strong_will"])
        let hangzhou: JSON = [
            "jurisdiction": "HZ", "completed": "1992-05-01", "in_annual_expropriation": false,
            "last_renovated": "2020-01-01",
        ]
        #expect(try problems("scope", hangzhou) == ["missing ref_date"])
    }

    private static let ballot: [String: JSON] = [
        "jurisdiction": "LC", "closed": "2021-06-30", "matter": "special", "area_total": "100.00",
        "area_part": "100.00", "area_yes": "80.00", "households_total": 100, "households_yes": 80,
        "persons_total": 90, "persons_part": 90, "persons_yes": 80,
    ]

    @Test("a ballot is asked for households where the place counts them, and for turnout where the law does")
    func ballotFacts() throws {
        var bare = Self.ballot
        for name in ["households_total", "households_yes", "area_part", "persons_part"] { bare[name] = nil }
        #expect(
            try problems("consent", .object(bare)) == [
                "missing households_total", "missing households_yes", "missing area_part",
                "missing persons_part",
            ])
        bare["jurisdiction"] = "HZ"
        #expect(try problems("consent", .object(bare)) == ["missing area_part", "missing persons_part"])
        bare["closed"] = "2020-12-31"
        let answer = try ask("consent", .object(bare))
        #expect(answer["regime"] == "property_law_76")
        #expect(answer["quorum"] == nil)
        #expect(answer["local"] == nil)
    }

    @Test("the day a ballot closed picks its law, whatever day the question is asked for")
    func dateOfFact() throws {
        let asked = try ask("consent", merged(Self.ballot, ["as_of": "2019-01-01"]))
        #expect(asked["regime"] == "civil_code_278")
        #expect(asked["local"] == "pass")
        let early = try ask(
            "consent", merged(Self.ballot, ["closed": "2020-06-30", "as_of": "2026-01-01"]))
        #expect(early["regime"] == "property_law_76")
        #expect(early["local"] == nil && early["date_of_fact"] == "2020-06-30")
    }

    @Test(
        "the day of the fact picks the rules without being asked for: none of a later text, and never two of them",
        arguments: [
            ("annual_plan", ["plan_year": 2015, "submitted": "2014-11-05"], "rule_not_in_force"),
            ("annual_plan", ["plan_year": 2021, "submitted": "2020-11-05"], "needs_source"),
            ("annual_plan", ["plan_year": 2023, "submitted": "2022-11-05"], "late"),
            (
                "clarification",
                [
                    "clarified": "1998-03-10", "deadline": "1998-03-20", "min_days": 15, "affects_bids": true,
                ], "extend"
            ),
        ] as [(String, [String: JSON], String)])
    func factsOfBefore(question: String, facts: [String: JSON], verdict: String) throws {
        let answer = try ask(question, .object(facts))
        #expect(answer["determination"] == .text(verdict), "\(answer)")
        #expect(answer["date_of_fact"] == nil)
        if question == "clarification" {
            // The clause is named as one that held nothing on that day.
            let read = answer["because"]?.list?.flatMap { $0["under"]?.list ?? [] } ?? []
            #expect(!read.isEmpty && read.allSatisfy { $0["value"] == JSON.null })
        }
        let other = try ask(question, .object(facts.merging(["as_of": "2026-03-02"]) { $1 }))
        #expect(other["determination"] == answer["determination"])
        #expect(other["date_of_fact"] == facts["submitted"] ?? facts["clarified"])
    }

    @Test(
        "nobody agrees who took no part, and no part is more than the whole",
        arguments: [
            ("area_yes", "100.01", "area_yes"), ("persons_yes", 91, "persons_yes"),
            ("persons_part", 91, "persons_part"), ("households_yes", 101, "households_yes"),
            ("area_part", "79.99", "area_yes"),
        ] as [(String, JSON, String)])
    func impossible(fact: String, value: JSON, named: String) throws {
        #expect(try problems("consent", merged(Self.ballot, [fact: value])) == ["malformed \(named)"])
    }

    @Test("a district is known by its name, its code or its English name; a stranger is named")
    func districts() throws {
        let facts: [String: JSON] = ["plan_entry": "2022-05-01", "completed": "1998-01-01"]
        for district in ["滨江区", "滨江", "330108", "Binjiang"] {
            let answer = try ask("hz_subsidy_rule", merged(facts, ["district": .text(district)]))
            #expect(answer["rate"] == "0.20", "\(district)")
        }
        let own = try ask("hz_subsidy_rule", merged(facts, ["district": "西湖区"]))
        #expect(packs(own).first == "330106")
        #expect(
            try problems("hz_subsidy_rule", merged(facts, ["district": "鹿城区"])) == ["malformed district"])
        #expect(
            try problems(
                "hz_subsidy_rule", merged(facts, ["district": "滨江区", "completed": "2003-01-01"]))
                == ["missing housing"])
    }

    @Test("a project of before the city’s text is shown by both days")
    func bothDays() throws {
        let answer = try ask(
            "hz_subsidy",
            [
                "district": "拱墅区", "plan_entry": "2020-05-01", "completed": "1998-01-01",
                "final_accounts": "40000000.00", "excluded": ["secondary_water": "10000000.00"],
                "area": "100000.00",
            ])
        #expect(answer["subsidy"] == "20000000.00")
        #expect(answer["by_accounts_approved"]?["subsidy"] == "15000000.00")
    }

    @Test("a claim that waits for an unpublished calendar is not guessed")
    func unpublishedEnd() throws {
        let facts: [String: JSON] = ["accepted": "2025-05-01", "kind": "decoration"]
        let within = try ask("warranty_claim", merged(facts, ["claim": "2027-05-01"]))
        #expect(within["determination"] == "in_warranty")
        let beyond = try ask("warranty_claim", merged(facts, ["claim": "2027-05-02"]))
        #expect(beyond["determination"] == "calendar_not_loaded")
        #expect(beyond["year"] == 2027)
        #expect(
            try problems("warranty_claim", merged(facts, ["claim": "2025-04-30"])) == ["malformed claim"])
    }

    @Test("an attachment that is not there leaves the clock open until its day is told")
    func openClock() throws {
        let facts: [String: JSON] = [
            "posted": "2020-09-22", "attachments": ["a"], "required": ["a", "b"], "min_workdays": 5,
        ]
        #expect(try problems("publicity_clock", .object(facts)) == ["missing completed_on"])
        let whole = try ask("publicity_clock", merged(facts, ["attachments": ["b", "a"]]))
        #expect(whole["clock_start"] == "2020-09-22")
    }

    @Test("ratios and fractions are text of their own form")
    func forms() throws {
        for bad in ["0.6", "2/0", "-2/3", "2/3/4", "", "two", 1, "3/2"] as [JSON] {
            let found = try problems("single_rate", ["yes": 1, "base": 2, "threshold": bad])
            #expect(found == ["malformed threshold"], "\(bad)")
        }
        for bad in ["8%", "1/2", "0.", "", 1] as [JSON] {
            let found = try problems("price_band", ["base_cost": "1.00", "change": bad, "band": "0.05"])
            #expect(found == ["malformed change"], "\(bad)")
        }
        #expect(
            try problems("price_band", ["base_cost": "1.00", "change": "-0.1", "band": "-0.05"])
                == ["malformed band"])
        // A price falls to nothing, and no further.
        #expect(
            try problems("price_band", ["base_cost": "1.00", "change": "-1.5", "band": "0.05"])
                == ["malformed change"])
        #expect(try problems("price_band", ["base_cost": "1.00", "change": "-1", "band": "0.05"]) == [])
        let fall = try ask("price_band", ["base_cost": "3000000.00", "change": "-0.08", "band": "0.05"])
        #expect(fall["owner"] == "90000.00")
    }
}
