-- Why: due work in narrow tables, each row of which is added once and taken away once: what a job is, that it is ready,
-- that it waits, who has it, how it ended. What is over is kept in nine rings of a day and goes with the oldest.
-- Locks: jobs.job is made anew. Rows rewritten: the queue's own.
-- Back: not; what waits would have to be put back into one table.

create temporary table job_before as table jobs.job;
drop table jobs.job;

create sequence jobs.turn;
create sequence jobs.lease_token;
select setval('jobs.lease_token', (select coalesce(max(lease_token), 0) + 1 from job_before));

-- 作业: what is to be done; never changed.
create table jobs.job (
    -- The day's place in the ring, by the machine's clock.
    ring smallint not null default (floor(extract(epoch from now()) / 86400)::bigint % 9)::smallint,
    job_id uuid not null,
    district integer not null,
    kind text not null,
    queue text not null default 'default',
    -- Lower comes first.
    priority smallint not null default 0,
    arguments jsonb not null,
    -- One job of a kind under a key: until it has ended, or for as long as is said.
    unique_key text,
    key_for interval,
    -- Until when it is held where no time is said, and what becomes of another that asks for it.
    key_holds text not null default 'until_ended'
        constraint job_key_is_held_as_known check (key_holds in ('until_taken', 'until_ended', 'until_settled')),
    key_conflict text not null default 'leave_out'
        constraint job_key_conflict_is_known check (key_conflict in ('leave_out', 'replace', 'refuse')),
    run_at timestamptz,
    -- 闸口: what lets only so many through at once.
    gate text,
    -- What has to be done first.
    parents uuid[],
    attempts_max integer not null default 10 constraint job_is_tried_at_least_once check (attempts_max > 0),
    time_limit_ms bigint constraint job_time_limit_is_positive check (time_limit_ms > 0),
    op_id uuid,
    created_at timestamptz not null default now(),
    -- Whether a key or a gate has to be given back at its end.
    marked boolean not null generated always as (unique_key is not null or gate is not null) stored,
    primary key (ring, job_id)
) partition by list (ring);

-- 结果: how a job ended.
create table jobs.outcome (
    ring smallint not null default (floor(extract(epoch from now()) / 86400)::bigint % 9)::smallint,
    job_id uuid not null,
    state text not null constraint job_state_is_known check (state in ('done', 'dead', 'cancelled')),
    attempts smallint not null,
    worker integer,
    claimed_at timestamptz,
    finished_at timestamptz not null default now(),
    reason text
) partition by list (ring);
create index outcome_of_job on jobs.outcome (job_id);

do $$
begin
    for place in 0..8 loop
        execute format('create table jobs.job_ring_%1$s partition of jobs.job for values in (%1$s)', place);
        execute format('create table jobs.outcome_ring_%1$s partition of jobs.outcome for values in (%1$s)', place);
    end loop;
end
$$;

-- 待办: of each kind in the order in which it is taken. Only added to and taken from.
create table jobs.ready (
    queue text not null,
    kind text not null,
    priority smallint not null,
    seq bigint not null default nextval('jobs.turn'),
    ring smallint not null,
    job_id uuid not null,
    attempts smallint not null,
    -- After two crashes a job is taken by itself, so that it takes no other with it.
    alone boolean not null default false,
    marked boolean not null,
    since timestamptz not null default now(),
    primary key (queue, kind, priority, seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create index ready_alone on jobs.ready (queue, kind) where alone;
create index ready_of_job on jobs.ready (job_id) where marked;

-- 定时: what waits for its moment.
create table jobs.scheduled (
    job_id uuid primary key,
    run_at timestamptz not null,
    ring smallint not null,
    attempts smallint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);
create index scheduled_by_moment on jobs.scheduled (run_at);

-- 租约: who has it, under which number; whoever lost it ends nothing.
create table jobs.lease (
    job_id uuid primary key,
    token bigint not null,
    worker integer not null,
    ring smallint not null,
    attempts smallint not null,
    -- Whether a key or a gate has to be given back at its end.
    marked boolean not null,
    claimed_at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- 失败: every failed try.
create table jobs.failure (
    job_id uuid not null,
    attempts smallint not null,
    at timestamptz not null default now(),
    -- The worker went away with it.
    crashed boolean not null default false,
    worker integer,
    error text not null
);
create index failure_of_job on jobs.failure (job_id);
create index failure_by_moment on jobs.failure using brin (at);

-- 死信: what is not tried again by itself, until somebody looks.
create table jobs.dead (
    job_id uuid primary key,
    ring smallint not null,
    kind text not null,
    attempts smallint not null,
    reason text not null,
    at timestamptz not null default now()
);
create index dead_by_moment on jobs.dead (at);

-- 唯一键: held by a job.
create table jobs.held_key (
    kind text not null,
    unique_key text not null,
    job_id uuid not null,
    -- Past its job's end where this says so.
    until timestamptz,
    constraint job_is_one_of_its_key primary key (kind, unique_key)
);
create index held_key_of_job on jobs.held_key (job_id);

-- 先后: what waits for others.
create table jobs.blocked (
    job_id uuid primary key,
    ring smallint not null
);
create table jobs.dependency (
    parent_id uuid not null,
    child_id uuid not null,
    primary key (parent_id, child_id)
);
create index dependency_of_child on jobs.dependency (child_id);

-- 闸口: how many at once, and how many in a time.
create table jobs.gate (
    gate text primary key,
    slots integer not null default 1 constraint gate_lets_someone_through check (slots > 0),
    rate_count integer constraint gate_rate_is_positive check (rate_count > 0),
    rate_per interval,
    tokens double precision not null default 0,
    refilled_at timestamptz not null default '-infinity',
    constraint gate_rate_is_whole check ((rate_count is null) = (rate_per is null))
);
create table jobs.gated (
    gate text not null references jobs.gate on delete restrict,
    priority smallint not null,
    seq bigint not null default nextval('jobs.turn'),
    job_id uuid not null,
    ring smallint not null,
    attempts smallint not null,
    primary key (gate, priority, seq)
);
-- Taken when a job becomes ready, and passed on at its end.
create table jobs.slot (
    gate text not null references jobs.gate on delete restrict,
    slot integer not null,
    job_id uuid not null,
    constraint gate_slot_is_one primary key (gate, slot),
    constraint job_has_one_slot unique (job_id)
);

-- 取消: asked of what is under way.
create table jobs.cancellation (
    job_id uuid primary key,
    reason text not null,
    asked_at timestamptz not null default now()
);

-- 停办的队列.
create table jobs.paused (
    queue text primary key,
    reason text not null,
    at timestamptz not null default now()
);

-- 执行者: each running process, with what it did; whether it lives is told by a lock it holds and by its beat.
create table jobs.worker (
    worker integer generated always as identity primary key,
    name text not null,
    started_at timestamptz not null default now(),
    beat timestamptz not null default now(),
    gone_at timestamptz,
    done bigint not null default 0,
    failed bigint not null default 0,
    lost bigint not null default 0
) with (fillfactor = 50);

-- 定期作业.
create table jobs.schedule (
    name text primary key,
    kind text not null,
    queue text not null default 'default',
    arguments jsonb not null default '{}',
    -- Either so often, or on these days at a time of the zone.
    every interval constraint schedule_span_is_positive check (every >= interval '1 second'),
    at_time time,
    -- 1 Monday to 7 Sunday; days of the month, from its end where negative; only working days as published.
    weekdays smallint[],
    month_days smallint[],
    workdays boolean not null default false,
    zone text not null default 'Asia/Shanghai',
    missed text not null constraint schedule_missed_is_known check (missed in ('skip', 'latest', 'all')),
    -- One job a tick for each district, or for this one.
    district integer,
    -- None while the working days of that time are not published.
    next_at timestamptz,
    last_at timestamptz,
    paused_at timestamptz,
    constraint schedule_is_by_span_or_by_time check ((every is null) <> (at_time is null))
);
create index schedule_by_moment on jobs.schedule (next_at);

-- 到点: a tick that was asked for.
create table jobs.tick (
    name text not null references jobs.schedule on delete cascade,
    tick_at timestamptz not null,
    fired_at timestamptz not null default now(),
    jobs integer not null,
    primary key (name, tick_at)
);

insert into jobs.job (
    job_id, district, kind, arguments, unique_key, run_at, attempts_max, op_id, created_at)
select job_id, district, kind, arguments, unique_key, run_at, attempts_max, op_id, created_at
from job_before where state in ('ready', 'running', 'dead') or finished_at > now() - interval '7 days';
insert into jobs.held_key (kind, unique_key, job_id, until)
select kind, unique_key, job_id, case when state not in ('ready', 'running') then now() + interval '2 days' end
from (
    select distinct on (kind, unique_key) * from job_before
    where unique_key is not null
        and (state in ('ready', 'running') or finished_at > now() - interval '2 days')
    order by kind, unique_key, state in ('ready', 'running') desc
) last;
-- What was under way is done again: its worker has ended with the program that this one replaces.
insert into jobs.scheduled (job_id, run_at, ring, attempts)
select job_id, run_at, (select distinct ring from jobs.job), attempts
from job_before where state in ('ready', 'running');
insert into jobs.dead (job_id, ring, kind, attempts, reason)
select job_id, (select distinct ring from jobs.job), kind, attempts, coalesce(last_error, '')
from job_before where state = 'dead';
insert into jobs.outcome (job_id, state, attempts, finished_at, reason)
select job_id, state, attempts, finished_at, last_error
from job_before where state in ('done', 'cancelled') and finished_at > now() - interval '7 days';
drop table job_before;
