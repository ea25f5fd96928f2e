import Ledger
import NIOCore
import NIOHTTP1
import NIOPosix
package import Values

/// One request to the site.
package struct SiteRequest: Sendable, Hashable {
    package enum Method: String, Sendable, Hashable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    package let method: Method
    /// Path and query, percent-encoded: `/v1/inbox?limit=20`.
    package let path: String
    package let body: JSON?
    package let idempotencyKey: ID?
    package let ifMatch: String?

    package init(_ method: Method, _ path: String, body: JSON? = nil, key: ID? = nil, ifMatch: String? = nil)
    {
        self.method = method
        self.path = path
        self.body = body
        idempotencyKey = key
        self.ifMatch = ifMatch
    }

    package static func get(_ path: String) -> SiteRequest { SiteRequest(.get, path) }

    /// A path of segments and query items as they are, encoded.
    package static func path(_ segments: [String], query: [(String, String)] = []) -> String {
        let path = segments.map { "/" + encoded($0) }.joined()
        let items = query.map { encoded($0.0) + "=" + encoded($0.1) }
        return items.isEmpty ? path : path + "?" + items.joined(separator: "&")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + hex([byte]).uppercased()
        }.joined()
    }
}

/// What the site answered.
package struct SiteAnswer: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The version of what was read, for `ifMatch`.
    package var etag: String? { header("etag") }

    package func json() throws(SiteFault) -> JSON {
        do {
            return try JSON(strict: body)
        } catch {
            throw .notOurs("\(error.reason) at byte \(error.offset)")
        }
    }

    var isProblem: Bool { header("content-type")?.hasPrefix("application/problem+json") ?? false }
}

/// Why a request has no good answer.
package enum SiteFault: Error, Sendable {
    /// No answer: whether the site did what was asked is not known. Send the same key again.
    case unreachable(Words)
    case refused(SiteProblem)
    /// An answer that is not this system's.
    case notOurs(String)
}

/// Talks to the site over HTTP/1.1, one connection a request.
package struct SiteClient: Sendable {
    package struct Limits: Sendable {
        package var connecting: Duration = .seconds(5)
        package var answering: Duration = .seconds(30)
        package var bytes = 64 << 20

        package init() {}
    }

    package let address: SiteAddress
    private let token: String?
    private let language: Language
    private let limits: Limits

    package init(_ address: SiteAddress, token: String?, language: Language, limits: Limits = Limits()) {
        self.address = address
        self.token = token
        self.language = language
        self.limits = limits
    }

    /// The answer where it is a success; everything else is thrown.
    package func send(_ request: SiteRequest) async throws(SiteFault) -> SiteAnswer {
        let answer: SiteAnswer
        do {
            answer = try await exchange(request)
        } catch let fault as SiteFault {
            throw fault
        } catch {
            throw .unreachable(Unreached.words(of: error))
        }
        guard (200..<300).contains(answer.status) else { throw .refused(SiteProblem(answer: answer)) }
        return answer
    }

    /// Every item of a list, page by page; a site that never comes to an end is not ours.
    package func items(_ segments: [String]) async throws(SiteFault) -> [JSON] {
        var items = [JSON]()
        var after: String?
        for _ in 0..<SiteClient.mostPages {
            let query = [("limit", "200")] + (after.map { [("after", $0)] } ?? [])
            let page = try await send(.get(SiteRequest.path(segments, query: query))).json()
            items += page["items"]?.list ?? []
            guard let next = page["next"]?.text, next != after else { return items }
            after = next
        }
        throw .notOurs("a list without an end")
    }

    private static let mostPages = 500

    private func exchange(_ request: SiteRequest) async throws -> SiteAnswer {
        let channel = try await connect()
        let promise = channel.eventLoop.makePromise(of: SiteAnswer.self)
        let limit = limits.bytes
        do {
            try await channel.eventLoop.submit {
                try channel.pipeline.syncOperations.addHTTPClientHandlers()
                try channel.pipeline.syncOperations.addHandler(AnswerCollector(promise, limit: limit))
            }.get()
        } catch {
            promise.fail(error)
            channel.close(promise: nil)
            throw error
        }
        let clock = channel.eventLoop.scheduleTask(in: TimeAmount(limits.answering)) {
            promise.fail(SiteFault.unreachable(Unreached.silent))
            channel.close(promise: nil)
        }
        defer {
            clock.cancel()
            channel.close(promise: nil)
        }
        let (head, body) = try message(of: request)
        channel.write(HTTPClientRequestPart.head(head), promise: nil)
        if !body.isEmpty {
            channel.write(HTTPClientRequestPart.body(.byteBuffer(ByteBuffer(bytes: body))), promise: nil)
        }
        channel.writeAndFlush(HTTPClientRequestPart.end(nil)).cascadeFailure(to: promise)
        return try await promise.futureResult.get()
    }

    private func connect() async throws -> any Channel {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(TimeAmount(limits.connecting))
        switch address {
        case .tcp(let host, let port): return try await bootstrap.connect(host: host, port: port).get()
        case .socket(let path): return try await bootstrap.connect(unixDomainSocketPath: path).get()
        }
    }

    private func message(of request: SiteRequest) throws(SiteFault) -> (HTTPRequestHead, [UInt8]) {
        let isPlain = { (text: String) in text.utf8.allSatisfy { (33...126).contains($0) } }
        guard request.path.hasPrefix("/"), isPlain(request.path), isPlain(token ?? ""),
            isPlain(request.ifMatch ?? "")
        else { throw .notOurs("the request holds bytes that HTTP does not carry") }
        var headers = HTTPHeaders([
            ("Host", address.hostHeader), ("Accept", "application/json, application/problem+json"),
            ("Accept-Language", language.tag), ("User-Agent", "yanshou"), ("Connection", "close"),
        ])
        if let token { headers.add(name: "Authorization", value: "Bearer \(token)") }
        if let key = request.idempotencyKey { headers.add(name: "Idempotency-Key", value: key.description) }
        if let match = request.ifMatch { headers.add(name: "If-Match", value: match) }
        let body = request.body?.canonical ?? []
        if request.body != nil { headers.add(name: "Content-Type", value: "application/json") }
        if request.method != .get { headers.add(name: "Content-Length", value: "\(body.count)") }
        let method = HTTPMethod(rawValue: request.method.rawValue)
        return (HTTPRequestHead(version: .http1_1, method: method, uri: request.path, headers: headers), body)
    }
}

/// Collects one answer; ours alone, on the connection's event loop.
private final class AnswerCollector: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    private let promise: EventLoopPromise<SiteAnswer>
    private let limit: Int
    private var head: HTTPResponseHead?
    private var body = [UInt8]()

    init(_ promise: EventLoopPromise<SiteAnswer>, limit: Int) {
        self.promise = promise
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if head.status.code >= 200 { self.head = head }
        case .body(let bytes):
            guard body.count + bytes.readableBytes <= limit else {
                promise.fail(SiteFault.notOurs("the answer is longer than \(limit) bytes"))
                context.close(promise: nil)
                return
            }
            body.append(contentsOf: bytes.readableBytesView)
        case .end:
            guard let head else { return }
            promise.succeed(
                SiteAnswer(
                    status: Int(head.status.code), headers: head.headers.map { ($0.name, $0.value) },
                    body: body))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        promise.fail(error is HTTPParserError ? SiteFault.notOurs("\(error)") : error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        promise.fail(SiteFault.unreachable(Unreached.cutOff))
        context.fireChannelInactive()
    }
}
