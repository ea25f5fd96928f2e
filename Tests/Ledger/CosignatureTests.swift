import Foundation
import Ledger
import Testing
import Values

/// A memory that keeps nothing, or refuses to.
private struct NoMemory: WitnessMemory {
    struct Full: Error {}
    let isFull: Bool

    func keep(_ note: String) throws { if isFull { throw Full() } }
}

@Suite("Cosignatures of the log's witnesses")
struct CosignatureTests {
    private static let leaves = (0..<7).map { Entry.leaf([UInt8($0)]) }
    private static let moment: Int64 = 1_679_315_147

    private func cosigned() throws -> (NoteSigner, WitnessSigner, note: String, line: String) {
        let log = try #require(NoteSigner.make(name: "example.com/log"))
        let signer = try #require(WitnessSigner.make(name: "witness.example/w"))
        let note = log.sign(size: 7, root: Merkle.root(of: Self.leaves))
        var witness = try LogWitness(signer, log: log.verifier, note: nil, memory: NoMemory(isFull: false))
        let line = try witness.cosign(HeadRequest(old: 0, proof: [], head: note), at: Self.moment)
        #expect(witness.note == note + line)
        return (log, signer, note, line)
    }

    @Test func `a witness's key and line read back, and are never taken for the log's own`() throws {
        let (log, signer, note, line) = try cosigned()
        #expect(WitnessSigner(file: signer.file)?.verifier == signer.verifier)
        #expect(WitnessVerifier(line: signer.verifier.description) == signer.verifier)
        #expect(NoteVerifier(line: signer.verifier.description) == nil)
        #expect(WitnessVerifier(line: log.verifier.description) == nil)
        #expect(NoteSigner(file: signer.file) == nil)
        #expect(WitnessSigner(file: log.file) == nil)
        #expect(log.verifier.checkpoint(of: note + line)?.size == 7)
        #expect(signer.verifier.time(in: note + line) == Self.moment)
        #expect(signer.verifier.time(in: note) == nil)
    }

    @Test func `every flipped bit of a cosigned note is found by one of the two who signed`() throws {
        let (log, signer, note, line) = try cosigned()
        let bytes = Array((note + line).utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                guard let text = String(bytes: changed, encoding: .utf8) else { continue }
                let isWhole =
                    log.verifier.checkpoint(of: text) != nil && signer.verifier.time(in: text) == Self.moment
                #expect(!isWhole, "\(place).\(bit)")
            }
        }
    }

    @Test func `openssl accepts a cosignature over its time and head, and refuses another time`() throws {
        let scratch = try Scratch()
        let (_, signer, note, line) = try cosigned()
        let point = try #require(
            Base64.bytes(signer.verifier.description.split(separator: "+", maxSplits: 2).last ?? "")
        ).dropFirst()
        try scratch.write(
            "key.der", [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] + point)
        let text = try #require(note.components(separatedBy: "\n\n").first) + "\n"
        try scratch.write("body", "cosignature/v1\ntime \(Self.moment)\n\(text)")
        try scratch.write("altered", "cosignature/v1\ntime \(Self.moment + 1)\n\(text)")
        let bytes = try #require(Base64.bytes(line.dropLast().split(separator: " ").last ?? ""))
        #expect(bytes.count == 76)
        try scratch.write("signature", Array(bytes.dropFirst(12)))
        for (file, good) in [("body", true), ("altered", false)] {
            let told = try scratch.run(
                "openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -sigfile signature -in \(file)"
            )
            #expect((told.code == 0) == good, "\(file): \(told.output)")
        }
    }

    @Test func `what cannot be kept is not cosigned, and a line under extensions is not given`() throws {
        let (log, signer, note, _) = try cosigned()
        var full = try LogWitness(signer, log: log.verifier, note: nil, memory: NoMemory(isFull: true))
        #expect(throws: NoMemory.Full.self) {
            _ = try full.cosign(HeadRequest(old: 0, proof: [], head: note), at: Self.moment)
        }
        #expect(full.last.size == 0)
        #expect(full.note == nil)
        #expect(throws: WitnessRefusal.otherLog) {
            _ = try LogWitness(signer, log: log.verifier, note: note, memory: NoMemory(isFull: false))
        }
    }
}
