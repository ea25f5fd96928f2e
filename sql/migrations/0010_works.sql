-- Why: daily logs with quantities against the bill, inspection lots, payment claims, and what changes added.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 变更增减量: what an approved change order added to a line of the bill, or took from it.
create table app.bill_addition (
    district integer not null,
    bill_addition_id uuid not null,
    project_id uuid not null,
    bill_line_id uuid not null,
    change_order_id uuid not null,
    quantity_milli bigint not null,
    amount_fen bigint not null,
    op_id uuid not null,
    constraint bill_addition_changes_something check (quantity_milli <> 0 or amount_fen <> 0),
    constraint bill_addition_is_one_per_change unique (district, change_order_id, bill_line_id),
    primary key (district, bill_addition_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, bill_line_id) references app.bill_line on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.bill_addition (district, bill_line_id);

-- The steps a daily log may take; compared with the Swift list by a test.
create table app.daily_log_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.daily_log_step (from_state, to_state) values
    ('draft', 'submitted'), ('submitted', 'approved'), ('submitted', 'rejected'), ('rejected', 'submitted');

-- 施工日志、监理日志: one a day for each section, unit and kind; a correction is a new revision of it.
create table app.daily_log (
    district integer not null,
    daily_log_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    section text not null constraint daily_log_names_its_section check (section <> ''),
    organisation_id uuid not null references auth.organisation on delete restrict,
    kind text not null constraint daily_log_kind_is_known check (kind in ('construction', 'supervision')),
    logged_on date not null,
    state text not null constraint daily_log_state_is_known
        check (state in ('draft', 'submitted', 'approved', 'rejected')),
    revision integer not null default 1 constraint daily_log_revision_is_positive check (revision > 0),
    headcount integer not null constraint daily_log_headcount_is_not_negative check (headcount >= 0),
    weather text not null constraint daily_log_tells_the_weather check (weather <> ''),
    delay_hours integer not null default 0
        constraint daily_log_delay_fits_its_day check (delay_hours between 0 and 24),
    delay_cause text,
    -- A day without works is a log too, and says why.
    no_work_reason text,
    note text not null default '',
    written_by uuid not null,
    -- The day it was handed in, and how many days after the day of works that is still in time.
    written_on date not null,
    edition text not null,
    lock_key text not null default 'log.late_after_days'
        constraint daily_log_lock_is_of_its_key check (lock_key = 'log.late_after_days'),
    lock_days bigint not null,
    late boolean not null,
    decided_by uuid,
    decided_organisation_id uuid,
    decided_on date,
    decision_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint daily_log_is_one_a_day unique (district, project_id, section, organisation_id, logged_on, kind),
    constraint daily_log_is_not_of_a_future_day check (logged_on <= written_on),
    constraint daily_log_late_is_computed check (late = (written_on > logged_on + lock_days::integer)),
    constraint daily_log_delay_names_its_cause check (delay_hours = 0 or coalesce(delay_cause, '') <> ''),
    constraint daily_log_is_decided_by_another_unit check (decided_organisation_id <> organisation_id),
    constraint daily_log_decision_is_signed check (
        (state in ('approved', 'rejected')) <=
            (decided_by is not null and decided_organisation_id is not null and decided_on is not null)
    ),
    constraint daily_log_rejection_gives_its_reason check (state <> 'rejected' or coalesce(decision_reason, '') <> ''),
    primary key (district, daily_log_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (edition, lock_key, lock_days) references policy.number (edition, key, value) on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.daily_log (district, project_id, logged_on);

-- 完成工程量: what one revision of a log says was done on one line of the bill.
create table app.log_quantity (
    district integer not null,
    daily_log_id uuid not null,
    revision integer not null,
    bill_line_id uuid not null,
    project_id uuid not null,
    quantity_milli bigint not null constraint log_quantity_is_positive check (quantity_milli > 0),
    op_id uuid not null,
    primary key (district, daily_log_id, revision, bill_line_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, daily_log_id) references app.daily_log on delete restrict,
    foreign key (district, bill_line_id) references app.bill_line on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.log_quantity (district, bill_line_id);

create table app.log_photo (
    district integer not null,
    daily_log_id uuid not null,
    revision integer not null,
    sha256 bytea not null,
    project_id uuid not null,
    op_id uuid not null,
    primary key (district, daily_log_id, revision, sha256),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, daily_log_id) references app.daily_log on delete restrict,
    foreign key (district, sha256) references app.file on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

create table app.inspection_lot_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.inspection_lot_step (from_state, to_state) values
    ('planned', 'notified'), ('notified', 'passed'), ('notified', 'failed'), ('failed', 'rectifying'),
    ('rectifying', 'notified');

-- 检验批
create table app.inspection_lot (
    district integer not null,
    inspection_lot_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    code text not null constraint inspection_lot_has_a_code check (code <> ''),
    title text not null constraint inspection_lot_has_a_title check (title <> ''),
    -- 隐蔽工程
    hidden boolean not null default false,
    -- Whose works are inspected.
    organisation_id uuid not null references auth.organisation on delete restrict,
    state text not null constraint inspection_lot_state_is_known
        check (state in ('planned', 'notified', 'passed', 'failed', 'rectifying')),
    round integer not null default 1 constraint inspection_lot_round_is_positive check (round > 0),
    notified_on date,
    acceptor_id uuid,
    acceptor_organisation_id uuid,
    inspected_on date,
    finding text,
    op_id uuid not null,
    version integer not null default 1,
    constraint inspection_lot_code_is_one unique (district, project_id, code),
    constraint inspection_lot_acceptor_is_not_its_contractor check (acceptor_organisation_id <> organisation_id),
    constraint inspection_lot_result_is_signed check (
        (state in ('passed', 'failed')) <=
            (acceptor_id is not null and acceptor_organisation_id is not null and inspected_on is not null)
    ),
    constraint inspection_lot_failure_says_what_failed check (state <> 'failed' or coalesce(finding, '') <> ''),
    constraint inspection_lot_is_inspected_after_notice check (inspected_on >= notified_on),
    primary key (district, inspection_lot_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

create table app.payment_claim_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.payment_claim_step (from_state, to_state) values
    ('submitted', 'supervised'), ('supervised', 'certified'), ('submitted', 'rejected'), ('supervised', 'rejected');

-- 进度款申请
create table app.payment_claim (
    district integer not null,
    payment_claim_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    number integer not null constraint payment_claim_number_is_positive check (number > 0),
    organisation_id uuid not null references auth.organisation on delete restrict,
    claimed_on date not null,
    -- The sum of its lines.
    amount_fen bigint not null constraint payment_claim_amount_is_positive check (amount_fen > 0),
    state text not null constraint payment_claim_state_is_known
        check (state in ('submitted', 'supervised', 'certified', 'rejected')),
    supervised_by uuid,
    supervised_organisation_id uuid,
    certified_by uuid,
    certified_organisation_id uuid,
    certified_on date,
    rejection_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint payment_claim_number_is_one unique (district, contract_id, number),
    constraint payment_claim_is_certified_by_other_units check (
        supervised_organisation_id <> organisation_id and certified_organisation_id <> organisation_id
        and certified_organisation_id <> supervised_organisation_id
    ),
    constraint payment_claim_is_certified_by_two_persons check (certified_by <> supervised_by),
    constraint payment_claim_supervision_is_signed check (
        (state in ('supervised', 'certified')) <=
            (supervised_by is not null and supervised_organisation_id is not null)
    ),
    constraint payment_claim_certificate_is_signed check (
        (state = 'certified') <=
            (certified_by is not null and certified_organisation_id is not null and certified_on is not null)
    ),
    constraint payment_claim_rejection_gives_its_reason
        check (state <> 'rejected' or coalesce(rejection_reason, '') <> ''),
    primary key (district, payment_claim_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

create table app.payment_claim_line (
    district integer not null,
    payment_claim_id uuid not null,
    bill_line_id uuid not null,
    project_id uuid not null,
    quantity_milli bigint not null constraint payment_claim_line_quantity_is_positive check (quantity_milli > 0),
    amount_fen bigint not null constraint payment_claim_line_amount_is_not_negative check (amount_fen >= 0),
    op_id uuid not null,
    primary key (district, payment_claim_id, bill_line_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, payment_claim_id) references app.payment_claim on delete restrict,
    foreign key (district, bill_line_id) references app.bill_line on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.payment_claim_line (district, bill_line_id);
