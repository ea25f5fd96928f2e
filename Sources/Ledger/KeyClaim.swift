package import Values

/// What a person says when registering a key, signed by that very key: this key is mine.
package struct KeyClaim: Hashable, Sendable {
    package static let kind = "key_claim"

    package let person: ID
    package let key: PublicKey

    package init(person: ID, key: PublicKey) {
        self.person = person
        self.key = key
    }

    /// The bytes to sign.
    package func canonical() -> [UInt8] {
        JSON.object([
            "v": 1, "kind": .text(KeyClaim.kind), "person": .text(person.description),
            "public_key": .text(key.description),
        ]).canonical
    }

    /// A person's claim to a key of his, with the proof that he holds it.
    package static func proof(of key: SigningKey, by person: ID) -> SSHSignature {
        SSHSignature(
            of: KeyClaim(person: person, key: key.publicKey).canonical(), for: .keyClaim, by: key)
    }

    /// Whether the proof was made by this key, for this person, to claim it.
    package func isProven(by proof: SSHSignature) -> Bool {
        proof.key == key && proof.verifies(canonical(), for: .keyClaim)
    }
}
