import Foundation
import Harness
import PQ
import Testing
import Values

/// Determinations of the past over HTTP and from the state folder, running or not.
@Suite("Past determinations")
struct PastDeterminationTests {
    @Test(
        "a stored determination says the same when it is made again, over HTTP and at the command line",
        .timeLimit(.minutes(20)))
    func replay() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("past")
            #expect(try await site.take(try journey.importing()).status == 201)
            let pool = try site.pool()
            let rows = try await pool.read(["select determination_id from app.determination"])
            await pool.close()
            let id = try rows[0][0].id("determination_id").description

            let path = "/v1/policy/determinations/"
            let again = try await site.call("GET", path + id, as: "street")
            #expect(again.status == 200)
            #expect(again.json?["same"] == true)
            #expect(again.json?["same_clauses"] == true)
            #expect(again.json?["figures"] == again.json?["replayed_figures"])
            let stranger = try await site.call("GET", path + Seed.id("nothing").description, as: "street")
            #expect(stranger.status == 404)
            #expect(try await site.call("GET", path + id, as: nil).status == 401)

            let simulation = try await site.call("GET", "/v1/policy/simulation", as: "street")
            #expect(simulation.json?["summary"]?["same"] == 2)
            #expect(simulation.json?["items"] == [])
            let differences = try await site.call(
                "GET", "/v1/policy/differences?from=HZ&to=XH&on=2026-03-02", as: "street")
            let keys = differences.json?["items"]?.list?.compactMap { $0["key"]?.text } ?? []
            #expect(keys.contains("scope.completed_by_year"))
            #expect(try await site.call("GET", "/v1/policy/differences?from=HZ", as: "street").status >= 400)

            func run(_ arguments: [String]) async throws -> String {
                let state = ["--state", site.state, "--database-port", "\(LiveSite.databasePort)"]
                return try await RunningProgram.run(
                    "yanshoud",
                    ["policy"] + arguments + state + ["--share", TestServer.repository]
                ).output
            }
            #expect(try JSON(parsing: await run(["explain", "--determination", id]))["same"] == true)
            #expect(try await site.stop() == 0)
            // The same from the folder alone: its database is started for the answer, and stopped again.
            #expect(try JSON(parsing: await run(["explain", "--determination", id]))["same"] == true)
            let summary = try JSON(parsing: await run(["simulate"]))
            #expect(summary["determinations"] == 2)
            #expect(summary["same"] == 2)
        }
    }
}
