-- Why: public money that came in, against what its statement says is due.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 补助拨付
create table app.subsidy_payment (
    district integer not null,
    subsidy_payment_id uuid not null,
    project_id uuid not null,
    -- The statement that it is paid on.
    determination_id uuid not null,
    payer text not null constraint subsidy_payer_is_known check (payer in ('city', 'district')),
    amount_fen bigint not null constraint subsidy_payment_has_an_amount check (amount_fen > 0),
    voucher text not null constraint subsidy_payment_names_its_voucher check (voucher <> ''),
    paid_on date not null,
    op_id uuid not null,
    constraint subsidy_payment_voucher_is_one unique (district, project_id, voucher),
    primary key (district, subsidy_payment_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.subsidy_payment (district, project_id);
