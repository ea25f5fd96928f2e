import Foundation
import Harness
import Ledger
import Testing
import Values

/// A log as Go's own packages are given it, to be held against them (`.ci/lib/sumdb.go`).
struct Sumdb {
    let verifier: NoteVerifier
    var note: String
    /// All leaves of the head.
    var leaves: [[UInt8]]
    /// Proofs of single events, all under the same head.
    var events: [LogProof]
    /// Older sizes, each with the proof that the head continues it.
    var older: [(size: Int, proof: [[UInt8]])]

    private var json: JSON {
        func texts(_ hashes: [[UInt8]]) -> JSON { .list(hashes.map { .text(Base64.text($0)) }) }
        return [
            "vkey": .text(verifier.description), "note": .text(note), "leaves": texts(leaves),
            "events": .list(
                events.map {
                    [
                        "entry": .text(Base64.text($0.entry)), "index": .int(Int64($0.index)),
                        "path": texts($0.path),
                    ]
                }),
            "older": .list(older.map { ["size": .int(Int64($0.size)), "proof": texts($0.proof)] }),
        ]
    }

    /// What the program says, and whether it agrees; built by whoever asks first.
    func ask(in folder: String) async throws -> (agrees: Bool, said: String) {
        let program = folder + "/sumdb"
        if !FileManager.default.fileExists(atPath: program) {
            let built = try await RunningProgram.run(
                "/usr/bin/go", ["build", "-o", program, TestServer.repository + "/.ci/lib/sumdb.go"],
                environment: [
                    "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": folder + "/go-cache",
                    "GOFLAGS": "",
                ], within: .seconds(600))
            try #require(built.status == 0, "\(built.errors)")
        }
        try Data(json.canonical).write(to: URL(fileURLWithPath: folder + "/log.json"))
        let told = try await RunningProgram.run(program, [folder + "/log.json"])
        return (told.status == 0, told.output + told.errors)
    }

    /// Agrees on the whole, and on none of its spoiled copies.
    func check(in folder: String) async throws {
        let whole = try await ask(in: folder)
        #expect(whole.agrees, "\(whole.said)")
        #expect(
            whole.said
                == "sumdb: head of \(leaves.count), \(events.count) events, \(older.count) older heads\n")
        var (leaf, note, path, proof) = (self, self, self, self)
        leaf.leaves[leaves.count / 2][7] ^= 1
        note.note = note.note.replacingOccurrences(of: "\n\(leaves.count)\n", with: "\n\(leaves.count - 1)\n")
        let first = try #require(events.first)
        var siblings = first.path
        siblings[0][0] ^= 128
        path.events = [LogProof(entry: first.entry, index: first.index, path: siblings, note: first.note)]
        let last = try #require(older.indices.last)
        proof.older[last].proof[0][31] ^= 1
        for (name, spoiled) in [("leaf", leaf), ("note", note), ("path", path), ("proof", proof)] {
            #expect(try await !spoiled.ask(in: folder).agrees, "\(name)")
        }
    }
}
