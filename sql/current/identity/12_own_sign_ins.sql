-- One's own sign-ins (本人的登录): what is open in one's name, seen and ended. Whoever ends some shows the token of another that
-- is open: the service's role alone, without anybody's token, ends nobody's.

-- What a sign-in is called where it is listed: made of its hash, and of no use to open anything.
create or replace function auth.sign_in_name(in_hash bytea) returns uuid
language sql immutable set search_path = ''
return encode(substr(sha256(in_hash), 1, 16), 'hex')::uuid;

-- The sessions and tokens of the person who has entered that are open now. A link is no sign-in: it opens one object.
create or replace function auth.own_sign_ins(in_shown bytea)
returns table (
    sign_in_id uuid, kind text, district integer, role text, organisation_name text, second_factor boolean,
    opened_at timestamptz, expires_at timestamptz, is_this boolean, label text, reads_only boolean, actions text[],
    used_at timestamptz
)
language sql stable security definer set search_path = ''
as $$
    select auth.sign_in_name(token.token_hash), token.kind, appointment.district, appointment.role, organisation.name,
        token.second_factor, token.created_at, nullif(token.expires_at, 'infinity'), token.token_hash = sha256(in_shown),
        token.label, token.reads_only, token.actions, used.last_at
    from auth.token
    left join auth.token_use used using (token_hash)
    join auth.appointment using (district, appointment_id)
    join auth.organisation using (organisation_id)
    where appointment.person_id = auth.person() and auth.token_kind() in ('session', 'api')
        and token.kind in ('session', 'api') and token.revoked_at is null and token.expires_at > now()
    order by token.created_at desc, 1
$$;

-- Ends one of the person's own sign-ins, or all but the one that is shown, from this moment. How many; null where what is
-- shown opens nothing itself.
create or replace function auth.end_own_sign_ins(in_shown bytea, in_which uuid) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    caller record;
    ended integer;
begin
    -- Of two that end each other, the second is looked at again when the first is through, and opens nothing any more.
    perform pg_advisory_xact_lock(hashtextextended('sign-ins ' || person_id, 16))
    from auth.holder_of(in_shown, auth.business_day());
    select * into caller from auth.holder_of(in_shown, auth.business_day()) where kind in ('session', 'api');
    if not found then
        return null;
    end if;
    if caller.reads_only or caller.actions is not null then
        raise exception using errcode = 'YS001', constraint = 'token_ends_no_other',
            message = 'a token that is held to a scope ends no sign-in';
    end if;
    update auth.token set revoked_at = now()
    from auth.appointment held
    where held.district = token.district and held.appointment_id = token.appointment_id
        and held.person_id = caller.person_id and token.kind in ('session', 'api')
        and token.revoked_at is null and token.expires_at > now()
        and case when in_which is null then token.token_hash <> sha256(in_shown)
            else auth.sign_in_name(token.token_hash) = in_which end;
    get diagnostics ended = row_count;
    return ended;
end
$$;

-- Ends all that is open in a person's name, links but for: an operator's act.
create or replace function auth.end_sign_ins_of(in_person uuid) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    closed integer;
begin
    update auth.token set revoked_at = now()
    from auth.appointment held
    where held.district = token.district and held.appointment_id = token.appointment_id
        and held.person_id = in_person and token.kind in ('session', 'api') and token.revoked_at is null;
    get diagnostics closed = row_count;
    return closed;
end
$$;
