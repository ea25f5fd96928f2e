import Actions
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import Tendering
@testable import TenderingService

@Suite("Tendering: bills against the approved scheme, and what is taken out of it")
struct SchemeGuardTests {
    /// The request of the construction unit with its paper, as the application's role writes it.
    static func ask(
        _ id: String = "less", milli: Int64 = 400_000, ground: String = "survey_difference",
        reason: String = "实测长度少于方案，附实测记录", on day: BusinessDay = Seed.today, stored: Bool = true
    ) -> [SQL] {
        let (op, asked) = (Scene.newOperation(), Seed.id("reduction:" + id))
        let bytes = Array("关于调减方案内容的请示：实测长度少于方案，已公示，附实测记录和居民意见 \(id)".utf8)
        return [
            TestDatabase.event(op, on: ("test", op), project: Scene.project),
            """
            insert into app.file (district, sha256, media_type, content)
            values (1, sha256(\(bytes)), 'text/plain', \(bytes)) on conflict do nothing
            """,
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
                op_id)
            values (1, \(Seed.id("request:" + id)), \(Scene.project), 'scheme_reduction', \(asked),
                'scheme_reduction_request', '请示', '2026-03-01',
                sha256(\(stored ? bytes : Array("elsewhere".utf8))), \(op))
            """,
            """
            insert into app.scheme_reduction (district, reduction_id, project_id, works_item_id, quantity_milli, ground,
                reason, paper_id, proposed_on, op_id)
            values (1, \(asked), \(Scene.project), \(Scene.item), \(milli), \(ground), \(reason),
                \(Seed.id("request:" + id)), \(day), \(op))
            """,
        ]
    }

    static func decide(
        _ id: String = "less", approves: Bool = true, by login: String = "office",
        reason: String = "情况属实，同意调减"
    ) -> [SQL] {
        Scene.change { op in
            """
            insert into app.scheme_reduction_decision (district, reduction_id, project_id, approves, reason, decided_by,
                decided_on, op_id)
            values (1, \(Seed.id("reduction:" + id)), \(Scene.project), \(approves), \(reason),
                \(Seed.id("person:" + login)), \(Seed.today), \(op))
            """
        }
    }

    /// Small lots, each determined, under a budget.
    private func ready(
        _ lots: [(String, Int64)] = [("A", 100_000_000)], _ body: @Sendable (Scene) async throws -> Void
    ) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            for (code, estimate) in lots { try await scene.act(Scene.package(code, estimate)) }
            for (code, _) in lots { try await scene.act(scene.determine(code)) }
            try await body(scene)
        }
    }

    /// A contract of package A with the lines that are given.
    private static func contract(_ amount: Int64, _ lines: @Sendable (ID) -> [SQL]) -> [SQL] {
        let op = Scene.newOperation()
        return [
            TestDatabase.event(op, on: ("test", op), project: Scene.project),
            """
            insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
                method, signed_on, amount_fen, op_id)
            values (1, \(Seed.id("contract:A")), \(Scene.project), \(Seed.id("A")), \(Scene.contractor), 'A', '施工合同',
                'direct', '2026-03-01', \(amount), \(op))
            """,
        ] + lines(op)
    }

    @Test("a bill holds its items whole, in their own unit, and comes to its contract's amount")
    func bills() async throws {
        try await ready { scene async throws in
            func refusal(_ amount: Int64, _ lines: @Sendable (ID) -> [SQL]) async throws -> String? {
                try await scene.refusal(Self.contract(amount, lines))
            }
            // A kilogram, and a tenth at ten times the price.
            #expect(
                try await refusal(90_000) {
                    [Scene.line("A", "L1", op: $0, price: 90_000, milli: 1000, unit: "kg")]
                } == "bill_covers_its_items")
            #expect(
                try await refusal(90_000_000) {
                    [Scene.line("A", "L1", op: $0, price: 900_000, milli: 100_000)]
                } == "bill_covers_its_items")
            #expect(
                try await refusal(90_000_000) { [Scene.line("A", "L1", op: $0, price: 60_000)] }
                    == "bill_is_the_contract_amount")
            #expect(
                try await refusal(90_000_000) {
                    [Scene.line("A", "L1", op: $0, price: 0), Scene.charge(of: "A", 90_000_000, op: $0)]
                } == "billed_item_has_its_price")
            #expect(
                try await refusal(90_000_000) { [Scene.charge(of: "A", 90_000_000, op: $0)] }
                    == "works_contract_has_its_bill")
            #expect(
                try await refusal(100_001) {
                    [Scene.line("A", "L1", op: $0), Scene.charge(of: "A", 1, op: $0, kind: "gifts")]
                } == "bill_charge_is_known")
            #expect(
                try await refusal(100_000) { op in
                    [
                        """
                        insert into app.bill_line (district, bill_line_id, project_id, contract_id, code, title, unit,
                            quantity_milli, unit_price_fen, op_id)
                        values (1, \(Seed.id("l")), \(Scene.project), \(Seed.id("contract:A")), 'L1', '管', 'm', 1000000,
                            100, \(op))
                        """
                    ]
                } == "bill_line_is_of_an_item_or_a_charge")
            // The drawings have a metre more; valves by the piece and tax stand beside the metres.
            #expect(
                try await refusal(150_100) {
                    [
                        Scene.line("A", "L1", op: $0, milli: 1_001_000),
                        Scene.line("A", "L2", op: $0, price: 2000, milli: 20_000, unit: "个"),
                        Scene.charge(of: "A", 10_000, op: $0, kind: "tax"),
                    ]
                } == nil)
        }
    }

    @Test(
        "an item is divided between lots that are filed; raced, nothing of it is left to nobody, or sold twice"
    )
    func divided() async throws {
        let half = { @Sendable (code: String, milli: Int64) in
            Scene.contract(code, 190_000_000, "public_tender", milli: milli)
        }
        try await ready([("A", 250_000_000), ("B", 200_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(half("B", 400_000), half("A", 500_000)) == "bill_covers_its_items")
            try await scene.act(half("A", 600_000))
        }
        try await ready([("A", 100_000_000), ("B", 100_000_000)]) { scene async throws in
            #expect(
                try await scene.lost(Scene.contract("A", 90_000_000), Scene.contract("B", 90_000_000))
                    == "bill_stays_within_its_items")
        }
    }

    @Test("a reduction has a ground of the list, its stored paper, and the answer of the office")
    func forms() async throws {
        try await ready { scene async throws in
            func refusal(_ statements: [SQL], as login: String = "street") async throws -> String? {
                try await scene.database.refusal(as: login, statements)
            }
            #expect(try await refusal(Self.ask(ground: "mood")) == "reduction_ground_is_of_the_list")
            #expect(try await refusal(Self.ask(reason: "x")) == "reason_says_something")
            #expect(try await refusal(Self.ask(milli: 0)) == "reduction_has_a_quantity")
            #expect(
                try await refusal(Self.ask(milli: 1_000_001)) == "reduction_is_of_what_no_contract_holds")
            #expect(try await refusal(Self.ask(stored: false)) == "reduction_rests_on_its_paper")
            #expect(
                try await refusal(Self.ask(on: Seed.today.adding(days: -1)))
                    == "reduction_is_asked_by_the_construction_unit")
            #expect(try await refusal(Self.ask(), as: "office")?.hasPrefix("42501") == true)
            try await scene.act(Self.ask())
            #expect(try await refusal(Self.decide(by: "street"))?.hasPrefix("42501") == true)
            #expect(
                try await refusal(Self.decide(by: "office2"), as: "office")
                    == "reduction_is_decided_by_the_office")
            #expect(try await refusal(Self.decide(reason: "x"), as: "office") == "reason_says_something")
            try await scene.database.act(as: "office", Self.decide())
            #expect(try await refusal(Self.decide(), as: "office") == "reduction_is_decided_once")
            #expect(
                try await refusal(
                    Scene.change { op in
                        "update app.scheme_reduction set quantity_milli = 1, op_id = \(op)"
                    })?.hasPrefix("42501") == true)
            // 600 of the 1,000 metres are left to be built.
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.contract("A", 90_000_000, milli: 600_000))
        }
    }

    @Test(
        "a reduction meets a contract, another answer and the end of works: whichever is second finds the first"
    )
    func raced() async throws {
        try await ready { scene async throws in
            #expect(
                try await scene.lost(Scene.contract("A", 90_000_000), Self.ask())
                    == "reduction_is_of_what_no_contract_holds")
        }
        try await ready { scene async throws in
            try await scene.act(Self.ask())
            let (signed, late) = try await scene.database.race(
                ("street", Scene.contract("A", 90_000_000)), ("office", Self.decide()))
            #expect(signed == nil && late == "reduction_is_of_what_no_contract_holds")
            let (one, two) = try await scene.database.race(
                ("office", Self.decide(approves: false)),
                ("office2", Self.decide(approves: false, by: "office2")))
            #expect(one == nil && two == "reduction_is_decided_once")
        }
        try await ready { scene async throws in
            let end: [SQL] = [
                "set local session_replication_role = replica", "update app.project set state = 'S16'",
                TestDatabase.eventOfNothing,
            ]
            let (ended, late) = try await scene.database.race(
                (TestDatabase.anOperator, end), ("street", Self.ask()))
            #expect(ended == nil && late == "reduction_comes_before_acceptance")
            #expect(try await scene.refusal(Self.ask()) == "reduction_comes_before_acceptance")
        }
    }

    @Test(
        "works of the scheme that nobody filed count with a lot, by SQL as by the rules, until they are taken out"
    )
    func unfiled() async throws {
        try await Scene.with(worth: 760_000_000) { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 375_000_000))
            #expect(
                try await scene.refusal(scene.determine("A", saying: "not_mandatory"))
                    == "determination_agrees_with_its_figures")
            let lot = Lot(id: "a", code: "A", category: .works, estimate: Fen(375_000_000))
            let found = try TenderRules.finding(
                for: lot, among: [lot] + SchemeRules.unfiled(of: Fen(760_000_000), beside: [lot]),
                paidBy: TenderRulesTests.whole, under: try TestPolicies.lucheng())
            #expect(found.verdict == .mustTender && found.groupValue == Fen(760_000_000))
            // What is taken out of the scheme counts no more: 375 of 399.
            try await scene.act(Self.ask(milli: 475_000))
            try await scene.database.act(as: "office", Self.decide())
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 370_000_000, milli: 525_000))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("what is held for lots signed apart is not lifted by withdrawing the neighbour")
    func withdrawn() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 240_000_000))
            #expect(try await scene.held().isEmpty)
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.works_item set amount_fen = 760000000", TestDatabase.eventOfNothing,
                ])
            }
            try await scene.act(Scene.package("B", 200_000_000))
            #expect(try await scene.held() == Scene.heldAsSplit)
            try await scene.act(
                Scene.change { op in
                    """
                    update app.package set withdrawn_on = '2026-03-02', withdrawal_reason = '暂不实施二标段',
                        version = version + 1, op_id = \(op) where package_id = \(Seed.id("B"))
                    """
                })
            #expect(try await scene.held() == Scene.heldAsSplit)
        }
    }

    @Test(
        "over the routes: a short bill names its items; the street asks, the office answers, the scheme says so"
    )
    func routes() async throws {
        try await ready { scene async throws in
            let desk = scene.database.desk
            let site = try TestSite(
                TenderingRoutes(actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk))
                    .routes)
            let base = "/v1/projects/\(Scene.project)"
            func contract(_ milli: Int64) -> JSON {
                [
                    "id": .text(Seed.id("c").description),
                    "contractor": .text(Scene.contractor.description), "number": "HT", "title": "施工合同",
                    "method": "direct", "signed_on": "2026-03-02", "amount_fen": .int(milli),
                    "bill": [
                        [
                            "id": .text(Seed.id("l").description),
                            "works_item": .text(Scene.item.description), "code": "L1", "title": "管道",
                            "unit": "m", "quantity_milli": .int(milli), "unit_price_fen": 1000,
                        ]
                    ],
                ]
            }
            let path = "/v1/packages/\(Seed.id("A"))/contract"
            let short = await site.send(.post, path, as: "street", contract(600_000))
            #expect(short.refusalCodes == ["bill_covers_its_items"], "\(short.text)")
            #expect(short.text.contains("方案还有 1000 m，清单 600 m") && short.text.contains("HOUSE-SCH-1"))
            func request(
                _ ground: String, _ content: String = "关于调减雨污管网的请示：经实测，管网长度少于方案，已在小区公示，没有居民提出异议，附实测记录和居民代表意见"
            ) -> JSON {
                [
                    "id": .text(Seed.id("reduction").description),
                    "works_item": .text(Scene.item.description), "quantity_milli": 400_000,
                    "ground": .text(ground), "reason": "实测长度少于方案",
                    "paper": [
                        "id": .text(Seed.id("request").description), "title": "请示",
                        "content": .text(Base64.text(Array(content.utf8))), "media_type": "text/plain",
                    ],
                ]
            }
            let asking = base + "/scheme-reductions"
            #expect(await site.send(.post, asking, as: "office", request("survey_difference")).status == 403)
            let bad = await site.send(.post, asking, as: "street", request("mood"))
            #expect(bad.refusalCodes == ["reduction_ground_is_of_the_list"])
            let asked = await site.send(.post, asking, as: "street", request("survey_difference"))
            #expect(asked.status == 201, "\(asked.text)")
            let seen = await site.send(.get, base + "/scheme", as: "office").json
            #expect(
                seen?["_actions"]?.list?.compactMap { $0["action"]?.text } == ["scheme.decide_reduction"])
            let answer = "/v1/scheme-reductions/\(Seed.id("reduction"))/decision"
            let said: JSON = ["approves": true, "reason": "实测属实，同意"]
            #expect(await site.send(.post, answer, as: "street", said).status == 403)
            let approved = await site.send(.post, answer, as: "office", said)
            #expect(approved.status == 201, "\(approved.text)")
            #expect(
                await site.send(.post, answer, as: "office2", said).refusalCodes == [
                    "reduction_is_decided_once"
                ])
            let item = await site.send(.get, base + "/scheme", as: "street").json?["items"]?.list?.first
            #expect(item?["reduced_milli"] == 400_000 && item?["due_milli"] == 600_000)
            _ = await site.send(.post, base + "/tender-determinations", as: "street")
            let signed = await site.send(.post, path, as: "street", contract(600_000))
            #expect(signed.status == 201, "\(signed.text)")
        }
    }
}
