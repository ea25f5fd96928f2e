package import PQ
import Synchronization

/// Wakes workers after a commit (门铃): never in it, since a notification inside holds up every other commit, and at most
/// once in five milliseconds.
package final class Doorbell: Sendable {
    private struct State {
        var isUnderWay = false
        var isAsked = false
    }

    private let pool: Pool
    private let pause: Duration
    private let state = Mutex(State())

    package init(_ pool: Pool, pause: Duration = .milliseconds(5)) {
        self.pool = pool
        self.pause = pause
    }

    /// Says that jobs were committed; returns at once.
    ///
    /// A ring that is lost costs one poll.
    package func ring() {
        let isFirst = state.withLock { state in
            state.isAsked = true
            defer { state.isUnderWay = true }
            return !state.isUnderWay
        }
        guard isFirst else { return }
        Task { await self.send() }
    }

    private func send() async {
        while true {
            let isAsked = state.withLock { state in
                defer { state.isAsked = false }
                state.isUnderWay = state.isAsked
                return state.isAsked
            }
            guard isAsked else { return }
            _ = try? await pool.transaction { transaction in
                try await transaction.commit(after: [
                    "set local synchronous_commit = off", JobStore.ping("jobs"),
                ])
            }
            try? await Task.sleep(for: pause)
        }
    }
}
