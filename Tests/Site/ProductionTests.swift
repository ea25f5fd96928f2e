import Cluster
import Foundation
import Harness
import PQ
import Testing
import Values

/// The README's way into production: an account that may create roles and nothing more, on a PostgreSQL of its own.
@Suite("In production")
struct ProductionTests {
    @Test(
        "an account that may create roles migrates, publishes and imports, twice; the service's roles serve",
        .timeLimit(.minutes(20)))
    func ownAccount() async throws {
        try await LiveSite.with { site in
            let cluster = try site.cluster
            try cluster.start()
            try Script.run(url: cluster.url("postgres"), sql: "create role operator login createrole")
            try Script.run(
                url: cluster.url("postgres"),
                sql: "create database production owner operator template template0 encoding 'UTF8'")
            let operating = cluster.url("production", as: "operator")
            func run(_ arguments: [String]) async throws -> (status: Int32, output: String, errors: String) {
                let program = try RunningProgram("yanshoud", arguments + ["--database", operating])
                return (try await program.finish(within: .seconds(60)), program.output, program.errors)
            }
            let early = try await run([
                "people", "import", TestServer.repository + "/deploy/demo-data/roster.json",
            ])
            #expect(early.status == 6 && early.errors.contains("run yanshoud migrate first"), "\(early)")
            for _ in 0..<2 {
                let migrated = try await run(["migrate", "--share", TestServer.repository])
                #expect(migrated.status == 0, "\(migrated)")
            }
            let published = try await run(["policy", "publish", "--share", TestServer.repository])
            #expect(published.status == 0, "\(published)")
            let imported = try await run([
                "people", "import", TestServer.repository + "/deploy/demo-data/roster.json",
            ])
            #expect(imported.status == 0, "\(imported)")
            let token = try await run(["token", "issue", "--login", "office"])
            #expect(token.status == 0 && token.output.hasPrefix("ys_"), "\(token)")
            let audit = try await run(["ledger", "audit"])
            #expect(audit.status == 0, "\(audit)")
            // What was made belongs to the owner's role, and the account is no superuser's.
            let pool = Pool(cluster.url("production", as: "yanshou_service"), connections: 1)
            let seen = try await pool.read(
                "select count(*) as n from pg_class where relowner = 'operator'::regrole and relkind = 'r' "
                    + "and relnamespace in ('app'::regnamespace, 'ledger'::regnamespace)")
            #expect(try seen.one().int64("n") == 0)
            await pool.close()
            let port = try LiveSite.freePort()
            let serving = try RunningProgram(
                "yanshoud",
                [
                    "serve", "--port", "\(port)", "--database",
                    cluster.url("production", as: "yanshou_service"),
                ])
            var isReady = false
            for _ in 0..<100 where !isReady {
                isReady =
                    (try? await HTTPAnswer.to(
                        "GET", "/readyz", port: port, headers: [:], body: nil, within: 2))?
                    .status == 200
                if !isReady { try await Task.sleep(for: .milliseconds(100)) }
            }
            #expect(isReady, "\(serving.errors)")
            try cluster.stop()
        }
    }
}
