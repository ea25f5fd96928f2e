-- What the project page shows; residents' money as the database has counted it up.
create or replace view app.project_card with (security_invoker = true) as
select
    project.district, project.project_id, project.name, project.state, project.place, project.edition,
    project.project_code, project.account_number, project.works_began_on, project.version,
    community.community_id, community.name as community, community.households, community.area_hundredths,
    community.address, organisation.name as construction_unit,
    plan.total_fen, plan.resident_fen, plan.subsidy_fen, plan.required_fen,
    coalesce(fund.paid_fen, 0) as paid_fen
from app.project
join app.community using (district, community_id)
join auth.organisation on organisation_id = project.construction_unit_id
left join app.funding_plan plan using (district, project_id)
left join app.resident_fund fund using (district, project_id);

-- What everybody may see of a project: figures of the whole, nothing of any household.
create or replace view pub.project as
select
    project.project_id, project.name, community.name as community, community.households,
    community.area_hundredths, project.state, project.project_code, project.works_began_on,
    organisation.name as construction_unit, plan.total_fen, plan.resident_fen, plan.subsidy_fen,
    plan.required_fen,
    coalesce(fund.paid_fen, 0) as paid_fen
from app.project
join app.community using (district, community_id)
join auth.organisation on organisation_id = project.construction_unit_id
left join app.funding_plan plan using (district, project_id)
left join app.resident_fund fund using (district, project_id);

-- The approved scheme's contents, by class. Whoever asks for what is public of a project names it alone, and keys begin with
-- the district: so each of these views joins the district of its project, and is found by both.
create or replace view pub.works_item as
select project_id, code, title, class, unit, quantity_milli, amount_fen, excluded
from app.works_item join (select district, project_id from app.project) its using (district, project_id);

-- Steps taken, each with its day: the kinds of events that are of public interest.
create or replace view pub.event as
select project_id, entry_id, type, at, encode(leaf, 'hex') as leaf
from ledger.entry join (select district, project_id from app.project) its using (district, project_id)
where type not in ('receipt.record', 'receipt.reverse', 'paper.record')
    and type not like 'issue.%' and type not like 'register.%' and type not like 'slip.%';

-- The name and the place of a project, for pages that word things by the place's packs.
create or replace view pub.project_place as
select project_id, name, place from app.project;

-- 公示: what hangs, since when, until when at least; objections as numbers, nothing of who brought them.
create or replace view pub.posting as
select
    posting.project_id, posting.place, posting.attachments, posting.posted_on, posting.taken_down_on,
    posting.taken_down_for, encode(posting.photo_sha256, 'hex') as photo,
    app.workday_after(posting.posted_on, period.workdays) as last_day, period.workdays,
    (
        select count(*) from app.objection
        where objection.district = posting.district and objection.project_id = posting.project_id
    ) as objections,
    (
        select count(*) from app.objection
        where objection.district = posting.district and objection.project_id = posting.project_id
            and objection.state = 'open'
    ) as open_objections
from app.posting
join app.project using (district, project_id)
left join lateral (
    select max(value) as workdays from policy.number
    where number.edition = project.edition
        and number.key in ('publicity.min_workdays', 'publicity.recommended_workdays')
) period on true;

-- 例外: what was let pass in principle's despite, for the bulletin.
create or replace view pub.gate_exception as
select project_id, requirement, reason, document_title, document_number, state, asked_on, decided_on, decision_number
from app.gate_exception join (select district, project_id from app.project) its using (district, project_id)
where state <> 'asked';

-- 补录: what was proved before the project was taken in.
create or replace view pub.imported_evidence as
select project_id, requirement, title, number, dated
from app.imported_evidence join (select district, project_id from app.project) its using (district, project_id);

-- LC-15-2: who reached the whole of the residents' money first; the moment is that of the receipt that made it whole.
create or replace view app.funding_queue with (security_invoker = true) as
with paid as (
    select
        receipt.district, receipt.project_id, entry.at, plan.required_fen,
        sum(receipt.amount_fen) over own as after, sum(receipt.amount_fen) over own - receipt.amount_fen as before,
        sum(receipt.amount_fen) over (partition by receipt.district, receipt.project_id) as total
    from app.receipt
    join app.funding_plan plan using (district, project_id)
    join ledger.entry on entry.district = receipt.district and entry.entry_id = receipt.op_id
    window own as (partition by receipt.district, receipt.project_id order by entry.at, receipt.receipt_id)
)
select
    project.district, project.project_id, project.name, project.state, plan.subsidy_fen, max(paid.at) as reached_at
from paid
join app.project using (district, project_id)
join app.funding_plan plan using (district, project_id)
where paid.total >= paid.required_fen and paid.after >= paid.required_fen
    and (paid.before < paid.required_fen or paid.required_fen = 0)
group by project.district, project.project_id, project.name, project.state, plan.subsidy_fen;

-- The queue of a year, whole: places in it hang on what stands before them. What it shows of a project is public.
create or replace function app.funding_queue_of(in_year integer)
returns table (project_id uuid, name text, state text, subsidy_fen bigint, reached_at timestamptz)
language sql stable security definer set search_path = ''
as $$
    select queued.project_id, queued.name, queued.state, queued.subsidy_fen, queued.reached_at
    from app.funding_queue queued
    where queued.district = auth.district()
        and extract(year from queued.reached_at at time zone 'Asia/Shanghai') = in_year
$$;
