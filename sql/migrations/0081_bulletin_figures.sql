-- Why: a bulletin of progress (工程进度定期通报) holds the figures of its day, counted by the database from what was logged, inspected
--   and filed, beside the words of who wrote it; what was told stays as it was told.
-- Locks: a new table only. Rows rewritten: none; bulletins of before have no figures.
-- Back: drop the table.

-- 通报数据: what the project's records said when a bulletin was recorded.
create table app.bulletin_figure (
    district integer not null,
    routine_id uuid not null,
    project_id uuid not null,
    -- 合同价款 and 已完成产值, in fen, of contracts with a bill.
    contracted_fen bigint not null,
    built_fen bigint not null,
    -- 施工日志, of the days since the bulletin before.
    logs integer not null,
    lots_passed integer not null,
    lots_failed integer not null,
    issues_open integer not null,
    issues_closed integer not null,
    changes_open integer not null,
    op_id uuid not null,
    primary key (district, routine_id),
    foreign key (district, routine_id) references app.routine on delete restrict,
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.bulletin_figure (district, project_id);
