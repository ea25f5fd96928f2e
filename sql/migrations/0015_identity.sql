-- Why: a one-time code opens once: the step it was of is kept with its person.
-- Locks: auth.person for an instant. Rows rewritten: none.
-- Back: drop the column.

alter table auth.person add column one_time_step bigint;
