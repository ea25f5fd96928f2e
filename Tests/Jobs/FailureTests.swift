import Harness
import Jobs
import PQ
import Synchronization
import Testing
import Values

@Suite("Jobs: what goes wrong")
struct FailureTests {
    /// What the runner's role may no longer do, as if the server refused it.
    private static func forbid(_ function: String, in scene: Scene) async throws {
        try await scene.change([
            SQL(unescaped: "revoke execute on function jobs.\(function) from yanshou_jobs")
        ])
    }

    private static func allow(_ function: String, in scene: Scene) async throws {
        try await scene.change([
            SQL(unescaped: "grant execute on function jobs.\(function) to yanshou_jobs")
        ])
    }

    @Test("while ends cannot be written no more is taken than there is room for, and nothing is done again")
    func unwritten() async throws {
        try await Scene.with { scene in
            let (visits, outcomes) = (Visits(), Outcomes())
            let runner = scene.runner(visits, outcomes: outcomes) { settings in
                settings.outsideSlots = 10
                settings.prefetch = 10
            }
            let names = (0..<200).map { "job-\($0)" }
            try await scene.enqueue([names.map { scene.visit($0) }.insert])
            try await Self.forbid("finish(uuid[], bigint[])", in: scene)
            try await Scene.serving(runner) {
                try await scene.wait { visits.all.count >= 10 }
                // Three beats later there is still no room.
                let beat = try await scene.one("select max(beat)::text as beat from jobs.worker").text("beat")
                try await scene.wait {
                    try await scene.one(
                        """
                        select max(beat) > \(beat)::text::timestamptz + interval '150 ms' as is_later from jobs.worker
                        """
                    ).bool("is_later")
                }
                #expect(visits.all.count <= 20)
                #expect(try await scene.count("jobs.ready") >= 180)
                try await Self.allow("finish(uuid[], bigint[])", in: scene)
                try await scene.wait { outcomes.all.count == 200 }
            }
            #expect(visits.all.count == 200 && Set(visits.all).count == 200)
            #expect(try await Set(scene.states().values) == ["done"])
        }
    }

    @Test("a taking whose answer was lost is given back by its worker, and done")
    func lostAnswer() async throws {
        try await Scene.with { scene in
            let visits = Visits()
            let claim = "claim(text, text[], smallint[], bigint[], integer, integer, boolean)"
            try await Self.forbid(claim, in: scene)
            try await scene.enqueue([scene.visit("a").insert])
            try await Scene.serving(scene.runner(visits)) {
                try await scene.wait {
                    try await scene.one(
                        """
                        select exists (select from pg_locks
                            where locktype = 'advisory' and database = (
                                select oid from pg_database where datname = current_database())) as held
                        """
                    ).bool("held")
                }
                // It was taken for the worker a while ago, and the worker never heard of it.
                try await scene.change([
                    """
                    select jobs.claim('default', array['test.visit'], array[-32768]::smallint[],
                        array[-9223372036854775808], 10, (select max(worker) from jobs.worker), true)
                    """,
                    "update jobs.lease set claimed_at = clock_timestamp() - interval '6 s'",
                ])
                #expect(try await scene.states() == ["a": "running"])
                try await scene.wait { try await scene.states() == ["a": "ready"] }
                try await Self.allow(claim, in: scene)
                try await scene.wait { visits.all.count == 1 }
            }
            #expect(try await scene.states() == ["a": "done"])
            #expect(try await scene.attempts("a") == 1)
        }
    }

    @Test("a stop in the middle of a batch leaves nothing taken, and what did not begin was not tried")
    func stoppedInBatch() async throws {
        try await Scene.with { scene in
            let (door, visits) = (Door(), Visits { _ in })
            let slow = Visits { job in if job.id == scene.id("slow") { try await door.pass() } }
            _ = visits
            let runner = scene.runner(slow) { settings in
                settings.outsideSlots = 1
                settings.prefetch = 50
            }
            try await scene.enqueue([(0..<50).map { scene.visit("quick-\($0)") }.insert])
            try await Scene.serving(runner) {
                try await scene.wait { slow.all.count == 50 }
                let names = ["slow"] + (0..<20).map { "late-\($0)" }
                try await scene.enqueue([names.map { scene.visit($0) }.insert])
                // It runs, and others are taken ahead.
                try await scene.wait { try await scene.count("jobs.lease") > 1 }
                door.open()
            }
            #expect(try await scene.count("jobs.lease") == 0)
            let states = try await scene.states()
            #expect(states["slow"] == "done" && Set(states.values).isSubset(of: ["done", "ready"]))
            for name in states.filter({ $0.value == "ready" }).keys {
                #expect(try await scene.attempts(name) == 0)
            }
            #expect(await scene.runner(slow).work() == states.values.filter { $0 == "ready" }.count)
            #expect(slow.all.count == 71 && Set(slow.all).count == 71)
        }
    }

    @Test("workers that come and go by the dozen leave nothing taken and do each job once")
    func comings() async throws {
        try await Scene.with { scene in
            let visits = Visits { _ in try await Task.sleep(for: .milliseconds(2)) }
            let names = (0..<300).map { "job-\($0)" }
            try await scene.enqueue([names.map { scene.visit($0) }.insert])
            for number in 0..<12 {
                let runner = scene.runner(visits, name: "test-\(number)") { $0.outsideSlots = 8 }
                let seen = visits.all.count
                try await Scene.serving(runner) {
                    try await scene.wait { visits.all.count > seen || visits.all.count == 300 }
                }
                #expect(try await scene.count("jobs.lease") == 0)
            }
            _ = await scene.runner(visits).work()
            #expect(visits.all.count == 300 && Set(visits.all).count == 300)
            let workers = try await scene.one(
                "select count(*) filter (where gone_at is null) as left, sum(done)::bigint as done from jobs.worker"
            )
            #expect(try workers.int64("left") == 0)
            #expect(try workers.int64("done") == 300)
        }
    }

    @Test("whatever share of the tries fails, each effect comes once")
    func failing() async throws {
        for share in [1, 10, 50] {
            try await Scene.with { scene in
                // Which tries fail follows from the job and the number of its try.
                let failing = Tally { transaction, attempt in
                    let row = try await transaction.send(
                        "select abs(hashtext(job_id::text)) % 100 as place from public.effect where xmin = pg_current_xact_id()::xid"
                    ).one()
                    let place = try row.int("place")
                    if (place + Int(attempt) * 37) % 100 < share, attempt < 9 { throw Refused() }
                }
                let runner = scene.runner(failing)
                let names = (0..<60).map { "job-\($0)" }
                try await scene.enqueue([names.map { scene.job($0) }.insert])
                var tries = 0
                for _ in 0..<12 {
                    tries += await runner.work()
                    try await scene.makeDue()
                }
                #expect(tries >= 60)
                #expect(try await scene.effects() == Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }))
                let failures = try await scene.count("jobs.failure")
                #expect(failures == Int64(tries - 60))
            }
        }
    }

    @Test("a worker without its row takes a new name; what it had is another's, and its own end is refused")
    func unknownWorker() async throws {
        try await Scene.with { scene in
            let (door, outcomes) = (Door(), Outcomes())
            let visits = Visits { job in if job.attempt == 1 { try await door.pass() } }
            try await scene.enqueue([scene.visit("a").insert])
            try await Scene.serving(scene.runner(visits, outcomes: outcomes)) {
                try await scene.wait { visits.all.count == 1 }
                let before = try await scene.one("select max(worker) as worker from jobs.worker").int32(
                    "worker")
                try await scene.change(["delete from jobs.worker"])
                try await scene.wait {
                    try await scene.one(
                        "select coalesce(max(worker), 0) > \(before) as is_new from jobs.worker"
                    ).bool(
                        "is_new")
                }
                try await scene.wait { try await scene.count("jobs.failure") == 1 }
                door.open()
                try await scene.wait { outcomes.all.contains(.leaseLost) && outcomes.all.contains(.done) }
            }
            #expect(try await scene.states() == ["a": "done"])
            #expect(try await scene.count("jobs.outcome") == 1)
        }
    }

    @Test("a job whose handler leaves its transaction idle is ended by the server, and tried again")
    func idle() async throws {
        try await Scene.with { scene in
            let lazy = Tally { transaction, attempt in
                guard attempt == 1 else { return }
                try await Task.sleep(for: .milliseconds(600))
                _ = try await transaction.send("select 1 as one")
            }
            var settings = Runner.Settings()
            settings.poll = .milliseconds(50)
            settings.idle = .milliseconds(100)
            let runner = Runner(pool: scene.jobs, handlers: [lazy], worker: "test", settings: settings)
            try await scene.enqueue([scene.job("a").insert])
            #expect(await runner.work() >= 1)
            #expect(try await scene.effects() == [:])
            try await scene.makeDue()
            _ = await runner.work()
            #expect(try await scene.effects() == ["a": 1])
        }
    }

    @Test("a job whose arguments nobody can read fails with the reason, and takes nothing with it")
    func unreadable() async throws {
        try await Scene.with { scene in
            struct Form: Decodable { let household: Int }
            let visits = Visits { job in _ = try job.arguments(as: Form.self) }
            let broken = NewJob(
                id: scene.id("a"), kind: "test.visit", district: Seed.district,
                arguments: .object(["name": .text("a"), "household": .text("3-402")]), attemptsMax: 1)
            let whole = NewJob(
                id: scene.id("b"), kind: "test.visit", district: Seed.district,
                arguments: .object(["name": .text("b"), "household": .int(3)]))
            try await scene.enqueue([[broken, whole].insert])
            #expect(await scene.runner(visits).work() == 2)
            #expect(try await scene.states() == ["a": "dead", "b": "done"])
            #expect(try await scene.lastError("a") == "DecodingError")
        }
    }

    @Test(
        "a queue that is paused while its jobs run lets those end, takes no other, and hinders no other queue"
    )
    func paused() async throws {
        try await Scene.with { scene in
            let (door, outcomes) = (Door(), Outcomes())
            let held = Visits { _ in try await door.pass() }
            let free = Visits("test.free", queue: "other")
            let runner = scene.runner(held, free, outcomes: outcomes) { settings in
                settings.outsideSlots = 1
                settings.prefetch = 0
            }
            func other(_ name: String) -> NewJob {
                var job = NewJob(
                    id: scene.id(name), kind: "test.free", district: Seed.district,
                    arguments: .object(["name": .text(name)]))
                job.queue = "other"
                return job
            }
            try await scene.enqueue([[scene.visit("a"), scene.visit("b")].insert])
            try await Scene.serving(runner) {
                try await scene.wait { held.all.count == 1 }
                try await scene.change([JobControl.pause("default", because: "检修")])
                door.open()
                try await scene.wait { outcomes.all.count == 1 }
                try await scene.enqueue([[other("c"), scene.visit("d")].insert])
                try await scene.wait { free.all.count == 1 && outcomes.all.count == 2 }
                #expect(try await scene.states() == ["a": "done", "b": "ready", "c": "done", "d": "ready"])
                try await scene.change([JobControl.resume("default")])
                try await scene.wait { held.all.count == 3 }
            }
        }
    }

    @Test("what runs in a transaction is cancelled with all that it wrote")
    func cancelledInside() async throws {
        try await Scene.with { scene in
            let outcomes = Outcomes()
            let endless = Tally { _, _ in try await Task.sleep(for: .seconds(60)) }
            let runner = scene.runner(endless, outcomes: outcomes)
            try await scene.enqueue([scene.job("a").insert])
            try await Scene.serving(runner) {
                try await scene.wait { runner.busy == 1 }
                try await scene.change([JobControl.cancel(scene.id("a"), because: "no longer wanted")])
                try await scene.wait { outcomes.all == [.cancelled] }
            }
            #expect(try await scene.states() == ["a": "cancelled"])
            #expect(try await scene.effects() == [:])
            #expect(try await scene.lastError("a") == "no longer wanted")
        }
    }
}
