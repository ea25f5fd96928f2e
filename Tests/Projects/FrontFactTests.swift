import Harness
import PQ
import Policy
import Testing
import Values

@testable import Projects

@Suite("Front: facts and projects that come in, tried by raw SQL")
struct FrontFactTests {
    /// A community's project, taken in under an edition at a state, with what it names as proved before.
    private func project(
        _ name: String, at state: String, under edition: String, evidence: [String] = []
    ) -> [SQL] {
        let proved = evidence.map { requirement -> SQL in
            """
            insert into app.imported_evidence (district, project_id, requirement, title, number, dated, op_id)
            select 1, project_id, \(requirement), '材料', '1', '2025-06-01', op_id from app.project
            where project_id = \(Seed.id(name))
            """
        }
        return Raw.community(name) + Raw.project(name, of: name, edition, state: state) + proved
    }

    @Test("a project comes in at a state of its place's path, with papers of gates behind it only")
    func imports() async throws {
        let book = try TestPolicies.book.get()
        let cases: [(place: String, state: String, evidence: [String], code: String)] = [
            ("330108", "S06", [], "project_enters_on_its_places_path"),
            ("000000", "S23", [], "project_enters_at_a_known_state"),
            ("330302", "S06", ["G13.papers"], "imported_evidence_is_of_an_earlier_gate"),
            ("330302", "S07", ["G00.scope"], "project_import_names_its_evidence"),
        ]
        try await TestDatabase.with(refusals: Scene.refusals) { database async throws in
            for (index, item) in cases.enumerated() {
                let statements = project(
                    "import \(index)", at: item.state, under: try book.edition(for: item.place),
                    evidence: item.evidence)
                #expect(try await database.refusal(as: "street", statements) == item.code)
            }
        }
    }

    @Test("a requirement that no function answers is not published")
    func unknownRequirement() async throws {
        try await TestDatabase.with { database async throws in
            let publishing: SQL = """
                insert into policy.parameter (edition, key, value, valid_from)
                select edition, 'projects.requirements', 'G00.good_weather', '2020-01-01'
                from policy.edition limit 1
                """
            #expect(try await database.refusal(ofOwner: [publishing]) == "requirement_has_its_function")
        }
    }

    @Test(
        "Hangzhou: facts are of the place's lists, come while their gate is ahead, and none once all is closed"
    )
    func facts() async throws {
        try await RawFront.with("330108") { front in
            let database = front.database
            #expect(
                try await database.refusal(as: "office", front.word("consultation", "circus", "agree"))
                    == "participant_is_of_the_forum")
            let decision = front.procedure("feasibility", "kept")
            try await front.put(at: "S09")
            #expect(
                try await database.refusal(as: "office", decision) == "procedure_decision_waits_no_more")
            try await front.put(at: "S23")
            #expect(try await database.refusal(as: "street", front.survey("land")) == "front_waits_no_more")
        }
    }

    @Test("Gongshu: the consultation waits for the three rounds")
    func rounds() async throws {
        try await RawFront.with("330105") { front in
            try await front.consulted()
            for key in ["G09.papers.papers", "G09.papers.headings.papers"] {
                try await front.papers(under: "projects.requirements." + key)
            }
            #expect(try await front.step(to: "S09") == "gate_waits_for_three_rounds")
            try await front.rounds(2)
            #expect(try await front.step(to: "S09", 1) == "gate_waits_for_three_rounds")
            try await front.rounds()
            #expect(try await front.step(to: "S09", 2) == nil)
        }
    }

    @Test("an exception is asked for before it is approved, and in one's own name")
    func exception() async throws {
        try await RawFront.with("330302") { front in
            try await front.database.act(as: "street", front.scope("excluded_in_principle"))
            #expect(
                try await front.database.refusal(as: "street", front.ask(state: "approved"))
                    == "gate_exception_begins_as_asked")
            // Whoever decides is not two persons by himself.
            let posing = front.ask(by: "street")
            #expect(
                try await front.database.refusal(as: "office", posing) == "decision_is_signed_by_who_acts")
        }
    }

    @Test("a posting that was taken down stays down: its days are not counted as if it had hung")
    func posting() async throws {
        try await RawFront.with("330302") { front in
            try await front.put(at: "S05")
            try await front.database.act(
                as: "owners", front.posting("old", on: "2026-01-05", RawFront.publicity))
            try await front.database.act(as: "owners", front.takeDown("old"))
            #expect(try await front.step(to: "S06") == "gate_waits_for_publicity")
            for (turn, end) in [
                ("up", "taken_down_on = null, taken_down_for = null"),
                ("later", FrontPair.down("2026-03-02")),
            ] as [(String, SQL)] {
                let again = front.posting("old", becomes: end, turn)
                #expect(
                    try await front.database.refusal(as: "owners", again) == "posting_is_taken_down_once")
            }
        }
    }

    @Test("a fact that a gate rests on is brought by its own body, in raw SQL as over the routes")
    func bodies() async throws {
        try await RawFront.with("330108") { front in
            let account = front.change("account") { op in
                """
                update app.project set account_number = '1', account_opened_on = '2026-03-01', version = version + 1,
                    op_id = \(op) where project_id = \(front.project)
                """
            }
            let owners = front.change("body") { op in
                """
                insert into app.owners_body (district, owners_body_id, project_id, kind, name, filing_number,
                    formed_on, op_id)
                values (1, \(op), \(front.project), 'owners_committee', '业委会', '1', '2026-01-10', \(op))
                """
            }
            let office = front.change("office") { op in
                """
                update app.project set account_number = '1', account_opened_on = '2026-03-01', version = version + 1,
                    op_id = \(op) where project_id = \(front.project)
                """
            }
            #expect(try await front.isRefused("owners", front.scope("eligible")))
            try await front.put(at: "S04")
            for (login, fact) in [
                ("owners", account), ("community", front.code("2602-330108-04-01-123456")),
                ("office", front.survey("land")), ("office", owners),
                ("owners", front.word("consultation", "gas", "agree")), ("street", front.submission("a")),
                ("office", front.posting("a", on: "2026-03-01", [])), ("office", front.objection("b")),
                ("street", front.procedure("feasibility", "waived")),
            ] {
                #expect(try await front.isRefused(login, fact), "\(login)")
            }
            for (login, fact) in [("office", office), ("group", front.code("2602-330108-04-01-123456"))] {
                #expect(
                    try await front.database.refusal(as: login, fact) == "front_fact_is_brought_by_its_body",
                    "\(login)")
            }
            try await front.database.act(as: "owners", front.objection("a"))
            #expect(try await front.isRefused("community", front.close("a", "x")))
        }
        try await RawFront.with("330302") { front in
            try await front.database.act(as: "street", front.scope("excluded_in_principle"))
            for (login, fact) in [
                ("owners", front.ask()), ("owners", front.compliant("drainage", "a")),
            ] {
                #expect(try await front.isRefused(login, fact))
            }
        }
    }

    @Test("a project's code is put right, and never taken away again")
    func code() async throws {
        try await RawFront.with("330302") { front in
            for code in ["2602-330302-04-01-123456", "2602-330302-04-01-654321"] {
                try await front.database.act(as: "street", front.code(code))
            }
            #expect(try await front.database.refusal(as: "street", front.code(nil)) == "project_code_stays")
        }
    }

    @Test("nobody writes his word ahead of later ones: the moment is the database's own")
    func moments() async throws {
        try await RawFront.with("330108") { front in
            try await front.consulted()
            try await front.database.act(
                as: "office", front.word("consultation", "gas", "disagree", at: "'2999-01-01'"))
            #expect(try await front.step(to: "S09") == "gate_waits_for_consultation")
            try await front.database.act(
                as: "office", front.word("consultation", "gas", "agree_with_conditions", at: "'1999-01-01'"))
            #expect(try await front.step(to: "S09", 1) == nil)
        }
        try await RawFront.with("330302") { front in
            try await front.record("ahead") { op in
                """
                insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                    question, inputs, edition, as_of, verdict, because, created_at, op_id)
                select district, \(op), project_id, 'project', project_id, 'scope',
                    '{"list_version": "2026年拆迁计划", "list_checked_on": "2026-01-30"}', edition, '2026-03-02',
                    'eligible', '[]', '2999-01-01', \(op) from app.project where project_id = \(front.project)
                """
            }
            try await front.database.act(as: "office", front.scope("ineligible", "later"))
            #expect(try await front.step(to: "S01") == "gate_waits_for_scope")
        }
    }
}
