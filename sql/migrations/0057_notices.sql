-- Why: programs of others are told what happens here: which of them asked, what each was sent, and what came of each try.
-- Daily work is a schedule, whose job of a business day is one.
-- Locks: new tables; jobs.schedule for a moment. Rows rewritten: none.
-- Back: drop the tables and the column.

-- 推送订阅: where a unit, in a role, wants to be told of events that it may see. Its secret is kept nowhere.
create table app.webhook (
    district integer not null references auth.district on delete restrict,
    webhook_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    role text not null references auth.role_reach on delete restrict,
    url text not null constraint webhook_url_is_plain check (
        length(url) <= 500 and url ~ '^https?://[A-Za-z0-9.\[\]:_-]+(/[^\s@#]*)?$'),
    -- What the types of events begin with that it wants; none: all of them.
    types text[] not null default '{}' constraint webhook_types_are_few check (cardinality(types) <= 50),
    -- Which secret it is: another one is another number.
    secret_number integer not null default 1,
    ended boolean not null default false,
    version integer not null default 1,
    op_id uuid not null,
    primary key (district, webhook_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 推送到哪里了: up to where its events were made deliveries of.
create table jobs.webhook_place (
    district integer not null,
    webhook_id uuid not null,
    written_by xid8 not null,
    entry_id uuid not null,
    primary key (district, webhook_id),
    foreign key (district, webhook_id) references app.webhook on delete restrict
);

-- 推送: one event for one of those, and what came of it.
create table jobs.delivery (
    delivery_id uuid primary key default gen_random_uuid(),
    district integer not null,
    webhook_id uuid not null,
    entry_id uuid not null,
    -- The job that brings it, or brought it last.
    job_id uuid not null default gen_random_uuid(),
    made_at timestamptz not null default clock_timestamp(),
    tries integer not null default 0,
    tried_at timestamptz,
    -- What the receiver answered last, and in words why that did not count.
    status integer,
    reason text,
    sent_at timestamptz,
    foreign key (district, webhook_id) references app.webhook on delete restrict
);
create index delivery_of_webhook on jobs.delivery (district, webhook_id, made_at, delivery_id);
create index delivery_by_moment on jobs.delivery using brin (made_at);

-- 重新推送: somebody asked for a delivery to be brought once more.
create table app.webhook_replay (
    district integer not null,
    replay_id uuid not null,
    webhook_id uuid not null,
    delivery_id uuid not null,
    op_id uuid not null,
    primary key (district, replay_id),
    foreign key (district, webhook_id) references app.webhook on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- Of a business day it is done once, however often it is asked for.
alter table jobs.schedule add column once_a_day boolean not null default false;
