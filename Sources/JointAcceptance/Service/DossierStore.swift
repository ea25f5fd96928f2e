import JointAcceptance
import PQ
import Values

/// The statements that read what a dossier and a certificate are made of, and both as they were kept.
extension AcceptanceStore {
    /// A round, and everything its dossier is made of.
    static func dossierFacts(_ round: ID, today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'round', \(roundObject(today)),
            'documents', (
                select coalesce(jsonb_agg(jsonb_build_object('id', d.paper_id, 'title', d.title,
                    'sha256', encode(d.sha256, 'hex'), 'bytes', coalesce(length(f.content), 0))
                    order by d.paper_id), '[]')
                from app.paper d left join app.file f using (district, sha256)
                where d.district = p.district and d.project_id = p.project_id and d.sha256 is not null
            ),
            'facts', jsonb_build_object(
                'documents', (
                    select coalesce(jsonb_agg(jsonb_build_object('id', d.paper_id, 'kind', d.kind,
                        'number', d.number, 'dated', d.dated) order by d.paper_id), '[]')
                    from app.paper d
                    where d.district = p.district and d.project_id = p.project_id and d.sha256 is not null
                ),
                'project', p.name, 'round', r.number, 'event_on', r.event_on, 'place', r.place,
                'notice_on', r.notice_on, 'notice_number', r.notice_number, 'mode', r.mode,
                'papers', (
                    select coalesce(jsonb_agg(jsonb_build_object('kind', kind, 'title', title,
                        'number', number, 'dated', dated) order by paper_id), '[]')
                    from app.paper d
                    where d.district = p.district and d.project_id = p.project_id and d.sha256 is null
                ),
                'seats', (
                    select coalesce(jsonb_agg(jsonb_build_object('seat', s.seat, 'unit', own.name)
                        order by s.seat), '[]')
                    from app.acceptance_seat s join auth.organisation own using (organisation_id)
                    where s.district = r.district and s.acceptance_round_id = r.acceptance_round_id
                ),
                'checklist', (\(answers)),
                'lots', (
                    select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'title', l.title,
                        'state', l.state, 'inspected_on', l.inspected_on) order by l.code), '[]')
                    from app.inspection_lot l
                    where l.district = p.district and l.project_id = p.project_id
                ),
                'contracts', (
                    select coalesce(jsonb_agg(jsonb_build_object('number', c.number, 'title', c.title,
                        'amount_fen', c.amount_fen) order by c.number), '[]')
                    from app.contract c
                    where c.district = p.district and c.project_id = p.project_id
                ),
                'changes', (
                    select coalesce(jsonb_agg(jsonb_build_object('number', o.number, 'title', o.title,
                        'state', o.state, 'cost_fen', o.cost_fen) order by o.number), '[]')
                    from app.change_order o
                    where o.district = p.district and o.project_id = p.project_id and o.state <> 'draft'
                ),
                'quantities', (
                    select coalesce(jsonb_agg(jsonb_build_object('code', b.code, 'contract_milli',
                        b.quantity_milli, 'changed_milli', coalesce((
                            select sum(a.quantity_milli)::bigint from app.bill_addition a
                            where a.district = b.district and a.bill_line_id = b.bill_line_id), 0))
                        order by b.contract_id, b.code), '[]')
                    from app.bill_line b
                    where b.district = p.district and b.project_id = p.project_id
                ))) as facts
        from \(roundSource(round))
        """
    }

    /// A round, the latest dossier, and what was said over it with its signatures and keys.
    static func certificateFacts(_ round: ID, today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'round', \(roundObject(today)),
            'in_audit_plan', exists (
                select from app.paper
                where paper.district = r.district and paper.project_id = r.project_id
                    and paper.kind = 'audit_plan_notice'
            ),
            'manifest', (
                select encode(d.manifest, 'hex') from app.acceptance_dossier d
                where d.district = r.district and d.acceptance_round_id = r.acceptance_round_id
                order by d.number desc limit 1
            ),
            'signed', (
                select coalesce(jsonb_agg(jsonb_build_object('id', o.acceptance_opinion_id,
                    'statement', encode(o.statement, 'hex'), 'signature', o.signature,
                    'received', \(moment("o.received_at")),
                    'key', case when k.key_id is not null then jsonb_build_object('id', k.key_id,
                        'person', k.person_id, 'public_key', k.public_key,
                        'valid_from', \(moment("k.valid_from")), 'revoked_at', \(moment("k.revoked_at"))) end)
                    order by o.acceptance_opinion_id), '[]')
                from app.acceptance_opinion o left join auth.signing_key k using (key_id)
                where o.district = r.district and o.acceptance_round_id = r.acceptance_round_id
            )) as facts
        from \(roundSource(round))
        """
    }

    static func dossier(_ round: ID, number: Int64?) -> SQL {
        """
        select manifest, encode(sha256, 'hex') as digest, number from app.acceptance_dossier
        where district = auth.district() and acceptance_round_id = \(round)
            and (\(number)::bigint is null or number = \(number)::bigint)
        order by acceptance_dossier.number desc limit 1
        """
    }

    static func certificate(_ round: ID) -> SQL {
        """
        select content, encode(sha256, 'hex') as digest from app.acceptance_certificate
        where district = auth.district() and acceptance_round_id = \(round)
        """
    }
}
