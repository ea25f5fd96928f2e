-- Tries every command on tables as the application's roles, in the part of somebody, and undoes each: only outcomes come
-- back. S rows were reached, 0 none were, W written, X refused by a grant or a policy, N nobody has entered.
create schema matrix;

-- What is known of a table before anybody is asked: how its rows are told apart by project, and what can be changed.
create function matrix.tables() returns table (place text, side_column text, columns text, changed text, key_column text)
language sql as $$
    select n.nspname || '.' || c.relname,
        case
            when (n.nspname, c.relname) = ('app', 'community') then 'community_id'
            when (n.nspname, c.relname) = ('app', 'file') then 'sha256'
            when exists (select from pg_attribute where attrelid = c.oid and attname = 'project_id' and not attisdropped)
                then 'project_id'
        end,
        (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''),
        coalesce(
            (select quote_ident(attname) from pg_attribute
                where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
                    and has_column_privilege('yanshou_service', c.oid, attnum, 'update')
                order by attname = 'op_id' desc, attnum limit 1),
            (select quote_ident(attname) from pg_attribute
                where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                order by attnum limit 1)),
        (select quote_ident(attname) from pg_attribute
            where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                and not has_column_privilege('yanshou_jobs', c.oid, attnum, 'update')
            order by attname = 'district' desc, attnum limit 1)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
        and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
    order by 1
$$;

-- One statement, undone: what became of it.
create function matrix.one(in_statement text, in_done text, in_key text) returns text
language plpgsql as $$
declare
    reached bigint;
begin
    begin
        if in_done = 'S' then
            execute in_statement into reached using in_key;
        else
            execute in_statement using in_key;
            get diagnostics reached = row_count;
        end if;
        raise exception using errcode = 'YSUND';
    exception
        when sqlstate 'YSUND' then return case when reached > 0 then in_done else '0' end;
        when insufficient_privilege then return 'X';
        when sqlstate 'YS401' then return 'N';
        -- Whose row it is was judged before what the row lacks.
        when integrity_constraint_violation then return 'W';
        when others then return sqlstate;
    end;
end
$$;

create function matrix.enter(in_who jsonb) returns void language plpgsql as $$
begin
    perform set_config('role', 'none', true), set_config('app.context', '', true);
    if in_who ->> 'kind' = 'job' then
        perform auth.write_context(1, one, one, one, coalesce(in_who ->> 'acting', 'system'), (in_who ->> 'project')::uuid, null,
            auth.business_day(), 'job', false)
        from (values ('00000000-0000-0000-0000-000000000001'::uuid)) system (one);
    end if;
    perform set_config('role', in_who ->> 'session', true);
    if in_who ->> 'kind' = 'reporter' then
        perform auth.enter_reporter((in_who ->> 'project')::uuid, null, null);
    elsif in_who ->> 'token' is not null then
        perform auth.enter(sha256(convert_to(in_who ->> 'token', 'UTF8')));
    end if;
end
$$;

-- Everybody of a list on every table of a list. A line each: who, table, subject, command, side, outcome.
create function matrix.probe(in_people jsonb, in_places jsonb, in_own uuid, in_far uuid) returns setof text
language plpgsql as $$
declare
    who jsonb;
    place jsonb;
    side record;
    subject text;
    filtered text;
    row_of jsonb;
begin
    for who in select jsonb_array_elements(in_people) loop
        perform matrix.enter(who);
        for place in select jsonb_array_elements(in_places) loop
            for side in
                select name, id, case when place ->> 'side_column' = 'sha256'
                    then '\x' || encode(sha256(convert_to('sha256' || id, 'UTF8')), 'hex')
                    when place ->> 'side_column' = 'project_id' then id::text
                    else md5((place ->> 'side_column') || id)::uuid::text end as key
                from (values ('own', in_own), ('far', in_far)) said (name, id)
                where name = 'own' or place ->> 'side_column' is not null
            loop
                filtered := case when place ->> 'side_column' is null then ' where $1 is not null or true'
                    else format(' where %I = $1::%s', place ->> 'side_column',
                        case when place ->> 'side_column' = 'sha256' then 'bytea' else 'uuid' end) end;
                return next concat_ws('|', who ->> 'who', place ->> 'place', '', 'select', side.name, matrix.one(
                    format('select count(*) from %s', place ->> 'place') || filtered, 'S', side.key));
                continue when who ->> 'only_reads' = 'true';
                for subject in select jsonb_array_elements_text(place -> 'subjects') loop
                    row_of := jsonb_build_object('district', 1, 'recorded_in', 1, 'ring', 0, 'project_id', side.id,
                        'construction_unit_id',
                        case when who ->> 'kind' is distinct from 'nobody' then auth.organisation() end,
                        'community_id', md5('community_id' || side.id)::uuid, 'subject_kind', subject,
                        'principal', case when who ->> 'kind' is distinct from 'nobody' then auth.person() end);
                    return next concat_ws('|', who ->> 'who', place ->> 'place', subject, 'insert', side.name,
                        matrix.one(format('insert into %s (%s) select %2$s from jsonb_populate_record(null::%1$s, $1::jsonb)',
                            place ->> 'place', place ->> 'columns'), 'W', row_of::text));
                    return next concat_ws('|', who ->> 'who', place ->> 'place', subject, 'update', side.name,
                        matrix.one(format('update %s set %s = %2$s', place ->> 'place', place ->> 'changed') || filtered
                            || case when subject <> '' then format(' and subject_kind = %L', subject) else '' end,
                            'W', side.key));
                end loop;
                if place ->> 'place' = 'app.request' then
                    return next concat_ws('|', who ->> 'who', place ->> 'place', '', 'forge', side.name, matrix.one(
                        'insert into app.request (district, principal) select 1, $1::uuid', 'W', side.id::text));
                end if;
                -- What tells whose a row is stays as it is: no column of a key is ever written again.
                return next concat_ws('|', who ->> 'who', place ->> 'place', '', 'rekey', side.name, matrix.one(
                    format('update %s set %s = %2$s', place ->> 'place', place ->> 'key_column') || filtered, 'W', side.key));
                return next concat_ws('|', who ->> 'who', place ->> 'place', '', 'delete', side.name, matrix.one(
                    format('delete from %s', place ->> 'place') || filtered, 'W', side.key));
            end loop;
        end loop;
    end loop;
    perform set_config('role', 'none', true), set_config('app.context', '', true);
end
$$;
grant usage on schema matrix to public;
grant execute on all functions in schema matrix to public;

-- Guards come after policies in what they say, and before them in time: they are others' to try.
do $$
declare
    place text;
begin
    for place in
        select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
    loop
        execute format('alter table %s disable trigger user', place);
    end loop;
end
$$;
set session_replication_role = replica;
-- What was asked over HTTP before left answers and webhooks that are the people's own; those that are laid are nobody's.
delete from app.request where principal in (select person_id from auth.person where login is not null);
delete from app.webhook where organisation_id in (select organisation_id from auth.appointment);
-- Nor is there a job of another district than that of the two projects, unless what was asked there made one.
delete from jobs.job where district <> 1;
set session_replication_role = origin;
-- A row in every table that has none: what is hidden is only seen to be hidden where there is something.
do $$
declare
    place record;
    held record;
    filled boolean;
begin
    perform set_config('session_replication_role', 'replica', false);
    for place in
        select c.oid, c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
    loop
        execute format('select exists (select from %s)', place.name) into filled;
        continue when filled;
        for held in
            select conname from pg_constraint where conrelid = place.oid and contype in ('c', 'f') and conislocal
        loop
            execute format('alter table %s drop constraint %I', place.name, held.conname);
        end loop;
        execute (
            select format('insert into %s (%s) values (%s)', place.name, string_agg(quote_ident(a.attname), ', '),
                string_agg(case
                    when a.attname = 'district' or t.typname in ('int2', 'int4', 'int8', 'float8') then '1'
                    when t.typname = 'uuid' then quote_literal(md5(a.attname)::uuid)
                    when t.typname = 'bytea' then quote_literal('\x00')
                    when t.typname = 'bool' then 'true'
                    when t.typname in ('date', 'timestamptz') then 'now()'
                    when t.typname = 'time' then quote_literal('00:00')
                    when t.typname = 'interval' then quote_literal('1 day')
                    when t.typname in ('json', 'jsonb') or t.typname like '\_%' then quote_literal('{}')
                    when t.typname = 'xid8' then quote_literal('1')
                    else quote_literal('x') end, ', '))
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            where a.attrelid = place.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                and a.attidentity = '' and (a.attnotnull or a.attname in ('district', 'op_id', 'ring')));
    end loop;
    perform set_config('session_replication_role', 'origin', false);
end
$$;
set session_replication_role = replica;
-- An appointment to each project, beside those to the district.
insert into auth.appointment (district, appointment_id, person_id, organisation_id, role, project_id, valid_from)
select 1, gen_random_uuid(), held.person_id, held.organisation_id, held.role, project.project_id, '2020-01-01'
from app.project cross join lateral (select * from auth.appointment where district = 1 limit 1) held;
-- A deadline of every subject in both projects.
insert into app.clock
select (jsonb_populate_record(clock, jsonb_build_object(
    'clock_id', md5(clock.clock_id || kind.subject)::uuid, 'subject_kind', kind.subject))).*
from app.clock cross join (values %KINDS%) kind (subject);
set session_replication_role = origin;

-- What each of the application's roles holds on each table by grant, and whom each function that runs as its owner answers.
create function matrix.grants(in_place text default null) returns setof text language sql as $$
    select concat_ws('|', said.role, n.nspname || '.' || c.relname, held.command,
        case when held.command in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
            then has_any_column_privilege(said.role, c.oid, held.command)
            else has_table_privilege(said.role, c.oid, held.command) end)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) held (command)
    cross join unnest(array['yanshou_service', 'yanshou_reader', 'yanshou_jobs', 'yanshou_public', 'yanshou_sealer',
        'yanshou_auditor']) said (role)
    where c.relkind in ('r', 'p') and not c.relispartition and (in_place is null or c.oid = to_regclass(in_place))
        and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
    union all
    select concat_ws('|', 'columns', n.nspname || '.' || c.relname, said.role, string_agg(a.attname, ' ' order by a.attname))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    cross join unnest(array['yanshou_service', 'yanshou_jobs']) said (role)
    where c.relkind in ('r', 'p') and not c.relispartition and (in_place is null or c.oid = to_regclass(in_place)) and a.attnum > 0 and not a.attisdropped
        and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
        and has_column_privilege(said.role, c.oid, a.attnum, 'UPDATE')
    group by n.nspname, c.relname, said.role
    union all
    select concat_ws('|', 'function', replace(p.oid::regprocedure::text, '"', ''), said.role,
        has_function_privilege(said.role, p.oid, 'EXECUTE'))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    cross join unnest(array['yanshou_service', 'yanshou_reader', 'yanshou_jobs', 'yanshou_public']) said (role)
    where p.prosecdef and (in_place is null or p.oid = to_regprocedure(in_place)) and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs', 'pub') and p.prorettype <> 'trigger'::regtype
    union all
    select concat_ws('|', 'forced', n.nspname || '.' || c.relname, '', c.relrowsecurity and c.relforcerowsecurity)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and (in_place is null or c.oid = to_regclass(in_place))
        and n.nspname in ('app', 'auth', 'ledger', 'policy', 'jobs')
$$;

-- Sign-ins that must open nothing, and contexts that must not be believed; each by its name.
create function matrix.forged(in_token text, in_stale text) returns setof text language plpgsql as $$
declare
    genuine text;
    pass text;
    trial record;
begin
    perform set_config('role', 'yanshou_service', true);
    for trial in
        select * from (values ('a token that was taken back', 'ys_matrix_revoked'), ('a token that ran out', 'ys_matrix_old'),
            ('a token of an appointment that is over', 'ys_matrix_over'),
            ('a token of an appointment to come', 'ys_matrix_later'), ('no token of anybody', 'ys_matrix_nothing')) said (name, token)
    loop
        perform set_config('app.context', '', true);
        return next trial.name || '|' || case
            when auth.enter(sha256(convert_to(trial.token, 'UTF8'))) is null then 'refused' else 'opened' end;
    end loop;
    perform auth.enter(sha256(convert_to(in_token, 'UTF8')));
    genuine := current_setting('app.context');
    pass := auth.enter_to_read(sha256(convert_to(in_token, 'UTF8'))) ->> 'pass';
    for trial in
        select * from (values
            ('the genuine context', genuine),
            ('a context with another district', regexp_replace(genuine, '^([^|]*\|[^|]*)\|[^|]*', '\1|2')),
            ('a context with another role', replace(genuine, '|contractor|', '|renovation_office|')),
            ('a context without its seal', regexp_replace(genuine, '^[^|]*', repeat('0', 64))),
            ('a context of an earlier transaction', in_stale),
            ('a reading pass where it could write', pass)) said (name, context)
    loop
        perform set_config('app.context', trial.context, true);
        begin
            return next trial.name || '|' || case when auth.district() is not null then 'opened' end;
        exception when sqlstate 'YS401' then
            return next trial.name || '|refused';
        end;
    end loop;
    perform set_config('role', 'none', true);
    -- A pass is good for reading until something of any sign-in is taken back, or its moment is over.
    update auth.secret set generation = generation + 1;
    genuine := auth.enter_to_read(sha256(convert_to(in_token, 'UTF8'))) ->> 'pass';
    perform set_config('app.context', genuine, true);
    perform auth.write_context(1, one, one, one, 'contractor', null, null, current_date, 'api', true, now() - interval '1 s')
    from (values ('00000000-0000-0000-0000-000000000001'::uuid)) nobody (one);
    in_stale := current_setting('app.context');
    perform set_config('role', 'yanshou_service', true), set_config('transaction_read_only', 'on', true);
    for trial in
        select * from (values ('the genuine pass', genuine), ('a pass of before something was taken back', pass),
            ('a pass whose minute is over', in_stale)) said (name, context)
    loop
        perform set_config('app.context', trial.context, true);
        begin
            return next trial.name || '|' || case when auth.district() is not null then 'opened' end;
        exception when sqlstate 'YS401' then
            return next trial.name || '|refused';
        end;
    end loop;
    perform set_config('role', 'none', true), set_config('app.context', '', true);
end
$$;
grant execute on all functions in schema matrix to public;
