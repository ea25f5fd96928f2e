import Ledger
import Testing
import Values

@Suite("Digests, chance and secrets")
struct GroundTests {
    @Test func `digests equal the published ones`() {
        #expect(
            hex(Digest.sha256("abc".utf8))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hex(Digest.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            hex(Digest.sha512("abc".utf8))
                == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f")
    }

    @Test func `equal secrets compare equal and any other does not`() {
        #expect(Digest.same([1, 2, 3], [1, 2, 3]))
        #expect(!Digest.same([1, 2, 3], [1, 2, 4]))
        #expect(!Digest.same([1, 2, 3], [1, 2]))
        #expect(Digest.same([], []))
    }

    @Test func `identities carry their moment and never repeat`() throws {
        let at = try #require(Instant(iso: "2026-07-01T09:00:00.123Z"))
        let made = (0..<1000).map { _ in Identity.make(at: at) }
        #expect(Set(made).count == 1000)
        #expect(made.allSatisfy { Int64($0.high >> 16) == at.unixMilliseconds })
        #expect(made.allSatisfy { Array($0.description.utf8)[14] == UInt8(ascii: "7") })
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func `base64 has one spelling for every text`(plain: String, coded: String) {
        #expect(Base64.text(plain.utf8) == coded)
        #expect(Base64.bytes(coded) == Array(plain.utf8))
    }

    @Test(arguments: ["Zh==", "Zg=", "Zg", "Z===", "Zm9=", "Zm 9", "=Zm9"])
    func `base64 of another spelling is refused`(text: String) {
        #expect(Base64.bytes(text) == nil)
    }

    @Test func `base32 reads back what it wrote`() {
        #expect(Base32.text("foobar".utf8) == "MZXW6YTBOI")
        #expect(Base32.bytes("mzxw 6ytb oi======") == Array("foobar".utf8))
        #expect(Base32.bytes("M1") == nil)
    }

    @Test func `of a password stay the way to its key, and the key's digest`() throws {
        let kept = Password("梧田街道-2026")
        #expect(kept.form.hasPrefix("$scrypt$ln=15,r=8,p=1$"))
        let key = try #require(Password.key(of: "梧田街道-2026", form: kept.form))
        #expect(key.count == 32 && Digest.sha256(key) == kept.verifier)
        #expect(Password.key(of: "梧田街道-2027", form: kept.form) != key)
        #expect(Password("梧田街道-2026").verifier != kept.verifier)
    }

    @Test func `a key of RFC 7914 is derived`() {
        // "pleaseletmein", "SodiumChloride", N 16384, r 8, p 1: the first 32 bytes of the published key.
        let key = bytes(hex: "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
        let form = "$scrypt$ln=14,r=8,p=1$\(Base64.text("SodiumChloride".utf8))"
        #expect(Password.key(of: "pleaseletmein", form: form) == key)
    }

    @Test(arguments: [
        "", "plain", "$scrypt$ln=30,r=8,p=1$c2FsdA==", "$scrypt$$", "$bcrypt$x$y", "$scrypt$ln=15,r=8,p=1$!",
    ])
    func `a form that is not ours gives no key`(form: String) {
        #expect(Password.key(of: "plain", form: form) == nil)
    }

    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `one-time codes equal those of RFC 6238`(seconds: Int64, digits: String) {
        let code = OneTimeCode(secret: Array("12345678901234567890".utf8))
        #expect(code.code(at: Instant(unixMilliseconds: seconds * 1000)) == digits)
    }

    @Test func `a one-time secret reads back from its text`() {
        let code = OneTimeCode.make()
        #expect(OneTimeCode(text: code.text)?.secret == code.secret)
    }

    @Test func `tokens are long, different and kept as digests`() {
        let token = Token.make()
        #expect(token.hasPrefix("ys_") && token.count == 35)
        #expect(token != Token.make())
        #expect(Token.hash(token) == Digest.sha256(token.utf8))
    }
}
