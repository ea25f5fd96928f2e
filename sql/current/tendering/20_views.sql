-- A package with what was last determined for it and the contract signed for it.
create or replace view app.package_card with (security_invoker = true) as
select
    package.district, package.package_id, package.project_id, package.code, package.title, package.category,
    package.service_kind, package.estimate_fen, package.works_part_fen, package.goods_part_fen,
    package.services_part_fen, package.listed_part_fen, separation.separation_id is null as combinable, package.separation_reason,
    package.separation_note, package.widened, package.planned_method, package.estimate_explanation, package.version,
    package.determination_id, determination.verdict, determination.because, determination.as_of as determined_as_of,
    determination.inputs ->> 'basis' is not distinct from app.tender_basis(package.district, package.package_id)
        as determination_is_current,
    contract.contract_id, contract.method as contract_method, contract.amount_fen as contract_amount_fen,
    case
        when package.withdrawn_on is not null then 'withdrawn'
        when contract.contract_id is not null then 'signed'
        when taken.fen is not null then 'ended'
        when package.determination_id is not null then 'determined'
        else 'planned'
    end as state,
    package.withdrawn_on, package.withdrawal_reason, exemption.ground as exemption_ground,
    exemption.document_number as exemption_document, exemption.up_to_fen as exemption_up_to_fen,
    separation.ground as separation_ground, separation.paper_id as separation_paper_id, award.award_id,
    winner.name as award_winner, award.price_fen as award_price_fen, award.notice_on as award_notice_on,
    award.winner_id as award_winner_id,
    app.contract_comes_to(contract) - contract.amount_fen as contract_added_fen, taken.fen as taken_by_ended_fen,
    award.documents_on as award_documents_on, award.opened_on as award_opened_on,
    case when award.award_id is not null then jsonb_strip_nulls(jsonb_build_object(
        'bidders', award.bidders, 'committee', award.committee, 'objections', award.objections,
        'reported_on', award.reported_on, 'candidates_on', award.candidates_on,
        'candidates_until', award.candidates_until, 'bid_bond_fen', award.bid_bond_fen,
        'documents_until', award.documents_until, 'prequalification_on', award.prequalification_on,
        'prequalification_until', award.prequalification_until,
        'prequalification_due', award.prequalification_due)) end as award_procedure
from app.package
left join app.determination using (district, determination_id)
left join app.contract on contract.district = package.district and contract.package_id = package.package_id
    and app.contract_ended_on(contract.district, contract.contract_id) is null
cross join lateral (select app.taken_by_ended(package.district, package.package_id) as fen) taken
left join app.tender_exemption exemption
    on exemption.district = package.district and exemption.package_id = package.package_id
left join app.package_separation separation
    on separation.district = package.district and separation.package_id = package.package_id
left join app.tender_award award on award.district = package.district
    and award.award_id = (app.standing_award(package.district, package.package_id)).award_id
left join auth.organisation winner on winner.organisation_id = award.winner_id;

-- A contract with its unit and the sum of its bill.
create or replace view app.contract_card with (security_invoker = true) as
select
    contract.district, contract.contract_id, contract.project_id, contract.package_id, contract.number,
    contract.title, contract.method, contract.invitation_ground, contract.invitation_document,
    contract.award_notice_on, contract.signed_on, contract.amount_fen, package.category, package.service_kind,
    clock.due_on as last_day_to_sign,
    case when clock.state <> 'uncomputed' then clock.state = 'late' end as signed_late,
    contract.contractor_id, organisation.name as contractor, organisation.credit_code as contractor_credit_code,
    (
        select coalesce(sum(round(line.quantity_milli::numeric * line.unit_price_fen / 1000)), 0)::bigint
        from app.bill_line line
        where line.district = contract.district and line.contract_id = contract.contract_id
    ) as bill_fen,
    ended.ended_on, ended.reason as end_reason,
    case when ended.ended_on is not null then app.contract_takes(contract) end as taken_fen,
    case when ended.ended_on is null then proposed.ended_on end as end_proposed_for
from app.contract
join app.package using (district, package_id)
left join app.contract_termination ended using (district, contract_id)
left join app.termination_card proposed on proposed.district = contract.district
    and proposed.contract_id = contract.contract_id and proposed.is_latest
join auth.organisation on organisation.organisation_id = contract.contractor_id
left join app.clock on clock.district = contract.district and clock.subject_kind = 'contract'
    and clock.subject_id = contract.contract_id and clock.key = 'contract.days_after_award';
