-- Why: each contractor reports the completion of his own contract; the last report ends the time of works.
-- Locks: a new table only. Rows rewritten: none.
-- Back: drop the table.

-- 竣工报告: that a works contract is carried out, said by the unit that signed it.
create table app.completion_report (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    reported_by uuid not null references auth.person on delete restrict,
    reported_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint completion_is_reported_once primary key (district, contract_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, project_id, contract_id) references app.contract (district, project_id, contract_id)
        on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.completion_report (district, project_id);
