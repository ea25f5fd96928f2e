import Harness
import Jobs
import Ledger
import PQ
import Synchronization
import Testing
import Values

@Suite("Jobs: each effect once")
struct RunnerTests {
    @Test("a job written in a transaction that rolls back is never there, one that commits is done once")
    func enqueue() async throws {
        try await Scene.with { scene in
            await #expect(throws: PQError.self) {
                try await scene.enqueue([scene.job("a").insert, "select 1/0"])
            }
            try await scene.enqueue([scene.job("b").insert])
            #expect(await scene.runner(Tally()).work() == 1)
            #expect(try await scene.effects() == ["b": 1])
            #expect(try await scene.states() == ["b": "done"])
        }
    }

    @Test("two workers that drain one queue run no job twice")
    func twoWorkers() async throws {
        try await Scene.with { scene in
            let names = (0..<40).map { "job-\($0)" }
            try await scene.enqueue(names.map { scene.job($0).insert })
            let (one, two) = (scene.runner(Tally(), "one"), scene.runner(Tally(), "two"))
            async let left = one.work()
            async let right = two.work()
            let tries = await (left, right)
            #expect(tries.0 + tries.1 == 40)
            #expect(try await scene.effects() == Dictionary(uniqueKeysWithValues: names.map { ($0, 1) }))
        }
    }

    @Test("a worker that went away with the job taken leaves it to another, and the effect comes once")
    func abandonedLease() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert])
            try await scene.abandon("a")
            #expect(await scene.runner(Tally()).work() == 0)
            try await scene.expireLeases()
            #expect(await scene.runner(Tally()).work() == 1)
            #expect(try await scene.effects() == ["a": 1])
            #expect(try await scene.attempts("a") == 1)
        }
    }

    @Test(
        "a worker whose connection is killed in the middle of a job has done nothing; the job is done again")
    func killedInTheMiddle() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert])
            let killing = Tally { transaction, attempt in
                guard attempt == 1 else { return }
                _ = try await transaction.send("select pg_terminate_backend(pg_backend_pid())")
            }
            #expect(await scene.runner(killing).work() == 1)
            #expect(try await scene.effects() == [:])
            try await scene.makeDue()
            #expect(await scene.runner(killing).work() == 1)
            #expect(try await scene.effects() == ["a": 1])
        }
    }

    @Test("a worker that lost its lease while working cannot complete: its effect is undone")
    func staleCompletion() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert])
            let outcomes = Outcomes()
            let robbed = Tally { transaction, attempt in
                // The row is locked by this transaction, so only it can show what a lost lease looks like.
                guard attempt == 1 else { return }
                _ = try await transaction.send(
                    "select jobs.release(array_agg(job_id), array_agg(token)) from jobs.lease")
            }
            #expect(await scene.runner(robbed, outcomes: outcomes).work() == 1)
            #expect(outcomes.all == [.leaseLost])
            #expect(try await scene.effects() == [:])
            #expect(try await scene.states() == ["a": "running"])
        }
    }

    @Test("an old lease enters no transaction and completes nothing")
    func oldLease() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a").insert])
            try await scene.abandon("a")
            try await scene.expireLeases()
            try await scene.change(["select jobs.rescue()"])
            let id = scene.id("a")
            let entered = try await scene.jobs.transaction { transaction in
                try await transaction.send("select auth.enter_job(\(id), 1) is null as refused")
            }
            #expect(try entered.one().bool("refused"))
            _ = await scene.runner(Tally()).work()
            await #expect(throws: PQError.self) {
                try await scene.jobs.transaction { transaction in
                    _ = try await transaction.commit(after: ["select jobs.complete(\(id), 1)"])
                }
            }
            #expect(try await scene.effects() == ["a": 1])
        }
    }

    @Test("a job that keeps failing waits longer each time and is dead after its last try, with the reason")
    func deadLetter() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([scene.job("a", attempts: 3).insert])
            let failing = Tally { _, _ in throw Refused() }
            let runner = scene.runner(failing)
            // The pause lies between these two, however long a busy machine takes around the try.
            var pauses = [(most: Int64, least: Int64)]()
            for _ in 0..<3 {
                let before = try await scene.dueAt("a").now
                #expect(await runner.work() == 1)
                let after = try await scene.dueAt("a")
                pauses.append((most: after.due - before, least: after.due - after.now))
                try await scene.makeDue()
            }
            #expect(try await scene.states() == ["a": "dead"])
            #expect(try await scene.lastError("a") == "Refused")
            #expect(try await scene.effects() == [:])
            #expect(pauses[1].most > 900 && pauses[1].least <= 2100)
            #expect(await runner.work() == 0)
        }
    }

    @Test("while a job of a kind and key waits another is not added, and another district's is")
    func uniqueKey() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([
                scene.job("a", key: "daily").insert, scene.job("b", key: "daily").insert,
            ])
            let foreign = NewJob(
                id: scene.id("c"), kind: "test.tally", district: Seed.otherDistrict, uniqueKey: "daily")
            try await scene.database.act(as: "stranger", [foreign.insert])
            #expect(try await scene.states() == ["a": "ready", "c": "ready"])
            _ = await scene.runner(Tally()).work()
            try await scene.enqueue([scene.job("d", key: "daily").insert])
            #expect(try await scene.states()["d"] == "ready")
        }
    }

    @Test("a running service picks up new work by itself, and a stop lets the work under way come to its end")
    func gracefulStop() async throws {
        try await Scene.with { scene in
            let slow = Tally { _, _ in try await Task.sleep(for: .milliseconds(400)) }
            let runner = scene.runner(slow)
            let service = Task { await runner.run() }
            try await scene.enqueue([scene.job("a").insert])
            try await scene.wait { runner.busy == 1 }
            service.cancel()
            await service.value
            #expect(try await scene.effects() == ["a": 1])
            #expect(try await scene.states() == ["a": "done"])
        }
    }

    @Test("a stop that cannot wait gives the job back without counting the try")
    func hardStop() async throws {
        try await Scene.with { scene in
            let endless = Tally { _, attempt in try await Task.sleep(for: .seconds(attempt == 1 ? 60 : 0)) }
            let runner = scene.runner(endless, grace: .milliseconds(50))
            let service = Task { await runner.run() }
            try await scene.enqueue([scene.job("a").insert])
            try await scene.wait { runner.busy == 1 }
            service.cancel()
            await service.value
            #expect(try await scene.states() == ["a": "ready"])
            #expect(try await scene.attempts("a") == 0)
            #expect(try await scene.effects() == [:])
        }
    }
}

/// A failure of a handler's own.
struct Refused: Error {}
