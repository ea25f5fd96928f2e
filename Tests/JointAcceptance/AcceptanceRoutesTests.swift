import Harness
import JointAcceptanceService
import Ledger
import PQ
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance over its routes")
struct AcceptanceRoutesTests {
    @Test("a day too late for its notice is refused with the day; in time the round is called with its seats")
    func calling() async throws {
        let difference = try await Snapshot.difference("calling") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.set(database)
                let site = try Scene.site(database)
                database.clock.set(day: Scene.notice.adding(days: 1))
                let late = await site.send(
                    .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call(notice: "2026-03-11"))
                database.clock.set(day: Scene.notice)
                #expect(late.status == 422)
                #expect(late.refusalCodes == ["acceptance_notice_is_early_enough"])
                let refusal = late.json?["refusals"]?.list?.first
                #expect(refusal?["source"]?["rule"] == "QLT-03")
                #expect(refusal?["missing"]?.list?.first?["zh"]?.text?.contains("2026-03-10") == true)
                let called = await site.send(
                    .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
                #expect(called.status == 201, "\(called.text)")
                #expect(called.json?["number"] == 1)
                #expect(called.json?["seats"]?.list?.count == 5)
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("an open severe issue and an unanswered checklist keep the gate shut, each with its object")
    func gate() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database, checklist: false)
            try await Scene.block(database)
            let site = try Scene.site(database)
            let gate = await site.send(.get, Scene.base + "/acceptance-gate", as: "street").json ?? .null
            #expect(gate["open"] == false)
            #expect(gate["earliest_event_on"] == "2026-03-19")
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(
                Set(refused.refusalCodes) == [
                    "acceptance_waits_for_blocks", "acceptance_waits_for_its_checklist",
                ])
            #expect(refused.text.contains("/v1/issues/\(Seed.id("issue"))"))
            let wrong = await site.send(
                .post, Scene.base + "/acceptance-checklist", as: "street",
                ["answers": [["item": "work_complete", "answer": "not_applicable", "evidence": "无"]]])
            #expect(wrong.refusalCodes == ["acceptance_answer_is_of_the_checklist"])
            let answers: [JSON] = [
                "work_complete", "completion_report", "assessment_report", "design_check_report",
                "technical_file", "test_reports", "payment_as_agreed", "warranty_deed", "other_by_law",
            ].map { ["item": .text($0), "answer": "present", "evidence": "见案卷"] }
            let rest: [JSON] = ["survey_check_report", "household_acceptance"].map {
                ["item": .text($0), "answer": "not_applicable", "evidence": "本项目没有该项工作"]
            }
            let ordered: JSON = ["item": "rectifications_done", "answer": "present", "evidence": "已整改"]
            let words = await site.send(
                .post, Scene.base + "/acceptance-checklist", as: "street",
                ["answers": .list(answers + [ordered])])
            #expect(words.refusalCodes == ["acceptance_answer_rests_on_what_stands"])
            #expect(words.json?["refusals"]?.list?.first?["missing"]?.list?.count == 8, "\(words.text)")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(
                    after: ["set local session_replication_role = replica"] + Scene.papers)
            }
            let done = await site.send(
                .post, Scene.base + "/acceptance-checklist", as: "street", ["answers": .list(answers + rest)])
            #expect(done.status == 201, "\(done.text)")
            let still = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(still.refusalCodes == ["acceptance_waits_for_blocks"])
        }
    }

    @Test("signed over one digest the certificate verifies offline, the project is accepted, deadlines run")
    func certified() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database, seal: Scene.key("the site"))
            for answer in await Scene.ready(site, database) {
                #expect(answer.status == 201, "\(answer.text)")
            }
            let early = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(early.refusalCodes == ["certificate_waits_for_all_seats"])
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            let issued = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(issued.status == 201, "\(issued.text)")
            #expect(
                issued.json?["deadlines"]?.list?.map { $0["due_on"]?.text } == [
                    "2026-03-26", "2026-04-03", "2026-06-22", "2026-06-22", "2026-03-24",
                ])
            let file = await site.send(.get, Scene.path + "/certificate", as: "designer")
            let findings = Certificate.verify(file: file.body, trusting: Scene.key("the site").publicKey)
            #expect(findings.map(\.code) == ["attested"])
            let row = try await database.owner.read("select state from app.project").one()
            #expect(try row.text("state") == "S16")
            let card = await site.send(.get, Scene.path, as: "street").json ?? .null
            #expect(card["state"] == "certified")
            #expect(card["verdict"]?["kind"] == "passed")
            let gate = await site.send(.get, Scene.base + "/acceptance-gate", as: "street").json
            #expect(gate?["open_round"] == .null && gate?["certified_round"] == .text("\(Scene.round)"))
            let again = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-03-19", id: Seed.id("second"), on: "2026-04-30"))
            #expect(again.refusalCodes.contains("acceptance_is_passed_once"), "\(again.text)")
            #expect(!again.refusalCodes.contains("acceptance_round_follows_the_one_before"))
            let page = await site.send(.get, "/acceptance-rounds/\(Scene.round)", as: "designer")
            #expect(page.status == 200)
            #expect(page.text.contains("平台见证（较弱）"))
        }
    }

    @Test("a certificate over two digests is refused; signed again over the latest it is issued")
    func twoDigests() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            #expect(
                await Scene.freeze(site, "same").refusalCodes == ["acceptance_dossier_holds_something_new"])
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                        dated, op_id)
                    values (1, \(Seed.id("late paper")), \(Scene.project), 'project', \(Scene.project), 'photos',
                        '补充照片', '2026-03-19', \(Seed.id("scene")))
                    """,
                ])
            }
            #expect(await Scene.freeze(site, "two").status == 201)
            let again = await site.send(
                .post, Scene.path + "/opinions", as: "street", try await Scene.signed(site, "owner", "street")
            )
            #expect(again.status == 201, "\(again.text)")
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(refused.refusalCodes == ["certificate_rests_on_one_digest"])
            #expect(refused.json?["refusals"]?.list?.first?["missing"]?.list?.count == 3)
            let card = await site.send(.get, Scene.path, as: "street").json ?? .null
            #expect(card["dossiers"]?.list?.count == 2)
            for login in ["contractor", "supervisor"] {
                _ = await site.send(
                    .post, Scene.path + "/opinions", as: login, try await Scene.signed(site, login, login))
            }
            _ = await site.send(
                .post, Scene.path + "/opinions", as: "designer", Scene.attested("designer", id: "again"))
            let issued = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(issued.status == 201, "\(issued.text)")
        }
    }

    @Test(
        "a conflicted signer is refused at the seat; another's signature, key or round is refused at receipt")
    func signers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("hat")), \(Seed.id("person:surveyor")), \(Seed.id("org:supervisor")),
                        'supervisor', '2020-01-01'),
                        (1, \(Seed.id("other hat")), \(Seed.id("person:surveyor")), \(Seed.id("org:contractor")),
                        'contractor', '2020-01-01')
                    """
                ])
            }
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            let conflicted = await site.send(
                .post, Scene.path + "/seats", as: "street", Scene.sit("supervisor", "surveyor", "supervisor"))
            #expect(conflicted.status == 422, "\(conflicted.text)")
            #expect(conflicted.refusalCodes == ["acceptance_signer_has_no_conflict"])
            #expect(conflicted.json?["refusals"]?.list?.first?["source"]?["document"]?.text?.isEmpty == false)
            for (seat, login) in Scene.seats {
                let seated = await site.send(
                    .post, Scene.path + "/seats", as: "street", Scene.sit(seat, login))
                #expect(seated.status == 201, "\(seated.text)")
            }
            _ = await Scene.freeze(site, "one")
            let soon = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(site, "owner", "street", at: database.clock.now))
            #expect(soon.refusalCodes == ["acceptance_opinion_waits_for_the_event"])
            database.clock.set(day: Scene.event)
            let forged = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(site, "owner", "street", by: "contractor"))
            #expect(forged.refusalCodes == ["acceptance_key_is_the_signers_own"])
            let another = await site.send(
                .post, Scene.path + "/opinions", as: "street",
                try await Scene.signed(site, "contractor", "contractor"))
            #expect(another.refusalCodes == ["acceptance_statement_is_of_the_round"])
            let weak = await site.send(.post, Scene.path + "/opinions", as: "street", Scene.attested("owner"))
            #expect(weak.refusalCodes == ["acceptance_seat_needs_a_key"])
            guard case .object(var bent) = try await Scene.signed(site, "owner", "street") else { return }
            guard case .object(var statement)? = bent["statement"] else { return }
            statement["opinion"] = "fail"
            bent["statement"] = .object(statement)
            let altered = await site.send(.post, Scene.path + "/opinions", as: "street", .object(bent))
            #expect(altered.refusalCodes == ["acceptance_signature_is_valid"])
        }
    }

    @Test("a failed round stays as it was, and the next is called with a notice of its own")
    func failing() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            let premature = await site.send(
                .post, Scene.path + "/fail", as: "street", ["outcome": "failed", "reason": "屋面渗漏"])
            #expect(premature.refusalCodes == ["acceptance_round_fails_by_an_opinion"])
            let fail = await site.send(
                .post, Scene.path + "/opinions", as: "supervisor",
                try await Scene.signed(site, "supervisor", "supervisor", .fail))
            #expect(fail.status == 201, "\(fail.text)")
            let certificate = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(certificate.refusalCodes == ["certificate_has_no_failing_seat"])
            let off = await site.send(
                .post, Scene.path + "/fail", as: "street", ["outcome": "called_off", "reason": "另行改期"])
            #expect(off.refusalCodes == ["acceptance_round_is_called_off_before_dissent"])
            let ended = await site.send(.post, Scene.path + "/fail", as: "street", ["reason": "渗漏整改"])
            #expect(ended.status == 200, "\(ended.text)")
            let later = await site.send(
                .post, Scene.path + "/opinions", as: "street", try await Scene.signed(site, "owner", "street")
            )
            #expect(later.refusalCodes == ["acceptance_round_has_ended"])
            let second = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-03-19", id: Seed.id("second"), on: "2026-03-30"))
            #expect(second.status == 201, "\(second.text)")
            #expect(second.json?["number"] == 2)
        }
    }

    @Test("the signing page attests with a second factor, and shows what it refuses above the form")
    func signingPage() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            let page = await site.send(.get, "/acceptance-rounds/\(Scene.round)/sign", as: "designer")
            #expect(page.status == 200)
            #expect(page.text.contains("签署验收意见"))
            let keyed = await site.send(.get, "/acceptance-rounds/\(Scene.round)/sign", as: "street")
            #expect(keyed.text.contains("须用本人密钥签署"))
            #expect(
                await site.send(.get, "/acceptance-rounds/\(Scene.round)/sign", as: "office").status == 404)

            let router = try Router(
                JointAcceptanceRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            let browser = TestClient(router).bearing(Seed.token("designer"))
            let digest = await site.send(.get, Scene.path + "/dossier", as: "designer").headers["etag"] ?? ""
            var fields = [
                ("id", Seed.id("by page").description), ("digest", digest.filter { $0 != "\"" }),
                ("opinion", "pass_with_items"), ("items", ""), ("words", ""),
            ]
            let bare = await browser.post(form: fields, to: "/acceptance-rounds/\(Scene.round)/sign")
            #expect(bare.status == 422)
            fields[3].1 = "补一处井盖"
            let signed = await browser.post(form: fields, to: "/acceptance-rounds/\(Scene.round)/sign")
            #expect(signed.status == 303, "\(signed.text)")
            let twice = await browser.post(form: fields, to: "/acceptance-rounds/\(Scene.round)/sign")
            #expect(twice.status == 303)
            let kept = try await database.owner.read("select sign_kind, opinion from app.acceptance_opinion")
            #expect(try kept.one().text("sign_kind") == "attested")
        }
    }
}
