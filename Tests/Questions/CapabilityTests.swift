import Policy
import Questions
import Testing
import Values

@Suite("Questions: what the worked examples leave out")
struct CapabilityTests {
    private static let money: [String: JSON] = [
        "total_investment": "22600000.00", "budget_funds": "18758000.00", "soe_dominant": false,
    ]

    private func tender(_ question: String, _ facts: [String: JSON]) throws -> JSON {
        try ask(question, .object(Self.money.merging(facts) { $1 }))
    }

    @Test("below the line in Lucheng the route is named, and the method waits for its text")
    func route() throws {
        let answer = try tender(
            "tender_single", ["kind": "works", "estimate": "3999900.00", "jurisdiction": "LC"])
        #expect(answer["determination"] == "not_mandatory")
        #expect(answer["route"]?.text?.isEmpty == false)
        #expect(answer["method"] == "needs_source")
        let national = try tender("tender_single", ["kind": "works", "estimate": "3999900.00"])
        #expect(national["route"] == nil)
    }

    @Test(
        "a lot's id may not be a field of the answer, nor stand twice, and its facts are named inside the list"
    )
    func lots() throws {
        func lot(_ id: JSON, _ estimate: JSON = "1.00") -> JSON {
            ["id": id, "kind": "works", "estimate": estimate, "combinable": true]
        }
        func matter(_ lots: JSON) throws -> [String] {
            try problems("tender_group", .object(Self.money.merging(["lots": lots]) { $1 }))
        }
        #expect(try matter([lot("because")]) == ["malformed lots[0].id"])
        #expect(try matter([lot("a"), lot("a")]) == ["malformed lots[1].id"])
        #expect(
            try matter([lot("a"), lot("b", "1.001"), lot(3)]) == [
                "malformed lots[1].estimate", "malformed lots[2].id",
            ])
        #expect(try matter(.list(Array(repeating: lot("a"), count: 501))) == ["malformed lots"])
        #expect(try matter([lot("a")]).isEmpty)
    }

    @Test("a provisional sum is judged as a purchase of its own")
    func provisionalSum() throws {
        let at = try tender("provisional_sum", ["kind": "goods", "estimate": "2000000.00"])
        #expect(at["determination"] == "must_tender")
        #expect(at["because"]?.list?.first?["rule"] == "TEN-10")
        let below = try tender("provisional_sum", ["kind": "goods", "estimate": "1999999.99"])
        #expect(below["determination"] == "not_mandatory")
    }

    @Test("a change beyond the budget waits for its exception first; elsewhere only the budget decides")
    func change() throws {
        let facts: [String: JSON] = [
            "approved_budget": "12000000.00", "committed": "11800000.00", "delta": "350000.00",
            "exception_approved": false,
        ]
        let here = try ask("change_order", .object(facts.merging(["jurisdiction": "LC"]) { $1 }))
        #expect(here["determination"] == "blocked_pending_exception")
        #expect(here["over_budget"] == true)
        let elsewhere = try ask("change_order", .object(facts))
        #expect(elsewhere["determination"] == "blocked")
        #expect(elsewhere["reason"] == "budget_adjustment_required")
        let within = try ask("change_order", .object(facts.merging(["delta": "200000.00"]) { $1 }))
        #expect(within["determination"] == "allowed")
        #expect(within["reason"] == nil)
    }

    @Test("each seat that did not sign is missing, by its name")
    func seats() throws {
        let everybody = ["建设单位", "勘察单位", "设计单位", "施工单位", "监理单位"]
        for absent in everybody {
            let groups = JSON.list(everybody.filter { $0 != absent }.map { .text($0) })
            let answer = try ask("joint_acceptance", ["jurisdiction": "LC", "groups": groups])
            #expect(answer["determination"] == "blocked")
            #expect(answer["missing"] == [.text(absent)])
        }
    }

    @Test("a handover misses both parties and the owners where nobody has spoken")
    func handover() throws {
        let answer = try ask(
            "handover", ["jurisdiction": "LC", "kind": "供气", "signed_by": [], "owners_decision": false])
        #expect(answer["missing"] == ["专业单位", "建设单位", "业主大会决定"])
        #expect(
            try problems("handover", ["kind": "煤气", "signed_by": ["街道"], "owners_decision": true])
                == ["malformed kind", "malformed signed_by[0]"])
    }

    @Test(
        "a warranty runs by the longer of law and contract, and ends on a working day or provisionally",
        arguments: [
            (
                ["accepted": "2020-02-29", "kind": "roof_waterproof", "contract_years": 5],
                ["years": 5, "nominal_end": "2025-02-28", "effective_end": "2025-02-28", "clause": "ok"]
            ),
            (
                ["accepted": "2019-10-03", "kind": "water_pipes", "contract_years": 1],
                [
                    "years": 2, "nominal_end": "2021-10-03", "effective_end": "2021-10-08",
                    "clause": "below_minimum",
                ]
            ),
            (
                ["accepted": "2024-05-06", "kind": "decoration", "contract_years": 3],
                ["years": 3, "nominal_end": "2027-05-06", "effective_end": "provisional", "clause": "ok"]
            ),
            (
                ["accepted": "2024-05-06", "kind": "electrical"],
                ["years": 2, "effective_end": "2026-05-06", "clause": "ok"]
            ),
            (
                ["accepted": "2024-05-06", "kind": "heating", "contract_years": 1],
                ["seasons": 2, "effective_end": "provisional", "clause": "below_minimum"]
            ),
            (
                ["accepted": "2024-05-06", "kind": "structure", "design_life": 50],
                ["years": 50, "nominal_end": "2074-05-06", "effective_end": "provisional", "clause": "ok"]
            ),
        ] as [(JSON, JSON)])
    func warranty(facts: JSON, wanted: JSON) throws {
        let answer = try ask("warranty", facts)
        for (name, value) in try #require(wanted.object) {
            #expect(answer[name] == value, "\(name) of \(answer)")
        }
    }

    @Test(
        "a credit code fails by its length, its characters or its check",
        arguments: [
            ("91350100M000100Y43", "valid", nil, "3"), ("91350100M000100Y42", "invalid", "check", "3"),
            ("91350100M000100Y4Z", "invalid", "character_set", "3"),
            ("91350100M000100Y4", "invalid", "length", "3"),
            ("91350100M000100Y433", "invalid", "length", "3"),
            ("91350100m000100Y43", "invalid", "character_set", nil),
            ("9135", "invalid", "length", nil),
        ] as [(String, JSON, JSON?, JSON?)])
    func creditCode(code: String, verdict: JSON, reason: JSON?, check: JSON?) throws {
        let answer = try ask("uscc", ["code": .text(code)])
        #expect(answer["determination"] == verdict)
        #expect(answer["reason"] == reason)
        #expect(answer["expected_check"] == check)
        #expect(answer["doubts"] == nil)
    }

    @Test("a code in its form whose department or division cannot be is told so, and keeps its verdict")
    func creditCodeDoubts() throws {
        let answer = try ask("uscc", ["code": "000000000000000000"])
        #expect(answer["determination"] == "valid")
        #expect(answer["doubts"] == ["registering_department", "division"])
    }

    @Test(
        "a project's code says how its division stands, whether its month has come, and which form of before it has",
        arguments: [
            ("2602-330302-04-01-123456", "format_ok", "stands", nil, nil),
            ("2602-999999-04-01-123456", "format_ok", "needs_source", nil, nil),
            ("2105-330103-04-01-123456", "format_ok", "no_more", nil, nil),
            ("2103-330113-04-01-123456", "format_ok", "not_yet", nil, nil),
            ("3012-330302-04-01-123456", "format_ok", "stands", true, nil),
            ("2019-330302-04-01-123456-789", "format_invalid", "stands", nil, true),
        ] as [(String, JSON, JSON, JSON?, JSON?)])
    func projectCodes(code: String, verdict: JSON, region: JSON, ahead: JSON?, old: JSON?) throws {
        let answer = try ask("project_code", ["code": .text(code)])
        #expect(answer["determination"] == verdict)
        #expect(answer["region"] == region)
        #expect(answer["dated_ahead"] == ahead)
        #expect(answer["old_form"] == old)
    }

    @Test(
        "a number below the law's is answered by both, and one at it or above by itself",
        arguments: [
            (
                "step_gate", ["posted": "2024-05-10", "application_day": "2024-05-16"], "min_workdays", 3, 5,
                "LC"
            ),
            ("min_days_gap", ["from": "2026-01-05", "to": "2026-01-16"], "min_days", 10, 20, "CN"),
            ("notice_gate", ["event": "2022-10-12", "notice": "2022-09-30"], "workdays", 3, 7, "CN"),
            (
                "clarification", ["clarified": "2026-01-05", "deadline": "2026-01-09", "affects_bids": true],
                "min_days", 3, 15, "CN"
            ),
        ] as [(String, [String: JSON], String, Int64, Int64, String)])
    func lawful(
        question: String, facts: [String: JSON], number: String, given: Int64, least: Int64, place: String
    ) throws {
        func answer(_ count: Int64) throws -> JSON {
            try ask(
                question, .object(facts.merging([number: .int(count), "jurisdiction": .text(place)]) { $1 }))
        }
        let below = try answer(given)
        #expect(below["below_law"] == true && below["law_minimum"] == .int(least))
        #expect(below["by_law"]?["determination"] != below["determination"], "\(below)")
        let at = try answer(least)
        #expect(at["below_law"] == nil && at["by_law"] == nil)
        #expect(at["determination"] == below["by_law"]?["determination"])
    }

    @Test("what is blocked for sure, or long over, waits for no calendar")
    func sure() throws {
        func verdict(_ question: String, _ facts: [String: JSON]) throws -> JSON? {
            try ask(question, .object(facts))["determination"]
        }
        #expect(
            try verdict(
                "step_gate", ["posted": "2026-12-28", "min_workdays": 5, "application_day": "2026-12-29"])
                == "blocked")
        #expect(
            try verdict(
                "step_gate", ["posted": "2026-12-28", "min_workdays": 5, "application_day": "2027-01-12"])
                == "calendar_not_loaded")
        let accepted: [String: JSON] = ["accepted": "2025-10-03", "kind": "electrical"]
        #expect(try verdict("warranty_claim", accepted.merging(["claim": "2029-05-05"]) { $1 }) == "expired")
        #expect(
            try verdict("warranty_claim", accepted.merging(["claim": "2027-10-04"]) { $1 })
                == "calendar_not_loaded")
    }

    @Test("facts that contradict each other are refused by name; what lies ahead is provisional")
    func contradictions() throws {
        let ballot: [String: JSON] = [
            "closed": "2021-02-20", "matter": "general", "area_total": "100.00", "area_part": "80.00",
            "area_yes": "60.00", "persons_total": 100, "persons_part": 80, "persons_yes": 60,
        ]
        #expect(
            try problems("consent", .object(ballot.merging(["opened": "2021-02-21"]) { $1 })) == [
                "malformed closed"
            ])
        #expect(try ask("consent", .object(ballot))["provisional"] == nil)
        let ahead = try ask("consent", .object(ballot.merging(["closed": "2050-09-30"]) { $1 }))
        #expect(ahead["provisional"] == true && ahead["overall"] == "pass")
        #expect(
            try problems(
                "tender_single",
                .object(
                    Self.money.merging(["budget_funds": "22600000.01", "kind": "works", "estimate": "1.00"]) {
                        $1
                    }))
                == ["malformed budget_funds"])
        #expect(
            try problems(
                "tender_single",
                .object(Self.money.merging(["kind": "works", "estimate": "22600000.01"]) { $1 }))
                == ["malformed estimate"])
        let scope: [String: JSON] = [
            "jurisdiction": "HZ", "completed": "1992-05-01", "in_annual_expropriation": false,
            "last_renovated": .null, "ref_date": "1992-04-30",
        ]
        #expect(try problems("scope", .object(scope)) == ["malformed ref_date"])
        #expect(
            try problems(
                "hz_subsidy_rule",
                [
                    "district": "拱墅", "plan_entry": "2023-05-01", "completed": "2023-06-30",
                    "housing": "commodity",
                ])
                == ["malformed plan_entry"])
        let member: JSON = ["id": "a", "design_qualified": true, "construction_qualified": true]
        #expect(
            try problems(
                "epc_bidder",
                ["members": [member, member], "project_roles": [:], "predesign_documents_published": true])
                == ["malformed members"])
    }

    @Test("below the line public money goes by government procurement, with the ways that are open for works")
    func belowTheLine() throws {
        let works = try tender(
            "tender_single", ["kind": "works", "estimate": "3999999.00", "jurisdiction": "HZ"])
        #expect(works["also_check"] == "government_procurement")
        #expect(works["methods"] == ["competitive_negotiation", "single_source"])
        let goods = try tender("tender_single", ["kind": "goods", "estimate": "1999999.00"])
        #expect(goods["also_check"] == "government_procurement" && goods["methods"] == nil)
        let own = try tender(
            "tender_single", ["kind": "goods", "estimate": "1999999.00", "budget_funds": "0.00"])
        #expect(own["also_check"] == nil)
    }

    @Test("a place goes by its code, its name or its short name; what was given up or is not held says so")
    func places() throws {
        func answer(_ place: String, _ day: String = "2026-03-02") throws -> JSON {
            try ask(
                "notice_before",
                ["event": "2026-03-18", "workdays": 7, "jurisdiction": .text(place), "as_of": .text(day)])
        }
        func pack(_ place: String) throws -> JSON? { try answer(place)["packs"]?.list?.first?["id"] }
        for name in ["330302", "LC", "lc", "鹿城区", "鹿城", "Lucheng"] {
            #expect(try pack(name) == "330302", "\(name)")
        }
        #expect(try pack("滨江区") == "330100")
        #expect(try answer("LC", "1999-03-02")["determination"] == nil)
        for name in ["430681", "430671", "屈原管理区"] {
            #expect(try answer(name)["determination"] == "needs_source", "\(name)")
        }
        for name in ["330103", "下城区"] {
            #expect(
                try problems(
                    "notice_before", ["event": "2026-03-18", "workdays": 7, "jurisdiction": .text(name)])
                    == ["malformed jurisdiction"], "\(name)")
            #expect(try answer(name, "2020-03-02")["packs"]?.list?.first?["id"] == "330100", "\(name)")
        }
        #expect(
            try problems("notice_before", ["event": "2026-03-18", "workdays": 7, "jurisdiction": "110101"])
                == ["malformed jurisdiction"])
        // A county is not the city of its name, and a name without its kind is the one place that bears it.
        for (name, code) in [
            ("岳阳县", "needs_source"), ("温州县", "needs_source"), ("鹿城", "330302"), ("鹿城区", "330302"),
        ] {
            #expect(try ask("division_code", ["name": .text(name)])["determination"]?.text == code, "\(name)")
        }
        let gone = try ask("division_code", ["name": "下城区", "city": "杭州市"])
        #expect(gone["determination"] == "no_own_code" && gone["formerly"] == "330103")
        #expect(gone["detail"]?.text?.contains("拱墅区 330105") == true)
    }

    @Test(
        "an answer says what is to be known of its texts: a gap before publication, a rank, a text not held")
    func notes() throws {
        let scope: [String: JSON] = [
            "completed": "1995-06-30", "in_annual_expropriation": false, "last_renovated": .null,
            "ref_date": "2024-01-02", "jurisdiction": "XH",
        ]
        func notes(_ question: String, _ facts: [String: JSON], _ day: String) throws -> [String] {
            var facts = facts.merging(["as_of": .text(day)]) { $1 }
            if question == "scope" { facts["ref_date"] = .text(day) }
            let answer = try ask(question, .object(facts))
            return answer["notes"]?.list?.compactMap { $0["note"]?.text } ?? []
        }
        let rank = "由领导小组办公室发文取代区政府办公室文件，下级取代上级"
        #expect(try notes("scope", scope, "2024-01-02") == ["施行早于网上公布（2024-01-04），其间的行为须复核；" + rank])
        #expect(try notes("scope", scope, "2024-01-03") == ["施行早于网上公布（2024-01-04），其间的行为须复核；" + rank])
        #expect(try notes("scope", scope, "2024-01-04") == [rank])
        let city = scope.merging(["jurisdiction": "HZ"]) { $1 }
        #expect(try !notes("scope", city, "2024-01-02").contains { $0.contains(rank) })
        let digging: [String: JSON] = [
            "accepted": "2025-01-05", "request": "2026-01-05", "emergency": false, "jurisdiction": "YY",
        ]
        #expect(try notes("no_dig", digging, "2026-03-02") == ["征求意见稿，不具约束力"])
        let liability: [String: JSON] = [
            "report_filed": "2026-01-05", "owner_delay": false, "months": 24, "jurisdiction": "LC",
        ]
        #expect(try notes("defect_liability", liability, "2026-06-29") == [])
        #expect(try notes("defect_liability", liability, "2026-06-30").first?.hasPrefix("文本未收录；") == true)
        let early: [String: JSON] = [
            "district": "拱墅", "plan_entry": "2020-05-01", "completed": "1995-06-30", "housing": "commodity",
        ]
        #expect(try notes("hz_subsidy_rule", early, "2026-03-02").sorted() == ["政策解读，不是文件本身", "文本未收录"])
    }

    @Test("a role that the rules do not know is refused by name")
    func roles() throws {
        let member: JSON = ["id": "a", "design_qualified": true, "construction_qualified": true]
        #expect(
            try problems(
                "epc_bidder",
                ["members": [member], "project_roles": ["cook": "a"], "predesign_documents_published": false])
                == ["unknown project_roles.cook"])
        #expect(
            try problems(
                "consultant_conflict",
                [
                    "consultant": "a", "services": [], "contractor": "b",
                    "control_links": [["a"], ["a", "b"]],
                ])
                == ["malformed control_links[0]"])
    }
}
