import Harness
import PQ
import Testing
import Values

@Suite("Keys and clock: guards in the database")
struct KeyGuardTests {
    private func revoke(_ name: String, _ key: ID) -> [SQL] {
        let op = Seed.id("op:revoke:" + name)
        return [
            TestDatabase.event(op, on: ("signing_key", key)),
            "select auth.revoke_signing_key(\(key), '2026-03-02 09:00+08', \(op))",
        ]
    }

    @Test("a key is revoked once, of two sessions too")
    func keys() async throws {
        try await TestDatabase.with { database async throws in
            let key = Seed.id("key")
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    insert into auth.signing_key (key_id, person_id, public_key, valid_from)
                    values (\(key), \(Seed.id("person:street")), 'ssh-ed25519 AAAA', '2026-01-01')
                    """
                ])
            }
            let outcome = try await database.race(("street", revoke("a", key)), ("street", revoke("b", key)))
            // Events of one key follow each other, so the second is told to try again.
            #expect(outcome.0 == nil && outcome.1 == "entry_subject_version_is_one", "\(outcome)")
            #expect(try await database.refusal(as: "street", revoke("b", key)) == "signing_key_only_ends")
        }
    }

    @Test(
        "a session without its person's second factor neither adds a key nor ends one, whatever the service checked"
    )
    func secondFactor() async throws {
        try await TestDatabase.with { database async throws in
            let key = Seed.id("key")
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "update auth.person set one_time_secret = '12345678901234567890' where login = 'street'",
                    "update auth.token set second_factor = false",
                ])
            }
            let op = Seed.id("op:register")
            let register: [SQL] = [
                TestDatabase.event(op, on: ("signing_key", key)),
                "select auth.register_signing_key(\(key), 'ssh-ed25519 AAAA', auth.business_now(), \(op))",
            ]
            #expect(try await database.refusal(as: "street", register) == "signing_key_needs_second_factor")
            #expect(
                try await database.refusal(as: "street", revoke("a", key))
                    == "signing_key_needs_second_factor")
            #expect(try await database.refusal(as: "office", register) == nil)
        }
    }

    @Test("a key is neither registered nor revoked as of another day")
    func days() async throws {
        try await TestDatabase.with { database async throws in
            func change(_ name: String, _ call: SQL) -> [SQL] {
                let op = Seed.id("op:" + name)
                return [
                    TestDatabase.event(op, on: ("signing_key", Seed.id("key"))),
                    "select " + call + SQL(", \(op))"),
                ]
            }
            func register(_ moment: SQL) -> SQL {
                SQL("auth.register_signing_key(\(Seed.id("key")), 'ssh-ed25519 AAAA', ") + moment
            }
            func revoke(_ moment: SQL) -> SQL { SQL("auth.revoke_signing_key(\(Seed.id("key")), ") + moment }
            let other: SQL = "auth.business_now() - interval '1 day'"
            #expect(
                try await database.refusal(as: "street", change("early", register(other)))
                    == "signing_key_begins_and_ends_today")
            #expect(
                try await database.refusal(as: "street", change("right", register("auth.business_now()")))
                    == nil)
            #expect(
                try await database.refusal(as: "street", change("back", revoke(other)))
                    == "signing_key_begins_and_ends_today")
        }
    }

    @Test("a clock is set only in a demonstration, by the owner, and stands once")
    func demoClock() async throws {
        try await TestDatabase.with { database async throws in
            let set: SQL = "select auth.set_demo_clock('2020-01-01')"
            let begin: SQL = "select auth.begin_demo_clock('2020-01-01 09:00+08') as now"
            for statement in [set, begin, "insert into auth.demo_clock (ahead) values ('1 day')"] {
                #expect(try await database.refusal(as: "office", [statement])?.hasPrefix("42501") == true)
            }
            #expect(
                try await database.refusal(
                    ofOwner: ["insert into auth.demo_clock (one, ahead) values (false, '1 day')"])
                    == "demo_clock_is_one")
            // What has begun goes on, and never before what is recorded.
            let op = Seed.id("op:late")
            let unit: SQL = """
                insert into auth.organisation (organisation_id, credit_code, name, kind, recorded_in, op_id)
                values (\(op), \(Seed.creditCode(900)), '单位', 'company', 1, \(op))
                """
            try await database.act(as: "street", [TestDatabase.event(op, on: ("thing", op)), unit])
            let going = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    begin, "select auth.business_now() >= max(at) as after from ledger.entry",
                ])
            }
            #expect(try going[1].one().bool("after"))
            // Where true events are, none begins.
            #expect(
                try await database.refusal(ofOwner: ["delete from auth.demo_clock", begin])
                    == "demo_clock_is_of_a_demonstration")
            #expect(
                try await database.refusal(ofOwner: ["delete from auth.demo_clock", set])
                    == "demo_clock_is_of_a_demonstration")
        }
    }

    @Test("a password is kept as form and verifier, or not at all")
    func passwords() async throws {
        try await TestDatabase.with { database async throws in
            func keep(_ form: String?, _ verifier: String?) -> [SQL] {
                [
                    """
                    update auth.person set password_form = \(form), password_verifier = convert_to(\(verifier), 'UTF8')
                    where login = 'street'
                    """
                ]
            }
            #expect(
                try await database.refusal(ofOwner: keep("$scrypt$x$y", "short"))
                    == "person_password_verifier_has_32_bytes")
            #expect(
                try await database.refusal(ofOwner: keep(nil, String(repeating: "a", count: 32)))
                    == "person_password_has_form_and_verifier")
        }
    }
}
