import Harness
import Jobs
import PQ
import Policy
import Testing
import Values
import Web

@testable import Oversight
@testable import OversightService

@Suite("Oversight: at the end of the published calendar")
struct CalendarEndTests {
    @Test(
        "reports are taken, given and mended on the last days; what cannot be counted waits for its calendar",
        arguments: ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"])
    func lastDays(_ iso: String) async throws {
        let day = try #require(BusinessDay(iso: iso))
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            database.clock.set(day: day)
            let site = try Scene.site(database)
            for answer in await Scene.fixed(site, "a", severity: "S2") {
                #expect(answer.status < 300, "\(answer.text)")
            }
            let calendar = try TestPolicies.book.get().calendar
            let filed = await site.send(
                .post, "/v1/projects/\(Scene.project)/issues", as: "volunteer", Scene.issue("b"))
            #expect(filed.status == 201, "\(filed.text)")
            let triage = calendar.due(.workdays(1), from: day)
            #expect(filed.json?["triage_due_on"] == (triage.on.map { .text("\($0)") } ?? .null))
            #expect(filed.json?["triage_due_note"] == (triage.note.map { .text($0.zh) } ?? .null))
            let read = await site.send(.get, Scene.path("a"), as: "community").json?["clocks"]?.list ?? []
            #expect(read.count == 3)
            for clock in read {
                #expect((clock["due_on"] == .null) == (clock["state"] == "uncomputed"), "\(clock)")
            }
            let listed = await site.send(.get, "/v1/projects/\(Scene.project)/issues", as: "office").json
            let notes = listed?["items"]?.list?.compactMap {
                $0["state"] == "new" ? $0["due_note"]?.text : nil
            }
            #expect(notes == (triage.on == nil ? [DueDay.uncomputed.zh] : []))
        }
    }

    @Test(
        "a report without an account on the last day shows that its day waits, and the day once it is counted"
    )
    func withoutAccount() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            database.clock.set(day: try #require(BusinessDay(iso: "2026-12-31")))
            let router = try Router(OversightRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            let id = Seed.id("issue:page")
            let key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            let filed = await router.respond(to: OversightRoutesTests.report(id, key))
            #expect(filed.status == 303, "\(filed.text)")
            func page() async -> String {
                await router.respond(
                    to: Request(
                        .get, "/p/\(Scene.project)/issues/\(id)?key=\(key)", headers: ["accept": "text/html"])
                ).text
            }
            #expect(await page().contains(DueDay.uncomputed.zh))

            try await database.publishNextYear()
            let now = database.clock.now
            try await Scene.work(database, ClockSweep(now: { now }))
            #expect(await page().contains("2027-01-04"))
        }
    }
}
