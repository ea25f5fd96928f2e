-- Who acts: set once per transaction, signed, so that SQL run as the application's role cannot mint another.

create or replace function auth.sign_context(payload text) returns text
language sql stable security definer set search_path = ''
as $$
    select payload || '|' || encode(sha256(value || convert_to(payload, 'UTF8') || value), 'hex')
    from auth.secret
$$;

-- The context's parts, or a refusal where there is none or it is not ours:
-- 1 backend, 2 moment, 3 district, 4 person, 5 organisation, 6 appointment, 7 role, 8 project, 9 scope, 10 day, 11 signature.
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
    if parts[11] is distinct from encode(sha256(
            secret || convert_to(array_to_string(parts[1:10], '|'), 'UTF8') || secret), 'hex')
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

drop function if exists auth.write_context(integer, uuid, uuid, uuid, text, uuid, uuid);
create or replace function auth.write_context(
    district integer, person uuid, organisation uuid, appointment uuid, role text, project uuid, scope uuid,
    today date
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform set_config('app.context', auth.sign_context(array_to_string(array[
        pg_backend_pid()::text, extract(epoch from transaction_timestamp())::text, district::text, person::text,
        organisation::text, appointment::text, role, coalesce(project::text, ''), coalesce(scope::text, ''),
        today::text
    ], '|')), true);
end
$$;

-- Signs the request in by its token. Returns the actor, or null where the token opens nothing today.
create or replace function auth.enter(presented bytea, today date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    caller record;
begin
    select token.kind, token.second_factor, token.scope_kind, token.scope_id, appointment.district,
        appointment.appointment_id, appointment.person_id, appointment.organisation_id, appointment.role,
        appointment.project_id, person.name as person_name, organisation.name as organisation_name
    into caller
    from auth.token
    join auth.appointment using (district, appointment_id)
    join auth.person using (person_id)
    join auth.organisation using (organisation_id)
    where token.token_hash = presented and token.revoked_at is null and token.expires_at > now()
        and appointment.valid_from <= today and (appointment.valid_to is null or appointment.valid_to >= today);
    if not found then
        return null;
    end if;
    perform auth.write_context(caller.district, caller.person_id, caller.organisation_id, caller.appointment_id,
        caller.role, caller.project_id, caller.scope_id, today);
    return jsonb_build_object(
        'person', caller.person_id, 'name', caller.person_name, 'organisation', caller.organisation_id,
        'organisation_name', caller.organisation_name, 'district', caller.district,
        'appointment', caller.appointment_id, 'role', caller.role, 'project', caller.project_id,
        'second_factor', caller.second_factor, 'token_kind', caller.kind, 'scope_kind', caller.scope_kind,
        'scope', caller.scope_id);
end
$$;

-- A person without an account who reports on a public project: a resident of that project, and nothing more.
create or replace function auth.enter_reporter(project uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    caller record;
begin
    select p.district, p.construction_unit_id into caller from app.project p where p.project_id = project;
    if not found then
        return null;
    end if;
    perform auth.write_context(caller.district, '00000000-0000-0000-0000-000000000000',
        caller.construction_unit_id, '00000000-0000-0000-0000-000000000000', 'resident', project, null, current_date);
    return jsonb_build_object(
        'person', '00000000-0000-0000-0000-000000000000', 'name', '居民', 'organisation', caller.construction_unit_id,
        'organisation_name', '', 'district', caller.district,
        'appointment', '00000000-0000-0000-0000-000000000000', 'role', 'resident', 'project', project,
        'second_factor', false, 'token_kind', 'reporter', 'scope_kind', null, 'scope', null);
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
        '00000000-0000-0000-0000-000000000001', '00000000-0000-0000-0000-000000000001', 'system', null, null, current_date);
    return jsonb_build_object(
        'person', '00000000-0000-0000-0000-000000000001', 'name', '作业', 'organisation',
        '00000000-0000-0000-0000-000000000001', 'organisation_name', '', 'district', caller.district,
        'appointment', '00000000-0000-0000-0000-000000000001', 'role', 'system', 'project', null,
        'second_factor', false, 'token_kind', 'job', 'scope_kind', null, 'scope', null);
end
$$;
