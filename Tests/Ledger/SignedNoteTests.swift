import Foundation
import Ledger
import Testing
import Values

@Suite("Signed heads of the log")
struct SignedNoteTests {
    private static let leaves = (0..<7).map { Entry.leaf([UInt8($0)]) }
    private static let root = Merkle.root(of: leaves)

    @Test func `a key and its public line read back, in one spelling alone`() throws {
        let signer = try #require(NoteSigner.make(name: "example.com/log"))
        let again = try #require(NoteSigner(file: signer.file))
        #expect(again.verifier == signer.verifier)
        #expect(NoteVerifier(line: signer.verifier.description) == signer.verifier)
        #expect(NoteVerifier(line: signer.verifier.description + " ") == nil)
        #expect(NoteVerifier(line: "other" + signer.verifier.description) == nil)
        #expect(NoteSigner.make(name: "a b") == nil)
        #expect(NoteSigner.make(name: "a+b") == nil)
        // The line that the Go package's documentation gives for its example key.
        let known = try #require(
            NoteVerifier(line: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        #expect(known.name == "PeterNeumann")
    }

    @Test func `every flipped byte of a note is found; what others signed beside is passed over`() throws {
        let signer = try #require(NoteSigner.make(name: "example.com/log"))
        let other = try #require(NoteSigner.make(name: "witness.example/w"))
        let note = signer.sign(size: 7, root: Self.root)
        let head = Checkpoint(origin: "example.com/log", size: 7, root: Self.root)
        #expect(signer.verifier.checkpoint(of: note) == head)
        #expect(other.verifier.checkpoint(of: note) == nil)
        let line = other.sign(size: 7, root: Self.root).split(separator: "\n").last ?? ""
        #expect(signer.verifier.checkpoint(of: note + line + "\n") == head)
        let bytes = Array(note.utf8)
        for place in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[place] ^= 1 << UInt8(bit)
                guard let text = String(bytes: changed, encoding: .utf8) else { continue }
                #expect(signer.verifier.checkpoint(of: text) == nil, "\(place).\(bit)")
            }
        }
    }

    @Test func `openssl accepts a head's signature and refuses an altered one`() throws {
        let scratch = try Scratch()
        let signer = try #require(NoteSigner.make(name: "example.com/log"))
        let note = signer.sign(size: 7, root: Self.root)
        let body = Checkpoint(origin: "example.com/log", size: 7, root: Self.root).text
        let signature = try #require(note.split(separator: "\n").last?.split(separator: " ").last)
        let key = try #require(
            Base64.bytes(signer.verifier.description.split(separator: "+", maxSplits: 2).last ?? ""))
        // An Ed25519 point in its SubjectPublicKeyInfo (RFC 8410).
        try scratch.write(
            "key.der",
            [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00] + key.dropFirst())
        try scratch.write("body", body)
        try scratch.write("altered", body.replacingOccurrences(of: "\n7\n", with: "\n8\n"))
        try scratch.write("signature", Array(try #require(Base64.bytes(signature)).dropFirst(4)))
        let verify =
            "openssl pkeyutl -verify -pubin -keyform DER -inkey key.der -rawin -sigfile signature -in "
        let good = try scratch.run(verify + "body")
        #expect(good.code == 0, "\(good.output)")
        #expect(try scratch.run(verify + "altered").code != 0)
    }

    @Test func `what a signer is asked reads back in one spelling alone`() throws {
        let proof = try #require(Merkle.consistencyProof(from: 3, in: Self.leaves))
        let request = HeadRequest(
            old: 3, proof: proof,
            head: Checkpoint(origin: "example.com/log", size: 7, root: Self.root).text)
        #expect(HeadRequest(text: request.text) == request)
        for changed in [
            "old 03" + request.text.dropFirst(5), "old -3" + request.text.dropFirst(5),
            request.text.replacingOccurrences(of: "old 3\n", with: "old 3\nAAAA\n"), "", "old 3\n",
            "old 3\n" + String(repeating: Base64.text(Self.root) + "\n", count: 64) + "\nx",
        ] { #expect(HeadRequest(text: changed) == nil, "\(changed)") }
    }

    @Test(arguments: [1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537])
    func `roots and proofs from tiles are those of the whole`(size: Int) async throws {
        let leaves = (0..<size).map { Entry.leaf([UInt8($0 & 255), UInt8($0 >> 8 & 255), UInt8($0 >> 16)]) }
        var levels = [leaves]
        while let last = levels.last, last.count >= 256 {
            levels.append(
                (0..<last.count / 256).map { Merkle.root(of: Array(last[$0 * 256..<$0 * 256 + 256])) })
        }
        let stored = levels
        var tree = TileTree(size: size) { place in
            #expect(TilePlace(path: place.path) == place)
            let from = place.number * 256
            return stored[place.level][from..<from + place.width].flatMap { $0 }
        }
        #expect(try await tree.root() == Merkle.root(of: leaves))
        for old in [1, size / 3, size / 2, size - 1, size] where old > 0 && (size < 1000 || old > size - 2) {
            let proof = try await tree.consistencyProof(from: old)
            #expect(proof == Merkle.consistencyProof(from: old, in: leaves), "\(old)")
        }
    }

    @Test func `a tile's place has one spelling`() {
        #expect(TilePlace(level: 0, number: 1_234_067, width: 256).path == "0/x001/x234/067")
        #expect(TilePlace(path: "0/x001/x234/067")?.number == 1_234_067)
        #expect(TilePlace(path: "1/000.p/17") == TilePlace(level: 1, number: 0, width: 17))
        for wrong in [
            "0/1", "0/0001", "0/x000/001", "00/001", "0/001.p/0", "0/001.p/256", "0/001.p/07", "0/x001",
            "64/000",
            "0/001/", "", "0", "0/-01", "0/x001/x234/x067", "0/9999999999999999999999",
        ] { #expect(TilePlace(path: wrong) == nil, "\(wrong)") }
    }
}
