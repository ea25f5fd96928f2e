import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// What a password may be is said by one of two rule books; who changes his shows all that signing in asks for.
@Suite("Passwords: what they may be, their change, and what ends with it")
struct PasswordTests {
    private static let next = "海棠 lantern 渡口 thimble"

    private func change(
        _ house: Gatehouse, _ login: String = "resident", _ old: String = Gatehouse.password,
        to new: String = next, code: String? = nil
    ) async -> Response {
        var body: [String: JSON] = [
            "login": .text(login), "password": .text(old), "new_password": .text(new),
        ]
        if let code { body["code"] = .text(code) }
        return await house.client.router.respond(
            to: Request(
                .post, "/v1/sign-in", headers: ["content-type": "application/json"],
                body: JSON.object(body).canonical, peer: "10.1.2.3"))
    }

    private func operate(_ house: Gatehouse, _ statements: [SQL]) async throws {
        _ = try await house.database.owner.transaction { try await $0.commit(after: statements) }
    }

    @Test(
        "each rule book refuses what it refuses, at the edge too",
        arguments: [
            ("asvs", "kettle moss4", ""), ("asvs", "kettle moss", "password_is_long_enough"),
            ("asvs", String(repeating: "kettle moss ", count: 16) + "kettle 8", ""),
            ("asvs", String(repeating: "kettle moss ", count: 16) + "kettle 88", "password_is_long_enough"),
            ("asvs", "只有汉字的一句长长的口令", ""), ("asvs", "Password12345!", "password_is_hard_to_guess"),
            ("asvs", "p@ssw0rd2026!!", "password_is_hard_to_guess"),
            ("asvs", "woaini5201314abc", "password_is_hard_to_guess"),
            ("asvs", "abcdefghijklmno", "password_is_hard_to_guess"),
            ("asvs", "aaaaaaaaaaaaaaaa", "password_is_hard_to_guess"),
            ("asvs", "zhang-san12345678", "password_is_hard_to_guess"),
            ("asvs", "the old one 77", "password_is_another"),
            ("gbt22239", "Kettle moss4", ""), ("gbt22239", "kettle moss4", ""),
            ("gbt22239", "kettlemossfern4", "password_is_of_three_kinds"),
            ("gbt22239", "KettleMossFern", "password_is_of_three_kinds"), ("gbt22239", "KettleMossFern4", ""),
            ("gbt22239", "Kettle4", "password_is_long_enough"),
        ])
    func books(_ book: String, _ new: String, _ refusal: String) throws {
        let rules = PasswordRules(try #require(PasswordRules.Profile(rawValue: book)), shortest: 12)
        let codes = rules.refusals(of: new, login: "zhang-san", old: "the old one 77").map(\.code)
        #expect(codes == (refusal.isEmpty ? [] : [refusal]), "\(new)")
    }

    @Test(
        "a change ends every session, lets programs' tokens go on, and opens a session with the new one alone"
    )
    func changed() async throws {
        try await Gatehouse.with { house in
            let first = try #require(
                await house.signIn("street", code: try await house.code(-1)).json?["token"]?.text)
            let refused = await change(house, "street", to: "short", code: try await house.code())
            #expect(refused.status == 422 && refused.refusalCodes == ["password_is_long_enough"])
            #expect(await change(house, "street").json?["code"] == "one_time_code_needed")
            #expect(await change(house, "street", "wrong", code: try await house.code()).status == 401)
            #expect(try await house.client.bearing(first).get("/v1/me").status == 200)

            let answer = await change(house, "street", code: try await house.code())
            #expect(answer.status == 201, "\(answer.transcript)")
            let second = try #require(answer.json?["token"]?.text)
            #expect(try await house.client.bearing(second).get("/v1/me").status == 200)
            #expect(try await house.client.bearing(first).get("/v1/me").status == 401)
            #expect(try await house.client.bearing(Seed.token("street")).get("/v1/me").status == 200)
            #expect(await house.signIn("street", code: try await house.code(1)).status == 401)
            let opened = await house.signIn("street", PasswordTests.next, code: try await house.code(1))
            #expect(opened.status == 201)
            let kept = try await house.database.owner.read(
                """
                select (select count(*) from auth.password_change where network = '10.1.2.0/24' and ended = 1) as told,
                    (select count(*) from auth.sign_in_attempt where new_verifier is not null) as left
                """
            ).one()
            #expect(try kept.int64("told") == 1 && kept.int64("left") == 0)
        }
    }

    @Test("of two that change it at once one does, and the other knows the password no more")
    func twice() async throws {
        try await Gatehouse.with { house in
            async let one = change(house, to: "海棠 lantern 渡口 one")
            async let other = change(house, to: "海棠 lantern 渡口 other")
            let statuses = await [one.status, other.status].sorted()
            #expect(statuses == [201, 401])
            #expect(await house.signIn("resident").status == 401)
        }
    }

    @Test("a password that somebody else set opens nothing but its own change")
    func lent() async throws {
        try await Gatehouse.with { house in
            let before = try #require(await house.signIn("resident").json?["token"]?.text)
            let lent = Password("lent by the keeper 5")
            try await operate(
                house,
                [
                    """
                    select auth.set_password(person_id, \(lent.form), \(lent.verifier), true, null)
                    from auth.person where login = 'resident'
                    """
                ])
            #expect(try await house.client.bearing(before).get("/v1/me").status == 401)
            #expect(await house.signIn("resident").status == 401)
            let due = await house.signIn("resident", "lent by the keeper 5")
            #expect(due.status == 403 && due.json?["code"] == "password_due" && due.json?["token"] == nil)
            #expect(await change(house, "resident", "lent by the keeper 5").status == 201)
            #expect(await house.signIn("resident", PasswordTests.next).status == 201)
        }
    }

    @Test("where the rule book has days, a password is due on the last of them, and not before")
    func rotated() async throws {
        try await Gatehouse.with { house in
            try await operate(
                house, ["update auth.password_rule set profile = 'gbt22239', rotate_days = 90, shortest = 8"])
            let age: @Sendable (String) -> [SQL] = { interval in
                [
                    "update auth.person set password_since = now() - \(interval)::interval where login = 'resident'"
                ]
            }
            try await operate(house, age("89 days 23:59"))
            #expect(await house.signIn("resident").status == 201)
            try await operate(house, age("90 days"))
            #expect(await house.signIn("resident").json?["code"] == "password_due")
            let plain = await change(house, to: "kettlemossfern4")
            #expect(plain.refusalCodes == ["password_is_of_three_kinds"])
            #expect(await change(house, to: "Kettle moss 4").status == 201)
            #expect(await house.signIn("resident", "Kettle moss 4").status == 201)
            // A program's token is not asked for a password.
            #expect(try await house.client.bearing(Seed.token("street")).get("/v1/me").status == 200)
        }
    }

    @Test("the page changes it and signs in, says what lacks, and puts no password back")
    func page() async throws {
        try await Gatehouse.with { house in
            func send(_ new: String, _ again: String, origin: String = "http://localhost") async -> Response {
                let fields = [
                    ("login", "resident"), ("password", Gatehouse.password), ("new_password", new),
                    ("new_password_again", again),
                ]
                let body = fields.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
                return await house.client.router.respond(
                    to: Request(
                        .post, "/sign-in/password",
                        headers: [
                            "content-type": "application/x-www-form-urlencoded", "host": "localhost",
                            "origin": origin,
                        ], body: Array(body.utf8), peer: "10.1.2.3"))
            }
            let other = await send(PasswordTests.next, PasswordTests.next + "x")
            let shown = String(decoding: other.body, as: UTF8.self)
            #expect(other.status == 422 && shown.contains("两次输入的新口令不同") && !shown.contains("thimble"))
            #expect(
                await send(PasswordTests.next, PasswordTests.next, origin: "http://elsewhere").status == 403)
            #expect(await house.signIn("resident").status == 201)
            let done = await send(PasswordTests.next, PasswordTests.next)
            #expect(done.status == 303 && done.headers["location"] == "/sign-ins")
            #expect(done.headers["set-cookie"]?.contains("HttpOnly") == true)
            #expect(await house.signIn("resident").status == 401)
            let empty = try await house.client.get("/sign-in/password")
            #expect(String(decoding: empty.body, as: UTF8.self).contains("现在的口令"))
        }
    }

    private func encoded(_ text: String) -> String {
        text.utf8.map { "%" + hex([$0]) }.joined()
    }

    @Test("what a password is to become is kept by scrypt, whole, as a digest of 32 bytes")
    func kept() async throws {
        try await Gatehouse.with { house in
            func refused(_ form: String?, _ verifier: [UInt8]?) async throws -> String? {
                try await house.database.refusal(ofOwner: [
                    """
                    insert into auth.sign_in_attempt (login, network, new_form, new_verifier)
                    values ('street', '10.0.0.0/24', \(form), \(verifier))
                    """
                ])
            }
            let own = Password("kettle harbour moss")
            let trials: [(String?, [UInt8]?, String?)] = [
                ("$scrypt$ln=1,r=8,p=1$x", own.verifier, "new_password_is_kept_by_scrypt"),
                (own.form, Array(own.verifier.dropLast()), "new_password_verifier_has_32_bytes"),
                (own.form, nil, "new_password_has_form_and_verifier"), (own.form, own.verifier, nil),
            ]
            for (form, verifier, name) in trials {
                let found = try await refused(form, verifier)
                #expect(found == name)
            }
        }
    }

    @Test("no SQL of the service sets a password, weakens how it is kept, or ends another's sign-ins")
    func raw() async throws {
        try await Gatehouse.with { house in
            func refused(_ statement: SQL) async -> String? {
                do {
                    _ = try await house.database.service.transaction {
                        try await $0.commit(after: [statement])
                    }
                    return nil
                } catch {
                    return (error as? PQError).flatMap { $0.failure?.constraint ?? $0.sqlstate }
                }
            }
            let kept = Password(PasswordTests.next)
            func attempt(_ form: String?, _ verifier: [UInt8]?) -> SQL {
                """
                select auth.attempt_sign_in('resident', 'n', '\\x00', null, null, '\\x00', \(form), \(verifier))
                """
            }
            #expect(
                await refused(attempt("$scrypt$ln=10,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA==", kept.verifier))
                    == "new_password_is_kept_by_scrypt")
            #expect(await refused(attempt("plain", kept.verifier)) == "new_password_is_kept_by_scrypt")
            #expect(
                await refused(attempt(kept.form, [1, 2])) == "new_password_verifier_has_32_bytes")
            #expect(await refused(attempt(kept.form, nil)) == "new_password_has_form_and_verifier")
            let person = Seed.id("person:resident")
            #expect(
                await refused(
                    "select auth.set_password(\(person), \(kept.form), \(kept.verifier), false, null)")
                    == "42501")
            #expect(await refused("select auth.end_sign_ins_of(\(person))") == "42501")
            #expect(await refused("update auth.person set password_is_lent = false") == "42501")
            #expect(await refused("delete from auth.password_change") == "42501")
            #expect(await refused("update auth.password_rule set shortest = 8") == "42501")
        }
    }

    @Test("the rule is one, and of a known book")
    func rule() async throws {
        try await TestDatabase.with { database in
            let tries: [(SQL, String)] = [
                ("insert into auth.password_rule (one) values (false)", "password_rule_is_one"),
                ("update auth.password_rule set profile = 'none'", "password_profile_is_known"),
                ("update auth.password_rule set shortest = 7", "password_is_at_least_eight_long"),
                ("update auth.password_rule set shortest = 65", "password_is_at_least_eight_long"),
                ("update auth.password_rule set profile = 'gbt22239'", "password_rotates_by_its_profile"),
                ("update auth.password_rule set rotate_days = 90", "password_rotates_by_its_profile"),
                (
                    "update auth.password_rule set profile = 'gbt22239', rotate_days = 367",
                    "password_rotates_within_a_year"
                ),
            ]
            for (statement, code) in tries {
                let refused = try await database.refusal(ofOwner: [statement])
                #expect(refused == code)
            }
        }
    }
}
