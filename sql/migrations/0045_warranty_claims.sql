-- Why: defects that are reported in their warranty period: who mends them, by when, and who found them mended.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- The steps a claim may take: rows, compared with the Swift list by a test.
create table app.warranty_claim_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.warranty_claim_step (from_state, to_state) values
    ('filed', 'on_site'), ('filed', 'fixed'), ('on_site', 'fixed'), ('fixed', 'verified'), ('fixed', 'filed');

-- 保修报修
create table app.warranty_claim (
    district integer not null,
    warranty_claim_id uuid not null,
    project_id uuid not null,
    kind text not null,
    place text not null constraint warranty_claim_names_its_place check (place <> ''),
    description text not null constraint warranty_claim_tells_the_defect check (description <> ''),
    urgent boolean not null default false,
    -- 书面通知: the day from which the contractor's days run.
    filed_on date not null,
    filed_organisation_id uuid not null references auth.organisation on delete restrict,
    -- The resident's report that it came from.
    issue_id uuid,
    -- 施工单位
    assignee_id uuid not null references auth.organisation on delete restrict,
    state text not null default 'filed' constraint warranty_claim_state_is_known
        check (state in ('filed', 'on_site', 'fixed', 'verified')),
    on_site_on date,
    fixed_on date,
    fix text,
    fixed_by_owner boolean not null default false,
    -- What the owner spent in the contractor's place.
    cost_fen bigint,
    returned_reason text,
    verified_on date,
    verified_by uuid references auth.person on delete restrict,
    op_id uuid not null,
    version integer not null default 1,
    constraint warranty_claim_fix_is_told
        check (state not in ('fixed', 'verified') or (fixed_on is not null and coalesce(fix, '') <> '')),
    constraint warranty_claim_verdict_is_signed
        check ((state = 'verified') = (verified_on is not null and verified_by is not null)),
    constraint warranty_claim_cost_is_the_owners check (cost_fen >= 0 and (cost_fen is null or fixed_by_owner)),
    primary key (district, warranty_claim_id),
    foreign key (district, project_id) references app.project on delete restrict,
    constraint warranty_claim_is_of_a_warranty foreign key (district, project_id, kind)
        references app.warranty (district, project_id, kind) on delete restrict,
    foreign key (district, issue_id) references app.issue on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.warranty_claim (district, project_id);
