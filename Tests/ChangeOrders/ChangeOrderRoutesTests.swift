import ChangeOrdersService
import Harness
import PQ
import Testing
import Values
import Web

@testable import ChangeOrders

@Suite("Change orders over their routes")
struct ChangeOrderRoutesTests {
    @Test(
        "refused in principle it is filed and blocks; withdrawn it lifts; by the exception path it is approved"
    )
    func theWholePath() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            let drafted = await site.send(
                .post, "/v1/projects/\(Scene.project)/change-orders", as: "contractor", Scene.draft())
            #expect(drafted.status == 201, "\(drafted.text)")
            #expect(drafted.json?["cost_fen"] == 20_000_000)
            let refused = await site.send(.post, Scene.path + "/submit", as: "contractor", [:])
            #expect(refused.status == 422, "\(refused.text)")
            #expect(refused.refusalCodes == ["change_order_ground_is_open"])
            #expect(refused.json?["refusals"]?.list?.first?["source"]?["rule"] == "LC-08-5")
            #expect(try await Scene.blocks(database) == ["joint_acceptance", "log", "payment"])
            let card = await site.send(.get, Scene.path, as: "contractor").json ?? .null
            #expect(card["state"] == "blocked")
            #expect(card["because"]?.list?.first?["rule"] == "LC-08-5")
            #expect(card["_actions"]?.list?.first?["action"] == "change_order.withdraw")
            let found = try await database.owner.read("select verdict from app.determination")
            #expect(try found.one().text("verdict") == "blocked")

            let withdrawn = await site.send(.post, Scene.path + "/withdraw", as: "contractor")
            #expect(withdrawn.status == 200, "\(withdrawn.text)")
            #expect(try await Scene.blocks(database) == [])
        }
    }

    @Test("with ground, papers, opinions and two approvals the bill grows by exactly the change")
    func exceptionPath() async throws {
        let difference = try await Snapshot.difference("exception") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                try await Scene.set(database)
                let site = try Scene.site(database)
                let answers = await Scene.opined(site)
                for answer in answers { #expect(answer.status < 300, "\(answer.text)") }
                #expect(answers.last?.json?["state"] == "owner_decision")
                let own = await site.send(.post, Scene.path + "/owner-decision", as: "contractor", Scene.yes)
                #expect(own.status == 403)
                let early = await site.send(.post, Scene.path + "/district-decision", as: "office", Scene.yes)
                #expect(early.refusalCodes == ["change_order_is_decided_in_order"])
                let owner = await site.send(.post, Scene.path + "/owner-decision", as: "street", Scene.yes)
                #expect(owner.status == 200, "\(owner.text)")
                #expect(try await Scene.blocks(database) == ["joint_acceptance", "log", "payment"])
                let district = await site.send(
                    .post, Scene.path + "/district-decision", as: "office", Scene.yes)
                #expect(district.status == 200, "\(district.text)")
                #expect(district.json?["state"] == "approved")
                #expect(try await Scene.blocks(database) == [])
                let added = try await database.owner.read(
                    "select quantity_milli, amount_fen from app.bill_addition")
                #expect(try added.one().int64("quantity_milli") == 2_000_000)
                #expect(try added.one().int64("amount_fen") == 20_000_000)
                #expect(await site.send(.post, Scene.path + "/implement", as: "supervisor").status == 200)
                #expect(await site.send(.post, Scene.path + "/close", as: "street").status == 200)
                let list = await site.send(.get, "/v1/projects/\(Scene.project)/change-orders", as: "street")
                #expect(list.json?["items"]?.list?.first?["state"] == "closed")
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("beyond the approved budget it is refused with the sum, and stays a draft")
    func beyondBudget() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, quantity: 3_500_000)
            let refused = await site.send(.post, Scene.path + "/submit", as: "contractor", [:])
            #expect(refused.refusalCodes == ["change_stays_within_budget"])
            let missing = refused.json?["refusals"]?.list?.first?["missing"]?.list?.first?["zh"]?.text
            #expect(missing?.contains("超 150,000.00 元") == true, "\(missing ?? "")")
            #expect(await site.send(.get, Scene.path, as: "contractor").json?["state"] == "draft")
            #expect(try await Scene.blocks(database) == [])
        }
    }

    @Test("a decision over a version that has moved on is refused, and taken over the one that stands")
    func ifMatch() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.opined(site)
            let tag = try #require(await site.send(.get, Scene.path, as: "street").headers["etag"])
            let stale = await site.send(
                .post, Scene.path + "/owner-decision", as: "street", Scene.yes, ifMatch: "\"1\"")
            #expect(stale.status == 412 && stale.json?["code"] == "version_is_stale")
            #expect(stale.headers["etag"] == tag)
            let taken = await site.send(
                .post, Scene.path + "/owner-decision", as: "street", Scene.yes, ifMatch: tag)
            #expect(taken.status == 200, "\(taken.text)")
            let late = await site.send(
                .post, Scene.path + "/district-decision", as: "office", Scene.yes, ifMatch: tag)
            #expect(late.status == 412)
        }
    }

    @Test("a stranger from another district finds nothing")
    func tenancy() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site)
            #expect(await site.send(.get, Scene.path, as: "stranger").status == 404)
            #expect(await site.send(.get, Scene.path, as: nil).status == 401)
        }
    }

    @Test("the page says on what ground changes are refused, shows each order's standing, and to no stranger")
    func page() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let router = try Router(
                ChangeOrdersRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            func page(as login: String?) async -> Response {
                var headers: Headers = ["accept": "text/html"]
                if let login { headers["authorization"] = "Bearer " + Seed.token(login) }
                return await router.respond(
                    to: Request(.get, "/projects/\(Scene.project)/change-orders", headers: headers))
            }
            let empty = await page(as: "street")
            #expect(empty.status == 200, "\(empty.text)")
            #expect(empty.text.contains("没有工程变更。"))
            #expect(empty.text.contains("LC-08-5"))
            #expect(empty.text.contains("<q>原则上不允许工程变更</q>"))
            let site = try Scene.site(database)
            _ = await site.send(
                .post, "/v1/projects/\(Scene.project)/change-orders", as: "contractor", Scene.draft())
            _ = await site.send(.post, Scene.path + "/submit", as: "contractor", [:])
            let shown = await page(as: "contractor")
            #expect(!shown.text.contains("没有工程变更。"))
            for words in ["BG-1", "增加雨水管", "200,000.00", "2026-03-02", ChangeOrderState.blocked.words.zh] {
                #expect(shown.text.contains(words), "\(words): \(shown.text)")
            }
            #expect(await page(as: "stranger").status == 404)
            #expect(await page(as: nil).status == 401)
        }
    }
}
