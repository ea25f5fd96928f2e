import Harness
import PQ
import Testing
import Values

@testable import Works

@Suite("Works: guards in the database")
struct WorksGuardTests {
    @Test("raw SQL cannot begin works without permit or quality supervision")
    func start() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database, state: "S13")
            let start: [SQL] = [
                TestDatabase.event(Seed.id("start"), on: ("project", Scene.project), project: Scene.project),
                """
                update app.project set state = 'S14', works_began_on = '2026-03-01', version = version + 1,
                    op_id = \(Seed.id("start"))
                where project_id = \(Scene.project)
                """,
            ]
            func paper(_ kind: String) -> [SQL] {
                [
                    TestDatabase.event(
                        Seed.id("op:" + kind), on: ("paper", Seed.id(kind)), project: Scene.project),
                    """
                    with file as (
                        insert into app.file (district, sha256, media_type, content)
                        values (1, sha256(\(Array("a whole scan of the paper \(kind)".utf8))), 'text/plain',
                            \(Array("a whole scan of the paper \(kind)".utf8))) on conflict do nothing
                    )
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                        dated, sha256, op_id)
                    values (1, \(Seed.id(kind)), \(Scene.project), 'project', \(Scene.project), \(kind), 't',
                        '2026-02-20', sha256(\(Array("a whole scan of the paper \(kind)".utf8))), \(Seed.id("op:" + kind)))
                    """,
                ]
            }
            #expect(try await database.refusal(as: "street", start) == "works_start_waits_for_permit")
            try await database.act(as: "street", paper("permit"))
            #expect(
                try await database.refusal(as: "street", start) == "works_start_waits_for_quality_supervision"
            )
            try await database.act(as: "street", paper("quality_supervision"))
            try await database.act(as: "street", paper("supervision_mandate"))
            // The supervisor's last day was yesterday, then is today.
            func last(_ day: String) async throws {
                _ = try await database.owner.transaction {
                    try await $0.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.engagement set valid_to = \(day)::text::date where role = 'supervisor'",
                    ])
                }
            }
            try await last("2026-03-01")
            #expect(try await database.refusal(as: "street", start) == "works_start_waits_for_supervisor")
            try await last("2026-03-02")
            #expect(try await database.refusal(as: "street", start) == nil)
        }
    }

    @Test("logs stay within contract and additions, in both orders")
    func withinBill() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            #expect(
                try await database.refusal(as: "contractor", Scene.rawLog("a", "2026-03-01", 100_001))
                    == "log_quantity_stays_within_bill")
            #expect(
                try await database.refusal(as: "contractor", Scene.rawLog("a", "2026-03-01", 100_000)) == nil)
            // Taken away after it was logged, or logged after it was taken away: the second is refused.
            #expect(
                try await database.refusal(as: "street", Scene.rawAddition("less", -1))
                    == "log_quantity_stays_within_bill")
            #expect(try await database.refusal(as: "street", Scene.rawAddition("more", 500)) == nil)
            #expect(
                try await database.refusal(as: "contractor", Scene.rawLog("b", "2026-02-28", 501))
                    == "log_quantity_stays_within_bill")
            #expect(try await database.refusal(as: "contractor", Scene.rawLog("b", "2026-02-28", 500)) == nil)
        }
    }

    @Test("two logs racing for what remains: one is refused")
    func logRace() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let (first, second) = try await database.race(
                ("contractor", Scene.rawLog("a", "2026-03-01", 60_000)),
                ("contractor", Scene.rawLog("b", "2026-02-28", 60_000)))
            #expect(first == nil)
            #expect(second == "log_quantity_stays_within_bill")
        }
    }

    @Test("a log and a reduction racing, whichever is first, never leave more logged than the bill holds")
    func reductionRace() async throws {
        for logFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database)
                let log = (login: "contractor", statements: Scene.rawLog("a", "2026-03-01", 100_000))
                let less = (login: "street", statements: Scene.rawAddition("less", -1))
                let (first, second) =
                    logFirst ? try await database.race(log, less) : try await database.race(less, log)
                #expect(first == nil)
                #expect(second == "log_quantity_stays_within_bill")
            }
        }
    }

    @Test("a standing block refuses logs of its line and no other")
    func block() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await Scene.block(database, "log", line: Scene.pipe)
            #expect(
                try await database.refusal(as: "contractor", Scene.rawLog("a", "2026-03-01", 1))
                    == "change_order_is_pending")
            #expect(
                try await database.refusal(
                    as: "contractor", Scene.rawLog("b", "2026-03-01", 1, line: Scene.paint)) == nil)
        }
    }

    @Test("nobody writes for another unit, adds to a log later, or decides his own")
    func authors() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            #expect(
                try await database.refusal(as: "contractor2", Scene.rawLog("a", "2026-03-01", 1))
                    == "daily_log_is_of_its_project")
            try await database.act(as: "contractor", Scene.rawLog("a", "2026-03-01", 1))
            let log = Seed.id("log:a")
            func later(_ name: String, _ change: SQL) -> [SQL] {
                [
                    TestDatabase.event(
                        Seed.id("op:" + name), on: ("daily_log", log),
                        project: Scene.project),
                    change,
                ]
            }
            #expect(
                try await database.refusal(
                    as: "contractor",
                    later(
                        "smuggled",
                        """
                        insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id,
                            quantity_milli, op_id)
                        values (1, \(log), 1, \(Scene.paint), \(Scene.project), 1, \(Seed.id("op:smuggled")))
                        """)) == "log_quantity_comes_with_its_log")
            func decision(_ name: String, by login: String) -> [SQL] {
                later(
                    name,
                    """
                    update app.daily_log set state = 'approved', decided_by = \(Seed.id("person:" + login)),
                        decided_organisation_id = \(Seed.id("org:" + login)), decided_on = '2026-03-02',
                        version = version + 1, op_id = \(Seed.id("op:" + name))
                    where daily_log_id = \(log)
                    """)
            }
            #expect(
                try await database.refusal(as: "contractor", decision("own", by: "contractor"))
                    == "daily_log_is_decided_by_supervisor_or_owner")
            #expect(
                try await database.refusal(as: "contractor", decision("lie", by: "supervisor"))
                    == "decision_is_signed_by_who_acts")
            #expect(try await database.refusal(as: "supervisor", decision("right", by: "supervisor")) == nil)
            #expect(
                try await database.refusal(as: "supervisor", decision("once-more", by: "supervisor"))
                    == "approved_daily_log_is_frozen")
        }
    }

    @Test("completion waits for lots and logs, whatever the service says")
    func completion() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let op = Seed.id("op:completion")
            let complete: [SQL] = [
                TestDatabase.event(op, on: ("project", Scene.project), project: Scene.project),
                """
                update app.project set state = 'S15', version = version + 1, op_id = \(op)
                where project_id = \(Scene.project)
                """,
            ]
            #expect(
                try await database.refusal(as: "street", complete) == "completion_waits_for_inspection_lots")
        }
    }
}
