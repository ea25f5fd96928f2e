import PQ
import Synchronization
import Values

/// The passes of those who read (读取凭条): a signed-in context that the database made, kept for its minute.
///
/// A pass spares the next reads of the same token the sign-in's four tables. It is the database that judges it each time:
/// it ends by its moment, and at once when any sign-in is taken back, whichever program did that.
package final class Passes: Sendable {
    struct Pass: Sendable {
        let context: String
        let entered: Entered
        let end: ContinuousClock.Instant
    }

    private let kept = Mutex<[[UInt8]: Pass]>([:])
    /// How many are kept; beyond it all are let go, and made again as they are asked for.
    private static let most = 20_000

    package init() {}

    /// The pass of a token, by the token's digest.
    func pass(for hash: [UInt8]) -> Pass? {
        guard let pass = kept.withLock({ $0[hash] }), pass.end > .now else { return nil }
        return pass
    }

    func keep(_ pass: Pass, for hash: [UInt8]) {
        kept.withLock { kept in
            if kept.count >= Passes.most { kept.removeAll(keepingCapacity: true) }
            kept[hash] = pass
        }
    }

    func forget(_ hash: [UInt8]) {
        _ = kept.withLock { $0.removeValue(forKey: hash) }
    }
}
