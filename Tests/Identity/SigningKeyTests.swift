import Actions
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import Identity

@Suite("Registering and revoking signing keys")
struct SigningKeyTests {
    private func site(_ database: TestDatabase) throws -> TestSite {
        try TestSite(IdentityRoutes(desk: database.desk).routes)
    }

    private func claim(_ key: SigningKey, by login: String) -> JSON {
        let proof = KeyClaim.proof(of: key, by: Seed.id("person:" + login))
        return ["public_key": .text("\(key.publicKey) someone@machine"), "proof": .text(proof.armored)]
    }

    @Test func `a proven key is registered with its event, listed, and revoked with another`() async throws {
        try await TestDatabase.with(refusals: [IdentityRefusals.all]) { database in
            let site = try site(database)
            let key = SigningKey.make()
            let made = await site.send(
                .post, "/v1/me/signing-keys", as: "street", claim(key, by: "street"), key: "k1")
            #expect(made.status == 201)
            #expect(made.json?["public_key"] == .text(key.publicKey.description))
            #expect(made.json?["fingerprint"] == .text(key.publicKey.fingerprint))
            let id = try #require(made.json?["id"]?.text.flatMap { ID($0) })
            let replayed = await site.send(
                .post, "/v1/me/signing-keys", as: "street", claim(key, by: "street"), key: "k1")
            #expect(replayed.body == made.body)
            #expect(await site.send(.get, "/v1/me/signing-keys", as: "office", nil).json?["items"] == [])

            let path = "/v1/me/signing-keys/\(id)/revocation"
            #expect(await site.send(.post, path, as: "office", ["reason": "mine?"]).status == 404)
            #expect(await site.send(.post, path, as: "street", ["reason": "遗失"]).status == 200)
            let again = await site.send(.post, path, as: "street", ["reason": "遗失"])
            #expect(again.refusalCodes == ["signing_key_only_ends"])
            let listed = await site.send(.get, "/v1/me/signing-keys", as: "street", nil).json
            #expect(listed?["items"]?.list?.first?["revoked_at"]?.text != nil)

            let events = try await database.owner.read(
                "select type from ledger.entry where subject_kind = 'signing_key' and subject_id = \(id) order by subject_version"
            )
            #expect(try events.map { try $0.text("type") } == ["signing_key.register", "signing_key.revoke"])
        }
    }

    @Test func `a key is refused without its own proof, for another person, twice, or of another kind`()
        async throws
    {
        try await TestDatabase.with(refusals: [IdentityRefusals.all]) { database in
            let site = try site(database)
            let key = SigningKey.make()
            func refusals(_ body: JSON, as login: String = "street") async -> [String] {
                await site.send(.post, "/v1/me/signing-keys", as: login, body).refusalCodes
            }
            #expect(await refusals(claim(key, by: "office")) == ["signing_key_is_proven"])
            var swapped = claim(key, by: "street").object ?? [:]
            swapped["public_key"] = .text(SigningKey.make().publicKey.description)
            #expect(await refusals(.object(swapped)) == ["signing_key_is_proven"])
            // The same words signed for another purpose are no proof.
            let words = KeyClaim(person: Seed.id("person:street"), key: key.publicKey).canonical()
            let signOff = SSHSignature(of: words, for: .signOff, by: key)
            #expect(
                await refusals([
                    "public_key": .text(key.publicKey.description), "proof": .text(signOff.armored),
                ])
                    == ["signing_key_is_proven"])
            #expect(
                await refusals(["public_key": "ssh-rsa AAAA", "proof": "x"]) == ["signing_key_is_ed25519"])

            #expect(await refusals(claim(key, by: "street")) == [])
            #expect(await refusals(claim(key, by: "office"), as: "office") == ["signing_key_is_one"])
        }
    }

    @Test func `whoever has an authenticator shows it before a key is registered`() async throws {
        try await TestDatabase.with(refusals: [IdentityRefusals.all]) { database in
            let site = try site(database)
            _ = try await database.owner.transaction {
                try await $0.commit(after: [
                    "update auth.person set one_time_secret = \(Array("12345678901234567890".utf8)) where login = 'street'",
                    "update auth.token set second_factor = false",
                ])
            }
            let refused = await site.send(
                .post, "/v1/me/signing-keys", as: "street", claim(SigningKey.make(), by: "street"))
            #expect(refused.refusalCodes == ["signing_key_needs_second_factor"])
            let office = await site.send(
                .post, "/v1/me/signing-keys", as: "office", claim(SigningKey.make(), by: "office"))
            #expect(office.status == 201)
        }
    }
}

@Suite("What the application's role can and cannot do with people's secrets")
struct IdentityGuardTests {
    private func code(_ database: TestDatabase, _ statement: SQL) async -> String? {
        do {
            try await database.act(as: "street", [statement])
            return nil
        } catch {
            return (error as? PQError)?.sqlstate
        }
    }

    @Test func `passwords, one-time secrets and tokens cannot be read, nor keys written past their event`()
        async throws
    {
        try await TestDatabase.with { database in
            for statement: SQL in [
                "select password_verifier from auth.person", "select one_time_secret from auth.person",
                "select one_time_step from auth.person", "select * from auth.person",
                "select token_hash from auth.token", "select * from auth.sign_in_attempt",
                "update auth.person set password_form = 'x'", "update auth.token set revoked_at = null",
                "delete from auth.sign_in_attempt", "insert into auth.token (token_hash) values ('\\x00')",
                """
                insert into auth.signing_key (key_id, person_id, public_key, valid_from)
                values (\(Seed.id("k")), \(Seed.id("person:street")), 'ssh-ed25519 x', now())
                """,
                "select auth.appointments_of(\(Seed.id("person:office")), \(Seed.today))",
                "select auth.require_key_event(\(Seed.id("k")), \(Seed.id("e")))",
            ] {
                #expect(await code(database, statement) == "42501", "\(statement.text)")
            }
        }
    }

    @Test func `whoever merely reads cannot sign anyone in`() async throws {
        try await TestDatabase.with { database in
            for statement: SQL in [
                "select auth.sign_in_form('street', 'n')",
                "select auth.attempt_sign_in('street', 'n', '\\x00', null, null, '\\x00')",
                "select auth.judge_sign_in(\(Seed.id("attempt")))",
                "select auth.close_session(\(Token.hash(Seed.token("street"))))",
            ] {
                do {
                    _ = try await database.service.read(statement)
                    Issue.record("\(statement.text) was let through")
                } catch {
                    #expect((error as? PQError)?.sqlstate == "42501")
                }
                await #expect(throws: PQError.self) {
                    _ = try await database.desk.publicPool.read(statement)
                }
            }
        }
    }

    @Test func `no event, no key: by raw SQL as the application's own role`() async throws {
        try await TestDatabase.with { database in
            let key = Seed.id("key")
            let op = Seed.id("op")
            let line = SigningKey.make().publicKey.description
            let register: SQL =
                "select auth.register_signing_key(\(key), \(line), auth.business_now(), \(op)) as done"
            let bare = try await database.refusal(as: "street", [register])
            #expect(bare == "no_event_no_commit")
            let ofAnother = try await database.refusal(
                as: "street", [TestDatabase.event(op, on: ("project", key)), register])
            #expect(ofAnother == "no_event_no_commit")
            let event = TestDatabase.event(op, on: ("signing_key", key))
            let right = try await database.refusal(as: "street", [event, register])
            #expect(right == nil)
            // Nor will an event of an earlier transaction do.
            let revoke: SQL = "select auth.revoke_signing_key(\(key), auth.business_now(), \(op)) as done"
            let stale = try await database.refusal(as: "street", [revoke])
            #expect(stale == "no_event_no_commit")
            let second = TestDatabase.event(Seed.id("op2"), on: ("signing_key", key))
            let foreign = try await database.refusal(
                as: "office",
                [
                    second,
                    "select auth.revoke_signing_key(\(key), auth.business_now(), \(Seed.id("op2"))) as done",
                ])
            #expect(foreign == "signing_key_is_its_persons_own")
        }
    }

    @Test func `a registered key never changes, even for its owner, and its end is set once`() async throws {
        try await TestDatabase.with { database in
            let key = Seed.id("key")
            func own(_ statement: SQL) async -> String? {
                do {
                    _ = try await database.owner.transaction { try await $0.commit(after: [statement]) }
                    return nil
                } catch {
                    return (error as? PQError)?.failure?.constraint
                }
            }
            let line = SigningKey.make().publicKey.description
            #expect(
                await own(
                    """
                    insert into auth.signing_key (key_id, person_id, public_key, valid_from)
                    values (\(key), \(Seed.id("person:street")), \(line), now())
                    """) == nil)
            #expect(await own("update auth.signing_key set public_key = 'other'") == "signing_key_only_ends")
            #expect(
                await own("update auth.signing_key set person_id = \(Seed.id("person:office"))")
                    == "signing_key_only_ends")
            #expect(await own("update auth.signing_key set revoked_at = now()") == nil)
            #expect(await own("update auth.signing_key set revoked_at = null") == "signing_key_only_ends")
            #expect(await own("delete from auth.signing_key") == "signing_key_only_ends")
        }
    }
}
