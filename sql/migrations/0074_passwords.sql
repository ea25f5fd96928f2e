-- Why: a person changes his own password as he signs in; what a password must be, and for how long it holds, is one of two rule
-- books that contradict each other (OWASP ASVS 5.0 6.2; GB/T 22239-2019 8.1.4.1 a), which the installation chooses.
-- Locks: auth.person for an instant. Rows rewritten: none (every password counts from this moment).
-- Back: drop the tables and the columns.

-- 口令规则: the rule book, the fewest characters, and after how many days a password is due to be changed.
create table auth.password_rule (
    one boolean primary key default true constraint password_rule_is_one check (one),
    profile text not null default 'asvs' constraint password_profile_is_known check (profile in ('asvs', 'gbt22239')),
    shortest integer not null default 12 constraint password_is_at_least_eight_long check (shortest between 8 and 64),
    rotate_days integer constraint password_rotates_within_a_year check (rotate_days between 1 and 366),
    constraint password_rotates_by_its_profile check ((profile = 'gbt22239') = (rotate_days is not null))
);
insert into auth.password_rule default values;

alter table auth.person
    -- Since when the password is what it is.
    add column password_since timestamptz not null default now(),
    -- Given by somebody else: it opens nothing but its own change.
    add column password_is_lent boolean not null default false;

-- What the password is to become, where whoever signs in changes it.
alter table auth.sign_in_attempt
    add column new_form text constraint new_password_is_kept_by_scrypt
        check (new_form ~ '^\$scrypt\$ln=1[5-8],r=8,p=1\$[A-Za-z0-9+/]{22}==$'),
    add column new_verifier bytea constraint new_password_verifier_has_32_bytes check (length(new_verifier) = 32),
    add constraint new_password_has_form_and_verifier check ((new_form is null) = (new_verifier is null));

-- 口令更换: each change, by whom and from where; of the password itself nothing.
create table auth.password_change (
    person_id uuid not null references auth.person on delete cascade,
    at timestamptz not null default now(),
    -- Null: an operator at the machine.
    network text,
    ended integer not null,
    primary key (person_id, at)
);
