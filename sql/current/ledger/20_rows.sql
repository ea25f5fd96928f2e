-- Rows bound to events: every row that names an event leaves its digest under it.

-- The columns of a table that no digest covers, each with its reason.
create or replace function ledger.uncovered(in_table text) returns text[]
language sql immutable set search_path = ''
as $$
    select case in_table
        -- Secrets change without an act of anyone's (a code is used up), and digests of them help who guesses.
        when 'auth.person' then array['password_form', 'password_verifier', 'password_since', 'password_is_lent',
            'one_time_secret', 'one_time_step']
        -- An address is soon found from its digest by whoever knows the row's other columns, and goes when it ends.
        when 'app.contact' then array['address']
        else array[]::text[]
    end
$$;

-- A part of a key, so that parts joined by '/' can be told apart.
create or replace function ledger.key_part(part text) returns text
language sql immutable set search_path = ''
as $$ select replace(replace(part, '~', '~0'), '/', '~1') $$;

-- The text of a row's key, and the digests of the files it names, from the row as jsonb.
create or replace function ledger.row_key(image jsonb, keys text[]) returns text
language sql immutable set search_path = ''
as $$ select string_agg(ledger.key_part(image ->> key), '/' order by place) from unnest(keys) with ordinality as named (key, place) $$;

create or replace function ledger.row_files(image jsonb, digests text[]) returns text[]
language sql immutable set search_path = ''
as $$
    select coalesce(array_agg(ltrim(image ->> name, '\x')), '{}') from unnest(digests) as name
    where image ->> name is not null
$$;

-- Arguments: the table, its key without the district, what is not covered, the columns that name files,
-- the columns that name the event's district.
create or replace function ledger.tg__row_is_bound() returns trigger
language plpgsql security definer
set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set bytea_output = 'hex'
set intervalstyle = 'iso_8601' set extra_float_digits = 1
as $$
declare
    keys text[] := tg_argv[1];
    uncovered text[] := tg_argv[2];
    digests text[] := tg_argv[3];
begin
    if exists (
        select from changed, lateral to_jsonb(changed) as image
        join ledger.entry on entry.district = (image ->> tg_argv[4])::integer
            and entry.entry_id = (image ->> 'op_id')::uuid
        where entry.open_at is null and not exists (
            -- Of what is not covered, columns may change without an event.
            select from ledger.row bound
            where bound.district = entry.district and bound.entry_id = entry.entry_id
                and bound.table_name = tg_argv[0] and bound.row_key = ledger.row_key(image, keys)
                and bound.digest = sha256(convert_to((image - uncovered)::text, 'UTF8'))
        )
    ) then
        raise exception using errcode = 'YS900', constraint = 'entry_is_open_for_its_rows',
            message = format('a row of %s names an event that is closed', tg_argv[0]);
    end if;
    insert into ledger.row (district, entry_id, table_name, row_key, version, project_id, digest, files)
    select (image ->> tg_argv[4])::integer, (image ->> 'op_id')::uuid, tg_argv[0], ledger.row_key(image, keys),
        (image ->> 'version')::integer, (image ->> 'project_id')::uuid,
        sha256(convert_to((image - uncovered)::text, 'UTF8')), ledger.row_files(image, digests)
    from changed, lateral to_jsonb(changed) as image
    where image ->> 'op_id' is not null
    on conflict do nothing;
    return null;
end
$$;

-- Statement by statement, so that an import pays once. Run by the migrator for every table with op_id.
create or replace function ledger.bind_table(in_table oid) returns void
language plpgsql set search_path = ''
as $$
declare
    subject text := in_table::regclass::text;
    place text := case when subject like 'auth.%' then 'recorded_in' else 'district' end;
    keys text[];
    digests text[];
    moment text;
begin
    keys := ledger.keys_of(in_table);
    select coalesce(array_agg(attname::text order by attname), '{}') into digests from pg_catalog.pg_attribute
    where attrelid = in_table and attnum > 0 and not attisdropped and attname ~ '(^|_)sha256$';
    foreach moment in array array['insert', 'update'] loop
        execute format(
            'create or replace trigger _950_row_is_bound_on_%s after %s on %s referencing new table as changed '
            'for each statement execute function ledger.tg__row_is_bound(%L, %L, %L, %L, %L)',
            moment, moment, subject, subject, keys, ledger.uncovered(subject), digests, place);
    end loop;
end
$$;

create or replace function ledger.keys_of(in_table oid) returns text[]
language sql stable set search_path = ''
as $$
    select array_agg(a.attname::text order by k.place)
    from pg_catalog.pg_index i, unnest(i.indkey::smallint[]) with ordinality as k (attnum, place), pg_catalog.pg_attribute a
    where i.indrelid = in_table and i.indisprimary and a.attrelid = in_table and a.attnum = k.attnum
        and a.attname <> 'district'
$$;

create or replace function ledger.columns_of(in_table oid) returns text[]
language sql stable set search_path = ''
as $$
    select array_agg(attname::text order by attname) from pg_catalog.pg_attribute
    where attrelid = in_table and attnum > 0 and not attisdropped
        and attname <> all (ledger.uncovered(in_table::regclass::text))
$$;

-- Every row of a table with its key and the digest over some of its columns (all that are covered, if null).
create or replace function ledger.digests_of(in_table text, in_columns text[])
returns table (district integer, op_id uuid, row_key text, version integer, project_id uuid, digest bytea, files text[])
language plpgsql stable
set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set bytea_output = 'hex'
set intervalstyle = 'iso_8601' set extra_float_digits = 1
as $$
declare
    place text := case when in_table like 'auth.%' then 'recorded_in' else 'district' end;
    dropped text[];
    named text[];
begin
    select coalesce(array_agg(attname::text) filter (where attname <> all (
            coalesce(in_columns, ledger.columns_of(in_table::regclass)))), '{}'),
        coalesce(array_agg(attname::text order by attname) filter (where attname ~ '(^|_)sha256$'), '{}')
    into dropped, named
    from pg_catalog.pg_attribute where attrelid = in_table::regclass and attnum > 0 and not attisdropped;
    return query execute format(
        'select (image ->> %L)::integer, (image ->> ''op_id'')::uuid, ledger.row_key(image, $1), '
        '(image ->> ''version'')::integer, (image ->> ''project_id'')::uuid, '
        'sha256(convert_to((image - $2)::text, ''UTF8'')), ledger.row_files(image, $3) '
        'from %s as present, lateral to_jsonb(present) as image', place, in_table)
        using ledger.keys_of(in_table::regclass), dropped, named;
end
$$;

-- The last digest of each row of a table.
create or replace function ledger.last_digests(in_table text)
returns table (district integer, row_key text, digest bytea, entry_id uuid)
language sql stable set search_path = ''
as $$
    select distinct on (case when in_table like 'auth.%' then 0 else district end, row_key)
        case when in_table like 'auth.%' then 0 else district end, row_key, digest, entry_id
    from ledger.row where table_name = in_table
    order by case when in_table like 'auth.%' then 0 else district end, row_key, number desc
$$;

-- Where digests of a table begin, or its columns are no longer those its digests cover, the rows as they are now are
-- bound to an event of their own; it says how many of them were not what their last digest says. Run at the end of
-- every replay; does nothing where no table's columns changed.
create or replace function ledger.begin_rows() returns void
language plpgsql security definer set search_path = ''
as $$
declare
    subject record;
    earlier text[];
    differed bigint;
    begun jsonb := '{}';
    marker uuid;
    place integer;
begin
    for subject in
        select c.oid, c.oid::regclass::text as name, ledger.columns_of(c.oid) as columns
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'auth') and c.relkind = 'r' and exists (
            select from pg_catalog.pg_trigger where tgrelid = c.oid and tgname = '_950_row_is_bound_on_insert')
        order by 2
    loop
        select columns into earlier from ledger.cover where table_name = subject.name order by number desc limit 1;
        continue when earlier = subject.columns;
        insert into ledger.cover (table_name, columns) values (subject.name, subject.columns);
        differed := null;
        if earlier <@ subject.columns then
            select count(*) into differed
            from ledger.digests_of(subject.name, earlier) present
            join ledger.last_digests(subject.name) last
                on last.row_key = present.row_key
                and last.district = case when subject.name like 'auth.%' then 0 else present.district end
            where last.digest <> present.digest;
        end if;
        for place in execute format(
            'select distinct coalesce(%s, (select min(district) from auth.district)) from %s',
            case when subject.name like 'auth.%' then 'recorded_in' else 'district' end, subject.name)
        loop
            begun := jsonb_set(begun, array[place::text],
                coalesce(begun -> place::text, '{}') || jsonb_build_object(subject.name, differed));
            marker := ledger.marker_of(place);
            insert into ledger.row (district, entry_id, table_name, row_key, version, project_id, digest, files)
            select place, marker, subject.name, present.row_key, present.version, null, present.digest, '{}'
            from ledger.digests_of(subject.name, null) present
            where coalesce(present.district, (select min(d.district) from auth.district d)) = place;
        end loop;
    end loop;
    for place in select key::integer from jsonb_each(begun) order by 1 loop
        perform ledger.record_operator(place, ledger.marker_of(place), 'ledger.rows_begin', 'district',
            ledger.district_subject(place), jsonb_build_object('tables', begun -> place::text));
    end loop;
end
$$;

-- The id of the marker that a replay writes in a district: one for a transaction.
create or replace function ledger.marker_of(in_district integer) returns uuid
language sql stable set search_path = ''
as $$ select md5('ledger.rows_begin/' || in_district || '/' || pg_current_xact_id())::uuid $$;

revoke all on function ledger.begin_rows() from public;
