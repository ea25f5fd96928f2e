-- Signing in: the only ways to a password's hash and to a new session, open to the service alone.

-- What a person may act as on a day, in every district.
create or replace function auth.appointments_of(in_person uuid, today date) returns jsonb
language sql stable security definer set search_path = ''
as $$
    select coalesce(jsonb_agg(jsonb_build_object(
        'id', appointment.appointment_id, 'role', appointment.role, 'district', appointment.district,
        'district_name', district.name, 'organisation', appointment.organisation_id,
        'organisation_name', organisation.name, 'project', appointment.project_id,
        'from', appointment.valid_from, 'to', appointment.valid_to
    ) order by appointment.valid_from desc, appointment.appointment_id), '[]')
    from auth.appointment
    join auth.district using (district)
    join auth.organisation using (organisation_id)
    where appointment.person_id = in_person and appointment.valid_from <= today
        and (appointment.valid_to is null or appointment.valid_to >= today)
$$;

create or replace function auth.own_appointments(today date) returns jsonb
language sql stable security definer set search_path = ''
as $$ select auth.appointments_of(auth.person(), today) $$;

-- Counts the attempt before anything is checked, so that many at once do not slip by, and gives what the service
-- checks the password against. Five failures of a login from one network close it to that network for a while:
-- whoever tries from elsewhere neither gains nor suffers by them.
create or replace function auth.sign_in_facts(in_login text, in_network text, today date) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    failures integer;
    oldest timestamptz;
    span constant interval := interval '15 minutes';
    caller record;
begin
    perform pg_advisory_xact_lock(hashtextextended(in_login || ' ' || in_network, 15));
    delete from auth.sign_in_failure where login = in_login and network = in_network and at <= now() - span;
    select count(*), min(at) into failures, oldest from auth.sign_in_failure
    where login = in_login and network = in_network;
    if failures >= 5 then
        return jsonb_build_object('retry_after', greatest(1, ceil(extract(epoch from oldest + span - now()))::integer));
    end if;
    insert into auth.sign_in_failure (login, network) values (in_login, in_network);
    select person_id, name, password, one_time_secret, one_time_step into caller from auth.person
    where login = in_login and password is not null;
    if not found then
        return '{}';
    end if;
    return jsonb_build_object(
        'person', caller.person_id, 'name', caller.name, 'password', caller.password,
        'secret', encode(caller.one_time_secret, 'hex'), 'step', caller.one_time_step,
        'appointments', auth.appointments_of(caller.person_id, today));
end
$$;

-- Opens a session of twelve hours for what the service has checked; a one-time code's step is used up with it.
create or replace function auth.open_session(
    in_token bytea, in_person uuid, in_appointment uuid, in_step bigint, in_network text, today date
) returns timestamptz
language plpgsql security definer set search_path = ''
as $$
declare
    holder record;
    ends timestamptz;
begin
    select appointment.district, person.login into holder
    from auth.appointment join auth.person using (person_id)
    where appointment_id = in_appointment and person_id = in_person and valid_from <= today
        and (valid_to is null or valid_to >= today);
    if not found then
        raise exception using errcode = 'YS001', constraint = 'session_has_an_appointment_today',
            message = 'this person holds no such appointment today';
    end if;
    if in_step is not null then
        update auth.person set one_time_step = in_step
        where person_id = in_person and one_time_secret is not null
            and (one_time_step is null or one_time_step < in_step);
        if not found then
            raise exception using errcode = 'YS001', constraint = 'one_time_code_opens_once',
                message = 'this one-time code was used before';
        end if;
    end if;
    insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
    values (in_token, 'session', holder.district, in_appointment, in_step is not null, now() + interval '12 hours')
    returning expires_at into ends;
    delete from auth.sign_in_failure where login = holder.login and network = in_network;
    return ends;
end
$$;

-- Ends what a token opens, from this moment; whoever shows it may end it. A link is ended by who gave it.
create or replace function auth.close_session(in_token bytea) returns boolean
language sql security definer set search_path = ''
as $$
    update auth.token set revoked_at = now()
    where token_hash = in_token and revoked_at is null and kind <> 'link'
    returning true
$$;
