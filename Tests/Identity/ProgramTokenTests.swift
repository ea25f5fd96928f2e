import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// What a person lets a program do in his name is held by the database, whatever the service asks of it.
@Suite("Tokens for programs: for one purpose, until a day")
struct ProgramTokenTests {
    private func ask(
        _ method: Method, _ path: String, _ token: String, _ house: Gatehouse, _ body: JSON? = nil,
        key: String = "k"
    ) async -> Response {
        await house.client.router.respond(
            to: Request(
                method, path,
                headers: [
                    "authorization": "Bearer " + token, "content-type": "application/json",
                    "idempotency-key": key,
                ], body: body?.canonical ?? [], peer: "10.1.2.3"))
    }

    private func session(_ house: Gatehouse, _ step: Int64 = 0) async throws -> String {
        let answer = await house.signIn("street", code: try await house.code(step))
        return try #require(answer.json?["token"]?.text)
    }

    private func issued(_ house: Gatehouse, by session: String, _ more: [String: JSON] = [:]) async throws
        -> String
    {
        let body = more.merging(["label": "看板", "days": 30]) { own, _ in own }
        let answer = await ask(.post, "/v1/me/tokens", session, house, .object(body))
        #expect(answer.status == 201, "\(answer.transcript)")
        return try #require(answer.json?["token"]?.text)
    }

    @Test("a token is shown once, kept as a hash, listed with its scope and last use, and ended at once")
    func life() async throws {
        try await Gatehouse.with { house in
            let own = try await session(house)
            let body: JSON = ["label": "看板", "days": 30, "reads_only": true]
            let first = await ask(.post, "/v1/me/tokens", own, house, body)
            let token = try #require(first.json?["token"]?.text)
            let id = try #require(first.json?["id"]?.text)
            // The answer that is kept does not hold it.
            let again = await ask(.post, "/v1/me/tokens", own, house, body)
            #expect(again.status == 201 && again.json?["id"]?.text == id && again.json?["token"] == .null)
            let kept = try await house.database.owner.read(
                """
                select (select count(*) from auth.token where token_hash = sha256(\(Token.hash(token)))) as hashes,
                    (select count(*) from app.request where convert_from(answer, 'UTF8') like \("%" + token + "%"))
                    + (select count(*) from ledger.entry where convert_from(body, 'UTF8') like \("%" + token + "%"))
                    as seen, (select count(*) from ledger.entry where type = 'token.issue') as events
                """
            ).one()
            #expect(try kept.int64("hashes") == 1 && kept.int64("seen") == 0 && kept.int64("events") == 1)

            func listed() async throws -> JSON {
                let items = await ask(.get, "/v1/me/sign-ins", own, house).json?["items"]?.list ?? []
                return try #require(items.first { $0["id"]?.text == id })
            }
            #expect(try await listed()["used_at"] == .null)
            #expect(await ask(.get, "/v1/me", token, house).json?["role"] == "construction_unit")
            let item = try await listed()
            #expect(item["label"] == "看板" && item["reads_only"] == true && item["kind"] == "api")
            #expect(item["used_at"]?.text != nil && item["expires_at"]?.text != nil)
            let page = await ask(.get, "/sign-ins", own, house)
            #expect(String(decoding: page.body, as: UTF8.self).contains("看板 · 只能读取"))

            #expect(await ask(.post, "/v1/me/sign-ins/\(id)/end", own, house).json?["ended"] == 1)
            #expect(await ask(.get, "/v1/me", token, house).status == 401)
        }
    }

    @Test("a token that only reads opens no transaction that writes, by no route and by no SQL")
    func reading() async throws {
        try await Gatehouse.with { house in
            let token = try await issued(house, by: try await session(house), ["reads_only": true])
            let key = SigningKey.make()
            let proof = KeyClaim.proof(of: key, by: Seed.id("person:street"))
            let register: JSON = ["public_key": .text("\(key.publicKey)"), "proof": .text(proof.armored)]
            let refused = await ask(.post, "/v1/me/signing-keys", token, house, register, key: "r")
            #expect(refused.refusalCodes == ["token_only_reads"])
            let ending = await ask(.post, "/v1/me/sign-ins/end-others", token, house)
            #expect(ending.refusalCodes == ["token_ends_no_other"])
            #expect(try await house.database.refusal(byLink: token, []) == "token_only_reads")
            // A transaction that began by reading does not come to write, and a pass of the token writes nothing.
            let enter: SQL = "select auth.enter(\(Token.hash(token)))"
            let write: SQL = """
                insert into app.request (district, principal, key_hash, route, fingerprint)
                values (auth.district(), auth.person(), '\\x00', 'x', '\\x00')
                """
            #expect(await state(house, ["set transaction read only", enter, "select auth.person()"]) == nil)
            #expect(await state(house, ["set transaction read only", enter, write]) == "25006")
            #expect(
                await state(house, ["set transaction read only", enter, "set transaction read write", write])
                    == "25001")
            let pass: SQL = "select auth.enter_to_read(\(Token.hash(token)))"
            #expect(await state(house, [pass, write]) == "YS401")
        }
    }

    /// How the database refuses statements of the service's role, by its code; nil where it takes them.
    private func state(_ house: Gatehouse, _ statements: [SQL]) async -> String? {
        do {
            _ = try await house.database.service.transaction { try await $0.commit(after: statements) }
            return nil
        } catch {
            return (error as? PQError)?.sqlstate ?? "\(error)"
        }
    }

    @Test("a token for one action writes events of no other, in its own district alone")
    func acting() async throws {
        try await Gatehouse.with { house in
            let token = try await issued(
                house, by: try await session(house), ["actions": ["signing_key.revoke"]])
            let key = SigningKey.make()
            let proof = KeyClaim.proof(of: key, by: Seed.id("person:street"))
            let register: JSON = ["public_key": .text("\(key.publicKey)"), "proof": .text(proof.armored)]
            // The person has an authenticator, which a program does not show: keys are not for tokens at all.
            let keys = await ask(.post, "/v1/me/signing-keys", token, house, register, key: "r")
            #expect(keys.refusalCodes == ["signing_key_needs_second_factor"])
            let op = Seed.id("op")
            let other = TestDatabase.event(op, "project.launch", on: ("project", Seed.id("p")))
            #expect(try await house.database.refusal(byLink: token, [other]) == "token_covers_the_act")
            let covered = TestDatabase.event(op, "signing_key.revoke", on: ("test", op))
            // The event is let through, and refused for telling of no row.
            #expect(try await house.database.refusal(byLink: token, [covered]) != "token_covers_the_act")
            let seen = try await house.database.service.transaction { transaction in
                try await transaction.commit(after: [
                    "select auth.enter(\(Token.hash(token)))",
                    "select auth.district() as district, auth.token_actions() as actions",
                ])
            }
            #expect(try seen[1].one().int32("district") == 1)
            #expect(try seen[1].one().texts("actions") == ["signing_key.revoke"])
            #expect(
                try await house.database.refusal(
                    byLink: token,
                    ["select auth.end_own_sign_ins(\(Token.hash(token)), null)"]) == "token_ends_no_other")
        }
    }

    @Test(
        "a token begets no token, nor does a session without the second factor, and each has a name, an end and a scope that fit"
    )
    func issuing() async throws {
        try await Gatehouse.with { house in
            let own = try await session(house)
            let token = try await issued(house, by: own)
            func refusals(_ shown: String, _ more: [String: JSON]) async -> [String] {
                let body = more.merging(["label": "看板", "days": 30]) { own, _ in own }
                return await ask(.post, "/v1/me/tokens", shown, house, .object(body), key: "r")
                    .refusalCodes
            }
            #expect(
                await refusals(token, ["days": 1])
                    == ["token_is_issued_in_a_session", "token_needs_second_factor"])
            #expect(await refusals(own, ["days": 91]) == ["token_ends_in_time"])
            #expect(await refusals(own, ["actions": ["daily_log.recrod"]]) == ["token_actions_are_named"])
            #expect(
                await refusals(own, ["actions": ["daily_log.record"], "reads_only": true])
                    == ["token_reads_or_acts"])
            func issue(_ days: Int32, _ label: String = "x", _ actions: [String] = [], op: String = "op")
                -> [SQL]
            {
                let hash = Token.hash("ys_raw")
                let id = ID(bytes: Digest.sha256(Digest.sha256(hash)).prefix(16)) ?? Seed.id("none")
                let day: SQL = "auth.today()::timestamp at time zone 'Asia/Shanghai' + interval '9 hours'"
                return [
                    """
                    select ledger.record(\(Seed.id(op)), 'token.issue', 'token', \(id), null, \(day), null, '{}')
                    """,
                    """
                    select auth.issue_own_token(\(hash), \(label), false, nullif(\(actions)::text[], '{}'), \(days),
                        \(Seed.id(op)))
                    """,
                ]
            }
            let database = house.database
            #expect(try await database.refusal(byLink: own, issue(91)) == "token_ends_in_time")
            #expect(try await database.refusal(byLink: own, issue(9, "")) == "token_label_is_short")
            #expect(
                try await database.refusal(byLink: own, issue(9, "x", ["drop table"]))
                    == "token_actions_are_named")
            #expect(try await database.refusal(byLink: own, [issue(9)[1]]) == "no_event_no_commit")
            #expect(try await database.refusal(byLink: token, issue(9)) == "token_is_issued_in_a_session")
            #expect(try await database.refusal(byLink: own, issue(9)) == nil)
        }
    }

    @Test("a session without its person's second factor issues nothing, by SQL either")
    func factor() async throws {
        try await Gatehouse.with { house in
            let own = try await session(house)
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [
                    "update auth.token set second_factor = false where kind = 'session'"
                ])
            }
            let answer = await ask(.post, "/v1/me/tokens", own, house, ["label": "x", "days": 1])
            #expect(answer.refusalCodes == ["token_needs_second_factor"])
            let raw: SQL =
                "select auth.issue_own_token(\(Token.hash("x")), 'x', false, null, 1, \(Seed.id("op")))"
            #expect(try await house.database.refusal(byLink: own, [raw]) == "token_needs_second_factor")
        }
    }

    private func insert(
        _ name: String, kind: String = "api", days: Int32 = 30, _ columns: String, _ values: String
    ) -> SQL {
        """
        insert into auth.token (token_hash, kind, district, appointment_id, expires_at, \(unescaped: columns))
        values (sha256(\(Token.hash(name))), \(kind), 1, \(Seed.id("appointment:street")),
            now() + \(days) * interval '1 day', \(unescaped: values))
        """
    }

    @Test("the scope is of programs' tokens, reads or acts, and neither changes nor comes back")
    func shape() async throws {
        try await TestDatabase.with { database in
            func refused(_ statement: SQL) async throws -> String? {
                try await database.refusal(ofOwner: [statement])
            }
            #expect(
                try await refused(insert("a", kind: "session", "reads_only", "true"))
                    == "token_scope_is_of_programs")
            #expect(
                try await refused(
                    insert("a", "label, reads_only, actions", "'x', true, '{daily_log.record}'"))
                    == "token_reads_or_acts")
            #expect(try await refused(insert("a", days: 91, "label", "'x'")) == "token_ends_in_time")
            #expect(try await refused(insert("a", "label", "'x'")) == nil)
            let own: SQL = "where token_hash = sha256(\(Token.hash("a")))"
            #expect(try await refused("update auth.token set actions = '{x}' \(own)") == "token_scope_stays")
            #expect(
                try await refused("update auth.token set expires_at = 'infinity' \(own)")
                    == "token_ends_in_time")
            #expect(
                try await refused("update auth.token_rule set longest_days = 400")
                    == "token_days_are_at_most_a_year")
            #expect(
                try await refused("insert into auth.token_rule (one) values (false)") == "token_rule_is_one")
            // One session takes it back while another would let it stand.
            let operators = TestDatabase.anOperator
            let outcome = try await database.race(
                (operators, ["update auth.token set revoked_at = now() \(own)"]),
                (operators, ["update auth.token set revoked_at = null \(own)"]))
            #expect(outcome.0 == nil && outcome.1 == "token_scope_stays", "\(outcome)")
        }
    }

    @Test("who issues while the longest time is being shortened waits, and is held to the shorter")
    func shortened() async throws {
        try await TestDatabase.with { database in
            let operators = TestDatabase.anOperator
            let outcome = try await database.race(
                (operators, ["update auth.token_rule set longest_days = 7"]),
                (operators, [insert("b", "label", "'x'")]))
            #expect(outcome.0 == nil && outcome.1 == "token_ends_in_time", "\(outcome)")
        }
    }
}
