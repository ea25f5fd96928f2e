import Harness
import PQ
import Values

/// What gates of the front rest on, brought whole, so that a test takes one thing of it away.
extension RawFront {
    static let publicity = ["opinion_notice", "room_summary", "design_scheme"]

    /// Whether the table is not somebody's to write so, whatever its guards say.
    func isRefused(_ login: String, _ statements: [SQL]) async throws -> Bool {
        try await database.refusal(as: login, statements)?.hasPrefix("42501") == true
    }

    /// Papers of every kind that a key names, each recorded by a body whose it is.
    func papers(under key: String) async throws {
        let rows = try await database.owner.read(
            """
            select kinds.value as kind, min(own.value) as role
            from app.project join policy.parameter kinds using (edition)
            join policy.parameter own
                on own.edition = kinds.edition and own.key = 'paper.recorders.' || kinds.value || '.roles'
            where project_id = \(project) and kinds.key = \(key)
                and own.value in ('construction_unit', 'renovation_office', 'owners_body', 'community')
            group by 1
            """)
        for row in rows {
            let role = try row.text("role")
            let person = Seed.people.first { $0.role.rawValue == role }
            try await paper(try row.text("kind"), as: person?.login ?? "street")
        }
    }

    /// Everybody on the place's list agrees.
    func agreed(_ forum: String) async throws {
        let seats = try await database.owner.read(
            """
            select distinct value from app.project join policy.parameter using (edition)
            where project_id = \(project) and key = \(forum + ".participants")
            """)
        for seat in seats { try await opinion(forum, try seat.text("value")) }
    }

    /// Hangzhou: every participant of the consultation agrees, and every procedure is decided on.
    func consulted() async throws {
        try await agreed("consultation")
        try await put(at: "S08")
        for (name, outcome) in [
            ("feasibility", "waived"), ("preliminary_design", "kept"), ("drawing_review", "simplified"),
        ] {
            try await database.act(as: "office", procedure(name, outcome))
        }
    }

    /// Hangzhou: the vote, the posting, the papers, the reviewers and the submission that the yearly plan waits for.
    func planned() async throws {
        try await ballot("plan")
        try await database.act(as: "street", posting("plan", on: "2026-02-14", ["design_scheme"]))
        for key in ["G08.papers.papers", "G08.investment_decision.papers"] {
            try await papers(under: "projects.requirements." + key)
        }
        try await agreed("plan_review")
        try await database.act(as: "office", submission("first"))
    }

    func submission(_ name: String) -> [SQL] {
        change("submission:" + name) { op in
            """
            insert into app.plan_submission (district, project_id, plan_year, submitted_on, due_on, number, op_id)
            values (1, \(project), 2026, '2025-10-02', '2025-10-31', '报1', \(op))
            """
        }
    }

    func survey(_ kind: String) -> [SQL] {
        change("survey:" + kind) { op in
            """
            insert into app.survey_record (district, survey_record_id, project_id, kind, summary, source, surveyed_on,
                op_id)
            values (1, \(op), \(project), \(kind), '有', '社区', '2026-01-05', \(op))
            """
        }
    }

    /// A word of a participant, at a moment of his own choosing.
    func word(_ forum: String, _ who: String, _ says: String, at moment: SQL = "now()") -> [SQL] {
        change("word:\(forum):\(who):\(says)") { op in
            """
            insert into app.participant_opinion (district, participant_opinion_id, project_id, forum, participant,
                opinion, content, given_on, given_at, op_id)
            values (1, \(op), \(project), \(forum), \(who), \(says), '意见', '2026-03-01', \(moment), \(op))
            """
        }
    }

    func compliant(_ kind: String, _ name: String) -> [SQL] {
        change("compliant:" + name) { op in
            """
            insert into app.compliant_kind (district, project_id, kind, statement, op_id)
            values (1, \(project), \(kind), '现状达标', \(op))
            """
        }
    }

    func item(_ code: String) -> [SQL] {
        change("item:" + code) { op in
            """
            insert into app.works_item (district, works_item_id, project_id, code, title, class, kind, unit,
                quantity_milli, amount_fen, op_id)
            values (1, \(op), \(project), \(code), \(code), 'basic', 'roads', 'm', 1, 100, \(op))
            """
        }
    }

    func objection(_ name: String) -> [SQL] {
        change("objection:" + name) { op in
            """
            insert into app.objection (district, objection_id, project_id, room, content, raised_on, op_id)
            values (1, \(Seed.id("objection:" + name)), \(project), '1-101', '不同意', '2026-02-20', \(op))
            """
        }
    }

    func close(_ objection: String, _ turn: String) -> [SQL] {
        change("close:\(objection):\(turn)") { op in
            """
            update app.objection set state = 'withdrawn', outcome = '撤回', closed_on = '2026-02-25',
                version = version + 1, op_id = \(op)
            where objection_id = \(Seed.id("objection:" + objection))
            """
        }
    }

    /// What stands is taken down and something put up in its place, in one act.
    func replace(_ old: String, by new: String, on day: String) -> [SQL] {
        takeDown(old) + posting(new, on: day, RawFront.publicity)
    }

    /// The same posting in whatever state, again.
    func posting(_ name: String, becomes end: SQL, _ turn: String) -> [SQL] {
        change("posting:\(name):\(turn)") { op in
            SQL(unescaped: "update app.posting set ") + end
                + """
                , version = version + 1, op_id = \(op) where posting_id = \(Seed.id("posting:" + name))
                """
        }
    }

    /// An exception as who acts asks for it, or as somebody in another's name; decided already where it is not `asked`.
    func ask(
        _ requirement: String = "G00.scope", _ name: String = "exception", state: String = "asked",
        by login: String? = nil
    ) -> [SQL] {
        let asking = login.map { Seed.id("person:" + $0) }
        let deciding = state == "asked" ? nil : Seed.id("person:group")
        return change("ask:" + name) { op in
            """
            insert into app.gate_exception (district, gate_exception_id, project_id, requirement, reason,
                document_title, document_number, asked_by, asked_on, state, decided_by, decided_on, decision_number,
                op_id)
            values (1, \(Seed.id(name)), \(project), \(requirement), '结构已加固', '鉴定报告', '鉴1',
                coalesce(\(asking), auth.person()), '2026-03-01', \(state), \(deciding),
                \(deciding.map { _ in "2026-03-02" })::text::date, \(deciding.map { _ in "1" }), \(op))
            """
        }
    }

    func decide(_ state: String) -> [SQL] {
        change("decide:" + state) { op in
            """
            update app.gate_exception set state = \(state), decided_by = auth.person(), decided_on = '2026-03-02',
                decision_number = '1', version = version + 1, op_id = \(op)
            where gate_exception_id = \(Seed.id("exception"))
            """
        }
    }

    /// The authority that approved the budget raises it.
    func raiseBudget(to fen: Int64) -> [SQL] {
        change("raise") { op in
            """
            update app.project_budget set approved_budget_fen = \(fen), total_investment_fen = \(fen),
                adjustment_number = '调1', adjustment_ground = 'price', paper_id = \(Seed.id("raised")),
                version = version + 1, op_id = \(op)
            where project_id = \(project)
            """
        }
    }

    /// Its approval, with the total and its bytes.
    func approveBudget(of fen: Int64) -> [SQL] {
        change("raised") { op in
            """
            with file as (
                insert into app.file (district, sha256, media_type, content)
                values (1, sha256(\(Array(Scene.text(of: "raised").utf8))), 'text/plain',
                    \(Array(Scene.text(of: "raised").utf8))) on conflict do nothing
            )
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
                approved_fen, op_id)
            values (1, \(Seed.id("raised")), \(project), 'project', \(project), 'budget_approval', '调整概算批复',
                '2026-03-01', sha256(\(Array(Scene.text(of: "raised").utf8))), \(fen), \(op))
            """
        }
    }

    func code(_ code: String?) -> [SQL] {
        change("code:" + (code ?? "none")) { op in
            """
            update app.project set project_code = \(code), version = version + 1, op_id = \(op)
            where project_id = \(project)
            """
        }
    }

    /// A later ballot on the same matter, open, with nobody's slip in it, as the scene has it.
    func openBallot(_ purpose: String) async throws {
        let (ballot, op) = (Seed.id("again:" + purpose), Seed.id("ballot-op"))
        try await scene([
            """
            insert into app.ballot (district, ballot_id, project_id, title, organiser_kind, organiser_name, forms,
                notified_on, opened_on, closes_on, register_import_id, households, persons, area_hundredths, edition,
                state, op_id)
            select district, \(ballot), project_id, '再次表决', 'owners_committee', '业委会', '{}', '2026-01-25',
                '2026-02-01', '2026-02-20', \(ballot), 600, 600, 4800000, edition, 'open', \(op)
            from app.project where project_id = \(project)
            """,
            """
            insert into app.ballot_question (district, ballot_id, project_id, ordinal, purpose, title, matter, class,
                class_reason, op_id)
            values (1, \(ballot), \(project), 1, \(purpose), '问题', 'other', 'general', '一般事项', \(op))
            """,
        ])
    }

    /// Counts that ballot: nobody took part, so it fails.
    func countOfNobody(_ purpose: String) -> [SQL] {
        let (ballot, count, op) = (
            Seed.id("again:" + purpose), Seed.id("count-again:" + purpose), Seed.id("op:count:" + purpose)
        )
        return [
            TestDatabase.event(op, on: ("test", op), project: project),
            """
            insert into app.ballot_count (district, ballot_id, project_id, count_id, ordinal, counted_on, counted_by,
                op_id)
            values (1, \(ballot), \(project), \(count), 1, '2026-02-21', auth.person(), \(op))
            """,
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id, question,
                inputs, edition, as_of, verdict, because, op_id)
            select 1, \(op), project_id, 'ballot', ballot_id, 'consent', '{}', edition, closes_on, 'fail', '{}', \(op)
            from app.ballot where ballot_id = \(ballot)
            """,
            """
            insert into app.ballot_result (district, ballot_id, project_id, count_id, ordinal, area_part, area_yes,
                persons_part, persons_yes, households_part, households_yes, households_no, verdict, determination_id,
                op_id)
            values (1, \(ballot), \(project), \(count), 1, 0, 0, 0, 0, 0, 0, 0, 'fail', \(op), \(op))
            """,
            """
            update app.ballot set state = 'counted', version = version + 1, op_id = \(op)
            where ballot_id = \(ballot)
            """,
        ]
    }
}
