import Harness
import PQ
import Values

@testable import Oversight

/// Rows of oversight as raw SQL writes them, each right until a test changes a column.
enum RawRows {
    static let otherEdition: SQL = """
        (select min(edition) from policy.edition
            where edition <> (select edition from app.project where project_id = \(Scene.project)))
        """

    static func issue(_ name: String, by kind: String = "resident") -> RawRow {
        RawRow(
            "app.issue", of: "issue", Seed.id("issue:" + name), in: Scene.project,
            [
                "issue_id": "\(Seed.id("issue:" + name))", "kind": "'noise'", "place": "'3幢'",
                "description": "'夜里打钻'", "description_salt": "sha256('salt')", "reporter_kind": "\(kind)",
                "reporter_id": "auth.person()",
                "edition": "(select edition from app.project where project_id = \(Scene.project))",
                "filed_on": "'2026-03-02'", "state": "'new'",
            ])
    }

    /// Nobody's: a report behind a private link, and the row that counts it.
    static func nameless(_ name: String, from peer: String = "10.0.0.1") -> [SQL] {
        let row = issue(name, by: "link").with(["reporter_id": "null", "follow_key_hash": "sha256('key')"])
        return row.statements + [counted(name, from: peer).insert(under: row.op)]
    }

    static func counted(_ name: String, from peer: String = "10.0.0.1") -> RawRow {
        RawRow(
            "app.anonymous_report", of: "issue", Seed.id("issue:" + name), in: Scene.project,
            [
                "issue_id": "\(Seed.id("issue:" + name))",
                "source_hash": "app.source_hash(\(Scene.project), \(peer))",
            ])
    }

    static func regrading(_ name: String, of issue: String, from: String, to: String) -> RawRow {
        RawRow(
            "app.issue_regrading", of: "issue_regrading", Seed.id("regrading:" + name), in: Scene.project,
            [
                "issue_regrading_id": "\(Seed.id("regrading:" + name))",
                "issue_id": "\(Seed.id("issue:" + issue))",
                "from_severity": "\(from)", "to_severity": "\(to)", "reason": "'复核后改级'",
                "state": "\(to > from ? "proposed" : "approved")", "proposed_by": "auth.person()",
                "proposed_on": "'2026-03-02'",
            ])
    }

    static func escalation(_ issue: String, _ ground: String, on day: String) -> RawRow {
        RawRow(
            "app.issue_escalation", of: "issue", Seed.id("issue:" + issue), in: Scene.project,
            [
                "issue_id": "\(Seed.id("issue:" + issue))", "ground": "\(ground)",
                "escalated_on": "\(day)::date",
            ])
    }

    static func volunteer(_ login: String = "volunteer") -> RawRow {
        RawRow(
            "app.volunteer", of: "volunteer", Seed.id("roster:" + login), in: Scene.project,
            [
                "volunteer_id": "\(Seed.id("roster:" + login))", "person_id": "\(Seed.id("person:" + login))",
                "appointed_by": "auth.person()", "appointed_on": "'2026-03-01'",
            ])
    }

    static func photo(_ issue: String, moment: String = "after") -> RawRow {
        RawRow(
            "app.issue_photo", of: "issue", Seed.id("issue:" + issue), in: Scene.project,
            [
                "issue_id": "\(Seed.id("issue:" + issue))", "sha256": "sha256('photo')",
                "moment": "\(moment)",
                "taken_by": "'assignee'",
            ])
    }

    static func change(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change("app.issue", "issue_id", Seed.id("issue:" + name), op, in: Scene.project, set)
    }

    static func decide(_ name: String, _ op: String, _ set: SQL) -> [SQL] {
        RawRow.change(
            "app.issue_regrading", "issue_regrading_id", Seed.id("regrading:" + name), op, in: Scene.project,
            set)
    }

    static func accept(_ severity: String) -> SQL {
        "state = 'accepted', severity = \(severity), triaged_by = auth.person()"
    }

    static let agree: SQL = "state = 'approved', decided_by = auth.person(), decided_on = '2026-03-02'"
    static let toContractor: SQL =
        "state = 'assigned', assignee_organisation_id = \(Seed.id("org:contractor"))"
    static let back: SQL = """
        state = 'bounced', bounce_reason = '不属本单位', bounced_to_id = \(Seed.id("org:epc")),
            bounced_count = bounced_count + 1
        """
    static let claim: SQL = """
        state = 'fix_claimed', fix_note = '已修', claimed_by = auth.person(), fix_claimed_on = '2026-03-02'
        """
    static let confirm: SQL = """
        state = 'verified', verified_as = 'reporter', verified_by = auth.person(),
            verified_organisation_id = auth.organisation()
        """
    static let again: SQL = """
        state = 'reopened', reopening_reason = '又响了', reopened_count = reopened_count + 1,
            reopened_on = '2026-03-02', closed_on = null
        """

    /// Past every guard: what a test does not try but stands on.
    static func put(_ database: TestDatabase, _ statements: [SQL]) async throws {
        try await database.owner.transaction { transaction in
            _ = try await transaction.commit(
                after: ["set local session_replication_role = replica"] + statements)
        }
    }

    /// An issue of the resident's, put down in a state by what differs.
    static func stand(_ database: TestDatabase, _ name: String, _ set: SQL) async throws {
        try await database.act(as: "resident", issue(name).statements)
        let update: SQL = "update app.issue set "
        try await put(database, [update + set + " where issue_id = \(Seed.id("issue:" + name))"])
    }

    static func assigned(severity: String = "S2", state: String = "assigned") -> SQL {
        """
        state = \(state), severity = \(severity), triaged_by = \(Seed.id("person:community")),
            assignee_organisation_id = \(Seed.id("org:contractor"))
        """
    }

    static func claimed(severity: String = "S3", on day: String = "2026-03-02") -> SQL {
        """
        state = 'fix_claimed', severity = \(severity), triaged_by = \(Seed.id("person:community")),
            assignee_organisation_id = \(Seed.id("org:contractor")), fix_note = '已修', fix_claimed_on = \(day)::date
        """
    }
}
