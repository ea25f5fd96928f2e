-- Why: works are complete when the approved scheme is. A bill may hold charges beside the items of the scheme, so that it comes
--   to its contract's amount; what of an item is not built is taken out by the office's decision, on the street's request.
-- Locks: app.bill_line, exclusively and for a moment (its rows are tried). Rows rewritten: none.
-- Back: drop the two tables; put `not null` back once no line is of a charge, and drop the column.

alter table app.bill_line alter column works_item_id drop not null;
alter table app.bill_line
    -- 措施项目费 规费 税金 暂列金额 总承包服务费 勘察设计费 设备购置费
    add column charge text constraint bill_charge_is_known check (charge in (
        'measures', 'levies', 'tax', 'provisional_sum', 'coordination', 'design', 'equipment')),
    add constraint bill_line_is_of_an_item_or_a_charge check ((works_item_id is null) = (charge is not null));

-- 方案内容调减的申请
create table app.scheme_reduction (
    district integer not null,
    reduction_id uuid not null,
    project_id uuid not null,
    works_item_id uuid not null,
    -- Thousandths of the item's unit.
    quantity_milli bigint not null constraint reduction_has_a_quantity check (quantity_milli > 0),
    -- A record of scheme.reduction_grounds in the edition of the project.
    ground text not null,
    reason text not null,
    paper_id uuid not null,
    proposed_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    primary key (district, reduction_id),
    constraint reduction_is_of_its_project unique (district, project_id, reduction_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, works_item_id) references app.works_item on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.scheme_reduction (district, works_item_id);
create index on app.scheme_reduction (district, project_id);

-- 区旧改办对调减的答复
create table app.scheme_reduction_decision (
    district integer not null,
    reduction_id uuid not null,
    project_id uuid not null,
    approves boolean not null,
    reason text not null,
    decided_by uuid not null references auth.person on delete restrict,
    decided_on date not null,
    op_id uuid not null,
    constraint reduction_is_decided_once primary key (district, reduction_id),
    foreign key (district, project_id, reduction_id)
        references app.scheme_reduction (district, project_id, reduction_id) on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
