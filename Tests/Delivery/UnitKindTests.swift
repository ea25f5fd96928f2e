import Actions
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@testable import Delivery
@testable import DeliveryService

@Suite("Delivery: which unit holds which role")
struct UnitKindTests {
    /// Puts units down as something else than a company.
    private static func register(_ kinds: [String: String], in scene: Scene) async throws {
        let changes: [SQL] = kinds.map { unit, kind in
            "update auth.organisation set kind = \(kind) where organisation_id = \(Scene.unit(unit))"
        }
        try await scene.database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + changes)
        }
    }

    @Test("a unit holds no role that its kind cannot hold (HOUSE-DEL-4)")
    func kinds() async throws {
        let code = "engagement_fits_the_kind_of_unit"
        try await Scene.with { scene async throws in
            try await Self.register(
                ["water": "utility", "finance": "government", "owners": "owners_body", "gas": "mill"],
                in: scene)
            #expect(try await scene.refusal(Scene.engage("water", "supervisor")) == code)
            #expect(try await scene.refusal(Scene.engage("finance", "contractor")) == code)
            #expect(try await scene.refusal(Scene.engage("owners", "supervisor")) == code)
            #expect(try await scene.refusal(Scene.engage("gas", "supplier")) == code)
            try await scene.act(Scene.engage("finance", "tracking_auditor"))
            try await scene.act(Scene.engage("supervisor", "supervisor"))
        }
    }

    @Test("a contract engages no unit of another kind either")
    func contracts() async throws {
        try await Scene.with { scene async throws in
            try await Self.register(["contractor": "supervisor"], in: scene)
            try await scene.act(Scene.mode("epc"))
            try await scene.approve()
            try await scene.act(Scene.purchase())
            #expect(try await scene.refusal(Scene.sign("contractor")) == "engagement_fits_the_kind_of_unit")
            try await scene.act(Scene.sign("epc"))
        }
    }

    @Test(
        "the construction unit holds nothing else in its own project, recorded among the parties or not (HOUSE-DEL-3)",
        arguments: ["contractor", "supervisor", "designer", "cost_consultant", "agent_construction"])
    func own(role: String) async throws {
        try await Scene.with { scene async throws in
            #expect(try await scene.refusal(Scene.engage("street", role)) == "engagement_has_no_conflict")
            try await scene.act(Scene.engage("street", "construction_unit"))
            #expect(try await scene.refusal(Scene.engage("street", role)) == "engagement_has_no_conflict")
            #expect(
                try await scene.refusal(Scene.engage("office", "construction_unit"))
                    == "construction_unit_is_the_projects_own")
        }
    }

    @Test(
        "who audits or prices is neither the builder nor the designer, nor linked to one (HOUSE-DEL-5)",
        arguments: ["tracking_auditor", "cost_consultant"], ["contractor", "epc_contractor", "designer"])
    func auditors(role: String, of other: String) async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.link("epc", "cost"))
            try await scene.act(Scene.engage("epc", other))
            #expect(try await scene.refusal(Scene.engage("epc", role)) == "engagement_has_no_conflict")
            #expect(try await scene.refusal(Scene.engage("cost", role)) == "engagement_has_no_conflict")
            try await scene.act(Scene.engage("auditor", role))
        }
    }

    @Test("a mode of a day to come is not chosen")
    func ahead() async throws {
        try await Scene.with { scene async throws in
            let ahead = Scene.change { op in
                """
                insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
                values (1, \(Scene.project), 'epc', '2026-03-03', \(op))
                """
            }
            #expect(try await scene.refusal(ahead) == "delivery_mode_is_not_dated_ahead")
        }
    }

    @Test("over the routes the refusal names the kind that is registered and those that would do")
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await Self.register(["water": "utility"], in: scene)
            let desk = scene.database.desk
            let site = try TestSite(
                DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes)
            let base = "/v1/projects/\(Scene.project)"
            func engage(_ unit: String, _ role: String) async -> Response {
                await site.send(
                    .post, base + "/engagements", as: "street",
                    [
                        "id": .text(Seed.id("engagement:\(unit):\(role)").description),
                        "organisation": .text(Scene.unit(unit).description), "role": .text(role),
                        "valid_from": "2026-02-01",
                    ])
            }
            let water = await engage("water", "supervisor")
            #expect(water.refusalCodes == ["engagement_fits_the_kind_of_unit"])
            let missing = water.json?["refusals"]?.list?.first?["missing"]?.list?.first?["zh"]?.text ?? ""
            #expect(missing.contains("专业单位") && missing.contains("监理企业"), "\(missing)")
            let own = await engage("street", "contractor")
            #expect(own.refusalCodes == ["engagement_has_no_conflict"])
            #expect(own.json?["refusals"]?.list?.first?["source"]?["rule"] == "HOUSE-DEL-3")
            #expect(
                await engage("office", "construction_unit").refusalCodes == [
                    "construction_unit_is_the_projects_own"
                ])
            #expect(await engage("street", "construction_unit").status == 201)
            let mode = await site.send(
                .post, base + "/delivery-mode", as: "street", ["mode": "epc", "chosen_on": "2030-03-16"])
            #expect(mode.refusalCodes == ["delivery_mode_is_not_dated_ahead"])
        }
    }
}
