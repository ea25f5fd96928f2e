import Glibc
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
package import Values

/// Serves a router over HTTP/1.1, on a port or a Unix socket.
///
/// Handlers run on the event loop of their connection; one that computes for long does so inside
/// `withTaskExecutorPreference(globalConcurrentExecutor)`.
package final class Server: Sendable {
    package enum Address: Sendable, Hashable {
        /// Port 0 takes any free one.
        case tcp(host: String, port: Int)
        case unix(path: String)
    }

    private struct State {
        var group: MultiThreadedEventLoopGroup?
        var listener: (any Channel)?
        var isDraining = false
        var isDone = false
    }

    private let site: Site
    private let address: Address
    private let threads: Int
    private let state = Mutex(State())
    private let (done, finish) = AsyncStream.makeStream(of: Void.self)

    /// A server that listens once started.
    ///
    /// `threads` are event loops, by default one for each core. `behindProxy` is true where a proxy of ours sets
    /// X-Forwarded-For, which is then the peer's address.
    package init(
        _ router: Router, at address: Address, limits: Limits = Limits(), threads: Int? = nil,
        behindProxy: Bool = false, now: @escaping @Sendable () -> Instant
    ) {
        self.address = address
        self.threads = threads ?? System.coreCount
        site = Site(
            router: router, limits: limits, connections: Connections(limit: limits.connections),
            budget: Budget(limits.bodyBudget), dateLine: DateLine(now: now), behindProxy: behindProxy)
    }

    /// Listens; the address given back names the port that was taken.
    @discardableResult
    package func start() async throws -> Address {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let site = site
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.maxMessagesPerRead, value: 4)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try site.welcome(channel) }
            }
        let listener: any Channel
        do {
            switch address {
            case .tcp(let host, let port): listener = try await bootstrap.bind(host: host, port: port).get()
            case .unix(let path):
                listener = try await bootstrap.bind(
                    unixDomainSocketPath: path, cleanupExistingSocketFile: true
                ).get()
                // Whoever may connect is for the socket's group to say.
                chmod(path, 0o660)
            }
        } catch {
            try? await group.shutdownGracefully()
            throw ListenFault(error, at: address)
        }
        state.withLock { state in
            state.group = group
            state.listener = listener
        }
        if case .tcp(let host, _) = address, let port = listener.localAddress?.port {
            return .tcp(host: host, port: port)
        }
        return address
    }

    /// Starts and serves until drained; cancelling the task drains.
    package func run() async throws {
        try await start()
        await withTaskCancellationHandler {
            for await _ in done {}
            // A cancelled task leaves the stream at once; the drain it asked for is still under way.
            while !state.withLock({ $0.isDone }) { await pause() }
        } onCancel: {
            Task { await self.drain() }
        }
    }

    /// Stops listening, closes what is idle, lets running requests finish up to the limit, then closes the rest.
    ///
    /// - Returns: False where connections had to be cut, or handlers were still running.
    @discardableResult
    package func drain(within limit: Duration = .seconds(30)) async -> Bool {
        let (group, listener, isFirst) = state.withLock { state in
            defer { state.isDraining = true }
            return (state.group, state.listener, !state.isDraining)
        }
        guard isFirst, let group else { return true }
        let connections = site.connections
        let open = connections.drain()
        try? await listener?.close().get()
        if case .unix(let path) = address { unlink(path) }
        for channel in open { channel.pipeline.fireUserInboundEventTriggered(DrainEvent()) }
        await wait(until: .now + limit) { connections.count == 0 && connections.running == 0 }
        let rest = connections.drain()
        let isClean = rest.isEmpty && connections.running == 0
        for channel in rest { channel.close(promise: nil) }
        await wait(until: .now + .seconds(2)) { connections.count == 0 && connections.running == 0 }
        // A handler that ignores being cancelled still needs its event loop; the end of the process takes both.
        if connections.running == 0 { try? await group.shutdownGracefully() }
        state.withLock { $0.isDone = true }
        finish.finish()
        return isClean
    }

    private func wait(until deadline: ContinuousClock.Instant, _ isOver: () -> Bool) async {
        while !isOver(), ContinuousClock.now < deadline { await pause() }
    }

    /// Open connections now.
    package var connectionCount: Int { site.connections.count }

    /// Waits 10 ms, even in a task that is cancelled.
    private func pause() async {
        await Task { try? await Task.sleep(for: .milliseconds(10)) }.value
    }
}

/// Tells a connection to close as soon as it has answered what it is answering.
struct DrainEvent: Sendable {}

/// What every connection shares.
struct Site: Sendable {
    let router: Router
    let limits: Limits
    let connections: Connections
    let budget: Budget
    let dateLine: DateLine
    let behindProxy: Bool

    /// Sets up a connection that was just accepted; runs on its event loop.
    func welcome(_ channel: any Channel) throws {
        switch connections.admit(channel) {
        case .refused:
            channel.close(promise: nil)
            return
        case .full:
            let connections = connections
            channel.closeFuture.whenComplete { _ in connections.turnedAwayLeft() }
            try channel.pipeline.syncOperations.addHandler(TurningAway(linger: TimeAmount(limits.lingerTime)))
            return
        case .admitted:
            let connections = connections
            channel.closeFuture.whenComplete { _ in connections.leave(channel) }
        }
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.headerBytes
        decoding.maxHeaderListSize = limits.headerBytes
        decoding.maxHeaderFieldCount = limits.headerFields
        let connection = Connection(self, peer: channel.remoteAddress?.ipAddress ?? "local")
        let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding)
        let operations = channel.pipeline.syncOperations
        try operations.addHandler(WireWatch(connection))
        try operations.addHandler(HTTPResponseEncoder())
        try operations.addHandler(ByteToMessageHandler(decoder))
        try operations.addHandler(HTTPServerPipelineHandler())
        try operations.addHandler(connection)
    }
}

/// The Date header, made once a second.
final class DateLine: Sendable {
    private let now: @Sendable () -> Instant
    private let last = Mutex((second: Int64.min, text: ""))

    init(now: @escaping @Sendable () -> Instant) { self.now = now }

    var text: String {
        let now = now()
        let second = now.microseconds / 1_000_000
        return last.withLock { last in
            if last.second != second { last = (second, DateLine.text(now)) }
            return last.text
        }
    }

    /// A moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(_ instant: Instant) -> String {
        let universal = instant.universal
        guard let day = BusinessDay(iso: universal.prefix(10)) else { return "" }
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = day.parts
        let number = parts.day < 10 ? "0\(parts.day)" : "\(parts.day)"
        let time = universal.dropFirst(11).prefix(8)
        return "\(names[day.weekday - 1]), \(number) \(months[parts.month - 1]) \(parts.year) \(time) GMT"
    }
}
