import CLibCrypto
import Values

/// Why a text is not a key we can use.
package enum KeyFault: Error, Hashable {
    case unreadable
    /// The file is locked by a passphrase; unlocked files alone can be read.
    case locked
    /// Another kind of key than Ed25519.
    case otherKind(String)
}

/// The public half of a person's key: an Ed25519 point in OpenSSH's spelling.
package struct PublicKey: Hashable, Sendable, CustomStringConvertible {
    package static let kind = "ssh-ed25519"

    /// The 32 bytes of the point.
    package let point: [UInt8]

    package init?(point: [UInt8]) {
        guard point.count == 32 else { return nil }
        self.point = point
    }

    /// Reads `ssh-ed25519 AAAA… comment`; the comment is dropped.
    package init(line: some StringProtocol) throws(KeyFault) {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard words.count >= 2 else { throw .unreadable }
        guard words[0] == PublicKey.kind else { throw .otherKind(String(words[0])) }
        guard let blob = Base64.bytes(words[1]), let key = PublicKey(blob: blob) else { throw .unreadable }
        self = key
    }

    init?(blob: [UInt8]) {
        var reader = SSHReader(blob)
        guard reader.text() == PublicKey.kind, let point = reader.string(), point.count == 32, reader.isAtEnd
        else { return nil }
        self.point = point
    }

    /// The line OpenSSH knows, without a comment.
    package var description: String { "\(PublicKey.kind) \(Base64.text(blob))" }

    /// `SHA256:…`, as ssh-keygen -l shows it.
    package var fingerprint: String {
        "SHA256:" + Base64.text(Digest.sha256(blob)).prefix { $0 != "=" }
    }

    var blob: [UInt8] {
        var writer = SSHWriter()
        writer.string(PublicKey.kind)
        writer.string(point)
        return writer.bytes
    }

    package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, point, point.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }
}

/// A person's own key, which never leaves the person's machine.
package struct SigningKey: Sendable {
    private let seed: [UInt8]
    package let publicKey: PublicKey

    package static func make() -> SigningKey {
        guard let key = SigningKey(seed: Chance.bytes(32)) else {
            preconditionFailure("libcrypto could not make an Ed25519 key")
        }
        return key
    }

    package init?(seed: [UInt8]) {
        guard seed.count == 32, let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32)
        else { return nil }
        defer { EVP_PKEY_free(key) }
        var point = [UInt8](repeating: 0, count: 32)
        var count = point.count
        guard EVP_PKEY_get_raw_public_key(key, &point, &count) == 1, let publicKey = PublicKey(point: point)
        else { return nil }
        self.seed = seed
        self.publicKey = publicKey
    }

    /// The 64 bytes of a plain Ed25519 signature.
    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count)
        defer { EVP_PKEY_free(key) }
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        let done =
            EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        precondition(done, "libcrypto could not sign")
        return signature
    }
}

extension SigningKey {
    private static let label = "OPENSSH PRIVATE KEY"
    private static let magic = Array("openssh-key-v1\0".utf8)

    /// The key file that ssh-keygen reads, without a passphrase: write it readable for its owner alone.
    package func file(comment: String) -> String {
        var secret = SSHWriter()
        let check = UInt32(truncatingIfNeeded: Chance.words().0)
        secret.number(check)
        secret.number(check)
        secret.string(PublicKey.kind)
        secret.string(publicKey.point)
        secret.string(seed + publicKey.point)
        secret.string(comment)
        var padding: UInt8 = 1
        while secret.bytes.count % 8 != 0 {
            secret.raw([padding])
            padding += 1
        }
        var writer = SSHWriter()
        writer.raw(SigningKey.magic)
        writer.string("none")
        writer.string("none")
        writer.string("")
        writer.number(1)
        writer.string(publicKey.blob)
        writer.string(secret.bytes)
        return SSHArmor.text(writer.bytes, label: SigningKey.label)
    }

    /// Reads a key file of ours or of ssh-keygen.
    package init(file: some StringProtocol) throws(KeyFault) {
        guard let bytes = SSHArmor.bytes(file, label: SigningKey.label) else { throw .unreadable }
        var reader = SSHReader(bytes)
        guard reader.raw(SigningKey.magic.count) == SigningKey.magic, let cipher = reader.text(),
            let derivation = reader.text(), reader.string() != nil, reader.number() == 1,
            let blob = reader.string(), let secretBytes = reader.string(), reader.isAtEnd
        else { throw .unreadable }
        guard cipher == "none", derivation == "none" else { throw .locked }
        var secret = SSHReader(secretBytes)
        guard let check = secret.number(), check == secret.number(), let kind = secret.text() else {
            throw .unreadable
        }
        guard kind == PublicKey.kind else { throw .otherKind(kind) }
        guard let point = secret.string(), let pair = secret.string(), pair.count == 64,
            let key = SigningKey(seed: Array(pair.prefix(32))), key.publicKey.point == point,
            Array(pair.suffix(32)) == point, key.publicKey.blob == blob
        else { throw .unreadable }
        self = key
    }
}
