import Harness
import Ledger
import PQ
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: papers and money come from those whose they are, while the project is open")
struct PaperTests {
    private let base = "/v1/projects/\(Scene.project)"

    private func paper(_ kind: String, dated: String = "2026-02-01", of subject: ID? = nil) -> JSON {
        var fields: [String: JSON] = [
            "id": .text(Seed.id("paper:\(kind):\(dated)").description), "kind": .text(kind),
            "title": .text(kind), "dated": .text(dated),
        ]
        if let subject { fields["subject_id"] = .text(subject.description) }
        return .object(fields)
    }

    private func close(_ database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "update app.project set state = 'S23' where project_id = \(Scene.project)",
            ])
        }
    }

    private func source(_ answer: Response) -> String? {
        answer.json?["refusals"]?.list?.first?["source"]?["rule"]?.text
    }

    @Test("a paper that opens a gate is recorded by its body only, and the refusal names clause and bodies")
    func recorders() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            try await database.engage(["designer", "agent", "auditor"], in: Scene.project)
            for (kind, rule) in [
                ("residents_pledge", "LC-06-1"), ("quality_supervision", "PER-3"),
                ("application_form", "LC-06-1"),
                ("feasibility_approval", "HOUSE-PAP-1"),
            ] {
                let refused = await site.send(.post, base + "/papers", as: "designer", paper(kind))
                #expect(refused.refusalCodes == ["paper_is_recorded_by_its_body"], "\(kind)")
                #expect(source(refused) == rule)
            }
            let named = await site.send(.post, base + "/papers", as: "owners", paper("permit"))
            #expect(
                named.json?["refusals"]?.list?.first?["lifted_by"]
                    == ["construction_unit", "renovation_office", "agent_construction"])
            for (kind, login) in [
                ("permit_exemption", "street"), ("quality_supervision", "agent"),
                ("application_form", "owners"),
                ("joint_review_minutes", "office"), ("plan_design", "designer"), ("other", "auditor"),
            ] {
                let recorded = await site.send(.post, base + "/papers", as: login, paper(kind))
                #expect(recorded.status == 201, "\(kind): \(recorded.text)")
            }
        }
    }

    @Test("an unknown kind, a day yet to come and another project's paper are refused")
    func formsOfPapers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let both = await site.send(
                .post, base + "/papers", as: "street", paper("love_letter", dated: "9999-12-31"))
            #expect(both.refusalCodes == ["paper_kind_is_known", "paper_is_not_dated_ahead"])
            #expect(
                await site.send(
                    .post, base + "/papers", as: "street", paper("permit_exemption", dated: "2026-03-03")
                )
                .refusalCodes == ["paper_is_not_dated_ahead"])
            #expect(
                await site.send(
                    .post, base + "/papers", as: "street", paper("permit_exemption", dated: "2026-03-02")
                )
                .status == 201)
            #expect(
                await site.send(
                    .post, base + "/papers", as: "street", paper("other", of: Seed.id("elsewhere"))
                )
                .refusalCodes == ["paper_is_of_its_project"])
        }
    }

    @Test("money is not recorded ahead of its day, and a voucher counts once, under a clause")
    func receiptsInTime() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            for answer in await Scene.ready(site, paid: 100) {
                #expect(answer.status < 300, "\(answer.text)")
            }
            var ahead = try #require(Scene.receipt("v2", 100).object)
            ahead["received_on"] = "2026-03-03"
            #expect(
                await site.send(.post, base + "/receipts", as: "owners", .object(ahead)).refusalCodes
                    == ["receipt_is_not_dated_ahead"])
            var again = try #require(Scene.receipt("v3", 100).object)
            again["voucher"] = "v1"
            let twice = await site.send(.post, base + "/receipts", as: "owners", .object(again))
            #expect(twice.refusalCodes == ["receipt_voucher_is_one"])
            #expect(source(twice) == "LC-06-3")
            let reversal: JSON = [
                "id": .text(Seed.id("back").description), "voucher": "r1", "reversed_on": "9999-01-01",
            ]
            #expect(
                await site.send(
                    .post, "/v1/receipts/\(Seed.id("receipt:v1"))/reversal", as: "owners", reversal
                ).refusalCodes == ["receipt_is_not_dated_ahead"])
        }
    }

    @Test("a gate rests on papers whose bytes are here, and takes no others")
    func bytes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func send(_ changes: [String: JSON]) async -> Response {
                var fields: [String: JSON] = [
                    "id": .text(Seed.id("paper:\(changes)").description), "kind": "application_form",
                    "title": "申请表", "dated": "2026-02-01",
                ]
                fields.merge(changes) { _, new in new }
                return await site.send(.post, base + "/papers", as: "owners", .object(fields))
            }
            func isHeld() async -> Bool {
                let gate = await site.send(.get, base + "/launch-gate", as: "street").text
                return !gate.contains("申请表》")
            }
            let foreign = JSON.text(String(repeating: "ab", count: 32))
            #expect(await send([:]).status == 201)
            #expect(await send(["sha256": foreign]).status == 201)
            #expect(await !isHeld())
            #expect(
                await send(["sha256": foreign, "content": Scene.bytes(of: "x")]).refusalCodes
                    == ["paper_is_its_digest"])
            #expect(await send(["title": "　", "content": Scene.bytes(of: "x")]).status >= 400)
            let whole = await send(["content": Scene.bytes(of: "申请表原件"), "media_type": "text/plain"])
            #expect(whole.status == 201, "\(whole.text)")
            #expect(await isHeld())
        }
    }

    @Test("a closed project takes no papers and no money, over its routes and in raw SQL")
    func closed() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await Scene.ready(site, paid: 100)
            try await close(database)
            #expect(
                await site.send(.post, base + "/papers", as: "street", paper("other")).refusalCodes
                    == ["paper_waits_no_more"])
            #expect(
                await site.send(.post, base + "/receipts", as: "owners", Scene.receipt("v2", 1)).refusalCodes
                    == ["receipt_waits_no_more"])
            #expect(try await database.refusal(as: "street", raw("other")) == "paper_waits_no_more")
            let op = Seed.id("late")
            let money: [SQL] = [
                TestDatabase.event(op, on: ("receipt", op), project: Scene.project),
                """
                insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen, voucher,
                    received_on, op_id)
                select 1, \(op), project_id, unit_id, 'personal', 1, 'v9', '2026-03-02', \(op)
                from app.register_unit where room = '101' and building = '1'
                """,
            ]
            #expect(try await database.refusal(as: "owners", money) == "receipt_waits_no_more")
        }
    }

    private func raw(_ kind: String, of subject: ID = Scene.project) -> [SQL] {
        let op = Seed.id("raw:\(kind):\(subject)")
        return [
            TestDatabase.event(op, on: ("paper", op), project: Scene.project),
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
            values (1, \(op), \(Scene.project), 'project', \(subject), \(kind), 't', '2026-02-01', \(op))
            """,
        ]
    }

    @Test("raw SQL of a designer records no permit either, and the street's does")
    func guardInTheDatabase() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            try await database.engage(["designer"], in: Scene.project)
            for kind in ["permit", "quality_supervision", "owners_handover_decision"] {
                #expect(
                    try await database.refusal(as: "designer", raw(kind)) == "paper_is_recorded_by_its_body")
            }
            #expect(
                try await database.refusal(as: "street", raw("permit", of: Seed.id("elsewhere")))
                    == "paper_is_of_its_project")
            #expect(try await database.refusal(as: "street", raw("quality_supervision")) == nil)
        }
    }

    @Test(
        "papers of acceptance are of their time, of one kind each, and with their bytes (HOUSE-ACC-3, HOUSE-PAP-2)"
    )
    func substance() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            func codes(_ kind: String, bytes: String?, dated: String = "2026-02-20") async -> [String] {
                var fields = paper(kind, dated: dated).object ?? [:]
                if let bytes { fields["content"] = Scene.bytes(of: bytes) }
                return await site.send(.post, base + "/papers", as: "street", .object(fields)).refusalCodes
            }
            #expect(await codes("permit", bytes: nil) == ["paper_kind_has_its_bytes"])
            #expect(
                await codes("technical_file", bytes: nil) == [
                    "paper_kind_has_its_bytes", "acceptance_paper_follows_the_works",
                ])
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.project set state = 'S15', works_began_on = '2026-02-10'",
                ])
            }
            #expect(
                await codes("technical_file", bytes: "t", dated: "2026-02-09") == [
                    "acceptance_paper_follows_the_works"
                ])
            #expect(await codes("technical_file", bytes: "t") == [])
            #expect(await codes("other_conditions", bytes: "t") == ["paper_serves_one_kind"])
        }
        try await Raw.with { raw async throws in
            let early = "acceptance_paper_follows_the_works"
            #expect(try await raw.refusal(Raw.paper("technical_file")) == early)
            #expect(
                try await raw.refusal(Raw.paper("permit", digest: "bare")) == "paper_kind_has_its_bytes")
            #expect(
                try await raw.refusal([
                    """
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256(''), 'text/plain', '')
                    """
                ]) == "file_has_bytes")
            try await raw.jump(to: "S15")
            #expect(
                try await raw.lost(
                    Raw.paper("completion_report"),
                    Raw.paper("test_reports", text: Scene.text(of: "completion_report")))
                    == "paper_serves_one_kind")
            #expect(
                try await raw.refusal(
                    Raw.paper("household_acceptance", text: Scene.text(of: "completion_report")))
                    == "paper_serves_one_kind"
            )
            try await raw.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    "update app.project set works_began_on = '2026-02-10'",
                ])
            }
            #expect(try await raw.refusal(Raw.paper("completion_report", dated: "2026-02-09")) == early)
        }
    }

    @Test("the bytes of a paper are read by those of its project alone, as they were brought")
    func bytesAreRead() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let (kept, told) = (Seed.id("paper:kept"), Seed.id("paper:told"))
            let answers = [
                await site.send(
                    .post, base + "/papers", as: "street",
                    [
                        "id": .text(kept.description), "kind": "other", "title": "会议纪要/一",
                        "dated": "2026-02-01",
                        "content": Scene.bytes(of: "原文<script>"), "media_type": "text/plain",
                    ]),
                await site.send(
                    .post, base + "/papers", as: "street",
                    ["id": .text(told.description), "kind": "other", "title": "别的", "dated": "2026-02-01"]),
            ]
            for answer in answers { #expect(answer.status == 201, "\(answer.text)") }
            let path = "/v1/papers/\(kept)/content"
            let read = await site.send(.get, path, as: "owners")
            #expect(read.status == 200 && read.text == Scene.text(of: "原文<script>"))
            #expect(read.headers["content-type"] == "text/plain; charset=utf-8")
            #expect(read.headers["x-content-type-options"] == "nosniff")
            #expect(read.headers["content-disposition"]?.hasPrefix("attachment;") == true)
            let digest = hex(Digest.sha256(Scene.text(of: "原文<script>").utf8))
            #expect(read.headers["etag"] == "\"\(digest)\"")
            let again = await site.send(.get, path, as: "owners", ifNoneMatch: "\"\(digest)\"")
            #expect(again.status == 304)
            #expect(await site.send(.get, "/v1/papers/\(told)/content", as: "owners").status == 404)
            for stranger in ["contractor", "stranger"] {
                #expect(await site.send(.get, path, as: stranger).status == 404, "\(stranger)")
            }
            let elsewhere = "/projects/\(Seed.id("elsewhere"))/papers/\(kept)"
            #expect(await site.send(.get, elsewhere, as: "street").status == 404)
            let list = await site.send(.get, base + "/papers", as: "owners").json?["items"]?.list ?? []
            #expect(Set(list.map { $0["media_type"] }) == ["text/plain", .null])
            let page = await site.send(.get, "/projects/\(Scene.project)/gates", as: "street")
            #expect(page.text.contains("/projects/\(Scene.project)/papers/\(kept)"))
            #expect(!page.text.contains("/papers/\(told)"))
        }
    }

    @Test("the first of a project's events is its import, and a step out of order names its clause")
    func importIsItsFirstEvent() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Scene.site(database)
            _ = await site.send(.post, "/v1/projects", as: "street", Scene.scheme)
            let events = await site.send(.get, base + "/events", as: "street").json?["items"]?.list
            #expect(events?.map { $0["type"] } == ["project.import"])
            let skipped = await site.send(.post, base + "/advance", as: "street", ["to": "S13"])
            #expect(skipped.refusalCodes == ["project_step_is_allowed"])
            // What the next step asks for first: the papers of the launch.
            #expect(source(skipped) == "LC-06-1")
        }
    }
}
