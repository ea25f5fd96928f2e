-- Why: the scan of a slip is kept and is one unit's; it is found by its digest.
-- Locks: app.ballot_slip against writes, for as long as its index is built. Rows rewritten: none.
-- Back: drop the index.

create index ballot_slip_by_scan on app.ballot_slip (district, scan_sha256);
