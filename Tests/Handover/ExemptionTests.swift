import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

/// Kinds that are set aside, and receivers that run nothing: by the routes, by raw SQL, and raced.
@Suite("Handover: what does not apply, and who may receive")
struct ExemptionTests {
    private static let path = "/v1/handovers/\(Scene.heat)/not-applicable"
    private static let proposal = Seed.id("raw:proposal")

    private static func propose(
        _ name: String, ground: String = "not_present", paper: String = "paper", reason: SQL = "'本小区没有'",
        by login: String = "street", version: Int32 = 2, as id: ID = proposal
    ) -> (Scene) -> [SQL] {
        { scene in
            scene.change(
                """
                proposed_by = \(Seed.id("person:" + login)), not_applicable_reason = \(reason),
                    exemption_id = \(id), exemption_ground = \(ground),
                    exemption_paper_id = \(Scene.exemptionPaper(Scene.heat, paper))
                """, of: Scene.heat, version: version, name)
        }
    }

    private static func voice(
        _ name: String, _ party: String, person: String, on id: ID = proposal, of handover: ID = Scene.heat
    ) -> [SQL] {
        RawHandover.row("voice:" + name) { op in
            """
            insert into app.handover_exemption_voice (district, exemption_id, party, handover_id, project_id,
                person_id, organisation_id, said_on, op_id)
            values (1, \(id), \(party), \(handover), \(Scene.project), \(Seed.id("person:" + person)),
                \(Seed.id("org:" + person)), '2026-03-02', \(op))
            """
        }
    }

    private static func setAside(_ scene: Scene, _ name: String, by person: String = "office") -> [SQL] {
        scene.change(
            "state = 'not_applicable', confirmed_by = \(Seed.id("person:" + person))", of: Scene.heat,
            version: 3, name)
    }

    private static func settle(_ scene: Scene, _ statements: [SQL]) async throws {
        _ = try await scene.database.owner.transaction { transaction in
            try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }

    @Test("two clerks of the street set nothing aside: a ground, its stored paper and two other units do")
    func routes() async throws {
        try await Scene.with { scene async throws in
            let path = ExemptionTests.path
            func post(_ login: String, _ body: JSON = [:]) async -> Response {
                await scene.site.send(.post, path, as: login, body)
            }
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            #expect(await post("street", ["reason": "没有"]).status == 422)
            #expect(await post("office").refusalCodes == ["handover_exemption_voice_is_on_what_is_proposed"])
            try await scene.recordExemptionPaper(of: Scene.heat, stored: false, "lost")
            let lost = await post("street", Scene.proposal(of: Scene.heat, "lost"))
            #expect(lost.refusalCodes == ["handover_exemption_rests_on_a_paper"])
            try await scene.recordExemptionPaper(of: Scene.heat)
            let odd = await post("street", Scene.proposal(of: Scene.heat, ground: "nothing"))
            #expect(odd.refusalCodes == ["handover_exemption_ground_is_of_the_policy"])
            #expect(odd.json?["refusals"]?.list?.first?["source"]?["rule"] == "HOUSE-HDO-9")
            #expect(await post("street", Scene.proposal(of: Scene.heat)).json?["state"] == "planned")
            #expect(await post("street2", ["reason": "没有"]).status == 422)
            #expect(await post("office").json?["state"] == "planned")
            #expect(
                await post("office2").refusalCodes == ["handover_exemption_is_confirmed_once_by_a_party"])
            let card = await scene.site.send(.get, "/v1/handovers/\(Scene.heat)", as: "street").json
            #expect(card?["exemption_ground"] == "not_present")
            #expect(card?["exemption_voices"]?.list == ["renovation_office"])
            #expect(await post("owners").json?["state"] == "not_applicable")
        }
    }

    @Test("where a utility is named, its word alone sets the kind aside")
    func utility() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.plan("heat", Scene.heat, receiver: "gas")
            try await scene.recordExemptionPaper(of: Scene.heat)
            func post(_ login: String, _ body: JSON = [:]) async -> Response {
                await scene.site.send(.post, ExemptionTests.path, as: login, body)
            }
            #expect(await post("street", Scene.proposal(of: Scene.heat)).status == 200)
            for login in ["owners", "office", "water"] {
                let refused = await post(login)
                #expect(refused.refusalCodes == ["handover_exemption_waits_for_others"], "\(login)")
                #expect(refused.json?["refusals"]?.list?.first?["missing"]?.list?.count == 1)
            }
            #expect(await post("gas").json?["state"] == "not_applicable")
        }
    }

    @Test("a kind with works in the scheme is handed over, whoever would confirm that it is not")
    func works() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            try await scene.recordExemptionPaper(of: Scene.heat)
            let database = scene.database
            for statements in [
                ExemptionTests.propose("propose")(scene),
                ExemptionTests.voice("owners", "owners_body", person: "owners"),
                ExemptionTests.voice("office", "renovation_office", person: "office"),
            ].enumerated() {
                let login = ["street", "owners", "office"][statements.offset]
                #expect(try await database.refusal(as: login, statements.element) == nil, "\(login)")
            }
            try await ExemptionTests.settle(
                scene,
                [
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(Seed.id("item")), \(Scene.project), 'B09', '供热管道', 'basic', 'heating_pipes', '米',
                        1000, 100, \(Seed.id("op:scene")))
                    """
                ])
            #expect(
                try await database.refusal(as: "office", ExemptionTests.setAside(scene, "aside"))
                    == "handover_with_works_is_not_exempted")
            let refused = await scene.site.send(
                .post, ExemptionTests.path, as: "street", Scene.proposal(of: Scene.heat))
            #expect(refused.refusalCodes == ["handover_with_works_is_not_exempted"])
            #expect(refused.json?["refusals"]?.list?.first?["missing"]?.list?.first?["zh"] == "供热管道")
        }
    }

    @Test(
        "raw SQL proposes nothing without ground, paper and reason, nor for another, nor changes what was proposed"
    )
    func proposals() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            try await scene.recordExemptionPaper(of: Scene.heat)
            try await scene.recordExemptionPaper(of: Scene.heat, stored: false, "lost")
            func refused(_ login: String, _ statements: (Scene) -> [SQL]) async throws -> String? {
                try await scene.database.refusal(as: login, statements(scene))
            }
            let street: SQL = "proposed_by = \(Seed.id("person:street")), not_applicable_reason = '本小区没有'"
            #expect(
                try await refused("street") { $0.change(street, of: Scene.heat, version: 2, "bare") }
                    == "handover_exemption_names_its_ground")
            #expect(
                try await refused("street", ExemptionTests.propose("other", by: "office"))
                    == "handover_exemption_is_personal")
            #expect(
                try await refused("office", ExemptionTests.propose("office", by: "office"))
                    == "handover_exemption_is_proposed_by_the_construction_unit")
            #expect(
                try await refused("street", ExemptionTests.propose("ground", ground: "没有"))
                    == "handover_exemption_ground_is_of_the_policy")
            #expect(
                try await refused("street", ExemptionTests.propose("lost", paper: "lost"))
                    == "handover_exemption_rests_on_a_paper")
            #expect(
                try await refused("street", ExemptionTests.propose("silent", reason: "null"))
                    == "handover_not_applicable_has_a_reason")
            #expect(try await refused("street", ExemptionTests.propose("good")) == nil)
            #expect(
                try await refused(
                    "street", ExemptionTests.propose("again", ground: "not_touched", version: 3))
                    == "handover_exemption_stays_as_proposed")
        }
    }

    @Test("raw SQL confirms for nobody else, and sets nothing aside before all have confirmed")
    func voices() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            try await scene.recordExemptionPaper(of: Scene.heat)
            func refused(_ login: String, _ statements: [SQL]) async throws -> String? {
                try await scene.database.refusal(as: login, statements)
            }
            let early = ExemptionTests.voice("early", "owners_body", person: "owners")
            #expect(try await refused("owners", early) == "handover_exemption_voice_is_on_what_is_proposed")
            #expect(try await refused("street", ExemptionTests.propose("good")(scene)) == nil)
            let own = "handover_exemption_voice_is_its_partys_own"
            let forged = ExemptionTests.voice("forged", "owners_body", person: "owners")
            #expect(try await refused("street", forged) == own)
            let mine = ExemptionTests.voice("mine", "owners_body", person: "street")
            #expect(try await refused("street", mine) == own)
            let gas = ExemptionTests.voice("gas", "utility", person: "gas")
            #expect(try await refused("office", gas) == own)
            let king = ExemptionTests.voice("king", "king", person: "office")
            #expect(try await refused("office", king) == "handover_exemption_party_is_known")
            let office = ExemptionTests.voice("o", "renovation_office", person: "office")
            #expect(try await refused("office", office) == nil)
            let twice = ExemptionTests.voice("p", "renovation_office", person: "office")
            #expect(
                try await refused("office", twice) == "handover_exemption_is_confirmed_once_by_a_party")
            #expect(
                try await refused("office", ExemptionTests.setAside(scene, "half"))
                    == "handover_exemption_waits_for_others")
            let owners = ExemptionTests.voice("w", "owners_body", person: "owners")
            #expect(try await refused("owners", owners) == nil)
            #expect(
                try await refused("street", ExemptionTests.setAside(scene, "self", by: "street"))
                    == "handover_not_applicable_has_a_second_person")
            #expect(try await refused("office", ExemptionTests.setAside(scene, "done")) == nil)
        }
    }

    @Test("a receiver runs the kind: no works contractor, and no utility of another kind")
    func receivers() async throws {
        try await Scene.with { scene async throws in
            try await ExemptionTests.settle(
                scene,
                [
                    """
                    update auth.organisation set facilities = array['water']
                    where organisation_id = \(Seed.id("org:water"))
                    """
                ])
            let code = "handover_receiver_runs_its_kind"
            for unit in ["contractor", "water"] {
                let planned = await scene.plan("heat", Scene.heat, receiver: unit)
                #expect(planned.refusalCodes == [code], "\(unit)")
                let raw = RawHandover.plan(unit, "'heat', \(Seed.id("org:" + unit)), 'planned', 1")
                #expect(try await scene.database.refusal(as: "street", raw) == code, "\(unit)")
            }
            #expect(await scene.plan("heat", Scene.heat, receiver: nil).status == 201)
            let set = await scene.site.send(
                .post, "/v1/handovers/\(Scene.heat)/receiver", as: "street",
                ["receiver": .text(Seed.id("org:contractor").description)])
            #expect(set.refusalCodes == [code])
            #expect(set.json?["refusals"]?.list?.first?["missing"]?.list?.first?["zh"] == "gas")
            let named = scene.change(
                "receiver_id = \(Seed.id("org:gas"))", of: Scene.heat, version: 2, "named")
            #expect(try await scene.database.refusal(as: "street", named) == nil)
            let gone = scene.change("receiver_id = null", of: Scene.heat, version: 3, "gone")
            #expect(
                try await scene.database.refusal(as: "street", gone)
                    == "handover_receiver_is_replaced_not_removed")
            let unit = RawHandover.row("unit") { op in
                """
                insert into auth.organisation (organisation_id, credit_code, name, kind, facilities, recorded_in,
                    op_id)
                values (\(op), \(Seed.creditCode(900)), '某热力公司', 'utility', '{heat}', 1, \(op))
                """
            }
            #expect(
                try await scene.database.refusal(as: "street", unit)
                    == "organisation_facilities_are_recorded_by_the_office")
            #expect(try await scene.database.refusal(as: "office", unit) == nil)
        }
    }

    @Test("a kind set aside and an asset of it race: the second is refused, whichever it is")
    func race() async throws {
        for asideFirst in [true, false] {
            try await Scene.with { scene async throws in
                _ = await scene.plan("heat", Scene.heat, receiver: nil)
                try await scene.recordExemptionPaper(of: Scene.heat)
                let database = scene.database
                let proposed = try await database.refusal(
                    as: "street", ExemptionTests.propose("good")(scene))
                #expect(proposed == nil)
                let owners = ExemptionTests.voice("w", "owners_body", person: "owners")
                #expect(try await database.refusal(as: "owners", owners) == nil)
                let office = ExemptionTests.voice("o", "renovation_office", person: "office")
                #expect(try await database.refusal(as: "office", office) == nil)
                let aside = ExemptionTests.setAside(scene, "aside")
                let asset = RawHandover.row("asset:heat") { op in
                    """
                    insert into app.handover_asset (district, asset_id, handover_id, project_id, op_id, tag, title,
                        location, boundary)
                    values (1, \(op), \(Scene.heat), \(Scene.project), \(op), 'H-1', '换热站', '2 幢', '法兰')
                    """
                }
                let (first, second) =
                    asideFirst
                    ? try await database.race(("office", aside), ("street", asset))
                    : try await database.race(("street", asset), ("office", aside))
                #expect(first == nil)
                #expect(
                    second
                        == (asideFirst
                            ? "handover_assets_are_listed_before_signing"
                            : "handover_exemption_waits_for_others"))
            }
        }
    }
}
