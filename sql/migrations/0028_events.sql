-- Why: an event binds what it tells: the rows it wrote, the files they name, who acted, under which rule; and the
--   units, links, people, appointments and keys of the sign-in tables get events as everything else has.
-- Locks: short exclusive locks on ledger.entry and five tables of auth. Rows rewritten: none.
-- Back: drop ledger.row, ledger.cover and ledger.subject_kind and the columns that are added here.

-- Where the lists of files and of rows begin in the body, while the entry is open; null once it is closed.
alter table ledger.entry add column open_at integer[];
alter table ledger.entry add column organisation_id uuid;
alter table ledger.entry add constraint entry_type_has_its_form
    check (type ~ '^[a-z_]+(\.[a-z_]+)*$') not valid;

-- What an event can be about: the table its subject stands in, or none where it is no row of its own.
create table ledger.subject_kind (
    kind text primary key,
    table_name text,
    key_column text
);

-- Each row that an event wrote, as it left it. Written by triggers alone.
create table ledger.row (
    number bigint generated always as identity,
    district integer not null,
    entry_id uuid not null,
    table_name text not null,
    -- The primary key without the district, its parts joined by '/' ('~' and '/' in a part are '~0' and '~1').
    row_key text not null,
    version integer,
    project_id uuid,
    -- SHA-256 of the row's canonical text: its jsonb text with moments in UTC and bytes in hexadecimal.
    digest bytea not null,
    files text[] not null,
    primary key (district, entry_id, table_name, row_key)
);
create index row_by_key on ledger.row (table_name, row_key, number);

-- The columns that the digests of a table cover, since when: a new column makes a new line and a new baseline.
create table ledger.cover (
    number bigint generated always as identity,
    table_name text not null,
    columns text[] not null,
    since timestamptz not null default now(),
    primary key (table_name, number)
);

-- Rows of the sign-in tables belong to no district; their events do.
alter table auth.organisation add column recorded_in integer, add column op_id uuid,
    add foreign key (recorded_in, op_id) references ledger.entry deferrable initially deferred;
alter table auth.control_link add column recorded_in integer, add column op_id uuid,
    add foreign key (recorded_in, op_id) references ledger.entry deferrable initially deferred;
alter table auth.person add column recorded_in integer, add column op_id uuid,
    add foreign key (recorded_in, op_id) references ledger.entry deferrable initially deferred;
alter table auth.appointment add column recorded_in integer, add column op_id uuid,
    add foreign key (recorded_in, op_id) references ledger.entry deferrable initially deferred;
alter table auth.signing_key add column recorded_in integer, add column op_id uuid,
    add foreign key (recorded_in, op_id) references ledger.entry deferrable initially deferred;
