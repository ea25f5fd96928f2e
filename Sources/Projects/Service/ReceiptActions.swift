import Actions
import Ledger
import PQ
import Projects
import Values
import Web

/// What is done with residents' money (居民资金): it comes, or a receipt is taken back whole.
struct ReceiptActions: Sendable {
    let desk: Desk

    /// Records resident money that reached the special account, of a household of the register.
    @Sendable
    func record(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let receipt = try request.decode(ReceiptDraft.self)
        return try await desk.act(
            request, "receipt.record", on: .project(project), subject: Subject("receipt", receipt.id),
            facts: ReceiptActions.facts(project, door: receipt.household, paper: receipt.aheadPaper),
            as: AccountFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ReceiptRules.recording(
                facts.receipt(
                    on: receipt.receivedOn, sitting,
                    .init(
                        amount: receipt.amount, channel: receipt.channel, door: receipt.household,
                        household: facts.household, aheadGround: receipt.aheadGround,
                        aheadPaperStands: facts.aheadPaperStands)), under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let paid = facts.paid + receipt.amount
            var body: [String: JSON] = [
                "project": .text(project.description), "amount_fen": .int(receipt.amount.amount),
                "channel": .text(receipt.channel), "voucher": .text(receipt.voucher),
            ]
            // The household is personal: the ledger holds a commitment to it, not the door.
            if let door = receipt.household {
                body["household"] = .text(hex(Commitment(to: door).digest))
            }
            if let ground = receipt.aheadGround { body["ahead_ground"] = .text(ground) }
            if let paper = receipt.aheadPaper { body["ahead_paper"] = .text(paper.description) }
            return .done(
                Write(
                    body: .object(body),
                    [
                        """
                        insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen,
                            voucher, received_on, ahead_ground, ahead_paper_id, op_id)
                        values (\(sitting.actor.district), \(receipt.id), \(project),
                            \(facts.household.map(\.unit)), \(receipt.channel), \(receipt.amount.amount),
                            \(receipt.voucher), \(receipt.receivedOn), \(receipt.aheadGround),
                            \(receipt.aheadPaper), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(receipt.id.description), "paid_fen": .int(paid.amount),
                        "required_fen": facts.required.map { .int($0.amount) } ?? .null,
                        "household_paid_fen": facts.household.map {
                            .int(($0.paid + receipt.amount).amount)
                        } ?? .null,
                        "household_due_fen": facts.household?.due.map { .int($0.amount) } ?? .null,
                    ])))
        }
    }

    /// Takes back a receipt whole, by a row of its own.
    @Sendable
    func reverse(_ request: Request) async throws -> Response {
        let receipt = try request.require("receipt")
        let draft = try request.decode(ReversalDraft.self)
        return try await desk.act(
            request, "receipt.reverse", on: .projectOf(table: "app.receipt", column: "receipt_id", receipt),
            subject: Subject("receipt", draft.id),
            facts: """
                select jsonb_build_object('project', project_id, 'amount', amount_fen, 'state', state,
                    'place', place, 'edition', edition, 'account', account_number,
                    'opened_on', account_opened_on) as facts
                from app.receipt join app.project using (district, project_id)
                where district = auth.district() and receipt_id = \(receipt)
                """, as: ReversedFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ReceiptRules.recording(
                ReceiptFacts(
                    day: draft.reversedOn, today: sitting.today, state: facts.state, account: facts.account,
                    openedOn: facts.openedOn), under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "reverses": .text(receipt.description), "amount_fen": .int(-facts.amount.amount),
                        "voucher": .text(draft.voucher),
                    ]),
                    [
                        """
                        insert into app.receipt (district, receipt_id, project_id, unit_id, channel, amount_fen,
                            voucher, received_on, reverses, op_id)
                        select district, \(draft.id), project_id, unit_id, channel, -amount_fen,
                            \(draft.voucher), \(draft.reversedOn), receipt_id, \(sitting.op)
                        from app.receipt
                        where district = \(sitting.actor.district) and receipt_id = \(receipt)
                        """
                    ], answer: .object(["id": .text(draft.id.description)])))
        }
    }

    /// The account and its money, with what a household of the register owes and has paid.
    private static func facts(_ project: ID, door: String?, paper: ID?) -> SQL {
        """
        select jsonb_build_object(
            'state', project.state, 'version', project.version, 'place', project.place,
            'edition', project.edition, 'account', project.account_number,
            'opened_on', project.account_opened_on, 'required', plan.required_fen,
            'ahead_paper_stands', exists (
                select from app.paper
                where paper.district = project.district and paper.paper_id = \(paper)
                    and paper.project_id = project.project_id and paper.subject_kind = 'project'
                    and paper.kind = 'ahead_payment_proof' and app.paper_stands(paper.district, paper.sha256)
            ),
            'paid', (
                select coalesce(sum(amount_fen), 0)::bigint from app.receipt
                where receipt.district = project.district and receipt.project_id = project.project_id
            ),
            'household', (
                -- Two units that read alike are none: their doors have to be told apart.
                select case when count(*) = 1 then (array_agg(jsonb_build_object(
                    'unit', unit_id, 'due', app.household_due(unit.district, unit_id),
                    'paid', app.household_paid(unit.district, unit_id))))[1] end
                from app.register_unit unit
                where unit.district = project.district and unit.project_id = project.project_id
                    and unit.until_import is null
                    and concat_ws('-', nullif(building, ''), nullif(entrance, ''), room) = \(door)::text
            )) as facts
        from app.project
        left join app.funding_plan plan using (district, project_id)
        where project.district = auth.district() and project.project_id = \(project)
        """
    }
}

struct ReceiptDraft: Decodable, Sendable {
    let id: ID
    /// The door as the register has it.
    let household: String?
    let channel: String
    let amount: Fen
    let voucher: String
    let receivedOn: BusinessDay
    /// A record of `receipt.ahead_grounds`, with the stored paper.
    let aheadGround: String?
    let aheadPaper: ID?

    enum CodingKeys: String, CodingKey {
        case id, household, channel, voucher
        case amount = "amount_fen"
        case receivedOn = "received_on"
        case aheadGround = "ahead_ground"
        case aheadPaper = "ahead_paper"
    }
}

/// The special account that money comes to.
struct AccountFacts: Decodable, Sendable {
    let state: ProjectState
    let version: Int64
    let place: String
    let edition: String
    let account: String?
    let openedOn: BusinessDay?
    let required: Fen?
    let paid: Fen
    let household: ReceiptFacts.Household?
    let aheadPaperStands: Bool

    enum CodingKeys: String, CodingKey {
        case state, version, place, edition, account, required, paid, household
        case openedOn = "opened_on"
        case aheadPaperStands = "ahead_paper_stands"
    }

    func receipt(
        on day: BusinessDay, _ sitting: Sitting, _ payment: ReceiptFacts.Payment
    ) -> ReceiptFacts {
        ReceiptFacts(
            day: day, today: sitting.today, state: state, account: account, openedOn: openedOn,
            payment: payment)
    }
}

/// A receipt that is taken back.
struct ReversedFacts: Decodable, Sendable {
    let project: ID
    let amount: Fen
    let state: ProjectState
    let place: String
    let edition: String
    let account: String?
    let openedOn: BusinessDay?

    enum CodingKeys: String, CodingKey {
        case project, amount, state, place, edition, account
        case openedOn = "opened_on"
    }
}

struct ReversalDraft: Decodable, Sendable {
    let id: ID
    let voucher: String
    let reversedOn: BusinessDay

    enum CodingKeys: String, CodingKey {
        case id, voucher
        case reversedOn = "reversed_on"
    }
}
