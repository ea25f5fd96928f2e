import PQ
import Synchronization
import Values

/// Taking jobs, no more than can be run soon, and setting them going.
extension Runner {
    /// Takes for every crew what it has room for; gives how many crews may have more before them.
    func take() async -> Int {
        var unfinished = 0
        for crew in crews.indices {
            let room = state.withLock { state -> Int in
                guard !state.isStopping, state.worker != nil else { return 0 }
                if let alone = state.alone, state.running[alone] != nil { return 0 }
                let capacity = crews[crew].slots + ahead(crew, state.crews[crew])
                let free = capacity - state.crews[crew].taken
                // Small batches cost as much as great ones: they are for a crew that has little to do.
                let isWorthIt = free >= max(1, capacity / 4) || state.crews[crew].taken < crews[crew].slots
                return isWorthIt ? free : 0
            }
            guard room > 0 else { continue }
            let jobs = await claim(crew, limit: room)
            if jobs.count == room { unfinished += 1 }
            set(jobs, going: crew)
        }
        return unfinished
    }

    /// How many may be taken ahead: what the slots begin within a tenth of a second.
    private func ahead(_ crew: Int, _ state: CrewState) -> Int {
        guard let seconds = state.seconds else { return 0 }
        let soon = Double(crews[crew].slots) * 0.1 / max(seconds, 0.000_001)
        return Int(min(Double(crews[crew].prefetch), soon))
    }

    /// Gives back what was taken ahead and did not begin for two seconds: others may have room.
    func unshelve() async {
        let longAgo = ContinuousClock.now - .seconds(2)
        let stale = state.withLock { state -> [Job] in
            var stale: [Job] = []
            for crew in state.crews.indices
            where !state.crews[crew].shelf.isEmpty && state.crews[crew].shelfMoved < longAgo {
                stale += state.crews[crew].shelf
                state.crews[crew].taken -= state.crews[crew].shelf.count
                state.crews[crew].shelf = []
                state.crews[crew].seconds = max(state.crews[crew].seconds ?? 0, 2)
            }
            return stale
        }
        if !stale.isEmpty, (try? await write([JobStore.release(stale)])) == nil {
            state.withLock { $0.unsettled.append(JobStore.release(stale)) }
        }
    }

    func claim(_ crew: Int, limit: Int) async -> [Job] {
        let (worker, isIdle, places) = state.withLock { state in
            (
                state.worker, state.running.isEmpty && state.crews.allSatisfy { $0.taken == 0 },
                state.crews[crew].places
            )
        }
        guard let worker else { return [] }
        let claim = JobStore.claim(
            crews[crew], limit: limit, worker: worker, isIdle: isIdle, after: places)
        guard let rows = try? await write([JobStore.unhurried, claim, JobStore.nextDue]), rows.count == 3
        else {
            // It may have been done all the same: looked after until what was taken then is old enough to be told apart.
            state.withLock { $0.doubtfulTicks = max(3, Int(8 / max(settings.poll.seconds, 0.01))) }
            return []
        }
        let jobs = rows[1].compactMap { try? Job($0) }
        if !jobs.isEmpty { FaultPoint.jobsTaken.reach() }
        if let wait = try? rows[2].first?.optionalInt64("wait") {
            wake(after: .milliseconds(max(1, wait + 1)))
        }
        state.withLock { state in
            state.crews[crew].taken += jobs.count
            if let alone = jobs.first(where: \.isAlone) { state.alone = alone.id }
            // While batches come back full the next begins where the last ended; each fiftieth looks from the left again.
            let isFull = jobs.count == limit
            state.crews[crew].fullBatches = isFull ? state.crews[crew].fullBatches + 1 : 0
            let goesOn = isFull && state.crews[crew].fullBatches % 50 != 0
            if !goesOn { state.crews[crew].places = [:] }
            for job in jobs where goesOn { state.crews[crew].places[job.kind] = job.place }
        }
        return jobs
    }

    /// Looks again when the next job's moment has come, where that is before the poll.
    func wake(after wait: Duration) {
        guard wait < settings.poll else { return }
        let moment = ContinuousClock.now + wait
        let isNew = state.withLock { state in
            if let alarm = state.alarm, alarm > .now, alarm <= moment { return false }
            state.alarm = moment
            return true
        }
        guard isNew else { return }
        Task {
            try? await Task.sleep(until: moment, clock: .continuous)
            self.ring()
        }
    }

    private func set(_ jobs: [Job], going crew: Int) {
        let begun = state.withLock { state -> [Job] in
            let free = max(0, crews[crew].slots - state.crews[crew].running)
            state.crews[crew].shelf = jobs.dropFirst(free).reversed() + state.crews[crew].shelf
            state.crews[crew].shelfMoved = .now
            state.crews[crew].running += min(free, jobs.count)
            return Array(jobs.prefix(free))
        }
        for job in begun { begin(job, of: crew) }
    }

    private func begin(_ job: Job, of crew: Int) {
        state.withLock { state in
            let task = Task {
                let began = ContinuousClock.now
                await self.finish(job, of: crew)
                let now = ContinuousClock.now
                let next = self.state.withLock { state -> Job? in
                    let (last, known) = ((now - began).seconds, state.crews[crew].seconds)
                    state.crews[crew].seconds = known.map { 0.9 * $0 + 0.1 * last } ?? last
                    state.crews[crew].shelfMoved = now
                    guard let next = state.crews[crew].shelf.popLast(), !state.isStopping else {
                        state.crews[crew].running -= 1
                        return nil
                    }
                    return next
                }
                if let next { self.begin(next, of: crew) }
            }
            state.running[job.id] = Running(job: job, task: task)
        }
    }

    /// Writes what was done outside: all that gathered while the last writing was under way.
    func flush() async {
        var isRepeated = false
        while true {
            let ended = state.withLock { state in
                defer { state.ended = Array(state.ended.dropFirst(1000)) }
                return Array(state.ended.prefix(1000))
            }
            if ended.isEmpty { return }
            guard let rows = try? await write([JobStore.finish(ended.map(\.job))]) else {
                // Not written, or not known: done again it is fenced, and ends nothing twice.
                state.withLock { $0.ended = ended + $0.ended }
                isRepeated = true
                if Task.isCancelled { return }
                try? await Task.sleep(for: .milliseconds(100))
                if state.withLock({ $0.isStopping }) { return }
                continue
            }
            settle(ended, rows.last, isRepeated: isRepeated)
            isRepeated = false
        }
    }

    private func settle(_ ended: [(job: Job, crew: Int)], _ rows: Rows?, isRepeated: Bool) {
        let isWhole = rows?.count == ended.count
        let kept = isWhole ? [] : Set(rows?.compactMap { try? $0.id("job_id") } ?? [])
        let lost = isWhole ? [] : ended.filter { !kept.contains($0.job.id) }
        state.withLock { state in
            for entry in ended { state.crews[entry.crew].taken -= 1 }
            state.tally.done += Int64(ended.count - lost.count)
            if !isRepeated { state.tally.lost += Int64(lost.count) }
        }
        ring()
        // What was written a second time may have been written by the first.
        for entry in lost { tell(entry.job, isRepeated ? .unknown : .leaseLost, nil) }
        let gone = Set(lost.map(\.job.id))
        for entry in ended where !gone.contains(entry.job.id) { tell(entry.job, .done, nil) }
    }

    /// Waits for what is under way; what outlasts the grace is told to stop, and given back.
    func drain() async {
        let shelved = state.withLock { state -> [Job] in
            state.isStopping = true
            defer { for crew in state.crews.indices { state.crews[crew].shelf = [] } }
            let shelved = state.crews.flatMap(\.shelf)
            for crew in state.crews.indices { state.crews[crew].taken -= state.crews[crew].shelf.count }
            return shelved
        }
        if !shelved.isEmpty { _ = try? await write([JobStore.release(shelved)]) }
        await waitForRunning(settings.grace)
        let left = state.withLock { Array($0.running.values) }
        for entry in left { entry.task?.cancel() }
        await waitForRunning(settings.lastGrace)
        // What was done outside is ended before the worker says that it has nothing.
        let clock = ContinuousClock()
        let end = clock.now + settings.lastGrace
        while clock.now < end, state.withLock({ state in state.crews.contains { $0.taken > 0 } }) {
            await flush()
            try? await Task.sleep(for: .milliseconds(2))
        }
    }

    private func waitForRunning(_ limit: Duration) async {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while busy > 0, clock.now < end { try? await Task.sleep(for: .milliseconds(10)) }
    }
}
