-- Why: what a project does again and again while its works run: bulletins to the residents, meetings, reports.
-- Locks: a new table only. Rows rewritten: none.
-- Back: drop the table.

-- 定期工作: a bulletin, a meeting or a report, on its day.
create table app.routine (
    district integer not null,
    routine_id uuid not null,
    project_id uuid not null,
    kind text not null,
    held_on date not null,
    progress text not null constraint routine_tells_the_progress check (btrim(progress) <> ''),
    -- 工程质量, which a bulletin tells the residents beside the progress.
    quality text,
    op_id uuid not null,
    constraint bulletin_tells_the_quality check (kind <> 'bulletin' or btrim(coalesce(quality, '')) <> ''),
    primary key (district, routine_id),
    foreign key (district, project_id) references app.project on delete restrict,
    foreign key (district, op_id) references ledger.entry deferrable initially deferred
);
create index on app.routine (district, project_id, kind, held_on);
