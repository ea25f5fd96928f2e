import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Terminal

/// A site of its own on a free port or a socket file: it answers what the test says and remembers what it heard.
final class PretendSite: Sendable {
    struct Heard: Sendable {
        let method: String
        let path: String
        let headers: [String: String]
        let body: String
    }

    enum Answer: Sendable {
        case json(Int, String, headers: [String: String] = [:])
        case problem(Int, String, headers: [String: String] = [:])
        /// Acts, and dies before it answers.
        case silence
        /// Never says a word.
        case stall
        case raw(String)
    }

    let address: SiteAddress
    private let channel: any Channel
    private let memory: Memory

    final class Memory: Sendable {
        let heard = Mutex<[Heard]>([])
        let answer: @Sendable (Heard, Int) -> Answer

        init(_ answer: @escaping @Sendable (Heard, Int) -> Answer) { self.answer = answer }
    }

    var heard: [Heard] { memory.heard.withLock { $0 } }

    init(socket: String? = nil, answer: @escaping @Sendable (Heard, Int) -> Answer) async throws {
        let memory = Memory(answer)
        self.memory = memory
        let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Listener(memory))
                }
            }
        if let socket {
            channel = try await bootstrap.bind(unixDomainSocketPath: socket).get()
            address = .socket(path: socket)
        } else {
            channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
            address = .tcp(host: "127.0.0.1", port: channel.localAddress?.port ?? 0)
        }
    }

    func close() async throws { try await channel.close() }

    private final class Listener: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart

        private let memory: Memory
        private var head: HTTPRequestHead?
        private var body = ""

        init(_ memory: Memory) { self.memory = memory }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): self.head = head
            case .body(let bytes): body += String(buffer: bytes)
            case .end: answer(context)
            }
        }

        private func answer(_ context: ChannelHandlerContext) {
            guard let head else { return }
            let headers = Dictionary(head.headers.map { ($0.name.lowercased(), $0.value) }) { _, last in last
            }
            let heard = Heard(method: head.method.rawValue, path: head.uri, headers: headers, body: body)
            let count = memory.heard.withLock { list in
                list.append(heard)
                return list.count
            }
            switch memory.answer(heard, count) {
            case .json(let status, let text, let headers):
                write(status, text, headers.merging(["content-type": "application/json"]) { $1 }, context)
            case .problem(let status, let text, let headers):
                write(
                    status, text, headers.merging(["content-type": "application/problem+json"]) { $1 },
                    context)
            case .silence: context.close(promise: nil)
            case .stall: break
            case .raw(let text):
                // Past the encoder: bytes that are no HTTP at all.
                guard
                    let encoder = try? context.pipeline.syncOperations.context(
                        handlerType: HTTPResponseEncoder.self)
                else { return }
                encoder.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
            }
        }

        private func write(
            _ status: Int, _ text: String, _ headers: [String: String], _ context: ChannelHandlerContext
        ) {
            var fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
            fields.add(name: "content-length", value: "\(text.utf8.count)")
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: fields)
            let channel = context.channel
            channel.write(HTTPServerResponsePart.head(head), promise: nil)
            channel.write(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: text))), promise: nil)
            channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
        }
    }
}

/// Folders of a person of its own, gone with the value that holds them.
final class Home {
    let path: String
    let folders: Folders

    init() throws {
        path = "/tmp/yanshou-\(UUID().uuidString.prefix(8))"
        folders = try Folders(environment: ["HOME": path])
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
