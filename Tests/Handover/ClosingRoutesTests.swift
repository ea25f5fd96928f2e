import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("The end of a project: over its routes")
struct ClosingRoutesTests {
    @Test(
        "a project is closed after filings, accounts, balances, papers, management and warranties, and not before"
    )
    func end() async throws {
        try await Scene.with { scene async throws in
            let site = scene.site
            try await scene.receive("1-101", 200_000_000)
            try await scene.receive("1-105", 150_000_000)
            try await scene.bringToWarranty()
            let difference = try await Snapshot.difference("closing") {
                let gate = await site.send(.get, Scene.end + "/close-gate", as: "street")
                #expect(gate.json?["open"] == false, "\(gate.text)")
                for filing in Scene.filings {
                    let done = await site.send(.post, Scene.end + "/filings", as: "street", filing)
                    #expect(done.status == 201, "\(done.text)")
                    #expect(done.json?["late"] == false)
                }
                let account = await site.send(
                    .post, Scene.end + "/final-accounts", as: "finance", Scene.account)
                #expect(account.status == 201, "\(account.text)")
                // 17 % of 20,300,000.00, to the fen.
                #expect(account.json?["resident_fen"] == 345_100_000)
                let unproved = await site.send(
                    .post, Scene.end + "/true-ups", as: "street",
                    Scene.trueUps([("1-101", 172_550_000, nil), ("1-105", 172_550_000, "B-2")]))
                #expect(unproved.refusalCodes == ["true_up_names_its_voucher"])
                let settled = await site.send(
                    .post, Scene.end + "/true-ups", as: "street",
                    Scene.trueUps([("1-101", 172_550_000, "T-1"), ("1-105", 172_550_000, "B-2")]))
                #expect(settled.json?["paid_back_fen"] == 27_450_000, "\(settled.text)")
                #expect(settled.json?["called_in_fen"] == 22_550_000)
                for delivery in [Scene.delivery("温州燃气", facility: "gas"), Scene.delivery("水心小区业委会")] {
                    let done = await site.send(.post, Scene.end + "/paper-deliveries", as: "street", delivery)
                    #expect(done.status == 201, "\(done.text)")
                }
                let form = await site.send(
                    .post, Scene.end + "/management-form", as: "street", Scene.management)
                #expect(form.status == 201, "\(form.text)")
                let early = await site.send(.post, Scene.end + "/close", as: "street")
                #expect(early.refusalCodes == ["close_waits_for_warranties"])
                #expect(early.json?["refusals"]?.list?.first?["missing"]?.list?.count == 6)
                let byStreet = await site.send(
                    .post, Scene.end + "/custodies", as: "street", Scene.custody("equipment"))
                #expect(byStreet.refusalCodes == ["custody_is_taken_by_its_keeper"])
                for kind in WarrantyRules.kinds {
                    let taken = await site.send(
                        .post, Scene.end + "/custodies", as: "owners", Scene.custody(kind))
                    #expect(taken.status == 201, "\(taken.text)")
                }
                let open = await site.send(.get, Scene.end + "/close-gate", as: "street")
                #expect(open.json?["open"] == true, "\(open.text)")
                let closed = await site.send(.post, Scene.end + "/close", as: "street")
                #expect(closed.json?["state"] == "S23", "\(closed.text)")
                let after = await site.send(
                    .post, Scene.end + "/management-form", as: "street", Scene.management)
                #expect(after.refusalCodes.contains("closing_waits_no_more"))
            }
            #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
        }
    }

    @Test("a filing names each document of the list, with its seal, and is late after its day")
    func filings() async throws {
        try await Scene.with { scene async throws in
            let path = Scene.end + "/filings"
            let bare = await scene.site.send(.post, path, as: "street", Scene.filing("fire"))
            #expect(bare.refusalCodes == ["filing_has_its_documents"])
            let refusal = bare.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "LC-12-7")
            #expect(refusal?["missing"]?.list?.count == 4)
            let unsealed = await scene.site.send(
                .post, path, as: "street",
                Scene.filing(
                    "fire",
                    documents: [
                        ("applicant_identity", nil), ("fire_acceptance_report", nil), ("fire_drawings", nil),
                        ("material_certificates", nil),
                    ]))
            #expect(unsealed.refusalCodes == ["filing_document_bears_its_seal"])
            var silent = Scene.filings[0].object ?? [:]
            silent["barrier_free"] = nil
            silent["barrier_free_evidence"] = nil
            let without = await scene.site.send(.post, path, as: "street", .object(silent))
            #expect(without.refusalCodes == ["filing_waits_for_barrier_free_acceptance"])
            #expect(without.json?["refusals"]?.list?.first?["source"]?["rule"] == "QLT-12")
            let unknown = await scene.site.send(.post, path, as: "street", Scene.filing("tax"))
            #expect(unknown.refusalCodes == ["filing_kind_is_of_the_policy"])
            let ahead = await scene.site.send(
                .post, path, as: "street", Scene.filing("archive", on: "2026-03-03"))
            #expect(ahead.refusalCodes == ["filing_is_not_dated_ahead"])
            let before = await scene.site.send(
                .post, path, as: "street", Scene.filing("archive", on: "2026-02-26"))
            #expect(before.refusalCodes == ["filing_is_dated_after_acceptance"])

            // The deadline of the certificate, put past its day.
            let op = Seed.id("op:clock")
            try await scene.database.act(
                as: "street",
                [
                    TestDatabase.event(op, on: ("clock", op), project: Scene.project),
                    """
                    insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                        started_on, due_on, explanation, op_id)
                    values (1, \(op), \(Scene.project), 'acceptance_round', \(op), 'archive.months', 'ARC-1',
                        '2026-02-27', '2026-03-01', '{}', \(op))
                    """,
                ])
            let late = await scene.site.send(.post, path, as: "street", Scene.filing("archive"))
            #expect(late.json?["late"] == true, "\(late.text)")
            let clock = try await scene.database.owner.read("select state, met_on from app.clock").one()
            #expect(try clock.text("state") == "late")
            #expect(try clock.day("met_on") == Seed.today)
            let again = await scene.site.send(.post, path, as: "street", Scene.filing("archive"))
            #expect(again.refusalCodes == ["filing_is_one_of_its_kind"])
        }
    }

    @Test("final accounts are recorded by finance alone, and shares never exceed the residents' share")
    func accounts() async throws {
        try await Scene.with { scene async throws in
            let path = Scene.end + "/final-accounts"
            let street = await scene.site.send(.post, path, as: "street", Scene.account)
            #expect(street.refusalCodes == ["final_account_is_fixed_by_finance"])
            #expect(street.json?["refusals"]?.list?.first?["source"]?["rule"] == "LC-14-6")
            let early = await scene.site.send(
                .post, Scene.end + "/true-ups", as: "street", Scene.trueUps([("1-101", 1, "T")]))
            #expect(early.refusalCodes == ["true_up_follows_the_final_account"])
            #expect(await scene.site.send(.post, path, as: "finance", Scene.account).status == 201)
            #expect(
                await scene.site.send(.post, path, as: "finance", Scene.account).refusalCodes == [
                    "final_account_is_one"
                ])
            let much = await scene.site.send(
                .post, Scene.end + "/true-ups", as: "street", Scene.trueUps([("1-101", 345_100_001, "T")]))
            #expect(much.refusalCodes == ["true_up_is_the_households_share"])
        }
    }

    @Test("heating that was handed over is warranted by seasons, structure by its design life")
    func warranties() async throws {
        try await Scene.with { scene async throws in
            try await scene.exemptOthers()
            try await scene.bringToConfirmation()
            _ = await scene.site.send(.post, Scene.base + "/confirm", as: "gas")
            _ = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    update app.handover set state = 'handed_over', handed_over_on = '2026-03-01',
                        receiver_id = \(Seed.id("org:water")) where kind = 'heat'
                    """,
                ])
            }
            let path = Scene.end + "/complete-handover"
            let short = await scene.site.send(.post, path, as: "street", ["heating_seasons": 1])
            #expect(short.refusalCodes == ["warranty_is_not_below_the_minimum"])
            let done = await scene.site.send(
                .post, path, as: "street",
                ["structure": ["years": 50, "evidence": "结构设计总说明 结施-01"]])
            #expect(done.json?["state"] == "S22", "\(done.text)")
            let list = done.json?["warranties"]?.list ?? []
            #expect(list.count == 8)
            let heating = list.first { $0["kind"] == "heating" }
            #expect(heating?["seasons"] == 2)
            #expect(heating?["nominal_end_on"] == "2028-03-15")
            let structure = list.first { $0["kind"] == "structure" }
            #expect(structure?["nominal_end_on"] == "2076-02-27")
        }
    }

    @Test("the closing page shows each requirement with its clause")
    func page() async throws {
        try await Scene.with { scene async throws in
            let page = await scene.site.send(.get, "/projects/\(Scene.project)/closing", as: "office")
            #expect(page.status == 200)
            for text in ["竣工财务决算经财政审核", "还不能销号", "燃气工程竣工备案", "温鹿政办〔2020〕21号"] {
                #expect(page.text.contains(text), "\(text)")
            }
        }
    }
}
