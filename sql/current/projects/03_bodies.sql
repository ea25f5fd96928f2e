-- Which unit is which body of a district.

create or replace function app.district_bodies(in_district integer, in_day date) returns jsonb
language sql stable set search_path = ''
as $$
    select coalesce(jsonb_object_agg(said.body, said.organisation_id), '{}')
    from (
        select distinct on (body) body, organisation_id from app.district_body
        where district = in_district and valid_from <= in_day
        order by body, valid_from desc
    ) said
$$;

-- Whether who acts does so for the unit that is this body of his district. Of a body that nobody has registered, and that
-- is no role of its own, the step's roles say enough.
create or replace function app.speaks_as(in_district integer, in_body text) returns boolean
language sql stable set search_path = ''
as $$
    select case
        when in_body = auth.role() then app.acts_as_its_body()
        else coalesce(
            (app.district_bodies(in_district, auth.today()) ->> in_body)::uuid = auth.organisation(), true)
    end
$$;

-- Whether a paper of a kind is one that the unit of who acts records: of the bodies that the packs name for it, else of the
-- body that his role is.
create or replace function app.records_papers_of(in_district integer, in_edition text, in_kind text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    bodies text[];
begin
    if auth.role() not in ('renovation_office', 'leading_group') then
        return app.acts_as_its_body();
    end if;
    bodies := array(
        select value from policy.parameter
        where edition = in_edition and key = 'paper.bodies.' || in_kind || '.bodies');
    if bodies = '{}' then
        return app.acts_as_its_body();
    end if;
    return exists (select from unnest(bodies) body where app.speaks_as(in_district, body));
end
$$;

grant execute on function app.records_papers_of(integer, text, text) to yanshou_service, yanshou_reader;

-- Whose register is read anew at once: what a pass says of its holder's body ends with it.
create or replace trigger _500_sign_in_begins_anew after insert or update on app.district_body
    for each statement execute function auth.tg__sign_in_begins_anew();
