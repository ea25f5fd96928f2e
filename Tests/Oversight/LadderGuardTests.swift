import Harness
import PQ
import Testing
import Values

@testable import Oversight

@Suite("Oversight: the ladder of an issue in the database")
struct LadderGuardTests {
    /// Two changes, of which the second is refused: when the first is done, and when both come at once.
    private static func contest(
        _ code: String, _ lay: @escaping @Sendable (TestDatabase) async throws -> Void,
        _ first: (login: String, statements: [SQL]), _ second: (login: String, statements: [SQL])
    ) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await lay(database)
            try await database.act(as: first.login, first.statements)
            let inTurn = try await database.refusal(as: second.login, second.statements)
            #expect(inTurn == code, "in turn")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await lay(database)
            let (one, two) = try await database.race(first, second)
            #expect(one == nil, "\(code), the first")
            #expect(two == code, "raced")
        }
    }

    private static func duplicate(_ name: String, of first: String) -> [SQL] {
        RawRows.change(
            name, "duplicate",
            "state = 'duplicate', duplicate_of = \(Seed.id("issue:" + first)), triaged_by = auth.person()")
    }

    @Test("an issue goes back twice at most; then only the district assigns, and nobody sends it back")
    func bounces() async throws {
        try await Self.contest(
            "issue_step_is_allowed", { try await RawRows.stand($0, "a", RawRows.assigned()) },
            ("contractor", RawRows.change("a", "back", RawRows.back)),
            ("contractor", RawRows.change("a", "begin", "state = 'in_progress'")))
        // The last bounce and an assignment meet: the street comes too late.
        let twice: SQL = """
            state = 'bounced', severity = 'S2', triaged_by = \(Seed.id("person:community")), bounce_reason = 'x',
                assignee_organisation_id = \(Seed.id("org:contractor")), bounced_to_id = \(Seed.id("org:epc")),
                bounced_count = 2
            """
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "a", twice)
            #expect(
                try await database.refusal(as: "street", RawRows.change("a", "s", RawRows.toContractor))
                    == "issue_is_assigned_finally_by_the_district")
            try await database.act(as: "office", RawRows.change("a", "o", RawRows.toContractor))
            #expect(
                try await database.refusal(as: "contractor", RawRows.change("a", "third", RawRows.back))
                    == "issue_bounces_are_limited")
            #expect(
                try await database.refusal(as: "contractor2", RawRows.change("a", "other", RawRows.back))
                    == "issue_is_fixed_by_its_responsible_unit")
        }
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "a", RawRows.assigned() + ", bounced_count = 1")
            try await database.act(as: "contractor", RawRows.change("a", "second", RawRows.back))
            let up = try await database.owner.read("select ground, escalated_on from app.issue_escalation")
            #expect(try up.one().text("ground") == "bounced_again")
        }
    }

    @Test("without an answer it closes after its window and not before, a severe one never")
    func unconfirmed() async throws {
        let close: SQL = "state = 'closed_unconfirmed', closed_on = '2026-03-02'"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "early", RawRows.claimed(on: "2026-02-23"))
            try await RawRows.stand(database, "due", RawRows.claimed(on: "2026-02-22"))
            try await RawRows.stand(database, "severe", RawRows.claimed(severity: "S1", on: "2026-02-01"))
            func refusal(_ login: String, _ name: String) async throws -> String? {
                try await database.refusal(as: login, RawRows.change(name, "close", close))
            }
            #expect(try await refusal("community", "early") == "issue_closes_unconfirmed_after_its_window")
            #expect(try await refusal("contractor", "due") == "issue_is_triaged_by_community_or_street")
            #expect(try await refusal("community", "severe") == "severe_issue_waits_for_its_confirmation")
            #expect(try await refusal("community", "due") == nil)
        }
        // The reporter's word and the end of the window at once: one of the two stands.
        try await Self.contest(
            "issue_step_is_allowed", { try await RawRows.stand($0, "a", RawRows.claimed(on: "2026-02-01")) },
            ("resident", RawRows.change("a", "yes", RawRows.confirm)),
            ("community", RawRows.change("a", "close", close)))
        // A severity that became grave while it was being closed.
        try await Self.contest(
            "severe_issue_waits_for_its_confirmation",
            { try await RawRows.stand($0, "a", RawRows.claimed(severity: "S3", on: "2026-02-01")) },
            ("street", RawRows.regrading("r", of: "a", from: "S3", to: "S1").statements),
            ("community", RawRows.change("a", "close", close)))
    }

    @Test("reopening ends with its days, and the second reopening goes up")
    func reopening() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let statedAs: SQL = """
                severity = 'S3', triaged_by = \(Seed.id("person:community")), state = 'closed',
                    assignee_organisation_id = \(Seed.id("org:contractor")), fix_note = '已修',
                    verified_as = 'reporter', verified_by = \(Seed.id("person:resident"))
                """
            try await RawRows.stand(database, "late", statedAs + ", closed_on = '2026-02-15'")
            try await RawRows.stand(
                database, "new", statedAs + ", closed_on = '2026-02-16', reopened_count = 1")
            #expect(
                try await database.refusal(as: "resident", RawRows.change("late", "again", RawRows.again))
                    == "issue_reopening_is_in_time")
            #expect(
                try await database.refusal(as: "owners", RawRows.change("new", "other", RawRows.again))
                    == "issue_is_reopened_by_its_reporter")
            try await database.act(as: "resident", RawRows.change("new", "again", RawRows.again))
            let up = try await database.owner.read("select ground from app.issue_escalation")
            #expect(try up.one().text("ground") == "reopened_again")
        }
    }

    @Test(
        "no report, of any kind, is set aside or made minor by who builds; the community's word stands (HOUSE-OVS-12)"
    )
    func builder() async throws {
        let code = "issue_is_not_eased_by_its_builder"
        let away: SQL = "state = 'rejected', rejection_reason = '不在本项目范围', triaged_by = auth.person()"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            for (name, kind) in [("a", "safety"), ("b", "quality"), ("c", "other")] {
                try await database.act(
                    as: "resident", RawRows.issue(name).with(["kind": "\(kind)"]).statements)
                let minor = RawRows.change(name, "mild", RawRows.accept("S4"))
                #expect(try await database.refusal(as: "street", minor) == code)
                #expect(
                    try await database.refusal(as: "street", RawRows.change(name, "away", away)) == code)
            }
            let joined: SQL = """
                state = 'duplicate', duplicate_of = \(Seed.id("issue:b")), triaged_by = auth.person()
                """
            #expect(try await database.refusal(as: "street", RawRows.change("a", "joined", joined)) == code)
            try await database.act(as: "street", RawRows.change("a", "grave", RawRows.accept("S1")))
            try await database.act(as: "community", RawRows.change("b", "away2", away))
            try await database.act(as: "community", RawRows.change("c", "mild2", RawRows.accept("S4")))
        }
    }

    @Test("words of danger keep a report of any kind from being minor, but by the office (HOUSE-OVS-13)")
    func graveWords() async throws {
        let code = "issue_of_danger_is_not_minor"
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let said = [
                "a": ("外墙 要 倒了，出人命了", true), "b": ("楼道里有煤气味", true), "c": ("夜里打钻", false),
                "d": ("倒垃圾的地方太远", false),
            ]
            for (name, (words, isGrave)) in said {
                let report = RawRows.issue(name).with(["kind": "'quality'", "description": "\(words)"])
                try await database.act(as: "resident", report.statements)
                let minor = RawRows.change(name, "mild", RawRows.accept("S4"))
                let refused = try await database.refusal(as: "street", minor)
                #expect(refused == (isGrave ? code : "issue_is_not_eased_by_its_builder"), "\(words)")
                guard name != "b" else { continue }
                #expect(
                    try await database.refusal(as: "community", minor) == (isGrave ? code : nil), "\(words)")
            }
            let office = RawRows.change("a", "mild2", RawRows.accept("S4"))
            #expect(try await database.refusal(as: "office", office) == nil)
            let severe = RawRows.change("b", "severe", RawRows.accept("S2"))
            try await database.act(as: "community", severe)
            try await database.act(
                as: "street", RawRows.regrading("b", of: "b", from: "S2", to: "S3").statements)
            let agreed = RawRows.decide("b", "agreed", RawRows.agree)
            #expect(try await database.refusal(as: "community", agreed) == code)
            #expect(try await database.refusal(as: "resident", agreed) == code)
            #expect(try await database.refusal(as: "office", agreed) == nil)
        }
    }

    @Test("a milder severity waits for a second unit beside the builder; a graver one stands at once")
    func regrading() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "a", RawRows.assigned(severity: "S3"))
            let graver = RawRows.regrading("up", of: "a", from: "S3", to: "S1").statements
            #expect(
                try await database.refusal(as: "contractor", graver)
                    == "issue_is_triaged_by_community_or_street")
            try await database.act(as: "community", graver)
            #expect(try await Scene.acceptanceBlock(database) == "acceptance_waits_for_severe_issues")
            let milder = RawRows.regrading("down", of: "a", from: "S1", to: "S3").statements
            try await database.act(as: "street", milder)
            #expect(
                try await database.refusal(as: "street", RawRows.decide("down", "own", RawRows.agree))
                    == "issue_regrading_is_decided_by_a_second_person")
            #expect(
                try await database.refusal(as: "contractor", RawRows.decide("down", "low", RawRows.agree))
                    == "issue_regrading_has_a_word_beside_the_builder")
            #expect(try await Scene.acceptanceBlock(database) != nil)
            #expect(
                try await database.refusal(as: "street2", RawRows.decide("down", "same", RawRows.agree))
                    == "issue_regrading_is_decided_by_a_second_unit")
            try await database.act(as: "community", RawRows.decide("down", "second", RawRows.agree))
            #expect(try await Scene.acceptanceBlock(database) == nil)
            let direct = RawRows.change("a", "direct", "severity = 'S4'")
            #expect(try await database.refusal(as: "community", direct) == "issue_step_is_allowed")
            let along = RawRows.change("a", "along", "state = 'in_progress', severity = 'S4'")
            #expect(try await database.refusal(as: "contractor", along) == "issue_severity_is_set_once")
        }
        let lay: @Sendable (TestDatabase) async throws -> Void = {
            try await RawRows.stand($0, "a", RawRows.assigned(severity: "S1"))
        }
        try await Self.contest(
            "issue_regrading_is_one_at_a_time", lay,
            ("street", RawRows.regrading("one", of: "a", from: "S1", to: "S3").statements),
            ("office", RawRows.regrading("two", of: "a", from: "S1", to: "S4").statements))
        try await Self.contest(
            "issue_regrading_is_decided_once",
            {
                try await lay($0)
                try await $0.act(
                    as: "community", RawRows.regrading("one", of: "a", from: "S1", to: "S3").statements)
            }, ("street", RawRows.decide("one", "s", RawRows.agree)),
            ("office", RawRows.decide("one", "o", RawRows.agree)))
        try await Self.contest(
            "issue_regrading_is_of_an_open_issue",
            { try await RawRows.stand($0, "a", RawRows.assigned(severity: "S3")) },
            ("street", RawRows.regrading("one", of: "a", from: "S3", to: "S2").statements),
            ("office", RawRows.regrading("two", of: "a", from: "S3", to: "S1").statements))
        // The severity moved while the fixer's step was on its way with the old one.
        try await Self.contest(
            "issue_severity_is_set_once",
            { try await RawRows.stand($0, "a", RawRows.assigned(severity: "S3")) },
            ("street", RawRows.regrading("one", of: "a", from: "S3", to: "S2").statements),
            ("contractor", RawRows.change("a", "stale", "state = 'in_progress', severity = 'S3'")))
    }

    @Test("what stays open goes up once, after its days")
    func escalation() async throws {
        try await Self.contest(
            "issue_is_escalated_once_for_a_ground",
            { try await RawRows.stand($0, "a", RawRows.assigned() + ", filed_on = '2026-01-01'") },
            ("street", RawRows.escalation("a", "open_too_long", on: "2026-03-02").statements),
            (
                "office",
                RawRows.escalation("a", "open_too_long", on: "2026-03-02").again(as: "second").statements
            ))
        try await Self.contest(
            "issue_escalation_has_its_ground",
            { try await RawRows.stand($0, "a", RawRows.claimed() + ", filed_on = '2026-01-01'") },
            ("resident", RawRows.change("a", "yes", RawRows.confirm)),
            ("office", RawRows.escalation("a", "open_too_long", on: "2026-03-02").statements))
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "a", RawRows.assigned() + ", filed_on = '2026-01-31'")
            for (ground, day, code) in [
                ("open_too_long", "2026-03-02", "issue_escalation_has_its_ground"),
                ("reopened_again", "2026-03-02", "issue_escalation_has_its_ground"),
                ("open_too_long", "2026-03-03", nil),
            ] as [(String, String, String?)] {
                let up = RawRows.escalation("a", ground, on: day).again(as: ground + day).statements
                #expect(try await database.refusal(as: "street", up) == code)
            }
        }
    }

    @Test("nameless reports of one source are limited, in turn and at once; another source is not held")
    func limit() async throws {
        let all: @Sendable (TestDatabase) async throws -> Void = { database in
            for number in 1...29 { try await database.act(as: "resident", RawRows.nameless("\(number)")) }
        }
        try await Self.contest(
            "anonymous_reports_are_limited", all, ("resident", RawRows.nameless("30")),
            ("resident", RawRows.nameless("31")))
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await all(database)
            try await database.act(as: "resident", RawRows.nameless("30"))
            #expect(
                try await database.refusal(as: "resident", RawRows.nameless("31", from: "10.0.0.2")) == nil)
        }
    }

    @Test("roster, steps and duplicates: of two at once the second is refused")
    func others() async throws {
        try await Self.contest(
            "volunteer_is_on_the_roster_once", { _ in }, ("community", RawRows.volunteer().statements),
            (
                "community",
                RawRows.volunteer().with(["volunteer_id": "\(Seed.id("twice"))"]).again(as: "twice")
                    .statements
            ))
        let end = RawRow.change(
            "app.volunteer", "volunteer_id", Seed.id("roster:volunteer"), "end", in: Scene.project,
            "ended_on = '2026-03-02'")
        let filed = RawRows.issue("v", by: "volunteer").statements
        try await Self.contest(
            "volunteer_is_on_the_roster",
            { try await $0.act(as: "community", RawRows.volunteer().statements) }, ("community", end),
            ("volunteer", filed))
        try await Self.contest(
            "issue_is_verified_by_reporter_or_volunteer",
            {
                try await $0.act(as: "community", RawRows.volunteer().statements)
                try await RawRows.stand($0, "a", RawRows.claimed())
            }, ("community", end),
            (
                "volunteer",
                RawRows.change(
                    "a", "word",
                    """
                    state = 'verified', verified_as = 'volunteer', verified_by = auth.person(),
                        verified_organisation_id = auth.organisation()
                    """)
            ))
        try await Self.contest(
            "issue_is_reopened_by_its_reporter",
            {
                try await $0.act(as: "community", RawRows.volunteer().statements)
                try await RawRows.stand($0, "a", RawRows.claimed())
            }, ("community", end), ("volunteer", RawRows.change("a", "again", RawRows.again)))
        try await Self.contest(
            "issue_duplicate_is_of_a_standing_issue",
            { database in
                for name in ["a", "b"] {
                    try await database.act(as: "resident", RawRows.issue(name).statements)
                }
            }, ("community", Self.duplicate("a", of: "b")), ("office", Self.duplicate("b", of: "a")))
        // Assigned to another unit while the first one began.
        try await Self.contest(
            "issue_is_fixed_by_its_responsible_unit",
            {
                try await RawRows.stand(
                    $0, "a",
                    RawRows.assigned(state: "reopened") + ", reopening_reason = 'x', reopened_count = 1")
            },
            (
                "street",
                RawRows.change(
                    "a", "other", "state = 'assigned', assignee_organisation_id = \(Seed.id("org:epc"))")
            ), ("contractor", RawRows.change("a", "begin", "state = 'in_progress'")))
    }

    @Test("an appointment and the roster at once: the owner's session first, the community's finds it")
    func engagementRace() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            #expect(
                try await database.refusal(as: "community", RawRows.volunteer("supervisor").statements)
                    == "volunteer_has_no_engagement_with_any_party")
            async let second: String? = {
                try await Task.sleep(for: .milliseconds(300))
                return try await database.refusal(as: "community", RawRows.volunteer().statements)
            }()
            try await database.owner.transaction { transaction in
                _ = try await transaction.send([
                    """
                    insert into auth.appointment (district, appointment_id, person_id, organisation_id, role,
                        project_id, valid_from)
                    values (1, \(Seed.id("late")), \(Seed.id("person:volunteer")), \(Seed.id("org:contractor")),
                        'contractor', \(Scene.project), '2026-01-01')
                    """
                ])
                try await Task.sleep(for: .milliseconds(600))
                _ = try await transaction.commit()
            }
            #expect(try await second == "volunteer_has_no_engagement_with_any_party")
        }
    }

    @Test("a severe issue and the call of an acceptance round at once: the round finds the issue")
    func severeIssueMeetsRound() async throws {
        let round = RawRow(
            "app.acceptance_round", of: "acceptance_round", Seed.id("round"), in: Scene.project,
            [
                "acceptance_round_id": "\(Seed.id("round"))", "number": "1", "event_on": "'2026-04-01'",
                "place": "'现场'", "notice_on": "'2026-03-02'", "notice_number": "'1'",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "notice_workdays": "7", "mode": "'traditional'",
            ])
        try await Self.contest(
            "acceptance_waits_for_blocks",
            { database in
                try await database.act(as: "resident", RawRows.issue("a").statements)
                try await RawRows.put(
                    database,
                    [
                        "update app.project set state = 'S15'",
                        """
                        insert into app.delivery_mode (district, project_id, mode, chosen_on, op_id)
                        values (1, \(Scene.project), 'traditional', '2026-01-01', \(Seed.id("op")))
                        """,
                    ])
            }, ("community", RawRows.change("a", "grave", RawRows.accept("S1"))), ("street", round.statements)
        )
    }
}
