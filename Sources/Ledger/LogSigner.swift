/// Why the signer does not sign a head of the log.
package enum SignerRefusal: Error, Hashable, Sendable {
    /// The proof begins elsewhere than at the last signature.
    case otherBeginning(own: Int)
    /// The log is shorter than what was signed.
    case shrinks(own: Int)
    /// What was signed is no beginning of this log.
    case fork(own: Int)
    case malformed

    /// Reads what the signer's process says.
    package init?(code: some StringProtocol, own: Int) {
        switch code {
        case "other_beginning": self = .otherBeginning(own: own)
        case "shrinks": self = .shrinks(own: own)
        case "fork": self = .fork(own: own)
        case "malformed": self = .malformed
        default: return nil
        }
    }

    package var code: String {
        switch self {
        case .otherBeginning: "other_beginning"
        case .shrinks: "shrinks"
        case .fork: "fork"
        case .malformed: "malformed"
        }
    }
}

extension SignerRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .otherBeginning(let own):
            "签名进程停在 \(own)，证明须从那里开始 · the signer stands at \(own): prove from there"
        case .shrinks(let own): "日志短于已签的 \(own) 条，拒绝签名 · the log is shorter than the \(own) that were signed"
        case .fork(let own):
            "已签的 \(own) 条不是此日志的开头，拒绝签名 · the \(own) that were signed are no beginning of this log"
        case .malformed: "请求格式不对 · the request is malformed"
        }
    }
}

/// Where the signer stands: the last head that it signed.
///
/// Kept by the signer alone, outside the database, so that a database that was set back or changed is told from one
/// that grew.
package protocol SignerMemory: Sendable {
    /// Writes it so that it outlives a fall of power; the signature is given only after.
    func keep(_ checkpoint: Checkpoint) throws
}

/// Signs heads of one log, each only where it continues the one before.
package struct LogSigner<Memory: SignerMemory>: Sendable {
    private let key: NoteSigner
    private let memory: Memory
    package private(set) var last: Checkpoint

    /// - Throws: `SignerRefusal.malformed` where the last head is another log's.
    package init(_ key: NoteSigner, last: Checkpoint, memory: Memory) throws(SignerRefusal) {
        guard last.origin == key.verifier.name else { throw .malformed }
        self.key = key
        self.last = last
        self.memory = memory
    }

    /// The signed note of a head, after a proof from the last one.
    /// - Throws: `SignerRefusal`, or what the memory throws.
    package mutating func sign(size: Int, root: [UInt8], from old: Int, proof: [[UInt8]]) throws -> String {
        guard size > 0, root.count == 32, proof.count <= 128, proof.allSatisfy({ $0.count == 32 }) else {
            throw SignerRefusal.malformed
        }
        guard size >= last.size else { throw SignerRefusal.shrinks(own: last.size) }
        guard old == last.size else { throw SignerRefusal.otherBeginning(own: last.size) }
        guard
            Merkle.verifyConsistency(from: old, to: size, proof: proof, oldRoot: last.root, newRoot: root)
        else { throw SignerRefusal.fork(own: last.size) }
        let next = Checkpoint(origin: last.origin, size: size, root: root)
        if next != last {
            try memory.keep(next)
            last = next
        }
        return key.sign(size: size, root: root)
    }
}
