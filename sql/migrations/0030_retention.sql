-- Why: what a certified claim holds back as quality retention, beside which bonds, until when, and when it goes back.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 履约保证金, and the guarantee or insurance of quality that takes the place of a retention.
create table app.contract_bond (
    district integer not null,
    contract_bond_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    kind text not null constraint contract_bond_kind_is_known
        check (kind in ('performance', 'quality_guarantee', 'quality_insurance')),
    amount_fen bigint not null constraint contract_bond_has_an_amount check (amount_fen > 0),
    evidence text not null constraint contract_bond_names_its_document check (evidence <> ''),
    held_from date not null,
    -- The day it was given back; null while it is held.
    returned_on date,
    op_id uuid not null,
    version integer not null default 1,
    constraint contract_bond_is_returned_after_it_is_given check (returned_on >= held_from),
    primary key (district, contract_bond_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.contract_bond (district, contract_id);

-- 质量保证金约定: the share of the settlement that a works contract lets the owner keep back, and for how long.
create table app.retention (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    share_numerator bigint not null,
    share_denominator bigint not null,
    -- 缺陷责任期
    months integer not null constraint retention_has_a_period check (months > 0),
    evidence text not null constraint retention_names_its_clause check (evidence <> ''),
    agreed_on date not null,
    edition text not null,
    months_key text not null default 'defect_liability.max_months'
        constraint retention_period_is_of_its_key check (months_key = 'defect_liability.max_months'),
    most_months bigint not null,
    op_id uuid not null,
    constraint retention_has_a_share check (share_numerator > 0 and share_denominator > 0),
    constraint defect_liability_is_not_too_long check (months <= most_months),
    constraint retention_is_one_of_its_contract primary key (district, contract_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (edition, months_key, most_months) references policy.number (edition, key, value) on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 预留: what one certified claim holds back; nothing beside a bond.
create table app.retention_holding (
    district integer not null,
    payment_claim_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    claim_fen bigint not null,
    held_fen bigint not null constraint retention_holding_is_not_negative check (held_fen >= 0),
    op_id uuid not null,
    constraint retention_holding_is_one_of_its_claim primary key (district, payment_claim_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, payment_claim_id) references app.payment_claim on delete restrict,
    foreign key (district, contract_id) references app.retention on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.retention_holding (district, contract_id);

-- 缺陷责任期起止: when the period of a contract begins and ends.
create table app.defect_liability (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    -- 竣工验收报告 handed in by the contractor.
    reported_on date not null,
    owner_delays boolean not null,
    evidence text,
    base_on date not null,
    months integer not null,
    nominal_end_on date not null,
    -- Null while the calendar of its year is not published.
    effective_end_on date,
    op_id uuid not null,
    constraint defect_liability_delay_names_its_evidence check (not owner_delays or coalesce(evidence, '') <> ''),
    constraint defect_liability_ends_after_its_months
        check (nominal_end_on = (base_on + make_interval(months => months))::date),
    constraint defect_liability_ends_no_sooner_than_nominal check (effective_end_on >= nominal_end_on),
    constraint defect_liability_is_one_of_its_contract primary key (district, contract_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.retention on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 返还
create table app.retention_release (
    district integer not null,
    retention_release_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    amount_fen bigint not null constraint retention_release_has_an_amount check (amount_fen > 0),
    ground text not null constraint retention_release_ground_is_known
        check (ground in ('period_ended', 'replaced', 'above_ceiling')),
    voucher text not null constraint retention_release_names_its_voucher check (voucher <> ''),
    released_on date not null,
    op_id uuid not null,
    constraint retention_release_voucher_is_one unique (district, project_id, voucher),
    primary key (district, retention_release_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.retention on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.retention_release (district, contract_id);
