import Values
import Web
import Works

/// What the routes of works answer.
enum WorksAnswers {
    private static let logState = Schema.string(oneOf: DailyLogState.self)
    private static let lotState = Schema.string(oneOf: InspectionLotState.self)
    private static let claimState = Schema.string(oneOf: PaymentClaimState.self)

    static let startGate = Schema.resource(Schema.gateFields)
    static let stepped = Schema.stepped()
    /// `waits_for` names the contractors whose reports are still to come; with none the works are complete.
    static let completed = Schema.stepped(["waits_for": .list(of: .text)])

    static let progress = Schema.open([
        "contracts": .list(
            of: .open([
                "contract": .id, "number": .text, "title": .text, "permille": .int(min: 0),
                "lines": .int(min: 0), "lines_done": .int(min: 0),
            ])),
        "lines": .list(
            of: .open([
                "bill_line": .id, "contract": .id, "code": .text, "title": .text, "unit": .text,
                "contracted_milli": .int(), "added_milli": .int(), "logged_milli": .int(min: 0),
                "approved_milli": .int(min: 0), "supervised_milli": .int(min: 0), "remaining_milli": .int(),
                "permille": .int(min: 0), "blocked": .bool,
            ])),
        "items": .list(
            of: .open([
                "works_item": .id, "code": .text, "title": .text, "unit": .text, "due_milli": .int(),
                "held_milli": .int(min: 0), "done_milli": .int(min: 0), "reduced_milli": .int(min: 0),
                "permille": .int(min: 0),
            ])),
        "scheme": Schema.open([
            "items": .int(min: 0), "items_done": .int(min: 0), "permille": .int(min: 0),
        ]).nullable,
    ])

    private static let logFields: [String: Schema] = [
        "id": .id, "section": .text, "contract": .id, "kind": .string(oneOf: DailyLogKind.self),
        "logged_on": .day,
        "state": logState, "revision": .int(min: 1), "late": .bool, "headcount": .int(min: 0),
        "weather": .text,
        "delay_hours": .int(min: 0), "organisation": .text, "version": .version,
    ]
    static let logLine = Schema.resource(logFields)

    static let log = Schema.resource(
        logFields.merging([
            "project": .id, "organisation": .id, "written_on": .day, "delay_cause": .noText,
            "no_work_reason": .noText, "note": .text, "decided_on": .noDay, "decision_reason": .noText,
            "quantities": .list(
                of: .open([
                    "revision": .int(min: 1), "bill_line": .id, "code": .text, "title": .text, "unit": .text,
                    "quantity_milli": .int(min: 1),
                ])),
            "photos": .list(of: .digest),
        ]) { _, own in own })

    static let logged = Schema.stepped(
        ["state_title": .text, "revision": .int(min: 1), "late": .bool], state: logState)
    static let decided = logged

    static let lot = Schema.resource([
        "id": .id, "contract": .id, "code": .text, "title": .text, "hidden": .bool, "state": lotState,
        "round": .int(min: 0), "notified_on": .noDay, "inspected_on": .noDay, "finding": .noText,
        "covering_at": Schema.instant.nullable, "after": .list(of: .id), "version": .version,
    ])
    static let coveringNotice = Schema.open([
        "inspection_lot": .id, "round": .int(min: 1), "notified_at": .instant, "covering_at": .instant,
    ])
    static let planned = Schema.stepped(state: lotState)
    static let lotStepped = Schema.stepped(["state_title": .text, "round": .int(min: 0)], state: lotState)

    static let claim = Schema.resource([
        "id": .id, "number": .int(min: 1), "claimed_on": .day, "amount_fen": .sum, "state": claimState,
        "certified_on": .noDay, "rejection_reason": .noText, "version": .version,
    ])
    static let submitted = Schema.stepped(
        [
            "number": .int(min: 1), "amount_fen": .sum,
            "lines": .list(
                of: .open(["bill_line": .id, "quantity_milli": .int(min: 1), "amount_fen": .sum])),
        ], state: claimState)
    static let opinion = Schema.open(["id": .id, "payment_claim": .id])
    static let rejected = Schema.stepped(["state_title": .text, "amount_fen": .sum], state: claimState)
    /// The construction unit's certificate says what is kept back, what is payable, and by when.
    static let certified = Schema.open(
        [
            "id": .id, "state": claimState, "version": .version, "state_title": .text, "amount_fen": .sum,
            "retained_fen": .sum, "payable_fen": .sum, "due_on": .noDay,
        ], required: ["id", "state", "version", "state_title", "amount_fen"])
}
