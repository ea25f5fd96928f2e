-- Why: the hours in which a district sends nothing that need not press are its own, and so is the hour of the day's summary.
-- Locks: a new table. Rows rewritten: none.
-- Back: drop the table.

-- 免打扰时段: one choice of a district's office; the last one holds.
create table app.quiet_hours (
    district integer not null references auth.district on delete restrict,
    setting_id uuid not null,
    number bigint generated always as identity,
    quiet_from time not null,
    quiet_until time not null,
    digest_at time not null,
    op_id uuid not null,
    -- They are for the night: the day's work is told by day.
    constraint quiet_hours_leave_the_day check (quiet_from >= time '17:00' and quiet_until <= time '10:00'),
    constraint digest_comes_by_day check (digest_at >= quiet_until and digest_at <= quiet_from),
    primary key (district, setting_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index quiet_hours_last on app.quiet_hours (district, number desc);
