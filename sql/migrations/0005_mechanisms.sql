-- Why: the four mechanisms every capability shares: block, clock, determination (gates are computed), and papers.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 阻断: what stands in the way of an action, put and lifted by the trigger of its own table.
create table app.block (
    district integer not null,
    block_id uuid not null default gen_random_uuid(),
    project_id uuid not null,
    -- What may not go on: start, log, payment, change, joint_acceptance, certificate, close …
    action_class text not null,
    -- The narrower thing it holds, where it is not the whole project.
    subject_kind text,
    subject_id uuid,
    -- The refusal's code, and the object that put it.
    code text not null,
    source_kind text not null,
    source_id uuid not null,
    put_at timestamptz not null default now(),
    lifted_at timestamptz,
    constraint block_is_lifted_after_it_is_put check (lifted_at >= put_at),
    primary key (district, block_id)
);
create unique index block_stands_once on app.block
    (district, source_kind, source_id, action_class, coalesce(subject_id, source_id)) where lifted_at is null;
create index on app.block (district, project_id, action_class) where lifted_at is null;

-- 时限: a statutory or pack deadline, recomputable and explained.
create table app.clock (
    district integer not null,
    clock_id uuid not null,
    project_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    -- The policy key that gives its length.
    key text not null,
    rule text not null,
    started_on date not null,
    due_on date not null,
    explanation jsonb not null,
    state text not null default 'running' constraint clock_state_is_known
        check (state in ('running', 'met', 'late', 'cancelled')),
    met_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint clock_is_due_after_it_starts check (due_on >= started_on),
    constraint clock_met_has_its_day check ((state = 'met') <= (met_on is not null)),
    primary key (district, clock_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.clock (district, due_on) where state = 'running';
create index on app.clock (district, project_id);

-- 认定: what a rule found, with what it was asked and under which edition; never changed.
create table app.determination (
    district integer not null,
    determination_id uuid not null,
    project_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    question text not null,
    inputs jsonb not null,
    edition text not null references policy.edition on delete restrict,
    as_of date not null,
    verdict text not null,
    because jsonb not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, determination_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.determination (district, subject_kind, subject_id, created_at);

-- 文件: bytes under their digest.
create table app.file (
    district integer not null,
    sha256 bytea not null,
    media_type text not null,
    content bytea not null,
    created_at timestamptz not null default now(),
    constraint file_is_its_digest check (sha256 = sha256(content)),
    constraint file_is_of_a_fair_size check (length(content) <= 20971520),
    primary key (district, sha256)
);

-- 材料: a paper of a kind that belongs to something; a newer one of its kind stands beside the older.
create table app.paper (
    district integer not null,
    paper_id uuid not null,
    project_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    kind text not null,
    title text not null,
    number text,
    dated date not null,
    sha256 bytea constraint paper_digest_has_32_bytes check (length(sha256) = 32),
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, paper_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.paper (district, subject_kind, subject_id, kind);
create index on app.paper (district, project_id);
