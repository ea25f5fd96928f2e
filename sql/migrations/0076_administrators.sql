-- Why: whoever keeps a system's accounts, whoever watches over its sign-ins and whoever reads what both did are three people
--   (三员分设, GB/T 22239-2019 8.1.5.1–8.1.5.3), and what happens to accounts leaves a trail that nobody changes.
-- Locks: auth.role_reach for an instant; new tables. Rows rewritten: none.
-- Back: drop the tables; remove the three roles, where nobody holds them.
insert into auth.role_reach (role, reach) values
    ('system_administrator', 'project'), ('security_administrator', 'project'), ('audit_administrator', 'project');

-- 管理员: which of the three a person is, once and for good: whoever kept accounts never audits them later.
create table auth.administrator (
    person_id uuid primary key references auth.person on delete restrict,
    role text not null constraint administrator_role_is_known
        check (role in ('system_administrator', 'security_administrator', 'audit_administrator')),
    since timestamptz not null default now()
);

-- 审计记录: what happened to accounts and sign-ins, in the order in which it did. Nothing of passwords, codes or tokens.
create table auth.audit_entry (
    audit_entry_id bigint generated always as identity primary key,
    at timestamptz not null default clock_timestamp(),
    what text not null constraint audit_entry_is_of_a_kind check (what in (
        'sign_in.opened', 'sign_in.refused', 'sign_in.code_needed', 'sign_in.password_due', 'sign_in.no_appointment',
        'sign_in.waits', 'sign_in.ended', 'token.issued', 'token.ended', 'password.changed', 'person.added', 'person.changed',
        'appointment.added', 'appointment.changed', 'signing_key.registered', 'signing_key.revoked')),
    -- Who did it. Null: nobody had signed in, or an operator at the machine.
    by_person uuid,
    -- Whose account it is. Null: of no account.
    person_id uuid,
    network text,
    details jsonb not null default '{}'
);
create index on auth.audit_entry (person_id, audit_entry_id);
