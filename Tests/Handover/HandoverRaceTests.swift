import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Handover: two sessions at once")
struct HandoverRaceTests {
    typealias Side = (login: String, statements: [SQL])

    /// Each side passes alone; the second is refused under the code.
    private func race(
        _ scene: Scene, _ first: Side, _ second: Side, _ code: String
    ) async throws {
        let outcome = try await scene.database.race(first, second)
        #expect(outcome.0 == nil && outcome.1 == code, "\(code): \(outcome)")
    }

    @Test("two of a kind, two assets of a tag, two signatures of a party, two lines, two warranties")
    func twins() async throws {
        try await Scene.with { scene async throws in
            try await race(
                scene, ("street", RawHandover.plan("a", "'gas', null, 'planned', 1")),
                ("street2", RawHandover.plan("b", "'gas', null, 'planned', 1")), "handover_is_one_of_its_kind"
            )
            try await race(
                scene, ("street", RawHandover.warranty("a")), ("street2", RawHandover.warranty("b")),
                "warranty_is_one_of_its_kind")
        }
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            try await race(
                scene, ("street", RawHandover.asset("a")), ("street2", RawHandover.asset("b")),
                "handover_asset_tag_is_one")
            try await race(
                scene, ("gas", RawHandover.sign("a", "utility", "gas")),
                ("gas", RawHandover.sign("b", "utility", "gas")), "handover_is_signed_once_by_a_party")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            let accept = RawHandover.change("accept", "state = 'jointly_accepted'")
            _ = try await scene.database.refusal(as: "street", accept)
            try await race(
                scene, ("street", RawHandover.line("a", "keys", paper: "keys")),
                ("street2", RawHandover.line("b", "keys", paper: "keys")),
                "handover_document_is_one_of_its_round")
        }
    }

    @Test("an asset and the first signature: what is signed is what was listed")
    func assetAndSignature() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            try await race(
                scene, ("gas", RawHandover.sign("a", "utility", "gas")), ("street", RawHandover.asset("a")),
                "handover_assets_are_listed_before_signing")
        }
    }

    @Test("a refusal and what the other side does meanwhile")
    func refusalAndTheRest() async throws {
        let refuse = RawHandover.change("refuse", "state = 'refused', refused_reason = '阀门未接地'")
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            try await race(
                scene, ("gas", refuse),
                (
                    "street",
                    RawHandover.row("street") { op in
                        """
                        insert into app.handover_signature (district, handover_id, round, party, project_id,
                            person_id, organisation_id, means, signed_on, op_id)
                        values (1, \(Scene.gas), 1, 'construction_unit', \(Scene.project),
                            \(Seed.id("person:street")), \(Seed.id("org:street")), 'account', '2026-03-02', \(op))
                        """
                    }
                ), "handover_is_signed_while_planned")
        }
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            try await race(
                scene,
                ("street", RawHandover.change("receiver", "receiver_id = \(Seed.id("org:water"))")),
                ("gas", refuse), "handover_is_confirmed_by_its_utility")
        }
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = try await scene.database.refusal(as: "gas", RawHandover.sign("a", "utility", "gas"))
            _ = try await scene.database.refusal(
                as: "street", RawHandover.sign("b", "construction_unit", "street"))
            try await race(
                scene, ("gas", refuse),
                ("street", RawHandover.change("accept", "state = 'jointly_accepted'")),
                "handover_step_is_allowed")
        }
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            try await race(
                scene, ("gas", refuse), ("street", RawHandover.line("a", "keys", paper: "keys")),
                "handover_documents_follow_joint_acceptance")
        }
    }

    @Test("a document sent anew and the last step of its receipts")
    func sentAnew() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            _ = try await scene.sendAllDocuments()
            _ = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    update app.handover_document set verdict = 'received',
                        receipted_by = \(Seed.id("person:gas"))
                    """,
                ])
            }
            let op = Seed.id("op:raw:anew")
            let anew: [SQL] = [
                TestDatabase.event(op, on: ("raw", op), project: Scene.project),
                RawHandover.paper("anew", "keys", op),
                """
                update app.handover_document set paper_id = \(Seed.id("paper:raw:anew")), verdict = null,
                    receipted_by = null, version = version + 1, op_id = \(op) where document = 'keys'
                """,
            ]
            try await race(
                scene, ("street", anew),
                ("gas", RawHandover.change("confirm", "state = 'documents_confirmed'")),
                "handover_waits_for_documents")
        }
    }
}
