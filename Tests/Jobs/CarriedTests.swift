import Foundation
import Harness
import PQ
import Testing
import Values

@Suite("Jobs: of an older program")
struct CarriedTests {
    /// A database as the program left it that kept all of a job in one table.
    private static func before(_ body: (String) async throws -> Void) async throws {
        let name = "yanshou_carried_\(getpid())"
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        let scripts = folder.appendingPathComponent("migrations")
        let postgres = try TestServer.url("postgres")
        try FileManager.default.createDirectory(at: scripts, withIntermediateDirectories: true)
        defer {
            try? FileManager.default.removeItem(at: folder)
            try? Script.run(url: postgres, sql: "drop database if exists \(name) with (force)")
        }
        let present = TestServer.repository + "/sql/migrations/"
        for script in try FileManager.default.contentsOfDirectory(atPath: present).sorted() {
            if script.hasSuffix("_jobs.sql"), !script.hasPrefix("0006") { break }
            try FileManager.default.copyItem(
                atPath: present + script, toPath: scripts.appendingPathComponent(script).path)
        }
        try Script.run(url: postgres, sql: "create database \(name) template template0 encoding 'UTF8'")
        _ = try Migrator(folder: folder.path).migrate(url: TestServer.url(name))
        try await body(TestServer.url(name))
    }

    @Test("what stood in the one table of old stands in the new ones, with its key and its tries")
    func carried() async throws {
        try await Self.before { url in
            try Script.run(
                url: url,
                sql: """
                    insert into jobs.job (job_id, district, kind, arguments, unique_key, state, run_at, attempts,
                        attempts_max, lease_token, last_error, finished_at) values
                        (gen_random_uuid(), 1, 'now', '{"n": 1}', '1/a', 'ready', now() - interval '1 minute', 2, 5, 7,
                            'x', null),
                        (gen_random_uuid(), 1, 'later', '{}', '1/b', 'ready', now() + interval '1 hour', 0, 10, 0, null,
                            null),
                        (gen_random_uuid(), 2, 'under way', '{}', null, 'running', now(), 1, 10, 9, null, null),
                        (gen_random_uuid(), 1, 'dead', '{}', '1/c', 'dead', now(), 10, 10, 3, '短信平台无回应', null),
                        (gen_random_uuid(), 1, 'done', '{}', '1/d', 'done', now(), 1, 10, 3, null, now()),
                        (gen_random_uuid(), 1, 'long done', '{}', '1/d', 'done', now(), 1, 10, 3, null,
                            now() - interval '1 month')
                    """)
            _ = try Migrator(folder: TestServer.repository + "/sql").migrate(url: url)
            let pool = Pool(url, connections: 1, applicationName: "test-carried")
            let rows = try await pool.read(
                """
                select kind || ' ' || state || ' ' || attempts || '/' || attempts_max || coalesce(' ' || last_error, '')
                    || coalesce(' ' || (select held.unique_key from jobs.held_key held
                        where held.kind = standing.kind and held.job_id = standing.job_id), '') as line
                from jobs.standing order by kind
                """)
            let lines = try rows.map { try $0.text("line") }
            // What is due goes on with the tries that it had, also what the old program had under way.
            let claimed = try await pool.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    select kind, attempts, arguments ->> 'n' as n, token > 9 as is_new
                    from jobs.claim('default', array['now', 'later', 'under way', 'dead'],
                        array[-32768, -32768, -32768, -32768]::smallint[], array[0, 0, 0, 0], 10, 1, false)
                    order by kind
                    """
                ])[0]
            }
            await pool.close()
            #expect(
                lines == [
                    "dead dead 10/10 短信平台无回应", "done done 1/10 1/d", "later scheduled 0/10 1/b",
                    "now scheduled 2/5 1/a", "under way scheduled 1/10",
                ])
            let tries = try claimed.map { "\(try $0.text("kind")) \(try $0.int32("attempts"))" }
            #expect(tries == ["now 3", "under way 2"])
            #expect(try claimed.allSatisfy { try $0.bool("is_new") })
            #expect(try claimed.first?.optionalText("n") == "1")
        }
    }
}
