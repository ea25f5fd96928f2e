import Harness
import PQ
import Testing
import Values
import Web

@testable import Works

@Suite("Works: hidden works are told, and lots wait for the lots before them")
struct LotGuardTests {
    private static func notice(_ lot: String) -> RawRow {
        RawRow(
            "app.covering_notice", of: "covering_notice", Seed.id("notice:" + lot), in: Scene.project,
            [
                "inspection_lot_id": "\(Seed.id("lot:" + lot))", "round": "1",
                "owner_organisation_id": "\(Seed.id("org:street"))", "quality_station": "'鹿城质监站'",
                "notified_at": "'2026-03-02 09:00+08'", "covering_at": "'2026-03-03 09:00+08'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "notice_hours": "24", "given_by": "auth.person()",
            ])
    }

    private static func before(_ lot: String, _ earlier: String) -> RawRow {
        RawRow(
            "app.inspection_lot_predecessor", of: "inspection_lot_predecessor",
            Seed.id("before:\(lot)/\(earlier)"), in: Scene.project,
            [
                "inspection_lot_id": "\(Seed.id("lot:" + lot))",
                "predecessor_id": "\(Seed.id("lot:" + earlier))",
            ])
    }

    private static let notified: SQL = "state = 'notified', notified_on = '2026-03-02'"
    private static let passed: SQL = "state = 'passed', \(RawRows.inspected)"
    private static let failed: SQL = "state = 'failed', finding = '未做闭水', \(RawRows.inspected)"

    @Test(
        "raw SQL: notice is the contractor's, in time, of hidden works, to whom the law names, once a round")
    func notices() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let hidden = RawRows.lot("H").with(["hidden": "true"])
            try await database.act(as: "contractor", hidden.statements)
            try await database.act(as: "contractor", RawRows.lot("L").statements)
            func refusal(_ login: String, _ row: RawRow) async throws -> String? {
                try await database.refusal(as: login, row.statements)
            }
            let notice = Self.notice("H")
            let wrong: [(String, [String: SQL])] = [
                ("covering_notice_names_the_quality_station", ["quality_station": "''"]),
                ("covering_notice_hours_are_of_their_key", ["hours_key": "'log.late_after_days'"]),
                ("covering_notice_is_early_enough", ["covering_at": "'2026-03-03 08:59:59+08'"]),
                (
                    "covering_notice_reaches_the_construction_unit",
                    [
                        "owner_organisation_id": "\(Seed.id("org:epc"))"
                    ]
                ),
                ("covering_notice_is_of_the_round_that_stands", ["round": "2"]),
            ]
            for (code, changes) in wrong {
                #expect(try await refusal("contractor", notice.with(changes)) == code)
            }
            #expect(try await refusal("contractor", Self.notice("L")) == "covering_notice_is_of_its_lot")
            #expect(try await refusal("contractor2", notice) == "inspection_lot_is_moved_by_its_contractor")
            try await database.act(as: "contractor", RawRows.changeLot("H", "call", Self.notified))
            #expect(
                try await database.refusal(as: "supervisor", RawRows.changeLot("H", "early", Self.passed))
                    == "hidden_lot_waits_for_its_notice")
            try await database.act(as: "contractor", notice.statements)
            #expect(
                try await refusal("contractor", notice.again(as: "2")) == "covering_notice_is_one_a_round")
            #expect(
                try await database.refusal(as: "supervisor", RawRows.changeLot("H", "pass", Self.passed))
                    == nil)
        }
    }

    @Test("a round that fails meanwhile takes its notice no more; the next round is told anew")
    func rounds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            for name in ["H", "K"] {
                let hidden = RawRows.lot(name).with(["hidden": "true"])
                try await database.act(as: "contractor", hidden.statements)
                try await database.act(as: "contractor", RawRows.changeLot(name, "call", Self.notified))
            }
            let judged = try await database.race(
                ("supervisor", RawRows.changeLot("H", "fail", Self.failed)),
                ("contractor", Self.notice("H").statements))
            #expect(judged.0 == nil)
            #expect(judged.1 == "covering_notice_is_of_the_round_that_stands")
            try await database.act(
                as: "contractor", RawRows.changeLot("H", "mend", "state = 'rectifying', round = 2"))
            try await database.act(as: "contractor", Self.notice("H").with(["round": "2"]).statements)
            let twice = try await database.race(
                ("contractor", Self.notice("K").statements),
                ("contractor", Self.notice("K").again(as: "2").statements))
            #expect(twice.0 == nil)
            #expect(twice.1 == "covering_notice_is_one_a_round")
        }
    }

    @Test("raw SQL: a lot names lots of its contract that stand before it, and waits until they pass")
    func predecessors() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await database.act(as: "contractor", RawRows.lot("A").statements)
            let later = RawRows.lot("B")
            func plan(_ rows: [RawRow]) -> [SQL] {
                later.statements + rows.map { $0.insert(under: later.op) }
            }
            func refusal(_ rows: [RawRow]) async throws -> String? {
                try await database.refusal(as: "contractor", plan(rows))
            }
            let before = Self.before("B", "A")
            #expect(try await refusal([before, before]) == "inspection_lot_names_a_predecessor_once")
            #expect(
                try await refusal([Self.before("B", "B")]) == "inspection_lot_predecessor_is_planned_before")
            try await database.act(as: "contractor", plan([before]))
            #expect(
                try await database.refusal(as: "contractor", Self.before("A", "B").statements)
                    == "inspection_lot_predecessor_is_planned_before")
            #expect(
                try await database.refusal(as: "contractor", RawRows.changeLot("B", "call", Self.notified))
                    == "inspection_lot_waits_for_the_lots_before")
            try await database.act(as: "contractor", RawRows.changeLot("A", "call", Self.notified))
            try await database.act(as: "supervisor", RawRows.changeLot("A", "pass", Self.passed))
            #expect(
                try await database.refusal(as: "contractor", RawRows.changeLot("B", "call", Self.notified))
                    == nil)
            try await RawRows.put(
                database, ["update app.inspection_lot set contract_id = \(Seed.id("other")) where code = 'A'"]
            )
            let third = RawRows.lot("C")
            #expect(
                try await database.refusal(
                    as: "contractor",
                    third.statements + [Self.before("C", "A").insert(under: third.op)])
                    == "inspection_lot_predecessor_is_of_its_contract")
        }
    }

    @Test("over the routes: hidden works wait for the lot before them and for notice a day ahead")
    func routes() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let base = "/v1/projects/\(Scene.project)/inspection-lots"
            func plan(_ name: String, _ more: [String: JSON]) async -> Int {
                let fields: [String: JSON] = [
                    "id": .text("\(Seed.id("lot:" + name))"), "contract": .text("\(Scene.contract)"),
                    "code": .text(name), "title": "沟槽",
                ]
                let body = JSON.object(fields.merging(more) { own, _ in own })
                return await site.send(.post, base, as: "contractor", body).status
            }
            #expect(await plan("A", [:]) == 201)
            #expect(await plan("B", ["hidden": true, "after": [.text("\(Seed.id("lot:A"))")]]) == 201)
            func step(_ lot: String, _ verb: String, _ login: String, _ body: JSON = [:]) async -> [String] {
                let answer = await site.send(
                    .post, "/v1/inspection-lots/\(Seed.id("lot:" + lot))/\(verb)", as: login, body)
                return answer.status < 300 ? [] : answer.refusalCodes
            }
            let waits = await step("B", "notify", "contractor")
            #expect(waits == ["inspection_lot_waits_for_the_lots_before"])
            #expect(await step("A", "notify", "contractor") == [])
            #expect(await step("A", "pass", "supervisor") == [])
            #expect(await step("B", "notify", "contractor") == [])
            #expect(await step("B", "pass", "supervisor") == ["hidden_lot_waits_for_its_notice"])
            func tell(_ moment: String) async -> [String] {
                await step(
                    "B", "covering-notice", "contractor",
                    ["covering_at": .text(moment), "quality_station": "鹿城质监站"])
            }
            #expect(await tell("2026-03-03T08:59:59+08:00") == ["covering_notice_is_early_enough"])
            #expect(await tell("2026-03-03T09:00:00+08:00") == [])
            #expect(await tell("2026-03-04T09:00:00+08:00") == ["covering_notice_is_one_a_round"])
            #expect(await step("B", "pass", "supervisor") == [])
            let listed = await site.send(.get, base, as: "street").json?["items"]?.list ?? []
            let hidden = listed.first { $0["code"] == "B" }
            #expect(hidden?["covering_at"] == "2026-03-03T09:00:00+08:00")
            #expect(hidden?["after"] == [.text("\(Seed.id("lot:A"))")])
            let page = await site.send(.get, "/projects/\(Scene.project)/log", as: "contractor")
            #expect(page.text.contains("已通知，隐蔽时间 2026-03-03T09:00:00+08:00"))
        }
    }

    @Test("a lot that is told, or not, or judged: the rule gives every reason at once")
    func rules() throws {
        let unit = Seed.id("org:contractor")
        func actor(_ organisation: ID) -> Actor {
            Actor(
                person: Seed.id("p"), name: "", organisation: organisation, district: 1,
                appointment: Seed.id("a"), role: .contractor, secondFactor: false)
        }
        func facts(_ state: InspectionLotState, hidden: Bool, told: Bool) -> InspectionLotFacts {
            InspectionLotFacts(
                projectState: "S14", place: "330302", edition: "e", state: state, round: 1, version: 2,
                organisation: unit, hidden: hidden, isTold: told)
        }
        let now = Instant(startOf: Seed.today, hour: 9)
        func codes(_ facts: InspectionLotFacts, hours: Int64, by actor: Actor) throws -> [String] {
            try InspectionRules.coveringNotice(
                facts, covering: now.adding(seconds: hours * 3600), now: now, by: actor,
                under: TestPolicies.lucheng()
            ).refusals.map(\.code)
        }
        #expect(try codes(facts(.planned, hidden: true, told: false), hours: 24, by: actor(unit)) == [])
        #expect(
            try codes(facts(.passed, hidden: false, told: true), hours: 23, by: actor(Seed.id("x"))) == [
                "covering_notice_is_of_its_lot", "inspection_lot_is_moved_by_its_contractor",
                "covering_notice_is_of_the_round_that_stands", "covering_notice_is_one_a_round",
                "covering_notice_is_early_enough",
            ])
    }
}
