import CLibPQ
import Synchronization

/// Connections of one kind and the queue of those who wait for one.
final class Lane: ConnectionOwner {
    /// Somebody who waits for a connection.
    struct Waiter: Sendable {
        let since: UInt64
        let give: @Sendable (Result<Connection, PQError>) -> Void

        init(_ give: @escaping @Sendable (Result<Connection, PQError>) -> Void) {
            since = pq_nanoseconds()
            self.give = give
        }
    }

    private struct Seat {
        let connection: Connection
        var load = 0
    }

    private struct State {
        var seats: [Seat] = []
        var opening = 0
        var waiting = Queue<Waiter>()
        var lastFault: String?
        /// Nobody new is taken in; who waits is still served.
        var isDraining = false
        var isClosed = false

        var leastLoaded: Int? { seats.indices.min { seats[$0].load < seats[$1].load } }
    }

    private let recipe: Recipe
    private let capacity: Int
    private let depth: Int
    private let limits: Pool.Limits
    private let reactor: Reactor
    private let state = Mutex(State())

    init(_ recipe: Recipe, capacity: Int, depth: Int, limits: Pool.Limits, reactor: Reactor) {
        self.recipe = recipe
        self.capacity = max(1, capacity)
        self.depth = max(1, depth)
        self.limits = limits
        self.reactor = reactor
    }

    /// Sends a segment on the least loaded connection, now or when one is free.
    func submit(_ segment: Segment) {
        let claim = claim {
            Waiter { result in
                switch result {
                case .success(let connection): connection.send(segment)
                case .failure(let error): segment.fail(error)
                }
            }
        }
        switch claim {
        case .success(let connection?): connection.send(segment)
        case .success(nil): break
        case .failure(let error): segment.fail(error)
        }
    }

    /// Takes a connection for its caller alone (in a lane of depth 1), until it is released.
    func lease() async throws(PQError) -> Connection {
        let result: Result<Connection, PQError> = await withCheckedContinuation { continuation in
            switch claim(orWait: { Waiter { continuation.resume(returning: $0) } }) {
            case .success(let connection?): continuation.resume(returning: .success(connection))
            case .success(nil): break
            case .failure(let error): continuation.resume(returning: .failure(error))
            }
        }
        return try result.get()
    }

    /// A connection, or nil when the waiter was put in the queue.
    private func claim(orWait waiter: () -> Waiter) -> Result<Connection?, PQError> {
        let (claimed, opens) = state.withLock { state -> (Result<Connection?, PQError>, Bool) in
            guard !state.isDraining else { return (.failure(.connection("the pool is closed")), false) }
            let hasRoom = state.seats.count + state.opening < capacity
            if state.waiting.isEmpty, let best = state.leastLoaded, state.seats[best].load < depth {
                let opens = hasRoom && state.seats[best].load > 0 && state.opening == 0
                state.seats[best].load += 1
                if opens { state.opening += 1 }
                return (.success(state.seats[best].connection), opens)
            }
            guard state.waiting.count < limits.waiting else { return (.failure(.busy), false) }
            state.waiting.append(waiter())
            let opens = hasRoom && state.opening * depth < state.waiting.count
            if opens { state.opening += 1 }
            return (.success(nil), opens)
        }
        if opens { open() }
        return claimed
    }

    /// Gives a place on a connection back, to the next who waits.
    func release(_ connection: Connection) {
        let next = state.withLock { state -> Waiter? in
            guard let seat = state.seats.firstIndex(where: { $0.connection === connection }) else {
                return nil
            }
            state.seats[seat].load -= 1
            guard let waiter = state.waiting.popFirst() else { return nil }
            state.seats[seat].load += 1
            return waiter
        }
        next?.give(.success(connection))
    }

    func segmentEnded(on connection: Connection) {
        // A leased connection is released by whoever leased it.
        if depth > 1 { release(connection) }
    }

    func connectionLost(_ connection: Connection, _ reason: String) {
        let opens = state.withLock { state -> Bool in
            state.seats.removeAll { $0.connection === connection }
            guard !state.isClosed, !state.waiting.isEmpty, state.opening == 0 else { return false }
            state.opening += 1
            return true
        }
        if opens { open() }
    }

    func returned(_ segment: Segment) {
        guard depth > 1 else { return segment.fail(.connection("the connection was lost")) }
        submit(segment)
    }

    func notified(_ notification: Notification) {}

    /// Looks at the limits of time; on the reactor's thread.
    func tick() {
        let now = pq_nanoseconds()
        let (late, error, connections) = state.withLock { state -> ([Waiter], PQError, [Connection]) in
            var late: [Waiter] = []
            while let first = state.waiting.first, now > first.since,
                now - first.since > limits.wait.nanoseconds
            {
                if let waiter = state.waiting.popFirst() { late.append(waiter) }
            }
            let error = state.seats.isEmpty ? state.lastFault.map { PQError.connection($0) } : nil
            return (late, error ?? .busy, state.seats.map(\.connection))
        }
        for waiter in late { waiter.give(.failure(error)) }
        for connection in connections { connection.checkReply(now: now, limit: limits.reply.nanoseconds) }
    }

    /// Takes no more work; who already waits is served.
    func drain() {
        state.withLock { $0.isDraining = true }
    }

    var isIdle: Bool {
        state.withLock { $0.waiting.isEmpty && $0.opening == 0 && $0.seats.allSatisfy { $0.load == 0 } }
    }

    func shutDown() {
        let (waiting, connections) = state.withLock { state in
            state.isDraining = true
            state.isClosed = true
            defer { state.seats = [] }
            return (state.waiting.removeAll(), state.seats.map(\.connection))
        }
        for waiter in waiting { waiter.give(.failure(.connection("the pool is closed"))) }
        for connection in connections { connection.close() }
    }
}

// MARK: - Opening

extension Lane {
    /// Opens one connection on a thread of its own, again and again while somebody waits for it.
    private func open() {
        let isStarted = startThread { [self] in
            var pauseLength = 20
            while true {
                switch Connection.open(recipe, owner: self, reactor: reactor) {
                case .success(let connection): return admit(connection)
                case .failure(let error):
                    guard keepsTrying(after: error) else { return }
                    pause(milliseconds: pauseLength)
                    pauseLength = min(2 * pauseLength, 500)
                }
            }
        }
        if !isStarted { state.withLock { $0.opening -= 1 } }
    }

    private func admit(_ connection: Connection) {
        let waiters = state.withLock { state -> [Waiter]? in
            state.opening -= 1
            guard !state.isClosed else { return nil }
            state.lastFault = nil
            var waiters: [Waiter] = []
            while waiters.count < depth, let waiter = state.waiting.popFirst() { waiters.append(waiter) }
            state.seats.append(Seat(connection: connection, load: waiters.count))
            return waiters
        }
        guard let waiters else { return connection.close() }
        connection.attach()
        for waiter in waiters { waiter.give(.success(connection)) }
    }

    /// Whether to try again: while somebody waits.
    ///
    /// With no connection at all, nobody waits longer than the outage.
    private func keepsTrying(after error: PQError) -> Bool {
        let now = pq_nanoseconds()
        let (given, goesOn) = state.withLock { state -> ([Waiter], Bool) in
            if case .connection(let reason) = error { state.lastFault = reason }
            var given: [Waiter] = []
            if state.seats.isEmpty {
                while let first = state.waiting.first, now - min(now, first.since) > limits.outage.nanoseconds
                {
                    if let waiter = state.waiting.popFirst() { given.append(waiter) }
                }
            }
            let goesOn = !state.isClosed && !state.waiting.isEmpty
            if !goesOn { state.opening -= 1 }
            return (given, goesOn)
        }
        for waiter in given { waiter.give(.failure(error)) }
        return goesOn
    }
}
