-- Which unit is which body of a district. Where nobody said it, a role speaks for its body, as before there was a register.

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

-- Whether who acts does so for the unit that is this body of his district.
create or replace function app.speaks_as(in_district integer, in_body text) returns boolean
language sql stable set search_path = ''
as $$
    select coalesce((app.district_bodies(in_district, auth.today()) ->> in_body)::uuid = auth.organisation(), true)
$$;
