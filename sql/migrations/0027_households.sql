-- Why: a receipt names a household of the register instead of a free text, a scheme brings its list of households, and
--   money beyond a household's share says why it is paid ahead.
-- Locks: app.register_import, app.register_unit and app.receipt are altered; the new columns are null, nothing is rewritten.
-- Rows rewritten: none. A receipt of before keeps the text that it was recorded with; from now on it is the unit's door.
-- Back: drop the new columns; formats other than csv and xlsx have to be gone first.

-- A list that came with a scheme has doors, areas and shares, and no owners' names yet.
alter table app.register_import drop constraint register_format_is_known;
alter table app.register_import add constraint register_format_is_known check (format in ('csv', 'xlsx', 'scheme'));

-- 应缴额: what the scheme asks of this household, where it says so by household.
alter table app.register_unit add column share_fen bigint
    constraint household_share_is_not_negative check (share_fen >= 0);

alter table app.receipt alter column household drop not null;
alter table app.receipt add column unit_id uuid;
-- 预缴依据
alter table app.receipt add column ahead_ground text
    constraint receipt_ahead_says_why check (length(btrim(ahead_ground)) > 0);
alter table app.receipt add constraint receipt_household_is_of_the_register
    foreign key (district, unit_id) references app.register_unit on delete restrict;
create index on app.receipt (district, unit_id);
