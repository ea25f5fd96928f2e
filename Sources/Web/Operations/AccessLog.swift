import Glibc
package import Values

/// One line of JSON for each answered request: no bodies, no tokens, no queries.
package struct AccessLog: Sendable {
    private let now: @Sendable () -> Instant
    private let write: @Sendable ([UInt8]) -> Void

    /// A log that writes whole lines, each with its line end, by the given closure.
    package init(now: @escaping @Sendable () -> Instant, write: @escaping @Sendable ([UInt8]) -> Void) {
        self.now = now
        self.write = write
    }

    /// A log on standard error, where the supervisor of the process keeps it.
    package static func standardError(now: @escaping @Sendable () -> Instant) -> AccessLog {
        AccessLog(now: now) { line in
            // One call for the whole line, so that lines of different threads do not mix.
            _ = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        }
    }

    func note(_ answer: Router.Answer, took: Duration) {
        let request = answer.request
        var fields: [String: JSON] = [
            "at": .text(now().universal), "event": "request",
            "request_id": .text(request.requestID.description),
            "method": .text(request.method.rawValue), "path": .text(request.loggedPath),
            "status": .int(Int64(answer.response.status)), "bytes": .int(Int64(answer.response.body.count)),
            "took_us": .int(
                took.components.seconds * 1_000_000 + took.components.attoseconds / 1_000_000_000_000),
            "peer": .text(request.peer),
        ]
        if let route = request.route { fields["operation"] = .text(route.operation) }
        if let actor = request.actor { fields["person"] = .text(actor.person.description) }
        if let fault = answer.fault { fields["fault"] = .text(fault) }
        write(JSON.object(fields).canonical + [10])
    }

    /// Something that happened to the server itself: `listening`, `draining`.
    package func note(event: String, _ fields: [String: JSON] = [:]) {
        var fields = fields
        fields["at"] = .text(now().universal)
        fields["event"] = .text(event)
        write(JSON.object(fields).canonical + [10])
    }
}

extension Request {
    /// The path for the log, with the token of a link left out.
    ///
    /// A path that matches no route may be a link mistyped, so its long segments are left out too.
    fileprivate var loggedPath: String {
        guard let route else {
            let segments = path.prefix(400).split(separator: "/", omittingEmptySubsequences: false)
            return segments.map { $0.count > 24 ? "…" : String($0) }.joined(separator: "/")
        }
        var segments: [String] = []
        for piece in Node.pieces(of: route.path) {
            let isSecret = piece.isParameter && (piece.name == "key" || pathValues[piece.name] == nil)
            segments.append(
                isSecret ? "…" : piece.isParameter ? percentEncoded(pathValues[piece.name] ?? "") : piece.name
            )
        }
        return "/" + segments.joined(separator: "/")
    }
}
