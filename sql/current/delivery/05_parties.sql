-- Who takes part, and how long.

-- The role that a package gives to the unit that takes it; none for tests and the like. An expression, which the planner
-- writes into the query that asks.
create or replace function app.role_of_package(in_category text, in_service_kind text) returns text
language sql immutable
return case
    when in_category = 'works' then 'contractor'
    when in_category = 'epc' then 'epc_contractor'
    when in_category = 'goods' then 'supplier'
    else case in_service_kind
        when 'design' then 'designer'
        when 'survey' then 'surveyor'
        when 'supervision' then 'supervisor'
        when 'cost_consulting' then 'cost_consultant'
        when 'tender_agency' then 'tender_agency'
        when 'project_management' then 'project_management'
        when 'agent_construction' then 'agent_construction'
        when 'whole_process_consulting' then 'whole_process_consultant'
        when 'tracking_audit' then 'tracking_auditor'
    end
end;

-- Contracts that ever gave a unit its role in a project.
create or replace function app.contracts_of_role(
    in_district integer, in_project uuid, in_unit uuid, in_role text
) returns setof app.contract
language plpgsql stable set search_path = ''
as $$
begin
    return query
        select contract.* from app.contract join app.package using (district, project_id, package_id)
        where contract.district = in_district and contract.project_id = in_project and contract.contractor_id = in_unit
            and app.role_of_package(package.category, package.service_kind) = in_role;
end
$$;

-- The last day on which a unit holds the role that it was engaged for; none while a contract for it holds.
create or replace function app.engagement_until(in_engagement app.engagement) returns date
language sql stable set search_path = ''
as $$
    select case
        when in_engagement.valid_to is not null and not exists (
            select from app.contracts_of_role(in_engagement.district, in_engagement.project_id,
                in_engagement.organisation_id, in_engagement.role) signed
            where app.contract_holds(signed.district, signed.contract_id)
        )
        then in_engagement.valid_to end
$$;

-- The last day on which it stands in the way of another role: whoever signed a contract here once does so until the project
-- closes, however the contract ended.
create or replace function app.engagement_bars_until(in_engagement app.engagement) returns date
language sql stable set search_path = ''
as $$
    select case
        when in_engagement.valid_to is not null and not exists (
            select from app.contracts_of_role(in_engagement.district, in_engagement.project_id,
                in_engagement.organisation_id, in_engagement.role)
        )
        then in_engagement.valid_to end
$$;

-- Whether a unit stands in the register by the word of a street alone, and the district's office has not confirmed it.
create or replace function app.unit_waits_for_confirmation(in_district integer, in_unit uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from auth.organisation registered
        join ledger.entry said on said.entry_id = registered.op_id and said.type = 'organisation.register'
        where registered.organisation_id = in_unit and said.role = 'construction_unit'
    ) and not exists (
        select from app.unit_confirmation
        where unit_confirmation.district = in_district and unit_confirmation.organisation_id = in_unit
    )
$$;
