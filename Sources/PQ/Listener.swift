import CLibPQ
import Synchronization

/// What NOTIFY said on a channel.
package struct Notification: Sendable, Hashable {
    package let channel: String
    package let payload: String
    /// Not the server's word but ours: listening began (again), and what was said before was not heard.
    package let isResumed: Bool

    init(_ note: PGnotify) {
        channel = note.relname.map { String(cString: $0) } ?? ""
        payload = note.extra.map { String(cString: $0) } ?? ""
        isResumed = false
    }

    init(resumed channel: String) {
        self.channel = channel
        payload = ""
        isResumed = true
    }
}

/// One connection that listens on all channels somebody wants to hear, for as long as somebody does.
final class Listener: ConnectionOwner {
    private typealias Ear = AsyncThrowingStream<Notification, any Error>.Continuation

    private struct State {
        var ears: [String: [UInt64: Ear]] = [:]
        var nextEar: UInt64 = 0
        var connection: Connection?
        var isOpening = false
        var isClosed = false
    }

    private let recipe: Recipe
    private let reactor: Reactor
    private let state = Mutex(State())

    init(_ recipe: Recipe, reactor: Reactor) {
        self.recipe = recipe
        self.reactor = reactor
    }

    func listen(_ channel: String) -> AsyncThrowingStream<Notification, any Error> {
        AsyncThrowingStream(bufferingPolicy: .bufferingNewest(4096)) { ear in
            let (number, connection, opens) = state.withLock { state -> (UInt64?, Connection?, Bool) in
                guard !state.isClosed else { return (nil, nil, false) }
                state.nextEar += 1
                state.ears[channel, default: [:]][state.nextEar] = ear
                let opens = state.connection == nil && !state.isOpening
                if opens { state.isOpening = true }
                return (state.nextEar, state.connection, opens)
            }
            guard let number else { return ear.finish() }
            ear.onTermination = { [weak self] _ in self?.remove(number, from: channel) }
            if let connection { begin([channel], on: connection) }
            if opens { open() }
        }
    }

    func shutDown() {
        let (ears, connection) = state.withLock { state in
            defer {
                state.ears = [:]
                state.connection = nil
            }
            state.isClosed = true
            return (state.ears.values.flatMap(\.values), state.connection)
        }
        connection?.close()
        for ear in ears { ear.finish() }
    }

    /// Gives up the connection; losing it opens another.
    func beginAnew() {
        state.withLock { $0.connection }?.close("hears nothing")
    }

    func notified(_ notification: Notification) {
        let ears = state.withLock { $0.ears[notification.channel].map { Array($0.values) } ?? [] }
        for ear in ears { ear.yield(notification) }
    }

    func connectionLost(_ connection: Connection, _ reason: String) {
        let opens = state.withLock { state -> Bool in
            guard state.connection === connection else { return false }
            state.connection = nil
            guard !state.isClosed, !state.ears.isEmpty, !state.isOpening else { return false }
            state.isOpening = true
            return true
        }
        if opens { open() }
    }

    func segmentEnded(on connection: Connection) {}

    func returned(_ segment: Segment) {
        segment.fail(.connection("the connection was lost"))
    }

    private func remove(_ number: UInt64, from channel: String) {
        let (connection, isUnheard) = state.withLock { state -> (Connection?, Bool) in
            state.ears[channel]?[number] = nil
            guard state.ears[channel]?.isEmpty == true else { return (nil, false) }
            state.ears[channel] = nil
            return (state.connection, true)
        }
        if isUnheard {
            connection?.send(Segment([SQL(unescaped: "unlisten " + quoted(identifier: channel))]))
        }
    }

    /// Listens on channels, and says so to who waits there once the server has confirmed it.
    private func begin(_ channels: [String], on connection: Connection) {
        let segment = Segment(channels.map { SQL(unescaped: "listen " + quoted(identifier: $0)) })
        segment.onEnd = { [weak self] outcome in
            switch outcome.result {
            case .success: for channel in channels { self?.notified(Notification(resumed: channel)) }
            // A refusal here (no room, a name too long) would leave its hearers deaf for ever.
            case .failure(let error) where !outcome.isConnectionLost: self?.finish(channels, error)
            case .failure: break
            }
        }
        connection.send(segment)
    }

    private func finish(_ channels: [String], _ error: PQError) {
        let ears = state.withLock { state in
            channels.flatMap { state.ears.removeValue(forKey: $0).map { Array($0.values) } ?? [] }
        }
        for ear in ears { ear.finish(throwing: error) }
    }

    private func open() {
        let isStarted = startThread { [self] in
            var pauseLength = 20
            while true {
                if case .success(let connection) = Connection.open(recipe, owner: self, reactor: reactor) {
                    return admit(connection)
                }
                let goesOn = state.withLock { state in
                    state.isOpening = !state.isClosed && !state.ears.isEmpty
                    return state.isOpening
                }
                guard goesOn else { return }
                pause(milliseconds: pauseLength)
                pauseLength = min(2 * pauseLength, 1000)
            }
        }
        if !isStarted { state.withLock { $0.isOpening = false } }
    }

    private func admit(_ connection: Connection) {
        let channels = state.withLock { state -> [String]? in
            state.isOpening = false
            guard !state.isClosed else { return nil }
            state.connection = connection
            return Array(state.ears.keys)
        }
        guard let channels else { return connection.close() }
        connection.attach()
        if !channels.isEmpty { begin(channels, on: connection) }
    }
}
