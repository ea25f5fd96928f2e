import Harness
import Ledger
import PQ
import Testing
import Values

@Suite("The ground: events, contexts, versions, facts")
struct EventGuardTests {
    private func event(
        _ name: String, version: Int32 = 1, body: [UInt8]? = nil, leaf: [UInt8]? = nil
    ) -> SQL {
        let body = body ?? Array("{\"id\":\"\(name)\"}".utf8)
        return """
            insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version, person_id,
                role, project_id, at, body, leaf)
            values (1, \(Seed.id("op:" + name)), 'test', 'thing', \(Seed.id("thing")), \(version), auth.person(),
                auth.role(), \(Ground.project), now(), \(body), \(leaf ?? Entry.leaf(body)))
            """
    }

    private func rename(_ op: ID, version: Int32 = 2) -> SQL {
        "update app.community set version = \(version), op_id = \(op) where district = 1"
    }

    @Test("an event is its body's leaf, of a fair size, and one for each version of its subject")
    func events() async throws {
        try await Ground.with { ground async throws in
            #expect(
                try await ground.refusal([event("zero", version: 0)]) == "entry_subject_version_is_positive")
            #expect(
                try await ground.refusal([event("leaf", leaf: Digest.sha256([1]))])
                    == "entry_leaf_is_of_its_body"
            )
            #expect(
                try await ground.refusal([event("long", body: [UInt8](repeating: 32, count: 60_001))])
                    == "entry_body_is_of_a_fair_size")
            #expect(
                try await ground.refusal([event("short", body: [32])]) == "entry_body_is_of_a_fair_size")
            #expect(
                try await ground.race([event("first")], [event("second")]) == "entry_subject_version_is_one")
            #expect(try await ground.refusal([event("third")]) == "entry_subject_version_is_one")
        }
    }

    @Test("no change commits without an event of its own transaction, nor under the event before")
    func noEventNoCommit() async throws {
        try await Ground.with { ground async throws in
            try await ground.act([event("earlier")])
            #expect(try await ground.refusal([rename(Seed.id("op:earlier"))]) == "no_event_no_commit")
            let first = try await ground.database.owner.read("select op_id from app.community").one().id(
                "op_id")
            #expect(try await ground.refusal([rename(first)]) == "change_has_its_own_event")
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

    private func paper(_ op: ID) -> SQL {
        """
        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
        values (1, \(op), \(Ground.project), 'project', \(Ground.project), 'other', '材料', '2026-02-01', \(op))
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
