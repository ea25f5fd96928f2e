import NIOCore
import NIOHTTP1
import Values

/// One connection: takes requests one after another, has them answered, and keeps the limits.
///
/// Lives on its event loop and is touched nowhere else.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum Stage {
        /// Between requests, or while the header of one arrives.
        case idle
        case reading
        case running
        case answering
        /// Answered for the last time; what still arrives is thrown away until the other side closes.
        case lingering
    }

    private let site: Site
    private let peer: String
    private var stage = Stage.idle
    private var context: ChannelHandlerContext?
    /// The context ahead of the parser, for an answer before there is a request.
    var wire: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    private var task: Task<Void, Never>?
    /// Counts requests, so that a late answer is not taken for that of the next one.
    private var sequence = 0
    private var closesAfter = false
    private var peerHasClosed = false

    private var headBegan = false
    private var lineLength = 0
    private var lineEnded = false

    private var head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "/")
    private var method = Method.get
    private var body: [UInt8] = []
    private var bodyLimit = 0
    private var timeLimit: Duration?
    private var arrivedInWindow = 0
    private var started = ContinuousClock.now

    init(_ site: Site, peer: String) {
        self.site = site
        self.peer = peer
    }

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func channelActive(context: ChannelHandlerContext) {
        after(site.limits.headerTime) { $0.headIsLate() }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        self.context = nil
        // A handler whose client has gone may finish its work; a server that stops cannot wait for it.
        if site.connections.isDraining { task?.cancel() }
        releaseBody()
        context.fireChannelInactive()
    }

    func bytesArrived(_ bytes: ByteBufferView) {
        guard stage == .idle else { return }
        if !headBegan {
            headBegan = true
            after(site.limits.headerTime) { $0.headIsLate() }
        }
        guard !lineEnded else { return }
        if let end = bytes.firstIndex(of: 10) {
            lineEnded = true
            lineLength += end - bytes.startIndex
        } else {
            lineLength += bytes.count
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch (unwrapInboundIn(data), stage) {
        case (.head(let head), .idle): begin(head)
        case (.body(let bytes), .reading): take(bytes)
        case (.end, .reading): dispatch()
        default: return
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            peerHasClosed = true
            closesAfter = true
            if stage == .idle || stage == .lingering { context.close(promise: nil) }
        case is DrainEvent:
            closesAfter = true
            if stage == .idle, !headBegan { context.close(promise: nil) }
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch stage {
        case .lingering, .answering, .running:
            // The answer under way is still owed; parser errors behind it concern what is thrown away.
            if !(error is HTTPParserError || error is ByteToMessageDecoderError) {
                context.close(promise: nil)
            }
        case .idle, .reading:
            guard let error = error as? HTTPParserError, !peerHasClosed else {
                context.close(promise: nil)
                return
            }
            if stage == .idle {
                method = .get
                head = HTTPRequestHead(version: .http1_1, method: .GET, uri: "-")
                started = .now
            }
            refuse(problem(for: error))
        }
    }

    private func problem(for error: HTTPParserError) -> Problem {
        switch error {
        case .headerOverflow where lineLength > site.limits.requestLine: .targetTooLong
        case .headerOverflow: .headersTooLarge
        case .invalidVersion:
            Problem(505, "http_version", Words("只支持 HTTP/1.1", "Only HTTP/1.1 is spoken here"))
        default: .malformed(Words("不是合法的 HTTP/1.1 请求", "This is not a valid HTTP/1.1 request"))
        }
    }

    /// Does something later, in place of what was to be done later before.
    private func after(_ time: Duration, _ action: @escaping (Connection) -> Void) {
        timer?.cancel()
        guard let context else { return }
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { action(self) }
    }

    private func headIsLate() {
        guard stage == .idle, let context else { return }
        guard headBegan, let wire else {
            context.close(promise: nil)
            return
        }
        // The parser has seen no whole request, so the answer goes out ahead of it.
        stage = .lingering
        let text = "HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
        wire.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
        wire.close(mode: .output, promise: nil)
        after(site.limits.lingerTime) { $0.context?.close(promise: nil) }
    }
}

// MARK: - The request

extension Connection {
    private func begin(_ head: HTTPRequestHead) {
        timer?.cancel()
        headBegan = false
        lineEnded = false
        lineLength = 0
        stage = .reading
        started = .now
        sequence += 1
        self.head = head
        if !head.isKeepAlive || head.headers.contains(name: "upgrade") { closesAfter = true }
        guard let method = Method(rawValue: head.method.rawValue) else {
            self.method = .get
            refuse(Problem(501, "method_unknown", Words("不支持该操作", "That method is not known here")))
            return
        }
        self.method = method
        (bodyLimit, timeLimit) = site.router.limits(method, target)
        if let problem = headProblem() {
            refuse(problem)
            return
        }
        arrivedInWindow = 0
        // Without a body the end follows in the same breath.
        guard
            head.headers.contains(name: "content-length") || head.headers.contains(name: "transfer-encoding")
        else { return }
        after(site.limits.bodyWindow) { $0.bodyWindowEnded() }
    }

    /// What is wrong with a header, before any of the body is read.
    private func headProblem() -> Problem? {
        let headers = head.headers
        if head.uri.utf8.count > site.limits.requestLine { return .targetTooLong }
        if head.version == .http1_1, headers["host"].count != 1 { return .malformedHeader("Host") }
        if !headers["transfer-encoding"].isEmpty {
            let codings = headers[canonicalForm: "transfer-encoding"]
            guard head.version == .http1_1, !headers.contains(name: "content-length"), codings.count == 1
            else {
                return .malformedHeader("Transfer-Encoding")
            }
            if codings[0].lowercased() != "chunked" {
                return Problem(501, "transfer_coding", Words("不支持该传输编码", "That transfer coding is not taken"))
            }
        }
        if let text = headers.first(name: "content-length") {
            guard let length = Int(text), length >= 0 else { return .malformedHeader("Content-Length") }
            if length > bodyLimit { return .tooLarge(bodyLimit) }
        }
        if let expected = headers.first(name: "expect"), head.version == .http1_1 {
            guard expected.lowercased() == "100-continue" else {
                return Problem(417, "expectation", Words("不支持该 Expect", "That expectation cannot be met"))
            }
            let goOn = HTTPResponseHead(version: .http1_1, status: .continue)
            context?.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
        }
        return nil
    }

    private func take(_ bytes: ByteBuffer) {
        let count = bytes.readableBytes
        arrivedInWindow += count
        if body.count + count > bodyLimit {
            refuse(.tooLarge(bodyLimit))
        } else if site.budget.take(count) {
            body.append(contentsOf: bytes.readableBytesView)
        } else {
            refuse(.busy())
        }
    }

    private func bodyWindowEnded() {
        guard stage == .reading else { return }
        let window = site.limits.bodyWindow.components
        let milliseconds = Int(window.seconds) * 1000 + Int(window.attoseconds / 1_000_000_000_000_000)
        if arrivedInWindow * 1000 < site.limits.bodyRate * milliseconds {
            refuse(Problem(408, "body_too_slow", Words("内容上传太慢，已中断", "The body came too slowly")))
        } else {
            arrivedInWindow = 0
            after(site.limits.bodyWindow) { $0.bodyWindowEnded() }
        }
    }

    private func releaseBody() {
        site.budget.give(body.count)
        body = []
    }

    /// The target as a path, where a client wrote it whole.
    private var target: String {
        for scheme in ["http://", "https://"] where head.uri.lowercased().hasPrefix(scheme) {
            let rest = head.uri.dropFirst(scheme.count)
            let path = rest.drop { $0 != "/" && $0 != "?" }
            return path.hasPrefix("/") ? String(path) : "/" + path
        }
        return head.uri
    }

    private func request(with body: [UInt8]) -> Request {
        var headers = Headers()
        for (name, value) in head.headers { headers.add(name, value) }
        var peer = peer
        if site.behindProxy, let last = headers.all("x-forwarded-for").last?.split(separator: ",").last {
            peer = trimmed(last)
        }
        return Request(method, target, headers: headers, body: body, peer: peer)
    }

    private func dispatch() {
        guard let context else { return }
        let request = request(with: body)
        releaseBody()
        stage = .running
        let sequence = sequence
        let router = site.router
        let loop = context.eventLoop
        let bound = NIOLoopBound(self, eventLoop: loop)
        let connections = site.connections
        connections.handlerStarted()
        task = Task(executorPreference: LoopExecutor(loop)) {
            let answer = await router.answer(to: request)
            loop.execute { bound.value.answered(answer, sequence) }
            connections.handlerEnded()
        }
        after(timeLimit ?? site.limits.handlerTime) { $0.handlerIsLate(request) }
    }

    private func answered(_ answer: Router.Answer, _ sequence: Int) {
        guard sequence == self.sequence, stage == .running else { return }
        task = nil
        site.router.note(answer, took: .now - started)
        write(answer.response)
    }

    private func handlerIsLate(_ request: Request) {
        guard stage == .running else { return }
        task?.cancel()
        task = nil
        var problem = Problem.busy()
        problem.code = "took_too_long"
        refuse(problem, request: request, closing: false)
    }

    /// Answers with a problem; where the rest of the request may still be coming, the connection closes after it.
    private func refuse(_ problem: Problem, request: Request? = nil, closing: Bool = true) {
        releaseBody()
        if closing { closesAfter = true }
        let router = site.router
        var request = request ?? self.request(with: [])
        request.requestID = request.headers["x-request-id"].flatMap { ID($0) } ?? router.ids()
        request.path = String(request.target.prefix { $0 != "?" })
        let answer = Router.Answer(
            request: request, response: router.refusal(problem, to: request),
            fault: problem.status == 503 ? problem.code : nil)
        router.note(answer, took: .now - started)
        write(answer.response)
    }
}

// MARK: - The answer

extension Connection {
    private func write(_ response: Response) {
        guard let context else { return }
        stage = .answering
        var headers = HTTPHeaders()
        headers.reserveCapacity(response.headers.fields.count + 3)
        for field in response.headers.fields where !Connection.ours.contains(field.name) {
            headers.add(name: field.name, value: field.value)
        }
        headers.add(name: "date", value: site.dateLine.text)
        let hasLength = response.status != 204 && response.status != 304
        if hasLength {
            let stated = method == .head ? response.headers["content-length"] : nil
            headers.add(name: "content-length", value: stated ?? "\(response.body.count)")
        }
        if closesAfter {
            headers.add(name: "connection", value: "close")
        } else if head.version == .http1_0 {
            headers.add(name: "connection", value: "keep-alive")
        }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: response.status), headers: headers)
        // A client that takes its answer no faster than a body must come is given up too.
        let patience = site.limits.handlerTime + .seconds(response.body.count / max(1, site.limits.bodyRate))
        after(patience) { $0.context?.close(promise: nil) }
        let written: EventLoopFuture<Void>
        if response.body.isEmpty || method == .head || !hasLength {
            written = context.writeAndFlush(wrapOutboundOut(.head(head)))
        } else {
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let buffer = context.channel.allocator.buffer(bytes: response.body)
            written = context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(buffer))))
        }
        // The end is held back until the body is out: the next request waits for it, so answers never pile up.
        written.assumeIsolated().whenComplete { self.wrote($0) }
    }

    private func wrote(_ result: Result<Void, any Error>) {
        guard let context else { return }
        guard case .success = result, stage == .answering else {
            context.close(promise: nil)
            return
        }
        timer?.cancel()
        if closesAfter {
            stage = .lingering
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            guard !peerHasClosed else {
                context.close(promise: nil)
                return
            }
            context.close(mode: .output, promise: nil)
            after(site.limits.lingerTime) { $0.context?.close(promise: nil) }
            return
        }
        stage = .idle
        let answered = sequence
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        // Writing the end may have brought in the next request.
        if stage == .idle, sequence == answered { after(site.limits.idleTime) { $0.headIsLate() } }
    }

    private static let ours: Set<String> = [
        "connection", "content-length", "transfer-encoding", "date", "keep-alive",
    ]
}

extension Problem {
    fileprivate static var targetTooLong: Problem {
        Problem(414, "target_too_long", Words("地址太长", "The address is too long"))
    }

    fileprivate static var headersTooLarge: Problem {
        Problem(431, "headers_too_large", Words("请求头太大或太多", "The header is too large or has too many fields"))
    }
}
