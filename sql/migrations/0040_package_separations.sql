-- Why: a lot is counted apart from its kind by decision of another unit, on a ground of the list and a stored paper. What the
--   construction unit writes beside the lot (combinable, separation_reason) asks for it and decides nothing.
-- Locks: a new table only. Rows rewritten: none; lots that were apart by the construction unit's word alone are merged again.
-- Back: drop the table.

-- 分开计算的认定
create table app.package_separation (
    district integer not null,
    separation_id uuid not null,
    project_id uuid not null,
    package_id uuid not null,
    -- A record of tender.separation_grounds in the edition of the project.
    ground text not null,
    reason text not null constraint separation_says_why check (length(btrim(reason)) > 0),
    paper_id uuid not null,
    decided_by uuid not null references auth.person on delete restrict,
    decider_role text not null,
    op_id uuid not null,
    created_at timestamptz not null default now(),
    constraint package_has_one_separation unique (district, package_id),
    primary key (district, separation_id),
    foreign key (district, project_id, package_id) references app.package (district, project_id, package_id)
        on delete restrict,
    foreign key (district, paper_id) references app.paper on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
