-- Only the runner ends, returns and rescues jobs.
grant execute on function jobs.complete(uuid, bigint), jobs.fail(uuid, bigint, text, interval),
    jobs.release(uuid, bigint), jobs.rescue(integer) to yanshou_jobs;
-- Counts for operators, by the role that anyone's reads go through.
grant execute on function pub.jobs_by_state(), pub.overdue_clocks(), pub.uncomputed_clocks(), pub.pending_entries() to yanshou_public;
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
