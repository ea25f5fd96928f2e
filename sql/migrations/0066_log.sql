-- Why: events get one order that nobody changes: leaves, tiles over them, signed heads (RFC 6962; C2SP tlog-tiles and
--   tlog-checkpoint).
-- Locks: new tables; a short one on ledger.entry for the reference. Rows rewritten: none; every event that is not
--   in line to be sealed gets in line.
-- Back: drop the three tables; everything in them but the signatures is made again from the events.

-- 日志的叶: the place of an event in the log, for ever.
create table ledger.leaf (
    idx bigint primary key,
    district integer not null,
    entry_id uuid not null,
    -- SHA-256 of a zero byte and the event's canonical bytes.
    hash bytea not null,
    constraint entry_is_sealed_once unique (district, entry_id),
    foreign key (district, entry_id) references ledger.entry on delete restrict
);

-- 日志块: 256 hashes of a level, once there are so many; the root over them is one hash of the level above.
create table ledger.tile (
    level integer not null,
    n bigint not null,
    data bytea not null,
    root bytea not null,
    primary key (level, n)
);

-- 检查点: a head of the log, as the signer signed it.
create table ledger.checkpoint (
    size bigint primary key,
    root bytea not null,
    note text not null,
    kept_at timestamptz not null default now()
);

insert into ledger.pending (district, entry_id)
select district, entry_id from ledger.entry on conflict do nothing;
