import Harness
import Jobs
import PQ
import Policy
import Testing
import Values

@Suite("Jobs: deadlines")
struct ClockSweepTests {
    /// The project whose deadlines run.
    static func project(in scene: Scene) async throws {
        try await scene.database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                """
                insert into app.project (district, project_id, community_id, name, construction_unit_id, place, edition,
                    state, op_id)
                values (1, \(Seed.id("project")), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")),
                    '330302', (select edition from policy.edition where place = '330302' limit 1), 'S14',
                    \(Seed.id("op:project")))
                """,
            ])
        }
    }

    @Test(
        "a deadline of yesterday runs late with an event of its own, and one of today does not"
    )
    func sweep() async throws {
        try await Scene.with { scene in
            try await Self.project(in: scene)
            let op = Seed.id("op:clocks")
            let statements: [SQL] =
                [
                    TestDatabase.event(
                        op, on: ("clock", Seed.id("clock:yesterday")), project: Seed.id("project"))
                ]
                + [("yesterday", "2026-03-01"), ("today", "2026-03-02")].map { name, due in
                    """
                    insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                        started_on, due_on, explanation, op_id)
                    values (auth.district(), \(Seed.id("clock:" + name)), \(Seed.id("project")), 'issue',
                        \(Seed.id("project")), 'handover.confirm_workdays', 'HOUSE-HDO-5', '2026-02-01',
                        \(due)::date, '{}', \(op))
                    """
                }
            try await scene.database.act(as: "office", statements)
            let now = Instant(startOf: Seed.today, hour: 9)
            try await DailyJob.atStart("clock.due", now: now, in: scene.jobs)
            #expect(await scene.runner(ClockSweep(now: { now })).work() == 2)
            let clocks = try await scene.database.owner.read(
                "select clock_id, state, version from app.clock order by due_on")
            #expect(try clocks.map { try $0.text("state") } == ["late", "running"])
            #expect(try clocks[0].int32("version") == 2)
            let events = try await scene.database.owner.read(
                "select subject_version, role from ledger.entry where type = 'clock.ran_late'")
            #expect(try events.map { try $0.int32("subject_version") } == [2])
            #expect(try events.map { try $0.text("role") } == ["system"])
        }
    }

    @Test(
        "when a calendar is published, deadlines that waited for it get their day, and those met meanwhile a verdict"
    )
    func arrival() async throws {
        try await Scene.with { scene in
            try await Self.project(in: scene)
            let op = Seed.id("op:clocks")
            func clock(_ name: String, workdays: Int32? = nil, nominal: String? = nil, met: String? = nil)
                -> SQL
            {
                """
                insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                    started_on, workdays, nominal_on, explanation, state, met_on, op_id)
                values (auth.district(), \(Seed.id("clock:" + name)), \(Seed.id("project")), 'issue',
                    \(Seed.id(name)), \(name), 'CV-08', '2026-12-31', \(workdays), \(nominal)::text::date, '{}',
                    'uncomputed', \(met)::text::date, \(op))
                """
            }
            try await scene.database.act(
                as: "office",
                [
                    TestDatabase.event(op, on: ("test", op), project: Seed.id("project")),
                    clock("counted", workdays: 3),
                    clock("rolled", nominal: "2027-01-03"), clock("met", workdays: 3, met: "2027-01-06"),
                    clock("late", workdays: 3, met: "2027-01-07"), clock("far", nominal: "2028-02-01"),
                ])
            let now = Instant(startOf: Seed.today, hour: 9)
            let runner = scene.runner(ClockSweep(now: { now }))
            try await DailyJob.atStart("clock.due", now: now, in: scene.jobs)
            _ = await runner.work()
            let states = """
                select key || ' ' || state || ' ' || coalesce(due_on::text, '-') as line from app.clock order by key
                """ as SQL
            let waiting = try await scene.database.owner.read(states)
            #expect(try waiting.allSatisfy { try $0.text("line").hasSuffix("uncomputed -") })

            try await scene.database.publishNextYear()
            #expect(await runner.work() == 1)
            let counted = try await scene.database.owner.read(states)
            #expect(
                try counted.map { try $0.text("line") } == [
                    "counted running 2027-01-06", "far uncomputed -", "late late 2027-01-06",
                    "met met 2027-01-06", "rolled running 2027-01-04",
                ])
            let events = try await scene.database.owner.read(
                "select count(*) as n from ledger.entry where type = 'clock.computed'")
            #expect(try events.one().int64("n") == 4)
            // Publishing again asks for nothing more.
            try await scene.database.publishNextYear()
            #expect(await runner.work() == 0)
        }
    }

    @Test("the database counts as the rules do, up to the calendar's end and beyond it")
    func sameCount() async throws {
        try await Scene.with { scene in
            let calendar = try TestPolicies.book.get().calendar
            let rows = try await scene.database.owner.read(
                """
                select day::date as day, days, app.counted_day(day::date, days, null) as counted,
                    app.counted_day(day::date, null, day::date + days) as rolled
                from generate_series('2025-12-20'::timestamp, '2027-01-04', '1 day') as day,
                    unnest(array[0, 1, 2, 5, 7, 15]) as days
                """)
            for row in rows {
                let day = try row.day("day")
                let count = Int(try row.int32("days"))
                #expect(try row.optionalDay("counted") == calendar.due(.workdays(count), from: day).on)
                let nominal = day.adding(days: count)
                #expect(try row.optionalDay("rolled") == calendar.due(.rolled(nominal), from: day).on)
            }
        }
    }
}
