import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Handover: guards in the database")
struct HandoverGuardTests {
    private static func signature(_ scene: Scene, _ party: String, person: String, unit: String) -> [SQL] {
        let op = Seed.id("op:sign:\(party):\(person):\(unit)")
        return [
            TestDatabase.event(op, "test.sign", on: ("signature", op), project: Scene.project),
            """
            insert into app.handover_signature (district, handover_id, round, party, project_id, person_id,
                organisation_id, means, signed_on, op_id)
            values (1, \(Scene.gas), 1, \(party), \(Scene.project), \(Seed.id("person:" + person)),
                \(Seed.id("org:" + unit)), 'account', '2026-03-02', \(op))
            """,
        ]
    }

    private static func refusal(
        _ scene: Scene, _ login: String, _ party: String, _ person: String, _ unit: String
    ) async throws -> String? {
        try await scene.database.refusal(as: login, signature(scene, party, person: person, unit: unit))
    }

    @Test("raw SQL cannot sign for another person, another unit or another party")
    func ownSignature() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            let own = "handover_signature_is_its_partys_own"
            #expect(try await HandoverGuardTests.refusal(scene, "street", "utility", "gas", "gas") == own)
            #expect(
                try await HandoverGuardTests.refusal(scene, "street", "utility", "street", "street") == own)
            #expect(try await HandoverGuardTests.refusal(scene, "water", "utility", "water", "water") == own)
            #expect(
                try await HandoverGuardTests.refusal(scene, "gas", "construction_unit", "gas", "gas") == own)
            #expect(try await HandoverGuardTests.refusal(scene, "gas", "utility", "gas", "gas") == nil)
            #expect(
                try await HandoverGuardTests.refusal(scene, "street", "construction_unit", "street", "street")
                    == nil)
        }
    }

    @Test(
        "a step waits for both signatures, for the certificate and for the documents, whatever the service says"
    )
    func stepsWait() async throws {
        try await Scene.with(state: "S15") { scene async throws in
            _ = await scene.planGas()
            let accept = scene.change("state = 'jointly_accepted'", version: 2, "accept")
            #expect(
                try await scene.database.refusal(as: "street", accept)
                    == "handover_waits_for_joint_acceptance")
            let skip = scene.change(
                "state = 'handed_over', handed_over_on = '2026-03-02'", version: 2, "skip")
            #expect(try await scene.database.refusal(as: "gas", skip) == "handover_step_is_allowed")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            let send = scene.change("state = 'documents_sent'", version: 3, "send")
            #expect(try await scene.database.refusal(as: "street", send) == "handover_waits_for_certificate")
            try await scene.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica", "update app.project set state = 'S16'",
                ])
            }
            #expect(try await scene.database.refusal(as: "street", send) == "handover_waits_for_documents")
        }
    }

    @Test("only the utility confirms and refuses, and not before the owners have decided")
    func confirmation() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            _ = try await scene.sendAllDocuments()
            _ = await scene.site.send(.post, Scene.base + "/receipts", as: "gas", try Scene.lines("received"))
            let confirm = scene.change(
                "state = 'handed_over', handed_over_on = '2026-03-02'", version: 5, "confirm")
            #expect(
                try await scene.database.refusal(as: "street", confirm)
                    == "handover_is_confirmed_by_its_utility")
            #expect(
                try await scene.database.refusal(as: "water", confirm)
                    == "handover_is_confirmed_by_its_utility")
            #expect(
                try await scene.database.refusal(as: "gas", confirm) == "handover_waits_for_owners_decision")
            let refuse = scene.change("state = 'refused', refused_reason = '无'", version: 5, "refuse")
            #expect(
                try await scene.database.refusal(as: "office", refuse)
                    == "handover_is_confirmed_by_its_utility")
            try await scene.recordOwnersDecision()
            #expect(try await scene.database.refusal(as: "gas", confirm) == nil)
        }
    }

    @Test("the street cannot tick a document, nor the utility tick in another's name")
    func receipts() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            _ = try await scene.sendAllDocuments()
            func tick(_ person: String) -> [SQL] {
                let op = Seed.id("op:tick:" + person)
                return [
                    TestDatabase.event(op, on: ("handover", Scene.gas), project: Scene.project),
                    """
                    update app.handover_document set verdict = 'received', version = version + 1, op_id = \(op),
                        receipted_by = \(Seed.id("person:" + person))
                    """,
                ]
            }
            let code = "handover_document_is_receipted_by_its_utility"
            #expect(try await scene.database.refusal(as: "street", tick("street")) == code)
            #expect(try await scene.database.refusal(as: "gas", tick("street")) == code)
            #expect(try await scene.database.refusal(as: "gas", tick("gas")) == nil)
        }
    }

    @Test("a project going on and a handover taken up again race: whichever is second is refused")
    func race() async throws {
        for projectFirst in [true, false] {
            try await Scene.with { scene async throws in
                try await scene.exemptOthers()
                try await scene.bringToConfirmation()
                #expect(await scene.site.send(.post, Scene.base + "/confirm", as: "gas").status == 200)
                let reopen = scene.change(
                    """
                    state = 'planned', proposed_by = null, confirmed_by = null, not_applicable_reason = null,
                        exemption_id = null, exemption_ground = null, exemption_paper_id = null
                    """, of: Scene.heat, version: 4, "reopen")
                let go = scene.stepProject(to: "S20", version: 2, "go")
                let (first, second) =
                    projectFirst
                    ? try await scene.database.race(("street", go), ("street2", reopen))
                    : try await scene.database.race(("street2", reopen), ("street", go))
                #expect(first == nil)
                #expect(second == "project_close_waits_for_handovers")
            }
        }
    }

    @Test("a second signature and a change of the receiver race: a signed round keeps its receiver")
    func receiverRace() async throws {
        for signFirst in [true, false] {
            try await Scene.with { scene async throws in
                _ = await scene.planGas()
                let sign = HandoverGuardTests.signature(scene, "utility", person: "gas", unit: "gas")
                let change = scene.change("receiver_id = \(Seed.id("org:water"))", version: 2, "receiver")
                let (first, second) =
                    signFirst
                    ? try await scene.database.race(("gas", sign), ("street", change))
                    : try await scene.database.race(("street", change), ("gas", sign))
                #expect(first == nil)
                #expect(
                    second
                        == (signFirst
                            ? "handover_receiver_stays_once_signed" : "handover_signature_is_its_partys_own"))
            }
        }
    }

    private static func warranty(
        _ scene: Scene, _ months: Int32, years: Int64, on accepted: String, ends: String
    ) async throws -> String? {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        let op = Seed.id("op:warranty:\(months):\(years):\(accepted):\(ends)")
        return try await scene.database.refusal(
            as: "street",
            [
                TestDatabase.event(op, on: ("warranty", op), project: Scene.project),
                """
                insert into app.warranty (district, warranty_id, project_id, kind, accepted_on, months, edition,
                    minimum_key, minimum_years, nominal_end_on, op_id)
                values (1, \(op), \(Scene.project), 'roof_waterproof', \(BusinessDay(iso: accepted)), \(months),
                    \(edition), 'warranty.years.roof_waterproof', \(years), \(BusinessDay(iso: ends)), \(op))
                """,
            ])
    }

    @Test("a warranty below the law, against another minimum or from another day is refused")
    func warrantyMinimum() async throws {
        try await Scene.with { scene async throws in
            #expect(
                try await HandoverGuardTests.warranty(
                    scene, 59, years: 5, on: "2026-02-27", ends: "2031-01-27")
                    == "warranty_is_not_below_the_minimum")
            #expect(
                try await HandoverGuardTests.warranty(
                    scene, 12, years: 1, on: "2026-02-27", ends: "2027-02-27")
                    == "warranty_minimum_is_the_laws")
            #expect(
                try await HandoverGuardTests.warranty(
                    scene, 60, years: 5, on: "2026-02-26", ends: "2031-02-26")
                    == "warranty_runs_from_the_certificate")
            #expect(
                try await HandoverGuardTests.warranty(
                    scene, 60, years: 5, on: "2026-02-27", ends: "2031-02-26")
                    == "warranty_ends_after_its_months")
            #expect(
                try await HandoverGuardTests.warranty(
                    scene, 60, years: 5, on: "2026-02-27", ends: "2031-02-27") == nil)
        }
    }

    @Test("the database holds the same steps as the rules")
    func steps() async throws {
        try await Scene.with { scene async throws in
            let rows = try await scene.database.owner.read(
                "select from_state, to_state from app.handover_step")
            let held = try Set(rows.map { try $0.text("from_state") + ">" + $0.text("to_state") })
            let ruled = Set(
                HandoverState.allCases.flatMap { from in from.next.map { "\(from.rawValue)>\($0.rawValue)" } }
            )
            #expect(held == ruled)
        }
    }

    @Test("every guard and constraint of the handover's tables has its words")
    func everyNameHasWords() async throws {
        try await Scene.with { scene async throws in
            let rows = try await scene.database.owner.read(
                """
                select conname from pg_constraint
                where conrelid in (
                    'app.handover'::regclass, 'app.handover_asset'::regclass, 'app.handover_signature'::regclass,
                    'app.handover_document'::regclass, 'app.warranty'::regclass
                ) and contype in ('c', 'u', 'p', 'f') and conname !~ '_(pkey|fkey|fkey[0-9]+)$'
                union
                select code[1] from pg_proc p, regexp_matches(p.prosrc, 'constraint = ''([a-z_]+)''', 'g') as code
                where p.prosrc ~ 'handover|warranty'
                    and p.pronamespace in ('app'::regnamespace, 'auth'::regnamespace)
                    and (p.proname ~ 'handover|warranty|link')
                """)
            let known = Set((HandoverRefusals.all + ClosingRefusals.all).map(\.code))
            let names = try rows.map { try $0.text("conname") }
            #expect(names.count > 40)
            #expect(names.filter { !known.contains($0) } == [])
        }
    }
}
