-- Why: how a project is built, and which unit holds which role in it.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 建设模式
create table app.delivery_mode (
    district integer not null,
    project_id uuid not null,
    mode text not null constraint delivery_mode_is_known
        check (mode in ('traditional', 'epc', 'agent_construction', 'whole_process_consulting')),
    chosen_on date not null,
    -- Why it was changed; the first choice needs none.
    change_reason text,
    op_id uuid not null,
    version integer not null default 1,
    constraint delivery_mode_change_has_a_reason check (version = 1 or coalesce(change_reason, '') <> ''),
    constraint delivery_mode_is_chosen_once primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 参建: one unit in one role of one project, from a day on; by a contract where there is one.
create table app.engagement (
    district integer not null,
    engagement_id uuid not null,
    project_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    role text not null constraint engagement_role_is_known check (role in (
        'construction_unit', 'contractor', 'epc_contractor', 'designer', 'surveyor', 'supervisor',
        'agent_construction', 'whole_process_consultant', 'cost_consultant', 'tracking_auditor', 'tender_agency',
        'project_management', 'supplier', 'utility'
    )),
    contract_id uuid,
    valid_from date not null,
    valid_to date,
    end_reason text,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint engagement_ends_after_it_begins check (valid_to >= valid_from),
    constraint engagement_end_has_a_reason check (version = 1 or coalesce(end_reason, '') <> ''),
    primary key (district, engagement_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, project_id, contract_id) references app.contract (district, project_id, contract_id)
        on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create unique index engagement_is_one_of_its_role on app.engagement
    (district, project_id, organisation_id, role) where valid_to is null;
create index on app.engagement (organisation_id);
