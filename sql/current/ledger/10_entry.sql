-- The writing of events: the one way in, the canonical body, the closing with the rows that were written.

-- RFC 8785 for whole numbers, text, truth, lists and objects; keys of ours are ASCII, where orders agree.
create or replace function ledger.canonical(value jsonb) returns text
language plpgsql immutable strict set search_path = ''
as $$
declare
    answer text;
begin
    case jsonb_typeof(value)
        when 'object' then
            select string_agg(to_json(key)::text || ':' || case
                when jsonb_typeof(part) in ('string', 'null', 'boolean') then part::text
                else ledger.canonical(part)
            end, ',' order by key collate "C") into answer
            from jsonb_each(value) as parts (key, part);
            return '{' || coalesce(answer, '') || '}';
        when 'array' then
            select string_agg(case
                when jsonb_typeof(part) in ('string', 'null', 'boolean') then part::text
                else ledger.canonical(part)
            end, ',' order by place) into answer
            from jsonb_array_elements(value) with ordinality as parts (part, place);
            return '[' || coalesce(answer, '') || ']';
        when 'number' then
            answer := value::text;
            -- What readers with 53-bit numbers would not read back is given as text.
            if answer !~ '^-?(0|[1-9][0-9]{0,15})$' or abs(answer::numeric) > 9007199254740991 then
                raise exception using errcode = 'YS900', constraint = 'entry_number_is_exact',
                    message = format('an entry says %s, which other readers would round', answer);
            end if;
            return answer;
        else
            return value::text;
    end case;
end
$$;

create or replace function ledger.stamp(moment timestamptz) returns text
language plpgsql immutable set search_path = ''
as $$
begin
    return (
        select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    );
end
$$;

-- What stands for a district as the subject of an event.
create or replace function ledger.district_subject(in_district integer) returns uuid
language sql immutable set search_path = ''
as $$ select ('00000000-0000-0000-0001-' || lpad(to_hex(in_district), 12, '0'))::uuid $$;

-- Opens an entry at the end of its subject's chain. Its lists of files and rows are filled in when it closes.
create or replace function ledger.append(
    in_district integer, in_person uuid, in_organisation uuid, in_role text, in_entry uuid, in_type text,
    in_kind text, in_subject uuid, in_project uuid, in_at timestamptz, in_operation bytea, in_body jsonb,
    in_sign_off jsonb, in_rule jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    last record;
    parts bytea[];
begin
    if jsonb_typeof(in_body) is distinct from 'object' then
        raise exception using errcode = 'YS900', constraint = 'entry_body_is_an_object',
            message = 'the body of an entry is an object';
    end if;
    if not exists (select from ledger.subject_kind where kind = in_kind) then
        raise exception using errcode = 'YS900', constraint = 'entry_subject_is_known',
            message = format('nothing of the kind %s can have events', in_kind);
    end if;
    select entry_id, subject_version, leaf, at, open_at into last from ledger.entry
    where district = in_district and subject_kind = in_kind and subject_id = in_subject
    order by subject_version desc limit 1;
    if last.open_at is not null then
        perform ledger.close(in_district, last.entry_id);
        select entry_id, subject_version, leaf, at into last from ledger.entry
        where district = in_district and entry_id = last.entry_id;
    end if;
    -- Five minutes: what clocks of two machines may differ.
    if in_at < last.at - interval '5 minutes' then
        raise exception using errcode = 'YS900', constraint = 'entry_follows_in_time',
            message = format('an entry of %s cannot follow one of %s', in_at, last.at);
    end if;
    parts := array[
        convert_to('{"actor":"' || in_person || '","at":"' || ledger.stamp(in_at) || '","body":'
            || ledger.canonical(in_body) || ',"files":[', 'UTF8'),
        convert_to('],"id":"' || in_entry || '","op":' || coalesce('"' || encode(in_operation, 'hex') || '"', 'null')
            || ',"organisation":' || coalesce('"' || in_organisation || '"', 'null')
            || ',"prev":' || coalesce('"' || encode(last.leaf, 'hex') || '"', 'null')
            || ',"project":' || coalesce('"' || in_project || '"', 'null')
            || ',"role":' || to_json(in_role)::text || ',"rows":[', 'UTF8'),
        convert_to('],"rule":' || coalesce(ledger.canonical(in_rule), 'null')
            || ',"sig":' || coalesce(ledger.canonical(in_sign_off), 'null')
            || ',"subject":{"id":"' || in_subject || '","kind":' || to_json(in_kind)::text || ',"version":'
            || coalesce(last.subject_version, 0) + 1 || '},"tenant":' || in_district || ',"type":'
            || to_json(in_type)::text || ',"v":2}', 'UTF8')
    ];
    insert into ledger.entry (district, entry_id, type, subject_kind, subject_id, subject_version, person_id,
        organisation_id, role, project_id, at, previous_leaf, body, leaf, open_at)
    values (in_district, in_entry, in_type, in_kind, in_subject, coalesce(last.subject_version, 0) + 1, in_person,
        in_organisation, in_role, in_project, in_at, last.leaf, parts[1] || parts[2] || parts[3],
        sha256('\x00'::bytea || parts[1] || parts[2] || parts[3]),
        array[length(parts[1]), length(parts[1]) + length(parts[2])]);
end
$$;

-- The one way in for the application: who, where and as what are the signed context's, never the caller's words.
create or replace function ledger.record(
    in_entry uuid, in_type text, in_kind text, in_subject uuid, in_project uuid, in_at timestamptz,
    in_operation bytea, in_body jsonb, in_sign_off jsonb default null, in_rule jsonb default null
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    own_project uuid := auth.project();
    begins timestamptz := auth.today()::timestamp at time zone 'Asia/Shanghai';
begin
    if own_project is not null and in_project is distinct from own_project then
        raise exception using errcode = 'YS403', constraint = 'entry_is_of_the_actors_project',
            message = 'who is bound to one project writes no events of another';
    end if;
    -- The day is the database's own; five minutes are what clocks of two machines may differ.
    -- A job may be of another day than the one it is done on.
    if auth.token_kind() <> 'job'
        and (in_at > begins + interval '1 day 5 minutes' or in_at < begins - interval '5 minutes')
    then
        raise exception using errcode = 'YS900', constraint = 'entry_is_of_its_day',
            message = format('an entry of %s is not of the day %s', in_at, auth.today());
    end if;
    if in_type <> all (auth.token_actions()) then
        raise exception using errcode = 'YS001', constraint = 'token_covers_the_act',
            message = format('the token that was shown is not for %s', in_type);
    end if;
    -- HOUSE-BOD-1
    if in_type <> all (app.acts_of_any_body()) and not app.acts_as_its_body() then
        raise exception using errcode = 'YS001', constraint = 'act_is_of_its_body',
            message = format('%s acts as another body than %s', auth.organisation(), auth.role());
    end if;
    perform ledger.append(auth.district(), auth.person(), auth.organisation(), auth.role(), in_entry, in_type, in_kind,
        in_subject, in_project, in_at, in_operation, in_body, in_sign_off, in_rule);
end
$$;

-- What an operator does at the machine, beside the service; not for the application's roles.
create or replace function ledger.record_operator(
    in_district integer, in_entry uuid, in_type text, in_kind text, in_subject uuid, in_body jsonb
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    moment timestamptz;
begin
    -- Never before what is told of the same thing already: a demonstration's clock may stand behind the machine's.
    select greatest(auth.business_now(), max(at)) into moment from ledger.entry
    where district = in_district and subject_kind = in_kind and subject_id = in_subject;
    perform ledger.append(in_district, '00000000-0000-0000-0000-000000000002', null, 'operator', in_entry, in_type,
        in_kind, in_subject, null, moment, null,
        in_body || case when auth.is_demonstration() then '{"clock": "simulated"}'::jsonb else '{}' end, null, null);
end
$$;

-- The rows of an entry as they stand in its body: all of them, or their number and digest where they are many.
create or replace function ledger.rows_text(in_district integer, in_entry uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select case
            when count(*) > 100 then format('{"count":%s,"sha256":"%s"}', count(*), encode(sha256(convert_to(
                '[' || string_agg(line, ',' order by table_name collate "C", row_key collate "C") || ']', 'UTF8')), 'hex'))
            else coalesce(string_agg(line, ',' order by table_name collate "C", row_key collate "C"), '')
        end
        from (
            select table_name, row_key, '{"pk":' || to_json(row_key)::text || ',"sha256":"' || encode(digest, 'hex')
                || '","table":"' || table_name || '","version":' || coalesce(version::text, 'null') || '}' as line
            from ledger.row where district = in_district and entry_id = in_entry
        ) lines
    );
end
$$;

-- The digests of the files that those rows name, each once.
create or replace function ledger.files_text(in_district integer, in_entry uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select case
            when count(*) > 100 then format('{"count":%s,"sha256":"%s"}', count(*), encode(sha256(convert_to(
                '["' || string_agg(file, '","' order by file collate "C") || '"]', 'UTF8')), 'hex'))
            else coalesce('"' || string_agg(file, '","' order by file collate "C") || '"', '')
        end
        from (
            select distinct unnest(files) as file from ledger.row where district = in_district and entry_id = in_entry
        ) named
    );
end
$$;

-- The one list of what may tell of no row. Operators issue tokens and publish packs in tables that no event covers, and
-- links are shut there, tokens issued by their person, sign-ins ended, accounts of providers linked; everything else that happens leaves its trace in a row.
create or replace function ledger.may_tell_of_no_row(in_role text, in_type text) returns boolean
language sql immutable set search_path = ''
as $$ select in_role = 'operator' or in_type in ('handover.revoke_links', 'token.issue', 'people.end_sign_ins',
    'people.link_identity', 'people.end_identity') $$;

-- Closes an entry: from here on it is what it is, and no row may name it any more.
create or replace function ledger.close(in_district integer, in_entry uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    entry record;
    subject record;
    strange text;
    stands boolean;
    bytes bytea;
begin
    select * into entry from ledger.entry where district = in_district and entry_id = in_entry;
    if entry.open_at is null then
        return;
    end if;
    select min(table_name) into strange from ledger.row
    where district = in_district and entry_id = in_entry and project_id is not null
        and project_id is distinct from entry.project_id;
    if strange is not null then
        raise exception using errcode = 'YS900', constraint = 'entry_is_of_its_rows_project',
            message = format('an entry of one project cannot cover rows of %s of another', strange);
    end if;
    -- Under the name of what any body does, a unit that is another body writes nothing else.
    if entry.type = any (app.acts_of_any_body()) and entry.organisation_id is not null
        and not app.is_its_body(in_district, entry.role, entry.organisation_id, auth.business_day())
    then
        select min(table_name) into strange from ledger.row
        where district = in_district and entry_id = in_entry and not exists (
            select from app.writings() said
            cross join lateral string_to_table(said.adds || ' ' || said.changes, ' ') place
            where entry.type = any (string_to_array(said.actions, ' '))
                and 'app.' || split_part(place, ':', 1) = ledger.row.table_name);
        if strange is not null then
            raise exception using errcode = 'YS001', constraint = 'act_is_of_its_body',
                message = format('%s is no part of %s', strange, entry.type);
        end if;
    end if;
    select * into subject from ledger.subject_kind where kind = entry.subject_kind;
    if subject.table_name is not null then
        execute format('select exists (select from %s where %s %I = $2)', subject.table_name,
            case when subject.table_name like 'app.%' then 'district = $1 and' else '$1 is not null and' end,
            subject.key_column) into stands using in_district, entry.subject_id;
        if not stands then
            raise exception using errcode = 'YS900', constraint = 'entry_subject_exists',
                message = format('there is no %s %s', entry.subject_kind, entry.subject_id);
        end if;
    end if;
    if not ledger.may_tell_of_no_row(entry.role, entry.type) and not exists (
        select from ledger.row where district = in_district and entry_id = in_entry
    ) then
        raise exception using errcode = 'YS900', constraint = 'entry_tells_of_a_row',
            message = format('an entry %s came with no change of a row', entry.type);
    end if;
    bytes := substring(entry.body for entry.open_at[1])
        || convert_to(ledger.files_text(in_district, in_entry), 'UTF8')
        || substring(entry.body from entry.open_at[1] + 1 for entry.open_at[2] - entry.open_at[1])
        || convert_to(ledger.rows_text(in_district, in_entry), 'UTF8')
        || substring(entry.body from entry.open_at[2] + 1);
    update ledger.entry set body = bytes, leaf = sha256('\x00'::bytea || bytes), open_at = null
    where district = in_district and entry_id = in_entry;
    insert into ledger.pending (district, entry_id) values (in_district, in_entry);
end
$$;

create or replace function ledger.tg__entry_is_closed_at_commit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform ledger.close(new.district, new.entry_id);
    return null;
end
$$;

-- An entry changes once, in its own transaction, when it closes; a closed one never.
create or replace function ledger.tg__entry_closes_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'DELETE' or old.open_at is null or new.open_at is not null
        or old.written_by <> pg_current_xact_id()
        or to_jsonb(old) - array['body', 'leaf', 'open_at'] <> to_jsonb(new) - array['body', 'leaf', 'open_at']
    then
        raise exception using errcode = 'YS900', constraint = 'fact_is_never_changed',
            message = 'entries of the ledger are facts: they are added to, never changed or removed';
    end if;
    return new;
end
$$;

create or replace trigger _100_fact_is_never_changed before update or delete on ledger.entry
    for each row execute function ledger.tg__entry_closes_once();
create or replace trigger _100_fact_is_never_truncated before truncate on ledger.entry
    for each statement execute function app.tg__fact_is_never_changed();
create constraint trigger _950_entry_is_closed_at_commit after insert on ledger.entry
    deferrable initially deferred for each row when (new.open_at is not null)
    execute function ledger.tg__entry_is_closed_at_commit();
create or replace trigger _100_fact_is_never_changed before update or delete on ledger.row
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_truncated before truncate on ledger.row
    for each statement execute function app.tg__fact_is_never_changed();

revoke all on function ledger.append(
    integer, uuid, uuid, text, uuid, text, text, uuid, uuid, timestamptz, bytea, jsonb, jsonb, jsonb) from public;
revoke all on function ledger.record_operator(integer, uuid, text, text, uuid, jsonb) from public;
revoke all on function ledger.close(integer, uuid) from public;
