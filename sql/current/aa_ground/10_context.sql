-- Who acts: set once per transaction, signed, so that SQL run as the application's role cannot mint another.

create or replace function auth.sign_context(payload text) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select encode(sha256(value || convert_to(payload, 'UTF8') || value), 'hex') || '|' || payload
        from auth.secret
    );
end
$$;

-- The context's parts, or a refusal where there is none or it is not ours:
-- 1 seal, 2 bound to, 3 district, 4 person, 5 organisation, 6 appointment, 7 role, 8 project, 9 scope, 10 day,
-- 11 kind of token, 12 second factor, 13 whether the whole district is seen, 14 the district again unless it is a
-- reporter without an account, 15 the generation of sign-ins, 16 the keys under which the actor reads, 17 the actions of
-- which a program's token may write events, where it is held to some.
--
-- A context is bound to the one transaction that entered (its backend and moment), or, as a reading pass, to a moment at
-- which it ends: with that one nothing but reading is done, and no longer than nothing of any sign-in is taken back.
create or replace function auth.context() returns text[]
language plpgsql stable security definer set search_path = ''
as $$
declare
    raw constant text := current_setting('app.context', true);
    parts text[];
    known record;
begin
    if raw is null or raw = '' then
        raise exception using errcode = 'YS401', constraint = 'context_is_entered',
            message = 'nobody has entered this transaction';
    end if;
    select value, generation into known from auth.secret;
    parts := string_to_array(raw, '|');
    if parts[1] = encode(sha256(known.value || convert_to(substr(raw, 66), 'UTF8') || known.value), 'hex') then
        if parts[2] = pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp()) then
            return parts;
        end if;
        if left(parts[2], 6) = 'until ' and substr(parts[2], 7)::numeric > extract(epoch from transaction_timestamp())
            and parts[15]::bigint = known.generation and current_setting('transaction_read_only')::boolean
        then
            return parts;
        end if;
    end if;
    raise exception using errcode = 'YS401', constraint = 'context_is_genuine',
        message = 'the context of this transaction is not genuine, or it has ended';
end
$$;

-- What is read of the context below is expressions, which the planner writes into the query that asks.
create or replace function auth.district() returns integer
language sql stable
return (auth.context())[3]::integer;

-- The district of whoever has an account or a link; null for a reporter without one.
create or replace function auth.member_district() returns integer
language sql stable
return nullif((auth.context())[14], '')::integer;

-- Whether the actor looks after the whole district. Whoever is bound to one project never does.
create or replace function auth.sees_district() returns boolean
language sql stable
return (auth.context())[13]::boolean;

-- The one project the actor is bound to, or null where he may see the district's.
create or replace function auth.project() returns uuid
language sql stable
return nullif((auth.context())[8], '')::uuid;

create or replace function auth.person() returns uuid
language sql stable
return (auth.context())[4]::uuid;

create or replace function auth.organisation() returns uuid
language sql stable
return (auth.context())[5]::uuid;

create or replace function auth.role() returns text
language sql stable
return (auth.context())[7];

-- The business day of the request: what guards that count days go by.
create or replace function auth.today() returns date
language sql stable
return (auth.context())[10]::date;

-- The one object that the actor is bound to (a link's handover, a reporter's issue), or null.
create or replace function auth.scope() returns uuid
language sql stable
return nullif((auth.context())[9], '')::uuid;

-- By what the actor came: session, api, link, reporter or job.
create or replace function auth.token_kind() returns text
language sql stable
return (auth.context())[11];

create or replace function auth.has_second_factor() returns boolean
language sql stable
return (auth.context())[12]::boolean;

-- The actions to which a program's token is held, or null.
create or replace function auth.token_actions() returns text[]
language sql stable
return string_to_array(nullif((auth.context())[17], ''), ' ');

-- The moment it is for the works (业务时间): the machine's, or a demonstration's, whose row only the owner writes.
create or replace function auth.business_now() returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
declare
    passed interval;
begin
    select ahead into passed from auth.demo_clock;
    return now() + coalesce(passed, interval '0');
end
$$;

create or replace function auth.business_day() returns date
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select (auth.business_now() at time zone 'Asia/Shanghai')::date
    );
end
$$;

create or replace function auth.is_demonstration() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (select from auth.demo_clock);
end
$$;

create or replace function auth.write_context(
    district integer, person uuid, organisation uuid, appointment uuid, acting text, project uuid, scope uuid,
    today date, token_kind text, second_factor boolean, until timestamptz default null, counted bigint default null,
    actions text[] default null
) returns text
language plpgsql security definer set search_path = ''
as $$
begin
    return set_config('app.context', auth.sign_context(array_to_string(array[
        coalesce('until ' || extract(epoch from until),
            pg_backend_pid() || ' ' || extract(epoch from transaction_timestamp())),
        district::text, person::text, organisation::text, appointment::text, acting, coalesce(project::text, ''),
        coalesce(scope::text, ''), today::text, token_kind, second_factor::text,
        (project is null and exists (
            select from auth.role_reach reach_of where reach_of.role = acting and reach_of.reach = 'district'))::text,
        case when token_kind <> 'reporter' then district::text else '' end,
        coalesce(counted, (select generation from auth.secret))::text,
        (case
            when project is not null then array[auth.reader_of(district, 'project', project)]
            when exists (select from auth.role_reach reach_of where reach_of.role = acting and reach_of.reach = 'district')
                then array[auth.reader_of(district, 'district', null)]
            else array[auth.reader_of(district, acting, organisation), auth.reader_of(district, acting, person)]
        end)::text,
        coalesce(array_to_string(actions, ' '), '')
    ], '|')), true);
end
$$;

-- Whom a token stands for today, or nothing.
create or replace function auth.holder_of(presented bytea, today date)
returns table (
    kind text, second_factor boolean, scope_kind text, scope_id uuid, expires_at timestamptz, district integer,
    appointment_id uuid, person_id uuid, organisation_id uuid, role text, project_id uuid, reads_only boolean,
    actions text[], actor jsonb
)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select token.kind, token.second_factor, token.scope_kind, token.scope_id, token.expires_at, appointment.district,
            appointment.appointment_id, appointment.person_id, appointment.organisation_id, appointment.role,
            appointment.project_id, token.reads_only, token.actions, jsonb_build_object(
                'person', person.person_id, 'name', person.name, 'organisation', organisation.organisation_id,
                'organisation_name', organisation.name, 'district', appointment.district,
                'appointment', appointment.appointment_id, 'role', appointment.role, 'project', appointment.project_id,
                'second_factor', token.second_factor, 'token_kind', token.kind, 'scope_kind', token.scope_kind,
                'scope', token.scope_id, 'named', token.label is not null,
                'acts_as_its_body', app.is_its_body(
                    appointment.district, appointment.role, appointment.organisation_id, today))
        from auth.token
        join auth.appointment using (district, appointment_id)
        join auth.person using (person_id)
        join auth.organisation using (organisation_id)
        where token.token_hash = sha256(presented) and token.revoked_at is null and token.expires_at > now()
            and appointment.valid_from <= today and (appointment.valid_to is null or appointment.valid_to >= today);
end
$$;

-- Signs the request in by its token. Returns the actor, or null where the token opens nothing today; which day that
-- is, the caller has no say in.
create or replace function auth.enter(presented bytea) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    today constant date := auth.business_day();
    caller record;
begin
    select * into caller from auth.holder_of(presented, today);
    if not found then
        return null;
    end if;
    -- Once something was asked, a transaction that only reads stays so.
    if caller.reads_only and not current_setting('transaction_read_only')::boolean then
        raise exception using errcode = 'YS001', constraint = 'token_only_reads',
            message = 'this token opens nothing but transactions that only read';
    end if;
    perform auth.write_context(caller.district, caller.person_id, caller.organisation_id, caller.appointment_id,
        caller.role, caller.project_id, caller.scope_id, today, caller.kind, caller.second_factor, null,
        null, caller.actions);
    return caller.actor;
end
$$;

-- Signs in whoever only reads, and gives him a pass for his next requests: the context itself, good for reading until a
-- minute has gone by, the day or the token ends, or any sign-in is taken back. `pass` goes into app.context as it is.
create or replace function auth.enter_to_read(presented bytea) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    today constant date := auth.business_day();
    lead constant interval := auth.business_now() - now();
    caller record;
    until timestamptz;
    -- Looked at before the token: what takes a sign-in back in between has then counted on from it, and the pass is void.
    counted constant bigint := (select generation from auth.secret);
begin
    select * into caller from auth.holder_of(presented, today);
    if not found then
        return null;
    end if;
    until := least(
        now() + interval '1 minute', caller.expires_at, (today + 1)::timestamp at time zone 'Asia/Shanghai' - lead);
    return caller.actor || jsonb_build_object(
        'pass', auth.write_context(caller.district, caller.person_id, caller.organisation_id, caller.appointment_id,
            caller.role, caller.project_id, caller.scope_id, today, caller.kind, caller.second_factor, until,
            counted, caller.actions),
        'seconds', floor(extract(epoch from until - now())));
end
$$;

-- Whatever ends or alters a sign-in ends every pass at once: the next request of each signs in anew.
create or replace function auth.tg__sign_in_begins_anew() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    update auth.secret set generation = generation + 1;
    return null;
end
$$;

-- A person without an account who reports on a public project: a resident of that project, and nothing more. Whoever
-- shows the private key of an issue (its digest) is bound to that issue, and sees it; nobody else sees any.
create or replace function auth.enter_reporter(in_project uuid, in_issue uuid, in_shown bytea) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    found_district integer;
    own uuid;
begin
    select district into found_district from app.project where project_id = in_project;
    if not found then
        return null;
    end if;
    if in_issue is not null and in_shown is not null then
        select issue_id into own from app.issue
        where district = found_district and project_id = in_project and issue_id = in_issue
            and follow_key_hash = in_shown;
    end if;
    perform auth.write_context(
        found_district, nobody, nobody, nobody, 'resident', in_project, own, auth.business_day(), 'reporter', false, null);
    return jsonb_build_object(
        'person', nobody, 'name', '居民', 'organisation', nobody, 'organisation_name', '', 'district', found_district,
        'appointment', nobody, 'role', 'resident', 'project', in_project, 'second_factor', false,
        'token_kind', 'reporter', 'scope_kind', case when own is not null then 'issue' end, 'scope', own);
end
$$;

-- The system's own jobs act in the district of the job, and only while they hold its lease.
create or replace function auth.enter_job(job uuid, lease bigint) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    caller record;
begin
    select own.district into caller from jobs.lease held join jobs.job own using (ring, job_id)
    where held.job_id = enter_job.job and held.token = lease
    for update of held;
    if not found then
        return null;
    end if;
    perform auth.write_context(caller.district, '00000000-0000-0000-0000-000000000001',
        '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'system', null, null,
        auth.business_day(), 'job', false, null);
    return jsonb_build_object(
        'person', '00000000-0000-0000-0000-000000000001', 'name', '作业', 'organisation',
        '00000000-0000-0000-0000-000000000001', 'organisation_name', '', 'district', caller.district,
        'appointment', '00000000-0000-0000-0000-000000000001', 'role', 'system', 'project', null,
        'second_factor', false, 'token_kind', 'job', 'scope_kind', null, 'scope', null);
end
$$;
