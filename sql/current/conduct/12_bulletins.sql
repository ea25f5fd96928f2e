-- Bulletins of progress (工程进度定期通报): with the figures that the records gave, and as they were told.

-- Whatever is handed in, the figures are those of the records.
create or replace function app.tg__bulletin_figures_are_counted() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    before date;
    told app.routine;
begin
    select * into told from app.routine where district = new.district and routine_id = new.routine_id;
    if told.kind is distinct from 'bulletin' then
        raise exception using errcode = 'YS001', constraint = 'bulletin_figures_are_of_a_bulletin',
            message = 'figures are told in a bulletin';
    end if;
    select max(held_on) into before from app.routine
    where district = new.district and project_id = told.project_id and kind = told.kind
        and routine_id <> told.routine_id and held_on <= told.held_on;
    new.project_id := told.project_id;
    new.op_id := told.op_id;
    select coalesce(sum(app.contract_takes(contract)), 0),
        coalesce(sum(app.contract_built(contract.district, contract.contract_id)), 0)
    into new.contracted_fen, new.built_fen
    from app.contract
    where contract.district = told.district and contract.project_id = told.project_id and exists (
        select from app.bill_line billed
        where billed.district = contract.district and billed.contract_id = contract.contract_id);
    select count(*) into new.logs from app.daily_log
    where district = told.district and project_id = told.project_id and state in ('submitted', 'approved')
        and logged_on <= told.held_on and (before is null or logged_on > before);
    select count(*) filter (where state = 'passed'), count(*) filter (where state in ('failed', 'rectifying'))
    into new.lots_passed, new.lots_failed
    from app.inspection_lot where district = told.district and project_id = told.project_id;
    select count(*) filter (where state not in ('closed', 'rejected', 'duplicate')), count(*) filter (where state = 'closed')
    into new.issues_open, new.issues_closed
    from app.issue where district = told.district and project_id = told.project_id;
    select count(*) into new.changes_open from app.change_order
    where district = told.district and project_id = told.project_id
        and state in ('blocked', 'opinions', 'owner_decision', 'district_decision');
    return new;
end
$$;
create or replace trigger _200_bulletin_figures_are_counted before insert on app.bulletin_figure
    for each row execute function app.tg__bulletin_figures_are_counted();

create or replace function app.tg__bulletin_has_its_figures() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    insert into app.bulletin_figure (district, routine_id, op_id) values (new.district, new.routine_id, new.op_id);
    return null;
end
$$;
create or replace trigger _500_bulletin_has_its_figures after insert on app.routine
    for each row when (new.kind = 'bulletin') execute function app.tg__bulletin_has_its_figures();

-- What was told stays as it was told.
do $$
declare
    place text;
begin
    foreach place in array array['routine', 'bulletin_figure'] loop
        execute format('create or replace trigger _100_fact_is_never_changed before update or delete on app.%I '
            'for each row execute function app.tg__fact_is_never_changed()', place);
        execute format('create or replace trigger _100_fact_is_never_truncated before truncate on app.%I '
            'for each statement execute function app.tg__fact_is_never_changed()', place);
    end loop;
end
$$;
