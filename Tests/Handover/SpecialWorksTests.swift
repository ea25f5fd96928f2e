import Harness
import PQ
import Testing
import Values

@testable import Handover

@Suite("Closing: special works")
struct SpecialWorksTests {
    private func row(_ name: String, _ sql: (ID) -> SQL) -> [SQL] {
        let op = Seed.id("op:" + name)
        return [TestDatabase.event(op, on: ("test", op), project: Scene.project), sql(op)]
    }

    private func close(_ name: String) -> [SQL] {
        let op = Seed.id("op:close:" + name)
        return [
            TestDatabase.event(op, on: ("project", Scene.project), project: Scene.project),
            """
            insert into app.project_closing (district, project_id, closed_on, op_id)
            values (1, \(Scene.project), '2026-03-02', \(op))
            """,
            """
            update app.project set state = 'S23', version = version + 1, op_id = \(op)
            where project_id = \(Scene.project)
            """,
        ]
    }

    private func works() -> [SQL] {
        row("works") { op in
            """
            insert into app.special_works (district, special_works_id, project_id, title, department, op_id)
            values (1, \(Seed.id("5g")), \(Scene.project), '5G 网络', '通信运营商', \(op))
            """
        }
    }

    private func settle() -> [SQL] {
        row("settle") { op in
            """
            update app.special_works set keeper = '移动公司', maintenance = '按协议养护', settled_on = '2026-03-02',
                version = version + 1, op_id = \(op) where district = 1
            """
        }
    }

    /// A project that waits for nothing but its special works.
    private func scene(_ body: @Sendable (Scene) async throws -> Void) async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            _ = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "delete from policy.parameter where key = 'closing.requires' and value <> 'special_works'",
                ])
            }
            try await body(scene)
        }
    }

    @Test("close waits until special works are settled, and their department is named (LC-10-3)")
    func waits() async throws {
        try await scene { scene in
            let database = scene.database
            let bare = row("bare") { op in
                """
                insert into app.special_works (district, special_works_id, project_id, title, department, op_id)
                values (1, \(Seed.id("bare")), \(Scene.project), '智慧安防', ' ', \(op))
                """
            }
            #expect(
                try await database.refusal(as: "street", bare) == "special_works_name_their_department")
            try await database.act(as: "street", works())
            #expect(try await database.refusal(as: "street", close("a")) == "close_waits_for_special_works")
            try await database.act(as: "street", settle())
            #expect(try await database.refusal(as: "street", close("b")) == nil)
        }
    }

    @Test("special works and the close are raced: whoever comes second sees the first")
    func raced() async throws {
        try await scene { scene in
            let (added, closed) = try await scene.database.race(("street", works()), ("street2", close("a")))
            #expect(added == nil && closed == "close_waits_for_special_works")
        }
        try await scene { scene in
            let (closed, added) = try await scene.database.race(("street", close("a")), ("street2", works()))
            #expect(closed == nil && added == "conduct_waits_no_more")
        }
    }
}
