import Delivery
import DeliveryService
import Harness
import Ledger
import PQ
import Projects
import ProjectsService
import Synchronization
import Tendering
import TenderingService
import Testing
import Values
import Web
import Works
import WorksService

/// A community of one place on its way over the routes, from its survey to the start of works.
///
/// Nothing is laid past them: what a step needs, somebody of the right role sends.
struct Walk: Sendable {
    let place: String
    let database: TestDatabase
    let site: TestSite
    /// The clauses under which something was refused on the way.
    let refused = Refused()

    static let project = Seed.id("journey")
    static let base = "/v1/projects/\(project)"

    /// Gives a place a database of its own and a registered project.
    static func with(_ place: String, _ body: @Sendable (Walk) async throws -> Void) async throws {
        let refusals = [
            ProjectsRefusals.all, TenderingRefusals.all, DeliveryRefusals.all, WorksRefusals.all,
        ]
        try await TestDatabase.with(refusals: refusals) { database in
            let desk = database.desk
            let site = try TestSite(
                ProjectsRoutes(
                    actions: ProjectsActions(desk: desk),
                    reads: ProjectsReads(desk: desk, others: WorksRoutes.offers(desk))
                ).routes + OwnersRoutes(desk: desk).routes
                    + TenderingRoutes(
                        actions: TenderingActions(desk: desk), reads: TenderingReads(desk: desk)
                    ).routes
                    + DeliveryRoutes(actions: DeliveryActions(desk: desk), reads: DeliveryReads(desk: desk))
                    .routes + WorksRoutes(desk: desk).routes)
            // The district of the tests lies where the journey goes.
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [Seed.lies(in: place)])
            }
            let walk = Walk(place: place, database: database, site: site)
            try walk.day("2026-01-12")
            await walk.done("/v1/registrations", walk.registration)
            try await body(walk)
        }
    }

    private var registration: JSON {
        [
            "id": .text(Walk.project.description), "name": .text("\(place) 小区改造"), "place": .text(place),
            "construction_unit": .text(Seed.id("org:street").description),
            "community": [
                "id": .text(Seed.id("journey-community").description), "name": "测试小区", "address": "测试路1号",
                "completed_on": "1996-06-30", "households": 6, "area": "600.00",
                "residents_committee": .text(Seed.id("org:community").description),
                "owners_body": .text(Seed.id("org:owners").description),
            ],
        ]
    }

    var today: JSON { .text("\(database.clock.now.day)") }

    func day(_ text: String) throws { database.clock.set(day: try #require(BusinessDay(iso: text))) }

    func id(_ name: String) -> JSON { .text(Seed.id("journey:" + name).description) }

    private func path(_ path: String) -> String { path.hasPrefix("/v1") ? path : Walk.base + path }

    func get(_ name: String, as login: String = "office") async -> JSON {
        await site.send(.get, path(name), as: login).json ?? .null
    }

    func send(_ name: String, as login: String = "street", _ body: JSON? = nil) async -> Response {
        await site.send(.post, path(name), as: login, body)
    }

    /// A write that goes through.
    @discardableResult
    func done(
        _ name: String, as login: String = "street", _ body: JSON? = nil,
        _ here: SourceLocation = #_sourceLocation
    ) async -> JSON {
        let answer = await send(name, as: login, body)
        #expect(answer.status < 300, "\(place) \(name) \(answer.text)", sourceLocation: here)
        return answer.json ?? .null
    }

    /// A write that is refused under these codes, each with its clause, and the clause with its tree.
    func held(
        _ name: String, as login: String = "street", _ body: JSON? = nil, by codes: [String],
        _ here: SourceLocation = #_sourceLocation
    ) async {
        let answer = await send(name, as: login, body)
        #expect(answer.status == 422, "\(place) \(name) \(answer.text)", sourceLocation: here)
        #expect(answer.refusalCodes == codes, "\(place) \(name)", sourceLocation: here)
        for refusal in answer.json?["refusals"]?.list ?? [] {
            let clause = refusal["because"]?.list?.first
            #expect(clause?["rule"] == refusal["source"]?["rule"], sourceLocation: here)
            refused.add(clause)
        }
    }

    func step(_ state: String, as login: String = "street", _ here: SourceLocation = #_sourceLocation) async {
        await done("/advance", as: login, ["to": .text(state)], here)
    }

    func heldAt(_ state: String, by codes: [String], _ here: SourceLocation = #_sourceLocation) async {
        await held("/advance", ["to": .text(state)], by: codes, here)
    }

    static func content(of kind: String) -> [UInt8] {
        Array("《\(kind)》：五马街道水心小区老旧小区改造项目材料原件扫描件".utf8)
    }

    func papers(
        _ kinds: [String], as login: String = "street", _ here: SourceLocation = #_sourceLocation
    ) async {
        for kind in kinds {
            let content = JSON.text(Base64.text(Walk.content(of: kind)))
            await done(
                "/papers", as: login,
                [
                    "id": id("paper:" + kind), "kind": .text(kind), "title": .text(kind), "dated": today,
                    "content": content, "media_type": "text/plain",
                ], here)
        }
    }

    func opinions(_ forum: String, _ seats: [String], _ here: SourceLocation = #_sourceLocation) async {
        for seat in seats { await done("/opinions", as: "office", opinion(forum, seat), here) }
    }

    func opinion(_ forum: String, _ seat: String) -> JSON {
        [
            "id": id("\(forum):\(seat)"), "forum": .text(forum), "participant": .text(seat),
            "opinion": "agree", "content": "同意", "given_on": today,
        ]
    }

    func gate(_ id: String) async -> JSON {
        await get("/gates")["gates"]?.list?.first { $0["gate"] == .text(id) } ?? .null
    }
}

/// The clauses under which something was refused.
final class Refused: Sendable {
    private let found = Mutex<[(rule: String, document: String, clause: String)]>([])

    func add(_ clause: JSON?) {
        guard let clause, let rule = clause["rule"]?.text else { return }
        let entry = (rule, clause["document"]?.text ?? "", clause["clause"]?.text ?? "")
        found.withLock { $0.append(entry) }
    }

    /// Rules whose ids begin so, each once, with a clause that can be looked up.
    func rules(_ prefixes: [String]) -> Set<String> {
        found.withLock { found in
            Set(
                found.filter { entry in
                    !entry.document.isEmpty && !entry.clause.isEmpty
                        && prefixes.contains { entry.rule.hasPrefix($0) }
                }.map(\.rule))
        }
    }
}
