import Harness
import PQ
import Testing
import Values

@testable import Projects

@Suite("A project's edition: the rule and the guards")
struct EditionGuardTests {
    @Test("the present edition is adopted once, by its own name, and not for a closed project")
    func rule() {
        func codes(_ target: String, from edition: String, at state: ProjectState) -> [String] {
            let facts = EditionFacts(state: state, version: 1, place: "330302", edition: edition)
            return EditionRules.adopting(target, facts, newest: "new").refusals.map(\.code)
        }
        #expect(codes("new", from: "old", at: .preAcceptance) == [])
        #expect(codes("new", from: "new", at: .preAcceptance) == ["edition_is_adopted_once"])
        #expect(codes("old", from: "old", at: .preAcceptance) == ["edition_is_the_present_one"])
        #expect(
            codes("other", from: "old", at: .closed) == [
                "edition_is_adopted_by_itself", "edition_is_the_present_one",
            ])
    }

    @Test("raw SQL adopts no edition but the office's, of the place, forward, and by itself")
    func guards() async throws {
        try await TestDatabase.with(refusals: [EditionRefusals.all]) { database in
            let project = Seed.id("project")
            let op = Seed.id("op")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into policy.edition (edition, place, packs, published_at)
                    values ('older', '330302', '[]', '2020-01-01'), ('old', '330302', '[]', '2021-01-01'),
                        ('new', '330302', '[]', '2022-01-01'), ('narrow', '330302', '[]', '2022-01-01'),
                        ('elsewhere', '330105', '[]', '2022-01-01')
                    """,
                    "insert into policy.parameter values ('narrow', 'projects.steps', 'S00-S01', '2020-01-01', null)",
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, body_kind, body_name, op_id)
                    values (1, \(Seed.id("community")), '水心小区', '水心街', '1996-01-01', 600, 4800000,
                        'owners_committee', '业委会', \(op))
                    """,
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")), '330302',
                        'old', 'S06', \(op))
                    """, Seed.bodies(of: project, under: op),
                ])
            }
            func refusal(_ login: String, _ edition: String) async throws -> String? {
                try await database.refusal(
                    as: login,
                    RawRow.change(
                        "app.project", "project_id", project, login + edition, in: project,
                        "edition = \(edition)"))
            }
            #expect(try await refusal("street", "new") == "edition_is_adopted_by_the_office")
            #expect(try await refusal("office", "elsewhere") == "edition_is_of_the_projects_place")
            #expect(try await refusal("office", "unknown") == "edition_is_of_the_projects_place")
            #expect(try await refusal("office", "older") == "edition_is_adopted_forward")
            #expect(try await refusal("office", "narrow") == "edition_knows_where_the_project_stands")
            // Two offices at once: whoever is second finds the project changed.
            func adopt(_ login: String) -> (login: String, statements: [SQL]) {
                (
                    login,
                    [
                        TestDatabase.event(
                            Seed.id("op:" + login), on: ("project", project), project: project),
                        """
                        update app.project set edition = 'new', version = 2, op_id = \(Seed.id("op:" + login))
                        where project_id = \(project) and version = 1
                        """,
                    ]
                )
            }
            let outcome = try await database.race(adopt("office"), adopt("office2"))
            #expect(outcome.0 == nil)
            let row = try await database.owner.read("select edition, version from app.project").one()
            #expect(try row.text("edition") == "new")
            #expect(try await refusal("office", "old") == "edition_is_adopted_forward")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.project set edition = 'old', state = 'S23'",
                ])
            }
            #expect(try await refusal("office", "new") == "edition_is_adopted_by_itself")
        }
    }

    @Test("of two adoptions, and of an adoption and a step, the later is held to the earlier")
    func raced() async throws {
        let project = Seed.id("project")
        @Sendable func adopt(_ edition: String) -> [SQL] {
            RawRow.change(
                "app.project", "project_id", project, edition, in: project, "edition = \(edition)")
        }
        @Sendable func jump(to state: String) -> [SQL] {
            [
                "set local session_replication_role = replica",
                "update app.project set state = \(state) where project_id = \(project)",
            ]
        }
        for (first, edition, code) in [
            (("office", adopt("new")), "middle", "edition_is_adopted_forward"),
            ((TestDatabase.anOperator, jump(to: "S01")), "path", "edition_knows_where_the_project_stands"),
            ((TestDatabase.anOperator, jump(to: "S23")), "new", "edition_is_adopted_by_itself"),
        ] as [((String, [SQL]), String, String)] {
            try await TestDatabase.with(refusals: [EditionRefusals.all]) { database in
                let op = Seed.id("op")
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        """
                        insert into policy.edition (edition, place, packs, published_at)
                        values ('old', '330302', '[]', '2021-01-01'), ('middle', '330302', '[]', '2021-06-01'),
                            ('path', '330302', '[]', '2022-01-01'), ('new', '330302', '[]', '2023-01-01')
                        """,
                        "insert into policy.parameter values ('path', 'projects.steps', 'S00-S06', '2020-01-01', null)",
                        """
                        insert into app.project (district, project_id, community_id, name, construction_unit_id,
                            place, edition, state, op_id)
                        values (1, \(project), \(Seed.id("community")), '水心小区改造', \(Seed.id("org:street")),
                            '330302', 'old', 'S06', \(op))
                        """, Seed.bodies(of: project, under: op),
                    ])
                }
                let found = try await database.race(first, ("office2", adopt(edition)))
                #expect(found.0 == nil && found.1 == code, "\(found)")
            }
        }
    }
}
