-- Why: people are told outside the product too: where each may be reached, proved by a code, and what was sent there with every try.
-- Locks: new tables. Rows rewritten: none.
-- Back: drop the tables.

-- 联系方式: where a person may be reached. Its address is told to nobody but to what sends there, and is erased when it ends.
create table app.contact (
    district integer not null references auth.district on delete restrict,
    contact_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    channel text not null constraint contact_channel_is_known check (channel in ('mail', 'sms', 'wechat')),
    address text not null,
    -- Which code was sent last, when, and how many wrong ones were shown for it.
    asked integer not null default 1 constraint contact_codes_are_few check (asked between 1 and 5),
    asked_at timestamptz not null,
    wrong integer not null default 0 constraint contact_guesses_are_few check (wrong between 0 and 5),
    -- The code by which it was verified: used up by that.
    shown_code text,
    verified_at timestamptz,
    ended boolean not null default false,
    begun_on date not null,
    version integer not null default 1,
    op_id uuid not null,
    constraint contact_address_fits_its_channel check (
        case
            when ended then address = ''
            when channel = 'mail' then length(address) <= 254
                and address ~ '^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$'
            when channel = 'sms' then address ~ '^1[3-9][0-9]{9}$'
            else address ~ '^[A-Za-z0-9_-]{6,64}$'
        end),
    primary key (district, contact_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index contact_is_one_of_its_channel on app.contact (district, person_id, channel) where not ended;

-- 已设置的通知渠道: what the workers can send by, as the one that started last was told.
create table jobs.channel (
    channel text primary key,
    set_up_at timestamptz not null default clock_timestamp()
);

-- 消息: one message to one person by one channel, and what came of it.
create table jobs.message (
    message_id uuid primary key default gen_random_uuid(),
    district integer not null,
    person_id uuid not null references auth.person on delete restrict,
    channel text not null,
    kind text not null constraint message_kind_is_known check (kind in ('code', 'notice', 'digest')),
    -- Where to: none where the person had no verified address then.
    contact_id uuid,
    -- The address as it is shown.
    masked text,
    -- The code's number, of a code; the event, of a notice.
    number integer,
    entry_id uuid,
    project_id uuid,
    statutory boolean not null default false,
    job_id uuid,
    -- The message that carries it, of what comes together.
    carried_by uuid references jobs.message on delete restrict,
    made_at timestamptz not null default clock_timestamp(),
    due_at timestamptz not null default clock_timestamp(),
    state text not null default 'waiting'
        constraint message_state_is_known check (state in ('waiting', 'sent', 'dead', 'not_sent')),
    tries integer not null default 0,
    reason text,
    sent_at timestamptz,
    constraint message_sent_has_its_moment check ((state = 'sent') = (sent_at is not null)),
    foreign key (district, contact_id) references app.contact (district, contact_id) on delete restrict
);
create unique index message_is_one_for_an_event on jobs.message (person_id, entry_id, channel) where entry_id is not null;
create index message_of_person on jobs.message (person_id, made_at, message_id);
create index message_of_project on jobs.message (district, project_id, made_at, message_id) where project_id is not null;
create unique index message_digest_is_one on jobs.message (person_id, channel, due_at) where kind = 'digest';
create index message_carried on jobs.message (carried_by) where carried_by is not null;

-- 投送记录: each try, kept as it was.
create table jobs.message_try (
    message_id uuid not null references jobs.message on delete restrict,
    number integer not null,
    at timestamptz not null default clock_timestamp(),
    channel text not null,
    -- What the other side answered, and in words why that did not count.
    status integer,
    reason text,
    primary key (message_id, number)
);
