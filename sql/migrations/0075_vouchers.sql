-- Why: one voucher was counted twice, once with a blank behind its number: vouchers are told apart by their characters alone, not
--   by blanks, width or case.
-- Locks: each table for the moment that its index is built. Rows rewritten: none.
-- Back: the constraints of before. Where one voucher is there twice, this stops and names it: one of the two is to be reversed
--   under its own number first.
alter table app.receipt drop constraint receipt_voucher_is_one;
create unique index receipt_voucher_is_one on app.receipt
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
alter table app.true_up drop constraint true_up_voucher_is_one;
create unique index true_up_voucher_is_one on app.true_up
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
alter table app.retention_release drop constraint retention_release_voucher_is_one;
create unique index retention_release_voucher_is_one on app.retention_release
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
alter table app.payment drop constraint payment_voucher_is_one;
create unique index payment_voucher_is_one on app.payment
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
alter table app.subsidy_payment drop constraint subsidy_payment_voucher_is_one;
create unique index subsidy_payment_voucher_is_one on app.subsidy_payment
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
alter table app.surplus_return drop constraint surplus_return_voucher_is_one;
create unique index surplus_return_voucher_is_one on app.surplus_return
    (district, project_id, (upper(regexp_replace(normalize(voucher, nfkc), '\s', '', 'g'))));
