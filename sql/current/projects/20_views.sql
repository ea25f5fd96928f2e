-- What the project page shows: sums are taken from their rows, never stored beside them.
create or replace view app.project_card with (security_invoker = true) as
select
    project.district, project.project_id, project.name, project.state, project.place, project.edition,
    project.project_code, project.account_number, project.works_began_on, project.version,
    community.community_id, community.name as community, community.households, community.area_hundredths,
    community.address, organisation.name as construction_unit,
    plan.total_fen, plan.resident_fen, plan.subsidy_fen, plan.required_fen,
    (
        select coalesce(sum(amount_fen), 0)::bigint from app.receipt
        where receipt.district = project.district and receipt.project_id = project.project_id
    ) as paid_fen
from app.project
join app.community using (district, community_id)
join auth.organisation on organisation_id = project.construction_unit_id
left join app.funding_plan plan using (district, project_id);
