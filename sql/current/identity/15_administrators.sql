-- Three administrators (三员分设, GB/T 22239-2019 8.1.5.1–8.1.5.3): one keeps appointments, one watches over sign-ins, one reads
-- what was done. Nobody is two of them, nobody who is one has a hand in the works, and whoever administers shows a second factor.

-- A person is one of the three, once and for good; and while he is, nothing else.
create or replace function auth.tg__administrator_is_one_of_three() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    known constant text[] := array['system_administrator', 'security_administrator', 'audit_administrator'];
begin
    -- Two appointments of one person come one after the other.
    perform from auth.person where person_id = new.person_id for no key update;
    if new.role = any(known) then
        insert into auth.administrator (person_id, role) values (new.person_id, new.role) on conflict (person_id) do nothing;
        if not exists (select from auth.administrator where person_id = new.person_id and role = new.role) then
            raise exception using errcode = 'YS001', constraint = 'administrator_is_one_of_three',
                message = 'nobody is two of the three administrators, nor one after the other';
        end if;
    end if;
    if exists (
        select from auth.appointment other
        where other.person_id = new.person_id and (other.district, other.appointment_id) <> (new.district, new.appointment_id)
            and (other.role = any(known)) <> (new.role = any(known))
            and daterange(other.valid_from, other.valid_to, '[]') && daterange(new.valid_from, new.valid_to, '[]')
    ) then
        raise exception using errcode = 'YS001', constraint = 'administrator_holds_no_other_role',
            message = 'whoever administers has no part in the works at the same time';
    end if;
    return null;
end
$$;
create or replace trigger _500_administrator_is_one_of_three after insert or update on auth.appointment
    for each row execute function auth.tg__administrator_is_one_of_three();

-- The trail is added to and read, and nothing else.
create or replace function auth.tg__audit_entry_stays() returns trigger
language plpgsql set search_path = ''
as $$
begin
    raise exception using errcode = 'YS001', constraint = 'audit_entry_stays',
        message = 'what the trail holds is neither changed nor removed';
end
$$;
create or replace trigger _100_audit_entry_stays before update or delete or truncate on auth.audit_entry
    for each statement execute function auth.tg__audit_entry_stays();

-- Adds to the trail: by whoever has entered, or by nobody.
create or replace function auth.note(in_what text, in_person uuid, in_network text, in_details jsonb) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    insert into auth.audit_entry (what, by_person, person_id, network, details)
    values (
        in_what, case when coalesce(current_setting('app.context', true), '') <> '' then auth.person() end, in_person,
        in_network, jsonb_strip_nulls(in_details));
end
$$;

-- What becomes of accounts, by whichever way it does: no command and no function is left out.
create or replace function auth.tg__account_leaves_its_trail() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    holder uuid;
begin
    if tg_table_name = 'token' then
        if new.kind = 'link' or tg_op = 'INSERT' and new.kind = 'session'
            or tg_op = 'UPDATE' and (old.revoked_at is not null or new.revoked_at is null)
        then
            return null;
        end if;
        select person_id into holder from auth.appointment
        where district = new.district and appointment_id = new.appointment_id;
        perform auth.note(
            case when tg_op = 'INSERT' then 'token.issued' when new.kind = 'session' then 'sign_in.ended' else 'token.ended' end,
            holder, null, jsonb_build_object('sign_in', auth.sign_in_name(new.token_hash), 'label', new.label));
    elsif tg_table_name = 'password_change' then
        perform auth.note('password.changed', new.person_id, new.network, jsonb_build_object('ended', new.ended));
    elsif tg_table_name = 'person' then
        perform auth.note(
            case when tg_op = 'INSERT' then 'person.added' else 'person.changed' end, new.person_id, null,
            jsonb_build_object('login', new.login));
    elsif tg_table_name = 'appointment' then
        perform auth.note(
            case when tg_op = 'INSERT' then 'appointment.added' else 'appointment.changed' end, new.person_id, null,
            jsonb_build_object('appointment', new.appointment_id, 'role', new.role, 'organisation', new.organisation_id,
                'from', new.valid_from, 'to', new.valid_to));
    else
        perform auth.note(
            case when tg_op = 'INSERT' then 'signing_key.registered' else 'signing_key.revoked' end, new.person_id, null,
            jsonb_build_object('key', new.key_id));
    end if;
    return null;
end
$$;
create or replace trigger _960_account_leaves_its_trail after insert or update on auth.token
    for each row execute function auth.tg__account_leaves_its_trail();
create or replace trigger _960_account_leaves_its_trail after insert on auth.password_change
    for each row execute function auth.tg__account_leaves_its_trail();
create or replace trigger _960_account_leaves_its_trail after insert on auth.person
    for each row execute function auth.tg__account_leaves_its_trail();
create or replace trigger _961_account_leaves_its_trail after update on auth.person
    for each row when (old.name is distinct from new.name or old.login is distinct from new.login
        or old.one_time_secret is distinct from new.one_time_secret)
    execute function auth.tg__account_leaves_its_trail();
create or replace trigger _960_account_leaves_its_trail after insert or update on auth.appointment
    for each row execute function auth.tg__account_leaves_its_trail();
create or replace trigger _960_account_leaves_its_trail after insert or update on auth.signing_key
    for each row execute function auth.tg__account_leaves_its_trail();

-- Refuses whoever is not that administrator, or shows no second factor.
create or replace function auth.demand_administrator(variadic in_roles text[]) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if auth.role() <> all (in_roles) then
        raise exception using errcode = 'YS403', constraint = 'administration_is_its_administrators',
            message = format('%s does not administer this', auth.role());
    end if;
    if not auth.has_second_factor() then
        raise exception using errcode = 'YS001', constraint = 'administration_needs_second_factor',
            message = 'whoever administers shows a second factor';
    end if;
end
$$;

-- The event of an administrator's act, of this transaction.
create or replace function auth.demand_event(in_op uuid, in_type text, in_person uuid) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if not exists (
        select from ledger.entry
        where district = auth.district() and entry_id = in_op and type = in_type and subject_kind = 'person'
            and subject_id = in_person and written_by = pg_current_xact_id()
    ) then
        raise exception using errcode = 'YS900', constraint = 'no_event_no_commit',
            message = 'an administrator''s act has no event of its own';
    end if;
end
$$;

-- The district's people, one or from one on: what they are, how many sign-ins are open, when the last was opened.
create or replace function auth.people_of_district(in_person uuid, in_after uuid, in_limit integer)
returns table (
    person_id uuid, name text, login text, second_factor boolean, open_sign_ins integer, last_opened_at timestamptz,
    appointments jsonb
)
language plpgsql stable security definer set search_path = ''
as $$
begin
    -- To everybody else nobody is shown.
    if auth.role() not in ('system_administrator', 'security_administrator') then
        return;
    end if;
    perform auth.demand_administrator('system_administrator', 'security_administrator');
    return query
        select person.person_id, person.name, person.login, person.one_time_secret is not null,
            (select count(*)::integer from auth.token join auth.appointment own using (district, appointment_id)
                where own.person_id = person.person_id and token.kind in ('session', 'api') and token.revoked_at is null
                    and token.expires_at > now()),
            (select max(token.created_at) from auth.token join auth.appointment own using (district, appointment_id)
                where own.person_id = person.person_id and token.kind = 'session'),
            (select jsonb_agg(jsonb_build_object(
                    'id', held.appointment_id, 'role', held.role, 'organisation', held.organisation_id,
                    'organisation_name', organisation.name, 'project', held.project_id, 'from', held.valid_from,
                    'to', held.valid_to) order by held.valid_from, held.appointment_id)
                from auth.appointment held join auth.organisation using (organisation_id)
                where held.district = auth.district() and held.person_id = person.person_id)
        from auth.person
        where (in_person is null or person.person_id = in_person) and (in_after is null or person.person_id > in_after)
            and exists (
                select from auth.appointment held
                where held.district = auth.district() and held.person_id = person.person_id)
        order by person.person_id limit in_limit;
end
$$;

-- Ends all that is open in the name of one of the district's people, at once: the security administrator's act.
create or replace function auth.end_sign_ins_as_administrator(in_person uuid, in_op uuid) returns integer
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.demand_administrator('security_administrator');
    perform auth.demand_event(in_op, 'people.end_sign_ins', in_person);
    if not exists (select from auth.appointment where district = auth.district() and person_id = in_person) then
        raise exception using errcode = 'YS403', constraint = 'person_is_of_the_district',
            message = 'nobody of this district';
    end if;
    return auth.end_sign_ins_of(in_person);
end
$$;

-- Appoints one of the district's people, from today on or later: the system administrator's act. Administrators are appointed
-- by the operator at the machine alone, so that none of them chooses the two who watch him.
create or replace function auth.appoint(
    in_appointment uuid, in_person uuid, in_organisation uuid, in_role text, in_project uuid, in_from date, in_to date,
    in_op uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.demand_administrator('system_administrator');
    perform auth.demand_event(in_op, 'people.appoint', in_person);
    if in_role in ('system_administrator', 'security_administrator', 'audit_administrator', 'system') then
        raise exception using errcode = 'YS001', constraint = 'administrator_is_appointed_by_the_operator',
            message = 'no administrator appoints administrators';
    end if;
    if not exists (select from auth.appointment where district = auth.district() and person_id = in_person) then
        raise exception using errcode = 'YS403', constraint = 'person_is_of_the_district',
            message = 'nobody of this district';
    end if;
    if in_from < auth.today() then
        raise exception using errcode = 'YS001', constraint = 'appointment_begins_today_or_later',
            message = 'nobody has been something before he was appointed';
    end if;
    insert into auth.appointment (
        district, appointment_id, person_id, organisation_id, role, project_id, valid_from, valid_to, recorded_in, op_id)
    values (
        auth.district(), in_appointment, in_person, in_organisation, in_role, in_project, in_from, in_to, auth.district(),
        in_op);
end
$$;

-- Takes in somebody new with what he is: the system administrator's act. He has no password until the operator lends him one, or an
-- account of a provider is linked to him.
create or replace function auth.add_person(
    in_person uuid, in_name text, in_login text, in_appointment uuid, in_organisation uuid, in_role text, in_project uuid,
    in_from date, in_to date, in_op uuid
) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.demand_administrator('system_administrator');
    perform auth.demand_event(in_op, 'people.add', in_person);
    if in_role in ('system_administrator', 'security_administrator', 'audit_administrator', 'system') then
        raise exception using errcode = 'YS001', constraint = 'administrator_is_appointed_by_the_operator',
            message = 'no administrator appoints administrators';
    end if;
    if in_from < auth.today() then
        raise exception using errcode = 'YS001', constraint = 'appointment_begins_today_or_later',
            message = 'nobody has been something before he was appointed';
    end if;
    insert into auth.person (person_id, name, login, recorded_in, op_id)
    values (in_person, in_name, in_login, auth.district(), in_op);
    insert into auth.appointment (
        district, appointment_id, person_id, organisation_id, role, project_id, valid_from, valid_to, recorded_in, op_id)
    values (
        auth.district(), in_appointment, in_person, in_organisation, in_role, in_project, in_from, in_to, auth.district(),
        in_op);
end
$$;

-- Ends an appointment of the district: yesterday was its last day at the earliest, which closes it at once.
create or replace function auth.end_appointment(in_appointment uuid, in_last date, in_op uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    held record;
begin
    perform auth.demand_administrator('system_administrator');
    select * into held from auth.appointment
    where district = auth.district() and appointment_id = in_appointment for no key update;
    perform auth.demand_event(in_op, 'people.end_appointment', held.person_id);
    if held.role in ('system_administrator', 'security_administrator', 'audit_administrator') then
        raise exception using errcode = 'YS001', constraint = 'administrator_is_appointed_by_the_operator',
            message = 'no administrator ends administrators';
    end if;
    if in_last < auth.today() - 1 or held.valid_to <= in_last then
        raise exception using errcode = 'YS001', constraint = 'appointment_ends_once',
            message = 'an appointment ends yesterday at the earliest, and never later than it was to end';
    end if;
    update auth.appointment set valid_to = in_last, recorded_in = auth.district(), op_id = in_op
    where district = auth.district() and appointment_id = in_appointment;
end
$$;

-- The trail of the district's people and of nobody's accounts, from the latest back: for whoever audits, who does nothing else.
create or replace function auth.audit_trail(in_before bigint, in_limit integer, in_what text, in_person uuid)
returns table (
    audit_entry_id bigint, at timestamptz, what text, by_person uuid, by_name text, person_id uuid, name text, network text,
    details jsonb
)
language plpgsql stable security definer set search_path = ''
as $$
begin
    if auth.role() <> 'audit_administrator' then
        return;
    end if;
    perform auth.demand_administrator('audit_administrator');
    return query
        select entry.audit_entry_id, entry.at, entry.what, entry.by_person, doer.name, entry.person_id, person.name,
            entry.network, entry.details
        from auth.audit_entry entry
        left join auth.person on person.person_id = entry.person_id
        left join auth.person doer on doer.person_id = entry.by_person
        where (in_before is null or entry.audit_entry_id < in_before) and (in_what is null or entry.what = in_what)
            and (in_person is null or entry.person_id = in_person)
            and (entry.person_id is null or exists (
                select from auth.appointment held
                where held.district = auth.district() and held.person_id = entry.person_id))
        order by entry.audit_entry_id desc limit in_limit;
end
$$;
