-- Why: published policy packs, their editions, the numbers that guards may check, the working days.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

create table policy.pack (
    pack_id text not null,
    version text not null,
    parent text,
    status text not null constraint pack_status_is_known check (status in ('binding', 'draft', 'interpretation')),
    files jsonb not null,
    published_at timestamptz not null default now(),
    primary key (pack_id, version)
);

-- 版本: a chain of packs as one place reads it; projects are pinned to one.
create table policy.edition (
    edition text primary key,
    place text not null,
    packs jsonb not null,
    published_at timestamptz not null default now()
);

-- A number or text of law that a check in another table may lean on, by foreign key.
create table policy.parameter (
    edition text not null references policy.edition on delete restrict,
    key text not null,
    value text not null,
    valid_from date not null,
    valid_to date,
    primary key (edition, key, value, valid_from)
);
create table policy.number (
    edition text not null references policy.edition on delete restrict,
    key text not null,
    value bigint not null,
    primary key (edition, key, value)
);

-- 工作日: one row per day of the years whose notice is published.
create table policy.calendar_day (
    day date primary key,
    working boolean not null
);
