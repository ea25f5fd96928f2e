import Harness
import PQ
import Policy
import Testing
import Values

@testable import Delivery

@Suite("Delivery: guards in the database")
struct DeliveryGuardTests {
    private let held = ["certificate engagement_has_no_conflict", "payment engagement_has_no_conflict"]

    @Test(
        "an EPC contractor and the agent are never one unit, whichever role came first",
        arguments: [("agent_construction", "epc_contractor"), ("epc_contractor", "agent_construction")])
    func sameUnit(first: String, second: String) async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.engage("epc", first))
            #expect(try await scene.refusal(Scene.engage("epc", second)) == "engagement_has_no_conflict")
            try await scene.act(Scene.engage("contractor", second))
        }
    }

    @Test(
        "nor are they linked by control, either way, through others, or under one controller",
        arguments: [
            [("epc", "agent")], [("agent", "epc")], [("finance", "epc"), ("finance", "agent")],
            [("epc", "finance"), ("finance", "agent")],
        ])
    func linked(links: [(String, String)]) async throws {
        try await Scene.with { scene in
            for link in links { try await scene.act(Scene.link(link.0, link.1)) }
            try await scene.act(Scene.engage("agent", "agent_construction"))
            #expect(
                try await scene.refusal(Scene.engage("epc", "epc_contractor")) == "engagement_has_no_conflict"
            )
        }
    }

    @Test("a link that has ended, or a third unit's, does not stand in the way")
    func apart() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.link("epc", "agent", to: "2025-12-31"))
            try await scene.act(Scene.link("finance", "agent"))
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test(
        "a link found afterwards is recorded, holds certificate and payment, and frees them when a unit is replaced"
    )
    func foundAfterwards() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.engage("epc", "epc_contractor"))
            try await scene.act(Scene.link("finance", "agent"))
            #expect(try await scene.held().isEmpty)
            try await scene.act(Scene.link("finance", "epc"))
            #expect(try await scene.held() == held)
            try await scene.act(Scene.end("agent", "agent_construction"))
            #expect(try await scene.held().isEmpty)
            #expect(
                try await scene.refusal(Scene.end("agent", "agent_construction")) == "engagement_only_ends")
        }
    }

    @Test(
        "whichever of a pair ends frees certificate and payment, in either order of their ids",
        arguments: [("1", "2"), ("2", "1")], ["agent", "epc"])
    func eitherEnds(ids: (String, String), ends: String) async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.engage("agent", "agent_construction", as: Scene.ordered(ids.0)))
            try await scene.act(Scene.engage("epc", "epc_contractor", as: Scene.ordered(ids.1)))
            try await scene.act(Scene.link("epc", "agent"))
            #expect(try await scene.held() == held)
            try await scene.act(Scene.end(Scene.ordered(ends == "agent" ? ids.0 : ids.1)))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test(
        "a third conflict that still stands keeps its block until one of its own ends",
        arguments: [("1", "2", "3"), ("3", "2", "1"), ("2", "1", "3"), ("2", "3", "1")])
    func thirdStands(ids: (agent: String, epc: String, other: String)) async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.engage("agent", "agent_construction", as: Scene.ordered(ids.agent)))
            try await scene.act(Scene.engage("epc", "epc_contractor", as: Scene.ordered(ids.epc)))
            try await scene.act(Scene.engage("contractor", "epc_contractor", as: Scene.ordered(ids.other)))
            try await scene.act(Scene.link("epc", "agent"))
            try await scene.act(Scene.link("contractor", "agent"))
            #expect(try await scene.held() == held)
            try await scene.act(Scene.end(Scene.ordered(ids.epc)))
            #expect(try await scene.held() == held)
            try await scene.act(Scene.end(Scene.ordered(ids.other)))
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("two engagements that exclude each other are raced: one stands")
    func racedEngagements() async throws {
        try await Scene.with { scene in
            let (first, second) = try await scene.database.race(
                ("street", Scene.engage("epc", "agent_construction")),
                ("street2", Scene.engage("epc", "epc_contractor")))
            #expect(first == nil)
            #expect(second == "engagement_has_no_conflict")
        }
    }

    @Test(
        "an engagement and the link that forbids it are raced: refused, sent back, or held, never unnoticed")
    func racedLink() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.engage("agent", "agent_construction"))
            let (engaged, linked) = try await scene.database.race(
                ("street", Scene.engage("epc", "epc_contractor")), ("office", Scene.link("epc", "agent")))
            #expect(engaged == nil && linked == nil)
            #expect(try await scene.held() == held)
        }
        try await Scene.with { scene in
            try await scene.act(Scene.engage("agent", "agent_construction"))
            let (linked, engaged) = try await scene.database.race(
                ("office", Scene.link("epc", "agent")), ("street", Scene.engage("epc", "epc_contractor")))
            #expect(linked == nil)
            // Sent back while the link is being written, refused as soon as it is there.
            #expect(["control_links_are_being_recorded", "engagement_has_no_conflict"].contains(engaged))
            #expect(
                try await scene.refusal(Scene.engage("epc", "epc_contractor")) == "engagement_has_no_conflict"
            )
        }
    }

    @Test("a mode is chosen once and changed only with a reason")
    func mode() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.mode("traditional"))
            #expect(try await scene.refusal(Scene.mode("epc")) == "delivery_mode_is_chosen_once")
            func change(_ reason: String?) -> [SQL] {
                Scene.change { op in
                    """
                    update app.delivery_mode set mode = 'epc', change_reason = \(reason), version = version + 1,
                        op_id = \(op) where district = 1
                    """
                }
            }
            #expect(try await scene.refusal(change(nil)) == "delivery_mode_change_has_a_reason")
            try await scene.act(change("范围明确，技术成熟"))
        }
    }

    @Test("signing a contract engages its unit, and is refused where that unit, or one linked to it, may not")
    func contract() async throws {
        try await Scene.with { scene in
            try await scene.act(Scene.mode("epc"))
            try await scene.act(Scene.engage("agent", "agent_construction"))
            try await scene.act(Scene.link("agent", "contractor"))
            try await scene.approve()
            try await scene.act(Scene.purchase())
            #expect(try await scene.refusal(Scene.sign("agent")) == "engagement_has_no_conflict")
            #expect(try await scene.refusal(Scene.sign("contractor")) == "engagement_has_no_conflict")
            try await scene.act(Scene.sign("epc"))
            let rows = try await scene.database.owner.read([
                "select role from app.engagement where organisation_id = \(Scene.unit("epc"))"
            ])
            #expect(try rows[0].map { try $0.text("role") } == ["epc_contractor"])
            let change = Scene.change { op in
                """
                update app.delivery_mode set mode = 'traditional', change_reason = '改为传统模式', version = version + 1,
                    op_id = \(op) where district = 1
                """
            }
            #expect(try await scene.refusal(change) == "delivery_mode_is_settled_by_contracts")
        }
    }

    @Test("every refusal of this capability's tables has its words")
    func words() async throws {
        let known = Set(DeliveryRefusals.all.map(\.code) + ["number_of_law_is_published"])
        let names = try await TestDatabase.with { database in
            let rows = try await database.owner.read([
                """
                select conname as name from pg_constraint
                where conrelid in ('app.delivery_mode'::regclass, 'app.engagement'::regclass,
                    'auth.control_link'::regclass, 'auth.organisation'::regclass, 'app.contract_termination'::regclass,
                    'app.termination_proposal'::regclass, 'app.unit_confirmation'::regclass)
                    and (contype in ('c', 'u') or conname in ('contract_is_terminated_once', 'unit_is_confirmed_once'))
                union
                select found[1] from pg_proc, regexp_matches(prosrc, 'constraint = ''([a-z_]+)''', 'g') found
                where proname in ('tg__engagement_has_no_conflict', 'tg__engagement_only_ends',
                    'tg__contract_fits_the_delivery_mode', 'tg__delivery_mode_is_settled_by_contracts',
                    'engagement_days_are_near', 'tg__termination_is_proposed', 'tg__contract_ends_by_two_words',
                    'refuse_contract_end')
                """
            ])
            return try rows[0].map { try $0.text("name") }
        }
        #expect(names.count >= 15)
        #expect(names.filter { !known.contains($0) } == [])
    }
}
