import Foundation
import Ledger
import Testing
import Values

@Suite("Keys and signatures, with the real ssh-keygen and openssl")
struct SSHTests {
    static let message = Array("联合验收：通过\n".utf8)
    static let verify = "ssh-keygen -Y verify -f allowed_signers -I wang -n yanshou-signoff@v1 -s m.sig"

    @Test func `ssh-keygen reads our key file and sees the same fingerprint`() throws {
        let scratch = try Scratch()
        let key = SigningKey.make()
        for comment in ["", "a", "wang@yunhe", "一二三"] {
            try scratch.write("key", key.file(comment: comment), mode: 0o600)
            let shown = try scratch.run("ssh-keygen -y -f key")
            #expect(shown.code == 0)
            #expect(shown.output.hasPrefix(key.publicKey.description))
            #expect(try scratch.run("ssh-keygen -l -f key").output.contains(key.publicKey.fingerprint))
            #expect(try SigningKey(file: key.file(comment: comment)).publicKey == key.publicKey)
        }
    }

    @Test func `we read ssh-keygen's key file, and say why we cannot read another`() throws {
        let scratch = try Scratch()
        _ = try scratch.run("ssh-keygen -q -t ed25519 -N '' -C wang@yunhe -f key")
        let key = try SigningKey(file: scratch.read("key"))
        #expect(try PublicKey(line: scratch.read("key.pub")) == key.publicKey)

        _ = try scratch.run(
            "ssh-keygen -q -t ed25519 -N secret -f locked; ssh-keygen -q -t ecdsa -N '' -f other")
        #expect(throws: KeyFault.locked) { try SigningKey(file: scratch.read("locked")) }
        #expect(throws: KeyFault.otherKind("ecdsa-sha2-nistp256")) {
            try SigningKey(file: scratch.read("other"))
        }
        #expect(throws: KeyFault.otherKind("ecdsa-sha2-nistp256")) {
            try PublicKey(line: scratch.read("other.pub"))
        }
        #expect(throws: KeyFault.unreadable) { try SigningKey(file: "nothing") }
        #expect(throws: KeyFault.unreadable) { try PublicKey(line: "ssh-ed25519 AAAA") }
    }

    @Test func `ssh-keygen accepts our signature, and refuses it altered, misused or by another`() throws {
        let scratch = try Scratch()
        let key = SigningKey.make()
        try scratch.write("allowed_signers", "wang namespaces=\"yanshou-signoff@v1\" \(key.publicKey)\n")
        try scratch.write("m", Self.message)
        try scratch.write("m.sig", SSHSignature(of: Self.message, for: .signOff, by: key).armored)
        let good = try scratch.run("\(Self.verify) < m")
        #expect(good.code == 0)
        #expect(good.output.contains("Good \"yanshou-signoff@v1\" signature for wang"))

        try scratch.write("m", "联合验收：不通过\n")
        #expect(try scratch.run("\(Self.verify) < m").code != 0)

        try scratch.write("m", Self.message)
        try scratch.write("m.sig", SSHSignature(of: Self.message, for: .keyClaim, by: key).armored)
        #expect(try scratch.run("\(Self.verify) < m").code != 0)

        try scratch.write("m.sig", SSHSignature(of: Self.message, for: .signOff, by: .make()).armored)
        #expect(try scratch.run("\(Self.verify) < m").code != 0)
    }

    @Test func `we accept ssh-keygen's signature, and refuse it altered or misused`() throws {
        let scratch = try Scratch()
        _ = try scratch.run("ssh-keygen -q -t ed25519 -N '' -f key")
        try scratch.write("m", Self.message)
        for hash in ["sha512", "sha256"] {
            _ = try scratch.run(
                "rm -f m.sig; ssh-keygen -q -Y sign -O hashalg=\(hash) -f key -n yanshou-signoff@v1 m")
            let armored = try scratch.read("m.sig")
            let signature = try #require(SSHSignature(armored: armored))
            #expect(signature.key == (try PublicKey(line: scratch.read("key.pub"))))
            #expect(signature.verifies(Self.message, for: .signOff))
            #expect(!signature.verifies(Self.message, for: .certificate))
            #expect(!signature.verifies(Self.message + [10], for: .signOff))
            #expect(signature.armored == armored)
        }
        _ = try scratch.run("rm -f m.sig; ssh-keygen -q -Y sign -f key -n file m")
        #expect(
            SSHSignature(armored: try scratch.read("m.sig"))?.verifies(Self.message, for: .signOff) == false)
    }

    @Test func `the same key signs the same as openssl does`() throws {
        let scratch = try Scratch()
        let seed = Array(UInt8(0)..<32)
        let key = try #require(SigningKey(seed: seed))
        let wrapped = (bytes(hex: "302e020100300506032b657004220420") ?? []) + seed
        try scratch.write("key.der", wrapped)
        try scratch.write("m", Self.message)
        let run = try scratch.run(
            "openssl pkeyutl -sign -rawin -keyform DER -inkey key.der -in m -out s && od -An -v -tx1 s")
        #expect(run.output.filter(\.isHexDigit) == hex(key.sign(Self.message)))
    }

    @Test func `every altered byte of a signature is refused`() throws {
        let signature = SSHSignature(of: Self.message, for: .signOff, by: .make())
        let armored = Array(signature.armored.utf8)
        for index in armored.indices {
            var other = armored
            other[index] ^= 1
            guard let text = String(validating: other, as: UTF8.self), let read = SSHSignature(armored: text)
            else {
                continue
            }
            #expect(!read.verifies(Self.message, for: .signOff), "byte \(index)")
        }
    }

    @Test func `a line of allowed signers reads back, and ssh-keygen keeps to its times`() throws {
        let scratch = try Scratch()
        let key = SigningKey.make()
        let person = ID(high: 7, low: 9)
        let from = try #require(Instant(iso: "2026-07-01T09:00:00.5+08:00"))
        let signer = AllowedSigner(
            person: person, key: key.publicKey, validAfter: from, validBefore: from.adding(seconds: 3600))
        #expect(AllowedSigner(line: signer.line) == signer)
        #expect(AllowedSigner(line: signer.line + " x") == nil)
        #expect(!signer.isValid(at: from.adding(seconds: -1)))
        #expect(signer.isValid(at: from))
        #expect(!signer.isValid(at: from.adding(seconds: 3600)))

        try scratch.write("allowed_signers", signer.line + "\n")
        try scratch.write("m", Self.message)
        try scratch.write("m.sig", SSHSignature(of: Self.message, for: .signOff, by: key).armored)
        for (seconds, code) in [(-60, false), (60, true), (7200, false)] as [(Int64, Bool)] {
            let time = AllowedSigner.stamp(from.adding(seconds: seconds))
            let run = try scratch.run(
                "ssh-keygen -Y verify -f allowed_signers -I \(person) -n yanshou-signoff@v1 "
                    + "-Overify-time=\(time) -s m.sig < m")
            #expect((run.code == 0) == code, "\(time): \(run.output)")
        }
    }
}
