-- Why: a project is taken in at every stage of the catalogue, those beside its states as well (tender, contract, filings, hand-over,
-- accounts, archive), and behind its acceptance with the day of it, from which deadlines and warranties run.
-- Locks: app.project, for a column without a value and two checks. Rows rewritten: none.
-- Back: drop the column, put the check of the entered states back.

alter table app.project drop constraint project_enters_at_a_known_state;
alter table app.project add constraint project_enters_at_a_known_state check (
    entered_state in ('S00', 'S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11', 'S12', 'S13',
        'S14', 'S15', 'S16', 'S17', 'S18', 'S19', 'S20', 'S21', 'S22')
);
alter table app.project
    -- 补录: the day on which the works were accepted, of a project that came in behind it; told, not certified here.
    add column accepted_on date,
    add constraint imported_acceptance_is_of_its_stage check (accepted_on is null or entered_state >= 'S16'),
    add constraint import_is_accepted_after_its_start check (accepted_on >= works_began_on);
