-- Why: 各户应担额 (LC-06-4, CON-9): what the final accounts lay on each home of the register, fixed as the accounts are
-- recorded, so that every home is settled against its own share and nobody says another.
-- Locks: none but the new table's.
-- Rows rewritten: none. A project whose accounts stand already gets its shares as its first home is settled; one whose homes
-- are settled in part goes on as it began.
-- Back: drop the table and what fills it.
create table app.household_share (
    district integer not null,
    project_id uuid not null,
    household text not null,
    due_fen bigint not null,
    primary key (district, project_id, household),
    foreign key (district, project_id) references app.project on delete restrict,
    constraint home_share_is_not_negative check (due_fen >= 0)
);
-- 材料原件: a file that holds nothing shows nothing. Files from before stay as they are.
alter table app.file add constraint file_has_bytes check (length(content) > 0) not valid;
