import Harness
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

/// Who takes a project in, who names its community's bodies, and what ends with an engagement or an office.
@Suite("Projects: who takes part")
struct RelationTests {
    private static let base = "/v1/projects/\(Scene.project)"

    private func scheme(of unit: String) -> JSON {
        guard case .object(var fields) = Scene.scheme else { return .null }
        fields["construction_unit"] = .text(Seed.id("org:" + unit).description)
        return .object(fields)
    }

    private func paper(_ name: String) -> JSON {
        [
            "id": .text(Seed.id("paper:" + name).description), "kind": "other", "title": .text(name),
            "dated": "2026-02-01",
        ]
    }

    @Test("a project is taken in by its own construction unit, or by the office for one of the district's")
    func takingIn() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            let foreign = await site.send(.post, "/v1/projects", as: "street", scheme(of: "contractor"))
            #expect(foreign.refusalCodes == ["project_is_taken_in_by_its_unit"], "\(foreign.text)")
            let elsewhere = FrontScene.registration(
                place: "330302", ["construction_unit": .text(Seed.id("org:stranger").description)])
            let registered = await site.send(.post, "/v1/registrations", as: "office", elsewhere)
            #expect(registered.refusalCodes == ["project_is_taken_in_by_its_unit"], "\(registered.text)")
            let own = await site.send(
                .post, "/v1/registrations", as: "office", FrontScene.registration(place: "330302"))
            #expect(own.status == 201, "\(own.text)")
        }
    }

    @Test("bodies are named by the street, one of a role at a time; with the office ends what it may do")
    func bodies() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func record(_ name: String, _ unit: String) async -> Response {
                await site.send(
                    .post, Self.base + "/community-bodies", as: "street",
                    [
                        "id": .text(Seed.id(name).description),
                        "organisation": .text(Seed.id("org:" + unit).description), "role": "owners_body",
                        "valid_from": "2026-03-01",
                    ])
            }
            let listed = await site.send(.get, Self.base + "/community-bodies", as: "owners")
            let items = listed.json?["items"]?.list ?? []
            #expect(items.count == 2, "\(listed.text)")
            #expect(await record("second", "gas").refusalCodes == ["community_body_is_one_of_its_role"])
            #expect(await site.send(.post, Self.base + "/papers", as: "owners", paper("a")).status == 201)
            let standing = try #require(items.first { $0["role"] == "owners_body" }?["id"]?.text)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.community_body set valid_from = '2026-01-01'",
                ])
            }
            let end: JSON = ["valid_to": "2026-03-01", "reason": "换届"]
            let ended = await site.send(.post, "/v1/community-bodies/\(standing)/end", as: "street", end)
            #expect(ended.status == 200, "\(ended.text)")
            let again = await site.send(.post, "/v1/community-bodies/\(standing)/end", as: "street", end)
            #expect(again.refusalCodes == ["community_body_ends_once"])
            // What it had to do with it reads; it does nothing more.
            #expect(await site.send(.get, Self.base, as: "owners").status == 200)
            let late = await site.send(.post, Self.base + "/papers", as: "owners", paper("b"))
            #expect(late.status == 403 && late.json?["code"] == "takes_no_part", "\(late.text)")
            #expect(await record("second", "owners").status == 201)
            #expect(await site.send(.post, Self.base + "/papers", as: "owners", paper("b")).status == 201)
        }
    }

    @Test("an engagement's unit acts until it ends, reads afterwards, and is nobody in another role")
    func engagements() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            #expect(await site.send(.get, Self.base, as: "designer").status == 404)
            #expect(await site.send(.get, Self.base + "/events", as: "designer").status == 404)
            try await database.engage(["designer"], in: Scene.project)
            #expect(await site.send(.get, Self.base, as: "designer").status == 200)
            #expect(await site.send(.post, Self.base + "/papers", as: "designer", paper("a")).status == 201)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.engagement set valid_to = \(Seed.today), end_reason = 'x', version = 2",
                ])
            }
            #expect(await site.send(.post, Self.base + "/papers", as: "designer", paper("b")).status == 201)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.engagement set valid_to = '2026-03-01'",
                    TestDatabase.eventOfNothing,
                ])
            }
            #expect(await site.send(.get, Self.base, as: "designer").status == 200)
            #expect(await site.send(.post, Self.base + "/papers", as: "designer", paper("c")).status == 403)
            // A unit that designs is no contractor: its relation is of its role.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.engagement set role = 'contractor', valid_to = null",
                    TestDatabase.eventOfNothing,
                ])
            }
            #expect(await site.send(.get, Self.base, as: "designer").status == 404)
        }
    }

    @Test("raw SQL names no body for itself, ends none twice, and writes no event of another's project")
    func rawSQL() async throws {
        try await Raw.with { raw async throws in
            func body(_ name: String, role: String = "owners_body", to: String? = nil) -> [SQL] {
                Raw.change { op in
                    """
                    insert into app.community_body (district, community_body_id, project_id, organisation_id, role,
                        valid_from, valid_to, op_id)
                    values (1, \(Seed.id(name)), \(Scene.project), \(Seed.id("org:gas")), \(role), '2026-01-01',
                        \(to)::text::date, \(op))
                    """
                }
            }
            func end(_ reason: String?) -> [SQL] {
                Raw.change { op in
                    """
                    update app.community_body set valid_to = '2026-03-01', end_reason = \(reason),
                        version = version + 1, op_id = \(op) where role = 'community'
                    """
                }
            }
            let database = raw.database
            #expect(
                try await database.refusal(as: "owners", body("own", to: "2026-12-31"))
                    == "community_body_is_named_by_the_street")
            #expect(try await raw.refusal(body("other", role: "supplier")) == "community_body_role_is_known")
            #expect(try await raw.refusal(body("two")) == "community_body_is_one_of_its_role")
            #expect(
                try await raw.refusal(body("past", to: "2025-01-01")) == "community_body_ends_after_it_begins"
            )
            #expect(try await raw.refusal(end(nil)) == "community_body_end_has_a_reason")
            try await raw.act(end("换届"))
            #expect(try await raw.refusal(end("再一次")) == "community_body_ends_once")
            #expect(
                try await database.refusal(
                    as: "designer",
                    [TestDatabase.event(Seed.id("e"), on: ("x", Seed.id("e")), project: Scene.project)])
                    == "event_is_of_ones_own_project")
            let edition = try TestPolicies.book.get().edition(for: "330302")
            try await raw.act(Raw.community("far"))
            #expect(
                try await database.refusal(as: "contractor", Raw.project("theirs", of: "far", edition))
                    == "project_is_taken_in_by_its_unit")
            let op = Seed.id("op:theirs")
            #expect(
                try await database.refusal(
                    as: "contractor",
                    [
                        TestDatabase.event(op, on: ("test", op)),
                        """
                        insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                            edition, state, op_id)
                        values (1, \(Seed.id("theirs")), \(Seed.id("far")), 'n', \(Seed.id("org:street")), '330302',
                            \(edition), 'S06', \(op))
                        """,
                    ]) == "project_is_taken_in_by_its_unit")
        }
    }

    @Test("two who name a body, or end one, at once: one of them does")
    func races() async throws {
        try await Raw.with { raw async throws in
            let end = Raw.change { op in
                """
                update app.community_body set valid_to = '2026-03-01', end_reason = '换届', version = version + 1,
                    op_id = \(op) where role = 'community' and project_id = \(Scene.project)
                """
            }
            let again = Raw.change { op in
                """
                update app.community_body set valid_to = '2026-03-01', end_reason = '再一次', version = version + 1,
                    op_id = \(op) where role = 'community' and project_id = \(Scene.project)
                """
            }
            #expect(try await raw.lost(end, again) == "community_body_ends_once")
            try await raw.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into auth.organisation (organisation_id, credit_code, name, kind)
                    values (\(Seed.id("org:second committee")), \(Seed.creditCode(901)), '二居委', 'community')
                    """,
                ])
            }
            func name(_ unit: String) -> [SQL] {
                Raw.change { op in
                    """
                    insert into app.community_body (district, community_body_id, project_id, organisation_id, role,
                        valid_from, op_id)
                    values (1, \(Seed.id("new:" + unit)), \(Scene.project), \(Seed.id("org:" + unit)), 'community',
                        '2026-03-02', \(op))
                    """
                }
            }
            let second = try await raw.lost(name("community"), name("second committee"))
            #expect(second == "community_body_is_one_of_its_role")
        }
    }
}
