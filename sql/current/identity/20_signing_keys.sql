-- Signing keys: registered and revoked by their own person, each with its event.

create or replace function auth.has_one_time_secret() returns boolean
language sql stable security definer set search_path = ''
as $$ select one_time_secret is not null from auth.person where person_id = auth.person() $$;

-- The event that a change of a key belongs to must be of this very transaction and of this very key.
create or replace function auth.require_key_event(in_key uuid, in_op uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from ledger.entry
        where district = auth.district() and entry_id = in_op and subject_kind = 'signing_key'
            and subject_id = in_key and written_by = pg_current_xact_id()
    ) then
        raise exception using errcode = 'YS900', constraint = 'no_event_no_commit',
            message = 'a change of a signing key has no event of its own';
    end if;
end
$$;

-- A stolen session that was opened without the one-time code neither adds a key to its person nor silences one.
create or replace function auth.require_second_factor() returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if auth.has_one_time_secret() and not auth.has_second_factor() then
        raise exception using errcode = 'YS001', constraint = 'signing_key_needs_second_factor',
            message = 'keys are registered and revoked in a session with a second factor';
    end if;
end
$$;

-- A key begins and ends on the day it is: no signature comes to hold, or fails to, afterwards.
create or replace function auth.require_today(in_at timestamptz) returns void
language plpgsql stable security definer set search_path = ''
as $$
begin
    if (in_at at time zone 'Asia/Shanghai')::date is distinct from auth.today() then
        raise exception using errcode = 'YS001', constraint = 'signing_key_begins_and_ends_today',
            message = 'a signing key is valid from, and until, the day on which that is recorded';
    end if;
end
$$;

create or replace function auth.register_signing_key(in_key uuid, in_public_key text, in_from timestamptz, in_op uuid)
returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.require_second_factor();
    perform auth.require_today(in_from);
    perform auth.require_key_event(in_key, in_op);
    insert into auth.signing_key (key_id, person_id, public_key, valid_from, recorded_in, op_id)
    values (in_key, auth.person(), in_public_key, in_from, auth.district(), in_op);
    return true;
end
$$;

create or replace function auth.revoke_signing_key(in_key uuid, in_at timestamptz, in_op uuid) returns boolean
language plpgsql security definer set search_path = ''
as $$
begin
    perform auth.require_second_factor();
    perform auth.require_today(in_at);
    perform auth.require_key_event(in_key, in_op);
    update auth.signing_key
    set revoked_at = greatest(in_at, valid_from), recorded_in = auth.district(), op_id = in_op
    where key_id = in_key and person_id = auth.person();
    if not found then
        raise exception using errcode = 'YS001', constraint = 'signing_key_is_its_persons_own',
            message = 'a signing key is revoked by its own person';
    end if;
    return true;
end
$$;

-- Certificates lean on what a key was and since when: only its end may be added, once.
create or replace function auth.tg__signing_key_only_ends() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'DELETE' or old.revoked_at is not null
        or (new.key_id, new.person_id, new.public_key, new.valid_from)
            is distinct from (old.key_id, old.person_id, old.public_key, old.valid_from)
    then
        raise exception using errcode = 'YS001', constraint = 'signing_key_only_ends',
            message = 'a signing key changes once: when it is revoked';
    end if;
    return new;
end
$$;
create or replace trigger _100_signing_key_only_ends before update or delete on auth.signing_key
    for each row execute function auth.tg__signing_key_only_ends();
