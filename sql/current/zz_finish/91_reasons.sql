-- HOUSE-RSN-1: every reason by which something is set aside, ended, refused or sent back says something. Left out is what is a
-- list, what custom says in two characters (下雨, 换届, 调岗, 录错), and what a resident says of his own.
do $$
declare
    told record;
begin
    for told in
        select format('%I.%I', n.nspname, c.relname) as place,
            string_agg(quote_literal(a.attname), ', ' order by a.attname) as columns
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
        join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'app'
        where a.atttypid = 'text'::regtype and a.attname ~ '(^|_)(reason|because)$' and not a.attisdropped
            and (c.relname, a.attname) not in (
                ('package', 'separation_reason'), ('daily_log', 'no_work_reason'), ('issue', 'reopening_reason'),
                -- Whoever confirms an end says that it is so (属实); why stands in what was proposed.
                ('contract_termination', 'reason'))
            and c.relname !~ '^(ballot|slip_|consultation_)' and a.attname <> 'end_reason'
            and exists (
                select from pg_attribute own
                where own.attrelid = c.oid and own.attname = 'project_id' and not own.attisdropped)
        group by n.nspname, c.relname
    loop
        execute format(
            'create or replace trigger _490_reason_says_something after insert or update on %s '
            'for each row execute function app.tg__reason_says_something(%s)', told.place, told.columns);
    end loop;
end
$$;
