import Harness
import PQ
import Testing
import Values

@Suite("Change orders: of a contract that ended")
struct EndedContractTests {
    private static let end: SQL = """
        insert into app.contract_termination (district, contract_id, project_id, ended_on, reason, paper_id, op_id)
        values (1, \(Scene.contract), \(Scene.project), '2026-02-20', '解除', \(Seed.id("end")), \(Seed.id("scene")))
        """

    @Test("nothing of it is changed any more, raced as well")
    func ended() async throws {
        let code = "change_order_is_of_a_standing_contract"
        let submit = RawRows.step("a", "submit", RawRows.to("opinions"))
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a")
            try await RawRows.put(database, [Self.end])
            #expect(try await database.refusal(as: "contractor", submit) == code)
            let draft = RawRows.draft("b").statements
            #expect(try await database.refusal(as: "contractor", draft) == code)
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await RawRows.stand(database, "a")
            let first: [SQL] = [
                "set local session_replication_role = replica", "update app.project set state = state",
                Self.end,
            ]
            let (one, two) = try await database.race(
                (TestDatabase.anOperator, first), ("contractor", submit))
            #expect(one == nil && two == code, "\(one ?? "") \(two ?? "")")
        }
    }
}
