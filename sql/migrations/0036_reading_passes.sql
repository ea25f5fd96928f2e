-- Why: a pass for reading holds no longer than every sign-in stays as it was: whatever takes one back counts this on.
-- Locks: auth.secret, for the column.
-- Rows rewritten: none.
-- Back: drop the column.
alter table auth.secret add column if not exists generation bigint not null default 0;
