import Harness
import PQ
import Testing
import Values

@Suite("The ground: clocks, files, papers, blocks, people, policy")
struct TableGuardTests {
    private func clock(
        _ name: String, due: String = "2026-03-10", state: String = "running", met: String? = nil
    ) -> [SQL] {
        Ground.change { op in
            """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                due_on, explanation, state, met_on, op_id)
            values (1, \(Seed.id(name)), \(Ground.project), 'project', \(Ground.project), 'k', 'R', '2026-03-02',
                \(due)::text::date, '{}', \(state), \(met)::text::date, \(op))
            """
        }
    }

    @Test("a deadline ends after it starts, is in a known state, and is met on a day")
    func clocks() async throws {
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal(clock("a", due: "2026-03-01")) == "clock_is_due_after_it_starts")
            #expect(try await ground.refusal(clock("a", state: "asleep")) == "clock_state_is_known")
            #expect(try await ground.refusal(clock("a", state: "met")) == "clock_met_has_its_day")
            try await ground.act(clock("a", state: "met", met: "2026-03-02"))
        }
    }

    private func uncomputed(
        _ name: String, workdays: Int32? = nil, nominal: String? = nil, due: String? = nil,
        state: String = "uncomputed"
    ) -> [SQL] {
        Ground.change { op in
            """
            insert into app.clock (district, clock_id, project_id, subject_kind, subject_id, key, rule, started_on,
                due_on, workdays, nominal_on, explanation, state, op_id)
            values (1, \(Seed.id(name)), \(Ground.project), 'project', \(Ground.project), 'k', 'R', '2026-12-31',
                \(due)::text::date, \(workdays), \(nominal)::text::date, '{}', \(state), \(op))
            """
        }
    }

    @Test(
        "a deadline without its day is uncomputed, tells how it is counted, and gets its day once, from the calendar"
    )
    func countedClocks() async throws {
        try await Ground.with { ground async throws in
            let noDay = "clock_without_its_day_is_uncomputed"
            #expect(try await ground.refusal(uncomputed("a", workdays: 2, state: "running")) == noDay)
            #expect(try await ground.refusal(uncomputed("a", workdays: 2, due: "2027-01-05")) == noDay)
            let count = "clock_tells_how_it_is_counted"
            #expect(try await ground.refusal(uncomputed("a")) == count)
            #expect(try await ground.refusal(uncomputed("a", workdays: 2, nominal: "2027-01-05")) == count)
            #expect(
                try await ground.refusal(uncomputed("a", nominal: "2026-12-30"))
                    == "clock_counts_from_its_start")
            try await ground.act(uncomputed("a", workdays: 2))
            let op = Seed.id("op:computed")
            func give(_ day: String) -> [SQL] {
                [
                    """
                    update app.clock set due_on = \(day)::text::date, state = 'running', version = version + 1,
                        op_id = \(op)
                    where clock_id = \(Seed.id("a"))
                    """
                ]
            }
            let guardName = "clock_is_computed_by_its_calendar"
            #expect(try await ground.database.refusal(ofOwner: give("2027-01-05")) == guardName)
            try await ground.database.publishNextYear()
            #expect(try await ground.database.refusal(ofOwner: give("2027-01-06")) == guardName)
        }
    }

    @Test("bytes are kept under their own digest and up to a fair size; a paper's digest has 32 bytes")
    func files() async throws {
        @Sendable func file(_ digest: SQL, _ content: SQL) -> [SQL] {
            [
                "insert into app.file (district, sha256, media_type, content) values (1, " + digest
                    + ", 'image/png', " + content + ")"
            ]
        }
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal(file("sha256('a')", "'b'")) == "file_is_its_digest")
            let large: SQL = "convert_to(repeat('x', 20971521), 'UTF8')"
            #expect(
                try await ground.refusal(file("sha256(" + large + ")", large)) == "file_is_of_a_fair_size")
            let paper = Ground.change { op in
                """
                insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated,
                    sha256, op_id)
                values (1, \(op), \(Ground.project), 'project', \(Ground.project), 'other', '材料', '2026-02-01',
                    'short', \(op))
                """
            }
            #expect(try await ground.refusal(paper) == "paper_digest_has_32_bytes")
        }
    }

    private func block(_ name: String, lifted: String? = nil) -> SQL {
        """
        insert into app.block (district, block_id, project_id, action_class, code, source_kind, source_id, lifted_at)
        values (1, \(Seed.id(name)), \(Ground.project), 'payment', 'test', 'test', \(Seed.id("source")),
            \(lifted)::text::timestamptz)
        """
    }

    @Test("a block is put once, lifted after it is put, and never by the application itself")
    func blocks() async throws {
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal([block("own")])?.hasPrefix("42501") == true)
            #expect(
                try await ground.refusal(ofOwner: block("early", lifted: "2000-01-01"))
                    == "block_is_lifted_after_it_is_put")
            #expect(try await ground.race(ofOwner: block("a"), block("b")) == "block_stands_once")
            #expect(try await ground.refusal(ofOwner: block("c")) == "block_stands_once")
        }
    }

    private func unit(_ name: String, code: String, title: String = "单位") -> [SQL] {
        let op = Seed.id("op:" + name)
        return [
            TestDatabase.event(op, on: ("test", op)),
            """
            insert into auth.organisation (organisation_id, credit_code, name, kind, recorded_in, op_id)
            values (\(Seed.id(name)), \(code), \(title), 'company', 1, \(op))
            """,
        ]
    }

    private func link(_ one: String, _ other: String, _ kind: String = "controls") -> [SQL] {
        TestDatabase.controlLink(Seed.id("org:" + one), Seed.id("org:" + other), kind: kind)
    }

    @Test("a unit has a name and one credit code of its form; control is between two, of a known kind")
    func units() async throws {
        try await Ground.with { ground async throws in
            let code = Seed.creditCode(900)
            #expect(
                try await ground.race(unit("a", code: code), unit("b", code: code))
                    == "organisation_credit_code_is_one")
            #expect(
                try await ground.refusal(unit("c", code: Seed.creditCode(901), title: ""))
                    == "organisation_has_a_name")
            #expect(
                try await ground.refusal(unit("c", code: "91330302IIIIIIIIII"))
                    == "organisation_credit_code_has_its_form")
            for nowhere in ["01330302MA2000001B", "91030302MA2000001B", "913303A2MA2000001B"] {
                #expect(
                    try await ground.refusal(unit("c", code: nowhere))
                        == "organisation_credit_code_names_its_registrar")
            }
            #expect(try await ground.refusal(link("epc", "epc")) == "control_link_is_between_two")
            #expect(try await ground.refusal(link("epc", "gas", "likes")) == "control_link_kind_is_known")
        }
    }

    @Test("people, appointments, tokens and keys keep their forms, whoever writes them")
    func people() async throws {
        @Sendable func person(_ name: String, login: String?, title: String = "某人") -> SQL {
            "insert into auth.person (person_id, name, login) values (\(Seed.id(name)), \(title), \(login))"
        }
        @Sendable func appointment(project: ID? = nil, to end: String? = nil) -> SQL {
            """
            insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, project_id,
                valid_from, valid_to)
            values (1, \(Seed.id("new appointment")), \(Seed.id("person:street")), \(Seed.id("org:street")),
                'construction_unit', \(project), '2026-01-01', \(end)::text::date)
            """
        }
        @Sendable func token(_ kind: String) -> SQL {
            """
            insert into auth.token (token_hash, kind, district, appointment_id, expires_at)
            values (\(Array("t".utf8)), \(kind), 1, \(Seed.id("appointment:street")), 'infinity')
            """
        }
        @Sendable func key(_ name: String) -> SQL {
            """
            insert into auth.signing_key (key_id, person_id, public_key, valid_from)
            values (\(Seed.id(name)), \(Seed.id("person:street")), 'ssh-ed25519 AAAA', now())
            """
        }
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal([person("x", login: nil)])?.hasPrefix("42501") == true)
            #expect(
                try await ground.refusal(ofOwner: person("x", login: nil, title: "")) == "person_has_a_name")
            #expect(
                try await ground.race(ofOwner: person("x", login: "one"), person("y", login: "one"))
                    == "person_login_is_one")
            #expect(
                try await ground.refusal(ofOwner: appointment(to: "2025-12-31"))
                    == "appointment_ends_after_it_begins")
            #expect(
                try await ground.refusal(ofOwner: appointment(project: Seed.id("no project")))
                    == "appointment_project_exists")
            #expect(try await ground.refusal(ofOwner: token("stolen")) == "token_kind_is_known")
            #expect(try await ground.refusal(ofOwner: token("link")) == "token_link_has_a_scope")
            #expect(try await ground.race(ofOwner: key("a"), key("b")) == "signing_key_is_one")
        }
    }

    @Test("the secret is one, division codes have six digits, packs have a status of the list")
    func reference() async throws {
        try await Ground.with { ground async throws in
            #expect(
                try await ground.refusal(ofOwner: "insert into auth.secret (one, value) values (false, 'x')")
                    == "secret_is_one")
            #expect(
                try await ground.refusal(
                    ofOwner: """
                        insert into auth.division_code (district, code, valid_from)
                        values (1, '33030', '2026-01-01')
                        """) == "division_code_has_six_digits")
            #expect(
                try await ground.refusal(
                    ofOwner: """
                        insert into policy.pack (pack_id, version, status, files)
                        values ('999999', '1', 'rumour', '[]')
                        """) == "pack_status_is_known")
        }
    }
}
