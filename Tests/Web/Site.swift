import Synchronization
import Values

@testable import Web

/// Makes request ids that a snapshot can hold.
let fixedID = ID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
let fixedNow = Instant(iso: "2026-03-01T09:00:00+08:00") ?? Instant(microseconds: 0)

let bodySchema = Schema.object(
    [
        "name": .string(max: 10), "amount": .string(.money), "count": .int(min: 1, max: 9),
        "note": Schema.string(max: 20, lines: true).nullable,
    ], required: ["name", "amount", "count"])

struct Draft: Decodable, Equatable {
    let name: String
    let amount: String
    let count: Int
    let note: String?
}

struct UnexpectedFault: Error { let secret = "hunter2" }

let clause = Citation(rule: "LC-06-3", document: "温鹿政办〔2020〕21号", clause: "三（三）6", quote: "原则上不允许工程变更")
let someRefusal = Refusal(
    "fund_is_enough", Words("专户资金差 0.01 元", "the fund is 0.01 yuan short"), source: clause,
    missing: [Words("0.01 元", "0.01 yuan")], remedy: Words("补足资金", "pay in the rest"),
    liftedBy: [.constructionUnit])

func route(
    _ method: Web.Method, _ path: String, access: Access = .anyone, query: [Parameter] = [],
    body: Schema? = nil,
    form: Schema? = nil, key: Bool = false, limit: Int = Route.usualBodyLimit, time: Duration? = nil,
    _ handle: @escaping Route.Handler
) -> Route {
    Route(
        method, path, operation: "\(method.rawValue) \(path)", summary: Words("试", "a trial"), access: access,
        query: query, body: body, form: form, needsIdempotencyKey: key, bodyLimit: limit, timeLimit: time,
        handle: handle)
}

let largeBody = [UInt8](repeating: 120, count: 3_000_000)

/// What most tests here call.
let trialRoutes: [Route] = [
    route(.get, "/") { _ in .html(200, .document(title: "首页") { el("p") { "<好>" } }) },
    route(.get, "/v1/projects/{project}") { request in
        .json(
            200, ["project": .text(try request.require("project").description), "peer": .text(request.peer)])
    },
    route(.get, "/v1/projects/new") { _ in .json(200, ["literal": true]) },
    route(.post, "/v1/projects", body: bodySchema) { request in
        let draft = try request.decode(Draft.self)
        return .json(201, ["name": .text(draft.name), "count": .int(Int64(draft.count))])
    },
    route(.post, "/v1/keyed", body: .any, key: true) { _ in .json(201, [:]) },
    route(
        .get, "/v1/search",
        query: [
            Parameter("limit", .int(min: 1, max: 100), Words("条数", "how many")),
            Parameter("q", .string(), Words("词", "what"), required: true),
        ]
    ) { request in .json(200, ["limit": .text(request.query["limit"] ?? "-")]) },
    route(.get, "/refused") { _ in throw Problem(refusedBy: [someRefusal]) },
    route(.get, "/v1/refused") { _ in throw Problem(refusedBy: [someRefusal, someRefusal]) },
    route(.get, "/v1/fault") { _ in throw UnexpectedFault() },
    route(.get, "/v1/secret", access: .roles([.utility])) { _ in .json(200, [:]) },
    route(.post, "/account", access: .signedIn, form: bodySchema) { request in
        .text(200, try request.decode(Draft.self).name)
    },
    route(.get, "/handover/{key}", access: .link(kind: "handover")) { request in
        guard case .link(let token) = request.credential else { throw Problem.forbidden }
        return .text(200, token)
    },
    route(.get, "/v1/tagged") { _ in Response.json(200, ["version": 7]).tagged(version: 7) },
    route(.post, "/v1/echo", limit: 4096) { request in .json(200, ["bytes": .int(Int64(request.body.count))])
    },
    route(.post, "/v1/upload", limit: 3 << 20) { request in
        .json(200, ["bytes": .int(Int64(request.body.count))])
    },
    route(.get, "/v1/slow") { _ in
        try await Task.sleep(for: .milliseconds(800))
        return .json(200, ["slow": true])
    },
    route(.get, "/v1/never", time: .milliseconds(200)) { _ in
        // A handler that does not notice being cancelled.
        await Task { try? await Task.sleep(for: .milliseconds(500)) }.value
        return .json(200, [:])
    },
    route(.get, "/v1/large") { _ in Response(200, body: largeBody) },
    Stylesheet.route, OperationsRoutes.health,
]

func trialRouter(
    and more: [Route] = [], metrics: Metrics? = nil, log: AccessLog? = nil,
    admit: @escaping Router.Admission = { $0 }
) throws -> Router {
    try Router(trialRoutes + more, ids: { fixedID }, metrics: metrics, log: log, admit: admit)
}

let somewhere = "0190a5b0-0000-7000-8000-000000000001"

/// Holds a handler until the test lets it go on.
final class Gate: Sendable {
    private let state = Mutex((entered: false, open: false))

    var isEntered: Bool { state.withLock { $0.entered } }
    func open() { state.withLock { $0.open = true } }

    var route: Route {
        Web.Route(
            .get, "/v1/held", operation: "held", summary: Words("等", "waits"), access: .anyone
        ) { [self] _ in
            state.withLock { $0.entered = true }
            while !state.withLock({ $0.open }) { try await Task.sleep(for: .milliseconds(5)) }
            return .json(200, ["held": true])
        }
    }
}
