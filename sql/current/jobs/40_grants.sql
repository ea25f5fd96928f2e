-- Only the runner takes, ends, returns and rescues jobs, and operators through its role.
do $$
declare
    subject text;
begin
    for subject in
        select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'jobs' and p.prosecdef and p.prorettype <> 'trigger'::regtype
    loop
        execute format('revoke all on function %s from public', subject);
        execute format('grant execute on function %s to yanshou_jobs', subject);
    end loop;
    -- The runner looks at all of it; it writes through the functions.
    for subject in
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'jobs' and c.relkind in ('r', 'p') and not c.relispartition
    loop
        -- The queue's own head has a policy for all of the runner's commands.
        if subject <> 'jobs.job' then
            execute format('create policy runner_looks on %s for select to yanshou_jobs using (true)', subject);
        end if;
        execute format('grant select on %s to yanshou_jobs', subject);
    end loop;
    for place in 0..8 loop
        execute format('grant truncate on jobs.job_ring_%1$s, jobs.outcome_ring_%1$s to yanshou_guard', place);
    end loop;
end
$$;
grant usage on sequence jobs.turn, jobs.lease_token to yanshou_guard;
grant select on jobs.standing to yanshou_jobs;
-- Counts for operators, by the role that anyone's reads go through.
grant execute on function pub.jobs_by_state(), pub.jobs_ended(), pub.queue_waits(), pub.job_workers(), pub.overdue_clocks(), pub.uncomputed_clocks(), pub.pending_entries() to yanshou_public;
grant execute on function pub.jobs_by_state(), pub.job_workers(), pub.queue_standings(), pub.own_dead_jobs(), pub.job_schedules() to yanshou_reader;
grant execute on function pub.queue_standings() to yanshou_jobs;
-- The sweep gives deadlines their day when their calendar has come.
grant update (due_on) on app.clock to yanshou_jobs;
grant execute on function app.counted_day(date, integer, date) to yanshou_jobs;
-- Any of the programs' roles may ask which schema it stands before.
do $$
begin
    if to_regclass('migration.replayed') is not null then
        grant usage on schema migration to yanshou_guard;
        grant select on migration.applied, migration.replayed to yanshou_guard;
    end if;
end
$$;
grant usage on schema pub to yanshou_jobs;
grant execute on function pub.schema_stamp() to yanshou_public, yanshou_reader, yanshou_service, yanshou_jobs;
