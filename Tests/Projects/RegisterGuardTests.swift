import Harness
import PQ
import Testing
import Values
import Web

@testable import Projects

@Suite("Projects: every guard of the register and of consultation in raw SQL")
struct RegisterGuardTests {
    private func registered(_ body: @Sendable (TestDatabase, TestSite) async throws -> Void) async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            let site = try Owners.site(database)
            let confirmed = await Owners.register(site)
            try #require(confirmed.status == 200, "\(confirmed.text)")
            try await body(database, site)
        }
    }

    @Test(
        "an import is compared with what stands, stands in its place, and holds what it was compared to hold")
    func imports() async throws {
        let other = Seed.id("person:owners")
        try await registered { database, _ in
            for name in ["more", "less"] {
                try await database.act(as: "community", OwnersRows.check(name, more: name == "more"))
            }
            let trials: [(String, [SQL])] = [
                (
                    "register_is_checked_before_it_stands",
                    OwnersRows.check("a", more: true, ["state": "'lost'"])
                ),
                (
                    "register_is_checked_before_it_stands",
                    OwnersRows.check("a", more: true, ["checked_by": "\(other)"])
                ),
                ("register_digest_has_32_bytes", OwnersRows.check("a", more: true, ["digest": "'x'"])),
                // Neither with nothing, nor with what never stood.
                (
                    "register_has_moved_on_since_the_check",
                    OwnersRows.check("a", more: true, ["based_on": "null"])
                ),
                (
                    "register_has_moved_on_since_the_check",
                    OwnersRows.check("a", more: true, ["based_on": "\(Seed.id("import:less"))"])
                ),
                ("register_is_replaced_not_removed", OwnersRows.act { [OwnersRows.supersede($0)] }),
                ("project_has_one_standing_register", OwnersRows.act { [OwnersRows.stand("less", $0)] }),
                (
                    "decision_is_signed_by_who_acts",
                    OwnersRows.act {
                        [OwnersRows.supersede($0), OwnersRows.stand("less", by: "\(other)", $0)]
                    }
                ),
                // Who confirmed what stood stays what he confirmed.
                (
                    "decision_is_signed_by_who_acts",
                    OwnersRows.act { [OwnersRows.supersede($0, ", confirmed_by = \(other)")] }
                ),
                (
                    "register_totals_are_of_its_units",
                    OwnersRows.act { [OwnersRows.supersede($0), OwnersRows.stand("less", $0)] }
                ),
            ]
            for (code, statements) in trials {
                #expect(try await database.refusal(as: "street", statements) == code)
            }
            try await database.act(as: "street", OwnersRows.shrink("less"))
            #expect(
                try await database.refusal(as: "street", OwnersRows.grow("more"))
                    == "register_has_moved_on_since_the_check")
            // Who takes part in the works keeps no register.
            try await database.engage(["designer"], in: Scene.project)
            let foreign = OwnersRows.check("b", more: true, ["based_on": "\(Seed.id("import:less"))"])
            #expect(try await database.refusal(as: "designer", foreign)?.hasPrefix("42501") == true)
            try await database.act(as: "street", foreign)
        }
    }

    @Test("units come and go with their import, whole, in rooms of their own and with owners of the project")
    func units() async throws {
        try await registered { database, _ in
            try await database.act(as: "community", OwnersRows.check("more", more: true))
            func with(_ unit: OwnersRows.Changes) -> [SQL] { OwnersRows.grow("more", unit: unit) }
            let import2 = Seed.id("import:more")
            let trials: [(String, [SQL])] = [
                ("register_unit_has_a_room", with(["room": "' '"])),
                ("register_unit_has_an_area", with(["area_hundredths": "0"])),
                ("register_area_source_is_known", with(["area_source": "'guessed'"])),
                ("register_owner_is_of_the_project", with(["owner_id": "\(Seed.id("nobody"))"])),
                (
                    "register_changes_by_a_confirmed_import",
                    with(["since_import": "\(Seed.id("import:first"))"])
                ),
                ("register_changes_by_a_confirmed_import", with(["until_import": "\(import2)"])),
                ("register_room_is_one", with(["room": "'203'"])),
                ("register_door_is_written_once", with(["room": "'２０３ 室'"])),
                ("register_totals_are_of_its_units", with(["area_hundredths": "10001"])),
                (
                    "register_totals_are_of_its_units",
                    with(["owner_id": "(select owner_id from app.register_unit where room = '101')"])
                ),
                (
                    "register_changes_by_a_confirmed_import",
                    OwnersRows.act { op in
                        [
                            """
                            update app.register_unit set until_import = \(import2), version = version + 1,
                                op_id = \(op) where room = '203'
                            """
                        ]
                    }
                ),
                (
                    "register_unit_area_is_plausible",
                    OwnersRows.grow("more", unit: ["area_hundredths": "499"])
                ),
                (
                    "project_has_one_developer_in_its_register",
                    OwnersRows.grow("more", owner: ["developer": "true"])
                ),
                (
                    "register_file_comes_with_its_import",
                    RawRow(
                        "app.register_file", of: "test", import2, in: Scene.project,
                        ["import_id": "\(import2)", "content": "'another'"]
                    ).act
                ),
                (
                    "register_owner_comes_with_its_name",
                    OwnersRows.owner(Seed.id("nameless")).act
                        + RawRow(
                            "app.register_owner_detail", of: "test", import2, in: Scene.project,
                            ["owner_id": "\(Seed.id("nameless"))", "names": "'甲'", "identity": "'A'"]
                        ).act
                ),
            ]
            for (code, statements) in trials {
                #expect(try await database.refusal(as: "street", statements) == code)
            }
            try await database.act(as: "street", OwnersRows.grow("more"))
            // A unit that went does not go again, nor come back.
            try await database.act(
                as: "street",
                OwnersRows.check(
                    "then", more: false,
                    [
                        "based_on": "\(import2)", "households": "6", "persons": "5",
                        "area_hundredths": "60000",
                    ]))
            try await database.act(as: "street", OwnersRows.shrink("then"))
            for until in ["\(import2)", "null"] as [SQL] {
                let statements = OwnersRows.act { op in
                    [
                        "update app.register_unit set until_import = " + until
                            + ", version = version + 1, op_id = \(op) where room = '203'"
                    ]
                }
                #expect(
                    try await database.refusal(as: "street", statements)
                        == "register_changes_by_a_confirmed_import")
            }
        }
    }

    @Test("the register rests while a ballot is open")
    func rest() async throws {
        try await registered { database, site in
            try await database.act(as: "street", OwnersRows.check("less", more: false))
            try await database.act(as: "community", OwnersRows.opening())
            #expect(
                try await database.refusal(as: "street", OwnersRows.shrink("less"))
                    == "register_rests_while_a_ballot_is_open")
            let checked = await site.send(
                .post, Owners.base + "/register/imports", as: "street", Owners.file("second", Owners.table))
            #expect(checked.refusalCodes == ["register_rests_while_a_ballot_is_open"])
        }
    }

    @Test("rounds go up and come down in order, are recorded when they happened, and deliberated where asked")
    func consultation() async throws {
        try await Raw.with { raw async throws in
            try await raw.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    update policy.parameter set value = '2' where key = 'rounds.deliberation'
                        and edition = (select edition from app.project where project_id = \(Scene.project))
                    """,
                ])
            }
            try await raw.act(OwnersRows.step(1, "collect", on: "2026-02-05"))
            try await raw.act(OwnersRows.step(1, "feedback", on: "2026-02-10"))
            let deliberation = ["kind": "'deliberation'", "attendance": "20"] as OwnersRows.Changes
            let trials: [(String, [SQL])] = [
                ("consultation_round_is_numbered", OwnersRows.step(0, "collect", on: "2026-02-01")),
                (
                    "consultation_goes_in_order",
                    OwnersRows.step(2, "collect", on: "2026-02-09", deliberation)
                ),
                ("consultation_goes_in_order", OwnersRows.step(2, "feedback", on: "2026-02-12")),
                (
                    "consultation_goes_in_order",
                    OwnersRows.step(1, "collect", on: "2026-02-11", ["attempt": "2", "reason": "'更正'"])
                ),
                ("paper_is_not_dated_ahead", OwnersRows.step(2, "collect", on: "2026-03-03", deliberation)),
                ("round_of_deliberation_has_its_minutes", OwnersRows.step(2, "collect", on: "2026-02-12")),
                (
                    "round_of_deliberation_has_its_minutes",
                    OwnersRows.step(2, "collect", on: "2026-02-12", ["kind": "'deliberation'"])
                ),
                ("consultation_step_is_one", OwnersRows.step(1, "feedback", on: "2026-02-10")),
            ]
            for (code, statements) in trials { #expect(try await raw.refusal(statements) == code) }
            try await raw.act(OwnersRows.step(2, "collect", on: "2026-02-12", deliberation))
            try await raw.database.owner.transaction { transaction in
                _ = try await transaction.commit(after: [
                    "set local session_replication_role = replica",
                    """
                    insert into app.consultation_step (district, step_id, project_id, round, direction, attempt,
                        kind, happened_on, place, summary, sha256, reason, op_id)
                    select 1, gen_random_uuid(), \(Scene.project), 1, 'feedback', attempt, 'posting', '2026-02-10',
                        '社区', '记录', sha256('minutes'), '更正', \(Seed.id("op"))
                    from generate_series(2, 99) attempt
                    """,
                ])
            }
            let hundredth: OwnersRows.Changes = ["attempt": "100", "reason": "'更正'"]
            #expect(
                try await raw.refusal(OwnersRows.step(1, "feedback", on: "2026-02-10", hundredth))
                    == "consultation_attempt_is_numbered")
        }
    }
}
