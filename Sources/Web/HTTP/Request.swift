package import Values

/// What a caller shows to be let in; who it stands for is decided elsewhere.
package enum Credential: Sendable, Hashable {
    case bearer(String)
    case session(cookie: String)
    /// A token that came in a link: path parameter `{key}` or `?key=`.
    case link(String)
}

/// One HTTP request, whole, with its body read.
package struct Request: Sendable {
    package let method: Method
    /// Path and query as sent, escapes and all; may hold a link's secret, so it is never logged.
    package let target: String
    package let headers: Headers
    package let body: [UInt8]
    /// The address it came from.
    package let peer: String
    package internal(set) var requestID: ID
    /// The path as sent, without the query.
    package internal(set) var path = ""
    package internal(set) var query: [String: String] = [:]
    package internal(set) var pathValues: [String: String] = [:]
    package internal(set) var credential: Credential?
    /// The route that matched; nil before routing.
    package internal(set) var route: Route?
    /// Where a method and an address would lead, as the router knows it.
    var lookUp: (@Sendable (Method, String) -> Route?)?
    /// Who acts, where the router's admission found out.
    package var actor: Actor?

    package init(
        _ method: Method, _ target: String, headers: Headers = [:], body: [UInt8] = [], peer: String = "",
        requestID: ID = ID(high: 0, low: 0)
    ) {
        self.method = method
        self.target = target
        self.headers = headers
        self.body = body
        self.peer = peer
        self.requestID = requestID
    }

    /// A path value as an identity; anything else cannot name a thing of ours, so it is a 404.
    package func require(_ name: String) throws(Problem) -> ID {
        guard let text = pathValues[name], let id = ID(text) else { throw .notFound }
        return id
    }

    /// A path value as text.
    package func text(_ name: String) throws(Problem) -> String {
        guard let text = pathValues[name] else { throw .notFound }
        return text
    }

    /// The route that another method and address would lead to; nil where they lead nowhere.
    package func route(of method: Method, _ target: String) -> Route? { lookUp?(method, target) }

    /// The client's key for doing a thing once; the router has checked it where the route needs it.
    package var idempotencyKey: String? { headers["idempotency-key"] }

    /// The version a change is based on, as If-Match names it, without its quotation marks.
    package var ifMatch: String? { headers["if-match"].flatMap(entityTag) }

    /// Every tag of If-Match, or `*`; nil where none was sent, and no tags where it cannot be read.
    package var matchedTags: [String]? {
        guard let header = headers["if-match"] else { return nil }
        if header == "*" { return ["*"] }
        let tags = MediaType.split(header, at: ",").map { entityTag(trimmed($0)) }
        return tags.contains(nil) ? [] : tags.compactMap { $0 }
    }

    /// The version a change is based on as a number: 428 where missing, 400 where it is none.
    package func matchedVersion() throws(Problem) -> Int64 {
        guard headers["if-match"] != nil else { throw .preconditionRequired }
        guard let tag = ifMatch, let version = Int64(tag) else { throw .malformedHeader("If-Match") }
        return version
    }

    package func cookie(_ name: String) -> String? {
        for header in headers.all("cookie") {
            for piece in header.split(separator: ";") {
                let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if halves.count == 2, trimmed(halves[0]) == name { return trimmed(halves[1]) }
            }
        }
        return nil
    }

    /// True where the answer should be a page: outside `/v1`, and HTML is what the client likes best.
    package var wantsPage: Bool {
        guard path != "/v1", !path.hasPrefix("/v1/"), let accept = headers["accept"] else { return false }
        var best: (html: Int, json: Int) = (0, 0)
        for range in accept.split(separator: ",") {
            guard let type = MediaType(String(range)) else { continue }
            let weight = quality(type.parameters["q"] ?? "1")
            switch type.essence {
            case "text/html", "application/xhtml+xml", "text/*": best.html = max(best.html, weight)
            case "application/json", "application/problem+json": best.json = max(best.json, weight)
            default: break
            }
        }
        return best.html > 0 && best.html >= best.json
    }

    /// Where the request came from, as its own pages see it: nil where no browser says so.
    var isSameOrigin: Bool? {
        if let origin = headers["origin"] {
            guard let host = headers["host"], let cut = origin.range(of: "://") else { return false }
            return origin[cut.upperBound...].lowercased() == host.lowercased()
        }
        if let site = headers["sec-fetch-site"] { return site == "same-origin" || site == "none" }
        return nil
    }
}

/// The tag inside `"7"` or `W/"7"`.
func entityTag(_ text: String) -> String? {
    let strong = text.hasPrefix("W/") ? text.dropFirst(2) : text[...]
    guard strong.count >= 2, strong.hasPrefix("\""), strong.hasSuffix("\"") else { return nil }
    let tag = strong.dropFirst().dropLast()
    return tag.contains("\"") ? nil : String(tag)
}

/// Thousandths of a weight such as `0.8`.
private func quality(_ text: String) -> Int {
    guard let ratio = Ratio(text), ratio.numerator > 0 else { return 0 }
    // Above one there is nothing to weigh, and nothing to multiply that could overflow.
    guard ratio.numerator < ratio.denominator else { return 1000 }
    return Int(clamping: Int128(ratio.numerator) * 1000 / Int128(ratio.denominator))
}

extension String {
    /// The first place of a text inside this one, without Foundation.
    fileprivate func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
