-- Why: who may act: districts, organisations, persons, dated appointments, tokens.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- Keeps the request contexts honest: whoever cannot read it cannot forge one.
create table auth.secret (
    one boolean primary key default true constraint secret_is_one check (one),
    value bytea not null
);
insert into auth.secret (value)
    select sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));

-- 区县: our own stable id; its dated GB/T 2260 codes are rows, since codes merge and change.
create table auth.district (
    district integer primary key,
    name text not null
);
create table auth.division_code (
    district integer not null references auth.district on delete restrict,
    code text not null constraint division_code_has_six_digits check (code ~ '^[0-9]{6}$'),
    valid_from date not null,
    valid_to date,
    primary key (code, valid_from)
);

-- 单位: known by its unified social credit code (GB 32100).
create table auth.organisation (
    organisation_id uuid primary key,
    credit_code text not null constraint organisation_credit_code_is_one unique
        constraint organisation_credit_code_has_its_form check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
    name text not null constraint organisation_has_a_name check (name <> ''),
    kind text not null,
    created_at timestamptz not null default now()
);

-- 控制关系: two units linked by control, with the evidence for it.
create table auth.control_link (
    organisation_id uuid not null references auth.organisation on delete restrict,
    controlled_id uuid not null references auth.organisation on delete restrict,
    kind text not null constraint control_link_kind_is_known check (
        kind in ('parent', 'controls', 'same_legal_representative', 'same_controller')
    ),
    evidence text not null,
    valid_from date not null,
    valid_to date,
    constraint control_link_is_between_two check (organisation_id <> controlled_id),
    primary key (organisation_id, controlled_id, valid_from)
);

create table auth.person (
    person_id uuid primary key,
    name text not null constraint person_has_a_name check (name <> ''),
    login text constraint person_login_is_one unique,
    password text,
    one_time_secret bytea,
    created_at timestamptz not null default now()
);

-- 任职: what a person is, for which unit, where and how long. Without a project it holds for the district.
create table auth.appointment (
    district integer not null references auth.district on delete restrict,
    appointment_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    role text not null,
    project_id uuid,
    valid_from date not null,
    valid_to date,
    created_at timestamptz not null default now(),
    constraint appointment_ends_after_it_begins check (valid_to is null or valid_to >= valid_from),
    primary key (district, appointment_id)
);
create index on auth.appointment (person_id);

-- 令牌: only the hash is kept.
create table auth.token (
    token_hash bytea primary key,
    kind text not null constraint token_kind_is_known check (kind in ('session', 'api', 'link')),
    district integer not null,
    appointment_id uuid not null,
    second_factor boolean not null default false,
    -- A link opens one object and nothing else.
    scope_kind text,
    scope_id uuid,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint token_link_has_a_scope check (kind <> 'link' or (scope_kind is not null and scope_id is not null)),
    foreign key (district, appointment_id) references auth.appointment on delete restrict
);

-- 登录失败: kept per login and network, so that strangers cannot lock an account out.
create table auth.sign_in_failure (
    login text not null,
    network text not null,
    at timestamptz not null default now()
);
create index on auth.sign_in_failure (login, network, at);

-- 签名公钥: a person's own signing keys, each with its days.
create table auth.signing_key (
    key_id uuid primary key,
    person_id uuid not null references auth.person on delete restrict,
    public_key text not null constraint signing_key_is_one unique,
    valid_from timestamptz not null,
    revoked_at timestamptz
);
create index on auth.signing_key (person_id);
