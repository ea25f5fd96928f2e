-- The units of the projects that the actor may read, and his own: whose people he sees by name.
create or replace function auth.units() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
    here constant integer := auth.district();
    related constant uuid[] := array(
        select project_id from app.part where part.district = here and reader = any(auth.readers()));
begin
    return array(
        select auth.organisation()
        union select construction_unit_id from app.project
        where district = here and project_id = any(related)
        union select organisation_id from app.community_body
        where district = here and project_id = any(related)
        union select organisation_id from app.engagement
        where district = here and project_id = any(related)
        union select contractor_id from app.contract
        where district = here and project_id = any(related)
        union select receiver_id from app.handover
        where district = here and project_id = any(related) and receiver_id is not null
        union select organisation_id from app.acceptance_sitting
        where district = here and project_id = any(related));
end
$$;
