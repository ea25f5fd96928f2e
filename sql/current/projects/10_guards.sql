-- The start gate and the steps of a project.

create or replace function app.tg__project_step_is_allowed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_op = 'INSERT' then
        -- Who names no stage beside the states came in at its state.
        if new.entered_state = 'S06' then
            new.entered_state := new.state;
        end if;
        if new.state <> (case
            when new.entered_state in ('S11', 'S12') then 'S10' when new.entered_state in ('S17', 'S18', 'S19') then 'S16'
            when new.entered_state = 'S21' then 'S20' else new.entered_state end)
        then
            raise exception using errcode = 'YS001', constraint = 'imported_stage_is_of_its_state',
                message = format('who comes in at %s does not stand at %s', new.entered_state, new.state);
        end if;
        if new.entered_state between 'S16' and 'S22' and new.accepted_on is null then
            raise exception using errcode = 'YS001', constraint = 'import_names_its_acceptance',
                message = 'a project behind its acceptance names the day of it';
        end if;
        if new.accepted_on > auth.today() then
            raise exception using errcode = 'YS001', constraint = 'front_fact_is_not_dated_ahead',
                message = 'an acceptance is told once it has passed';
        end if;
        if new.state <> 'S00' and exists (
            select from policy.parameter where edition = new.edition and key = 'projects.steps'
        ) and new.state not in ('S14', 'S15', 'S16', 'S20', 'S22') and not exists (
            select from policy.parameter
            where edition = new.edition and key = 'projects.steps' and split_part(value, '-', 2) = new.state
        ) then
            raise exception using errcode = 'YS001', constraint = 'project_enters_on_its_places_path',
                message = format('%s is no state of the place', new.state);
        end if;
        return new;
    end if;
    -- The front's steps are the place's own; where its packs name none, and from the permit on, they are the country's.
    if new.state <> old.state and not exists (
        select from policy.parameter
        where edition = new.edition and key = 'projects.steps' and value = old.state || '-' || new.state
    ) and not (exists (
        select from app.project_step where from_state = old.state and to_state = new.state
    ) and (old.state >= 'S13' or not exists (
        select from policy.parameter where edition = new.edition and key = 'projects.steps'
    ))) then
        raise exception using errcode = 'YS001', constraint = 'project_step_is_allowed',
            message = format('a project does not go from %s to %s', old.state, new.state);
    end if;
    return new;
end
$$;

-- LC-06-1…3: launch waits for the four papers, the special account and all of the residents' money.
-- Receipts, reversals and the launch queue at the project's row, which this update holds.
create or replace function app.tg__launch_gate() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    required bigint;
    paid bigint;
begin
    -- What the launch rested on is not taken away afterwards.
    if (new.state = old.state or new.state <> 'S07')
        and (old.account_number is null or new.account_number is not null or new.state < 'S07')
    then
        return new;
    end if;
    if new.account_number is null then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_special_account',
            message = 'the special account for renovation money is not opened';
    end if;
    if exists (
        select from policy.parameter needed
        where needed.edition = new.edition and needed.key = 'launch.required_papers'
            and not exists (
                select from app.paper
                where paper.district = new.district and subject_kind = 'project' and subject_id = new.project_id
                    and paper.kind = needed.value and app.paper_stands(paper.district, paper.sha256)
                    and app.is_of_its_scheme(paper)
            )
    ) or not exists (
        select from policy.parameter where edition = new.edition and key = 'launch.required_papers'
    ) then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_papers',
            message = 'papers of the launch application are missing';
    end if;
    select required_fen into required from app.funding_plan
    where district = new.district and project_id = new.project_id;
    select coalesce(sum(amount_fen), 0) into paid from app.receipt
    where district = new.district and project_id = new.project_id;
    if required is null or paid < required then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_resident_funds',
            message = format('the special account holds %s of %s fen', paid, required);
    end if;
    return new;
end
$$;

-- A receipt and a reversal lock the project, so that a launch never counts money that is leaving.
create or replace function app.tg__receipt_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
    paid bigint;
    required bigint;
begin
    select state, account_number into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'receipt_waits_no_more',
            message = 'a closed project takes no money and gives none back';
    end if;
    if new.received_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'receipt_is_not_dated_ahead',
            message = 'money is received on a day that has come';
    end if;
    if found.account_number is null then
        raise exception using errcode = 'YS001', constraint = 'receipt_waits_for_special_account',
            message = 'resident money is received only into the special account';
    end if;
    if new.reverses is not null then
        if not exists (
            select from app.receipt
            where district = new.district and receipt_id = new.reverses and project_id = new.project_id
                and amount_fen = -new.amount_fen
        ) then
            raise exception using errcode = 'YS001', constraint = 'receipt_reversal_is_whole',
                message = 'a reversal takes back one whole receipt of the same project';
        end if;
        if found.state <> 'S06' then
            select required_fen into required from app.funding_plan
            where district = new.district and project_id = new.project_id;
            select coalesce(sum(amount_fen), 0) into paid from app.receipt
            where district = new.district and project_id = new.project_id;
            if paid < required then
                raise exception using errcode = 'YS001', constraint = 'receipt_stays_after_launch',
                    message = 'money that the launch rests on cannot leave the account';
            end if;
        end if;
    end if;
    return null;
end
$$;

-- HOUSE-REC-1: whether a day lies further back than what is recorded late may. An edition from before knows no such number.
create or replace function app.is_recorded_late(edition text, fact date) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
    return coalesce(
        auth.today() - fact
            > (select app.policy_on(is_recorded_late.edition, 'front.recorded_within_days', auth.today()))::integer,
        false);
end
$$;

-- LC-06-5: each body approves after the one before it, and only these; listing waits for all of them.
create or replace function app.tg__plan_approval_follows_its_chain() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
    previous date;
begin
    select state, edition into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.state <> 'S07' and not exists (
        select from policy.parameter
        where edition = found.edition and key = 'projects.steps' and value = found.state || '-S08'
    ) then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_waits_for_launch',
            message = 'the annual plan takes projects whose launch is done';
    end if;
    if not exists (
        select from policy.parameter
        where edition = found.edition and key = 'annual_plan.chain#' and value = new.ordinal || ':' || new.step
    ) then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_follows_its_chain',
            message = format('%s is not step %s of the chain', new.step, new.ordinal);
    end if;
    if new.ordinal > 1 then
        select approved_on into previous from app.plan_approval
        where district = new.district and project_id = new.project_id and ordinal = new.ordinal - 1;
        if previous is null or previous > new.approved_on then
            raise exception using errcode = 'YS001', constraint = 'plan_approval_follows_its_chain',
                message = 'the step before this one is not approved';
        end if;
    end if;
    if new.approved_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_is_not_dated_ahead',
            message = 'an approval bears no day that is yet to come';
    end if;
    if app.is_recorded_late(found.edition, new.approved_on) then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_recorded_in_its_time',
            message = 'an approval of long ago is taken in with its paper';
    end if;
    -- An edition that names no bodies knows the order alone.
    if not exists (
        select from policy.parameter where edition = found.edition and key = 'annual_plan.bodies'
    ) then
        return null;
    end if;
    if not exists (
        select from policy.parameter
        where edition = found.edition and key = 'annual_plan.bodies.' || new.step || '.roles' and value = auth.role()
    ) then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_is_of_its_body',
            message = format('%s is not said by %s', new.step, auth.role());
    end if;
    if (app.district_bodies(new.district, auth.today()) ->> new.step)::uuid <> auth.organisation() then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_is_of_its_body',
            message = format('%s is another unit of this district', new.step);
    end if;
    if exists (
        select from app.plan_approval done
        join ledger.entry said on said.district = done.district and said.entry_id = done.op_id
        where done.district = new.district and done.project_id = new.project_id and done.ordinal <> new.ordinal
            and said.organisation_id = auth.organisation()
    ) then
        raise exception using errcode = 'YS001', constraint = 'plan_approval_is_of_another_unit',
            message = 'no unit says two steps of the chain';
    end if;
    return null;
end
$$;

create or replace function app.tg__listing_waits_for_the_chain() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> old.state and new.state = 'S08' and exists (
        select from policy.parameter needed
        where needed.edition = new.edition and needed.key = 'annual_plan.chain#'
            and not exists (
                select from app.plan_approval done
                where done.district = new.district and done.project_id = new.project_id
                    and done.ordinal || ':' || done.step = needed.value
            )
    ) then
        raise exception using errcode = 'YS001', constraint = 'listing_waits_for_the_chain',
            message = 'the annual plan lists a project after every body of the chain has approved it';
    end if;
    return new;
end
$$;

-- INV-05, for every place whose own gates do not ask for it. An edition older than the list of papers names the two
-- among those of its approvals.
create or replace function app.tg__listing_waits_for_investment_decision() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> old.state and new.state = 'S08'
        and app.policy_text(new.edition, 'investment.plan_needs_approval') = 'true'
        and not exists (
            select from policy.parameter
            where edition = new.edition and key = 'projects.requirements'
                and split_part(value, '.', 2) = 'investment_decision'
        ) and not exists (
            select from policy.parameter needed join app.paper
                on paper.district = new.district and paper.subject_kind = 'project'
                and paper.subject_id = new.project_id and paper.kind = needed.value
                and app.paper_stands(paper.district, paper.sha256)
            where needed.edition = new.edition
                and needed.key in ('investment.decision_papers', 'approval.papers.S10')
        )
    then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_investment_decision',
            message = 'the yearly plan takes no project before its investment is decided';
    end if;
    return new;
end
$$;

-- LC-12-2…4: review, approvals and permit wait for their papers.
create or replace function app.tg__approval_waits_for_papers() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> old.state and new.state in ('S09', 'S10', 'S13') and exists (
        select from policy.parameter needed
        where needed.edition = new.edition and needed.key = 'approval.papers.' || new.state
            and not exists (
                select from app.paper
                where paper.district = new.district and subject_kind = 'project' and subject_id = new.project_id
                    and paper.kind = needed.value and app.paper_stands(paper.district, paper.sha256)
            )
    ) then
        raise exception using errcode = 'YS001', constraint = 'approval_waits_for_papers',
            message = format('papers for %s are missing', new.state);
    end if;
    return new;
end
$$;

-- HOUSE-PAP-1: gates rest on the project's papers, so each is recorded by the body whose it is, while it is open.
create or replace function app.tg__paper_is_recorded_by_its_body() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    if new.dated > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'paper_is_not_dated_ahead',
            message = 'a paper bears no day that is yet to come';
    end if;
    -- Papers of before carry none.
    if new.kind = 'budget_approval' and new.approved_fen is null then
        raise exception using errcode = 'YS001', constraint = 'budget_approval_names_its_total',
            message = 'an approval of a budget is recorded with the total that it approves';
    end if;
    -- LC-14-1: nor those of a scheme.
    if new.kind = 'scheme_approval' and new.approved_mandatory_fen is null then
        raise exception using errcode = 'YS001', constraint = 'scheme_approval_names_its_amounts',
            message = 'an approval of a scheme is recorded with what it approves by class of works';
    end if;
    if new.subject_kind <> 'project' then
        return null;
    end if;
    if new.subject_id <> new.project_id then
        raise exception using errcode = 'YS001', constraint = 'paper_is_of_its_project',
            message = 'a paper of a project is recorded with that project';
    end if;
    select state, edition into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'paper_waits_no_more',
            message = 'a closed project takes no more papers';
    end if;
    if not exists (
        select from policy.parameter
        where edition = found.edition and key = 'paper.recorders' and value = new.kind
            and auth.today() between valid_from and coalesce(valid_to, 'infinity')
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_kind_is_known',
            message = format('%s is no kind of paper that the edition of this project knows', new.kind);
    end if;
    if not exists (
        select from policy.parameter
        where edition = found.edition and key = 'paper.recorders.' || new.kind || '.roles' and value = auth.role()
    ) then
        raise exception using errcode = 'YS001', constraint = 'paper_is_recorded_by_its_body',
            message = format('%s is not recorded by %s', new.kind, auth.role());
    end if;
    -- HOUSE-BOD-3: of two bodies in one role, the paper is the one's whose approval it is.
    if not app.records_papers_of(new.district, found.edition, new.kind) then
        raise exception using errcode = 'YS001', constraint = 'paper_is_recorded_by_its_body',
            message = format('%s is a paper of another body of the district', new.kind);
    end if;
    return null;
end
$$;

create or replace trigger _500_paper_is_recorded_by_its_body after insert on app.paper
    for each row execute function app.tg__paper_is_recorded_by_its_body();
create or replace trigger _220_approval_waits_for_papers before update on app.project
    for each row execute function app.tg__approval_waits_for_papers();
create or replace trigger _100_project_step_is_allowed before insert or update on app.project
    for each row execute function app.tg__project_step_is_allowed();
create or replace trigger _200_launch_gate before update on app.project
    for each row execute function app.tg__launch_gate();
create or replace trigger _210_listing_waits_for_the_chain before update on app.project
    for each row execute function app.tg__listing_waits_for_the_chain();
create or replace trigger _215_listing_waits_for_investment_decision before update on app.project
    for each row execute function app.tg__listing_waits_for_investment_decision();
create or replace function app.tg__receipt_is_counted_up() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    insert into app.resident_fund as fund (district, project_id, paid_fen, receipts)
    values (new.district, new.project_id, new.amount_fen, 1)
    on conflict (district, project_id) do update
        set paid_fen = fund.paid_fen + excluded.paid_fen, receipts = fund.receipts + 1;
    return null;
end
$$;
create or replace trigger _400_receipt_is_counted_up after insert on app.receipt
    for each row execute function app.tg__receipt_is_counted_up();
create or replace trigger _500_receipt_meets_project after insert on app.receipt
    for each row execute function app.tg__receipt_meets_project();
create or replace trigger _100_fact_is_never_changed before update or delete on app.receipt
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_plan_approval_follows_its_chain after insert on app.plan_approval
    for each row execute function app.tg__plan_approval_follows_its_chain();
create or replace trigger _100_fact_is_never_changed before update or delete on app.plan_approval
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.works_item
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.funding_plan
    for each row execute function app.tg__fact_is_never_changed();
