import Harness
import Ledger
import PQ
import Testing
import Values

/// A pass lets its holder read for a minute, in the name he signed in with, and nothing else.
@Suite("Passes: reading without signing in each time")
struct PassTests {
    private struct Signed: Decodable, Sendable {
        let pass: String
        let seconds: Int
    }

    private func pass(_ database: TestDatabase, _ login: String) async throws -> Signed {
        try await database.service.read(
            "select auth.enter_to_read(\(Token.hash(Seed.token(login)))) as actor"
        ).one().decode(Signed.self, "actor")
    }

    /// The role that a pass reads as, or the code of its refusal.
    private func role(_ database: TestDatabase, _ pass: String) async throws -> String {
        let present: SQL = "select set_config('app.context', \(pass), true)"
        let answer = await Self.outcome(of: [present, "select auth.role() as role"], in: database.service)
        switch answer {
        case .success(let rows): return try rows[1].one().text("role")
        case .failure(let error): return error.failure?.constraint ?? "\(error)"
        }
    }

    private static func outcome(of statements: [SQL], in pool: Pool) async -> Result<[Rows], PQError> {
        do throws(PQError) {
            return .success(try await pool.read(statements))
        } catch {
            return .failure(error)
        }
    }

    @Test("it reads as whoever signed in, for a minute and not longer than the day")
    func reads() async throws {
        try await Ground.with { ground async throws in
            let signed = try await pass(ground.database, "street")
            #expect((1...60).contains(signed.seconds))
            #expect(try await role(ground.database, signed.pass) == "construction_unit")
        }
    }

    @Test("it writes nothing: a transaction that may write refuses it")
    func writesNothing() async throws {
        try await Ground.with { ground async throws in
            let signed = try await pass(ground.database, "street")
            #expect(
                try await ground.refusal([
                    "select set_config('app.context', \(signed.pass), true)",
                    "select count(*) from app.project",
                ]) == "context_is_genuine")
        }
    }

    @Test("no part of it can be altered, and none made up")
    func forged() async throws {
        try await Ground.with { ground async throws in
            let database = ground.database
            let signed = try await pass(database, "street")
            for (from, to) in [
                ("construction_unit", "renovation_office"), ("until ", "until 9"), ("|false|", "|true|"),
                ("|1|", "|2|"),
            ] {
                let altered = signed.pass.replacing(from, with: to)
                #expect(altered != signed.pass, "\(from)")
                #expect(try await role(database, altered) == "context_is_genuine", "\(from)")
            }
            #expect(try await role(database, "until 9999999999|1") == "context_is_genuine")
        }
    }

    @Test("it ends at once when any sign-in is taken back, an appointment ends, or its own moment has come")
    func ends() async throws {
        try await Ground.with { ground async throws in
            let database = ground.database
            for change: SQL in [
                "update auth.token set revoked_at = now() where token_hash = sha256(\(Token.hash(Seed.token("stranger"))))",
                "update auth.appointment set valid_to = valid_from where false",
                "update auth.organisation set name = name where false",
            ] {
                let signed = try await pass(database, "street")
                #expect(try await role(database, signed.pass) == "construction_unit")
                try await database.owner.transaction { try await $0.commit(after: [change]) }
                #expect(try await role(database, signed.pass) == "context_is_genuine", "\(change.text)")
            }
            let spent: SQL = """
                select auth.write_context(1, \(Seed.id("person:street")), \(Seed.id("org:street")),
                    \(Seed.id("appointment:street")), 'construction_unit', null, null, '2026-03-02', 'api', false,
                    now() - interval '1 second') as pass
                """
            let ended = try await database.owner.read(spent).one().text("pass")
            #expect(try await role(database, ended) == "context_is_genuine")
        }
    }

    @Test("a sign-in taken back while its pass is being made leaves none that holds")
    func takenBackMeanwhile() async throws {
        try await Ground.with { ground async throws in
            let database = ground.database
            let revoking: SQL = """
                update auth.token set revoked_at = now()
                where token_hash = sha256(\(Token.hash(Seed.token("street"))))
                """
            // The token was looked at already; what is looked at behind it waits for this lock.
            let making = try await database.owner.transaction { transaction in
                _ = try await transaction.send(["lock table auth.role_reach in access exclusive mode"])
                let making = Task { try await pass(database, "street") }
                try await untilOneWaits(database)
                _ = try await transaction.commit(after: [revoking])
                return making
            }
            let signed = try await making.value
            #expect(try await role(database, signed.pass) == "context_is_genuine")
        }
    }

    private func untilOneWaits(_ database: TestDatabase) async throws {
        for _ in 0..<500 {
            let waiting = try await database.owner.read(
                """
                select count(*) as n from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """
            ).one().int64("n")
            if waiting > 0 { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("nobody waits")
    }

    @Test("who takes part in a project is kept by the database; the application's role writes none of it")
    func partsAreKept() async throws {
        try await Ground.with { ground async throws in
            let signed = try await pass(ground.database, "stranger")
            for forged: SQL in [
                """
                insert into app.part (district, project_id, reader, until)
                values (1, \(Seed.id("project")), \(Seed.id("reader")), 'infinity')
                """,
                "update app.part set until = 'infinity'", "delete from app.part",
            ] {
                let refused = await #expect(throws: PQError.self) {
                    try await ground.database.service.transaction { transaction in
                        _ = try await transaction.commit(after: [
                            "select set_config('app.context', \(signed.pass), true)", forged,
                        ])
                    }
                }
                #expect(refused?.sqlstate == "42501", "\(String(describing: refused))")
            }
            let rows = try await ground.database.service.read([
                "select set_config('app.context', \(signed.pass), true)",
                "select count(*) as n from app.part",
            ])
            #expect(try rows[1].one().int64("n") == 0)
        }
    }
}
