-- Why: what was judged of a project is kept until something of it is written; who asks again finds what was written
-- since by the number of the transaction.
-- Locks: ledger.entry takes a share lock while the index is built.
-- Rows rewritten: none.
-- Back: drop the index.
create index entry_district_written_by_idx on ledger.entry (district, written_by);
