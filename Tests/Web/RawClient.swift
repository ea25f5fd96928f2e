import Dispatch
import Glibc

@testable import Web

/// A plain socket: sends the very bytes of a test and gives back the very bytes of the answer.
final class RawClient: Sendable {
    private let descriptor: Int32
    private static let queue = DispatchQueue(label: "raw clients", attributes: .concurrent)

    /// Connects to a port of this machine.
    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw SocketFault(code: errno) }
    }

    /// Connects to a Unix socket.
    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else { throw SocketFault(code: errno) }
    }

    deinit { close(descriptor) }

    struct SocketFault: Error { let code: Int32 }

    /// Sends text; lines end as HTTP wants them.
    func send(_ text: String) async { await send(Array(text.replacingLineEnds.utf8)) }

    func send(_ bytes: [UInt8]) async {
        let descriptor = descriptor
        await off {
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// What arrives until the other side closes, the text is seen, or the time is over.
    func receive(until text: String? = nil, seconds: Int = 5) async -> String {
        let descriptor = descriptor
        return await off {
            var received = [UInt8]()
            let wanted = text.map { Array($0.utf8) }
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let deadline = ContinuousClock.now + .seconds(seconds)
            while ContinuousClock.now < deadline, poll(&poller, 1, Int32(seconds * 1000)) > 0 {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                received += buffer[..<count]
                if let wanted, received.count < 100_000, contains(received, wanted) { break }
            }
            return String(decoding: received, as: UTF8.self)
        }
    }

    /// True where the other side closes within the time.
    func closes(within seconds: Double) async -> Bool {
        let descriptor = descriptor
        return await off {
            var byte: UInt8 = 0
            var poller = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, Int32(seconds * 1000)) > 0 else { return false }
            return recv(descriptor, &byte, 1, 0) <= 0
        }
    }

    private func off<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            RawClient.queue.async { continuation.resume(returning: work()) }
        }
    }
}

private func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
}

/// A server on a free port for the length of a test.
func withServer(
    _ change: (inout Limits) -> Void = { _ in }, behindProxy: Bool = false, metrics: Metrics? = nil,
    and more: [Route] = [],
    _ body: (Server, Int) async throws -> Void
) async throws {
    var limits = Limits()
    limits.lingerTime = .milliseconds(300)
    change(&limits)
    let server = Server(
        try trialRouter(and: more, metrics: metrics), at: .tcp(host: "127.0.0.1", port: 0), limits: limits,
        threads: 1,
        behindProxy: behindProxy, now: { fixedNow })
    guard case .tcp(_, let port) = try await server.start() else { return }
    do {
        try await body(server, port)
    } catch {
        await server.drain(within: .zero)
        throw error
    }
    await server.drain(within: .zero)
}
