import Harness
import PQ
import Policy
import Testing
import Values

@testable import Conduct

@Suite("Conduct: rebuilding, by raw SQL")
struct RebuildingGuardTests {
    private func rebuilding(_ grounds: [String] = ["structural_hazard"]) -> [SQL] {
        Scene.change { op in
            """
            insert into app.rebuilding (district, project_id, grounds, appraisal, planning, funding, decided_on, op_id)
            values (1, \(Scene.project), \(grounds), '鉴〔2026〕1号', '规〔2026〕1号', '另行筹集', '2026-02-01', \(op))
            """
        }
    }

    private func question(_ matter: String) -> [SQL] {
        Scene.change { op in
            """
            insert into app.ballot_question (district, ballot_id, ordinal, project_id, purpose, title, matter, class,
                class_reason, op_id)
            values (1, \(Seed.id("ballot")), 2, \(Scene.project), 'plan', '方案', \(matter), 'special', '按清单', \(op))
            """
        }
    }

    /// A ballot that asked about a matter, past the guards of ballots.
    private func ask(_ matter: String, _ state: String, in scene: Scene) async throws {
        _ = try await scene.database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica", "delete from app.ballot_question",
                "delete from app.ballot",
                """
                insert into app.ballot (district, ballot_id, project_id, title, organiser_kind, organiser_name, forms,
                    notified_on, opened_on, closes_on, register_import_id, households, persons, area_hundredths, edition,
                    state, called_off_reason, op_id)
                select district, \(Seed.id("ballot")), project_id, '表决', 'community', '社区', '{}', '2026-01-05',
                    '2026-01-10', '2026-01-20', project_id, 600, 600, 4800000, edition, \(state),
                    case \(state) when 'called_off' then '改按拆改结合' end, op_id
                from app.project where project_id = \(Scene.project)
                """,
                """
                insert into app.ballot_question (district, ballot_id, project_id, ordinal, purpose, title, matter, class,
                    class_reason, op_id)
                select district, ballot_id, project_id, 1, 'willingness', '意愿', \(matter), 'general', '按清单', op_id
                from app.ballot
                """,
            ])
        }
    }

    @Test("rebuilding is voted on as rebuilding, whichever of decision and ballot came first")
    func matter() async throws {
        try await Scene.with("330108", state: "S02") { scene in
            for state in ["open", "counted"] {
                try await ask("renovation", state, in: scene)
                #expect(try await scene.refusal(rebuilding()) == "rebuilding_comes_before_its_ballots")
            }
            try await ask("renovation", "called_off", in: scene)
            try await scene.act(rebuilding())
            #expect(try await scene.refusal(question("renovation")) == "rebuilding_is_voted_as_rebuilding")
            // What is asked as rebuilding meets the ballots' own guards only.
            #expect(try await scene.refusal(question("rebuild")) == "ballot_questions_come_with_it")
        }
    }

    @Test("a place that knows rebuilding takes its grounds; one that does not takes none (HZ-02-5, XH-02-5)")
    func grounds() async throws {
        for place in ["330108", "330106"] {
            try await Scene.with(place, state: "S02") { scene in
                #expect(
                    try await scene.refusal(rebuilding(["structural_hazard", "view"]))
                        == "rebuilding_ground_is_of_the_place")
                #expect(try await scene.refusal(rebuilding([])) == "rebuilding_has_a_ground")
                try await scene.act(rebuilding(["incomplete_functions", "poor_suitability"]))
                #expect(try await scene.refusal(rebuilding()) == "rebuilding_is_decided_once")
            }
        }
        try await Scene.with("330302", state: "S02") { scene async throws in
            #expect(try await scene.refusal(rebuilding()) == "rebuilding_ground_is_of_the_place")
        }
    }
}
