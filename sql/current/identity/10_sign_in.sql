-- Signing in: proved in here and nowhere else. The service derives a key from the password and hands it in; the attempt is
-- counted and committed before anything is judged, so that SQL which rolls back has guessed nothing.

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

create or replace function auth.own_appointments() returns jsonb
language sql stable security definer set search_path = ''
as $$ select auth.appointments_of(auth.person(), auth.today()) $$;

-- The six digits of a step (RFC 6238, RFC 4226).
create or replace function auth.one_time_code(in_secret bytea, in_step bigint) returns text
language plpgsql immutable security definer set search_path = ''
as $$
declare
    mark bytea := crypto.hmac(int8send(in_step), in_secret, 'sha1');
    start integer := get_byte(mark, 19) & 15;
    number bigint;
begin
    number := (((get_byte(mark, start) & 127)::bigint * 256 + get_byte(mark, start + 1)) * 256
        + get_byte(mark, start + 2)) * 256 + get_byte(mark, start + 3);
    return lpad((number % 1000000)::text, 6, '0');
end
$$;

-- The step of a code that was right at a moment, or one step to either side, and later than the last one used.
create or replace function auth.one_time_step(in_secret bytea, in_code text, in_at timestamptz, in_used bigint)
returns bigint
language sql stable security definer set search_path = ''
as $$
    select step from generate_series(
        floor(extract(epoch from in_at) / 30)::bigint - 1, floor(extract(epoch from in_at) / 30)::bigint + 1) step
    where step > coalesce(in_used, -1) and auth.one_time_code(in_secret, step) = in_code
    order by step limit 1
$$;

-- How long a login stays closed: to one network after five failures in a quarter of an hour; after fifty in an hour
-- from wherever, to all networks but those its person has signed in from, so that strangers cannot lock him out.
create or replace function auth.sign_in_wait(in_login text, in_network text) returns integer
language plpgsql stable security definer set search_path = ''
as $$
declare
    failures integer;
    opens timestamptz;
begin
    select count(*), min(at) + interval '15 minutes' into failures, opens from auth.sign_in_attempt
    where login = in_login and network = in_network and at > clock_timestamp() - interval '15 minutes';
    if failures < 5 then
        select count(*), min(at) + interval '1 hour' into failures, opens from auth.sign_in_attempt
        where login = in_login and at > clock_timestamp() - interval '1 hour';
        if failures < 50 or exists (
            select from auth.known_network join auth.person using (person_id)
            where login = in_login and network = in_network
        ) then
            return null;
        end if;
    end if;
    return greatest(1, ceil(extract(epoch from opens - clock_timestamp()))::integer);
end
$$;

-- How the key of a login's password is derived. A login without one gets a form of its own too, always the same, so that
-- nobody learns which logins there are.
create or replace function auth.sign_in_form(in_login text, in_network text) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
    wait integer := auth.sign_in_wait(in_login, in_network);
    decoy text;
    own text;
begin
    if wait is not null then
        return jsonb_build_object('retry_after', wait);
    end if;
    select '$scrypt$ln=15,r=8,p=1$' || encode(substr(
            sha256(value || convert_to('password ' || in_login, 'UTF8') || value), 1, 16), 'base64')
    into decoy from auth.secret;
    select password_form into own from auth.person where login = in_login;
    return (
        select jsonb_build_object('form', coalesce(own, decoy), 'profile', rule.profile, 'shortest', rule.shortest)
        from auth.password_rule rule
    );
end
$$;

-- Hands in all that is known of who signs in, and what his password is to become where he changes it, and counts it. What it
-- opens is decided once it is committed.
create or replace function auth.attempt_sign_in(
    in_login text, in_network text, in_key bytea, in_code text, in_appointment uuid, in_token bytea,
    in_new_form text default null, in_new_verifier bytea default null
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    wait integer;
    made uuid;
begin
    -- A transaction that sees the past would not see what was counted meanwhile.
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception using errcode = 'YS001', constraint = 'sign_in_is_counted_first',
            message = 'attempts to sign in are counted under read committed';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('sign-in ' || in_login, 15));
    delete from auth.sign_in_attempt where attempt_id in (
        select attempt_id from auth.sign_in_attempt where at < clock_timestamp() - interval '2 hours'
        order by at limit 100 for update skip locked);
    wait := auth.sign_in_wait(in_login, in_network);
    if wait is not null then
        perform auth.note('sign_in.waits', (select person_id from auth.person where login = in_login), in_network, '{}');
        return jsonb_build_object('retry_after', wait);
    end if;
    insert into auth.sign_in_attempt (
        login, network, verifier, code, appointment_id, token_hash, new_form, new_verifier)
    values (
        in_login, in_network, sha256(in_key), in_code, in_appointment, sha256(in_token), in_new_form, in_new_verifier)
    returning attempt_id into made;
    return jsonb_build_object('attempt', made);
end
$$;

-- Whether a password opens nothing any more but its own change: somebody else gave it, or the rule's days are over.
create or replace function auth.password_is_due(in_person auth.person) returns boolean
language sql stable security definer set search_path = ''
as $$
    select in_person.password_is_lent
        or coalesce(in_person.password_since + make_interval(days => rotate_days) <= now(), false)
    from auth.password_rule
$$;

-- Sets a password and ends what was opened with the one before: every session at once. Programs' tokens go on, whoever is
-- alarmed ends them in the list of his sign-ins. How many sessions ended.
create or replace function auth.set_password(
    in_person uuid, in_form text, in_verifier bytea, in_lent boolean, in_network text
) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    closed integer;
begin
    update auth.person set password_form = in_form, password_verifier = in_verifier, password_is_lent = in_lent,
        password_since = now()
    where person_id = in_person;
    update auth.token set revoked_at = now()
    from auth.appointment held
    where held.district = token.district and held.appointment_id = token.appointment_id
        and held.person_id = in_person and token.kind = 'session' and token.revoked_at is null;
    get diagnostics closed = row_count;
    insert into auth.password_change (person_id, network, ended) values (in_person, in_network, closed);
    return closed;
end
$$;

-- Judges a committed attempt, once and within a minute: opens a session of twelve hours, or says why not. A one-time
-- code is judged by the moment it was handed in, and its step is used up with it.
create or replace function auth.judge_sign_in(in_attempt uuid) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    attempt auth.sign_in_attempt;
    caller auth.person;
    held jsonb;
    chosen jsonb;
    step bigint;
    outcome text;
    ends timestamptz;
begin
    -- Two attempts of one login are judged one after the other, or each would wait for the other's row.
    perform pg_advisory_xact_lock(hashtextextended('sign-in ' || login, 15)) from auth.sign_in_attempt
    where attempt_id = in_attempt;
    select * into attempt from auth.sign_in_attempt where attempt_id = in_attempt for update;
    if not found or attempt.judged_at is not null or attempt.at < clock_timestamp() - interval '1 minute' then
        return jsonb_build_object('outcome', 'refused');
    end if;
    if attempt.written_by = pg_current_xact_id() then
        raise exception using errcode = 'YS001', constraint = 'sign_in_is_counted_first',
            message = 'an attempt to sign in is judged after it is committed';
    end if;
    select * into caller from auth.person where login = attempt.login;
    held := auth.appointments_of(caller.person_id, auth.business_day());
    select item into chosen from jsonb_array_elements(held) item
    where attempt.appointment_id is null or (item ->> 'id')::uuid = attempt.appointment_id limit 1;
    step := auth.one_time_step(caller.one_time_secret, attempt.code, attempt.at, caller.one_time_step);
    outcome := case
        when caller.password_verifier is distinct from attempt.verifier or attempt.verifier is null then 'refused'
        when attempt.code is not null and step is null then 'refused'
        when chosen is null then 'no_appointment'
        when step is null and caller.one_time_secret is not null and exists (
            select from jsonb_array_elements(held) item
            where item ->> 'role' not in ('resident', 'volunteer_supervisor', 'owners_body')
        ) then 'code_needed'
        when attempt.new_verifier is null and auth.password_is_due(caller) then 'password_due'
        else 'opened'
    end;
    if outcome = 'opened' and step is not null then
        -- Of two that show the same code at once, the second finds it used.
        update auth.person set one_time_step = step
        where person_id = caller.person_id and (one_time_step is null or one_time_step < step);
        if not found then
            outcome := 'refused';
        end if;
    end if;
    if outcome <> 'opened' then
        update auth.sign_in_attempt set judged_at = clock_timestamp(), verifier = null, code = null, token_hash = null,
            new_form = null, new_verifier = null
        where attempt_id = in_attempt;
        perform auth.note('sign_in.' || outcome, caller.person_id, attempt.network, '{}');
        return jsonb_build_object('outcome', outcome);
    end if;
    if attempt.new_verifier is not null then
        perform auth.set_password(caller.person_id, attempt.new_form, attempt.new_verifier, false, attempt.network);
    end if;
    insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
    values (attempt.token_hash, 'session', (chosen ->> 'district')::integer, (chosen ->> 'id')::uuid,
        step is not null, now() + interval '12 hours')
    returning expires_at into ends;
    delete from auth.sign_in_attempt where login = attempt.login and network = attempt.network;
    perform auth.note('sign_in.opened', caller.person_id, attempt.network, jsonb_build_object(
        'sign_in', auth.sign_in_name(attempt.token_hash), 'second_factor', step is not null, 'role', chosen ->> 'role'));
    insert into auth.known_network (person_id, network) values (caller.person_id, attempt.network)
    on conflict (person_id, network) do update set last_at = now();
    return jsonb_build_object(
        'outcome', 'opened', 'ends', ends, 'person', caller.person_id, 'name', caller.name,
        'second_factor', step is not null, 'appointment', chosen, 'appointments', held);
end
$$;

-- Ends what a token opens, from this moment; whoever shows it may end it. A link is ended by who gave it.
create or replace function auth.close_session(in_token bytea) returns boolean
language sql security definer set search_path = ''
as $$
    update auth.token set revoked_at = now()
    where token_hash = sha256(in_token) and revoked_at is null and kind <> 'link'
    returning true
$$;
