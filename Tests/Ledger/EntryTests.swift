import Ledger
import Testing
import Values

@Suite("Entries of the ledger")
struct EntryTests {
    private static func entry(body: JSON, signOff: Entry.SignOff? = nil) throws -> Entry {
        try Entry(
            id: ID(high: 0x019F_1D0A_1CBB_7000, low: 0x8000_0000_0000_0001), type: "change_order.approve",
            subject: .init(kind: "change_order", id: ID(high: 3, low: 4)), project: ID(high: 5, low: 6),
            at: Instant(unixMilliseconds: 1_782_896_400_123), operation: Entry.operation(key: "k-1"),
            body: body,
            signOff: signOff)
    }

    @Test func `the leaf is the digest after a zero byte, and every byte counts`() {
        let bytes = Array("{\"body\":{\"reason\":\"暗管改线\"}}".utf8)
        let leaf = Entry.leaf(bytes)
        #expect(leaf == Digest.sha256([0] + bytes))
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(Entry.leaf(other) != leaf)
        }
    }

    @Test func `a body of more than 32,000 bytes is refused`() throws {
        _ = try Self.entry(body: .text(String(repeating: "x", count: 31_998)))
        #expect(throws: EntryFault.tooLong(bytes: 32_001)) {
            try Self.entry(body: .text(String(repeating: "x", count: 31_999)))
        }
    }

    @Test func `a number that other readers would round is refused`() throws {
        _ = try Self.entry(body: [["n": 9_007_199_254_740_991]])
        #expect(throws: EntryFault.numberTooLarge(-9_007_199_254_740_992)) {
            try Self.entry(body: [["n": -9_007_199_254_740_992]])
        }
    }

    @Test func `a signature stands in it by its digest, an attestation by who vouches`() throws {
        #expect(try Self.entry(body: [:]).signOff == .null)
        #expect(
            try Self.entry(body: [:], signOff: .signature("-----BEGIN")).signOff
                == ["kind": "sshsig", "ref": .text(hex(Digest.sha256("-----BEGIN".utf8)))])
        #expect(
            try Self.entry(body: [:], signOff: .init(kind: .attested, reference: "r")).signOff
                == ["kind": "attested", "ref": "r"])
    }

    @Test func `a commitment opens to its value alone, and two of one value differ`() {
        let one = Commitment(to: "王阿姨 13800005678")
        #expect(one.salt.count == 32)
        #expect(one.opens(to: "王阿姨 13800005678"))
        #expect(!one.opens(to: "王阿姨 13800005679"))
        #expect(one.digest != Commitment(to: "王阿姨 13800005678").digest)
        #expect(one.digest == Digest.sha256(one.salt + Array("王阿姨 13800005678".utf8)))
    }
}
