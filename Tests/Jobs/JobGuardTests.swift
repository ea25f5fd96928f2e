import Harness
import Jobs
import PQ
import Testing
import Values

@Suite("Jobs: guards in the database")
struct JobGuardTests {
    /// The plain insertion, without stepping aside for a job of the same key.
    private func plain(_ name: String) -> SQL {
        """
        insert into jobs.job (job_id, district, kind, arguments, unique_key)
        values (\(Seed.id("job:" + name)), 1, 'test.tally', '{}', 'one')
        """
    }

    @Test("a key has one job that is not done, and a job a state of the list")
    func keys() async throws {
        try await Scene.with { scene async throws in
            let (first, second) = try await scene.database.race(
                ("street", [plain("a")]),
                ("street2", [plain("b")]))
            #expect(first == nil && second == "job_is_one_of_its_key")
            #expect(
                try await scene.database.refusal(
                    as: "street",
                    [
                        """
                        insert into jobs.job (job_id, district, kind, arguments, state)
                        values (\(scene.id("c")), 1, 'test.tally', '{}', 'lost')
                        """
                    ]) == "job_state_is_known")
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
