import Handover
import PQ
import Values

/// The statements of a project's end.
enum ClosingStore {
    static func facts(_ project: ID) -> SQL { facts([project]) }

    /// Projects' ends as their rules look at them: what `HandoverStore.projectFacts` holds, and what was recorded since.
    static func facts(_ projects: [ID]) -> SQL {
        """
        select base.facts || jsonb_build_object(
            'area_hundredths', community.area_hundredths,
            'filings', (
                select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'number', number,
                    'filed_with', filed_with, 'filed_on', filed_on) order by kind), '[]')
                from app.filing f where f.district = p.district and f.project_id = p.project_id
            ),
            'final_account', (
                select jsonb_build_object('number', number, 'approved_on', approved_on, 'total_fen', total_fen,
                    'resident_fen', resident_fen, 'subsidy_fen', subsidy_fen)
                from app.final_account a where a.district = p.district and a.project_id = p.project_id
            ),
            'surplus_left_fen', coalesce((
                select greatest((
                    select coalesce(sum(amount_fen), 0)::bigint from app.subsidy_payment s
                    where s.district = a.district and s.project_id = a.project_id
                ) - a.subsidy_fen, 0) - (
                    select coalesce(sum(amount_fen), 0)::bigint from app.surplus_return r
                    where r.district = a.district and r.project_id = a.project_id
                )
                from app.final_account a where a.district = p.district and a.project_id = p.project_id
            ), 0),
            'balances', app.household_balances(p.project_id),
            'undelivered', (
                select coalesce(jsonb_agg(h.kind order by h.kind), '[]') from app.handover h
                where h.district = p.district and h.project_id = p.project_id and h.state = 'handed_over'
                    and not exists (
                        select from app.paper_delivery d
                        where d.district = h.district and d.handover_id = h.handover_id
                    )
            ),
            'owners_papers_delivered', exists (
                select from app.paper_delivery d
                where d.district = p.district and d.project_id = p.project_id and d.receiver_kind <> 'utility'
            ),
            'management', (
                select jsonb_build_object('form', form, 'manager', manager)
                from app.management_form m where m.district = p.district and m.project_id = p.project_id
            ),
            'works', (
                select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'nominal_end_on', nominal_end_on,
                    'effective_end_on', effective_end_on, 'keeper', keeper) order by kind), '[]')
                from app.warranty_card w where w.district = p.district and w.project_id = p.project_id
            ),
            'papers', (
                select coalesce(jsonb_agg(distinct paper.kind), '[]') from app.paper
                where paper.district = p.district and paper.subject_kind = 'project'
                    and paper.subject_id = p.project_id
            ),
            'open_special_works', (
                select coalesce(jsonb_agg(title order by title), '[]') from app.special_works special
                where special.district = p.district and special.project_id = p.project_id
                    and special.settled_on is null
            ),
            'running_clocks', (
                select coalesce(jsonb_agg(jsonb_build_object('clock_id', clock_id, 'key', key, 'due_on', due_on,
                    'version', version)), '[]')
                from app.clock c where c.district = p.district and c.project_id = p.project_id
                    and c.subject_kind in ('acceptance_round', 'project') and c.state in ('running', 'late', 'uncomputed')
                    and c.met_on is null
            ),
            'issues', (
                select coalesce(jsonb_agg(place order by filed_on, issue_id), '[]') from app.issue i
                where i.district = p.district and i.project_id = p.project_id
                    and i.state not in ('verified', 'closed', 'closed_unconfirmed', 'rejected', 'duplicate')
            )) as facts, p.project_id
        from app.project p
        join app.community using (district, community_id)
        join (\(HandoverStore.projectFacts(projects))) base using (project_id)
        where p.district = auth.district() and p.project_id = any(\(projects))
        """
    }

    /// The project's end, what the named households paid, and what the accounts lay on them.
    static func trueUpFacts(_ project: ID, _ households: [String]) -> SQL {
        """
        select jsonb_build_object('closing', closing.facts, 'shared', exists (
            select from app.household_dues(auth.district(), \(project))
        ), 'households', (
            select coalesce(jsonb_agg(jsonb_build_object('household', named.household, 'share_fen', laid.due_fen,
                'paid_fen', (
                select coalesce(sum(amount_fen), 0) from app.receipt
                where district = auth.district() and project_id = \(project)
                    and receipt.household = named.household
            ), 'settled', exists (
                select from app.true_up
                where district = auth.district() and project_id = \(project)
                    and true_up.household = named.household
            ))), '[]') from (select distinct unnest(\(households)::text[])) named (household)
            left join app.household_dues(auth.district(), \(project)) laid using (household)
        )) as facts
        from (\(facts(project))) closing
        """
    }

    static func insert(_ draft: FilingDraft, project: ID, op: ID) -> [SQL] {
        let filing: SQL = """
            insert into app.filing (district, filing_id, project_id, kind, number, filed_with, filed_on, barrier_free,
                barrier_free_evidence, op_id)
            values (auth.district(), \(draft.id), \(project), \(draft.kind), \(draft.number), \(draft.filedWith),
                \(draft.filedOn), \(draft.barrierFree), \(draft.barrierFreeEvidence), \(op))
            """
        return [filing]
            + (draft.documents ?? []).flatMap { document -> [SQL] in
                [
                    """
                    insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind, title,
                        number, dated, sha256, op_id)
                    values (auth.district(), \(document.id), \(project), 'filing', \(draft.id),
                        \(document.document), \(document.title), \(document.number), \(document.dated),
                        \(document.sha256.flatMap { bytes(hex: $0) }), \(op))
                    """,
                    """
                    insert into app.filing_document (district, filing_id, document, project_id, paper_id, stamped_by,
                        op_id)
                    values (auth.district(), \(draft.id), \(document.document), \(project), \(document.id),
                        \(document.stampedBy), \(op))
                    """,
                ]
            }
    }

    static func insert(
        _ draft: AccountDraft, total: Fen, resident: Fen, project: ID, determination: ID, op: ID
    ) -> SQL {
        """
        insert into app.final_account (district, project_id, number, approved_by, approved_on, mandatory_fen,
            basic_fen, improve_fen, upgrade_fen, other_fen, total_fen, resident_fen, subsidy_fen, determination_id,
            op_id)
        values (auth.district(), \(project), \(draft.number), \(draft.approvedBy), \(draft.approvedOn),
            \(draft.mandatory), \(draft.basic), \(draft.improve), \(draft.upgrade), \(draft.other), \(total),
            \(resident), \(total - resident), \(determination), \(op))
        """
    }

    static func insert(_ balance: HouseholdBalance, on day: BusinessDay, project: ID, op: ID) -> SQL {
        """
        insert into app.true_up (district, project_id, household, due_fen, paid_fen, settled_fen, voucher,
            settled_on, op_id)
        values (auth.district(), \(project), \(balance.household), \(balance.due), \(balance.paid),
            \(balance.difference), \(balance.voucher), \(day), \(op))
        """
    }

    static func insert(_ draft: DeliveryOfPapersDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.paper_delivery (district, paper_delivery_id, project_id, receiver_kind, receiver, handover_id,
            delivered_on, filing_number, op_id)
        values (auth.district(), \(draft.id), \(project), \(draft.receiverKind), \(draft.receiver), (
                select handover_id from app.handover
                where district = auth.district() and project_id = \(project) and kind = \(draft.facility)
            ), \(draft.deliveredOn), \(draft.filingNumber), \(op))
        """
    }

    static func insert(_ draft: ManagementDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.management_form (district, project_id, form, manager, evidence, decided_on, op_id)
        values (auth.district(), \(project), \(draft.form), \(draft.manager), \(draft.evidence),
            \(draft.decidedOn), \(op))
        """
    }

    static func insert(_ draft: CustodyDraft, project: ID, op: ID) -> SQL {
        """
        insert into app.custody (district, project_id, kind, keeper, evidence, taken_on, op_id)
        values (auth.district(), \(project), \(draft.kind), \(draft.keeper), \(draft.evidence),
            \(draft.takenOn), \(op))
        """
    }

    static func close(_ project: ID, on day: BusinessDay, op: ID) -> SQL {
        """
        insert into app.project_closing (district, project_id, closed_on, op_id)
        values (auth.district(), \(project), \(day), \(op))
        """
    }
}
