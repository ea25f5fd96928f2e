import Harness
import Jobs
import PQ
import Policy
import Testing
import Values

@Suite("Jobs: the ladder of a deadline, and its calendar")
struct ClockLadderTests {
    private static let now = Instant(startOf: Seed.today, hour: 9)

    /// An event that every clock of a test names.
    private static func laid(_ scene: Scene, _ clocks: [SQL]) async throws {
        try await ClockSweepTests.project(in: scene)
        let op = Seed.id("op:clocks")
        try await scene.database.act(
            as: "office",
            [TestDatabase.event(op, on: ("test", op), project: Seed.id("project"))] + clocks)
    }

    /// A clock of one working day or more, or with a day of its own.
    private static func clock(
        _ name: String, from start: String, due: String, workdays: Int32? = nil, met: String? = nil,
        state: String = "running"
    ) -> SQL {
        """
        insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on, workdays,
            due_on, explanation, state, met_on, op_id)
        values (auth.district(), \(Seed.id("clock:" + name)), \(Seed.id("project")), 'issue', \(Seed.id("project")),
            \(name), 'CV-08', \(start)::text::date, \(workdays), \(due)::text::date, '{}', \(state),
            \(met)::text::date, \(Seed.id("op:clocks")))
        """
    }

    private static func lines(_ scene: Scene, _ statement: SQL) async throws -> [String] {
        try await scene.database.owner.read(statement).map { try $0.text("line") }
    }

    /// The day's work once more, under another key.
    private static let second: SQL = """
        insert into jobs.job (job_id, district, kind, arguments, unique_key)
        values (\(Seed.id("second")), 1, 'clock.due', '{}', '1/second')
        """

    private static let rungs: SQL = """
        select clock.key || ' ' || rung.rung || ' ' || array_to_string(rung.roles, '+') || ' ' || entry.type as line
        from app.clock_rung rung join app.clock using (district, clock_id)
        join ledger.entry on entry.district = rung.district and entry.entry_id = rung.op_id order by 1
        """
    private static let days: SQL = """
        select key || ' ' || state || ' ' || due_on as line from app.clock order by key
        """
    private static let differences: SQL = "select finding as line from app.clock_differences() order by 1"

    @Test(
        "who is told before and after a day is the packs' and each step is taken once, over a worked weekend too"
    )
    func ladder() async throws {
        try await Scene.with { scene in
            // 2026-03-02 is a Monday, and Saturday 02-28 was worked.
            try await Self.laid(
                scene,
                [
                    Self.clock("a.far", from: "2026-02-01", due: "2026-03-05"),
                    Self.clock("b.near", from: "2026-02-01", due: "2026-03-04"),
                    Self.clock("c.short", from: "2026-03-02", due: "2026-03-03"),
                    Self.clock("d.today", from: "2026-02-01", due: "2026-03-02"),
                    Self.clock("e.one", from: "2026-02-01", due: "2026-02-28"),
                    Self.clock("f.two", from: "2026-02-01", due: "2026-02-27"),
                    Self.clock("g.five", from: "2026-02-01", due: "2026-02-24"),
                    Self.clock(
                        "h.met", from: "2026-02-01", due: "2026-02-03", met: "2026-02-02", state: "met"),
                ])
            let runner = scene.runner(ClockSweep(now: { Self.now }))
            try await DailyJob.atStart("clock.due", now: Self.now, in: scene.jobs)
            #expect(await runner.work() >= 1)
            let first = try await Self.lines(scene, Self.rungs)
            #expect(
                first == [
                    "b.near ahead construction_unit clock.remind",
                    "d.today today construction_unit clock.remind",
                    "f.two office construction_unit+renovation_office clock.escalate",
                    "g.five group leading_group clock.escalate",
                    "g.five office construction_unit+renovation_office clock.escalate",
                ])
            // The leading group has in its list what came before it, and nothing else.
            let list = try await scene.database.act(
                as: "group",
                ["select subject_id from app.inbox_item where kind = 'clock' and role = 'leading_group'"])
            #expect(list[0].count == 1)
            // The same day once more, and the next day.
            try await scene.change([Self.second])
            #expect(await runner.work() == 1)
            #expect(try await Self.lines(scene, Self.rungs) == first)
            let later = Instant(startOf: Seed.today.adding(days: 1), hour: 9)
            try await DailyJob.atStart("clock.due", now: later, in: scene.jobs)
            try await scene.makeDue()
            _ = await scene.runner(ClockSweep(now: { later })).work()
            let second = try await Self.lines(scene, Self.rungs).filter { !first.contains($0) }
            #expect(
                second == [
                    "a.far ahead construction_unit clock.remind",
                    "c.short today construction_unit clock.remind",
                    "e.one office construction_unit+renovation_office clock.escalate",
                ])
        }
    }

    @Test("a changed calendar moves what is open, with the days that moved it; counting again finds the same")
    func calendar() async throws {
        try await Scene.with { scene in
            try await Self.laid(
                scene,
                [
                    Self.clock("a.open", from: "2026-03-02", due: "2026-03-03", workdays: 1),
                    Self.clock(
                        "b.met", from: "2026-03-01", due: "2026-03-03", workdays: 2, met: "2026-03-02",
                        state: "met"),
                    Self.clock("c.late", from: "2026-02-27", due: "2026-02-28", workdays: 1, state: "late"),
                    Self.clock("d.elsewhere", from: "2026-03-10", due: "2026-03-11", workdays: 1),
                ])
            #expect(try await Self.lines(scene, Self.differences) == [])
            let runner = scene.runner(ClockSweep(now: { Self.now }))
            try await scene.change([
                "update policy.calendar_day set working = false where day in ('2026-02-28', '2026-03-03')"
            ])
            #expect(try await Self.lines(scene, Self.differences).count == 2)
            try await DailyJob.atStart("clock.due", now: Self.now, in: scene.jobs)
            #expect(await runner.work() >= 1)
            #expect(
                try await Self.lines(scene, Self.days) == [
                    "a.open running 2026-03-04", "b.met met 2026-03-03", "c.late running 2026-03-02",
                    "d.elsewhere running 2026-03-11",
                ])
            let moves = """
                select clock.key || ' ' || number || ' ' || from_on || ' ' || to_on || ' ' || (moved.explanation -> 'days')
                    as line
                from app.clock_move moved join app.clock using (district, clock_id) order by 1
                """ as SQL
            #expect(
                try await Self.lines(scene, moves) == [
                    "a.open 1 2026-03-03 2026-03-04 [{\"day\": \"2026-03-03\", \"working\": false}]",
                    "c.late 1 2026-02-28 2026-03-02 [{\"day\": \"2026-02-28\", \"working\": false}]",
                ])
            #expect(try await Self.lines(scene, Self.differences) == [])
            // Publishing asks for the work by itself; what moved comes back, and both moves stay.
            try await scene.database.publishNextYear()
            #expect(await runner.work() >= 1)
            #expect(try await Self.lines(scene, Self.days).first == "a.open running 2026-03-03")
            #expect(try await Self.lines(scene, moves).count == 4)
            #expect(try await Self.lines(scene, Self.differences) == [])
            // What was changed behind all guards is found.
            try await scene.change([
                "set local session_replication_role = replica",
                "update app.clock set due_on = '2026-03-09' where key = 'a.open'",
            ])
            #expect(try await Self.lines(scene, Self.differences).count == 2)
        }
    }

    @Test("no step is taken too early, of what is done, or off the ladder; no day moves but to its count")
    func guards() async throws {
        try await Scene.with { scene in
            try await Self.laid(
                scene,
                [
                    Self.clock("a.open", from: "2026-02-26", due: "2026-02-27", workdays: 1, state: "late"),
                    Self.clock(
                        "b.met", from: "2026-02-26", due: "2026-02-27", workdays: 1, met: "2026-02-27",
                        state: "met"),
                ])
            func rung(
                _ name: String = "a.open", _ rung: String = "office", due: String = "2026-02-27",
                workdays: Int32 = 2,
                roles: String = "{construction_unit,renovation_office}", on day: String = "2026-03-02"
            ) async throws -> String? {
                try await scene.database.refusal(ofOwner: [
                    """
                    insert into app.clock_rung (district, clock_id, rung, due_on, project_id, workdays, roles, reached_on, op_id)
                    values (1, \(Seed.id("clock:" + name)), \(rung), \(due)::text::date, \(Seed.id("project")), \(workdays),
                        \(roles)::text::text[], \(day)::text::date, \(Seed.id("op:clocks")))
                    """
                ])
            }
            #expect(try await rung("b.met") == "clock_rung_is_of_an_open_clock")
            #expect(try await rung(due: "2026-02-26") == "clock_rung_is_of_an_open_clock")
            #expect(try await rung("a.open", "minister") == "clock_rung_is_of_its_ladder")
            #expect(try await rung(workdays: 1) == "clock_rung_is_of_its_ladder")
            #expect(try await rung(roles: "{resident}") == "clock_rung_is_of_its_ladder")
            #expect(try await rung(roles: "{}") == "clock_rung_tells_somebody")
            #expect(
                try await rung("a.open", "group", workdays: 5, roles: "{leading_group}")
                    == "clock_rung_is_taken_on_its_day")
            #expect(try await rung(on: "2026-03-09") == "clock_rung_is_taken_on_its_day")
            func move(_ name: String = "a.open", from: String = "2026-02-27", to: String) async throws
                -> String?
            {
                try await scene.database.refusal(ofOwner: [
                    """
                    insert into app.clock_move (district, clock_id, number, project_id, from_on, to_on, moved_on, explanation, op_id)
                    values (1, \(Seed.id("clock:" + name)), 1, \(Seed.id("project")), \(from)::text::date, \(to)::text::date,
                        '2026-03-02', '{}', \(Seed.id("op:clocks")))
                    """
                ])
            }
            #expect(try await move("b.met", to: "2026-02-28") == "clock_moves_while_it_is_open")
            #expect(try await move(from: "2026-02-26", to: "2026-02-27") == "clock_moves_while_it_is_open")
            #expect(try await move(to: "2026-03-20") == "clock_moves_to_its_counted_day")
            #expect(try await move(to: "2026-02-27") == "clock_move_changes_the_day")
        }
    }

    @Test(
        "two sweeps at once take each step once, and one that meets the thing being done tells nobody after it"
    )
    func race() async throws {
        try await Scene.with { scene in
            try await Self.laid(
                scene,
                (0..<20).map { Self.clock("k\($0)", from: "2026-02-01", due: "2026-02-24", state: "late") })
            try await DailyJob.atStart("clock.due", now: Self.now, in: scene.jobs)
            // A second one of the same day, under another key.
            try await scene.change([Self.second])
            let sweep = ClockSweep(now: { Self.now })
            async let one = scene.runner(sweep, "one").work()
            async let two = scene.runner(sweep, "two").work()
            _ = await (one, two)
            // What collided is tried again, and finds nothing left.
            try await scene.makeDue()
            _ = await scene.runner(sweep).work()
            let taken = try await scene.database.owner.read("select count(*) as n from app.clock_rung")
            #expect(try taken.one().int("n") == 40)
            let told = try await scene.database.owner.read(
                "select count(*) as n from ledger.entry where type = 'clock.escalate'")
            #expect(try told.one().int("n") == 40)
        }
    }
}
