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

-- What everybody may see of a project: figures of the whole, nothing of any household.
create or replace view pub.project as
select
    project.project_id, project.name, community.name as community, community.households,
    community.area_hundredths, project.state, project.project_code, project.works_began_on,
    organisation.name as construction_unit, plan.total_fen, plan.resident_fen, plan.subsidy_fen,
    plan.required_fen,
    (
        select coalesce(sum(amount_fen), 0)::bigint from app.receipt
        where receipt.district = project.district and receipt.project_id = project.project_id
    ) as paid_fen
from app.project
join app.community using (district, community_id)
join auth.organisation on organisation_id = project.construction_unit_id
left join app.funding_plan plan using (district, project_id);

-- The approved scheme's contents, by class.
create or replace view pub.works_item as
select project_id, code, title, class, unit, quantity_milli, amount_fen, excluded from app.works_item;

-- Steps taken, each with its day: the kinds of events that are of public interest.
create or replace view pub.event as
select project_id, entry_id, type, at, encode(leaf, 'hex') as leaf
from ledger.entry
where project_id is not null and type not in ('receipt.record', 'receipt.reverse', 'paper.record')
    and type not like 'issue.%';
