/// A detached signature in SSH's form (SSHSIG), which `ssh-keygen -Y verify` checks.
package struct SSHSignature: Hashable, Sendable {
    /// What a signature is for: one made for another purpose never passes.
    package enum Purpose: String, Hashable, Sendable {
        /// A seat's opinion in an acceptance.
        case signOff = "yanshou-signoff@v1"
        /// The site's word for a certificate as a whole.
        case certificate = "yanshou-certificate@v1"
        /// The proof, at registration, that a person holds a key.
        case keyClaim = "yanshou-key@v1"
    }

    private static let label = "SSH SIGNATURE"
    private static let magic = Array("SSHSIG".utf8)

    package let key: PublicKey
    package let namespace: String
    private let algorithm: String
    private let signature: [UInt8]

    /// Signs a message for one purpose.
    package init(of message: [UInt8], for purpose: Purpose, by signer: SigningKey) {
        key = signer.publicKey
        namespace = purpose.rawValue
        algorithm = "sha512"
        signature = signer.sign(
            SSHSignature.signed(namespace: purpose.rawValue, algorithm: "sha512", Digest.sha512(message)))
    }

    /// Reads the armored text of a signature by an Ed25519 key, or nil.
    package init?(armored: some StringProtocol) {
        guard let bytes = SSHArmor.bytes(armored, label: SSHSignature.label) else { return nil }
        var reader = SSHReader(bytes)
        guard reader.raw(SSHSignature.magic.count) == SSHSignature.magic, reader.number() == 1,
            let blob = reader.string(), let key = PublicKey(blob: blob), let namespace = reader.text(),
            !namespace.isEmpty, reader.string() == [], let algorithm = reader.text(),
            ["sha256", "sha512"].contains(algorithm), let inner = reader.string(), reader.isAtEnd
        else { return nil }
        var signatureReader = SSHReader(inner)
        guard signatureReader.text() == PublicKey.kind, let signature = signatureReader.string(),
            signature.count == 64, signatureReader.isAtEnd
        else { return nil }
        self.key = key
        self.namespace = namespace
        self.algorithm = algorithm
        self.signature = signature
    }

    package var armored: String {
        var inner = SSHWriter()
        inner.string(PublicKey.kind)
        inner.string(signature)
        var writer = SSHWriter()
        writer.raw(SSHSignature.magic)
        writer.number(1)
        writer.string(key.blob)
        writer.string(namespace)
        writer.string("")
        writer.string(algorithm)
        writer.string(inner.bytes)
        return SSHArmor.text(writer.bytes, label: SSHSignature.label)
    }

    /// Whether the key it names signed this message for this purpose; whose key that is, the caller must know.
    package func verifies(_ message: [UInt8], for purpose: Purpose) -> Bool {
        guard namespace == purpose.rawValue else { return false }
        let digest = algorithm == "sha512" ? Digest.sha512(message) : Digest.sha256(message)
        return key.verify(
            signature, of: SSHSignature.signed(namespace: namespace, algorithm: algorithm, digest))
    }

    private static func signed(namespace: String, algorithm: String, _ digest: [UInt8]) -> [UInt8] {
        var writer = SSHWriter()
        writer.raw(magic)
        writer.string(namespace)
        writer.string("")
        writer.string(algorithm)
        writer.string(digest)
        return writer.bytes
    }
}
