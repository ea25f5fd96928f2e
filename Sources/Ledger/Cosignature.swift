import Values

/// A witness of the log (见证方), who says of a head that it continues what he saw before (C2SP tlog-cosignature, Ed25519).
package struct WitnessVerifier: Hashable, Sendable, CustomStringConvertible {
    static let algorithm: UInt8 = 4

    /// The witness's name: no space and no plus in it.
    package let name: String
    package let key: PublicKey

    package init?(name: String, key: PublicKey) {
        guard NoteVerifier.isName(name) else { return nil }
        self.name = name
        self.key = key
    }

    /// Reads `name+hash+key`; nil where the hash is not of this name and key, or the key is no witness's.
    package init?(line: some StringProtocol) {
        let parts = line.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.bytes(parts[2]), bytes.first == WitnessVerifier.algorithm,
            let key = PublicKey(point: Array(bytes.dropFirst())),
            let made = WitnessVerifier(name: String(parts[0]), key: key), hex(made.mark) == parts[1]
        else { return nil }
        self = made
    }

    package var description: String {
        "\(name)+\(hex(mark))+\(Base64.text([WitnessVerifier.algorithm] + key.point))"
    }

    /// The four bytes that lead each of its cosignatures.
    var mark: [UInt8] {
        Array(
            Digest.sha256(Array(name.utf8) + [0x0a, WitnessVerifier.algorithm] + key.point).prefix(4))
    }

    /// When it cosigned this note, in seconds since 1970; nil where it did not.
    ///
    /// Says nothing of the log's own signature, which is for `NoteVerifier.checkpoint(of:)`.
    package func time(in note: String) -> Int64? {
        guard let parts = NoteParts(note) else { return nil }
        return parts.signatures.compactMap { time($0, of: parts.text) }.max()
    }

    /// When the line, the answer of a witness, cosigned the note's text; nil where it did not.
    package func time(of line: some StringProtocol, under note: String) -> Int64? {
        guard let parts = NoteParts(note), let signature = NoteParts.signature(line) else { return nil }
        return time(signature, of: parts.text)
    }

    private func time(_ signature: NoteParts.Signature, of text: String) -> Int64? {
        guard signature.name == name, signature.mark == mark, signature.bytes.count == 72 else { return nil }
        let time = signature.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let told = Int64(exactly: time),
            key.verify(Array(signature.bytes.dropFirst(8)), of: WitnessVerifier.message(text, at: told))
        else { return nil }
        return told
    }

    static func message(_ text: String, at seconds: Int64) -> [UInt8] {
        Array("cosignature/v1\ntime \(seconds)\n\(text)".utf8)
    }
}

/// A witness's own key, which never leaves his machine.
package struct WitnessSigner: Sendable {
    private static let head = "PRIVATE+KEY+"

    package let verifier: WitnessVerifier
    private let key: SigningKey
    private let seed: [UInt8]

    package static func make(name: String) -> WitnessSigner? {
        WitnessSigner(name: name, seed: Chance.bytes(32))
    }

    package init?(name: String, seed: [UInt8]) {
        guard let key = SigningKey(seed: seed),
            let verifier = WitnessVerifier(name: name, key: key.publicKey)
        else { return nil }
        self.key = key
        self.seed = seed
        self.verifier = verifier
    }

    /// Reads the one line of its file, with or without the end of the line.
    package init?(file: String) {
        let line = file.hasSuffix("\n") ? String(file.dropLast()) : file
        guard line.hasPrefix(WitnessSigner.head) else { return nil }
        let parts = line.dropFirst(WitnessSigner.head.count).split(
            separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.bytes(parts[2]),
            bytes.first == WitnessVerifier.algorithm,
            let made = WitnessSigner(name: String(parts[0]), seed: Array(bytes.dropFirst())),
            hex(made.verifier.mark) == parts[1]
        else { return nil }
        self = made
    }

    /// The key file, one line: write it readable for its owner alone.
    package var file: String {
        WitnessSigner.head + "\(verifier.name)+\(hex(verifier.mark))+"
            + Base64.text([WitnessVerifier.algorithm] + seed) + "\n"
    }

    /// The line that goes under a note of this checkpoint, with its end.
    func line(_ checkpoint: Checkpoint, at seconds: Int64) -> String {
        let time = (0..<8).map { UInt8(truncatingIfNeeded: seconds >> (56 - 8 * $0)) }
        let signature = key.sign(WitnessVerifier.message(checkpoint.text, at: seconds))
        return "— \(verifier.name) \(Base64.text(verifier.mark + time + signature))\n"
    }
}
