import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: what the routes say, word for word")
struct ProjectSnapshotTests {
    @Test("the launch: the gate, the refusal, the card, the launch")
    func launch() async throws {
        let difference = try await Snapshot.difference("launch") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try Scene.site(database)
                _ = await Scene.ready(site, paid: 384_199_999)
                let base = "/v1/projects/\(Scene.project)"
                let steps: [(Method, String, String?, JSON?)] = [
                    (.get, base, nil, nil), (.get, base, "stranger", nil),
                    (.post, base + "/launch", "owners", nil),
                    (.get, base + "/launch-gate", "street", nil), (.post, base + "/launch", "street", nil),
                    (.get, base, "office", nil), (.post, base + "/receipts", "owners", ["amount_fen": "one"]),
                    (.post, base + "/receipts", "owners", Scene.receipt("v2", 1)),
                    (.post, base + "/launch", "street", nil), (.post, base + "/launch", "street", nil),
                    (.post, base + "/advance", "street", ["to": "S08"]),
                ]
                for (method, path, login, body) in steps {
                    _ = await site.send(method, path, as: login, body)
                }
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }

    @Test("the register and a ballot: the comparison, the sheet that is refused, slips, the count")
    func ballot() async throws {
        let difference = try await Snapshot.difference("ballot") {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try Owners.site(database)
                _ = await Owners.register(site)
                _ = await site.send(
                    .post, Owners.base + "/ballots", as: "community", Owners.sheet(["topics": ["whether"]]))
                _ = await site.send(.post, Owners.base + "/ballots", as: "community", Owners.sheet())
                let units = try await Owners.units(database)
                let path = "/v1/ballots/\(Owners.ballot)"
                _ = await site.send(
                    .post, path + "/slips", as: "owners",
                    Owners.slips([("101", "yes"), ("999", "yes")], units))
                _ = await site.send(
                    .post, path + "/slips", as: "owners", Owners.slips(Owners.votes, units))
                _ = await site.send(.get, path, as: "office")
                _ = await site.send(
                    .post, "/v1/slips/\(Seed.id("slip:101"))/recheck", as: "community",
                    ["id": .text("\(Seed.id("recheck"))"), "answers": ["yes"]])
                _ = await site.send(
                    .post, path + "/count", as: "community", ["id": .text("\(Seed.id("count"))")])
                _ = await site.send(.get, Owners.base + "/ballots", as: "office")
            }
        }
        #expect(difference == nil, "record anew with YANSHOU_RECORD=1:\n\(difference ?? "")")
    }
}
