-- What operators watch (运行指标): counts over every district, and nothing of what is counted.

create or replace function pub.jobs_by_state() returns table (state text, jobs bigint)
language sql stable security definer set search_path = ''
as $$
    select known.state, count(job.job_id)
    from unnest(array['ready', 'running', 'done', 'dead', 'cancelled']) as known (state)
    left join jobs.job job on job.state = known.state
    group by known.state
$$;

-- Deadlines that have passed with the thing still not done.
drop function if exists pub.overdue_clocks(date);
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
