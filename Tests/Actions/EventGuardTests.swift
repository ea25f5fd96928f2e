import Harness
import Ledger
import PQ
import Testing
import Values

@Suite("The ground: events, contexts, versions, facts")
struct EventGuardTests {
    /// An event in the chain of one thing, as the application's role asks for it.
    private func event(
        _ name: String, type: String = "test", on kind: String = "test", _ thing: ID = Seed.id("thing"),
        project: ID? = Ground.project, at moment: SQL = "'2026-03-02 09:00+08'", body: SQL = "'{}'"
    ) -> SQL {
        """
        select ledger.record(\(Seed.id("op:" + name)), \(type), \(kind), \(thing), \(project), \(moment), null,
            \(body))
        """
    }

    /// An event that an operator writes past every function.
    private func raw(_ version: Int32, body: [UInt8] = [123, 125], leaf: [UInt8]? = nil) -> SQL {
        """
        insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version, person_id,
            role, at, body, leaf)
        values (1, gen_random_uuid(), 'test', 'test', \(Seed.id("raw")), \(version), \(Seed.id("person:street")),
            'god', now(), \(body), \(leaf ?? Entry.leaf(body)))
        """
    }

    private func rename(_ op: ID, version: Int32 = 2) -> SQL {
        "update app.community set version = \(version), op_id = \(op) where district = 1"
    }

    @Test("an event is its body's leaf, of a fair size, and one for each version of its subject")
    func events() async throws {
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal(ofOwner: raw(0)) == "entry_subject_version_is_positive")
            #expect(
                try await ground.refusal(ofOwner: raw(1, leaf: Digest.sha256([1])))
                    == "entry_leaf_is_of_its_body")
            #expect(
                try await ground.refusal(ofOwner: raw(1, body: [UInt8](repeating: 32, count: 60_001)))
                    == "entry_body_is_of_a_fair_size")
            #expect(try await ground.refusal(ofOwner: raw(1, body: [32])) == "entry_body_is_of_a_fair_size")
            #expect(try await ground.race(ofOwner: raw(1), raw(1)) == "entry_subject_version_is_one")
            #expect(
                try await ground.race(
                    [event("first"), paper(Seed.id("op:first"))],
                    [event("second"), paper(Seed.id("op:second"))])
                    == "entry_subject_version_is_one")
        }
    }

    @Test(
        "the application writes events through one function: not as another, not of anything, not of any day")
    func record() async throws {
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal([raw(1)])?.hasPrefix("42501") == true)
            let append: SQL = """
                select ledger.append(1, \(Seed.id("person:office")), null, 'god', gen_random_uuid(), 'test', 'test',
                    \(Seed.id("thing")), null, now(), null, '{}', null, null)
                """
            #expect(try await ground.refusal([append])?.hasPrefix("42501") == true)
            #expect(try await ground.refusal([event("a", on: "nothing")]) == "entry_subject_is_known")
            #expect(try await ground.refusal([event("a", on: "project")]) == "entry_subject_exists")
            #expect(try await ground.refusal([event("a", type: "<script>")]) == "entry_type_has_its_form")
            #expect(try await ground.refusal([event("a", body: "'\"AB\"'")]) == "entry_body_is_an_object")
            #expect(
                try await ground.refusal([event("a", body: "'{\"n\": 9007199254740993}'")])
                    == "entry_number_is_exact")
            #expect(
                try await ground.refusal([event("a", at: "'1999-01-01 09:00+08'")]) == "entry_is_of_its_day")
            #expect(
                try await ground.refusal([event("a", at: "now() + interval '1 hour'")])
                    == "entry_is_of_its_day")
            try await ground.act([event("noon", at: "'2026-03-02 12:00+08'"), paper(Seed.id("op:noon"))])
            #expect(
                try await ground.refusal([event("morning", at: "'2026-03-02 09:00+08'")])
                    == "entry_follows_in_time")
            let entry = try await ground.database.owner.read(
                "select person_id, role, convert_from(body, 'UTF8')::jsonb as body from ledger.entry where type = 'test'"
            ).one()
            #expect(try entry.id("person_id") == Seed.id("person:street"))
            #expect(try entry.text("role") == "construction_unit")
            let body = try entry.decode(JSON.self, "body")
            #expect(body["actor"] == .text(Seed.id("person:street").description))
            #expect(body["organisation"] == .text(Seed.id("org:street").description))
        }
    }

    @Test("an event of one project covers no row of another; who is bound to one writes no event of another")
    func projects() async throws {
        try await Ground.with { ground async throws in
            let op = Seed.id("op:other")
            #expect(
                try await ground.refusal([event("other", project: Seed.id("other project")), paper(op)])
                    == "entry_is_of_its_rows_project")
            #expect(
                try await ground.refusal([event("other", project: nil), paper(op)])
                    == "entry_is_of_its_rows_project")
            try await ground.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "update auth.appointment set project_id = \(Ground.project) where appointment_id = \(Seed.id("appointment:street"))"
                ])
            }
            #expect(
                try await ground.refusal([event("other", project: Seed.id("other project"))])
                    == "entry_is_of_the_actors_project")
        }
    }

    @Test("an event tells the rows written under it and the files they name, and is closed after them")
    func rows() async throws {
        try await Ground.with { ground async throws in
            let op = Seed.id("op:bound")
            #expect(
                try await ground.refusal([
                    event("bound"), paper(op), "set constraints all immediate", rename(op),
                ]) == "entry_is_open_for_its_rows")
            #expect(
                try await ground.refusal([
                    event("bound"), "insert into ledger.row (district, entry_id) values (1, \(op))",
                ])?.hasPrefix("42501") == true)
            let digest = Digest.sha256([7])
            try await ground.act([event("bound"), paper(op, digest: digest)])
            let entry = try await ground.database.owner.read(
                "select body, leaf from ledger.entry where entry_id = \(op)"
            ).one()
            let bytes = try entry.bytes("body")
            let body = try JSON(strict: bytes)
            #expect(body.canonical == bytes)
            #expect(try entry.bytes("leaf") == Entry.leaf(bytes))
            #expect(body["files"] == [.text(hex(digest))])
            #expect(body["rows"]?.list?.count == 1)
            #expect(body["rows"]?.list?.first?["table"] == "app.paper")
            #expect(body["rows"]?.list?.first?["pk"] == .text(op.description))
            #expect(
                try await ground.refusal(ofOwner: "update ledger.row set row_key = 'x'")
                    == "fact_is_never_changed")
        }
    }

    @Test("an event without a change of a row is refused, but for those that rightly have none")
    func bare() async throws {
        try await Ground.with { ground async throws in
            #expect(try await ground.refusal([event("bare")]) == "entry_tells_of_a_row")
            let shut = event("shut", type: "handover.revoke_links")
            #expect(try await ground.refusal([shut]) == nil)
            // Not by way of the next event of the same thing either, which closes the one before it.
            let two = [event("one"), event("two"), paper(Seed.id("op:two"))]
            #expect(try await ground.refusal(two) == "entry_tells_of_a_row")
        }
    }

    @Test("units, links and keys have events, as all else; an operator's have his command's")
    func signInTables() async throws {
        try await Ground.with { ground async throws in
            let unit: SQL = """
                insert into auth.organisation (organisation_id, credit_code, name, kind, recorded_in)
                values (\(Seed.id("new unit")), \(Seed.creditCode(900)), '单位', 'company', 1)
                """
            #expect(try await ground.refusal([unit]) == "no_event_no_commit")
            let link: SQL = """
                insert into auth.control_link (organisation_id, controlled_id, kind, evidence, valid_from, recorded_in,
                    op_id)
                values (\(Seed.id("org:epc")), \(Seed.id("org:gas")), 'controls', '工商登记', '2020-01-01', 1,
                    gen_random_uuid())
                """
            #expect(try await ground.refusal([link]) == "control_link_recorded_in_op_id_fkey")
            let elsewhere: SQL = """
                insert into auth.organisation (organisation_id, credit_code, name, kind, recorded_in)
                values (\(Seed.id("new unit")), \(Seed.creditCode(900)), '单位', 'company', 2)
                """
            #expect(try await ground.refusal([elsewhere])?.hasPrefix("42501") == true)
        }
    }

    @Test(
        "the audit finds one byte flipped in a row, in an event, in what binds them; nothing where nothing is wrong"
    )
    func audit() async throws {
        try await Ground.with { ground async throws in
            try await ground.act([event("bound"), paper(Seed.id("op:bound"))])
            #expect(try await findings(ground, "select 1") == [])
            // What an operator does may leave no row; an application's event that says so was written past the guard.
            _ = try await ground.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    select ledger.record_operator(
                        1, gen_random_uuid(), 'bare', 'district', ledger.district_subject(1), '{}')
                    """
                ])
            }
            #expect(try await findings(ground, "select 1") == [])
            for (change, finding) in [
                ("update app.paper set title = '料材'", "the row is not what its last event says"),
                (
                    "update app.community set households = households + 1",
                    "the row is not what its last event says"
                ),
                ("delete from app.paper", "an event names this row, and it is gone"),
                ("delete from ledger.row where table_name = 'app.paper'", "no event names this row"),
                (
                    "delete from ledger.row where table_name = 'app.paper'",
                    "its rows are not those of its body"
                ),
                ("update ledger.row set digest = sha256('x')", "its rows are not those of its body"),
                (
                    "update ledger.entry set role = 'god' where type = 'test'",
                    "its columns and its body differ"
                ),
                ("update ledger.entry set role = 'god' where type = 'bare'", "it tells of no row"),
                ("update ledger.entry set body = body || '\\x20'", "the leaf is not of its bytes"),
                ("delete from ledger.entry where type = 'test'", "its event is gone"),
            ] as [(String, String)] {
                #expect(try await findings(ground, SQL(unescaped: change)).contains(finding), "\(change)")
            }
        }
    }

    /// What the audit says after a change that a superuser makes with every guard off; the change is taken back.
    private func findings(_ ground: Ground, _ change: SQL) async throws -> [String] {
        struct Undone: Error { let findings: [String] }
        do {
            return try await ground.database.owner.transaction { transaction -> [String] in
                let found = try await transaction.send([
                    "alter table ledger.entry drop constraint entry_leaf_is_of_its_body",
                    "set local session_replication_role = replica", change,
                    """
                    select finding from ledger.row_differences() where place not like 'auth.%'
                    union all select finding from ledger.entry_differences()
                    union all select finding from ledger.file_differences()
                    """,
                ])
                throw Undone(findings: try found[3].map { try $0.text("finding") })
            }
        } catch let undone as Undone {
            return undone.findings
        }
    }

    @Test("no change commits without an event of its own transaction, nor under the event before")
    func noEventNoCommit() async throws {
        try await Ground.with { ground async throws in
            try await ground.act([event("earlier"), paper(Seed.id("op:earlier"))])
            #expect(try await ground.refusal([rename(Seed.id("op:earlier"))]) == "entry_is_open_for_its_rows")
            let standing = try await ground.database.owner.read("select op_id from app.community").one().id(
                "op_id")
            #expect(try await ground.refusal([rename(standing)]) == "change_has_its_own_event")
            try await ground.act(Ground.change { op in rename(op) })
        }
    }

    @Test("two changes of one version: the second is refused, alone and raced")
    func versions() async throws {
        try await Ground.with { ground async throws in
            #expect(
                try await ground.race(Ground.change { rename($0) }, Ground.change { rename($0) })
                    == "version_steps_by_one")
            #expect(
                try await ground.refusal(Ground.change { rename($0, version: 4) }) == "version_steps_by_one")
            try await ground.act(Ground.change { rename($0, version: 3) })
        }
    }

    @Test(
        "facts are never changed nor removed, not even by the owner of the tables",
        arguments: [
            "update ledger.entry set type = 'other'", "delete from ledger.entry",
            "truncate ledger.entry cascade",
            "delete from app.paper", "delete from app.determination", "delete from app.file",
            "update policy.pack set status = 'draft'", "delete from policy.edition",
            "update policy.parameter set value = '0'", "delete from policy.number",
        ])
    func facts(statement: String) async throws {
        try await Ground.with { ground async throws in
            try await ground.act(
                [
                    """
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256('x'), 'text/plain', 'x')
                    """
                ] + Ground.change { op in paper(op) } + Ground.change { op in determination(op) })
            #expect(try await ground.refusal(ofOwner: SQL(unescaped: statement)) == "fact_is_never_changed")
        }
    }

    private func paper(_ op: ID, digest: [UInt8]? = nil) -> SQL {
        """
        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, sha256,
            op_id)
        values (1, \(op), \(Ground.project), 'project', \(Ground.project), 'other', '材料', '2026-02-01', \(digest),
            \(op))
        """
    }

    private func determination(_ op: ID) -> SQL {
        """
        insert into app.determination (district, determination_id, project_id, subject_kind, subject_id, question,
            inputs, edition, as_of, verdict, because, op_id)
        select 1, \(op), project_id, 'project', project_id, 'test', '{}', edition, '2026-03-02', 'yes', '{}', \(op)
        from app.project
        """
    }

    @Test("nobody acts without having entered, and nobody makes himself another")
    func contexts() async throws {
        try await Ground.with { ground async throws in
            #expect(
                try await ground.refusal([
                    "select set_config('app.context', '', true)", "select count(*) from app.project",
                ]) == "context_is_entered")
            #expect(
                try await ground.database.refusal(
                    as: "stranger",
                    [
                        "select set_config('app.context', replace(current_setting('app.context'), '|2|', '|1|'), true)",
                        "select count(*) from app.project",
                    ]) == "context_is_genuine")
        }
    }
}
