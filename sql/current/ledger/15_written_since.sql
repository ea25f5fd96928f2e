-- What was written since: whoever keeps what he read asks whether it is still so, by the snapshot that he read it with.
--
-- What carries a later number than any of this server's was restored from another's, and is older than every snapshot.

-- Whether an event of a project, or of none, was written in the reader's district that a snapshot did not show; of any
-- project where none is named. No snapshot: nothing was kept. It tells no more than that, so it looks past row security.
create or replace function ledger.written_since(
    in_snapshot text, in_project uuid, out changed boolean, out snapshot text
)
language plpgsql stable security definer set search_path = ''
as $$
declare
    own constant integer := (auth.context())[3];
begin
    snapshot := pg_current_snapshot();
    changed := in_snapshot is null or exists (
        select from ledger.entry
        where entry.district = own and entry.written_by >= pg_snapshot_xmin(in_snapshot::pg_snapshot)
            and entry.written_by <= pg_snapshot_xmax(snapshot::pg_snapshot)
            and not pg_visible_in_snapshot(entry.written_by, in_snapshot::pg_snapshot)
            and (in_project is null or entry.project_id = in_project or entry.project_id is null));
end
$$;

-- The same of a project's public page, whoever asks.
create or replace function pub.written_since(
    in_snapshot text, in_project uuid, out changed boolean, out snapshot text
)
language plpgsql stable security definer set search_path = ''
as $$
begin
    snapshot := pg_current_snapshot();
    changed := in_snapshot is null or exists (
        select from ledger.entry
        where entry.district = (select district from app.project where project_id = in_project limit 1)
            and entry.written_by >= pg_snapshot_xmin(in_snapshot::pg_snapshot)
            and entry.written_by <= pg_snapshot_xmax(snapshot::pg_snapshot)
            and not pg_visible_in_snapshot(entry.written_by, in_snapshot::pg_snapshot)
            and (entry.project_id = in_project or entry.project_id is null));
end
$$;

grant execute on function ledger.written_since(text, uuid) to yanshou_service, yanshou_reader, yanshou_jobs;
grant execute on function pub.written_since(text, uuid) to yanshou_public;
