package import PQ
import Synchronization
import Values

/// Does the jobs of the database (作业执行器): takes them under leases, runs each in one fenced transaction.
///
/// A job's effect and its completion commit together, and a worker that lost its lease commits neither: so
/// each effect happens once, however many workers there are and whenever one is killed.
package final class Runner: Sendable {
    /// How much is done at once, and how long things are waited for.
    package struct Settings: Sendable {
        /// Jobs under way at once.
        package var slots = 4
        /// How long a worker that says nothing keeps a job that it has not begun.
        package var lease: Duration = .seconds(30)
        /// How often due jobs are looked for when nobody rings.
        package var poll: Duration = .seconds(1)
        /// How long a stop waits for jobs under way.
        package var grace: Duration = .seconds(20)
        /// The first pause after a failed try; it doubles with each further one.
        package var firstPause: Duration = .seconds(1)
        package var longestPause: Duration = .seconds(3600)
        /// A transaction that its worker left idle so long is ended by the server.
        package var idle: Duration = .seconds(60)

        package init() {}
    }

    /// What became of one try.
    package enum Outcome: Sendable, Hashable {
        case done, failed, leaseLost
        /// The commit's answer did not come: done, or rescued when the lease has run out.
        case unknown
    }

    private struct Running {
        let job: Job
        let task: Task<Void, Never>?
    }

    private struct State {
        var running: [ID: Running] = [:]
        var isStopping = false
    }

    private let pool: Pool
    private let handlers: [String: any JobHandler]
    private let worker: String
    private let settings: Settings
    private let report: @Sendable (Job, Outcome, String?) -> Void
    private let state = Mutex(State())
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    /// Prepares a runner on connections of `yanshou_jobs`; `worker` is who takes the jobs, for people who look.
    ///
    /// `report` hears what became of each try; its text holds no personal data.
    package init(
        pool: Pool, handlers: [any JobHandler], worker: String, settings: Settings = Settings(),
        report: @escaping @Sendable (Job, Outcome, String?) -> Void = { _, _, _ in }
    ) {
        self.pool = pool
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }) { first, _ in first }
        self.worker = worker
        self.settings = settings
        self.report = report
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Jobs under way now.
    package var busy: Int { state.withLock { $0.running.count } }

    /// Says that there may be something to do.
    package func ring() { bell.yield() }

    /// Works until the task is cancelled; then lets what is under way come to its end.
    package func run() async {
        let ticker = Task { [bell, settings] in
            while !Task.isCancelled {
                bell.yield()
                try? await Task.sleep(for: settings.poll)
            }
        }
        let ear = Task { [pool, bell] in
            // A dead listener costs a poll, no more.
            do { for try await _ in pool.listen("jobs") { bell.yield() } } catch {}
        }
        let pulse = Task { [settings] in
            while !Task.isCancelled {
                try? await Task.sleep(for: settings.lease / 3)
                await self.extendLeases()
            }
        }
        await withTaskCancellationHandler {
            for await _ in rings {
                if Task.isCancelled { break }
                await rescue()
                while await take() > 0 {}
            }
        } onCancel: {
            bell.finish()
        }
        for task in [ticker, ear, pulse] { task.cancel() }
        // A cancelled task can do nothing more on the database: the rest needs one that is not.
        await Task { await self.drain() }.value
    }

    /// Rescues, takes and runs what is due until nothing is, and gives the number of tries.
    package func work() async -> Int {
        await rescue()
        var tries = 0
        while true {
            let jobs = await claim(settings.slots)
            if jobs.isEmpty { return tries }
            tries += jobs.count
            await withTaskGroup(of: Void.self) { group in
                for job in jobs { group.addTask { await self.finish(job) } }
            }
        }
    }

    /// Takes as many due jobs as there are free slots and sets them going.
    private func take() async -> Int {
        let free = state.withLock { $0.isStopping ? 0 : settings.slots - $0.running.count }
        guard free > 0 else { return 0 }
        let jobs = await claim(free)
        for job in jobs {
            state.withLock { state in
                let task = Task {
                    await self.finish(job)
                    self.state.withLock { $0.running[job.id] = nil }
                    self.ring()
                }
                state.running[job.id] = Running(job: job, task: task)
            }
        }
        return jobs.count
    }

    private func claim(_ limit: Int) async -> [Job] {
        let claim = JobStore.claim(
            handlers.keys.sorted(), limit: limit, lease: settings.lease, worker: worker)
        let rows = try? await write([claim])
        return rows?.first?.compactMap { try? Job($0) } ?? []
    }

    private func rescue() async {
        _ = try? await write([JobStore.rescue])
    }

    private func extendLeases() async {
        let jobs = state.withLock { $0.running.values.map(\.job) }
        guard !jobs.isEmpty else { return }
        let extend = JobStore.extend(jobs, lease: settings.lease)
        _ = try? await write([extend])
    }

    private func write(_ statements: [SQL]) async throws -> [Rows] {
        try await pool.transaction { transaction in
            try await transaction.commit(after: statements)
        }
    }

    private func finish(_ job: Job) async {
        let outcome = await attempt(job)
        switch outcome {
        case .success: report(job, .done, nil)
        case .failure(let error): await settle(job, error)
        }
    }

    /// The work and its completion, in one transaction that begins with the lease and ends with it.
    private func attempt(_ job: Job) async -> Result<Void, any Error> {
        guard let handler = handlers[job.kind] else { return .failure(LeaseLost()) }
        let idle: SQL = """
            select set_config('idle_in_transaction_session_timeout', \(String(settings.idle.milliseconds)), true)
            """
        do {
            try await pool.transaction { transaction in
                let entered = try await transaction.send([idle, JobStore.enter(job)])
                guard let row = entered.last?.first, try !row.isNull("actor") else { throw LeaseLost() }
                try await handler.run(job, in: transaction)
                try await transaction.commit(after: [JobStore.complete(job)])
            }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private func settle(_ job: Job, _ error: any Error) async {
        if error is LeaseLost || (error as? PQError)?.sqlstate == "YS409" {
            return report(job, .leaseLost, nil)
        }
        if case PQError.unknown = error { return report(job, .unknown, nil) }
        // A handler's own error may carry values; only its type and the database's bland words are kept.
        let text = (error as? PQError)?.description ?? String(describing: type(of: error))
        let failure = JobStore.fail(job, text, pause: pause(after: job.attempt))
        // Where this cannot be written the lease runs out, and the rescue does the same.
        _ = try? await write([failure])
        report(job, .failed, text)
    }

    /// Doubling pauses with a random half, so that what failed together does not come back together.
    private func pause(after attempt: Int32) -> Duration {
        let doubled = settings.firstPause * (1 << min(max(Int(attempt) - 1, 0), 20))
        let whole = min(doubled, settings.longestPause)
        return whole / 2 + .milliseconds(Int64.random(in: 0...max(1, whole.milliseconds / 2)))
    }

    /// Waits for what is under way; what outlasts the grace is undone and given back.
    private func drain() async {
        let running = state.withLock { state in
            state.isStopping = true
            return Array(state.running.values)
        }
        let clock = ContinuousClock()
        let end = clock.now + settings.grace
        while busy > 0, clock.now < end { try? await Task.sleep(for: .milliseconds(10)) }
        for entry in running { entry.task?.cancel() }
        for entry in running { await entry.task?.value }
        let left = running.map(\.job)
        guard !left.isEmpty else { return }
        _ = try? await write(left.map(JobStore.release))
    }
}

/// The job is another worker's by now: whatever was done for it is undone.
struct LeaseLost: Error {}
