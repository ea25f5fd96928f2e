-- Why: 居民资金到账合计, what a project's special account holds of its residents, counted up by the database as receipts
-- come; a page of fifty projects would else add up tens of thousands of receipts.
-- Locks: none but on app.receipt, for reading it once.
-- Rows rewritten: none; one is made for each project with receipts.
-- Back: drop the table and the trigger that counts up.
create table app.resident_fund (
    district integer not null,
    project_id uuid not null,
    paid_fen bigint not null,
    receipts integer not null,
    primary key (district, project_id),
    foreign key (district, project_id) references app.project on delete restrict
);
insert into app.resident_fund
select district, project_id, sum(amount_fen)::bigint, count(*) from app.receipt group by district, project_id;
