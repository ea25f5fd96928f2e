import Harness
import Ledger
import PQ
import Policy
import Values

@testable import Delivery

/// A project of Lucheng at the end of its approvals, for tests of delivery.
struct Scene: Sendable {
    let database: TestDatabase

    static let project = Seed.id("project")

    static func unit(_ name: String) -> ID { Seed.id("org:" + name) }

    static func with<Value: Sendable>(_ body: @Sendable (Scene) async throws -> Value) async throws -> Value {
        try await TestDatabase.with(refusals: [DeliveryRefusals.all]) { database in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            let op = Seed.id("op:scene")
            try await database.act(
                as: "street",
                [
                    TestDatabase.event(op, on: ("test", op), project: project),
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, body_kind, body_name, op_id)
                    values (1, \(Seed.id("community")), '绿园小区', '绿园路 1 号', '1995-06-30', 600, 4800000,
                        'owners_committee', '业委会', \(op))
                    """,
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(project), \(Seed.id("community")), '绿园改造', \(unit("street")), '330302',
                        \(edition), 'S06', \(op))
                    """,
                ])
            return try await body(Scene(database: database))
        }
    }

    static func newOperation() -> ID { ID(bytes: Chance.bytes(16)) ?? Seed.id("operation") }

    /// A change with its own event, ready to be sent as the application's role.
    static func change(_ statement: (ID) -> SQL) -> [SQL] {
        let op = Scene.newOperation()
        return [TestDatabase.event(op, on: ("test", op), project: project), statement(op)]
    }

    /// An id that stands before or after another by its number.
    static func ordered(_ number: String) -> ID {
        ID("\(number)0000000-0000-4000-8000-000000000000") ?? Seed.id(number)
    }

    static func engage(
        _ unit: String, _ role: String, from: String = "2026-01-01", as id: ID? = nil
    ) -> [SQL] {
        change { op in
            """
            insert into app.engagement (district, engagement_id, project_id, organisation_id, role, valid_from, op_id)
            values (1, \(id ?? Seed.id("engagement:\(unit):\(role)")), \(project), \(Scene.unit(unit)), \(role),
                \(from)::text::date, \(op))
            """
        }
    }

    static func end(_ unit: String, _ role: String) -> [SQL] { end(Seed.id("engagement:\(unit):\(role)")) }

    static func end(_ engagement: ID) -> [SQL] {
        change { op in
            """
            update app.engagement set valid_to = '2026-03-01', end_reason = '更换单位', version = version + 1,
                op_id = \(op)
            where district = 1 and engagement_id = \(engagement)
            """
        }
    }

    static func link(_ controller: String, _ controlled: String, to end: String? = nil) -> [SQL] {
        TestDatabase.controlLink(unit(controller), unit(controlled), to: end)
    }

    static func mode(_ mode: String) -> [SQL] {
        change { op in
            """
            insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
            values (1, \(project), \(mode), '2026-01-10', \(op))
            """
        }
    }

    func act(_ statements: [SQL]) async throws { try await database.act(as: "street", statements) }

    func refusal(_ statements: [SQL]) async throws -> String? {
        try await database.refusal(as: "street", statements)
    }

    /// What the conflicts of standing engagements hold.
    func held() async throws -> [String] {
        let rows = try await database.owner.read([
            "select distinct action_class || ' ' || code as held from app.block where lifted_at is null order by 1"
        ])
        return try rows[0].map { try $0.text("held") }
    }
}
