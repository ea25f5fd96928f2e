import Foundation
import Harness
import Ledger
import PQ
import Testing
import Values

/// The head did not come in two minutes.
private struct LogNotSigned: Error {}

/// The log as outsiders read it: from the running service, with the public line alone.
@Suite("The log, read from outside")
struct LogSiteTests {
    /// The head once it speaks of every event there is.
    private func head(_ site: LiveSite, _ owner: Pool, _ verifier: NoteVerifier) async throws -> Checkpoint {
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            let answer = try await site.call("GET", "/log/checkpoint")
            let size = try await owner.read("select count(*) as n from ledger.entry").one().int("n")
            if answer.status == 200,
                let head = verifier.checkpoint(of: String(decoding: answer.body, as: UTF8.self)),
                head.size == size
            {
                return head
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw LogNotSigned()
    }

    @Test("head, tiles and proofs are read from outside and verified offline", .timeLimit(.minutes(20)))
    func outside() async throws {
        try await LiveSite.with(options: Journey.clock) { site in
            try await site.start()
            try await site.seed()
            let journey = Journey("logged")
            _ = try await site.insist(journey.importing())
            let owner = try site.pool()
            let vkey = site.state + "/log_vkey"
            let line = try String(contentsOfFile: vkey, encoding: .utf8)
            let verifier = try #require(NoteVerifier(line: line.dropLast()))
            let head = try await head(site, owner, verifier)

            var tree = TileTree(size: head.size) { place in
                let answer = try await site.call("GET", "/log/tile/" + place.path)
                #expect(answer.status == 200, "\(place.path)")
                return answer.body
            }
            #expect(try await tree.root() == head.root)
            for wrong in ["0/000.p/255", "0/001", "0/0", "9/000", "0/x000/000", "1/000.p/1"] {
                #expect(try await site.call("GET", "/log/tile/" + wrong).status == 404, "\(wrong)")
            }

            let events = try await owner.read(
                "select entry_id, body from ledger.entry where project_id = \(journey.project) order by entry_id"
            )
            #expect(events.count > 0)
            for row in events {
                let event = try row.id("entry_id")
                let address = "/v1/projects/\(journey.project)/events/\(event)/proof"
                let answer = try await site.call("GET", address, as: "street")
                #expect(answer.status == 200)
                let proof = try #require(LogProof(text: String(decoding: answer.body, as: UTF8.self)))
                #expect(proof.entry == (try row.bytes("body")))
                #expect(proof.head(by: verifier) == head)
                #expect(try await site.call("GET", address).status == 401)
                try await offline(answer.body, in: site.state, vkey: vkey)
            }
            let nothing = Seed.id("nothing")
            let absent = try await site.call(
                "GET", "/v1/projects/\(journey.project)/events/\(nothing)/proof", as: "street")
            #expect(absent.status == 404)
            await owner.close()
            #expect(try await site.stop() == 0)
        }
    }

    private func offline(_ proof: [UInt8], in folder: String, vkey: String) async throws {
        let file = folder + "/event.tlog-proof"
        func verify(_ bytes: [UInt8], _ key: String) async throws -> Int32 {
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            return try await RunningProgram.run("yanshou", ["verify-proof", file, "--vkey", key]).status
        }
        #expect(try await verify(proof, vkey) == 0)
        var altered = proof
        altered[40] ^= 1
        #expect(try await verify(altered, vkey) == 5)
        let other = try #require(NoteSigner.make(name: "example.com/log")).verifier
        #expect(try await verify(proof, other.description) == 5)
    }
}
