import Harness
import PQ
import Testing
import Values
import Web

@testable import Oversight

@Suite("Oversight: guards in the database")
struct OversightGuardTests {
    private static func issue(_ name: String) -> ID { Seed.id("issue:" + name) }

    private static func change(_ name: String, _ op: String, _ assignments: SQL) -> [SQL] {
        [
            TestDatabase.event(
                Seed.id(op), on: ("issue", issue(name)),
                project: Scene.project),
            """
            update app.issue set \(assignments), version = version + 1, op_id = \(Seed.id(op))
            where issue_id = \(issue(name))
            """,
        ]
    }

    @Test("a severe issue holds acceptance from triage to verification, and again when it is reopened")
    func holds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/issues"
            _ = await site.send(.post, path, as: "resident", Scene.issue("a"))
            let untriaged = try await Scene.acceptanceBlock(database)
            #expect(untriaged == nil)
            _ = await site.send(.post, Scene.path("a", "accept"), as: "community", ["severity": "S1"])
            let standing = try await Scene.acceptanceBlock(database)
            #expect(standing == "acceptance_waits_for_severe_issues")
            _ = await site.send(.post, path, as: "resident", Scene.issue("b"))
            _ = await site.send(.post, Scene.path("b", "accept"), as: "community", ["severity": "S4"])
            for answer in await Scene.fixed(site, "c", severity: "S2") {
                #expect(answer.status < 300, "\(answer.text)")
            }
            let blocks = try await database.owner.read(
                "select count(*) as n from app.block where action_class = 'joint_acceptance' and lifted_at is null"
            )
            #expect(try blocks.one().int64("n") == 2)
            let verified = await site.send(.post, Scene.path("c", "verify"), as: "resident", [:])
            #expect(verified.status == 200, "\(verified.text)")
            let reopened = await site.send(
                .post, Scene.path("c", "reopen"), as: "resident", ["reason": "又响了"])
            #expect(reopened.status == 200, "\(reopened.text)")
            let again = try await database.owner.read(
                """
                select count(*) as n from app.block
                where action_class = 'joint_acceptance' and lifted_at is null and source_id = \(Self.issue("c"))
                """)
            #expect(try again.one().int64("n") == 1)
        }
    }

    @Test("raw SQL cannot skip a step, triage without the role, or change a severity")
    func steps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            _ = await site.send(
                .post, "/v1/projects/\(Scene.project)/issues", as: "resident", Scene.issue("a"))
            let skip = Self.change("a", "skip", "state = 'closed'")
            #expect(try await database.refusal(as: "community", skip) == "issue_step_is_allowed")
            func accept(_ login: String) -> [SQL] {
                Self.change(
                    "a", "accept-" + login,
                    "state = 'accepted', severity = 'S1', triaged_by = \(Seed.id("person:" + login))")
            }
            #expect(
                try await database.refusal(as: "contractor", accept("contractor"))
                    == "issue_is_triaged_by_community_or_street")
            #expect(try await database.refusal(as: "community", accept("community")) == nil)
            let milder = Self.change(
                "a", "milder",
                "state = 'assigned', severity = 'S4', assignee_organisation_id = \(Seed.id("org:epc"))")
            #expect(try await database.refusal(as: "community", milder) == "issue_severity_is_set_once")
        }
    }

    @Test("raw SQL cannot verify for another: not the fixer, not without the key, not off the roster")
    func witnesses() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            for answer in await Scene.fixed(site, "a", severity: "S2") {
                #expect(answer.status < 300, "\(answer.text)")
            }
            func verify(_ login: String, _ kind: String, unit: String, key: [UInt8]? = nil) -> [SQL] {
                Self.change(
                    "a", "verify-" + login + kind,
                    """
                    state = 'verified', verified_as = \(kind), verified_by = \(Seed.id("person:" + login)),
                        verified_organisation_id = \(Seed.id("org:" + unit)), shown_key_hash = \(key)
                    """)
            }
            let cases = [
                ("contractor", verify("contractor", "reporter", unit: "contractor")),
                ("contractor", verify("contractor", "link", unit: "contractor", key: [1, 2])),
                ("volunteer", verify("volunteer", "volunteer", unit: "owners")),
            ]
            for (login, statements) in cases {
                #expect(
                    try await database.refusal(as: login, statements)
                        == "issue_is_verified_by_reporter_or_volunteer")
            }
            #expect(await Scene.appoint(site).status == 201)
            let (login, statements) = cases[2]
            #expect(try await database.refusal(as: login, statements) == nil)
        }
    }

    @Test(
        "a volunteer has no engagement, whether it comes before the roster or after"
    )
    func engagement() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let engaged = await Scene.appoint(site, "supervisor")
            #expect(engaged.refusalCodes == ["volunteer_has_no_engagement_with_any_party"])
            #expect(await Scene.appoint(site, "volunteer").status == 201)
            let engage: SQL = """
                insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, project_id,
                    valid_from)
                values (1, \(Seed.id("late")), \(Seed.id("person:volunteer")), \(Seed.id("org:contractor")),
                    'contractor', \(Scene.project), '2026-01-01')
                """
            await #expect(throws: PQError.self) {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [engage])
                }
            }
        }
    }

    @Test("contacts are read by triage and by nobody else")
    func contacts() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            _ = await site.send(
                .post, "/v1/projects/\(Scene.project)/issues", as: "resident", Scene.issue("a"))
            for (login, seen) in [
                ("community", 1), ("street", 1), ("contractor", 0), ("supervisor", 0), ("resident", 0),
            ] {
                let rows = try await database.act(as: login, ["select count(*) as n from app.issue_contact"])
                #expect(try rows[0].one().int64("n") == Int64(seen), "\(login)")
            }
            let body = try await database.owner.read(
                "select convert_from(body, 'UTF8') as body from ledger.entry where type = 'issue.file'")
            let text = try body.one().text("body")
            #expect(!text.contains("13800000000"))
            #expect(!text.contains("夜里打钻"))
        }
    }
}
