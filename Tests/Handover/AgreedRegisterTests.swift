import Harness
import PQ
import Testing
import Values

@testable import Handover

@Suite("Handover: the accounts are laid on a register that its owners agreed to")
struct AgreedRegisterTests {
    /// A register that stands, agreed to or not, past the guards of imports.
    private func register(agreed: Bool) -> [SQL] {
        let (id, op) = (Seed.id("register"), Seed.id("op:scene"))
        return [
            "set local session_replication_role = replica",
            "update app.project set name = name where project_id = \(Scene.project)",
            "delete from app.register_import where import_id = \(id)",
            """
            insert into app.register_import (district, import_id, project_id, format, file_sha256, digest,
                households, persons, area_hundredths, state, checked_by, confirmed_by, agreed_by, agreed_on, op_id)
            values (1, \(id), \(Scene.project), 'csv', sha256('file'), sha256('digest'), 600, 600, 4800000,
                'standing', \(id), \(id), \(agreed ? id : nil), \(agreed ? "2026-02-01" : nil)::text::date, \(op))
            """,
        ]
    }

    @Test(
        "a register that changed after the launch is agreed to before the accounts, whichever comes first (HOUSE-REG-2)"
    )
    func accounts() async throws {
        let code = "final_account_waits_for_the_agreed_register"
        try await Scene.with { scene async throws in
            let (database, account) = (scene.database, ClosingGuardTests().account("late"))
            func put(agreed: Bool) async throws {
                let rows = register(agreed: agreed)
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: rows)
                }
            }
            try await put(agreed: false)
            #expect(try await database.refusal(as: "finance", account) == code)
            try await put(agreed: true)
            let (first, second) = try await database.race(
                (TestDatabase.anOperator, register(agreed: false)), ("finance", account))
            #expect(first == nil)
            #expect(second == code)
            try await put(agreed: true)
            #expect(try await database.refusal(as: "finance", account) == nil)
        }
    }
}
