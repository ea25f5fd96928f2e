import Harness
import Ledger
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

/// An act in raw SQL and the guard that refuses it, in a scene.
private struct Trial: Sendable {
    let code: String
    let login: String
    let statements: [SQL]

    init(_ code: String, as login: String = "community", _ statements: [SQL]) {
        (self.code, self.login, self.statements) = (code, login, statements)
    }

    func run(_ database: TestDatabase) async throws {
        let refusal = try await database.refusal(as: login, statements)
        #expect(refusal == code, "\(statements.last?.text ?? "")")
    }
}

@Suite("Projects: every guard of ballots in raw SQL")
struct BallotGuardTests {
    /// A project with a confirmed register.
    private func registered(_ body: @Sendable (TestDatabase, TestSite) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let confirmed = await Owners.register(site)
            try #require(confirmed.status == 200, "\(confirmed.text)")
            try await body(database, site)
        }
    }

    /// An open ballot with five slips, one of them rechecked.
    private func voted(_ body: @Sendable (TestDatabase, TestSite) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            try await Owners.voted(database, site)
            try await body(database, site)
        }
    }

    @Test(
        "a ballot is opened by its organiser, over the standing register, in days and by rules of its place")
    func openings() async throws {
        @Sendable func with(_ changes: OwnersRows.Changes) -> [SQL] {
            OwnersRows.opening(Owners.ballot, changes)
        }
        let nowhere = Seed.id("nowhere")
        let trials = [
            Trial("ballot_step_is_allowed", with(["state": "'counted'"])),
            Trial("ballot_is_opened_by_its_organiser", with(["organiser_kind": "'street'"])),
            Trial("ballot_organiser_is_known", as: "owners", with(["organiser_kind": "'club'"])),
            Trial("ballot_is_counted_over_the_register", with(["households": "7"])),
            Trial("ballot_is_held_by_its_projects_rules", with(["edition": "'elsewhere'"])),
            Trial(
                "ballot_follows_one_of_its_project",
                with(["follows": "\(nowhere)", "follows_reason": "'再次'"])),
            Trial("ballot_held_again_gives_its_reason", with(["follows_reason": "'再次'"])),
            Trial("ballot_window_is_lawful", with(["closes_on": "'2026-02-05'"])),
            Trial("ballot_window_is_lawful", with(["closes_on": "'2027-02-06'"])),
            Trial("ballot_is_announced_in_time", with(["notified_on": "'2026-02-06'"])),
            // 180 days before 2026-03-02 is 2025-09-03: a vote of before is taken in, lest its day pick another law.
            Trial("front_fact_is_recorded_in_its_time", with(["notified_on": "'2025-09-02'"])),
            Trial(
                "front_fact_is_recorded_in_its_time",
                with([
                    "notified_on": "'2020-05-01'", "opened_on": "'2020-06-01'", "closes_on": "'2020-06-20'",
                ])),
            Trial("ballot_plan_digest_has_32_bytes", with(["plan_sha256": "'x'"])),
            Trial("ballot_plan_was_published_before_it_opens", with(["plan_published_on": "'2026-02-06'"])),
            Trial("ballot_called_off_gives_its_reason", with(["called_off_reason": "'雨'"])),
        ]
        try await registered { database, _ in
            for trial in trials { try await trial.run(database) }
            try await Raw(database: database).jump(to: "S23")
            try await Trial("ballot_is_of_an_open_project", OwnersRows.opening()).run(database)
        }
    }

    @Test("a ballot comes with its questions, each lawful here, numbered, and with its class and reason")
    func questions() async throws {
        @Sendable func with(_ question: OwnersRows.Changes, _ sheet: OwnersRows.Changes = [:]) -> [SQL] {
            OwnersRows.opening(Owners.ballot, sheet, question: question)
        }
        let plan = ["purpose": "'plan'"] as OwnersRows.Changes
        let committee = ["organiser_kind": "'owners_committee'", "forms": "'{LC-F2}'"] as OwnersRows.Changes
        let published = committee.merging([
            "plan_sha256": "sha256('nobody''s plan')", "plan_published_on": "'2026-01-20'",
        ]) { _, new in new }
        let trials = [
            Trial("ballot_asks_its_questions", OwnersRows.opening(question: nil)),
            Trial("ballot_asks_its_questions", with(["ordinal": "2"])),
            Trial("ballot_question_is_numbered", with(["ordinal": "21"])),
            Trial("ballot_has_a_lawful_organiser", with(plan)),
            Trial("ballot_uses_the_places_form", with([:], ["forms": "'{}'"])),
            Trial("willingness_sheet_asks_all_it_must", with([:], ["topics": "'{whether}'"])),
            Trial("willingness_sheet_asks_all_it_must", with([:], ["topics": "'{whether,what,how}'"])),
            Trial("plan_is_published_before_its_ballot", as: "owners", with(plan, committee)),
            Trial("plan_ballot_is_on_a_stored_plan", as: "owners", with(plan, published)),
            Trial("ballot_matter_is_of_its_class", with(["matter": "'everything'"])),
            Trial("ballot_matter_is_of_its_class", with(["class": "'special'"])),
            Trial("ballot_matter_class_gives_its_reason", with(["class_reason": "' '"])),
        ]
        try await registered { database, _ in
            for trial in trials { try await trial.run(database) }
            try await database.act(as: "community", OwnersRows.opening())
            // No question is added later, not even in the act that ends its ballot.
            let late = OwnersRows.question(["ordinal": "2"])
            try await Trial("ballot_questions_come_with_it", late.act).run(database)
            let ending = OwnersRows.act { op in
                [OwnersRows.ending("called_off", because: "雨", under: op), late.insert(under: op)]
            }
            try await Trial("ballot_questions_come_with_it", ending).run(database)
            try await Trial("ballot_state_is_known", OwnersRows.ending("lost")).run(database)
        }
    }

    @Test("a slip is of an owner and a unit of the register, signed in time, whole, and one for a unit")
    func slips() async throws {
        @Sendable func with(_ changes: OwnersRows.Changes) -> [SQL] {
            OwnersRows.slip("203", "case", changes).act
        }
        let other: SQL = "(select owner_id from app.register_unit where room = '101')"
        let trials = [
            Trial("slip_is_of_a_register_unit", with(["unit_id": "\(Seed.id("nowhere"))"])),
            Trial("slip_is_of_a_register_unit", with(["owner_id": other])),
            Trial("slip_is_of_a_register_unit", with(["area_hundredths": "20000"])),
            Trial(
                "slip_is_of_a_register_unit",
                with([
                    "withdrawn_on": "'2026-02-21'", "withdrawal_kind": "'owner'", "withdrawal_reason": "'反悔'",
                ])),
            Trial("slip_is_signed_while_the_ballot_is_open", with(["signed_on": "'2026-03-02'"])),
            Trial("slip_is_signed_while_the_ballot_is_open", with(["signed_on": "'2026-02-04'"])),
            Trial("slip_answers_every_question", with(["answers": "'{yes,no}'"])),
            Trial("slip_answers_are_known", with(["answers": "'{maybe}'"])),
            Trial("slip_channel_is_known", with(["channel": "'pigeon'"])),
            Trial("slip_by_proxy_has_its_authority", with(["by_proxy": "true"])),
            Trial("slip_proxy_digest_has_32_bytes", with(["by_proxy": "true", "proxy_sha256": "'x'"])),
            Trial("slip_scan_digest_has_32_bytes", with(["scan_sha256": "'x'"])),
            Trial("slip_on_paper_has_its_scan", with(["scan_sha256": "null"])),
            Trial("slip_scan_is_stored", with(["scan_sha256": "sha256('x')"])),
            Trial("slip_scan_is_stored", with(["channel": "'electronic'", "scan_sha256": "null"])),
            Trial("slip_scan_is_a_document", with(["scan_sha256": "sha256('1111')"])),
            Trial(
                "slip_scan_is_of_one_unit",
                with(["scan_sha256": "sha256(decode(\(Owners.scan("101")), 'base64'))"])),
            Trial("decision_is_signed_by_who_acts", with(["entered_by": "\(Seed.id("person:street"))"])),
            Trial("unit_votes_once", OwnersRows.slip("101", "again").act),
        ]
        try await voted { database, _ in
            for trial in trials { try await trial.run(database) }
            // Nobody signs on a day that has not come.
            database.clock.set(day: try #require(BusinessDay(iso: "2026-02-24")))
            try await Trial(
                "slip_is_signed_while_the_ballot_is_open", with(["signed_on": "'2026-02-25'"])
            ).run(database)
            try await database.act(as: "owners", with(["signed_on": "'2026-02-24'"]))
        }
    }

    @Test("a slip is withdrawn once, whole, in time, and never ahead")
    func withdrawals() async throws {
        @Sendable func with(_ day: String, _ kind: String, _ reason: SQL = "'反悔'") -> [SQL] {
            OwnersRows.withdrawal(
                of: "102",
                "withdrawn_on = \(day)::text::date, withdrawal_kind = \(kind), withdrawal_reason = " + reason)
        }
        let trials = [
            Trial("slip_withdrawal_is_whole", with("2026-02-21", "owner", "null")),
            Trial("slip_is_withdrawn_after_it_is_signed", with("2026-02-19", "owner")),
            Trial("slip_withdrawal_kind_is_known", with("2026-02-21", "mood")),
            Trial("slip_is_withdrawn_while_the_ballot_is_open", with("2026-03-02", "owner")),
            Trial("paper_is_not_dated_ahead", with("2026-03-03", "entry_error")),
        ]
        try await voted { database, _ in
            for trial in trials { try await trial.run(database) }
            try await database.act(as: "owners", with("2026-03-02", "entry_error"))
            try await Trial("slip_withdrawal_stays", with("2026-02-21", "owner")).run(database)
            try await Trial(
                "slip_is_rechecked_before_the_count", OwnersRows.recheck(of: "102").act
            ).run(database)
        }
    }

    @Test("a slip is rechecked once, by another person, before the count")
    func rechecks() async throws {
        @Sendable func with(_ changes: OwnersRows.Changes) -> [SQL] {
            OwnersRows.recheck(of: "102", changes).act
        }
        let trials = [
            Trial("slip_is_rechecked_by_another_person", as: "owners", with([:])),
            Trial(
                "slip_is_rechecked_by_another_person", with(["entered_by": "\(Seed.id("person:street"))"])),
            Trial("slip_answers_every_question", with(["answers": "'{yes,no}'"])),
            Trial("recheck_answers_are_known", with(["answers": "'{maybe}'"])),
            Trial("slip_is_rechecked_once", as: "street", OwnersRows.recheck(of: "101").act),
        ]
        try await voted { database, _ in
            for trial in trials { try await trial.run(database) }
            try await database.act(as: "community", OwnersRows.count("first"))
            try await Trial("slip_is_rechecked_before_the_count", with([:])).run(database)
        }
    }

    @Test("a ballot is counted once, when voting is over, what had to be rechecked is, and nothing differs")
    func counts() async throws {
        @Sendable func with(_ change: (inout OwnersRows.Claim) -> Void) -> [SQL] {
            OwnersRows.count("case", OwnersRows.Claim().with(change))
        }
        let street = Seed.id("person:street")
        let trials = [
            Trial("decision_is_signed_by_who_acts", with { $0.count = ["counted_by": "\(street)"] }),
            Trial("recount_follows_the_last_count", with { $0.ordinal = 2 }),
            Trial("recount_gives_its_reason", with { $0.count = ["reason": "'错'"] }),
            Trial("ballot_is_counted_after_its_last_day", with { $0.count = ["counted_on": "'2026-02-28'"] }),
            Trial("ballot_is_counted_after_its_last_day", with { $0.count = ["counted_on": "'2026-03-03'"] }),
            Trial("ballot_count_answers_every_question", with { $0.isAnswered = false }),
            Trial("ballot_count_answers_every_question", with { $0.closes = false }),
            Trial("ballot_closes_by_its_count", OwnersRows.ending("counted")),
            // Between the count and its results nothing comes that the count did not wait for.
            Trial(
                "ballot_is_closed_to_slips",
                with { $0.between = { op in [OwnersRows.slip("203", "late").insert(under: op)] } }),
            Trial(
                "slip_is_rechecked_before_the_count",
                with { $0.between = { op in [OwnersRows.recheck(of: "102").insert(under: op)] } }),
            Trial(
                "ballot_questions_come_with_it",
                with { claim in
                    claim.between = { op in
                        [
                            OwnersRows.ending("counted", under: op),
                            OwnersRows.question(["ordinal": "2"]).insert(under: op),
                        ]
                    }
                    claim.closes = false
                }),
        ]
        try await voted { database, _ in
            for trial in trials { try await trial.run(database) }
            // Voting is not over, whatever day a count says it is of.
            database.clock.set(day: try #require(BusinessDay(iso: "2026-02-28")))
            try await Trial("ballot_is_counted_after_its_last_day", with { _ in }).run(database)
            database.clock.set(day: Seed.today)
            let differing = OwnersRows.recheck(of: "103").act
            try await Trial(
                "count_waits_for_entries_that_differ", differing + with { _ in }
            ).run(database)
            try await database.act(as: "owners", OwnersRows.withdrawal(of: "101"))
            try await Trial("count_waits_for_its_rechecks", with { _ in }).run(database)
            // Who takes part in the works keeps no ballots.
            try await database.act(as: "community", OwnersRows.recheck(of: "102").act)
            try await database.engage(["designer"], in: Scene.project)
            let less = with { ($0.yes, $0.part, $0.verdict) = ((30_000, 2, 3), (40_000, 3, 4), "fail") }
            let foreign = try await database.refusal(as: "designer", less)
            #expect(foreign?.hasPrefix("42501") == true)
            try await database.act(as: "community", less)
        }
    }

    @Test("a result is the tally of its slips, its verdict the rules' own, and what is counted never changes")
    func results() async throws {
        @Sendable func with(_ change: (inout OwnersRows.Claim) -> Void) -> [SQL] {
            OwnersRows.count("case", OwnersRows.Claim().with(change))
        }
        let nobody = Seed.id("nobody")
        let trials = [
            Trial("ballot_result_is_its_tally", with { $0.yes = (50_000, 4, 5) }),
            Trial("ballot_verdict_follows_its_rules", with { $0.verdict = "fail" }),
            Trial(
                "ballot_result_comes_with_its_count",
                with { $0.isAnswered = false } + OwnersRows.act { OwnersRows.found("case", under: $0) }),
            Trial("ballot_verdict_is_known", with { $0.result = ["verdict": "'maybe'"] }),
            Trial(
                "ballot_result_names_its_determination", with { $0.determination = ["verdict": "'fail'"] }),
            Trial(
                "ballot_result_names_its_determination",
                with { $0.determination = ["subject_id": "\(nobody)"] }),
            Trial(
                "ballot_result_names_its_determination", with { $0.determination = ["as_of": "'2026-03-02'"] }
            ),
        ]
        try await voted { database, _ in
            for trial in trials { try await trial.run(database) }
            try await database.act(as: "community", OwnersRows.count("good"))
            for late in [
                Trial("ballot_is_closed_to_slips", OwnersRows.slip("203", "late").act),
                Trial("ballot_is_closed_to_slips", OwnersRows.withdrawal(of: "101")),
                Trial("ballot_step_is_allowed", OwnersRows.ending("called_off", because: "雨")),
                Trial("recount_follows_the_last_count", OwnersRows.count("again")),
            ] { try await late.run(database) }
            let op = Seed.id("op:change")
            for table in ["ballot_result", "ballot_count", "ballot_question"] {
                let change: SQL = "update app.\(unescaped: table) set op_id = \(op)"
                let refusal = try await database.refusal(as: "owners", [change])
                #expect(refusal?.hasPrefix("42501") == true)
            }
        }
    }

    @Test("a recount corrects slips of its own ballot with a reason; its matter is put again after it")
    func recounts() async throws {
        @Sendable func with(_ correction: OwnersRows.Changes) -> [SQL] {
            let rows = OwnersRows.correction("recount", correction)
            return OwnersRows.count(
                "recount", .again(named: "recount").with { $0.between = { op in [rows.insert(under: op)] } })
        }
        let trials = [
            Trial("correction_answers_are_known", with(["answers": "'{maybe}'"])),
            Trial("correction_gives_its_reason", with(["reason": "' '"])),
            Trial("correction_comes_with_its_recount", with(["answers": "'{no,no}'"])),
            Trial("correction_comes_with_its_recount", OwnersRows.correction("first").act),
            Trial(
                "recount_gives_its_reason",
                OwnersRows.count("recount", .again(named: "recount").with { $0.count = [:] })),
        ]
        let other = Seed.id("another ballot")
        let again = Seed.id("second ballot")
        try await registered { database, site in
            // A ballot on another matter, which was called off.
            try await database.act(
                as: "community", OwnersRows.opening(other, question: ["purpose": "'other'", "ordinal": "1"]))
            let called = await site.send(
                .post, "/v1/ballots/\(other)/calling-off", as: "community", ["reason": "雨"])
            try #require(called.status == 200, "\(called.text)")
            try await Owners.vote(database, site)
            try await database.act(as: "community", OwnersRows.count("first"))
            for trial in trials { try await trial.run(database) }
            try await database.act(as: "community", OwnersRows.count("recount", .again(named: "recount")))
            try await Trial("ballot_held_again_names_the_one_before", OwnersRows.opening(again)).run(database)
            func following(_ id: ID) -> [SQL] {
                OwnersRows.opening(again, ["follows": "\(id)", "follows_reason": "'补充宣传'"])
            }
            try await Trial("ballot_held_again_names_the_one_before", following(other)).run(database)
            try await database.act(as: "community", following(Owners.ballot))
        }
    }

    @Test("the database and the rules find the same verdict for any figures, place, purpose and day")
    func sameVerdict() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let book = try TestPolicies.book.get()
            var chance = SystemRandomNumberGenerator()
            for place in ["330302", "330105", "330106", "430600", "000000"] {
                let edition = try book.edition(for: place)
                for day in ["2019-12-01", "2020-12-31", "2021-01-01", "2024-05-01"] {
                    let closed = try #require(BusinessDay(iso: day))
                    let policy = try book.policy(for: place, on: closed)
                    for purpose in BallotPurpose.allCases {
                        for matter in MatterClass.allCases {
                            let figures = try random(&chance)
                            let expected = try ConsentRules.verdict(
                                of: figures, matter: matter, purpose: purpose, under: policy
                            ).overall
                            let found = try await database.owner.read(
                                """
                                select app.ballot_verdict(\(edition), \(closed), \(purpose.rawValue),
                                    \(matter.rawValue), \(figures.area.total), \(figures.area.part),
                                    \(figures.area.yes), \(figures.persons.total), \(figures.persons.part),
                                    \(figures.persons.yes), \(figures.households.total),
                                    \(figures.households.part), \(figures.households.yes)) as passes
                                """
                            ).one()
                            #expect(
                                try found.bool("passes") == expected,
                                "\(place) \(day) \(purpose) \(matter) \(figures)")
                        }
                    }
                }
            }
        }
    }

    /// Figures near the bounds, so that a ratio counted otherwise shows.
    private func random(_ chance: inout SystemRandomNumberGenerator) throws -> VoteFigures {
        func count() -> VoteCount {
            let total = Int64.random(in: 1...12, using: &chance) * 12
            let part = max(1, total * Int64.random(in: 7...12, using: &chance) / 12)
            let yes = min(part, total * Int64.random(in: 6...10, using: &chance) / 12)
            return VoteCount(total: total, part: part, yes: yes)
        }
        return VoteFigures(area: count(), persons: count(), households: count())
    }
}
