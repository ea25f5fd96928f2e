-- What is done again and again (定期作业): by the database's clock, each tick once over all workers.

-- The first tick after a moment, or none where the working days of then are not published.
create or replace function jobs.next_tick(own jobs.schedule, after timestamptz) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
declare
    first_day constant date := (after at time zone own.zone)::date;
    span constant double precision := extract(epoch from own.every);
    that_day date;
    moment timestamptz;
    is_working boolean;
begin
    if own.every is not null then
        return to_timestamp((floor(extract(epoch from after) / span) + 1) * span);
    end if;
    for number in 0..400 loop
        that_day := first_day + number;
        moment := (that_day + own.at_time) at time zone own.zone;
        continue when moment <= after;
        continue when own.weekdays is not null and extract(isodow from that_day)::smallint <> all(own.weekdays);
        continue when own.month_days is not null and extract(day from that_day)::smallint <> all(own.month_days)
            -- -1 is a month's last day.
            and (extract(day from that_day) - 1
                - extract(day from date_trunc('month', that_day) + interval '1 month' - interval '1 day'))::smallint
                <> all(own.month_days);
        if own.workdays then
            select working into is_working from policy.calendar_day held where held.day = that_day;
            if not found then
                return null;
            end if;
            continue when not is_working;
        end if;
        return moment;
    end loop;
    return null;
end
$$;

-- Takes up what the code says of a schedule; its place in time stays where its pattern is the same.
create or replace function jobs.declare_schedule(
    in_name text, in_kind text, in_queue text, in_arguments jsonb, in_every interval, in_at time, in_weekdays smallint[],
    in_month_days smallint[], in_workdays boolean, in_zone text, in_missed text, in_district integer,
    in_once_a_day boolean
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    own jobs.schedule;
begin
    select * into own from jobs.schedule where name = in_name for update;
    if found and (own.kind, own.queue, own.arguments, own.every, own.at_time, own.weekdays, own.month_days, own.workdays,
            own.zone, own.missed, own.district, own.once_a_day)
        is not distinct from (in_kind, in_queue, in_arguments, in_every, in_at, in_weekdays, in_month_days, in_workdays,
            in_zone, in_missed, in_district, in_once_a_day)
    then
        return;
    end if;
    insert into jobs.schedule (
        name, kind, queue, arguments, every, at_time, weekdays, month_days, workdays, zone, missed, district, once_a_day)
    values (in_name, in_kind, in_queue, in_arguments, in_every, in_at, in_weekdays, in_month_days, in_workdays, in_zone,
        in_missed, in_district, in_once_a_day)
    on conflict (name) do update set kind = excluded.kind, queue = excluded.queue, arguments = excluded.arguments,
        every = excluded.every, at_time = excluded.at_time, weekdays = excluded.weekdays,
        month_days = excluded.month_days, workdays = excluded.workdays, zone = excluded.zone, missed = excluded.missed,
        district = excluded.district, once_a_day = excluded.once_a_day
    returning * into own;
    update jobs.schedule set next_at = jobs.next_tick(own, now()) where name = in_name;
end
$$;

-- Asks for what is due; gives the number of ticks. Whoever comes second finds the row taken, or moved on.
create or replace function jobs.fire(in_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    own jobs.schedule;
    due timestamptz;
    wanted timestamptz[];
    asked integer;
    fired integer := 0;
begin
    if not exists (select from jobs.schedule where next_at <= now() or next_at is null) then
        return 0;
    end if;
    for own in
        select schedule.* from jobs.schedule schedule
        where paused_at is null and (next_at <= now() or next_at is null)
        order by next_at nulls last limit in_limit for update skip locked
    loop
        wanted := '{}';
        due := coalesce(own.next_at, jobs.next_tick(own, now()));
        -- Of those that are not made good only the last counts: years of seconds are not walked through one by one.
        if own.every is not null and own.missed <> 'all' and due <= now() then
            due := to_timestamp(
                floor(extract(epoch from now()) / extract(epoch from own.every)) * extract(epoch from own.every));
        end if;
        while due <= now() loop
            wanted := case own.missed
                -- One that is a minute old was missed.
                when 'skip' then case when due > now() - interval '1 minute' then array[due] else '{}' end
                when 'latest' then array[due]
                else wanted || due
            end;
            due := jobs.next_tick(own, due);
            -- What remains of many comes at the next look.
            exit when cardinality(wanted) >= 100;
        end loop;
        for number in 1..cardinality(wanted) loop
            insert into jobs.tick (name, tick_at, jobs) values (own.name, wanted[number], 0) on conflict do nothing;
            continue when not found;
            -- One whose day was dealt with already, at a start or by another day of a demonstration's clock, is left out.
            insert into jobs.job (job_id, district, kind, queue, arguments, unique_key, key_for)
            select gen_random_uuid(), place.district, own.kind, own.queue,
                own.arguments || jsonb_build_object('tick', to_char(
                    wanted[number] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')),
                case when own.once_a_day then place.district || '/' || auth.business_day() end,
                case when own.once_a_day then interval '3 days' end
            from auth.district place where own.district is null or place.district = own.district;
            get diagnostics asked = row_count;
            update jobs.tick set jobs = asked where name = own.name and tick_at = wanted[number];
            fired := fired + 1;
        end loop;
        update jobs.schedule
        set next_at = due, last_at = coalesce(wanted[cardinality(wanted)], last_at) where name = own.name;
    end loop;
    return fired;
end
$$;

-- Holds a schedule up, or lets it go on from now; whether there is such a one.
create or replace function jobs.hold_schedule(in_name text, in_holds boolean) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    update jobs.schedule own
    set paused_at = case when in_holds then coalesce(own.paused_at, now()) end,
        next_at = case when in_holds then own.next_at else jobs.next_tick(own, now()) end
    where own.name = in_name;
    return found;
end
$$;

-- Asks for a schedule's work now, beside its ticks; the number of jobs.
create or replace function jobs.run_schedule(in_name text) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    asked integer;
begin
    insert into jobs.job (job_id, district, kind, queue, arguments)
    select gen_random_uuid(), place.district, own.kind, own.queue, own.arguments
    from jobs.schedule own join auth.district place on own.district is null or place.district = own.district
    where own.name = in_name;
    get diagnostics asked = row_count;
    return asked;
end
$$;
