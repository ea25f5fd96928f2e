-- Why: changing works after they were approved: refused in principle, let through by one narrow path.
-- Locks: new tables; a short lock on app.bill_addition for its new foreign key. Rows rewritten: none.
-- Back: drop the foreign key and the tables.

-- The steps a change order may take: rows, compared with the Swift list by a test.
create table app.change_order_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.change_order_step (from_state, to_state) values
    ('draft', 'blocked'), ('draft', 'opinions'), ('draft', 'withdrawn'),
    ('blocked', 'withdrawn'),
    ('opinions', 'owner_decision'), ('opinions', 'withdrawn'),
    ('owner_decision', 'district_decision'), ('owner_decision', 'rejected'), ('owner_decision', 'withdrawn'),
    ('district_decision', 'approved'), ('district_decision', 'rejected'), ('district_decision', 'withdrawn'),
    ('approved', 'implemented'), ('implemented', 'closed');

-- 工程变更
create table app.change_order (
    district integer not null,
    change_order_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    number text not null constraint change_order_has_a_number check (number <> ''),
    title text not null constraint change_order_has_a_title check (title <> ''),
    reason text not null constraint change_order_has_a_reason check (reason <> ''),
    -- One of the pack's `change.grounds`, or null where the applicant names none.
    ground text,
    -- 资金来源
    funding_source text,
    -- Who asks, and whose contract gains by it.
    applicant_id uuid not null references auth.person on delete restrict,
    applicant_organisation_id uuid not null references auth.organisation on delete restrict,
    beneficiary_id uuid not null references auth.organisation on delete restrict,
    cost_fen bigint not null,
    days integer not null,
    -- 地点、规模、内容的较大变更: only the authority that first approved may allow it.
    larger boolean not null default false,
    state text not null default 'draft' constraint change_order_state_is_known check (
        state in ('draft', 'blocked', 'opinions', 'owner_decision', 'district_decision', 'approved', 'rejected',
            'implemented', 'closed', 'withdrawn')
    ),
    -- What the screening found.
    determination_id uuid,
    submitted_on date,
    settled_on date,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint change_order_number_is_one unique (district, project_id, number),
    constraint change_order_is_screened_when_submitted
        check (state in ('draft', 'withdrawn') or (determination_id is not null and submitted_on is not null)),
    primary key (district, change_order_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict
        deferrable initially deferred,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.change_order (district, project_id, state);

-- 变更清单: by how much a line of the bill changes, at the bill's own price.
create table app.change_order_line (
    district integer not null,
    change_order_id uuid not null,
    bill_line_id uuid not null,
    project_id uuid not null,
    quantity_milli bigint not null constraint change_order_line_changes_something check (quantity_milli <> 0),
    unit_price_fen bigint not null,
    amount_fen bigint not null,
    op_id uuid not null,
    constraint change_order_line_amount_is_quantity_by_price
        check (amount_fen = floor((quantity_milli::numeric * unit_price_fen + 500) / 1000)),
    constraint change_order_names_a_line_once primary key (district, change_order_id, bill_line_id),
    foreign key (district, change_order_id) references app.change_order on delete restrict,
    foreign key (district, bill_line_id) references app.bill_line on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.change_order_line (district, bill_line_id);

-- 意见: of the designer, the supervisor, the cost consultant, each with what it costs and how long it takes.
create table app.change_order_opinion (
    district integer not null,
    change_order_id uuid not null,
    role text not null,
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    supports boolean not null,
    cost_fen bigint not null,
    days integer not null,
    opinion text not null constraint change_order_opinion_has_its_words check (opinion <> ''),
    op_id uuid not null,
    constraint change_order_opinion_is_one_per_role primary key (district, change_order_id, role),
    foreign key (district, change_order_id) references app.change_order on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 审批: of the construction unit (街道), then of the renovation office (区旧改办).
create table app.change_order_decision (
    district integer not null,
    change_order_id uuid not null,
    level text not null constraint change_order_decision_level_is_known check (level in ('owner', 'district')),
    project_id uuid not null,
    person_id uuid not null references auth.person on delete restrict,
    organisation_id uuid not null references auth.organisation on delete restrict,
    approves boolean not null,
    reason text not null constraint change_order_decision_has_its_reason check (reason <> ''),
    decided_on date not null,
    op_id uuid not null,
    constraint change_order_deciders_are_two_persons unique (district, change_order_id, person_id),
    constraint change_order_is_decided_once_per_level primary key (district, change_order_id, level),
    foreign key (district, change_order_id) references app.change_order on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

alter table app.bill_addition add constraint bill_addition_change_order_exists
    foreign key (district, change_order_id) references app.change_order on delete restrict;
