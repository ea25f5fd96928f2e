import Actions
import Harness
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Bodies of a district: two units in one role, and neither speaks for the other (HOUSE-BOD-1…3)")
struct BodyTests {
    /// Binds bodies to units as the keeper of the register does; none of a name leaves the register empty.
    private func bind(_ database: TestDatabase, _ bodies: [(String, String)], emptied: Bool = false)
        async throws
    {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"]
                    + (emptied ? ["delete from app.district_body"] : [])
                    + bodies.map { body, unit in
                        """
                        insert into app.district_body (district, body, organisation_id, valid_from, op_id)
                        values (1, \(body), \(Seed.id("org:" + unit)), '2026-01-01', \(Seed.id("bound")))
                        """
                    })
        }
    }

    private static func code(_ code: String, as type: String) -> [SQL] {
        Raw.change(as: type) { op in
            """
            update app.project set project_code = \(code), version = version + 1, op_id = \(op)
            where project_id = \(Scene.project)
            """
        }
    }

    private static func total(as name: String) -> [SQL] {
        Raw.change(as: "paper.record") { op in
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                approved_fen, op_id)
            values (1, \(Seed.id(name)), \(Scene.project), 'project', \(Scene.project), 'budget_approval', '概算批复',
                '2026-02-01', 100, \(op))
            """
        }
    }

    @Test("what is the office's is written by the unit that is the office, under no other name")
    func raw() async throws {
        let steps = try TestPolicies.lucheng().texts("annual_plan.chain").value
        try await Raw.with { raw async throws in
            let database = raw.database
            let first = "2602-330302-04-01-123456"
            // Its own verb is refused as it is written, and another's name for it as the row is.
            for type in ["project.set_code", "plan_approval.record"] {
                let refused = try await database.refusal(as: "development", Self.code(first, as: type))
                #expect(refused == "act_is_of_its_body", "\(type)")
            }
            try await database.act(as: "office", Self.code(first, as: "project.set_code"))
            try await raw.jump(to: "S07")
            for (login, step) in [("street", 1), ("group", 2), ("leader", 3)] {
                try await database.act(as: login, Raw.approval(Int32(step), steps[step - 1]))
            }
            let disguised = Raw.change(as: "paper.record") { op in
                """
                insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
                values (1, \(Scene.project), 4, \(steps[3]), '2026-02-20', '1号', \(op))
                """
            }
            #expect(try await database.refusal(as: "development", disguised) == "act_is_of_its_body")
            try await database.act(as: "development", Raw.approval(4, steps[3]))
        }
    }

    @Test("a paper is recorded by the body whose approval it is, where that is registered")
    func papers() async throws {
        try await Raw.with { raw async throws in
            let database = raw.database
            try await database.act(as: "office", Self.total(as: "unregistered"))
            try await bind(database, [("development_bureau", "development")])
            let refused = try await database.refusal(as: "office", Self.total(as: "office"))
            #expect(refused == "paper_is_recorded_by_its_body")
            try await database.act(as: "development", Self.total(as: "bureau"))
            let minutes = try await database.refusal(
                as: "development", Raw.paper("joint_review_minutes", as: "paper.record"))
            #expect(minutes == "paper_is_recorded_by_its_body")
        }
    }

    @Test(
        "where nobody has registered the office, it is the one unit not known as another body; of two, neither"
    )
    func unregistered() async throws {
        let steps = try TestPolicies.lucheng().texts("annual_plan.chain").value
        try await Raw.with { raw async throws in
            let database = raw.database
            try await bind(database, [], emptied: true)
            let codes = (1...4).map { "2602-330302-04-01-00000\($0)" }
            for login in ["office", "development"] {
                let refused = try await database.refusal(
                    as: login, Self.code(codes[0], as: "project.set_code"))
                #expect(refused == "act_is_of_its_body", "\(login)")
            }
            let warned = await database.desk.warnings().compactMap { $0 as? BodyWarning }
            #expect(
                warned.map(\.role).sorted { $0.rawValue < $1.rawValue } == [.leadingGroup, .renovationOffice])
            #expect(warned.allSatisfy { $0.units == 2 && $0.words.zh.contains("people import") })
            try await raw.jump(to: "S07")
            for (login, step) in [("street", 1), ("group", 2), ("leader", 3), ("development", 4)] {
                try await database.act(as: login, Raw.approval(Int32(step), steps[step - 1]))
            }
            try await database.act(as: "office", Self.code(codes[1], as: "project.set_code"))
            let refused = try await database.refusal(
                as: "development", Self.code(codes[2], as: "project.set_code"))
            #expect(refused == "act_is_of_its_body")
            // The register is what counts, once it says something.
            try await bind(database, [("renovation_office", "development")])
            try await database.act(as: "development", Self.code(codes[2], as: "project.set_code"))
            let late = try await database.refusal(as: "office", Self.code(codes[3], as: "project.set_code"))
            #expect(late == "act_is_of_its_body")
        }
    }

    @Test("over the routes: refused with what lifts it, offered to nobody, and in no inbox of another body's")
    func routes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            #expect(await site.send(.post, "/v1/projects", as: "street", Scene.scheme).status == 201)
            let path = "/v1/projects/\(Scene.project)"
            let body: JSON = ["code": "2602-330302-04-01-123456"]
            let refused = await site.send(.post, path + "/code", as: "development", body)
            #expect(refused.refusalCodes == ["act_is_of_its_body"], "\(refused.text)")
            let offered = await site.send(.get, path, as: "development").json?["_actions"]?.list ?? []
            #expect(
                offered.allSatisfy { Desk.actsOfAnyBody.contains($0["action"]?.text ?? "") }, "\(offered)")
            let shared = try await database.owner.read(["select app.acts_of_any_body() as acts"])
            #expect(try Set(shared[0].one().texts("acts")) == Desk.actsOfAnyBody)
        }
    }
}
