-- Why: public money that the final accounts leave over goes back to the treasury, and is recorded as it does.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the table.

-- 结余缴回
create table app.surplus_return (
    district integer not null,
    surplus_return_id uuid not null,
    project_id uuid not null,
    amount_fen bigint not null constraint surplus_return_has_an_amount check (amount_fen > 0),
    -- 缴款书
    voucher text not null constraint surplus_return_names_its_voucher check (voucher <> ''),
    returned_on date not null,
    op_id uuid not null,
    constraint surplus_return_voucher_is_one unique (district, project_id, voucher),
    primary key (district, surplus_return_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
