import CLibPQ
import Synchronization

/// A transaction on a connection of its own: for one task, from the first `send` to `commit`.
package final class Transaction: Sendable {
    /// How far the transaction is kept from others.
    package enum Level: Sendable {
        case readCommitted, repeatableRead, serializable

        var begin: SQL {
            switch self {
            case .readCommitted: "begin read write"
            case .repeatableRead: "begin isolation level repeatable read"
            case .serializable: "begin isolation level serializable"
            }
        }
    }

    private enum Phase { case new, open, ended }

    private struct State {
        var phase = Phase.new
        var connection: Connection?
        var isSending = false
    }

    private let lane: Lane
    private let level: Level
    private let state = Mutex(State())

    init(on lane: Lane, _ level: Level) {
        self.lane = lane
        self.level = level
    }

    /// Sends statements in one round trip; the first ones are preceded by BEGIN in the same trip.
    package func send(_ statements: [SQL]) async throws(PQError) -> [Rows] {
        try StatementGuard.check(statements, for: .transaction)
        if Task.isCancelled { throw .cancelled }
        guard !statements.isEmpty else { return [] }
        let outcome = try await exchange(statements, closing: nil)
        let rows = try outcome.result.get()
        guard outcome.transactionStatus == PQTRANS_INTRANS else {
            throw .misuse("a statement ended the transaction by itself")
        }
        return rows
    }

    package func send(_ statement: SQL) async throws(PQError) -> Rows {
        guard let rows = try await send([statement]).first else { throw .misuse("no result") }
        return rows
    }

    /// Sends the last statements and COMMIT in one round trip, and waits for the answer whatever happens.
    ///
    /// - Throws: `.failed` when nothing was written, `.unknown` when it cannot be told.
    @discardableResult
    package func commit(after statements: [SQL] = []) async throws(PQError) -> [Rows] {
        try StatementGuard.check(statements, for: .transaction)
        if Task.isCancelled { throw .cancelled }
        if statements.isEmpty, state.withLock({ $0.phase == .new && !$0.isSending }) {
            state.withLock { $0.phase = .ended }
            return []
        }
        return try await exchange(statements, closing: .commit).result.get()
    }

    /// Rolls back what was not committed and gives the connection back.
    func end() async {
        let connection = state.withLock { state -> Connection? in
            guard state.phase != .ended || state.connection != nil else { return nil }
            state.phase = .ended
            defer { state.connection = nil }
            return state.connection
        }
        guard let connection else { return }
        let outcome = await Transaction.exchange(Segment([], closing: .rollback), on: connection)
        give(back: connection, after: outcome)
    }

    private func exchange(
        _ statements: [SQL], closing: Segment.Closing?
    ) async throws(PQError) -> Segment.Outcome {
        let (phase, held) = try enter()
        let connection: Connection
        if let held {
            connection = held
        } else {
            do {
                connection = try await lane.lease()
            } catch {
                state.withLock { $0.isSending = false }
                throw error
            }
        }
        let opening = phase == .new ? level.begin : nil
        var outcome = await Transaction.exchange(
            Segment(opening: opening, statements, closing: closing), on: connection)
        if outcome.asksForPreparing, opening != nil {
            // Nothing was done before it in this transaction, so the whole of it can be done again.
            let undone = await Transaction.exchange(Segment([], closing: .rollback), on: connection)
            if case .success = undone.result {
                outcome = await Transaction.exchange(
                    Segment(opening: opening, statements, closing: closing), on: connection)
            }
        }
        leave(connection, closing, outcome)
        return outcome
    }

    private func enter() throws(PQError) -> (Phase, Connection?) {
        try state.withLock { state throws(PQError) in
            guard state.phase != .ended else { throw .misuse("the transaction has ended") }
            guard !state.isSending else { throw .misuse("a transaction is for one task at a time") }
            state.isSending = true
            return (state.phase, state.connection)
        }
    }

    private func leave(_ connection: Connection, _ closing: Segment.Closing?, _ outcome: Segment.Outcome) {
        let isOver = outcome.isConnectionLost || outcome.transactionStatus == PQTRANS_IDLE
        state.withLock { state in
            state.isSending = false
            state.phase = isOver || closing != nil ? .ended : .open
            state.connection = isOver ? nil : connection
        }
        if isOver { give(back: connection, after: outcome) }
    }

    private func give(back connection: Connection, after outcome: Segment.Outcome) {
        if outcome.isConnectionLost { return }
        if outcome.transactionStatus == PQTRANS_IDLE {
            lane.release(connection)
        } else {
            connection.close("left in a transaction")
        }
    }

    private static func exchange(_ segment: Segment, on connection: Connection) async -> Segment.Outcome {
        await withCheckedContinuation { continuation in
            segment.continuation = continuation
            connection.send(segment)
        }
    }
}
