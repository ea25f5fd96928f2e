-- A job's end, fenced: only the holder of the lease ends it, and whoever lost it writes nothing.

-- Last statement of the job's own transaction, so that its effect and its end stand or fall together.
create or replace function jobs.complete(in_job uuid, in_lease bigint) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    update jobs.job
    set state = 'done', finished_at = now(), lease_until = null, worker = null, last_error = null
    where job_id = in_job and lease_token = in_lease and state = 'running';
    if not found then
        raise exception using errcode = 'YS409', constraint = 'job_lease_is_held',
            message = 'the lease of this job was lost: its work is undone';
    end if;
end
$$;

-- A failed try waits longer each time, and is dead after the last. False where the lease was lost meanwhile.
create or replace function jobs.fail(in_job uuid, in_lease bigint, in_error text, in_pause interval) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    update jobs.job
    set state = case when attempts >= attempts_max then 'dead' else 'ready' end,
        finished_at = case when attempts >= attempts_max then now() end,
        run_at = now() + in_pause, last_error = left(in_error, 2000), lease_until = null, worker = null
    where job_id = in_job and lease_token = in_lease and state = 'running';
    return found;
end
$$;

-- Gives back what a stopping worker holds: the try does not count.
create or replace function jobs.release(in_job uuid, in_lease bigint) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    update jobs.job
    set state = 'ready', attempts = greatest(attempts - 1, 0), run_at = now(), lease_until = null, worker = null
    where job_id = in_job and lease_token = in_lease and state = 'running';
    return found;
end
$$;

-- Takes back leases that ran out. A job whose transaction is still open is locked, and so passed over.
create or replace function jobs.rescue(in_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    rescued integer;
begin
    with lost as materialized (
        select job_id from jobs.job where state = 'running' and lease_until < now()
        order by lease_until limit in_limit for update skip locked
    )
    update jobs.job job
    set state = case when attempts >= attempts_max then 'dead' else 'ready' end,
        finished_at = case when attempts >= attempts_max then now() end,
        run_at = now(), last_error = coalesce(last_error, 'the worker went away'), lease_until = null, worker = null
    from lost where job.job_id = lost.job_id;
    get diagnostics rescued = row_count;
    return rescued;
end
$$;
