-- Why: who signs in is proved inside the database, and the day is its own: a verifier in place of the password's hash,
-- attempts that are counted before they are judged, and the row of a demonstration's clock.
-- Locks: auth.person for an instant. Rows rewritten: those of people with a password, and of tokens.
-- Back: none for passwords, since a verifier does not give back the hash it was made of: they are set anew.

-- HMAC-SHA1 of one-time codes (RFC 6238): PostgreSQL itself has no SHA-1.
create schema crypto;
create extension pgcrypto with schema crypto;

-- What a password is checked by: how its key is derived, which is no secret, and the digest of that key.
alter table auth.person add column password_form text, add column password_verifier bytea
    constraint person_password_verifier_has_32_bytes check (length(password_verifier) = 32);
update auth.person set
    password_form = '$scrypt$' || split_part(password, '$', 3) || '$' || split_part(password, '$', 4),
    password_verifier = sha256(decode(split_part(password, '$', 5), 'base64'))
where password ~ '^\$scrypt\$[^$]+\$[^$]+\$[A-Za-z0-9+/]{43}=$';
alter table auth.person drop column password,
    add constraint person_password_has_form_and_verifier check ((password_form is null) = (password_verifier is null));

-- 登录尝试: handed in and committed before it is judged, so that no rollback makes it uncounted.
drop table auth.sign_in_failure;
create table auth.sign_in_attempt (
    attempt_id uuid primary key default gen_random_uuid(),
    login text not null,
    network text not null,
    at timestamptz not null default clock_timestamp(),
    written_by xid8 not null default pg_current_xact_id(),
    -- What was handed in; taken away when it is judged.
    verifier bytea,
    code text,
    appointment_id uuid,
    token_hash bytea,
    judged_at timestamptz
);
create index on auth.sign_in_attempt (login, at);
create index on auth.sign_in_attempt (at);

-- A token shows itself by its digest; what is kept is the digest of that, which opens nothing.
update auth.token set token_hash = sha256(token_hash);

-- Networks from which a person has signed in: many failures from elsewhere do not close these to him.
create table auth.known_network (
    person_id uuid not null references auth.person on delete cascade,
    network text not null,
    last_at timestamptz not null default now(),
    primary key (person_id, network)
);

-- 演示时钟: how far a demonstration's clock goes ahead of the machine's. No row, no demonstration.
create table auth.demo_clock (
    one boolean primary key default true constraint demo_clock_is_one check (one),
    ahead interval not null,
    set_at timestamptz not null default now()
);
