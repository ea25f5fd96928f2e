import Harness
import PQ
import Testing
import Values
import Web

@Suite("Works: each contractor reports his own contract, once its bill is done")
struct CompletionTests {
    private static let second = Seed.id("contract:second")

    private static func report(_ turn: String, of contract: ID = Scene.contract) -> [SQL] {
        RawRow(
            "app.completion_report", of: "raw", Seed.id("report:\(turn)\(contract)"), in: Scene.project,
            [
                "contract_id": "\(contract)", "organisation_id": "auth.organisation()",
                "reported_by": "auth.person()", "reported_on": "'2026-03-02'",
            ]
        ).statements
    }

    /// All that is logged and approved, and nothing reported.
    private static var done: [SQL] { Array(Seed.completed(Scene.project, under: Seed.id("op")).dropLast()) }

    /// A second works contract, of another contractor, with one line and a passed lot.
    private static let another: [SQL] = [
        """
        insert into app.contract (district, contract_id, project_id, package_id, contractor_id, number, title,
            method, signed_on, amount_fen, op_id)
        values (1, \(second), \(Scene.project), \(Seed.id("second package")), \(Seed.id("org:contractor2")), 'HT-2',
            '二标段施工', 'direct', '2026-01-20', 1000, \(Seed.id("op")))
        """,
        """
        insert into app.bill_line (district, bill_line_id, project_id, contract_id, works_item_id, code, title, unit,
            quantity_milli, unit_price_fen, op_id)
        values (1, \(Seed.id("line:wall")), \(Scene.project), \(second), \(Seed.id("i")), '03', '围墙', 'm', 2000, 100,
            \(Seed.id("op")))
        """,
        """
        insert into app.inspection_lot (district, inspection_lot_id, project_id, contract_id, code, title,
            organisation_id, state, acceptor_id, acceptor_organisation_id, inspected_on, notified_on, op_id)
        values (1, \(Seed.id("lot:second")), \(Scene.project), \(second), 'W', '围墙', \(Seed.id("org:contractor2")),
            'passed', \(Seed.id("person:supervisor")), \(Seed.id("org:supervisor")), '2026-02-20', '2026-02-18',
            \(Seed.id("op")))
        """,
    ]

    @Test(
        "raw SQL reports nothing of another's, nothing undone, and nothing twice; the last report is waited for"
    )
    func reports() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.put(database, Self.another)
            func refusal(_ login: String, _ statements: [SQL]) async throws -> String? {
                try await database.refusal(as: login, statements)
            }
            #expect(
                try await refusal("contractor", Self.report("a")) == "completion_waits_for_inspection_lots")
            try await StartGuardTests.passedLot(database)
            #expect(try await refusal("contractor", Self.report("a")) == "completion_waits_for_quantities")
            try await RawRows.put(database, Self.done)
            #expect(
                try await refusal("contractor2", Self.report("a"))
                    == "completion_is_reported_by_its_contractor")
            for other in ["street", "supervisor"] {
                #expect(try await refusal(other, Self.report("a"))?.hasPrefix("42501") == true, "\(other)")
            }
            let complete = RawRows.changeProject("complete", "state = 'S15'")
            try await database.act(as: "contractor", Self.report("a"))
            #expect(try await refusal("contractor", Self.report("b")) == "completion_is_reported_once")
            #expect(try await refusal("contractor", complete) == "completion_waits_for_every_contractor")
            try await database.act(as: "contractor2", Self.report("c", of: Self.second))
            // What was reported is more after a change: the works are not complete.
            try await database.act(as: "street", Scene.rawAddition("more", 500))
            #expect(try await refusal("contractor", complete) == "completion_waits_for_quantities")
        }
    }

    @Test(
        "a contract reported twice, and a report beside a change or a lot: whichever is second finds the first"
    )
    func races() async throws {
        let report = (login: "contractor", statements: Self.report("a"))
        let first: [(login: String, statements: [SQL], code: String)] = [
            ("contractor", Self.report("b"), "completion_is_reported_once"),
            ("street", Scene.rawAddition("more", 500), "completion_waits_for_quantities"),
            ("contractor", RawRows.lot("M").statements, "completion_waits_for_inspection_lots"),
        ]
        for other in first {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await StartGuardTests.passedLot(database)
                try await RawRows.put(database, Self.done)
                let outcome = try await database.race((other.login, other.statements), report)
                #expect(outcome.0 == nil && outcome.1 == other.code, "\(outcome)")
            }
        }
        // The last report and the end of works: whoever ends them first leaves no room for another report.
        for reportFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                try await StartGuardTests.passedLot(database)
                try await RawRows.put(database, Self.done)
                let end = (login: "contractor", statements: RawRows.changeProject("end", "state = 'S15'"))
                let outcome =
                    try await reportFirst
                    ? database.race(report, end) : database.race(end, report)
                let (one, two) = reportFirst ? outcome : (outcome.0, outcome.1)
                #expect(one == (reportFirst ? nil : "completion_waits_for_every_contractor"))
                #expect(two == nil)
            }
        }
    }

    @Test("items of the scheme that no contract holds are built or taken out before the works are complete")
    func scheme() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await StartGuardTests.passedLot(database)
            let (item, reduction) = (Seed.id("item:lamps"), Seed.id("reduction"))
            try await RawRows.put(
                database,
                Self.done + [
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(item), \(Scene.project), 'B03', '路灯', 'basic', 'lighting', '盏', 100000, 1000,
                        \(Seed.id("op")))
                    """
                ])
            // His own contract is done; the last report is the project's.
            #expect(
                try await database.refusal(
                    as: "contractor",
                    Self.report("a") + RawRows.changeProject("complete", "state = 'S15'"))
                    == "completion_waits_for_quantities")
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/report-completion"
            let early = await site.send(.post, path, as: "contractor", [:])
            #expect(early.refusalCodes == ["completion_waits_for_quantities"])
            #expect(early.text.contains("B03 路灯：已审核 0，应完成 100 盏"))
            let shown = await site.send(.get, "/v1/projects/\(Scene.project)/progress", as: "street").json
            #expect(shown?["scheme"]?["permille"] == 0 && shown?["scheme"]?["items"] == 1)
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.scheme_reduction (district, reduction_id, project_id, works_item_id, quantity_milli,
                        ground, reason, paper_id, proposed_on, op_id)
                    values (1, \(reduction), \(Scene.project), \(item), 100000, 'done_by_others', '供电公司已实施',
                        \(Seed.id("paper")), '2026-03-01', \(Seed.id("op")))
                    """,
                    """
                    insert into app.scheme_reduction_decision (district, reduction_id, project_id, approves, reason,
                        decided_by, decided_on, op_id)
                    values (1, \(reduction), \(Scene.project), true, '同意', \(Seed.id("person:office")), '2026-03-01',
                        \(Seed.id("op")))
                    """,
                ])
            let done = await site.send(.post, path, as: "contractor", [:])
            #expect(done.status == 200 && done.json?["state"] == "S15", "\(done.text)")
        }
    }

    @Test(
        "less than the contract by survey goes by a change order: the bill and the scheme's item ask for less, and the works end"
    )
    func shortfall() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await StartGuardTests.passedLot(database)
            try await RawRows.put(
                database,
                Self.done + [
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(Seed.id("i")), \(Scene.project), 'A01', '排水管网', 'basic', 'drainage', 'm', 100000, 1000,
                        \(Seed.id("op")))
                    """,
                    "update app.log_quantity set quantity_milli = 99999 where bill_line_id = \(Scene.pipe)",
                ])
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/report-completion"
            let short = await site.send(.post, path, as: "contractor", [:])
            #expect(short.refusalCodes == ["completion_waits_for_quantities"])
            try await database.act(as: "street", Scene.rawAddition("less", -1))
            let done = await site.send(.post, path, as: "contractor", [:])
            #expect(done.status == 200 && done.json?["state"] == "S15", "\(done.text)")
        }
    }

    @Test("the first contractor's report waits for the other's; the last one completes the works")
    func routes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.put(database, Self.another)
            try await StartGuardTests.passedLot(database)
            try await RawRows.put(
                database,
                Self.done + ["delete from app.log_quantity where bill_line_id = \(Seed.id("line:wall"))"])
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/report-completion"
            #expect(await site.send(.post, path, as: "street", [:]).status == 403)
            let early = await site.send(.post, path, as: "contractor2", [:])
            #expect(early.refusalCodes == ["completion_waits_for_quantities"])
            let first = await site.send(.post, path, as: "contractor", [:])
            #expect(first.status == 200, "\(first.text)")
            #expect(first.json?["state"] == "S14")
            #expect(first.json?["waits_for"] == .list(["contractor2"]))
            let again = await site.send(.post, path, as: "contractor", [:])
            #expect(again.refusalCodes == ["completion_is_reported_once"])
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id,
                        quantity_milli, op_id)
                    values (1, \(Self.second), 1, \(Seed.id("line:wall")), \(Scene.project), 2000, \(Seed.id("op")))
                    """
                ])
            let last = await site.send(.post, path, as: "contractor2", [:])
            #expect(last.status == 200, "\(last.text)")
            #expect(last.json?["state"] == "S15")
            #expect(last.json?["waits_for"] == .list([]))
        }
    }
}
