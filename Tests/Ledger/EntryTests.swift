import Ledger
import Testing
import Values

@Suite("Entries of the ledger")
struct EntryTests {
    static func entry(body: JSON = ["reason": "暗管改线", "amount": 1_250_000], previous: [UInt8]? = nil) -> Entry
    {
        Entry(
            id: ID(high: 0x019F_1D0A_1CBB_7000, low: 0x8000_0000_0000_0001), district: 330_302,
            type: "change_order.approved", actor: ID(high: 1, low: 2), role: .renovationOffice,
            subject: .init(kind: "change_order", id: ID(high: 3, low: 4), version: 2), previous: previous,
            at: Instant(unixMilliseconds: 1_782_896_400_123), operation: Entry.operation(key: "k-1"),
            body: body,
            rows: [.init(table: "change_order", key: "1", version: 2, digest: Digest.sha256([]))],
            files: [Digest.sha256("a".utf8)], signOff: .init(kind: .attested, reference: "r"),
            rule: .init(id: "LC-08-5", version: "1"))
    }

    @Test func `the canonical form is one text with sorted keys`() throws {
        let text = String(decoding: try Self.entry().canonical(), as: UTF8.self)
        let wanted =
            #"{"actor":"00000000-0000-0001-0000-000000000002","at":"2026-07-01T09:00:00.123000Z","#
            + #""body":{"amount":1250000,"reason":"暗管改线"},"#
            + #""files":["ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"],"#
            + #""id":"019f1d0a-1cbb-7000-8000-000000000001","#
            + #""op":"\#(hex(Digest.sha256("k-1".utf8)))","prev":null,"role":"renovation_office","#
            + #""rows":[{"pk":"1","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","#
            + #""table":"change_order","version":2}],"rule":{"id":"LC-08-5","version":"1"},"#
            + #""sig":{"kind":"attested","ref":"r"},"#
            + #""subject":{"id":"00000000-0000-0003-0000-000000000004","kind":"change_order","version":2},"#
            + #""tenant":330302,"type":"change_order.approved","v":1}"#
        #expect(text == wanted)
    }

    @Test func `the leaf is the digest after a zero byte, and every byte counts`() throws {
        let bytes = try Self.entry().canonical()
        let leaf = Entry.leaf(bytes)
        #expect(leaf == Digest.sha256([0] + bytes))
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            #expect(Entry.leaf(other) != leaf)
        }
    }

    @Test func `an entry names the leaf before it`() throws {
        let first = Entry.leaf(try Self.entry().canonical())
        #expect(Self.entry(previous: first).json["prev"] == .text(hex(first)))
    }

    @Test func `an entry of more than 60,000 bytes is refused`() throws {
        let rest = try Self.entry(body: "").canonical().count
        _ = try Self.entry(body: .text(String(repeating: "x", count: 60_000 - rest))).canonical()
        #expect(throws: EntryFault.tooLong(bytes: 60_001)) {
            try Self.entry(body: .text(String(repeating: "x", count: 60_001 - rest))).canonical()
        }
    }

    @Test func `a number that other readers would round is refused`() throws {
        _ = try Self.entry(body: [["n": 9_007_199_254_740_991]]).canonical()
        #expect(throws: EntryFault.numberTooLarge(-9_007_199_254_740_992)) {
            try Self.entry(body: [["n": -9_007_199_254_740_992]]).canonical()
        }
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
