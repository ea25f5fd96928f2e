-- Progress is taken from the quantities of approved logs; no percentage is ever typed in.
create or replace view app.progress with (security_invoker = true) as
select
    line.district, line.project_id, line.contract_id, line.bill_line_id, line.code, line.title, line.unit,
    line.unit_price_fen, line.quantity_milli as contracted_milli, added.milli as added_milli,
    done.logged_milli, done.approved_milli, done.supervised_milli,
    line.quantity_milli + added.milli - done.logged_milli as remaining_milli,
    case when line.quantity_milli + added.milli <= 0 then 1000
        else floor(done.approved_milli::numeric * 1000 / (line.quantity_milli + added.milli)) end::bigint as permille,
    exists (
        select from app.block
        where block.district = line.district and block.project_id = line.project_id and action_class = 'log'
            and lifted_at is null and (subject_id is null or subject_id = line.bill_line_id)
    ) as blocked, line.charge
from app.bill_line line
cross join lateral (
    select coalesce(sum(addition.quantity_milli), 0)::bigint as milli from app.bill_addition addition
    where addition.district = line.district and addition.bill_line_id = line.bill_line_id
) added
cross join lateral (
    select
        coalesce(sum(quantity.quantity_milli)
            filter (where log.kind = 'construction' and log.state <> 'rejected'), 0)::bigint as logged_milli,
        coalesce(sum(quantity.quantity_milli)
            filter (where log.kind = 'construction' and log.state = 'approved'), 0)::bigint as approved_milli,
        coalesce(sum(quantity.quantity_milli)
            filter (where log.kind = 'supervision' and log.state <> 'rejected'), 0)::bigint as supervised_milli
    from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
    where quantity.district = line.district and quantity.bill_line_id = line.bill_line_id
) done;

-- A contract's progress: its lines, weighted by their money; charges are no works.
create or replace view app.contract_progress with (security_invoker = true) as
select
    district, project_id, contract_id,
    floor(
        sum(approved_milli::numeric * unit_price_fen) * 1000
        / nullif(sum((contracted_milli + added_milli)::numeric * unit_price_fen), 0))::bigint as permille,
    count(*)::bigint as lines,
    count(*) filter (where approved_milli >= contracted_milli + added_milli)::bigint as lines_done
from app.progress
where charge is null
group by district, project_id, contract_id;

-- What the list of a project's inspection lots shows.
create or replace view app.inspection_lot_card with (security_invoker = true) as
select
    lot.district, lot.project_id, lot.inspection_lot_id as id, lot.contract_id as contract, lot.code, lot.title,
    lot.hidden, lot.state, lot.round, lot.notified_on, lot.inspected_on, lot.finding, told.covering_at,
    array(
        select named.predecessor_id from app.inspection_lot_predecessor named
        where named.district = lot.district and named.inspection_lot_id = lot.inspection_lot_id
        order by named.predecessor_id
    ) as "after", lot.version
from app.inspection_lot lot
left join app.covering_notice told using (district, inspection_lot_id, round);

-- 进度公示: what residents see.
create or replace view pub.progress as
select
    line.project_id, line.code, line.title, line.unit, line.quantity_milli + added.milli as planned_milli,
    done.milli as done_milli,
    case when line.quantity_milli + added.milli <= 0 then 1000
        else floor(done.milli::numeric * 1000 / (line.quantity_milli + added.milli)) end::bigint as permille
from app.bill_line line
join (select district, project_id from app.project) its using (district, project_id)
cross join lateral (
    select coalesce(sum(addition.quantity_milli), 0)::bigint as milli from app.bill_addition addition
    where addition.district = line.district and addition.bill_line_id = line.bill_line_id
) added
cross join lateral (
    select coalesce(sum(quantity.quantity_milli), 0)::bigint as milli
    from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
    where quantity.district = line.district and quantity.bill_line_id = line.bill_line_id
        and log.kind = 'construction' and log.state = 'approved'
) done
where line.charge is null;

-- 方案总进度: how far the approved scheme is built, its items weighted by their money; what nobody has contracted is not done.
create or replace view app.scheme_progress with (security_invoker = true) as
select
    district, project_id, count(*)::bigint as items, count(*) filter (where done_milli >= due_milli)::bigint as items_done,
    coalesce(floor(sum(amount_fen::numeric * permille) / nullif(sum(amount_fen), 0)), 0)::bigint as permille
from app.scheme_item_card
where not excluded
group by district, project_id;
