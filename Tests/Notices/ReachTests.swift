import Harness
import Testing

@testable import Ledger
@testable import Notices

@Suite("Notices: where to, and signed how")
struct ReachTests {
    private static func address(_ text: String) throws -> [UInt8] {
        try #require(Reach.address(text), "\(text)")
    }

    @Test(
        "of what is said to be public nothing private is reached, in either family, nor in one written as the other"
    )
    func setAside() throws {
        let open = try #require(Reach(["public"]))
        for text in [
            "127.0.0.1", "127.255.255.254", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1", "0.0.0.0", "192.0.0.8", "198.18.0.1", "203.0.113.9", "224.0.0.1", "255.255.255.255",
            "::1", "::", "fe80::1", "fd00::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
            "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "2001::1", "3fff::1", "::7f00:1",
        ] {
            #expect(!open.admits(try Self.address(text), isEncrypted: true), "\(text)")
        }
        for text in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2400:3200::1", "::ffff:223.5.5.5"] {
            #expect(open.admits(try Self.address(text), isEncrypted: true), "\(text)")
            // In clear only to a network that the operator named.
            #expect(!open.admits(try Self.address(text), isEncrypted: false), "\(text)")
        }
    }

    @Test("a network that the operator names is reached, also in clear, and nothing beside it")
    func named() throws {
        let own = try #require(Reach(["10.2.0.0/15", "fd00:1::/32", "127.0.0.1"]))
        for text in ["10.2.0.1", "10.3.255.255", "::ffff:10.3.0.1", "fd00:1::9", "127.0.0.1"] {
            #expect(own.admits(try Self.address(text), isEncrypted: false), "\(text)")
        }
        for text in ["10.4.0.1", "fd00:2::9", "127.0.0.2", "1.1.1.1"] {
            #expect(!own.admits(try Self.address(text), isEncrypted: true), "\(text)")
        }
        for wrong in ["10.0.0.0/33", "10.0.0/8", "example.com", "", "10.0.0.0/8/8", "::/129"] {
            #expect(Reach([wrong]) == nil, "\(wrong)")
        }
        #expect(try #require(Reach([])).admits(try Self.address("1.1.1.1"), isEncrypted: true) == false)
    }

    /// The example of the standard's own libraries.
    @Test("a message is signed as Standard Webhooks signs its example")
    func example() throws {
        let key = try #require(Base64.bytes("plJ3nmyCDGBKInavdOK15jsl"))
        let body = Array(#"{"event_type":"ping","data":{"success":true}}"#.utf8)
        #expect(
            WebhookMessage.signature(of: body, id: "msg_loFOjxBNrRLzqYUf", at: 1_731_705_121, key: key)
                == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=")
    }

    @Test("a webhook's secret is its own, by site, district, webhook and number")
    func secrets() throws {
        let (one, other) = (SigningKey.make(), SigningKey.make())
        let (a, b) = (Seed.id("a"), Seed.id("b"))
        let texts = [
            WebhookSecret(of: a, number: 1, district: 1, by: one),
            WebhookSecret(of: a, number: 2, district: 1, by: one),
            WebhookSecret(of: a, number: 1, district: 2, by: one),
            WebhookSecret(of: b, number: 1, district: 1, by: one),
            WebhookSecret(of: a, number: 1, district: 1, by: other),
        ].map(\.text)
        #expect(Set(texts).count == 5)
        #expect(texts[0] == WebhookSecret(of: a, number: 1, district: 1, by: one).text)
        #expect(texts[0].hasPrefix("whsec_") && Base64.bytes(texts[0].dropFirst(6))?.count == 32)
    }
}
