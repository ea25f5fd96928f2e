-- Who takes part, with the unit's name and what stands against him.
create or replace view app.engagement_card with (security_invoker = true) as
select
    engagement.district, engagement.engagement_id, engagement.project_id, engagement.organisation_id,
    organisation.name as organisation, organisation.credit_code, engagement.role, engagement.contract_id,
    engagement.valid_from, engagement.valid_to, engagement.end_reason, engagement.version,
    coalesce((
        select jsonb_agg(distinct conflict.record)
        from app.engagement_conflicts(engagement.district, engagement.project_id) conflict
        where engagement.engagement_id in (conflict.engagement_id, conflict.other_id)
    ), '[]'::jsonb) as conflicts
from app.engagement
join auth.organisation using (organisation_id);
