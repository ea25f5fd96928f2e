-- Why: a contract after a tender rests on what the tender came to: the award, with its days, its winner, its price and
--   the stored notice. It was the word of the contract alone before.
--   A contract that ended before its works is told with its paper: until then, or until the project closes, whoever signed it
--   holds his role.
--   An approval of a budget carries the total that it approves, recorded with it by the office.
--   A decision on a change order that goes against an opinion answers it.
--   Which unit is which body of a district (旧改办, 发改局, 领导小组, 区政府) is said by the keeper of the register: a role alone
--   let one office speak for another.
-- Locks: app.change_order_decision, app.paper and app.contract, exclusively and for a moment (columns without a default; the check is not tried on
--   rows of before). Rows rewritten: none; contracts of before name no award, and none is asked of them.
-- Back: drop the columns and the tables.

-- 中标结果: what a tender of a package came to.
create table app.tender_award (
    district integer not null,
    award_id uuid not null,
    project_id uuid not null,
    package_id uuid not null,
    -- 中标人
    winner_id uuid not null references auth.organisation on delete restrict,
    price_fen bigint not null constraint award_has_a_price check (price_fen > 0),
    -- 最高投标限价, where the tender documents state one
    control_price_fen bigint constraint award_control_price_is_a_price check (control_price_fen > 0),
    -- 招标文件开始发出, 开标（投标截止）, 中标通知书
    documents_on date not null,
    opened_on date not null,
    notice_on date not null,
    paper_id uuid not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint package_has_one_award unique (district, package_id),
    constraint award_is_of_its_package unique (district, project_id, package_id, award_id),
    constraint award_follows_the_opening check (documents_on <= opened_on and opened_on <= notice_on),
    primary key (district, award_id),
    foreign key (district, project_id, package_id) references app.package (district, project_id, package_id)
        on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.tender_award (winner_id);

alter table app.contract add column award_id uuid;
alter table app.contract add foreign key (district, project_id, package_id, award_id)
    references app.tender_award (district, project_id, package_id, award_id) on delete restrict;

-- 合同解除: the end of a contract before its works.
create table app.contract_termination (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    ended_on date not null,
    reason text not null constraint contract_termination_says_why check (length(btrim(reason)) > 0),
    paper_id uuid not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint contract_is_terminated_once primary key (district, contract_id),
    foreign key (district, project_id, contract_id) references app.contract (district, project_id, contract_id)
        on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 批准的总投资, of an approval of a budget
alter table app.paper add column approved_fen bigint;
alter table app.paper add constraint paper_total_is_of_a_budget_approval
    check (approved_fen is null or approved_fen > 0 and kind = 'budget_approval') not valid;

-- 对反对意见的答复, by the role that gave it: {"supervisor": "…"}
alter table app.change_order_decision add column answers jsonb;

-- 区里的机关: which unit speaks for a body of the district, from a day on.
create table app.district_body (
    district integer not null,
    -- A record of annual_plan.bodies, or renovation_office.
    body text not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    valid_from date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, body, valid_from),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.district_body (organisation_id);

-- 名录确认: a unit that a street registered is what it was registered as, by the word of the district's office.
create table app.unit_confirmation (
    district integer not null,
    organisation_id uuid not null references auth.organisation on delete restrict,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint unit_is_confirmed_once primary key (district, organisation_id),
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.unit_confirmation (organisation_id);
