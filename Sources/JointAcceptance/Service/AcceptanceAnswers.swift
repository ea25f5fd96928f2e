import JointAcceptance
import Values
import Web

/// What the routes of joint acceptance answer.
enum AcceptanceAnswers {
    private static let state = Schema.string(oneOf: RoundState.self)

    static let gate = Schema.open(
        Schema.gateFields.merging([
            "notice_workdays": .int(min: 0), "open_round": .noID, "certified_round": .noID,
            "earliest_event_on": .noDay,
            "earliest_event_note": .noText,
        ]) { own, _ in own })
    static let answered = Schema.open(["answered": .int(min: 1)])

    private static let roundFields: [String: Schema] = [
        "id": .id, "number": .int(min: 1), "event_on": .day, "place": .text, "notice_on": .day,
        "notice_number": .text, "state": state, "ended_on": .noDay, "ended_because": .noText,
        "version": .version,
    ]
    static let line = Schema.open(
        roundFields.merging(["state_title": .text, "state_title_en": .text]) { own, _ in own })

    private static let seatFields: [String: Schema] = [
        "seat": .string(), "role": .string(), "mandatory": .bool, "needs_key": .bool, "unit": .noText,
    ]
    static let called = Schema.stepped(
        [
            "number": .int(min: 1),
            "seats": .list(
                of: .open(seatFields.merging(["title": .text, "title_en": .text]) { own, _ in own })),
        ], state: state)

    static let round = Schema.resource(
        roundFields.merging([
            "project": .id, "project_name": .text, "notice_workdays": .int(min: 0), "mode": .string(),
            "disputed_on": .noDay, "dispute": .noText, "settlement": .noText,
            "seats": .list(
                of: .open(
                    seatFields.merging([
                        "person": .noID, "name": .noText, "organisation": .noText,
                        "opinion": Schema.string(oneOf: SeatOpinion.self).nullable, "words": .noText,
                        "items": Schema.list(of: .text).nullable,
                        "sign_kind": Schema.string(oneOf: SignKind.self).nullable, "given_on": .noDay,
                        "digest": Schema.digest.nullable,
                        "right": Schema.string(oneOf: ["appointment", "delegation"]).nullable,
                        "granted_by": .noText, "letter": .noText, "letter_from": .noDay, "letter_to": .noDay,
                    ]) { own, _ in own })),
            "as_of": .instant,
            "dossiers": .list(
                of: .open([
                    "number": .int(min: 1), "sha256": .digest, "frozen_at": Schema.instant.nullable,
                ])),
            "certificate": Schema.open([
                "id": .id, "certified_on": .day, "sha256": .digest, "dossier": .digest,
            ]).nullable,
            "verdict": .open([
                "kind": .string(oneOf: ["waiting", "passed", "passed_with_items", "failed"]),
                "seats": .list(of: .string()),
            ]),
        ]) { own, _ in own })

    static let seated = Schema.open(["round": .id, "seat": .string(), "person": .id])
    static let frozen = Schema.open(["id": .id, "number": .int(min: 1), "sha256": .digest])

    /// The dossier's canonical bytes; its facts are the project's, as they stood when it was frozen.
    static let dossier = Schema.open([
        "v": .int(min: 1), "kind": .string(oneOf: ["acceptance_dossier"]), "district": .int(min: 1),
        "project": .id, "round": .int(min: 1), "policy_edition": .digest,
        "seats": .list(of: .open(["seat": .string(), "mandatory": .bool, "needs_key": .bool])),
        "documents": .list(of: .open(["id": .id, "title": .text, "sha256": .digest, "bytes": .int(min: 0)])),
        "facts": .map(of: .any),
    ])

    static let opinion = Schema.open([
        "id": .id, "seat": .string(), "opinion": .string(oneOf: SeatOpinion.self), "digest": .digest,
        "kind": .string(oneOf: SignKind.self), "strength": .text,
    ])

    static let certified = Schema.open([
        "id": .id, "round": .id, "verdict": .string(), "dossier": .digest, "sha256": .digest,
        "project_state": .string(),
        "deadlines": .list(
            of: .open([
                "key": .string(), "title": .text, "title_en": .text, "due_on": .noDay, "due_note": .noText,
                "rule": .text,
            ])),
    ])
    /// A seat's statement, in the form that it signs.
    private static let statement = Schema.open([
        "v": .int(min: 1), "kind": .string(), "district": .int(min: 1), "project": .id, "round": .int(min: 1),
        "seat": .string(), "person": .id, "opinion": .string(oneOf: SeatOpinion.self),
        "items": .list(of: .text),
        "digest": .digest, "at": .instant, "nonce": .string(),
    ])

    static let certificate = Schema.open([
        "v": .int(min: 1), "kind": .string(oneOf: ["acceptance_certificate"]), "id": .id, "issued": .instant,
        "verdict": .string(), "manifest": dossier, "digest": .digest,
        "opinions": .list(
            of: .open([
                "statement": statement, "received": .instant, "strength": .string(), "signature": .noText,
            ])),
        "keys": .list(of: .text), "seal": .noText,
    ])
    static let ended = Schema.stepped(state: state)
}
