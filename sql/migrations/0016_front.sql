-- Why: the front of the process, from the survey to the launch application: scope, body, scheme, publicity, exceptions,
--   opinions, procedures, the annual plan, the yearly allotment, and what was proved before the project was taken in.
-- Locks: app.project and app.community are altered (no rewrite: the new columns have constant defaults).
-- Rows rewritten: none.
-- Back: drop the new tables and columns; states before S06 have to be gone first.

alter table app.project drop constraint project_state_is_known;
alter table app.project add constraint project_state_is_known check (
    state in ('S00', 'S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S13', 'S14', 'S15', 'S16',
        'S20', 'S22', 'S23')
);
-- Where the project stood when it was taken in: what lies before was proved elsewhere.
alter table app.project add column entered_state text not null default 'S06';
alter table app.project add constraint project_enters_at_a_known_state check (
    entered_state in ('S00', 'S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S13', 'S14', 'S15',
        'S16')
);
-- A community may be surveyed before it has an owners' body.
alter table app.community alter column body_kind drop not null;
alter table app.community alter column body_name drop not null;

-- 摸底数据: one kind of the survey's data for the community.
create table app.survey_record (
    district integer not null,
    survey_record_id uuid not null,
    project_id uuid not null,
    kind text not null,
    summary text not null constraint survey_record_says_something check (length(btrim(summary)) > 0),
    source text not null,
    surveyed_on date not null,
    op_id uuid not null,
    primary key (district, survey_record_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.survey_record (district, project_id, kind);

-- 业主委员会、自治小组: the body that stands for the owners, with the number it is filed under.
create table app.owners_body (
    district integer not null,
    owners_body_id uuid not null,
    project_id uuid not null,
    kind text not null constraint owners_body_kind_is_known
        check (kind in ('owners_committee', 'self_governance_group')),
    name text not null,
    filing_number text not null constraint owners_body_names_its_filing check (length(btrim(filing_number)) > 0),
    formed_on date not null,
    op_id uuid not null,
    primary key (district, owners_body_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.owners_body (district, project_id);

-- 已达标的必选内容: a mandatory kind of works that the community has already.
create table app.compliant_kind (
    district integer not null,
    project_id uuid not null,
    kind text not null,
    statement text not null constraint compliant_kind_says_why check (length(btrim(statement)) > 0),
    op_id uuid not null,
    constraint compliant_kind_is_stated_once primary key (district, project_id, kind),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 例外（原则上）: leave to pass one requirement, asked for with a reason and a document, decided by the level above.
create table app.gate_exception (
    district integer not null,
    gate_exception_id uuid not null,
    project_id uuid not null,
    requirement text not null,
    reason text not null constraint gate_exception_has_a_reason check (length(btrim(reason)) > 0),
    document_title text not null,
    document_number text not null,
    asked_by uuid not null,
    asked_on date not null,
    state text not null default 'asked' constraint gate_exception_state_is_known
        check (state in ('asked', 'approved', 'refused', 'revoked')),
    decided_by uuid,
    decided_on date,
    decision_number text,
    op_id uuid not null,
    version integer not null default 1,
    constraint gate_exception_decision_is_whole check (
        (state = 'asked') = (decided_by is null) and (decided_by is null) = (decided_on is null)
        and (decided_by is null) = (decision_number is null)
    ),
    constraint gate_exception_is_decided_by_another check (decided_by <> asked_by),
    primary key (district, gate_exception_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index gate_exception_stands_once on app.gate_exception (district, project_id, requirement)
    where state in ('asked', 'approved');

-- 公示: what hangs where since when; a change of it is a new posting.
create table app.posting (
    district integer not null,
    posting_id uuid not null,
    project_id uuid not null,
    place text not null constraint posting_names_its_place check (length(btrim(place)) > 0),
    photo_sha256 bytea not null constraint posting_photo_has_its_digest check (length(photo_sha256) = 32),
    attachments text[] not null,
    posted_on date not null,
    taken_down_on date,
    taken_down_for text,
    op_id uuid not null,
    version integer not null default 1,
    constraint posting_is_taken_down_after_it_is_put check (taken_down_on >= posted_on),
    constraint posting_taken_down_says_why check ((taken_down_on is null) = (taken_down_for is null)),
    primary key (district, posting_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index posting_stands_once on app.posting (district, project_id) where taken_down_on is null;

-- 异议: what an owner brings against the posted scheme; who and which room stay in this table alone.
create table app.objection (
    district integer not null,
    objection_id uuid not null,
    project_id uuid not null,
    room text not null,
    content text not null,
    raised_on date not null,
    state text not null default 'open' constraint objection_state_is_known
        check (state in ('open', 'agreed', 'withdrawn', 'overruled')),
    outcome text,
    closed_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint objection_outcome_is_whole check (
        (state = 'open') = (outcome is null) and (outcome is null) = (closed_on is null)
    ),
    constraint objection_is_closed_after_it_is_raised check (closed_on >= raised_on),
    primary key (district, objection_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.objection (district, project_id) where state = 'open';

-- 会商、联审意见: what one participant of a forum says; a later word of his stands before an earlier one.
create table app.participant_opinion (
    district integer not null,
    participant_opinion_id uuid not null,
    project_id uuid not null,
    forum text not null constraint participant_opinion_forum_is_known check (forum in ('consultation', 'plan_review')),
    participant text not null,
    opinion text not null constraint participant_opinion_is_known
        check (opinion in ('agree', 'agree_with_conditions', 'disagree')),
    content text not null,
    given_on date not null,
    given_at timestamptz not null default clock_timestamp(),
    op_id uuid not null,
    primary key (district, participant_opinion_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.participant_opinion (district, project_id, forum, participant, given_at);

-- 会商意见确定的审批程序: kept, simplified or waived; the project's gates follow it.
create table app.procedure_decision (
    district integer not null,
    project_id uuid not null,
    procedure text not null,
    outcome text not null constraint procedure_outcome_is_known check (outcome in ('kept', 'simplified', 'waived')),
    basis text not null constraint procedure_decision_has_a_basis check (length(btrim(basis)) > 0),
    op_id uuid not null,
    constraint procedure_is_decided_once primary key (district, project_id, procedure),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 改造计划申报: for which year, when, and the last day for it.
create table app.plan_submission (
    district integer not null,
    project_id uuid not null,
    plan_year integer not null constraint plan_submission_year_is_fair check (plan_year between 2015 and 2100),
    submitted_on date not null,
    due_on date not null,
    number text not null,
    op_id uuid not null,
    constraint plan_is_submitted_once primary key (district, project_id, plan_year),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 年度补助资金: what the district gives to all of its projects in a year; a later row replaces an earlier one.
create table app.yearly_allotment (
    district integer not null references auth.district on delete restrict,
    yearly_allotment_id uuid not null,
    year integer not null constraint yearly_allotment_year_is_fair check (year between 2015 and 2100),
    amount_fen bigint not null constraint yearly_allotment_is_not_negative check (amount_fen >= 0),
    number text not null,
    op_id uuid not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (district, yearly_allotment_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 补录: evidence of a gate that a project had passed before it was taken in; recorded, not proved here.
create table app.imported_evidence (
    district integer not null,
    project_id uuid not null,
    requirement text not null,
    title text not null constraint imported_evidence_names_its_paper check (length(btrim(title)) > 0),
    number text not null,
    dated date not null,
    sha256 bytea constraint imported_evidence_digest_has_32_bytes check (length(sha256) = 32),
    op_id uuid not null,
    constraint imported_evidence_is_named_once primary key (district, project_id, requirement),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
