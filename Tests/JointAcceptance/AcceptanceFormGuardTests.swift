import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

@testable import JointAcceptance

/// Rows of joint acceptance by raw SQL, each under an event of its own.
enum RawAcceptance {
    static func row(_ name: String, _ statement: (ID) -> SQL) -> [SQL] {
        let op = Seed.id("op:raw:" + name)
        return [TestDatabase.event(op, on: ("raw", op), project: Scene.project), statement(op)]
    }

    static func seat(_ seat: String) -> SQL {
        "(select acceptance_seat_id from app.acceptance_seat where seat = \(seat) limit 1)"
    }

    static let digest: SQL = "(select sha256 from app.acceptance_dossier order by number desc limit 1)"

    /// A round with its seats; `columns` are number, event, place, notice, its number, key, mode, state, end and why.
    static func round(
        _ name: String,
        _ columns: SQL =
            "1, '2026-03-19', '门岗', '2026-03-10', 'N', 'acceptance.notice_workdays', 'traditional', 'called', null, null"
    ) throws -> [SQL] {
        let (op, id) = (Seed.id("op:raw:" + name), Seed.id("round:" + name))
        let edition = try TestPolicies.book.get().edition(for: "330302")
        var statements: [SQL] = [
            TestDatabase.event(op, on: ("raw", op), project: Scene.project),
            """
            insert into app.acceptance_round (district, acceptance_round_id, project_id, edition, notice_workdays,
                op_id, number, event_on, place, notice_on, notice_number, notice_key, mode, state, ended_on,
                ended_because)
            values (1, \(id), \(Scene.project), \(edition), 7, \(op), \(columns))
            """,
        ]
        for (seat, role, key, unit) in [
            ("owner", "construction_unit", true, "street"), ("contractor", "contractor", true, "contractor"),
            ("designer", "designer", false, "designer"), ("supervisor", "supervisor", true, "supervisor"),
        ] {
            statements.append(
                """
                insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat,
                    role, mandatory, needs_key, organisation_id, op_id)
                values (1, \(Seed.id(name + seat)), \(id), \(Scene.project), \(seat), \(role), true, \(key),
                    \(Seed.id("org:" + unit)), \(op))
                """)
        }
        return statements
    }

    static func end(_ name: String, _ columns: SQL) -> [SQL] {
        row("end:" + name) { op in
            """
            update app.acceptance_round set \(columns), version = version + 1, op_id = \(op)
            where acceptance_round_id = \(Scene.round)
            """
        }
    }

    static func sitting(
        _ name: String, _ place: String, _ person: String, _ unit: String, role: String? = nil,
        number: Int32 = 1
    ) -> [SQL] {
        row("sitting:" + name) { op in
            """
            insert into app.acceptance_sitting (district, acceptance_seat_id, number, acceptance_round_id, project_id,
                person_id, organisation_id, role, seated_on, op_id)
            values (1, \(seat(place)), \(number), \(Scene.round), \(Scene.project), \(Seed.id("person:" + person)),
                \(Seed.id("org:" + unit)), \(role ?? place), '2026-03-02', \(op))
            """
        }
    }

    static func dossier(_ name: String, _ number: Int32, _ manifest: String = "{\"v\":2}") -> [SQL] {
        row("dossier:" + name) { op in
            """
            insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
                number, manifest, sha256, frozen_at, op_id)
            values (1, \(op), \(Scene.round), \(Scene.project), \(number), \(Array(manifest.utf8)),
                \(Digest.sha256(manifest.utf8)), '2026-03-02 09:00+08', \(op))
            """
        }
    }

    /// What a person says; `columns` are opinion, words, items, kind, signature, key, second factor, received, given.
    static func opinion(
        _ name: String, _ place: String, by person: String, at moment: String = "2026-03-19T09:30:00+08:00",
        over digest: SQL = RawAcceptance.digest,
        _ columns: SQL = "'pass', '', '[]', 'attested', null, null, true, '2026-03-19 10:00+08', '2026-03-19'"
    ) -> [SQL] {
        row("opinion:" + name) { op in
            """
            insert into app.acceptance_opinion (district, acceptance_opinion_id, acceptance_seat_id,
                acceptance_round_id, project_id, person_id, dossier_sha256, statement, op_id, opinion, words, items,
                sign_kind, signature, key_id, second_factor, received_at, given_on)
            values (1, \(op), \(seat(place)), \(Scene.round), \(Scene.project), \(Seed.id("person:" + person)),
                \(digest), \(Array("{\"at\":\"\(moment)\"}".utf8)), \(op), \(columns))
            """
        }
    }

    static func keyed(_ opinion: String, by login: String, key: String? = nil) -> SQL {
        """
        \(opinion), 'x', '[]', 'sshsig', 's', \(Seed.id("key:" + (key ?? login))), true, '2026-03-19 10:00+08',
            '2026-03-19'
        """
    }

    static func certify(_ name: String, content: String = "c") -> [SQL] {
        row("certify:" + name) { op in
            """
            insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
                project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
            select 1, \(op), \(Scene.round), \(Scene.project), \(digest), array_agg(acceptance_opinion_id),
                '2026-03-19', \(Array(content.utf8)), sha256('c'), \(op)
            from app.acceptance_opinion where dossier_sha256 = \(digest) and opinion <> 'fail'
            """
        }
    }

    static func letter(
        _ name: String, _ place: String, _ person: String,
        _ columns: SQL = "'法定代表人张某', '委托书 1 号', '2026-03-01', '2026-03-31'"
    ) -> [SQL] {
        row("letter:" + name) { op in
            """
            insert into app.acceptance_delegation (district, acceptance_seat_id, number, acceptance_round_id,
                project_id, person_id, op_id, granted_by, letter, valid_from, valid_to)
            values (1, \(seat(place)), 1, \(Scene.round), \(Scene.project), \(Seed.id("person:" + person)), \(op),
                \(columns))
            """
        }
    }
}

@Suite("Joint acceptance: the form of its rows by raw SQL")
struct AcceptanceFormGuardTests {
    private func expect(
        _ database: TestDatabase, _ login: String, _ statements: [SQL], _ code: String?
    ) async throws {
        #expect(try await database.refusal(as: login, statements) == code, "\(code ?? "let through")")
    }

    @Test(
        "a round is called with its place, its notice, its number and its mode, after completion is reported")
    func rounds() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let key = "'acceptance.notice_workdays'"
            for (name, columns, code) in [
                (
                    "zero",
                    "0, '2026-03-19', 'P', '2026-03-10', 'N', \(key), 'traditional', 'called', null, null",
                    "acceptance_round_number_is_positive"
                ),
                (
                    "place",
                    "1, '2026-03-19', '', '2026-03-10', 'N', \(key), 'traditional', 'called', null, null",
                    "acceptance_round_has_a_place"
                ),
                (
                    "number",
                    "1, '2026-03-19', 'P', '2026-03-10', '', \(key), 'traditional', 'called', null, null",
                    "acceptance_notice_has_a_number"
                ),
                (
                    "key",
                    "1, '2026-03-19', 'P', '2026-03-10', 'N', 'filing.days', 'traditional', 'called', null, null",
                    "acceptance_notice_is_counted_by_its_key"
                ),
                (
                    "state",
                    "1, '2026-03-19', 'P', '2026-03-10', 'N', \(key), 'traditional', 'gone', '2026-03-19', 'x'",
                    "acceptance_round_state_is_known"
                ),
                (
                    "end",
                    "1, '2026-03-19', 'P', '2026-03-10', 'N', \(key), 'traditional', 'called', '2026-03-19', 'x'",
                    "acceptance_round_end_is_explained"
                ),
                (
                    "mode", "1, '2026-03-19', 'P', '2026-03-10', 'N', \(key), 'epc', 'called', null, null",
                    "acceptance_round_begins_when_called"
                ),
                (
                    "year",
                    "1, '2027-03-19', 'P', '2026-12-20', 'N', \(key), 'traditional', 'called', null, null",
                    "calendar_not_loaded"
                ),
            ] as [(String, String, String)] {
                try await expect(database, "street", RawAcceptance.round(name, "\(unescaped: columns)"), code)
            }
            try await Scene.block(database)
            try await expect(database, "street", RawAcceptance.round("held"), "acceptance_waits_for_blocks")
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "select app.lift_block(1, 'issue', \(Seed.id("issue")))"
                ])
            }
            try await expect(database, "street", RawAcceptance.round("one"), nil)
            try await expect(
                database, "street",
                RawAcceptance.row("seat") { op in
                    """
                    insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id,
                        seat, role, mandatory, needs_key, op_id)
                    values (1, \(op), \(Seed.id("round:one")), \(Scene.project), 'designer', 'designer', true, false,
                        \(op))
                    """
                }, "acceptance_seat_is_one_of_its_kind")
            try await expect(
                database, "street", RawAcceptance.round("again"), "acceptance_round_number_is_one")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database, state: "S14")
            try await expect(
                database, "street", RawAcceptance.round("early"), "acceptance_waits_for_completion_report")
        }
    }

    @Test("an answer is of the checklist, present or not applicable, with its evidence")
    func answers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            for (name, columns, code) in [
                ("item", "'moon', 'present', 'x'", "acceptance_answer_is_of_the_checklist"),
                ("always", "'work_complete', 'not_applicable', 'x'", "acceptance_answer_is_of_the_checklist"),
                ("answer", "'work_complete', 'maybe', 'x'", "acceptance_answer_is_known"),
                ("evidence", "'work_complete', 'present', ''", "acceptance_answer_names_its_evidence"),
            ] as [(String, String, String)] {
                let statements = RawAcceptance.row("answer:" + name) { op in
                    """
                    insert into app.acceptance_answer (district, acceptance_answer_id, project_id, answered_by, op_id,
                        item, answer, evidence)
                    values (1, \(op), \(Scene.project), \(Seed.id("person:street")), \(op), \(unescaped: columns))
                    """
                }
                try await expect(database, "street", statements, code)
            }
        }
    }

    @Test("who sits belongs to an engaged unit, has no conflict, and fills a seat that is free")
    func sittings() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            func sits(_ name: String, _ seat: String, _ person: String, _ unit: String, number: Int32 = 1)
                -> [SQL]
            {
                RawAcceptance.sitting(name, seat, person, unit, number: number)
            }
            try await expect(
                database, "street", sits("zero", "designer", "designer", "designer", number: 0),
                "acceptance_sitting_number_is_positive")
            try await expect(
                database, "street", sits("two", "designer", "designer", "designer", number: 2),
                "acceptance_seat_is_filled_once")
            try await expect(
                database, "street", sits("unit", "designer", "contractor", "designer"),
                "acceptance_signer_belongs_to_the_unit")
            try await expect(
                database, "street", sits("role", "designer", "cost", "cost"),
                "acceptance_seat_is_of_its_unit")
            try await expect(database, "street", sits("good", "designer", "designer", "designer"), nil)
            try await database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        valid_from)
                    values (1, \(Seed.id("both")), \(Seed.id("person:designer")), \(Seed.id("org:owners")),
                        'owners_body', '2020-01-01')
                    """,
                    """
                    insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from)
                    values (\(Seed.id("org:contractor")), \(Seed.id("org:supervisor")), 'controls', '工商登记',
                        '2020-01-01')
                    """,
                ])
            }
            try await expect(
                database, "street",
                RawAcceptance.sitting("both", "residents", "designer", "owners", role: "owners_body"),
                "acceptance_person_sits_once")
            try await expect(
                database, "street", sits("linked", "supervisor", "supervisor", "supervisor"),
                "acceptance_signer_has_no_conflict")
        }
    }

    @Test("a dossier is numbered in order, is its digest, and holds something new")
    func dossiers() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await site.send(.post, Scene.base + "/acceptance-rounds", as: "street", Scene.call())
            try await expect(
                database, "street", RawAcceptance.dossier("zero", 0), "acceptance_dossier_number_is_positive")
            try await expect(
                database, "street", RawAcceptance.dossier("five", 5), "acceptance_dossier_number_is_one")
            try await expect(
                database, "street", RawAcceptance.dossier("short", 1, "{"),
                "acceptance_dossier_is_of_a_fair_size")
            let false_ = RawAcceptance.row("false") { op in
                """
                insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
                    number, manifest, sha256, op_id)
                values (1, \(op), \(Scene.round), \(Scene.project), 1, '{}', sha256('x'), \(op))
                """
            }
            try await expect(database, "street", false_, "acceptance_dossier_is_its_digest")
            try await expect(database, "street", RawAcceptance.dossier("one", 1), nil)
            try await expect(
                database, "street", RawAcceptance.dossier("same", 2), "acceptance_dossier_holds_something_new"
            )
        }
    }

    @Test(
        "an opinion is the seat holder's own, of its day, signed as its seat asks, once over a frozen dossier"
    )
    func opinions() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.set(database)
            let site = try Scene.site(database)
            _ = await Scene.ready(site, database)
            let day = "'2026-03-19 10:00+08', '2026-03-19'"
            for (name, columns, code) in [
                (
                    "word", "'maybe', '', '[]', 'attested', null, null, true, \(day)",
                    "acceptance_opinion_is_known"
                ),
                (
                    "kind", "'pass', '', '[]', 'fax', null, null, true, \(day)",
                    "acceptance_sign_kind_is_known"
                ),
                (
                    "day",
                    "'pass', '', '[]', 'attested', null, null, true, '2026-03-19 10:00+08', '2026-03-20'",
                    "acceptance_opinion_is_of_its_day"
                ),
                (
                    "items", "'pass', '', '[\"x\"]', 'attested', null, null, true, \(day)",
                    "acceptance_items_are_listed"
                ),
                ("why", "'fail', '', '[]', 'attested', null, null, true, \(day)", "acceptance_fail_says_why"),
                (
                    "bytes", "'pass', '', '[]', 'sshsig', null, null, true, \(day)",
                    "acceptance_signature_has_its_bytes"
                ),
                (
                    "factor", "'pass', '', '[]', 'attested', null, null, false, \(day)",
                    "acceptance_attested_shows_second_factor"
                ),
                (
                    "early",
                    "'pass', '', '[]', 'attested', null, null, true, '2026-03-18 10:00+08', '2026-03-18'",
                    "acceptance_opinion_waits_for_the_event"
                ),
            ] as [(String, String, String)] {
                try await expect(
                    database, "designer",
                    RawAcceptance.opinion(name, "designer", by: "designer", "\(unescaped: columns)"), code)
            }
            try await expect(
                database, "designer",
                RawAcceptance.opinion("frozen", "designer", by: "designer", over: "sha256('other')"),
                "acceptance_opinion_is_over_a_frozen_dossier")
            try await expect(
                database, "supervisor", RawAcceptance.opinion("for", "designer", by: "designer"),
                "acceptance_opinion_is_the_seat_holders_own")
            try await expect(
                database, "supervisor", RawAcceptance.opinion("page", "supervisor", by: "supervisor"),
                "acceptance_seat_needs_a_key")
            try await expect(
                database, "supervisor",
                RawAcceptance.opinion(
                    "key", "supervisor", by: "supervisor",
                    RawAcceptance.keyed("pass", by: "supervisor", key: "contractor")),
                "acceptance_key_is_the_signers_own")
            try await expect(
                database, "designer", RawAcceptance.opinion("good", "designer", by: "designer"), nil)
            try await expect(
                database, "designer", RawAcceptance.opinion("again", "designer", by: "designer"),
                "acceptance_opinion_is_one_per_dossier")
            try await expect(
                database, "street",
                RawAcceptance.end(
                    "failed", "state = 'failed', ended_on = '2026-03-19', ended_because = '屋面渗漏'"),
                "acceptance_round_fails_by_an_opinion")
        }
    }
}
