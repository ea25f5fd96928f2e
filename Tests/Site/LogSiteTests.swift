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
            var proofs: [LogProof] = []
            for row in events {
                let event = try row.id("entry_id")
                let address = "/v1/projects/\(journey.project)/events/\(event)/proof"
                let answer = try await site.call("GET", address, as: "street")
                #expect(answer.status == 200)
                let proof = try #require(LogProof(text: String(decoding: answer.body, as: UTF8.self)))
                #expect(proof.entry == (try row.bytes("body")))
                #expect(proof.head(by: verifier) == head)
                proofs.append(proof)
                #expect(try await site.call("GET", address).status == 401)
                try await offline(answer.body, in: site.state, vkey: vkey)
            }
            let nothing = Seed.id("nothing")
            let absent = try await site.call(
                "GET", "/v1/projects/\(journey.project)/events/\(nothing)/proof", as: "street")
            #expect(absent.status == 404)
            try await page(site, verifier)
            try await sumdb(site, verifier, head, &tree, proofs)
            await owner.close()
            #expect(try await site.stop() == 0)
        }
    }

    /// Go's own packages say the same of head, tree and proofs, from what the service serves alone.
    private func sumdb(
        _ site: LiveSite, _ verifier: NoteVerifier, _ head: Checkpoint, _ tree: inout TileTree,
        _ proofs: [LogProof]
    ) async throws {
        var leaves: [[UInt8]] = []
        while leaves.count < head.size {
            let place = TilePlace(
                level: 0, number: leaves.count / TilePlace.whole,
                width: min(TilePlace.whole, head.size - leaves.count))
            leaves += TilePlace.hashes(try await site.call("GET", "/log/tile/" + place.path).body)
        }
        var older: [(size: Int, proof: [[UInt8]])] = []
        for size in [1, head.size / 3, head.size / 2, head.size - 1] where size > 0 && size < head.size {
            older.append((size, try await tree.consistencyProof(from: size)))
        }
        let note = try #require(proofs.first).note
        try await Sumdb(verifier: verifier, note: note, leaves: leaves, events: proofs, older: older)
            .check(in: site.state)
    }

    /// The page shows the note; what a reader of others sees in its QR code is the same text, signed by the log.
    private func page(_ site: LiveSite, _ verifier: NoteVerifier) async throws {
        let answer = try await site.call("GET", "/log")
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"]?.hasPrefix("text/html") == true)
        let page = String(decoding: answer.body, as: UTF8.self)
        let image = site.state + "/head.pbm"
        try picture(of: page).write(toFile: image, atomically: true, encoding: .utf8)
        let seen = try await RunningProgram.run("/usr/bin/zbarimg", ["--raw", "-q", "-Sbinary", image])
        #expect(seen.status == 0, "\(seen.errors)")
        let note = seen.output
        let head = try #require(verifier.checkpoint(of: note), "\(note)")
        #expect(page.contains("<dd>\(head.size)</dd>"))
        #expect(page.contains("<dd>\(Base64.text(head.root))</dd>"))
        for line in note.split(separator: "\n") { #expect(page.contains("<code>\(line)</code>")) }
    }

    /// The page's vector image as a bitmap of four dots for a module.
    private func picture(of page: String) throws -> String {
        let whole = try #require(page.firstMatch(of: #/viewBox="0 0 (\d+)/#).flatMap { Int($0.1) })
        var dots = [[Bool]](repeating: Array(repeating: false, count: whole), count: whole)
        for stroke in page.matches(of: #/M(\d+) (\d+)h(\d+)v1/#) {
            guard let column = Int(stroke.1), let row = Int(stroke.2), let width = Int(stroke.3) else {
                continue
            }
            for place in column..<column + width { dots[row][place] = true }
        }
        let lines = dots.flatMap { row in
            Array(repeating: row.map { $0 ? "1 1 1 1" : "0 0 0 0" }.joined(separator: " "), count: 4)
        }
        return "P1\n\(whole * 4) \(whole * 4)\n" + lines.joined(separator: "\n") + "\n"
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
