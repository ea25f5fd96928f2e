-- Why: who may dig up a community inside a no-dig period, and what an emergency repair leaves behind.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 禁止挖掘通告: a period that an authority announced; what follows from acceptance stands in the certificate.
create table app.no_dig_notice (
    district integer not null,
    no_dig_notice_id uuid not null,
    project_id uuid not null,
    authority text not null constraint no_dig_notice_names_its_authority check (authority <> ''),
    number text not null constraint no_dig_notice_has_a_number check (number <> ''),
    place text not null constraint no_dig_notice_names_its_place check (place <> ''),
    starts_on date not null,
    last_on date not null,
    lifted_on date,
    lifting_document text,
    op_id uuid not null,
    version integer not null default 1,
    constraint no_dig_notice_ends_after_it_begins check (last_on >= starts_on),
    constraint no_dig_notice_lifting_names_its_document
        check ((lifted_on is null) = (coalesce(lifting_document, '') = '')),
    constraint no_dig_notice_is_one_of_its_number unique (district, project_id, number),
    primary key (district, no_dig_notice_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 破土施工: who digs, where, when and why.
create table app.excavation (
    district integer not null,
    excavation_id uuid not null,
    project_id uuid not null,
    applicant_id uuid not null references auth.organisation on delete restrict,
    place text not null constraint excavation_names_its_place check (place <> ''),
    purpose text not null constraint excavation_names_its_purpose check (purpose <> ''),
    starts_on date not null,
    ends_on date not null,
    -- 抢修
    emergency boolean not null,
    cause text,
    determination_id uuid not null,
    -- Whoever looks after the district has taken note of an emergency.
    acknowledged_on date,
    acknowledged_by uuid references auth.person on delete restrict,
    op_id uuid not null,
    version integer not null default 1,
    constraint excavation_ends_after_it_begins check (ends_on >= starts_on),
    constraint emergency_excavation_names_its_cause check (not emergency or coalesce(cause, '') <> ''),
    constraint excavation_acknowledgement_has_its_person
        check ((acknowledged_on is null) = (acknowledged_by is null)),
    primary key (district, excavation_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.excavation (district, project_id);

-- 开挖子目: lines of a bill whose works break the ground.
create table app.digging_line (
    district integer not null,
    bill_line_id uuid not null,
    project_id uuid not null,
    op_id uuid not null,
    constraint digging_line_is_named_once primary key (district, bill_line_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, bill_line_id) references app.bill_line on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
