import Actions
import Harness
import Ledger
import PQ
import Testing
import Values
import Web

@testable import Identity

/// Three people administer, none of them two things, and what becomes of accounts leaves a trail that nobody changes.
@Suite("Three administrators and the trail of accounts")
struct AdministrationTests {
    /// A person of an organisation, in a role, with a token that has a second factor or has none.
    static func enrol(_ login: String, _ role: String, factor: Bool = true) -> [SQL] {
        [
            "insert into auth.person (person_id, name, login) values (\(Seed.id("person:" + login)), \(login), \(login))",
            appointing(login, role),
            """
            insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
            values (sha256(\(Token.hash(Seed.token(login)))), 'api', 1, \(Seed.id("appointment:\(login):\(role)")),
                \(factor), 'infinity')
            """,
        ]
    }

    private static func appointing(
        _ login: String, _ role: String, from: String = "2020-01-01", to: String? = nil
    ) -> SQL {
        """
        insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, valid_from, valid_to)
        values (1, \(Seed.id("appointment:\(login):\(role)")), \(Seed.id("person:" + login)), \(Seed.id("org:office")),
            \(role), \(from)::text::date, \(to)::text::date)
        """
    }

    func staffed(_ body: @Sendable (Gatehouse) async throws -> Void) async throws {
        try await Gatehouse.with { house in
            _ = try await house.database.owner.transaction {
                try await $0.commit(
                    after: Self.enrol("keeper", "system_administrator")
                        + Self.enrol("guard", "security_administrator")
                        + Self.enrol("reader", "audit_administrator")
                        + Self.enrol("hasty", "security_administrator", factor: false))
            }
            try await body(house)
        }
    }

    /// How the database refuses a statement of its owner's, by the constraint; nil where it takes it.
    func refused(_ house: Gatehouse, _ statement: SQL) async -> String? {
        do {
            return try await house.database.refusal(ofOwner: [statement])
        } catch {
            return "\(error)"
        }
    }

    func ask(
        _ method: Web.Method, _ path: String, as login: String, _ house: Gatehouse, _ body: JSON? = nil,
        key: String = "k"
    ) async -> Response {
        await house.client.router.respond(
            to: Request(
                method, path,
                headers: [
                    "authorization": "Bearer " + Seed.token(login), "content-type": "application/json",
                    "idempotency-key": key,
                ], body: body?.canonical ?? [], peer: "10.1.2.3"))
    }

    @Test("nobody is two of the three, not one after the other either, nor has a part in the works meanwhile")
    func exclusive() async throws {
        try await staffed { house in
            let two = "administrator_is_one_of_three"
            #expect(await refused(house, Self.appointing("keeper", "audit_administrator")) == two)
            #expect(
                await refused(
                    house,
                    "update auth.appointment set valid_to = '2021-01-01' where role = 'system_administrator'")
                    == nil)
            #expect(
                await refused(house, Self.appointing("keeper", "audit_administrator", from: "2026-01-01"))
                    == two)
            let other = "administrator_holds_no_other_role"
            #expect(await refused(house, Self.appointing("guard", "construction_unit")) == other)
            #expect(await refused(house, Self.appointing("street", "audit_administrator")) == other)
            // Before and after it he may be what he likes, but for the other two.
            #expect(
                await refused(house, Self.appointing("keeper", "construction_unit", from: "2021-01-02"))
                    == nil)
            // The same again, elsewhere or later, is no second one.
            #expect(
                await refused(
                    house,
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, valid_from)
                    values (\(Seed.otherDistrict), gen_random_uuid(), \(Seed.id("person:guard")), \(Seed.id("org:office")),
                        'security_administrator', '2026-01-01')
                    """) == nil)
            #expect(
                await refused(
                    house,
                    "insert into auth.administrator (person_id, role) values (\(Seed.id("person:street")), 'x')"
                ) == "administrator_role_is_known")
        }
    }

    @Test(
        "of two sessions that make one person two administrators, one is refused", arguments: [true, false])
    func race(first: Bool) async throws {
        try await staffed { house in
            _ = try await house.database.owner.transaction {
                try await $0.commit(after: [
                    "insert into auth.person (person_id, name, login) values (\(Seed.id("person:new")), 'new', 'new')"
                ])
            }
            let role = first ? "system_administrator" : "construction_unit"
            let outcome = try await house.database.race(
                (TestDatabase.anOperator, [Self.appointing("new", role)]),
                (TestDatabase.anOperator, [Self.appointing("new", "audit_administrator")]))
            let name = first ? "administrator_is_one_of_three" : "administrator_holds_no_other_role"
            #expect(outcome.0 == nil && outcome.1 == name, "\(outcome)")
        }
    }

    @Test(
        "raw SQL ends nobody of another district, no appointment twice, and nothing without a second factor")
    func bounds() async throws {
        try await staffed { house in
            func event(_ name: String, _ type: String, _ person: ID) -> SQL {
                """
                select ledger.record(\(Seed.id(name)), \(type), 'person', \(person), null, auth.business_now(), null, '{}')
                """
            }
            let (stranger, street) = (Seed.id("person:stranger"), Seed.id("person:street"))
            func ending(_ name: String, _ person: ID) -> [SQL] {
                [
                    event(name, "people.end_sign_ins", person),
                    "select auth.end_sign_ins_as_administrator(\(person), \(Seed.id(name)))",
                ]
            }
            #expect(
                try await house.database.refusal(as: "guard", ending("a", stranger))
                    == "person_is_of_the_district")
            #expect(
                try await house.database.refusal(as: "hasty", ending("b", street))
                    == "administration_needs_second_factor")
            #expect(
                try await house.database.refusal(
                    as: "guard", ["select auth.end_sign_ins_as_administrator(\(street), \(Seed.id("c")))"])
                    == "no_event_no_commit")
            // Of two that end one appointment at once, the second finds its place in the person's entries taken.
            func end(_ name: String) -> [SQL] {
                [
                    event(name, "people.end_appointment", street),
                    "select auth.end_appointment(\(Seed.id("appointment:street")), '2026-03-02', \(Seed.id(name)))",
                ]
            }
            let outcome = try await house.database.race(("keeper", end("d")), ("keeper", end("e")))
            #expect(outcome.0 == nil && outcome.1 == "entry_subject_version_is_one", "\(outcome)")
            #expect(try await house.database.refusal(as: "keeper", end("f")) == "appointment_ends_once")
        }
    }

    @Test("the system administrator takes in somebody new, who signs in once he has an account or a password")
    func adding() async throws {
        try await staffed { house in
            func draft(_ login: String, _ role: String = "volunteer_supervisor", from: String = "2026-03-02")
                -> JSON
            {
                [
                    "id": .text(Seed.id("new:" + login).description), "name": "新监理员", "login": .text(login),
                    "organisation": .text(Seed.id("org:owners").description), "role": .text(role),
                    "from": .text(from),
                ]
            }
            for login in ["guard", "reader", "office"] {
                #expect(
                    await ask(.post, "/v1/people", as: login, house, draft("new")).status == 403, "\(login)")
            }
            for (key, body, code) in [
                ("a", draft("new", "audit_administrator"), "administrator_is_appointed_by_the_operator"),
                ("b", draft("new", from: "2026-03-01"), "appointment_begins_today_or_later"),
                ("c", draft("street"), "person_login_is_one"),
            ] {
                let refused = await ask(.post, "/v1/people", as: "keeper", house, body, key: key)
                #expect(refused.refusalCodes == [code], "\(refused.transcript)")
            }
            let made = await ask(.post, "/v1/people", as: "keeper", house, draft("new"), key: "d")
            #expect(made.status == 201, "\(made.transcript)")
            let people = await ask(.get, "/v1/people?limit=200", as: "keeper", house)
            let new = people.json?["items"]?.list?.first { $0["login"] == "new" }
            #expect(
                new?["appointments"]?.list?.first?["role"] == "volunteer_supervisor", "\(people.transcript)")
            #expect(await house.signIn("new", "anything at all").status == 401)
            // The ledger holds no name, the trail tells of the account.
            let told = try await house.database.owner.read(
                """
                select convert_from(body, 'UTF8') as body, (select count(*) from auth.audit_entry
                    where what in ('person.added', 'appointment.added') and person_id = \(Seed.id("new:new"))) as lines
                from ledger.entry where type = 'people.add'
                """
            ).one()
            #expect(try !told.text("body").contains("新监理员") && told.int("lines") == 2)
            let raw = try await house.database.refusal(
                as: "keeper",
                [
                    """
                    select auth.add_person(gen_random_uuid(), 'x', 'y', gen_random_uuid(), \(Seed.id("org:owners")),
                        'resident', null, '2026-03-02', null, gen_random_uuid())
                    """
                ])
            #expect(raw == "no_event_no_commit")
        }
    }

    @Test("the security administrator ends all of somebody's sign-ins at once; nobody else does")
    func ending() async throws {
        try await staffed { house in
            let path = "/v1/people/\(Seed.id("person:street"))/sign-ins/end"
            let said: JSON = ["reason": "手机遗失"]
            #expect(await ask(.get, "/v1/me", as: "street", house).status == 200)
            for login in ["keeper", "reader", "office", "street"] {
                #expect(await ask(.post, path, as: login, house, said).status == 403, "\(login)")
            }
            let hasty = await ask(.post, path, as: "hasty", house, said)
            #expect(hasty.refusalCodes == ["administration_needs_second_factor"], "\(hasty.transcript)")
            let nobody = await ask(
                .post, "/v1/people/\(Seed.id("person:stranger"))/sign-ins/end", as: "guard", house, said)
            #expect(nobody.status == 404, "\(nobody.transcript)")
            let done = await ask(.post, path, as: "guard", house, said)
            #expect(done.status == 200, "\(done.transcript)")
            #expect(await ask(.get, "/v1/me", as: "street", house).status == 401)
            // The service's role alone ends nobody's: neither without an event nor as another.
            for login in ["guard", "keeper", "street2"] {
                let raw = try? await house.database.refusal(
                    as: login,
                    [
                        "select auth.end_sign_ins_as_administrator(\(Seed.id("person:office")), gen_random_uuid())"
                    ])
                #expect(raw != nil, "\(login)")
            }
            #expect(await ask(.get, "/v1/me", as: "office", house).status == 200)
        }
    }

    @Test("the system administrator appoints and ends, from today on, and never administrators")
    func appointing() async throws {
        try await staffed { house in
            let path = "/v1/people/\(Seed.id("person:resident"))/appointments"
            func draft(_ role: String, from: String = "2026-03-02") -> JSON {
                [
                    "id": .text(Seed.id("made:" + role).description), "role": .text(role),
                    "from": .text(from),
                    "organisation": .text(Seed.id("org:owners").description),
                ]
            }
            #expect(await ask(.post, path, as: "guard", house, draft("volunteer_supervisor")).status == 403)
            let back = await ask(
                .post, path, as: "keeper", house, draft("volunteer_supervisor", from: "2026-03-01"), key: "b")
            #expect(back.refusalCodes == ["appointment_begins_today_or_later"], "\(back.transcript)")
            let chosen = await ask(.post, path, as: "keeper", house, draft("audit_administrator"), key: "c")
            #expect(
                chosen.refusalCodes == ["administrator_is_appointed_by_the_operator"], "\(chosen.transcript)")
            let made = await ask(.post, path, as: "keeper", house, draft("volunteer_supervisor"), key: "d")
            #expect(made.status == 201, "\(made.transcript)")
            let end = path + "/\(Seed.id("made:volunteer_supervisor"))/end"
            let late = await ask(
                .post, end, as: "keeper", house, ["last_day": "2026-02-28", "reason": "误登"], key: "e")
            #expect(late.refusalCodes == ["appointment_ends_once"], "\(late.transcript)")
            let own =
                "/v1/people/\(Seed.id("person:guard"))/appointments/\(Seed.id("appointment:guard:security_administrator"))/end"
            let rival = await ask(
                .post, own, as: "keeper", house, ["last_day": "2026-03-01", "reason": "换人"], key: "f")
            #expect(
                rival.refusalCodes == ["administrator_is_appointed_by_the_operator"], "\(rival.transcript)")
            let ended = await ask(
                .post, end, as: "keeper", house, ["last_day": "2026-03-02", "reason": "期满"], key: "g")
            #expect(ended.status == 200, "\(ended.transcript)")
            let again = await ask(
                .post, end, as: "keeper", house, ["last_day": "2026-03-02", "reason": "期满"], key: "h")
            #expect(again.refusalCodes == ["appointment_ends_once"], "\(again.transcript)")
            let people = await ask(.get, "/v1/people?limit=200", as: "keeper", house)
            let resident = people.json?["items"]?.list?.first { $0["login"] == "resident" }
            #expect(resident?["appointments"]?.list?.count == 2, "\(people.transcript)")
            #expect(people.json?["items"]?.list?.contains { $0["login"] == "stranger" } == false)
            // By SQL of the service's role: no event, no appointment, and the guards behind the service hold.
            let resident1 = Seed.id("person:resident")
            func raw(_ login: String, _ role: String, _ day: String) async throws -> String? {
                try await house.database.refusal(
                    as: login,
                    [
                        """
                        select ledger.record(\(Seed.id("raw")), 'people.appoint', 'person', \(resident1), null,
                            auth.business_now(), null, '{}')
                        """,
                        """
                        select auth.appoint(gen_random_uuid(), \(resident1), \(Seed.id("org:owners")), \(role), null,
                            \(day)::text::date, null, \(Seed.id("raw")))
                        """,
                    ])
            }
            for (login, role, day, name) in [
                ("keeper", "audit_administrator", "2026-03-02", "administrator_is_appointed_by_the_operator"),
                ("guard", "volunteer_supervisor", "2026-03-02", "administration_is_its_administrators"),
                ("keeper", "volunteer_supervisor", "2026-03-01", "appointment_begins_today_or_later"),
            ] {
                let found = try await raw(login, role, day)
                #expect(found == name)
            }
        }
    }

    @Test("sign-ins and accounts leave a trail; its reader reads it, nobody else, and nobody changes it")
    func trail() async throws {
        try await staffed { house in
            #expect(await house.signIn("resident", "wrong").status == 401)
            #expect(await house.signIn("nobody", "wrong").status == 401)
            #expect(await house.signIn("resident").status == 201)
            let said: JSON = ["reason": "手机遗失"]
            _ = await ask(
                .post, "/v1/people/\(Seed.id("person:resident"))/sign-ins/end", as: "guard", house, said)
            for login in ["keeper", "guard", "office"] {
                #expect(await ask(.get, "/v1/audit-trail", as: login, house).status == 403, "\(login)")
            }
            let read = await ask(.get, "/v1/audit-trail?limit=200", as: "reader", house)
            #expect(read.status == 200, "\(read.transcript)")
            let items = read.json?["items"]?.list ?? []
            let resident = JSON.text(Seed.id("person:resident").description)
            let own = items.filter { $0["person"] == resident }.compactMap { $0["what"]?.text }
            // The latest first: his session and the token of the roster, which were ended, and how he came in.
            #expect(
                Array(own.prefix(4).sorted()) == [
                    "sign_in.ended", "sign_in.opened", "sign_in.refused", "token.ended",
                ])
            let end = try #require(items.first { $0["what"] == "sign_in.ended" })
            #expect(end["by"] == .text(Seed.id("person:guard").description) && end["by_name"] == "guard")
            #expect(
                items.contains {
                    $0["what"] == "sign_in.refused" && $0["person"] == .null && $0["network"] != .null
                })
            #expect(!String(decoding: read.body, as: UTF8.self).contains("wrong"))
            #expect(
                !String(decoding: read.body, as: UTF8.self).contains(Seed.id("person:stranger").description))
            let one = await ask(.get, "/v1/audit-trail?limit=1", as: "reader", house)
            let next = try #require(one.json?["next"])
            let second = await ask(.get, "/v1/audit-trail?limit=1&before=\(next)", as: "reader", house)
            #expect(
                second.json?["items"]?.list?.first?["number"] != one.json?["items"]?.list?.first?["number"])
            let mine = await ask(.get, "/v1/audit-trail?what=sign_in.opened", as: "reader", house)
            #expect(mine.json?["items"]?.list?.allSatisfy { $0["what"] == "sign_in.opened" } == true)

            for statement in [
                "update auth.audit_entry set at = now()", "delete from auth.audit_entry",
                "truncate auth.audit_entry",
            ] as [SQL] {
                #expect(await refused(house, statement) == "audit_entry_stays", "\(statement)")
                #expect(try await house.database.refusal(as: "reader", [statement]) != nil)
            }
            #expect(
                await refused(house, "insert into auth.audit_entry (what) values ('x')")
                    == "audit_entry_is_of_a_kind")
            #expect(
                try await house.database.refusal(
                    as: "reader", ["insert into auth.audit_entry (what) values ('token.ended')"]) != nil)
        }
    }
}
