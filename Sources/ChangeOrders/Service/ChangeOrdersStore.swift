import Actions
import ChangeOrders
import PQ
import Values

/// The statements of change orders.
enum ChangeOrdersStore {
    static let table = "app.change_order"
    static let key = "change_order_id"

    static func draftFacts(_ project: ID, contract: ID) -> SQL {
        """
        select jsonb_build_object(
            'edition', project.edition, 'place', project.place,
            'contractor', (
                select contractor_id from app.contract
                where contract.district = project.district and contract.project_id = project.project_id
                    and contract_id = \(contract)
            ),
            'prices', (
                select coalesce(jsonb_object_agg(bill_line_id, unit_price_fen), '{}') from app.bill_line
                where bill_line.district = project.district and bill_line.project_id = project.project_id
                    and contract_id = \(contract)
            )) as facts
        from app.project where district = auth.district() and project_id = \(project)
        """
    }

    /// Everything that decides over one order, and what ties whoever asks has to it on a day.
    static func facts(_ order: ID, today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'project', o.project_id, 'project_state', p.state, 'edition', p.edition, 'place', p.place,
            'state', o.state, 'version', o.version, 'ground', o.ground, 'funding_source', o.funding_source,
            'larger', o.larger, 'cost', o.cost_fen, 'days', o.days,
            'papers', (
                select coalesce(jsonb_agg(distinct kind), '[]') from app.paper
                where paper.district = o.district and subject_kind = 'change_order'
                    and subject_id = o.change_order_id
            ),
            'contract_amount', (
                select amount_fen from app.contract
                where contract.district = o.district and contract.contract_id = o.contract_id
            ),
            'contracts', app.contracts_take(o.district, o.project_id),
            'approved_changes', (
                select coalesce(sum(cost_fen), 0)::bigint from app.change_order other
                where other.district = o.district and other.project_id = o.project_id
                    and other.change_order_id <> o.change_order_id
                    and other.state in ('approved', 'implemented', 'closed')
                    and app.contract_ended_on(other.district, other.contract_id) is null
            ),
            'approved_absolute', (
                select coalesce(sum(abs(cost_fen)), 0)::bigint from app.change_order other
                where other.district = o.district and other.contract_id = o.contract_id
                    and other.change_order_id <> o.change_order_id
                    and other.state in ('approved', 'implemented', 'closed')
            ),
            'approved_budget', (
                select approved_budget_fen from app.project_budget
                where project_budget.district = o.district and project_budget.project_id = o.project_id
            ),
            'opinions', (
                select coalesce(jsonb_agg(jsonb_build_object('role', role, 'supports', supports)), '[]')
                from app.change_order_opinion given
                where given.district = o.district and given.change_order_id = o.change_order_id
            ),
            'deciders', (
                select coalesce(jsonb_agg(person_id), '[]') from app.change_order_decision decided
                where decided.district = o.district and decided.change_order_id = o.change_order_id
            ),
            'applicant', o.applicant_id, 'applicant_organisation', o.applicant_organisation_id,
            'construction_unit', p.construction_unit_id,
            'actor_is_applicant', app.person_is_of(
                auth.person(), auth.organisation(), o.applicant_organisation_id, \(today)::date, true),
            'actor_is_beneficiary', app.person_is_of(
                auth.person(), auth.organisation(), o.beneficiary_id, \(today)::date, true),
            'reaches_tender_line', app.change_reaches_the_tender_line(o.district, o.change_order_id,
                coalesce(o.settled_on, o.submitted_on, \(today)::date))) as facts
        from app.change_order o join app.project p using (district, project_id)
        where o.district = auth.district() and o.change_order_id = \(order)
        """
    }

    /// An order as it is shown, with its lines, opinions, decisions and papers.
    static func card(_ order: ID) -> SQL {
        """
        select jsonb_build_object(
            'id', o.change_order_id, 'project', o.project_id, 'contract', o.contract_id, 'number', o.number,
            'title', o.title, 'reason', o.reason, 'ground', o.ground, 'funding_source', o.funding_source,
            'applicant_organisation', applicant.name, 'beneficiary', beneficiary.name, 'cost_fen', o.cost_fen,
            'days', o.days, 'larger', o.larger, 'state', o.state, 'submitted_on', o.submitted_on,
            'settled_on', o.settled_on,
            'expires_on', case when o.state in ('blocked', 'opinions', 'owner_decision', 'district_decision')
                then o.submitted_on + app.policy_number(p.edition, 'change.pending_days', o.submitted_on)::integer
            end, 'determination', o.determination_id, 'version', o.version,
            'lines', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'bill_line', l.bill_line_id, 'code', b.code, 'title', b.title, 'unit', b.unit,
                    'quantity_milli', l.quantity_milli, 'unit_price_fen', l.unit_price_fen,
                    'amount_fen', l.amount_fen) order by b.code), '[]')
                from app.change_order_line l join app.bill_line b using (district, bill_line_id)
                where l.district = o.district and l.change_order_id = o.change_order_id
            ),
            'opinions', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'role', role, 'supports', supports, 'cost_fen', cost_fen, 'days', days,
                    'opinion', opinion) order by role), '[]')
                from app.change_order_opinion given
                where given.district = o.district and given.change_order_id = o.change_order_id
            ),
            'decisions', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'level', level, 'approves', approves, 'reason', reason, 'decided_on', decided_on)
                    order by level desc), '[]')
                from app.change_order_decision decided
                where decided.district = o.district and decided.change_order_id = o.change_order_id
            ),
            'papers', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'kind', kind, 'title', title, 'number', number, 'dated', dated) order by kind), '[]')
                from app.paper
                where paper.district = o.district and subject_kind = 'change_order'
                    and subject_id = o.change_order_id
            ),
            'because', (
                select because -> 'because' from app.determination d
                where d.district = o.district and d.determination_id = o.determination_id
            )) as card
        from app.change_order o
        join app.project p using (district, project_id)
        join auth.organisation applicant on applicant.organisation_id = o.applicant_organisation_id
        join auth.organisation beneficiary on beneficiary.organisation_id = o.beneficiary_id
        where o.district = auth.district() and o.change_order_id = \(order)
        """
    }

    static func list(_ project: ID, _ page: Paging) -> SQL {
        """
        select change_order_id as id, number, title, ground, state, cost_fen, days, larger, submitted_on,
            settled_on, applicant_organisation, beneficiary, version
        from app.change_order_card
        where district = auth.district() and project_id = \(project)
            and (\(page.after)::uuid is null or change_order_id > \(page.after))
        order by change_order_id limit \(page.limit + 1)
        """
    }

    static func insert(
        _ draft: ChangeOrderDraft, of project: ID, cost: Fen, beneficiary: ID, by actor: Actor, op: ID
    ) -> SQL {
        """
        insert into app.change_order (district, change_order_id, project_id, contract_id, number, title, reason,
            ground, funding_source, applicant_id, applicant_organisation_id, beneficiary_id, cost_fen, days,
            larger, op_id)
        values (\(actor.district), \(draft.id), \(project), \(draft.contract), \(draft.number), \(draft.title),
            \(draft.reason), \(draft.ground), \(draft.fundingSource), \(actor.person), \(actor.organisation),
            \(beneficiary), \(cost.amount), \(draft.days), \(draft.larger ?? false), \(op))
        """
    }

    static func insert(_ line: PricedLine, of order: ID, in project: ID, district: Int32, op: ID) -> SQL {
        """
        insert into app.change_order_line (district, change_order_id, bill_line_id, project_id, quantity_milli,
            unit_price_fen, amount_fen, op_id)
        values (\(district), \(order), \(line.billLine), \(project), \(line.quantityMilli),
            \(line.unitPrice.amount), \(line.amount.amount), \(op))
        """
    }

    static func submit(
        _ order: ID, as facts: ChangeOrderFacts, to state: ChangeOrderState, determination: ID,
        _ sitting: Sitting
    ) -> SQL {
        """
        update app.change_order set state = \(state), ground = \(facts.ground),
            funding_source = \(facts.fundingSource), larger = \(facts.larger),
            determination_id = \(determination), submitted_on = \(sitting.today),
            version = \(Int32(truncatingIfNeeded: facts.version)) + 1, op_id = \(sitting.op)
        where district = \(sitting.actor.district) and change_order_id = \(order)
        """
    }

    /// Moves an order on; where that settles it, with the day.
    static func step(
        _ order: ID, to state: ChangeOrderState, from version: Int64, _ sitting: Sitting
    ) -> SQL {
        let settled =
            [ChangeOrderState.approved, .rejected, .withdrawn].contains(state) ? sitting.today : nil
        return """
            update app.change_order set state = \(state), settled_on = coalesce(settled_on, \(settled)::date),
                version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(sitting.op)
            where district = \(sitting.actor.district) and change_order_id = \(order)
            """
    }

    static func insert(_ opinion: OpinionDraft, on order: ID, in project: ID, _ sitting: Sitting) -> SQL {
        """
        insert into app.change_order_opinion (district, change_order_id, role, project_id, person_id,
            organisation_id, supports, cost_fen, days, opinion, op_id)
        values (\(sitting.actor.district), \(order), \(sitting.actor.role), \(project), \(sitting.actor.person),
            \(sitting.actor.organisation), \(opinion.supports), \(opinion.cost.amount), \(opinion.days),
            \(opinion.opinion), \(sitting.op))
        """
    }

    static func insert(
        _ decision: DecisionDraft, at level: DecisionLevel, on order: ID, in project: ID, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.change_order_decision (district, change_order_id, level, project_id, person_id,
            organisation_id, approves, reason, answers, decided_on, op_id)
        values (\(sitting.actor.district), \(order), \(level), \(project), \(sitting.actor.person),
            \(sitting.actor.organisation), \(decision.approves), \(decision.reason), \(decision.kept)::text::jsonb,
            \(sitting.today), \(sitting.op))
        """
    }

    static func insert(_ paper: PaperDraft, on order: ID, in project: ID, _ sitting: Sitting) -> SQL {
        """
        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title, number,
            dated, sha256, op_id)
        values (\(sitting.actor.district), \(paper.id), \(project), 'change_order', \(order), \(paper.kind),
            \(paper.title), \(paper.number), \(paper.dated), \(paper.sha256.flatMap { bytes(hex: $0) }),
            \(sitting.op))
        """
    }
}
