import Handover
import Harness
import Ledger
import PQ
import Policy
import Testing
import Values
import Web

/// Rows of a handover by raw SQL, each under an event of its own.
enum RawHandover {
    static func row(_ name: String, _ statement: (ID) -> SQL) -> [SQL] {
        let op = Seed.id("op:raw:" + name)
        return [TestDatabase.event(op, on: ("raw", op), project: Scene.project), statement(op)]
    }

    static func plan(_ name: String, _ columns: SQL) -> [SQL] {
        row("plan:" + name) { op in
            """
            insert into app.handover (district, handover_id, project_id, op_id, kind, receiver_id, state, round)
            values (1, \(Seed.id("raw:" + name)), \(Scene.project), \(op), \(columns))
            """
        }
    }

    static func asset(_ name: String, _ columns: SQL = "'G-9', '阀门', '2 幢', '法兰'") -> [SQL] {
        row("asset:" + name) { op in
            """
            insert into app.handover_asset (district, asset_id, handover_id, project_id, op_id, tag, title, location,
                boundary)
            values (1, \(op), \(Scene.gas), \(Scene.project), \(op), \(columns))
            """
        }
    }

    static func sign(
        _ name: String, _ party: String, _ person: String, round: Int32 = 1, means: String = "account",
        on handover: ID = Scene.gas
    ) -> [SQL] {
        row("sign:" + name) { op in
            """
            insert into app.handover_signature (district, handover_id, round, party, project_id, person_id,
                organisation_id, means, signed_on, op_id)
            values (1, \(handover), \(round), \(party), \(Scene.project), \(Seed.id("person:" + person)),
                \(Seed.id("org:" + person)), \(means), '2026-03-02', \(op))
            """
        }
    }

    static func paper(_ name: String, _ kind: String, _ op: ID) -> SQL {
        """
        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
        values (1, \(Seed.id("paper:raw:" + name)), \(Scene.project), 'handover', \(Scene.gas), \(kind), 't',
            '2026-03-01', \(op))
        """
    }

    static func line(_ name: String, _ document: String, paper kind: String, verdict: String? = nil) -> [SQL]
    {
        let op = Seed.id("op:raw:line:" + name)
        return [
            TestDatabase.event(op, on: ("raw", op), project: Scene.project), paper(name, kind, op),
            """
            insert into app.handover_document (district, handover_id, round, document, project_id, paper_id, verdict,
                op_id)
            values (1, \(Scene.gas), 1, \(document), \(Scene.project), \(Seed.id("paper:raw:" + name)), \(verdict),
                \(op))
            """,
        ]
    }

    static func tick(_ name: String, _ columns: SQL) -> [SQL] {
        row("tick:" + name) { op in
            """
            update app.handover_document set \(columns), version = version + 1, op_id = \(op)
            where document = 'keys'
            """
        }
    }

    /// A step or another change of the gas handover, whatever its version.
    static func change(_ name: String, _ columns: SQL) -> [SQL] {
        row("change:" + name) { op in
            """
            update app.handover set \(columns), version = version + 1, op_id = \(op)
            where handover_id = \(Scene.gas)
            """
        }
    }

    static func warranty(_ name: String, _ columns: SQL = "60, '2031-02-27', '2031-02-27'") throws -> [SQL] {
        let edition = try TestPolicies.book.get().edition(for: "330302")
        return row("warranty:" + name) { op in
            """
            insert into app.warranty (district, warranty_id, project_id, kind, accepted_on, edition, minimum_key,
                minimum_years, op_id, months, nominal_end_on, effective_end_on)
            values (1, \(op), \(Scene.project), 'roof_waterproof', '2026-02-27', \(edition),
                'warranty.years.roof_waterproof', 5, \(op), \(columns))
            """
        }
    }

    static func link(_ handover: ID = Scene.gas, days: Int32 = 7) -> SQL {
        """
        select auth.issue_link(sha256('x'), \(handover), gen_random_uuid(), '赵工', gen_random_uuid(), \(days),
            null)
        """
    }
}

@Suite("Handover: the form of its rows by raw SQL")
struct HandoverFormGuardTests {
    @Test("a handover begins planned, of a kind of the place, to another unit, once")
    func beginnings() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            for (name, columns, code) in [
                ("kind", "'pool', null, 'planned', 1", "handover_kind_is_of_the_policy"),
                ("state", "'gas', null, 'refused', 1", "handover_begins_planned"),
                (
                    "self", "'gas', '\(Seed.id("org:street"))', 'planned', 1",
                    "handover_receiver_is_another_unit"
                ),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(
                        as: "street", RawHandover.plan(name, "\(unescaped: columns)")) == code, "\(name)")
            }
            _ = await scene.planGas()
            #expect(
                try await database.refusal(as: "street", RawHandover.plan("two", "'gas', null, 'planned', 1"))
                    == "handover_is_one_of_its_kind")
            #expect(
                try await database.refusal(as: "street", RawHandover.change("round", "round = 2"))
                    == "handover_round_follows_a_refusal")
            #expect(
                try await database.refusal(
                    as: "street", RawHandover.change("day", "handed_over_on = '2026-03-02'"))
                    == "handover_has_its_day")
            #expect(
                try await database.refusal(
                    as: "gas", RawHandover.change("why", "state = 'refused', refused_reason = ''"))
                    == "handover_refusal_has_a_reason")
        }
    }

    @Test("assets are named, tagged once, and listed before anybody signs; nothing is signed without them")
    func assets() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            _ = await scene.plan("water", Seed.id("handover:water"), receiver: "water")
            #expect(
                try await database.refusal(
                    as: "water",
                    RawHandover.sign("none", "utility", "water", on: Seed.id("handover:water")))
                    == "handover_names_its_assets")
            _ = await scene.planGas()
            for (name, columns, code) in [
                ("tag", "'', 't', 'l', 'b'", "handover_asset_has_a_tag"),
                ("title", "'x', '', 'l', 'b'", "handover_asset_has_a_title"),
                ("location", "'x', 't', '', 'b'", "handover_asset_has_a_location"),
                ("boundary", "'x', 't', 'l', ''", "handover_asset_has_a_boundary"),
                ("twice", "'G-01', 't', 'l', 'b'", "handover_asset_tag_is_one"),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(
                        as: "street", RawHandover.asset(name, "\(unescaped: columns)")) == code, "\(name)")
            }
            #expect(
                try await database.refusal(as: "gas", RawHandover.sign("one", "utility", "gas")) == nil)
            #expect(
                try await database.refusal(
                    as: "street", RawHandover.change("receiver", "receiver_id = \(Seed.id("org:water"))"))
                    == "handover_receiver_stays_once_signed")
            #expect(
                try await database.refusal(as: "street", scene.stepProject(to: "S20", version: 2, "early"))
                    == "project_close_waits_for_handovers")
            #expect(
                try await database.refusal(as: "street", RawHandover.asset("late"))
                    == "handover_assets_are_listed_before_signing")
        }
    }

    @Test("a signature is of a party, by a known means, once in its running round")
    func signatures() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            _ = await scene.planGas()
            #expect(
                try await database.refusal(as: "gas", RawHandover.sign("party", "king", "gas"))
                    == "handover_signature_party_is_known")
            #expect(
                try await database.refusal(
                    as: "gas", RawHandover.sign("means", "utility", "gas", means: "fax"))
                    == "handover_signature_means_is_known")
            #expect(
                try await database.refusal(as: "gas", RawHandover.sign("round", "utility", "gas", round: 2))
                    == "handover_is_signed_while_planned")
            #expect(
                try await database.refusal(as: "gas", RawHandover.sign("one", "utility", "gas")) == nil)
            #expect(
                try await database.refusal(as: "gas", RawHandover.sign("two", "utility", "gas"))
                    == "handover_is_signed_once_by_a_party")
        }
    }

    @Test(
        "a document follows joint acceptance, carries its own paper, is sent unticked, and is ticked with a verdict"
    )
    func documents() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            func street(_ statements: [SQL]) async throws -> String? {
                try await database.refusal(as: "street", statements)
            }
            _ = await scene.planGas()
            #expect(
                try await street(RawHandover.line("early", "keys", paper: "keys"))
                    == "handover_documents_follow_joint_acceptance")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            #expect(
                try await street(RawHandover.line("other", "keys", paper: "as_built"))
                    == "handover_document_is_its_own_paper")
            #expect(
                try await street(RawHandover.line("ticked", "keys", paper: "keys", verdict: "received"))
                    == "handover_document_is_sent_unticked")
            _ = try await scene.sendAllDocuments()
            #expect(
                try await street(RawHandover.line("again", "keys", paper: "keys"))
                    == "handover_document_is_one_of_its_round")
            let gas = Seed.id("person:gas")
            for (name, columns, code) in [
                (
                    "verdict", "verdict = 'lost', note = 'x', receipted_by = \(gas)" as SQL,
                    "handover_document_verdict_is_known"
                ),
                (
                    "note", "verdict = 'wrong', note = '', receipted_by = \(gas)",
                    "handover_document_is_found_wanting_with_a_note"
                ),
                (
                    "person", "verdict = null, receipted_by = \(gas)",
                    "handover_document_receipt_has_its_person"
                ),
            ] {
                #expect(
                    try await database.refusal(as: "gas", RawHandover.tick(name, columns)) == code, "\(name)")
            }
        }
    }

    @Test("a warranty has a length, ends no sooner than it says, and is one of its kind")
    func warranties() async throws {
        try await Scene.with { scene async throws in
            for (name, columns, code) in [
                ("zero", "0, '2026-02-27', null", "warranty_has_a_length"),
                ("sooner", "60, '2031-02-27', '2031-02-26'", "warranty_ends_no_sooner_than_nominal"),
            ] as [(String, String, String)] {
                #expect(
                    try await scene.database.refusal(
                        as: "street", RawHandover.warranty(name, "\(unescaped: columns)")) == code, "\(name)")
            }
            #expect(try await scene.database.refusal(as: "street", RawHandover.warranty("one")) == nil)
            #expect(
                try await scene.database.refusal(as: "street", RawHandover.warranty("two"))
                    == "warranty_is_one_of_its_kind")
        }
    }

    @Test("a link is issued by the office, for a receiver, for a time, and opens one handover")
    func links() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            _ = await scene.planGas()
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            #expect(
                try await database.refusal(as: "gas", [RawHandover.link()]) == "link_is_issued_by_the_street")
            // Another street of the district has no say in this project's links.
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, valid_from)
                    values (1, \(Seed.id("appointment:elsewhere")), \(Seed.id("person:agent")), \(Seed.id("org:agent")),
                        'construction_unit', '2020-01-01')
                    """,
                    """
                    insert into auth.token (token_hash, kind, district, appointment_id, expires_at)
                    values (sha256(\(Token.hash(Seed.token("elsewhere")))), 'api', 1,
                        \(Seed.id("appointment:elsewhere")), 'infinity')
                    """,
                ])
            }
            #expect(
                try await database.refusal(as: "elsewhere", [RawHandover.link()])
                    == "handover_names_its_receiver")
            #expect(
                try await database.refusal(as: "elsewhere", ["select auth.revoke_links(\(Scene.gas))"])
                    == "link_is_issued_by_the_street")
            #expect(
                try await database.refusal(as: "street", [RawHandover.link()])
                    == "link_is_issued_by_the_office")
            #expect(
                try await database.refusal(as: "office", [RawHandover.link(days: 93)])
                    == "link_expires_in_time")
            #expect(
                try await database.refusal(as: "street", [RawHandover.link(Scene.heat)])
                    == "handover_names_its_receiver")
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    """
                    insert into auth.token (token_hash, kind, district, appointment_id, scope_kind, scope_id,
                        expires_at)
                    values (sha256(\(Token.hash(Seed.token("foreign")))), 'link', 1, \(Seed.id("appointment:gas")),
                        'handover', \(Scene.heat), 'infinity')
                    """
                ])
            }
            #expect(
                try await database.refusal(
                    as: "foreign", RawHandover.sign("link", "utility", "gas", means: "link"))
                    == "link_opens_one_handover")
        }
    }

    @Test("of a project's hand-overs only so many are signed behind a link (HOUSE-HDO-10)")
    func fewLinks() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            _ = await scene.planGas()
            _ = await scene.plan("heat", Scene.heat, receiver: nil)
            var laid: [SQL] = [
                "set local session_replication_role = replica",
                """
                update app.handover set receiver_id = \(Seed.id("org:gas")) where handover_id = \(Scene.heat)
                """,
                """
                insert into app.handover_asset (district, asset_id, handover_id, project_id, tag, title, location, boundary,
                    op_id)
                values (1, \(Seed.id("few")), \(Scene.heat), \(Scene.project), 'H-1', '换热站', '1 幢', '阀门后',
                    \(Seed.id("few")))
                """,
            ]
            for (name, handover) in [("behind one link", Scene.gas), ("behind another", Scene.heat)] {
                laid.append(
                    """
                    insert into auth.token (token_hash, kind, district, appointment_id, scope_kind, scope_id, expires_at)
                    values (sha256(\(Token.hash(Seed.token(name)))), 'link', 1, \(Seed.id("appointment:gas")), 'handover',
                        \(handover), 'infinity')
                    """)
            }
            for kind in ["water", "power"] {
                let id = Seed.id("few:" + kind)
                _ = await scene.plan(kind, id, receiver: nil)
                laid.append(
                    """
                    insert into app.handover_signature (district, handover_id, round, party, project_id, person_id,
                        organisation_id, means, signed_on, op_id)
                    values (1, \(id), 1, 'utility', \(Scene.project), \(Seed.id("person:gas")), \(Seed.id("org:gas")),
                        'link', '2026-03-02', \(id))
                    """)
            }
            let ready = laid
            _ = try await database.owner.transaction { transaction in
                try await transaction.commit(after: ready)
            }
            let other = RawHandover.sign("few heat", "utility", "gas", means: "link", on: Scene.heat)
            let outcome = try await database.race(
                ("behind one link", RawHandover.sign("few gas", "utility", "gas", means: "link")),
                ("behind another", other))
            #expect(outcome.0 == nil && outcome.1 == "handover_links_are_few", "\(outcome)")
            #expect(try await database.refusal(as: "behind another", other) == "handover_links_are_few")
        }
    }
}
