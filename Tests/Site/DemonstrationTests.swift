import Harness
import PQ
import Testing
import Values

/// The clock of a demonstration: in the database, so that kills and restarts do not turn it back.
@Suite("The demonstration's clock")
struct DemonstrationTests {
    private func set(_ moment: String, on site: LiveSite, back: Bool = false) async throws -> HTTPAnswer {
        try await site.call("POST", "/v1/demo/clock", as: nil, ["now": .text(moment), "back": .bool(back)])
    }

    private func day(_ site: LiveSite) async throws -> String {
        let pool = try site.pool()
        let day = try await pool.read("select auth.business_day() as day").one().day("day")
        await pool.close()
        return day.description
    }

    /// The day of the last event, as the service wrote it.
    private func lastEvent(_ site: LiveSite) async throws -> String {
        let pool = try site.pool()
        let at = try await pool.read("select max(at) as at from ledger.entry").one().instant("at")
        await pool.close()
        return at.day.description
    }

    @Test(
        "it goes on where it stood after kill and stop",
        .timeLimit(.minutes(20)))
    func persists() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            #expect(try await set("2026-05-04T09:00:00+08:00", on: site).status == 200)
            try await site.killService()
            try site.killPostgres()
            try await site.start()
            #expect(try await day(site) == "2026-05-04")
            #expect(try await site.take(Journey("may").importing()).status == 201)
            #expect(try await lastEvent(site) == "2026-05-04")
            // While it runs it may be set back, for another walk, and there it stays over a start: what is recorded of
            // another project does not push it on.
            let refused = try await set("2026-03-02T09:00:00+08:00", on: site)
            #expect(refused.status == 422 && refused.json?["code"] == "demo_clock_goes_forward")
            #expect(try await set("2026-03-02T09:00:00+08:00", on: site, back: true).status == 200)
            #expect(try await day(site) == "2026-03-02")
            #expect(try await site.stop() == 0)
            try await site.start()
            #expect(try await day(site) == "2026-03-02")
            #expect(try await site.take(Journey("again").importing()).status == 201)
            #expect(site.log.contains("its clock stands at 2026-03-02T"))
            #expect(try await site.stop() == 0)

            // Without the option the database is a demonstration's still, and nobody can set its clock.
            let plain = try LiveSite(state: site.state)
            try await plain.start()
            #expect(try await day(plain) == "2026-03-02")
            #expect(try await set("2026-03-02T09:00:00+08:00", on: plain).status == 404)
            #expect(try await plain.stop() == 0)
        }
    }

    @Test("a database of true time does not become a demonstration's", .timeLimit(.minutes(20)))
    func trueTime() async throws {
        try await LiveSite.with { site in
            try await site.start()
            try await site.seed()
            let imported = try await site.take(Journey("true").importing())
            #expect(imported.status == 201, "\(imported)")
            #expect(try await site.stop() == 0)
            let demo = try LiveSite(state: site.state, options: Journey.clock)
            let program = try demo.launch()
            #expect(try await program.finish(within: .seconds(60)) != 0)
            #expect(program.errors.contains("demo_clock_is_of_a_demonstration"))
        }
    }
}
