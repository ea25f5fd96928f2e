-- Only the runner ends, returns and rescues jobs.
grant execute on function jobs.complete(uuid, bigint), jobs.fail(uuid, bigint, text, interval),
    jobs.release(uuid, bigint), jobs.rescue(integer) to yanshou_jobs;
-- Counts for operators, by the role that anyone's reads go through.
grant execute on function pub.jobs_by_state(), pub.overdue_clocks(date), pub.pending_entries() to yanshou_public;
