-- Why: joint completion acceptance: checklist, rounds with notice, seats, dossiers, signed opinions, certificate.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 竣工验收条件: an answer to an item of the pack's `acceptance.checklist`; the latest of an item counts.
create table app.acceptance_answer (
    district integer not null,
    acceptance_answer_id uuid not null,
    project_id uuid not null,
    item text not null,
    answer text not null constraint acceptance_answer_is_known check (answer in ('present', 'not_applicable')),
    -- The paper's title and number, or why the item does not apply.
    evidence text not null constraint acceptance_answer_names_its_evidence check (evidence <> ''),
    answered_by uuid not null references auth.person on delete restrict,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, acceptance_answer_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.acceptance_answer (district, project_id, item, created_at desc);

-- 验收轮次: called with its notice; a failed one stays as it was and the next is another row.
create table app.acceptance_round (
    district integer not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    number integer not null constraint acceptance_round_number_is_positive check (number > 0),
    event_on date not null,
    place text not null constraint acceptance_round_has_a_place check (place <> ''),
    -- The day the quality station had the written notice, and under which number.
    notice_on date not null,
    notice_number text not null constraint acceptance_notice_has_a_number check (notice_number <> ''),
    edition text not null,
    notice_key text not null default 'acceptance.notice_workdays'
        constraint acceptance_notice_is_counted_by_its_key check (notice_key = 'acceptance.notice_workdays'),
    notice_workdays bigint not null,
    mode text not null,
    state text not null default 'called' constraint acceptance_round_state_is_known
        check (state in ('called', 'certified', 'failed', 'called_off')),
    ended_on date,
    ended_because text,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint acceptance_round_number_is_one unique (district, project_id, number),
    constraint acceptance_round_end_is_explained
        check ((state = 'called') = (ended_on is null) and (state in ('called', 'certified') or ended_because <> '')),
    primary key (district, acceptance_round_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (edition, notice_key, notice_workdays) references policy.number on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index acceptance_round_is_one_at_a_time on app.acceptance_round (district, project_id)
    where state in ('called', 'certified');

-- 席位: who must speak in this round, fixed when it is called.
create table app.acceptance_seat (
    district integer not null,
    acceptance_seat_id uuid not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    -- The seat as the pack calls it, and the role that fills it.
    seat text not null,
    role text not null,
    mandatory boolean not null,
    needs_key boolean not null,
    op_id uuid not null,
    constraint acceptance_seat_is_one_of_its_kind unique (district, acceptance_round_id, seat),
    primary key (district, acceptance_seat_id),
    foreign key (district, acceptance_round_id) references app.acceptance_round on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 入席: one natural person for one seat, and another only where the one before stepped aside.
create table app.acceptance_sitting (
    district integer not null,
    acceptance_seat_id uuid not null,
    number integer not null constraint acceptance_sitting_number_is_positive check (number > 0),
    acceptance_round_id uuid not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    -- The role in which the unit sits here: the seat's own, or the one the pack lets stand for it.
    role text not null,
    seated_on date not null,
    op_id uuid not null,
    constraint acceptance_seat_is_filled_once primary key (district, acceptance_seat_id, number),
    constraint acceptance_person_sits_once unique (district, acceptance_round_id, person_id),
    foreign key (district, acceptance_seat_id) references app.acceptance_seat on delete restrict,
    foreign key (district, acceptance_round_id) references app.acceptance_round on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 验收案卷: the canonical manifest of everything that is accepted; new evidence is a new version.
create table app.acceptance_dossier (
    district integer not null,
    acceptance_dossier_id uuid not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    number integer not null constraint acceptance_dossier_number_is_positive check (number > 0),
    manifest bytea not null
        constraint acceptance_dossier_is_of_a_fair_size check (length(manifest) between 2 and 4194304),
    sha256 bytea not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint acceptance_dossier_is_its_digest check (sha256 = sha256(manifest)),
    constraint acceptance_dossier_number_is_one unique (district, acceptance_round_id, number),
    constraint acceptance_dossier_holds_something_new unique (district, acceptance_round_id, sha256),
    primary key (district, acceptance_dossier_id),
    foreign key (district, acceptance_round_id) references app.acceptance_round on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 验收意见: what a seat says over one digest, with the signature as it came.
create table app.acceptance_opinion (
    district integer not null,
    acceptance_opinion_id uuid not null,
    acceptance_seat_id uuid not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    dossier_sha256 bytea not null,
    opinion text not null constraint acceptance_opinion_is_known
        check (opinion in ('pass', 'pass_with_items', 'fail', 'recuse')),
    words text not null,
    -- 遗留问题: what is still to be done, each with its day.
    items jsonb not null default '[]',
    sign_kind text not null constraint acceptance_sign_kind_is_known check (sign_kind in ('sshsig', 'attested')),
    -- The canonical statement that was signed, or shown and attested.
    statement bytea not null,
    signature text,
    key_id uuid references auth.signing_key on delete restrict,
    second_factor boolean not null,
    received_at timestamptz not null,
    given_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint acceptance_opinion_is_of_its_day
        check (given_on = (received_at at time zone interval '+08:00')::date),
    constraint acceptance_opinion_is_one_per_dossier
        unique (district, acceptance_seat_id, person_id, dossier_sha256),
    constraint acceptance_items_are_listed
        check ((opinion = 'pass_with_items') = (jsonb_array_length(items) > 0)),
    constraint acceptance_fail_says_why check (opinion not in ('fail', 'recuse') or words <> ''),
    constraint acceptance_signature_has_its_bytes
        check ((sign_kind = 'sshsig') = (signature is not null and key_id is not null)),
    constraint acceptance_attested_shows_second_factor check (sign_kind <> 'attested' or second_factor),
    primary key (district, acceptance_opinion_id),
    foreign key (district, acceptance_seat_id) references app.acceptance_seat on delete restrict,
    constraint acceptance_opinion_is_over_a_frozen_dossier foreign key
        (district, acceptance_round_id, dossier_sha256)
        references app.acceptance_dossier (district, acceptance_round_id, sha256) on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.acceptance_opinion (district, acceptance_round_id);

-- 竣工验收证书
create table app.acceptance_certificate (
    district integer not null,
    acceptance_certificate_id uuid not null,
    acceptance_round_id uuid not null,
    project_id uuid not null,
    dossier_sha256 bytea not null,
    -- The opinions it rests on: one per seat.
    opinion_ids uuid[] not null,
    certified_on date not null,
    -- The file that anyone can check without us.
    content bytea not null,
    sha256 bytea not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint acceptance_certificate_is_its_digest check (sha256 = sha256(content)),
    constraint acceptance_certificate_is_one unique (district, project_id),
    primary key (district, acceptance_certificate_id),
    foreign key (district, acceptance_round_id) references app.acceptance_round on delete restrict,
    foreign key (district, acceptance_round_id, dossier_sha256)
        references app.acceptance_dossier (district, acceptance_round_id, sha256) on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
