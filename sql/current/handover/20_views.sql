-- What a handover shows, and how far a project has come with all of them.

create or replace view app.handover_card with (security_invoker = true) as
select
    handover.district, handover.handover_id, handover.project_id, handover.kind, handover.receiver_id,
    receiver.name as receiver, handover.state, handover.round, handover.refused_reason,
    handover.not_applicable_reason, handover.proposed_by, handover.confirmed_by, handover.handed_over_on,
    handover.version, project.name as project, project.state as project_state, project.edition, project.place,
    project.construction_unit_id, unit.name as construction_unit,
    exists (
        select from app.handover_signature signed
        where signed.district = handover.district and signed.handover_id = handover.handover_id
            and signed.round = handover.round and signed.party = 'utility'
    ) as utility_signed,
    exists (
        select from app.handover_signature signed
        where signed.district = handover.district and signed.handover_id = handover.handover_id
            and signed.round = handover.round and signed.party = 'construction_unit'
    ) as construction_unit_signed,
    exists (
        select from app.paper
        where paper.district = handover.district and paper.project_id = handover.project_id
            and paper.kind = 'owners_handover_decision'
            and (paper.subject_kind, paper.subject_id)
                in (('handover', handover.handover_id), ('project', handover.project_id))
    ) as owners_decided,
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'asset_id', asset.asset_id, 'tag', asset.tag, 'title', asset.title, 'location', asset.location,
            'boundary', asset.boundary,
            'responsible_from', coalesce(asset.responsible_from, handover.handed_over_on)
        ) order by asset.tag), '[]') from app.handover_asset asset
        where asset.district = handover.district and asset.handover_id = handover.handover_id
    ) as assets,
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'document', line.document, 'title', paper.title, 'number', paper.number, 'dated', paper.dated,
            'sha256', encode(paper.sha256, 'hex'), 'verdict', line.verdict, 'note', line.note,
            'version', line.version
        ) order by line.document), '[]')
        from app.handover_document line join app.paper using (district, paper_id)
        where line.district = handover.district and line.handover_id = handover.handover_id
            and line.round = handover.round
    ) as documents,
    (
        select jsonb_build_object('due_on', clock.due_on, 'state', clock.state, 'rule', clock.rule)
        from app.clock
        where clock.district = handover.district and clock.subject_kind = 'handover'
            and clock.subject_id = handover.handover_id
        order by clock.started_on desc, clock.due_on, clock.key limit 1
    ) as clock,
    handover.exemption_id, handover.exemption_ground, handover.exemption_paper_id,
    (
        select coalesce(jsonb_agg(voice.party order by voice.party), '[]') from app.handover_exemption_voice voice
        where voice.district = handover.district and voice.exemption_id = handover.exemption_id
    ) as exemption_voices,
    -- By which means each party signed this round: a link that the other party sent proves less than an account.
    (
        select coalesce(jsonb_agg(jsonb_build_object(
            'party', signed.party, 'means', signed.means, 'signed_on', signed.signed_on) order by signed.party), '[]')
        from app.handover_signature signed
        where signed.district = handover.district and signed.handover_id = handover.handover_id
            and signed.round = handover.round
    ) as signatures,
    -- 盖章确认单: what stands behind a hand-over that was confirmed by a link.
    (
        select encode(sheet.sha256, 'hex') from app.paper sheet
        where sheet.district = handover.district and sheet.subject_kind = 'handover'
            and sheet.subject_id = handover.handover_id and sheet.kind = 'sealed_handover_sheet'
            and sheet.op_id = handover.op_id
    ) as sealed_sheet
from app.handover
join app.project using (district, project_id)
join auth.organisation unit on unit.organisation_id = project.construction_unit_id
left join auth.organisation receiver on receiver.organisation_id = handover.receiver_id;

-- UTL-06: how far each facility is handed over is public.
create or replace view pub.handover as
select
    handover.project_id, handover.kind, receiver.name as receiver, handover.state, handover.handed_over_on,
    (
        select signed.means from app.handover_signature signed
        where signed.district = handover.district and signed.handover_id = handover.handover_id
            and signed.round = handover.round and signed.party = 'utility'
    ) as signed_by
from app.handover
join (select district, project_id from app.project) its using (district, project_id)
left join auth.organisation receiver on receiver.organisation_id = handover.receiver_id;
