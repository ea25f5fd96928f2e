import Values
import Web

/// What the routes of a project's end answer.
enum ClosingAnswers {
    private static let fen = Schema.int()

    static let gate = Schema.resource(
        Schema.gateFields.merging([
            "final_account": Schema.open([
                "number": .text, "approved_on": .day, "total_fen": fen, "resident_fen": fen,
                "subsidy_fen": fen,
            ]).nullable, "households_settled": .int(min: 0), "households_open": .int(min: 0),
            "warranties": .list(
                of: .open([
                    "kind": .string(), "title": .text, "nominal_end_on": .day, "effective_end_on": .noDay,
                    "owners_from": .noDay, "keeper": .noText,
                ])),
        ]) { own, _ in own })
    static let filed = Schema.open(["id": .id, "kind": .string(), "due_on": .noDay, "late": .bool])
    static let accounts = Schema.open(["total_fen": fen, "resident_fen": fen, "subsidy_fen": fen])
    static let trueUps = Schema.open([
        "households": .list(
            of: .open(["household": .text, "due_fen": fen, "paid_fen": fen, "settled_fen": fen])),
        "called_in_fen": fen, "paid_back_fen": fen,
    ])
    static let delivered = Schema.open(["id": .id, "filing_number": .text])
    static let managed = Schema.open(["form": .string(), "manager": .text])
    static let taken = Schema.open(["kind": .string(), "keeper": .text])
}
