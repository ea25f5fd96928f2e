-- Why: a deadline has a ladder of reminders and of those before whom it comes, and its day follows a changed calendar,
-- each with what explains it.
-- Locks: new tables; policy.calendar_day for the moment of its trigger, made anew with the functions. Rows rewritten: none.
-- Back: drop the three tables.

-- 工作日历的改动: a published day that was published otherwise later.
create table policy.calendar_change (
    number bigint generated always as identity primary key,
    day date not null references policy.calendar_day on delete restrict,
    working boolean not null,
    changed_at timestamptz not null default now()
);

-- 时限阶梯: a step of its ladder that an open deadline has come to, with those who were told.
create table app.clock_rung (
    district integer not null,
    clock_id uuid not null,
    rung text not null,
    -- Of which due day: one that moves begins its ladder anew.
    due_on date not null,
    project_id uuid not null,
    -- Working days from the due day, before it where negative.
    workdays integer not null,
    roles text[] not null,
    reached_on date not null,
    op_id uuid not null,
    constraint clock_rung_is_reached_once primary key (district, clock_id, rung, due_on),
    constraint clock_rung_tells_somebody check (cardinality(roles) > 0),
    foreign key (district, clock_id) references app.clock on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.clock_rung (district, project_id);

-- 时限改期: a deadline whose day moved with the calendar, and by which of its days.
create table app.clock_move (
    district integer not null,
    clock_id uuid not null,
    number integer not null,
    project_id uuid not null,
    from_on date not null,
    to_on date not null,
    moved_on date not null,
    explanation jsonb not null,
    op_id uuid not null,
    constraint clock_move_changes_the_day check (from_on <> to_on),
    constraint clock_moves_one_after_the_other primary key (district, clock_id, number),
    foreign key (district, clock_id) references app.clock on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.clock_move (district, project_id);
