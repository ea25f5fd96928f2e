-- Why: the end of a project: filings with their documents, final accounts, the households' balances, papers handed on,
-- management afterwards, and warranties by seasons and by design life. Close waits for all of it.
-- Locks: new tables; app.warranty takes a short exclusive lock for its checks. Rows rewritten: none.
-- Back: drop the tables, drop the added columns of app.warranty and put its three checks back as in 0014.

-- 备案与归档: completion, fire, gas and archive, each once, with the number its authority gave.
create table app.filing (
    district integer not null,
    filing_id uuid not null,
    project_id uuid not null,
    kind text not null,
    number text not null constraint filing_has_a_number check (number <> ''),
    filed_with text not null constraint filing_names_its_authority check (filed_with <> ''),
    filed_on date not null,
    -- 无障碍设施验收, which the completion filing waits for: how it stands and by what it shows.
    barrier_free text constraint filing_barrier_free_is_known check (barrier_free in ('accepted', 'not_applicable')),
    barrier_free_evidence text,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint filing_barrier_free_names_its_evidence
        check (barrier_free is null or coalesce(barrier_free_evidence, '') <> ''),
    constraint filing_is_one_of_its_kind unique (district, project_id, kind),
    primary key (district, filing_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 备案材料: one line per document of the policy's list.
create table app.filing_document (
    district integer not null,
    filing_id uuid not null,
    document text not null,
    project_id uuid not null,
    paper_id uuid not null,
    -- Whose seal it bears, where the list asks for one.
    stamped_by text,
    op_id uuid not null,
    constraint filing_document_is_one_of_its_filing primary key (district, filing_id, document),
    foreign key (district, filing_id) references app.filing on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 竣工财务决算: the figures that finance approved, shared between residents and the subsidy.
create table app.final_account (
    district integer not null,
    project_id uuid not null,
    number text not null constraint final_account_has_a_number check (number <> ''),
    approved_by text not null constraint final_account_names_who_approved_it check (approved_by <> ''),
    approved_on date not null,
    mandatory_fen bigint not null,
    basic_fen bigint not null,
    improve_fen bigint not null,
    upgrade_fen bigint not null,
    other_fen bigint not null,
    total_fen bigint not null,
    resident_fen bigint not null,
    subsidy_fen bigint not null,
    determination_id uuid not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint final_account_is_not_negative check (
        least(mandatory_fen, basic_fen, improve_fen, upgrade_fen, other_fen, resident_fen, subsidy_fen) >= 0
    ),
    constraint final_account_adds_up
        check (total_fen = mandatory_fen + basic_fen + improve_fen + upgrade_fen + other_fen),
    constraint final_account_is_shared_out check (resident_fen + subsidy_fen = total_fen),
    constraint final_account_is_one primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, determination_id) references app.determination on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 多退少补: a household's share by the final accounts against what it paid, and how the difference was settled.
create table app.true_up (
    district integer not null,
    project_id uuid not null,
    household text not null constraint true_up_names_its_household check (household <> ''),
    due_fen bigint not null constraint true_up_share_is_not_negative check (due_fen >= 0),
    paid_fen bigint not null,
    -- Above zero: called in. Below zero: paid back.
    settled_fen bigint not null,
    voucher text,
    settled_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint true_up_settles_the_difference check (settled_fen = due_fen - paid_fen),
    constraint true_up_names_its_voucher check (settled_fen = 0 or coalesce(voucher, '') <> ''),
    constraint true_up_voucher_is_one unique (district, project_id, voucher),
    constraint true_up_is_one_of_its_household primary key (district, project_id, household),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 验收资料移交备案: acceptance papers handed to who keeps the works, and the number under which that was filed.
create table app.paper_delivery (
    district integer not null,
    paper_delivery_id uuid not null,
    project_id uuid not null,
    receiver_kind text not null constraint paper_delivery_receiver_is_known
        check (receiver_kind in ('utility', 'owners_body', 'property_company')),
    receiver text not null constraint paper_delivery_names_its_receiver check (receiver <> ''),
    handover_id uuid,
    delivered_on date not null,
    filing_number text not null constraint paper_delivery_has_its_filing_number check (filing_number <> ''),
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint paper_delivery_names_its_handover check ((receiver_kind = 'utility') = (handover_id is not null)),
    constraint paper_delivery_is_one_of_its_handover unique (district, handover_id),
    primary key (district, paper_delivery_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, handover_id) references app.handover on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.paper_delivery (district, project_id);

-- 长效管理形式: who manages the community after the works.
create table app.management_form (
    district integer not null,
    project_id uuid not null,
    form text not null,
    manager text not null constraint management_form_names_its_manager check (manager <> ''),
    -- The paper it rests on: the owners' decision, the contract, or the street's notice.
    evidence text not null constraint management_form_names_its_evidence check (evidence <> ''),
    decided_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint management_form_is_one primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 提前接管: works whose keeper takes them on before their warranty ends.
create table app.custody (
    district integer not null,
    project_id uuid not null,
    kind text not null,
    keeper text not null constraint custody_names_its_keeper check (keeper <> ''),
    evidence text not null constraint custody_names_its_evidence check (evidence <> ''),
    taken_on date not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint custody_is_taken_once primary key (district, project_id, kind),
    constraint custody_is_of_a_warranty foreign key (district, project_id, kind)
        references app.warranty (district, project_id, kind) on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 销号: the day a project is closed, against which warranties are held.
create table app.project_closing (
    district integer not null,
    project_id uuid not null,
    closed_on date not null,
    op_id uuid not null,
    constraint project_is_closed_once primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 保修期 of two more kinds: heating by seasons, structure by the design life that its document names.
alter table app.warranty
    add column seasons integer constraint warranty_has_seasons check (seasons > 0),
    add column evidence text,
    alter column months drop not null,
    alter column minimum_years drop not null,
    drop constraint warranty_minimum_is_of_its_kind,
    drop constraint warranty_is_not_below_the_minimum,
    drop constraint warranty_ends_after_its_months,
    add constraint warranty_minimum_is_of_its_kind check (
        case kind
            when 'heating' then minimum_key = 'warranty.seasons.heating'
            when 'structure' then minimum_key = 'warranty.term.structure'
            else minimum_key = 'warranty.years.' || kind
        end and (kind = 'structure') = (minimum_years is null)
    ),
    add constraint warranty_is_counted_by_its_kind
        check ((kind = 'heating') = (seasons is not null) and (kind = 'heating') = (months is null)),
    add constraint warranty_structure_names_its_design_life
        check (kind <> 'structure' or (coalesce(evidence, '') <> '' and months % 12 = 0)),
    add constraint warranty_is_not_below_the_minimum
        check (coalesce(months >= minimum_years * 12, true) and coalesce(seasons >= minimum_years, true)),
    add constraint warranty_ends_after_its_months
        check (months is null or nominal_end_on = (accepted_on + make_interval(months => months))::date);
