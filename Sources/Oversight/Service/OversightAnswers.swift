import Oversight
import Values
import Web

/// What the routes of oversight answer.
enum OversightAnswers {
    private static let state = Schema.string(oneOf: IssueState.self)

    static let appointed = Schema.open(["id": .id, "person": .id])

    private static let fields: [String: Schema] = [
        "id": .id, "kind": .string(), "place": .text, "state": state, "severity": .noText, "bureau": .noText,
        "filed_on": .day, "closed_on": .noDay, "version": .version,
    ]

    static let line = Schema.resource(
        fields.merging([
            "assignee": .noText, "due_on": .noDay, "due_note": .noText, "overdue": .bool, "escalated": .bool,
        ]) {
            own, _ in own
        })

    static let issue = Schema.resource(
        fields.merging([
            "project": .id, "description": .text, "reporter_kind": .string(), "rejection_reason": .noText,
            "duplicate_of": .noID, "assignee": .noID, "fix_note": .noText, "verified_as": .noText,
            "reopened_count": .int(min: 0), "reopening_reason": .noText, "bureau_title": .noText,
            "kind_title": .noText,
            "photos": .list(
                of: .open([
                    "sha256": .digest, "moment": .string(), "by": .string(oneOf: ["reporter", "assignee"]),
                ])),
            "clocks": .list(
                of: .open([
                    "key": .string(), "rule": .text, "started_on": .day, "due_on": .noDay, "state": .string(),
                    "met_on": .noDay, "explanation": .map(of: .any),
                ])),
            "bounced_count": .int(min: 0), "bounce_reason": .noText, "bounced_to": .noID,
            "fix_claimed_on": .noDay,
            "escalations": .list(of: .open(["ground": .string(), "escalated_on": .day])),
            "regradings": .list(
                of: .open([
                    "id": .id, "from": .string(), "to": .string(), "state": .string(), "reason": .text,
                    "proposed_on": .day, "decided_on": .noDay,
                ])),
            "contact": Schema.open(["name": .noText, "phone": .noText]).nullable,
        ]) { own, _ in own })

    static let filed = Schema.stepped(
        [
            "state_title": .text, "bureau": .noText, "bureau_title": .noText, "triage_due_on": .noDay,
            "triage_due_note": .noText,
        ], state: state)
    static let regrading = Schema.open([
        "id": .id, "state": .string(oneOf: ["proposed", "approved", "rejected"]), "issue": .id,
        "version": .version,
    ])
    static let ended = Schema.open(["id": .id, "ended_on": .day, "version": .version])
    static let stepped = Schema.stepped(["state_title": .text], state: state)
}
