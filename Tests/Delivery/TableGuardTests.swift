import Harness
import PQ
import Testing
import Values

@testable import Delivery

@Suite("Delivery: forms of its tables, and races")
struct DeliveryTableGuardTests {
    private func mode(to mode: String) -> [SQL] {
        Scene.change { op in
            """
            update app.delivery_mode set mode = \(mode), change_reason = '范围明确', version = version + 1, op_id = \(op)
            where district = 1
            """
        }
    }

    private func end(_ unit: String, _ role: String, on day: String, because reason: String?) -> [SQL] {
        Scene.change { op in
            """
            update app.engagement set valid_to = \(day)::text::date, end_reason = \(reason), version = version + 1,
                op_id = \(op)
            where district = 1 and engagement_id = \(Seed.id("engagement:\(unit):\(role)"))
            """
        }
    }

    @Test("modes and roles are of their lists; an engagement ends after it begins, with a reason")
    func forms() async throws {
        try await Scene.with { scene async throws in
            #expect(try await scene.refusal(Scene.mode("by_hand")) == "delivery_mode_is_known")
            #expect(try await scene.refusal(Scene.engage("gas", "cook")) == "engagement_role_is_known")
            try await scene.act(Scene.engage("designer", "designer", from: "2026-03-05"))
            #expect(
                try await scene.refusal(end("designer", "designer", on: "2026-03-04", because: "更换"))
                    == "engagement_ends_after_it_begins")
            #expect(
                try await scene.refusal(end("designer", "designer", on: "2026-03-06", because: nil))
                    == "engagement_end_has_a_reason")
            #expect(
                try await scene.refusal(Scene.engage("designer", "designer", as: Seed.id("again")))
                    == "engagement_is_one_of_its_role")
        }
    }

    @Test("raced: one mode is chosen, one engagement of a role stands, one end is written")
    func raced() async throws {
        try await Scene.with { scene async throws in
            #expect(
                try await scene.lost(Scene.mode("epc"), Scene.mode("traditional"))
                    == "delivery_mode_is_chosen_once")
            #expect(
                try await scene.lost(
                    Scene.engage("designer", "designer"),
                    Scene.engage("designer", "designer", as: Seed.id("again")))
                    == "engagement_is_one_of_its_role")
            #expect(
                try await scene.lost(Scene.end("designer", "designer"), Scene.end("designer", "designer"))
                    == "engagement_only_ends")
        }
    }

    @Test("an engagement sent while any control link is being written is sent back, and taken afterwards")
    func sentBack() async throws {
        try await Scene.with { scene async throws in
            let (linked, engaged) = try await scene.database.race(
                ("office", Scene.link("finance", "gas")), ("street", Scene.engage("designer", "designer")))
            #expect(linked == nil && engaged == "control_links_are_being_recorded")
            try await scene.act(Scene.engage("designer", "designer"))
        }
    }

    @Test("an EPC contract and the mode meet in both orders: the first settles it")
    func contractAndMode() async throws {
        for contractFirst in [true, false] {
            try await Scene.with { scene async throws in
                try await scene.act(Scene.mode("epc"))
                try await scene.approve()
                try await scene.act(Scene.purchase())
                let lost =
                    contractFirst
                    ? try await scene.lost(Scene.sign("epc"), mode(to: "traditional"))
                    : try await scene.lost(mode(to: "traditional"), Scene.sign("epc"))
                #expect(
                    lost
                        == (contractFirst
                            ? "delivery_mode_is_settled_by_contracts" : "contract_fits_the_delivery_mode"))
            }
        }
        try await Scene.with { scene async throws in
            try await scene.approve()
            try await scene.act(Scene.purchase())
            #expect(try await scene.refusal(Scene.sign("epc")) == "contract_waits_for_delivery_mode")
            try await scene.act(Scene.mode("traditional"))
            #expect(try await scene.refusal(Scene.sign("epc")) == "contract_fits_the_delivery_mode")
        }
    }

    @Test("an end on a day to come frees nothing before that day; the daily sweep frees it after")
    func endsLater() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            try await scene.act(Scene.link("agent", "epc"))
            let held = try await scene.held()
            #expect(held == ["certificate engagement_has_no_conflict", "payment engagement_has_no_conflict"])
            try await scene.act(end("agent", "agent_construction", on: "2026-03-31", because: "更换单位"))
            #expect(try await scene.held() == held)
            try await scene.sweep("2026-03-30")
            #expect(try await scene.held() == held)
            try await scene.sweep("2026-03-31")
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("a link found while one of the two has an end to come holds as well")
    func foundBeforeItsEnd() async throws {
        try await Scene.with { scene async throws in
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(end("agent", "agent_construction", on: "2026-12-31", because: "合同期满"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            #expect(try await scene.held().isEmpty)
            try await scene.act(Scene.link("agent", "epc"))
            #expect(try await scene.held().isEmpty == false)
        }
    }

    @Test(
        "another mode finds the conflicts anew: what only one mode forbids is held in it and free in the other"
    )
    func modeChanges() async throws {
        try await Scene.with { scene async throws in
            try await scene.barInEPC()
            try await scene.act(Scene.mode("traditional"))
            try await scene.act(Scene.engage("designer", "designer"))
            try await scene.act(Scene.engage("designer", "supervisor"))
            #expect(try await scene.held().isEmpty)
            try await scene.act(mode(to: "epc"))
            #expect(
                try await scene.held()
                    == ["certificate engagement_has_no_conflict", "payment engagement_has_no_conflict"])
            try await scene.act(mode(to: "traditional"))
            #expect(try await scene.held().isEmpty)
        }
    }
}
