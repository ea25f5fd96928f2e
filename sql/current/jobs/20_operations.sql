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
