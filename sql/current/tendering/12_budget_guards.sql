-- The money that tendering rests on: the budget follows the funding plan, packages and direct contracts follow the budget.

-- TEN-1a, TEN-11: the fiscal part is at least the plan's, and the total is the plan's, or that of a stored approval that
-- the budget names. Whichever of the two is recorded second meets the other behind the project's row.
create or replace function app.budget_meets_its_plan(
    in_budget app.project_budget, in_named_before uuid, in_total_before bigint
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    plan app.funding_plan;
begin
    select * into plan from app.funding_plan
    where district = in_budget.district and project_id = in_budget.project_id;
    if not found then
        return;
    end if;
    if in_budget.budget_funds_fen < plan.subsidy_fen then
        raise exception using errcode = 'YS001', constraint = 'budget_follows_the_funding_plan',
            message = format('budget money of %s fen is less than the %s of the plan',
                in_budget.budget_funds_fen, plan.subsidy_fen);
    end if;
    if in_budget.total_investment_fen <> plan.total_fen and (
        not exists (
            select from app.paper
            where paper.district = in_budget.district and paper.paper_id = in_budget.paper_id
                and paper.project_id = in_budget.project_id and paper.subject_kind = 'project'
                and paper.kind = 'budget_approval' and app.paper_stands(paper.district, paper.sha256)
                -- An approval of before carries no total.
                and coalesce(paper.approved_fen, in_budget.total_investment_fen) = in_budget.total_investment_fen
        )
        -- A paper approves one total.
        or in_budget.total_investment_fen <> in_total_before and in_budget.paper_id = in_named_before
    ) then
        raise exception using errcode = 'YS001', constraint = 'budget_follows_the_funding_plan',
            message = format('a total of %s fen is not the %s of the plan, and no stored approval says so',
                in_budget.total_investment_fen, plan.total_fen);
    end if;
end
$$;

-- Whether a gate that is still ahead of a project asks how far its budget is above the estimate.
create or replace function app.estimate_gate_is_ahead(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select in_district = auth.district() and app.requirement_is_ahead(in_district, in_project, 'estimate') $$;

-- What the packages that stand come to: each its contract with what ended before it, or its estimate as long as there is none.
create or replace function app.packages_come_to(in_district integer, in_project uuid) returns numeric
language sql stable security definer set search_path = ''
as $$
    select coalesce(sum(case
        when taken.signed_fen is null then greatest(package.estimate_fen, taken.fen)
        else coalesce(taken.fen, 0) + taken.signed_fen end), 0)
    from app.package
    cross join lateral (
        select app.taken_by_ended(package.district, package.package_id) as fen,
            (app.standing_contract(package.district, package.package_id)).amount_fen as signed_fen
    ) taken
    where package.district = in_district and package.project_id = in_project and package.withdrawn_on is null
$$;

-- GS-04-4: whether later affordable housing, as the last finding on its scope has it, would cost more than its square metres allow.
create or replace function app.is_above_the_affordable_cap(in_district integer, in_project uuid, in_total bigint)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from app.project owner
        join app.community using (district, community_id)
        cross join lateral (
            select inputs ->> 'housing' as housing from app.determination
            where district = in_district and subject_kind = 'project' and subject_id = in_project and question = 'scope'
            order by created_at desc, determination_id desc limit 1
        ) found
        where owner.district = in_district and owner.project_id = in_project and found.housing = 'affordable'
            and extract(year from community.completed_on)
                > app.policy_text(owner.edition, 'scope.completed_by_year')::integer
            and in_total::numeric * 100
                > app.policy_text(owner.edition, 'affordable.cap_per_m2')::numeric * community.area_hundredths
    ) and not exists (
        select from app.paper
        where paper.district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = 'affordable_cap_exception' and app.paper_stands(paper.district, paper.sha256));
end
$$;

create or replace function app.tg__budget_follows_the_funding_plan() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.approved_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'budget_is_not_dated_ahead',
            message = 'a budget is recorded once it is approved';
    end if;
    -- INV-03, INV-07: the approved budget is the total investment; another total would move the share of budget money.
    if new.total_investment_fen <> new.approved_budget_fen then
        raise exception using errcode = 'YS001', constraint = 'total_investment_is_what_was_approved',
            message = format('a total of %s fen beside an approved budget of %s', new.total_investment_fen,
                new.approved_budget_fen);
    end if;
    if tg_op = 'INSERT' then
        perform app.budget_meets_its_plan(new, null, null);
    else
        perform app.budget_meets_its_plan(new, old.paper_id, old.total_investment_fen);
    end if;
    -- INV-02: before its gate the gate asks; after it, or where the place has none, the budget itself waits.
    if not app.estimate_gate_is_ahead(new.district, new.project_id)
        and not app.holds__estimate(new.district, new.project_id, '')
    then
        raise exception using errcode = 'YS001', constraint = 'budget_waits_for_the_overrun_answer',
            message = 'the budget is beyond the estimate, and the report of it is not answered';
    end if;
    -- CV-19: in principle, so that the level above may except it.
    if app.is_above_the_affordable_cap(new.district, new.project_id, new.approved_budget_fen) then
        raise exception using errcode = 'YS001', constraint = 'budget_waits_for_the_affordable_exception',
            message = 'the budget is above what later affordable housing may cost';
    end if;
    if app.packages_come_to(new.district, new.project_id) > new.approved_budget_fen then
        raise exception using errcode = 'YS001', constraint = 'packages_stay_within_budget',
            message = format('the packages come to %s of %s fen', app.packages_come_to(new.district, new.project_id),
                new.approved_budget_fen);
    end if;
    return null;
end
$$;

create or replace function app.tg__plan_meets_the_budget() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    budget app.project_budget;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into budget from app.project_budget where district = new.district and project_id = new.project_id;
    if found then
        perform app.budget_meets_its_plan(budget, null, null);
    end if;
    return null;
end
$$;

-- INV-07: what is to be bought stays within the approved budget; the guard before this one has locked the project.
create or replace function app.tg__packages_stay_within_budget() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    approved bigint;
    planned numeric;
begin
    if tg_op = 'UPDATE' and new.estimate_fen <= old.estimate_fen then
        return null;
    end if;
    select approved_budget_fen into approved from app.project_budget
    where district = new.district and project_id = new.project_id;
    planned := app.packages_come_to(new.district, new.project_id);
    if planned > approved then
        raise exception using errcode = 'YS001', constraint = 'packages_stay_within_budget',
            message = format('the packages come to %s of %s fen', planned, approved);
    end if;
    return null;
end
$$;

-- What is awarded without a tender costs no more than the scheme has for the items that its bill serves. A general
-- contract holds design and equipment as well, which are no items: its estimate bounds it.
create or replace function app.tg__direct_contract_stays_within_the_scheme() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    planned numeric;
    taken numeric;
begin
    if new.method in ('public_tender', 'invited_tender') or exists (
        select from app.package
        where district = new.district and package_id = new.package_id and category = 'epc'
    ) then
        return null;
    end if;
    select sum(item.amount_fen) into planned from app.works_item item
    where item.district = new.district and item.works_item_id in (
        select works_item_id from app.bill_line where district = new.district and contract_id = new.contract_id
    );
    -- Of a contract that ended, what was built.
    select coalesce(sum(round(other.quantity_milli::numeric * other.unit_price_fen / 1000)), 0) into taken
    from (
        select other.unit_price_fen, case
            when app.contract_ended_on(other.district, other.contract_id) is null then other.quantity_milli
            else app.line_logged(other.district, other.bill_line_id) end as quantity_milli
        from app.bill_line other
        where other.district = new.district and other.contract_id <> new.contract_id and other.works_item_id in (
            select works_item_id from app.bill_line where district = new.district and contract_id = new.contract_id
        )
    ) other;
    if new.amount_fen + taken > planned then
        raise exception using errcode = 'YS001', constraint = 'direct_contract_stays_within_the_scheme',
            message = format('the scheme has %s fen for these items, of which %s are contracted', planned, taken);
    end if;
    return null;
end
$$;

-- One approval has one total: the same document recorded again says the same. After the guard that queues at the project.
create or replace function app.tg__budget_approval_has_one_total() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.kind = 'budget_approval' and new.subject_kind = 'project' and exists (
        select from app.paper other
        where other.district = new.district and other.project_id = new.project_id and other.subject_kind = 'project'
            and other.kind = 'budget_approval' and other.approved_fen <> new.approved_fen
            and (other.sha256 = new.sha256 or nullif(btrim(other.number), '') = nullif(btrim(new.number), ''))
    ) then
        raise exception using errcode = 'YS001', constraint = 'budget_approval_has_one_total',
            message = 'this approval is recorded with another total';
    end if;
    return null;
end
$$;

create or replace trigger _530_budget_approval_has_one_total after insert on app.paper
    for each row execute function app.tg__budget_approval_has_one_total();
create or replace trigger _510_budget_follows_the_funding_plan after insert or update on app.project_budget
    for each row execute function app.tg__budget_follows_the_funding_plan();
create or replace trigger _510_plan_meets_the_budget after insert on app.funding_plan
    for each row execute function app.tg__plan_meets_the_budget();
create or replace trigger _510_packages_stay_within_budget after insert or update on app.package
    for each row execute function app.tg__packages_stay_within_budget();
create constraint trigger _810_direct_contract_stays_within_the_scheme after insert on app.contract
    deferrable initially deferred for each row execute function app.tg__direct_contract_stays_within_the_scheme();
revoke execute on function app.is_above_the_affordable_cap(integer, uuid, bigint) from yanshou_service, yanshou_reader, yanshou_jobs;
