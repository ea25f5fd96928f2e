-- Why: due work, enqueued in the transaction that causes it.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

create table jobs.job (
    job_id uuid primary key,
    district integer not null,
    kind text not null,
    arguments jsonb not null,
    -- One job of a kind under a key, for as long as it is not done.
    unique_key text,
    state text not null default 'ready' constraint job_state_is_known
        check (state in ('ready', 'running', 'done', 'dead', 'cancelled')),
    run_at timestamptz not null default now(),
    attempts integer not null default 0,
    attempts_max integer not null default 10,
    lease_token bigint not null default 0,
    lease_until timestamptz,
    worker text,
    last_error text,
    op_id uuid,
    created_at timestamptz not null default now(),
    finished_at timestamptz
);
create index job_is_due on jobs.job (run_at) where state = 'ready';
create index job_is_leased on jobs.job (lease_until) where state = 'running';
create unique index job_is_one_of_its_key on jobs.job (kind, unique_key) where state in ('ready', 'running');
