import Harness
import Ledger
import PQ
import Sealing
import Values

/// A database with events to seal, and the sealer's own role.
struct Scene: Sendable {
    let database: TestDatabase
    /// As `yanshou_sealer`.
    let pool: Pool

    var sealer: Sealer { Sealer(pool) }
    var url: String { get throws { try TestServer.url(database.name) } }

    static func with(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let pool = Pool(
                try TestServer.url(database.name, as: "yanshou_sealer"), connections: 4,
                applicationName: "test-sealer")
            let outcome: Result<Void, any Error>
            do { outcome = .success(try await body(Scene(database: database, pool: pool))) } catch {
                outcome = .failure(error)
            }
            await pool.close()
            try outcome.get()
        }
    }

    /// Events of things of their own, closed, that wait to be sealed; written past every function.
    static func events(_ count: Int) -> SQL {
        """
        with made as (
            insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version,
                person_id, role, at, body, leaf)
            select 1, gen_random_uuid(), 'test', 'test', gen_random_uuid(), 1, \(Seed.id("person:street")),
                'construction_unit', now(), body, sha256('\\x00'::bytea || body)
            from (
                select convert_to(format('{"n":%s,"said":"%s"}', n, repeat('事', (n % 40)::integer)), 'UTF8') as body
                from generate_series(1, \(Int64(count))) as n
            ) told
            returning district, entry_id
        )
        insert into ledger.pending (district, entry_id) select district, entry_id from made
        """
    }

    func add(_ count: Int) async throws { try await owner([Scene.events(count)]) }

    @discardableResult
    func owner(_ statements: [SQL]) async throws -> [Rows] {
        try await database.owner.transaction { transaction in
            try await transaction.commit(after: statements)
        }
    }

    /// What somebody does who is past every trigger.
    func superuser(_ statements: [SQL]) async throws {
        try await owner(["set local session_replication_role = replica"] + statements)
    }

    func number(_ statement: SQL) async throws -> Int {
        try await database.owner.read(statement).one().int("n")
    }

    func check(_ verifier: NoteVerifier? = nil) async throws -> LogCheck {
        try await LogCheck.run(at: url, verifier: verifier)
    }

    /// The leaves of the log in their order.
    func leaves() async throws -> [[UInt8]] {
        try await database.owner.read("select hash from ledger.leaf order by idx").map {
            try $0.bytes("hash")
        }
    }
}
