import Harness
import Ledger
import PQ
import Policy
import Values

/// A project at its launch application, for what stands under every capability.
struct Ground: Sendable {
    let database: TestDatabase

    static let project = Seed.id("project")

    static func with(_ body: @Sendable (Ground) async throws -> Void) async throws {
        try await TestDatabase.with { database in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            try await database.act(
                as: "street",
                change { op in
                    """
                    insert into app.community (district, community_id, name, address, completed_on, households,
                        area_hundredths, body_kind, body_name, op_id)
                    values (1, \(Seed.id("community")), '绿园小区', '绿园路 1 号', '1995-06-30', 600, 4800000,
                        'owners_committee', '业委会', \(op))
                    """
                }
                    + change { op in
                        """
                        insert into app.project (district, project_id, community_id, name, construction_unit_id,
                            place, edition, state, op_id)
                        values (1, \(project), \(Seed.id("community")), '绿园改造', \(Seed.id("org:street")), '330302',
                            \(edition), 'S06', \(op))
                        """
                    })
            // No route changes a community; here it stands for whatever is changed by its version.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "grant update (op_id, version) on app.community to yanshou_service"
                ])
            }
            try await body(Ground(database: database))
        }
    }

    /// A change with its own event, ready to be sent as the application's role.
    static func change(_ statement: (ID) -> SQL) -> [SQL] {
        let op = ID(bytes: Chance.bytes(16)) ?? Seed.id("operation")
        return [TestDatabase.event(op, on: ("test", op), project: project), statement(op)]
    }

    func act(_ statements: [SQL]) async throws { try await database.act(as: "street", statements) }

    func refusal(_ statements: [SQL]) async throws -> String? {
        try await database.refusal(as: "street", statements)
    }

    func refusal(ofOwner statement: SQL) async throws -> String? {
        try await database.refusal(ofOwner: [statement])
    }

    /// Two sessions of the street, the second while the first is uncommitted: the second's refusal.
    func race(_ first: [SQL], _ second: [SQL]) async throws -> String? {
        let (won, lost) = try await database.race(("street", first), ("street2", second))
        return won.map { "the first was refused: " + $0 } ?? lost
    }

    /// The same by an operator, where the application may not write at all.
    func race(ofOwner first: SQL, _ second: SQL) async throws -> String? {
        let (won, lost) = try await database.race(
            (TestDatabase.anOperator, [first]), (TestDatabase.anOperator, [second]))
        return won.map { "the first was refused: " + $0 } ?? lost
    }
}
