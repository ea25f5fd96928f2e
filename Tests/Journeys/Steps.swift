import Harness
import Ledger
import Testing
import Values
import Web

/// Steps that several places have.
extension Walk {
    private static let facts: [String: JSON] = [
        "ref_date": "2026-01-12", "in_demolition_range": false, "no_danger": true,
        "poor_infrastructure": true, "poor_property_mgmt": true, "strong_will": true, "housing": "commodity",
        "never_renovated": true, "hollow_slab_hazard": false, "in_annual_expropriation": false,
        "illegal_building_ok": true,
        "body_formed": true, "area_name": "岳阳楼区", "no_expropriation": true,
        "list_version": "2026年拆迁计划", "list_checked_on": "2026-01-12",
    ]

    func scope() async {
        let found = await done("/scope", .object(Walk.facts))
        #expect(found["verdict"] == "eligible", "\(found)")
    }

    /// What the years of Gongshu's own programme find of a community that is renovated in 2020 (GS-03-2), with the day's clause.
    func scopeOf2020() async {
        var facts = Walk.facts
        facts["ref_date"] = "2020-06-01"
        let found = await done("/scope", .object(facts))
        #expect(found["verdict"] == "eligible", "\(found)")
        let rules = (found["because"]?.list ?? []).map { $0["rule"] }
        #expect(rules.contains("GS-03-2"), "\(found)")
        #expect(!rules.contains { $0?.text?.hasPrefix("HZ-") == true }, "\(found)")
    }

    /// A finding that names another area than the project's own is refused, and stores nothing.
    func scopeElsewhere(_ area: String) async {
        var facts = Walk.facts
        facts["area_name"] = .text(area)
        await held("/scope", .object(facts), by: ["scope_names_its_facts"])
    }

    func survey(_ kinds: [String]) async {
        for kind in kinds {
            await done(
                "/survey-records", as: "community",
                [
                    "id": id("survey:" + kind), "kind": .text(kind), "summary": "已核", "source": "社区摸底",
                    "surveyed_on": today,
                ])
        }
    }

    func body() async {
        await done(
            "/owners-body", as: "community",
            [
                "id": id("body"), "kind": "self_governance_group", "name": "测试小区自治小组",
                "filing_number": "备〔2026〕2号", "formed_on": today,
            ])
    }

    /// Bytes that begin as a picture of a camera does.
    private static let photo: [UInt8] =
        [0xff, 0xd8, 0xff, 0xe0] + Array("公示栏前的照片".utf8) + Array(repeating: 7, count: 200)

    /// What hangs and the photo of it are papers of the project first.
    func posting(_ name: String, _ attachments: [String]) async {
        let files = attachments.map { Walk.content(of: "张贴的" + $0) } + [Walk.photo]
        for (ordinal, file) in files.enumerated() {
            await done(
                "/papers", as: "owners",
                [
                    "id": id("posted:\(name):\(ordinal)"), "kind": "other", "title": "张贴的材料",
                    "dated": today, "content": .text(Base64.text(file)),
                ])
        }
        let digests = files.map { JSON.text(hex(Digest.sha256($0))) }
        await done(
            "/postings", as: "owners",
            [
                "id": id("posting:" + name), "place": "小区大门公示栏", "photo": digests.last ?? .null,
                "attachments": .list(zip(attachments, digests).map { ["kind": .text($0), "sha256": $1] }),
                "posted_on": today,
            ])
    }

    /// The items of the scheme; who pays is computed where the place has a rule for it.
    func scheme(leavingOut kind: String? = nil) async -> JSON {
        let kinds = [
            ("A1", "mandatory", "fire_safety", 200), ("A2", "mandatory", "storm_sewage", 100),
            ("A3", "mandatory", "drainage", 100), ("A4", "mandatory", "line_tidying", 100),
            ("A5", "mandatory", "waste_sorting", 100), ("B1", "basic", "roads", 800),
            ("C1", "improve", "greening", 400), ("D1", "upgrade", "service_rooms", 200),
        ].filter { $0.2 != kind }
        return await done(
            "/scheme",
            [
                "decided_on": today, "other_fen": 160_000_000, "contingency_fen": 100_000_000,
                "items": .list(
                    kinds.map { code, group, kind, tens in
                        [
                            "id": id("item:" + code), "code": .text(code), "title": .text(code),
                            "class": .text(group), "kind": .text(kind), "unit": "m",
                            "quantity_milli": 1_000_000, "amount_fen": .int(Int64(tens) * 1_000_000),
                        ]
                    }),
            ])
    }

    /// From the permit's state to an open start gate: budget, package, determination, contract, papers.
    func toTheStart(_ here: SourceLocation = #_sourceLocation) async throws {
        let shut = await get("/start-gate")
        #expect(shut["open"] == false, "\(place) \(shut)", sourceLocation: here)
        await held(
            "/tender-determinations", by: ["tender_waits_for_the_budget"], here)
        // The plan's own figures, where the place computes one.
        let card = await get("")
        let total = card["total_fen"]?.int ?? 2_260_000_000
        // So few square metres earn little of a subsidy: the district's budget pays the works all the same.
        let publicFunds = max(card["subsidy_fen"]?.int ?? 0, 1_600_000_000)
        await done(
            "/budget",
            [
                "total_investment_fen": .int(total),
                "budget_funds_fen": .int(publicFunds),
                "soe_dominant": false, "feasibility_fen": .int(total), "approved_budget_fen": .int(total),
                "approval_number": "发改审〔2026〕18号", "approved_on": today,
            ], here)
        await done(
            "/packages",
            [
                "id": id("lot"), "code": "A", "title": "管网工程", "category": "works",
                "estimate_fen": 500_000_000, "planned_method": "public_tender",
            ], here)
        let found = await done("/tender-determinations", nil, here)
        #expect(found["items"]?.list?.first?["verdict"] == "must_tender", "\(found)", sourceLocation: here)
        await held(
            "/v1/packages/\(Seed.id("journey:lot"))/contract", contract("public_tender"),
            by: ["tendered_contract_rests_on_its_award"], here)
        let issued = database.clock.now.day
        database.clock.set(day: issued.adding(days: 38))
        await done("/v1/packages/\(Seed.id("journey:lot"))/award", award(issued), here)
        await held(
            "/v1/packages/\(Seed.id("journey:lot"))/contract", contract("public_tender"),
            by: ["contract_waits_for_delivery_mode"], here)
        await done("/delivery-mode", ["mode": "traditional", "chosen_on": today], here)
        await done(
            "/engagements",
            [
                "id": id("contractor"), "organisation": .text(Seed.id("org:contractor").description),
                "role": "contractor", "valid_from": today,
            ], here)
        let contract = "/v1/packages/\(Seed.id("journey:lot"))/contract"
        await held(
            contract, self.contract("direct"),
            by: ["contract_follows_its_determination", "contract_is_what_was_awarded"], here)
        await done(contract, self.contract("public_tender"), here)
        await papers(["quality_supervision"], here)
        if await get("/start-gate")["open"] != true { await papers(["permit"], here) }
        let gate = await get("/start-gate", as: "street")
        #expect(gate["open"] == true, "\(place) \(gate)", sourceLocation: here)
        #expect(gate["_actions"]?.list?.first?["action"] == "project.start", sourceLocation: here)
    }

    /// An award whose tender documents went out on a day.
    private func award(_ issued: BusinessDay) -> JSON {
        [
            "id": id("award"), "winner": .text(Seed.id("org:contractor").description),
            "price_fen": 490_000_000, "documents_on": .text("\(issued)"),
            "documents_until": .text("\(issued.adding(days: 5))"),
            "opened_on": .text("\(issued.adding(days: 21))"),
            "notice_on": today,
            "notice": [
                "id": id("notice"), "title": "中标通知书",
                "content": .text(Base64.text(Array("中标通知书：水心小区老旧小区改造工程中标结果及金额".utf8))),
                "media_type": "text/plain",
            ],
            "reported_on": .text("\(issued.adding(days: 21))"),
            "candidates_on": .text("\(issued.adding(days: 21))"),
            "candidates_until": .text("\(issued.adding(days: 36))"),
            "bidders": [
                ["name": "中标单位", "organisation": .text(Seed.id("org:contractor").description), "rank": 1],
                ["name": "投标单位甲", "rank": 2], ["name": "投标单位乙", "rank": 3],
            ],
            "committee": .list(
                (1...5).map {
                    ["name": .text("成员\($0)"), "employer": "评标专家库", "is_expert": .bool($0 > 1)]
                }),
        ]
    }

    private func contract(_ method: String) -> JSON {
        var fields: [String: JSON] = [
            "id": id("contract"), "contractor": .text(Seed.id("org:contractor").description),
            "number": "HT-A", "title": "施工合同", "method": .text(method), "signed_on": today,
            "amount_fen": 490_000_000,
            "bill": [
                [
                    "id": id("line"), "works_item": id("item:A1"), "code": "L1", "title": "管道", "unit": "m",
                    "quantity_milli": 1_000_000, "unit_price_fen": 1000,
                ],
                [
                    "id": id("charge"), "charge": "measures", "code": "Z1", "title": "措施项目费", "unit": "项",
                    "quantity_milli": 1000, "unit_price_fen": 489_000_000,
                ],
            ],
        ]
        if method == "public_tender" { fields["award_notice_on"] = today }
        return .object(fields)
    }
}
