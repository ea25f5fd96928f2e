import Cluster
import Foundation
import Harness
import PQ
import Testing
import Values

/// A program before a schema that is not its own: it says so and changes nothing.
@Suite("The program and its schema")
struct SchemaTests {
    private func change(_ site: LiveSite, _ statements: [SQL]) async throws {
        let pool = try site.pool()
        _ = try await pool.transaction { transaction in try await transaction.commit(after: statements) }
        await pool.close()
    }

    private func run(_ arguments: [String], on site: LiveSite) async throws -> (status: Int32, errors: String)
    {
        let url = try site.cluster.url("yanshou")
        let program = try RunningProgram("yanshoud", arguments + ["--database", url])
        return (try await program.finish(within: .seconds(40)), program.errors)
    }

    @Test(
        "a folder that is newer than the program, or another, is refused before anything is applied",
        .timeLimit(.minutes(20)))
    func otherFolder() async throws {
        let share = try RunningProgram.makeFolder("yanshou-share")
        defer { try? FileManager.default.removeItem(atPath: share) }
        try FileManager.default.copyItem(atPath: TestServer.repository + "/sql", toPath: share + "/sql")
        let last = try FileManager.default.contentsOfDirectory(atPath: share + "/sql/migrations").count
        let newer = share + "/sql/migrations/" + String(format: "%04d_newer.sql", last + 1)
        try "-- Why: a test. Locks: none. Rows rewritten: none. Back: none.\ncreate table app.newer ();\n"
            .write(toFile: newer, atomically: true, encoding: .utf8)
        try await LiveSite.with { site in
            try await site.start()
            let refused = try await run(["migrate", "--share", share], on: site)
            #expect(refused.status == 6)
            #expect(
                refused.errors.contains("at migration \(last + 1), this program was built at \(last)"),
                "\(refused.errors)")
            try FileManager.default.removeItem(atPath: newer)
            try FileManager.default.removeItem(atPath: share + "/sql/current/zz_finish")
            let other = try await run(["migrate", "--share", share], on: site)
            #expect(
                other.status == 6 && other.errors.contains("is not the one that this program was built with"),
                "\(other.errors)")
            #expect(try await run(["migrate", "--share", TestServer.repository], on: site).status == 0)
            #expect(try await site.call("GET", "/readyz").status == 200)
        }
        // `up` leaves no PostgreSQL behind.
        try await LiveSite.with(options: ["--share", share]) { site in
            let program = try site.launch()
            #expect(try await program.finish(within: .seconds(40)) == 6, "\(program.errors)")
            #expect(try site.cluster.processID == nil)
        }
    }

    @Test(
        "a database of a newer version is refused by every program; a running one is no longer ready",
        .timeLimit(.minutes(20)))
    func newerDatabase() async throws {
        try await LiveSite.with { site in
            try await site.start()
            let ready = try await site.call("GET", "/readyz")
            #expect(ready.status == 200 && ready.json?["missing"] == [])
            try await change(
                site,
                [
                    "insert into migration.applied (number, name, sha256) select max(number) + 1, 'later', 'f' from migration.applied"
                ])
            let behind = try await site.call("GET", "/readyz")
            #expect(behind.status == 503 && behind.json?["missing"] == ["schema"])
            for verb in [["serve", "--port", "0"], ["work"], ["migrate", "--share", TestServer.repository]] {
                let refused = try await run(verb, on: site)
                #expect(refused.status == 6, "\(verb): \(refused.errors)")
                #expect(refused.errors.contains("use the newer program"), "\(verb): \(refused.errors)")
            }
            #expect(try await site.stop() == 0)
            let program = try site.launch()
            #expect(try await program.finish(within: .seconds(40)) == 6, "\(program.errors)")
            #expect(try site.cluster.processID == nil)
        }
    }

    @Test(
        "an older database is refused by serve and work, and brought up by migrate and by up",
        .timeLimit(.minutes(20)))
    func olderDatabase() async throws {
        try await LiveSite.with { site in
            try await site.start()
            let older: [SQL] = ["update migration.replayed set sha256 = 'older'"]
            try await change(site, older)
            #expect(try await site.call("GET", "/readyz").status == 503)
            for verb in [["serve", "--port", "0"], ["work"]] {
                let refused = try await run(verb, on: site)
                #expect(
                    refused.status == 6 && refused.errors.contains("yanshoud migrate"), "\(refused.errors)")
            }
            #expect(try await run(["migrate", "--share", TestServer.repository], on: site).status == 0)
            #expect(try await site.call("GET", "/readyz").status == 200)
            try await change(site, older)
            #expect(try await site.stop() == 0)
            try await site.start()
            #expect(try await site.call("GET", "/readyz").json?["missing"] == [])
            #expect(try await site.stop() == 0)
        }
    }
}
