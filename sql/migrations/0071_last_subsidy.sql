-- Why: a payment of public money says whether it is the last one, which waits for the final accounts where the place says so.
-- Locks: app.subsidy_payment, exclusively and for a moment (a column without a default). Rows rewritten: none.
-- Back: drop the column.

alter table app.subsidy_payment
    -- 末笔拨付; of payments recorded before, nobody said.
    add column is_last boolean;
