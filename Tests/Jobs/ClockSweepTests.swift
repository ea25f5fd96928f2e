import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: deadlines")
struct ClockSweepTests {
    @Test(
        "a deadline of yesterday runs late with an event of its own, one of today does not, and tomorrow is asked for"
    )
    func sweep() async throws {
        try await Scene.with { scene in
            let op = Seed.id("op:clocks")
            let statements: [SQL] =
                [TestDatabase.event(op, on: ("clock", Seed.id("clock:yesterday")))]
                + [("yesterday", "2026-03-01"), ("today", "2026-03-02")].map { name, due in
                    """
                    insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule,
                        started_on, due_on, explanation, op_id)
                    values (auth.district(), \(Seed.id("clock:" + name)), \(Seed.id("project")), 'test',
                        \(Seed.id("project")), 'handover.confirm_workdays', 'HOUSE-HDO-5', '2026-02-01',
                        \(due)::date, '{}', \(op))
                    """
                }
            try await scene.database.act(as: "street", statements)
            let now = Instant(startOf: Seed.today, hour: 9)
            try await ClockSweep.atStart(now: now, in: scene.jobs)
            #expect(await scene.runner(ClockSweep(now: { now })).work() == 2)
            let clocks = try await scene.database.owner.read(
                "select clock_id, state, version from app.clock order by due_on")
            #expect(try clocks.map { try $0.text("state") } == ["late", "running"])
            #expect(try clocks[0].int32("version") == 2)
            let events = try await scene.database.owner.read(
                "select subject_version, role from ledger.entry where type = 'clock.ran_late'")
            #expect(try events.map { try $0.int32("subject_version") } == [2])
            #expect(try events.map { try $0.text("role") } == ["system"])
            let next = try await scene.database.owner.read(
                "select unique_key from jobs.job where state = 'ready' order by unique_key")
            #expect(try next.map { try $0.text("unique_key") } == ["1/2026-03-03", "2/2026-03-03"])
        }
    }
}
