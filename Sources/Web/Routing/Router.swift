package import Values

/// Mistakes in a set of routes, all at once.
package struct RoutingFault: Error, CustomStringConvertible {
    package let description: String
}

/// Finds the route for a request, checks what every route has in common, and turns every failure into a problem.
package struct Router: Sendable {
    /// Finds out who calls, before the handler: sets `actor`, or throws a problem.
    package typealias Admission = @Sendable (Request) async throws -> Request

    package let routes: [Route]
    let ids: @Sendable () -> ID
    let signIn: String?
    let translate: @Sendable (any Error) -> Problem?
    let admit: Admission
    let metrics: Metrics?
    let log: AccessLog?
    private let root: Node

    /// A router over routes whose paths, methods and operations are distinct.
    ///
    /// `ids` makes the id of a request whose client gave none. `signIn` is the page that browsers without a
    /// session are sent to, with `next` in its query. `translate` says what other modules' errors mean to a
    /// client. `admit` is asked on every route but those open to anyone; the default leaves it to the handler.
    package init(
        _ routes: [Route], ids: @escaping @Sendable () -> ID, metrics: Metrics? = nil, log: AccessLog? = nil,
        signIn: String? = nil, translate: @escaping @Sendable (any Error) -> Problem? = { _ in nil },
        admit: @escaping Admission = { $0 }
    ) throws(RoutingFault) {
        var root = Node()
        var operations: Set<String> = []
        var faults: [String] = []
        for route in routes {
            if !operations.insert(route.operation).inserted {
                faults.append("two routes are \(route.operation)")
            }
            if let fault = root.insert(route) { faults.append(fault) }
        }
        guard faults.isEmpty else { throw RoutingFault(description: faults.joined(separator: "\n")) }
        self.routes = routes
        self.root = root
        self.ids = ids
        self.signIn = signIn
        self.translate = translate
        self.admit = admit
        self.metrics = metrics
        self.log = log
    }

    /// Answers a request, whatever happens, and notes it in metrics and log.
    package func respond(to request: Request) async -> Response {
        let start = ContinuousClock.now
        let answer = await answer(to: request)
        note(answer, took: ContinuousClock.now - start)
        return answer.response
    }

    /// A response with the request as routing left it.
    struct Answer: Sendable {
        var request: Request
        var response: Response
        /// What failed behind a 500, for the log alone.
        var fault: String?
    }

    func answer(to original: Request) async -> Answer {
        var request = original
        request.requestID = original.headers["x-request-id"].flatMap { ID($0) } ?? ids()
        request.path = String(original.target.prefix { $0 != "?" })
        do {
            let response = try await handled(&request)
            return Answer(request: request, response: finished(response, for: request), fault: nil)
        } catch let problem as Problem {
            // A link's holder has no account to sign in to, and its key must not travel on in `next`.
            if case .link = request.route?.access, problem.status == 401 {
                return Answer(request: request, response: refusal(Router.linkIsDead, to: request), fault: nil)
            }
            if problem.status == 401, let signIn, request.method == .get, request.wantsPage {
                let there = Response.redirect(to: signIn + "?next=" + percentEncoded(request.target))
                return Answer(request: request, response: finished(there, for: request), fault: nil)
            }
            let told = problem.status == 412 ? withCurrent(problem, request) : problem
            return Answer(request: request, response: refusal(told, to: request), fault: nil)
        } catch {
            let problem = translate(error) ?? .fault
            let fault = problem.status >= 500 ? String(reflecting: error) : nil
            return Answer(request: request, response: refusal(problem, to: request), fault: fault)
        }
    }

    /// A stale version with the address of what holds now: the nearest thing above the request that can be read.
    private func withCurrent(_ problem: Problem, _ request: Request) -> Problem {
        var segments = request.path.split(separator: "/")
        while !segments.isEmpty {
            let path = "/" + segments.joined(separator: "/")
            if let route = route(.get, path), route.path.hasSuffix("}") {
                var told = problem
                told.extra["current"] = .text(path)
                return told
            }
            segments.removeLast()
        }
        return problem
    }

    func note(_ answer: Answer, took: Duration) {
        metrics?.note(
            route: answer.request.route?.path, method: answer.request.method, status: answer.response.status,
            took: took)
        log?.note(answer, took: took)
    }

    /// A problem as the client likes it: a page or a document.
    func refusal(_ problem: Problem, to request: Request) -> Response {
        var response =
            request.wantsPage
            ? problem.page(requestID: request.requestID) : problem.response(request.requestID)
        for field in problem.headers.fields where response.headers[field.name] == nil {
            response.headers.add(field.name, field.value)
        }
        return finished(response, for: request)
    }

    /// The most bytes of body a request may have, and the time its handler may take.
    func limits(_ method: Method, _ target: String) -> (body: Int, time: Duration?) {
        guard let route = route(method, target) else { return (Route.usualBodyLimit, nil) }
        return (route.bodyLimit, route.timeLimit)
    }

    /// The route that a method and an address lead to; nil where they lead nowhere.
    package func route(_ method: Method, _ target: String) -> Route? {
        guard let target = try? Target(target) else { return nil }
        return root.find(target.segments)?.route(method)
    }
}

extension Router {
    private func handled(_ request: inout Request) async throws -> Response {
        if request.target == "*", request.method == .options {
            return Response(204, headers: ["allow": Method.allCases.map(\.rawValue).joined(separator: ", ")])
        }
        let target: Target
        do {
            target = try Target(request.target)
        } catch .malformed {
            throw Problem.malformed(Words("地址无法读懂", "The address cannot be read"))
        } catch .repeated(let name) {
            throw Problem.malformed(Words("参数 \(name) 出现了两次", "The parameter \(name) is given twice"))
        }
        guard let node = root.find(target.segments) else { throw Problem.notFound }
        if request.method == .options { return Response(204, headers: ["allow": node.allow]) }
        guard let route = node.route(request.method) else {
            throw Problem(
                405, "method_not_allowed", Words("这个地址不支持该操作", "This address does not take that method"),
                headers: ["allow": node.allow])
        }
        request.route = route
        request.lookUp = { self.route($0, $1) }
        request.query = target.query
        request.pathValues = pathValues(of: route, in: target.segments)
        request.credential = request.shownCredential(for: route.access)
        try checkCredential(request, route.access)
        try checkOrigin(request)
        try checkHeaders(request, route)
        try checkQuery(request, route)
        if route.access != .anyone {
            let handed = request
            request = try await admit(handed)
            if case .roles(let roles) = route.access, let role = request.actor?.role, !roles.contains(role) {
                throw Problem.forbidden
            }
        }
        return try await route.handle(request)
    }

    private func pathValues(of route: Route, in segments: [String]) -> [String: String] {
        var values: [String: String] = [:]
        for (piece, value) in zip(Node.pieces(of: route.path), segments) where piece.isParameter {
            values[piece.name] = value
        }
        return values
    }

    /// The answer to a link whose key is missing, wrong or expired, whatever it leads to.
    private static var linkIsDead: Problem {
        Problem(
            404, "link_is_dead", Words("链接已失效", "The link no longer works"),
            Words("链接已失效，请向街道索取新的链接。", "The link no longer works; ask the street office for a new one."))
    }

    private func checkCredential(_ request: Request, _ access: Access) throws(Problem) {
        switch (access, request.credential) {
        case (.anyone, _), (.reporter, _): return
        case (.link, .link): return
        case (.link, _): throw Router.linkIsDead
        case (.signedIn, .bearer), (.signedIn, .session), (.roles, .bearer), (.roles, .session): return
        case (.signedIn, _), (.roles, _): throw .unauthenticated
        }
    }

    /// A browser sends the session cookie on its own, so a change must come from our own pages.
    private func checkOrigin(_ request: Request) throws(Problem) {
        guard case .session = request.credential, !request.method.isSafe else { return }
        if request.isSameOrigin != true {
            throw Problem(
                403, "foreign_origin",
                Words("请在本系统的页面上操作", "Do this from this service's own pages"))
        }
    }

    private func checkHeaders(_ request: Request, _ route: Route) throws(Problem) {
        if route.needsIdempotencyKey || request.idempotencyKey != nil {
            guard let key = request.idempotencyKey else {
                throw Problem(
                    400, "idempotency_key_needed",
                    Words("请用 Idempotency-Key 给这次操作一个编号", "Give this request an Idempotency-Key"))
            }
            guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) else {
                throw .malformedHeader("Idempotency-Key")
            }
        }
        if route.needsIfMatch, request.headers["if-match"] == nil { throw .preconditionRequired }
        if request.matchedTags == [] { throw .malformedHeader("If-Match") }
        if let coding = request.headers["content-encoding"], coding.lowercased() != "identity" {
            throw Problem(
                415, "content_coding", Words("不接收压缩过的内容", "Compressed bodies are not taken"),
                headers: ["accept-encoding": "identity"])
        }
    }

    private func checkQuery(_ request: Request, _ route: Route) throws(Problem) {
        var errors: [FieldError] = []
        for parameter in route.query {
            if let text = request.query[parameter.name] {
                errors += parameter.schema.validate(parameter.schema.coerced(text)).map {
                    FieldError("?" + parameter.name + $0.pointer, $0.code, $0.words)
                }
            } else if parameter.required {
                errors.append(FieldError("?" + parameter.name, "missing", Words("必填", "is needed")))
            }
        }
        if route.path.hasPrefix("/v1/") {
            var known = Set(route.query.map(\.name))
            if case .link = route.access { known.insert("key") }
            for name in request.query.keys.sorted() where !known.contains(name) {
                errors.append(FieldError("?" + name, "unknown", Words("没有这个参数", "is no parameter here")))
            }
        }
        guard errors.isEmpty else {
            var problem = Problem.invalid(errors)
            problem.status = 400
            problem.code = "query_invalid"
            throw problem
        }
    }

    /// Adds what every answer carries; answers a HEAD and a matching If-None-Match without the body.
    private func finished(_ response: Response, for request: Request) -> Response {
        var response = response
        response.headers["x-request-id"] = request.requestID.description
        if response.headers["cache-control"] == nil { response.headers["cache-control"] = "no-store" }
        if request.method == .get || request.method == .head, response.status == 200,
            let tag = response.headers["etag"].flatMap(entityTag),
            let known = request.headers["if-none-match"],
            known == "*" || MediaType.split(known, at: ",").contains(where: { entityTag(trimmed($0)) == tag })
        {
            response.status = 304
            response.body = []
            response.headers["content-type"] = nil
        }
        if request.method == .head {
            response.headers["content-length"] = "\(response.body.count)"
            response.body = []
        }
        return response
    }
}

extension Request {
    /// The credential a request shows for that kind of access; a bearer token comes before a cookie.
    fileprivate func shownCredential(for access: Access) -> Credential? {
        if case .link = access {
            return (pathValues["key"] ?? query["key"]).flatMap { $0.isEmpty ? nil : .link($0) }
        }
        if let header = headers["authorization"] {
            let halves = header.split(separator: " ", maxSplits: 1)
            guard halves.count == 2, halves[0].lowercased() == "bearer" else { return nil }
            let token = trimmed(halves[1])
            return token.isEmpty ? nil : .bearer(token)
        }
        if let value = cookie(Cookie.session), !value.isEmpty { return .session(cookie: value) }
        return nil
    }
}
