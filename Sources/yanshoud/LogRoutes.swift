import Actions
import Ledger
import PQ
import Values
import Web

/// The log as anyone reads it (C2SP tlog-tiles: the head and the tiles of hashes), and the proof of one event for those
/// who see it.
struct LogRoutes: Sendable {
    let desk: Desk

    var routes: [Route] {
        [
            Route(
                .get, "/log/checkpoint", operation: "log.checkpoint",
                summary: Words("日志检查点", "The log's latest signed head"), access: .anyone, tags: ["log"],
                produces: "text/plain; charset=utf-8", handle: checkpoint),
            Route(
                .get, "/v1/projects/{project}/events/{event}/proof", operation: "event.proof",
                summary: Words("事件入日志的证明", "The proof that an event is in the log"), access: .signedIn,
                tags: ["log"], produces: "application/octet-stream", handle: proof),
        ] + (1...4).map(tileRoute)
    }

    /// One for each number of segments that a tile's place may have.
    private func tileRoute(_ parts: Int) -> Route {
        let names = (1...parts).map { "part\($0)" }
        return Route(
            .get, "/log/tile/{level}/" + names.map { "{\($0)}" }.joined(separator: "/"),
            operation: "log.tile\(parts)", summary: Words("日志块", "A tile of the log's hashes"),
            access: .anyone, tags: ["log"], produces: "application/octet-stream"
        ) { request in
            let place = ([request.pathValues["level"] ?? ""] + names.map { request.pathValues[$0] ?? "" })
                .joined(separator: "/")
            return try await tile(place)
        }
    }

    @Sendable
    private func checkpoint(_ request: Request) async throws -> Response {
        guard let head = try await desk.readPublic(["select note from pub.log_checkpoint()"])[0].first else {
            throw LogRoutes.unsigned(404)
        }
        // It changes within a second.
        return Response(
            200,
            headers: [
                "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff",
                "cache-control": "no-cache",
            ], body: Array(try head.text("note").utf8))
    }

    private func tile(_ path: String) async throws -> Response {
        guard let place = TilePlace(path: path), let bytes = try await bytes(of: place) else {
            throw Problems.notFound
        }
        // Hashes of what never changes.
        var response = Response.file(bytes, type: "application/octet-stream")
        response.headers["cache-control"] = "public, max-age=31536000, immutable"
        return response
    }

    private func bytes(of place: TilePlace) async throws -> [UInt8]? {
        let rows = try await desk.readPublic([
            """
            select pub.log_tile(\(Int32(place.level)), \(Int64(place.number)), \(Int32(place.width))) as data
            """
        ])
        return try rows[0].one().optionalBytes("data")
    }

    @Sendable
    private func proof(_ request: Request) async throws -> Response {
        let (project, event) = (try request.require("project"), try request.require("event"))
        let (_, rows) = try await desk.read(
            request,
            """
            select body, ledger.place_of(district, entry_id) as place from ledger.entry
            where district = auth.district() and project_id = \(project) and entry_id = \(event)
            """)
        guard let row = rows.first else { throw Problems.notFound }
        guard let head = try await desk.readPublic(["select size, note from pub.log_checkpoint()"])[0].first
        else { throw LogRoutes.unsigned(409) }
        let size = try head.int("size")
        guard let index = try row.optionalInt("place"), index < size else { throw LogRoutes.unsigned(409) }
        var tree = TileTree(size: size) { try await bytes(of: $0) ?? [] }
        let proof = LogProof(
            entry: try row.bytes("body"), index: index, path: try await tree.inclusionProof(of: index),
            note: try head.text("note"))
        return .file(
            Array(proof.text.utf8), type: "application/octet-stream", download: "\(event).tlog-proof")
    }

    private static func unsigned(_ status: Int) -> Problem {
        Problem(
            status, "log_is_not_signed_so_far",
            Words("日志尚未签到此处，请稍后再试", "The log is not signed so far yet; ask again a little later"))
    }
}
