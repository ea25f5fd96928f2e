-- Roles that are one body of a district, which several units hold while none is registered as it; for those who run the service.
create or replace view pub.unnamed_body as
select held.district, district.name, held.role, count(distinct held.organisation_id)::integer as units
from auth.appointment held join auth.district using (district)
where held.role in ('renovation_office', 'leading_group') and held.valid_from <= current_date
    and coalesce(held.valid_to, current_date) >= current_date
    and not exists (
        select from app.district_body named where named.district = held.district and named.body = held.role
    )
group by held.district, district.name, held.role
having count(distinct held.organisation_id) > 1;
