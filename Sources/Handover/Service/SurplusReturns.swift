import Actions
import Handover
import PQ
import Policy
import Values
import Web

/// Surplus public money (结余缴回): what the accounts leave over, and what of it went back to the treasury.
struct SurplusReturns: Sendable {
    let desk: Desk

    private struct Draft: Decodable, Sendable {
        let id: ID
        let amount: Fen
        let voucher: String
        let returnedOn: BusinessDay
        /// The treasury's voucher itself (缴款书).
        let paper: PaperSent

        enum CodingKeys: String, CodingKey {
            case id, voucher, paper
            case amount = "amount_fen"
            case returnedOn = "returned_on"
        }
    }

    var routes: [Route] {
        let recorders: [Role] = [.constructionUnit, .renovationOffice, .financeBureau]
        return [
            Route(
                .post, "/v1/projects/{project}/surplus-returns", operation: "surplus.return",
                summary: Words("登记结余资金缴回", "Record surplus public money that went back"),
                access: .roles(recorders), tags: ["closing"],
                body: .object([
                    "id": .id, "amount_fen": .int(min: 1, max: Schema.most), "voucher": .string(max: 100),
                    "returned_on": .day, "paper": PaperSent.schema,
                ]), effect: .adds,
                answers: [201: .open(["id": .id, "surplus_fen": .sum, "left_fen": .sum])],
                bodyLimit: Route.uploadLimit, handle: giveBack),
            Route(
                .get, "/v1/projects/{project}/surplus-returns", operation: "surplus.list",
                summary: Words("结余资金与缴回", "What the accounts leave over, and what of it went back"),
                access: .roles(recorders + [.leadingGroup, .trackingAuditor]), tags: ["closing"],
                answers: [
                    200: .open([
                        "items": .list(
                            of: .open([
                                "id": .id, "amount_fen": .sum, "voucher": .text, "returned_on": .day,
                                "paper": .noID,
                            ])), "next": .noID,
                    ])
                ], handle: list),
        ]
    }

    @Sendable
    private func giveBack(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(Draft.self)
        let file = draft.paper.file
        return try await desk.act(
            request, "surplus.return", on: .project(project), subject: Subject("surplus_return", draft.id),
            facts: Self.facts(project), as: SurplusFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try SurplusRules.returning(
                draft.amount, on: draft.returnedOn, facts, voucherIsStored: file != nil, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty, let surplus = SurplusRules.surplus(facts), let file else {
                return .refused(decision.refusals)
            }
            let left = surplus - facts.returned - draft.amount
            return .done(
                Write(
                    body: .object([
                        "amount_fen": .int(draft.amount.amount), "returned_on": .text("\(draft.returnedOn)"),
                        "surplus_fen": .int(surplus.amount), "left_fen": .int(left.amount),
                        "sha256": .text(hex(file.digest)),
                    ]),
                    draft.paper.inserts(
                        file, as: "surplus_voucher", of: Subject("surplus_return", draft.id), in: project,
                        dated: draft.returnedOn, district: sitting.actor.district, op: sitting.op) + [
                            """
                            insert into app.surplus_return (district, surplus_return_id, project_id, amount_fen,
                                voucher, returned_on, paper_id, op_id)
                            values (auth.district(), \(draft.id), \(project), \(draft.amount), \(draft.voucher),
                                \(draft.returnedOn), \(draft.paper.id), \(sitting.op))
                            """
                        ],
                    answer: .object([
                        "id": .text("\(draft.id)"), "surplus_fen": .int(surplus.amount),
                        "left_fen": .int(left.amount),
                    ])))
        }
    }

    @Sendable
    private func list(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let (_, rows) = try await desk.read(
            request,
            """
            select jsonb_build_object('id', surplus_return_id, 'amount_fen', amount_fen, 'voucher', voucher,
                'returned_on', returned_on, 'paper', paper_id) as item
            from app.surplus_return where district = auth.district() and project_id = \(project)
            order by returned_on, surplus_return_id
            """)
        return .json(
            200, .object(["items": .list(try rows.map { try $0.decode(JSON.self, "item") }), "next": .null]))
    }

    private static func facts(_ project: ID) -> SQL {
        """
        select jsonb_build_object('place', project.place, 'edition', project.edition,
            'subsidy_fen', account.subsidy_fen,
            'paid_fen', (
                select coalesce(sum(amount_fen), 0)::bigint from app.subsidy_payment paid
                where paid.district = project.district and paid.project_id = project.project_id
            ),
            'returned_fen', (
                select coalesce(sum(amount_fen), 0)::bigint from app.surplus_return gone
                where gone.district = project.district and gone.project_id = project.project_id
            )) as facts
        from app.project left join app.final_account account using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }
}
