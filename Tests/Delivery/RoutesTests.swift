import Actions
import Harness
import Testing
import Values
import Web

@testable import Delivery
@testable import DeliveryService

@Suite("Delivery: routes")
struct DeliveryRoutesTests {
    private func site(_ scene: Scene) throws -> TestSite {
        let desk = scene.database.desk
        return try TestSite(
            DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk)).routes)
    }

    private let base = "/v1/projects/\(Scene.project)"

    private func engagement(_ unit: String, _ role: String) -> JSON {
        [
            "id": .text(Seed.id("engagement:\(unit):\(role)").description),
            "organisation": .text(Scene.unit(unit).description), "role": .text(role),
            "valid_from": "2026-02-01",
        ]
    }

    private func link(_ controller: String, _ controlled: String) -> JSON {
        [
            "organisation": .text(Scene.unit(controller).description),
            "controlled": .text(Scene.unit(controlled).description), "kind": "controls", "evidence": "工商登记",
            "valid_from": "2020-01-01",
        ]
    }

    @Test(
        "an EPC contractor who is the agent is refused with the clause, and so is a unit the agent controls")
    func conflicts() async throws {
        let difference = try await Snapshot.difference("conflicts") {
            try await Scene.with { scene in
                let site = try site(scene)
                let path = base + "/engagements"
                #expect(
                    await site.send(.post, path, as: "street", engagement("agent", "agent_construction"))
                        .status
                        == 201)
                let same = await site.send(.post, path, as: "street", engagement("agent", "epc_contractor"))
                #expect(same.status == 422)
                #expect(same.refusalCodes == ["engagement_has_no_conflict"])
                #expect(same.json?["refusals"]?.list?.first?["source"]?["rule"]?.text == "EPC-05")
                let recorded = await site.send(.post, "/v1/control-links", as: "office", link("agent", "epc"))
                #expect(recorded.status == 201)
                #expect(recorded.json?["conflicts"]?.list?.isEmpty == true)
                let linked = await site.send(.post, path, as: "street", engagement("epc", "epc_contractor"))
                #expect(linked.refusalCodes == ["engagement_has_no_conflict"])
                #expect(linked.json?["refusals"]?.list?.first?["source"]?["rule"]?.text == "AGC-4")
                // The refusal names the link it rests on and who recorded it.
                let why = linked.json?["refusals"]?.list?.first?["missing"]?.list?.last?["zh"]?.text ?? ""
                #expect(why.contains("agent 对 epc") && why.contains("由 office 登记"), "\(why)")
                #expect(
                    await site.send(.post, path, as: "street", engagement("contractor", "epc_contractor"))
                        .status
                        == 201)
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("a link between standing units answers with the projects it holds; ending one frees them")
    func held() async throws {
        try await Scene.with { scene in
            let site = try site(scene)
            let path = base + "/engagements"
            _ = await site.send(.post, path, as: "street", engagement("agent", "agent_construction"))
            _ = await site.send(.post, path, as: "street", engagement("epc", "epc_contractor"))
            let recorded = await site.send(.post, "/v1/control-links", as: "office", link("epc", "agent"))
            #expect(recorded.status == 201)
            let around = "/v1/control-links?organisation=\(Scene.unit("agent"))"
            let links = await site.send(.get, around, as: "street").json?["items"]?.list
            #expect(links?.count == 1 && links?.first?["recorded_by"] == "office")
            let conflict = recorded.json?["conflicts"]?.list?.first
            #expect(conflict?["project"]?.text == Scene.project.description)
            #expect(try await scene.held().count == 2)
            let shown = await site.send(.get, path, as: "street")
            let conflicts = shown.json?["items"]?.list?.compactMap { $0["conflicts"]?.list?.count }
            #expect(conflicts == [1, 1])
            let id = Seed.id("engagement:agent:agent_construction")
            let ended = await site.send(
                .post, "/v1/engagements/\(id)/end", as: "office",
                ["valid_to": "2026-03-02", "reason": "更换代建单位"])
            #expect(ended.status == 200)
            #expect(try await scene.held().isEmpty)
        }
    }

    @Test("the mode shows the seats it asks for and which are held; a change needs its reason")
    func mode() async throws {
        try await Scene.with { scene in
            let site = try site(scene)
            let path = base + "/delivery-mode"
            let chosen = await site.send(
                .post, path, as: "street", ["mode": "epc", "chosen_on": "2026-02-01"])
            #expect(chosen.status == 201)
            #expect(chosen.json?["seats"]?.list?.contains("epc_contractor") == true)
            let seen = await site.send(.get, path, as: "street").headers["etag"]
            #expect(seen == chosen.headers["etag"] && seen != nil)
            let bare = await site.send(
                .post, path, as: "street", ["mode": "traditional", "chosen_on": "2026-02-02"], ifMatch: seen)
            #expect(bare.refusalCodes == ["delivery_mode_change_has_a_reason"])
            let change: JSON = ["mode": "traditional", "chosen_on": "2026-02-02", "reason": "方案调整"]
            #expect(
                await site.send(.post, path, as: "street", change).status == 428, "a choice stands already")
            let changed = await site.send(.post, path, as: "street", change, ifMatch: seen)
            #expect(changed.status == 200)
            _ = await site.send(
                .post, base + "/engagements", as: "street", engagement("contractor", "contractor"))
            let shown = await site.send(.get, path, as: "contractor")
            let seats = shown.json?["seats"]?.list ?? []
            let heldSeats = seats.filter { $0["held"]?.bool == true }.compactMap { $0["role"]?.text }
            #expect(seats.count == 5)
            #expect(heldSeats == ["contractor"])
        }
    }

    @Test("a unit is registered by a credit code whose check is right, and only once")
    func organisations() async throws {
        try await Scene.with { scene in
            let site = try site(scene)
            func unit(_ code: String, _ id: String) -> JSON {
                [
                    "id": .text(Seed.id(id).description), "credit_code": .text(code), "name": "甲公司",
                    "kind": "company",
                ]
            }
            let wrong = await site.send(
                .post, "/v1/organisations", as: "street", unit("91350100M000100Y42", "a"))
            #expect(wrong.refusalCodes == ["credit_code_is_right"])
            #expect(wrong.text.contains("校验码（第 18 位）"))
            let nowhere = await site.send(
                .post, "/v1/organisations", as: "street", unit("000000000000000000", "a"))
            #expect(nowhere.refusalCodes == ["organisation_credit_code_names_its_registrar"])
            let right = await site.send(
                .post, "/v1/organisations", as: "street", unit("91350100M000100Y43", "a"))
            #expect(right.status == 201)
            let again = await site.send(
                .post, "/v1/organisations", as: "office", unit("91350100M000100Y43", "b"))
            #expect(again.refusalCodes == ["organisation_credit_code_is_one"])
            let found = await site.send(
                .get, "/v1/organisations?credit_code=91350100M000100Y43", as: "supervisor")
            #expect(found.json?["items"]?.list?.count == 1)
        }
    }

    @Test("who may record whom is decided at the door")
    func access() async throws {
        try await Scene.with { scene in
            let site = try site(scene)
            let draft = engagement("epc", "epc_contractor")
            #expect(await site.send(.post, base + "/engagements", as: "contractor", draft).status == 403)
            #expect(await site.send(.post, base + "/engagements", as: "stranger", draft).status == 404)
            #expect(await site.send(.get, base + "/delivery-mode", as: "stranger").status == 404)
        }
    }
}
