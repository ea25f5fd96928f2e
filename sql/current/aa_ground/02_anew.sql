-- Everything that sql/current makes goes before it is made anew, all in the migrator's one transaction: nothing that an
-- earlier version had and this one has not stays behind to be called, and nothing keeps an earlier result, owner or
-- grant. No table depends on a function, so no row is touched. Whoever has views of his own over ours is told by
-- PostgreSQL's words which they are, and nothing is done.
do $$
declare
    ours constant regnamespace[] := array['app', 'auth', 'jobs', 'ledger', 'policy', 'pub']::regnamespace[];
    command text;
begin
    for command in
        select format('drop policy %I on %s', polname, polrelid::regclass)
        from pg_policy join pg_class on pg_class.oid = polrelid where relnamespace = any(ours)
        union all
        select format('drop trigger %I on %s', tgname, tgrelid::regclass)
        from pg_trigger join pg_class on pg_class.oid = tgrelid
        where relnamespace = any(ours) and not tgisinternal and tgparentid = 0
        union all
        select 'drop view ' || string_agg(oid::regclass::text, ', ')
        from pg_class where relkind = 'v' and relnamespace = any(ours)
        union all
        select 'drop routine ' || string_agg(oid::regprocedure::text, ', ')
        from pg_proc where pronamespace = any(ours)
    loop
        execute coalesce(command, 'select');
    end loop;
end
$$;
