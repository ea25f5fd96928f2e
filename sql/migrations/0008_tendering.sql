-- Why: the project's budget, the packages to be bought, the contracts signed for them, the bill of a works contract.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 投资与资金来源: what the tender rules and the budget tests are computed on. One row a project.
create table app.project_budget (
    district integer not null,
    project_id uuid not null,
    -- 总投资，含居民出资
    total_investment_fen bigint not null constraint project_budget_has_a_total check (total_investment_fen > 0),
    -- 预算资金
    budget_funds_fen bigint not null constraint project_budget_funds_are_within_total
        check (budget_funds_fen between 0 and total_investment_fen),
    -- 国有企业事业单位资金控股或者主导
    soe_dominant boolean not null,
    -- 可研估算
    feasibility_fen bigint not null constraint project_budget_has_a_feasibility_estimate check (feasibility_fen > 0),
    -- 批准的概算
    approved_budget_fen bigint not null constraint project_budget_is_approved check (approved_budget_fen > 0),
    approval_number text not null constraint project_budget_has_its_approval check (approval_number <> ''),
    approved_on date not null,
    -- 调整概算: document of the authority that approved the budget first, and why.
    adjustment_number text,
    adjustment_ground text,
    op_id uuid not null,
    version integer not null default 1,
    constraint project_budget_adjustment_ground_is_known check (
        adjustment_ground in ('policy', 'price', 'geology', 'funding', 'other_major')
    ),
    constraint project_budget_adjustment_is_whole check ((adjustment_number is null) = (adjustment_ground is null)),
    constraint project_has_one_budget primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 标段、采购包: one thing to be bought, counted together with those of its kind.
create table app.package (
    district integer not null,
    package_id uuid not null,
    project_id uuid not null,
    code text not null constraint package_has_a_code check (code <> ''),
    title text not null constraint package_has_a_title check (title <> ''),
    category text not null constraint package_category_is_known
        check (category in ('works', 'goods', 'service', 'epc')),
    service_kind text constraint package_service_kind_is_known check (service_kind in (
        'design', 'survey', 'supervision', 'cost_consulting', 'tender_agency', 'project_management',
        'agent_construction', 'whole_process_consulting', 'tracking_audit', 'testing', 'other'
    )),
    estimate_fen bigint not null constraint package_has_an_estimate check (estimate_fen > 0),
    -- 工程总承包的施工、货物、服务部分
    works_part_fen bigint,
    goods_part_fen bigint,
    services_part_fen bigint,
    -- 全过程咨询中的勘察、设计、监理部分
    listed_part_fen bigint,
    -- 适宜放在一起采购
    combinable boolean not null default true,
    separation_reason text constraint package_separation_reason_is_known check (separation_reason in (
        'different_design', 'different_year', 'different_site', 'different_specialty'
    )),
    separation_note text,
    -- Counted together with the widened services of other kinds as well: a person may widen, never narrow.
    widened boolean not null default false
        constraint package_group_is_widened_for_services check (not widened or category = 'service'),
    planned_method text not null constraint package_method_is_known check (planned_method in (
        'public_tender', 'invited_tender', 'negotiation', 'consultation', 'single_source', 'inquiry',
        'small_works_platform', 'direct'
    )),
    -- Why the estimate fell across the line after a determination.
    estimate_explanation text,
    -- The determination that stands; older ones are kept in app.determination.
    determination_id uuid,
    op_id uuid not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    constraint package_code_is_one unique (district, project_id, code),
    constraint package_is_of_its_project unique (district, project_id, package_id),
    constraint package_service_has_its_kind check ((category = 'service') = (service_kind is not null)),
    constraint package_epc_has_its_parts check (
        (category = 'epc') = (works_part_fen is not null)
        and (works_part_fen is null) = (goods_part_fen is null)
        and (works_part_fen is null) = (services_part_fen is null)
    ),
    constraint package_epc_parts_add_up check (
        works_part_fen is null
        or (works_part_fen + goods_part_fen + services_part_fen = estimate_fen
            and least(works_part_fen, goods_part_fen, services_part_fen) >= 0)
    ),
    constraint package_consulting_states_its_listed_part check (
        (service_kind is not distinct from 'whole_process_consulting') = (listed_part_fen is not null)
        and coalesce(listed_part_fen between 0 and estimate_fen, true)
    ),
    constraint package_split_off_has_a_reason check (
        combinable = (separation_reason is null) and (combinable or coalesce(separation_note, '') <> '')
    ),
    primary key (district, package_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 合同: signed for one package with one unit; never changed, only added to by approved changes.
create table app.contract (
    district integer not null,
    contract_id uuid not null,
    project_id uuid not null,
    package_id uuid not null,
    contractor_id uuid not null references auth.organisation on delete restrict,
    number text not null constraint contract_has_a_number check (number <> ''),
    title text not null,
    method text not null constraint contract_method_is_known check (method in (
        'public_tender', 'invited_tender', 'negotiation', 'consultation', 'single_source', 'inquiry',
        'small_works_platform', 'direct'
    )),
    -- 邀请招标的法定情形与批准文号
    invitation_ground text constraint contract_invitation_ground_is_known
        check (invitation_ground in ('few_bidders', 'tender_cost_too_high')),
    invitation_document text,
    -- 中标通知书
    award_notice_on date,
    signed_on date not null,
    amount_fen bigint not null constraint contract_has_an_amount check (amount_fen > 0),
    -- 垫资条款
    advance_funding boolean not null default false
        constraint contract_has_no_advance_funding check (not advance_funding),
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint package_has_one_contract unique (district, package_id),
    constraint contract_number_is_one unique (district, project_id, number),
    constraint contract_is_of_its_project unique (district, project_id, contract_id),
    constraint invited_tender_has_its_ground check (
        (method = 'invited_tender') = (invitation_ground is not null and coalesce(invitation_document, '') <> '')
    ),
    constraint tendered_contract_has_its_award check (
        method not in ('public_tender', 'invited_tender') or award_notice_on is not null
    ),
    constraint contract_is_signed_after_its_award check (signed_on >= award_notice_on),
    primary key (district, contract_id),
    foreign key (district, project_id, package_id) references app.package (district, project_id, package_id)
        on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.contract (contractor_id);

-- 工程量清单: one line of a works contract's bill, belonging to one item of the approved scheme.
create table app.bill_line (
    district integer not null,
    bill_line_id uuid not null,
    project_id uuid not null,
    contract_id uuid not null,
    works_item_id uuid not null,
    code text not null constraint bill_line_has_a_code check (code <> ''),
    title text not null,
    unit text not null,
    quantity_milli bigint not null constraint bill_line_has_a_quantity check (quantity_milli > 0),
    unit_price_fen bigint not null constraint bill_line_price_is_not_negative check (unit_price_fen >= 0),
    op_id uuid not null,
    constraint bill_line_code_is_one unique (district, contract_id, code),
    constraint bill_line_is_of_its_project unique (district, project_id, bill_line_id),
    primary key (district, bill_line_id),
    foreign key (district, project_id, contract_id) references app.contract (district, project_id, contract_id)
        on delete restrict,
    foreign key (district, works_item_id) references app.works_item on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.bill_line (district, works_item_id);
