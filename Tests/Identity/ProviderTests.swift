import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// Accounts of providers of identities: linked by an administrator, heard under a seal, good for one session each time.
@Suite("Linked accounts, and what their provider said of them")
struct ProviderTests {
    private let base = AdministrationTests()
    private static let seal = [UInt8](repeating: 7, count: 32)

    private static func provider(_ name: String, _ issuer: String, _ title: String = "统一身份认证") -> SQL {
        """
        insert into auth.identity_provider (provider, issuer, title, seal) values (\(name), \(issuer), \(title), \(seal))
        """
    }

    private static func link(_ subject: String, _ login: String, provider: String = "gov") -> SQL {
        """
        insert into auth.linked_identity (linked_identity_id, provider, subject, person_id)
        values (\(Seed.id("identity:" + subject + login)), \(provider), \(subject), \(Seed.id("person:" + login)))
        """
    }

    private func known(_ body: @Sendable (Gatehouse) async throws -> Void) async throws {
        try await base.staffed { house in
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [Self.provider("gov", "https://id.example.cn")])
            }
            try await body(house)
        }
    }

    private struct Answer: Decodable, Sendable {
        let outcome: String
    }

    /// Brings a word as the service does, sealed with a key.
    private static func bring(
        _ house: Gatehouse, _ subject: String, mark: String, late: Int64 = 0, factors: Bool = true,
        code: String? = nil, key: [UInt8] = seal
    ) async throws -> String {
        let now = try await house.database.owner.read(
            "select extract(epoch from clock_timestamp())::bigint as now"
        ).one().int64("now")
        let (at, token) = (now - late, Digest.sha256(Array((mark + subject).utf8)))
        let mark = Digest.sha256(mark.utf8)
        let heard = [
            "yanshou identity v1", "gov", hex(Array(subject.utf8)), hex(mark), "\(at)", factors ? "1" : "0",
            hex(token),
            "10.1.2.0/24",
        ].joined(separator: "\n")
        let seal = Digest.hmac256(Array(heard.utf8), key: key)
        do {
            let rows = try await house.database.service.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    select auth.open_by_identity('gov', \(subject), \(mark), \(at), \(factors), \(code), \(token),
                        '10.1.2.0/24', \(seal)) as answer
                    """
                ])
            }
            return try rows[0].one().decode(Answer.self, "answer").outcome
        } catch PQError.failed(let failure) {
            return failure.constraint ?? failure.message
        }
    }

    @Test(
        "a word is taken once, from its provider, while it is fresh, and opens its own person's session alone"
    )
    func word() async throws {
        try await known { house in
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [Self.link("s-1", "street")])
            }
            #expect(try await Self.bring(house, "s-2", mark: "a") == "unknown")
            #expect(try await Self.bring(house, "s-1", mark: "a", late: 301) == "refused")
            #expect(try await Self.bring(house, "s-1", mark: "a", late: -301) == "refused")
            let other = [UInt8](repeating: 8, count: 32)
            #expect(
                try await Self.bring(house, "s-1", mark: "a", key: other)
                    == "identity_is_heard_from_its_provider")
            #expect(try await Self.bring(house, "s-1", mark: "a", late: 299) == "opened")
            #expect(try await Self.bring(house, "s-1", mark: "a") == "refused")
            // Of many that bring one word at once, one opens.
            let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<4 { group.addTask { try await Self.bring(house, "s-1", mark: "b") } }
                return try await group.reduce(into: [String]()) { $0.append($1) }.sorted()
            }
            #expect(outcomes == ["opened", "refused", "refused", "refused"])
            let opened = try await house.database.owner.read(
                """
                select count(*) as number, bool_or(second_factor) as factors from auth.token
                where kind = 'session'
                """
            ).one()
            #expect(try opened.int("number") == 2 && opened.bool("factors"))
            // No SQL of the service's role writes a session without the seal, or reads it.
            for statement in [
                """
                select auth.open_by_identity('gov', 's-1', sha256('c'), extract(epoch from now())::bigint, true, null,
                    sha256('t'), '10.1.2.0/24', sha256('guess'))
                """, "select auth.open_by_identity('gov', 's-1', null, null, null, null, null, null, null)",
            ] as [SQL] {
                let found = try await house.database.refusal(as: "street", [statement])
                #expect(found == "identity_is_heard_from_its_provider")
            }
            for statement in [
                "select seal from auth.identity_provider", "select subject from auth.linked_identity",
                "insert into auth.used_identity (mark) values ('x')",
            ] as [SQL] {
                let found = try await house.database.refusal(as: "street", [statement])
                #expect(found?.hasPrefix("42501") == true, "\(found ?? "taken")")
            }
        }
    }

    @Test(
        "whose post asks for a second factor shows the provider's or his own; wrong codes are counted and close"
    )
    func factors() async throws {
        try await known { house in
            let own = OneTimeCode.make()
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [
                    Self.link("s-1", "street"),
                    "update auth.person set one_time_secret = \(own.secret) where login = 'street'",
                ])
            }
            #expect(try await Self.bring(house, "s-1", mark: "a", factors: false) == "code_needed")
            #expect(try await Self.bring(house, "s-1", mark: "b") == "opened")
            for _ in 0..<5 {
                let tried = try await Self.bring(house, "s-1", mark: "a", factors: false, code: "12345x")
                #expect(tried == "refused")
            }
            #expect(try await Self.bring(house, "s-1", mark: "a", factors: false, code: "000000") == "waits")
            #expect(try await Self.bring(house, "s-1", mark: "c") == "waits")
        }
    }

    @Test("an account is one person's, and he has one of a provider; a link ends once and never changes")
    func bounds() async throws {
        try await known { house in
            let refused: [(SQL, String)] = [
                (Self.provider("Gov", "https://x"), "identity_provider_is_named"),
                (Self.provider("other", "https://id.example.cn"), "identity_provider_is_one"),
                (Self.provider("other", "https://x", " "), "identity_provider_has_a_title"),
                (
                    "insert into auth.identity_provider (provider, issuer, title, seal) values ('o', 'i', 't', '')",
                    "identity_provider_seal_has_32_bytes"
                ), (Self.link("", "street"), "identity_has_a_subject"),
            ]
            for (statement, name) in refused { #expect(await base.refused(house, statement) == name) }
            #expect(await base.refused(house, Self.link("s-1", "street")) == nil)
            #expect(await base.refused(house, Self.link("s-1", "office")) == "identity_is_of_one_person")
            #expect(
                await base.refused(house, Self.link("s-2", "street"))
                    == "person_has_one_identity_of_a_provider")
            let changes: [SQL] = [
                "update auth.linked_identity set subject = 's-3'", "delete from auth.linked_identity",
                "update auth.linked_identity set ended_at = now(), person_id = \(Seed.id("person:office"))",
            ]
            for statement in changes { #expect(await base.refused(house, statement) == "identity_only_ends") }
            #expect(
                await base.refused(
                    house, "update auth.linked_identity set ended_at = linked_at - interval '1 s'")
                    == "identity_ends_after_it_began")
            #expect(await base.refused(house, "update auth.linked_identity set ended_at = now()") == nil)
            #expect(
                await base.refused(house, "update auth.linked_identity set ended_at = now()")
                    == "identity_only_ends")
            #expect(await base.refused(house, Self.link("s-1", "office")) == nil)
        }
    }

    @Test(
        "of two sessions that link one account, or one person twice, one is refused",
        arguments: [true, false])
    func race(account: Bool) async throws {
        try await known { house in
            let outcome = try await house.database.race(
                (TestDatabase.anOperator, [Self.link("s-1", "street")]),
                (TestDatabase.anOperator, [account ? Self.link("s-1", "office") : Self.link("s-2", "street")])
            )
            let name = account ? "identity_is_of_one_person" : "person_has_one_identity_of_a_provider"
            #expect(outcome.0 == nil && outcome.1 == name, "\(outcome)")
        }
    }

    @Test(
        "the system administrator links and ends, the security administrator ends; with a link its person's sessions end"
    )
    func administered() async throws {
        try await known { house in
            let path = "/v1/people/\(Seed.id("person:street"))/identities"
            func draft(_ subject: String, _ provider: String = "gov") -> JSON {
                [
                    "id": .text(Seed.id("made:" + subject).description), "provider": .text(provider),
                    "subject": .text(subject),
                ]
            }
            for login in ["guard", "reader", "office", "street"] {
                #expect(await base.ask(.post, path, as: login, house, draft("s-1")).status == 403, "\(login)")
            }
            let none = await base.ask(.post, path, as: "keeper", house, draft("s-1", "none"), key: "a")
            #expect(none.refusalCodes == ["identity_provider_is_known"], "\(none.transcript)")
            let rival = await base.ask(
                .post, "/v1/people/\(Seed.id("person:guard"))/identities", as: "keeper", house, draft("s-9"),
                key: "b")
            #expect(
                rival.refusalCodes == ["administrator_is_appointed_by_the_operator"], "\(rival.transcript)")
            let made = await base.ask(.post, path, as: "keeper", house, draft("s-1"), key: "c")
            #expect(made.status == 201, "\(made.transcript)")
            let twice = await base.ask(.post, path, as: "keeper", house, draft("s-2"), key: "d")
            #expect(twice.refusalCodes == ["person_has_one_identity_of_a_provider"], "\(twice.transcript)")
            let taken = await base.ask(
                .post, "/v1/people/\(Seed.id("person:office"))/identities", as: "keeper", house,
                ["provider": "gov", "subject": "s-1"], key: "e")
            #expect(taken.refusalCodes == ["identity_is_of_one_person"], "\(taken.transcript)")
            let read = await base.ask(.get, path, as: "guard", house)
            #expect(read.json?["items"]?.list?.first?["subject"] == "s-1", "\(read.transcript)")
            #expect(
                read.json?["items"]?.list?.first?["linked_by"]?.text == Seed.id("person:keeper").description)

            #expect(try await Self.bring(house, "s-1", mark: "a") == "opened")
            let end = path + "/\(Seed.id("made:s-1"))/end"
            let ended = await base.ask(.post, end, as: "guard", house, ["reason": "手机遗失"], key: "f")
            #expect(ended.status == 200, "\(ended.transcript)")
            let again = await base.ask(.post, end, as: "keeper", house, ["reason": "手机遗失"], key: "g")
            #expect(again.refusalCodes == ["identity_only_ends"], "\(again.transcript)")
            let open = try await house.database.owner.read(
                "select count(*) as number from auth.token where kind = 'session' and revoked_at is null"
            ).one().int("number")
            #expect(open == 0)
            #expect(try await Self.bring(house, "s-1", mark: "b") == "unknown")
            // The guards behind the service, by SQL of its role.
            let (street, op) = (Seed.id("person:street"), Seed.id("raw"))
            func raw(_ login: String, _ person: ID, provider: String = "gov", event: Bool = true) async throws
                -> String?
            {
                try await house.database.refusal(
                    as: login,
                    (event
                        ? [
                            """
                            select ledger.record(\(op), 'people.link_identity', 'person', \(person), null,
                                auth.business_now(), null, '{}')
                            """
                        ] : []) + [
                            "select auth.link_identity(gen_random_uuid(), \(person), \(provider), 's-7', \(op))"
                        ])
            }
            #expect(try await raw("guard", street) == "administration_is_its_administrators")
            #expect(try await raw("keeper", street, event: false) == "no_event_no_commit")
            #expect(try await raw("keeper", Seed.id("person:stranger")) == "person_is_of_the_district")
            #expect(try await raw("keeper", street, provider: "none") == "identity_provider_is_known")
            #expect(
                try await raw("keeper", Seed.id("person:guard"))
                    == "administrator_is_appointed_by_the_operator")
        }
    }
}
