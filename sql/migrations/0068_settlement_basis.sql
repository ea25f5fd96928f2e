-- Why: on what a contract's settlement rests, so that a clause which forces a state audit upon a small or medium enterprise is
--   refused by the law of the day on which the contract was signed.
-- Locks: new table only. Rows rewritten: none.
-- Back: drop the table.

-- 结算依据约定: what the contract says its settlement rests on.
create table app.settlement_basis (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    -- 双方确认的结算, 法律或者行政法规规定以审计结果为依据, 合同约定以审计结果为依据
    basis text not null constraint settlement_basis_is_known
        check (basis in ('agreed_bill', 'state_audit_by_law', 'state_audit_by_contract')),
    -- The law or administrative regulation with its article, where one says so.
    law text,
    evidence text not null constraint settlement_basis_names_its_clause check (btrim(evidence) <> ''),
    op_id uuid not null,
    constraint settlement_basis_names_its_law
        check ((basis = 'state_audit_by_law') = (coalesce(btrim(law), '') <> '')),
    constraint settlement_basis_is_one_of_its_contract primary key (district, contract_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, contract_id) references app.contract on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
