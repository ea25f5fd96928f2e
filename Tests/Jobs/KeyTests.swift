import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: keys")
struct KeyTests {
    private static func job(
        _ scene: Scene, _ name: String, _ hold: NewJob.KeyHold = .untilEnded,
        _ conflict: NewJob.KeyConflict = .leaveOut, attempts: Int32 = 10
    ) -> NewJob {
        var job = scene.job(name, key: "household", attempts: attempts)
        job.keyHold = hold
        job.keyConflict = conflict
        return job
    }

    @Test("a key is held until its job is taken, has ended, or is settled, as the job says")
    func holds() async throws {
        try await Scene.with { scene in
            try await scene.enqueue([Self.job(scene, "a", .untilTaken).insert])
            _ = await scene.runner(Tally { _, _ in throw Refused() }).work()
            #expect(try await scene.states()["a"] == "scheduled")
            #expect(try await scene.one("select count(*) as n from jobs.held_key").int64("n") == 0)
            try await scene.enqueue([Self.job(scene, "c", .untilEnded, attempts: 1).insert])
            #expect(try await scene.states()["c"] == "ready")
            try await scene.change([JobControl.cancel(scene.id("a"), because: "x")])
            _ = await scene.runner(Tally { _, _ in throw Refused() }).work()
            #expect(try await scene.states()["c"] == "dead")
            try await scene.enqueue([Self.job(scene, "d", .untilSettled, attempts: 1).insert])
            _ = await scene.runner(Tally { _, _ in throw Refused() }).work()
            #expect(try await scene.states()["d"] == "dead")
            try await scene.enqueue([Self.job(scene, "e").insert])
            #expect(try await scene.states()["e"] == nil)
            try await scene.change([JobControl.retry(scene.id("d"))])
            #expect(await scene.runner(Tally()).work() == 1)
            try await scene.enqueue([Self.job(scene, "e").insert])
            #expect(try await scene.states()["e"] == "ready")
        }
    }

    @Test(
        "a later job takes the place of one that waits, with its children; beside one that runs it is added"
    )
    func replaced() async throws {
        try await Scene.with { scene in
            var child = scene.job("child")
            child.parents = [scene.id("a")]
            try await scene.enqueue([
                Self.job(scene, "a").insert, child.insert, Self.job(scene, "b", .untilEnded, .replace).insert,
            ])
            #expect(try await scene.states() == ["a": "cancelled", "b": "ready", "child": "blocked"])
            #expect(try await scene.lastError("a") == "another took its place")
            #expect(await scene.runner(Tally()).work() == 2)
            #expect(try await scene.states()["child"] == "done")
            // Of several in one statement the last remains.
            try await scene.enqueue([
                ["c", "d", "e"].map { Self.job(scene, $0, .untilEnded, .replace) }.insert
            ])
            let states = try await scene.states()
            #expect(states["c"] == "cancelled" && states["d"] == "cancelled" && states["e"] == "ready")
            try await scene.abandon("e")
            try await scene.enqueue([Self.job(scene, "f", .untilEnded, .replace).insert])
            let later = try await scene.states()
            #expect(later["e"] == "running" && later["f"] == "ready")
            let holder = try await scene.one("select job_id from jobs.held_key").id("job_id")
            #expect(holder == scene.id("f"))
        }
    }

    @Test("a job that is to be the only one of its key refuses the whole transaction where there is another")
    func refused() async throws {
        try await Scene.with { scene async throws in
            let only = Self.job(scene, "b", .untilEnded, .refuse).insert
            try await scene.enqueue([Self.job(scene, "a").insert])
            #expect(
                try await scene.database.refusal(as: "street", [scene.job("c").insert, only])
                    == "job_is_one_of_its_key")
            #expect(try await scene.states() == ["a": "ready"])
            _ = await scene.runner(Tally()).work()
            #expect(try await scene.database.refusal(as: "street", [only]) == nil)
            // Two that meet: the second waits for the first, and is refused.
            _ = await scene.runner(Tally()).work()
            let (first, second) = try await scene.database.race(
                ("street", [Self.job(scene, "d", .untilEnded, .refuse).insert]),
                ("street2", [Self.job(scene, "e", .untilEnded, .refuse).insert]))
            #expect(first == nil && second == "job_is_one_of_its_key")
        }
    }

    /// A visit of which the last asked for is the one that counts, until somebody has looked at what died.
    private struct Latest: JobKind {
        static let kind = "test.tally"
        static let queue = "slow"
        static let attemptsMax: Int32 = 1
        static let keyHold = NewJob.KeyHold.untilSettled
        static let keyConflict = NewJob.KeyConflict.replace

        var name: String
    }

    @Test(
        "a typed kind says of its key how long it is held and what the next one does, and of its jobs all the rest"
    )
    func typed() async throws {
        try await Scene.with { scene in
            func latest(_ name: String) throws -> NewJob {
                try Latest(name: name).job(
                    id: scene.id(name), district: Seed.district, uniqueKey: "household", after: .seconds(60),
                    gate: "lift", parents: name == "b" ? [scene.id("first")] : [])
            }
            try await scene.enqueue([
                [scene.job("first"), try latest("a"), try latest("b")].insert
            ])
            #expect(try await scene.states() == ["first": "ready", "a": "cancelled", "b": "blocked"])
            #expect(await scene.runner(Tally()).work() == 1)
            #expect(try await scene.states()["b"] == "scheduled")
            try await scene.makeDue()
            try await scene.change(["select jobs.promote(10)"])
            #expect(try await scene.states()["b"] == "gated")
            let row = try await scene.one(
                "select queue, key_holds, key_conflict, attempts_max from jobs.job where job_id = \(scene.id("b"))"
            )
            #expect(try row.text("queue") == "slow" && row.text("key_holds") == "until_settled")
            #expect(try row.text("key_conflict") == "replace" && row.int32("attempts_max") == 1)
        }
    }
}
