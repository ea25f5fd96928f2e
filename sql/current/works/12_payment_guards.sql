-- Payment claims: no more than was logged and approved, no more than the contract and its approved changes.

create or replace function app.tg__payment_claim_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    line uuid;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'INSERT' then
        if new.state <> 'submitted' then
            raise exception using errcode = 'YS001', constraint = 'payment_claim_step_is_allowed',
                message = 'a payment claim begins as handed in';
        end if;
        if not exists (
            select from app.contract
            where district = new.district and contract_id = new.contract_id and project_id = new.project_id
                and contractor_id = new.organisation_id
        ) then
            raise exception using errcode = 'YS001', constraint = 'payment_claim_is_of_its_contract',
                message = 'a payment claim is handed in by the contractor of a contract of the project';
        end if;
        if new.organisation_id <> auth.organisation() then
            raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
                message = 'a claim is handed in by the unit that claims';
        end if;
        perform app.refuse_when_blocked(new.district, new.project_id, 'payment', new.contract_id);
        return new;
    end if;
    if new.state = old.state or not exists (
        select from app.payment_claim_step where from_state = old.state and to_state = new.state
    ) then
        raise exception using errcode = 'YS001', constraint = 'payment_claim_step_is_allowed',
            message = format('a payment claim does not go from %s to %s', old.state, new.state);
    end if;
    if not app.judges_works()
        or (new.state = 'supervised' and auth.role() not in ('supervisor', 'whole_process_consultant'))
        or (new.state = 'certified' and auth.role() not in ('construction_unit', 'agent_construction'))
    then
        raise exception using errcode = 'YS001', constraint = 'payment_claim_is_decided_by_supervisor_and_owner',
            message = 'a claim is signed by the supervisor, then certified by the construction unit';
    end if;
    if new.state = 'supervised' then
        perform app.refuse_signing_for_another(new.supervised_by, new.supervised_organisation_id);
    elsif new.state = 'certified' then
        perform app.refuse_signing_for_another(new.certified_by, new.certified_organisation_id);
        -- LC-08-4: silence of the pack asks for the opinion too.
        if not app.policy_says(
            app.edition_of(new.district, new.project_id), 'payment.needs_audit_opinion', 'false', auth.today()
        ) and not exists (
            select from app.paper
            where district = new.district and subject_kind = 'payment_claim' and subject_id = new.payment_claim_id
                and kind = 'tracking_audit_opinion'
        ) then
            raise exception using errcode = 'YS001', constraint = 'payment_waits_for_audit_opinion',
                message = 'the tracking auditor has given no opinion on this claim';
        end if;
    end if;
    if new.state in ('supervised', 'certified') then
        perform app.refuse_when_blocked(new.district, new.project_id, 'payment', new.contract_id);
        for line in
            select bill_line_id from app.payment_claim_line
            where district = new.district and payment_claim_id = new.payment_claim_id
        loop
            perform app.refuse_when_blocked(new.district, new.project_id, 'payment', line);
        end loop;
    end if;
    return new;
end
$$;

create or replace function app.tg__payment_stays_within_log_and_contract() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    claim record;
    line record;
    claimed bigint;
    logged bigint;
    ceiling bigint;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into claim from app.payment_claim
    where district = new.district and payment_claim_id = new.payment_claim_id;
    select * into line from app.bill_line where district = new.district and bill_line_id = new.bill_line_id;
    if claim.op_id <> new.op_id or claim.project_id <> new.project_id or line.contract_id <> claim.contract_id then
        raise exception using errcode = 'YS001', constraint = 'payment_claim_line_comes_with_its_claim',
            message = 'lines are written with their claim and are of its contract';
    end if;
    if new.amount_fen <> floor((new.quantity_milli::numeric * line.unit_price_fen + 500) / 1000) then
        raise exception using errcode = 'YS001', constraint = 'payment_claim_line_is_quantity_times_price',
            message = 'the amount of a line is its quantity times the contract price, rounded half up to the fen';
    end if;
    perform app.refuse_when_blocked(new.district, new.project_id, 'payment', new.bill_line_id);
    select coalesce(sum(claimed_line.quantity_milli), 0) into claimed
    from app.payment_claim_line claimed_line join app.payment_claim other using (district, payment_claim_id)
    where claimed_line.district = new.district and claimed_line.bill_line_id = new.bill_line_id
        and other.state <> 'rejected';
    select coalesce(sum(quantity.quantity_milli), 0) into logged
    from app.log_quantity quantity join app.daily_log log using (district, daily_log_id, revision)
    where quantity.district = new.district and quantity.bill_line_id = new.bill_line_id
        and log.kind = 'construction' and log.state = 'approved';
    if claimed > logged then
        raise exception using errcode = 'YS001', constraint = 'payment_stays_within_logged_quantity',
            message = format('claims hold %s of %s thousandths in approved logs', claimed, logged);
    end if;
    select coalesce(sum(claimed_line.amount_fen), 0) into claimed
    from app.payment_claim_line claimed_line join app.payment_claim other using (district, payment_claim_id)
    where other.district = new.district and other.contract_id = claim.contract_id and other.state <> 'rejected';
    select contract.amount_fen + coalesce((
        select sum(addition.amount_fen) from app.bill_addition addition
        join app.bill_line added using (district, bill_line_id)
        where added.district = new.district and added.contract_id = claim.contract_id), 0)
    into ceiling
    from app.contract where contract.district = new.district and contract.contract_id = claim.contract_id;
    if claimed > ceiling then
        raise exception using errcode = 'YS001', constraint = 'payment_stays_within_contract',
            message = format('claims hold %s of %s fen', claimed, ceiling);
    end if;
    if line.charge is not null then
        perform app.refuse_charges_ahead(new.district, claim.contract_id);
    end if;
    return null;
end
$$;

-- D-132: charges of a bill (措施项目费, 规费, 税金 …) are claimed in step with its works, and never before them.
create or replace function app.refuse_charges_ahead(in_district integer, in_contract uuid) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select
        coalesce(sum(worth.fen) filter (where line.charge is not null), 0) as charges,
        coalesce(sum(worth.fen) filter (where line.charge is null), 0) as works,
        coalesce(sum(least(stands.done_milli, stands.due_milli)::numeric * line.unit_price_fen / 1000)
            filter (where line.charge is null), 0) as done,
        coalesce(sum((
            select sum(claimed.amount_fen)
            from app.payment_claim_line claimed join app.payment_claim claim using (district, payment_claim_id)
            where claimed.district = line.district and claimed.bill_line_id = line.bill_line_id
                and claim.state <> 'rejected'
        )) filter (where line.charge is not null), 0) as claimed
    into found
    from app.bill_line line cross join lateral app.line_stands_at(line) stands
    cross join lateral (select stands.due_milli::numeric * line.unit_price_fen / 1000 as fen) worth
    where line.district = in_district and line.contract_id = in_contract;
    if found.claimed * found.works > (found.charges + 1) * found.done then
        raise exception using errcode = 'YS001', constraint = 'charges_are_paid_with_the_works',
            message = format('%s of %s fen of works are done, and %s of %s fen of charges claimed',
                round(found.done), round(found.works), found.claimed, round(found.charges));
    end if;
end
$$;
revoke execute on function app.refuse_charges_ahead(integer, uuid) from yanshou_service, yanshou_reader, yanshou_jobs;

-- LC-08-4: the opinion on a claim is the tracking auditor's own.
create or replace function app.tg__audit_opinion_is_the_tracking_auditors() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.subject_kind <> 'payment_claim' or new.kind <> 'tracking_audit_opinion' then
        return new;
    end if;
    if auth.role() <> 'tracking_auditor' or not exists (
        select from app.payment_claim
        where district = new.district and payment_claim_id = new.subject_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'audit_opinion_is_the_tracking_auditors',
            message = 'the tracking auditor gives the opinion, on a claim of the project';
    end if;
    return new;
end
$$;

-- At commit, when all lines are written.
create or replace function app.tg__payment_claim_is_the_sum_of_its_lines() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.amount_fen is distinct from (
        select sum(amount_fen) from app.payment_claim_line
        where district = new.district and payment_claim_id = new.payment_claim_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'payment_claim_is_the_sum_of_its_lines',
            message = 'the amount of a claim is the sum of its lines';
    end if;
    return null;
end
$$;

create or replace trigger _220_works_start_gate before update on app.project
    for each row execute function app.tg__works_start_gate();
create or replace trigger _510_bill_meets_permit after insert on app.bill_line
    for each row execute function app.tg__bill_meets_permit();
create or replace trigger _230_completion_gate before update on app.project
    for each row execute function app.tg__completion_gate();
create or replace trigger _200_daily_log_follows_its_steps before insert or update on app.daily_log
    for each row execute function app.tg__daily_log_follows_its_steps();
create or replace trigger _500_daily_log_counts_again after update on app.daily_log
    for each row execute function app.tg__daily_log_counts_again();
create or replace trigger _500_log_quantity_stays_within_bill after insert on app.log_quantity
    for each row execute function app.tg__log_quantity_stays_within_bill();
create or replace trigger _100_fact_is_never_changed before update or delete on app.log_quantity
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_log_photo_comes_with_its_log after insert on app.log_photo
    for each row execute function app.tg__log_photo_comes_with_its_log();
create or replace trigger _100_fact_is_never_changed before update or delete on app.log_photo
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_bill_addition_meets_logs after insert on app.bill_addition
    for each row execute function app.tg__bill_addition_meets_logs();
create or replace trigger _100_fact_is_never_changed before update or delete on app.bill_addition
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_inspection_lot_follows_its_steps before insert or update on app.inspection_lot
    for each row execute function app.tg__inspection_lot_follows_its_steps();
create or replace trigger _200_payment_claim_follows_its_steps before insert or update on app.payment_claim
    for each row execute function app.tg__payment_claim_follows_its_steps();
create or replace trigger _500_payment_stays_within_log_and_contract after insert on app.payment_claim_line
    for each row execute function app.tg__payment_stays_within_log_and_contract();
create or replace trigger _100_fact_is_never_changed before update or delete on app.payment_claim_line
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _220_audit_opinion_is_the_tracking_auditors before insert on app.paper
    for each row execute function app.tg__audit_opinion_is_the_tracking_auditors();
create constraint trigger _600_payment_claim_is_the_sum_of_its_lines after insert on app.payment_claim
    deferrable initially deferred
    for each row execute function app.tg__payment_claim_is_the_sum_of_its_lines();
create or replace trigger _500_completion_report after insert on app.completion_report
    for each row execute function app.tg__completion_report();
create or replace trigger _100_fact_is_never_changed before update or delete on app.completion_report
    for each row execute function app.tg__fact_is_never_changed();
