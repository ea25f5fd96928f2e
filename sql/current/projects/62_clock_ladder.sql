-- 时限阶梯: who is reminded of an open deadline before its day, and before whom it comes after it, by the place's packs.

-- The steps of an edition on a day; `keys` narrows one to deadlines whose key begins so.
create or replace function app.clock_ladder(in_edition text, in_day date)
returns table (rung text, workdays integer, roles text[], keys text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select step.rung, app.policy_number(in_edition, step.place || '.workdays', in_day)::integer,
            array(select role from app.policy_on(in_edition, step.place || '.roles', in_day) as told (role) order by role),
            (select prefix from app.policy_on(in_edition, step.place || '.keys', in_day) as narrowed (prefix) limit 1)
        from (
            select said as rung, 'clock.ladder.' || said as place
            from app.policy_on(in_edition, 'clock.ladder', in_day) as list (said)
        ) step;
end
$$;

-- The last due day whose step has come on a day: null where the working days are not published so far.
create or replace function app.rung_reaches(in_workdays integer, in_today date) returns date
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select case
            when in_workdays = 0 then in_today
            when in_workdays > 0 then (
                select day - 1 from policy.calendar_day where working and day <= in_today
                order by day desc offset in_workdays - 1 limit 1)
            else (
                select day from policy.calendar_day where working and day > in_today order by day offset -in_workdays - 1 limit 1)
        end
    );
end
$$;

-- Whether a step is to be taken on a day: a reminder ahead while there is time, one of the day on it, later ones after it.
create or replace function app.rung_is_reached(in_workdays integer, in_due date, in_today date) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(case
            when in_workdays = 0 then in_due = in_today
            when in_workdays < 0 then in_due > in_today and in_due <= app.rung_reaches(in_workdays, in_today)
            else in_due <= app.rung_reaches(in_workdays, in_today)
        end, false)
    );
end
$$;

-- Steps that open deadlines of a district have come to on a day and that were not taken.
create or replace function app.rungs_to_take(in_district integer, in_today date, in_limit integer)
returns table (
    subject_id uuid, project_id uuid, key text, rule text, due_on date, rung text, workdays integer, told jsonb
)
language sql stable security definer set search_path = ''
as $$
    with held as materialized (
        select distinct edition from app.project where district = in_district
    ), step as materialized (
        select held.edition, ladder.*, app.rung_reaches(ladder.workdays, in_today) as reaches
        from held cross join lateral app.clock_ladder(held.edition, in_today) ladder
        where cardinality(ladder.roles) > 0
    )
    select clock.clock_id, clock.project_id, clock.key, clock.rule, clock.due_on, step.rung, step.workdays, to_jsonb(step.roles)
    from app.clock
    join app.project using (district, project_id)
    join step on step.edition = project.edition and (step.keys is null or starts_with(clock.key, step.keys))
        and clock.due_on <= step.reaches
    where clock.district = in_district and clock.state in ('running', 'late') and clock.met_on is null
        and (step.workdays > 0 or step.workdays = 0 and clock.due_on = in_today
            or step.workdays < 0 and clock.due_on > in_today and clock.started_on < in_today)
        and not exists (
            select from app.clock_rung taken
            where taken.district = clock.district and taken.clock_id = clock.clock_id and taken.rung = step.rung
                and taken.due_on = clock.due_on)
    order by clock.project_id, clock.clock_id, step.workdays limit in_limit
$$;

-- A step is one of the place's ladder, of an open deadline, and not taken before its day.
create or replace function app.tg__clock_rung_is_of_its_ladder() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    held record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select clock.*, project.edition into held
    from app.clock join app.project using (district, project_id)
    where clock.district = new.district and clock.clock_id = new.clock_id and clock.project_id = new.project_id;
    if held.met_on is not null or held.state is null or held.state not in ('running', 'late')
        or held.due_on is distinct from new.due_on
    then
        raise exception using errcode = 'YS001', constraint = 'clock_rung_is_of_an_open_clock',
            message = 'nobody is reminded of what is done, or by another day than the deadline has';
    end if;
    if not exists (
        select from app.clock_ladder(held.edition, new.reached_on) step
        where step.rung = new.rung and step.workdays = new.workdays and step.roles = new.roles
            and (step.keys is null or starts_with(held.key, step.keys))
    ) then
        raise exception using errcode = 'YS001', constraint = 'clock_rung_is_of_its_ladder',
            message = format('the place has no such step of a deadline: %s', new.rung);
    end if;
    if not app.rung_is_reached(new.workdays, new.due_on, new.reached_on) or not exists (
        select from ledger.entry event
        where event.district = new.district and event.entry_id = new.op_id
            and (event.at at time zone 'Asia/Shanghai')::date = new.reached_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'clock_rung_is_taken_on_its_day',
            message = 'a step of a deadline is taken when its day has come';
    end if;
    return null;
end
$$;
create or replace trigger _300_clock_rung_is_of_its_ladder after insert on app.clock_rung
    for each row execute function app.tg__clock_rung_is_of_its_ladder();
create or replace trigger _100_fact_is_never_changed before update or delete on app.clock_rung
    for each row execute function app.tg__fact_is_never_changed();

-- The day of a step, for those who look ahead: null while the working days are not published so far.
create or replace function app.rung_day(in_workdays integer, in_due date) returns date
language sql stable security definer set search_path = ''
as $$
    select case
        when in_workdays < 0 then (
            select day from policy.calendar_day where working and day < in_due
            order by day desc offset -in_workdays - 1 limit 1)
        else app.counted_day(in_due, in_workdays, null)
    end
$$;

grant execute on function app.clocks_to_move(integer, integer), app.rungs_to_take(integer, date, integer),
    app.calendar_changes(date, date) to yanshou_jobs;
grant execute on function app.clock_ladder(text, date), app.rung_day(integer, date) to yanshou_reader, yanshou_service;
