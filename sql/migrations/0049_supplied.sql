-- Why: a project stays under the edition it began with; where that one is silent on a key that only bars, it reads the
-- first later edition of its place that speaks of it. And events from before every event had to tell of a row are known.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

-- 补充条目: which edition answers for a key on which another is silent.
create table policy.supplied_key (
    edition text not null references policy.edition on delete restrict,
    key text not null,
    from_edition text not null references policy.edition on delete restrict,
    supplied_at timestamptz not null default now(),
    primary key (edition, key)
);

-- Events that told of no row when that was not asked for yet.
create table ledger.told_of_no_row (
    district integer not null,
    entry_id uuid not null,
    primary key (district, entry_id),
    foreign key (district, entry_id) references ledger.entry on delete restrict
);
insert into ledger.told_of_no_row (district, entry_id)
select district, entry_id from ledger.entry
where not exists (
    select from ledger.row bound where bound.district = entry.district and bound.entry_id = entry.entry_id);
