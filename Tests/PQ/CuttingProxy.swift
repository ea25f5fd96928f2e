import Glibc
import Synchronization

/// Stands between a client and the server, and cuts the line at the moment of COMMIT.
final class CuttingProxy: Sendable {
    enum Cut: Sendable {
        /// COMMIT reaches the server, its answer does not come back.
        case answer
        /// COMMIT never reaches the server.
        case question
    }

    let folder: String
    private let server: String
    private let cut: Cut
    private let isArmed = Atomic<Bool>(false)
    private let listening: Int32

    /// Listens in a folder of its own under the port that the server's socket has.
    init(server: String, port: Int, cut: Cut) {
        var template = Array("/tmp/ysx-XXXXXX".utf8CString)
        mkdtemp(&template)
        folder = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
        self.server = "\(server)/.s.PGSQL.\(port)"
        self.cut = cut
        listening = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        CuttingProxy.withAddress("\(folder)/.s.PGSQL.\(port)") { _ = bind(listening, $0, $1) }
        listen(listening, 8)
        spawn { self.accept() }
    }

    /// From now on, the next COMMIT is cut.
    func arm() {
        isArmed.store(true, ordering: .sequentiallyConsistent)
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listening, nil, nil)
            guard client >= 0 else { return }
            let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            CuttingProxy.withAddress(server) { _ = connect(upstream, $0, $1) }
            spawn { self.pump(client, upstream) }
        }
    }

    private func pump(_ client: Int32, _ upstream: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var files = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
        ]
        copying: while poll(&files, 2, -1) >= 0 {
            for index in 0..<2 where files[index].revents != 0 {
                let count = read(files[index].fd, &buffer, buffer.count)
                guard count > 0 else { break copying }
                let isCut =
                    index == 0 && isArmed.load(ordering: .sequentiallyConsistent)
                    && String(decoding: buffer[..<count], as: UTF8.self).contains("commit")
                if isCut, cut == .question { break copying }
                _ = write(files[1 - index].fd, buffer, count)
                if isCut {
                    // The server's answer is awaited, so that the outcome is sure, and thrown away.
                    _ = read(upstream, &buffer, buffer.count)
                    break copying
                }
            }
        }
        Glibc.close(client)
        Glibc.close(upstream)
    }

    private func spawn(_ body: @escaping @Sendable () -> Void) {
        final class Box: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { pointer in
                if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().body() }
                return nil
            }, Unmanaged.passRetained(Box(body)).toOpaque())
        pthread_detach(thread)
    }

    private static func withAddress(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
