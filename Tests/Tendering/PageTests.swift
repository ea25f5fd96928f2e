import Actions
import Harness
import Testing
import Values
import Web

@testable import Tendering
@testable import TenderingService

@Suite("Tendering: exemptions, withdrawals and the page of packages")
struct TenderingPageTests {
    private let base = "/v1/projects/\(Scene.project)"

    private func site(_ scene: Scene) throws -> TestSite {
        let desk = scene.database.desk
        return try TestSite(
            TenderingRoutes(actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk)).routes)
    }

    private func exemption(ground: String = "add_on", on day: String = "2026-02-20") -> JSON {
        [
            "id": .text(Seed.id("exemption").description), "ground": .text(ground), "reason": "与原排水系统配套",
            "document_title": "关于不招标的认定意见", "document_number": "温鹿旧改〔2026〕3号", "document_on": .text(day),
        ]
    }

    private func package(_ code: String, _ title: String, _ fen: Int64) -> JSON {
        [
            "id": .text(Seed.id(code).description), "code": .text(code), "title": .text(title),
            "category": "works", "estimate_fen": .int(fen), "planned_method": "direct",
        ]
    }

    @Test(
        "the office exempts on a ground of the law and by a document; the street, or haste, does not (TEN-13)"
    )
    func exempt() async throws {
        try await Scene.with(worth: 500_000_000) { scene async throws in
            let site = try site(scene)
            try await scene.act(Scene.budget())
            try await scene.act(Scene.package("A", 500_000_000))
            try await scene.act(scene.determine("A"))
            let path = "/v1/packages/\(Seed.id("A"))/exemption"
            #expect(await site.send(.post, path, as: "street", exemption()).status == 403)
            let hasty = await site.send(
                .post, path, as: "office", exemption(ground: "haste", on: "2026-03-03"))
            #expect(
                hasty.refusalCodes == [
                    "exemption_ground_is_of_the_law", "exemption_document_is_not_dated_ahead",
                ])
            let refusal = hasty.json?["refusals"]?.list?.first
            #expect(refusal?["source"]?["rule"] == "TEN-13")
            #expect(refusal?["missing"]?.list?.count == 7)
            let approved = await site.send(.post, path, as: "office", exemption())
            #expect(approved.status == 201, "\(approved.text)")
            #expect(approved.json?["because"]?.list?.first?["document"] != nil)
            #expect(
                await site.send(.post, path, as: "office2", exemption()).refusalCodes
                    == ["package_has_one_exemption"])
            try await scene.act(Scene.contract("A", 490_000_000))
            let page = await site.send(.get, "/projects/\(Scene.project)/packages", as: "street")
            #expect(page.text.contains("可以不招标：需要向原中标人采购") && page.text.contains("温鹿旧改〔2026〕3号"))
        }
    }

    @Test(
        "a package is withdrawn with its reason, and not twice; its contract is refused, its group counted anew"
    )
    func withdraw() async throws {
        try await Scene.with { scene async throws in
            let site = try site(scene)
            try await scene.act(Scene.budget())
            for code in ["A", "B"] {
                _ = await site.send(
                    .post, base + "/packages", as: "street", package(code, "标段" + code, 250_000_000))
            }
            let path = "/v1/packages/\(Seed.id("B"))/withdrawal"
            #expect(await site.send(.post, path, as: "office", ["reason": "并入另案"]).status == 403)
            let done = await site.send(.post, path, as: "street", ["reason": "并入另案"])
            #expect(done.status == 200, "\(done.text)")
            #expect(
                await site.send(.post, path, as: "street", ["reason": "再来"]).refusalCodes
                    == ["package_stays_withdrawn"])
            let determined = await site.send(.post, base + "/tender-determinations", as: "street")
            #expect(
                determined.json?["items"]?.list?.compactMap { $0["verdict"]?.text } == ["not_mandatory"])
            let list = await site.send(.get, base + "/packages", as: "street")
            let states = list.json?["items"]?.list?.compactMap { $0["state"]?.text }.sorted()
            #expect(states == ["determined", "withdrawn"])
            let page = await site.send(.get, "/projects/\(Scene.project)/packages", as: "street")
            #expect(page.text.contains("已撤销：并入另案"))
            try await scene.act(Scene.contract("A", 240_000_000))
            let signed = "/v1/packages/\(Seed.id("A"))/withdrawal"
            #expect(
                await site.send(.post, signed, as: "street", ["reason": "晚了"]).refusalCodes
                    == ["package_is_withdrawn_before_its_contract"])
        }
    }

    @Test(
        "the page shows verdict, clause and signs of splitting, with their source and no verdict of their own"
    )
    func signs() async throws {
        try await Scene.with { scene async throws in
            let site = try site(scene)
            let page = "/projects/\(Scene.project)/packages"
            let empty = await site.send(.get, page, as: "street")
            #expect(empty.status == 200 && empty.text.contains("还没有登记标段"))
            try await scene.act(Scene.budget())
            for (code, title) in [("A", "道路修复一标"), ("B", "道路修复二标")] {
                _ = await site.send(
                    .post, base + "/packages", as: "street", package(code, title, 210_000_000))
            }
            _ = await site.send(.post, base + "/tender-determinations", as: "street")
            let listed = await site.send(.get, base + "/packages", as: "office")
            let codes = listed.json?["signs"]?.list?.compactMap { $0["code"]?.text }
            #expect(codes == ["S1", "S1", "S5"])
            let text = await site.send(.get, page, as: "office").text
            #expect(text.contains("拆分迹象") && text.contains("必须招标") && text.contains("HOUSE-TEN-4"))
            #expect(await site.send(.get, page, as: nil).status == 401)
            #expect(await site.send(.get, page, as: "stranger").status == 404)
        }
    }
}
