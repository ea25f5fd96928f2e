import Harness
import PQ
import Testing
import Values
import Web

@testable import JointAcceptance

@Suite("Joint acceptance: the notice is a paper, and the quality station says that it has it")
struct NoticeTests {
    private func forget(_ kind: String, in database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica",
                "delete from app.paper where kind = \(kind)",
            ])
        }
    }

    @Test("no round is called on a notice that is not stored under its number (QLT-03)")
    func stored() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            try await forget("acceptance_notice", in: database)
            let site = try Scene.site(database)
            let refused = await site.send(
                .post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            #expect(refused.refusalCodes == ["acceptance_round_has_its_notice"], "\(refused.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.round("one"))
                    == "acceptance_round_has_its_notice")
        }
    }

    @Test("no certificate without the quality station's receipt of the notice (QLT-03)")
    func receipted() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            for answer in try await Scene.allPass(site) { #expect(answer.status == 201, "\(answer.text)") }
            try await forget("acceptance_notice_receipt", in: database)
            let refused = await site.send(.post, Scene.path + "/certificate", as: "street")
            #expect(
                refused.refusalCodes == ["certificate_waits_for_the_stations_receipt"], "\(refused.text)")
            #expect(
                try await database.refusal(as: "street", RawAcceptance.certify("none"))
                    == "certificate_waits_for_the_stations_receipt")
        }
    }
}
