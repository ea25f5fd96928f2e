import Handover
import Values
import Web

/// What the handovers' routes answer.
enum HandoverAnswers {
    private static let state = Schema.string(oneOf: HandoverState.self)
    private static let kind = Schema.string(oneOf: FacilityKind.self)
    private static let clock = Schema.open(["due_on": .noDay, "state": .string(), "rule": .text])

    static let list = Schema.resource([
        "items": .list(
            of: .open([
                "id": .id, "kind": kind, "state": state, "receiver": .noText, "round": .int(min: 1),
                "handed_over_on": .noDay, "clock": clock.nullable, "version": .version,
            ])),
        "warranties": .list(
            of: .open([
                "kind": .string(), "accepted_on": .day, "months": Schema.int(min: 0).nullable,
                "seasons": Schema.int(min: 1).nullable, "evidence": .noText, "nominal_end_on": .day,
                "effective_end_on": .noDay, "owners_from": .noDay, "keeper": .noText,
            ])),
        "next": .noID,
    ])

    /// A line of the documents' list; one that was not sent has no paper yet.
    private static let document = Schema.open(
        [
            "document": .string(), "name": .text, "name_en": .text, "sent": .bool,
            "verdict": Schema.string(oneOf: DocumentVerdict.self).nullable, "title": .text, "number": .noText,
            "dated": .noDay, "sha256": Schema.digest.nullable, "note": .noText, "version": .version,
        ], required: ["document", "name", "name_en", "sent", "verdict"])

    static let card = Schema.resource([
        "id": .id, "project_id": .id, "kind": kind, "kind_title": .text, "state": state, "state_title": .text,
        "receiver_id": .noID, "receiver": .noText, "round": .int(min: 1), "refused_reason": .noText,
        "not_applicable_reason": .noText, "exemption_proposed": .bool, "exemption_ground": .noText,
        "exemption_paper_id": .noID, "exemption_voices": .list(of: .string()), "handed_over_on": .noDay,
        "version": .version, "project": .text, "project_state": .string(), "edition": .digest,
        "place": .string(.division), "construction_unit_id": .id, "construction_unit": .text,
        "utility_signed": .bool, "construction_unit_signed": .bool, "owners_decided": .bool,
        // A signature by a link that the other party sent proves less than one by the party's own account.
        "signatures": .list(
            of: .open([
                "party": .string(oneOf: HandoverParty.self), "means": .string(oneOf: SignatureMeans.self),
                "means_title": .text, "signed_on": .day,
            ])),
        "sealed_sheet": .noText,
        "assets": .list(
            of: .open([
                "asset_id": .id, "tag": .text, "title": .text, "location": .text, "boundary": .text,
                "responsible_from": .noDay,
            ])),
        "documents": .list(of: document), "clock": clock.nullable, "gate": .open(Schema.gateFields),
    ])

    static let stepped = Schema.stepped(["state_title": .text], state: state)

    /// A link; its key and address are in the first answer alone, and kept nowhere.
    static let link = Schema.open(
        [
            "id": .id, "link": .string(), "expires_after_days": .int(min: 1), "key": .string(),
            "path": .string(),
        ], required: ["id", "link", "expires_after_days"])
    static let revoked = Schema.open(["id": .id, "links": .string(oneOf: ["revoked"])])

    static let completed = Schema.stepped([
        "state_title": .text,
        "warranties": .list(
            of: .open([
                "kind": .string(), "months": Schema.int(min: 0).nullable,
                "seasons": Schema.int(min: 1).nullable, "nominal_end_on": .day, "effective_end_on": .noDay,
                "owners_from": .noDay,
            ])),
    ])
    static let closed = Schema.stepped(["state_title": .text])
}
