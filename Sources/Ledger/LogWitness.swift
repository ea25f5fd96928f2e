/// Why a witness does not cosign a head (C2SP tlog-witness), by the status of its answer.
package enum WitnessRefusal: Error, Hashable, Sendable {
    /// Another spelling, or sizes that make no sense: 400.
    case malformed
    /// The log's key did not sign it: 403.
    case unsigned
    /// It is not the log that this witness watches: 404.
    case otherLog
    /// The proof begins elsewhere than at the last head, or that size has another root: 409.
    case otherBeginning(own: Int)
    /// What was cosigned is no beginning of this log: 422.
    case fork

    package var status: Int {
        switch self {
        case .malformed: 400
        case .unsigned: 403
        case .otherLog: 404
        case .otherBeginning: 409
        case .fork: 422
        }
    }
}

/// Where a witness stands: the last head that it cosigned, as a signed note.
package protocol WitnessMemory: Sendable {
    /// Writes it so that it outlives a fall of power; the cosignature is given only after.
    func keep(_ note: String) throws
}

/// Cosigns the heads of one log, each only where it continues the one before.
package struct LogWitness<Memory: WitnessMemory>: Sendable {
    package let log: NoteVerifier
    private let key: WitnessSigner
    private let memory: Memory
    package private(set) var last: Checkpoint
    /// The last head as the log signed it and this witness beside; nil before the first.
    package private(set) var note: String?

    /// - Throws: `WitnessRefusal` where the note is not one of this log that this witness cosigned.
    package init(_ key: WitnessSigner, log: NoteVerifier, note: String?, memory: Memory)
        throws(WitnessRefusal)
    {
        self.key = key
        self.log = log
        self.memory = memory
        self.note = note
        last = Checkpoint(origin: log.name, size: 0, root: Digest.sha256([]))
        guard let note else { return }
        guard let head = log.checkpoint(of: note), key.verifier.time(in: note) != nil else {
            throw .otherLog
        }
        last = head
    }

    /// Cosigns the head with the time, in seconds since 1970, once it is kept.
    ///
    /// - Returns: the line that goes under the note, with its end.
    /// - Throws: `WitnessRefusal`, or what the memory throws.
    package mutating func cosign(_ request: HeadRequest, at seconds: Int64) throws -> String {
        guard let parts = NoteParts(request.head), let told = Checkpoint(text: parts.text) else {
            throw WitnessRefusal.malformed
        }
        guard told.origin == log.name else { throw WitnessRefusal.otherLog }
        guard let head = log.checkpoint(of: request.head) else { throw WitnessRefusal.unsigned }
        // Extension lines say what nobody here has checked: nothing is signed under them.
        guard head.text == parts.text, head.size > 0, request.old <= head.size else {
            throw WitnessRefusal.malformed
        }
        guard request.old == last.size, head.size > last.size || head.root == last.root else {
            throw WitnessRefusal.otherBeginning(own: last.size)
        }
        guard
            Merkle.verifyConsistency(
                from: last.size, to: head.size, proof: request.proof, oldRoot: last.root, newRoot: head.root)
        else { throw WitnessRefusal.fork }
        let line = key.line(head, at: seconds)
        // The log's own line alone: what others signed beside is nothing that this witness saw.
        let signed = "\(head.text)\n" + parts.lines(of: log.name) + line
        try memory.keep(signed)
        (last, note) = (head, signed)
        return line
    }
}

extension NoteParts {
    /// The lines under the note that bear this name, each with its end.
    fileprivate func lines(of name: String) -> String {
        signatures.filter { $0.name == name }.map { "— \(name) \(Base64.text($0.mark + $0.bytes))\n" }
            .joined()
    }
}
