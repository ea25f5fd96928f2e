import Harness
import Policy
import Testing
import Values

@testable import Delivery

@Suite("Delivery: who may take part beside whom")
struct ConflictRulesTests {
    static let day = BusinessDay(iso: "2026-03-02") ?? BusinessDay(daysSince2000: 0)

    static func party(_ unit: String, _ role: String, to: BusinessDay? = nil) -> Engagement {
        Engagement(id: unit + role, organisation: unit, name: unit, role: role, from: day, to: to)
    }

    private func refusals(
        _ new: Engagement, beside standing: [Engagement], _ links: [ControlLink] = []
    ) throws -> [Refusal] {
        try ConflictRules.engagement(
            new, beside: standing, linkedBy: links, mode: "epc", under: TestPolicies.lucheng()
        ).refusals
    }

    @Test("an EPC contractor who is also the agent is refused, with the clause (EPC-05)")
    func sameUnit() throws {
        let found = try refusals(
            Self.party("一建", "epc_contractor"), beside: [Self.party("一建", "agent_construction")])
        #expect(found.map(\.code) == ["engagement_has_no_conflict"])
        #expect(found.first?.citation?.rule == "EPC-05")
    }

    @Test(
        "so is one linked to the agent by control, either way, through others, or under the same controller (AGC-4)",
        arguments: [
            [
                ControlLink(controller: "一建", controlled: "中间", from: day),
                ControlLink(controller: "中间", controlled: "代建", from: day),
            ],
            [
                ControlLink(controller: "集团", controlled: "中间", from: day),
                ControlLink(controller: "中间", controlled: "一建", from: day),
                ControlLink(controller: "集团", controlled: "代建", from: day),
                ControlLink(controller: "一建", controlled: "集团", from: day),
            ],
            [ControlLink(controller: "一建", controlled: "代建", from: day)],
            [ControlLink(controller: "代建", controlled: "一建", from: day)],
            [
                ControlLink(controller: "集团", controlled: "一建", from: day),
                ControlLink(controller: "集团", controlled: "代建", from: day),
            ],
        ])
    func linked(links: [ControlLink]) throws {
        let found = try refusals(
            Self.party("一建", "epc_contractor"), beside: [Self.party("代建", "agent_construction")], links)
        #expect(found.map { $0.citation?.rule } == ["AGC-4"])
    }

    @Test("units apart, links that ended before, and roles that may meet are let through")
    func apart() throws {
        let agent = Self.party("代建", "agent_construction")
        #expect(try refusals(Self.party("一建", "epc_contractor"), beside: [agent]).isEmpty)
        let past = ControlLink(
            controller: "一建", controlled: "代建", from: Self.day.adding(days: -400),
            to: Self.day.adding(days: -1))
        #expect(try refusals(Self.party("一建", "epc_contractor"), beside: [agent], [past]).isEmpty)
        let chain = [
            ControlLink(
                controller: "一建", controlled: "中间", from: Self.day.adding(days: -400),
                to: Self.day.adding(days: -1)),
            ControlLink(controller: "中间", controlled: "代建", from: Self.day),
        ]
        #expect(try refusals(Self.party("一建", "epc_contractor"), beside: [agent], chain).isEmpty)
        #expect(try refusals(Self.party("代建", "designer"), beside: [agent]).isEmpty)
        let ended = Self.party("一建", "agent_construction", to: Self.day.adding(days: -1))
        #expect(try refusals(Self.party("一建", "epc_contractor"), beside: [ended]).isEmpty)
    }

    @Test("a consultant with supervision may not be linked to the contractor (WPC-1, PER-6)")
    func consultant() throws {
        let policy = try TestPolicies.lucheng()
        func decide(_ links: [ControlLink], _ services: [String]) throws -> Set<String> {
            Set(
                try ConsultingRules.consultant(
                    "全咨", services: services, contractor: "一建", linkedBy: links, on: Self.day, under: policy
                ).refusals.compactMap { $0.citation?.rule })
        }
        let link = ControlLink(controller: "全咨", controlled: "一建", from: Self.day)
        #expect(try decide([], ["supervision"]).isEmpty)
        #expect(try decide([link], ["supervision", "cost"]) == ["WPC-1", "PER-6"])
        #expect(try decide([link], ["cost"]) == ["WPC-1"])
    }

    @Test("an EPC bidder holds both qualifications and is not the author of unpublished early documents")
    func bidder() throws {
        let policy = try TestPolicies.lucheng()
        let design = Bidder(id: "设计院", designQualified: true, constructionQualified: false)
        let build = Bidder(id: "一建", designQualified: false, constructionQualified: true)
        func codes(_ members: [Bidder], _ roles: [String: String], published: Bool = false) throws -> [String]
        {
            try EPCRules.bidder(members, roles: roles, predesignPublished: published, under: policy)
                .refusals.map(\.code)
        }
        #expect(try codes([build], [:]) == ["epc_bidder_holds_both_qualifications"])
        #expect(try codes([design, build], [:]).isEmpty)
        #expect(
            try codes([design, build], ["feasibility_author": "设计院"]) == ["epc_bidder_is_not_its_author"])
        #expect(try codes([design, build], ["feasibility_author": "设计院"], published: true).isEmpty)
        #expect(
            try codes([design, build], ["supervision": "x", "supervisor": "一建"]) == [
                "engagement_has_no_conflict"
            ])
        let refused = try EPCRules.bidder(
            [design, build], roles: ["supervisor": "一建"], predesignPublished: false, under: policy)
        #expect(refused.refusals.first?.missing.map(\.zh) == ["一建：\(Role.supervisor.words.zh)"])
    }
}

@Suite("Delivery: mode, fees, codes")
struct ModeRulesTests {
    private func facts(_ mode: DeliveryMode?, contracts: [String] = []) -> ModeFacts {
        ModeFacts(
            mode: mode, version: mode == nil ? nil : 1, place: "330302", edition: "e", contracts: contracts,
            roles: [])
    }

    @Test("the mode is chosen once, changed with a reason, and settled by the first works contract")
    func choice() throws {
        let policy = try TestPolicies.lucheng()
        func codes(_ facts: ModeFacts, _ reason: String? = nil) throws -> [String] {
            try ModeRules.choice(of: .epc, reason: reason, given: facts, under: policy).refusals.map(\.code)
        }
        #expect(try codes(facts(nil)).isEmpty)
        #expect(try codes(facts(.traditional)) == ["delivery_mode_change_has_a_reason"])
        #expect(try codes(facts(.traditional), "范围明确").isEmpty)
        #expect(
            try codes(facts(.traditional, contracts: ["HT-1"]), "范围明确") == [
                "delivery_mode_is_settled_by_contracts"
            ])
    }

    @Test("every mode states its seats; EPC has the general contractor, 代建 both owner and agent")
    func seats() throws {
        let policy = try TestPolicies.lucheng()
        for mode in DeliveryMode.allCases {
            #expect(try ModeRules.seats(of: mode, under: policy).value.contains("construction_unit"))
        }
        #expect(try ModeRules.seats(of: .epc, under: policy).value.contains("epc_contractor"))
        #expect(
            try ModeRules.seats(of: .agentConstruction, under: policy).value.contains("agent_construction"))
    }

    @Test(
        "the management fee's ceiling is progressive (AGC-2)",
        arguments: [
            ("10000000.00", "200000.00"), ("32000000.00", "530000.00"), ("50000000.00", "800000.00"),
            ("100000000.00", "1400000.00"), ("500000000.00", "5400000.00"), ("1000000000.00", "9400000.00"),
            ("1000000000.01", "9400000.00"), ("2000000000.00", "13400000.00"),
        ])
    func ceiling(investment: String, ceiling: String) throws {
        let amount = try #require(Fen(yuan: investment))
        #expect(try AgentFeeRules.ceiling(of: amount, under: TestPolicies.lucheng()).value.yuan == ceiling)
    }

    @Test("the agent's fee and the owner's stay below the ceiling together (AGC-3)")
    func fee() throws {
        let policy = try TestPolicies.lucheng()
        let investment = try #require(Fen(yuan: "32000000.00"))
        func isAllowed(_ agent: String, _ owner: String) throws -> Bool {
            try AgentFeeRules.fee(
                agent: try #require(Fen(yuan: agent)), owner: try #require(Fen(yuan: owner)),
                investment: investment,
                under: policy
            ).refusals.isEmpty
        }
        #expect(try isAllowed("530000.00", "0.00"))
        #expect(try !isAllowed("550000.00", "0.00"))
        #expect(try !isAllowed("400000.00", "131000.00"))
        #expect(try isAllowed("400000.00", "130000.00"))
    }

    @Test("of a price change the owner bears only what lies beyond the band (EPC-07)")
    func band() throws {
        let base = try #require(Fen(yuan: "3000000.00"))
        let band = try #require(Ratio("0.05"))
        let eight = EPCRules.priceBand(base: base, change: try #require(Ratio("0.08")), band: band)
        #expect(eight.owner.yuan == "90000.00")
        #expect(eight.contractor.yuan == "150000.00")
        let four = EPCRules.priceBand(base: base, change: try #require(Ratio("0.04")), band: band)
        #expect(four.owner == .zero)
        #expect(four.contractor.yuan == "120000.00")
    }

    @Test("a credit code is taken only with its right check character (COD-1)")
    func creditCode() {
        #expect(CreditCode("91350100M000100Y43") != nil)
        #expect(CreditCode("91350100M000100Y42") == nil)
        #expect(CreditCode("91350100M000100Y4Z") == nil)
        #expect(CreditCode("91350100M000100Y4") == nil)
        #expect(CreditCode("") == nil)
        #expect(CreditCode(Seed.creditCode(7)) != nil)
    }
}
