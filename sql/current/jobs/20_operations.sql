-- What operators watch (运行指标): counts over every district, and nothing of what is counted.

-- None of them walks what is over: that is counted by the workers.
create or replace function pub.jobs_by_state() returns table (state text, jobs bigint)
language sql stable security definer set search_path = ''
as $$
    select 'ready', count(*) from (select from jobs.ready limit 100000) counted
    union all select 'scheduled', count(*) from (select from jobs.scheduled limit 100000) counted
    union all select 'gated', count(*) from (select from jobs.gated limit 100000) counted
    union all select 'blocked', count(*) from (select from jobs.blocked limit 100000) counted
    union all select 'running', count(*) from jobs.lease
    union all select 'dead', count(*) from (select from jobs.dead limit 100000) counted
$$;

-- What workers have done since there are any.
create or replace function pub.jobs_ended() returns table (outcome text, jobs bigint)
language sql stable security definer set search_path = ''
as $$
    select ended.outcome, ended.jobs::bigint
    from (select sum(done) as done, sum(failed) as failed, sum(lost) as lost from jobs.worker) total
    cross join lateral (
        values ('done', coalesce(done, 0)), ('failed', coalesce(failed, 0)), ('lost', coalesce(lost, 0))
    ) ended (outcome, jobs)
$$;

-- Since how many seconds the next job of a queue waits, and whether somebody paused it.
create or replace function pub.queue_waits() returns table (queue text, seconds bigint, paused bigint)
language sql stable security definer set search_path = ''
as $$
    select queue, coalesce(extract(epoch from now() - waits_since), 0)::bigint, (paused is not null)::integer::bigint
    from jobs.queues()
$$;

-- The same for people who look: how many are ready, and whether the queue stands, as after five minutes it does.
create or replace function pub.queue_standings()
returns table (queue text, ready bigint, seconds bigint, paused text, stands boolean)
language sql stable security definer set search_path = ''
as $$
    select queue, ready, greatest(coalesce(extract(epoch from now() - waits_since), 0), 0)::bigint, paused,
        coalesce(waits_since < now() - interval '5 minutes', false)
    from jobs.queues()
$$;

-- What is dead in one's own district, the latest first: for its office.
create or replace function pub.own_dead_jobs()
returns table (kind text, attempts smallint, reason text, at timestamptz)
language sql stable security definer set search_path = ''
as $$
    select dead.kind, dead.attempts, dead.reason, dead.at
    from jobs.dead join jobs.job using (ring, job_id)
    where job.district = auth.district() and auth.role() = 'renovation_office'
    order by dead.at desc limit 100
$$;

-- What is done again and again, with the times of its zone.
create or replace function pub.job_schedules()
returns table (name text, kind text, is_held boolean, next_at text, last_at text)
language sql stable security definer set search_path = ''
as $$
    select name, kind, paused_at is not null, to_char(next_at at time zone zone, 'YYYY-MM-DD HH24:MI'),
        to_char(last_at at time zone zone, 'YYYY-MM-DD HH24:MI')
    from jobs.schedule
$$;

-- Workers whose beat is fresh.
create or replace function pub.job_workers() returns bigint
language sql stable security definer set search_path = ''
as $$
    select count(*) from jobs.worker where gone_at is null and beat > now() - interval '20 seconds'
$$;

-- Deadlines that have passed with the thing still not done.
create or replace function pub.overdue_clocks() returns bigint
language sql stable security definer set search_path = ''
as $$
    select count(*) from app.clock
    where state in ('running', 'late') and met_on is null and due_on < auth.business_day()
$$;

-- Events that no sealed root covers yet.
create or replace function pub.pending_entries() returns bigint
language sql stable security definer set search_path = ''
as $$
    select count(*) from ledger.pending
$$;

-- Deadlines that wait for their calendar, with the thing still not done.
create or replace function pub.uncomputed_clocks() returns bigint
language sql stable security definer set search_path = ''
as $$
    select count(*) from app.clock where state = 'uncomputed' and met_on is null
$$;

-- What the migrator brought this database to: a program compares it with what it was built with.
create or replace function pub.schema_stamp() returns table (number integer, migrations text, current text)
language plpgsql stable security definer set search_path = ''
as $$
begin
    -- A database that was laid without the migrator has no record of it.
    if to_regclass('migration.replayed') is null then
        return query select 0, '', '';
        return;
    end if;
    return query
    select coalesce(max(applied.number), 0),
        encode(sha256(convert_to(coalesce(string_agg(applied.sha256, e'\n' order by applied.number), ''), 'UTF8')), 'hex'),
        coalesce((select replayed.sha256 from migration.replayed), '')
    from migration.applied;
end
$$;
