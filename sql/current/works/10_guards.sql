-- The start of works, logs within the bill, lots accepted by others, payment within contract and log.

-- Who signs a decision is whoever acts in this transaction: nobody signs for another.
create or replace function app.refuse_signing_for_another(in_person uuid, in_organisation uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    if in_person is distinct from auth.person() or in_organisation is distinct from auth.organisation() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'a decision carries the person and the unit that act in this transaction';
    end if;
end
$$;

-- PER-7: what is done is judged by the supervisor or the construction unit, and by no third party.
create or replace function app.judges_works() returns boolean
language sql stable security definer set search_path = ''
as $$
    select auth.role() in ('supervisor', 'whole_process_consultant', 'construction_unit', 'agent_construction')
$$;

-- Locks the project and refuses anything of the works outside the time of works.
create or replace function app.refuse_outside_works(in_district integer, in_project uuid) returns date
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select state, works_began_on into found from app.project
    where district = in_district and project_id = in_project for no key update;
    if found.state is distinct from 'S14' then
        raise exception using errcode = 'YS001', constraint = 'works_are_under_way',
            message = format('works are not under way: the project stands at %s', found.state);
    end if;
    return found.works_began_on;
end
$$;

-- PER-2: without a permit, the works contracts stay within the limit of the exemption on the day works began.
create or replace function app.refuse_works_without_permit(
    in_district integer, in_project uuid, in_edition text, in_began date
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    total bigint;
    allowed bigint := coalesce(app.policy_number(in_edition, 'permit.exempt_below', in_began), 0);
begin
    if exists (
        select from app.paper
        where district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = 'permit' and dated <= in_began
    ) then
        return;
    end if;
    select sum(app.contract_takes(contract)) into total from app.contract
    where contract.district = in_district and contract.project_id = in_project
        and exists (
            select from app.bill_line line
            where line.district = contract.district and line.contract_id = contract.contract_id);
    if total > allowed
        or (total = allowed and not app.policy_says(in_edition, 'permit.exempt_inclusive', 'true', in_began))
    then
        raise exception using errcode = 'YS001', constraint = 'permit_exemption_is_for_small_works',
            message = 'the works contracts are beyond the limit of the exemption from the permit';
    end if;
end
$$;

-- The other order: a works contract that is signed while works go on under an exemption.
create or replace function app.tg__bill_meets_permit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select state, edition, works_began_on into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.state = 'S14' then
        perform app.refuse_works_without_permit(
            new.district, new.project_id, found.edition, found.works_began_on);
    end if;
    return null;
end
$$;

-- S14: launch and listing are the steps before; a contract, the permit and quality supervision are asked here.
create or replace function app.tg__works_start_gate() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.works_began_on is not null and new.works_began_on is distinct from old.works_began_on then
        raise exception using errcode = 'YS001', constraint = 'works_start_day_stays',
            message = 'the day on which works began stays as it was recorded';
    end if;
    if new.state = old.state or new.state <> 'S14' then
        return new;
    end if;
    if new.works_began_on is null then
        raise exception using errcode = 'YS001', constraint = 'works_start_names_its_day',
            message = 'the start of works names its day';
    end if;
    if not exists (
        select from app.contract join app.bill_line line using (district, contract_id)
        where contract.district = new.district and contract.project_id = new.project_id
            and app.contract_ended_on(contract.district, contract.contract_id) is null
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_start_waits_for_contract',
            message = 'no works contract with its bill of quantities stands';
    end if;
    if not exists (
        select from app.paper
        where district = new.district and subject_kind = 'project' and subject_id = new.project_id
            and kind in ('permit', 'permit_exemption') and dated <= new.works_began_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_start_waits_for_permit',
            message = 'neither a construction permit nor an exemption from it is recorded';
    end if;
    perform app.refuse_works_without_permit(new.district, new.project_id, new.edition, new.works_began_on);
    if not exists (
        select from app.paper
        where district = new.district and subject_kind = 'project' and subject_id = new.project_id
            and kind = 'quality_supervision' and dated <= new.works_began_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_start_waits_for_quality_supervision',
            message = 'the works are not registered for quality supervision';
    end if;
    -- PER-5: renovation as such need not be supervised; what the street has found to need it does. An edition from before knows
    -- no such paper.
    if exists (
        select from app.paper
        where district = new.district and subject_kind = 'project' and subject_id = new.project_id
            and kind = 'supervision_mandate'
    ) and exists (
        select from policy.parameter where edition = new.edition and key = 'supervision.mandatory'
    ) and not exists (
        select from app.engagement
        where district = new.district and project_id = new.project_id and role = 'supervisor'
            and valid_from <= auth.today() and (valid_to is null or valid_to >= auth.today())
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_start_waits_for_supervisor',
            message = 'works that need supervision have no supervisor';
    end if;
    perform app.refuse_when_blocked(new.district, new.project_id, 'start');
    return new;
end
$$;

-- What a line asks by contract and approved changes, and what approved logs hold of it, in thousandths of its unit.
create or replace function app.line_stands_at(
    in_line app.bill_line, out due_milli bigint, out done_milli bigint
)
language plpgsql stable set search_path = ''
as $$
begin
    due_milli := in_line.quantity_milli + (
        select coalesce(sum(quantity_milli), 0) from app.bill_addition
        where district = in_line.district and bill_line_id = in_line.bill_line_id);
    done_milli := (
        select coalesce(sum(quantity.quantity_milli), 0)
        from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
        where quantity.district = in_line.district and quantity.bill_line_id = in_line.bill_line_id
            and log.kind = 'construction' and log.state = 'approved');
end
$$;

-- Lines of contracts that ended, of which something was neither built nor taken up by the contract that came after.
create or replace function app.left_by_ended_contracts(in_district integer, in_project uuid)
returns table (code text, title text, unit text, due_milli bigint, done_milli bigint)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select line.code, line.title, line.unit, stands.due_milli, stands.done_milli
        from app.bill_line line
        join app.contract signed using (district, contract_id)
        cross join lateral app.line_stands_at(line) stands
        cross join lateral app.item_reduced(line.district, line.works_item_id) reduced
        left join app.works_item item on item.district = line.district and item.works_item_id = line.works_item_id
        where line.district = in_district and line.project_id = in_project and in_district = auth.district()
            and auth.sees(in_project) and app.contract_ended_on(in_district, line.contract_id) is not null
            and line.works_item_id is not null and (reduced = 0 or line.unit = item.unit)
            and stands.due_milli - stands.done_milli - reduced > (
                select coalesce(sum(taken.quantity_milli), 0)
                from app.bill_line taken join app.contract later using (district, contract_id)
                where later.district = in_district and later.package_id = signed.package_id
                    and app.contract_ended_on(in_district, later.contract_id) is null
                    and taken.works_item_id = line.works_item_id and taken.unit = line.unit
            );
end
$$;

-- Items of the approved scheme of which approved logs hold less than is to be built: not contracted, or not done.
create or replace function app.unfinished_items(in_district integer, in_project uuid)
returns table (code text, title text, unit text, due_milli bigint, done_milli bigint, held_milli bigint)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select item.code, item.title, item.unit, stands.due_milli, stands.done_milli, stands.held_milli
        from app.works_item item cross join lateral app.item_stands_at(item) stands
        where item.district = in_district and item.project_id = in_project and in_district = auth.district()
            and auth.sees(in_project) and not item.excluded and stands.done_milli < stands.due_milli;
end
$$;

-- What is not built: of one contract the lines whose approved logs hold less than contract and approved changes, charges
-- aside; of the project all of them, what contracts that ended left, and the items of the scheme.
create or replace function app.unfinished_lines(in_district integer, in_project uuid, in_contract uuid default null)
returns text
language sql stable security definer set search_path = ''
as $$
    select string_agg(open.code, ', ' order by open.code)
    from (
        select line.code from app.bill_line line cross join lateral app.line_stands_at(line) stands
        where line.district = in_district and line.project_id = in_project
            and (in_contract is null or line.contract_id = in_contract)
            and stands.done_milli < stands.due_milli and line.works_item_id is not null
            and app.contract_ended_on(in_district, line.contract_id) is null
        union
        select rest.code from app.left_by_ended_contracts(in_district, in_project) rest where in_contract is null
        union
        select item.code from app.unfinished_items(in_district, in_project) item where in_contract is null
    ) open
$$;

-- Whether lots of the works are not passed, of one contract or of all. What was only planned under a contract that ended is not
-- built any more.
create or replace function app.lots_are_open(in_district integer, in_project uuid, in_contract uuid default null)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.inspection_lot lot
        where lot.district = in_district and lot.project_id = in_project and lot.state <> 'passed'
            and (in_contract is null or lot.contract_id = in_contract)
            and (lot.state <> 'planned' or app.contract_ended_on(lot.district, lot.contract_id) is null)
    )
$$;

-- What a report of completion waits for: lots, logs and quantities, of one works contract or of all of them.
create or replace function app.refuse_unfinished_works(
    in_district integer, in_project uuid, in_contract uuid default null
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    lines text;
begin
    if exists (
        select from app.bill_line line
        where line.district = in_district and line.project_id = in_project
            and (in_contract is null or line.contract_id = in_contract)
            and not exists (
                select from app.inspection_lot lot
                where lot.district = line.district and lot.contract_id = line.contract_id
            )
            and app.contract_holds(line.district, line.contract_id)
    ) or app.lots_are_open(in_district, in_project, in_contract) then
        raise exception using errcode = 'YS001', constraint = 'completion_waits_for_inspection_lots',
            message = 'inspection lots are missing or not passed';
    end if;
    if exists (
        select from app.daily_log
        where district = in_district and project_id = in_project and state in ('draft', 'submitted')
            and (in_contract is null or contract_id = in_contract)
    ) then
        raise exception using errcode = 'YS001', constraint = 'completion_waits_for_daily_logs',
            message = 'daily logs wait for their decision';
    end if;
    lines := app.unfinished_lines(in_district, in_project, in_contract);
    if lines is not null then
        raise exception using errcode = 'YS001', constraint = 'completion_waits_for_quantities',
            message = format('approved logs hold less than contract and approved changes: %s', lines);
    end if;
end
$$;

-- A contractor reports his own works contract, once it is carried out.
create or replace function app.tg__completion_report() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    perform app.refuse_signing_for_another(new.reported_by, new.organisation_id);
    if not exists (
        select from app.contract join app.bill_line line using (district, contract_id)
        where contract.district = new.district and contract.contract_id = new.contract_id
            and contract.project_id = new.project_id and contract.contractor_id = new.organisation_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'completion_is_reported_by_its_contractor',
            message = 'completion is reported by the unit that signed the works contract';
    end if;
    perform app.refuse_unfinished_works(new.district, new.project_id, new.contract_id);
    return null;
end
$$;

-- S15: every works contract is carried out, and its own contractor has reported it.
create or replace function app.tg__completion_gate() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    silent text;
begin
    if new.state = old.state or new.state <> 'S15' then
        return new;
    end if;
    perform app.refuse_unfinished_works(new.district, new.project_id);
    select string_agg(distinct contract.number, ', ') into silent
    from app.contract join app.bill_line line using (district, contract_id)
    where contract.district = new.district and contract.project_id = new.project_id
        and app.contract_holds(contract.district, contract.contract_id) and not exists (
        select from app.completion_report report
        where report.district = contract.district and report.contract_id = contract.contract_id
    );
    if silent is not null then
        raise exception using errcode = 'YS001', constraint = 'completion_waits_for_every_contractor',
            message = format('completion is not reported for: %s', silent);
    end if;
    return new;
end
$$;

-- 质量管理条例 第三十七条, PER-7: whether a supervisor is engaged today, whose word on a contractor's log is no other's.
create or replace function app.is_supervised(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.engagement
        where district = in_district and project_id = in_project and in_district = auth.district()
            and role in ('supervisor', 'whole_process_consultant')
            and auth.today() between valid_from and coalesce(valid_to, 'infinity')
    )
$$;
grant execute on function app.is_supervised(integer, uuid) to yanshou_service, yanshou_reader, yanshou_jobs;

create or replace function app.tg__daily_log_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    began date;
begin
    began := app.refuse_outside_works(new.district, new.project_id);
    if new.logged_on < began then
        raise exception using errcode = 'YS001', constraint = 'daily_log_is_not_before_the_works',
            message = 'a log is not of a day before the works began';
    end if;
    if new.state in ('draft', 'submitted') and app.contract_ended_on(new.district, new.contract_id) is not null then
        raise exception using errcode = 'YS001', constraint = 'daily_log_is_of_a_standing_contract',
            message = 'nothing is logged under a contract whose end is confirmed';
    end if;
    if tg_op = 'INSERT' then
        if new.state not in ('draft', 'submitted') or new.revision <> 1 then
            raise exception using errcode = 'YS001', constraint = 'daily_log_step_is_allowed',
                message = 'a log begins as a draft or handed in, at its first revision';
        end if;
        if not exists (
            select from app.contract
            where district = new.district and contract_id = new.contract_id and project_id = new.project_id
                and (new.kind = 'supervision' or contractor_id = new.organisation_id)
        ) or not exists (
            select from app.project
            where district = new.district and project_id = new.project_id and edition = new.edition
        ) then
            raise exception using errcode = 'YS001', constraint = 'daily_log_is_of_its_project',
                message = 'a log is of a contract of its project, and a construction log of its contractor';
        end if;
        perform app.refuse_signing_for_another(new.written_by, new.organisation_id);
        return new;
    end if;
    if old.state = 'approved' then
        raise exception using errcode = 'YS001', constraint = 'approved_daily_log_is_frozen',
            message = 'an approved log is not changed';
    end if;
    if new.state <> old.state and not exists (
        select from app.daily_log_step where from_state = old.state and to_state = new.state
    ) then
        raise exception using errcode = 'YS001', constraint = 'daily_log_step_is_allowed',
            message = format('a daily log does not go from %s to %s', old.state, new.state);
    end if;
    if (new.headcount, new.weather, new.delay_hours, new.delay_cause, new.no_work_reason, new.note, new.written_on)
        is distinct from
        (old.headcount, old.weather, old.delay_hours, old.delay_cause, old.no_work_reason, old.note, old.written_on)
        or new.revision <> old.revision
    then
        if old.state not in ('draft', 'rejected') or new.revision <> old.revision + 1 then
            raise exception using errcode = 'YS001', constraint = 'daily_log_is_rewritten_as_a_revision',
                message = 'what a log says changes only in a new revision of a draft or rejected log';
        end if;
    end if;
    if new.state in ('draft', 'submitted') then
        perform app.refuse_signing_for_another(new.written_by, new.organisation_id);
        return new;
    end if;
    perform app.refuse_signing_for_another(new.decided_by, new.decided_organisation_id);
    if not app.judges_works() then
        raise exception using errcode = 'YS001', constraint = 'daily_log_is_decided_by_supervisor_or_owner',
            message = 'a log is decided by the supervisor or the construction unit';
    end if;
    if new.state = 'approved' and new.late and auth.role() not in ('supervisor', 'whole_process_consultant') then
        raise exception using errcode = 'YS001', constraint = 'late_daily_log_needs_the_supervisor',
            message = 'a late log is approved by the supervisor';
    end if;
    if new.state = 'approved' and new.kind = 'construction'
        and auth.role() not in ('supervisor', 'whole_process_consultant')
        and app.is_supervised(new.district, new.project_id)
    then
        raise exception using errcode = 'YS001', constraint = 'daily_log_waits_for_its_supervisor',
            message = 'a contractor''s log is approved by the supervisor, where one is engaged';
    end if;
    return new;
end
$$;

-- What may still be logged on a line: contract, plus approved additions, less what construction logs hold.
create or replace function app.bill_line_room(in_district integer, in_line uuid) returns bigint
language sql stable security definer set search_path = ''
as $$
    select line.quantity_milli
        + coalesce((
            select sum(quantity_milli) from app.bill_addition
            where district = in_district and bill_line_id = in_line), 0)::bigint
        - coalesce((
            select sum(quantity.quantity_milli)
            from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
            where quantity.district = in_district and quantity.bill_line_id = in_line
                and log.kind = 'construction' and log.state <> 'rejected'), 0)::bigint
    from app.bill_line line where line.district = in_district and line.bill_line_id = in_line
$$;

-- Logs and additions queue at the project, then at the line: whoever comes second sees the first.
create or replace function app.refuse_beyond_bill(in_district integer, in_line uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    room bigint;
begin
    perform from app.bill_line where district = in_district and bill_line_id = in_line for no key update;
    room := app.bill_line_room(in_district, in_line);
    if room < 0 then
        raise exception using errcode = 'YS001', constraint = 'log_quantity_stays_within_bill',
            message = format('the logged quantity is %s thousandths beyond contract and approved changes', -room),
            detail = format('bill line %s', in_line);
    end if;
end
$$;

create or replace function app.tg__log_quantity_stays_within_bill() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    log record;
    line record;
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    select * into log from app.daily_log
    where district = new.district and daily_log_id = new.daily_log_id;
    if log.project_id <> new.project_id or log.revision <> new.revision or log.op_id <> new.op_id then
        raise exception using errcode = 'YS001', constraint = 'log_quantity_comes_with_its_log',
            message = 'quantities are written together with the revision of the log that states them';
    end if;
    select * into line from app.bill_line where district = new.district and bill_line_id = new.bill_line_id;
    if line.project_id <> new.project_id or line.contract_id <> log.contract_id then
        raise exception using errcode = 'YS001', constraint = 'log_quantity_is_of_its_contract',
            message = 'a log states quantities on lines of its own contract';
    end if;
    if log.kind = 'construction' then
        perform app.refuse_when_blocked(new.district, new.project_id, 'log', new.bill_line_id);
        perform app.refuse_beyond_bill(new.district, new.bill_line_id);
    end if;
    return null;
end
$$;

-- A rejected log handed in again counts again: with the quantities it then has.
create or replace function app.tg__daily_log_counts_again() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    line uuid;
begin
    if old.state = 'rejected' and new.state <> 'rejected' and new.kind = 'construction' then
        for line in
            select bill_line_id from app.log_quantity
            where district = new.district and daily_log_id = new.daily_log_id and revision = new.revision
            order by bill_line_id
        loop
            perform app.refuse_when_blocked(new.district, new.project_id, 'log', line);
            perform app.refuse_beyond_bill(new.district, line);
        end loop;
    end if;
    return null;
end
$$;

create or replace function app.tg__bill_addition_meets_logs() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    if not exists (
        select from app.bill_line
        where district = new.district and bill_line_id = new.bill_line_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'bill_addition_is_of_its_project',
            message = 'an addition is to a line of its own project';
    end if;
    perform app.refuse_beyond_bill(new.district, new.bill_line_id);
    return null;
end
$$;

create or replace function app.tg__log_photo_comes_with_its_log() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.daily_log
        where district = new.district and daily_log_id = new.daily_log_id and project_id = new.project_id
            and revision = new.revision and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'log_photo_comes_with_its_log',
            message = 'photos are written together with the revision of the log that shows them';
    end if;
    return null;
end
$$;

create or replace function app.tg__inspection_lot_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.refuse_outside_works(new.district, new.project_id);
    if tg_op = 'INSERT' then
        if new.state <> 'planned' or new.round <> 1 then
            raise exception using errcode = 'YS001', constraint = 'inspection_lot_step_is_allowed',
                message = 'an inspection lot begins as planned';
        end if;
        if not exists (
            select from app.contract
            where district = new.district and contract_id = new.contract_id and project_id = new.project_id
                and contractor_id = new.organisation_id
        ) then
            raise exception using errcode = 'YS001', constraint = 'inspection_lot_is_of_its_project',
                message = 'an inspection lot is of a contract of its project and of its contractor';
        end if;
        if new.organisation_id is distinct from auth.organisation() then
            raise exception using errcode = 'YS001', constraint = 'inspection_lot_is_moved_by_its_contractor',
                message = 'a lot is planned by the unit whose works are inspected';
        end if;
        return new;
    end if;
    if new.state = old.state or not exists (
        select from app.inspection_lot_step where from_state = old.state and to_state = new.state
    ) or new.round <> old.round + (case when old.state = 'failed' then 1 else 0 end) then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_step_is_allowed',
            message = format('an inspection lot does not go from %s to %s', old.state, new.state);
    end if;
    if new.state in ('passed', 'failed') then
        perform app.refuse_signing_for_another(new.acceptor_id, new.acceptor_organisation_id);
        if not app.judges_works() then
            raise exception using errcode = 'YS001', constraint = 'inspection_lot_is_inspected_by_supervisor_or_owner',
                message = 'a lot is inspected by the supervisor or the construction unit';
        end if;
    elsif auth.organisation() <> new.organisation_id then
        raise exception using errcode = 'YS001', constraint = 'inspection_lot_is_moved_by_its_contractor',
            message = 'notice and rectification are given by the unit whose works are inspected';
    end if;
    return new;
end
$$;
grant execute on function app.left_by_ended_contracts(integer, uuid), app.unfinished_items(integer, uuid)
    to yanshou_service, yanshou_reader;
