import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: several that tidy, promote and rescue at once")
struct TogetherTests {
    /// What one statement answers, in a transaction that commits.
    private static func number(_ scene: Scene, _ call: SQL) async throws -> Int {
        try await scene.jobs.transaction { try await $0.commit(after: [call])[0].one().int("number") }
    }

    @Test(
        "of two that put things right the second leaves at once, and the first one's death leaves nothing half done"
    )
    func leaders() async throws {
        try await Scene.with { scene in
            var later = scene.job("a")
            later.gate = "lift"
            try await scene.enqueue([later.insert])
            try await scene.change(
                [Schedule("one", kind: "test.tally", .every(.seconds(3600)), missed: .all).declaration] + [
                    "update jobs.schedule set next_at = now() - interval '1 second'"
                ])
            try await scene.jobs.transaction { leader in
                let first = try await leader.send("select jobs.tidy() as number").one().int("number")
                #expect(first >= 2)
                #expect(try await Self.number(scene, "select jobs.tidy() as number") == 0)
                // It goes away without a commit.
            }
            #expect(try await scene.count("jobs.tick") == 0)
            #expect(try await scene.count("jobs.slot") == 0)
            #expect(try await Self.number(scene, "select jobs.tidy() as number") >= 2)
            #expect(try await scene.count("jobs.tick") == 1)
            #expect(try await scene.count("jobs.slot") == 1)
        }
    }

    @Test("eight workers that beat at once let each tick, each scheduled job and each gate through once")
    func nodes() async throws {
        try await Scene.with { scene in
            let schedules = (0..<5).map { number in
                Schedule("s\(number)", kind: "test.nobody", .every(.seconds(3600)), missed: .all)
            }
            try await scene.change(
                schedules.map(\.declaration) + [
                    "update jobs.schedule set next_at = next_at - interval '3 hours'"
                ])
            let gated = (0..<20).map { number in
                var job = scene.visit("gated-\(number)")
                job.gate = "lift"
                return job
            }
            let later = (0..<50).map { number in
                NewJob(
                    id: scene.id("later-\(number)"), kind: "test.visit", district: Seed.district,
                    arguments: .object(["name": .text("later-\(number)")]), after: .seconds(60))
            }
            try await scene.change([JobGate("lift", slots: 2).set])
            try await scene.enqueue([(gated + later).insert])
            try await scene.makeDue()
            let visits = Visits()
            let url = try TestServer.url(scene.database.name, as: "yanshou_jobs")
            let pools = (0..<8).map { Pool(url, connections: 3, applicationName: "test-node-\($0)") }
            let runners = pools.map { scene.runner(visits, on: $0) }
            let services = runners.map { runner in Task { await runner.run() } }
            try await scene.wait { visits.all.count >= 70 }
            for service in services { service.cancel() }
            for service in services { await service.value }
            for pool in pools { await pool.close() }
            #expect(visits.all.count == 70 && Set(visits.all).count == 70)
            let ticks = try await scene.one(
                """
                select count(*) as ticks, sum(jobs)::bigint as asked,
                    (select count(*) from jobs.job where kind = 'test.nobody') as jobs from jobs.tick
                """)
            #expect(try ticks.int64("ticks") == 15)
            #expect(try ticks.int64("asked") == ticks.int64("jobs"))
            #expect(try await scene.count("jobs.slot") == 0)
        }
    }

    @Test("what is being moved on by one that goes away is moved on by the next, once")
    func promoted() async throws {
        try await Scene.with { scene in
            let later = (0..<3).map { number in
                NewJob(
                    id: scene.id("later-\(number)"), kind: "test.visit", district: Seed.district,
                    arguments: .object(["name": .text("later-\(number)")]), after: .seconds(60))
            }
            try await scene.enqueue([later.insert])
            try await scene.makeDue()
            try await scene.jobs.transaction { first in
                let moved = try await first.send("select jobs.promote(500) as number").one().int("number")
                #expect(moved == 3)
                #expect(try await Self.number(scene, "select jobs.promote(500) as number") == 0)
            }
            #expect(try await Set(scene.states().values) == ["scheduled"])
            #expect(try await Self.number(scene, "select jobs.promote(500) as number") == 3)
            #expect(try await Set(scene.states().values) == ["ready"])
        }
    }

    @Test("fifteen hundred jobs of a worker that is gone are taken back at one look, in their order")
    func manyRescued() async throws {
        try await Scene.with { scene in
            let names = (0..<1500).map { "job-\($0)" }
            try await scene.enqueue([names.map { scene.visit($0) }.insert])
            try await scene.change([
                "insert into jobs.worker (name, beat) values ('gone', now() - interval '1 hour')",
                """
                select jobs.claim('default', array['test.visit'], array[-32768]::smallint[],
                    array[-9223372036854775808], 1500, (select max(worker) from jobs.worker), true)
                """,
            ])
            #expect(try await scene.count("jobs.lease") == 1500)
            #expect(try await Self.number(scene, "select jobs.rescue() as number") == 1500)
            let first = try await scene.one(
                "select job_id from jobs.ready where queue = 'default' order by priority, seq limit 1")
            #expect(try first.id("job_id") == scene.id("job-0"))
            let visits = Visits()
            #expect(await scene.runner(visits).work() == 1500)
            #expect(Set(visits.all).count == 1500)
        }
    }

    @Test("a place that nobody holds any more is given to the next")
    func lostSlot() async throws {
        try await Scene.with { scene in
            let jobs = ["a", "b"].map { name in
                var job = scene.visit(name)
                job.gate = "lift"
                return job
            }
            try await scene.enqueue([jobs.insert])
            try await scene.change(["select jobs.admit()"])
            #expect(try await scene.states() == ["a": "ready", "b": "gated"])
            // Somebody took the row away and left its place.
            try await scene.change([
                "delete from jobs.ready where job_id = \(scene.id("a"))", "select jobs.tidy()",
            ])
            #expect(try await scene.states()["b"] == "ready")
            #expect(try await scene.one("select job_id from jobs.slot").id("job_id") == scene.id("b"))
        }
    }

    @Test("two parents that end at once let their child go on, and it is done once")
    func parents() async throws {
        try await Scene.with { scene in
            var child = scene.visit("child")
            child.parents = [scene.id("one"), scene.id("two")]
            try await scene.enqueue([[scene.visit("one"), scene.visit("two"), child].insert])
            let taken = try await scene.jobs.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    select job_id, token from jobs.claim('default', array['test.visit'], array[-32768]::smallint[],
                        array[-9223372036854775808], 10, 1, true)
                    """
                ])[0]
            }
            let ends: [SQL] = try taken.map { row in
                "select jobs.finish(array[\(try row.id("job_id"))], array[\(try row.int64("token"))])"
            }
            #expect(ends.count == 2)
            let (first, second) = try await scene.database.race(
                (TestDatabase.anOperator, [ends[0]]), (TestDatabase.anOperator, [ends[1]]))
            #expect(first == nil && second == nil)
            #expect(try await scene.states() == ["one": "done", "two": "done", "child": "ready"])
        }
    }
}
