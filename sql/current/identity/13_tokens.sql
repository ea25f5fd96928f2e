-- Tokens for programs (程序令牌): issued by their person in a session of his own, for no more than he may do himself, and for
-- days that end. What a token is for is held where it enters and where an event is written, not by the service.

create or replace function auth.longest_token_days() returns integer
language sql stable security definer set search_path = ''
as $$ select longest_days from auth.token_rule $$;

-- A program's token ends in time: whoever issues it, and whoever shortens the time meanwhile is waited for.
create or replace function auth.tg__token_ends_in_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    longest integer;
begin
    select longest_days into longest from auth.token_rule for share;
    if new.expires_at > now() + make_interval(days => longest) then
        raise exception using errcode = 'YS001', constraint = 'token_ends_in_time',
            message = format('a token for a program holds for at most %s days', longest);
    end if;
    return new;
end
$$;
create or replace trigger _100_token_ends_in_time before insert or update of expires_at, label on auth.token
    for each row when (new.label is not null) execute function auth.tg__token_ends_in_time();

-- What a token is for never changes: it ends, and another is issued.
create or replace function auth.tg__token_scope_stays() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if (new.district, new.appointment_id, new.kind, new.scope_id) is distinct from
            (old.district, old.appointment_id, old.kind, old.scope_id)
        or (new.label, new.reads_only, new.actions) is distinct from (old.label, old.reads_only, old.actions)
        or (old.revoked_at is not null and new.revoked_at is null)
    then
        raise exception using errcode = 'YS001', constraint = 'token_scope_stays',
            message = 'what a token is for does not change, and one that has ended stays ended';
    end if;
    return new;
end
$$;
create or replace trigger _110_token_scope_stays before update on auth.token
    for each row execute function auth.tg__token_scope_stays();

-- Issues a token for what its person now is. A token begets no token, nor does a session without the second factor of
-- whoever has one. Returns when it ends.
create or replace function auth.issue_own_token(
    in_hash bytea, in_label text, in_reads_only boolean, in_actions text[], in_days integer, in_op uuid
) returns timestamptz
language plpgsql security definer set search_path = ''
as $$
declare
    made constant bytea := sha256(in_hash);
    ends timestamptz;
begin
    if auth.token_kind() <> 'session' then
        raise exception using errcode = 'YS001', constraint = 'token_is_issued_in_a_session',
            message = 'a token is issued by its person, in a session';
    end if;
    if auth.has_one_time_secret() and not auth.has_second_factor() then
        raise exception using errcode = 'YS001', constraint = 'token_needs_second_factor',
            message = 'tokens are issued in a session with a second factor';
    end if;
    if not exists (
        select from ledger.entry
        where district = auth.district() and entry_id = in_op and subject_kind = 'token'
            and subject_id = auth.sign_in_name(made) and type = 'token.issue' and written_by = pg_current_xact_id()
    ) then
        raise exception using errcode = 'YS900', constraint = 'no_event_no_commit',
            message = 'a token has no event of its own';
    end if;
    insert into auth.token (
        token_hash, kind, district, appointment_id, second_factor, expires_at, label, reads_only, actions)
    values (
        made, 'api', auth.district(), (auth.context())[6]::uuid, false, now() + make_interval(days => in_days),
        coalesce(in_label, ''), in_reads_only, in_actions)
    returning expires_at into ends;
    return ends;
end
$$;

-- Notes that a program's token is in use, at most once an hour, in a transaction of its own.
create or replace function auth.note_token_use(in_shown bytea) returns void
language sql security definer set search_path = ''
as $$
    insert into auth.token_use (token_hash)
    select token_hash from auth.token
    where token_hash = sha256(in_shown) and label is not null and revoked_at is null and expires_at > now()
    on conflict (token_hash) do update set last_at = now()
    where token_use.last_at < now() - interval '1 hour'
$$;
