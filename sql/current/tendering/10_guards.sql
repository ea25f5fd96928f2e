-- A contract, a package, a determination and a budget meet here, each behind the project's row.

-- TEN-6, TEN-11: where lots that belong together reach the line after one was signed without tender,
-- the start, the logs and the money wait until that is put right: by the office, which counts one apart or lets the tender be
-- left out, or takes items out of the scheme. To withdraw the neighbour leaves its works in the scheme.
create or replace function app.hold_money_of_split_lots(in_district integer, in_project uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    signed record;
begin
    for signed in
        select contract.contract_id, contract.package_id, said.as_of from app.contract
        join app.package using (district, package_id)
        join app.determination said using (district, determination_id)
        where contract.district = in_district and contract.project_id = in_project
            and contract.method not in ('public_tender', 'invited_tender')
            and not exists (
                select from app.tender_exemption exemption
                where exemption.district = in_district and exemption.package_id = contract.package_id
            )
    loop
        if app.package_must_be_tendered(in_district, signed.package_id, null, signed.as_of) then
            perform app.put_block(in_district, in_project, 'payment', 'lots_are_tendered_together',
                'split_lot', signed.contract_id);
            perform app.put_block(in_district, in_project, 'start', 'lots_are_tendered_together',
                'split_lot', signed.contract_id);
            perform app.put_block(in_district, in_project, 'log', 'lots_are_tendered_together',
                'split_lot', signed.contract_id, 'bill_line', line.bill_line_id)
            from app.bill_line line
            where line.district = in_district and line.contract_id = signed.contract_id;
        else
            perform app.lift_block(in_district, 'split_lot', signed.contract_id);
        end if;
    end loop;
end
$$;

-- A package is added and re-estimated behind the project's row, where contracts queue too.
create or replace function app.tg__package_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project
    where district = new.district and project_id = new.project_id and state <> 'S23' for no key update;
    if not found then
        raise exception using errcode = 'YS001', constraint = 'package_is_of_an_open_project',
            message = 'a closed project buys nothing more';
    end if;
    if tg_op = 'UPDATE' then
        -- What ended leaves a rest that may cost more; the whole never comes to less by it.
        if new.project_id <> old.project_id or (
            exists (select from app.contract where district = new.district and package_id = new.package_id)
            and (new.estimate_fen, new.works_part_fen, new.goods_part_fen, new.services_part_fen, new.listed_part_fen,
                    new.planned_method)
                is distinct from (old.estimate_fen, old.works_part_fen, old.goods_part_fen, old.services_part_fen,
                    old.listed_part_fen, old.planned_method)
            and ((app.standing_contract(new.district, new.package_id)).contract_id is not null
                or new.estimate_fen < old.estimate_fen or new.works_part_fen < old.works_part_fen
                or new.goods_part_fen < old.goods_part_fen or new.services_part_fen < old.services_part_fen
                or new.listed_part_fen < old.listed_part_fen)
        ) then
            raise exception using errcode = 'YS001', constraint = 'package_is_fixed_once_signed',
                message = 'a package whose contract is signed is not re-estimated';
        end if;
        if old.withdrawn_on is not null then
            raise exception using errcode = 'YS001', constraint = 'package_stays_withdrawn',
                message = 'a withdrawn package is not taken up again: another one is filed';
        end if;
        if new.withdrawn_on is not null and exists (
            select from app.contract where district = new.district and package_id = new.package_id
        ) then
            raise exception using errcode = 'YS001', constraint = 'package_is_withdrawn_before_its_contract',
                message = 'a package whose contract is signed is not withdrawn';
        end if;
        if old.widened and not new.widened then
            raise exception using errcode = 'YS001', constraint = 'package_group_only_widens',
                message = 'a merge group is widened, never narrowed';
        end if;
    end if;
    return new;
end
$$;

-- S6: an estimate that falls across the line after a determination waits for its explanation.
create or replace function app.tg__estimate_cut_is_explained() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- A package that is withdrawn has given its reason.
    if tg_op = 'UPDATE' and new.withdrawn_on is null
        and new.determination_id is not distinct from old.determination_id
        and (new.estimate_explanation is null or new.estimate_explanation is not distinct from old.estimate_explanation)
        and exists (
            select from app.merge_group(new) member
            join app.determination said on said.district = member.district
                and said.determination_id = member.determination_id
            where said.verdict = 'must_tender'
                and not app.package_must_be_tendered(member.district, member.package_id, null, said.as_of)
        )
    then
        raise exception using errcode = 'YS001', constraint = 'estimate_cut_across_line_is_explained',
            message = 'an estimate lowered below the line after the determination needs an explanation of its own';
    end if;
    if exists (
        select from app.project_budget where district = new.district and project_id = new.project_id
    ) then
        perform app.hold_money_of_split_lots(new.district, new.project_id);
    end if;
    return null;
end
$$;

-- A determination that stands for a package says what the figures say, today.
create or replace function app.tg__determination_agrees_with_its_figures() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found_edition text;
begin
    if new.question not in ('tender_single', 'tender_group', 'epc_tender') or new.subject_kind <> 'package' then
        return null;
    end if;
    select edition into found_edition from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found_edition <> new.edition
        or new.inputs ->> 'basis' is distinct from app.tender_basis(new.district, new.subject_id)
        or not exists (
            select from app.package
            where district = new.district and package_id = new.subject_id and project_id = new.project_id
        )
        or new.verdict <> 'needs_source'
            and (new.verdict = 'must_tender')
                is distinct from app.package_must_be_tendered(new.district, new.subject_id, null, new.as_of)
    then
        raise exception using errcode = 'YS001', constraint = 'determination_agrees_with_its_figures',
            message = 'the determination does not follow from the packages and the money of the project';
    end if;
    return null;
end
$$;

create or replace function app.tg__package_names_its_own_determination() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.determination_id is not null and not exists (
        select from app.determination
        where district = new.district and determination_id = new.determination_id
            and subject_kind = 'package' and subject_id = new.package_id
            and question in ('tender_single', 'tender_group', 'epc_tender')
    ) then
        raise exception using errcode = 'YS001', constraint = 'package_names_its_own_determination',
            message = 'a package stands on a determination of its own';
    end if;
    return new;
end
$$;

-- TEN, INV-07: a contract waits for its determination and its budget, and follows both.
create or replace function app.tg__contract_follows_its_determination() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.package;
    said app.determination;
    exempted app.tender_exemption;
    found_state text;
    approved bigint;
    committed numeric;
    whole bigint;
begin
    select state into found_state from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into own from app.package
    where district = new.district and package_id = new.package_id and project_id = new.project_id;
    if (app.standing_contract(new.district, new.package_id)).contract_id is not null then
        raise exception using errcode = 'YS001', constraint = 'package_has_one_contract',
            message = 'a contract of this package stands';
    end if;
    -- What was done under contracts that ended counts beside this one.
    whole := new.amount_fen + coalesce(app.taken_by_ended(new.district, new.package_id), 0);
    if own.withdrawn_on is not null then
        raise exception using errcode = 'YS001', constraint = 'contract_is_for_a_standing_package',
            message = 'no contract is signed for a package that was withdrawn';
    end if;
    if new.signed_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'contract_day_has_come',
            message = 'a contract is recorded once it is signed';
    end if;
    if own.category in ('works', 'goods', 'epc') and found_state in ('S06', 'S07', 'S08', 'S09') then
        raise exception using errcode = 'YS001', constraint = 'contract_waits_for_approvals',
            message = 'works and goods are contracted after feasibility and preliminary design are approved';
    end if;
    select approved_budget_fen into approved from app.project_budget
    where district = new.district and project_id = new.project_id;
    if approved is null then
        raise exception using errcode = 'YS001', constraint = 'tender_waits_for_the_budget',
            message = 'the budget and the sources of money of the project are not recorded';
    end if;
    select * into said from app.determination
    where district = new.district and determination_id = own.determination_id;
    if said.verdict is null or said.verdict = 'needs_source' then
        raise exception using errcode = 'YS001', constraint = 'contract_waits_for_determination',
            message = 'whether this package must be tendered is not determined';
    end if;
    if new.method not in ('public_tender', 'invited_tender') and (
        said.verdict = 'must_tender'
        or app.package_must_be_tendered(new.district, new.package_id, new.amount_fen, said.as_of)
    ) then
        select * into exempted from app.tender_exemption
        where district = new.district and package_id = new.package_id;
        if not found then
            raise exception using errcode = 'YS001', constraint = 'contract_follows_its_determination',
                message = format('this package must be tendered; it is not signed by %s', new.method);
        end if;
        if exempted.up_to_fen < whole then
            raise exception using errcode = 'YS001', constraint = 'contract_stays_within_its_exemption',
                message = format('the exemption carries %s of %s fen', exempted.up_to_fen, whole);
        end if;
    end if;
    if new.method not in ('public_tender', 'invited_tender') and whole > own.estimate_fen then
        raise exception using errcode = 'YS001', constraint = 'direct_contract_stays_within_its_estimate',
            message = format('the package was estimated at %s fen', own.estimate_fen);
    end if;
    if said.inputs ->> 'basis' is distinct from app.tender_basis(new.district, new.package_id) then
        raise exception using errcode = 'YS001', constraint = 'determination_is_up_to_date',
            message = 'packages of the group or the money of the project changed after the determination';
    end if;
    committed := app.contracts_take(new.district, new.project_id) + new.amount_fen;
    if committed > approved then
        raise exception using errcode = 'YS001', constraint = 'contract_stays_within_budget',
            message = format('contracts would come to %s of %s fen approved', committed, approved);
    end if;
    return new;
end
$$;

-- TEN-13: an exemption stands on a ground of the law's list, approved by the office, which neither builds nor buys.
create or replace function app.tg__exemption_is_approved() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.package;
    found record;
begin
    select edition, construction_unit_id into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    select * into own from app.package where district = new.district and package_id = new.package_id;
    if not exists (
        select from policy.parameter
        where edition = found.edition and key = 'tender.exemptions' and value = new.ground
            and auth.today() between valid_from and coalesce(valid_to, 'infinity')
    ) then
        raise exception using errcode = 'YS001', constraint = 'exemption_ground_is_of_the_law',
            message = format('%s is no ground for leaving out the tender', new.ground);
    end if;
    if new.approved_by <> auth.person() or new.approver_role <> auth.role() or not exists (
        select from policy.parameter
        where edition = found.edition and key = 'tender.exemption_approvers' and value = new.approver_role
            and auth.today() between valid_from and coalesce(valid_to, 'infinity')
    ) then
        raise exception using errcode = 'YS001', constraint = 'exemption_is_approved_by_its_authority',
            message = 'an exemption is approved by who acts, in a role that may';
    end if;
    if auth.organisation() = found.construction_unit_id then
        raise exception using errcode = 'YS001', constraint = 'exemption_is_approved_by_another_unit',
            message = 'the unit that buys does not exempt itself';
    end if;
    if own.withdrawn_on is not null or own.estimate_fen <> new.up_to_fen then
        raise exception using errcode = 'YS001', constraint = 'exemption_is_for_the_package_as_it_stands',
            message = 'an exemption is for a standing package and its present estimate';
    end if;
    if new.document_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'exemption_document_is_not_dated_ahead',
            message = 'a document bears no day that is yet to come';
    end if;
    perform app.hold_money_of_split_lots(new.district, new.project_id);
    return null;
end
$$;

-- INV-07: the budget never falls below what is signed, and changes only with the approving authority's document.
create or replace function app.tg__budget_covers_its_contracts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    committed numeric;
    found_edition text;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.adjustment_number is null or new.adjustment_number is not distinct from old.adjustment_number then
        raise exception using errcode = 'YS001', constraint = 'budget_adjustment_has_its_approval',
            message = 'the budget is adjusted by a new document of the authority that approved it';
    end if;
    -- An edition from before the kind lets no such paper be recorded.
    select edition into found_edition from app.project where district = new.district and project_id = new.project_id;
    if app.policy_says(found_edition, 'paper.recorders', 'budget_approval', auth.today()) and (
        new.paper_id is not distinct from old.paper_id or not exists (
            select from app.paper
            where paper.district = new.district and paper.paper_id = new.paper_id
                and paper.project_id = new.project_id and paper.subject_kind = 'project'
                and paper.kind = 'budget_approval' and paper.approved_fen = new.total_investment_fen
                and app.paper_stands(paper.district, paper.sha256)
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'budget_adjustment_rests_on_its_paper',
            message = 'the adjustment names no stored approval of its own for this total';
    end if;
    committed := app.contracts_take(new.district, new.project_id);
    if committed > new.approved_budget_fen then
        raise exception using errcode = 'YS001', constraint = 'contract_stays_within_budget',
            message = format('contracts come to %s of %s fen approved', committed, new.approved_budget_fen);
    end if;
    return new;
end
$$;

create or replace function app.tg__budget_change_reaches_the_packages() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    perform app.hold_money_of_split_lots(new.district, new.project_id);
    return null;
end
$$;

-- The bill is signed with its contract, in the same event, and never grows afterwards.
create or replace function app.tg__bill_line_is_of_its_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    signed app.contract;
    lines numeric;
begin
    select * into signed from app.contract where district = new.district and contract_id = new.contract_id;
    if signed.op_id is distinct from new.op_id then
        raise exception using errcode = 'YS001', constraint = 'bill_is_signed_with_its_contract',
            message = 'the bill is fixed when its contract is signed; changes are change orders';
    end if;
    if new.works_item_id is not null and not exists (
        select from app.works_item
        where district = new.district and works_item_id = new.works_item_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'bill_line_serves_an_item_of_the_scheme',
            message = 'a bill line serves an item of the approved scheme of its own project';
    end if;
    -- TEN-3, TEN-11: under another label the same works would have no line, no approvals and no delivery mode.
    if not exists (
        select from app.package
        where district = new.district and package_id = signed.package_id and category in ('works', 'epc')
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_are_bought_as_works',
            message = 'items of the scheme are bought as works or by a general contract';
    end if;
    select sum(round(quantity_milli::numeric * unit_price_fen / 1000)) into lines from app.bill_line
    where district = new.district and contract_id = new.contract_id;
    if lines > signed.amount_fen then
        raise exception using errcode = 'YS001', constraint = 'bill_stays_within_its_contract',
            message = format('the lines come to %s of %s fen', lines, signed.amount_fen);
    end if;
    return null;
end
$$;

create or replace function app.tg__works_contract_has_its_bill() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.package
        where district = new.district and package_id = new.package_id and category in ('works', 'epc')
    ) and not exists (
        select from app.bill_line where district = new.district and contract_id = new.contract_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_contract_has_its_bill',
            message = 'a works contract is signed with its bill of quantities';
    end if;
    return null;
end
$$;

create or replace trigger _200_package_meets_project before insert or update on app.package
    for each row execute function app.tg__package_meets_project();
create or replace trigger _210_package_names_its_own_determination before insert or update on app.package
    for each row execute function app.tg__package_names_its_own_determination();
create or replace trigger _500_estimate_cut_is_explained after insert or update on app.package
    for each row execute function app.tg__estimate_cut_is_explained();
create or replace trigger _500_determination_agrees_with_its_figures after insert on app.determination
    for each row execute function app.tg__determination_agrees_with_its_figures();
create or replace trigger _500_exemption_is_approved after insert on app.tender_exemption
    for each row execute function app.tg__exemption_is_approved();
create or replace trigger _100_fact_is_never_changed before update or delete on app.tender_exemption
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_contract_follows_its_determination before insert on app.contract
    for each row execute function app.tg__contract_follows_its_determination();
create or replace trigger _100_fact_is_never_changed before update or delete on app.contract
    for each row execute function app.tg__fact_is_never_changed();
create constraint trigger _800_works_contract_has_its_bill after insert on app.contract
    deferrable initially deferred for each row execute function app.tg__works_contract_has_its_bill();
create or replace trigger _200_budget_covers_its_contracts before update on app.project_budget
    for each row execute function app.tg__budget_covers_its_contracts();
create or replace trigger _500_budget_change_reaches_the_packages after insert or update on app.project_budget
    for each row execute function app.tg__budget_change_reaches_the_packages();
create or replace trigger _500_bill_line_is_of_its_contract after insert on app.bill_line
    for each row execute function app.tg__bill_line_is_of_its_contract();
create or replace trigger _100_fact_is_never_changed before update or delete on app.bill_line
    for each row execute function app.tg__fact_is_never_changed();
