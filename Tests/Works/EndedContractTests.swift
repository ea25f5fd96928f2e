import Harness
import PQ
import Testing
import Values
import Web

@Suite("Works: under a contract that ended")
struct EndedContractTests {
    /// The end of a contract on a day, past its own guards: how it comes about is delivery's to test.
    private static func end(of contract: ID = Scene.contract, on day: String = "2026-02-20") -> SQL {
        """
        insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id, op_id)
        values (1, \(contract), \(Scene.project), \(day)::text::date, '解除', \(Seed.id("end")), \(Seed.id("op")))
        """
    }

    @Test("works do not begin on a contract that ended")
    func start() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database, state: "S13")
            try await RawRows.put(database, [Self.end()])
            #expect(
                try await database.refusal(as: "street", RawRows.changeProject("begin", RawRows.beginWorks))
                    == "works_start_waits_for_contract")
        }
    }

    @Test(
        "nothing is logged once the end is confirmed, raced as well; what was logged before is still approved"
    )
    func logs() async throws {
        let code = "daily_log_is_of_a_standing_contract"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await database.act(as: "contractor", Scene.rawLog("last", "2026-02-20", 1000))
            try await RawRows.put(database, [Self.end()])
            let late = Scene.rawLog("late", "2026-02-21", 1000)
            #expect(try await database.refusal(as: "contractor", late) == code)
            let before = Scene.rawLog("before", "2026-02-19", 1000)
            #expect(try await database.refusal(as: "contractor", before) == code)
            // What was logged before the end is claimed in the settlement, and no more.
            #expect(
                try await database.refusal(as: "contractor", RawRows.claim("a", 1000))
                    == "payment_stays_within_logged_quantity")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let end: [SQL] = [
                "set local session_replication_role = replica", "update app.project set state = state",
                Self.end(),
            ]
            let (one, two) = try await database.race(
                (TestDatabase.anOperator, end), ("contractor", Scene.rawLog("late", "2026-02-21", 1000)))
            #expect(one == nil && two == code, "\(one ?? "") \(two ?? "")")
        }
    }

    @Test("what an ended contract left is asked of all works, until a later one of its package takes it up")
    func left() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            func left() async throws -> String {
                let rows = try await database.act(
                    as: "street",
                    [
                        """
                        select coalesce(string_agg(code || ' ' || due_milli - done_milli, ',' order by code), '')
                            as open from app.left_by_ended_contracts(1, \(Scene.project))
                        """
                    ])
                return try rows[0].one().text("open")
            }
            #expect(try await left() == "")
            try await RawRows.put(database, [Self.end()])
            #expect(try await left() == "01 100000,02 10000")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number,
                        title, method, signed_on, amount_fen, op_id)
                    values (1, \(Seed.id("rest")), \(Scene.project), \(Seed.id("package")),
                        \(Seed.id("org:contractor2")), 'HT-R', '剩余工程', 'direct', '2026-02-25', 1000, \(Seed.id("op")))
                    """,
                    """
                    insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                        title, unit, quantity_milli, unit_price_fen, op_id)
                    values (1, \(Seed.id("line:rest")), \(Scene.project), \(Seed.id("rest")), \(Seed.id("i")), '01',
                        '排水管', 'm', 99999, 50000, \(Seed.id("op")))
                    """,
                ])
            #expect(try await left() == "01 100000,02 10000")
            try await RawRows.put(
                database, ["update app.bill_line set quantity_milli = 100000 where code = '01'"])
            #expect(try await left() == "02 10000")
        }
    }

    @Test("who built is asked for his report and his lots; who built nothing is asked for nothing")
    func completion() async throws {
        for built in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                if built { try await RawRows.approvedLog(database) }
                try await RawRows.put(database, [Self.end(on: "2026-03-01")])
                let site = try Scene.site(database)
                let path = "/v1/projects/\(Scene.project)/report-completion"
                let reported = await site.send(.post, path, as: "contractor", [:])
                #expect(
                    reported.refusalCodes
                        == (built
                            ? ["completion_waits_for_inspection_lots", "completion_waits_for_quantities"]
                            : ["completion_is_reported_by_its_contractor"]),
                    "\(reported.text)")
            }
        }
    }
}
