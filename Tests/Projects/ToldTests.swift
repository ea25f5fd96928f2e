import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Projects

/// What one unit has told goes no further until somebody else has looked.
@Suite("Projects: what is told by one is looked at by another")
struct ToldTests {
    @Test("a project under way is taken in with a paper for every gate behind it, shown as recorded")
    func underWay() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try FrontScene.site(database)
            try await FrontScene.lie(database, in: "330106")
            let bare = FrontScene.registration(
                place: "330106", ["state": "S14", "works_began_on": "2025-09-01"])
            let refused = await site.send(.post, "/v1/registrations", as: "street", bare)
            #expect(refused.refusalCodes == ["project_import_names_its_evidence"], "\(refused.text)")
            let missing = refused.json?["refusals"]?.list?.first?["missing"]?.list ?? []
            #expect(missing.count > 15)
            // The sentence itself names what lacks.
            let detail = refused.json?["detail"]?.text ?? ""
            #expect(detail.contains("还缺：") && detail.contains("（\(missing.count) 项）"), "\(detail)")
            let evidence = missing.compactMap { words -> JSON? in
                guard let id = words["en"]?.text?.split(separator: " ").first else { return nil }
                return [
                    "requirement": .text(String(id)), "title": "存档的材料", "number": "旧档1",
                    "dated": "2025-06-01",
                ]
            }
            let whole = FrontScene.registration(
                place: "330106",
                ["state": "S14", "works_began_on": "2025-09-01", "evidence": .list(evidence)])
            let taken = await site.send(.post, "/v1/registrations", as: "street", whole)
            #expect(taken.status == 201, "\(taken.text)")
            let gates = await site.send(.get, FrontScene.base + "/gates", as: "street").json
            let states = gates?["gates"]?.list?.flatMap { $0["requirements"]?.list ?? [] }.map { $0["state"] }
            #expect(states?.allSatisfy { $0 == "imported" } == true)
            let front = RawFront(database: database)
            // HOUSE-FRT-5: what one unit typed alone goes no further until the office has seen the originals.
            let step: @Sendable (ID) -> SQL = { op in
                "update app.project set state = 'S15', version = version + 1, op_id = \(op) where project_id = \(front.project)"
            }
            #expect(try await front.refused("on", step) == "import_waits_for_its_confirmation")
            func held() async throws -> Int {
                try await database.owner.read(
                    """
                    select count(*) as held from app.block
                    where code = 'import_waits_for_its_confirmation' and action_class = 'payment' and lifted_at is null
                    """
                ).one().int("held")
            }
            #expect(try await held() == 1)
            let confirmed = await site.send(
                .post, FrontScene.base + "/papers", as: "office",
                [
                    "id": .text(Seed.id("confirmation").description), "kind": "import_confirmation",
                    "title": "在建项目补录材料核对认定书", "dated": "2026-03-01",
                    "content": .text(
                        Base64.text(Array("区旧改办已逐项核对补录材料的原件，与填报一致，同意按在建项目办理后续手续。".utf8))),
                ])
            #expect(confirmed.status == 201, "\(confirmed.text)")
            #expect(try await held() == 0)
            #expect(try await front.refused("on again", step) != "import_waits_for_its_confirmation")
            #expect(
                try await front.refused("later evidence") { op in
                    """
                    insert into app.imported_evidence (district, project_id, requirement, title, number, dated, op_id)
                    values (1, \(front.project), 'G99.more', '补', '1', '2025-06-01', \(op))
                    """
                } == "evidence_is_imported_with_its_project")
        }
    }

    @Test("the dry run tells what the register lacks, and a ballot waits for its area (HOUSE-REG-2)")
    func wholeArea() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let confirmed = await Owners.register(site)
            try #require(confirmed.status == 200, "\(confirmed.text)")
            func told(_ homes: Int32, _ area: Int64) async throws {
                try await database.owner.transaction { transaction in
                    _ = try await transaction.commit(after: [
                        "set local session_replication_role = replica",
                        "update app.community set households = \(homes), area_hundredths = \(area)",
                    ])
                }
            }
            func warnings(_ name: String) async -> [JSON?] {
                let checked = await site.send(
                    .post, Owners.base + "/register/imports", as: "community",
                    Owners.file(name, Owners.table))
                #expect(checked.status == 201, "\(checked.text)")
                return (checked.json?["warnings"]?.list ?? []).map { $0["code"] }
            }
            #expect(await warnings("same") == [])
            try await told(7, 60_001)
            #expect(
                await warnings("apart") == [
                    "homes_differ_from_the_community", "area_differs_from_the_community",
                ])
            // 600 ㎡ of 631.58 lack more than a twentieth, of 631.57 less; 600 of 571.42 are more than one above.
            for area: Int64 in [63_158, 57_142, 4_800_000] {
                try await told(6, area)
                #expect(
                    try await database.refusal(as: "community", OwnersRows.opening())
                        == "ballot_waits_for_the_whole_register", "\(area)")
                let refused = await site.send(
                    .post, Owners.base + "/ballots", as: "community", Owners.sheet())
                #expect(refused.refusalCodes == ["ballot_waits_for_the_whole_register"], "\(refused.text)")
            }
            try await told(6, 63_157)
            #expect(try await database.refusal(as: "community", OwnersRows.opening()) == nil)
            try await database.act(as: "community", OwnersRows.ending("called_off", because: "重新组织"))
            try await told(6, 57_143)
            let opened = await site.send(
                .post, Owners.base + "/ballots", as: "community", Owners.sheet(id: Seed.id("near")))
            #expect(opened.status == 201, "\(opened.text)")
        }
    }

    @Test("a ballot waits until the register has every home, or the office says why it has not (CV-04)")
    func wholeRegister() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let confirmed = await Owners.register(site)
            try #require(confirmed.status == 200, "\(confirmed.text)")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica", "update app.community set households = 7",
                ])
            }
            #expect(
                try await database.refusal(as: "community", OwnersRows.opening())
                    == "ballot_waits_for_the_whole_register")
            let refused = await site.send(.post, Owners.base + "/ballots", as: "community", Owners.sheet())
            #expect(refused.refusalCodes == ["ballot_waits_for_the_whole_register"], "\(refused.text)")
            try await database.act(as: "office", Raw.paper("register_correction"))
            let opened = await site.send(.post, Owners.base + "/ballots", as: "community", Owners.sheet())
            #expect(opened.status == 201, "\(opened.text)")
        }
    }
}
