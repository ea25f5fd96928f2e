package import Actions
import Tendering
import Values
package import Web

/// The HTTP face of tendering (招投标).
package struct TenderingRoutes: Sendable {
    let actions: TenderingActions
    let reads: TenderingReads

    package init(actions: TenderingActions, reads: TenderingReads) {
        self.actions = actions
        self.reads = reads
    }

    /// Whose turn it is to answer requests of projects' purchases and schemes.
    package static func offers(_ desk: Desk) -> [ProjectOffers] { TenderingReads.offers(desk) }

    package var routes: [Route] {
        let owners: [Role] = [.constructionUnit]
        let deciders: [Role] = [.constructionUnit, .renovationOffice]
        let tags = ["tendering"]
        return [
            Route(
                .get, "/v1/projects/{project}/budget", operation: "budget.read",
                summary: Words("概算与资金来源", "The approved budget and the sources of money"), access: .signedIn,
                tags: tags, answers: [200: TenderingAnswers.budget], handle: reads.budget),
            Route(
                .post, "/v1/projects/{project}/budget", operation: "budget.record",
                summary: Words("登记批准的概算与资金来源", "Record the approved budget and the sources of money"),
                access: .roles(owners), tags: tags, body: TenderingSchemas.budget, effect: .adds,
                answers: [201: TenderingAnswers.recorded], handle: actions.recordBudget),
            Route(
                .post, "/v1/projects/{project}/budget-adjustments", operation: "budget.adjust",
                summary: Words("登记经批准的概算调整", "Record an approved adjustment of the budget"),
                access: .roles(deciders), tags: tags, body: TenderingSchemas.adjustment, effect: .replaces,
                answers: [200: TenderingAnswers.recorded], handle: actions.adjustBudget),
            Route(
                .get, "/v1/projects/{project}/packages", operation: "package.list",
                summary: Words("标段，含能否签约与拆分迹象", "Packages, whether they may be signed, signs of splitting"),
                access: .signedIn, tags: tags, query: Paging.parameters,
                answers: [200: TenderingAnswers.packages], handle: reads.packages),
            Route(
                .post, "/v1/projects/{project}/packages", operation: "package.add",
                summary: Words("登记标段", "File a package"), access: .roles(owners + [.agentConstruction]),
                tags: tags, body: TenderingSchemas.package, effect: .adds,
                answers: [201: TenderingAnswers.filed], handle: actions.addPackage),
            Route(
                .post, "/v1/packages/{package}/estimate", operation: "package.reestimate",
                summary: Words("调整标段估算", "Re-estimate a package"),
                access: .roles(owners + [.agentConstruction]), tags: tags, body: TenderingSchemas.estimate,
                effect: .replaces, answers: [200: TenderingAnswers.estimated], handle: actions.reestimate),
            Route(
                .post, "/v1/packages/{package}/withdrawal", operation: "package.withdraw",
                summary: Words("撤销标段", "Withdraw a package before its contract"), access: .roles(owners),
                tags: tags, body: TenderingSchemas.withdrawal, effect: .steps,
                answers: [200: TenderingAnswers.withdrawn], handle: actions.withdraw),
            Route(
                .post, "/v1/packages/{package}/exemption", operation: "tender.exempt",
                summary: Words("认定可以不招标", "Approve that the tender is left out"),
                access: .roles([.renovationOffice]), tags: tags, body: TenderingSchemas.exemption,
                effect: .adds, answers: [201: TenderingAnswers.exempted], handle: actions.exempt),
            Route(
                .post, "/v1/packages/{package}/separation", operation: "package.separate",
                summary: Words("认定标段分开计算", "Decide that a package is counted apart from its kind"),
                access: .roles([.renovationOffice]), tags: tags, body: TenderingSchemas.separation,
                effect: .adds, answers: [201: TenderingAnswers.separated], handle: actions.separate),
            Route(
                .get, "/v1/projects/{project}/tender-determinations", operation: "tender.determinations",
                summary: Words("招标认定", "Tender determinations"), access: .signedIn, tags: tags,
                query: Paging.parameters, answers: [200: .page(of: TenderingAnswers.determination)],
                handle: reads.determinations),
            Route(
                .post, "/v1/projects/{project}/tender-determinations", operation: "tender.determine",
                summary: Words("认定各标段是否必须招标", "Determine which packages must be tendered"),
                access: .roles(deciders), tags: tags, effect: .adds,
                answers: [201: TenderingAnswers.determined], handle: actions.determine),
            Route(
                .post, "/v1/packages/{package}/award", operation: "tender.award",
                summary: Words("登记中标结果及中标通知书", "Record what a tender came to, with its notice"),
                access: .roles(owners + [.tenderAgency]), tags: tags, body: TenderingSchemas.award,
                effect: .adds,
                answers: [201: TenderingAnswers.awarded], bodyLimit: Route.uploadLimit, handle: actions.award),
            Route(
                .post, "/v1/tender-awards/{award}/withdrawal", operation: "tender.withdraw_award",
                summary: Words("撤回中标登记", "Withdraw an award before its contract"),
                access: .roles(owners + [.tenderAgency]), tags: tags, body: TenderingSchemas.withdrawal,
                effect: .adds, answers: [201: TenderingAnswers.awardWithdrawn],
                handle: actions.withdrawAward),
            Route(
                .post, "/v1/tender-awards/{award}/consortium", operation: "tender.consortium",
                summary: Words("登记中标联合体及共同投标协议", "Record the consortium that won, with its agreement"),
                access: .roles(owners + [.tenderAgency]), tags: tags, body: ConsortiumSent.schema,
                effect: .adds, answers: [201: ConsortiumSent.answer], bodyLimit: Route.uploadLimit,
                handle: actions.consortium),
            Route(
                .get, "/v1/tender-awards/{award}/consortium", operation: "tender.read_consortium",
                summary: Words("中标联合体", "The consortium that won"), access: .signedIn, tags: tags,
                answers: [200: ConsortiumSent.answer], handle: reads.consortium),
            Route(
                .post, "/v1/packages/{package}/contract", operation: "contract.sign",
                summary: Words("签订合同及清单", "Sign the contract with its bill"), access: .roles(owners),
                tags: tags, body: TenderingSchemas.contract, effect: .steps,
                answers: [201: TenderingAnswers.signed], handle: actions.sign),
            Route(
                .get, "/v1/projects/{project}/contracts", operation: "contract.list",
                summary: Words("合同及工程量清单", "Contracts with their bills"), access: .signedIn, tags: tags,
                query: Paging.parameters, answers: [200: .page(of: TenderingAnswers.contract)],
                handle: reads.contracts),
            Route(
                .get, "/v1/projects/{project}/scheme", operation: "scheme.read",
                summary: Words("方案内容逐项进展与调减", "The scheme item by item, and what is left out of it"),
                access: .signedIn, tags: tags, answers: [200: TenderingAnswers.scheme], handle: reads.scheme),
            Route(
                .post, "/v1/projects/{project}/scheme-reductions", operation: "scheme.reduce",
                summary: Words("申请调减方案内容", "Ask to build less than the scheme"), access: .roles(owners),
                tags: tags, body: TenderingSchemas.reduction, effect: .adds,
                answers: [201: TenderingAnswers.reduced], bodyLimit: Route.uploadLimit,
                handle: actions.askReduction),
            Route(
                .post, "/v1/scheme-reductions/{reduction}/decision", operation: "scheme.decide_reduction",
                summary: Words("答复方案内容调减", "Answer a request to build less than the scheme"),
                access: .roles([.renovationOffice]), tags: tags, body: TenderingSchemas.reductionAnswer,
                effect: .adds, answers: [201: TenderingAnswers.reductionDecided],
                handle: actions.decideReduction),
        ] + TenderingPages(desk: reads.desk).routes
    }
}

/// The bodies that the routes of tendering take.
enum TenderingSchemas {
    private static let money: [String: Schema] = [
        "total_investment_fen": .fen, "budget_funds_fen": .fen, "soe_dominant": .bool,
        "feasibility_fen": .fen,
        "approved_budget_fen": .fen,
    ]

    static let budget = Schema.object(
        money.merging(["approval_number": .string(max: 100), "approved_on": .day, "paper": .id]) { own, _ in
            own
        },
        required: money.keys + ["approval_number", "approved_on"])

    static let adjustment = Schema.object(
        money.merging([
            "adjustment_number": .string(max: 100),
            "adjustment_ground": .string(oneOf: ["policy", "price", "geology", "funding", "other_major"]),
            "paper": .id,
        ]) { own, _ in own }, required: money.keys + ["adjustment_number", "adjustment_ground"])

    private static let parts = Schema.object(["works_fen": .fen, "goods_fen": .fen, "services_fen": .fen])

    static let package = Schema.object(
        [
            "id": .id, "code": .string(max: 40), "title": .string(max: 200),
            "category": .string(oneOf: Category.self),
            "service_kind": .string(oneOf: ServiceKind.self), "estimate_fen": .fen, "parts": parts,
            "listed_part_fen": .fen, "combinable": .bool,
            "separation_reason": .string(oneOf: SeparationReason.self), "separation_note": .string(max: 500),
            "widened": .bool, "planned_method": .string(oneOf: AwardMethod.self),
        ], required: ["id", "code", "title", "category", "estimate_fen", "planned_method"])

    static let estimate = Schema.object(
        ["estimate_fen": .fen, "parts": parts, "listed_part_fen": .fen, "explanation": .string(max: 500)],
        required: ["estimate_fen"])

    static let withdrawal = Schema.object(["reason": .string(max: 500)])

    static let reduction = Schema.object([
        "id": .id, "works_item": .id, "quantity_milli": .int(min: 1, max: mostOfALine),
        "ground": .string(max: 60), "reason": .string(max: 1000), "paper": PaperSent.schema,
    ])

    static let reductionAnswer = Schema.object(["approves": .bool, "reason": .string(max: 1000)])

    static let separation = Schema.object([
        "id": .id, "ground": .string(max: 60), "reason": .string(max: 1000), "paper": .id,
    ])

    static let exemption = Schema.object([
        "id": .id, "ground": .string(max: 60), "reason": .string(max: 1000),
        "document_title": .string(max: 200), "document_number": .string(max: 100), "document_on": .day,
    ])

    static let bidders = Schema.array(
        of: .object(
            [
                "name": .string(max: 200), "organisation": .id, "rank": .int(min: 1, max: 200),
                "passed_over": .string(max: 60),
            ], required: ["name"]), max: 200)

    static let committee = Schema.array(
        of: .object(["name": .string(max: 100), "employer": .string(max: 200), "is_expert": .bool]), max: 99)

    static let objections = Schema.array(
        of: .object(
            [
                "by": .string(max: 200), "stage": .string(oneOf: TenderProcedure.Stage.self),
                "received_on": .day, "answered_on": .day,
            ], required: ["by", "stage", "received_on"]), max: 200)

    static let award = Schema.object(
        [
            "id": .id, "winner": .id, "price_fen": .fen, "control_price_fen": .fen, "documents_on": .day,
            "opened_on": .day, "notice_on": .day,
            "notice": PaperSent.schema, "bidders": bidders, "committee": committee,
            "objections": objections, "reported_on": .day, "candidates_on": .day, "candidates_until": .day,
            "bid_bond_fen": .fen, "documents_until": .day, "prequalification_on": .day,
            "prequalification_until": .day, "prequalification_due": .day,
        ],
        required: ["id", "winner", "price_fen", "documents_on", "opened_on", "notice_on", "notice"])

    /// The most that a bill line may be of, in thousandths of its unit: ten million units.
    static let mostOfALine: Int64 = 10_000_000_000

    static let contract = Schema.object(
        [
            "id": .id, "contractor": .id, "number": .string(max: 60), "title": .string(max: 200),
            "method": .string(oneOf: AwardMethod.self),
            "invitation_ground": .string(oneOf: ["few_bidders", "tender_cost_too_high"]),
            "invitation_document": .string(max: 100), "award_notice_on": .day, "signed_on": .day,
            "amount_fen": .fen, "advance_funding": .bool,
            "bill": .array(
                of: .object(
                    [
                        "id": .id, "works_item": .id, "charge": .string(oneOf: BillCharge.self),
                        "code": .string(max: 40), "title": .string(max: 200), "unit": .string(max: 20),
                        "quantity_milli": .int(min: 1, max: mostOfALine), "unit_price_fen": .fen,
                    ], required: ["id", "code", "title", "unit", "quantity_milli", "unit_price_fen"]),
                max: 2000
            ).distinct(by: "code"),
        ], required: ["id", "contractor", "number", "title", "method", "signed_on", "amount_fen"])
}
