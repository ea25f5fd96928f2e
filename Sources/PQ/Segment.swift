import CLibPQ

/// A statement as one connection has prepared it.
///
/// Unchecked, because it is only read and written under its connection's lock.
final class Statement: @unchecked Sendable {
    struct Key: Hashable, Sendable {
        let text: String
        let oids: [UInt32]

        func hash(into hasher: inout Hasher) {
            hasher.combine(text)
        }
    }

    let key: Key
    let name: String
    var shape: Shape?
    var lastUse: UInt64 = 0

    init(_ key: Key, name: String) {
        self.key = key
        self.name = name
    }
}

/// What goes to the server up to one Sync, and what came of it: the unit that fails alone.
///
/// Unchecked, because it has one owner at a time: the task that makes it, then the connection's lock, then
/// the task again when the continuation is resumed.
final class Segment: @unchecked Sendable {
    enum Closing { case commit, rollback }

    enum Operation {
        case prepare(Statement)
        case run(Statement, SegmentPart)
        /// A bare command, not prepared: the client's own housekeeping.
        case text
    }

    enum SegmentPart { case opening, body, closing }

    struct Outcome: Sendable {
        let result: Result<[Rows], PQError>
        /// The statement only has to be prepared anew.
        let asksForPreparing: Bool
        let transactionStatus: PGTransactionStatusType
        let isConnectionLost: Bool
    }

    let opening: SQL?
    let statements: [SQL]
    let closing: Closing?
    /// Text sent as it is and alone, for the client's own housekeeping.
    let command: String?
    var continuation: CheckedContinuation<Outcome, Never>?
    var onEnd: (@Sendable (Outcome) -> Void)?

    var operations: [Operation] = []
    var position = 0
    var hasResult = false
    var rows: [Rows] = []
    var failure: Failure?
    var notices: [Failure] = []
    var commitTag: String?
    var lost: String?
    var sentAt: UInt64 = 0
    var isRetried = false
    var transactionStatus = PQTRANS_UNKNOWN

    init(opening: SQL? = nil, _ statements: [SQL], closing: Closing? = nil) {
        self.opening = opening
        self.statements = statements
        self.closing = closing
        command = nil
    }

    init(command: String) {
        opening = nil
        statements = []
        closing = nil
        self.command = command
    }

    /// Makes it ready to be sent once more.
    func reset() {
        operations = []
        position = 0
        hasResult = false
        rows = []
        failure = nil
        notices = []
        commitTag = nil
        lost = nil
    }

    var asksForPreparing: Bool { lost == nil && failure?.asksForPreparing == true }

    /// Tells whoever waits.
    func end() {
        let outcome = Outcome(
            result: verdict(), asksForPreparing: asksForPreparing, transactionStatus: transactionStatus,
            isConnectionLost: lost != nil)
        end(with: outcome)
    }

    func fail(_ error: PQError) {
        end(
            with: Outcome(
                result: .failure(error), asksForPreparing: false, transactionStatus: PQTRANS_UNKNOWN,
                isConnectionLost: true))
    }

    private func end(with outcome: Outcome) {
        let (waiting, observer) = (continuation, onEnd)
        continuation = nil
        onEnd = nil
        rows = []
        waiting?.resume(returning: outcome)
        observer?(outcome)
    }

    /// Acked, failed or unknown.
    ///
    /// A refusal that leaves the connection alive is certain. A COMMIT is acked by its tag alone, and not
    /// even by that when the server stopped waiting for its standby; anything else after COMMIT was sent is
    /// unknown.
    private func verdict() -> Result<[Rows], PQError> {
        if let failure, !failure.isFatal { return .failure(.failed(failure)) }
        guard closing == .commit else {
            if let reason = lost ?? failure.map({ words(of: $0) }) { return .failure(.connection(reason)) }
            return .success(rows)
        }
        switch commitTag {
        case "COMMIT":
            if let notice = notices.first(where: \.isUnreplicatedCommit) {
                return .failure(.unknown(notice.message))
            }
            if let notice = notices.first(where: { $0.sqlstate == "25P01" }) {
                return .failure(.failed(notice))
            }
            return .success(rows)
        case "ROLLBACK":
            return .failure(
                .failed(
                    Failure(
                        sqlstate: "25P02", message: "the transaction was rolled back instead of committed")))
        default:
            return .failure(.unknown(failure.map { words(of: $0) } ?? lost ?? "no answer to COMMIT"))
        }
    }

    private func words(of failure: Failure) -> String {
        failure.sqlstate.isEmpty ? failure.message : failure.sqlstate + " " + failure.message
    }
}
