import Harness
import PQ
import Testing
import Values

@Suite("Works: the gates of start and completion in the database")
struct StartGuardTests {
    private static func paper(_ kind: String) -> [SQL] {
        RawRows.paper(kind, on: ("project", Scene.project)).statements
    }

    @Test("works begin with a day, a contract, a permit or a small sum, and quality supervision")
    func start() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database, state: "S13")
            let begin = RawRows.changeProject("begin", RawRows.beginWorks)
            #expect(
                try await database.refusal(as: "street", RawRows.changeProject("day", "state = 'S14'"))
                    == "works_start_names_its_day")
            try await database.act(as: "street", Self.paper("permit_exemption"))
            // Below two million no permit is asked for; two million itself is not below (PER-2).
            let limit = try await database.refusal(as: "street", begin)
            #expect(limit == "permit_exemption_is_for_small_works")
            try await RawRows.put(database, ["update app.contract set amount_fen = 199999999"])
            #expect(
                try await database.refusal(as: "street", begin) == "works_start_waits_for_quality_supervision"
            )
            try await database.act(as: "street", Self.paper("quality_supervision"))
            #expect(try await database.refusal(as: "street", begin) == nil)
            #expect(
                try await database.refusal(
                    as: "street", RawRows.changeProject("later", "works_began_on = '2026-03-02'"))
                    == "works_start_day_stays")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database, state: "S13")
            try await RawRows.put(database, ["delete from app.bill_line"])
            #expect(
                try await database.refusal(as: "street", RawRows.changeProject("begin", RawRows.beginWorks))
                    == "works_start_waits_for_contract")
        }
    }

    @Test("works under an exemption and another works contract: whichever is second finds the first")
    func exemptionRace() async throws {
        let op = Seed.id("op:second contract")
        let begin = (login: "street", statements: RawRows.changeProject("begin", RawRows.beginWorks))
        let bill = (
            login: "street2",
            statements: [
                TestDatabase.event(op, on: ("contract", Seed.id("second contract")), project: Scene.project),
                """
                insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code,
                    title, unit, quantity_milli, unit_price_fen, op_id)
                values (1, \(Seed.id("line:second")), \(Scene.project), \(Seed.id("second contract")),
                    \(Seed.id("item")), '01', '围墙', 'm', 1000, 100, \(op))
                """,
            ] as [SQL]
        )
        for raced in [true, false] {
            for billFirst in [true, false] {
                try await TestDatabase.with(refusals: Scene.refusals) { database in
                    try await Scene.lay(database, state: "S13")
                    try await StartGuardTests.exempt(database, op: op)
                    let (one, other) = billFirst ? (bill, begin) : (begin, bill)
                    if raced {
                        let (first, second) = try await database.race(one, other)
                        #expect(first == nil)
                        #expect(second == "permit_exemption_is_for_small_works")
                    } else {
                        try await database.act(as: one.login, one.statements)
                        #expect(
                            try await database.refusal(as: other.login, other.statements)
                                == "permit_exemption_is_for_small_works")
                    }
                }
            }
        }
    }

    /// A small contract with its bill, a second one without, and the papers of an exemption.
    private static func exempt(_ database: TestDatabase, op: ID) async throws {
        try await RawRows.put(
            database,
            [
                "update app.contract set amount_fen = 199999999",
                """
                insert into app.package (district, package_id, project_id, code, title, category, estimate_fen,
                    planned_method, op_id)
                values (1, \(Seed.id("second package")), \(Scene.project), 'W2', '二标段', 'works', 1000, 'direct',
                    \(Seed.id("op")))
                """,
                """
                insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number,
                    title, method, signed_on, amount_fen, op_id)
                values (1, \(Seed.id("second contract")), \(Scene.project), \(Seed.id("second package")),
                    \(Seed.id("org:contractor")), 'HT-2', '二标段施工', 'direct', '2026-01-20', 1, \(op))
                """,
                "update app.contract set amount_fen = 1000 where number = 'HT-2'",
                """
                insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                    quantity_milli, amount_fen, op_id)
                values (1, \(Seed.id("item")), \(Scene.project), '1', '围墙', 'basic', 'wall', 'm', 1000, 100,
                    \(Seed.id("op")))
                """,
            ])
        for kind in ["permit_exemption", "quality_supervision"] {
            try await database.act(as: "street", paper(kind))
        }
    }

    @Test("completion and a lot or a log racing: whichever is second finds the first")
    func completionRace() async throws {
        let complete = (login: "contractor", statements: RawRows.changeProject("complete", "state = 'S15'"))
        let logged = RawRows.log("a")
        let works: [(login: String, statements: [SQL], code: String)] = [
            ("contractor", RawRows.lot("M").statements, "completion_waits_for_inspection_lots"),
            ("contractor", logged.statements, "completion_waits_for_daily_logs"),
            ("street", Scene.rawAddition("more", 500), "completion_waits_for_quantities"),
        ]
        for work in works {
            for worksFirst in [true, false] {
                try await TestDatabase.with(refusals: Scene.refusals) { database in
                    try await Scene.lay(database)
                    try await StartGuardTests.passedLot(database)
                    try await RawRows.put(database, Seed.completed(Scene.project, under: Seed.id("op")))
                    let other = (login: work.login, statements: work.statements)
                    let (first, second) =
                        worksFirst
                        ? try await database.race(other, complete) : try await database.race(complete, other)
                    #expect(first == nil)
                    let code = worksFirst ? work.code : "works_are_under_way"
                    #expect(second == code)
                    let late = worksFirst ? complete : other
                    #expect(try await database.refusal(as: late.login, late.statements) == code)
                }
            }
        }
    }

    /// One lot, passed: what completion asks of the scene's contract.
    static func passedLot(_ database: TestDatabase) async throws {
        try await database.act(as: "contractor", RawRows.lot("L").statements)
        try await database.act(
            as: "contractor", RawRows.changeLot("L", "n", "state = 'notified', notified_on = '2026-03-02'"))
        try await database.act(
            as: "supervisor", RawRows.changeLot("L", "p", "state = 'passed', \(RawRows.inspected)"))
    }
}
