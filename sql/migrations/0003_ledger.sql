-- Why: one append-only event per change, in the entry form that is sealed later; answers kept by key.
-- Locks: new tables only. Rows rewritten: none.
-- Back: drop the tables.

create table ledger.entry (
    district integer not null references auth.district on delete restrict,
    entry_id uuid not null,
    type text not null,
    subject_kind text not null,
    subject_id uuid not null,
    subject_version integer not null constraint entry_subject_version_is_positive check (subject_version > 0),
    person_id uuid not null,
    role text not null,
    project_id uuid,
    at timestamptz not null,
    recorded_at timestamptz not null default now(),
    previous_leaf bytea,
    -- The canonical JSON of the whole entry: what is hashed, sealed and shown.
    body bytea not null constraint entry_body_is_of_a_fair_size check (length(body) between 2 and 60000),
    leaf bytea not null constraint entry_leaf_is_of_its_body check (leaf = sha256('\x00'::bytea || body)),
    written_by xid8 not null default pg_current_xact_id(),
    primary key (district, entry_id),
    constraint entry_subject_version_is_one unique (district, subject_kind, subject_id, subject_version)
);
create index on ledger.entry (district, project_id, recorded_at);

-- What the sealer has not yet put into the tree.
create table ledger.pending (
    district integer not null,
    entry_id uuid not null,
    primary key (district, entry_id),
    foreign key (district, entry_id) references ledger.entry on delete restrict
);

-- 幂等: the answer that a key got, in the transaction that did the work.
create table app.request (
    district integer not null,
    principal uuid not null,
    key_hash bytea not null,
    route text not null,
    fingerprint bytea not null,
    status integer,
    answer bytea,
    etag text,
    created_at timestamptz not null default now(),
    primary key (district, principal, key_hash)
);
create index on app.request (created_at);
