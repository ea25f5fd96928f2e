import Actions
import Harness
import Testing
import Values
import Web

@testable import Delivery
@testable import DeliveryService

@Suite("Delivery: the page of who takes part")
struct DeliveryPageTests {
    @Test(
        "the page names mode, units, roles and days, and says where a conflict holds certificate and payment")
    func parties() async throws {
        try await Scene.with { scene async throws in
            let desk = scene.database.desk
            let site = try TestSite(
                DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes)
            let page = "/projects/\(Scene.project)/parties"
            let empty = await site.send(.get, page, as: "street")
            #expect(empty.status == 200 && empty.text.contains("尚未选定"))
            try await scene.act(Scene.mode("epc"))
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            try await scene.act(Scene.engage("supervisor", "supervisor"))
            let free = await site.send(.get, page, as: "supervisor").text
            #expect(free.contains("工程总承包") && free.contains("代建单位") && free.contains("2026-01-01"))
            #expect(free.contains("无冲突") && !free.contains("受阻"))
            try await scene.act(Scene.link("agent", "epc"))
            #expect(await site.send(.get, page, as: "street").text.contains("付款和验收证书受阻"))
            #expect(await site.send(.get, page, as: nil).status == 401)
            #expect(await site.send(.get, page, as: "stranger").status == 404)
        }
    }
}
