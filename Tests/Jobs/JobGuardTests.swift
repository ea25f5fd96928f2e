import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: guards in the database")
struct JobGuardTests {
    /// A holding of one key, by a job of this name.
    private func key(_ name: String) -> SQL {
        "insert into jobs.held_key (kind, unique_key, job_id) values ('test.tally', '1/one', \(Seed.id("job:" + name)))"
    }

    @Test("a key has one job that has not ended, and an end is one of the list")
    func keys() async throws {
        try await Scene.with { scene async throws in
            let (first, second) = try await scene.database.race(
                (TestDatabase.anOperator, [key("a")]), (TestDatabase.anOperator, [key("b")]))
            #expect(first == nil && second == "job_is_one_of_its_key")
            #expect(
                try await scene.database.refusal(
                    ofOwner: [
                        """
                        insert into jobs.outcome (job_id, state, attempts) values (\(scene.id("c")), 'lost', 1)
                        """
                    ]) == "job_state_is_known")
        }
    }

    @Test("two that ask for the same at once: the second waits for the first, and is not added")
    func keysMeet() async throws {
        try await Scene.with { scene async throws in
            let (first, second) = try await scene.database.race(
                ("street", [scene.job("a", key: "one").insert]),
                ("street2", [scene.job("b", key: "one").insert]))
            #expect(first == nil && second == nil)
            #expect(try await scene.states() == ["a": "ready"])
        }
    }

    @Test("a job has tries, its limits are more than nothing, and it is of its writer's district")
    func forms() async throws {
        try await Scene.with { scene async throws in
            func refusal(_ job: NewJob) async throws -> String? {
                try await scene.database.refusal(as: "street", [job.insert])
            }
            #expect(try await refusal(scene.job("a", attempts: 0)) == "job_is_tried_at_least_once")
            var hasty = scene.job("a")
            hasty.timeLimit = .zero
            #expect(try await refusal(hasty) == "job_time_limit_is_positive")
            func form(_ holds: String, _ conflict: String) async throws -> String? {
                try await scene.database.refusal(
                    as: "street",
                    [
                        """
                        insert into jobs.job (job_id, district, kind, arguments, key_holds, key_conflict)
                        values (\(scene.id("a")), \(Seed.district), 'test.tally', '{}', \(holds), \(conflict))
                        """
                    ])
            }
            #expect(try await form("for_ever", "refuse") == "job_key_is_held_as_known")
            #expect(try await form("until_ended", "both") == "job_key_conflict_is_known")
            let foreign = NewJob(id: scene.id("a"), kind: "test.tally", district: Seed.otherDistrict)
            #expect(try await refusal(foreign)?.hasPrefix("42501") == true)
            #expect(
                try await scene.database.refusal(as: "street", ["select jobs.cancel(\(scene.id("a")), 'x')"])?
                    .hasPrefix("42501") == true)
        }
    }

    @Test("a gate lets someone through, at a whole rate, and gives each place once")
    func gates() async throws {
        try await Scene.with { scene async throws in
            func refusal(_ gate: SQL) async throws -> String? {
                try await scene.database.refusal(ofOwner: [gate])
            }
            #expect(
                try await refusal("select jobs.set_gate('g', 0, null, null)") == "gate_lets_someone_through")
            #expect(try await refusal("select jobs.set_gate('g', 1, 0, '1 s')") == "gate_rate_is_positive")
            #expect(try await refusal("select jobs.set_gate('g', 1, 1, null)") == "gate_rate_is_whole")
            try await scene.change(["select jobs.set_gate('g', 2, null, null)"])
            func slot(_ number: Int32, _ name: String) -> SQL {
                "insert into jobs.slot (gate, slot, job_id) values ('g', \(number), \(scene.id(name)))"
            }
            let (place, samePlace) = try await scene.database.race(
                (TestDatabase.anOperator, [slot(1, "a")]), (TestDatabase.anOperator, [slot(1, "b")]))
            #expect(place == nil && samePlace == "gate_slot_is_one")
            let (job, sameJob) = try await scene.database.race(
                (TestDatabase.anOperator, [slot(2, "c")]), (TestDatabase.anOperator, [slot(3, "c")]))
            #expect(job == nil && sameJob == "job_has_one_slot")
        }
    }

    @Test("a schedule goes by a span or a time, and says what is done about missed ticks")
    func schedules() async throws {
        try await Scene.with { scene async throws in
            func refusal(_ every: String?, _ time: String?, _ missed: String) async throws -> String? {
                try await scene.database.refusal(
                    ofOwner: [
                        """
                        insert into jobs.schedule (name, kind, every, at_time, missed)
                        values ('s', 'test.tally', \(every)::text::interval, \(time)::text::time, \(missed))
                        """
                    ])
            }
            #expect(try await refusal("1 ms", nil, "all") == "schedule_span_is_positive")
            #expect(try await refusal("1 minute", nil, "some") == "schedule_missed_is_known")
            #expect(try await refusal(nil, nil, "all") == "schedule_is_by_span_or_by_time")
        }
    }

    @Test("a job is ended once, by whoever holds its lease; another lease ends nothing")
    func leases() async throws {
        try await Scene.with { scene async throws in
            try await scene.enqueue([scene.job("a").insert])
            try await scene.abandon("a")
            let end: SQL = "select jobs.complete(\(scene.id("a")), 1)"
            let stale: SQL = "select jobs.complete(\(scene.id("a")), 7)"
            #expect(try await scene.database.refusal(ofOwner: [stale]) == "job_lease_is_held")
            let (first, second) = try await scene.database.race(
                (TestDatabase.anOperator, [end]), (TestDatabase.anOperator, [end]))
            #expect(first == nil && second == "job_lease_is_held")
        }
    }
}
