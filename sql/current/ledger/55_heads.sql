-- Heads of the log: what is read before one is signed, and what is kept and shown of it after.

-- How many leaves there are, and of how many the last head that is kept speaks.
create or replace function ledger.log_state() returns table (size bigint, kept bigint)
language sql stable security definer set search_path = ''
as $$ select ledger.log_size(), (select coalesce(max(checkpoint.size), 0) from ledger.checkpoint) $$;

-- Leaves with the bytes that were sealed, so that whoever asks for a signature hashes them by itself before.
create or replace function ledger.sealed_bytes(in_from bigint, in_count integer)
returns table (idx bigint, hash bytea, body bytea)
language sql stable security definer set search_path = ''
as $$
    select leaf.idx, leaf.hash, entry.body
    from ledger.leaf join ledger.entry using (district, entry_id)
    where leaf.idx >= in_from and leaf.idx < in_from + in_count order by leaf.idx
$$;

-- What the signer signed; a head that is kept already stays.
create or replace function ledger.keep_checkpoint(in_size bigint, in_root bytea, in_note text) returns void
language sql volatile security definer set search_path = ''
as $$
    insert into ledger.checkpoint (size, root, note) values (in_size, in_root, in_note)
    on conflict (size) do nothing
$$;

-- Public: a head and hashes, from which nothing can be read of any entry.
create or replace function pub.log_checkpoint() returns table (size bigint, note text, kept_at timestamptz)
language sql stable security definer set search_path = ''
as $$
    select checkpoint.size, checkpoint.note, checkpoint.kept_at
    from ledger.checkpoint order by checkpoint.size desc limit 1
$$;

-- The first hashes of a tile; null where it has not so many.
create or replace function pub.log_tile(in_level integer, in_n bigint, in_width integer) returns bytea
language plpgsql stable security definer set search_path = ''
as $$
declare
    hashes bytea[];
begin
    if in_level not between 0 and 7 or in_n not between 0 and 1::bigint << 50 or in_width not between 1 and 256 then
        return null;
    end if;
    if in_width = 256 then
        return (select tile.data from ledger.tile where tile.level = in_level and tile.n = in_n);
    end if;
    hashes := ledger.nodes(in_level, in_n * 256, in_width);
    return case when cardinality(hashes) = in_width then (
        select string_agg(hash, ''::bytea order by spot) from unnest(hashes) with ordinality as one (hash, spot))
    end;
end
$$;

grant usage on schema pub to yanshou_sealer;
grant execute on function ledger.log_state(), ledger.sealed_bytes(bigint, integer),
    ledger.keep_checkpoint(bigint, bytea, text) to yanshou_sealer;
grant execute on function pub.log_tile(integer, bigint, integer) to yanshou_sealer, yanshou_public;
grant execute on function pub.log_checkpoint() to yanshou_public;

-- The place of an entry in the log; whose entry it is, its asker has read in the entry itself.
create or replace function ledger.place_of(in_district integer, in_entry uuid) returns bigint
language sql stable security definer set search_path = ''
as $$ select idx from ledger.leaf where district = in_district and entry_id = in_entry $$;

grant execute on function ledger.place_of(integer, uuid) to yanshou_service, yanshou_reader;
