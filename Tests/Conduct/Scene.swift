import Harness
import Ledger
import PQ
import Policy
import Values

@testable import Conduct
@testable import ConductService

/// Two projects of one place under works, for tests of conduct.
struct Scene: Sendable {
    let database: TestDatabase

    static let project = Seed.id("project")
    static let other = Seed.id("project:other")
    static let base = "/v1/projects/\(project)"

    static func unit(_ name: String) -> ID { Seed.id("org:" + name) }

    static func with<Value: Sendable>(
        _ place: String = "330302", state: String = "S13",
        _ body: @Sendable (Scene) async throws -> Value
    ) async throws -> Value {
        try await TestDatabase.with(refusals: [ConductRefusals.all]) { database in
            let edition = try TestPolicies.book.get().edition(for: place)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [Seed.lies(in: place)])
            }
            for (project, name) in [(project, "绿园"), (other, "云和")] {
                let op = Seed.id("op:" + name)
                try await database.act(
                    as: "street",
                    [
                        TestDatabase.event(op, on: ("test", op), project: project),
                        """
                        insert into app.community (district, community_id, name, address, completed_on, households,
                            area_hundredths, body_kind, body_name, op_id)
                        values (1, \(Seed.id("community:" + name)), \(name), \(name + "路 1 号"), '1995-06-30', 600, 4800000,
                            'owners_committee', '业委会', \(op))
                        """,
                        """
                        insert into app.project (district, project_id, community_id, name, construction_unit_id,
                            place, edition, state, op_id)
                        values (1, \(project), \(Seed.id("community:" + name)), \(name), \(unit("street")), \(place),
                            \(edition), 'S00', \(op))
                        """, Seed.bodies(of: project, under: op),
                    ] + Seed.engagements(["contractor", "contractor2", "supervisor"], of: project, under: op))
            }
            try await put(database, at: state)
            return try await body(Scene(database: database))
        }
    }

    /// Puts both projects at a state, past the guards of the steps before it.
    private static func put(_ database: TestDatabase, at state: String) async throws {
        _ = try await database.owner.transaction { transaction in
            try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "update app.project set state = \(state), works_began_on = '2026-01-15' where district = 1",
            ])
        }
    }

    static func newOperation() -> ID { ID(bytes: Chance.bytes(16)) ?? Seed.id("operation") }

    /// A change with its own event, ready to be sent as the application's role.
    static func change(of project: ID = project, _ statement: (ID) -> SQL) -> [SQL] {
        let op = newOperation()
        return [TestDatabase.event(op, on: ("test", op), project: project), statement(op)]
    }

    static func name(
        _ id: String, _ post: String, of unit: String, on project: ID = project,
        certificate: String? = "浙1332020",
        from: String = "2026-01-10", until: String? = nil
    ) -> [SQL] {
        change(of: project) { op in
            """
            insert into app.site_staff (district, site_staff_id, project_id, organisation_id, post, name, certificate,
                from_on, until_on, end_reason, op_id)
            values (1, \(Seed.id(id)), \(project), \(Scene.unit(unit)), \(post), '张三', \(certificate),
                \(from)::text::date, \(until)::text::date, case when \(until)::text is not null then '调整' end, \(op))
            """
        }
    }

    static func attend(_ id: String, _ day: String, present: Bool) -> [SQL] {
        change { op in
            """
            insert into app.staff_attendance (district, site_staff_id, project_id, day, present, op_id)
            values (1, \(Seed.id(id)), \(project), \(day)::text::date, \(present), \(op))
            """
        }
    }

    func act(_ statements: [SQL], as login: String = "street") async throws {
        try await database.act(as: login, statements)
    }

    func refusal(_ statements: [SQL], as login: String = "street") async throws -> String? {
        try await database.refusal(as: login, statements)
    }
}
