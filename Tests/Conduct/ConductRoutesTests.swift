import Actions
import Harness
import PQ
import Testing
import Values
import Web

@testable import Conduct
@testable import ConductService

@Suite("Conduct: routes")
struct ConductRoutesTests {
    private func site(_ scene: Scene) throws -> TestSite {
        try TestSite(ConductRoutes(desk: scene.database.desk).routes)
    }

    private func staff(_ name: String, _ post: String, _ unit: String) -> JSON {
        [
            "id": .text(Seed.id(name).description), "organisation": .text(Scene.unit(unit).description),
            "post": .text(post), "name": "张三", "certificate": "浙1332020", "from_on": "2026-02-01",
        ]
    }

    @Test("a manager of two projects is refused with the clause; who stays away is shown to the office")
    func managers() async throws {
        try await Scene.with { scene in
            let site = try site(scene)
            let own = Scene.base + "/site-staff"
            let named = await site.send(
                .post, own, as: "contractor", staff("a", "project_manager", "contractor"))
            #expect(named.status == 201, "\(named.text)")
            let twice = await site.send(
                .post, "/v1/projects/\(Scene.other)/site-staff", as: "street",
                staff("b", "project_manager", "contractor"))
            #expect(twice.refusalCodes == ["project_manager_is_on_one_project"])
            #expect(twice.json?["refusals"]?.list?.first?["source"]?["rule"] == "EPC-09")
            for day in ["2026-02-26", "2026-02-27", "2026-03-02"] {
                let taken = await site.send(
                    .post, Scene.base + "/attendance", as: "supervisor",
                    ["day": .text(day), "present": [], "absent": [.text(Seed.id("a").description)]])
                #expect(taken.status == 201, "\(taken.text)")
            }
            let both: JSON = [
                "day": "2026-02-28", "present": [.text(Seed.id("a").description)],
                "absent": [.text(Seed.id("a").description)],
            ]
            #expect(await site.send(.post, Scene.base + "/attendance", as: "street", both).status == 422)
            let shown = await site.send(.get, own, as: "office").json?["items"]?.list?.first
            #expect(shown?["absent_days"] == 3 && shown?["absence_told"] == true)
            let ended = await site.send(
                .post, "/v1/site-staff/\(Seed.id("a"))/end", as: "street",
                ["until_on": "2026-03-02", "reason": "长期缺岗，更换"])
            #expect(ended.status == 200, "\(ended.text)")
            let again = await site.send(
                .post, "/v1/site-staff/\(Seed.id("a"))/end", as: "street",
                ["until_on": "2026-03-02", "reason": "x"])
            #expect(again.refusalCodes == ["site_staff_only_ends"])
            #expect(await site.send(.get, own, as: "stranger").status == 404)
            // Names stay out of the ledger.
            let bytes = try await scene.database.owner.read("select body from ledger.entry")
            #expect(
                try bytes.allSatisfy { !String(decoding: try $0.bytes("body"), as: UTF8.self).contains("张三") }
            )
        }
    }

    @Test("what residents are told is public at once, and too late is refused with when it may begin")
    func disturbances() async throws {
        let difference = try await Snapshot.difference("disturbances") {
            try await Scene.with(state: "S14") { scene in
                let site = try site(scene)
                func told(_ name: String, _ start: String, emergency: String? = nil) async -> Response {
                    var body: [String: JSON] = [
                        "id": .text(Seed.id(name).description), "kind": "water_stop", "reach": "1—3 幢",
                        "starts_at": .text(start), "ends_at": "2026-03-09T18:00:00+08:00",
                    ]
                    body["emergency_reason"] = emergency.map { .text($0) }
                    return await site.send(
                        .post, Scene.base + "/disturbances", as: "contractor", .object(body))
                }
                scene.database.clock.set(day: Seed.today)
                let late = await told("late", "2026-03-02T10:00:00+08:00")
                #expect(late.refusalCodes == ["disturbance_is_announced_in_time"])
                #expect(late.json?["refusals"]?.list?.first?["source"]?["clause"] == "第二十二条")
                #expect(await told("first", "2026-03-09T08:00:00+08:00").status == 201)
                #expect(await told("burst", "2026-03-02T10:00:00+08:00", emergency: "主管爆裂").status == 201)
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
        try await Scene.with(state: "S14") { scene in
            let site = try site(scene)
            let sent = await site.send(
                .post, Scene.base + "/disturbances", as: "contractor",
                [
                    "id": .text(Seed.id("x").description), "kind": "road_stop", "reach": "西门至 2 幢",
                    "starts_at": "2026-03-09T08:00:00+08:00", "ends_at": "2026-03-09T18:00:00+08:00",
                ])
            #expect(sent.status == 201, "\(sent.text)")
            let page = await site.send(.get, "/p/\(Scene.project)/notices", as: nil)
            #expect(page.status == 200 && page.text.contains("占道、封路") && page.text.contains("西门至 2 幢"))
            #expect(page.text.contains("2026-03-09 08:00"))
            let listed = await site.send(.get, Scene.base + "/disturbances", as: "street").json
            #expect(listed?["items"]?.list?.first?["complaints"] == 0)
        }
    }

    @Test("the office records visits, duties and special works, and exports what streets are assessed by")
    func watching() async throws {
        try await Scene.with(state: "S14") { scene in
            let site = try site(scene)
            let found: JSON = [
                "id": .text(Seed.id("v").description), "kind": "surprise", "visited_on": "2026-03-02",
                "visitors": "旧改办", "findings": "现场整洁", "bulletin_number": "通报〔2026〕1号",
            ]
            let visits = Scene.base + "/supervision-visits"
            #expect(await site.send(.post, visits, as: "contractor", found).status == 403)
            let visit = await site.send(.post, visits, as: "office", found)
            #expect(visit.status == 201, "\(visit.text)")
            let duty: JSON = [
                "id": .text(Seed.id("d").description), "duty": "street_assessment", "year": 2026,
                "done_on": "2026-03-02", "number": "鹿旧改办〔2026〕3号", "summary": "各街道数据已报",
            ]
            let before = await site.send(.get, "/v1/yearly-duties?year=2026", as: "office").json
            #expect(before?["items"]?.list?.first?["title"] == "区对街道综合考评数据", "\(before ?? .null)")
            #expect(await site.send(.post, "/v1/yearly-duties", as: "office", duty).status == 201)
            let after = await site.send(.get, "/v1/yearly-duties?year=2026", as: "office").json
            #expect(after?["items"]?.list?.first?["done_on"] == "2026-03-02")
            let streets = await site.send(.get, "/v1/assessments?year=2026", as: "office").json
            let street = streets?["items"]?.list?.first
            #expect(
                street?["projects"] == 2 && street?["begun"] == 2 && street?["visits"] == 1,
                "\(streets ?? .null)")
            #expect(await site.send(.get, "/v1/assessments?year=2026", as: "contractor").status == 403)
            let bulletin = await site.send(
                .post, Scene.base + "/routines", as: "street",
                [
                    "id": .text(Seed.id("r").description), "kind": "bulletin", "held_on": "2026-03-02",
                    "progress": "雨污管网完成六成", "quality": "检验批全部合格",
                ])
            #expect(bulletin.status == 201, "\(bulletin.text)")
            #expect(
                await site.send(.get, "/p/\(Scene.project)/notices", as: nil).text.contains("检验批全部合格"))
            let listed = await site.send(.get, Scene.base + "/routines", as: "contractor").json
            #expect(listed?["items"]?.list?.count == 1)
            let works = await site.send(
                .post, Scene.base + "/special-works", as: "street",
                ["id": .text(Seed.id("w").description), "title": "5G 网络", "department": "通信运营商"])
            #expect(works.status == 201, "\(works.text)")
            let settled = await site.send(
                .post, "/v1/special-works/\(Seed.id("w"))/settle", as: "street",
                ["keeper": "移动公司", "maintenance": "按协议养护", "settled_on": "2026-03-02"])
            #expect(settled.status == 200, "\(settled.text)")
        }
    }

    @Test("a place that knows rebuilding decides it with what it rests on; Lucheng does not know it")
    func rebuilding() async throws {
        let body: JSON = [
            "grounds": ["structural_hazard"], "appraisal": "鉴〔2026〕1号", "planning": "规〔2026〕1号",
            "funding": "居民出资、公积金和按揭贷款", "decided_on": "2026-03-01",
        ]
        try await Scene.with("330106", state: "S02") { scene in
            let site = try site(scene)
            let decided = await site.send(.post, Scene.base + "/rebuilding", as: "street", body)
            #expect(decided.status == 201 && decided.json?["matter"] == "rebuild", "\(decided.text)")
        }
        try await Scene.with("330302", state: "S02") { scene async throws in
            let site = try site(scene)
            let refused = await site.send(.post, Scene.base + "/rebuilding", as: "street", body)
            #expect(refused.refusalCodes == ["rebuilding_ground_is_of_the_place"])
        }
    }
}
