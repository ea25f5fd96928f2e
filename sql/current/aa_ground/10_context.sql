-- Who acts: set once per transaction, signed, so that SQL run as the application's role cannot mint another.

create or replace function auth.sign_context(payload text) returns text
language sql stable security definer set search_path = ''
as $$
    select payload || '|' || encode(sha256(value || convert_to(payload, 'UTF8') || value), 'hex')
    from auth.secret
$$;

-- The context's parts, or a refusal where there is none or it is not ours:
-- 1 backend, 2 moment, 3 district, 4 person, 5 organisation, 6 appointment, 7 role, 8 project, 9 scope, 10 day,
-- 11 kind of token, 12 second factor, 13 signature.
create or replace function auth.context() returns text[]
language plpgsql stable security definer set search_path = ''
as $$
declare
    raw text := current_setting('app.context', true);
    parts text[];
    secret bytea;
begin
    if raw is null or raw = '' then
        raise exception using errcode = 'YS401', constraint = 'context_is_entered',
            message = 'nobody has entered this transaction';
    end if;
    parts := string_to_array(raw, '|');
    select value into secret from auth.secret;
    if parts[13] is distinct from encode(sha256(
            secret || convert_to(array_to_string(parts[1:12], '|'), 'UTF8') || secret), 'hex')
        or parts[1] <> pg_backend_pid()::text
        or parts[2] <> extract(epoch from transaction_timestamp())::text
    then
        raise exception using errcode = 'YS401', constraint = 'context_is_genuine',
            message = 'the context of this transaction is not genuine';
    end if;
    return parts;
end
$$;

create or replace function auth.district() returns integer
language sql stable security definer set search_path = ''
as $$ select (auth.context())[3]::integer $$;

-- The one project the actor is bound to, or null where he may see the district's.
create or replace function auth.project() returns uuid
language sql stable security definer set search_path = ''
as $$ select nullif((auth.context())[8], '')::uuid $$;

create or replace function auth.person() returns uuid
language sql stable security definer set search_path = ''
as $$ select (auth.context())[4]::uuid $$;

create or replace function auth.organisation() returns uuid
language sql stable security definer set search_path = ''
as $$ select (auth.context())[5]::uuid $$;

create or replace function auth.role() returns text
language sql stable security definer set search_path = ''
as $$ select (auth.context())[7] $$;

-- The business day of the request: what guards that count days go by.
create or replace function auth.today() returns date
language sql stable security definer set search_path = ''
as $$ select (auth.context())[10]::date $$;

-- The one object that the actor is bound to (a link's handover, a reporter's issue), or null.
create or replace function auth.scope() returns uuid
language sql stable security definer set search_path = ''
as $$ select nullif((auth.context())[9], '')::uuid $$;

-- By what the actor came: session, api, link, reporter or job.
create or replace function auth.token_kind() returns text
language sql stable security definer set search_path = ''
as $$ select (auth.context())[11] $$;

create or replace function auth.has_second_factor() returns boolean
language sql stable security definer set search_path = ''
as $$ select (auth.context())[12] = 'true' $$;

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
language sql stable security definer set search_path = ''
as $$ select (auth.business_now() at time zone 'Asia/Shanghai')::date $$;

create or replace function auth.is_demonstration() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (select from auth.demo_clock);
end
$$;

drop function if exists auth.write_context(integer, uuid, uuid, uuid, text, uuid, uuid);
drop function if exists auth.write_context(integer, uuid, uuid, uuid, text, uuid, uuid, date);
create or replace function auth.write_context(
    district integer, person uuid, organisation uuid, appointment uuid, role text, project uuid, scope uuid,
    today date, token_kind text, second_factor boolean
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform set_config('app.context', auth.sign_context(array_to_string(array[
        pg_backend_pid()::text, extract(epoch from transaction_timestamp())::text, district::text, person::text,
        organisation::text, appointment::text, role, coalesce(project::text, ''), coalesce(scope::text, ''),
        today::text, token_kind, second_factor::text
    ], '|')), true);
end
$$;

-- Signs the request in by its token. Returns the actor, or null where the token opens nothing today; which day that
-- is, the caller has no say in.
drop function if exists auth.enter(bytea, date);
create or replace function auth.enter(presented bytea) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    caller record;
    today date := auth.business_day();
begin
    select token.kind, token.second_factor, token.scope_kind, token.scope_id, appointment.district,
        appointment.appointment_id, appointment.person_id, appointment.organisation_id, appointment.role,
        appointment.project_id, person.name as person_name, organisation.name as organisation_name
    into caller
    from auth.token
    join auth.appointment using (district, appointment_id)
    join auth.person using (person_id)
    join auth.organisation using (organisation_id)
    where token.token_hash = sha256(presented) and token.revoked_at is null and token.expires_at > now()
        and appointment.valid_from <= today and (appointment.valid_to is null or appointment.valid_to >= today);
    if not found then
        return null;
    end if;
    perform auth.write_context(caller.district, caller.person_id, caller.organisation_id, caller.appointment_id,
        caller.role, caller.project_id, caller.scope_id, today, caller.kind, caller.second_factor);
    return jsonb_build_object(
        'person', caller.person_id, 'name', caller.person_name, 'organisation', caller.organisation_id,
        'organisation_name', caller.organisation_name, 'district', caller.district,
        'appointment', caller.appointment_id, 'role', caller.role, 'project', caller.project_id,
        'second_factor', caller.second_factor, 'token_kind', caller.kind, 'scope_kind', caller.scope_kind,
        'scope', caller.scope_id);
end
$$;

-- A person without an account who reports on a public project: a resident of that project, and nothing more. Whoever
-- shows the private key of an issue (its digest) is bound to that issue, and sees it; nobody else sees any.
drop function if exists auth.enter_reporter(uuid);
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
        found_district, nobody, nobody, nobody, 'resident', in_project, own, auth.business_day(), 'reporter', false);
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
    select j.district into caller from jobs.job j
    where j.job_id = job and j.lease_token = lease and j.state = 'running' and j.lease_until > now()
    for update;
    if not found then
        return null;
    end if;
    perform auth.write_context(caller.district, '00000000-0000-0000-0000-000000000001',
        '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'system', null, null, auth.business_day(),
        'job', false);
    return jsonb_build_object(
        'person', '00000000-0000-0000-0000-000000000001', 'name', '作业', 'organisation',
        '00000000-0000-0000-0000-000000000001', 'organisation_name', '', 'district', caller.district,
        'appointment', '00000000-0000-0000-0000-000000000001', 'role', 'system', 'project', null,
        'second_factor', false, 'token_kind', 'job', 'scope_kind', null, 'scope', null);
end
$$;
