import PQ
import Synchronization
import Values

/// The worker's sign of life (存活): a row with a beat, and a lock that goes with the process.
extension Runner {
    /// Keeps the worker known to the others, under a new number whenever the old one is lost.
    func live() async {
        while !Task.isCancelled {
            _ = try? await liveOnce()
            state.withLock { $0.worker = nil }
            try? await Task.sleep(for: .milliseconds(50))
        }
    }

    private func liveOnce() async throws {
        let rows = try await write(
            [JobStore.begin(name, before: state.withLock { $0.before })]
                + gates.map(\.set) + schedules.map(\.declaration))
        guard let worker = try rows.first?.first?.int32("worker") else { return }
        state.withLock { $0.before = worker }
        // The transaction that holds the lock writes nothing, so that it keeps no old row from being cleared away.
        try await pool.transaction { transaction in
            let held = try await transaction.send(JobStore.hold(worker))
            guard try held.one().bool("held") else { return }
            self.state.withLock { $0.worker = worker }
            self.ring()
            while self.state.withLock({ $0.worker == worker }) {
                try await Task.sleep(for: self.settings.poll * 2)
                // A connection that is gone is told here, and not by the next job.
                _ = try await transaction.send("select 1 as one")
            }
        }
    }

    /// Says that this worker has nothing any more, under the last number that it had.
    func leave() async {
        let (worker, tally) = state.withLock { state in
            defer { state.tally = Tally() }
            return (state.before, state.tally)
        }
        guard let worker else { return }
        _ = try? await write([JobStore.end(worker, tally)])
    }
}
