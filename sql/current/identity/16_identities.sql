-- Sign-in by a provider of identities (统一身份认证). The service hears the provider's signed word, and shows under a seal that it
-- did: SQL that runs as the service's role knows no seal, and opens nobody's session.

-- Which providers there are, for whoever signs in.
create or replace function auth.identity_providers() returns table (provider text, title text)
language sql stable security definer set search_path = ''
as $$ select provider, title from auth.identity_provider order by provider $$;

-- A link is made and ended; nothing else of it changes, and none is removed.
create or replace function auth.tg__identity_only_ends() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op <> 'UPDATE' or old.ended_at is not null or new.ended_at is null
        or (to_jsonb(new) - 'ended_at') is distinct from (to_jsonb(old) - 'ended_at')
    then
        raise exception using errcode = 'YS001', constraint = 'identity_only_ends',
            message = 'a linked account ends, once, and nothing else of it changes';
    end if;
    return new;
end
$$;
create or replace trigger _100_identity_only_ends before update or delete on auth.linked_identity
    for each row execute function auth.tg__identity_only_ends();

create or replace function auth.tg__identity_leaves_its_trail() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.note(
        case when tg_op = 'INSERT' then 'identity.linked' else 'identity.ended' end, new.person_id, null,
        jsonb_build_object('identity', new.linked_identity_id, 'provider', new.provider));
    return null;
end
$$;
create or replace trigger _960_identity_leaves_its_trail after insert or update on auth.linked_identity
    for each row execute function auth.tg__identity_leaves_its_trail();

-- What the service says it heard, as it is sealed: of whom, when, by two factors or not, for which session and network.
create or replace function auth.heard(
    in_provider text, in_subject text, in_mark bytea, in_at bigint, in_factors boolean, in_token bytea, in_network text
) returns bytea
language sql immutable set search_path = ''
as $$
    select convert_to(concat_ws(E'\n', 'yanshou identity v1', in_provider,
        encode(convert_to(in_subject, 'UTF8'), 'hex'), encode(in_mark, 'hex'), in_at, in_factors::integer,
        encode(in_token, 'hex'), in_network), 'UTF8')
$$;

-- Opens a session of twelve hours for the person whose linked account a provider spoke of, or says why not. What was said is
-- good for five minutes and for one session. Staff show a second factor: the provider's, or the product's own code.
create or replace function auth.open_by_identity(
    in_provider text, in_subject text, in_mark bytea, in_at bigint, in_factors boolean, in_code text, in_token bytea,
    in_network text, in_seal bytea
) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    own bytea;
    caller auth.person;
    held jsonb;
    chosen jsonb;
    wait integer;
    step bigint;
    outcome text;
    ends timestamptz;
begin
    select seal into own from auth.identity_provider where provider = in_provider;
    if own is null or in_seal is null or in_at is null or in_factors is null or crypto.hmac(
            auth.heard(in_provider, in_subject, in_mark, in_at, in_factors, in_token, in_network), own, 'sha256')
        is distinct from in_seal
    then
        raise exception using errcode = 'YS403', constraint = 'identity_is_heard_from_its_provider',
            message = 'no provider has said that to this service';
    end if;
    if abs(extract(epoch from clock_timestamp()) - in_at) > 300
        or exists (select from auth.used_identity where mark = in_mark)
    then
        return jsonb_build_object('outcome', 'refused');
    end if;
    select person.* into caller
    from auth.linked_identity linked join auth.person using (person_id)
    where linked.provider = in_provider and linked.subject = in_subject and linked.ended_at is null;
    if caller.person_id is null then
        perform auth.note('sign_in.refused', null, in_network, jsonb_build_object('provider', in_provider));
        return jsonb_build_object('outcome', 'unknown');
    end if;
    -- One after the other, as sign-ins by password: codes that are tried are counted with theirs.
    perform pg_advisory_xact_lock(hashtextextended('sign-in ' || caller.login, 15));
    wait := auth.sign_in_wait(caller.login, in_network);
    if wait is not null then
        perform auth.note('sign_in.waits', caller.person_id, in_network, jsonb_build_object('provider', in_provider));
        return jsonb_build_object('outcome', 'waits', 'retry_after', wait);
    end if;
    held := auth.appointments_of(caller.person_id, auth.business_day());
    chosen := held -> 0;
    step := auth.one_time_step(caller.one_time_secret, in_code, clock_timestamp(), caller.one_time_step);
    outcome := case
        when in_code is not null and step is null then 'refused'
        when chosen is null then 'no_appointment'
        when step is null and not in_factors and exists (
            select from jsonb_array_elements(held) item
            where item ->> 'role' not in ('resident', 'volunteer_supervisor', 'owners_body')
        ) then case when caller.one_time_secret is null then 'opened' else 'code_needed' end
        else 'opened'
    end;
    if outcome = 'opened' and step is not null then
        update auth.person set one_time_step = step
        where person_id = caller.person_id and (one_time_step is null or one_time_step < step);
        if not found then
            outcome := 'refused';
        end if;
    end if;
    if outcome = 'opened' then
        delete from auth.used_identity where mark in (
            select mark from auth.used_identity where at < clock_timestamp() - interval '1 hour'
            order by at limit 100 for update skip locked);
        -- Of two that bring the same word at once, the second finds it used.
        insert into auth.used_identity (mark) values (in_mark) on conflict do nothing;
        if not found then
            outcome := 'refused';
        end if;
    end if;
    if outcome <> 'opened' then
        if outcome = 'refused' and in_code is not null then
            insert into auth.sign_in_attempt (login, network, judged_at) values (caller.login, in_network, clock_timestamp());
        end if;
        perform auth.note(
            'sign_in.' || outcome, caller.person_id, in_network, jsonb_build_object('provider', in_provider));
        return jsonb_build_object('outcome', outcome);
    end if;
    insert into auth.token (token_hash, kind, district, appointment_id, second_factor, expires_at)
    values (sha256(in_token), 'session', (chosen ->> 'district')::integer, (chosen ->> 'id')::uuid,
        in_factors or step is not null, now() + interval '12 hours')
    returning expires_at into ends;
    perform auth.note('sign_in.opened', caller.person_id, in_network, jsonb_build_object(
        'sign_in', auth.sign_in_name(sha256(in_token)), 'second_factor', in_factors or step is not null,
        'role', chosen ->> 'role', 'provider', in_provider));
    insert into auth.known_network (person_id, network) values (caller.person_id, in_network)
    on conflict (person_id, network) do update set last_at = now();
    return jsonb_build_object(
        'outcome', 'opened', 'ends', ends, 'person', caller.person_id, 'name', caller.name,
        'second_factor', in_factors or step is not null, 'appointment', chosen, 'appointments', held);
end
$$;

-- The accounts of providers that are linked to one of the district's people: for whoever administers.
create or replace function auth.identities_of(in_person uuid)
returns table (id uuid, provider text, title text, subject text, linked_at timestamptz, linked_by uuid, ended_at timestamptz)
language plpgsql stable security definer set search_path = ''
as $$
begin
    if auth.role() not in ('system_administrator', 'security_administrator') then
        return;
    end if;
    perform auth.demand_administrator('system_administrator', 'security_administrator');
    return query
        select linked.linked_identity_id, linked.provider, known.title, linked.subject, linked.linked_at, linked.linked_by,
            linked.ended_at
        from auth.linked_identity linked join auth.identity_provider known using (provider)
        where linked.person_id = in_person and exists (
            select from auth.appointment held where held.district = auth.district() and held.person_id = in_person)
        order by linked.linked_at, linked.linked_identity_id;
end
$$;

-- Links an account of a provider to one of the district's people: the system administrator's act. An administrator's account is
-- linked by the operator at the machine alone, as he is appointed.
create or replace function auth.link_identity(
    in_identity uuid, in_person uuid, in_provider text, in_subject text, in_op uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.demand_administrator('system_administrator');
    perform auth.demand_event(in_op, 'people.link_identity', in_person);
    if exists (select from auth.administrator where person_id = in_person) then
        raise exception using errcode = 'YS001', constraint = 'administrator_is_appointed_by_the_operator',
            message = 'no administrator opens another''s account to somebody';
    end if;
    if not exists (select from auth.appointment where district = auth.district() and person_id = in_person) then
        raise exception using errcode = 'YS403', constraint = 'person_is_of_the_district',
            message = 'nobody of this district';
    end if;
    if not exists (select from auth.identity_provider where provider = in_provider) then
        raise exception using errcode = 'YS001', constraint = 'identity_provider_is_known',
            message = 'no such provider of identities';
    end if;
    insert into auth.linked_identity (linked_identity_id, provider, subject, person_id, linked_by)
    values (in_identity, in_provider, in_subject, in_person, auth.person());
end
$$;

-- Ends a link at once, and with it every session of the person: whoever held that account may have opened one.
create or replace function auth.end_identity(in_identity uuid, in_op uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    whose uuid;
begin
    perform auth.demand_administrator('system_administrator', 'security_administrator');
    select person_id into whose from auth.linked_identity where linked_identity_id = in_identity;
    perform auth.demand_event(in_op, 'people.end_identity', whose);
    if not exists (select from auth.appointment where district = auth.district() and person_id = whose) then
        raise exception using errcode = 'YS403', constraint = 'person_is_of_the_district',
            message = 'nobody of this district';
    end if;
    update auth.linked_identity set ended_at = now() where linked_identity_id = in_identity;
    update auth.token set revoked_at = now()
    from auth.appointment held
    where held.district = token.district and held.appointment_id = token.appointment_id
        and held.person_id = whose and token.kind = 'session' and token.revoked_at is null;
end
$$;
