-- Why: a contract ends before its works by two words: one of its parties proposes the end with the stored agreement or
--   notice, and the other party, or the district's office, says that it ended. What ended before stays as it was recorded.
--   What is left of an ended contract is contracted again for the same package, by a new award where it was tendered; an award
--   that is wrong is withdrawn with its reason before its contract, and another takes its place.
-- Locks: app.contract, app.tender_award and app.contract_termination, exclusively and for a moment (constraints that go,
--   columns without a default). Rows rewritten: none.
-- Back: drop the tables and the columns; add the two constraints again, as long as no package has two contracts or awards.

-- 提出解除合同: what a party says of the end, with its agreement or notice.
create table app.termination_proposal (
    district integer not null,
    proposal_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    -- 发包人一方, 承包人一方
    side text not null constraint termination_side_is_known check (side in ('owner', 'contractor')),
    proposed_on date not null,
    ended_on date not null,
    reason text not null constraint termination_proposal_says_why check (length(btrim(reason)) > 0),
    -- 应结算的金额, of a contract without a bill; null: all of it
    settled_fen bigint,
    paper_id uuid not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, proposal_id),
    constraint termination_proposal_is_of_its_contract unique (district, project_id, contract_id, proposal_id),
    foreign key (district, project_id, contract_id) references app.contract (district, project_id, contract_id)
        on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.termination_proposal (organisation_id);
create index on app.termination_proposal (district, contract_id);

-- Which proposal became the end, and whose word made it so; none of ends from before there were two words.
alter table app.contract_termination add column proposal_id uuid;
alter table app.contract_termination add column organisation_id uuid references auth.organisation on delete restrict;
alter table app.contract_termination add foreign key (district, project_id, contract_id, proposal_id)
    references app.termination_proposal (district, project_id, contract_id, proposal_id) on delete restrict;
create index on app.contract_termination (organisation_id);

-- 撤回中标登记: an award that was recorded wrongly, or did not come to a contract.
create table app.award_withdrawal (
    district integer not null,
    award_id uuid not null,
    project_id uuid not null,
    reason text not null constraint award_withdrawal_says_why check (length(btrim(reason)) > 0),
    withdrawn_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint award_is_withdrawn_once primary key (district, award_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, award_id) references app.tender_award on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- One contract and one award of a package at a time, which guards keep: what ended leaves room for the rest.
alter table app.contract drop constraint package_has_one_contract;
create index on app.contract (district, package_id);
alter table app.tender_award drop constraint package_has_one_award;
create index on app.tender_award (district, package_id);
