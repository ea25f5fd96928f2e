-- The audit: tables held against the ledger, and the ledger against itself. Run by who sees every row.

-- Every difference between a covered row and the last event that names it, both ways.
create or replace function ledger.row_differences() returns table (place text, row_key text, finding text)
language plpgsql stable set search_path = ''
as $$
declare
    subject text;
begin
    for subject in select distinct table_name from ledger.cover order by 1 loop
        if to_regclass(subject) is null then
            return query select subject, last.row_key, 'the table is gone' from ledger.last_digests(subject) last;
            continue;
        end if;
        return query
            select subject, coalesce(present.row_key, last.row_key), case
                when present.row_key is null then 'an event names this row, and it is gone'
                when last.row_key is null then 'no event names this row'
                else 'the row is not what its last event says'
            end
            from ledger.digests_of(subject, null) present
            full join ledger.last_digests(subject) last on last.row_key = present.row_key
                and last.district = case when subject like 'auth.%' then 0 else present.district end
            where present.digest is distinct from last.digest;
    end loop;
end
$$;

-- Entries that are not what they say: leaf of other bytes, a broken chain, columns that differ from the body, rows or
-- files that are not those of the body.
create or replace function ledger.entry_differences() returns table (place text, row_key text, finding text)
language sql stable set search_path = ''
as $$
    with entry as (
        select e.*, convert_from(e.body, 'UTF8')::jsonb as told,
            lag(e.leaf) over subject as leaf_before, lag(e.subject_version, 1, 0) over subject as version_before
        from ledger.entry e
        window subject as (partition by e.district, e.subject_kind, e.subject_id order by e.subject_version)
    )
    select 'ledger.entry', entry.entry_id::text, found.finding
    from entry, lateral (values
        ('the leaf is not of its bytes', entry.leaf <> sha256('\x00'::bytea || entry.body)),
        ('it does not follow the entry before it', entry.previous_leaf is distinct from entry.leaf_before
            or entry.subject_version <> entry.version_before + 1),
        ('it was never closed', entry.open_at is not null),
        ('its columns and its body differ', entry.told ->> 'v' = '2' and (
            entry.told ->> 'actor' is distinct from entry.person_id::text
            or entry.told ->> 'at' is distinct from ledger.stamp(entry.at)
            or entry.told ->> 'id' is distinct from entry.entry_id::text
            or entry.told ->> 'organisation' is distinct from entry.organisation_id::text
            or entry.told ->> 'prev' is distinct from encode(entry.previous_leaf, 'hex')
            or entry.told ->> 'project' is distinct from entry.project_id::text
            or entry.told ->> 'role' is distinct from entry.role
            or entry.told -> 'subject' is distinct from jsonb_build_object(
                'id', entry.subject_id, 'kind', entry.subject_kind, 'version', entry.subject_version)
            or entry.told -> 'tenant' is distinct from to_jsonb(entry.district)
            or entry.told ->> 'type' is distinct from entry.type)),
        ('its rows are not those of its body', entry.told ->> 'v' = '2'
            and entry.told -> 'rows' is distinct from
                ('[' || ledger.rows_text(entry.district, entry.entry_id) || ']')::jsonb),
        ('it tells of no row', entry.told ->> 'v' = '2' and entry.told -> 'rows' = '[]'
            and not ledger.may_tell_of_no_row(entry.role, entry.type)
            and not exists (
                select from ledger.told_of_no_row before
                where before.district = entry.district and before.entry_id = entry.entry_id)),
        ('its files are not those of its body', entry.told ->> 'v' = '2'
            and entry.told -> 'files' is distinct from
                ('[' || ledger.files_text(entry.district, entry.entry_id) || ']')::jsonb)
    ) as found (finding, is_so)
    where found.is_so
    union all
    select 'ledger.row', bound.entry_id || ' ' || bound.table_name || ' ' || bound.row_key, 'its event is gone'
    from ledger.row bound
    where not exists (
        select from ledger.entry where entry.district = bound.district and entry.entry_id = bound.entry_id)
$$;

-- Files whose bytes are not what their name says.
create or replace function ledger.file_differences() returns table (place text, row_key text, finding text)
language sql stable set search_path = ''
as $$
    select 'app.file', encode(file.sha256, 'hex'), 'the bytes are not of this digest'
    from app.file where file.sha256 <> sha256(file.content)
$$;
