-- What operators do (作业运维): look, cancel, put back, hold up.

-- Where every job that is kept stands, for people who look with psql.
create or replace view jobs.standing with (security_invoker = true) as
select job.job_id, job.district, job.kind, job.queue, job.priority, job.arguments, job.unique_key, job.gate,
    case
        when held.job_id is not null then 'running' when turn.job_id is not null then 'ready'
        when later.job_id is not null then 'scheduled' when gated.job_id is not null then 'gated'
        when blocked.job_id is not null then 'blocked' when dead.job_id is not null then 'dead'
        else coalesce(past.state, 'done')
    end as state,
    coalesce(later.run_at, job.run_at, job.created_at) as run_at,
    coalesce(held.attempts, turn.attempts, later.attempts, gated.attempts, dead.attempts, past.attempts, 0) as attempts,
    job.attempts_max, worker.name as worker, held.claimed_at, past.finished_at,
    coalesce(dead.reason, past.reason, failed.error) as last_error, job.created_at
from jobs.job
left join jobs.lease held on held.job_id = job.job_id
left join jobs.ready turn on turn.job_id = job.job_id
left join jobs.scheduled later on later.job_id = job.job_id
left join jobs.gated gated on gated.job_id = job.job_id
left join jobs.blocked blocked on blocked.job_id = job.job_id
left join jobs.dead dead on dead.job_id = job.job_id
left join lateral (
    select state, attempts, finished_at, reason from jobs.outcome own
    where own.job_id = job.job_id order by finished_at desc limit 1
) past on true
left join lateral (
    select error from jobs.failure own where own.job_id = job.job_id order by at desc limit 1
) failed on true
left join jobs.worker worker on worker.worker = held.worker;

-- Takes a job out, or asks the worker that has it to stop: `cancelled`, `asked`, or `over` where there is nothing to stop.
create or replace function jobs.cancel(in_job uuid, in_reason text) returns text
language plpgsql security definer set search_path = ''
as $$
declare
    tries smallint;
begin
    tries := jobs.withdraw(in_job);
    if tries is null then
        delete from jobs.dead where job_id = in_job returning attempts into tries;
    end if;
    if tries is not null then
        perform jobs.strike_out(in_job, tries, null, null, in_reason);
        return 'cancelled';
    end if;
    if exists (select from jobs.lease where job_id = in_job) then
        insert into jobs.cancellation (job_id, reason) values (in_job, in_reason) on conflict do nothing;
        return 'asked';
    end if;
    return 'over';
end
$$;

-- What of a worker's jobs is to be stopped.
create or replace function jobs.cancellations(in_worker integer) returns table (job_id uuid, token bigint, reason text)
language sql stable security definer set search_path = ''
as $$
    select held.job_id, held.token, asked.reason
    from jobs.cancellation asked join jobs.lease held using (job_id) where held.worker = in_worker
$$;

-- Does a job now that waits for its moment, or that is dead; whether there was one.
create or replace function jobs.retry(in_job uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
declare
    place smallint;
    tries smallint;
begin
    delete from jobs.scheduled where job_id = in_job returning ring, attempts into place, tries;
    if not found then
        delete from jobs.dead where job_id = in_job returning ring, 0 into place, tries;
    end if;
    if place is null then
        return false;
    end if;
    -- Where another has taken its key meanwhile, that one does what it asked for; it is done all the same.
    insert into jobs.held_key (kind, unique_key, job_id, until)
    select kind, unique_key, job_id, now() + key_for from jobs.job
    where job.ring = place and job.job_id = in_job and unique_key is not null
    on conflict do nothing;
    perform jobs.forward(array[in_job], array[place], array[tries]);
    -- A message that was given up waits again, with what it carries: its job would find nothing to send otherwise.
    if to_regclass('jobs.message') is not null then
        with again as (
            update jobs.message set state = 'waiting', reason = null where job_id = in_job and state = 'dead'
            returning message_id
        )
        update jobs.message part set state = 'waiting', reason = null
        from again where part.carried_by = again.message_id and part.state = 'dead';
    end if;
    return true;
end
$$;

-- Puts dead jobs back, of one kind or of all, the oldest first; gives the number.
create or replace function jobs.redrive(in_kind text, in_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    number integer := 0;
    one uuid;
begin
    for one in
        select job_id from jobs.dead where in_kind is null or kind = in_kind
        order by at limit in_limit for update skip locked
    loop
        perform jobs.retry(one);
        number := number + 1;
    end loop;
    return number;
end
$$;

create or replace function jobs.pause(in_queue text, in_reason text) returns void
language sql security definer set search_path = ''
as $$
    insert into jobs.paused (queue, reason) values (in_queue, in_reason)
    on conflict (queue) do update set reason = excluded.reason
$$;

create or replace function jobs.resume(in_queue text) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    delete from jobs.paused where queue = in_queue;
    return found;
end
$$;

-- How many at once, and in which time; for jobs that are let through from now on.
create or replace function jobs.set_gate(in_gate text, in_slots integer, in_count integer, in_per interval) returns void
language sql security definer set search_path = ''
as $$
    insert into jobs.gate (gate, slots, rate_count, rate_per) values (in_gate, in_slots, in_count, in_per)
    on conflict (gate) do update set slots = excluded.slots, rate_count = excluded.rate_count,
        rate_per = excluded.rate_per
    where (gate.slots, gate.rate_count, gate.rate_per)
        is distinct from (excluded.slots, excluded.rate_count, excluded.rate_per)
$$;

-- When the next job's moment comes, for who waits.
create or replace function jobs.next_due() returns timestamptz
language sql stable security definer set search_path = ''
as $$
    select min(run_at) from jobs.scheduled
$$;

-- Wakes the workers: for who enqueues by hand.
create or replace function jobs.ring_bell() returns void
language sql set search_path = ''
as $$
    select pg_notify('jobs', '')
$$;

-- How each queue stands: how many are ready, at most ten thousand of a kind counted, and since when the next one waits.
create or replace function jobs.queues()
returns table (queue text, ready bigint, waits_since timestamptz, paused text)
language sql stable security definer set search_path = ''
as $$
    with recursive named (queue, kind) as (
        (select ready.queue, ready.kind from jobs.ready order by ready.queue, ready.kind limit 1)
        union all
        select later.queue, later.kind from named cross join lateral (
            select ready.queue, ready.kind from jobs.ready where (ready.queue, ready.kind) > (named.queue, named.kind)
            order by ready.queue, ready.kind limit 1
        ) later
    ), known as (
        select named.queue, named.kind from named union select paused.queue, null from jobs.paused
    )
    select known.queue, sum(counted.ready)::bigint, min(counted.since),
        (select paused.reason from jobs.paused where paused.queue = known.queue)
    from known
    cross join lateral (
        select count(*) as ready, min(first.since) as since from (
            select ready.since from jobs.ready where ready.queue = known.queue and ready.kind = known.kind
            order by priority, seq limit 10000) first
    ) counted
    group by known.queue order by known.queue
$$;
