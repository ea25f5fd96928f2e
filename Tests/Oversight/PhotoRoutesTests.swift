import Harness
import PQ
import Testing
import Values
import Web

@testable import Oversight
@testable import OversightService

@Suite("Oversight: who sees the photos")
struct PhotoRoutesTests {
    @Test("photos go to reporter, triage, fixing unit and volunteer only, and are kept by no cache")
    func readers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            for answer in await Scene.fixed(site, "a", severity: "S2") { #expect(answer.status < 300) }
            #expect(await Scene.appoint(site).status < 300)
            try await database.engage(["supervisor", "epc", "designer"], in: Scene.project)
            let read = await site.send(.get, Scene.path("a"), as: "community")
            let digest = try #require(read.json?["photos"]?.list?.first?["sha256"]?.text)
            let path = Scene.path("a", "photos/" + digest)
            for login in ["resident", "community", "street", "office", "contractor", "volunteer"] {
                let photo = await site.send(.get, path, as: login)
                #expect(photo.status == 200, "\(login): \(photo.text)")
                #expect(photo.headers["x-content-type-options"] == "nosniff")
                #expect(photo.headers["cache-control"] == "no-store")
                #expect(photo.headers["content-type"] == "image/png")
            }
            for login in ["supervisor", "epc", "owners", "designer"] {
                #expect(await site.send(.get, path, as: login).status == 404, "\(login)")
                let card = await site.send(.get, Scene.path("a"), as: login)
                #expect(card.status == 200 && card.json?["photos"]?.list?.isEmpty == true, "\(card.text)")
            }
        }
    }

    @Test("a photo that was sent without an account opens by its private link, and by no other key")
    func link() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let router = try Router(OversightRoutes(desk: database.desk).routes, ids: { Seed.id("request") })
            let id = Seed.id("issue:page")
            let key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            let filed = await router.respond(to: OversightRoutesTests.report(id, key))
            #expect(filed.status == 303, "\(filed.text)")
            let rows = try await database.owner.read(
                "select encode(sha256, 'hex') as digest from app.issue_photo")
            let path = "/p/\(Scene.project)/issues/\(id)/photos/\(try rows.one().text("digest"))"
            let shown = await router.respond(to: Request(.get, path + "?key=" + key))
            #expect(shown.status == 200 && shown.headers["cache-control"] == "no-store", "\(shown.text)")
            #expect(await router.respond(to: Request(.get, path + "?key=wrong")).status == 404)
            #expect(await router.respond(to: Request(.get, path)).status == 404)
        }
    }

    @Test("what does not open is refused beside its field, and nothing is filed")
    func damaged() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let site = try Scene.site(database)
            let path = "/v1/projects/\(Scene.project)/issues"
            guard case .object(var issue) = Scene.issue("a") else { return }
            issue["photos"] = [.text(Scene.picture), "/9j/4AECAw=="]
            let answer = await site.send(.post, path, as: "resident", .object(issue))
            #expect(answer.status == 422 && answer.json?["code"] == "photo_is_damaged", "\(answer.text)")
            #expect(answer.json?["errors"]?.list?.first?["pointer"] == "/photos/1")
            let count = try await database.owner.read("select count(*) as n from app.issue")
            #expect(try count.one().int64("n") == 0)
        }
    }
}
