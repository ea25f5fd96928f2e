-- The day a project's works were accepted: certified here, or told as it was taken in behind its acceptance; null before it.
create or replace function app.accepted_day(in_district integer, in_project uuid) returns date
language plpgsql stable security definer set search_path = ''
as $$
begin
    return coalesce((
        select certified_on from app.acceptance_certificate where district = in_district and project_id = in_project
    ), (
        select accepted_on from app.project where district = in_district and project_id = in_project
    ));
end
$$;
revoke execute on function app.accepted_day(integer, uuid)
    from public, yanshou_service, yanshou_reader, yanshou_jobs, yanshou_public;
