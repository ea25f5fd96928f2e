import NIOCore
import Synchronization

/// What one connection, and all together, may use of the server.
package struct Limits: Sendable {
    /// Bytes of request line and header fields together (431 beyond).
    package var headerBytes = 16 << 10
    package var headerFields = 64
    /// Bytes of the request line (414 beyond).
    package var requestLine = 8 << 10
    /// From the first byte of a request, or from connecting, to the end of its header (408 beyond).
    package var headerTime: Duration = .seconds(10)
    /// Bytes a second below which a body is given up (408), looked at after every window.
    package var bodyRate = 1024
    package var bodyWindow: Duration = .seconds(5)
    /// How long a connection may stay open between requests.
    package var idleTime: Duration = .seconds(60)
    /// How long a handler may take where its route does not say (503 beyond).
    package var handlerTime: Duration = .seconds(30)
    /// How long a connection that was told to close is still read from, so that the answer is not lost.
    package var lingerTime: Duration = .seconds(2)
    package var connections = 1000
    /// Bytes of bodies held at once for requests that are still arriving (503 beyond).
    package var bodyBudget = 256 << 20

    package init() {}
}

/// Bytes that all connections share.
final class Budget: Sendable {
    private let left: Atomic<Int>

    init(_ bytes: Int) { left = Atomic(bytes) }

    /// Takes bytes where there are so many.
    func take(_ bytes: Int) -> Bool {
        if left.subtract(bytes, ordering: .relaxed).newValue >= 0 { return true }
        give(bytes)
        return false
    }

    func give(_ bytes: Int) { left.add(bytes, ordering: .relaxed) }
}

/// Every open connection, so that there are not too many and that all can be told to close.
final class Connections: Sendable {
    enum Admission { case admitted, full, refused }

    private struct State {
        var channels: [ObjectIdentifier: any Channel] = [:]
        var turnedAway = 0
        var running = 0
        var isDraining = false
    }

    private let state = Mutex(State())
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    /// Lets a connection in, or says that it must be told there are too many, or be dropped without a word.
    func admit(_ channel: any Channel) -> Admission {
        state.withLock { state in
            if state.isDraining { return .refused }
            if state.channels.count >= limit {
                guard state.turnedAway < 64 else { return .refused }
                state.turnedAway += 1
                return .full
            }
            state.channels[ObjectIdentifier(channel)] = channel
            return .admitted
        }
    }

    func leave(_ channel: any Channel) {
        state.withLock { _ = $0.channels.removeValue(forKey: ObjectIdentifier(channel)) }
    }
    func turnedAwayLeft() { state.withLock { $0.turnedAway -= 1 } }
    func handlerStarted() { state.withLock { $0.running += 1 } }
    func handlerEnded() { state.withLock { $0.running -= 1 } }
    /// Handlers still at work, some perhaps for clients that have gone.
    var running: Int { state.withLock { $0.running } }
    var isDraining: Bool { state.withLock { $0.isDraining } }
    var count: Int { state.withLock { $0.channels.count } }

    /// Lets no one in from now on; gives who is still there.
    func drain() -> [any Channel] {
        state.withLock { state in
            state.isDraining = true
            return Array(state.channels.values)
        }
    }
}
