import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

@Suite("Digging up a renovated community")
struct NoDigTests {
    private func period(_ start: String, _ last: String) -> NoDigPeriod {
        NoDigPeriod(source: "acceptance", startsOn: Sample.day(start), lastOn: Sample.day(last))
    }

    @Test("nobody digs through the last day, anybody the day after, an emergency at once (YY-06-6, UTL-04)")
    func rules() throws {
        let policy = try Sample.policy("430600")
        func verdict(_ from: String, _ to: String, emergency: Bool = false) throws -> NoDigRules.Verdict {
            try NoDigRules.digging(
                from: Sample.day(from), through: Sample.day(to), emergency: emergency,
                within: [period("2021-09-15", "2026-09-15")], today: Sample.day("2026-03-02"), under: policy
            ).verdict
        }
        #expect(try verdict("2026-09-15", "2026-09-20") == .blocked)
        #expect(try verdict("2026-09-16", "2026-09-20") == .allowed)
        #expect(try verdict("2021-09-01", "2021-09-15") == .blocked)
        #expect(try verdict("2026-03-02", "2026-03-02", emergency: true) == .overrideRequired)
        #expect(try verdict("2026-03-03", "2026-03-03", emergency: true) == .blocked)
        let elsewhere = try NoDigRules.digging(
            from: Sample.day("2026-03-02"), through: Sample.day("2026-03-02"), emergency: false, within: [],
            today: Sample.day("2026-03-02"), under: Sample.policy("330302"))
        #expect(elsewhere.verdict == .advisory)
    }

    @Test("raw SQL digs in no period but as an emergency, of which the district takes note once")
    func guards() async throws {
        try await Scene.with { scene async throws in
            try await scene.move(to: "430600")
            try await scene.findSomething()
            func refusal(_ row: RawRow, as login: String = "street") async throws -> String? {
                try await scene.database.refusal(as: login, row.statements)
            }
            #expect(try await refusal(Scene.excavation("a")) == "excavation_waits_for_the_no_dig_period")
            #expect(
                try await refusal(Scene.excavation("last", on: "2031-02-27"))
                    == "excavation_waits_for_the_no_dig_period")
            #expect(try await refusal(Scene.excavation("after", on: "2031-02-28")) == nil)
            for (code, row) in [
                (
                    "emergency_excavation_is_not_planned",
                    Scene.excavation("b", on: "2026-03-03", emergency: true)
                ),
                (
                    "excavation_is_asked_for_by_who_digs",
                    Scene.excavation("c").with(["applicant_id": "\(Seed.id("org:water"))"])
                ),
                ("excavation_names_its_place", Scene.excavation("d", on: "2031-03-01").with(["place": "''"])),
                (
                    "excavation_names_its_purpose",
                    Scene.excavation("d", on: "2031-03-01").with(["purpose": "''"])
                ),
                (
                    "excavation_ends_after_it_begins",
                    Scene.excavation("e", on: "2031-03-01").with(["ends_on": "'2031-02-28'"])
                ),
                (
                    "emergency_excavation_names_its_cause",
                    Scene.excavation("f", on: "2026-03-02", emergency: true).with(["cause": "''"])
                ),
                (
                    "excavation_acknowledgement_has_its_person",
                    Scene.excavation("g", on: "2031-03-01").with(["acknowledged_by": "auth.person()"])
                ),
            ] {
                #expect(try await refusal(row) == code, "\(code)")
            }
            let repair = Scene.excavation("repair", on: "2026-03-02", emergency: true)
            #expect(try await refusal(repair, as: "water") == nil)
            func note(_ turn: String) -> [SQL] {
                RawRow.change(
                    "app.excavation", "excavation_id", Seed.id("excavation:repair"), turn, in: Scene.project,
                    "acknowledged_on = '2026-03-02', acknowledged_by = auth.person()")
            }
            #expect(
                try await scene.database.refusal(as: "street", note("street"))
                    == "excavation_is_acknowledged_by_the_district")
            let notes = try await scene.database.race(("office", note("a")), ("office2", note("b")))
            #expect(notes.0 == nil && notes.1 == "excavation_is_acknowledged_once", "\(notes)")
        }
    }

    @Test("a notice forbids digging everywhere, until the district lifts it with its document")
    func notices() async throws {
        try await Scene.with { scene async throws in
            try await scene.findSomething()
            func refusal(_ row: RawRow) async throws -> String? {
                try await scene.database.refusal(as: "street", row.statements)
            }
            for (code, changes): (String, [String: SQL]) in [
                ("no_dig_notice_names_its_authority", ["authority": "''"]),
                ("no_dig_notice_has_a_number", ["number": "''"]),
                ("no_dig_notice_names_its_place", ["place": "''"]),
                ("no_dig_notice_ends_after_it_begins", ["last_on": "'2026-02-28'"]),
                ("no_dig_notice_is_lifted_once", ["lifted_on": "'2026-03-01'", "lifting_document": "'x'"]),
                ("no_dig_notice_lifting_names_its_document", ["lifting_document": "'x'"]),
            ] {
                #expect(try await refusal(Scene.notice("1").with(changes)) == code, "\(code)")
            }
            // Lucheng bans nothing by itself.
            #expect(try await refusal(Scene.excavation("free")) == nil)
            let met = try await scene.database.race(
                ("office", Scene.notice("1").statements), ("street", Scene.excavation("b").statements))
            #expect(met.0 == nil && met.1 == "excavation_waits_for_the_no_dig_period", "\(met)")
            let same = Scene.notice("2").with(["number": "'7'"])
            let numbers = try await scene.database.race(
                ("office", Scene.notice("3").with(["number": "'7'"]).statements), ("street", same.statements))
            #expect(numbers.0 == nil && numbers.1 == "no_dig_notice_is_one_of_its_number", "\(numbers)")
            func lift(_ name: String, _ turn: String) -> [SQL] {
                RawRow.change(
                    "app.no_dig_notice", "no_dig_notice_id", Seed.id("notice:" + name), turn,
                    in: Scene.project,
                    "lifted_on = '2026-03-02', lifting_document = '解除通告'")
            }
            #expect(
                try await scene.database.refusal(as: "street", lift("1", "street"))
                    == "no_dig_notice_is_lifted_by_the_district")
            try await scene.database.act(as: "office", lift("3", "first"))
            let lifted = try await scene.database.race(
                ("office", lift("1", "a")), ("office2", lift("1", "b")))
            #expect(lifted.0 == nil && lifted.1 == "no_dig_notice_is_lifted_once", "\(lifted)")
            #expect(try await refusal(Scene.excavation("c")) == nil)
        }
    }

    @Test("a log of works that dig waits for the period as well, and an emergency opens its day")
    func logs() async throws {
        try await Scene.with(state: "S14") { scene async throws in
            try await scene.findSomething()
            try await scene.engageContractor()
            try await scene.put(["update app.project set works_began_on = '2026-01-05'"])
            let foreign = RawRow(
                "app.digging_line", of: "digging_line", Seed.id("foreign"), in: Scene.project,
                ["bill_line_id": "\(Seed.id("line of another"))"])
            try await scene.put([
                """
                insert into app.bill_line select district, \(Seed.id("line of another")), \(Seed.id("elsewhere")),
                    contract_id, works_item_id, 'other', title, unit, quantity_milli, unit_price_fen, op_id
                from app.bill_line where bill_line_id = \(Scene.line)
                """
            ])
            #expect(
                try await scene.database.refusal(as: "street", foreign.statements)
                    == "digging_line_is_of_its_project")
            let digging = RawRow(
                "app.digging_line", of: "digging_line", Seed.id("digging"), in: Scene.project,
                ["bill_line_id": "\(Scene.line)"])
            let named = try await scene.database.race(
                ("street", digging.statements), ("office", digging.again(as: "2").statements))
            #expect(named.0 == nil && named.1 == "digging_line_is_named_once", "\(named)")
            func log(_ name: String) -> [SQL] {
                let row = RawRow(
                    "app.daily_log", of: "daily_log", Seed.id("log:" + name), in: Scene.project,
                    [
                        "daily_log_id": "\(Seed.id("log:" + name))", "contract_id": "\(Scene.contract)",
                        "section": "'A'", "organisation_id": "auth.organisation()", "kind": "'construction'",
                        "logged_on": "'2026-03-02'", "state": "'submitted'", "headcount": "3",
                        "weather": "'晴'",
                        "written_by": "auth.person()", "written_on": "'2026-03-02'",
                        "edition": "(select edition from app.project where project_id = \(Scene.project))",
                        "lock_days": """
                        (select value from policy.number where key = 'log.late_after_days' and edition = (
                            select edition from app.project where project_id = \(Scene.project)))
                        """, "late": "false",
                    ])
                return row.statements + [
                    """
                    insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id,
                        quantity_milli, op_id)
                    values (1, \(Seed.id("log:" + name)), 1, \(Scene.line), \(Scene.project), 1, \(row.op))
                    """
                ]
            }
            let met = try await scene.database.race(
                ("office", Scene.notice("1").statements), ("contractor", log("a")))
            #expect(met.0 == nil && met.1 == "digging_waits_for_the_no_dig_period", "\(met)")
            #expect(
                try await scene.database.refusal(as: "contractor", log("a"))
                    == "digging_waits_for_the_no_dig_period")
            let repair = Scene.excavation("repair", on: "2026-03-02", emergency: true)
            try await scene.database.act(as: "contractor", repair.statements)
            #expect(try await scene.database.refusal(as: "contractor", log("b")) == nil)
        }
    }

    @Test(
        "digging by the routes: refused with the clause and who can lift it; an emergency goes ahead and waits to be noted"
    )
    func routes() async throws {
        try await Scene.with { scene async throws in
            try await scene.move(to: "430600")
            func ask(_ name: String, emergency: Bool) async -> Response {
                await scene.site.send(
                    .post, Scene.end + "/excavations", as: "water",
                    [
                        "id": .text("\(Seed.id(name))"), "place": "3 幢北侧", "purpose": "更换水管",
                        "starts_on": "2026-03-02", "ends_on": "2026-03-03", "emergency": .bool(emergency),
                        "cause": "爆管",
                    ])
            }
            let planned = await ask("a", emergency: false)
            #expect(planned.refusalCodes == ["excavation_waits_for_the_no_dig_period"], "\(planned.text)")
            let refusal = planned.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "YY-06-6")
            #expect(refusal?["lifted_by"]?.list?.isEmpty == false)
            let repair = await ask("b", emergency: true)
            #expect(repair.json?["verdict"] == "override_required", "\(repair.text)")
            let noted = await scene.site.send(
                .post, "/v1/excavations/\(Seed.id("b"))/acknowledge", as: "office")
            #expect(noted.status == 200, "\(noted.text)")
            let shown = await scene.site.send(.get, Scene.end + "/no-dig", as: "water")
            #expect(shown.json?["banned"] == true, "\(shown.text)")
            #expect(shown.json?["periods"]?.list?.first?["last_on"] == "2031-02-27")
            #expect(shown.json?["excavations"]?.list?.first?["acknowledged_on"] == "2026-03-02")
            let announced = await scene.site.send(
                .post, Scene.end + "/no-dig-notices", as: "office",
                [
                    "id": .text("\(Seed.id("n"))"), "authority": "城管局", "number": "1", "place": "水心街",
                    "starts_on": "2026-03-01", "last_on": "2026-12-31",
                ])
            #expect(announced.status == 201, "\(announced.text)")
            let lifted = await scene.site.send(
                .post, "/v1/no-dig-notices/\(Seed.id("n"))/lift", as: "office",
                ["document": "解除通告", "lifted_on": "2026-03-02"])
            #expect(lifted.json?["version"] == 2, "\(lifted.text)")
        }
    }
}
