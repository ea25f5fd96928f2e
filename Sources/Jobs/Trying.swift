import PQ
import Synchronization
import Values

/// One try at a job, and what becomes of it.
extension Runner {
    func finish(_ job: Job, of crew: Int) async {
        let isOutside = crews[crew].isOutside
        let outcome: Result<Void, any Error> = isOutside ? await attemptOutside(job) : await attempt(job)
        if case .success = outcome, isOutside {
            // It takes part in the crew's room until its end is written.
            state.withLock { state in
                state.running[job.id] = nil
                state.ended.append((job, crew))
            }
            return ringFlush()
        }
        switch outcome {
        case .success:
            state.withLock { $0.tally.done += 1 }
            tell(job, .done, nil)
        case .failure(let error):
            await settle(job, error)
        }
        state.withLock { state in
            state.running[job.id] = nil
            state.crews[crew].taken -= 1
        }
        ring()
    }

    /// The work and its completion, in one transaction that begins with the lease and ends with it.
    private func attempt(_ job: Job) async -> Result<Void, any Error> {
        guard let handler = insider(job.kind) else { return .failure(LeaseLost()) }
        let idle: SQL = """
            select set_config('idle_in_transaction_session_timeout', \(String(settings.idle.milliseconds)), true)
            """
        return await limited(job) {
            try await self.pool.transaction { transaction in
                let entered = try await transaction.send([idle, JobStore.enter(job)])
                guard let row = entered.last?.first, try !row.isNull("actor") else { throw LeaseLost() }
                FaultPoint.jobEntered.reach()
                try await handler.run(job, in: transaction)
                try await transaction.commit(after: [JobStore.complete(job)])
                FaultPoint.jobCommitted.reach()
            }
        }
    }

    private func attemptOutside(_ job: Job) async -> Result<Void, any Error> {
        guard let handler = outsider(job.kind) else { return .failure(LeaseLost()) }
        return await limited(job) { try await handler.run(job) }
    }

    private func limited(
        _ job: Job, _ body: @escaping @Sendable () async throws -> Void
    ) async -> Result<Void, any Error> {
        do {
            guard let limit = job.timeLimit else {
                try await body()
                return .success(())
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await body() }
                group.addTask {
                    try await Task.sleep(for: limit)
                    throw RanTooLong()
                }
                defer { group.cancelAll() }
                try await group.next()
            }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private func settle(_ job: Job, _ error: any Error) async {
        let (cancelled, isStopping) = state.withLock { ($0.running[job.id]?.cancelled, $0.isStopping) }
        if error is LeaseLost || (error as? PQError)?.sqlstate == "YS409" {
            state.withLock { $0.tally.lost += 1 }
            return tell(job, .leaseLost, nil)
        }
        if case PQError.unknown = error {
            // Where it was committed after all there is no lease to give back.
            await end(job, JobStore.release([job]))
            return tell(job, .unknown, nil)
        }
        if let cancelled {
            await end(job, JobStore.giveUp(job, cancelled))
            return tell(job, .cancelled, cancelled)
        }
        if let snooze = error as? Snooze {
            await end(job, JobStore.snooze(job, pause: snooze.pause))
            return tell(job, .snoozed, nil)
        }
        if let giveUp = error as? GiveUp {
            await end(job, JobStore.giveUp(job, giveUp.reason))
            return tell(job, .cancelled, giveUp.reason)
        }
        if isStopping, Task.isCancelled {
            await end(job, JobStore.release([job]))
            return tell(job, .released, nil)
        }
        // A handler's own error may carry values; only its type and the database's bland words are kept.
        let text = (error as? PQError)?.description ?? String(describing: type(of: error))
        let retry = insider(job.kind)?.retry ?? outsider(job.kind)?.retry ?? Retry()
        await end(job, JobStore.fail(job, text, pause: retry.pause(after: job.attempt)))
        state.withLock { $0.tally.failed += 1 }
        tell(job, .failed, text)
    }

    /// Writes an end on a task that nobody has cancelled; what cannot be written now is, once it can.
    private func end(_ job: Job, _ statement: SQL) async {
        await Task {
            if (try? await self.write([statement])) == nil {
                self.state.withLock { $0.unsettled.append(statement) }
            }
        }.value
    }
}
