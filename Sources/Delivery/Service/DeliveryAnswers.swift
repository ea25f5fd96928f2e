import Delivery
import Values
import Web

/// What the routes of delivery answer.
enum DeliveryAnswers {
    static let mode = Schema.resource([
        "mode": Schema.string(oneOf: DeliveryMode.self).nullable,
        "seats": .list(of: .open(["role": .string(), "held": .bool])),
        "source": Schema.ref("Source", .source).nullable, "version": Schema.version.nullable,
    ])
    static let chosen = Schema.open([
        "mode": .string(oneOf: DeliveryMode.self), "seats": .list(of: .string()),
        "source": .ref("Source", .source), "version": .version,
    ])

    static let engagement = Schema.open([
        "id": .id, "organisation_id": .id, "organisation": .text, "credit_code": .text,
        "role": .string(oneOf: Role.self), "contract_id": .noID, "valid_from": .day, "valid_to": .noDay,
        "end_reason": .noText, "conflicts": .list(of: .string()), "version": .version,
    ])
    static let engaged = Schema.open(["id": .id, "role": .string(oneOf: Role.self), "version": .version])
    static let termination = Schema.resource([
        "contract": .id, "signed_on": .day,
        "ended": Schema.open([
            "ended_on": .day, "reason": .text, "confirmed_by": .noText, "taken_fen": .sum,
        ]).nullable,
        "proposals": .list(
            of: .open([
                "id": .id, "side": .string(), "organisation": .text, "proposed_on": .day, "ended_on": .day,
                "reason": .text, "settled_fen": Schema.sum.nullable, "paper": .id, "sha256": .digest,
                "is_end": .bool,
            ])),
    ])
    static let proposed = Schema.open([
        "id": .id, "contract": .id, "ended_on": .day, "sha256": .digest, "because": .because,
    ])
    static let confirmedEnd = Schema.open([
        "id": .id, "contract": .id, "ended_on": .day, "because": .because,
    ])
    static let ended = Schema.open(["id": .id, "valid_to": .day, "version": .version])

    static let organisation = Schema.open([
        "id": .id, "credit_code": .noText, "name": .text, "kind": .text,
    ])
    static let registered = Schema.open(["id": .id, "credit_code": .string(.uscc), "name": .text])

    static let confirmed = Schema.open(["id": .id, "name": .text])

    static let link = Schema.open([
        "organisation": .id, "organisation_name": .text, "controlled": .id, "controlled_name": .text,
        "kind": .string(), "evidence": .text, "valid_from": .day, "valid_to": .noDay, "recorded_by": .noText,
    ])
    static let linked = Schema.open([
        "organisation": .id, "controlled": .id,
        "conflicts": .list(
            of: .open([
                "project": .id, "held": .list(of: .string()),
                "refusals": .list(of: .ref("Refusal", .refusal)),
            ])),
    ])
}
