import Harness
import PQ
import Testing
import Values

@testable import Oversight

/// What a row refuses by itself: no second session can meet in one, so these have no race.
@Suite("Oversight: what a single row refuses")
struct OversightFormGuardTests {
    @Test("issues: every column's rule refuses raw SQL")
    func issues() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let filed: [(String, [String: SQL])] = [
                ("issue_names_its_place", ["place": "''"]), ("issue_is_described", ["description": "''"]),
                ("issue_salt_has_32_bytes", ["description_salt": "'short'"]),
                ("issue_reporter_kind_is_known", ["reporter_kind": "'ghost'"]),
                ("issue_follow_key_is_a_hash", ["follow_key_hash": "'short'"]),
                ("issue_has_somebody_to_answer", ["reporter_id": "null"]),
                ("issue_is_of_its_project", ["edition": RawRows.otherEdition]),
                ("issue_kind_is_known", ["kind": "'ghosts'"]),
                ("issue_is_filed_by_who_acts", ["reporter_id": "\(Seed.id("person:owners"))"]),
                ("issue_step_is_allowed", ["state": "'accepted'"]),
                ("issue_duplicate_names_the_first", ["duplicate_of": "\(Seed.id("issue:b"))"]),
                ("issue_verifier_is_known", ["verified_as": "'friend'"]),
            ]
            for (code, changes) in filed {
                #expect(
                    try await database.refusal(as: "resident", RawRows.issue("a").with(changes).statements)
                        == code)
            }
            try await database.act(as: "resident", RawRows.issue("a").statements)
            let sorted: [(String, SQL)] = [
                ("issue_severity_is_known", RawRows.accept("S9")),
                ("issue_is_accepted_with_a_severity", "state = 'accepted', triaged_by = auth.person()"),
                ("issue_rejection_gives_its_reason", "state = 'rejected', triaged_by = auth.person()"),
                ("decision_is_signed_by_who_acts", "state = 'accepted', severity = 'S3'"),
                (
                    "issue_is_not_its_own_duplicate",
                    "state = 'duplicate', duplicate_of = issue_id, triaged_by = auth.person()"
                ),
            ]
            for (code, set) in sorted {
                #expect(try await database.refusal(as: "community", RawRows.change("a", code, set)) == code)
            }
            try await database.act(as: "community", RawRows.change("a", "accept", RawRows.accept("S3")))
            #expect(
                try await database.refusal(
                    as: "community", RawRows.change("a", "nobody", "state = 'assigned'"))
                    == "issue_has_one_responsible_unit")
        }
    }

    @Test("steps, photos, contacts: every column's rule refuses raw SQL")
    func steps() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.put(
                database,
                [
                    """
                    insert into app.file (district, sha256, media_type, content)
                    values (1, sha256('photo'), 'image/png', 'photo')
                    """
                ])
            try await RawRows.stand(database, "a", RawRows.assigned())
            let sent: SQL = "state = 'bounced', bounced_count = bounced_count + 1"
            #expect(
                try await database.refusal(as: "contractor", RawRows.change("a", "mute", sent))
                    == "issue_bounce_names_another_unit")
            try await database.act(as: "contractor", RawRows.change("a", "begin", "state = 'in_progress'"))
            let photo = RawRows.photo("a")
            func claim(_ op: String, _ set: SQL) -> [SQL] {
                let change = RawRows.change("a", op, set)
                let op = Seed.id("op:app.issue/\(Seed.id("issue:a"))/\(op)")
                return [change[0], photo.insert(under: op), change[1]]
            }
            #expect(
                try await database.refusal(as: "contractor", RawRows.change("a", "bare", RawRows.claim))
                    == "issue_fix_is_shown_by_a_photo")
            #expect(
                try await database.refusal(
                    as: "contractor",
                    claim(
                        "mute",
                        "state = 'fix_claimed', claimed_by = auth.person(), fix_claimed_on = '2026-03-02'"))
                    == "issue_fix_is_described")
            #expect(
                try await database.refusal(
                    as: "contractor",
                    claim("dayless", "state = 'fix_claimed', claimed_by = auth.person(), fix_note = 'x'"))
                    == "issue_fix_claim_has_its_day")
            try await database.act(as: "contractor", claim("fixed", RawRows.claim))
            let silent: SQL = """
                state = 'reopened', reopened_count = reopened_count + 1, reopened_on = '2026-03-02'
                """
            #expect(
                try await database.refusal(as: "resident", RawRows.change("a", "silent", silent))
                    == "issue_reopening_gives_its_reason")
            for (code, changes) in [
                ("issue_photo_moment_is_known", ["moment": "'during'"]),
                ("issue_photo_source_is_known", ["taken_by": "'passer-by'"]),
                ("issue_part_is_of_its_project", ["issue_id": "\(Seed.id("issue:none"))"]),
            ] as [(String, [String: SQL])] {
                let found = try await database.refusal(
                    as: "contractor", RawRows.photo("a", moment: "before").with(changes).statements)
                #expect(
                    found == code
                        || (code == "issue_part_is_of_its_project"
                            && found == "issue_photo_district_issue_id_fkey")
                )
            }
            let contact = RawRow(
                "app.issue_contact", of: "issue_contact", Seed.id("contact"), in: Scene.project,
                ["issue_id": "\(Seed.id("issue:a"))"])
            #expect(
                try await database.refusal(as: "resident", contact.statements) == "issue_contact_is_not_empty"
            )
        }
    }

    @Test("who fixed an issue does not confirm it, even where he reported it")
    func ownFix() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await database.act(as: "contractor", RawRows.issue("own").statements)
            let update: SQL = "update app.issue set "
            try await RawRows.put(database, [update + RawRows.claimed()])
            #expect(
                try await database.refusal(as: "contractor", RawRows.change("own", "yes", RawRows.confirm))
                    == "issue_is_not_verified_by_its_fixer")
        }
    }

    @Test("a part of another project's issue is refused")
    func foreignPart() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            try await RawRows.stand(database, "a", "project_id = \(Seed.id("other project"))")
            let contact = RawRow(
                "app.issue_contact", of: "issue_contact", Seed.id("contact"), in: Scene.project,
                ["issue_id": "\(Seed.id("issue:a"))", "name": "'王'"])
            #expect(
                try await database.refusal(as: "resident", contact.statements)
                    == "issue_part_is_of_its_project")
        }
    }

    @Test("the roster, regradings, escalations, sources: every column's rule refuses raw SQL")
    func tables() async throws {
        try await TestDatabase.with(refusals: Scene.refusals) { database in
            try await Scene.lay(database)
            let roster: [(String, [String: SQL])] = [
                ("volunteer_does_not_appoint_himself", ["person_id": "auth.person()"]),
                ("volunteer_ends_after_beginning", ["ended_on": "'2026-02-01'"]),
                ("volunteer_is_appointed_by_the_community", ["appointed_by": "\(Seed.id("person:street"))"]),
            ]
            for (code, changes) in roster {
                #expect(
                    try await database.refusal(as: "community", RawRows.volunteer().with(changes).statements)
                        == code)
            }
            #expect(
                try await database.refusal(as: "street", RawRows.volunteer().statements)?.hasPrefix("42501")
                    == true)
            try await RawRows.stand(database, "a", RawRows.assigned(severity: "S3"))
            let regradings: [(String, [String: SQL])] = [
                ("issue_regrading_severity_is_known", ["to_severity": "'S9'", "state": "'proposed'"]),
                ("issue_regrading_has_a_reason", ["reason": "''"]),
                ("issue_regrading_changes_the_severity", ["to_severity": "'S3'", "state": "'approved'"]),
                ("issue_regrading_decision_is_signed", ["decided_by": "\(Seed.id("person:office"))"]),
                ("issue_regrading_waits_for_a_second_person", ["state": "'approved'"]),
                ("issue_regrading_is_of_an_open_issue", ["from_severity": "'S1'"]),
                ("decision_is_signed_by_who_acts", ["proposed_by": "\(Seed.id("person:office"))"]),
            ]
            for (code, changes) in regradings {
                let row = RawRows.regrading("r", of: "a", from: "S3", to: "S4").with(changes)
                #expect(try await database.refusal(as: "community", row.statements) == code)
            }
            #expect(
                try await database.refusal(
                    as: "street", RawRows.escalation("a", "whim", on: "2026-03-02").statements)
                    == "issue_escalation_ground_is_known")
            let nameless = RawRows.issue("n", by: "link").with([
                "reporter_id": "null", "follow_key_hash": "sha256('key')",
            ])
            #expect(
                try await database.refusal(as: "resident", nameless.statements)
                    == "anonymous_report_is_counted")
            let short = RawRows.counted("n").with(["source_hash": "'short'"]).insert(under: nameless.op)
            #expect(
                try await database.refusal(as: "resident", nameless.statements + [short])
                    == "anonymous_source_is_a_hash")
        }
    }
}
