-- Why: a deadline whose working days nobody has published yet is kept without its day, and told how to count it.
-- Locks: app.clock, for the moment of its changed checks. Rows rewritten: none.
-- Back: give uncomputed deadlines a day, drop the columns, set due_on not null, put the old check of states back.

alter table app.clock alter column due_on drop not null;
-- How the day is counted: so many working days after the start (CV-08), or the first working day from a nominal
-- one on (CV-06); neither where it is a day by itself.
alter table app.clock add column workdays integer, add column nominal_on date;
alter table app.clock drop constraint clock_state_is_known;
alter table app.clock add constraint clock_state_is_known
    check (state in ('running', 'met', 'late', 'cancelled', 'uncomputed'));
alter table app.clock add constraint clock_without_its_day_is_uncomputed
    check (state = 'cancelled' or (state = 'uncomputed') = (due_on is null));
alter table app.clock add constraint clock_tells_how_it_is_counted
    check (num_nonnulls(workdays, nominal_on) <= 1 and (due_on is not null or num_nonnulls(workdays, nominal_on) = 1));
alter table app.clock add constraint clock_counts_from_its_start
    check (workdays >= 0 and nominal_on >= started_on);
create index on app.clock (district) where state = 'uncomputed';
