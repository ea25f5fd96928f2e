import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Public money that is paid out")
struct SubsidyPaymentTests {
    @Test(
        "no more is paid than the statement says, by raw SQL either; a later statement covers what was paid")
    func guards() async throws {
        try await Scene.with { scene async throws in
            func refusal(_ row: RawRow, as login: String = "finance") async throws -> String? {
                try await scene.database.refusal(as: login, row.statements)
            }
            try await scene.findSomething()
            let early = Scene.subsidy("a", 1).with(["determination_id": "\(Seed.id("found"))"])
            #expect(try await refusal(early) == "subsidy_payment_waits_for_its_statement")
            // HZ-07-1: no statement, and so no payment on one, before finance has approved the accounts.
            let statement = Scene.statement("statement", city: 100)
            #expect(
                try await scene.database.refusal(as: "finance", statement.statements)
                    == "money_statement_follows_the_account")
            try await approve(scene)
            try await scene.database.act(as: "finance", statement.statements)
            for (code, row) in [
                ("subsidy_payment_stays_within_the_statement", Scene.subsidy("b", 101)),
                ("subsidy_payment_stays_within_the_statement", Scene.subsidy("c", 1, payer: "district")),
                ("subsidy_payment_is_not_dated_ahead", Scene.subsidy("d", 1, on: "2026-03-03")),
                ("subsidy_payer_is_known", Scene.subsidy("e", 1, payer: "nobody")),
                ("subsidy_payment_has_an_amount", Scene.subsidy("f", 0)),
                ("subsidy_payment_names_its_voucher", Scene.subsidy("g", 1).with(["voucher": "''"])),
            ] {
                #expect(try await refusal(row) == code, "\(code)")
            }
            try await scene.put(Seed.opened("app.subsidy_payment"))
            #expect(
                try await refusal(Scene.subsidy("h", 1), as: "owners")
                    == "subsidy_payment_is_recorded_by_finance")
            let much = try await scene.database.race(
                ("finance", Scene.subsidy("i", 60).statements), ("office", Scene.subsidy("j", 50).statements))
            #expect(much.0 == nil && much.1 == "subsidy_payment_stays_within_the_statement", "\(much)")
            let same = Scene.subsidy("k", 1).with(["voucher": "'V'"])
            let vouchers = try await scene.database.race(
                ("finance", Scene.subsidy("l", 1).with(["voucher": "'V'"]).statements),
                ("office", same.statements))
            #expect(vouchers.0 == nil && vouchers.1 == "subsidy_payment_voucher_is_one", "\(vouchers)")
            let less = try await scene.database.race(
                ("finance", Scene.subsidy("m", 30).statements),
                ("office", Scene.statement("less", city: 70).statements))
            #expect(less.0 == nil && less.1 == "money_statement_covers_what_was_paid", "\(less)")
        }
    }

    @Test(
        "what Hangzhou pays is recorded against its statement, and refused beyond it with the clause (HZ-07)")
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await scene.move(to: "330100")
            try await scene.put(["update app.project set place = '330102'"])
            func pay(_ name: String, _ fen: Int64) async -> Response {
                await scene.site.send(
                    .post, Scene.end + "/subsidy-payments", as: "finance",
                    [
                        "id": .text("\(Seed.id(name))"), "payer": "city", "amount_fen": .int(fen),
                        "voucher": .text(name), "paid_on": "2026-03-02",
                    ])
            }
            #expect(await pay("early", 1).refusalCodes == ["subsidy_payment_waits_for_its_statement"])
            var account = try #require(Scene.account.object)
            account["resident_fen"] = 50_000_000
            _ = await scene.site.send(.post, Scene.end + "/final-accounts", as: "finance", .object(account))
            let made = await scene.site.send(
                .post, Scene.end + "/money-statements", as: "street",
                ["id": .text("\(Seed.id("statement"))"), "plan_entry": "2022-05-01"])
            let city = try #require(made.json?["city_fen"]?.int)
            #expect(city > 1)
            #expect(await pay("one", city - 1).status == 201)
            let beyond = await pay("two", 2)
            #expect(beyond.refusalCodes == ["subsidy_payment_stays_within_the_statement"], "\(beyond.text)")
            #expect(beyond.json?["refusals"]?.list?.first?["source"]?["rule"]?.text?.hasPrefix("HZ-") == true)
            #expect(await pay("three", 1).json?["paid_fen"] == .int(city))
            let list = await scene.site.send(.get, Scene.end + "/subsidy-payments", as: "finance")
            #expect(list.json?["items"]?.list?.count == 2, "\(list.text)")
        }
    }

    /// A plan of 100 fen of public money, and what is paid on it.
    private func plan(_ scene: Scene) async throws {
        try await scene.findSomething()
        try await scene.put([
            """
            insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id, op_id)
            values (1, \(Scene.project), 0, 0, 100, 0, 0, 0, 100, 0, \(Seed.id("found")), \(Seed.id("op:scene")))
            """
        ])
    }

    private func approve(_ scene: Scene) async throws {
        try await scene.put([
            """
            insert into app.final_account (district, project_id, number, approved_by, approved_on, mandatory_fen,
                basic_fen, improve_fen, upgrade_fen, other_fen, total_fen, resident_fen, subsidy_fen,
                determination_id, op_id)
            values (1, \(Scene.project), 'J', 'F', '2026-03-01', 100, 0, 0, 0, 0, 100, 5, 95, \(Seed.id("found")),
                \(Seed.id("op:scene")))
            """
        ])
    }

    @Test("the last payment waits for the final accounts, whatever it is called")
    func lastOne() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            func row(_ name: String, _ fen: Int64, last: Bool = false) -> RawRow {
                Scene.subsidy(name, fen, payer: "district").with([
                    "determination_id": "\(Seed.id("found"))", "is_last": "\(last)",
                ])
            }
            func refusal(_ row: RawRow) async throws -> String? {
                try await database.refusal(as: "finance", row.statements)
            }
            let waits = "last_subsidy_waits_for_the_final_accounts"
            try await plan(scene)
            #expect(try await refusal(row("a", 40, last: true)) == waits)
            #expect(try await refusal(row("b", 100)) == waits)
            #expect(try await refusal(row("c", 101)) == "subsidy_payment_stays_within_the_statement")
            #expect(
                try await refusal(row("c", 1).with(["payer": "'city'"]))
                    == "subsidy_payment_waits_for_its_statement")
            try await database.act(as: "finance", row("d", 60).statements)
            let both = try await database.race(
                ("finance", row("e", 30).statements), ("office", row("f", 10).statements))
            #expect(both.0 == nil && both.1 == waits, "\(both)")
            try await approve(scene)
            #expect(try await refusal(row("g", 6)) == "subsidy_payment_stays_within_the_statement")
            let after = try await database.race(
                ("finance", row("h", 3, last: true).statements), ("office", row("i", 1).statements))
            #expect(after.0 == nil && after.1 == "subsidy_payment_follows_no_last_one", "\(after)")
        }
    }

    @Test("Lucheng’s last payment is refused with its clause until finance has approved the accounts")
    func lucheng() async throws {
        try await Scene.with { scene async throws in
            func pay(_ name: String, _ fen: Int64, last: Bool? = nil) async -> Response {
                var body: [String: JSON] = [
                    "id": .text("\(Seed.id(name))"), "payer": "district", "amount_fen": .int(fen),
                    "voucher": .text(name), "paid_on": "2026-03-02",
                ]
                if let last { body["is_last"] = .bool(last) }
                return await scene.site.send(
                    .post, Scene.end + "/subsidy-payments", as: "finance", .object(body))
            }
            #expect(await pay("none", 1).refusalCodes == ["subsidy_payment_waits_for_its_statement"])
            try await plan(scene)
            let marked = await pay("marked", 10, last: true)
            #expect(marked.refusalCodes == ["last_subsidy_waits_for_the_final_accounts"], "\(marked.text)")
            #expect(marked.json?["refusals"]?.list?.first?["source"]?["rule"] == "LC-14-6")
            #expect(await pay("all", 100).refusalCodes == ["last_subsidy_waits_for_the_final_accounts"])
            let part = await pay("part", 99)
            #expect(part.json?["stated_fen"] == 100, "\(part.text)")
            try await approve(scene)
            #expect(await pay("more", 1).refusalCodes == ["subsidy_payment_stays_within_the_statement"])
            let list = await scene.site.send(.get, Scene.end + "/subsidy-payments", as: "finance")
            #expect(list.json?["items"]?.list?.first?["is_last"] == false, "\(list.text)")
        }
    }

    @Test(
        "a payment is judged by the texts of its own day: before Lucheng’s began none was paid on a plan (CV-15)"
    )
    func day() async throws {
        try await Scene.with { scene async throws in
            try await plan(scene)
            let own: [String: SQL] = ["determination_id": "\(Seed.id("found"))"]
            func paid(_ name: String, _ fen: Int64, on day: String) -> RawRow {
                Scene.subsidy(name, fen, payer: "district", on: day).with(own)
            }
            let before = paid("before", 1, on: "2020-06-30").statements
            #expect(
                try await scene.database.refusal(as: "finance", before)
                    == "subsidy_payment_waits_for_its_statement")
            func pay(_ name: String, _ fen: Int64, on day: String) async -> Response {
                await scene.site.send(
                    .post, Scene.end + "/subsidy-payments", as: "finance",
                    [
                        "id": .text("\(Seed.id(name))"), "payer": "district", "amount_fen": .int(fen),
                        "voucher": .text(name), "paid_on": .text(day),
                    ])
            }
            let early = await pay("early", 1, on: "2020-06-30")
            #expect(early.refusalCodes == ["subsidy_payment_waits_for_its_statement"], "\(early.text)")
            #expect(await pay("first", 1, on: "2020-07-01").status == 201)
            try await scene.database.act(as: "finance", paid("second", 1, on: "2020-07-01").statements)
        }
    }

    @Test(
        "Yueyang’s reward is stated after the city’s assessment, by raw SQL either, and is paid on it alone (YY-09-6)"
    )
    func reward() async throws {
        try await Scene.with { scene async throws in
            try await scene.findSomething()
            try await approve(scene)
            try await scene.move(to: "430600")
            func refusal(_ name: String, _ city: Int64, _ inputs: SQL) async throws -> String? {
                let row = Scene.statement(name, city: city).with([
                    "question": "'yy_reward'", "inputs": inputs,
                ])
                return try await scene.database.refusal(as: "finance", row.statements)
            }
            let waits = "reward_waits_for_its_assessment"
            #expect(try await refusal("a", 1, "'{}'") == waits)
            #expect(try await refusal("b", 1, "jsonb_build_object('assessed', false)") == waits)
            #expect(try await refusal("statement", 0, "jsonb_build_object('assessed', false)") == nil)
            let payment = Scene.subsidy("p", 1).statements
            #expect(
                try await scene.database.refusal(as: "finance", payment)
                    == "subsidy_payment_stays_within_the_statement")
            #expect(try await refusal("c", 1, "jsonb_build_object('assessed', true)") == nil)
            #expect(try await scene.database.refusal(as: "finance", payment) == nil)
        }
    }

    @Test(
        "Hangzhou’s city pays nothing for later affordable housing, and no payment of it is recorded (HZ-09, GS-04-4)"
    )
    func later() async throws {
        for (place, payer) in [("330100", "原建设单位"), ("330105", "原责任主体")] {
            try await Scene.with { scene async throws in
                try await scene.bringToWarranty()
                try await scene.move(to: place)
                try await scene.put([
                    "update app.community set completed_on = '2003-05-01'",
                    "update app.project set place = \(place == "330100" ? "330102" : place)",
                ])
                _ = await scene.site.send(
                    .post, Scene.end + "/final-accounts", as: "finance",
                    .object(
                        (Scene.account.object ?? [:]).merging(["resident_fen": 50_000_000]) { _, new in new })
                )
                let made = await scene.site.send(
                    .post, Scene.end + "/money-statements", as: "street",
                    [
                        "id": .text("\(Seed.id("statement"))"),
                        "plan_entry": place == "330105" ? "2021-06-01" : "2022-05-01",
                        "housing": "affordable",
                    ])
                #expect(made.json?["city_fen"] == 0, "\(made.text)")
                #expect(made.text.contains(payer), "\(made.text)")
                let paid = await scene.site.send(
                    .post, Scene.end + "/subsidy-payments", as: "finance",
                    [
                        "id": .text("\(Seed.id("city"))"), "payer": "city", "amount_fen": 1, "voucher": "c",
                        "paid_on": "2026-03-02",
                    ])
                #expect(paid.refusalCodes == ["subsidy_payment_stays_within_the_statement"], "\(paid.text)")
            }
        }
    }
}
