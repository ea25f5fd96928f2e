package import Values

/// One HTTP response, whole.
package struct Response: Sendable {
    package var status: Int
    package var headers: Headers
    package var body: [UInt8]

    package init(_ status: Int, headers: Headers = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    package static func json(_ status: Int = 200, _ value: JSON) -> Response {
        json(status, bytes: value.canonical)
    }

    /// An answer whose JSON is already written, as rows write it.
    package static func json(_ status: Int = 200, bytes: [UInt8]) -> Response {
        Response(
            status,
            headers: [
                "content-type": "application/json; charset=utf-8", "x-content-type-options": "nosniff",
            ],
            body: bytes)
    }

    package static func text(_ status: Int = 200, _ text: String, type: String = "text/plain; charset=utf-8")
        -> Response
    {
        Response(
            status, headers: ["content-type": type, "x-content-type-options": "nosniff"],
            body: Array(text.utf8))
    }

    /// A page, with the headers that keep others' content and frames out of it.
    package static func html(_ status: Int = 200, _ page: HTML) -> Response {
        Response(
            status,
            headers: [
                "content-type": "text/html; charset=utf-8",
                "content-security-policy": pagePolicy,
                "x-content-type-options": "nosniff",
                "referrer-policy": "same-origin",
                "cross-origin-opener-policy": "same-origin",
            ], body: Array(page.text.utf8))
    }

    package static func noContent() -> Response { Response(204) }

    /// Sends a browser elsewhere after a form (303), so that going back does not send it again.
    package static func redirect(to path: String) -> Response {
        Response(303, headers: ["location": path])
    }

    /// A stored file, opened by itself: nothing in it may run or reach our pages.
    ///
    /// `download` is the name to save it under; nil shows it in place.
    package static func file(_ bytes: [UInt8], type: String, tag: String? = nil, download: String? = nil)
        -> Response
    {
        var response = Response(
            200,
            headers: [
                "content-type": type, "x-content-type-options": "nosniff",
                "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
                "cross-origin-resource-policy": "same-origin",
            ], body: bytes)
        if let tag { response.headers["etag"] = "\"\(tag)\"" }
        if let download {
            let plain = String(download.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
            response.headers["content-disposition"] =
                "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(percentEncoded(download))"
        }
        return response
    }

    package static func problem(_ problem: Problem, requestID: ID) -> Response { problem.response(requestID) }

    /// The same answer with the version its body shows, for If-Match.
    package func tagged(version: Int64) -> Response {
        var response = self
        response.headers["etag"] = "\"\(version)\""
        return response
    }

    package func with(_ name: String, _ value: String) -> Response {
        var response = self
        response.headers[name] = value
        return response
    }

    package func setting(_ cookie: Cookie) -> Response {
        var response = self
        response.headers.add("set-cookie", cookie.header)
        return response
    }

    /// The body as text, for logs of tests and pages.
    package var text: String { String(decoding: body, as: UTF8.self) }

    static let pagePolicy =
        "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; object-src 'none'"
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 32 && scalar.value < 127 && scalar != "\"" && scalar != "\\" && scalar != "%"
}

/// A cookie to set; never readable by scripts.
package struct Cookie: Sendable, Hashable {
    package enum SameSite: String, Sendable { case lax = "Lax", strict = "Strict" }

    /// The cookie that carries a signed-in session.
    package static let session = "yanshou_session"

    package let name: String
    package let value: String
    package let path: String
    /// Seconds to keep it; nil until the browser closes.
    package let maxAge: Int?
    package let sameSite: SameSite
    /// Only over TLS: as configured for the place the service runs at.
    package let secure: Bool

    package init(
        _ name: String, _ value: String, secure: Bool, path: String = "/", maxAge: Int? = nil,
        sameSite: SameSite = .lax
    ) {
        self.name = name
        self.value = value
        self.path = path
        self.maxAge = maxAge
        self.sameSite = sameSite
        self.secure = secure
    }

    /// A cookie that removes another.
    package static func removing(_ name: String, secure: Bool, path: String = "/") -> Cookie {
        Cookie(name, "", secure: secure, path: path, maxAge: 0)
    }

    var header: String {
        let plain = value.utf8.filter { $0 > 32 && $0 < 127 && ![34, 44, 59, 92].contains($0) }
        var text = "\(name)=\(String(decoding: plain, as: UTF8.self)); Path=\(path)"
        if let maxAge { text += "; Max-Age=\(maxAge)" }
        text += "; HttpOnly; SameSite=\(sameSite.rawValue)"
        return secure ? text + "; Secure" : text
    }
}
