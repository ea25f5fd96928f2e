import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

/// Two acts that would each be let through alone, and what the later of them is refused for.
struct OwnersRace: Sendable, CustomTestStringConvertible {
    /// What has happened before.
    enum Stage: Sendable { case registered, voted, counted }

    let name: String
    let stage: Stage
    let first: (login: String, statements: [SQL])
    let second: (login: String, statements: [SQL])
    let code: String

    init(
        _ name: String, after stage: Stage, _ first: (String, [SQL]), _ second: (String, [SQL]),
        _ code: String
    ) {
        (self.name, self.stage, self.code) = (name, stage, code)
        (self.first, self.second) = ((first.0, first.1), (second.0, second.1))
    }

    var testDescription: String { name }

    static let all = registers + openings + slips + counts

    private static let registers = [
        OwnersRace(
            "an import confirmed twice", after: .registered, ("street", OwnersRows.shrink("less")),
            ("community", confirmedAgain), "register_is_checked_before_it_stands"),
        OwnersRace(
            "two imports that were compared with one register", after: .registered,
            ("street", OwnersRows.shrink("less")), ("community", OwnersRows.grow("more")),
            "project_has_one_standing_register"),
        OwnersRace(
            "a file compared while the register moves on", after: .registered,
            ("street", OwnersRows.shrink("less")), ("community", OwnersRows.check("late", more: true)),
            "register_has_moved_on_since_the_check"),
        OwnersRace(
            "a register that moves on while a ballot opens over it", after: .registered,
            ("street", OwnersRows.shrink("less")), ("community", OwnersRows.opening()),
            "ballot_is_counted_over_the_register"),
        OwnersRace(
            "a ballot that opens while its register moves on", after: .registered,
            ("community", OwnersRows.opening()), ("street", OwnersRows.shrink("less")),
            "register_rests_while_a_ballot_is_open"),
    ]

    /// The same import by its names, as whoever read both before the other confirmed.
    private static let confirmedAgain = OwnersRows.act { op in
        [
            """
            update app.register_import set state = 'superseded', version = version + 1, op_id = \(op)
            where import_id = \(Seed.id("import:first"))
            """,
            OwnersRows.stand("less", op),
            """
            update app.register_unit set until_import = \(Seed.id("import:less")), version = version + 1,
                op_id = \(op) where room = '203'
            """,
        ]
    }

    private static let openings = [
        OwnersRace(
            "two ballots opened at once", after: .registered, ("community", OwnersRows.opening()),
            ("community", OwnersRows.opening(Seed.id("another ballot"))), "project_has_one_open_ballot"),
        OwnersRace(
            "a ballot of a project that is closed", after: .registered,
            (TestDatabase.anOperator, Raw.jump(to: "S23")), ("community", OwnersRows.opening()),
            "ballot_is_of_an_open_project"),
        OwnersRace(
            "a ballot called off twice", after: .voted,
            ("community", OwnersRows.ending("called_off", because: "雨")),
            ("owners", OwnersRows.ending("called_off", because: "雪")), "ballot_step_is_allowed"),
    ]

    private static let slips = [
        OwnersRace(
            "one unit entered twice", after: .voted, ("owners", OwnersRows.slip("203", "one").act),
            ("community", OwnersRows.slip("203", "two").act), "unit_votes_once"),
        OwnersRace(
            "one scan for two units", after: .voted, ("owners", OwnersRows.slip("203", "one").act),
            (
                "community",
                OwnersRows.withdrawal(of: "102")
                    + OwnersRows.slip(
                        "102", "two", ["scan_sha256": "sha256(convert_to(\(OwnersRows.scan("one")), 'UTF8'))"]
                    ).act
            ), "slip_scan_is_of_one_unit"),
        OwnersRace(
            "one slip withdrawn twice", after: .voted, ("owners", OwnersRows.withdrawal(of: "102")),
            ("community", OwnersRows.withdrawal(of: "102")), "slip_withdrawal_stays"),
        OwnersRace(
            "one slip rechecked twice", after: .voted, ("community", OwnersRows.recheck(of: "102").act),
            ("street", OwnersRows.recheck(of: "102").act), "slip_is_rechecked_once"),
        OwnersRace(
            "a slip withdrawn while it is rechecked", after: .voted,
            ("owners", OwnersRows.withdrawal(of: "102")), ("community", OwnersRows.recheck(of: "102").act),
            "slip_is_rechecked_before_the_count"),
    ]

    private static let counts = [
        OwnersRace(
            "a slip that comes while the ballot is counted", after: .voted,
            ("community", OwnersRows.count("one")), ("owners", OwnersRows.slip("203", "late").act),
            "ballot_is_closed_to_slips"),
        OwnersRace(
            "a count while a slip comes", after: .voted, ("owners", OwnersRows.slip("203", "last").act),
            ("community", OwnersRows.count("one")), "ballot_result_is_its_tally"),
        OwnersRace(
            "a recheck while the ballot is counted", after: .voted, ("owners", OwnersRows.count("one")),
            ("community", OwnersRows.recheck(of: "102").act), "slip_is_rechecked_before_the_count"),
        OwnersRace(
            "a count while a recheck finds another answer", after: .voted,
            ("community", OwnersRows.recheck(of: "103").act), ("owners", OwnersRows.count("one")),
            "count_waits_for_entries_that_differ"),
        OwnersRace(
            "a count while the slip that was rechecked is withdrawn", after: .voted,
            ("owners", OwnersRows.withdrawal(of: "101")), ("community", OwnersRows.count("one")),
            "count_waits_for_its_rechecks"),
        OwnersRace(
            "a ballot counted twice", after: .voted, ("community", OwnersRows.count("one")),
            ("owners", OwnersRows.count("two")), "recount_follows_the_last_count"),
        OwnersRace(
            "a ballot recounted twice", after: .counted,
            ("community", OwnersRows.count("recount", .again(named: "recount"))),
            ("owners", OwnersRows.count("other", .again(named: "other"))),
            "recount_follows_the_last_count"),
    ]
}

@Suite("Projects: two sessions at the register, its ballots and the rounds of consultation")
struct OwnersRaceTests {
    @Test("of two acts that exclude each other the later one is refused", arguments: OwnersRace.all)
    func races(race: OwnersRace) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            if race.stage == .registered {
                let confirmed = await Owners.register(site)
                try #require(confirmed.status == 200, "\(confirmed.text)")
                for name in ["more", "less"] {
                    try await database.act(as: "community", OwnersRows.check(name, more: name == "more"))
                }
            } else {
                try await Owners.voted(database, site)
            }
            if race.stage == .counted { try await database.act(as: "community", OwnersRows.count("first")) }
            let (first, second) = try await database.race(race.first, race.second)
            #expect(first == nil)
            #expect(second == race.code)
        }
    }

    @Test("two files never bring two developers")
    func developers() async throws {
        try await Raw.with { raw async throws in
            func developer(_ name: String) -> [SQL] {
                OwnersRows.owner(Seed.id(name), ["developer": "true"]).act
            }
            #expect(
                try await raw.lost(developer("one"), developer("two"))
                    == "project_has_one_developer_in_its_register")
        }
    }

    @Test("a step of consultation and its correction never pass each other, whichever is first")
    func consultation() async throws {
        let feedback = OwnersRows.step(1, "feedback", on: "2026-02-10")
        let later = OwnersRows.step(1, "collect", on: "2026-02-15", ["attempt": "2", "reason": "'更正'"])
        for (first, second) in [(feedback, later), (later, feedback)] {
            try await Raw.with { raw async throws in
                try await raw.act(OwnersRows.step(1, "collect", on: "2026-02-05"))
                #expect(try await raw.lost(first, second) == "consultation_goes_in_order")
            }
        }
        try await Raw.with { raw async throws in
            let step = OwnersRows.step(1, "collect", on: "2026-02-05")
            let again = OwnersRows.step(1, "collect", on: "2026-02-05")
            #expect(try await raw.lost(step, again) == "consultation_step_is_one")
            #expect(try await raw.lost(toJump: "S23", feedback) == "consultation_waits_no_more")
        }
    }
}
