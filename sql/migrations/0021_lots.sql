-- Why: notice before hidden works are covered, and lots that wait for the lots before them.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 隐蔽前通知: told to the construction unit and the quality station, so many hours before the works are covered.
create table app.covering_notice (
    district integer not null,
    inspection_lot_id uuid not null,
    -- Of the lot: after a failure it is told anew.
    round integer not null,
    project_id uuid not null,
    owner_organisation_id uuid not null references auth.organisation on delete restrict,
    quality_station text not null constraint covering_notice_names_the_quality_station check (quality_station <> ''),
    notified_at timestamptz not null,
    covering_at timestamptz not null,
    edition text not null,
    hours_key text not null default 'inspection.notice_hours'
        constraint covering_notice_hours_are_of_their_key check (hours_key = 'inspection.notice_hours'),
    notice_hours bigint not null,
    given_by uuid not null references auth.person on delete restrict,
    op_id uuid not null,
    constraint covering_notice_is_early_enough
        check (extract(epoch from covering_at - notified_at) >= notice_hours * 3600),
    constraint covering_notice_is_one_a_round primary key (district, inspection_lot_id, round),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, inspection_lot_id) references app.inspection_lot on delete restrict,
    foreign key (edition, hours_key, notice_hours) references policy.number (edition, key, value) on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);

-- 前道检验批: the lots that pass before this one is called for.
create table app.inspection_lot_predecessor (
    district integer not null,
    inspection_lot_id uuid not null,
    predecessor_id uuid not null,
    project_id uuid not null,
    op_id uuid not null,
    constraint inspection_lot_names_a_predecessor_once primary key (district, inspection_lot_id, predecessor_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, inspection_lot_id) references app.inspection_lot on delete restrict,
    foreign key (district, predecessor_id) references app.inspection_lot on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
