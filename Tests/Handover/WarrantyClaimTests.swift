import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Defects under warranty")
struct WarrantyClaimTests {
    @Test("the steps are the same in Swift and in the database")
    func steps() async throws {
        try await TestDatabase.with { database in
            let rows = try await database.owner.read(
                "select from_state, to_state from app.warranty_claim_step")
            let held = Set(try rows.map { "\(try $0.text("from_state"))-\(try $0.text("to_state"))" })
            let known = Set(
                WarrantyClaimState.allCases.flatMap { from in
                    from.next.map { "\(from.rawValue)-\($0.rawValue)" }
                })
            #expect(held == known)
        }
    }

    @Test("a claim on the last day is in time, the day after is refused with the clause (CV-14, WAR-1)")
    func period() throws {
        let policy = try Sample.policy("330302")
        // 2025-02-28 is a Friday, and a working day.
        let kept = WarrantyClaimFacts.Kept(
            acceptedOn: Sample.day("2023-02-28"), nominalEnd: Sample.day("2025-02-28"),
            effectiveEnd: Sample.day("2025-02-28"), minimumKey: "warranty.years.water_pipes")
        func refusals(_ day: String, _ kept: WarrantyClaimFacts.Kept?) throws -> [Refusal] {
            try WarrantyClaimRules.filing(
                on: Sample.day(day), of: WarrantyClaimFacts(place: "330302", edition: "", warranty: kept),
                today: Sample.day("2026-03-02"), calendar: policy.calendar, under: policy
            ).refusals
        }
        #expect(try refusals("2025-02-28", kept).isEmpty)
        let late = try refusals("2025-03-01", kept)
        #expect(late.map(\.code) == ["warranty_claim_is_in_its_period"])
        #expect(late.first?.citation?.rule == "WAR-1")
        #expect(try refusals("2025-03-01", nil).map(\.code) == ["warranty_claim_is_of_a_warranty"])
        let clock = try WarrantyClaimRules.clock(
            from: Sample.day("2026-03-02"), urgent: true, calendar: policy.calendar, under: policy)
        #expect(clock?.due.on == Sample.day("2026-03-02"))
        #expect(
            try WarrantyClaimRules.clock(
                from: Sample.day("2026-03-02"), urgent: true, calendar: policy.calendar,
                under: Sample.policy("430600")) == nil)
    }

    @Test("raw SQL claims in the period, from who built, and nobody finds his own mending good")
    func guards() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await scene.engageContractor()
            let database = scene.database
            for (code, changes): (String, [String: SQL]) in [
                ("warranty_claim_is_in_its_period", ["filed_on": "'2026-02-26'"]),
                ("warranty_claim_begins_as_it_is_filed", ["filed_on": "'2026-03-03'"]),
                ("warranty_claim_is_given_to_a_contractor", ["assignee_id": "\(Seed.id("org:supervisor"))"]),
                ("warranty_claim_names_its_own_report", ["issue_id": "\(Seed.id("none"))"]),
                ("warranty_claim_names_its_place", ["place": "''"]),
                ("warranty_claim_tells_the_defect", ["description": "''"]),
                ("warranty_claim_cost_is_the_owners", ["cost_fen": "1"]),
                ("warranty_claim_starts_its_clock", [:]),
            ] {
                #expect(
                    try await database.refusal(as: "owners", Scene.claim("a").with(changes).statements)
                        == code,
                    "\(code)")
            }
            let heating = Scene.claim("h").with(["kind": "'heating'"]).statements
            #expect(try await database.refusal(as: "owners", heating) == "warranty_claim_is_of_a_warranty")
            #expect(
                try await database.refusal(as: "owners", Scene.filed("b", nominal: "2026-03-18"))
                    == "warranty_claim_starts_its_clock")
            #expect(try await database.refusal(as: "owners", Scene.filed("c")) == nil)
            func refusal(_ login: String, _ turn: String, _ set: SQL) async throws -> String? {
                try await database.refusal(as: login, Scene.take("c", turn, set))
            }
            let mended: SQL = "state = 'fixed', fixed_on = '2026-03-02', fix = '更换'"
            let found: SQL = "state = 'verified', verified_on = '2026-03-02', verified_by = auth.person()"
            #expect(try await refusal("street", "1", mended) == "warranty_claim_is_fixed_by_its_contractor")
            #expect(
                try await refusal("street", "2", mended + ", fixed_by_owner = true, cost_fen = 5")
                    == "owner_mends_after_the_contractors_days")
            #expect(try await refusal("owners", "3", found) == "warranty_claim_step_is_allowed")
            #expect(
                try await refusal("contractor", "4", "state = 'fixed', fixed_on = '2026-03-03', fix = 'x'")
                    == "warranty_claim_is_not_dated_ahead")
            #expect(
                try await refusal("contractor", "5", "state = 'fixed', fixed_on = '2026-03-02', fix = ''")
                    == "warranty_claim_fix_is_told")
            let both = try await database.race(
                ("contractor", Scene.take("c", "6", mended)), ("contractor", Scene.take("c", "7", mended)))
            #expect(both.0 == nil && both.1 == "warranty_claim_step_is_allowed", "\(both)")
            #expect(try await refusal("contractor", "8", found) == "warranty_claim_is_verified_by_another")
            #expect(
                try await refusal("owners", "9", "state = 'verified', verified_by = auth.person()")
                    == "warranty_claim_verdict_is_signed")
            let verdicts = try await database.race(
                ("owners", Scene.take("c", "a", found)),
                ("community", Scene.take("c", "b", "state = 'filed', returned_reason = '仍有渗漏'")))
            #expect(verdicts.0 == nil && verdicts.1 == "warranty_claim_step_is_allowed", "\(verdicts)")
        }
    }

    @Test("after the contractor's days the construction unit mends at his cost, and another finds it mended")
    func owner() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await scene.engageContractor()
            try await scene.database.act(as: "owners", Scene.filed("c"))
            try await scene.put([
                """
                update app.clock set started_on = '2026-02-15', due_on = '2026-03-01'
                where subject_kind = 'warranty_claim'
                """
            ])
            let mended: SQL = """
                state = 'fixed', fixed_on = '2026-03-02', fix = '更换', fixed_by_owner = true, cost_fen = 5000
                """
            #expect(try await scene.database.refusal(as: "street", Scene.take("c", "1", mended)) == nil)
            let found: SQL = "state = 'verified', verified_on = '2026-03-02', verified_by = auth.person()"
            #expect(
                try await scene.database.refusal(as: "street", Scene.take("c", "2", found))
                    == "warranty_claim_is_verified_by_another")
            #expect(try await scene.database.refusal(as: "community", Scene.take("c", "3", found)) == nil)
        }
    }

    @Test("a defect by the routes: filed with its deadline, mended, sent back, mended again, found good")
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            try await scene.engageContractor()
            let filed = await scene.site.send(
                .post, Scene.end + "/warranty-claims", as: "owners",
                [
                    "id": .text("\(Seed.id("d"))"), "kind": "water_pipes", "place": "3 幢 2 单元",
                    "description": "立管渗漏",
                    "filed_on": "2026-03-02", "assignee": .text("\(Seed.id("org:contractor"))"),
                ])
            #expect(filed.json?["due_on"] == "2026-03-17", "\(filed.text)")
            func take(_ step: String, _ login: String, _ note: String? = nil) async -> Response {
                await scene.site.send(
                    .post, "/v1/warranty-claims/\(Seed.id("d"))/" + step, as: login,
                    .object(
                        ["on": "2026-03-02"].merging(note.map { ["note": .text($0)] } ?? [:]) { own, _ in own
                        }))
            }
            #expect(
                await take("fix", "street", "换").refusalCodes == ["warranty_claim_is_fixed_by_its_contractor"]
            )
            #expect(await take("on-site", "contractor").json?["state"] == "on_site")
            #expect(await take("fix", "contractor").status == 422)
            #expect(await take("fix", "contractor", "更换接头").status == 200)
            #expect(await take("return", "owners", "仍有渗漏").json?["state"] == "filed")
            #expect(await take("fix", "contractor", "更换立管").status == 200)
            let found = await take("verify", "owners")
            #expect(found.json?["state"] == "verified", "\(found.text)")
            let clock = try await scene.database.owner.read(
                "select state from app.clock where subject_kind = 'warranty_claim'"
            ).one()
            #expect(try clock.text("state") == "met")
            let list = await scene.site.send(.get, Scene.end + "/warranty-claims", as: "contractor")
            #expect(list.json?["items"]?.list?.first?["fix"] == "更换立管", "\(list.text)")
        }
    }
}
