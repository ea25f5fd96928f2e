import Actions
import Harness
import Ledger
import PQ
import Synchronization
import Testing
import Values
import Web

/// What was answered is answered again while nothing of it has changed, and to nobody else.
@Suite("Answers kept for the minute of a pass")
struct AnswersTests {
    /// How often each address was really read.
    private final class Counter: Sendable {
        private let counts = Mutex<[String: Int]>([:])

        func add(_ target: String) -> Int {
            counts.withLock {
                $0[target, default: 0] += 1
                return $0[target] ?? 0
            }
        }
    }

    private struct Scene {
        let ground: Ground
        let client: TestClient

        /// The number of the reading that an answer comes from.
        func reading(_ target: String, as login: String = "street") async -> JSON? {
            await client.bearing(Seed.token(login)).get(target).json?["reading"]
        }

        func write(on project: ID?) async throws { try await ground.act(AnswersTests.change(on: project)) }
    }

    /// Something that changes with an event of a project, or of none.
    private static func change(on project: ID?) -> [SQL] {
        let op = ID(bytes: Chance.bytes(16)) ?? Seed.id("operation")
        return [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            update app.community set version = version + 1, op_id = \(op)
            where community_id = \(Seed.id("community"))
            """,
        ]
    }

    private func with(
        answers: Answers = Answers(), _ body: @Sendable (Scene) async throws -> Void
    ) async throws {
        try await Ground.with { ground async throws in
            let made = ground.database.desk
            let desk = Desk(
                pool: made.pool, publicPool: made.publicPool, shelf: made.shelf, clock: made.clock,
                refusals: made.refusals, answers: answers)
            let counter = Counter()
            let handle: Route.Handler = { request in
                let (actor, _) = try await desk.read(
                    request, ["select auth.role() as role"], isWatched: false)
                return .json(
                    200,
                    .object(["reading": .int(Int64(counter.add("\(actor.role) \(request.target)")))]))
            }
            let any: Schema = .object(["reading": .int()])
            let routes = [
                Route(
                    .get, "/v1/all", operation: "all", summary: Words("全部", "all"), access: .signedIn,
                    tags: ["test"], answers: [200: any], handle: desk.keeping(.district, handle)),
                Route(
                    .get, "/v1/projects/{project}", operation: "one", summary: Words("一个", "one"),
                    access: .signedIn, tags: ["test"], answers: [200: any],
                    handle: desk.keeping(.project, handle)),
            ]
            try await body(
                Scene(ground: ground, client: TestClient(try Router(routes, ids: { Ground.project }))))
        }
    }

    @Test(
        "an event of the district ends what shows the district; one of the project, or of none, what shows it"
    )
    func endsWithItsEvents() async throws {
        try await with { scene in
            let project = "/v1/projects/\(Ground.project)"
            // The first of all readings signs in, and only the next is kept.
            for reading in [1, 2, 2, 2] {
                #expect(await scene.reading("/v1/all") == .int(Int64(reading)))
                #expect(await scene.reading(project) == .int(1))
            }
            try await scene.write(on: Ground.project)
            #expect(await scene.reading("/v1/all") == .int(3))
            #expect(await scene.reading(project) == .int(2))
            #expect(await scene.reading("/v1/all") == .int(3))
            #expect(await scene.reading(project) == .int(2))
            try await scene.write(on: nil)
            #expect(await scene.reading("/v1/all") == .int(4))
            #expect(await scene.reading(project) == .int(3))
        }
    }

    @Test("without memory each read is made anew")
    func withoutMemory() async throws {
        try await with(answers: Answers(most: 0)) { scene in
            for reading in 1...4 { #expect(await scene.reading("/v1/all") == .int(Int64(reading))) }
        }
    }

    @Test("an event that commits behind an answer ends it, whenever it began")
    func endsWithWhatWasUnderWay() async throws {
        try await with { scene in
            for _ in 1...3 { _ = await scene.reading("/v1/all") }
            try await scene.ground.database.service.transaction { transaction in
                let enter: SQL = "select auth.enter(\(Token.hash(Seed.token("street"))))"
                _ = try await transaction.send([enter] + AnswersTests.change(on: Ground.project))
                #expect(await scene.reading("/v1/all") == .int(2))
                _ = try await transaction.commit(after: [])
            }
            #expect(await scene.reading("/v1/all") == .int(3))
        }
    }

    @Test("each reader has his own, and none when his sign-in was taken back")
    func isItsReaders() async throws {
        try await with { scene in
            for _ in 1...3 { _ = await scene.reading("/v1/all") }
            #expect(await scene.reading("/v1/all", as: "office") == .int(1))
            try await scene.ground.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "update auth.token set revoked_at = now() where token_hash = sha256(\(Token.hash(Seed.token("street"))))"
                ])
            }
            #expect(await scene.client.bearing(Seed.token("street")).get("/v1/all").status == 401)
        }
    }

    @Test("whoever has not signed in is not told whether anything was written")
    func asksWhoAsks() async throws {
        try await Ground.with { ground async throws in
            await #expect(throws: PQError.self) {
                try await ground.database.service.read("select changed from ledger.written_since(null, null)")
            }
        }
    }
}
