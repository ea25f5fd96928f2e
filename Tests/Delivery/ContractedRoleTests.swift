import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Delivery
@testable import DeliveryService

@Suite("Delivery: a role lasts as long as its contract")
struct ContractedRoleTests {
    /// An EPC contract of the EPC contractor, who was engaged before it.
    private func signed(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await ready(scene)
            try await scene.act(Scene.sign("epc"))
            try await body(scene)
        }
    }

    private func ready(_ scene: Scene) async throws {
        try await scene.act(Scene.mode("epc"))
        try await scene.approve()
        try await scene.act(try Scene.purchase())
        try await scene.act(Scene.engage("epc", "epc_contractor"))
    }

    private static func end(on day: String = "2026-03-02") -> [SQL] {
        Scene.change { op in
            """
            update app.engagement set valid_to = \(day)::text::date, end_reason = '退出', version = version + 1,
                op_id = \(op)
            where district = 1 and engagement_id = \(Seed.id("engagement:epc:epc_contractor"))
            """
        }
    }

    @Test("a unit leaves its role only once its contract for it ended, and nothing was built under it")
    func lasts() async throws {
        try await signed { scene async throws in
            let code = "engagement_lasts_as_long_as_its_contract"
            #expect(try await scene.refusal(Self.end()) == code)
            try await scene.act(Scene.proposal())
            #expect(try await scene.refusal(Self.end()) == code)
            try await scene.database.act(as: "epc", Scene.confirmation())
            try await scene.act(Self.end())
        }
        try await signed { scene async throws in
            try await scene.log()
            try await scene.act(Scene.proposal())
            try await scene.database.act(as: "epc", Scene.confirmation())
            #expect(try await scene.refusal(Self.end()) == "engagement_lasts_as_long_as_its_contract")
        }
    }

    @Test("raced, a signature and an end of the role do not both stand")
    func raced() async throws {
        try await Scene.with { scene async throws in
            try await ready(scene)
            #expect(
                try await scene.lost(Scene.sign("epc"), Self.end())
                    == "engagement_lasts_as_long_as_its_contract")
        }
    }

    @Test("whoever signed here once takes no role against it, however his contract ended and he left")
    func counts() async throws {
        try await signed { scene async throws in
            try await scene.past(
                "update app.engagement set valid_to = '2026-01-31', end_reason = 'x' where role = 'epc_contractor'"
            )
            let supervisor = Scene.engage("epc", "supervisor", from: "2026-03-02")
            #expect(try await scene.refusal(supervisor) == "engagement_has_no_conflict")
            try await scene.act(Scene.proposal())
            try await scene.database.act(as: "office", Scene.confirmation())
            #expect(try await scene.refusal(supervisor) == "engagement_has_no_conflict")
        }
    }

    @Test("a role is not taken far ahead, nor given up long ago (HOUSE-DEL-6)")
    func days() async throws {
        try await Scene.with { scene async throws in
            #expect(
                try await scene.refusal(Scene.engage("designer", "designer", from: "2026-05-02"))
                    == "engagement_begins_soon")
            try await scene.act(Scene.engage("designer", "designer", from: "2026-05-01"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            #expect(
                try await scene.refusal(Self.end(on: "2026-02-22")) == "engagement_end_is_recorded_in_time")
            try await scene.act(Self.end(on: "2026-02-23"))
        }
    }

    @Test(
        "one person over two units ties them both ways",
        arguments: ["same_controller", "same_legal_representative"])
    func mutual(kind: String) async throws {
        try await Scene.with { scene async throws in
            for unit in ["agent", "epc"] {
                try await scene.act(
                    TestDatabase.controlLink(Scene.unit(unit), Scene.unit("finance"), kind: kind))
            }
            try await scene.act(Scene.engage("agent", "agent_construction"))
            #expect(
                try await scene.refusal(Scene.engage("epc", "epc_contractor")) == "engagement_has_no_conflict"
            )
        }
        let day = ConflictRulesTests.day
        let links = ["agent", "epc"].map {
            ControlLink(controller: $0, controlled: "finance", from: day, kind: kind)
        }
        let days = DaySpan(from: day, to: nil)
        #expect(ConflictRules.areLinked("agent", "epc", on: days, by: links))
        let over = links.map { ControlLink(controller: $0.controller, controlled: $0.controlled, from: day) }
        #expect(!ConflictRules.areLinked("agent", "epc", on: days, by: over))
    }

    @Test("the tender agency bids for nothing in the project (HOUSE-DEL-7)")
    func agency() async throws {
        for role in ["contractor", "designer", "surveyor", "supervisor", "supplier"] {
            try await Scene.with { scene async throws in
                try await scene.act(Scene.engage("cost", "tender_agency"))
                #expect(
                    try await scene.refusal(Scene.engage("cost", role)) == "engagement_has_no_conflict")
                try await scene.act(Scene.engage("cost", "cost_consultant"))
            }
        }
    }

    @Test("over the routes: one party proposes, the other confirms; then the unit may leave")
    func routes() async throws {
        try await signed { scene async throws in
            let desk = scene.database.desk
            let site = try TestSite(
                DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes)
            let end = "/v1/engagements/\(Seed.id("engagement:epc:epc_contractor"))/end"
            let leave: JSON = ["valid_to": "2026-03-02", "reason": "退出"]
            let held = await site.send(.post, end, as: "street", leave)
            #expect(held.refusalCodes == ["engagement_lasts_as_long_as_its_contract"], "\(held.text)")
            let path = "/v1/contracts/\(Seed.id("contract"))/termination"
            func proposed(_ day: String) -> JSON {
                [
                    "id": .text(Seed.id("proposal").description), "ended_on": .text(day), "reason": "协商解除",
                    "paper": [
                        "id": .text(Seed.id("end").description), "title": "解除协议",
                        "content": .text(Base64.text(Array("合同解除协议书：双方协商一致，自即日起解除施工合同".utf8))),
                        "media_type": "text/plain",
                    ],
                ]
            }
            #expect(await site.send(.post, path, as: "office", proposed("2026-03-02")).status == 403)
            let early = await site.send(.post, path, as: "street", proposed("2026-02-01"))
            #expect(early.refusalCodes == ["contract_ends_between_its_signing_and_today"])
            let done = await site.send(.post, path, as: "street", proposed("2026-03-02"))
            #expect(done.status == 201, "\(done.text)")
            let confirm = "/v1/termination-proposals/\(Seed.id("proposal"))/confirmation"
            func offered(_ login: String) async -> [String] {
                let seen = await site.send(.get, path, as: login)
                return seen.json?["_actions"]?.list?.compactMap { $0["action"]?.text } ?? [seen.text]
            }
            #expect(await offered("street") == ["contract.propose_end"])
            #expect(await offered("epc") == ["contract.propose_end", "contract.confirm_end"])
            #expect(await offered("office") == ["contract.confirm_end"])
            let own = await site.send(.post, confirm, as: "street2", ["reason": "已收到解除通知"])
            #expect(own.refusalCodes == ["contract_end_is_two_units_word"], "\(own.text)")
            let confirmed = await site.send(.post, confirm, as: "epc", ["reason": "已收到解除通知"])
            #expect(confirmed.status == 201, "\(confirmed.text)")
            let again = await site.send(.post, confirm, as: "office", ["reason": "已收到解除通知"])
            #expect(again.refusalCodes == ["contract_is_terminated_once"])
            let card = await site.send(.get, path, as: "epc").json
            #expect(card?["ended"]?["confirmed_by"] == "epc" && card?["ended"]?["taken_fen"] == 0)
            #expect(card?["proposals"]?.list?.first?["is_end"] == true)
            #expect(await site.send(.post, end, as: "street", leave).status == 200)
        }
    }
}
