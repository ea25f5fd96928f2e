import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// A person sees what is open in his name, and ends it at once; nobody else's.
@Suite("One's own sign-ins: seen, ended, and nobody else's")
struct OwnSignInTests {
    private func bearer(_ method: Method, _ path: String, _ token: String, _ house: Gatehouse) async
        -> Response
    {
        await house.client.router.respond(
            to: Request(
                method, path, headers: ["authorization": "Bearer " + token], body: [], peer: "10.1.2.3"))
    }

    private func open(_ house: Gatehouse, _ step: Int64 = 0) async throws -> String {
        let answer = await house.signIn("street", code: try await house.code(step))
        return try #require(answer.json?["token"]?.text)
    }

    @Test("another session is listed and ended, and opens nothing from then on")
    func another() async throws {
        try await Gatehouse.with { house in
            let (first, second) = (try await open(house, -1), try await open(house))
            let listed = await bearer(.get, "/v1/me/sign-ins", second, house)
            let items = try #require(listed.json?["items"]?.list)
            // The two, and the token that the roster gave.
            #expect(items.count == 3 && items.filter { $0["this"]?.bool == true }.count == 1)
            let shown = String(decoding: listed.body, as: UTF8.self)
            #expect(!shown.contains(first) && !shown.contains(hex(Token.hash(first))))
            let other = try #require(items.first { $0["kind"] == "session" && $0["this"]?.bool == false })
            let path = "/v1/me/sign-ins/\(other["id"]?.text ?? "")/end"
            // What is read by a pass ends with it.
            #expect(await bearer(.get, "/v1/me", first, house).status == 200)
            #expect(await bearer(.post, path, second, house).json?["ended"] == 1)
            #expect(await bearer(.get, "/v1/me", first, house).status == 401)
            #expect(await bearer(.post, path, second, house).status == 404)
            #expect(await bearer(.get, "/v1/me", second, house).status == 200)
        }
    }

    @Test("all others are ended, and the one that asks goes on")
    func others() async throws {
        try await Gatehouse.with { house in
            let (first, second) = (try await open(house, -1), try await open(house))
            #expect(await bearer(.post, "/v1/me/sign-ins/end-others", second, house).json?["ended"] == 2)
            #expect(await bearer(.get, "/v1/me", first, house).status == 401)
            #expect(await bearer(.post, "/v1/me/sign-ins/end-others", first, house).status == 401)
            #expect(await bearer(.get, "/v1/me", Seed.token("street"), house).status == 401)
            #expect(await bearer(.get, "/v1/me", Seed.token("office"), house).status == 200)
            let page = await bearer(.get, "/sign-ins", second, house)
            #expect(page.status == 200 && String(decoding: page.body, as: UTF8.self).contains("会话（当前）"))
        }
    }

    @Test("nobody ends another person's, over the route or by SQL as the application's role")
    func strangers() async throws {
        try await Gatehouse.with { house in
            let service = house.database.service
            let own = try await service.transaction { transaction in
                try await transaction.commit(after: [
                    TestDatabase.enter("street"),
                    "select sign_in_id from auth.own_sign_ins(\(Token.hash(Seed.token("street"))))",
                ])
            }
            let which = try own[1].one().id("sign_in_id")
            let path = "/v1/me/sign-ins/\(which)/end"
            #expect(await bearer(.post, path, Seed.token("office"), house).status == 404)
            func ended(_ token: String) async throws -> Int64? {
                let rows = try await service.transaction { transaction in
                    try await transaction.commit(after: [
                        "select auth.end_own_sign_ins(\(Token.hash(token)), \(which))::bigint as ended"
                    ])
                }
                return try rows[0].one().optionalInt64("ended")
            }
            #expect(try await ended(Seed.token("office")) == 0)
            #expect(try await ended("nobody's") == nil)
            #expect(await bearer(.get, "/v1/me", Seed.token("street"), house).status == 200)
        }
    }

    @Test("two sessions that end each other: one of them stays, and the other is told that it is over")
    func race() async throws {
        try await Gatehouse.with { house in
            let (first, second) = (try await open(house, -1), try await open(house))
            async let one = bearer(.post, "/v1/me/sign-ins/end-others", first, house)
            async let two = bearer(.post, "/v1/me/sign-ins/end-others", second, house)
            _ = await (one, two)
            let left = [
                await bearer(.get, "/v1/me", first, house).status,
                await bearer(.get, "/v1/me", second, house).status,
            ]
            #expect(
                left.contains(200),
                "\(left): whoever is there ends the others, and never himself out of doors")
        }
    }
}
