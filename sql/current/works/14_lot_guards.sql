-- Hidden works are told before they are covered; a lot waits for the lots before it.

-- PER-7: who covers tells the construction unit and the quality station, for the round that stands.
create or replace function app.tg__covering_notice_is_of_its_lot() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    lot record;
    project record;
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    select edition, construction_unit_id into project from app.project
    where district = new.district and project_id = new.project_id;
    select project_id, organisation_id, hidden, state, round into lot from app.inspection_lot
    where district = new.district and inspection_lot_id = new.inspection_lot_id;
    if lot.project_id is distinct from new.project_id or not lot.hidden or new.edition <> project.edition then
        raise exception using errcode = 'YS001', constraint = 'covering_notice_is_of_its_lot',
            message = 'a notice is of hidden works of its project, under the project''s edition';
    end if;
    if new.owner_organisation_id <> project.construction_unit_id then
        raise exception using errcode = 'YS001', constraint = 'covering_notice_reaches_the_construction_unit',
            message = 'a notice goes to the project''s construction unit';
    end if;
    if new.given_by <> auth.person() or lot.organisation_id <> auth.organisation() then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_is_moved_by_its_contractor',
            message = 'notice is given by the unit whose works are covered';
    end if;
    if lot.round <> new.round or lot.state in ('passed', 'failed') then
        raise exception using errcode = 'YS001', constraint = 'covering_notice_is_of_the_round_that_stands',
            message = format('the lot is %s in round %s', lot.state, lot.round);
    end if;
    return new;
end
$$;

-- A lot may wait for lots that were planned before it: so none waits for itself, on whatever way.
create or replace function app.tg__inspection_lot_predecessor_is_before_it() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own record;
    earlier record;
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    select project_id, contract_id, op_id, version into own from app.inspection_lot
    where district = new.district and inspection_lot_id = new.inspection_lot_id;
    select project_id, contract_id, op_id into earlier from app.inspection_lot
    where district = new.district and inspection_lot_id = new.predecessor_id;
    if own.op_id is distinct from new.op_id or own.version <> 1 or earlier.op_id is not distinct from new.op_id then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_predecessor_is_planned_before',
            message = 'the lots before a lot are named when it is planned, and stand already';
    end if;
    if (own.project_id, own.contract_id) is distinct from (new.project_id, earlier.contract_id) then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_predecessor_is_of_its_contract',
            message = 'a lot waits for lots of its own contract';
    end if;
    return new;
end
$$;

-- PER-7: no next step before the one before it is signed; nothing hidden passes that was not told.
create or replace function app.tg__inspection_lot_waits() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = old.state or new.state not in ('notified', 'passed') then
        return new;
    end if;
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.state = 'notified' and exists (
        select from app.inspection_lot_predecessor named
        join app.inspection_lot earlier
            on earlier.district = named.district and earlier.inspection_lot_id = named.predecessor_id
        where named.district = new.district and named.inspection_lot_id = new.inspection_lot_id
            and earlier.state <> 'passed'
    ) then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_waits_for_the_lots_before',
            message = 'a lot before this one is not passed';
    end if;
    -- Silence of the pack asks for the notice too.
    if new.state = 'passed' and new.hidden and not exists (
        select from app.covering_notice
        where district = new.district and inspection_lot_id = new.inspection_lot_id and round = new.round
    ) and not (
        exists (
            select from policy.number join app.project using (edition)
            where project.district = new.district and project.project_id = new.project_id
                and number.key = 'inspection.hidden_works_notice' and number.value = 0
        ) and not exists (
            select from policy.number join app.project using (edition)
            where project.district = new.district and project.project_id = new.project_id
                and number.key = 'inspection.hidden_works_notice' and number.value <> 0
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'hidden_lot_waits_for_its_notice',
            message = 'hidden works pass after notice of their covering';
    end if;
    return new;
end
$$;

create or replace trigger _100_fact_is_never_changed before update or delete on app.covering_notice
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_covering_notice_is_of_its_lot before insert on app.covering_notice
    for each row execute function app.tg__covering_notice_is_of_its_lot();
create or replace trigger _100_fact_is_never_changed before update or delete on app.inspection_lot_predecessor
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_inspection_lot_predecessor_is_before_it before insert on app.inspection_lot_predecessor
    for each row execute function app.tg__inspection_lot_predecessor_is_before_it();
create or replace trigger _210_inspection_lot_waits before update on app.inspection_lot
    for each row execute function app.tg__inspection_lot_waits();
