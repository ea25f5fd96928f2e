import Harness
import Ledger
import PQ
import Policy
import ProjectsService
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: guards of the register and its ballots")
struct BallotGuardTests {
    private func event(_ op: ID, _ subject: String = "ballot") -> SQL {
        TestDatabase.event(op, on: (subject, Seed.id("subject:\(op)")), project: Scene.project)
    }

    private func slip(
        _ unit: (unit: ID, owner: ID)?, _ name: String, area: Int64 = 10_000, answers: [String] = ["yes"],
        signed: String = "2026-02-20", by login: String = "owners"
    ) -> [SQL] {
        let op = Seed.id("op:" + name)
        let place = unit ?? (Seed.id("nowhere"), Seed.id("nobody"))
        return [
            event(op),
            """
            insert into app.ballot_slip (district, slip_id, ballot_id, project_id, unit_id, owner_id,
                area_hundredths, answers, channel, scan_sha256, signed_on, entered_by, op_id)
            values (1, \(Seed.id("raw:" + name)), \(Owners.ballot), \(Scene.project), \(place.unit),
                \(place.owner), \(area), \(answers), 'paper', sha256('x'), \(unescaped: "'\(signed)'"),
                \(Seed.id("person:" + login)), \(op))
            """,
        ]
    }

    /// A count as raw rows, with the figures and the verdict that are claimed.
    private func count(
        _ name: String, yes: (area: Int64, persons: Int32, households: Int32), part: (Int64, Int32, Int32),
        verdict: String = "pass", as login: String = "community"
    ) -> [SQL] {
        let op = Seed.id("op:" + name)
        let (found, counted) = (Seed.id("found:" + name), Seed.id("count:" + name))
        return [
            event(op),
            """
            insert into app.ballot_count (district, count_id, ballot_id, project_id, ordinal, counted_on, counted_by,
                op_id)
            values (1, \(counted), \(Owners.ballot), \(Scene.project), 1, '2026-03-02',
                \(Seed.id("person:" + login)), \(op))
            """,
            """
            insert into app.determination (district, determination_id, project_id, subject_kind, subject_id, question,
                inputs, edition, as_of, verdict, because, op_id)
            select 1, \(found), \(Scene.project), 'ballot', \(Owners.ballot), 'consent', '{}', edition, closes_on,
                \(verdict), '{}', \(op) from app.ballot where ballot_id = \(Owners.ballot)
            """,
            """
            insert into app.ballot_result (district, count_id, ordinal, ballot_id, project_id, area_part, area_yes,
                persons_part, persons_yes, households_part, households_yes, households_no, verdict,
                determination_id, op_id)
            values (1, \(counted), 1, \(Owners.ballot), \(Scene.project), \(part.0), \(yes.area), \(part.1),
                \(yes.persons), \(part.2), \(yes.households), 1, \(verdict), \(found), \(op))
            """,
            """
            update app.ballot set state = 'counted', version = version + 1, op_id = \(op)
            where ballot_id = \(Owners.ballot)
            """,
        ]
    }

    @Test("a slip is of an owner and a unit of the register, signed in time, whole, and one for a unit")
    func slips() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let units = try await Owners.voted(database, site)
            let free = try #require(units["203"])
            let other = try #require(units["101"])
            let cases: [([SQL], String)] = [
                (slip(nil, "nowhere"), "slip_is_of_a_register_unit"),
                (slip((free.unit, other.owner), "owner"), "slip_is_of_a_register_unit"),
                (slip(free, "area", area: 20_000), "slip_is_of_a_register_unit"),
                (slip(free, "late", signed: "2026-03-02"), "slip_is_signed_while_the_ballot_is_open"),
                (slip(free, "two", answers: ["yes", "no"]), "slip_answers_every_question"),
                (slip(free, "word", answers: ["maybe"]), "slip_answers_are_known"),
                (slip(free, "hand", by: "street"), "decision_is_signed_by_who_acts"),
                (slip(other, "again"), "unit_votes_once"),
            ]
            for (statements, code) in cases {
                #expect(try await database.refusal(as: "owners", statements) == code)
            }
            #expect(try await database.refusal(as: "owners", slip(free, "good")) == nil)
        }
    }

    @Test("a result is the tally of its slips, its verdict the rules' own, and what is counted never changes")
    func results() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let units = try await Owners.voted(database, site)
            let right: (Int64, Int32, Int32) = (50_000, 4, 5)
            #expect(
                try await database.refusal(
                    as: "community", count("more", yes: (50_000, 4, 5), part: right))
                    == "ballot_result_is_its_tally")
            #expect(
                try await database.refusal(
                    as: "community", count("word", yes: (40_000, 3, 4), part: right, verdict: "fail"))
                    == "ballot_verdict_follows_its_rules")
            #expect(
                try await database.refusal(as: "community", count("good", yes: (40_000, 3, 4), part: right))
                    == nil)
            let free = try #require(units["203"])
            #expect(
                try await database.refusal(as: "owners", slip(free, "late")) == "ballot_is_closed_to_slips")
            let op = Seed.id("op:withdraw")
            #expect(
                try await database.refusal(
                    as: "owners",
                    [
                        event(op),
                        """
                        update app.ballot_slip set withdrawn_on = '2026-03-01', withdrawal_kind = 'owner',
                            withdrawal_reason = '反悔', version = version + 1, op_id = \(op)
                        where slip_id = \(Seed.id("slip:101"))
                        """,
                    ]) == "ballot_is_closed_to_slips")
            for table in ["ballot_result", "ballot_count", "ballot_question"] {
                let change: SQL = "update app.\(unescaped: table) set op_id = \(op)"
                #expect(try await database.refusal(as: "owners", [change])?.hasPrefix("42501") == true)
            }
        }
    }

    @Test("the register changes by a confirmed import alone, and rests while a ballot is open")
    func register() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            _ = await Owners.register(site)
            let op = Seed.id("op:unit")
            let remove: [SQL] = [
                event(op, "register"),
                """
                update app.register_unit set until_import = \(Seed.id("import:first")), version = version + 1,
                    op_id = \(op) where room = '203'
                """,
            ]
            #expect(
                try await database.refusal(as: "street", remove) == "register_changes_by_a_confirmed_import")
            _ = await site.send(.post, Owners.base + "/ballots", as: "community", Owners.sheet())
            #expect(
                try await database.refusal(as: "street", remove) == "register_rests_while_a_ballot_is_open")
            let checked = await site.send(
                .post, Owners.base + "/register/imports", as: "street", Owners.file("second", Owners.table))
            #expect(checked.refusalCodes == ["register_rests_while_a_ballot_is_open"])
        }
    }

    @Test("a slip and the count racing: the count holds every slip, or the slip comes too late")
    func slipAgainstCount() async throws {
        for slipFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try Owners.site(database)
                let units = try await Owners.voted(database, site)
                let late = slip(try #require(units["203"]), "late")
                let counting = count("race", yes: (40_000, 3, 4), part: (50_000, 4, 5))
                let (first, second) =
                    slipFirst
                    ? try await database.race(("owners", late), ("community", counting))
                    : try await database.race(("community", counting), ("owners", late))
                #expect(first == nil)
                #expect(second == (slipFirst ? "ballot_result_is_its_tally" : "ballot_is_closed_to_slips"))
            }
        }
    }

    @Test("two clerks entering one unit at once: one slip stands")
    func slipAgainstSlip() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let units = try await Owners.voted(database, site)
            let unit = try #require(units["203"])
            let (first, second) = try await database.race(
                ("owners", slip(unit, "one")), ("community", slip(unit, "two", by: "community")))
            #expect(first == nil && second == "unit_votes_once")
        }
    }

    @Test("a ballot opening and a register changing never pass each other, whichever is first")
    func openingAgainstRegister() async throws {
        for openingFirst in [true, false] {
            try await TestDatabase.with(refusals: Scene.refusals) { database in
                let site = try Owners.site(database)
                _ = await Owners.register(site)
                let less = Owners.table.split(separator: "\n").dropLast().joined(separator: "\n")
                _ = await site.send(
                    .post, Owners.base + "/register/imports", as: "street", Owners.file("less", less))
                let (opening, change) = (openRaw(), confirmRaw())
                let (first, second) =
                    openingFirst
                    ? try await database.race(("community", opening), ("street", change))
                    : try await database.race(("street", change), ("community", opening))
                #expect(first == nil)
                #expect(
                    second
                        == (openingFirst
                            ? "register_rests_while_a_ballot_is_open" : "ballot_is_counted_over_the_register")
                )
            }
        }
    }

    private func openRaw() -> [SQL] {
        let op = Seed.id("op:open")
        return [
            event(op),
            """
            insert into app.ballot (district, ballot_id, project_id, title, organiser_kind, organiser_name, forms,
                topics, notified_on, opened_on, closes_on, register_import_id, households, persons, area_hundredths,
                edition, state, op_id)
            select 1, \(Owners.ballot), project_id, '意愿', 'community', '社区', '{LC-F1}',
                '{whether,what,how,management}', '2026-02-01', '2026-02-05', '2026-03-01',
                \(Seed.id("import:first")), 6, 5, 60000, edition, 'open', \(op)
            from app.project where project_id = \(Scene.project)
            """,
            """
            insert into app.ballot_question (district, ballot_id, ordinal, project_id, purpose, title, matter, class,
                class_reason, op_id)
            values (1, \(Owners.ballot), 1, \(Scene.project), 'willingness', '意愿', 'renovation', 'general', '维修',
                \(op))
            """,
        ]
    }

    private func confirmRaw() -> [SQL] {
        let op = Seed.id("op:confirm")
        let person = Seed.id("person:street")
        return [
            event(op, "register"),
            """
            update app.register_import set state = 'superseded', version = version + 1, op_id = \(op)
            where import_id = \(Seed.id("import:first"))
            """,
            """
            update app.register_import set state = 'standing', confirmed_by = \(person), version = version + 1,
                op_id = \(op) where import_id = \(Seed.id("import:less"))
            """,
            """
            update app.register_unit set until_import = \(Seed.id("import:less")), version = version + 1,
                op_id = \(op) where room = '203'
            """,
        ]
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
