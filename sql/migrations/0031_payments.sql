-- Why: what is paid on certified claims, by which day the law wants it paid, and the interest of paying late.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 付款期限约定: how large the contractor is, and the days that the contract gives for paying.
create table app.payment_term (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    enterprise text not null constraint payment_term_enterprise_is_known
        check (enterprise in ('small_or_medium', 'large')),
    days integer not null constraint payment_term_has_its_days check (days > 0),
    evidence text not null constraint payment_term_names_its_clause check (evidence <> ''),
    op_id uuid not null,
    constraint payment_term_is_one_of_its_contract primary key (district, contract_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 付款
create table app.payment (
    district integer not null,
    payment_id uuid not null,
    project_id uuid not null,
    payment_claim_id uuid not null,
    amount_fen bigint not null constraint payment_has_an_amount check (amount_fen > 0),
    voucher text not null constraint payment_names_its_voucher check (voucher <> ''),
    paid_on date not null,
    -- The due day that it was judged by; null where no clock runs, or where its day is not computed yet.
    due_on date,
    days_late integer not null constraint payment_lateness_is_counted
        check (days_late = case when paid_on > due_on then paid_on - due_on else 0 end),
    interest_fen bigint not null,
    -- What the rule found, where interest is owed.
    determination_id uuid,
    op_id uuid not null,
    constraint payment_interest_has_its_finding
        check (interest_fen >= 0 and (interest_fen > 0) = (determination_id is not null)),
    constraint payment_voucher_is_one unique (district, project_id, voucher),
    primary key (district, payment_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, payment_claim_id) references app.payment_claim on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.payment (district, payment_claim_id);
