-- Which unit is a role that is one body of a district (区旧改办、领导小组), asked where somebody signs in and where his event
-- is written: two offices may share a role, and neither speaks for the other.

-- HOUSE-BOD-2: where nobody has registered the body, it is the one unit that acts in the role, units that are known as
-- another body left out; where two are left, neither is it until the register says so.
create or replace function app.is_its_body(in_district integer, in_role text, in_organisation uuid, in_day date)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    named uuid;
    units uuid[];
begin
    select organisation_id into named from app.district_body
    where district = in_district and body = in_role and valid_from <= in_day
    order by valid_from desc limit 1;
    if named is not null then
        return named = in_organisation;
    elsif in_role not in ('renovation_office', 'leading_group') then
        return true;
    end if;
    units := array(
        select distinct organisation_id from auth.appointment
        where district = in_district and role = in_role and valid_from <= in_day
            and (valid_to is null or valid_to >= in_day));
    if cardinality(units) > 1 then
        units := array(
            select unit from unnest(units) unit
            where not exists (
                select from app.district_body other
                where other.district = in_district and other.organisation_id = unit and other.valid_from <= in_day
            ) and not exists (
                select from app.plan_approval done
                join ledger.entry said on said.district = done.district and said.entry_id = done.op_id
                where done.district = in_district and done.step <> in_role and said.organisation_id = unit
                    and said.role = in_role
            ));
    end if;
    return units = array[in_organisation];
end
$$;

-- What each unit does in such a role, whichever body it is: its own step of the plan, its own papers, a report. The tables
-- of these acts ask for the body themselves.
create or replace function app.acts_of_any_body() returns text[]
language sql immutable
return array[
    'issue.file', 'paper.record', 'plan_approval.record', 'contact.add', 'contact.renew', 'contact.verify', 'contact.end',
    'token.issue'];

-- Whether who acts is the body that his role is.
create or replace function app.acts_as_its_body() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return app.is_its_body(auth.district(), auth.role(), auth.organisation(), auth.today());
end
$$;

grant execute on function app.acts_as_its_body() to yanshou_service, yanshou_reader, yanshou_jobs;
