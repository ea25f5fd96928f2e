import Ledger
package import Values
package import Web

/// A capability's routes called as the real service calls them, without a socket.
package struct TestSite: Sendable {
    let router: Router

    package init(_ routes: [Route]) throws {
        router = try Router(routes, ids: { ID(high: 0, low: 7) })
    }

    /// Sends a request as a person; a write gets a fresh key unless one is given.
    ///
    /// An answer that its description does not fit comes back as 599, which no test expects; so does a write that
    /// goes through although its If-Match names a version that nothing has.
    package func send(
        _ method: Method, _ path: String, as login: String?, _ body: JSON? = nil, key: String? = nil,
        ifMatch: String? = nil, ifNoneMatch: String? = nil
    ) async -> Response {
        var headers: Headers = ["accept": "application/json"]
        if let login { headers["authorization"] = "Bearer " + Seed.token(login) }
        if body != nil { headers["content-type"] = "application/json" }
        if method != .get { headers["idempotency-key"] = key ?? hex(Chance.bytes(12)) }
        if let ifMatch { headers["if-match"] = ifMatch }
        if let ifNoneMatch { headers["if-none-match"] = ifNoneMatch }
        let request = Request(method, path, headers: headers, body: body?.canonical ?? [], peer: "127.0.0.1")
        let stale = ifMatch == nil ? await statusOfStale(request) : nil
        let answer = await router.respond(to: request)
        Snapshot.current?.add(method, path, as: login, body, answer)
        guard let route = router.route(method, path) else { return answer }
        var faults = answer.deviations(from: route)
        faults += answer.bareCodes.map {
            FieldError($0, "bare_code", Words("中文里有代码", "a code stands bare in Chinese text"))
        }
        let isReplay = answer.headers["idempotent-replayed"] != nil
        if let stale, stale != 412, answer.status < 300, !isReplay {
            let words = Words("过期的 If-Match 得到 \(stale)", "a stale If-Match got \(stale), and not 412")
            faults.append(FieldError("", "stale_version_taken", words))
        }
        return faults.isEmpty ? answer : TestSite.deviating(route, answer, faults)
    }

    /// What a write answers whose If-Match names a version that nothing has; nil where its route takes none.
    private func statusOfStale(_ request: Request) async -> Int? {
        guard router.route(request.method, request.target)?.effect?.takesIfMatch == true else { return nil }
        var headers = request.headers
        headers["if-match"] = "\"4000000001\""
        headers["idempotency-key"] = hex(Chance.bytes(12))
        let probe = Request(
            request.method, request.target, headers: headers, body: request.body, peer: request.peer)
        return await router.respond(to: probe).status
    }

    /// What of a text is written as programs name things, outside quotation marks.
    package static func bareCodes(in text: String) -> [String] {
        var isQuoted = false
        var plain = ""
        for character in text {
            if character == "“" { isQuoted = true }
            plain.append(isQuoted ? " " : character)
            if character == "”" { isQuoted = false }
        }
        let words = plain.split {
            !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == "/"))
        }
        return words.filter { word in
            word.contains("_") && !word.contains("/") && word.contains { $0.isLowercase }
        }.map(String.init)
    }

    /// The texts of an answer that are Chinese: those with an English one beside them.
    fileprivate static func chinese(_ value: JSON) -> [String] {
        switch value {
        case .list(let items): return items.flatMap(chinese)
        case .object(let fields):
            var own = ["title", "detail", "remedy"].filter { fields[$0 + "_en"] != nil }
            if fields["en"] != nil { own.append("zh") }
            return own.compactMap { fields[$0]?.text } + fields.values.flatMap(chinese)
        default: return []
        }
    }

    /// What a page shows, without its markup.
    fileprivate static func shown(_ page: String) -> String {
        var shown = ""
        var isMarkup = false
        for character in page {
            if character == "<" { isMarkup = true }
            if !isMarkup { shown.append(character) }
            if character == ">" {
                isMarkup = false
                shown.append(" ")
            }
        }
        return shown
    }

    private static func deviating(_ route: Route, _ answer: Response, _ faults: [FieldError]) -> Response {
        .json(
            599,
            .object([
                "operation": .text(route.operation), "status": .int(Int64(answer.status)),
                "deviations": .list(faults.map(\.json)), "answer": answer.json ?? .text(answer.text),
            ]))
    }
}

extension Response {
    /// Codes that stand bare in what the answer says in Chinese; what somebody typed is quoted back in “ ”.
    package var bareCodes: [String] {
        let isPage = headers["content-type"]?.hasPrefix("text/html") == true
        return (isPage ? [TestSite.shown(text)] : TestSite.chinese(json ?? .null)).flatMap {
            TestSite.bareCodes(in: $0)
        }
    }

    /// The codes of the refusals in a problem.
    package var refusalCodes: [String] {
        json?["refusals"]?.list?.compactMap { $0["code"]?.text } ?? []
    }
}
