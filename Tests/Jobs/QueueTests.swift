import Harness
import Jobs
import PQ
import Synchronization
import Testing
import Values

/// A kind of the tests, typed.
private struct Visit: JobKind, Equatable {
    static let kind = "test.visit"
    static let priority: Int32 = -5
    static let attemptsMax: Int32 = 2
    static let timeLimit: Duration? = .milliseconds(200)

    var household: String
    var floors: [Int]
}

@Suite("Jobs: the queue")
struct QueueTests {
    private static func runner(_ scene: Scene, _ visits: Visits, _ outcomes: Outcomes? = nil) -> Runner {
        var settings = Runner.Settings()
        settings.poll = .milliseconds(50)
        settings.ping = .milliseconds(100)
        settings.grace = .seconds(5)
        return Runner(
            pool: scene.jobs, handlers: [], outside: [visits], worker: "test", settings: settings,
            report: { _, outcome, _ in outcomes?.add(outcome) })
    }

    @Test("a typed job comes to its handler as it was written, with its rank and its limit")
    func typed() async throws {
        try await Scene.with { scene in
            let visit = Visit(household: "3-402", floors: [4, 5])
            let seen = Mutex([Visit?]())
            let visits = Visits { job in
                let found = try? job.arguments(as: Visit.self)
                seen.withLock { $0.append(found) }
            }
            let typed = try visit.job(id: scene.id("b"), district: Seed.district)
            try await scene.enqueue([scene.visit("a").insert, typed.insert])
            #expect(await Self.runner(scene, visits).work() == 2)
            #expect(visits.all.count == 2)
            #expect(seen.withLock { $0.contains(visit) })
            let rows = try await scene.database.owner.read(
                "select kind, priority, attempts_max, time_limit_ms from jobs.job where job_id = \(scene.id("b"))"
            )
            #expect(try rows.one().int32("priority") == -5 && rows.one().int64("time_limit_ms") == 200)
        }
    }

    @Test("many jobs are written by one statement, taken in batches, and each is done and kept once")
    func bulk() async throws {
        try await Scene.with { scene in
            let names = (0..<1000).map { "job-\($0)" }
            try await scene.enqueue([names.map { scene.visit($0) }.insert])
            let visits = Visits()
            let outcomes = Outcomes()
            try await Scene.serving(Self.runner(scene, visits, outcomes)) {
                try await scene.wait { outcomes.all.count == 1000 }
            }
            #expect(Set(visits.all).count == 1000 && visits.all.count == 1000)
            #expect(try await Set(scene.states().values) == ["done"])
            let left = try await scene.one(
                """
                select (select count(*) from jobs.ready) + (select count(*) from jobs.lease) as n,
                    (select sum(done)::bigint from jobs.worker) as done
                """)
            #expect(try left.int64("n") == 0 && left.int64("done") == 1000)
        }
    }

    @Test("a committed job is taken at once when the bell is rung, and a scheduled one at its moment")
    func wakes() async throws {
        try await Scene.with { scene in
            let visits = Visits()
            var settings = Runner.Settings()
            settings.poll = .seconds(30)
            let runner = Runner(
                pool: scene.jobs, handlers: [], outside: [visits], worker: "test", settings: settings)
            let bell = Doorbell(scene.jobs)
            try await Scene.serving(runner) {
                try await Task.sleep(for: .milliseconds(300))
                try await scene.enqueue([scene.visit("a").insert])
                bell.ring()
                try await scene.wait { visits.all.count == 1 }
                let later = NewJob(
                    id: scene.id("b"), kind: "test.visit", district: Seed.district, after: .milliseconds(400))
                try await scene.enqueue([later.insert])
                bell.ring()
                try await scene.wait { visits.all.count == 2 }
            }
        }
    }

    @Test(
        "a job that snoozes is put off without counting, one that gives up is cancelled, a slow one is stopped"
    )
    func ends() async throws {
        try await Scene.with { scene in
            let outcomes = Outcomes()
            let visits = Visits { job in
                switch job.id {
                case scene.id("a") where job.attempt == 1: throw Snooze(for: .seconds(60))
                case scene.id("b"): throw GiveUp("nobody lives there")
                case scene.id("c"): try await Task.sleep(for: .seconds(60))
                default: break
                }
            }
            let slow = try Visit(household: "c", floors: []).job(id: scene.id("c"), district: Seed.district)
            try await scene.enqueue([
                scene.visit("a").insert, scene.visit("b").insert, slow.insert,
            ])
            #expect(await Self.runner(scene, visits, outcomes).work() >= 3)
            #expect(Set(outcomes.all) == [.snoozed, .cancelled, .failed])
            #expect(try await scene.states() == ["a": "scheduled", "b": "cancelled", "c": "scheduled"])
            #expect(try await scene.attempts("a") == 0)
            #expect(try await scene.lastError("b") == "nobody lives there")
            #expect(try await scene.lastError("c") == "RanTooLong")
        }
    }

    @Test("what waits is cancelled at once, what runs is asked to stop and then is")
    func cancelled() async throws {
        try await Scene.with { scene in
            let outcomes = Outcomes()
            let visits = Visits { job in
                if job.id == scene.id("a") { try await Task.sleep(for: .seconds(60)) }
            }
            let runner = Self.runner(scene, visits, outcomes)
            try await scene.enqueue([scene.visit("a").insert])
            try await Scene.serving(runner) {
                try await scene.wait { runner.busy == 1 }
                let later = NewJob(
                    id: scene.id("b"), kind: "test.visit", district: Seed.district,
                    arguments: .object(["name": "b"]), after: .seconds(60))
                try await scene.enqueue([later.insert])
                func cancel(_ name: String) async throws -> String {
                    try await scene.jobs.transaction { transaction in
                        let rows = try await transaction.commit(
                            after: [JobControl.cancel(scene.id(name), because: "no longer wanted")])
                        return try rows[0].one().text("how")
                    }
                }
                #expect(try await cancel("a") == "asked")
                #expect(try await cancel("b") == "cancelled")
                try await scene.wait { outcomes.all == [.cancelled] }
                #expect(try await cancel("a") == "over")
            }
            #expect(try await scene.states() == ["a": "cancelled", "b": "cancelled"])
        }
    }

    @Test("a job whose rows somebody deletes while it runs ends as lost, and the worker goes on")
    func deleted() async throws {
        try await Scene.with { scene in
            let outcomes = Outcomes()
            let visits = Visits { job in
                guard job.id == scene.id("a") else { return }
                try await scene.change([
                    "delete from jobs.lease where job_id = \(job.id)",
                    "delete from jobs.job where job_id = \(job.id)",
                ])
            }
            try await scene.enqueue([scene.visit("a").insert, scene.visit("b").insert])
            try await Scene.serving(Self.runner(scene, visits, outcomes)) {
                try await scene.wait { Set(outcomes.all) == [.leaseLost, .done] }
                try await scene.enqueue([scene.visit("c").insert])
                try await scene.wait { outcomes.all.count == 3 }
            }
            #expect(try await scene.states() == ["b": "done", "c": "done"])
        }
    }

    @Test("what was taken ahead and cannot begin, since what runs lasts, is given back to whoever has room")
    func takenAhead() async throws {
        try await Scene.with { scene in
            let isOver = Mutex(false)
            let visits = Visits { job in
                while job.id == scene.id("slow"), !isOver.withLock({ $0 }) {
                    try await Task.sleep(for: .milliseconds(10))
                }
            }
            var settings = Runner.Settings()
            settings.poll = .milliseconds(50)
            settings.outsideSlots = 1
            settings.prefetch = 10
            let runner = Runner(
                pool: scene.jobs, handlers: [], outside: [visits], worker: "test", settings: settings)
            @Sendable func standing(_ table: String) async throws -> Int64 {
                try await scene.one("select count(*) as n from \(SQL(unescaped: table))").int64("n")
            }
            try await scene.enqueue([(0..<20).map { scene.visit("quick-\($0)") }.insert])
            try await Scene.serving(runner) {
                try await scene.wait { visits.all.count == 20 }
                let later = ["slow"] + (0..<5).map { "late-\($0)" }
                try await scene.enqueue([later.map { scene.visit($0) }.insert])
                try await scene.wait { try await standing("jobs.lease") == 6 }
                try await scene.wait { try await standing("jobs.ready") == 5 }
                isOver.withLock { $0 = true }
                try await scene.wait { visits.all.count == 26 }
            }
            #expect(try await Set(scene.states().values) == ["done"])
        }
    }

    @Test("children wait for all their parents, and are cancelled with them")
    func workflow() async throws {
        try await Scene.with { scene in
            var child = scene.visit("child")
            child.parents = [scene.id("one"), scene.id("two")]
            var orphan = scene.visit("orphan")
            orphan.parents = [scene.id("gone")]
            try await scene.enqueue(
                [
                    [
                        child, scene.visit("one"), scene.visit("two"), scene.visit("gone"),
                        orphan,
                    ].insert
                ])
            #expect(try await scene.states()["child"] == "blocked")
            try await scene.change([JobControl.cancel(scene.id("gone"), because: "x")])
            let visits = Visits()
            #expect(await Self.runner(scene, visits).work() == 3)
            #expect(visits.all.last == scene.id("child"))
            #expect(try await scene.states()["orphan"] == "cancelled")
            // One that names a parent which has ended already goes on at the next look.
            var late = scene.visit("late")
            late.parents = [scene.id("one")]
            try await scene.enqueue([late.insert])
            #expect(await Self.runner(scene, visits).work() == 1)
        }
    }

    @Test("no more than the gate's number run at once, and no more than its rate in a time")
    func gates() async throws {
        try await Scene.with { scene in
            let most = Mutex((now: 0, most: 0))
            let visits = Visits { _ in
                most.withLock { count in
                    count.now += 1
                    count.most = max(count.most, count.now)
                }
                try await Task.sleep(for: .milliseconds(20))
                most.withLock { $0.now -= 1 }
            }
            try await scene.change([JobGate("lift", slots: 2).set])
            let jobs = (0..<12).map { number in
                var job = scene.visit("job-\(number)")
                job.gate = "lift"
                return job
            }
            try await scene.enqueue([jobs.insert])
            let outcomes = Outcomes()
            try await Scene.serving(Self.runner(scene, visits, outcomes)) {
                try await scene.wait { outcomes.all.count == 12 }
            }
            #expect(most.withLock { $0.most } <= 2)
            #expect(try await scene.one("select count(*) as n from jobs.slot").int64("n") == 0)
            // Three in an hour: the fourth waits.
            try await scene.change([
                JobGate("slow", slots: 10, rate: .init(count: 3, per: .seconds(3600))).set
            ])
            let rated = (0..<5).map { number in
                var job = scene.visit("rated-\(number)")
                job.gate = "slow"
                return job
            }
            try await scene.enqueue([rated.insert])
            #expect(await Self.runner(scene, visits).work() == 3)
        }
    }

    @Test("dead jobs are put back, a paused queue stands, and a kind that nobody knows is left alone")
    func operated() async throws {
        try await Scene.with { scene in
            let isBroken = Mutex(true)
            let visits = Visits { _ in if isBroken.withLock({ $0 }) { throw Refused() } }
            let once = NewJob(
                id: scene.id("a"), kind: "test.visit", district: Seed.district,
                arguments: .object(["name": "a"]),
                attemptsMax: 1)
            let unknown = NewJob(
                id: scene.id("z"), kind: "test.unknown", district: Seed.district,
                arguments: .object(["name": "z"]))
            try await scene.enqueue([unknown.insert, once.insert])
            let runner = Self.runner(scene, visits)
            #expect(await runner.work() == 1)
            #expect(try await scene.states() == ["a": "dead", "z": "ready"])
            isBroken.withLock { $0 = false }
            try await scene.change([
                JobControl.redrive(kind: nil, limit: 10), JobControl.pause("default", because: "检修"),
            ])
            #expect(await runner.work() == 0)
            try await scene.change([JobControl.resume("default")])
            #expect(await runner.work() == 1)
            #expect(try await scene.states() == ["a": "done", "z": "ready"])
        }
    }

    @Test("old days' jobs go with their ring, and what still lives moves on")
    func rings() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.visit("a").insert, scene.visit("b").insert])
            let visits = Visits()
            #expect(await Self.runner(scene, visits).work() == 2)
            var key = scene.visit("c")
            key.priority = 1
            try await scene.enqueue([key.insert])
            // As if they were of eight days ago.
            try await scene.change([
                "update jobs.job set ring = (jobs.ring() + 1) % 9",
                "update jobs.outcome set ring = (jobs.ring() + 1) % 9",
                "update jobs.ready set ring = (jobs.ring() + 1) % 9", "select jobs.turn_ring()",
            ])
            #expect(try await scene.states() == ["c": "ready"])
            #expect(try await scene.one("select count(*) as n from jobs.outcome").int64("n") == 0)
            #expect(await Self.runner(scene, visits).work() == 1)
        }
    }
}
