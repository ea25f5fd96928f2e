-- A job's taking and its end, fenced (租约): only the holder of the lease ends it, and whoever lost it writes nothing.

-- Takes what is next of a queue, each by one worker: locked rows are passed over. Lower priorities come first, and of one
-- priority the kind whose first one is the oldest. Kinds that the worker does not know it does not touch. While batches
-- come back full the next one begins, for each kind, after the last key; what was passed over is found by the sweep from
-- the left end.
create or replace function jobs.claim(
    in_queue text, in_kinds text[], in_priorities smallint[], in_seqs bigint[], in_limit integer, in_worker integer,
    in_idle boolean
) returns table (
    job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint,
    priority smallint, seq bigint, alone boolean
)
language plpgsql security definer set search_path = ''
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off set enable_bitmapscan = off
as $$
declare
    -- Under every priority and every turn there is.
    lowest constant smallint := -32768;
    before_all constant bigint := -9223372036854775808;
    least smallint := lowest;
    class smallint;
    head record;
    taken integer;
    wanted integer := in_limit;
begin
    if exists (select from jobs.paused where paused.queue = in_queue) then
        return;
    end if;
    if exists (select from jobs.scheduled where scheduled.run_at <= now()) then
        perform jobs.promote(500);
    end if;
    perform jobs.admit();
    if in_idle and exists (select from jobs.ready where ready.queue = in_queue and ready.alone) then
        return query select * from jobs.take_alone(in_queue, in_kinds, in_worker);
        if found then
            return;
        end if;
    end if;
    while wanted > 0 loop
        class := null;
        for head in
            select own.kind, first.priority,
                case when own.priority = first.priority then own.seq else before_all end as after
            from unnest(in_kinds, in_priorities, in_seqs) as own (kind, priority, seq)
            cross join lateral (
                select ready.priority, ready.seq from jobs.ready
                where ready.queue = in_queue and ready.kind = own.kind
                    and (ready.priority, ready.seq) > (
                        greatest(own.priority, least), case when own.priority >= least then own.seq else before_all end)
                order by ready.priority, ready.seq limit 1
            ) first
            order by first.priority, first.seq
        loop
            class := coalesce(class, head.priority);
            exit when head.priority > class or wanted = 0;
            return query select * from jobs.take(in_queue, head.kind, head.priority, head.after, wanted, in_worker);
            get diagnostics taken = row_count;
            wanted := wanted - taken;
        end loop;
        exit when class is null or class = 32767;
        least := class + 1;
    end loop;
end
$$;

-- Takes what is next of one kind and priority.
create or replace function jobs.take(
    in_queue text, in_kind text, in_priority smallint, in_after bigint, in_limit integer, in_worker integer
) returns table (
    job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint,
    priority smallint, seq bigint, alone boolean
)
language plpgsql security definer set search_path = ''
as $$
begin
    return query
    with first as materialized (
        select ready.ctid as place from jobs.ready
        where ready.queue = in_queue and ready.kind = in_kind and ready.priority = in_priority and ready.seq > in_after
            -- Where nobody is ever idle it comes with others after all.
            and (not ready.alone or ready.since < now() - interval '10 seconds')
        order by ready.seq limit in_limit for update skip locked
    ), gone as materialized (
        delete from jobs.ready using first where ready.ctid = first.place
        returning ready.job_id, ready.ring, ready.seq, ready.attempts, ready.marked
    ), known as materialized (
        select job.job_id, job.ring, job.district, job.arguments, job.time_limit_ms, job.key_holds,
            gone.marked, gone.seq, gone.attempts + 1 as tries, nextval('jobs.lease_token') as token
        from gone join jobs.job using (ring, job_id)
    ), kept as (
        insert into jobs.lease (job_id, token, worker, ring, attempts, marked)
        select known.job_id, known.token, in_worker, known.ring, known.tries, known.marked from known
    ), free as (
        delete from jobs.held_key held using known
        where known.marked and known.key_holds = 'until_taken' and held.job_id = known.job_id and held.until is null
    )
    select known.job_id, known.token, known.district, in_kind, known.arguments, known.tries::smallint,
        known.time_limit_ms, in_priority, known.seq, false
    from known order by known.seq;
end
$$;

-- Takes one that is to be taken by itself.
create or replace function jobs.take_alone(in_queue text, in_kinds text[], in_worker integer) returns table (
    job_id uuid, token bigint, district integer, kind text, arguments jsonb, attempts smallint, time_limit_ms bigint,
    priority smallint, seq bigint, alone boolean
)
language plpgsql security definer set search_path = ''
as $$
begin
    return query
    with first as materialized (
        select ready.ctid as place from jobs.ready
        where ready.queue = in_queue and ready.alone and ready.kind = any(in_kinds)
        order by ready.priority, ready.seq limit 1 for update skip locked
    ), gone as (
        delete from jobs.ready using first where ready.ctid = first.place
        returning ready.job_id, ready.ring, ready.attempts, ready.priority, ready.seq, ready.marked
    ), kept as (
        insert into jobs.lease (job_id, token, worker, ring, attempts, marked)
        select gone.job_id, nextval('jobs.lease_token'), in_worker, gone.ring, gone.attempts + 1, gone.marked from gone
        returning lease.job_id, lease.token, lease.attempts
    )
    select job.job_id, kept.token, job.district, job.kind, job.arguments, kept.attempts, job.time_limit_ms,
        gone.priority, gone.seq, true
    from gone join kept using (job_id) join jobs.job using (ring, job_id);
end
$$;

-- What a job held is given back at its end.
create or replace function jobs.let_go(in_ended uuid[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    delete from jobs.held_key where job_id = any(in_ended) and until is null;
    delete from jobs.slot where job_id = any(in_ended);
end
$$;

-- Ends what is done and still held; gives which. What is missing was lost.
create or replace function jobs.finish(in_jobs uuid[], in_tokens bigint[]) returns setof uuid
language plpgsql security definer set search_path = ''
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off
as $$
declare
    ended uuid[];
    any_marked boolean;
begin
    with gone as (
        delete from jobs.lease held using unnest(in_jobs, in_tokens) as mine (job_id, token)
        where held.job_id = mine.job_id and held.token = mine.token
        returning held.*
    ), kept as (
        insert into jobs.outcome (job_id, state, attempts, worker, claimed_at)
        select job_id, 'done', attempts, worker, claimed_at from gone
    )
    select array_agg(job_id), bool_or(marked) into ended, any_marked from gone;
    if ended is null then
        return;
    end if;
    if any_marked then
        perform jobs.let_go(ended);
    end if;
    if exists (select from jobs.cancellation) then
        delete from jobs.cancellation where job_id = any(ended);
    end if;
    if exists (select from jobs.dependency) then
        perform jobs.unblock(ended);
    end if;
    return query select unnest(ended);
end
$$;

-- Last statement of the job's own transaction, so that its effect and its end stand or fall together.
create or replace function jobs.complete(in_job uuid, in_lease bigint) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform jobs.finish(array[in_job], array[in_lease]);
    if not found then
        raise exception using errcode = 'YS409', constraint = 'job_lease_is_held',
            message = 'the lease of this job was lost: its work is undone';
    end if;
end
$$;

-- A job that is not tried again by itself: with its whole reason, until somebody looks. Its children wait.
create or replace function jobs.bury(in_job uuid, in_ring smallint, in_attempts smallint, in_reason text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    insert into jobs.outcome (job_id, state, attempts, reason) values (in_job, 'dead', in_attempts, in_reason);
    insert into jobs.dead (job_id, ring, kind, attempts, reason)
    select in_job, in_ring, job.kind, in_attempts, in_reason
    from jobs.job where job.ring = in_ring and job.job_id = in_job;
    if exists (
        select from jobs.job where job.ring = in_ring and job.job_id = in_job and job.key_holds = 'until_settled')
    then
        delete from jobs.slot where slot.job_id = in_job;
    else
        perform jobs.let_go(array[in_job]);
    end if;
    delete from jobs.cancellation where job_id = in_job;
end
$$;

-- A failed try waits, and is dead after the last. False where the lease was lost meanwhile.
create or replace function jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
    held jobs.lease;
    allowed integer;
begin
    delete from jobs.lease lease where lease.job_id = in_job and lease.token = in_lease returning * into held;
    if not found then
        return false;
    end if;
    insert into jobs.failure (job_id, attempts, worker, error)
    values (in_job, held.attempts, held.worker, left(in_error, 20000));
    select attempts_max into allowed from jobs.job where job.ring = held.ring and job.job_id = in_job;
    if held.attempts >= allowed then
        perform jobs.bury(in_job, held.ring, held.attempts, left(in_error, 20000));
    else
        delete from jobs.slot where slot.job_id = in_job;
        insert into jobs.scheduled (job_id, run_at, ring, attempts)
        values (in_job, now() + in_pause, held.ring, held.attempts);
    end if;
    return true;
end
$$;

-- Puts a job off: the try does not count.
create or replace function jobs.snooze(in_job uuid, in_lease bigint, in_pause interval) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
    held jobs.lease;
begin
    delete from jobs.lease lease where lease.job_id = in_job and lease.token = in_lease returning * into held;
    if not found then
        return false;
    end if;
    delete from jobs.slot where slot.job_id = in_job;
    insert into jobs.scheduled (job_id, run_at, ring, attempts)
    values (in_job, now() + in_pause, held.ring, held.attempts - 1);
    return true;
end
$$;

-- Gives back what a worker holds and does not do, to the front and in its order: the tries do not count. Gives the number.
create or replace function jobs.release(in_jobs uuid[], in_tokens bigint[]) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    returned integer;
begin
    with gone as (
        delete from jobs.lease held using unnest(in_jobs, in_tokens) as mine (job_id, token)
        where held.job_id = mine.job_id and held.token = mine.token
        returning held.*
    )
    insert into jobs.ready (queue, priority, seq, kind, ring, job_id, attempts, marked)
    select job.queue, job.priority, -nextval('jobs.turn'), job.kind, job.ring, job.job_id, gone.attempts - 1, job.marked
    from gone join jobs.job using (ring, job_id) order by gone.token desc;
    get diagnostics returned = row_count;
    return returned;
end
$$;

-- Gives back what a worker does not know that it has: the answer to a taking was lost. Gives the number.
create or replace function jobs.reclaim(in_worker integer, in_known uuid[]) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    lost uuid[];
    tokens bigint[];
begin
    select array_agg(own.job_id), array_agg(own.token) into lost, tokens
    from (
        select held.job_id, held.token from jobs.lease held
        where held.worker = in_worker and held.job_id <> all(in_known)
            -- What is on its way to the worker now is not lost; what was taken in the future was, before the clock was set
            -- back.
            and (held.claimed_at < clock_timestamp() - interval '5 seconds'
                or held.claimed_at > clock_timestamp() + interval '5 seconds')
        for update skip locked
    ) own;
    return coalesce(jobs.release(lost, tokens), 0);
end
$$;

-- Ends a job that was cancelled while it ran.
create or replace function jobs.give_up(in_job uuid, in_lease bigint, in_reason text) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
    held jobs.lease;
begin
    delete from jobs.lease lease where lease.job_id = in_job and lease.token = in_lease returning * into held;
    if not found then
        return false;
    end if;
    perform jobs.strike_out(in_job, held.attempts, held.worker, held.claimed_at, in_reason);
    return true;
end
$$;

-- Writes a cancelled end; what waited for it is cancelled too.
create or replace function jobs.strike_out(
    in_job uuid, in_attempts smallint, in_worker integer, in_claimed timestamptz, in_reason text
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    child uuid;
begin
    insert into jobs.outcome (job_id, state, attempts, worker, claimed_at, reason)
    values (in_job, 'cancelled', in_attempts, in_worker, in_claimed, in_reason);
    perform jobs.let_go(array[in_job]);
    delete from jobs.cancellation where job_id = in_job;
    for child in delete from jobs.dependency where parent_id = in_job returning child_id loop
        delete from jobs.dependency where child_id = child;
        delete from jobs.blocked where job_id = child;
        if found then
            perform jobs.strike_out(child, 0::smallint, null, null, 'what it waited for was cancelled');
        end if;
    end loop;
end
$$;
