import Foundation
import Handover
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Handover: over its routes")
struct HandoverRoutesTests {
    @Test(
        "a gas handover without the utility is refused with clause and remedy; the utility lifts it (LC-10-2)"
    )
    func gasWalk() async throws {
        let difference = try await Snapshot.difference("gas") {
            try await Scene.with { scene async throws in
                let site = scene.site
                #expect(await scene.planGas().status == 201)
                #expect(await site.send(.post, Scene.base + "/joint-acceptance", as: "street").status == 201)
                let refused = await site.send(.post, Scene.base + "/confirm", as: "street")
                #expect(refused.status == 422)
                #expect(
                    refused.refusalCodes == [
                        "handover_is_confirmed_by_its_utility", "handover_waits_for_joint_acceptance",
                        "handover_waits_for_documents", "handover_waits_for_owners_decision",
                    ])
                let joint = refused.json?["refusals"]?.list?[1]
                #expect(joint?["source"]?["rule"] == "LC-10-2")
                #expect(joint?["lifted_by"]?.list?.contains("utility") == true)

                let signed = await site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
                #expect(signed.json?["state"] == "jointly_accepted", "\(signed.text)")
                let sent = try await scene.sendAllDocuments()
                #expect(sent.json?["state"] == "documents_sent", "\(sent.text)")
                let card = await site.send(.get, Scene.base, as: "gas").json ?? .null
                #expect(card["clock"]?["due_on"] != .null)
                #expect(card["_blocked"]?.list?.contains { $0["action"] == "handover.confirm" } == true)
                let ticked = await site.send(
                    .post, Scene.base + "/receipts", as: "gas", try Scene.lines("received"))
                #expect(ticked.json?["state"] == "documents_confirmed", "\(ticked.text)")
                let early = await site.send(.post, Scene.base + "/confirm", as: "gas")
                #expect(early.refusalCodes == ["handover_waits_for_owners_decision"])
                try await scene.recordOwnersDecision()
                let confirmed = await site.send(.post, Scene.base + "/confirm", as: "gas")
                #expect(confirmed.json?["state"] == "handed_over", "\(confirmed.text)")
                let after = await site.send(.get, Scene.base, as: "street").json ?? .null
                #expect(after["assets"]?.list?.first?["responsible_from"] == "2026-03-02")
                let clocks = try await scene.database.owner.read(
                    "select distinct state from app.clock where subject_kind = 'handover'")
                #expect(try clocks.map { try $0.text("state") } == ["met"])
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test(
        "a project goes on only after all its handovers, and takes a warranty for each kind of works with it")
    func completes() async throws {
        try await Scene.with { scene async throws in
            let path = "/v1/projects/\(Scene.project)/complete-handover"
            try await scene.bringToConfirmation()
            let refused = await scene.site.send(.post, path, as: "street", [:])
            #expect(refused.refusalCodes == ["project_close_waits_for_handovers"])
            #expect(refused.json?["refusals"]?.list?.first?["missing"]?.list?.count == 6)
            try await scene.exemptOthers()
            #expect(await scene.site.send(.post, Scene.base + "/confirm", as: "gas").status == 200)
            let short: JSON = ["warranties": [["kind": "water_pipes", "months": 23]]]
            let below = await scene.site.send(.post, path, as: "street", short)
            #expect(below.refusalCodes == ["warranty_is_not_below_the_minimum"])
            let done = await scene.site.send(
                .post, path, as: "street", ["warranties": [["kind": "water_pipes", "months": 36]]])
            #expect(done.json?["state"] == "S22", "\(done.text)")
            #expect(done.headers["etag"] == "\"3\"")
            let list = await scene.site.send(.get, "/v1/projects/\(Scene.project)/handovers", as: "street")
                .json
            #expect(list?["warranties"]?.list?.count == 6)
            let pipes = list?["warranties"]?.list?.first { $0["kind"] == "water_pipes" }
            #expect(pipes?["nominal_end_on"] == "2029-02-27")
            let closed = await scene.site.send(.post, "/v1/projects/\(Scene.project)/close", as: "street")
            #expect(
                closed.refusalCodes == [
                    "close_waits_for_filings", "close_waits_for_final_accounts", "close_waits_for_true_up",
                    "close_waits_for_papers_delivered", "close_waits_for_management_form",
                    "close_waits_for_warranties",
                ])
            #expect(closed.json?["refusals"]?.list?.allSatisfy { $0["source"] != .null } == true)
        }
    }

    @Test("a refusal by the utility ends the round: the next one is signed and sent anew")
    func newRound() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToConfirmation()
            let silent = await scene.site.send(.post, Scene.base + "/refuse", as: "gas", [:])
            #expect(silent.status == 422)
            let refused = await scene.site.send(
                .post, Scene.base + "/refuse", as: "gas", ["reason": "调压箱未接地"])
            #expect(refused.json?["state"] == "refused", "\(refused.text)")
            let again = await scene.site.send(.post, Scene.base + "/reopen", as: "street")
            #expect(again.json?["state"] == "planned", "\(again.text)")
            let codes = await scene.site.send(.post, Scene.base + "/confirm", as: "gas").refusalCodes
            #expect(codes == ["handover_waits_for_joint_acceptance", "handover_waits_for_documents"])
            let kept = try await scene.database.owner.read("select count(*) as n from app.handover_signature")
            #expect(try kept.one().int64("n") == 2)
        }
    }

    @Test("a document found wrong is sent anew and ticked again; until then the handover waits")
    func wrongDocument() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            _ = try await scene.sendAllDocuments()
            let receipts = Scene.base + "/receipts"
            _ = await scene.site.send(.post, receipts, as: "gas", try Scene.lines("received", but: "keys"))
            let unsaid = await scene.site.send(
                .post, receipts, as: "gas", ["lines": [["document": "keys", "verdict": "wrong"]]])
            #expect(unsaid.refusalCodes == ["handover_document_is_found_wanting_with_a_note"])
            let wrong = await scene.site.send(
                .post, receipts, as: "gas",
                ["lines": [["document": "keys", "verdict": "wrong", "note": "少一把"]]])
            #expect(wrong.json?["state"] == "documents_sent", "\(wrong.text)")
            let refused = await scene.site.send(.post, Scene.base + "/confirm", as: "gas")
            #expect(refused.refusalCodes.first == "handover_waits_for_documents")
            #expect(refused.json?["refusals"]?.list?.first?["missing"]?.list?.first?["zh"] == "钥匙和门禁（有误）")
            let anew: JSON = [
                "id": .text(Seed.id("paper:keys:2").description), "document": "keys", "title": "钥匙清单（补）",
                "dated": "2026-03-02",
            ]
            let sent = await scene.site.send(
                .post, Scene.base + "/documents", as: "street", ["documents": .list([anew])])
            #expect(sent.status == 201, "\(sent.text)")
            let card = await scene.site.send(.get, Scene.base, as: "street").json
            let line = card?["documents"]?.list?.first { $0["document"] == "keys" }
            #expect(line?["verdict"] == .null)
            #expect(line?["title"] == "钥匙清单（补）")
            let ticked = await scene.site.send(
                .post, receipts, as: "gas", ["lines": [["document": "keys", "verdict": "received"]]])
            #expect(ticked.json?["state"] == "documents_confirmed", "\(ticked.text)")
        }
    }

    @Test("another utility sees nothing to do here, and a stranger finds nothing")
    func others() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            let water = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "water")
            #expect(water.refusalCodes == ["handover_signature_is_its_partys_own"])
            #expect(await scene.site.send(.get, Scene.base, as: "stranger").status == 404)
            #expect(await scene.site.send(.post, Scene.base + "/confirm", as: "stranger").status == 404)
            #expect(await scene.site.send(.post, Scene.base + "/reopen", as: "gas").status == 403)
        }
    }
}

@Suite("Handover: the utility's page behind its link")
struct HandoverPageTests {
    private static func link(_ scene: Scene, key: String = "link-key-1") async throws -> String {
        let answer = await scene.site.send(
            .post, Scene.base + "/link", as: "office", ["name": "燃气经办人", "days": 10], key: key)
        return try #require(answer.json?["path"]?.text, "\(answer.text)")
    }

    private static func hidden(_ name: String, in page: String) -> String {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("the utility's person signs, ticks and confirms on the page, without an account")
    func walk() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            let path = try await HandoverPageTests.link(scene)
            let parts = path.split(separator: "?").map(String.init)
            func post(_ action: String, _ more: [(String, String)] = []) async -> Response {
                let page = await scene.page(.get, path).text
                let form = ["form_token", "once"].map { ($0, HandoverPageTests.hidden($0, in: page)) }
                return await scene.page(.post, "\(parts[0])/\(action)?\(parts[1])", form: form + more)
            }
            let page = await scene.page(.get, path)
            #expect(page.status == 200)
            #expect(page.text.contains("楼栋调压箱") && page.text.contains("引入管阀门后法兰"))
            #expect(page.text.contains("现在还不能确认接收") && page.text.contains("温鹿政办〔2020〕21号"))
            #expect(await post("sign").status == 303)
            _ = try await scene.sendAllDocuments()
            let list = try HandoverRules.documentList(for: .gas, under: try TestPolicies.lucheng()).value
            #expect(await post("receipts", list.map { ("verdict-\($0.id)", "received") }).status == 303)
            let early = await post("confirm")
            #expect(early.status == 422)
            #expect(early.text.contains("业主大会"))
            try await scene.recordOwnersDecision()
            let bare = await post("confirm")
            #expect(bare.status == 422 && bare.text.contains("盖章的确认单"), "\(bare.text)")
            let form = ["form_token", "once"].map { ($0, HandoverPageTests.hidden($0, in: bare.text)) }
            let sheet = "%PDF-1.7 盖章确认单：供气设施移交接收，经办人签字，单位盖章，一式两份，自即日起生效。"
            let sent = await scene.page(
                .post, "\(parts[0])/confirm?\(parts[1])", form: form, sheet: sheet)
            #expect(sent.status == 303, "\(sent.text)")
            let done = await scene.page(.get, path).text
            #expect(done.contains("已移交") && done.contains(hex(Digest.sha256(sheet.utf8))))
            let means = try await scene.database.owner.read(
                "select means from app.handover_signature where party = 'utility'")
            #expect(try means.one().text("means") == "link")
        }
    }

    @Test("a second press of the same button takes effect once, and a form without its token is refused")
    func forms() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            let path = try await HandoverPageTests.link(scene)
            let parts = path.split(separator: "?").map(String.init)
            let page = await scene.page(.get, path).text
            let target = "\(parts[0])/sign?\(parts[1])"
            let forged = await scene.page(
                .post, target, form: [("once", "0123456789abcdef"), ("form_token", "x")])
            #expect(forged.status == 403)
            let form = ["form_token", "once"].map { ($0, HandoverPageTests.hidden($0, in: page)) }
            #expect(await scene.page(.post, target, form: form).status == 303)
            #expect(await scene.page(.post, target, form: form).status == 303)
            let events = try await scene.database.owner.read(
                "select count(*) as n from ledger.entry where type = 'handover.sign'")
            #expect(try events.one().int64("n") == 1)
        }
    }

    @Test(
        "a link opens its own handover only, dies when a new one is issued or it is revoked, and is kept as a hash"
    )
    func scope() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.plan("heat", Scene.heat, receiver: "water")
            let path = try await HandoverPageTests.link(scene)
            let retried = await scene.site.send(
                .post, Scene.base + "/link", as: "office", ["name": "燃气经办人", "days": 10], key: "link-key-1")
            #expect(retried.status == 201 && retried.json?["path"] == nil, "a link is shown once")
            let key = try #require(path.split(separator: "=").last.map(String.init))
            #expect(await scene.page(.get, "/h/\(Scene.heat)?key=\(key)").status == 404)
            #expect(await scene.page(.get, "/h/\(Scene.gas)").status == 404)
            #expect(
                await scene.page(.get, "/v1/handovers/\(Scene.gas)?key=\(key)").status == 401,
                "a link is no account")
            let kept = try await scene.database.owner.read(
                """
                select count(*) as n from app.request
                where convert_from(answer, 'UTF8') like \("%" + key + "%")
                """)
            #expect(try kept.one().int64("n") == 0)
            let newer = try await HandoverPageTests.link(scene, key: "link-key-2")
            #expect(await scene.page(.get, path).status == 404)
            #expect(await scene.page(.get, newer).status == 200)
            _ = await scene.site.send(.post, Scene.base + "/link/revocation", as: "street")
            #expect(await scene.page(.get, newer).status == 404)
        }
    }

    @Test("the construction unit does not make the link by which its works are taken over (HOUSE-HDO-10)")
    func ownLink() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            let refused = await scene.site.send(
                .post, Scene.base + "/link", as: "street", ["name": "燃气经办人", "days": 10])
            #expect(refused.refusalCodes == ["link_is_issued_by_the_office"], "\(refused.text)")
        }
    }

    @Test(
        "raw SQL: behind a link nothing is confirmed without the utility's own sheet, one file for one facility"
    )
    func sheets() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.plan("heat", Scene.heat, receiver: "gas")
            let database = scene.database
            func paper(_ name: String, _ kind: String, of handover: ID, _ bytes: String) -> [SQL] {
                let op = Seed.id("op:sheet:" + name)
                return [
                    TestDatabase.event(op, on: ("paper", op), project: Scene.project),
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                        sha256, op_id)
                    values (1, \(op), \(Scene.project), 'handover', \(handover), \(kind), '材料', '2026-02-28',
                        sha256(\(Array(bytes.utf8))), \(op))
                    """,
                ]
            }
            let sheet = "sealed_handover_sheet"
            let decision = "owners_handover_decision"
            for (login, kind) in [("street", sheet), ("office", sheet), ("water", sheet), ("gas", decision)] {
                #expect(
                    try await database.refusal(as: login, paper("\(login) \(kind)", kind, of: Scene.gas, "a"))
                        == "sealed_sheet_is_its_utilitys", "\(login)")
            }
            let (first, second) = try await database.race(
                ("owners", paper("one", decision, of: Scene.gas, "d")),
                ("owners", paper("two", decision, of: Scene.heat, "d")))
            #expect(first == nil && second == "handover_paper_is_of_one_handover")
            try await database.act(as: "owners", paper("three", decision, of: Scene.heat, "e"))
            try await database.act(as: "gas", paper("sheet", sheet, of: Scene.gas, "s"))
            #expect(
                try await database.refusal(as: "gas", paper("sheet 2", sheet, of: Scene.heat, "s"))
                    == "handover_paper_is_of_one_handover")
            // A sheet of before is none of this confirmation's.
            let path = try await HandoverPageTests.link(scene)
            let key = try #require(path.split(separator: "=").last.map(String.init))
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.handover set state = 'documents_confirmed' where handover_id = \(Scene.gas)",
                    "alter table app.handover disable trigger _220_handover_step",
                ])
            }
            let op = Seed.id("op:by link")
            let refused = try await database.refusal(
                byLink: key,
                [
                    TestDatabase.event(op, on: ("handover", Scene.gas), project: Scene.project),
                    """
                    update app.handover set state = 'handed_over', handed_over_on = '2026-03-02',
                        version = version + 1, op_id = \(op) where handover_id = \(Scene.gas)
                    """,
                ])
            #expect(refused == "link_confirms_by_its_sealed_sheet")
        }
    }

    @Test("a link's holder cannot pass raw SQL off on another handover")
    func foreignScope() async throws {
        try await Scene.with { scene async throws in
            _ = await scene.planGas()
            _ = await scene.plan("heat", Scene.heat, receiver: "gas")
            let path = try await HandoverPageTests.link(scene)
            let key = try #require(path.split(separator: "=").last.map(String.init))
            let op = Seed.id("op:foreign")
            let name = await #expect(throws: PQError.self) {
                try await scene.database.service.transaction { transaction in
                    _ = try await transaction.send([
                        "select auth.enter(\(Scene.hash(key)))",
                        TestDatabase.event(
                            op, on: ("handover", Scene.heat), project: Scene.project),
                        """
                        update app.handover set state = 'refused', refused_reason = '阀门没有接地', version = 2, op_id = \(op)
                        where handover_id = \(Scene.heat)
                        """,
                    ])
                }
            }
            #expect(name?.failure?.constraint == "link_opens_one_handover")
        }
    }
}
