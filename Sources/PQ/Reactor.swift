import CLibPQ
import Synchronization

/// One thread that waits for the sockets of a pool's connections and reads what came on them.
///
/// Statements are sent by the task that has them, so a request costs one change of threads: the answer's.
final class Reactor: Sendable {
    private struct State {
        var connections: [UInt64: Connection] = [:]
        var tick: (@Sendable () -> Void)?
        var isStopped = false
    }

    private let epoll: Int32
    private let bell: Int32
    private let state = Mutex(State())
    /// How often limits of time are looked at.
    private static let tickMilliseconds: Int32 = 100
    private static let bellTag: UInt64 = 0

    init() {
        epoll = pq_epoll_create()
        bell = pq_eventfd_create()
        _ = pq_epoll_watch(epoll, bell, 0, Reactor.bellTag)
    }

    /// Starts the thread; `tick` runs on it several times a second.
    func start(tick: @escaping @Sendable () -> Void) -> Bool {
        state.withLock { $0.tick = tick }
        return startThread { self.run() }
    }

    func stop() {
        state.withLock {
            $0.isStopped = true
            $0.tick = nil
        }
        pq_eventfd_raise(bell)
    }

    func add(_ connection: Connection, fd: Int32) {
        state.withLock { $0.connections[connection.number] = connection }
        _ = pq_epoll_watch(epoll, fd, 0, connection.number)
    }

    func watch(_ connection: Connection, fd: Int32, writable: Bool) {
        _ = pq_epoll_watch(epoll, fd, writable ? 1 : 0, connection.number)
    }

    func remove(_ connection: Connection, fd: Int32) {
        pq_epoll_forget(epoll, fd)
        _ = state.withLock { $0.connections.removeValue(forKey: connection.number) }
    }

    private func run() {
        var lastTick = pq_nanoseconds()
        let interval = UInt64(Reactor.tickMilliseconds) * 1_000_000
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Int(PQ_EVENTS_AT_ONCE)) { tags in
            while true {
                let count = pq_epoll_wait(epoll, tags.baseAddress, Reactor.tickMilliseconds)
                guard count >= 0, !state.withLock({ $0.isStopped }) else { break }
                for tag in tags.prefix(Int(count)) where tag != Reactor.bellTag {
                    state.withLock { $0.connections[tag] }?.becameReady()
                }
                let now = pq_nanoseconds()
                if now - lastTick >= interval {
                    lastTick = now
                    state.withLock { $0.tick }?()
                }
            }
        }
    }

    deinit {
        pq_close(epoll)
        pq_close(bell)
    }
}
