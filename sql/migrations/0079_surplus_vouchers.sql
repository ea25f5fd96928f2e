-- Why: surplus money that went back to the treasury has its voucher as a paper of the project, not only the number of it.
-- Locks: app.surplus_return, for a column without a value; app.paper, for a key to it. Rows rewritten: none; a return from
--   before keeps its number alone.
-- Back: drop the column.

alter table app.surplus_return
    add column paper_id uuid,
    add foreign key (district, paper_id) references app.paper on delete restrict;
