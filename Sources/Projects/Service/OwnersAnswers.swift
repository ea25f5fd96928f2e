import Projects
import Values
import Web

/// What the routes of registers, ballots and rounds answer.
enum OwnersAnswers {
    private static let count = Schema.int(min: 0)
    private static let verdict = Schema.string(oneOf: ["pass", "fail"])
    private static let purpose = Schema.string(oneOf: BallotPurpose.self)
    private static let kind = Schema.string(oneOf: MatterClass.self)
    private static let answers = Schema.list(of: .string(oneOf: BallotAnswer.self))
    private static let ballotState = Schema.string(oneOf: ["open", "counted", "called_off"])

    private static let totals = Schema.ref(
        "RegisterTotals", .open(["households": count, "persons": count, "area_hundredths": count]))

    static let register = Schema.open([
        "project": .id, "declared_households": count, "declared_area_hundredths": count, "register": .noID,
        "households": count.nullable, "persons": count.nullable, "area_hundredths": count.nullable,
        "format": .noText, "file_sha256": Schema.digest.nullable, "agreed_on": .noDay,
        "version": Schema.version.nullable,
    ])

    static let unit = Schema.open([
        "id": .id, "building": .text, "entrance": .text, "room": .text, "area_hundredths": count,
        "area_source": .string(oneOf: AreaSource.self), "share_fen": Schema.sum.nullable,
        "owners": .text, "owner": .id, "developer": .bool,
    ])

    private static let door = Schema.ref(
        "RegisterUnit",
        .open([
            "door": .text, "area": .string(.area), "area_source": .string(oneOf: AreaSource.self),
            "owners": .text, "developer": .bool,
        ]))

    private static let issue = Schema.open([
        "row": .int(min: 1), "column": .text, "code": .string(), "detail": .text, "detail_en": .text,
    ])

    static let checked = Schema.open([
        "id": .id, "state": .string(oneOf: ["checked"]), "digest": .digest, "totals": totals,
        "standing": totals, "errors": .list(of: issue), "warnings": .list(of: issue),
        "difference": .open([
            "added": .list(of: door), "removed": .list(of: door),
            "changed": .list(of: .open(["was": door, "becomes": door])), "kept": count,
        ]),
    ])

    static let confirmed = Schema.open(["id": .id, "state": .string(oneOf: ["standing"]), "totals": totals])

    static let agreed = Schema.open(["register": .id, "agreed_on": .day])

    static let line = Schema.open([
        "id": .id, "title": .text, "organiser_kind": .string(oneOf: BallotOrganiser.self), "opened_on": .day,
        "closes_on": .day, "state": ballotState, "follows": .noID, "version": .version,
    ])

    static let opened = Schema.open([
        "id": .id, "state": ballotState, "totals": totals, "classes": .list(of: kind),
    ])

    private static let test = Schema.ref(
        "RatioTest",
        .open([
            "part": .string(oneOf: ["quorum", "majority", "local", "single"]),
            "basis": .string(oneOf: ["area", "persons", "households"]), "count": count, "base": count,
            "needed": .string(.ratio), "inclusive": .bool, "met": .bool, "title": .text, "title_en": .text,
        ]))

    private static let question = Schema.open([
        "ordinal": .int(min: 1), "purpose": purpose, "title": .text, "class": kind, "regime": .string(),
        "passes": .bool, "no": count, "tests": .list(of: test), "because": Schema.reasons,
    ])

    private static let ballotFields: [String: Schema] = [
        "id": .id, "project": .id, "state": ballotState, "opened_on": .day, "closes_on": .day,
        "counts": count, "version": .version,
        "entries": .open([
            "slips": count, "paper": count, "rechecked": count, "differing": count, "withdrawn": count,
        ]),
        "questions": .list(of: question),
    ]
    static let ballot = Schema.resource(ballotFields)

    static let slip = Schema.open([
        "id": .id, "building": .text, "entrance": .text, "room": .text, "unit": .id, "answers": answers,
        "channel": .string(oneOf: ["paper", "electronic"]), "by_proxy": .bool,
        "scan_sha256": Schema.digest.nullable, "signed_on": .day, "entered_by": .id, "withdrawn_on": .noDay,
        "withdrawal_kind": .noText, "rechecked_answers": answers.nullable, "version": .version,
    ])

    static let entered = Schema.open(["entered": count, "slips": count])
    static let ended = Schema.open(["id": .id, "state": .string(oneOf: ["withdrawn", "called_off"])])
    static let rechecked = Schema.open(["id": .id, "agrees": .bool])

    static let counted = Schema.open([
        "id": .id, "ballot": .id, "state": ballotState, "count": .int(min: 1),
        "results": .list(
            of: .open([
                "ordinal": .int(min: 1), "purpose": purpose, "question": .text, "class": kind,
                "verdict": verdict, "regime": .string(), "local": verdict.nullable,
                "quorum": verdict.nullable,
                "statute": verdict.nullable, "tests": .list(of: test), "because": Schema.because,
            ])),
    ])

    static let step = Schema.open([
        "id": .id, "round": .int(min: 1), "direction": .string(oneOf: ConsultationStep.Direction.self),
        "attempt": .int(min: 1),
    ])

    static let consultation = Schema.open([
        "missing": .list(of: .open(["zh": .text, "en": .text])), "source": .ref("Source", .source),
        "steps": .list(
            of: .open([
                "id": .id, "round": .int(min: 1),
                "direction": .string(oneOf: ConsultationStep.Direction.self),
                "attempt": .int(min: 1), "kind": .string(), "happened_on": .day, "place": .text,
                "summary": .text, "sha256": .digest, "attendance": Schema.int(min: 1).nullable,
                "reason": .noText,
            ])),
    ])
}
