-- Why: the register of households, ballots counted over it, the rounds of consultation.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 户册导入: a file that was read and compared with what stands; nothing changes before it is confirmed.
create table app.register_import (
    district integer not null,
    import_id uuid not null,
    project_id uuid not null,
    format text not null constraint register_format_is_known check (format in ('csv', 'xlsx')),
    file_sha256 bytea not null constraint register_digest_has_32_bytes
        check (length(file_sha256) = 32 and length(digest) = 32),
    -- The register that it was compared with; null for the first.
    based_on uuid,
    -- Over the file, what it was compared with, and what comes of it: what is confirmed by name.
    digest bytea not null,
    households integer not null,
    persons integer not null,
    area_hundredths bigint not null,
    state text not null constraint register_state_is_known check (state in ('checked', 'standing', 'superseded')),
    checked_by uuid not null,
    confirmed_by uuid,
    op_id uuid not null,
    version integer not null default 1,
    constraint register_has_somebody check (households > 0 and persons > 0 and area_hundredths > 0),
    constraint register_has_no_more_persons_than_households check (persons <= households),
    constraint register_is_confirmed_by_somebody check ((state = 'checked') = (confirmed_by is null)),
    primary key (district, import_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, based_on) references app.register_import on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index project_has_one_standing_register on app.register_import (district, project_id)
    where state = 'standing';
-- Each confirmed import follows the one that stood when it was checked, so that they form one line.
create unique index register_has_moved_on_since_the_check
    on app.register_import (district, project_id, coalesce(based_on, project_id)) where state <> 'checked';

-- The file itself, with people's names: apart, for those who keep the register.
create table app.register_file (
    district integer not null,
    import_id uuid not null,
    project_id uuid not null,
    content bytea not null constraint register_file_is_of_a_fair_size check (length(content) <= 6291456),
    op_id uuid not null,
    primary key (district, import_id),
    foreign key (district, import_id) references app.register_import on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 业主: whoever counts as one person (one buyer of several units, co-owners of one unit, the developer).
create table app.register_owner (
    district integer not null,
    owner_id uuid not null,
    project_id uuid not null,
    -- 建设单位未售、未交付部分
    developer boolean not null,
    op_id uuid not null,
    primary key (district, owner_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index project_has_one_developer_in_its_register on app.register_owner (district, project_id)
    where developer;

-- Who the owner is: personal, and nowhere else.
create table app.register_owner_detail (
    district integer not null,
    owner_id uuid not null,
    project_id uuid not null,
    names text not null constraint register_owner_has_a_name check (length(btrim(names)) > 0),
    -- What tells one owner from another: a number of the title or of an identity paper; else the unit itself.
    identity text not null,
    op_id uuid not null,
    primary key (district, owner_id),
    foreign key (district, owner_id) references app.register_owner on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 户（专有部分）: one exclusive unit, from the import that brought it to the one that replaced it.
create table app.register_unit (
    district integer not null,
    unit_id uuid not null,
    project_id uuid not null,
    building text not null,
    entrance text not null,
    room text not null constraint register_unit_has_a_room check (length(btrim(room)) > 0),
    area_hundredths bigint not null constraint register_unit_has_an_area check (area_hundredths > 0),
    -- 登记、实测、合同
    area_source text not null constraint register_area_source_is_known
        check (area_source in ('registered', 'surveyed', 'contract')),
    owner_id uuid not null,
    since_import uuid not null,
    until_import uuid,
    op_id uuid not null,
    version integer not null default 1,
    primary key (district, unit_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, owner_id) references app.register_owner on delete restrict,
    foreign key (district, since_import) references app.register_import on delete restrict,
    foreign key (district, until_import) references app.register_import on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index register_room_is_one on app.register_unit (district, project_id, building, entrance, room)
    where until_import is null;

-- 表决: one sheet put to all owners of a register, from its first to its last day of voting.
create table app.ballot (
    district integer not null,
    ballot_id uuid not null,
    project_id uuid not null,
    title text not null,
    organiser_kind text not null constraint ballot_organiser_is_known
        check (organiser_kind in ('owners_committee', 'self_governance_group', 'community', 'street')),
    organiser_name text not null,
    forms text[] not null,
    -- What a willingness sheet asks: whether, what, how, management.
    topics text[] not null default '{}',
    notified_on date not null,
    opened_on date not null,
    closes_on date not null,
    -- The scheme that is voted on, as it was published.
    plan_sha256 bytea constraint ballot_plan_digest_has_32_bytes check (length(plan_sha256) = 32),
    plan_published_on date,
    register_import_id uuid not null,
    households integer not null,
    persons integer not null,
    area_hundredths bigint not null,
    edition text not null references policy.edition on delete restrict,
    state text not null constraint ballot_state_is_known check (state in ('open', 'counted', 'called_off')),
    -- The ballot on the same matter before this one, and why it is held again.
    follows uuid,
    follows_reason text,
    called_off_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint ballot_closes_after_it_opens check (closes_on >= opened_on and opened_on >= notified_on),
    constraint ballot_plan_was_published_before_it_opens check (plan_published_on <= opened_on),
    constraint ballot_held_again_gives_its_reason check ((follows is null) = (follows_reason is null)),
    constraint ballot_called_off_gives_its_reason
        check ((state = 'called_off') = (called_off_reason is not null)),
    primary key (district, ballot_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, register_import_id) references app.register_import on delete restrict,
    foreign key (district, follows) references app.ballot on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index project_has_one_open_ballot on app.ballot (district, project_id) where state = 'open';

-- 表决事项: each has its own majority, by the class of its matter.
create table app.ballot_question (
    district integer not null,
    ballot_id uuid not null,
    ordinal integer not null constraint ballot_question_is_numbered check (ordinal between 1 and 20),
    project_id uuid not null,
    purpose text not null constraint ballot_purpose_is_known check (purpose in ('willingness', 'plan', 'other')),
    title text not null,
    matter text not null,
    class text not null constraint ballot_matter_has_a_class check (class in ('special', 'general')),
    class_reason text not null constraint ballot_matter_class_gives_its_reason
        check (length(btrim(class_reason)) > 0),
    op_id uuid not null,
    primary key (district, ballot_id, ordinal),
    foreign key (district, ballot_id) references app.ballot on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 表决票: what one unit answered, as it was entered from its paper; withdrawn, never changed.
create table app.ballot_slip (
    district integer not null,
    slip_id uuid not null,
    ballot_id uuid not null,
    project_id uuid not null,
    unit_id uuid not null,
    owner_id uuid not null,
    area_hundredths bigint not null,
    -- One answer for each question, in their order.
    answers text[] not null constraint slip_answers_are_known check (answers <@ array['yes', 'no', 'abstain']),
    channel text not null constraint slip_channel_is_known check (channel in ('paper', 'electronic')),
    -- 委托投票, with the digest of the written authority.
    by_proxy boolean not null default false,
    proxy_sha256 bytea constraint slip_proxy_digest_has_32_bytes check (length(proxy_sha256) = 32),
    scan_sha256 bytea constraint slip_scan_digest_has_32_bytes check (length(scan_sha256) = 32),
    signed_on date not null,
    entered_by uuid not null,
    withdrawn_on date,
    -- By the owner, or since it was entered wrong.
    withdrawal_kind text constraint slip_withdrawal_kind_is_known check (withdrawal_kind in ('owner', 'entry_error')),
    withdrawal_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint slip_on_paper_has_its_scan check (channel <> 'paper' or scan_sha256 is not null),
    constraint slip_by_proxy_has_its_authority check (by_proxy = (proxy_sha256 is not null)),
    constraint slip_withdrawal_is_whole check (
        num_nulls(withdrawn_on, withdrawal_kind, withdrawal_reason) in (0, 3) and withdrawn_on >= signed_on
    ),
    primary key (district, slip_id),
    foreign key (district, ballot_id) references app.ballot on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, unit_id) references app.register_unit on delete restrict,
    foreign key (district, owner_id) references app.register_owner on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index unit_votes_once on app.ballot_slip (district, ballot_id, unit_id) where withdrawn_on is null;

-- 复录: a slip that another person entered again from its paper.
create table app.slip_recheck (
    district integer not null,
    recheck_id uuid not null,
    slip_id uuid not null,
    ballot_id uuid not null,
    project_id uuid not null,
    answers text[] not null constraint recheck_answers_are_known check (answers <@ array['yes', 'no', 'abstain']),
    entered_by uuid not null,
    op_id uuid not null,
    constraint slip_is_rechecked_once unique (district, slip_id),
    primary key (district, recheck_id),
    foreign key (district, slip_id) references app.ballot_slip on delete restrict,
    foreign key (district, ballot_id) references app.ballot on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 计票、复核计票: the first count closes a ballot; a recount is a row of its own that says why.
create table app.ballot_count (
    district integer not null,
    count_id uuid not null,
    ballot_id uuid not null,
    project_id uuid not null,
    ordinal integer not null,
    reason text,
    counted_on date not null,
    counted_by uuid not null,
    op_id uuid not null,
    constraint recount_gives_its_reason check ((ordinal = 1) = (reason is null)),
    constraint ballot_count_is_numbered unique (district, ballot_id, ordinal),
    primary key (district, count_id),
    foreign key (district, ballot_id) references app.ballot on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 更正: what a recount reads on a slip instead of what was entered.
create table app.slip_correction (
    district integer not null,
    count_id uuid not null,
    slip_id uuid not null,
    ballot_id uuid not null,
    project_id uuid not null,
    answers text[] not null constraint correction_answers_are_known
        check (answers <@ array['yes', 'no', 'abstain']),
    reason text not null constraint correction_gives_its_reason check (length(btrim(reason)) > 0),
    op_id uuid not null,
    primary key (district, count_id, slip_id),
    foreign key (district, count_id) references app.ballot_count on delete restrict,
    foreign key (district, slip_id) references app.ballot_slip on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 表决结果: one question of one count, with what it was found to be.
create table app.ballot_result (
    district integer not null,
    count_id uuid not null,
    ordinal integer not null,
    ballot_id uuid not null,
    project_id uuid not null,
    area_part bigint not null,
    area_yes bigint not null,
    persons_part integer not null,
    persons_yes integer not null,
    households_part integer not null,
    households_yes integer not null,
    households_no integer not null,
    verdict text not null constraint ballot_verdict_is_known check (verdict in ('pass', 'fail')),
    determination_id uuid not null,
    op_id uuid not null,
    primary key (district, count_id, ordinal),
    foreign key (district, count_id) references app.ballot_count on delete restrict,
    foreign key (district, ballot_id, ordinal) references app.ballot_question on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 三上三下: one step up (collecting) or down (feeding back) of a round; a correction is a later attempt.
create table app.consultation_step (
    district integer not null,
    step_id uuid not null,
    project_id uuid not null,
    round integer not null constraint consultation_round_is_numbered check (round between 1 and 9),
    direction text not null constraint consultation_direction_is_known check (direction in ('collect', 'feedback')),
    attempt integer not null constraint consultation_attempt_is_numbered check (attempt between 1 and 99),
    kind text not null constraint consultation_kind_is_known
        check (kind in ('survey', 'ballot', 'deliberation', 'posting', 'meeting')),
    happened_on date not null,
    place text not null,
    summary text not null,
    -- The record, the posting or the minutes.
    sha256 bytea not null constraint consultation_digest_has_32_bytes check (length(sha256) = 32),
    attendance integer constraint consultation_attendance_is_counted check (attendance > 0),
    -- Why an earlier record of the same step is replaced.
    reason text,
    op_id uuid not null,
    constraint consultation_correction_gives_its_reason check ((attempt = 1) = (reason is null)),
    constraint consultation_step_is_one unique (district, project_id, round, direction, attempt),
    primary key (district, step_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
