-- Every guard of a database: its code, what kind it is, and the tables or functions it stands in.
with own as (
    select oid from pg_namespace where nspname in ('app', 'auth', 'policy', 'ledger', 'jobs', 'pub')
), source as (
    select p.oid::regproc::text as place, regexp_replace(p.prosrc, '--[^\n]*', '', 'g') as text
    from pg_proc p join own on own.oid = p.pronamespace
), named (code, kind, place) as (
    -- A name that PostgreSQL makes for a key is nobody's rule; every other name is a refusal's code.
    select c.conname::text, case c.contype when 'c' then 'check' else 'key' end,
        coalesce(nullif(c.conrelid, 0)::regclass::text, c.contypid::regtype::text)
    from pg_constraint c join own on own.oid = c.connamespace
    where c.contype in ('c', 'u', 'x', 'f', 'p') and c.conname !~ '_(pkey|fkey[0-9]*|not_null)$'
    union all
    select c.relname::text, 'key', i.indrelid::regclass::text
    from pg_index i join pg_class c on c.oid = i.indexrelid join own on own.oid = c.relnamespace
    where i.indisunique and not exists (select from pg_constraint where conindid = i.indexrelid)
    union all
    select m[1], 'trigger', place from source, regexp_matches(text, 'constraint\s*=\s*''([^'']*)''', 'gi') m
    union all
    select m[1], 'trigger', place from source, regexp_matches(
        text, 'put_block\s*\(\s*[^,]+,\s*[^,]+,\s*''[^'']+''\s*,\s*''([^'']+)''', 'gi') m
)
select code, max(kind), min(place) from named group by code order by code
