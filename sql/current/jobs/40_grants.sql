-- Only the runner ends, returns and rescues jobs.
grant execute on function jobs.complete(uuid, bigint), jobs.fail(uuid, bigint, text, interval),
    jobs.release(uuid, bigint), jobs.rescue(integer) to yanshou_jobs;
