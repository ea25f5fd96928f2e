import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Front: two sessions at once")
struct FrontRaceTests {
    @Test("a posting that is taken down and the step that rests on it queue, whichever is first")
    func posting() async throws {
        for stepFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try FrontScene.site(database)
                _ = await site.send(
                    .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330302"))
                let front = RawFront(database: database)
                try await front.put(at: "S05")
                try await database.act(
                    as: "owners",
                    front.posting(
                        "good", on: "2026-02-14", ["opinion_notice", "room_summary", "design_scheme"]))
                let step = front.change("step") { RawFront.step(to: "S06", $0) }
                let down = front.takeDown("good")
                let (first, second) =
                    stepFirst
                    ? try await database.race(("street", step), ("owners", down))
                    : try await database.race(("owners", down), ("street", step))
                #expect(first == nil)
                #expect(second == (stepFirst ? nil : "gate_waits_for_publicity"))
            }
        }
    }

    @Test("a finding on the scope and the step that rests on it queue, whichever is first")
    func scope() async throws {
        for stepFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try FrontScene.site(database)
                _ = await site.send(
                    .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330302"))
                let front = RawFront(database: database)
                try await database.act(as: "street", front.scope("eligible"))
                let step = front.change("step") { RawFront.step(to: "S01", $0) }
                let finding = front.scope("ineligible", "later")
                let (first, second) =
                    stepFirst
                    ? try await database.race(("street", step), ("office", finding))
                    : try await database.race(("office", finding), ("street", step))
                #expect(first == nil)
                #expect(second == (stepFirst ? "scope_waits_no_more" : "gate_waits_for_scope"))
            }
        }
    }

    @Test("an exception that is revoked and the step that rests on it queue, whichever is first")
    func exception() async throws {
        for stepFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try FrontScene.site(database)
                _ = await site.send(
                    .post, "/v1/registrations", as: "street", FrontScene.registration(place: "330302"))
                let front = RawFront(database: database)
                try await database.act(as: "street", front.scope("excluded_in_principle"))
                let id = Seed.id("exception")
                try await front.record("ask") { op in
                    """
                    insert into app.gate_exception (district, gate_exception_id, project_id, requirement, reason,
                        document_title, document_number, asked_by, asked_on, op_id)
                    values (1, \(id), \(front.project), 'G00.scope', '已经加固', '鉴定报告', '鉴1', auth.person(),
                        '2026-03-01', \(op))
                    """
                }
                func decide(_ state: String) -> [SQL] {
                    front.change(state) { op in
                        """
                        update app.gate_exception set state = \(state), decided_by = auth.person(),
                            decided_on = '2026-03-02', decision_number = '1', version = version + 1, op_id = \(op)
                        where gate_exception_id = \(id)
                        """
                    }
                }
                try await database.act(as: "group", decide("approved"))
                let step = front.change("step") { RawFront.step(to: "S01", $0) }
                let (first, second) =
                    stepFirst
                    ? try await database.race(("street", step), ("group", decide("revoked")))
                    : try await database.race(("group", decide("revoked")), ("street", step))
                #expect(first == nil)
                #expect(
                    second == (stepFirst ? "gate_exception_stays_after_its_gate" : "gate_waits_for_scope"))
            }
        }
    }
}
