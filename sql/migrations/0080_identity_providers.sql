-- Why: who has an account at a provider of identities (统一身份认证, OpenID Connect) signs in with it: a provider that the operator
--   named, and an account of it that an administrator linked to a person, never one that merely shows the same name or address.
-- Locks: auth.audit_entry for an instant, while its check is made anew. Rows rewritten: none.
-- Back: drop the three tables and put the check of audit_entry back, where it holds nothing of them.

-- 身份提供方: whose word on who somebody is counts here. The seal is what the service shows that it heard that word.
create table auth.identity_provider (
    provider text primary key
        constraint identity_provider_is_named check (provider ~ '^[a-z][a-z0-9-]{0,30}$'),
    issuer text not null constraint identity_provider_is_one unique,
    title text not null constraint identity_provider_has_a_title check (length(btrim(title)) between 1 and 60),
    seal bytea not null constraint identity_provider_seal_has_32_bytes check (length(seal) = 32),
    since timestamptz not null default now()
);

-- 关联账号: whose account of a provider is whose person.
create table auth.linked_identity (
    linked_identity_id uuid primary key,
    provider text not null references auth.identity_provider on delete restrict,
    subject text not null constraint identity_has_a_subject check (length(subject) between 1 and 255),
    person_id uuid not null references auth.person on delete restrict,
    linked_at timestamptz not null default now(),
    -- Null: by the operator at the machine.
    linked_by uuid references auth.person on delete restrict,
    ended_at timestamptz constraint identity_ends_after_it_began check (ended_at >= linked_at)
);
create unique index identity_is_of_one_person on auth.linked_identity (provider, subject) where ended_at is null;
create unique index person_has_one_identity_of_a_provider on auth.linked_identity (provider, person_id)
    where ended_at is null;
create index on auth.linked_identity (person_id);

-- 已用断言: what a provider said opens one session.
create table auth.used_identity (
    mark bytea primary key,
    at timestamptz not null default clock_timestamp()
);
create index on auth.used_identity (at);

alter table auth.audit_entry drop constraint audit_entry_is_of_a_kind, add constraint audit_entry_is_of_a_kind check (what in (
    'sign_in.opened', 'sign_in.refused', 'sign_in.code_needed', 'sign_in.password_due', 'sign_in.no_appointment',
    'sign_in.waits', 'sign_in.ended', 'token.issued', 'token.ended', 'password.changed', 'person.added', 'person.changed',
    'appointment.added', 'appointment.changed', 'signing_key.registered', 'signing_key.revoked', 'identity.linked',
    'identity.ended'));
