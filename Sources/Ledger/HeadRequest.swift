/// What a signer or a witness is asked for (C2SP tlog-witness): a head, and the proof that it continues an older one.
package struct HeadRequest: Hashable, Sendable {
    /// No tree of 2^63 leaves needs more.
    package static let longestProof = 63

    /// The size of the older head.
    package let old: Int
    /// RFC 6962, 2.1.2; empty from nothing.
    package let proof: [[UInt8]]
    /// A checkpoint's text for the signer, a signed note for a witness.
    package let head: String

    package init(old: Int, proof: [[UInt8]], head: String) {
        self.old = old
        self.proof = proof
        self.head = head
    }

    /// Reads the one spelling of it; nil where it is another.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let gap = lines.firstIndex(of: ""), gap >= 1, gap <= HeadRequest.longestProof + 1,
            lines[0].hasPrefix("old "), let old = Int(lines[0].dropFirst(4)), old >= 0
        else { return nil }
        let proof = lines[1..<gap].compactMap { Base64.bytes($0) }
        guard proof.count == gap - 1, proof.allSatisfy({ $0.count == 32 }) else { return nil }
        self.init(old: old, proof: proof, head: lines[(gap + 1)...].joined(separator: "\n"))
        guard self.text == text else { return nil }
    }

    package var text: String {
        "old \(old)\n" + proof.map { Base64.text($0) + "\n" }.joined() + "\n" + head
    }
}
