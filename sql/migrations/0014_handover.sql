-- Why: facilities handed to the utilities that will keep them: joint acceptance, documents, assets, warranty.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- The steps a handover may take: rows, compared with the Swift list by a test.
create table app.handover_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.handover_step (from_state, to_state) values
    ('planned', 'jointly_accepted'), ('planned', 'not_applicable'), ('planned', 'refused'),
    ('jointly_accepted', 'documents_sent'), ('jointly_accepted', 'refused'),
    ('documents_sent', 'documents_confirmed'), ('documents_sent', 'refused'),
    ('documents_confirmed', 'handed_over'), ('documents_confirmed', 'refused'),
    ('refused', 'planned'), ('not_applicable', 'planned');

-- 移交: one per project and kind of facility, to the unit that will keep it.
create table app.handover (
    district integer not null references auth.district on delete restrict,
    handover_id uuid not null,
    project_id uuid not null,
    kind text not null,
    -- 专业单位
    receiver_id uuid references auth.organisation on delete restrict,
    state text not null default 'planned' constraint handover_state_is_known check (
        state in ('planned', 'jointly_accepted', 'documents_sent', 'documents_confirmed', 'handed_over', 'refused',
            'not_applicable')
    ),
    -- Each refusal ends a round; what was signed and receipted in it stays with it.
    round integer not null default 1 constraint handover_round_is_positive check (round > 0),
    refused_reason text,
    not_applicable_reason text,
    proposed_by uuid references auth.person on delete restrict,
    confirmed_by uuid references auth.person on delete restrict,
    handed_over_on date,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint handover_is_one_of_its_kind unique (district, project_id, kind),
    constraint handover_names_its_receiver
        check (receiver_id is not null or state in ('planned', 'not_applicable')),
    constraint handover_refusal_has_a_reason check (state <> 'refused' or coalesce(refused_reason, '') <> ''),
    constraint handover_not_applicable_has_a_reason
        check (proposed_by is null or coalesce(not_applicable_reason, '') <> ''),
    constraint handover_not_applicable_has_a_second_person check (
        state <> 'not_applicable'
        or (proposed_by is not null and confirmed_by is not null and proposed_by <> confirmed_by)
    ),
    constraint handover_has_its_day check ((state = 'handed_over') = (handed_over_on is not null)),
    primary key (district, handover_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 设施清单: what is handed over, where it is, and up to which point it is the receiver's.
create table app.handover_asset (
    district integer not null,
    asset_id uuid not null,
    handover_id uuid not null,
    project_id uuid not null,
    tag text not null constraint handover_asset_has_a_tag check (tag <> ''),
    title text not null constraint handover_asset_has_a_title check (title <> ''),
    location text not null constraint handover_asset_has_a_location check (location <> ''),
    -- 产权分界点
    boundary text not null constraint handover_asset_has_a_boundary check (boundary <> ''),
    -- The day from which the receiver answers for it; the day of the handover where none is agreed.
    responsible_from date,
    op_id uuid not null,
    constraint handover_asset_tag_is_one unique (district, project_id, tag),
    primary key (district, asset_id),
    foreign key (district, handover_id) references app.handover on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.handover_asset (district, handover_id);

-- 共同验收: the utility's and the construction unit's own signatures, of one round.
create table app.handover_signature (
    district integer not null,
    handover_id uuid not null,
    round integer not null,
    party text not null constraint handover_signature_party_is_known check (party in ('utility', 'construction_unit')),
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    -- By a link that the street sent, or by the person's own account.
    means text not null constraint handover_signature_means_is_known check (means in ('account', 'link')),
    signed_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint handover_is_signed_once_by_a_party primary key (district, handover_id, round, party),
    foreign key (district, handover_id) references app.handover on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 移交资料: one line per document of the policy's list; the receiver ticks each.
create table app.handover_document (
    district integer not null,
    handover_id uuid not null,
    round integer not null,
    document text not null,
    project_id uuid not null,
    paper_id uuid not null,
    verdict text constraint handover_document_verdict_is_known check (verdict in ('received', 'missing', 'wrong')),
    note text,
    receipted_by uuid references auth.person on delete restrict,
    op_id uuid not null,
    version integer not null default 1,
    constraint handover_document_is_found_wanting_with_a_note
        check (verdict is null or verdict = 'received' or coalesce(note, '') <> ''),
    constraint handover_document_receipt_has_its_person check ((verdict is null) = (receipted_by is null)),
    constraint handover_document_is_one_of_its_round primary key (district, handover_id, round, document),
    foreign key (district, handover_id) references app.handover on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 保修: one per kind of works, from the day of the certificate, never shorter than the law's.
create table app.warranty (
    district integer not null,
    warranty_id uuid not null,
    project_id uuid not null,
    kind text not null,
    accepted_on date not null,
    months integer not null constraint warranty_has_a_length check (months > 0),
    -- The law's minimum as the project's edition has it.
    edition text not null,
    minimum_key text not null constraint warranty_minimum_is_of_its_kind check (minimum_key = 'warranty.years.' || kind),
    minimum_years bigint not null,
    nominal_end_on date not null,
    -- Null while the calendar of its year is not published.
    effective_end_on date,
    op_id uuid not null,
    constraint warranty_is_one_of_its_kind unique (district, project_id, kind),
    constraint warranty_is_not_below_the_minimum check (months >= minimum_years * 12),
    constraint warranty_ends_after_its_months
        check (nominal_end_on = (accepted_on + make_interval(months => months))::date),
    constraint warranty_ends_no_sooner_than_nominal check (effective_end_on >= nominal_end_on),
    primary key (district, warranty_id),
    foreign key (district, project_id) references app.project on delete restrict,
    constraint warranty_minimum_is_the_laws
        foreign key (edition, minimum_key, minimum_years) references policy.number on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
