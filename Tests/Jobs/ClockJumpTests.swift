import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: the server's clock is set")
struct ClockJumpTests {
    private static let hour: Int64 = 3600

    @Test("set forward by an hour, nobody who lives is taken for gone: what runs goes on and ends once")
    func forward() async throws {
        try await Scene.with { scene in
            let (door, outcomes) = (Door(), Outcomes())
            let visits = Visits { _ in try await door.pass() }
            let (one, two) = (
                scene.runner(visits, name: "one", outcomes: outcomes) { $0.outsideSlots = 2 },
                scene.runner(visits, name: "two", outcomes: outcomes) { $0.outsideSlots = 2 }
            )
            try await scene.enqueue([(0..<4).map { scene.visit("job-\($0)") }.insert])
            try await Scene.serving(one, two) {
                try await scene.wait { visits.all.count == 4 }
                for _ in 0..<5 { try await scene.setClock(forward: Self.hour) }
                try await scene.wait {
                    try await scene.one(
                        "select bool_and(beat > now() - interval '10 s') as is_fresh from jobs.worker"
                    ).bool("is_fresh")
                }
                door.open()
                try await scene.wait { outcomes.all.count == 4 }
            }
            #expect(Set(outcomes.all) == [.done])
            #expect(visits.all.count == 4)
            #expect(try await scene.count("jobs.failure") == 0)
        }
    }

    @Test(
        "by age alone only he judges whose clock goes evenly, and then also whoever stands still with his lock"
    )
    func judged() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.visit("a").insert])
            let (frozen, fresh) = try await scene.database.owner.transaction { transaction in
                let rows = try await transaction.commit(after: [
                    "select jobs.begin_worker('frozen') as worker",
                    "select jobs.begin_worker('fresh') as worker",
                ])
                return (try rows[0].one().int32("worker"), try rows[1].one().int32("worker"))
            }
            func beat(expected: SQL, byAge: Bool) async throws -> Bool {
                try await scene.jobs.transaction { transaction in
                    let rows = try await transaction.commit(after: [
                        """
                        select is_steady from jobs.heartbeat(\(fresh), 0, 0, 0, '{}'::text[], '{}'::text[], \(expected),
                            \(byAge))
                        """
                    ])
                    return try rows[0].one().bool("is_steady")
                }
            }
            let now: SQL = "(extract(epoch from now()) * 1000)::bigint"
            try await scene.database.owner.transaction { holder in
                _ = try await holder.send("select jobs.hold_worker(\(frozen))")
                try await scene.change([
                    """
                    select jobs.claim('default', array['test.visit'], array[-32768]::smallint[],
                        array[-9223372036854775808], 10, \(frozen), true)
                    """,
                    "update jobs.worker set beat = now() - interval '19 s' where worker = \(frozen)",
                ])
                #expect(try await beat(expected: now, byAge: true))
                #expect(try await scene.states() == ["a": "running"])
                try await scene.change([
                    "update jobs.worker set beat = now() - interval '21 s' where worker = \(frozen)"
                ])
                // The clock is a minute ahead of what was expected: everybody's beat is old.
                #expect(try await !beat(expected: "\(now) - 60000", byAge: true))
                #expect(try await !beat(expected: "null::bigint", byAge: true))
                #expect(try await beat(expected: now, byAge: false))
                #expect(try await scene.states() == ["a": "running"])
                #expect(try await beat(expected: "\(now) - 1000", byAge: true))
                #expect(try await scene.states() == ["a": "ready"])
            }
        }
    }

    @Test("set back by an hour, who went away before is found as soon as ever, and work goes on")
    func back() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.visit("a").insert])
            try await scene.abandon("a")
            try await scene.setClock(forward: -Self.hour)
            let visits = Visits()
            try await Scene.serving(scene.runner(visits)) {
                try await scene.wait { visits.all.count == 1 }
            }
            #expect(try await scene.states() == ["a": "done"])
        }
    }

    @Test("set back by an hour, a gate with a rate holds nobody up, and lets no more through than its rate")
    func rates() async throws {
        try await Scene.with { scene in
            try await scene.change([
                JobGate("slow", slots: 10, rate: .init(count: 3, per: .seconds(3600))).set
            ])
            func rated(_ names: Range<Int>) -> [NewJob] {
                names.map { number in
                    var job = scene.visit("rated-\(number)")
                    job.gate = "slow"
                    return job
                }
            }
            let visits = Visits()
            try await scene.enqueue([rated(0..<5).insert])
            #expect(await scene.runner(visits).work() == 3)
            try await scene.setClock(forward: -Self.hour)
            try await scene.enqueue([scene.visit("free").insert])
            #expect(await scene.runner(visits).work() == 1)
            #expect(visits.all.last == scene.id("free"))
            // From then on its hour goes by again.
            try await scene.setClock(forward: Self.hour + 60)
            #expect(await scene.runner(visits).work() == 2)
        }
    }

    @Test("set back and forward, each tick is asked for once, and years of missed seconds cost one look")
    func ticks() async throws {
        try await Scene.with { scene in
            let schedules = [
                Schedule("hourly", kind: "test.nobody", .every(.seconds(3600)), missed: .all),
                Schedule("seconds", kind: "test.nobody", .every(.seconds(1)), missed: .latest),
                Schedule("skipped", kind: "test.nobody", .every(.seconds(1)), missed: .skip),
            ]
            func ticks(_ name: String) async throws -> Int {
                try await scene.one("select count(*) as n from jobs.tick where name = \(name)").int("n")
            }
            try await scene.change(schedules.map(\.declaration) + ["select jobs.fire(10)"])
            try await scene.setClock(forward: 2 * Self.hour)
            try await scene.change(["select jobs.fire(10)"])
            #expect(try await ticks("hourly") == 2)
            let before = try await ticks("seconds")
            try await scene.setClock(forward: -2 * Self.hour)
            try await scene.change(["select jobs.fire(10)"])
            #expect(try await ticks("hourly") == 2)
            #expect(try await ticks("seconds") == before)
            try await scene.change([
                "delete from jobs.tick", "set local statement_timeout = '20s'",
                "update jobs.schedule set next_at = now() - interval '20 years' where name <> 'hourly'",
                "select jobs.fire(10)",
            ])
            #expect(try await ticks("seconds") == 1)
            #expect(try await ticks("skipped") == 1)
        }
    }

    @Test("a day back or forward empties no place of the ring with its living")
    func ring() async throws {
        try await Scene.with { scene in
            var gated = scene.visit("gated")
            gated.gate = "lift"
            var child = scene.visit("blocked")
            child.parents = [scene.id("ready")]
            let later = NewJob(
                id: scene.id("scheduled"), kind: "test.visit", district: Seed.district,
                arguments: .object(["name": .text("scheduled")]), after: .seconds(3600))
            try await scene.enqueue([
                [scene.visit("ready"), scene.visit("running"), scene.visit("dead"), gated, child, later]
                    .insert
            ])
            try await scene.abandon("running")
            try await scene.change([
                "delete from jobs.ready where job_id = \(scene.id("dead"))",
                """
                select jobs.bury(job_id, ring, 1::smallint, 'x') from jobs.job where job_id = \(scene.id("dead"))
                """,
            ])
            let before = try await scene.states()
            #expect(before.allSatisfy { $0.key == $0.value })
            // The place of all of them is the next to be emptied: the clock was set back by a day, or forward by eight.
            let tables = ["job", "outcome", "ready", "scheduled", "lease", "blocked", "gated", "dead"]
            try await scene.change(
                tables.map { SQL(unescaped: "update jobs.\($0) set ring = (jobs.ring() + 1) % 9") } + [
                    "select jobs.turn_ring()"
                ])
            #expect(try await scene.states() == before)
        }
    }
}
