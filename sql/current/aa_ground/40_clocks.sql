-- 时限: the day of a deadline from the published working days.

-- The day that a deadline's count leads to; null while the calendar does not reach so far.
create or replace function app.counted_day(in_start date, in_workdays integer, in_nominal date) returns date
language sql stable security definer set search_path = ''
as $$
    select case
        when in_workdays = 0 then in_start
        when in_workdays is not null then (
            select day from policy.calendar_day where working and day > in_start order by day offset in_workdays - 1 limit 1
        )
        else (
            select min(day) from policy.calendar_day
            where working and day >= in_nominal
                and exists (select from policy.calendar_day held where held.day = in_nominal)
        )
    end
$$;

-- A deadline gets its day once, and it is the day that its count leads to; it moves by a move that is kept.
create or replace function app.tg__clock_is_computed_by_its_calendar() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if (new.started_on, new.workdays, new.nominal_on) is distinct from (old.started_on, old.workdays, old.nominal_on)
        or (new.due_on is distinct from old.due_on and (
            old.due_on is not null and not exists (
                select from app.clock_move moved
                where moved.district = new.district and moved.clock_id = new.clock_id and moved.op_id = new.op_id
                    and moved.from_on = old.due_on and moved.to_on = new.due_on)
            or new.due_on is distinct from app.counted_day(new.started_on, new.workdays, new.nominal_on)
        ))
    then
        raise exception using errcode = 'YS001', constraint = 'clock_is_computed_by_its_calendar',
            message = 'the day of a deadline comes from its count and the published working days, once';
    end if;
    return new;
end
$$;

create or replace trigger _300_clock_is_computed_by_its_calendar before update on app.clock
    for each row execute function app.tg__clock_is_computed_by_its_calendar();
