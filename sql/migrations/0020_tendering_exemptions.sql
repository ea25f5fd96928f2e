-- Why: exemptions from tender (TEN-13) with ground, document and approver; packages withdrawn before their contract.
-- Locks: app.package, exclusively and for a moment (columns without a default). Rows rewritten: none.
-- Back: drop the table and the two columns.

-- 可以不招标的情形: approved for one package, on a ground of the law's list; never changed.
create table app.tender_exemption (
    district integer not null,
    exemption_id uuid not null,
    project_id uuid not null,
    package_id uuid not null,
    -- A record of tender.exemptions in the edition of the project.
    ground text not null,
    reason text not null constraint exemption_says_why check (reason <> ''),
    document_title text not null constraint exemption_names_its_document check (document_title <> ''),
    document_number text not null constraint exemption_has_its_document_number check (document_number <> ''),
    document_on date not null,
    -- 项目审批部门的经办人
    approved_by uuid not null references auth.person on delete restrict,
    approver_role text not null,
    -- What the package was estimated at: the exemption carries a contract up to it.
    up_to_fen bigint not null constraint exemption_has_an_amount check (up_to_fen > 0),
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint package_has_one_exemption unique (district, package_id),
    primary key (district, exemption_id),
    foreign key (district, project_id, package_id) references app.package (district, project_id, package_id)
        on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 撤销标段: what is no longer bought, and why.
alter table app.package add column withdrawn_on date;
alter table app.package add column withdrawal_reason text;
alter table app.package add constraint package_withdrawal_has_its_reason
    check ((withdrawn_on is null) = (withdrawal_reason is null) and withdrawal_reason <> '');
