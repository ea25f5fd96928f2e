-- Why: communities, projects, the approved scheme with its money, the special account, the start gate.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 小区
create table app.community (
    district integer not null references auth.district on delete restrict,
    community_id uuid not null,
    name text not null,
    address text not null,
    completed_on date not null,
    households integer not null constraint community_has_households check (households > 0),
    -- Hundredths of a ㎡, by title (产权面积).
    area_hundredths bigint not null constraint community_has_an_area check (area_hundredths > 0),
    body_kind text not null constraint community_body_is_known check (body_kind in ('owners_committee', 'self_governance_group')),
    body_name text not null,
    op_id uuid not null,
    version integer not null default 1,
    primary key (district, community_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- The steps a project may take (catalogue C.1): rows, compared with the Swift list by a test.
create table app.project_step (
    from_state text not null,
    to_state text not null,
    primary key (from_state, to_state)
);
insert into app.project_step (from_state, to_state) values
    ('S06', 'S07'), ('S07', 'S08'), ('S08', 'S09'), ('S09', 'S10'), ('S10', 'S13'), ('S13', 'S14'),
    ('S14', 'S15'), ('S15', 'S16'), ('S16', 'S20'), ('S20', 'S22'), ('S22', 'S23');

-- 项目
create table app.project (
    district integer not null references auth.district on delete restrict,
    project_id uuid not null,
    community_id uuid not null,
    name text not null,
    project_code text constraint project_code_has_its_form
        check (project_code ~ '^[0-9]{2}(0[1-9]|1[0-2])-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}$'),
    -- 建设单位
    construction_unit_id uuid not null references auth.organisation on delete restrict,
    place text not null,
    edition text not null references policy.edition on delete restrict,
    state text not null constraint project_state_is_known check (
        state in ('S06', 'S07', 'S08', 'S09', 'S10', 'S13', 'S14', 'S15', 'S16', 'S20', 'S22', 'S23')
    ),
    account_number text,
    account_opened_on date,
    works_began_on date,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    primary key (district, project_id),
    foreign key (district, community_id) references app.community on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.project (district, state);
create unique index community_has_one_open_project on app.project (district, community_id) where state <> 'S23';

alter table auth.appointment add constraint appointment_project_exists
    foreign key (district, project_id) references app.project on delete restrict;

-- 改造内容: one item of the approved scheme, in exactly one of the four classes.
create table app.works_item (
    district integer not null,
    works_item_id uuid not null,
    project_id uuid not null,
    code text not null,
    title text not null,
    -- 必选 基础 完善 提升
    class text not null constraint works_item_has_one_class
        check (class in ('mandatory', 'basic', 'improve', 'upgrade')),
    kind text not null,
    unit text not null,
    -- Thousandths of the unit.
    quantity_milli bigint not null constraint works_item_has_a_quantity check (quantity_milli > 0),
    amount_fen bigint not null constraint works_item_amount_is_not_negative check (amount_fen >= 0),
    -- Has a rule of its own (加装电梯…): outside the total, the weights and the subsidy.
    excluded boolean not null default false,
    op_id uuid not null,
    primary key (district, works_item_id),
    constraint works_item_code_is_one unique (district, project_id, code),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 资金筹集方案: who pays what, as the rule computed it; the parts add up to the fen.
create table app.funding_plan (
    district integer not null,
    project_id uuid not null,
    other_fen bigint not null,
    contingency_fen bigint not null,
    total_fen bigint not null,
    resident_weighted_fen bigint not null,
    excess_fen bigint not null,
    resident_fen bigint not null,
    subsidy_fen bigint not null,
    -- What must be in the special account before the project may be launched.
    required_fen bigint not null,
    determination_id uuid not null,
    op_id uuid not null,
    constraint funding_plan_adds_up check (resident_fen + subsidy_fen = total_fen),
    constraint funding_plan_residents_add_up check (resident_weighted_fen + excess_fen = resident_fen),
    constraint funding_plan_is_not_negative check (
        least(other_fen, contingency_fen, resident_weighted_fen, excess_fen, subsidy_fen, required_fen) >= 0
    ),
    primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 居民自筹资金: money that reached the special account, or left it; never changed, only reversed.
create table app.receipt (
    district integer not null,
    receipt_id uuid not null,
    project_id uuid not null,
    household text not null,
    channel text not null constraint receipt_channel_is_known
        check (channel in ('personal', 'donation', 'maintenance_fund', 'common_income')),
    amount_fen bigint not null constraint receipt_is_not_zero check (amount_fen <> 0),
    voucher text not null,
    received_on date not null,
    reverses uuid,
    op_id uuid not null,
    constraint receipt_reversal_is_negative check ((reverses is null) = (amount_fen > 0)),
    constraint receipt_voucher_is_one unique (district, project_id, voucher),
    constraint receipt_is_reversed_once unique (district, reverses),
    primary key (district, receipt_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, reverses) references app.receipt on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.receipt (district, project_id);

-- 列入年度计划的批准链: each step after the one before it.
create table app.plan_approval (
    district integer not null,
    project_id uuid not null,
    ordinal integer not null,
    step text not null,
    approved_on date not null,
    number text not null,
    op_id uuid not null,
    primary key (district, project_id, ordinal),
    constraint plan_approval_step_is_one unique (district, project_id, step),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
