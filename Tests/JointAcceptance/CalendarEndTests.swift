import Actions
import Harness
import JointAcceptanceService
import PQ
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance at the end of the published calendar")
struct CalendarEndTests {
    @Test(
        "a round is called for the last day of the calendar; one beyond it waits for the calendar, or for another day"
    )
    func calling() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            database.clock.set(day: try #require(BusinessDay(iso: "2026-12-21")))
            let path = Scene.base + "/acceptance-rounds"
            let beyond = await site.send(
                .post, path, as: "street", Scene.call(notice: "2026-12-21", on: "2027-01-08"))
            #expect(beyond.refusalCodes == ["calendar_not_loaded"], "\(beyond.text)")
            let refusal = beyond.json?["refusals"]?.list?.first
            #expect(refusal?["missing"]?.list?.first?["zh"] == "2027 年放假通知")
            #expect(refusal?["lifted_by"]?.list == ["construction_unit"])
            #expect(refusal?["remedy"]?.text?.contains("平台维护人员") == true)
            let last = await site.send(
                .post, path, as: "street", Scene.call(notice: "2026-12-21", on: "2026-12-31"))
            #expect(last.status == 201, "\(last.text)")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            database.clock.set(day: try #require(BusinessDay(iso: "2026-12-29")))
            let gate = await site.send(.get, Scene.base + "/acceptance-gate", as: "street").json
            #expect(gate?["earliest_event_on"] == .null)
            #expect(gate?["earliest_event_note"] == .text(DueDay.uncomputed.zh))
            // The calendar comes: the same notice is counted, and refused only where it is too late.
            try await database.publishNextYear()
            try await database.desk.takeUpPublished()
            let late = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-12-29", on: "2027-01-07"))
            #expect(late.refusalCodes == ["acceptance_notice_is_early_enough"], "\(late.text)")
            let called = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street",
                Scene.call(notice: "2026-12-29", on: "2027-01-08"))
            #expect(called.status == 201, "\(called.text)")
        }
    }

    @Test(
        "a certificate is issued on the last days, and its deadlines wait for their calendar",
        arguments: ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"])
    func certified(_ iso: String) async throws {
        let day = try #require(BusinessDay(iso: iso))
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            for answer in await Scene.ready(site, database) {
                #expect(answer.status == 201, "\(answer.text)")
            }
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            database.clock.set(day: day)
            let issued = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(issued.status == 201, "\(issued.text)")
            let deadlines = issued.json?["deadlines"]?.list ?? []
            #expect(deadlines.count == 5)
            #expect(deadlines.allSatisfy { $0["due_on"] == .null && $0["due_note"] != .null })
            let clocks = try await database.owner.read(
                "select state from app.clock where subject_kind = 'acceptance_round'")
            #expect(try clocks.map { try $0.text("state") } == Array(repeating: "uncomputed", count: 5))
        }
    }
}
