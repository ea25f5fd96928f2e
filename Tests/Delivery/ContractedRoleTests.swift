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

    private static func terminate(
        on day: String = "2026-03-02", because reason: String = "协商解除", paper: String = "end",
        kind: String = "contract_termination"
    ) -> [SQL] {
        Scene.change { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256('the agreement on the end of the contract'), 'text/plain',
                    'the agreement on the end of the contract') on conflict do nothing
            ), paper as (
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, op_id)
                values (1, \(Seed.id(paper)), \(Scene.project), 'contract', \(Seed.id("contract")), \(kind), '解除协议',
                    '2026-03-02', sha256('the agreement on the end of the contract'), \(op))
            )
            insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id, op_id)
            values (1, \(Seed.id("contract")), \(Scene.project), \(day)::text::date, \(reason), \(Seed.id(paper)),
                \(op))
            """
        }
    }

    @Test("a unit leaves its role only once its contract for it was ended by a stored paper")
    func lasts() async throws {
        try await signed { scene async throws in
            let code = "engagement_lasts_as_long_as_its_contract"
            #expect(try await scene.refusal(Self.end()) == code)
            let late = "contract_ends_between_its_signing_and_today"
            #expect(try await scene.refusal(Self.terminate(on: "2026-03-03")) == late)
            #expect(try await scene.refusal(Self.terminate(on: "2026-02-28")) == late)
            #expect(try await scene.refusal(Self.terminate(because: " ")) == "contract_termination_says_why")
            #expect(
                try await scene.refusal(Self.terminate(kind: "agreement"))
                    == "contract_termination_rests_on_its_paper")
            try await scene.act(Self.terminate())
            #expect(
                try await scene.refusal(Self.terminate(paper: "again")) == "contract_is_terminated_once")
            try await scene.act(Self.end())
        }
    }

    @Test("raced, a signature and an end do not both stand, and a contract ends once")
    func raced() async throws {
        try await Scene.with { scene async throws in
            try await ready(scene)
            #expect(
                try await scene.lost(Scene.sign("epc"), Self.end())
                    == "engagement_lasts_as_long_as_its_contract")
        }
        try await signed { scene async throws in
            #expect(
                try await scene.lost(Self.terminate(), Self.terminate(paper: "again"))
                    == "contract_is_terminated_once")
        }
    }

    @Test("a contract counts as its role, whatever was written of the engagement")
    func counts() async throws {
        try await signed { scene async throws in
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.engagement set valid_to = '2026-01-31', end_reason = 'x' where role = 'epc_contractor'",
                ])
            }
            #expect(
                try await scene.refusal(Scene.engage("epc", "supervisor", from: "2026-03-02"))
                    == "engagement_has_no_conflict")
            try await scene.act(Self.terminate())
            try await scene.act(Scene.engage("epc", "supervisor", from: "2026-03-02"))
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

    @Test("over the routes: refused while the contract stands, let go once its end is recorded")
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
            func ended(_ day: String) -> JSON {
                [
                    "ended_on": .text(day), "reason": "协商解除",
                    "paper": [
                        "id": .text(Seed.id("end").description), "title": "解除协议",
                        "content": .text(Base64.text(Array("合同解除协议书：双方协商一致，自即日起解除施工合同".utf8))),
                        "media_type": "text/plain",
                    ],
                ]
            }
            #expect(await site.send(.post, path, as: "contractor", ended("2026-03-02")).status == 403)
            let early = await site.send(.post, path, as: "street", ended("2026-02-01"))
            #expect(early.refusalCodes == ["contract_ends_between_its_signing_and_today"])
            let done = await site.send(.post, path, as: "street", ended("2026-03-02"))
            #expect(done.status == 201, "\(done.text)")
            let again = await site.send(.post, path, as: "street", ended("2026-03-02"))
            #expect(again.refusalCodes == ["contract_is_terminated_once"])
            #expect(await site.send(.post, end, as: "street", leave).status == 200)
        }
    }
}
