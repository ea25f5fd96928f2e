import Harness
import PQ
import Policy
import Testing
import Values

@testable import Conduct

@Suite("Conduct: two sessions at once")
struct ConductRaceTests {
    private static func end(_ name: String, on day: String) -> [SQL] {
        Scene.change { op in
            """
            update app.site_staff set until_on = \(day)::text::date, end_reason = '调岗', version = version + 1,
                op_id = \(op)
            where district = 1 and site_staff_id = \(Seed.id(name))
            """
        }
    }

    @Test("a post is ended once, and attendance of a day is taken once, in whichever order they come")
    func once() async throws {
        for (first, second) in [("street", "street2"), ("street2", "street")] {
            try await Scene.with { scene in
                try await scene.act(Scene.name("a", "project_manager", of: "contractor"))
                let days = try await scene.database.race(
                    (first, Scene.attend("a", "2026-02-26", present: true)),
                    (second, Scene.attend("a", "2026-02-26", present: false)))
                #expect(days.0 == nil && days.1 == "attendance_is_taken_once_a_day", "\(days)")
                let ends = try await scene.database.race(
                    (first, Self.end("a", on: "2026-02-27")), (second, Self.end("a", on: "2026-02-28")))
                #expect(ends.0 == nil && ends.1 == "site_staff_only_ends", "\(ends)")
            }
        }
    }

    @Test("a post that ends, and attendance of a day after its end: the later of the two is refused")
    func duty() async throws {
        let end = Self.end("a", on: "2026-02-10")
        let attend = Scene.attend("a", "2026-02-26", present: false)
        for endFirst in [true, false] {
            try await Scene.with { scene in
                try await scene.act(Scene.name("a", "project_manager", of: "contractor"))
                let found =
                    endFirst
                    ? try await scene.database.race(("street", end), ("supervisor", attend))
                    : try await scene.database.race(("supervisor", attend), ("street", end))
                #expect(found.0 == nil && found.1 == "attendance_is_of_a_day_of_duty", "\(found)")
            }
        }
    }

    @Test("a unit whose engagement ends names nobody afterwards; whom it named before was named in time")
    func engagement() async throws {
        let end = Scene.change { op in
            """
            update app.engagement set valid_to = '2026-03-01', end_reason = '解除合同', version = version + 1,
                op_id = \(op)
            where district = 1 and project_id = \(Scene.project) and organisation_id = \(Scene.unit("contractor"))
            """
        }
        let name = Scene.name("a", "project_manager", of: "contractor", from: "2026-03-02")
        try await Scene.with { scene in
            let found = try await scene.database.race(("street", end), ("street2", name))
            #expect(found.0 == nil && found.1 == "site_staff_is_of_a_unit_that_takes_part", "\(found)")
        }
        try await Scene.with { scene in
            let found = try await scene.database.race(("street2", name), ("street", end))
            #expect(found == (nil, nil), "\(found)")
        }
    }

    @Test("special works are settled once, a duty is done once, rebuilding is decided once, whoever is first")
    func decisions() async throws {
        @Sendable func settle(_ keeper: String) -> [SQL] {
            Scene.change { op in
                """
                update app.special_works set keeper = \(keeper), maintenance = \(keeper), settled_on = '2026-03-02',
                    version = version + 1, op_id = \(op) where district = 1
                """
            }
        }
        @Sendable func duty(_ day: String) -> [SQL] {
            let op = Scene.newOperation()
            return [
                TestDatabase.event(op, on: ("test", op)),
                """
                insert into app.yearly_duty (district, yearly_duty_id, duty, year, done_on, number, summary, op_id)
                values (1, gen_random_uuid(), 'street_assessment', 2025, \(day)::text::date, '1号', '已报', \(op))
                """,
            ]
        }
        @Sendable func rebuilding(_ ground: String) -> [SQL] {
            Scene.change { op in
                """
                insert into app.rebuilding (district, project_id, grounds, appraisal, planning, funding, decided_on,
                    op_id)
                values (1, \(Scene.project), \([ground]), '鉴1号', '规1号', '另行筹集', '2026-02-01', \(op))
                """
            }
        }
        for isTurned in [false, true] {
            @Sendable func pair(_ one: String, _ two: String) -> (String, String) {
                isTurned ? (two, one) : (one, two)
            }
            try await Scene.with { scene in
                try await scene.act(
                    Scene.change { op in
                        """
                        insert into app.special_works (district, special_works_id, project_id, title, department,
                            op_id)
                        values (1, \(Seed.id("5g")), \(Scene.project), '5G 网络', '通信运营商', \(op))
                        """
                    })
                let (keeper, other) = pair("移动", "联通")
                let settled = try await scene.database.race(
                    ("street", settle(keeper)), ("street2", settle(other)))
                #expect(settled.0 == nil && settled.1 == "special_works_are_settled_once", "\(settled)")
                let (day, later) = pair("2026-01-15", "2026-01-16")
                let done = try await scene.database.race(("office", duty(day)), ("office2", duty(later)))
                #expect(done.0 == nil && done.1 == "yearly_duty_is_done_once", "\(done)")
            }
            try await Scene.with("330108", state: "S02") { scene in
                let (ground, other) = pair("structural_hazard", "incomplete_functions")
                let decided = try await scene.database.race(
                    ("street", rebuilding(ground)), ("street2", rebuilding(other)))
                #expect(decided.0 == nil && decided.1 == "rebuilding_is_decided_once", "\(decided)")
            }
        }
    }
}
