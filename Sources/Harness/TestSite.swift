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
        let answer = await router.respond(
            to: Request(method, path, headers: headers, body: body?.canonical ?? [], peer: "127.0.0.1"))
        Snapshot.current?.add(method, path, as: login, body, answer)
        return answer
    }
}

extension Response {
    /// The codes of the refusals in a problem.
    package var refusalCodes: [String] {
        json?["refusals"]?.list?.compactMap { $0["code"]?.text } ?? []
    }
}
