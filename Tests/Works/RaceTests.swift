import Harness
import PQ
import Testing
import Values

@Suite("Works: two sessions at one log, lot or bill")
struct WorksRaceTests {
    @Test("what the second of two sessions meets, it meets as well when the first is long done")
    func inTurn() async throws {
        let back: SQL = "state = 'rejected', decision_reason = '数量不符', \(RawRows.decided)"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            func refusal(_ login: String, _ statements: [SQL]) async throws -> String? {
                try await database.refusal(as: login, statements)
            }
            try await database.act(as: "contractor", RawRows.log("a").statements)
            #expect(
                try await refusal("contractor", RawRows.log("b").statements) == "daily_log_is_one_a_day")
            #expect(
                try await refusal(
                    "contractor", RawRows.changeLog("a", "n", "note = '改', revision = revision + 1"))
                    == "daily_log_is_rewritten_as_a_revision")
            try await database.act(as: "contractor", RawRows.lot("L").statements)
            let same = RawRows.lot("M").with(["code": "'L'"])
            #expect(try await refusal("contractor", same.statements) == "inspection_lot_code_is_one")
            try await database.act(as: "street", Scene.rawAddition("more", 500))
            #expect(try await refusal("street", RaceAddition.again) == "bill_addition_is_one_per_change")
            #expect(
                try await refusal("street", RaceAddition.row(Seed.id("none")).statements)
                    == "bill_addition_change_order_exists")
            try await database.act(as: "supervisor", RawRows.changeLog("a", "back", back))
            try await database.act(
                as: "contractor",
                RawRows.changeLog("a", "again", "state = 'submitted', revision = revision + 1"))
        }
    }

    @Test("an addition is to a line of its own project, even where a change order names another's")
    func foreignAddition() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let other = Seed.id("line:other project")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.bill_line select district, \(other), \(Seed.id("other project")), contract_id,
                        works_item_id, 'other', title, unit, quantity_milli, unit_price_fen, op_id
                    from app.bill_line where bill_line_id = \(Scene.pipe)
                    """,
                    "update app.change_order_line set bill_line_id = \(other) where quantity_milli = 500",
                ])
            #expect(
                try await database.refusal(as: "street", RaceAddition.row(line: other).statements)
                    == "bill_addition_is_of_its_project")
        }
    }

    @Test("logs: one a day, one decision, one hand for each revision")
    func logs() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let sameDay = RawRows.log("b").with(["daily_log_id": "\(Seed.id("log:b"))"])
            let days = try await database.race(
                ("contractor", RawRows.log("a").statements), ("contractor", sameDay.statements))
            #expect(days.0 == nil)
            #expect(days.1 == "daily_log_is_one_a_day")
            let rejection: SQL = "state = 'rejected', decision_reason = '数量不符', \(RawRows.decided)"
            let decisions = try await database.race(
                ("supervisor", RawRows.changeLog("a", "no", rejection)),
                ("supervisor", RawRows.changeLog("a", "yes", "state = 'approved', \(RawRows.decided)")))
            #expect(decisions.0 == nil)
            #expect(decisions.1 == "daily_log_step_is_allowed")
            try await database.act(
                as: "contractor", RawRows.log("d", on: "2026-02-28").with(["state": "'draft'"]).statements)
            let revisions = try await database.race(
                (
                    "contractor",
                    RawRows.changeLog("d", "hand in", "state = 'submitted', revision = revision + 1")
                ), ("contractor", RawRows.changeLog("d", "edit", "note = '改', revision = revision + 1")))
            #expect(revisions.0 == nil)
            #expect(revisions.1 == "daily_log_is_rewritten_as_a_revision")
            let approvals = try await database.race(
                ("supervisor", RawRows.changeLog("d", "s", "state = 'approved', \(RawRows.decided)")),
                ("supervisor", RawRows.changeLog("d", "t", "state = 'approved', \(RawRows.decided)")))
            #expect(approvals.0 == nil)
            #expect(approvals.1 == "approved_daily_log_is_frozen")
        }
    }

    @Test("what a log states comes with its own revision, on lines of its own contract")
    func parts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let other = Seed.id("line:other contract")
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.bill_line select district, \(other), project_id, \(Seed.id("second contract")),
                        works_item_id, code, title, unit, quantity_milli, unit_price_fen, op_id
                    from app.bill_line where bill_line_id = \(Scene.pipe)
                    """,
                    """
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256('photo'), 'image/png', 'photo')
                    """,
                ])
            let log = RawRows.log("a")
            #expect(
                try await database.refusal(
                    as: "contractor",
                    log.statements + [RawRows.quantity(of: "a", 1, line: other).insert(under: log.op)])
                    == "log_quantity_is_of_its_contract")
            try await database.act(as: "contractor", log.statements)
            let photo = RawRow(
                "app.log_photo", of: "log_photo", Seed.id("photo"), in: Scene.project,
                ["daily_log_id": "\(Seed.id("log:a"))", "revision": "1", "sha256": "sha256('photo')"])
            #expect(
                try await database.refusal(as: "contractor", photo.statements)
                    == "log_photo_comes_with_its_log")
            try await database.act(
                as: "supervisor",
                RawRows.changeLog(
                    "a", "no", "state = 'rejected', decision_reason = '数量不符', \(RawRows.decided)"))
            // The photo of revision 1 meets the log on its way to revision 2; then the quantity, on its way to 3.
            for (name, late) in [
                ("photo", photo.statements), ("quantity", RawRows.quantity(of: "a", 1).statements),
            ] {
                let again = RawRows.changeLog(
                    "a", "for " + name, "state = 'submitted', revision = revision + 1")
                let (first, second) = try await database.race(("contractor", again), ("contractor", late))
                #expect(first == nil)
                #expect(second == "log_\(name)_comes_with_its_log")
                let back: SQL = "state = 'rejected', decision_reason = '数量不符', \(RawRows.decided)"
                try await database.act(as: "supervisor", RawRows.changeLog("a", "after " + name, back))
            }
        }
    }

    @Test(
        "lots: one code, one step for two hands, judged by supervisor or owner; additions: one for each change"
    )
    func lots() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let same = RawRows.lot("M").with(["code": "'L'"])
            let codes = try await database.race(
                ("contractor", RawRows.lot("L").statements), ("contractor", same.statements))
            #expect(codes.0 == nil)
            #expect(codes.1 == "inspection_lot_code_is_one")
            #expect(
                try await database.refusal(
                    as: "supervisor",
                    RawRows.changeLot("L", "x", "state = 'notified', notified_on = '2026-03-02'"))
                    == "inspection_lot_is_moved_by_its_contractor")
            let notices = try await database.race(
                ("contractor", RawRows.changeLot("L", "a", "state = 'notified', notified_on = '2026-03-02'")),
                ("contractor", RawRows.changeLot("L", "b", "state = 'notified', notified_on = '2026-03-02'")))
            #expect(notices.0 == nil)
            #expect(notices.1 == "inspection_lot_step_is_allowed")
            let pass: SQL = "state = 'passed', \(RawRows.inspected)"
            #expect(
                try await database.refusal(as: "contractor2", RawRows.changeLot("L", "c", pass))
                    == "inspection_lot_is_inspected_by_supervisor_or_owner")
            let fail: SQL = "state = 'failed', finding = '坡度不足', \(RawRows.inspected)"
            let results = try await database.race(
                ("supervisor", RawRows.changeLot("L", "d", fail)),
                ("street", RawRows.changeLot("L", "e", pass)))
            #expect(results.0 == nil)
            #expect(results.1 == "inspection_lot_step_is_allowed")
            let additions = try await database.race(
                ("street", Scene.rawAddition("more", 500)), ("street2", RaceAddition.again))
            #expect(additions.0 == nil)
            #expect(additions.1 == "bill_addition_is_one_per_change")
        }
    }

    @Test("logs are judged by supervisor or owner, a late one by the supervisor alone")
    func judges() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let late = RawRows.log("late", on: "2026-02-20").with(["late": "true"])
            try await database.act(as: "contractor", late.statements)
            let approve: SQL = "state = 'approved', \(RawRows.decided)"
            #expect(
                try await database.refusal(as: "contractor2", RawRows.changeLog("late", "a", approve))
                    == "daily_log_is_decided_by_supervisor_or_owner")
            #expect(
                try await database.refusal(as: "street", RawRows.changeLog("late", "b", approve))
                    == "late_daily_log_needs_the_supervisor")
            #expect(
                try await database.refusal(as: "supervisor", RawRows.changeLog("late", "c", approve)) == nil)
        }
    }

    @Test(
        "a contractor's log is the supervisor's to approve where one is engaged, and the street's where none is"
    )
    func supervised() async throws {
        let approve: SQL = "state = 'approved', \(RawRows.decided)"
        let code = "daily_log_waits_for_its_supervisor"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await database.act(as: "contractor", RawRows.log("a").statements)
            let street = RawRows.changeLog("a", "street", approve)
            #expect(try await database.refusal(as: "street", street) == code)
            try await database.act(as: "contractor", RawRows.log("b", on: "2026-02-28").statements)
            let back: SQL = "state = 'rejected', decision_reason = '数量不符', \(RawRows.decided)"
            #expect(try await database.refusal(as: "street", RawRows.changeLog("b", "back", back)) == nil)
            try await RawRows.put(
                database,
                [
                    TestDatabase.eventOfNothing,
                    """
                    update app.engagement set valid_from = '2020-01-01', valid_to = '2020-01-02'
                    where role in ('supervisor', 'whole_process_consultant')
                    """,
                ])
            #expect(try await database.refusal(as: "street", street) == nil)
        }
    }

    @Test("one photo sent twice at once is one file, and bytes that are not their digest are none")
    func files() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let file: SQL = """
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256('photo'), 'image/png', 'photo') on conflict do nothing
                """
            let (first, second) = try await database.race(("contractor", [file]), ("supervisor", [file]))
            #expect(first == nil && second == nil)
            let held = try await database.owner.read("select count(*) as n from app.file")
            #expect(try held.one().int64("n") == 1)
            let other: SQL = """
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256('photo'), 'image/png', 'another')
                """
            #expect(try await database.refusal(as: "contractor", [other]) == "file_is_its_digest")
            let huge: SQL = """
                insert into app.file (district, sha256, media_type, content)
                select 1, sha256(content), 'image/png', content
                from (select convert_to(repeat('x', 20971521), 'UTF8') as content) big
                """
            #expect(try await database.refusal(as: "contractor", [huge]) == "file_is_of_a_fair_size")
        }
    }
}

/// A second addition of the same change.
private enum RaceAddition {
    static func row(_ change: ID = Seed.id("change:more"), line: ID = Scene.pipe) -> RawRow {
        RawRow(
            "app.bill_addition", of: "bill_addition", Seed.id("addition:again"), in: Scene.project,
            [
                "bill_addition_id": "\(Seed.id("addition:again"))", "bill_line_id": "\(line)",
                "change_order_id": "\(change)", "quantity_milli": "500", "amount_fen": "25000",
            ])
    }

    static let again = row().statements
}
