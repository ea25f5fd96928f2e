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
    /// Programs' tokens with a name, each with the moment from which its use is noted anew.
    private let named = Mutex<[[UInt8]: ContinuousClock.Instant]>([:])
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

    /// A program's token with a name was shown.
    func isNamed(_ hash: [UInt8]) {
        named.withLock { named in
            if named.count >= Passes.most { named.removeAll(keepingCapacity: true) }
            if named[hash] == nil { named[hash] = .now }
        }
    }

    /// Whether the use of a token is to be noted now; true once an hour.
    func isUseDue(_ hash: [UInt8]) -> Bool {
        named.withLock { named in
            guard let due = named[hash], due <= .now else { return false }
            named[hash] = .now + .seconds(3600)
            return true
        }
    }
}
