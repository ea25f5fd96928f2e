import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// Routes of identity over a database where `street` has a password and an authenticator, `resident` a password.
struct Gatehouse {
    static let password = "正确 horse 电池 staple"
    static let secret = OneTimeCode(secret: Array("12345678901234567890".utf8))

    let database: TestDatabase
    let client: TestClient

    static func with(_ body: @Sendable (Gatehouse) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: [IdentityRefusals.all]) { database in
            let kept = Password(password)
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    update auth.person set password_form = \(kept.form), password_verifier = \(kept.verifier),
                        one_time_secret = \(secret.secret)
                    where login = 'street'
                    """,
                    """
                    update auth.person set password_form = \(kept.form), password_verifier = \(kept.verifier)
                    where login = 'resident'
                    """,
                ])
            }
            let router = try Router(
                IdentityRoutes(desk: database.desk).routes, ids: { ID(high: 0, low: 9) })
            try await body(Gatehouse(database: database, client: TestClient(router)))
        }
    }

    /// Signs in from an address.
    func signIn(
        _ login: String, _ password: String = Gatehouse.password, code: String? = nil, appointment: ID? = nil,
        from peer: String = "10.1.2.3"
    ) async -> Response {
        var body: [String: JSON] = ["login": .text(login), "password": .text(password)]
        if let code { body["code"] = .text(code) }
        if let appointment { body["appointment"] = .text(appointment.description) }
        return await client.router.respond(
            to: Request(
                .post, "/v1/sign-in", headers: ["content-type": "application/json"],
                body: JSON.object(body).canonical, peer: peer))
    }

    /// The authenticator's code now, by the database's clock, so many steps away.
    func code(_ steps: Int64 = 0) async throws -> String {
        let rows = try await database.owner.read("select clock_timestamp() as at")
        let now = try rows.one().instant("at")
        return Gatehouse.secret.code(at: Instant(microseconds: now.microseconds + steps * 30_000_000))
    }
}

@Suite("Signing in over HTTP")
struct SignInTests {
    @Test func `password and code open a session of twelve hours with a second factor`() async throws {
        try await Gatehouse.with { house in
            let answer = await house.signIn("street", code: try await house.code())
            #expect(answer.status == 201)
            let session = try #require(answer.json)
            #expect(session["person"]?.text == Seed.id("person:street").description)
            #expect(session["role"] == "construction_unit")
            #expect(session["district"] == 1)
            #expect(session["second_factor"] == true)
            #expect(session["appointments"]?.list?.count == 1)
            let token = try #require(session["token"]?.text)
            let ends = try #require(session["expires_at"]?.text.flatMap { Instant(iso: $0) })
            let left = try await house.database.owner.read(
                "select extract(epoch from \(ends) - now())::bigint as seconds")
            let seconds = try left.one().int64("seconds")
            #expect((43_100...43_200).contains(seconds))

            let me = await house.client.bearing(token).get("/v1/me")
            #expect(me.status == 200)
            #expect(me.json?["second_factor"] == true)
            #expect(me.json?["organisation_name"] == "street")
            // Only a hash is kept, and not the one that opens.
            let kept = try await house.database.owner.read(
                "select count(*) as found from auth.token where token_hash = sha256(\(Token.hash(token)))")
            #expect(try kept.one().int64("found") == 1)
        }
    }

    @Test func `a code opens once, and a later one opens again`() async throws {
        try await Gatehouse.with { house in
            let code = try await house.code(-1)
            #expect(await house.signIn("street", code: code).status == 201)
            let again = await house.signIn("street", code: code)
            #expect(again.status == 401)
            #expect(again.json?["code"] == "sign_in_refused")
            let later = try await house.code(1)
            #expect(await house.signIn("street", code: later).status == 201)
        }
    }

    @Test func `staff with an authenticator need its code; a resident without one does not`() async throws {
        try await Gatehouse.with { house in
            let bare = await house.signIn("street")
            #expect(bare.status == 401)
            #expect(bare.json?["code"] == "one_time_code_needed")
            let resident = await house.signIn("resident")
            #expect(resident.status == 201)
            #expect(resident.json?["second_factor"] == false)
            // Who has no authenticator has no code that could be right.
            #expect(await house.signIn("resident", code: "123456").status == 401)
        }
    }

    @Test func `an unknown login, a login without password and a wrong password get one answer`() async throws
    {
        try await Gatehouse.with { house in
            let answers = [
                await house.signIn("nobody"), await house.signIn("office"),
                await house.signIn("street", "wrong"),
                await house.signIn("street", "wrong", code: try await house.code()),
                await house.signIn("street", code: "000000"),
            ]
            #expect(Set(answers.map(\.status)) == [401])
            #expect(Set(answers.map { String(decoding: $0.body, as: UTF8.self) }).count == 1)
        }
    }

    @Test func `five failures close a login to that network for a while, and to no other`() async throws {
        try await Gatehouse.with { house in
            for _ in 0..<5 { #expect(await house.signIn("resident", "wrong").status == 401) }
            let closed = await house.signIn("resident", from: "10.1.2.77")
            #expect(closed.status == 429)
            let wait = try #require(closed.headers["retry-after"].flatMap { Int($0) })
            #expect((1...900).contains(wait))
            #expect(await house.signIn("resident", from: "10.1.3.3").status == 201)
            #expect(await house.signIn("resident", from: "10.1.2.3").status == 429)
            // Unknown logins are throttled alike, so that a 429 tells nothing.
            for _ in 0..<5 { _ = await house.signIn("nobody", "wrong") }
            #expect(await house.signIn("nobody", "wrong").status == 429)
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: ["update auth.sign_in_attempt set at = at - interval '16 minutes'"]
                )
            }
            #expect(await house.signIn("resident").status == 201)
        }
    }

    @Test func `many guesses at once are counted before any of them is checked`() async throws {
        try await Gatehouse.with { house in
            let statuses = await withTaskGroup(of: Int.self) { group in
                for _ in 0..<12 { group.addTask { await house.signIn("resident", "wrong").status } }
                return await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.filter { $0 == 401 }.count == 5)
            #expect(statuses.filter { $0 == 429 }.count == 7)
        }
    }

    @Test func `a success forgets the failures before it`() async throws {
        try await Gatehouse.with { house in
            for _ in 0..<4 { _ = await house.signIn("resident", "wrong") }
            #expect(await house.signIn("resident").status == 201)
            for _ in 0..<4 { #expect(await house.signIn("resident", "wrong").status == 401) }
            #expect(await house.signIn("resident").status == 201)
        }
    }

    @Test func `another's appointment, or one that is over, opens nothing`() async throws {
        try await Gatehouse.with { house in
            let other = await house.signIn("resident", appointment: Seed.id("appointment:office"))
            #expect(other.status == 403)
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [
                    "update auth.appointment set valid_to = '2026-03-01' where appointment_id = \(Seed.id("appointment:resident"))"
                ])
            }
            let over = await house.signIn("resident")
            #expect(over.status == 403)
            #expect(over.json?["code"] == "no_appointment_today")
        }
    }

    @Test func `signing out ends the token at once`() async throws {
        try await Gatehouse.with { house in
            let token = try #require(await house.signIn("resident").json?["token"]?.text)
            let client = house.client.bearing(token)
            #expect(await client.get("/v1/me").status == 200)
            #expect(await client.send(.post, "/v1/sign-out").status == 204)
            #expect(await client.get("/v1/me").status == 401)
            #expect(await client.send(.post, "/v1/sign-out").status == 401)
        }
    }

    @Test(arguments: [
        ("10.1.2.3", "10.1.2.0/24"), ("::ffff:10.1.2.3", "10.1.2.0/24"), ("2001:db8::1", "2001:db8:0:0::/64"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("::1", "0:0:0:0::/64"),
        ("fe80::1%eth0", "fe80:0:0:0::/64"),
        ("", ""),
    ])
    func `addresses of one household are one network`(peer: String, network: String) {
        #expect(Network.of(peer) == network)
    }
}

@Suite("Signing in by the page")
struct SignInPageTests {
    @Test func `the form sets a cookie that scripts cannot read, and the cookie signs out`() async throws {
        try await Gatehouse.with { house in
            let shown = await house.client.get("/sign-in?next=/worklist", headers: ["accept": "text/html"])
            #expect(shown.status == 200)
            #expect(shown.text.contains("动态口令"))
            #expect(shown.text.contains("value=\"/worklist\""))
            let own: Headers = ["accept": "text/html", "host": "v.example", "origin": "http://v.example"]
            let sent = await house.client.post(
                form: [
                    ("login", "resident"), ("password", Gatehouse.password), ("code", ""),
                    ("next", "/worklist"),
                ],
                to: "/sign-in", headers: own)
            #expect(sent.status == 303)
            #expect(sent.headers["location"] == "/worklist")
            let cookie = try #require(sent.headers["set-cookie"])
            #expect(cookie.hasPrefix("yanshou_session=ys_"))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let crumb = String(cookie.prefix { $0 != ";" })
            #expect(await house.client.get("/v1/me", headers: ["cookie": crumb]).status == 200)

            var leaving = own
            leaving.add("cookie", crumb)
            let left = await house.client.post(form: [], to: "/sign-out", headers: leaving)
            #expect(left.status == 303)
            #expect(left.headers["set-cookie"]?.contains("Max-Age=0") == true)
            #expect(await house.client.get("/v1/me", headers: ["cookie": crumb]).status == 401)
        }
    }

    @Test func `a wrong password shows the form again, in words, without what was typed as password`()
        async throws
    {
        try await Gatehouse.with { house in
            let sent = await house.client.post(
                form: [("login", "resident"), ("password", "秘密的错误")], to: "/sign-in",
                headers: ["accept": "text/html"])
            #expect(sent.status == 401)
            #expect(sent.text.contains("登录名、密码或动态口令不对"))
            #expect(sent.text.contains("value=\"resident\""))
            #expect(!sent.text.contains("秘密的错误"))
            #expect(sent.headers["set-cookie"] == nil)
        }
    }

    @Test func `a foreign page signs nobody in, and no link leads a session elsewhere`() async throws {
        try await Gatehouse.with { house in
            let foreign = await house.client.post(
                form: [("login", "resident"), ("password", Gatehouse.password)], to: "/sign-in",
                headers: ["accept": "text/html", "host": "v.example", "origin": "http://evil.example"])
            #expect(foreign.status == 403)
            #expect(foreign.headers["set-cookie"] == nil)
        }
        for wanted in ["//evil.example", "https://evil.example", "/\\evil", nil, ""] {
            #expect(SignInPages.place(wanted) == "/start")
        }
        #expect(SignInPages.place("/p/1?x=2") == "/p/1?x=2")
    }
}

extension Response {
    var text: String { String(decoding: body, as: UTF8.self) }
}
