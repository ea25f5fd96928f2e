-- Who works (执行者), who has gone away, and what is put right once a second.

-- A worker's row; its lock comes next, on a connection that stays: with the process the lock goes.
-- One that begins anew after a lost connection takes along what it had, unless that was taken from it.
create or replace function jobs.begin_worker(in_name text, in_before integer default null) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    number integer;
begin
    insert into jobs.worker (name) values (in_name) returning worker into number;
    if in_before is not null then
        -- What is locked has its own transaction, which ends as it ends.
        with own as (
            select job_id from jobs.lease where worker = in_before for update skip locked
        )
        update jobs.lease held set worker = number from own where held.job_id = own.job_id;
        update jobs.worker set gone_at = now() where worker = in_before and gone_at is null;
    end if;
    return number;
end
$$;

create or replace function jobs.hold_worker(in_worker integer) returns boolean
language sql security definer set search_path = ''
as $$
    select pg_try_advisory_xact_lock(1785684595, in_worker)
$$;

-- False where others took it for gone: what it had is theirs, and it begins anew.
create or replace function jobs.beat(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    update jobs.worker set beat = now(), done = done + in_done, failed = failed + in_failed, lost = lost + in_lost
    where worker = in_worker and gone_at is null;
    return found;
end
$$;

-- A worker that stops has nothing left.
create or replace function jobs.end_worker(in_worker integer, in_done bigint, in_failed bigint, in_lost bigint)
returns void
language sql security definer set search_path = ''
as $$
    update jobs.worker
    set gone_at = now(), done = done + in_done, failed = failed + in_failed, lost = lost + in_lost
    where worker = in_worker
$$;

-- Takes back what workers had who are gone: their lock is free and their beat is two seconds old, or there was no beat
-- for twenty. A beat of the future is as old: the clock was set back since. By age alone nobody is judged whose clock
-- jumped just now, since then everybody's beat is old.
-- A job whose transaction is still open is locked, and so passed over. After the third crash it is dead.
create or replace function jobs.rescue(in_by_age boolean default true) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    missing integer;
    held jobs.lease;
    crashes integer;
    rescued integer := 0;
begin
    -- After a start of the server everybody has lost his lock, and is given time to come back.
    if pg_postmaster_start_time() > now() - interval '5 seconds' then
        return 0;
    end if;
    for missing in
        select worker from jobs.worker
        where gone_at is null
            and (beat < now() - interval '2 seconds' or beat > now() + interval '2 seconds')
        order by worker for update skip locked
    loop
        continue when not pg_try_advisory_xact_lock(1785684595, missing)
            and not (in_by_age and exists (
                select from jobs.worker where worker = missing
                    and (beat < now() - interval '20 seconds' or beat > now() + interval '20 seconds')));
        update jobs.worker set gone_at = now() where worker = missing;
    end loop;
    for held in
        select lease.* from jobs.lease lease
        where not exists (
            select from jobs.worker own where own.worker = lease.worker and own.gone_at is null)
        -- The first one last, so that it comes to stand in front.
        order by lease.claimed_at desc, lease.job_id desc for update skip locked
    loop
        delete from jobs.lease where job_id = held.job_id;
        insert into jobs.failure (job_id, attempts, crashed, worker, error)
        values (held.job_id, held.attempts, true, held.worker, 'the worker went away');
        select count(*) into crashes from jobs.failure where job_id = held.job_id and crashed;
        if crashes >= 3 then
            perform jobs.bury(held.job_id, held.ring, held.attempts, 'its worker went away with it three times');
        else
            -- In front of its like, with its slot, and as the same try.
            insert into jobs.ready (queue, priority, seq, kind, ring, job_id, attempts, alone, marked)
            select job.queue, job.priority, -nextval('jobs.turn'), job.kind, job.ring, job.job_id,
                held.attempts - 1, crashes = 2, job.marked
            from jobs.job where job.ring = held.ring and job.job_id = held.job_id;
        end if;
        rescued := rescued + 1;
    end loop;
    return rescued;
end
$$;

-- What others may have missed, by one worker at a time: parents that ended before they were named, slots that nobody
-- holds, gates with room.
create or replace function jobs.tidy() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    parent uuid;
    child uuid;
begin
    if not pg_try_advisory_xact_lock(1785684595, 0) then
        return 0;
    end if;
    if exists (select from jobs.blocked) then
        for parent in
            select distinct waiting.parent_id from jobs.dependency waiting
            where exists (
                select from jobs.outcome past where past.job_id = waiting.parent_id and past.state = 'cancelled')
        loop
            for child in
                select waiting.child_id from jobs.dependency waiting join jobs.blocked on blocked.job_id = waiting.child_id
                where waiting.parent_id = parent for update of blocked skip locked
            loop
                delete from jobs.blocked where job_id = child;
                delete from jobs.dependency where child_id = child;
                perform jobs.strike_out(child, 0::smallint, null, null, 'what it waited for was cancelled');
            end loop;
        end loop;
        -- A parent of which nothing is kept any more has long been done.
        perform jobs.unblock(coalesce((
            select array_agg(distinct waiting.parent_id) from jobs.dependency waiting
            where exists (
                    select from jobs.outcome past where past.job_id = waiting.parent_id and past.state = 'done')
                or not exists (select from jobs.job where job.job_id = waiting.parent_id)
        ), '{}'), coalesce((
            select array_agg(blocked.job_id) from jobs.blocked
            where not exists (select from jobs.dependency waiting where waiting.child_id = blocked.job_id)
        ), '{}'));
    end if;
    if exists (select from jobs.slot) then
        delete from jobs.slot taken
        where not exists (select from jobs.lease where lease.job_id = taken.job_id)
            and not exists (select from jobs.ready where ready.job_id = taken.job_id and ready.marked);
    end if;
    return jobs.fire(100) + jobs.promote(500) + jobs.admit();
end
$$;

-- What a worker does once a second, in one statement: says that it lives, takes back what dead ones had, puts right what
-- was missed; and hears whether there is something for it, when the next moment comes, and what it is to stop.
-- The worker says what the time would be by its own clock, which nobody sets, as long as the two have gone together: then
-- `is_steady`, and others are judged by the age of their beat.
create or replace function jobs.heartbeat(
    in_worker integer, in_done bigint, in_failed bigint, in_lost bigint, in_queues text[], in_kinds text[],
    in_expected bigint default null, in_by_age boolean default false
) returns table (
    alive boolean, has_ready boolean, wait bigint, asked uuid[], reasons text[], moment bigint, is_steady boolean
)
language plpgsql security definer set search_path = ''
as $$
begin
    -- What is lost of this in a crash of the server is done again.
    perform set_config('synchronous_commit', 'off', true);
    moment := (extract(epoch from clock_timestamp()) * 1000)::bigint;
    is_steady := coalesce(moment between in_expected - 5000 and in_expected + 5000, false);
    alive := jobs.beat(in_worker, in_done, in_failed, in_lost);
    perform jobs.rescue(is_steady and in_by_age);
    perform jobs.tidy();
    has_ready := exists (
        select from unnest(in_queues, in_kinds) own (queue, kind)
        where exists (select from jobs.ready where ready.queue = own.queue and ready.kind = own.kind));
    wait := (extract(epoch from jobs.next_due() - clock_timestamp()) * 1000)::bigint;
    if exists (select from jobs.cancellation) then
        select array_agg(stop.job_id), array_agg(stop.reason) into asked, reasons
        from jobs.cancellations(in_worker) stop;
    end if;
    return next;
end
$$;

-- Empties the place in the ring that is nearest to its turn, once a day: what still lives there moves to today's.
create or replace function jobs.turn_ring() returns integer
language plpgsql security definer set search_path = '' set lock_timeout = '500ms'
as $$
declare
    old constant smallint := ((jobs.ring() + 1) % 9)::smallint;
    today constant smallint := jobs.ring();
    has_any boolean;
    living uuid[];
begin
    execute format('select exists (select from jobs.job_ring_%1$s) or exists (select from jobs.outcome_ring_%1$s)', old)
    into has_any;
    if not has_any then
        return 0;
    end if;
    lock table jobs.ready, jobs.scheduled, jobs.lease, jobs.blocked, jobs.gated, jobs.dead
        in share row exclusive mode;
    delete from jobs.dead where at < now() - interval '90 days';
    with moved_ready as (update jobs.ready set ring = today where ring = old returning job_id),
        moved_scheduled as (update jobs.scheduled set ring = today where ring = old returning job_id),
        moved_lease as (update jobs.lease set ring = today where ring = old returning job_id),
        moved_blocked as (update jobs.blocked set ring = today where ring = old returning job_id),
        moved_gated as (update jobs.gated set ring = today where ring = old returning job_id),
        moved_dead as (update jobs.dead set ring = today where ring = old returning job_id)
    select array_agg(distinct job_id) into living from (
        select job_id from moved_ready union all select job_id from moved_scheduled
        union all select job_id from moved_lease union all select job_id from moved_blocked
        union all select job_id from moved_gated union all select job_id from moved_dead
    ) moved;
    -- Straight into its place: moving is no new asking.
    execute format(
        'insert into jobs.job_ring_%s select $1, job_id, district, kind, queue, priority, arguments, unique_key, key_for, '
        'key_holds, key_conflict, run_at, gate, parents, attempts_max, time_limit_ms, op_id, created_at '
        'from jobs.job_ring_%s where job_id = any($2)', today, old)
    using today, living;
    execute format('truncate jobs.job_ring_%1$s, jobs.outcome_ring_%1$s', old);
    delete from jobs.failure where at < now() - interval '8 days' and job_id <> all(coalesce(living, '{}'))
        and not exists (select from jobs.dead where dead.job_id = failure.job_id);
    delete from jobs.held_key where until < now();
    delete from jobs.tick where tick_at < now() - interval '90 days';
    return coalesce(cardinality(living), 0);
end
$$;
