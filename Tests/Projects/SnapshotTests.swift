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
}
