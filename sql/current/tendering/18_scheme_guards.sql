-- The bill against the scheme: a contract takes whole items, its lines come to its amount, and what is not to be built is
-- taken out by the office's decision on the street's request.

-- Whether the money of all that no contract holds of the scheme is within the lots that are filed and not signed yet: so an
-- item may be divided between lots, and nothing of it is left to nobody.
create or replace function app.rest_of_scheme_is_filed(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce((
        select sum(round(item.amount_fen::numeric * greatest(stands.due_milli - stands.held_milli, 0)
            / item.quantity_milli))
        from app.works_item item cross join lateral app.item_stands_at(item) stands
        where item.district = in_district and item.project_id = in_project and not item.excluded
    ), 0) <= coalesce((
        select sum(coalesce(lot.works_part_fen, lot.estimate_fen)
            - coalesce(app.taken_by_ended(lot.district, lot.package_id), 0))
        from app.package lot
        where lot.district = in_district and lot.project_id = in_project and lot.withdrawn_on is null
            and lot.category in ('works', 'epc')
            and (app.standing_contract(lot.district, lot.package_id)).contract_id is null
    ), 0) and in_district = auth.district()
$$;

create or replace function app.tg__bill_covers_its_items() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    lines numeric;
    beyond text;
    short text;
    other_unit text;
begin
    select sum(round(quantity_milli::numeric * unit_price_fen / 1000)) into lines from app.bill_line
    where district = new.district and contract_id = new.contract_id;
    if lines is null then
        return null;
    end if;
    -- More by the drawings than the scheme has is no offence of one contract: twice the same of two is.
    select string_agg(item.code, ', ' order by item.code) filter (where stands.held_milli > stands.due_milli and exists (
            select from app.bill_line other
            where other.district = item.district and other.works_item_id = item.works_item_id
                and other.unit = item.unit and other.contract_id <> new.contract_id
                and (app.contract_ended_on(other.district, other.contract_id) is null
                    or app.line_logged(other.district, other.bill_line_id) > 0))),
        string_agg(item.code, ', ' order by item.code) filter (where stands.held_milli < stands.due_milli),
        string_agg(item.code, ', ' order by item.code) filter (where not exists (
            select from app.bill_line line
            where line.district = new.district and line.contract_id = new.contract_id
                and line.works_item_id = item.works_item_id and line.unit = item.unit))
    into beyond, short, other_unit
    from app.works_item item cross join lateral app.item_stands_at(item) stands
    where item.district = new.district and item.project_id = new.project_id and item.works_item_id in (
        select works_item_id from app.bill_line where district = new.district and contract_id = new.contract_id);
    if beyond is not null then
        raise exception using errcode = 'YS001', constraint = 'bill_stays_within_its_items',
            message = format('contracts hold more than the scheme has of: %s', beyond);
    end if;
    if other_unit is not null
        or short is not null and not app.rest_of_scheme_is_filed(new.district, new.project_id)
    then
        raise exception using errcode = 'YS001', constraint = 'bill_covers_its_items',
            message = format('the bill holds less than the scheme has of: %s', concat_ws(', ', other_unit, short));
    end if;
    if not exists (
        select from app.bill_line
        where district = new.district and contract_id = new.contract_id and works_item_id is not null
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_contract_has_its_bill',
            message = 'a bill of charges alone builds nothing';
    end if;
    if exists (
        select from app.bill_line
        where district = new.district and contract_id = new.contract_id and works_item_id is not null
        group by works_item_id having sum(quantity_milli::numeric * unit_price_fen) <= 0
    ) then
        raise exception using errcode = 'YS001', constraint = 'billed_item_has_its_price',
            message = 'an item that costs nothing hides its price in another line';
    end if;
    if lines < new.amount_fen then
        raise exception using errcode = 'YS001', constraint = 'bill_is_the_contract_amount',
            message = format('the lines come to %s of %s fen', lines, new.amount_fen);
    end if;
    return null;
end
$$;

-- What a reduction has to be, as it is asked for and again as it is approved; behind the project's row.
create or replace function app.refuse_reduction(in_district integer, in_reduction uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    asked app.scheme_reduction;
    item app.works_item;
    stands record;
    found record;
begin
    select * into asked from app.scheme_reduction where district = in_district and reduction_id = in_reduction;
    select state, edition into found from app.project
    where district = in_district and project_id = asked.project_id;
    if found.state >= 'S16' then
        raise exception using errcode = 'YS001', constraint = 'reduction_comes_before_acceptance',
            message = format('the project stands at %s', found.state);
    end if;
    if not app.policy_says(found.edition, 'scheme.reduction_grounds', asked.ground, asked.proposed_on) then
        raise exception using errcode = 'YS001', constraint = 'reduction_ground_is_of_the_list',
            message = format('%s is no ground for building less than the scheme', asked.ground);
    end if;
    select * into item from app.works_item
    where district = in_district and works_item_id = asked.works_item_id and project_id = asked.project_id;
    select * into stands from app.item_stands_at(item);
    -- As it is approved it is counted already.
    if item.works_item_id is null or stands.due_milli - stands.held_milli + (
        select coalesce(sum(asked.quantity_milli), 0) from app.scheme_reduction_decision
        where district = in_district and reduction_id = in_reduction and approves
    ) < asked.quantity_milli then
        raise exception using errcode = 'YS001', constraint = 'reduction_is_of_what_no_contract_holds',
            message = format('%s thousandths of the item are held by no contract', stands.due_milli - stands.held_milli);
    end if;
end
$$;

create or replace function app.tg__reduction_is_asked() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner uuid;
begin
    select construction_unit_id into owner from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if auth.organisation() is distinct from owner or new.proposed_on <> auth.today() then
        raise exception using errcode = 'YS001', constraint = 'reduction_is_asked_by_the_construction_unit',
            message = 'the construction unit asks for less than the scheme, today and in its own name';
    end if;
    perform app.refuse_reduction(new.district, new.reduction_id);
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id
            and paper.project_id = new.project_id and paper.subject_kind = 'scheme_reduction'
            and paper.subject_id = new.reduction_id and paper.kind = 'scheme_reduction_request'
            and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'reduction_rests_on_its_paper',
            message = 'the request names no stored paper of its own';
    end if;
    return null;
end
$$;

create or replace function app.tg__reduction_is_decided() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner uuid;
begin
    select construction_unit_id into owner from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if auth.role() is distinct from 'renovation_office' or auth.organisation() = owner
        or new.decided_by <> auth.person() or new.decided_on <> auth.today()
    then
        raise exception using errcode = 'YS001', constraint = 'reduction_is_decided_by_the_office',
            message = 'the district''s office decides, which is not who builds, in its own name and today';
    end if;
    if new.approves then
        perform app.refuse_reduction(new.district, new.reduction_id);
        if exists (
            select from app.project_budget where district = new.district and project_id = new.project_id
        ) then
            perform app.hold_money_of_split_lots(new.district, new.project_id);
        end if;
    end if;
    return null;
end
$$;

create constraint trigger _820_bill_covers_its_items after insert on app.contract
    deferrable initially deferred for each row execute function app.tg__bill_covers_its_items();
create or replace trigger _490_reason_says_something after insert on app.scheme_reduction
    for each row execute function app.tg__reason_says_something('reason');
create or replace trigger _500_reduction_is_asked after insert on app.scheme_reduction
    for each row execute function app.tg__reduction_is_asked();
create or replace trigger _100_fact_is_never_changed before update or delete on app.scheme_reduction
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _490_reason_says_something after insert on app.scheme_reduction_decision
    for each row execute function app.tg__reason_says_something('reason');
create or replace trigger _500_reduction_is_decided after insert on app.scheme_reduction_decision
    for each row execute function app.tg__reduction_is_decided();
create or replace trigger _100_fact_is_never_changed before update or delete on app.scheme_reduction_decision
    for each row execute function app.tg__fact_is_never_changed();

-- 方案逐项: each item of the scheme with what is to be built, held by contracts, done, and asked or decided to be left out.
create or replace view app.scheme_item_card with (security_invoker = true) as
select
    item.district, item.project_id, item.works_item_id, item.code, item.title, item.unit, item.quantity_milli,
    item.amount_fen, item.excluded, app.item_reduced(item.district, item.works_item_id) as reduced_milli,
    stands.due_milli, stands.held_milli, stands.done_milli,
    case when stands.due_milli <= 0 then 1000
        else least(floor(stands.done_milli::numeric * 1000 / stands.due_milli), 1000) end::bigint as permille
from app.works_item item cross join lateral app.item_stands_at(item) stands;

create or replace view app.scheme_reduction_card with (security_invoker = true) as
select
    asked.district, asked.project_id, asked.reduction_id, asked.works_item_id, item.code, item.title, item.unit,
    asked.quantity_milli, asked.ground, asked.reason, asked.paper_id, asked.proposed_on, said.approves,
    said.reason as answer, said.decided_on
from app.scheme_reduction asked
join app.works_item item using (district, project_id, works_item_id)
left join app.scheme_reduction_decision said using (district, project_id, reduction_id);

revoke execute on function app.refuse_reduction(integer, uuid), app.rest_of_scheme_is_filed(integer, uuid)
    from yanshou_service, yanshou_reader, yanshou_jobs;
