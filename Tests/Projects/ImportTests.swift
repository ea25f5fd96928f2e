import Harness
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: how far an import is believed")
struct ImportTests {
    private func scheme(
        _ changes: [String: JSON] = [:], community: [String: JSON] = [:], scope: [String: JSON]? = [:]
    ) -> JSON {
        var fields = Scene.scheme.object ?? [:]
        for (name, value) in changes { fields[name] = value }
        var own = fields["community"]?.object ?? [:]
        for (name, value) in community { own[name] = value }
        fields["community"] = .object(own)
        if let scope {
            var facts = fields["scope"]?.object ?? [:]
            for (name, value) in scope { facts[name] = value }
            fields["scope"] = .object(facts)
        } else {
            fields["scope"] = nil
        }
        return .object(fields)
    }

    @Test(
        "the scope rule, the days, the amounts and the bodies are asked, every reason at once (LC-02-1, LC-02-2)"
    )
    func asked() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            func codes(_ scheme: JSON) async -> [String] {
                await site.send(.post, "/v1/projects", as: "street", scheme).refusalCodes
            }
            #expect(await codes(scheme(scope: nil)) == ["scope_names_its_facts"])
            #expect(
                await codes(scheme(scope: ["list_checked_on": "2026-03-03"])) == [
                    "scope_names_its_demolition_list"
                ])
            #expect(
                await codes(scheme(scope: ["list_checked_on": "1990-01-01"])) == [
                    "scope_demolition_list_is_recent"
                ])
            #expect(
                await codes(scheme(scope: ["in_demolition_range": true])) == [
                    "imported_scheme_is_within_the_scope"
                ])
            #expect(
                await codes(scheme(scope: ["no_danger": .bool(false), "danger_class": "D"])) == [
                    "imported_scheme_is_within_the_scope"
                ])
            // Built after 1999: all three conditions, and none of them is guessed.
            let young: [String: JSON] = ["completed_on": "2005-06-30"]
            #expect(await codes(scheme(community: young)) == ["scope_names_its_facts"])
            #expect(
                await codes(
                    scheme(
                        community: young,
                        scope: [
                            "poor_infrastructure": true, "poor_property_mgmt": true, "strong_will": false,
                        ]))
                    == ["imported_scheme_is_within_the_scope"])
            #expect(await codes(scheme(["approved_on": "2026-03-03"])) == ["scheme_is_not_dated_ahead"])
            #expect(
                await codes(scheme(community: ["completed_on": "2050-06-30"])).contains(
                    "community_is_completed"))
            #expect(
                await codes(scheme(community: ["completed_on": "2025-11-21"])).contains(
                    "community_is_completed_before_its_scheme"))
            var items = Scene.scheme["items"]?.list ?? []
            items[0] = Scene.item("A1", "mandatory", "fire_safety", 0)
            #expect(await codes(scheme(["items": .list(items)])) == ["mandatory_item_has_an_amount"])
            let builder: JSON = .text(Seed.id("org:contractor").description)
            #expect(
                await codes(scheme(community: ["owners_body": builder])) == ["community_body_is_of_its_kind"])
            let all = scheme(
                ["approved_on": "2026-03-03", "items": .list(items)], community: young,
                scope: ["in_demolition_range": true])
            #expect(
                await codes(all) == [
                    "mandatory_item_has_an_amount", "scheme_is_not_dated_ahead",
                    "imported_scheme_is_within_the_scope",
                ])
            let taken = await site.send(
                .post, "/v1/projects", as: "street",
                scheme(
                    community: young,
                    scope: ["poor_infrastructure": true, "poor_property_mgmt": true, "strong_will": true]))
            #expect(taken.status == 201, "\(taken.text)")
            let rows = try await database.owner.read(
                "select verdict from app.determination where question = 'scope'")
            #expect(try rows.one().text("verdict") == "eligible")
            // What was typed is enough to be taken in, and not to be launched.
            let base = "/v1/projects/\(Scene.project)"
            let code = "launch_waits_for_later_housing_approval"
            let launch = await site.send(.post, base + "/launch", as: "street")
            #expect(launch.refusalCodes.contains(code), "\(launch.text)")
            let jump = Raw.step(to: "S07")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "alter table app.project disable trigger _200_launch_gate",
                    "alter table app.project disable trigger _240_imported_scheme_has_its_approval",
                ])
            }
            #expect(try await database.refusal(as: "street", jump) == code)
            try await database.act(as: "office", Raw.paper("later_housing_approval"))
            #expect(try await database.refusal(as: "street", jump) != code)
            // Another street's file of the same community is answered with the project that is there.
            let again = scheme(
                ["id": .text(Seed.id("again").description)],
                community: [
                    "id": .text(Seed.id("again").description), "name": "另名小区", "address": "鹿城区水心街１号",
                ])
            let dry = await site.send(.post, "/v1/projects?dry_run=1", as: "street2", again)
            #expect(dry.refusalCodes == ["community_is_renovated_once_at_a_time"], "\(dry.text)")
            #expect(dry.text.contains("水心小区改造"))
        }
    }

    @Test(
        "the class of an item is the one that the packs give to its kind, not the importer's (LC-02-7, LC-14-1)"
    )
    func classes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            func refused(_ item: JSON, at index: Int = 5) async -> [String] {
                var items = Scene.scheme["items"]?.list ?? []
                items[index] = item
                return await site.send(
                    .post, "/v1/projects", as: "street", scheme(["items": .list(items)])
                ).refusalCodes
            }
            #expect(
                await refused(Scene.item("B1", "mandatory", "roads", 800)) == ["works_kind_is_of_its_class"])
            #expect(await refused(Scene.item("B1", "basic", "palace", 800)) == ["works_kind_is_known"])
            #expect(
                await refused(Scene.item("D1", "upgrade", "elevator", 800), at: 7)
                    == ["works_kind_is_of_its_class"])
        }
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(Raw.item("A", class: "mandatory")) == "works_kind_is_of_its_class")
            #expect(try await raw.refusal(Raw.item("A", of: "palace")) == "works_kind_is_known")
            #expect(
                try await raw.refusal(Raw.item("A", class: "basic", of: "elevator"))
                    == "works_kind_is_of_its_class")
        }
    }

    @Test("works outside the plan are launched on the office's stored decision, and not before (LC-14-5)")
    func outside() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            for answer in await Scene.ready(site, paid: 384_200_000) {
                #expect(answer.status < 300, "\(answer.text)")
            }
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, excluded, op_id)
                    values (1, \(Seed.id("lift")), \(Scene.project), 'E1', '加装电梯', 'improve', 'elevator', '部', 2000,
                        90000000, true, \(Seed.id("lift")))
                    """,
                ])
            }
            let base = "/v1/projects/\(Scene.project)"
            let code = "launch_waits_for_own_rule_approval"
            let amounts = await site.send(.post, base + "/launch", as: "street")
            #expect(
                amounts.refusalCodes == ["launch_waits_for_the_approved_amounts", code], "\(amounts.text)")
            let whole = await site.send(
                .post, base + "/papers", as: "office", Scene.approval("whole", outside: 90_000_000))
            #expect(whole.status == 201, "\(whole.text)")
            #expect(await site.send(.post, base + "/launch", as: "street").refusalCodes == [code])
            #expect(try await database.refusal(as: "street", Raw.step(to: "S07")) == code)
            let decision: JSON = [
                "id": .text(Seed.id("paper:lift").description), "kind": "own_rule_approval",
                "title": "加装电梯另行补助的认定", "dated": "2026-02-01", "content": Scene.bytes(of: "lift"),
                "media_type": "text/plain",
            ]
            #expect(
                await site.send(.post, base + "/papers", as: "street", decision).refusalCodes == [
                    "paper_is_recorded_by_its_body"
                ])
            #expect(await site.send(.post, base + "/papers", as: "office", decision).status == 201)
            #expect(await site.send(.post, base + "/launch", as: "street").status == 200)
        }
    }

    @Test("a community of one name and address has one open project, whoever writes its row anew (LC-01-2)")
    func once() async throws {
        let code = "community_is_renovated_once_at_a_time"
        try await Raw.with { raw async throws in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            try await raw.act(Raw.community("again", called: "commu nity"))
            #expect(try await raw.refusal(Raw.project("second", of: "again", edition)) == code)
            for (index, name) in ["ＣＯＭＭＵＮＩＴＹ（甲）", "Community [2]", "commu-nity。"].enumerated() {
                try await raw.act(Raw.community("alias:\(index)", called: name))
                #expect(
                    try await raw.refusal(Raw.project("as:\(index)", of: "alias:\(index)", edition)) == code,
                    "\(name)")
            }
            for (index, address) in [
                "浙江省温州市鹿城区五马街道 community路１号。", "鹿城区communi-ty路1号（东门）", "温州市community路1号",
            ].enumerated() {
                try await raw.act(Raw.community("at:\(index)", called: "别名\(index)", at: address))
                #expect(
                    try await raw.refusal(Raw.project("at:\(index)", of: "at:\(index)", edition)) == code,
                    "\(address)")
            }
            // The office's stored decision, under the other's full name, lets that one in and no other.
            try await raw.act(Raw.community("phase", called: "community 二期", at: "community路1号"))
            for (login, title) in [("street", "community 二期"), ("office", "community 三期")] {
                try await raw.database.act(as: login, Raw.paper("other", title: title))
                #expect(try await raw.refusal(Raw.project("phase", of: "phase", edition)) == code, "\(title)")
            }
            let decision = Raw.paper("phase_decision", title: "community 二期", digest: "unsent")
            try await raw.database.act(as: "office", decision)
            #expect(try await raw.refusal(Raw.project("phase", of: "phase", edition)) == code)
            try await raw.database.act(as: "office", Raw.paper("phase_decision", title: "ｃommunity二期"))
            #expect(try await raw.refusal(Raw.project("phase", of: "phase", edition)) == nil)
            try await raw.act(Raw.community("another", called: "community two"))
            #expect(try await raw.refusal(Raw.project("apart", of: "another", edition)) == nil)
            try await raw.act(Raw.community("one", called: "新村") + Raw.community("two", called: "新村"))
            #expect(
                try await raw.lost(
                    Raw.project("first", of: "one", edition), Raw.project("other", of: "two", edition))
                    == code)
        }
    }

    @Test("raw SQL: days, amounts, bodies and the scope of what is taken in")
    func guards() async throws {
        try await Raw.with { raw async throws in
            #expect(
                try await raw.refusal(Raw.community("ahead", completed: "2026-03-03"))
                    == "community_is_completed")
            #expect(
                try await raw.refusal(Raw.item("A1", class: "mandatory", amount: 0))
                    == "mandatory_item_has_an_amount")
            #expect(try await raw.refusal(Raw.plan(decided: "2026-03-03")) == "scheme_is_not_dated_ahead")
            #expect(
                try await raw.refusal(Raw.plan(decided: "1996-06-29"))
                    == "community_is_completed_before_its_scheme")
            let body = Raw.change(of: Seed.id("elsewhere")) { op in
                """
                insert into app.community_body (district, community_body_id, project_id, organisation_id, role,
                    valid_from, op_id)
                select 1, \(op), \(Seed.id("elsewhere")), \(Seed.id("org:contractor")), 'owners_body', '2026-01-01',
                    \(op)
                """
            }
            let edition = try TestPolicies.book.get().edition(for: "330302")
            try await raw.act(Raw.community("elsewhere's"))
            try await raw.act(Raw.project("elsewhere", of: "elsewhere's", edition))
            #expect(try await raw.refusal(body) == "community_body_is_of_its_kind")
        }
    }

    @Test("raw SQL: a scheme that comes with its community and plan comes with its finding on the scope")
    func scope() async throws {
        try await Raw.with { raw async throws in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            try await raw.act(Raw.community("elsewhere"))
            func taken(finding verdict: String?) -> [SQL] {
                let (op, project) = (Seed.id("op:taken"), Seed.id("taken"))
                func determination(_ question: String, _ verdict: String) -> SQL {
                    """
                    insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                        question, inputs, edition, as_of, verdict, because, op_id)
                    values (1, \(Seed.id(question)), \(project), 'project', \(project), \(question),
                        '{"list_version": "1", "list_checked_on": "2026-01-01"}', \(edition), '2026-01-20', \(verdict),
                        '{}', \(op))
                    """
                }
                return [
                    TestDatabase.event(op, on: ("test", op), project: project),
                    """
                    insert into app.project (district, project_id, community_id, name, construction_unit_id, place,
                        edition, state, op_id)
                    values (1, \(project), \(Seed.id("elsewhere")), 'n', \(Seed.id("org:street")), '330302', \(edition),
                        'S06', \(op))
                    """, determination("lc_funding", "computed"),
                ] + (verdict.map { [determination("scope", $0)] } ?? []) + [
                    """
                    insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                        quantity_milli, amount_fen, op_id)
                    values (1, \(op), \(project), 'P1', 'P1', 'basic', 'roads', 'm', 1000, 90, \(op))
                    """,
                    """
                    insert into app.funding_plan (district, project_id, other_fen, contingency_fen, total_fen,
                        resident_weighted_fen, excess_fen, resident_fen, subsidy_fen, required_fen, determination_id,
                        op_id)
                    values (1, \(project), 10, 0, 100, 10, 0, 10, 90, 10, \(Seed.id("lc_funding")), \(op))
                    """,
                ]
            }
            #expect(try await raw.refusal(taken(finding: nil)) == "imported_scheme_is_within_the_scope")
            #expect(
                try await raw.refusal(taken(finding: "ineligible")) == "imported_scheme_is_within_the_scope")
            try await raw.act(taken(finding: "eligible"))
        }
    }

    @Test("what was taken in with its scheme is launched with the stored approval of it, and not before")
    func approval() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            let answers = await Scene.ready(site, paid: 384_200_000)
            for answer in answers { #expect(answer.status < 300, "\(answer.text)") }
            func put(at other: String) async throws {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.paper set subject_kind = \(other) where kind = 'scheme_approval'",
                    ])
                }
            }
            try await put(at: "elsewhere")
            let launch = "/v1/projects/\(Scene.project)/launch"
            #expect(
                await site.send(.post, launch, as: "street").refusalCodes == [
                    "launch_waits_for_scheme_approval"
                ])
            #expect(
                try await database.refusal(as: "street", Raw.step(to: "S07"))
                    == "launch_waits_for_scheme_approval")
            try await put(at: "project")
            #expect(await site.send(.post, launch, as: "street").status == 200)
        }
    }
}
