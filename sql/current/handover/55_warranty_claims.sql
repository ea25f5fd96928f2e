-- Warranty claims: in their period, given to a contractor, mended by him, found mended by another.

create or replace function app.tg__warranty_claim_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    warranty app.warranty;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'INSERT' then
        select * into warranty from app.warranty
        where district = new.district and project_id = new.project_id and kind = new.kind;
        if new.state <> 'filed' or new.filed_on > auth.today()
            or new.filed_organisation_id is distinct from auth.organisation()
        then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_begins_as_it_is_filed',
                message = 'a claim begins as filed, by the unit that files it, on a day that has come';
        end if;
        -- Where the calendar of its last day is not published, nobody can say that it is over.
        if new.filed_on < warranty.accepted_on or new.filed_on > coalesce(
            warranty.effective_end_on, app.working_day_from(warranty.nominal_end_on),
            greatest(warranty.nominal_end_on, new.filed_on))
        then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_is_in_its_period',
                message = format('the warranty ran from %s through %s', warranty.accepted_on, warranty.nominal_end_on);
        end if;
        if not exists (
            select from app.contract left join app.package using (district, project_id, package_id)
            where contract.district = new.district and contract.project_id = new.project_id
                and contract.contractor_id = new.assignee_id and coalesce(package.category, 'works') in ('works', 'epc')
        ) then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_is_given_to_a_contractor',
                message = 'a claim goes to a unit that built for this project';
        end if;
        if new.issue_id is not null and not exists (
            select from app.issue
            where district = new.district and issue_id = new.issue_id and project_id = new.project_id
        ) then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_names_its_own_report',
                message = 'the report is of another project';
        end if;
        return new;
    end if;
    if (new.kind, new.place, new.description, new.urgent, new.filed_on, new.assignee_id)
        is distinct from (old.kind, old.place, old.description, old.urgent, old.filed_on, old.assignee_id)
        or not exists (
            select from app.warranty_claim_step where from_state = old.state and to_state = new.state
        )
    then
        raise exception using errcode = 'YS001', constraint = 'warranty_claim_step_is_allowed',
            message = format('a claim does not go from %s to %s', old.state, new.state);
    end if;
    if new.state in ('on_site', 'fixed') then
        if new.fixed_by_owner then
            -- QLT-11: who waits in vain mends it himself, at the contractor's cost.
            if auth.role() <> 'construction_unit' or not exists (
                select from app.clock
                where district = new.district and subject_kind = 'warranty_claim'
                    and subject_id = new.warranty_claim_id and met_on is null and due_on < auth.today()
            ) then
                raise exception using errcode = 'YS001', constraint = 'owner_mends_after_the_contractors_days',
                    message = 'the contractor''s days are not over';
            end if;
        elsif auth.organisation() is distinct from new.assignee_id then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_is_fixed_by_its_contractor',
                message = 'the contractor records his own coming and mending';
        end if;
        if new.state = 'on_site' and (new.on_site_on is null or new.on_site_on > auth.today())
            or new.state = 'fixed' and new.fixed_on > auth.today()
        then
            raise exception using errcode = 'YS001', constraint = 'warranty_claim_is_not_dated_ahead',
                message = 'what is done is recorded once it is done';
        end if;
    elsif auth.organisation() = new.assignee_id
        or auth.role() not in ('construction_unit', 'community', 'owners_body', 'utility')
        or (old.fixed_by_owner and auth.role() = 'construction_unit')
        or (new.state = 'verified' and new.verified_by is distinct from auth.person())
    then
        raise exception using errcode = 'YS001', constraint = 'warranty_claim_is_verified_by_another',
            message = 'whoever mended does not find it mended';
    end if;
    return new;
end
$$;

-- QLT-11: a claim begins with the clock of the contractor's coming, where the place sets one.
create or replace function app.tg__warranty_claim_starts_its_clock() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    days bigint;
begin
    select app.policy_number(edition, 'quality.contractor_on_site_days', new.filed_on) into days from app.project
    where district = new.district and project_id = new.project_id;
    if days is not null and not exists (
        select from app.clock
        where district = new.district and subject_kind = 'warranty_claim' and subject_id = new.warranty_claim_id
            and key = 'quality.contractor_on_site_days' and started_on = new.filed_on and case
                when new.urgent then due_on = new.filed_on
                else nominal_on = new.filed_on + days::integer
                    and due_on is not distinct from app.counted_day(new.filed_on, null, nominal_on)
            end
    ) then
        raise exception using errcode = 'YS001', constraint = 'warranty_claim_starts_its_clock',
            message = format('the contractor comes within %s days', days);
    end if;
    return null;
end
$$;

create or replace trigger _300_warranty_claim_follows_its_steps before insert or update on app.warranty_claim
    for each row execute function app.tg__warranty_claim_follows_its_steps();
create constraint trigger _600_warranty_claim_starts_its_clock after insert on app.warranty_claim
    deferrable initially deferred for each row execute function app.tg__warranty_claim_starts_its_clock();

grant update (
    state, on_site_on, fixed_on, fix, fixed_by_owner, cost_fen, returned_reason, verified_on, verified_by, op_id, version
) on app.warranty_claim to yanshou_service;

-- 报修公示: how many, and how far; nobody's name and no place.
create or replace view pub.warranty_claim as
select project_id, kind, state, count(*) as claims
from app.warranty_claim join (select district, project_id from app.project) its using (district, project_id)
group by project_id, kind, state;
