-- What the list of a project's change orders shows.
create or replace view app.change_order_card with (security_invoker = true) as
select
    o.district, o.change_order_id, o.project_id, o.contract_id, o.number, o.title, o.ground, o.state, o.cost_fen,
    o.days, o.larger, o.submitted_on, o.settled_on, o.version, o.created_at,
    applicant.name as applicant_organisation, beneficiary.name as beneficiary
from app.change_order o
join auth.organisation applicant on applicant.organisation_id = o.applicant_organisation_id
join auth.organisation beneficiary on beneficiary.organisation_id = o.beneficiary_id;

-- 公示: how many changes were asked for, refused and approved, and what the approved ones cost; nobody's name.
create or replace view pub.change_orders as
select
    project_id,
    count(*) filter (where state <> 'draft') as filed,
    count(*) filter (where state in ('blocked', 'rejected')) as refused,
    count(*) filter (where state in ('approved', 'implemented', 'closed')) as approved,
    coalesce(sum(cost_fen) filter (where state in ('approved', 'implemented', 'closed')), 0)::bigint as approved_fen,
    count(*) filter (where state in ('opinions', 'owner_decision', 'district_decision')) as deciding,
    count(*) filter (where state = 'blocked') as blocked,
    count(*) filter (where state = 'rejected') as rejected,
    count(*) filter (where state = 'approved') as agreed,
    count(*) filter (where state in ('implemented', 'closed')) as done,
    count(*) filter (where state = 'withdrawn') as withdrawn,
    count(*) filter (where state = 'expired') as expired
from app.change_order join (select district, project_id from app.project) its using (district, project_id)
group by project_id;
