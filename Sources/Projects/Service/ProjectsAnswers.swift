import Projects
import Values
import Web

/// What the projects' routes answer.
enum ProjectAnswers {
    static let state = Schema.string(oneOf: ProjectState.self)

    private static let money: [String: Schema] = [
        "total_fen": Schema.sum.nullable, "required_fen": Schema.sum.nullable,
        "paid_fen": Schema.int().nullable,
    ]

    static let line = Schema.open(
        money.merging([
            "id": .id, "name": .text, "community": .text, "state": state, "state_title": .text,
            "state_title_en": .text, "construction_unit": .text,
        ]) { own, _ in own })

    static let card = Schema.resource(
        money.merging([
            "id": .id, "name": .text, "community": .text, "community_id": .id, "address": .text,
            "households": .int(min: 1), "area_hundredths": .int(min: 0), "state": state,
            "place": .string(.division),
            "edition": .digest, "project_code": .noText, "construction_unit": .text,
            "account_number": .noText,
            "works_began_on": .noDay, "resident_fen": Schema.sum.nullable, "subsidy_fen": Schema.sum.nullable,
            "version": .version,
        ]) { own, _ in own })

    static let funding = Schema.ref(
        "Funding",
        .open([
            "total_fen": .sum, "weight": .string(.ratio), "resident_weighted_fen": .sum, "base_fen": .sum,
            "subsidy_fen": .sum, "excess_fen": .sum, "resident_fen": .sum, "required_fen": .sum,
        ]))

    static let imported = Schema.open(["id": .id, "state": state, "edition": .digest, "funding": funding])
    /// What a dry run shows.
    static let checkedScheme = Schema.open([
        "dry_run": .bool, "digest": .digest, "edition": .digest, "funding": funding,
        "project": .open(["id": .id, "name": .text, "place": .string(.division), "approved_on": .day]),
        "community": .open([
            "name": .text, "address": .text, "households": .int(min: 1), "area_hundredths": .int(min: 1),
        ]),
        "households": .open([
            "listed": .int(min: 0), "area_hundredths": .int(min: 0), "shares_fen": Schema.sum.nullable,
        ]),
        "items": .list(
            of: .open([
                "class": .string(oneOf: WorksClass.self), "title": .text, "count": .int(min: 1),
                "amount_fen": .sum, "excluded": .int(min: 0),
            ])),
        "papers": .list(of: .open(["kind": .string(), "title": .text, "title_en": .text])),
    ])
    static let gate = Schema.open(Schema.gateFields)
    static let worksItem = Schema.open([
        "id": .id, "code": .text, "title": .text, "class": .string(oneOf: WorksClass.self), "kind": .string(),
        "unit": .text, "quantity_milli": .int(min: 0), "amount_fen": .sum,
    ])
    static let paper = Schema.open(["id": .id, "kind": .string()])
    static let keptPaper = Schema.open([
        "id": .id, "kind": .string(), "title": .text, "number": .noText, "dated": .day,
        "subject_kind": .string(), "subject_id": .id, "sha256": Schema.digest.nullable,
        "media_type": .noText, "bytes": Schema.int(min: 1).nullable,
    ])
    static let recordedPaper = Schema.open([
        "id": .id, "kind": .string(), "sha256": Schema.digest.nullable,
    ])
    static let account = Schema.open(["account": .text, "version": .version])
    static let receipt = Schema.open([
        "id": .id, "paid_fen": .int(), "required_fen": Schema.sum.nullable,
        "household_paid_fen": Schema.int().nullable, "household_due_fen": Schema.sum.nullable,
    ])
    static let reversal = Schema.open(["id": .id])
    static let planApproval = Schema.open(["step": .string(), "ordinal": .int(min: 1)])
    static let stepped = Schema.stepped(["state_title": .text], state: state)

    static let event = Schema.open([
        "id": .id, "type": .string(), "subject_kind": .string(), "subject_id": .id,
        "subject_version": .version,
        "person_id": .id, "role": .string(oneOf: Role.self), "at": .instant, "leaf": .digest,
    ])

    private static let deadline = Schema.open([
        "project": .id, "project_name": .text, "title": .text, "title_en": .text, "due_on": .noDay,
        "due_note": .noText, "days_over": .int(min: 0), "rule": .text, "turn": .list(of: .string()),
        "turn_title": .text,
        "source": Schema.ref("Source", .source).nullable, "because": .reasons,
    ])

    private static let waiting = Schema.open([
        "project": .id, "project_name": .text, "kind": .string(), "subject": .id, "title": .text,
        "title_en": .text, "role": .string(), "turn": .list(of: .string()), "turn_title": .text,
        "organisation": .noText, "due_on": .noDay,
    ])

    static let worklist = Schema.open([
        "as_of": .day, "role": .string(oneOf: Role.self),
        "warnings": .list(
            of: .open(
                [
                    "code": .string(), "zh": .text, "en": .text,
                    // Of a calendar that ends.
                    "ends_on": .day, "days_left": .int(), "places": .list(of: .string()),
                    // Of a body that is not registered.
                    "district": .int(), "role": .string(oneOf: Role.self), "units": .int(min: 2),
                ], required: ["code", "zh", "en"])),
        "overdue": .list(of: deadline), "running": .list(of: deadline),
        "blocked": .list(
            of: .open([
                "project": .id, "project_name": .text, "action_class": .string(), "action_title": .text,
                "action_title_en": .text, "cause": .text, "cause_en": .text, "since": .noDay,
                "refusal": .ref("Refusal", .refusal),
            ])),
        "waiting": .list(of: waiting), "elsewhere": .list(of: waiting),
        "projects": .list(
            of: .open([
                "id": .id, "name": .text, "community": .text, "state": state, "blocks": .int(min: 0),
                "overdue": .int(min: 0),
            ])),
        "states": .list(
            of: .open(["state": state, "title": .text, "title_en": .text, "count": .int(min: 1)])),
    ])
}
