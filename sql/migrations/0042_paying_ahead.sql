-- Why: money beyond a household's share is paid ahead on a ground of the place's list, by a stored paper that the receipt names.
-- Locks: app.receipt, for a column without a default. Rows rewritten: none; grounds of before stay as they were written.
-- Back: drop the column.

-- 预缴凭据
alter table app.receipt add column ahead_paper_id uuid;
alter table app.receipt add foreign key (district, ahead_paper_id) references app.paper on delete restrict;
