import Harness
import PQ
import Testing
import Values

@Suite("Sessions and keys: guards in the database")
struct SessionGuardTests {
    private func revoke(_ name: String, _ key: ID) -> [SQL] {
        let op = Seed.id("op:revoke:" + name)
        return [
            TestDatabase.event(op, on: ("signing_key", key), version: name == "a" ? 1 : 2),
            "select auth.revoke_signing_key(\(key), '2026-03-02 09:00+08', \(op))",
        ]
    }

    private func open(_ appointment: ID, step: Int64?) -> [SQL] {
        [
            """
            select auth.open_session(\(Array(appointment.description.utf8)), \(Seed.id("person:street")),
                \(appointment), \(step), 'n', '2026-03-02')
            """
        ]
    }

    @Test("a session needs an appointment of today, and a one-time code opens one session")
    func sessions() async throws {
        try await TestDatabase.with { database async throws in
            let own = Seed.id("appointment:street")
            #expect(
                try await database.refusal(as: "street", open(Seed.id("appointment:gas"), step: nil))
                    == "session_has_an_appointment_today")
            // Without a secret there is no code that could open anything.
            #expect(
                try await database.refusal(as: "street", open(own, step: 7)) == "one_time_code_opens_once")
        }
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
            #expect(outcome.0 == nil && outcome.1 == "signing_key_only_ends", "\(outcome)")
            #expect(try await database.refusal(as: "street", revoke("b", key)) == "signing_key_only_ends")
        }
    }
}
