import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: schedules")
struct ScheduleTests {
    private static func declare(_ schedules: [Schedule], in scene: Scene) async throws {
        try await scene.change(schedules.map(\.declaration))
    }

    private static func ticks(_ scene: Scene) async throws -> [String: Int] {
        let rows = try await scene.database.owner.read(
            "select name, count(*) as n from jobs.tick group by name")
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("name"), try $0.int("n")) })
    }

    @Test(
        "missed ticks are skipped, made good once or each, as the schedule says; each has a job in every district"
    )
    func missed() async throws {
        try await Scene.with { scene in
            let schedules = [
                Schedule("skip", kind: "test.tally", .every(.seconds(300)), missed: .skip),
                Schedule("latest", kind: "test.tally", .every(.seconds(300)), missed: .latest),
                Schedule("all", kind: "test.tally", .every(.seconds(300)), missed: .all),
            ]
            try await Self.declare(schedules, in: scene)
            try await scene.change(["update jobs.schedule set next_at = next_at - interval '35 minutes'"])
            // Declared again as it was, it stays where it stands in time.
            try await Self.declare(schedules, in: scene)
            try await scene.change(["select jobs.fire(10)"])
            let ticks = try await Self.ticks(scene)
            #expect(ticks["latest"] == 1 && ticks["all"] == 7 && ticks["skip", default: 0] <= 1)
            let districts = try await scene.one("select count(*) as n from auth.district").int("n")
            let jobs = try await scene.one("select count(*) as n from jobs.ready").int("n")
            #expect(jobs == districts * ticks.values.reduce(0, +))
            // A clock that goes back finds its ticks there.
            try await scene.change([
                "update jobs.schedule set next_at = next_at - interval '35 minutes' where name = 'all'",
                "select jobs.fire(10)",
            ])
            #expect(try await Self.ticks(scene)["all"] == 7)
        }
    }

    @Test("two workers that find the same tick due ask for it once, also where the first goes away")
    func once() async throws {
        try await Scene.with { scene in
            try await Self.declare(
                [Schedule("one", kind: "test.tally", .every(.seconds(3600)), missed: .all)], in: scene)
            try await scene.change(["update jobs.schedule set next_at = now() - interval '1 second'"])
            try await scene.jobs.transaction { first in
                _ = try await first.send("select jobs.fire(10)")
                // The other one passes the locked row over, and is not held up.
                let second = try await scene.jobs.transaction { second in
                    try await second.commit(after: ["select jobs.fire(10) as fired"])
                }
                #expect(try second[0].one().int32("fired") == 0)
                // The first goes away without a commit.
            }
            #expect(try await Self.ticks(scene) == [:])
            async let left = scene.jobs.transaction {
                try await $0.commit(after: ["select jobs.fire(10) as fired"])
            }
            async let right = scene.jobs.transaction {
                try await $0.commit(after: ["select jobs.fire(10) as fired"])
            }
            let fired = try await [left, right].map { try $0[0].one().int32("fired") }
            #expect(fired.reduce(0, +) == 1)
            #expect(try await Self.ticks(scene) == ["one": 1])
        }
    }

    @Test("ticks are at their zone's time, on the days that are named, and on published working days")
    func days() async throws {
        try await Scene.with { scene in
            try await Self.declare(
                [
                    Schedule("daily", kind: "test.tally", .daily(hour: 8, minute: 30), missed: .skip),
                    Schedule(
                        "weekly", kind: "test.tally", .weekly([1, 5], hour: 8, minute: 30), missed: .skip),
                    Schedule(
                        "month's end", kind: "test.tally", .monthly([-1], hour: 18, minute: 0), missed: .skip),
                    Schedule("working", kind: "test.tally", .workdays(hour: 8, minute: 30), missed: .skip),
                ], in: scene)
            func next(_ name: String, after moment: String) async throws -> String? {
                try await scene.one(
                    """
                    select to_char(jobs.next_tick(schedule, \(moment)::text::timestamptz) at time zone 'Asia/Shanghai',
                        'YYYY-MM-DD HH24:MI') as moment from jobs.schedule where name = \(name)
                    """
                ).optionalText("moment")
            }
            #expect(try await next("daily", after: "2026-03-02 08:30+08") == "2026-03-03 08:30")
            #expect(try await next("daily", after: "2026-03-02 08:29:59+08") == "2026-03-02 08:30")
            #expect(try await next("weekly", after: "2026-03-03 09:00+08") == "2026-03-06 08:30")
            #expect(try await next("month's end", after: "2028-02-01 09:00+08") == "2028-02-29 18:00")
            // A Saturday that is worked, for the Spring Festival.
            #expect(try await next("working", after: "2026-02-27 09:00+08") == "2026-02-28 08:30")
            #expect(try await next("working", after: "2026-02-28 09:00+08") == "2026-03-02 08:30")
            // Nobody has published the working days of then.
            #expect(try await next("working", after: "2029-01-01 09:00+08") == nil)
        }
    }

    @Test("each day has its tick once where the clocks are changed, and a month without the day has none")
    func zones() async throws {
        try await Scene.with { scene in
            var night = Schedule("night", kind: "test.nobody", .daily(hour: 2, minute: 30), missed: .all)
            night.zone = "Europe/Berlin"
            var fresh = Schedule("west", kind: "test.nobody", .daily(hour: 8, minute: 0), missed: .all)
            fresh.zone = "Asia/Urumqi"
            try await Self.declare(
                [
                    night, fresh,
                    Schedule(
                        "thirty-first", kind: "test.nobody", .monthly([31], hour: 9, minute: 0), missed: .all),
                    Schedule("leap", kind: "test.nobody", .monthly([-1], hour: 9, minute: 0), missed: .all),
                ], in: scene)
            /// The ticks after a moment, in universal time.
            func ticks(_ name: String, after moment: String, _ number: Int) async throws -> [String] {
                try await scene.database.owner.read(
                    """
                    with recursive tick (place, moment) as (
                        select 1, jobs.next_tick(schedule, \(moment)::text::timestamptz)
                        from jobs.schedule where name = \(name)
                        union all
                        select place + 1, jobs.next_tick(schedule, tick.moment)
                        from tick join jobs.schedule on name = \(name) where place < \(Int32(number))
                    )
                    select to_char(moment at time zone 'UTC', 'MM-DD HH24:MI') as at from tick order by place
                    """
                ).map { try $0.text("at") }
            }
            // On 2026-03-29 there is no half past two, on 2026-10-25 there are two.
            #expect(
                try await ticks("night", after: "2026-03-28 00:00+01", 3) == [
                    "03-28 01:30", "03-29 01:30", "03-30 00:30",
                ])
            #expect(
                try await ticks("night", after: "2026-10-24 00:00+02", 3) == [
                    "10-24 00:30", "10-25 01:30", "10-26 01:30",
                ])
            #expect(try await ticks("west", after: "2026-03-02 00:00+08", 1) == ["03-02 02:00"])
            #expect(
                try await ticks("thirty-first", after: "2026-01-01 00:00+08", 3) == [
                    "01-31 01:00", "03-31 01:00", "05-31 01:00",
                ])
            #expect(
                try await ticks("leap", after: "2028-01-31 12:00+08", 2) == ["02-29 01:00", "03-31 01:00"])
        }
    }

    @Test(
        "daily work is done once a business day, by its tick or at a start, also when the clock jumps on and back"
    )
    func daily() async throws {
        try await Scene.with { scene in
            let kind = "test.tally"
            let (today, later) = (Seed.today, Seed.today.adding(days: 3))
            func keys() async throws -> [String] {
                try await scene.database.owner.read(
                    "select unique_key from jobs.standing where district = 1 order by unique_key"
                ).map { try $0.text("unique_key") }
            }
            func start() async throws {
                try await DailyJob.atStart(kind, now: scene.database.clock.now, in: scene.jobs)
            }
            func tick() async throws {
                try await scene.change([
                    "update jobs.schedule set next_at = now() - interval '1 second'", "delete from jobs.tick",
                    "select jobs.fire(10)",
                ])
            }
            try await Self.declare([DailyJob.schedule(kind)], in: scene)
            scene.database.clock.set(day: today)
            try await start()
            try await tick()
            try await start()
            #expect(try await keys() == ["1/\(today)"])
            // Three days on: those between are made good by the latest. And back again: nothing is done a second time.
            scene.database.clock.set(day: later)
            try await tick()
            try await start()
            scene.database.clock.set(day: today)
            try await tick()
            try await start()
            #expect(try await keys() == ["1/\(today)", "1/\(later)"])
            try await scene.change(["select jobs.hold_schedule(\(kind), true)"])
            scene.database.clock.set(day: today.adding(days: 1))
            try await start()
            #expect(try await keys().count == 2)
        }
    }

    @Test("a schedule that is held up fires nothing, and goes on from now; it can be asked for by hand")
    func held() async throws {
        try await Scene.with { scene in
            try await Self.declare(
                [Schedule("one", kind: "test.tally", .every(.seconds(60)), missed: .all)], in: scene)
            try await scene.change([
                JobControl.hold(schedule: "one", true),
                "update jobs.schedule set next_at = now() - interval '10 minutes'", "select jobs.fire(10)",
            ])
            #expect(try await Self.ticks(scene) == [:])
            try await scene.change([JobControl.hold(schedule: "one", false), "select jobs.fire(10)"])
            #expect(try await Self.ticks(scene) == [:])
            let asked = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [JobControl.run(schedule: "one")])
            }
            #expect(try asked[0].one().int32("number") > 0)
        }
    }
}
