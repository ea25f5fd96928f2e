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
                ["accepted": "2024-05-06", "kind": "structure"],
                ["determination": "needs_source", "needs": "design_life"]
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
