import Actions
import Forms
import Foundation
import Ledger
import OpenID
import PQ
import Policy
import Values
import Web

/// The service put together: every capability's routes over one desk.
struct Site: Sendable {
    static let version = "0.1.0"

    let desk: Desk
    let router: Router
    let metrics: Metrics

    /// Puts the service together; `demo` is a demonstration whose clock its route may set, `seal` the key of certificates.
    init(
        _ connections: Connections, book: PolicyBook, clock: any BusinessClock, demo: Demonstration? = nil,
        seal: SigningKey? = nil, clients: [Client] = [], answers: Answers = Answers()
    ) throws {
        let pool = Pool(
            connections.service, connections: 6, readURL: connections.reader, readConnections: 2,
            applicationName: "yanshou-service")
        let publicPool = Pool(
            connections.service, connections: 1, readURL: connections.publicReader, readConnections: 1,
            applicationName: "yanshou-public")
        let desk = Desk(
            pool: pool, publicPool: publicPool, shelf: PolicyShelf(book), clock: clock,
            refusals: RefusalIndex(Capabilities.refusals), answers: answers)
        self.desk = desk
        let metrics = Metrics()
        desk.addGauges(to: metrics)
        self.metrics = metrics
        var routes = Capabilities.routes(desk, seal: seal, clients: clients)
        if let demo { routes += DemoClockRoutes(desk: desk, demonstration: demo).routes }
        routes +=
            Site.operations(desk, metrics) + JobsPage(desk: desk).routes + PolicyPages(desk: desk).routes
        routes += PolicyQuestionRoutes(desk: desk).routes + PolicyPastRoutes(desk: desk).routes
        routes += PolicyEditionRoutes(desk: desk).routes + LogRoutes(desk: desk).routes
        routes += LogPage(desk: desk).routes
        let document = openAPI(title: "Yanshou 验收", version: Site.version, routes: routes)
        routes.append(
            Route(
                .get, "/v1/openapi.json", operation: "openapi.read",
                summary: Words("接口说明", "The API's description"), access: .anyone, tags: ["operations"],
                answers: [200: .map(of: .any)]
            ) { _ in .json(200, document) })
        let ids: @Sendable () -> ID = { Identity.make(at: clock.now) }
        // The pages ask the API as programs do; its own requests are counted and noted once, as those of the pages.
        let api = try Router(routes, ids: ids, translate: { Site.problem(of: $0) })
        routes += FormPages(api: api, document: document, words: PageWords.words(desk), ids: ids).routes
        router = try Router(
            routes, ids: ids, metrics: metrics,
            log: .standardError(now: { clock.now }),
            signIn: "/sign-in", translate: { Site.problem(of: $0) })
    }

    /// What other modules' errors mean to a caller; anything else is a fault.
    private static func problem(of error: any Error) -> Problem? {
        switch error {
        case let fault as PolicyFault: fault.problem
        case let missing as WorkCalendar.NotLoaded:
            Problem(
                422, "calendar_not_loaded",
                Words(
                    "\(missing.year) 年的工作日历尚未公布", "The working days of \(missing.year) are not published yet")
            )
        case is EntryFault:
            Problem(
                422, "amount_is_too_large",
                Words("数额过大，无法登记", "An amount is too large to be recorded"))
        default: nil
        }
    }

    private static func operations(_ desk: Desk, _ metrics: Metrics) -> [Route] {
        [
            OperationsRoutes.health,
            OperationsRoutes.ready(warnings: {
                await desk.warnings().map(\.json)
            }) {
                do {
                    let stamp = try await SchemaCheck.stamp(in: desk.publicPool)
                    return SchemaCheck.built.standing(of: stamp) == .same ? [] : ["schema"]
                } catch { return ["database"] }
            },
            OperationsRoutes.metrics(metrics), Stylesheet.route, SiteIcon.route,
        ]
    }
}

/// The connection texts of the service's roles.
struct Connections: Sendable {
    let service: String
    let reader: String
    let publicReader: String
    let jobs: String
}

/// The machine's clock.
struct SystemClock: BusinessClock {
    var now: Instant { Instant(unixMilliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    var isSimulated: Bool { false }
}
