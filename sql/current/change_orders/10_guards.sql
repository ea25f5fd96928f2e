-- Change orders: refused in principle (LC-08-5), decided by two who have no part in it, inside the budget.

-- Whether someone is, or acts for, a unit: his own appointments count, and units linked by control where asked.
create or replace function app.person_is_of(
    in_person uuid, in_organisation uuid, target uuid, on_day date, in_linked boolean default true
) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from (
            select in_organisation as organisation_id
            union
            select organisation_id from auth.appointment
            where person_id = in_person and valid_from <= on_day and (valid_to is null or valid_to >= on_day)
        ) own
        where own.organisation_id = target
            or (in_linked and auth.units_are_linked(own.organisation_id, target, on_day, on_day))
    );
end
$$;

create or replace function app.tg__change_order_begins() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    signed record;
begin
    if new.state <> 'draft' then
        raise exception using errcode = 'YS001', constraint = 'change_order_begins_as_a_draft',
            message = 'a change order begins as a draft';
    end if;
    if new.applicant_id <> auth.person() or new.applicant_organisation_id <> auth.organisation() then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_its_applicants_own',
            message = 'a change order is asked for in one''s own name';
    end if;
    if app.contract_ended_on(new.district, new.contract_id) is not null then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_of_a_standing_contract',
            message = 'the contract ended: nothing of it is changed';
    end if;
    select project_id, contractor_id into signed from app.contract
    where district = new.district and contract_id = new.contract_id;
    if signed.project_id <> new.project_id or signed.contractor_id <> new.beneficiary_id then
        raise exception using errcode = 'YS001', constraint = 'change_order_names_its_contract',
            message = 'the contract is of another project, or of another contractor';
    end if;
    return new;
end
$$;

-- Lines are written with the draft and stay as they were submitted.
create or replace function app.tg__change_order_line_is_of_the_bill() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    ordered record;
    billed record;
begin
    select state, contract_id, project_id into ordered from app.change_order
    where district = new.district and change_order_id = new.change_order_id for no key update;
    if ordered.state <> 'draft' then
        raise exception using errcode = 'YS001', constraint = 'approved_change_order_is_frozen',
            message = 'lines are added to drafts only';
    end if;
    select contract_id, unit_price_fen into billed from app.bill_line
    where district = new.district and bill_line_id = new.bill_line_id;
    if billed.contract_id <> ordered.contract_id or billed.unit_price_fen <> new.unit_price_fen
        or new.project_id <> ordered.project_id
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_line_is_of_the_bill',
            message = 'the line is of another contract, or has another price than the bill';
    end if;
    return null;
end
$$;

-- Contracts, approved changes and this one against the approved budget (概算), INV-07.
create or replace function app.change_order_overrun_fen(in_district integer, in_project uuid, in_order uuid)
returns bigint
language sql stable security definer set search_path = ''
as $$
    select (
        app.contracts_take(in_district, in_project)
        -- What ended counts with what was built of its changes.
        + (select coalesce(sum(cost_fen), 0) from app.change_order
            where district = in_district and project_id = in_project
                and app.contract_ended_on(district, contract_id) is null
                and (change_order_id = in_order or state in ('approved', 'implemented', 'closed')))
        - coalesce((select approved_budget_fen from app.project_budget
            where district = in_district and project_id = in_project), 0)
    )::bigint
$$;

-- The step itself, and what each step waits for. Every step queues at the project's row.
create or replace function app.tg__change_order_step() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
    missing text;
begin
    if (new.project_id, new.contract_id, new.number, new.title, new.reason, new.applicant_id,
            new.applicant_organisation_id, new.beneficiary_id, new.cost_fen, new.days, new.created_at)
        is distinct from (old.project_id, old.contract_id, old.number, old.title, old.reason, old.applicant_id,
            old.applicant_organisation_id, old.beneficiary_id, old.cost_fen, old.days, old.created_at)
        or (old.state <> 'draft' and (new.ground, new.funding_source, new.larger, new.determination_id,
            new.submitted_on) is distinct from (old.ground, old.funding_source, old.larger, old.determination_id,
            old.submitted_on))
        or (old.settled_on is not null and new.settled_on is distinct from old.settled_on)
    then
        raise exception using errcode = 'YS001', constraint = 'approved_change_order_is_frozen',
            message = 'what was submitted stays as it was submitted';
    end if;
    if new.state = old.state then
        return new;
    end if;
    if not exists (
        select from app.change_order_step where from_state = old.state and to_state = new.state
    ) then
        raise exception using errcode = 'YS001', constraint = 'change_order_step_is_allowed',
            message = format('a change order does not go from %s to %s', old.state, new.state);
    end if;
    select state, edition, construction_unit_id into project from app.project
    where district = new.district and project_id = new.project_id for no key update;

    if new.state in ('blocked', 'opinions') and auth.organisation() <> new.applicant_organisation_id then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_its_applicants_own',
            message = 'a change order is submitted by the unit that asks for it';
    end if;
    if new.state = 'withdrawn'
        and auth.organisation() not in (new.applicant_organisation_id, project.construction_unit_id)
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_withdrawn_by_its_applicant',
            message = 'the applicant''s unit or the construction unit withdraws a change order';
    end if;
    if (new.state = 'implemented' and auth.role() not in ('supervisor', 'construction_unit'))
        or (new.state = 'closed' and auth.role() <> 'construction_unit')
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_followed_up_by_supervisor_or_owner',
            message = 'the supervisor or the construction unit says that a change is carried out';
    end if;
    if new.state in ('blocked', 'opinions') and project.state <> 'S14' then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_during_works',
            message = format('the project is at %s; works are changed while they are built', project.state);
    end if;
    if new.state = 'opinions' then
        if not exists (
            select from policy.parameter
            where edition = project.edition and key = 'change.grounds' and value = new.ground
                and new.submitted_on between valid_from and coalesce(valid_to, 'infinity')
        ) and (new.ground is not null or not exists (
            select from policy.parameter
            where edition = project.edition and key = 'change.allowed_in_principle' and value = 'true'
                and new.submitted_on between valid_from and coalesce(valid_to, 'infinity')
        )) then
            raise exception using errcode = 'YS001', constraint = 'change_order_ground_is_open',
                message = 'changes are not allowed in principle, and no ground is open for this one';
        end if;
        select string_agg(distinct needed.value, ', ') into missing
        from policy.parameter needed
        where needed.edition = project.edition
            and needed.key in ('change.papers', 'change.grounds.' || new.ground || '.papers')
            and new.submitted_on between needed.valid_from and coalesce(needed.valid_to, 'infinity')
            and not exists (
                select from app.paper
                where paper.district = new.district and paper.subject_kind = 'change_order'
                    and paper.subject_id = new.change_order_id and paper.kind = needed.value
            );
        if missing is not null then
            raise exception using errcode = 'YS001', constraint = 'change_order_papers_are_present',
                message = format('papers are missing: %s', missing);
        end if;
        if new.cost_fen is distinct from (
            select sum(amount_fen) from app.change_order_line
            where district = new.district and change_order_id = new.change_order_id
        ) then
            raise exception using errcode = 'YS001', constraint = 'change_order_amount_is_its_lines',
                message = 'the amount is not the sum of the lines';
        end if;
        perform app.refuse_when_blocked(new.district, new.project_id, 'change');
    end if;
    if new.state = 'owner_decision' then
        select string_agg(needed.value, ', ' order by needed.value) into missing
        from policy.parameter needed
        where needed.edition = project.edition and needed.key = 'change.opinions'
            and not exists (
                select from app.change_order_opinion
                where district = new.district and change_order_id = new.change_order_id and role = needed.value
            );
        if missing is not null then
            raise exception using errcode = 'YS001', constraint = 'change_order_waits_for_opinions',
                message = format('opinions are missing: %s', missing);
        end if;
    end if;
    if (new.state = 'rejected' and not exists (
            select from app.change_order_decision
            where district = new.district and change_order_id = new.change_order_id and not approves))
        or (new.state in ('district_decision', 'approved') and (
            select count(*) from app.change_order_decision
            where district = new.district and change_order_id = new.change_order_id and approves
        ) <> (case new.state when 'approved' then 2 else 1 end))
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_waits_for_its_decisions',
            message = format('nobody decided that the change order goes to %s', new.state);
    end if;
    if new.state in ('opinions', 'approved') then
        if app.contract_ended_on(new.district, new.contract_id) is not null then
            raise exception using errcode = 'YS001', constraint = 'change_order_is_of_a_standing_contract',
                message = 'the contract ended: nothing of it is changed';
        end if;
        perform app.change_order_meets_its_budget(new.district, new.project_id, new.change_order_id,
            new.larger, coalesce(new.settled_on, new.submitted_on));
    end if;
    return new;
end
$$;

-- INV-07 and INV-08, at submission and again at the last approval. The sums are taken under the project's lock.
create or replace function app.change_order_meets_its_budget(
    in_district integer, in_project uuid, in_order uuid, in_larger boolean, in_day date
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
    overrun bigint := app.change_order_overrun_fen(in_district, in_project, in_order);
    larger boolean;
begin
    select edition into pinned from app.project where district = in_district and project_id = in_project;
    -- The limit holds wherever the rules do not say that it does not.
    if overrun > 0 and not exists (
        select from policy.parameter
        where edition = pinned and key = 'change.budget_limit' and value = 'false'
            and in_day between valid_from and coalesce(valid_to, 'infinity')
    ) then
        raise exception using errcode = 'YS001', constraint = 'change_stays_within_budget',
            message = format('contracts and changes exceed the approved budget by %s fen', overrun);
    end if;
    if app.change_reaches_the_tender_line(in_district, in_order, in_day) then
        raise exception using errcode = 'YS001', constraint = 'change_stays_below_the_tender_line',
            message = 'what was bought without a tender would have to be tendered with this change';
    end if;
    -- Strictly above the share of the contract's price, changes up and down counted together.
    select in_larger or coalesce(bool_or(
            (
                select sum(abs(o.cost_fen)) from app.change_order o
                where o.district = in_district and o.contract_id = mine.contract_id
                    and (o.change_order_id = in_order or o.state in ('approved', 'implemented', 'closed'))
            ) * split_part(ratio.value, '/', 2)::bigint > c.amount_fen * split_part(ratio.value, '/', 1)::bigint
        ), true) into larger
    from app.change_order mine
    join app.contract c using (district, contract_id)
    join policy.parameter ratio on ratio.edition = pinned and ratio.key = 'change.larger_ratio'
        and in_day between ratio.valid_from and coalesce(ratio.valid_to, 'infinity')
    where mine.district = in_district and mine.change_order_id = in_order;
    if larger and not exists (
        select from app.paper
        where paper.district = in_district and subject_kind = 'change_order' and subject_id = in_order
            and kind = 'original_authority_approval'
    ) then
        raise exception using errcode = 'YS001', constraint = 'larger_change_has_original_authority',
            message = 'a larger change waits for the authority that first approved';
    end if;
end
$$;

create or replace function app.tg__change_order_opinion() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    ordered record;
begin
    -- Locked in a statement of its own: one that also reads the order would see it as it was before the wait.
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select o.state, p.edition into ordered
    from app.project p join app.change_order o using (district, project_id)
    where p.district = new.district and p.project_id = new.project_id and o.change_order_id = new.change_order_id;
    if ordered.state is distinct from 'opinions' then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_open_for_opinions',
            message = 'opinions are given between screening and decision';
    end if;
    if new.person_id <> auth.person() or new.organisation_id <> auth.organisation() or new.role <> auth.role()
        or not exists (
            select from policy.parameter
            where edition = ordered.edition and key = 'change.opinions' and value = new.role
        )
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_opinion_is_of_its_role',
            message = 'an opinion is given in one''s own name, by a role that the rule asks';
    end if;
    return null;
end
$$;

-- LC-08-5: decided by street and district, by two who neither asked for the change nor gain by it.
create or replace function app.tg__change_order_decision() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    ordered record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select o.*, p.construction_unit_id, p.edition into ordered
    from app.project p join app.change_order o using (district, project_id)
    where p.district = new.district and p.project_id = new.project_id and o.change_order_id = new.change_order_id;
    if ordered.state is distinct from new.level || '_decision' then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_decided_in_order',
            message = format('the change order does not wait for the decision of the %s', new.level);
    end if;
    if new.person_id <> auth.person() or new.organisation_id <> auth.organisation()
        or auth.role() <> (case new.level when 'owner' then 'construction_unit' else 'renovation_office' end)
        or (new.level = 'owner' and new.organisation_id <> ordered.construction_unit_id)
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_is_decided_by_its_authority',
            message = format('the decision of the %s is not this actor''s to take', new.level);
    end if;
    if new.person_id = ordered.applicant_id or app.person_is_of(
        new.person_id, new.organisation_id, ordered.applicant_organisation_id, new.decided_on)
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_approver_is_not_applicant',
            message = 'whoever asks for a change, or belongs to who asks, does not decide it';
    end if;
    if app.person_is_of(new.person_id, new.organisation_id, ordered.beneficiary_id, new.decided_on) then
        raise exception using errcode = 'YS001', constraint = 'change_order_approver_is_not_beneficiary',
            message = 'whoever gains by a change does not decide it';
    end if;
    -- HOUSE-CHG-7: who approves against an opinion says why to whoever gave it.
    if new.approves and app.policy_says(ordered.edition, 'change.opposing_opinions_answered', 'true', new.decided_on)
        and exists (
            select from app.change_order_opinion given
            where given.district = new.district and given.change_order_id = new.change_order_id and not given.supports
                and not coalesce(app.says_something(ordered.edition, new.answers ->> given.role), false)
        )
    then
        raise exception using errcode = 'YS001', constraint = 'change_order_decision_answers_what_opposes_it',
            message = 'an opinion against the change is not answered';
    end if;
    return null;
end
$$;

-- A pending order holds its lines, their payment and acceptance; an approved one adds to the bill.
create or replace function app.tg__change_order_takes_effect() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pending constant text[] := array['blocked', 'opinions', 'owner_decision', 'district_decision'];
    line record;
begin
    if new.state = any(pending) and not old.state = any(pending) then
        perform app.put_block(new.district, new.project_id, 'joint_acceptance',
            'acceptance_waits_for_change_orders', 'change_order', new.change_order_id);
        for line in
            select bill_line_id from app.change_order_line
            where district = new.district and change_order_id = new.change_order_id order by bill_line_id
        loop
            perform app.put_block(new.district, new.project_id, 'log', 'log_waits_for_change_order',
                'change_order', new.change_order_id, 'bill_line', line.bill_line_id);
            perform app.put_block(new.district, new.project_id, 'payment', 'payment_waits_for_change_order',
                'change_order', new.change_order_id, 'bill_line', line.bill_line_id);
        end loop;
    elsif old.state = any(pending) and not new.state = any(pending) then
        perform app.lift_block(new.district, 'change_order', new.change_order_id);
    end if;
    if new.state = 'approved' and old.state <> 'approved' then
        insert into app.bill_addition
            (district, bill_addition_id, project_id, bill_line_id, change_order_id, quantity_milli, amount_fen, op_id)
        select district, gen_random_uuid(), project_id, bill_line_id, change_order_id, quantity_milli, amount_fen,
            new.op_id
        from app.change_order_line
        where district = new.district and change_order_id = new.change_order_id;
        -- What it is worth now may bring others of its kind to the line.
        if exists (select from app.project_budget where district = new.district and project_id = new.project_id) then
            perform app.hold_money_of_split_lots(new.district, new.project_id);
        end if;
    end if;
    return null;
end
$$;

-- The bill grows only by approved change orders, line by line, exactly as approved.
create or replace function app.tg__bill_addition_comes_from_an_approved_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if not exists (
            select from app.change_order o join app.change_order_line l using (district, change_order_id, project_id)
            where o.district = new.district and o.change_order_id = new.change_order_id
                and o.project_id = new.project_id and o.state = 'approved' and l.bill_line_id = new.bill_line_id
                and l.quantity_milli = new.quantity_milli and l.amount_fen = new.amount_fen
        )
    then
        raise exception using errcode = 'YS001', constraint = 'bill_addition_comes_from_an_approved_change',
            message = 'the bill is added to by approved change orders, exactly as approved';
    end if;
    return null;
end
$$;

create or replace trigger _200_change_order_begins before insert on app.change_order
    for each row execute function app.tg__change_order_begins();
create or replace trigger _200_change_order_step before update on app.change_order
    for each row execute function app.tg__change_order_step();
create or replace trigger _500_change_order_takes_effect after update on app.change_order
    for each row execute function app.tg__change_order_takes_effect();
create or replace trigger _100_fact_is_never_changed before update or delete on app.change_order_line
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_change_order_line_is_of_the_bill after insert on app.change_order_line
    for each row execute function app.tg__change_order_line_is_of_the_bill();
create or replace trigger _100_fact_is_never_changed before update or delete on app.change_order_opinion
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_change_order_opinion after insert on app.change_order_opinion
    for each row execute function app.tg__change_order_opinion();
create or replace trigger _100_fact_is_never_changed before update or delete on app.change_order_decision
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_change_order_decision after insert on app.change_order_decision
    for each row execute function app.tg__change_order_decision();
create or replace trigger _500_bill_addition_comes_from_an_approved_change after insert on app.bill_addition
    for each row execute function app.tg__bill_addition_comes_from_an_approved_change();
