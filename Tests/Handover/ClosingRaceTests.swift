import Handover
import Harness
import PQ
import Policy
import Testing
import Values
import Web

extension ClosingGuardTests {
    @Test("each thing that closing waits for refuses by its own name")
    func closing() async throws {
        try await Scene.with { scene async throws in
            let database = scene.database
            try await scene.bringToWarranty()
            func closes(_ code: String?, _ name: String) async throws {
                #expect(try await database.refusal(as: "street", close(name)) == code, "\(name)")
            }
            #expect(
                try await database.refusal(as: "street", scene.stepProject(to: "S23", version: 4, "bare"))
                    == "close_has_its_day")
            let alone = row("alone") { op in
                """
                insert into app.project_closing (district, project_id, closed_on, op_id)
                values (1, \(Scene.project), '2026-03-02', \(op))
                """
            }
            #expect(
                try await database.refusal(as: "street", alone) == "project_closing_closes_its_project")
            try await closes("close_waits_for_filings", "filings")
            for filing in Scene.filings {
                #expect(
                    await scene.site.send(.post, Scene.end + "/filings", as: "street", filing).status == 201)
            }
            try await closes("close_waits_for_final_accounts", "accounts")
            #expect(try await database.refusal(as: "finance", account("good")) == nil)
            try await scene.overpay(5)
            try await closes("close_waits_for_surplus_returned", "surplus")
            try await scene.vouchers(["whole"])
            #expect(
                try await database.refusal(as: "finance", Scene.surplusReturn("whole", 5).statements) == nil)
            try await closes("close_waits_for_true_up", "balances")
            #expect(
                try await database.refusal(
                    as: "street",
                    trueUp("one", "'1-101', 30, 0, 30, 'T', '2026-03-02'")
                        + trueUp("two", "'1-105', 30, 0, 30, 'T2', '2026-03-02'"))
                    == nil)
            try await closes("close_waits_for_papers_delivered", "papers")
            #expect(
                try await database.refusal(
                    as: "street", delivery("gas", "'utility', 'U', \(Scene.gas), '2026-03-02', 'F'")) == nil)
            try await closes("close_waits_for_papers_delivered", "owners")
            #expect(
                try await database.refusal(
                    as: "street", delivery("owners", "'owners_body', 'O', null, '2026-03-02', 'F'")) == nil)
            try await closes("close_waits_for_management_form", "management")
            #expect(try await database.refusal(as: "street", management("good")) == nil)
            try await closes("close_waits_for_warranties", "warranties")
            for kind in WarrantyRules.kinds {
                let columns: SQL = "\(kind), '业委会', '协议', '2026-03-01'"
                #expect(try await database.refusal(as: "owners", custody(kind, columns)) == nil)
            }
            try await layIssue("new", in: database)
            try await closes("close_waits_for_open_issues", "issues")
            try await layIssue("rejected", in: database)
            try await closes(nil, "done")
            #expect(try await database.refusal(as: "street", alone) == "project_is_closed_once")
            #expect(
                try await database.refusal(as: "owners", issue("late")) == "closed_project_takes_no_reports")
        }
    }

    @Test("warranties of heating and structure are counted by their own terms, and by no others")
    func warranties() async throws {
        try await Scene.with { scene async throws in
            let edition = try TestPolicies.book.get().edition(for: "330302")
            func refused(_ name: String, _ columns: SQL) async throws -> String? {
                let statements = row("warranty:" + name) { op in
                    """
                    insert into app.warranty (district, warranty_id, project_id, accepted_on, edition, op_id, kind,
                        months, seasons, evidence, minimum_key, minimum_years, nominal_end_on)
                    values (1, \(op), \(Scene.project), '2026-02-27', \(edition), \(op), \(columns))
                    """
                }
                return try await scene.database.refusal(as: "street", statements)
            }
            let seasons: SQL = "'warranty.seasons.heating', 2"
            #expect(
                try await refused("one", "'heating', null, 1, null, " + seasons + ", '2027-03-15'")
                    == "warranty_is_not_below_the_minimum")
            #expect(
                try await refused("day", "'heating', null, 2, null, " + seasons + ", '2028-03-14'")
                    == "warranty_ends_with_its_season")
            #expect(
                try await refused("months", "'heating', 24, null, null, " + seasons + ", '2028-02-27'")
                    == "warranty_is_counted_by_its_kind")
            #expect(
                try await refused("none", "'heating', null, 0, null, " + seasons + ", '2028-03-15'")
                    == "warranty_has_seasons")
            #expect(
                try await refused(
                    "key", "'heating', null, 2, null, 'warranty.years.electrical', 2, '2028-03-15'")
                    == "warranty_minimum_is_of_its_kind")
            #expect(
                try await refused(
                    "life", "'structure', 600, null, null, 'warranty.term.structure', null, '2076-02-27'")
                    == "warranty_structure_names_its_design_life")
            #expect(
                try await refused("two", "'heating', null, 2, null, " + seasons + ", '2028-03-15'") == nil)
            #expect(
                try await refused(
                    "fifty", "'structure', 600, null, '结施-01', 'warranty.term.structure', null, '2076-02-27'")
                    == nil)
        }
    }

    @Test("of two sessions that would each pass alone, the second is refused")
    func races() async throws {
        typealias Side = (login: String, statements: [SQL])
        let pairs: [(String, Side, Side)] = [
            ("filing_is_one_of_its_kind", ("street", filing("a")), ("office", filing("b"))),
            ("final_account_is_one", ("finance", account("a")), ("office", account("b"))),
            ("management_form_is_one", ("street", management("a")), ("office", management("b"))),
        ]
        for (code, first, second) in pairs {
            try await Scene.with { scene async throws in
                let outcome = try await scene.database.race(first, second)
                #expect(outcome.0 == nil && outcome.1 == code, "\(outcome)")
            }
        }
        let settled: [(String, Side, Side)] = [
            (
                "true_up_is_one_of_its_household",
                ("street", trueUp("a", "'1-101', 30, 50, -20, 'T1', '2026-03-02'")),
                ("street2", trueUp("b", "'1-101', 30, 50, -20, 'T2', '2026-03-02'"))
            ),
            (
                "true_up_voucher_is_one", ("street", trueUp("a", "'1-101', 30, 50, -20, 'T1', '2026-03-02'")),
                ("street2", trueUp("b", "'1-105', 30, 0, 30, 'T1', '2026-03-02'"))
            ),
            (
                "receipt_is_settled_by_true_up",
                ("street", trueUp("a", "'1-101', 30, 50, -20, 'T1', '2026-03-02'")),
                ("owners", receipt("1-101"))
            ),
            (
                "true_up_counts_what_was_paid", ("owners", receipt("1-101")),
                ("street", trueUp("a", "'1-101', 30, 50, -20, 'T1', '2026-03-02'"))
            ),
        ]
        for (code, first, second) in settled {
            try await Scene.with { scene async throws in
                try await scene.receive("1-101", 50)
                try await scene.openAccount()
                #expect(try await scene.database.refusal(as: "finance", account("good")) == nil)
                let outcome = try await scene.database.race(first, second)
                #expect(outcome.0 == nil && outcome.1 == code, "\(code): \(outcome)")
            }
        }
    }

    /// The one issue of the scene in a state, past the guards of its steps.
    private func layIssue(_ state: String, in database: TestDatabase) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(after: [
                "set local session_replication_role = replica", "delete from app.issue",
                """
                insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                    reporter_kind, reporter_id, edition, filed_on, state, rejection_reason, op_id)
                select 1, \(Seed.id("issue:laid")), project_id, 'leak', '3 幢楼道', '漏水', sha256('salt'), 'resident',
                    \(Seed.id("person:resident")), edition, '2026-03-01', \(state), '查无此事',
                    \(Seed.id("op:issue:laid"))
                from app.project where project_id = \(Scene.project)
                """,
            ])
        }
    }

    /// A report by raw SQL, in the owners' body's own name.
    private func issue(_ name: String) -> [SQL] {
        let id = Seed.id("issue:" + name)
        return [
            TestDatabase.event(id, on: ("issue", id), project: Scene.project),
            """
            insert into app.issue (district, issue_id, project_id, kind, place, description, description_salt,
                reporter_kind, reporter_id, edition, filed_on, state, op_id)
            select 1, \(id), project_id, (
                    select value from policy.parameter
                    where parameter.edition = project.edition and key = 'issue.kinds' limit 1
                ), '3 幢楼道', '漏水', sha256('salt'), 'resident', \(Seed.id("person:owners")), edition, '2026-03-02', 'new',
                \(id)
            from app.project where project_id = \(Scene.project)
            """,
        ]
    }

    @Test("a closing and a report race: the report keeps it open, or comes too late")
    func closingRacesAReport() async throws {
        for closingFirst in [true, false] {
            try await Scene.with { scene async throws in
                try await bringToTheEnd(scene)
                let (done, report) = (close("race"), issue("race"))
                let (first, second) =
                    closingFirst
                    ? try await scene.database.race(("street", done), ("owners", report))
                    : try await scene.database.race(("owners", report), ("street", done))
                #expect(first == nil)
                #expect(
                    second
                        == (closingFirst ? "closed_project_takes_no_reports" : "close_waits_for_open_issues"))
            }
        }
    }

    /// Everything that a closing waits for, by raw SQL and the routes of filings.
    private func bringToTheEnd(_ scene: Scene) async throws {
        try await scene.bringToWarranty()
        try await scene.openAccount()
        for filing in Scene.filings {
            _ = await scene.site.send(.post, Scene.end + "/filings", as: "street", filing)
        }
        let ready =
            account("good") + trueUp("one", "'1-101', 30, 0, 30, 'T', '2026-03-02'")
            + trueUp("two", "'1-105', 30, 0, 30, 'T2', '2026-03-02'")
            + delivery("gas", "'utility', 'U', \(Scene.gas), '2026-03-02', 'F'")
            + delivery("owners", "'owners_body', 'O', null, '2026-03-02', 'F'") + management("good")
        #expect(try await scene.database.refusal(as: "office", ready) == nil)
        for kind in WarrantyRules.kinds {
            let columns: SQL = "\(kind), '业委会', '协议', '2026-03-01'"
            #expect(try await scene.database.refusal(as: "owners", custody(kind, columns)) == nil)
        }
    }

    @Test("a closing and what would keep it open race: the second is refused, whichever it is")
    func closingRaces() async throws {
        for closingFirst in [true, false] {
            try await Scene.with { scene async throws in
                try await bringToTheEnd(scene)
                let done = close("race")
                // A receipt of a home that came into the register behind the accounts.
                try await scene.addHome("1-109")
                let late = receipt("1-109")
                let (first, second) =
                    closingFirst
                    ? try await scene.database.race(("street", done), ("owners", late))
                    : try await scene.database.race(("owners", late), ("street", done))
                #expect(first == nil)
                #expect(second == (closingFirst ? "receipt_waits_no_more" : "close_waits_for_true_up"))
            }
        }
    }

    @Test("papers, custody and closing are done once, and nothing is recorded behind a closing")
    func onceAndNoMore() async throws {
        try await Scene.with { scene async throws in
            try await scene.bringToWarranty()
            for filing in Scene.filings {
                _ = await scene.site.send(.post, Scene.end + "/filings", as: "street", filing)
            }
            let ready =
                account("good") + trueUp("one", "'1-101', 30, 0, 30, 'T', '2026-03-02'")
                + trueUp("two", "'1-105', 30, 0, 30, 'T2', '2026-03-02'")
                + delivery("owners", "'owners_body', 'O', null, '2026-03-02', 'F'") + management("good")
            #expect(try await scene.database.refusal(as: "office", ready) == nil)
            let gas: SQL = "'utility', 'U', \(Scene.gas), '2026-03-02', 'F'"
            let papers = try await scene.database.race(
                ("street", delivery("a", gas)), ("street2", delivery("b", gas)))
            #expect(papers.0 == nil && papers.1 == "paper_delivery_is_one_of_its_handover", "\(papers)")
            let custodies = try await scene.database.race(
                ("owners", custody("a")), ("community", custody("b")))
            #expect(custodies.0 == nil && custodies.1 == "custody_is_taken_once", "\(custodies)")
            for kind in WarrantyRules.kinds where kind != "equipment" {
                let columns: SQL = "\(kind), '业委会', '协议', '2026-03-01'"
                #expect(try await scene.database.refusal(as: "owners", custody(kind, columns)) == nil)
            }
            // Two at once: the first closes, and neither a second closing nor a late paper follows it.
            let late = delivery("late", "'owners_body', 'P', null, '2026-03-02', 'F'")
            let closings = try await scene.database.race(("street", close("a")), ("street2", late))
            #expect(closings.0 == nil && closings.1 == "closing_waits_no_more", "\(closings)")
        }
    }
}
