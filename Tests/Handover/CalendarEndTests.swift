import Handover
import Harness
import Jobs
import PQ
import Testing
import Values
import Web

@Suite("Handover: at the end of the published calendar")
struct CalendarEndTests {
    @Test(
        "a gas handover is signed, documented, ticked and confirmed; what cannot be counted waits for its calendar",
        arguments: ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"])
    func lastDays(_ iso: String) async throws {
        let day = try #require(BusinessDay(iso: iso))
        try await Scene.with { scene async throws in
            scene.database.clock.set(day: day)
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            let signed = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            #expect(signed.json?["state"] == "jointly_accepted", "\(signed.text)")
            let sent = try await scene.sendAllDocuments()
            #expect(sent.json?["state"] == "documents_sent", "\(sent.text)")
            let card = await scene.site.send(.get, Scene.base, as: "gas").json?["clock"] ?? .null
            #expect(card["due_on"] == .null && card["state"] == "uncomputed", "\(card)")
            _ = await scene.site.send(.post, Scene.base + "/receipts", as: "gas", try Scene.lines("received"))
            try await scene.recordOwnersDecision()
            let confirmed = await scene.site.send(.post, Scene.base + "/confirm", as: "gas")
            #expect(confirmed.json?["state"] == "handed_over", "\(confirmed.text)")
            let clocks = try await scene.database.owner.read(
                "select state, met_on from app.clock where subject_kind = 'handover'")
            #expect(try clocks.map { try $0.text("state") } == ["uncomputed", "uncomputed"])
            #expect(try clocks.allSatisfy { try $0.optionalDay("met_on") == day })
        }
    }
}
