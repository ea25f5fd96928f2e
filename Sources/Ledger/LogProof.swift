/// What shows without anybody's help that an event is in the log (C2SP tlog-proof): its bytes, its place, the way to the
/// root, and the signed head.
package struct LogProof: Hashable, Sendable {
    package static let heading = "c2sp.org/tlog-proof@v1"

    /// The event's canonical bytes, in the line for extra data: without them nothing could be said of the event.
    package let entry: [UInt8]
    package let index: Int
    /// From the leaf's neighbour up (RFC 6962, 2.1.1).
    package let path: [[UInt8]]
    /// The head as the log's signed note, with whatever others signed beside.
    package let note: String

    package init(entry: [UInt8], index: Int, path: [[UInt8]], note: String) {
        self.entry = entry
        self.index = index
        self.path = path
        self.note = note
    }

    /// Reads the one spelling of it; nil where it is another, or the event's bytes are missing.
    package init?(text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 4, lines[0] == LogProof.heading, lines[1].hasPrefix("extra "),
            let entry = Base64.bytes(lines[1].dropFirst(6)), lines[2].hasPrefix("index "),
            let index = Int(lines[2].dropFirst(6)), index >= 0, let gap = lines.firstIndex(of: ""), gap >= 3
        else { return nil }
        let path = lines[3..<gap].compactMap { Base64.bytes($0) }
        guard path.count == gap - 3, path.count <= 63, path.allSatisfy({ $0.count == 32 }) else { return nil }
        self.init(
            entry: entry, index: index, path: path, note: lines[(gap + 1)...].joined(separator: "\n"))
        guard self.text == text else { return nil }
    }

    package var text: String {
        "\(LogProof.heading)\nextra \(Base64.text(entry))\nindex \(index)\n"
            + path.map { Base64.text($0) + "\n" }.joined() + "\n" + note
    }

    /// The head that the event is under, where the log's key signed it and the way to its root is right; nil otherwise.
    package func head(by verifier: NoteVerifier) -> Checkpoint? {
        guard let head = verifier.checkpoint(of: note),
            Merkle.verifyInclusion(
                of: Entry.leaf(entry), at: index, size: head.size, proof: path, root: head.root)
        else { return nil }
        return head
    }
}
