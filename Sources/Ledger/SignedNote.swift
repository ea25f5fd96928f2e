import Values

/// Who signs notes of a log (C2SP signed-note, Ed25519): a name and a public key, in one line that verifiers are given.
package struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
    static let algorithm: UInt8 = 1

    /// The log's name, its origin: no space and no plus in it.
    package let name: String
    package let key: PublicKey

    package init?(name: String, key: PublicKey) {
        guard NoteVerifier.isName(name) else { return nil }
        self.name = name
        self.key = key
    }

    /// Reads `name+hash+key`; nil where the hash is not of this name and key.
    package init?(line: some StringProtocol) {
        let parts = line.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.bytes(parts[2]), bytes.first == NoteVerifier.algorithm,
            let key = PublicKey(point: Array(bytes.dropFirst())),
            let made = NoteVerifier(name: String(parts[0]), key: key), hex(made.mark) == parts[1]
        else { return nil }
        self = made
    }

    package var description: String {
        "\(name)+\(hex(mark))+\(Base64.text([NoteVerifier.algorithm] + key.point))"
    }

    /// The four bytes that lead each of its signatures.
    var mark: [UInt8] {
        Array(Digest.sha256(Array(name.utf8) + [0x0a, NoteVerifier.algorithm] + key.point).prefix(4))
    }

    /// The checkpoint that a note is, where this key signed it; what others signed beside is passed over.
    package func checkpoint(of note: String) -> Checkpoint? {
        guard let parts = NoteParts(note), let checkpoint = Checkpoint(text: parts.text),
            checkpoint.origin == name
        else { return nil }
        var isSigned = false
        for signature in parts.signatures where signature.name == name && signature.mark == mark {
            guard key.verify(signature.bytes, of: Array(parts.text.utf8)) else { return nil }
            isSigned = true
        }
        return isSigned ? checkpoint : nil
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty && !text.contains("+") && !text.contains { $0.isWhitespace || $0.isNewline }
    }
}

/// A signed note taken apart (C2SP signed-note): its text, and the lines that sign it, none of them verified.
struct NoteParts {
    struct Signature {
        let name: String
        /// The four bytes that say whose key, and of what kind, made it.
        let mark: [UInt8]
        let bytes: [UInt8]
    }

    /// With the end of its last line.
    let text: String
    let signatures: [Signature]

    /// Reads it; nil where it is no note, or a line under it is no signature.
    init?(_ note: String) {
        let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 4, lines.last == "", let gap = lines.dropLast().lastIndex(of: ""),
            gap < lines.count - 2
        else { return nil }
        text = lines[..<gap].map { $0 + "\n" }.joined()
        let read = lines[(gap + 1)...].dropLast().map { NoteParts.signature($0) }
        signatures = read.compactMap { $0 }
        guard signatures.count == read.count else { return nil }
    }

    /// Reads `— name base64`.
    static func signature(_ line: some StringProtocol) -> Signature? {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "—", NoteVerifier.isName(String(words[1])),
            let bytes = Base64.bytes(words[2]), bytes.count > 4
        else { return nil }
        return Signature(
            name: String(words[1]), mark: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }
}

/// The log's own key, which only the signer reads (C2SP signed-note).
package struct NoteSigner: Sendable {
    private static let head = "PRIVATE+KEY+"

    package let verifier: NoteVerifier
    private let key: SigningKey
    private let seed: [UInt8]

    package static func make(name: String) -> NoteSigner? {
        NoteSigner(name: name, seed: Chance.bytes(32))
    }

    package init?(name: String, seed: [UInt8]) {
        guard let key = SigningKey(seed: seed), let verifier = NoteVerifier(name: name, key: key.publicKey)
        else { return nil }
        self.key = key
        self.seed = seed
        self.verifier = verifier
    }

    /// Reads the one line of its file, with or without the end of the line.
    package init?(file: String) {
        let line = file.hasSuffix("\n") ? String(file.dropLast()) : file
        guard line.hasPrefix(NoteSigner.head) else { return nil }
        let parts = line.dropFirst(NoteSigner.head.count).split(
            separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64.bytes(parts[2]), bytes.first == NoteVerifier.algorithm,
            let made = NoteSigner(name: String(parts[0]), seed: Array(bytes.dropFirst())),
            hex(made.verifier.mark) == parts[1]
        else { return nil }
        self = made
    }

    /// The key file, one line: write it readable for its owner alone.
    package var file: String {
        NoteSigner.head + "\(verifier.name)+\(hex(verifier.mark))+"
            + Base64.text([NoteVerifier.algorithm] + seed) + "\n"
    }

    /// The checkpoint of a tree as a signed note.
    package func sign(size: Int, root: [UInt8]) -> String {
        let text = Checkpoint(origin: verifier.name, size: size, root: root).text
        let signature = Base64.text(verifier.mark + key.sign(Array(text.utf8)))
        return text + "\n— \(verifier.name) \(signature)\n"
    }
}

/// The head of a log (C2SP tlog-checkpoint): whose it is, how many entries, and the root over them.
package struct Checkpoint: Hashable, Sendable {
    package let origin: String
    package let size: Int
    /// 32 bytes, RFC 6962.
    package let root: [UInt8]

    package init(origin: String, size: Int, root: [UInt8]) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads the text; lines after the third are extensions, and passed over.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, lines.last == "", !lines[0].isEmpty, let size = Int(lines[1]), size >= 0,
            String(size) == lines[1], let root = Base64.bytes(lines[2]), root.count == 32
        else { return nil }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    package var text: String { "\(origin)\n\(size)\n\(Base64.text(root))\n" }
}
