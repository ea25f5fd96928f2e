import Actions
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Tendering
@testable import TenderingService

@Suite("Tendering: lots counted apart from their kind")
struct SeparationTests {
    static func separate(
        _ code: String, as id: String = "separation", ground: String = "different_specialty",
        reason: String = "园林绿化，须另由绿化养护单位承担", paper: String = "decision", by login: String = "office",
        role: String = "renovation_office"
    ) -> [SQL] {
        Scene.change { op in
            """
            insert into app.package_separation (district, separation_id, project_id, package_id, ground, reason,
                paper_id, decided_by, decider_role, op_id)
            values (1, \(Seed.id(id)), \(Scene.project), \(Seed.id(code)), \(ground), \(reason), \(Seed.id(paper)),
                \(Seed.id("person:" + login)), \(role), \(op))
            """
        }
    }

    private static func withdraw(_ code: String) -> [SQL] {
        Scene.change { op in
            """
            update app.package set withdrawn_on = '2026-03-02', withdrawal_reason = '不再采购', version = version + 1,
                op_id = \(op) where package_id = \(Seed.id(code))
            """
        }
    }

    /// Two lots that must be tendered together, and the office's paper that one of them is something else.
    private func ready(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000, combinable: false))
            try await scene.act(Scene.package("B", 200_000_000, combinable: false))
            try await scene.database.act(as: "office2", Scene.paper("separation_decision", id: "decision"))
            try await body(scene)
        }
    }

    @Test(
        "who buys asks in vain: lots are counted together until the office decides otherwise (TEN-6, TEN-11)")
    func decided() async throws {
        try await ready { scene async throws in
            #expect(
                try await scene.refusal(scene.determine("A", saying: "not_mandatory"))
                    == "determination_agrees_with_its_figures")
            try await scene.act(scene.determine("A"))
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000))
                    == "contract_follows_its_determination")
            try await scene.database.act(as: "office", Self.separate("B"))
            #expect(
                try await scene.refusal(Scene.contract("A", 240_000_000))
                    == "contract_follows_its_determination")
            try await scene.act(scene.determine("A", round: 2))
            try await scene.act(Scene.contract("A", 240_000_000))
        }
    }

    @Test(
        "a separation has a ground of the list, a stored paper, and a decider of another unit who acts himself"
    )
    func forms() async throws {
        try await ready { scene async throws in
            let office = { (statements: [SQL]) async throws in
                try await scene.database.refusal(as: "office", statements)
            }
            #expect(
                try await office(Self.separate("B", ground: "mood")) == "separation_ground_is_of_the_list")
            #expect(try await office(Self.separate("B", reason: " ")) == "separation_says_why")
            #expect(try await office(Self.separate("B", reason: "x")) == "reason_says_something")
            #expect(
                try await office(Self.separate("B", by: "office2"))
                    == "separation_is_decided_by_its_authority")
            #expect(
                try await scene.refusal(Self.separate("B", by: "street", role: "construction_unit"))?
                    .hasPrefix("42501") == true)
            try await scene.database.act(
                as: "office", Scene.paper("separation_decision", id: "name", stored: false))
            try await scene.database.act(as: "office", Scene.paper("budget_approval", id: "other"))
            for paper in ["name", "other"] {
                #expect(try await office(Self.separate("B", paper: paper)) == "separation_rests_on_its_paper")
            }
            #expect(
                try await scene.refusal(Scene.paper("separation_decision", id: "own"))
                    == "paper_is_recorded_by_its_body")
            try await scene.database.act(as: "office", Scene.paper("separation_decision", id: "mine"))
            #expect(
                try await office(Self.separate("B", paper: "mine"))
                    == "separation_is_decided_by_a_second_person")
            try await scene.bind("renovation_office", to: "finance")
            #expect(try await office(Self.separate("B")) == "act_is_of_its_body")
            try await scene.bind("renovation_office", to: "office", from: "2026-02-01")
            try await scene.officeOfTheStreet()
            try await scene.bind("renovation_office", to: "street", from: "2026-02-02")
            #expect(try await office(Self.separate("B")) == "separation_is_decided_by_another_unit")
        }
    }

    @Test("a lot is counted apart once, and not once it is given up; raced as well")
    func raced() async throws {
        try await ready { scene async throws in
            let (one, two) = try await scene.database.race(
                ("office", Self.separate("B")), ("office", Self.separate("B", as: "again")))
            #expect(one == nil && two == "package_has_one_separation")
            let (withdrawn, late) = try await scene.database.race(
                ("street", Self.withdraw("A")), ("office", Self.separate("A", as: "late")))
            #expect(withdrawn == nil && late == "separation_is_for_a_standing_package")
            #expect(
                try await scene.database.refusal(as: "office", Self.separate("A", as: "late"))
                    == "separation_is_for_a_standing_package")
        }
    }

    @Test("a decision frees the money that was held for lots of one kind")
    func freed() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 250_000_000))
            try await scene.act(scene.determine("A"))
            try await scene.act(Scene.contract("A", 240_000_000))
            try await scene.act(Scene.package("B", 200_000_000))
            #expect(try await scene.held() == Scene.heldAsSplit)
            try await scene.database.act(as: "office2", Scene.paper("separation_decision", id: "decision"))
            try await scene.database.act(as: "office", Self.separate("B"))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("the rules give every reason at once, each with its clause")
    func rules() throws {
        let policy = try TestPolicies.lucheng()
        func codes(
            _ ground: String = "different_site", paper: Bool = true, by role: Role = .renovationOffice,
            of unit: String = "office", apart: Bool = false, recorded: Bool = false
        ) throws -> [String] {
            try SeparationRules.decision(
                SeparationFacts(
                    ground: ground, paperStands: paper, decider: role, deciderUnit: Seed.id(unit),
                    buyer: Seed.id("street"), isRecorder: recorded),
                of: TenderRulesTests.lot("a", "1.00", combinable: !apart), under: policy
            ).refusals.map(\.code)
        }
        #expect(try codes().isEmpty)
        #expect(try codes(recorded: true) == ["separation_is_decided_by_a_second_person"])
        #expect(
            try codes("x", paper: false, by: .constructionUnit, of: "street", apart: true) == [
                "separation_ground_is_of_the_list", "separation_is_decided_by_its_authority",
                "separation_is_decided_by_another_unit", "separation_rests_on_its_paper",
                "package_has_one_separation",
            ])
    }

    @Test(
        "S7: a lot counted apart that would have to be tendered with its kind is shown; one that would not is not"
    )
    func sign() throws {
        let policy = try TestPolicies.lucheng()
        func codes(_ other: String, planned: AwardMethod = .direct) throws -> [String] {
            try TenderRules.signs(
                of: [
                    TenderRulesTests.lot("a", "2500000.00", combinable: false, planned: planned),
                    TenderRulesTests.lot("b", other),
                ], paidBy: TenderRulesTests.whole, under: policy
            ).map(\.code)
        }
        #expect(try codes("1500000.00") == ["S7"])
        #expect(try codes("1499999.99") == [])
        #expect(try codes("1500000.00", planned: .publicTender) == [])
    }

    @Test("over the routes: filed as asked, merged, decided by the office, shown with its sign")
    func routes() async throws {
        try await ready { scene async throws in
            let desk = scene.database.desk
            let site = try TestSite(
                TenderingRoutes(actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk))
                    .routes)
            let base = "/v1/projects/\(Scene.project)"
            func verdicts() async -> [String] {
                let said = await site.send(.post, base + "/tender-determinations", as: "office")
                return (said.json?["items"]?.list ?? []).compactMap { $0["verdict"]?.text }
            }
            #expect(await verdicts() == ["must_tender", "must_tender"])
            let path = "/v1/packages/\(Seed.id("B"))/separation"
            func draft(_ paper: String) -> JSON {
                [
                    "id": .text(Seed.id("separation").description), "ground": "different_specialty",
                    "reason": "园林绿化", "paper": .text(Seed.id(paper).description),
                ]
            }
            #expect(await site.send(.post, path, as: "street", draft("decision")).status == 403)
            #expect(
                await site.send(.post, path, as: "office", draft("nowhere")).refusalCodes == [
                    "separation_rests_on_its_paper"
                ])
            #expect(await site.send(.post, path, as: "office", draft("decision")).status == 201)
            #expect(await verdicts() == ["not_mandatory", "not_mandatory"])
            let listed = await site.send(.get, base + "/packages", as: "street").json
            #expect(listed?["items"]?.list?.compactMap { $0["combinable"]?.bool }.filter { !$0 }.count == 1)
            #expect((listed?["signs"]?.list ?? []).contains { $0["code"] == "S7" })
        }
    }
}
