-- 改期: a deadline's day follows its calendar while it runs, and says by which days.

create or replace function app.tg__calendar_change_is_kept() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    insert into policy.calendar_change (day, working) values (new.day, new.working);
    return null;
end
$$;
create or replace trigger _500_calendar_change_is_kept after update on policy.calendar_day
    for each row when (old.working is distinct from new.working) execute function app.tg__calendar_change_is_kept();

-- The published days of a span that were published otherwise before, as they are now.
create or replace function app.calendar_changes(in_from date, in_to date) returns jsonb
language sql stable security definer set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object('day', day, 'working', working) order by day), '[]')
    from (
        select distinct on (day) day, working from policy.calendar_change
        where day between in_from and in_to order by day, number desc
    ) changed
$$;

-- Open deadlines of a district whose count leads to another day than they have, since the calendar changed under them.
create or replace function app.clocks_to_move(in_district integer, in_limit integer)
returns table (subject_id uuid, project_id uuid, key text, rule text, from_on date, to_on date, explanation jsonb)
language sql stable security definer set search_path = ''
as $$
    select clock.clock_id, clock.project_id, clock.key, clock.rule, clock.due_on, counted.due_on,
        jsonb_build_object('cause', 'calendar', 'from', clock.due_on, 'to', counted.due_on, 'days',
            app.calendar_changes(clock.started_on, greatest(clock.due_on, counted.due_on)))
    from app.clock
    cross join lateral (
        select app.counted_day(clock.started_on, clock.workdays, clock.nominal_on) as due_on
    ) counted
    where (in_district is null or clock.district = in_district) and clock.state in ('running', 'late')
        and clock.met_on is null and num_nonnulls(clock.workdays, clock.nominal_on) = 1
        and exists (
            select from policy.calendar_change changed
            where changed.day between clock.started_on and clock.due_on)
        and counted.due_on <> clock.due_on
    order by clock.project_id, clock.clock_id limit in_limit
$$;

-- A move is of an open deadline, from the day that it has to the one that its count leads to, and takes effect at once.
create or replace function app.tg__clock_move_is_counted() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    held record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into held from app.clock
    where district = new.district and clock_id = new.clock_id and project_id = new.project_id for no key update;
    if held.met_on is not null or held.state is null or held.state not in ('running', 'late')
        or held.due_on is distinct from new.from_on
    then
        raise exception using errcode = 'YS001', constraint = 'clock_moves_while_it_is_open',
            message = 'the day of a deadline moves from where it is, while the thing is not done';
    end if;
    if new.to_on is distinct from app.counted_day(held.started_on, held.workdays, held.nominal_on) then
        raise exception using errcode = 'YS001', constraint = 'clock_moves_to_its_counted_day',
            message = 'a deadline moves to the day that its count leads to, and nowhere else';
    end if;
    return new;
end
$$;
create or replace trigger _300_clock_move_is_counted before insert on app.clock_move
    for each row execute function app.tg__clock_move_is_counted();

create or replace function app.tg__clock_move_takes_effect() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- One that had passed and now has not runs again; one that now has passed is marked by the sweep, with its event.
    update app.clock
    set due_on = new.to_on, version = version + 1, op_id = new.op_id,
        state = case when state = 'late' and new.to_on >= new.moved_on then 'running' else state end
    where district = new.district and clock_id = new.clock_id;
    return null;
end
$$;
create or replace trigger _400_clock_move_takes_effect after insert on app.clock_move
    for each row execute function app.tg__clock_move_takes_effect();
create or replace trigger _100_fact_is_never_changed before update or delete on app.clock_move
    for each row execute function app.tg__fact_is_never_changed();

-- All deadlines held against their count, for whoever keeps the machine (时限复算). What was done, or called off, keeps
-- the day that it was judged by; it differs only where the calendar changed under it.
create or replace function app.clock_differences() returns table (clock_id uuid, finding text)
language sql stable set search_path = ''
as $$
    select clock.clock_id, found.finding
    from app.clock
    cross join lateral (
        select app.counted_day(clock.started_on, clock.workdays, clock.nominal_on) as day
    ) counted
    cross join lateral (
        select max(number) as last from app.clock_move own
        where own.district = clock.district and own.clock_id = clock.clock_id
    ) moved
    cross join lateral (values
        ('its count leads to ' || coalesce(counted.day::text, 'no day') || ' and it is due on ' || clock.due_on,
            num_nonnulls(clock.workdays, clock.nominal_on) = 1 and clock.due_on is distinct from counted.day
            and clock.due_on is not null and (
                clock.met_on is null and clock.state in ('running', 'late')
                or app.calendar_changes(clock.started_on, greatest(clock.due_on, counted.day)) = '[]')),
        ('its day has come and it waits for one', clock.state = 'uncomputed' and counted.day is not null),
        ('it is ' || clock.state || ', done on ' || coalesce(clock.met_on::text, 'no day') || ', due on ' || clock.due_on,
            clock.state = 'met' and clock.met_on > clock.due_on or clock.state = 'running' and clock.met_on is not null
            or clock.state = 'late' and coalesce(clock.met_on, auth.business_day()) <= clock.due_on),
        ('its last move leads to another day', moved.last is not null and not exists (
            select from app.clock_move own
            where own.district = clock.district and own.clock_id = clock.clock_id and own.number = moved.last
                and own.to_on = clock.due_on)),
        ('its moves do not follow each other', exists (
            select from app.clock_move own join app.clock_move next
                on next.district = own.district and next.clock_id = own.clock_id and next.number = own.number + 1
            where own.district = clock.district and own.clock_id = clock.clock_id and next.from_on <> own.to_on))
    ) found (finding, is_so)
    where found.is_so
    order by 1, 2
$$;
revoke all on function app.clock_differences() from public;
