-- Why: sending an issue back, closing without the reporter's answer, escalation, regrading by two persons, a limit on
-- reports without a name.
-- Locks: app.issue for an instant. Rows rewritten: none.
-- Back: drop the tables and columns; put the two checks and the steps back.

alter table app.issue
    add column bounced_count integer not null default 0,
    add column bounce_reason text,
    add column bounced_to_id uuid references auth.organisation on delete restrict,
    add column fix_claimed_on date,
    add column reopened_on date,
    drop constraint issue_state_is_known,
    add constraint issue_state_is_known check (state in (
        'new', 'accepted', 'rejected', 'duplicate', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'verified',
        'closed', 'closed_unconfirmed', 'reopened'
    )),
    -- 退件: whoever sends it back says why, and which unit should have it.
    add constraint issue_bounce_names_another_unit check (
        state <> 'bounced' or coalesce(
            bounce_reason <> '' and bounced_to_id is not null and bounced_to_id <> assignee_organisation_id, false)
    );
insert into app.issue_step (from_state, to_state) values
    ('assigned', 'bounced'), ('bounced', 'assigned'), ('fix_claimed', 'closed_unconfirmed'),
    ('closed_unconfirmed', 'reopened');

-- 升级上报: an issue that the street did not settle comes before the renovation office, once for each ground.
create table app.issue_escalation (
    district integer not null,
    issue_id uuid not null,
    ground text not null constraint issue_escalation_ground_is_known
        check (ground in ('open_too_long', 'reopened_again', 'bounced_again')),
    project_id uuid not null,
    escalated_on date not null,
    op_id uuid not null,
    constraint issue_is_escalated_once_for_a_ground primary key (district, issue_id, ground),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 改级: more severe at once, milder only when a second person agrees.
create table app.issue_regrading (
    district integer not null,
    issue_regrading_id uuid not null,
    issue_id uuid not null,
    project_id uuid not null,
    from_severity text not null,
    to_severity text not null constraint issue_regrading_severity_is_known
        check (to_severity in ('S1', 'S2', 'S3', 'S4')),
    milder boolean not null generated always as (to_severity > from_severity) stored,
    reason text not null constraint issue_regrading_has_a_reason check (reason <> ''),
    state text not null constraint issue_regrading_state_is_known
        check (state in ('proposed', 'approved', 'rejected')),
    proposed_by uuid not null,
    proposed_on date not null,
    decided_by uuid,
    decided_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint issue_regrading_changes_the_severity check (to_severity <> from_severity),
    constraint issue_regrading_is_decided_by_a_second_person check (decided_by <> proposed_by),
    constraint issue_regrading_decision_is_signed check (
        case state
            when 'proposed' then milder and decided_by is null
            else not milder or (decided_by is not null and decided_on is not null)
        end
    ),
    primary key (district, issue_regrading_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index issue_regrading_is_one_at_a_time on app.issue_regrading (district, issue_id)
    where state = 'proposed';

-- 匿名来源: where a report without an account came from, as a keyed hash that only counts.
create table app.anonymous_report (
    district integer not null,
    issue_id uuid not null,
    project_id uuid not null,
    source_hash bytea not null constraint anonymous_source_is_a_hash check (length(source_hash) = 32),
    reported_at timestamptz not null default now(),
    op_id uuid not null,
    primary key (district, issue_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.anonymous_report (district, project_id, source_hash, reported_at);
