import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Public money that came in (补助拨付), against the latest statement of the project.
struct SubsidyPayments: Sendable {
    let desk: Desk

    private struct Draft: Decodable, Sendable {
        let id: ID
        let payer: String
        let amount: Fen
        let voucher: String
        let paidOn: BusinessDay
        let isLast: Bool?

        enum CodingKeys: String, CodingKey {
            case id, payer, voucher
            case amount = "amount_fen"
            case paidOn = "paid_on"
            case isLast = "is_last"
        }
    }

    var routes: [Route] {
        let recorders: [Role] = [.constructionUnit, .renovationOffice, .financeBureau]
        let payer = Schema.string(oneOf: ["city", "district"])
        return [
            Route(
                .post, "/v1/projects/{project}/subsidy-payments", operation: "subsidy.pay",
                summary: Words("登记补助拨付", "Record public money that was paid"), access: .roles(recorders),
                tags: ["closing"],
                body: .object(
                    [
                        "id": .id, "payer": payer, "amount_fen": .int(min: 1, max: Schema.most),
                        "voucher": .string(max: 100), "paid_on": .day, "is_last": .bool,
                    ], required: ["id", "payer", "amount_fen", "voucher", "paid_on"]), effect: .adds,
                answers: [201: .open(["id": .id, "payer": .string(), "stated_fen": .sum, "paid_fen": .sum])],
                handle: pay),
            Route(
                .get, "/v1/projects/{project}/subsidy-payments", operation: "subsidy.list",
                summary: Words("补助拨付与结算单", "What was paid of what the statement says"),
                access: .roles(recorders + [.leadingGroup, .trackingAuditor]), tags: ["closing"],
                answers: [
                    200: .open([
                        "items": .list(
                            of: .open([
                                "id": .id, "payer": .string(), "amount_fen": .sum, "voucher": .text,
                                "paid_on": .day, "statement": .id, "is_last": .bool,
                            ])), "next": .noID,
                    ])
                ], handle: list),
        ]
    }

    @Sendable
    private func pay(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        return try await desk.act(
            request, "subsidy.pay", on: .project(project), subject: Subject("subsidy_payment", draft.id),
            facts: Self.facts(project, payer: draft.payer, on: draft.paidOn), as: SubsidyPaymentFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let own = try sitting.policy(edition: facts.edition, place: facts.place, on: draft.paidOn)
            let decision = try SubsidyPaymentRules.paying(
                draft.amount, isLast: draft.isLast == true, on: draft.paidOn, of: facts,
                today: sitting.today, under: policy, ofItsDay: own)
            guard decision.refusals.isEmpty, let statement = facts.statement else {
                return .refused(decision.refusals)
            }
            let paid = facts.paid + draft.amount
            return .done(
                Write(
                    body: .object([
                        "payer": .text(draft.payer), "amount_fen": .int(draft.amount.amount),
                        "paid_on": .text("\(draft.paidOn)"), "statement": .text("\(statement)"),
                        "is_last": .bool(draft.isLast == true),
                    ]),
                    [
                        """
                        insert into app.subsidy_payment (district, subsidy_payment_id, project_id, determination_id,
                            payer, amount_fen, voucher, paid_on, is_last, op_id)
                        values (auth.district(), \(draft.id), \(project), \(statement), \(draft.payer),
                            \(draft.amount), \(draft.voucher), \(draft.paidOn), \(draft.isLast == true), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text("\(draft.id)"), "payer": .text(draft.payer),
                        "stated_fen": .int(facts.stated.amount), "paid_fen": .int(paid.amount),
                    ])))
        }
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            """
            select jsonb_build_object('id', subsidy_payment_id, 'payer', payer, 'amount_fen', amount_fen,
                'voucher', voucher, 'paid_on', paid_on, 'statement', determination_id,
                'is_last', coalesce(is_last, false)) as item
            from app.subsidy_payment where district = auth.district() and project_id = \(project)
            order by paid_on, subsidy_payment_id
            """)
        return .json(
            200, .object(["items": .list(try rows.map { try $0.decode(JSON.self, "item") }), "next": .null]))
    }

    private static func facts(_ project: ID, payer: String, on day: BusinessDay) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition,
            'statement', latest.determination_id, 'stated_fen', coalesce(latest.stated, 0),
            'paid_fen', (
                select coalesce(sum(amount_fen), 0)::bigint from app.subsidy_payment paid
                where paid.district = project.district and paid.project_id = project.project_id
                    and paid.payer = \(payer)
            ),
            'accounts', account.project_id is not null,
            'is_over', exists (
                select from app.subsidy_payment paid
                where paid.district = project.district and paid.project_id = project.project_id
                    and paid.payer = \(payer) and paid.is_last
            )) as facts
        from app.project left join app.final_account account using (district, project_id)
        left join lateral (
            select basis.determination_id, basis.stated from (
                select found.determination_id, (because -> 'figures' ->> (\(payer) || '_fen'))::bigint as stated,
                    1 as rank, found.created_at
                from app.determination found
                where found.district = project.district and found.project_id = project.project_id
                    and found.subject_kind = 'money_statement'
                union all
                select account.determination_id, account.subsidy_fen, 2, null
                where account.project_id is not null and \(payer) = 'district'
                    and app.policy_says(
                        project.edition, 'subsidy.last_waits_for_accounts', 'true', \(day))
                union all
                select plan.determination_id, plan.subsidy_fen, 3, null from app.funding_plan plan
                where plan.district = project.district and plan.project_id = project.project_id
                    and \(payer) = 'district'
                    and app.policy_says(
                        project.edition, 'subsidy.last_waits_for_accounts', 'true', \(day))
            ) basis
            order by basis.rank, basis.created_at desc, basis.determination_id desc limit 1
        ) latest on true
        where project.district = auth.district() and project.project_id = \(project)
        """
    }
}
