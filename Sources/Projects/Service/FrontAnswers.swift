import Projects
import Values
import Web

/// What the routes of the front answer.
enum FrontAnswers {
    static let stage = Schema.string(oneOf: IntakeStage.self)
    static let registered = Schema.open([
        "id": .id, "state": ProjectAnswers.state, "entered_state": stage, "edition": .digest,
        "binding": .bool,
    ])
    static let named = Schema.open(["id": .id, "name": .text])
    static let kind = Schema.open(["kind": .string()])
    static let scheme = Schema.open(["items": .int(min: 1), "funding": ProjectAnswers.funding.nullable])
    static let opinion = Schema.open(["id": .id, "participant": .string(), "opinion": .string()])
    static let procedure = Schema.open(["procedure": .string(), "outcome": .string()])
    static let code = Schema.open(["code": .string(), "version": .version])
    static let standing = Schema.open(["id": .id, "state": .string(), "version": .version])
    static let versioned = Schema.open(["id": .id, "version": .version])
    static let scope = Schema.open([
        "id": .id, "verdict": .string(oneOf: ["eligible", "ineligible", "excluded_in_principle"]),
        "binding": .bool, "reasons": .list(of: .open(["zh": .text, "en": .text])), "because": .because,
    ])
    static let submission = Schema.open([
        "plan_year": .int(), "due_on": .day, "days_late": .int(min: 0),
        "source": .ref("Source", .source),
    ])

    static let gates = Schema.open([
        "project": .id, "place": .string(.division), "state": ProjectAnswers.state, "state_title": .text,
        "entered_state": stage, "accepted_before_on": .noDay, "binding": .bool,
        "gates": .list(
            of: .open(
                Schema.gateFields.merging([
                    "from": ProjectAnswers.state, "to": ProjectAnswers.state,
                    "standing": .string(oneOf: ["passed", "imported", "now", "ahead"]),
                ]) { own, _ in own })),
    ])

    static let exception = Schema.open([
        "id": .id, "project_id": .id, "project_name": .text, "requirement": .string(), "reason": .text,
        "document_title": .text, "document_number": .text, "state": .string(), "asked_on": .day,
        "decided_on": .noDay, "decision_number": .noText, "version": .version,
    ])
}
