-- Why: which events are told to which role by which channel is a district's own, under the product's defaults.
-- Locks: a new table. Rows rewritten: none.
-- Back: drop the table.

-- 通知设置: one choice of a district's office; the last one of an event, a role and a channel holds.
create table app.notice_setting (
    district integer not null references auth.district on delete restrict,
    setting_id uuid not null,
    number bigint generated always as identity,
    event text not null,
    role text not null references auth.role_reach on delete restrict,
    channel text not null constraint notice_channel_is_a_copy check (channel in ('mail', 'sms', 'wechat')),
    timing text not null constraint notice_timing_is_known check (timing in ('at_once', 'digest', 'never')),
    op_id uuid not null,
    primary key (district, setting_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index notice_setting_last on app.notice_setting (district, event, role, channel, number desc);
