import Actions
import Harness
import PQ
import Testing
import Values
import Web

@testable import Delivery
@testable import DeliveryService

@Suite("Delivery: units that a street registered")
struct RegisterTests {
    private static let unit = Seed.id("org:newcomer")

    private func site(_ scene: Scene) throws -> TestSite {
        let desk = scene.database.desk
        return try TestSite(
            DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes)
    }

    /// A consultant that somebody registered.
    private func registered(
        by login: String, _ body: @Sendable (Scene, TestSite) async throws -> Void
    ) async throws {
        try await Scene.with { scene async throws in
            let site = try site(scene)
            let answer = await site.send(
                .post, "/v1/organisations", as: login,
                [
                    "id": .text(Self.unit.description), "credit_code": .text(Seed.creditCode(90_001)),
                    "name": "新来的咨询公司", "kind": "consultant",
                ])
            #expect(answer.status == 201, "\(answer.text)")
            try await body(scene, site)
        }
    }

    private static func engage(_ role: String) -> [SQL] {
        Scene.engage("newcomer", role, as: Seed.id("engaged:" + role))
    }

    private static func confirm(_ turn: String) -> [SQL] {
        let op = Seed.id("op:confirm:" + turn)
        return [
            TestDatabase.event(op, on: ("organisation", unit)),
            "insert into app.unit_confirmation (district, organisation_id, op_id) values (1, \(unit), \(op))",
        ]
    }

    @Test("the office confirms who is to supervise, design or audit; the street's word alone is not enough")
    func confirmed() async throws {
        try await registered(by: "street") { scene, site async throws in
            let code = "engagement_waits_for_the_register"
            #expect(try await scene.refusal(Self.engage("supervisor")) == code)
            let path = "/v1/projects/\(Scene.project)/engagements"
            let draft: JSON = [
                "id": .text(Seed.id("e").description), "organisation": .text(Self.unit.description),
                "role": "supervisor", "valid_from": "2026-03-02",
            ]
            #expect(await site.send(.post, path, as: "street", draft).refusalCodes == [code])
            // For a role that nobody is watched by, the register's word is enough.
            try await scene.act(Self.engage("project_management"))
            let confirmation = "/v1/organisations/\(Self.unit)/confirmation"
            #expect(await site.send(.post, confirmation, as: "street").status == 403)
            let done = await site.send(.post, confirmation, as: "office")
            #expect(done.status == 201, "\(done.text)")
            let again = await site.send(.post, confirmation, as: "office")
            #expect(again.refusalCodes == ["unit_is_confirmed_once"])
            #expect(await site.send(.post, path, as: "street", draft).status == 201)
        }
        try await registered(by: "office") { scene, _ async throws in
            try await scene.act(Self.engage("supervisor"))
        }
    }

    @Test("a confirmation is the office's own, once, and raced with the engagement that waits for it")
    func raced() async throws {
        try await registered(by: "street") { scene, _ async throws in
            let (one, two) = try await scene.database.race(
                ("office", Self.confirm("a")), ("office2", Self.confirm("b")))
            #expect(one == nil && two == "unit_is_confirmed_once")
            let again = try await scene.database.refusal(as: "office", Self.confirm("c"))
            #expect(again == "unit_is_confirmed_once")
        }
        try await registered(by: "street") { scene, _ async throws in
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                    values (1, 'renovation_office', \(Scene.unit("finance")), '2026-01-01', \(Seed.id("op:scene")))
                    """,
                ])
            }
            let refused = try await scene.database.refusal(as: "office", Self.confirm("a"))
            #expect(refused == "act_is_of_its_body")
        }
    }
}
