import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Works
@testable import WorksService

@Suite("Works: routes")
struct WorksRoutesTests {
    @Test(
        "start is refused with every clause, then allowed; then a day is logged, approved and shown as progress"
    )
    func walk() async throws {
        let difference = try await Snapshot.difference("works") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.lay(database, state: "S13")
                let site = try Scene.site(database)
                let base = "/v1/projects/\(Scene.project)"
                let refused = await site.send(
                    .post, base + "/start", as: "street", ["began_on": "2026-02-02"])
                #expect(refused.status == 422)
                #expect(
                    refused.refusalCodes == [
                        "works_start_waits_for_permit", "works_start_waits_for_quality_supervision",
                    ])
                let gate = await site.send(.get, base + "/start-gate", as: "street")
                #expect(gate.json?["open"] == false)
                #expect(gate.json?["_blocked"]?.list?.count == 1)
                try await WorksRoutesTests.record(["permit", "quality_supervision"], in: database)
                let started = await site.send(
                    .post, base + "/start", as: "street", ["began_on": "2026-02-02"])
                #expect(started.status == 200, "\(started.text)")

                let beyond = await site.send(
                    .post, base + "/logs", as: "contractor", Scene.log("a", "2026-03-01", 100_001))
                #expect(beyond.status == 422)
                #expect(beyond.refusalCodes == ["log_quantity_stays_within_bill"])
                #expect(beyond.json?["refusals"]?.list?.first?["source"]?["rule"] == "LC-08-5")
                let logged = await site.send(
                    .post, base + "/logs", as: "contractor", Scene.log("a", "2026-03-01", 25_000))
                #expect(logged.status == 201, "\(logged.text)")
                #expect(logged.json?["late"] == false)
                let same = await site.send(
                    .post, base + "/logs", as: "contractor", Scene.log("b", "2026-03-01", 1))
                #expect(same.refusalCodes == ["daily_log_is_one_a_day"])

                let log = "/v1/logs/\(Seed.id("log:a"))"
                #expect(await site.send(.post, log + "/approve", as: "contractor", [:]).status == 403)
                let read = await site.send(.get, log, as: "supervisor")
                #expect(read.json?["_actions"]?.list?.count == 2, "\(read.text)")
                #expect(await site.send(.post, log + "/approve", as: "supervisor", [:]).status == 200)
                let progress = await site.send(.get, base + "/progress", as: "owners")
                let line = progress.json?["lines"]?.list?.first
                #expect(line?["permille"] == 250, "\(progress.text)")
                #expect(line?["remaining_milli"] == 75_000)
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("a log sent back is handed in again as a revision; both revisions stay")
    func revision() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/logs"
            let picture =
                """
                iVBORw0KGgoAAAANSUhEUgAAACAAAAAQCAIAAAD4YuoOAAAAJ0lEQVR4nGO8IyfHQApwYthHknomklSTAUYtGLVg1I\
                JRC0YtoAYAAOVWAjj81TN9AAAAAElFTkSuQmCC
                """
            let sent = await site.send(
                .post, path, as: "contractor",
                Scene.log("a", "2026-03-01", 100_000, more: ["photos": [.text(picture)]]))
            #expect(sent.status == 201, "\(sent.text)")
            let log = "/v1/logs/\(Seed.id("log:a"))"
            let back = await site.send(.post, log + "/reject", as: "supervisor", ["reason": "数量不符"])
            #expect(back.status == 200, "\(back.text)")
            let less: JSON = [
                "quantities": [["bill_line": .text("\(Scene.pipe)"), "quantity_milli": 90_000]]
            ]
            #expect(await site.send(.post, log + "/submit", as: "contractor", less).status == 428)
            let again = await site.send(
                .post, log + "/submit", as: "contractor", less, ifMatch: back.headers["etag"])
            #expect(again.status == 200, "\(again.text)")
            #expect(again.json?["revision"] == 2)
            let read = await site.send(.get, log, as: "supervisor")
            #expect(
                read.json?["quantities"]?.list?.compactMap { $0["quantity_milli"]?.int } == [100_000, 90_000])
            let digest = try #require(read.json?["photos"]?.list?.first?.text)
            let photo = await site.send(.get, log + "/photos/" + digest, as: "supervisor")
            #expect(photo.headers["content-type"] == "image/png")
            let notPicture = await site.send(
                .post, path, as: "contractor",
                Scene.log("c", "2026-02-27", 1, more: ["photos": [.text(Base64.text(Array("<svg>".utf8)))]]))
            #expect(notPicture.status == 422)
        }
    }

    @Test("a payment goes by claim, supervisor, auditor's opinion, construction unit, and not otherwise")
    func payment() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            _ = await site.send(
                .post, "/v1/projects/\(Scene.project)/logs", as: "contractor",
                Scene.log("a", "2026-03-01", 60_000))
            _ = await site.send(.post, "/v1/logs/\(Seed.id("log:a"))/approve", as: "supervisor", [:])
            func claim(_ name: String, _ milli: Int64) -> JSON {
                [
                    "id": .text("\(Seed.id(name))"),
                    "lines": [["bill_line": .text("\(Scene.pipe)"), "quantity_milli": .int(milli)]],
                ]
            }
            let path = "/v1/contracts/\(Scene.contract)/payment-claims"
            let beyond = await site.send(.post, path, as: "contractor", claim("c1", 60_001))
            #expect(beyond.refusalCodes == ["payment_stays_within_logged_quantity"], "\(beyond.text)")
            let handed = await site.send(.post, path, as: "contractor", claim("c1", 60_000))
            #expect(handed.status == 201, "\(handed.text)")
            #expect(handed.json?["amount_fen"] == 3_000_000)
            let one = "/v1/payment-claims/\(Seed.id("c1"))"
            let early = await site.send(.post, one + "/certify", as: "street", [:])
            #expect(
                early.refusalCodes == ["payment_claim_step_is_allowed", "payment_waits_for_audit_opinion"])
            #expect(await site.send(.post, one + "/certify", as: "supervisor", [:]).status == 200)
            let waiting = await site.send(.post, one + "/certify", as: "street", [:])
            #expect(waiting.refusalCodes == ["payment_waits_for_audit_opinion"])
            let opinion = await site.send(
                .post, one + "/opinion", as: "auditor",
                ["id": .text("\(Seed.id("opinion"))"), "title": "跟踪审计意见", "dated": "2026-03-02"])
            #expect(opinion.status == 201, "\(opinion.text)")
            let certified = await site.send(.post, one + "/certify", as: "street", [:])
            #expect(certified.status == 200, "\(certified.text)")
        }
    }

    @Test("a lot fails, is rectified, passes; then completion is reported")
    func lots() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let base = "/v1/projects/\(Scene.project)"
            let early = await site.send(.post, base + "/report-completion", as: "contractor", [:])
            #expect(
                early.refusalCodes == [
                    "completion_waits_for_inspection_lots", "completion_waits_for_quantities",
                ])
            let planned = await site.send(
                .post, base + "/inspection-lots", as: "contractor",
                [
                    "id": .text("\(Seed.id("lot"))"), "contract": .text("\(Scene.contract)"), "code": "L-1",
                    "title": "排水管沟槽",
                ])
            #expect(planned.status == 201, "\(planned.text)")
            let lot = "/v1/inspection-lots/\(Seed.id("lot"))"
            let steps: [(String, String, JSON, Int)] = [
                ("/pass", "supervisor", [:], 422), ("/notify", "contractor", [:], 200),
                ("/fail", "supervisor", [:], 422), ("/fail", "supervisor", ["finding": "坡度不足"], 200),
                ("/notify", "contractor", [:], 422), ("/rectify", "contractor", [:], 200),
                ("/notify", "contractor", [:], 200), ("/pass", "supervisor", [:], 200),
            ]
            for (verb, login, body, status) in steps {
                let answer = await site.send(.post, lot + verb, as: login, body)
                #expect(answer.status == status, "\(verb): \(answer.text)")
            }
            let undone = await site.send(.post, base + "/report-completion", as: "contractor", [:])
            #expect(undone.refusalCodes == ["completion_waits_for_quantities"])
            #expect(undone.text.contains("已审核 0，应完成 100 m"), "\(undone.text)")
            try await RawRows.put(
                database,
                Array(Seed.completed(Scene.project, under: Seed.id("op")).dropLast()))
            let done = await site.send(.post, base + "/report-completion", as: "contractor", [:])
            #expect(done.status == 200, "\(done.text)")
            #expect(done.json?["state"] == "S15")
        }
    }

    @Test("the page shows what remains, takes a log, and shows a refusal beside what was filled in")
    func page() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let router = try Router(WorksRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            let path = "/projects/\(Scene.project)/log"
            let token = "Bearer " + Seed.token("contractor")
            let shown = await router.respond(
                to: Request(.get, path, headers: ["authorization": token, "accept": "text/html"]))
            #expect(shown.status == 200, "\(shown.text)")
            #expect(shown.text.contains("剩余 100 m"))
            func post(_ quantity: String) async -> Response {
                let fields = [
                    "id=\(Seed.id("log:page"))", "contract=\(Scene.contract)", "section=A",
                    "logged_on=2026-03-01",
                    "weather=x", "headcount=3", "q-\(Scene.pipe)=\(quantity)", "delay_hours=", "note=",
                ]
                return await router.respond(
                    to: Request(
                        .post, path,
                        headers: [
                            "authorization": token, "accept": "text/html",
                            "content-type": "application/x-www-form-urlencoded",
                        ], body: Array(fields.joined(separator: "&").utf8)))
            }
            let refused = await post("100.001")
            #expect(refused.status == 422)
            #expect(refused.text.contains("超出 0.001 m"))
            #expect(refused.text.contains("value=\"100.001\""))
            let wrong = await post("many")
            #expect(wrong.status == 422)
            let saved = await post("2.5")
            #expect(saved.status == 303, "\(saved.text)")
            let after = await router.respond(
                to: Request(.get, path, headers: ["authorization": token, "accept": "text/html"]))
            #expect(after.text.contains("剩余 97.5 m"))
        }
    }

    private static func record(_ kinds: [String], in database: TestDatabase) async throws {
        for kind in kinds {
            let op = Seed.id("op:" + kind)
            try await database.act(
                as: "street",
                [
                    TestDatabase.event(op, on: ("paper", Seed.id(kind)), project: Scene.project),
                    """
                    with file as (
                        insert into app.file (district, sha256, media_type, content)
                        values (1, sha256(\(Array("a whole scan of the paper \(kind)".utf8))), 'text/plain',
                            \(Array("a whole scan of the paper \(kind)".utf8))) on conflict do nothing
                    )
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                        dated, sha256, op_id)
                    values (1, \(Seed.id(kind)), \(Scene.project), 'project', \(Scene.project), \(kind), 't',
                        '2026-02-01', sha256(\(Array("a whole scan of the paper \(kind)".utf8))), \(op))
                    """,
                ])
        }
    }
}
