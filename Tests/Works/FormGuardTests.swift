import Harness
import PQ
import Testing
import Values

/// What a row refuses by itself: no second session can meet in one, so these have no race.
@Suite("Works: what a single row refuses")
struct WorksFormGuardTests {
    @Test("logs: every column's rule refuses raw SQL")
    func logs() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let cases: [(String, [String: SQL])] = [
                ("daily_log_names_its_section", ["section": "''"]),
                ("daily_log_kind_is_known", ["kind": "'diary'"]),
                ("daily_log_headcount_is_not_negative", ["headcount": "-1"]),
                ("daily_log_tells_the_weather", ["weather": "''"]),
                ("daily_log_delay_fits_its_day", ["delay_hours": "25", "delay_cause": "'雨'"]),
                ("daily_log_delay_names_its_cause", ["delay_hours": "2"]),
                ("daily_log_lock_is_of_its_key", ["lock_key": "'issue.reopen_days'"]),
                ("daily_log_late_is_computed", ["late": "true"]),
                ("daily_log_is_not_of_a_future_day", ["logged_on": "'2026-03-03'"]),
                ("daily_log_is_decided_by_another_unit", ["decided_organisation_id": "auth.organisation()"]),
                ("daily_log_is_not_before_the_works", ["logged_on": "'2026-02-01'", "late": "true"]),
                ("daily_log_step_is_allowed", ["state": "'approved'"]),
                ("daily_log_is_of_its_project", ["contract_id": "\(Seed.id("elsewhere"))"]),
                ("decision_is_signed_by_who_acts", ["written_by": "\(Seed.id("person:contractor2"))"]),
            ]
            for (code, changes) in cases {
                let refused = try await database.refusal(
                    as: "contractor", RawRows.log("a").with(changes).statements)
                #expect(refused == code)
            }
            let none = RawRows.log("a")
            #expect(
                try await database.refusal(
                    as: "contractor", none.statements + [RawRows.quantity(of: "a", 0).insert(under: none.op)])
                    == "log_quantity_is_positive")
            try await database.act(as: "contractor", none.statements)
            let updates: [(String, SQL)] = [
                (
                    "daily_log_decision_is_signed",
                    """
                    state = 'approved', decided_by = auth.person(), decided_organisation_id = auth.organisation()
                    """
                ), ("daily_log_rejection_gives_its_reason", "state = 'rejected', \(RawRows.decided)"),
            ]
            for (code, set) in updates {
                #expect(
                    try await database.refusal(as: "supervisor", RawRows.changeLog("a", code, set)) == code)
            }
        }
    }

    @Test("lots: every column's rule refuses raw SQL")
    func lots() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let cases: [(String, [String: SQL])] = [
                ("inspection_lot_has_a_code", ["code": "''"]),
                ("inspection_lot_has_a_title", ["title": "''"]),
                (
                    "inspection_lot_acceptor_is_not_its_contractor",
                    ["acceptor_organisation_id": "auth.organisation()"]
                ), ("inspection_lot_step_is_allowed", ["state": "'passed'"]),
                ("inspection_lot_is_of_its_project", ["contract_id": "\(Seed.id("elsewhere"))"]),
            ]
            for (code, changes) in cases {
                #expect(
                    try await database.refusal(as: "contractor", RawRows.lot("L").with(changes).statements)
                        == code)
            }
            let foreign = RawRows.lot("L").with(["organisation_id": "\(Seed.id("org:contractor"))"])
                .statements
            #expect(
                try await database.refusal(as: "contractor2", foreign)
                    == "inspection_lot_is_moved_by_its_contractor")
            try await database.act(as: "contractor", RawRows.lot("L").statements)
            try await database.act(
                as: "contractor",
                RawRows.changeLot("L", "n", "state = 'notified', notified_on = '2026-03-02'"))
            let updates: [(String, SQL)] = [
                (
                    "inspection_lot_result_is_signed",
                    """
                    state = 'passed', acceptor_id = auth.person(), acceptor_organisation_id = auth.organisation()
                    """
                ), ("inspection_lot_failure_says_what_failed", "state = 'failed', \(RawRows.inspected)"),
                (
                    "inspection_lot_is_inspected_after_notice",
                    """
                    state = 'passed', acceptor_id = auth.person(), acceptor_organisation_id = auth.organisation(),
                        inspected_on = '2026-03-01'
                    """
                ),
            ]
            for (code, set) in updates {
                #expect(
                    try await database.refusal(as: "supervisor", RawRows.changeLot("L", code, set)) == code)
            }
        }
    }

    @Test("claims and additions: every column's rule refuses raw SQL")
    func claims() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.approvedLog(database)
            let cases: [(String, [String: SQL])] = [
                ("payment_claim_number_is_positive", ["number": "0"]),
                ("payment_claim_amount_is_positive", ["amount_fen": "0"]),
                (
                    "payment_claim_is_certified_by_other_units",
                    ["supervised_organisation_id": "auth.organisation()"]
                ),
                (
                    "payment_claim_is_certified_by_two_persons",
                    ["supervised_by": "auth.person()", "certified_by": "auth.person()"]
                ), ("payment_claim_step_is_allowed", ["state": "'certified'"]),
                ("payment_claim_is_of_its_contract", ["contract_id": "\(Seed.id("elsewhere"))"]),
                ("payment_claim_is_the_sum_of_its_lines", ["amount_fen": "2999999"]),
            ]
            for (code, changes) in cases {
                let claim = RawRows.bareClaim("c").with(changes)
                let line = RawRows.claimLine("c", 60_000).insert(under: claim.op)
                #expect(try await database.refusal(as: "contractor", claim.statements + [line]) == code)
            }
            let claim = RawRows.bareClaim("c")
            let lines: [(String, [String: SQL])] = [
                ("payment_claim_line_quantity_is_positive", ["quantity_milli": "0"]),
                ("payment_claim_line_amount_is_not_negative", ["amount_fen": "-1"]),
                ("payment_claim_line_is_quantity_times_price", ["amount_fen": "3000001"]),
            ]
            for (code, changes) in lines {
                let line = RawRows.claimLine("c", 60_000).with(changes).insert(under: claim.op)
                #expect(try await database.refusal(as: "contractor", claim.statements + [line]) == code)
            }
            try await database.act(as: "contractor", RawRows.claim("c"))
            #expect(
                try await database.refusal(
                    as: "supervisor", RawRows.changeClaim("c", "silent", "state = 'rejected'"))
                    == "payment_claim_rejection_gives_its_reason")
            try await database.act(as: "supervisor", RawRows.changeClaim("c", "s", RawRows.supervised))
            try await database.act(
                as: "auditor",
                RawRows.paper("tracking_audit_opinion", on: ("payment_claim", Seed.id("claim:c"))).statements)
            let unsigned: SQL = """
                state = 'certified', certified_by = auth.person(), certified_organisation_id = auth.organisation()
                """
            #expect(
                try await database.refusal(as: "street", RawRows.changeClaim("c", "unsigned", unsigned))
                    == "payment_claim_certificate_is_signed")
            let nothing = RawRow(
                "app.bill_addition", of: "bill_addition", Seed.id("nothing"), in: Scene.project,
                [
                    "bill_addition_id": "\(Seed.id("nothing"))", "bill_line_id": "\(Scene.pipe)",
                    "change_order_id": "\(Seed.id("change:more"))", "quantity_milli": "0", "amount_fen": "0",
                ])
            #expect(
                try await database.refusal(as: "street", nothing.statements)
                    == "bill_addition_changes_something")
        }
    }
}
