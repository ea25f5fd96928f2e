import ChangeOrders
import Values
import Web

/// What the routes of change orders answer.
enum ChangeOrderAnswers {
    private static let state = Schema.string(oneOf: ChangeOrderState.self)

    private static let fields: [String: Schema] = [
        "id": .id, "number": .text, "title": .text, "ground": .noText, "state": state, "cost_fen": .int(),
        "days": .int(), "larger": .bool, "submitted_on": .noDay, "settled_on": .noDay,
        "applicant_organisation": .text, "beneficiary": .text, "version": .version,
    ]
    static let line = Schema.open(fields)

    static let order = Schema.resource(
        fields.merging([
            "project": .id, "contract": .id, "reason": .text, "funding_source": .noText,
            "determination": .noID, "expires_on": .noDay,
            "lines": .list(
                of: .open([
                    "bill_line": .id, "code": .text, "title": .text, "unit": .text, "quantity_milli": .int(),
                    "unit_price_fen": .sum, "amount_fen": .int(),
                ])),
            "opinions": .list(
                of: .open([
                    "role": .string(oneOf: Role.self), "supports": .bool, "cost_fen": .int(),
                    "days": .int(),
                    "opinion": .text,
                ])),
            "decisions": .list(
                of: .open([
                    "level": .string(oneOf: DecisionLevel.self), "approves": .bool, "reason": .text,
                    "decided_on": .day,
                ])),
            "papers": .list(
                of: .open(["kind": .string(), "title": .text, "number": .noText, "dated": .day])),
            "because": Schema.because.nullable,
        ]) { own, _ in own })

    static let drafted = Schema.stepped(["cost_fen": .int()], state: state)
    static let stepped = Schema.stepped(state: state)
    static let paper = Schema.open(["id": .id, "kind": .string()])
}
