package import PQ
import Synchronization
import Values

/// Does the jobs of the database (作业执行器): takes them under leases, runs each in one fenced transaction.
///
/// A job's effect in the database and its completion commit together, and a worker that lost its lease commits
/// neither: so each such effect happens once, however many workers there are and whenever one is killed. Effects
/// outside are done at least once, under the job's id.
package final class Runner: Sendable {
    /// How much is done at once, and how long things are waited for.
    package struct Settings: Sendable {
        /// Jobs under way at once that have a transaction of their own.
        package var slots = 4
        /// Jobs under way at once that have none.
        package var outsideSlots = 64
        /// How many of those are taken ahead at most; of jobs that last, fewer or none.
        package var prefetch = 64
        /// How often due jobs are looked for when nobody rings; so often the worker also says that it lives.
        package var poll: Duration = .seconds(1)
        /// How often it is looked whether the bell is still heard.
        package var ping: Duration = .seconds(10)
        /// How long a stop waits for jobs under way.
        package var grace: Duration = .seconds(20)
        /// How long it waits for those that were told to stop.
        package var lastGrace: Duration = .seconds(5)
        /// A transaction that its worker left idle so long is ended by the server.
        package var idle: Duration = .seconds(60)

        package init() {}
    }

    /// What became of one try.
    package enum Outcome: Sendable, Hashable {
        case done, failed, leaseLost, snoozed, cancelled, released
        /// The commit's answer did not come: done, or rescued when the worker is gone.
        case unknown
    }

    struct Running {
        let job: Job
        var task: Task<Void, Never>?
        /// Why it was asked to stop.
        var cancelled: String?
    }

    /// Jobs of one queue that are done in one way.
    struct Crew: Sendable {
        let queue: String
        let kinds: [String]
        let isOutside: Bool
        /// How many may be under way.
        let slots: Int
        /// How many more may be taken and not yet ended for good.
        let prefetch: Int
    }

    struct CrewState {
        var taken = 0
        var running = 0
        /// Taken and not begun, the next one last; and when one was put there or begun.
        var shelf: [Job] = []
        var shelfMoved = ContinuousClock.now
        /// How long a job lasts, by those of late; nothing before the first.
        var seconds: Double?
        /// Where the last full batch ended for each kind, and how many there were.
        var places: [String: Job.Place] = [:]
        var fullBatches = 0
    }

    struct State {
        var running: [ID: Running] = [:]
        var crews: [CrewState]
        /// Done outside, and not yet written.
        var ended: [(job: Job, crew: Int)] = []
        /// Ends that could not be written yet.
        var unsettled: [SQL] = []
        /// The answer to a taking was lost: what the worker has may be more than it knows.
        var doubtfulTicks = 0
        var isStopping = false
        var worker: Int32?
        /// The number that it had last.
        var before: Int32?
        var tally = Tally()
        /// A job that was taken by itself.
        var alone: ID?
        /// When the next scheduled job's moment is looked for.
        var alarm: ContinuousClock.Instant?
        /// Whether the last ping came back.
        var hasHeard = true
        /// The server's clock, in milliseconds of 1970, and when it said so; since when it has gone with ours.
        var clock: (moment: Int64, at: ContinuousClock.Instant)?
        var steadySince: ContinuousClock.Instant?
    }

    let pool: Pool
    let settings: Settings
    let name: String
    let crews: [Crew]
    let state: Mutex<State>
    private let insiders: [String: any JobHandler]
    private let outsiders: [String: any OutsideHandler]
    private let report: @Sendable (Job, Outcome, String?) -> Void
    let gates: [JobGate]
    let schedules: [Schedule]
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>
    private let flushBell: AsyncStream<Void>.Continuation
    private let flushRings: AsyncStream<Void>

    /// Prepares a runner on connections of `yanshou_jobs`; `worker` is who takes the jobs, for people who look.
    ///
    /// The pool has one connection more than jobs under way in transactions, and two for the runner's own writes.
    package init(
        pool: Pool, handlers: [any JobHandler], outside: [any OutsideHandler] = [], worker: String,
        gates: [JobGate] = [], schedules: [Schedule] = [], settings: Settings = Settings(),
        report: @escaping @Sendable (Job, Outcome, String?) -> Void = { _, _, _ in }
    ) {
        self.pool = pool
        self.settings = settings
        self.report = report
        self.gates = gates
        self.schedules = schedules
        name = worker
        insiders = Dictionary(handlers.map { ($0.kind, $0) }) { first, _ in first }
        outsiders = Dictionary(outside.map { ($0.kind, $0) }) { first, _ in first }
        crews = Runner.crews(insiders, outsiders, settings)
        state = Mutex(State(crews: crews.map { _ in CrewState() }))
        (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        (flushRings, flushBell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    private static func crews(
        _ insiders: [String: any JobHandler], _ outsiders: [String: any OutsideHandler], _ settings: Settings
    ) -> [Crew] {
        let inside = Dictionary(grouping: insiders.values, by: \.queue).sorted { $0.key < $1.key }.map {
            queue, handlers in
            Crew(
                queue: queue, kinds: handlers.map(\.kind).sorted(), isOutside: false, slots: settings.slots,
                prefetch: 0)
        }
        let outside = Dictionary(grouping: outsiders.values, by: \.queue).sorted { $0.key < $1.key }
            .map { queue, handlers in
                Crew(
                    queue: queue, kinds: handlers.map(\.kind).sorted(), isOutside: true,
                    slots: settings.outsideSlots, prefetch: settings.prefetch)
            }
        return inside + outside
    }

    /// Jobs under way now.
    package var busy: Int { state.withLock { $0.running.count } }

    /// Says that there may be something to do.
    package func ring() { bell.yield() }

    /// Works until the task is cancelled; then lets what is under way come to its end.
    package func run() async {
        let liveness = Task { await self.live() }
        let ear = Task { await self.listen() }
        let flusher = Task { for await _ in self.flushRings { await self.flush() } }
        let ticker = Task {
            while !Task.isCancelled {
                // A beat that was broken off may have been written or not, and its numbers with it.
                if await Task(operation: { await self.tick() }).value { self.ring() }
                try? await Task.sleep(for: self.settings.poll)
            }
        }
        let housekeeper = Task {
            while !Task.isCancelled {
                _ = try? await self.write([JobStore.turnRing])
                try? await Task.sleep(for: .seconds(600))
            }
        }
        await withTaskCancellationHandler {
            for await _ in rings {
                if Task.isCancelled { break }
                while await take() > 0 {}
            }
        } onCancel: {
            bell.finish()
        }
        ear.cancel()
        housekeeper.cancel()
        // A cancelled task can do nothing more on the database: the rest needs one that is not. While jobs come to their
        // end the worker goes on saying that it lives; only then, when nothing of its own writes any more, it leaves.
        await Task {
            await self.drain()
            ticker.cancel()
            self.flushBell.finish()
            liveness.cancel()
            _ = await (ticker.value, flusher.value, liveness.value)
            await self.leave()
        }.value
    }

    /// Rescues, takes and runs what is due until nothing is, and gives the number of tries.
    package func work() async -> Int {
        let liveness = Task { await self.live() }
        while state.withLock({ $0.worker == nil }), !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(2))
        }
        await tick()
        var tries = 0
        while true {
            var jobs: [(Job, Int)] = []
            for crew in crews.indices {
                jobs += await claim(crew, limit: crews[crew].slots).map { ($0, crew) }
            }
            if jobs.isEmpty { break }
            tries += jobs.count
            await withTaskGroup(of: Void.self) { group in
                for (job, crew) in jobs { group.addTask { await self.finish(job, of: crew) } }
            }
            await flush()
            await tick()
        }
        liveness.cancel()
        await liveness.value
        await leave()
        return tries
    }

    /// Once a second: says that the worker lives, takes back what dead ones had, puts right what was missed; gives whether
    /// something is ready.
    @discardableResult
    private func tick() async -> Bool {
        await settleDoubts()
        await unshelve()
        guard let worker = state.withLock({ $0.worker }) else { return false }
        let tally = state.withLock { state in
            defer { state.tally = Tally() }
            return state.tally
        }
        let (expected, isLongSteady) = state.withLock { state in
            (
                state.clock.map { $0.moment + (ContinuousClock.now - $0.at).milliseconds },
                state.steadySince.map { ContinuousClock.now - $0 > .seconds(20) } ?? false
            )
        }
        let beat = JobStore.heartbeat(worker, tally, crews, expected: expected, byAge: isLongSteady)
        guard let row = try? await write([beat]).first?.first else {
            state.withLock { state in
                state.tally.done += tally.done
                state.tally.failed += tally.failed
                state.tally.lost += tally.lost
            }
            return false
        }
        if let moment = try? row.int64("moment"), let isSteady = try? row.bool("is_steady") {
            state.withLock { state in
                state.clock = (moment, .now)
                state.steadySince = isSteady ? state.steadySince ?? .now : nil
            }
        }
        if let isAlive = try? row.bool("alive"), !isAlive {
            // Others took it for gone; what it does under its old name is refused, so it takes a new one.
            state.withLock { $0.worker = nil }
        }
        if let asked = try? row.optionalIDs("asked"), let reasons = try? row.optionalTexts("reasons") {
            for (id, reason) in zip(asked, reasons) { stop(id, reason) }
        }
        if let wait = try? row.optionalInt64("wait") { wake(after: .milliseconds(max(1, wait + 1))) }
        return (try? row.bool("has_ready")) ?? true
    }

    /// Writes ends that could not be written, and gives back what came with a lost answer.
    private func settleDoubts() async {
        let (worker, ends, known) = state.withLock { state -> (Int32?, [SQL], [ID]?) in
            let ends = state.unsettled
            state.unsettled = []
            guard state.doubtfulTicks > 0 else { return (state.worker, ends, nil) }
            var known = Array(state.running.keys)
            for crew in state.crews { known += crew.shelf.map(\.id) }
            known += state.ended.map { $0.job.id }
            return (state.worker, ends, known)
        }
        for end in ends where (try? await write([end])) == nil {
            state.withLock { $0.unsettled.append(end) }
        }
        guard let worker, let known, (try? await write([JobStore.reclaim(worker, known: known)])) != nil
        else {
            return
        }
        state.withLock { $0.doubtfulTicks -= 1 }
    }

    /// Asks a job under way to stop.
    private func stop(_ id: ID, _ reason: String) {
        let task = state.withLock { state -> Task<Void, Never>? in
            state.running[id]?.cancelled = reason
            return state.running[id]?.task
        }
        task?.cancel()
    }

    /// Hears the bell, and looks from time to time whether it still would; a deaf ear is replaced.
    private func listen() async {
        let own =
            "jobs_"
            + name.utf8.reduce(into: UInt64(1_469_598_103_934_665_603)) { sum, byte in
                sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211
            }.description
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                do { for try await _ in self.pool.listen("jobs") { self.ring() } } catch {}
            }
            group.addTask {
                do {
                    for try await _ in self.pool.listen(own) { self.state.withLock { $0.hasHeard = true } }
                } catch {}
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: self.settings.ping)
                    let isDeaf = self.state.withLock { state in
                        defer { state.hasHeard = false }
                        return !state.hasHeard
                    }
                    if isDeaf { self.pool.listenAnew() }
                    _ = try? await self.write([JobStore.ping(own)])
                }
            }
        }
    }

    func write(_ statements: [SQL]) async throws -> [Rows] {
        try await pool.transaction { transaction in
            try await transaction.commit(after: statements)
        }
    }

    func ringFlush() { flushBell.yield() }

    func tell(_ job: Job, _ outcome: Outcome, _ reason: String?) { report(job, outcome, reason) }

    func insider(_ kind: String) -> (any JobHandler)? { insiders[kind] }

    func outsider(_ kind: String) -> (any OutsideHandler)? { outsiders[kind] }
}
