import Handover
import Harness
import PQ
import Policy
import Projects
import Testing
import Values
import Web

@Suite("The end of a project: guards in the database")
struct ClosingGuardTests {
    /// One row by raw SQL, under an event of its own.
    func row(_ name: String, _ statement: (ID) -> SQL) -> [SQL] {
        let op = Seed.id("op:" + name)
        return [TestDatabase.event(op, on: ("closing", op), project: Scene.project), statement(op)]
    }

    func filing(_ name: String, _ columns: SQL = "'archive', 'N', '档案馆', '2026-03-01', null, null")
        -> [SQL]
    {
        row("filing:" + name) { op in
            """
            insert into app.filing (district, filing_id, project_id, op_id, kind, number, filed_with, filed_on,
                barrier_free, barrier_free_evidence)
            values (1, \(Seed.id("filing:" + name)), \(Scene.project), \(op), \(columns))
            """
        }
    }

    func account(
        _ name: String,
        _ columns: SQL = "'N', '财政局', '2026-03-01', 100, 0, 0, 0, 0, 100, 60, 40"
    ) -> [SQL] {
        let found = Seed.id("determination:" + name)
        return row("account:" + name) { op in
            """
            with found as (
                insert into app.determination (district, determination_id, project_id, subject_kind, subject_id,
                    question, inputs, edition, as_of, verdict, because, op_id)
                select 1, \(found), project_id, 'final_account', project_id, 'final_accounts', '{}', edition,
                    '2026-03-01', 'pass', '{}', \(op)
                from app.project where project_id = \(Scene.project)
            )
            insert into app.final_account (district, project_id, determination_id, op_id, number, approved_by,
                approved_on, mandatory_fen, basic_fen, improve_fen, upgrade_fen, other_fen, total_fen,
                resident_fen, subsidy_fen)
            values (1, \(Scene.project), \(found), \(op), \(columns))
            """
        }
    }

    func trueUp(_ name: String, _ columns: SQL) -> [SQL] {
        row("true-up:" + name) { op in
            """
            insert into app.true_up (district, project_id, op_id, household, due_fen, paid_fen, settled_fen, voucher,
                settled_on)
            values (1, \(Scene.project), \(op), \(columns))
            """
        }
    }

    func delivery(_ name: String, _ columns: SQL) -> [SQL] {
        row("delivery:" + name) { op in
            """
            insert into app.paper_delivery (district, paper_delivery_id, project_id, op_id, receiver_kind, receiver,
                handover_id, delivered_on, filing_number)
            values (1, \(op), \(Scene.project), \(op), \(columns))
            """
        }
    }

    func management(_ name: String, _ columns: SQL = "'community', '社区', '通知', '2026-03-01'") -> [SQL] {
        row("management:" + name) { op in
            """
            insert into app.management_form (district, project_id, op_id, form, manager, evidence, decided_on)
            values (1, \(Scene.project), \(op), \(columns))
            """
        }
    }

    func custody(_ name: String, _ columns: SQL = "'equipment', '业委会', '协议', '2026-03-01'") -> [SQL] {
        row("custody:" + name) { op in
            """
            insert into app.custody (district, project_id, op_id, kind, keeper, evidence, taken_on)
            values (1, \(Scene.project), \(op), \(columns))
            """
        }
    }

    func close(_ name: String, on day: String = "2026-03-02") -> [SQL] {
        let op = Seed.id("op:close:" + name)
        return [
            TestDatabase.event(op, on: ("project", Scene.project), project: Scene.project),
            """
            insert into app.project_closing (district, project_id, closed_on, op_id)
            values (1, \(Scene.project), \(day)::text::date, \(op))
            """,
            """
            update app.project set state = 'S23', version = version + 1, op_id = \(op)
            where project_id = \(Scene.project)
            """,
        ]
    }

    func receipt(_ household: String) -> [SQL] {
        row("receipt:" + household) { op in
            """
            insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen, voucher,
                received_on, op_id)
            values (1, \(op), \(Scene.project), \(Seed.id("home:" + household)), 'personal', 5, 'V-late',
                '2026-03-01', \(op))
            """
        }
    }

    @Test("nothing of the end is recorded before acceptance, nor after closing")
    func inTime() async throws {
        try await Scene.with(state: "S15") { scene async throws in
            _ = try await scene.database.owner.transaction { transaction in
                try await transaction.commit(after: [
                    "set local session_replication_role = replica", "delete from app.acceptance_certificate",
                ])
            }
            #expect(
                try await scene.database.refusal(as: "street", filing("a"))
                    == "closing_follows_the_certificate")
        }
        try await Scene.with(state: "S23") { scene async throws in
            #expect(try await scene.database.refusal(as: "street", filing("a")) == "closing_waits_no_more")
        }
    }

    @Test("a filing is of a known kind, after acceptance, with its papers and seals, and once")
    func filings() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            func refused(_ name: String, _ columns: SQL) async throws -> String? {
                try await database.refusal(as: "street", filing(name, columns))
            }
            #expect(
                try await refused("kind", "'tax', 'N', 'X', '2026-03-01', null, null")
                    == "filing_kind_is_of_the_policy")
            #expect(
                try await refused("early", "'archive', 'N', 'X', '2026-02-26', null, null")
                    == "filing_is_dated_after_acceptance")
            #expect(
                try await refused("number", "'archive', '', 'X', '2026-03-01', null, null")
                    == "filing_has_a_number")
            #expect(
                try await refused("authority", "'archive', 'N', '', '2026-03-01', null, null")
                    == "filing_names_its_authority")
            #expect(
                try await refused("free", "'completion', 'N', 'X', '2026-03-01', null, null")
                    == "filing_waits_for_barrier_free_acceptance")
            #expect(
                try await refused("known", "'completion', 'N', 'X', '2026-03-01', 'soon', 'x'")
                    == "filing_barrier_free_is_known")
            #expect(
                try await refused("evidence", "'completion', 'N', 'X', '2026-03-01', 'accepted', ''")
                    == "filing_barrier_free_names_its_evidence")
            #expect(
                try await refused("papers", "'completion', 'N', 'X', '2026-03-01', 'accepted', '记录'")
                    == "filing_has_its_documents")
            #expect(try await database.refusal(as: "street", filing("good")) == nil)
            #expect(try await database.refusal(as: "street", filing("again")) == "filing_is_one_of_its_kind")
        }
    }

    func document(_ name: String, paper kind: String, seal: String?, twice: Bool = false) -> [SQL] {
        let op = Seed.id("op:filing:fire")
        let line: SQL = """
            insert into app.filing_document (district, filing_id, document, project_id, paper_id, stamped_by, op_id)
            values (1, \(Seed.id("filing:fire")), \(name), \(Scene.project), \(Seed.id("paper:" + name)), \(seal),
                \(op))
            """
        return [
            """
            insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, dated, op_id)
            values (1, \(Seed.id("paper:" + name)), \(Scene.project), 'filing', \(Seed.id("filing:fire")), \(kind),
                't', '2026-03-01', \(op))
            """, line,
        ] + (twice ? [line] : [])
    }

    @Test("a document of a filing is its own paper, bears its seal, and stands once")
    func documents() async throws {
        try await Scene.with { scene async throws in
            let fire = filing("fire", "'fire', 'N', '住建局', '2026-03-01', null, null")
            func refused(_ lines: [SQL]) async throws -> String? {
                try await scene.database.refusal(as: "street", fire + lines)
            }
            #expect(
                try await refused(document("fire_drawings", paper: "x", seal: nil))
                    == "filing_document_is_its_own_paper")
            #expect(
                try await refused(
                    document("material_certificates", paper: "material_certificates", seal: nil))
                    == "filing_document_bears_its_seal")
            #expect(
                try await refused(document("fire_drawings", paper: "fire_drawings", seal: "contractor"))
                    == "filing_document_bears_its_seal")
            #expect(
                try await refused(document("fire_drawings", paper: "fire_drawings", seal: nil, twice: true))
                    == "filing_document_is_one_of_its_filing")
        }
    }

    @Test("final accounts add up, are shared out, and come from finance after acceptance, once")
    func accounts() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            #expect(
                try await database.refusal(as: "street", account("street"))
                    == "final_account_is_fixed_by_finance")
            for (name, columns, code) in [
                (
                    "early", "'N', 'F', '2026-02-26', 100, 0, 0, 0, 0, 100, 60, 40",
                    "final_account_follows_acceptance"
                ),
                ("sum", "'N', 'F', '2026-03-01', 100, 0, 0, 0, 1, 100, 60, 40", "final_account_adds_up"),
                (
                    "share", "'N', 'F', '2026-03-01', 100, 0, 0, 0, 0, 100, 60, 41",
                    "final_account_is_shared_out"
                ),
                (
                    "minus", "'N', 'F', '2026-03-01', 200, -100, 0, 0, 0, 100, 60, 40",
                    "final_account_is_not_negative"
                ),
                (
                    "number", "'', 'F', '2026-03-01', 100, 0, 0, 0, 0, 100, 60, 40",
                    "final_account_has_a_number"
                ),
                (
                    "who", "'N', '', '2026-03-01', 100, 0, 0, 0, 0, 100, 60, 40",
                    "final_account_names_who_approved_it"
                ),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(as: "finance", account(name, "\(unescaped: columns)")) == code,
                    "\(name)")
            }
            #expect(try await database.refusal(as: "finance", account("good")) == nil)
            #expect(try await database.refusal(as: "finance", account("again")) == "final_account_is_one")
        }
    }

    @Test("a balance follows the accounts, counts what was paid, and settles the difference once")
    func trueUps() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            try await scene.receive("1-101", 50)
            try await scene.openAccount()
            #expect(
                try await database.refusal(
                    as: "street", trueUp("early", "'1-101', 30, 50, -20, 'T', '2026-03-02'"))
                    == "true_up_follows_the_final_account")
            #expect(try await database.refusal(as: "finance", account("good")) == nil)
            for (name, columns, code) in [
                ("paid", "'1-101', 30, 40, -10, 'T', '2026-03-02'", "true_up_counts_what_was_paid"),
                (
                    "much", "'1-101', 61, 50, 11, 'T', '2026-03-02'",
                    "true_up_stays_within_the_residents_share"
                ),
                ("split", "'1-101', 29, 50, -21, 'T', '2026-03-02'", "true_up_is_the_households_share"),
                ("nowhere", "'1-102', 0, 0, 0, null, '2026-03-02'", "true_up_is_the_households_share"),
                ("wrong", "'1-101', 30, 50, -19, 'T', '2026-03-02'", "true_up_settles_the_difference"),
                ("bare", "'1-101', 30, 50, -20, null, '2026-03-02'", "true_up_names_its_voucher"),
                ("minus", "'1-101', -1, 50, -51, 'T', '2026-03-02'", "true_up_share_is_not_negative"),
                ("nobody", "'', 0, 0, 0, null, '2026-03-02'", "true_up_names_its_household"),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(as: "street", trueUp(name, "\(unescaped: columns)")) == code,
                    "\(name)")
            }
            let good = trueUp("good", "'1-101', 30, 50, -20, 'T', '2026-03-02'")
            #expect(try await database.refusal(as: "street", good) == nil)
            #expect(
                try await database.refusal(
                    as: "street", trueUp("voucher", "'1-102', 1, 0, 1, 'T', '2026-03-02'"))
                    == "true_up_voucher_is_one")
            #expect(
                try await database.refusal(
                    as: "street", trueUp("again", "'1-101', 30, 50, -20, 'T2', '2026-03-02'"))
                    == "true_up_is_one_of_its_household")
            #expect(
                try await database.refusal(as: "owners", receipt("1-101")) == "receipt_is_settled_by_true_up")
        }
    }

    @Test(
        "what the accounts lay on each home of the register is fixed with them, exact in sum (LC-06-4, CON-9)"
    )
    func shares() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            try await scene.addHome("1-109")
            try await scene.receive("2-201", 7)
            #expect(try await database.refusal(as: "finance", account("good")) == nil)
            let laid = try await database.owner.read(
                "select household, due_fen from app.household_share order by household")
            // 60 fen by 80.00, 80.00 and 80.01 ㎡; a door that left the register bears nothing.
            #expect(
                try laid.map { try $0.text("household") } == ["1-101", "1-105", "1-109", "2-201"])
            let units = [8000, 8000, 8001].map { AllocatedUnit(name: "", area: Area(hundredths: $0)) }
            let shares = AllocationRules.shares(of: Fen(60), among: units).map(\.amount)
            #expect(try laid.map { try $0.int64("due_fen") } == shares + [0])
            #expect(shares.reduce(0, +) == 60)
            #expect(
                try await database.refusal(
                    as: "street", trueUp("gone", "'2-201', 0, 7, -7, 'T', '2026-03-02'")) == nil)
            #expect(
                try await database.refusal(ofOwner: [
                    "update app.household_share set due_fen = -1 where household = '1-101'"
                ]) == "home_share_is_not_negative")
        }
    }

    @Test("papers follow the hand-over, management is of a known form, works are taken on by their keeper")
    func keepers() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            _ = await scene.planGas()
            for (name, columns, code) in [
                (
                    "early", "'utility', 'U', '\(Scene.gas)', '2026-03-01', 'F'",
                    "paper_delivery_follows_the_handover"
                ),
                ("which", "'utility', 'U', null, '2026-03-01', 'F'", "paper_delivery_names_its_handover"),
                ("who", "'street', 'U', null, '2026-03-01', 'F'", "paper_delivery_receiver_is_known"),
                ("name", "'owners_body', '', null, '2026-03-01', 'F'", "paper_delivery_names_its_receiver"),
                (
                    "number", "'owners_body', 'O', null, '2026-03-01', ''",
                    "paper_delivery_has_its_filing_number"
                ),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(as: "street", delivery(name, "\(unescaped: columns)")) == code,
                    "\(name)")
            }
            for (name, columns, code) in [
                ("form", "'king', 'M', 'E', '2026-03-01'", "management_form_is_of_the_policy"),
                ("manager", "'community', '', 'E', '2026-03-01'", "management_form_names_its_manager"),
                ("evidence", "'community', 'M', '', '2026-03-01'", "management_form_names_its_evidence"),
            ] as [(String, String, String)] {
                #expect(
                    try await database.refusal(as: "street", management(name, "\(unescaped: columns)"))
                        == code,
                    "\(name)")
            }
            #expect(try await database.refusal(as: "street", management("good")) == nil)
            #expect(try await database.refusal(as: "street", management("again")) == "management_form_is_one")
            #expect(
                try await database.refusal(as: "owners", custody("none")) == "custody_is_of_a_warranty")
            try await scene.exemptOthers()
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "street")
            _ = await scene.site.send(.post, Scene.base + "/joint-acceptance", as: "gas")
            _ = try await scene.sendAllDocuments()
            _ = await scene.site.send(.post, Scene.base + "/receipts", as: "gas", try Scene.lines("received"))
            try await scene.recordOwnersDecision()
            _ = await scene.site.send(.post, Scene.base + "/confirm", as: "gas")
            #expect(
                await scene.site.send(.post, Scene.end + "/complete-handover", as: "street", [:]).status
                    == 200)
            let utility: SQL = "'utility', 'U', \(Scene.gas), '2026-03-02', 'F'"
            #expect(try await database.refusal(as: "street", delivery("good", utility)) == nil)
            #expect(
                try await database.refusal(as: "street", delivery("again", utility))
                    == "paper_delivery_is_one_of_its_handover")
            #expect(
                try await database.refusal(as: "street", custody("street"))
                    == "custody_is_taken_by_its_keeper")
            #expect(
                try await database.refusal(as: "owners", custody("who", "'equipment', '', 'E', '2026-03-01'"))
                    == "custody_names_its_keeper")
            #expect(
                try await database.refusal(as: "owners", custody("why", "'equipment', 'K', '', '2026-03-01'"))
                    == "custody_names_its_evidence")
            #expect(try await database.refusal(as: "owners", custody("good")) == nil)
            #expect(try await database.refusal(as: "owners", custody("again")) == "custody_is_taken_once")
        }
    }
}
