import Tendering
import Values
import Web

/// What the routes of tendering answer.
enum TenderingAnswers {
    private static let verdict = Schema.string(
        oneOf: [Verdict.mustTender, .notMandatory, .needsSource].map(\.rawValue))

    static let sign = Schema.ref(
        "SplittingSign",
        .open([
            "code": .string(), "severity": .string(oneOf: ["stop", "warn"]), "detail": .text,
            "detail_en": .text,
            "packages": .list(of: .id), "source": .ref("Source", .source),
        ]))

    static let budget = Schema.open([
        "total_investment_fen": .sum, "budget_funds_fen": .sum, "soe_dominant": .bool,
        "feasibility_fen": .sum,
        "approved_budget_fen": .sum, "approval_number": .text, "approved_on": .day,
        "adjustment_number": .noText,
        "adjustment_ground": .noText, "paper_id": .noID, "version": .version, "committed_fen": .sum,
    ])
    static let recorded = Schema.open(["approved_budget_fen": .sum, "version": .version])

    static let package = Schema.resource([
        "id": .id, "code": .text, "title": .text, "category": .string(oneOf: Category.self),
        "service_kind": Schema.string(oneOf: ServiceKind.self).nullable, "estimate_fen": .sum,
        "works_part_fen": Schema.sum.nullable, "goods_part_fen": Schema.sum.nullable,
        "services_part_fen": Schema.sum.nullable, "listed_part_fen": Schema.sum.nullable, "combinable": .bool,
        "separation_reason": Schema.string(oneOf: SeparationReason.self).nullable, "separation_note": .noText,
        "widened": .bool, "planned_method": .string(oneOf: AwardMethod.self), "estimate_explanation": .noText,
        "state": .string(), "verdict": verdict.nullable, "determination_is_current": Schema.bool.nullable,
        "determination_id": .noID, "contract_id": .noID,
        "contract_method": Schema.string(oneOf: AwardMethod.self).nullable,
        "contract_amount_fen": Schema.sum.nullable, "withdrawn_on": .noDay, "withdrawal_reason": .noText,
        "exemption_ground": .noText, "exemption_document": .noText,
        "exemption_up_to_fen": Schema.sum.nullable, "separation_ground": .noText,
        "separation_paper_id": .noID, "award_id": .noID, "award_winner": .noText,
        "award_price_fen": Schema.sum.nullable, "award_notice_on": .noDay,
        "award_procedure": procedure.nullable,
        "taken_by_ended_fen": Schema.sum.nullable, "version": .version,
    ])
    private static let procedure = Schema.open(
        [
            "bidders": TenderingSchemas.bidders, "committee": TenderingSchemas.committee,
            "objections": TenderingSchemas.objections, "reported_on": .day, "candidates_on": .day,
            "candidates_until": .day, "bid_bond_fen": .sum, "documents_until": .day,
            "prequalification_on": .day, "prequalification_until": .day, "prequalification_due": .day,
        ], required: [])
    static let packages = Schema.page(of: package, with: ["signs": .list(of: sign)])
    static let filed = Schema.stepped(["signs": .list(of: sign)])
    static let withdrawn = Schema.open(["id": .id, "state": .string(), "version": .version])
    static let exempted = Schema.open([
        "id": .id, "package": .id, "ground": .string(), "up_to_fen": .sum, "because": .because,
    ])
    static let separated = Schema.open([
        "id": .id, "package": .id, "ground": .string(), "because": .because,
    ])
    static let awarded = Schema.open([
        "id": .id, "package": .id, "price_fen": .sum, "notice_on": .day, "sha256": .digest,
        "because": .because, "late": .list(of: .open(["title": .text, "title_en": .text])),
    ])
    static let awardWithdrawn = Schema.open(["id": .id, "package": .id, "withdrawn_on": .day])
    static let estimated = Schema.open(["id": .id, "estimate_fen": .sum, "version": .version])

    /// The facts of a determination are those of the question it answers.
    static let determination = Schema.open([
        "id": .id, "package_id": .id, "question": .string(), "inputs": .map(of: .any), "edition": .digest,
        "as_of": .day, "verdict": verdict, "because": .open(["because": .because, "figures": .any]),
        "stands": .bool,
    ])

    static let determined = Schema.open([
        "items": .list(
            of: .open([
                "id": .id, "package": .id, "code": .text, "verdict": verdict, "verdict_title": .text,
                "figures": .map(of: .any), "because": .because,
            ])),
        "signs": .list(of: sign),
    ])

    static let reduced = Schema.open([
        "id": .id, "works_item": .id, "quantity_milli": .int(min: 1), "sha256": .digest, "because": .because,
    ])
    static let reductionDecided = Schema.open(["id": .id, "approves": .bool, "because": .because])

    static let scheme = Schema.resource([
        "items": .list(
            of: .open([
                "works_item": .id, "code": .text, "title": .text, "unit": .text,
                "quantity_milli": .int(min: 0), "amount_fen": .sum, "excluded": .bool,
                "reduced_milli": .int(min: 0), "due_milli": .int(), "held_milli": .int(min: 0),
                "done_milli": .int(min: 0), "permille": .int(min: 0),
            ])),
        "reductions": .list(
            of: .open([
                "id": .id, "works_item": .id, "code": .text, "title": .text, "unit": .text,
                "quantity_milli": .int(min: 1), "ground": .text, "reason": .text, "paper": .id,
                "proposed_on": .day, "approves": Schema.bool.nullable, "answer": .noText,
                "decided_on": .noDay,
            ])),
    ])

    static let signed = Schema.open([
        "id": .id, "package": .id, "amount_fen": .sum, "committed_fen": .sum, "last_day_to_sign": .noDay,
        "last_day_note": .noText, "signed_late": Schema.bool.nullable,
    ])

    static let contract = Schema.open([
        "id": .id, "package_id": .id, "number": .text, "title": .text,
        "category": .string(oneOf: Category.self),
        "service_kind": Schema.string(oneOf: ServiceKind.self).nullable,
        "method": .string(oneOf: AwardMethod.self), "invitation_ground": .noText,
        "invitation_document": .noText,
        "award_notice_on": .noDay, "signed_on": .day, "amount_fen": .sum, "bill_fen": Schema.sum.nullable,
        "contractor_id": .id, "contractor": .text, "contractor_credit_code": .string(.uscc),
        "last_day_to_sign": .noDay, "signed_late": Schema.bool.nullable,
        "ended_on": .noDay, "end_reason": .noText, "taken_fen": Schema.sum.nullable,
        "end_proposed_for": .noDay,
        "bill": .list(
            of: .open([
                "id": .id, "works_item": .noID, "charge": Schema.string(oneOf: BillCharge.self).nullable,
                "code": .text, "title": .text, "unit": .text,
                "quantity_milli": .int(min: 0), "unit_price_fen": .sum,
            ])),
    ])
}
