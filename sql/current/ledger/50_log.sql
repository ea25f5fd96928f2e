-- The log of events (日志): leaves in one order, tiles, heads. RFC 6962 for the tree, C2SP tlog-tiles for the tiles.

-- The root over hashes of one level, in their order: pairs are joined, and whatever has no neighbour goes up as it is.
create or replace function ledger.tree_root(hashes bytea[]) returns bytea
language plpgsql immutable set search_path = ''
as $$
declare
    level bytea[] := hashes;
    width integer := coalesce(cardinality(hashes), 0);
begin
    if width = 0 then
        return sha256(''::bytea);
    end if;
    while width > 1 loop
        for pair in 1..width / 2 loop
            level[pair] := sha256('\x01'::bytea || level[2 * pair - 1] || level[2 * pair]);
        end loop;
        if width % 2 = 1 then
            level[width / 2 + 1] := level[width];
        end if;
        width := (width + 1) / 2;
    end loop;
    return level[1];
end
$$;

create or replace function ledger.log_size() returns bigint
language sql stable set search_path = ''
as $$ select coalesce(max(idx), -1) + 1 from ledger.leaf $$;

-- Hashes of one level, from a place on; those above the leaves are the roots of whole tiles.
create or replace function ledger.nodes(in_level integer, in_from bigint, in_count integer) returns bytea[]
language sql stable set search_path = ''
as $$
    select coalesce(case when in_level = 0 then (
        select array_agg(hash order by idx) from ledger.leaf where idx >= in_from and idx < in_from + in_count
    ) else (
        select array_agg(root order by n) from ledger.tile
        where level = in_level - 1 and n >= in_from and n < in_from + in_count
    ) end, '{}')
$$;

-- The root of the log's first entries; null where there are not so many.
create or replace function ledger.root(in_size bigint) returns bytea
language plpgsql stable set search_path = ''
as $$
declare
    rest bytea;
    hashes bytea[];
    width bigint := in_size;
begin
    if in_size < 0 or in_size > ledger.log_size() then
        return null;
    end if;
    for level in 0..7 loop
        exit when width = 0;
        hashes := ledger.nodes(level, width - width % 256, (width % 256)::integer);
        -- What stands above an unfinished tile is the last of its level.
        if rest is not null then
            hashes := hashes || rest;
        end if;
        if cardinality(hashes) > 0 then
            rest := ledger.tree_root(hashes);
        end if;
        width := width / 256;
    end loop;
    return coalesce(rest, sha256(''::bytea));
end
$$;

-- One sealer at a time: until the end of its transaction.
create or replace function ledger.lock_log() returns void
language sql volatile set search_path = ''
as $$ select pg_advisory_xact_lock(hashtextextended('yanshou.ledger.log', 0)) $$;

create or replace function ledger.tg__sealers_queue() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform ledger.lock_log();
    return null;
end
$$;

-- Leaves come behind the last without a gap, each is of its closed entry, and the entry waits no more. Statement by
-- statement, so that five thousand cost little more than one.
create or replace function ledger.tg__leaves_follow_the_last() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    lowest bigint;
    highest bigint;
    counted bigint;
    answered bigint;
    tiles_from bigint;
    tiles_to bigint;
begin
    select min(idx), max(idx), count(*) into lowest, highest, counted from added;
    if counted = 0 then
        return null;
    end if;
    if lowest <> (select coalesce(max(idx), -1) + 1 from ledger.leaf where idx < lowest)
        or highest - lowest + 1 <> counted or highest + 1 <> ledger.log_size()
    then
        raise exception using errcode = 'YS900', constraint = 'leaf_follows_the_last',
            message = format('leaves %s to %s do not follow the last of the log', lowest, highest);
    end if;
    select count(*) into answered
    from added join ledger.entry on entry.district = added.district and entry.entry_id = added.entry_id
    where entry.leaf = added.hash and entry.open_at is null;
    if answered <> counted then
        raise exception using errcode = 'YS900', constraint = 'leaf_is_of_its_entry',
            message = format('of %s leaves %s are those of their entries', counted, answered);
    end if;
    delete from ledger.pending using added
    where pending.district = added.district and pending.entry_id = added.entry_id;
    get diagnostics answered = row_count;
    if answered <> counted then
        raise exception using errcode = 'YS900', constraint = 'sealed_entry_was_pending',
            message = format('of %s entries %s wait to be sealed', counted, answered);
    end if;
    -- With the last hash of a tile the tile is made, and each one above that is full by it.
    tiles_from := lowest;
    tiles_to := highest + 1;
    for own in 0..7 loop
        tiles_from := tiles_from / 256;
        tiles_to := tiles_to / 256;
        exit when tiles_from = tiles_to;
        insert into ledger.tile (level, n)
        select own, n from generate_series(tiles_from, tiles_to - 1) as n order by n;
    end loop;
    return null;
end
$$;

create or replace trigger _050_sealers_queue before insert on ledger.leaf
    for each statement execute function ledger.tg__sealers_queue();
create or replace trigger _100_leaves_follow_the_last after insert on ledger.leaf
    referencing new table as added for each statement execute function ledger.tg__leaves_follow_the_last();

-- A tile is what the log says, whoever asks for it.
create or replace function ledger.tg__tile_is_of_its_hashes() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    hashes bytea[] := ledger.nodes(new.level, new.n * 256, 256);
    bytes bytea;
begin
    select string_agg(hash, ''::bytea order by spot) into bytes
    from unnest(hashes) with ordinality as one (hash, spot);
    if cardinality(hashes) <> 256 or new.data <> bytes or new.root <> ledger.tree_root(hashes) then
        raise exception using errcode = 'YS900', constraint = 'tile_is_of_its_hashes',
            message = format('tile %s of level %s is not that of the log', new.n, new.level);
    end if;
    new.data := bytes;
    new.root := ledger.tree_root(hashes);
    return new;
end
$$;

create or replace trigger _100_tile_is_of_its_hashes before insert on ledger.tile
    for each row execute function ledger.tg__tile_is_of_its_hashes();

create or replace function ledger.tg__checkpoint_is_of_the_log() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.size < 1 or new.root is distinct from ledger.root(new.size) then
        raise exception using errcode = 'YS900', constraint = 'checkpoint_is_of_the_log',
            message = format('a head of %s entries with this root is not one of the log', new.size);
    end if;
    return new;
end
$$;

create or replace trigger _100_checkpoint_is_of_the_log before insert on ledger.checkpoint
    for each row execute function ledger.tg__checkpoint_is_of_the_log();

-- What waits goes away by its seal alone.
create or replace function ledger.tg__pending_entry_ends_sealed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from removed where not exists (
            select from ledger.leaf where leaf.district = removed.district and leaf.entry_id = removed.entry_id)
    ) then
        raise exception using errcode = 'YS900', constraint = 'pending_entry_ends_sealed',
            message = 'an entry waits until it is sealed';
    end if;
    return null;
end
$$;

create or replace trigger _100_pending_entry_ends_sealed after delete on ledger.pending
    referencing old table as removed for each statement execute function ledger.tg__pending_entry_ends_sealed();
create or replace trigger _050_fact_is_never_changed before update on ledger.pending
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _050_fact_is_never_emptied before truncate on ledger.pending
    for each statement execute function app.tg__fact_is_never_changed();

do $$
declare
    place text;
begin
    foreach place in array array['ledger.leaf', 'ledger.tile', 'ledger.checkpoint'] loop
        execute format('create or replace trigger _050_fact_is_never_changed before update or delete on %s '
            'for each row execute function app.tg__fact_is_never_changed()', place);
        execute format('create or replace trigger _050_fact_is_never_emptied before truncate on %s '
            'for each statement execute function app.tg__fact_is_never_changed()', place);
    end loop;
end
$$;

-- Seals some of what waits, in one transaction: which, in which order and with which hashes is nobody's word but this
-- function's, which hashes the stored bytes anew. Gives how many.
create or replace function ledger.seal(in_limit integer) returns bigint
language plpgsql volatile security definer set search_path = ''
as $$
declare
    size bigint;
    sealed bigint;
begin
    perform ledger.lock_log();
    size := ledger.log_size();
    insert into ledger.leaf (idx, district, entry_id, hash)
    select size + row_number() over (order by waiting.district, waiting.entry_id) - 1, waiting.district,
        waiting.entry_id, sha256('\x00'::bytea || entry.body)
    from (select district, entry_id from ledger.pending order by district, entry_id limit in_limit) waiting
    join ledger.entry using (district, entry_id);
    get diagnostics sealed = row_count;
    return sealed;
end
$$;

grant execute on function ledger.seal(integer) to yanshou_sealer;
