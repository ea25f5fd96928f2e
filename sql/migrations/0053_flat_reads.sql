-- Why: a public address names a project alone; logs and lots of a contract were looked for among its district's.
-- Locks: each table takes a share lock while its index is built.
-- Rows rewritten: none.
-- Back: drop the indexes.
create index project_project_id_idx on app.project (project_id);
create index daily_log_district_contract_id_idx on app.daily_log (district, contract_id, logged_on);
create index inspection_lot_district_contract_id_idx on app.inspection_lot (district, contract_id);
