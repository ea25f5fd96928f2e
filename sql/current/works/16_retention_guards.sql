-- Quality retention: never more than the law's share, never beside a bond, never back before its day.
-- Every guard queues at the project's row first.

-- A ratio of an edition on a day; nulls where the policy is silent.
create or replace function app.policy_ratio(
    in_edition text, in_key text, in_day date, out numerator bigint, out denominator bigint
)
language sql stable security definer set search_path = ''
as $$
    select split_part(value, '/', 1)::bigint, split_part(value, '/', 2)::bigint from policy.parameter
    where edition = in_edition and key = in_key and in_day between valid_from and coalesce(valid_to, 'infinity')
    order by valid_from desc limit 1
$$;

-- The contract of a row about its money, with its project locked; only the owner of the works writes such rows.
create or replace function app.contract_of_owner(
    in_district integer, in_project uuid, in_contract uuid,
    out signed_on date, out edition text, out category text, out amount_fen bigint
)
language plpgsql security definer set search_path = ''
as $$
begin
    select project.edition into edition from app.project
    where project.district = in_district and project.project_id = in_project for no key update;
    select contract.signed_on, package.category, contract.amount_fen into signed_on, category, amount_fen
    from app.contract left join app.package using (district, project_id, package_id)
    where contract.district = in_district and contract.contract_id = in_contract and contract.project_id = in_project;
    if signed_on is null then
        raise exception using errcode = 'YS001', constraint = 'contract_money_is_of_its_contract',
            message = 'the contract is not of this project';
    end if;
    if auth.role() not in ('construction_unit', 'agent_construction') then
        raise exception using errcode = 'YS001', constraint = 'contract_money_is_kept_by_the_construction_unit',
            message = format('bonds, retention and payments are not recorded by %s', auth.role());
    end if;
end
$$;

-- True where a bond stands on the day, beside which nothing may be kept back.
create or replace function app.bond_stands(in_district integer, in_contract uuid, on_day date) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.contract_bond
        where district = in_district and contract_id = in_contract and held_from <= on_day
            and coalesce(returned_on, 'infinity') > on_day
    )
$$;

-- What is kept back of a contract and has not gone back.
create or replace function app.retention_held(in_district integer, in_contract uuid) returns bigint
language sql stable security definer set search_path = ''
as $$
    select (
        select coalesce(sum(held_fen), 0) from app.retention_holding
        where district = in_district and contract_id = in_contract
    )::bigint - (
        select coalesce(sum(amount_fen), 0) from app.retention_release
        where district = in_district and contract_id = in_contract
    )::bigint
$$;

-- RET-2: a bond, and what is kept back on a day on which it stands, exclude each other.
create or replace function app.tg__contract_bond_stands_beside_no_retention() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    most record;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    if tg_op = 'UPDATE' then
        if old.returned_on is not null or new.returned_on is null then
            raise exception using errcode = 'YS001', constraint = 'contract_bond_is_returned_once',
                message = 'a bond is given back once, and nothing else of it changes';
        end if;
        return new;
    end if;
    if new.held_from > auth.today() or new.returned_on is not null then
        raise exception using errcode = 'YS001', constraint = 'contract_bond_is_held_when_it_is_recorded',
            message = 'a bond is recorded once it is held';
    end if;
    -- PRO-15: the performance bonds of a contract together, with the one that comes.
    select * into most from app.policy_ratio(contract.edition, 'bond.performance_max', contract.signed_on);
    if new.kind = 'performance' and not coalesce((
        select (coalesce(sum(bond.amount_fen), 0) + new.amount_fen) * most.denominator
            <= contract.amount_fen * most.numerator
        from app.contract_bond bond
        where bond.district = new.district and bond.contract_id = new.contract_id and bond.kind = 'performance'
            and coalesce(bond.returned_on, 'infinity') > new.held_from
    ), false) then
        raise exception using errcode = 'YS001', constraint = 'performance_bond_stays_within_the_share',
            message = 'performance bonds are more than the share of the contract';
    end if;
    -- A guarantee or insurance of quality may come in the place of what is kept back; a performance bond may not.
    if new.kind = 'performance'
        and not app.policy_says(contract.edition, 'retention.beside_bond_allowed', 'true', contract.signed_on)
        and exists (
            select from app.retention_holding held
            join app.payment_claim claim using (district, payment_claim_id)
            where held.district = new.district and held.contract_id = new.contract_id and held.held_fen > 0
                and claim.certified_on >= new.held_from
        )
    then
        raise exception using errcode = 'YS001', constraint = 'retention_stands_beside_no_bond',
            message = 'something is kept back of this contract already';
    end if;
    return new;
end
$$;

-- RET-1, RET-3: the share that is agreed stays within the law's, before anything was certified.
create or replace function app.tg__retention_stays_within_the_share() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    most record;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    if coalesce(contract.category, 'works') not in ('works', 'epc') then
        raise exception using errcode = 'YS001', constraint = 'retention_is_of_works',
            message = format('a contract for %s keeps no quality retention', contract.category);
    end if;
    if new.edition <> contract.edition then
        raise exception using errcode = 'YS001', constraint = 'retention_is_of_the_projects_edition',
            message = 'the rules are those of the project''s edition';
    end if;
    select * into most from app.policy_ratio(new.edition, 'retention.max_share', contract.signed_on);
    if most.numerator is null
        or new.share_numerator::numeric * most.denominator > most.numerator::numeric * new.share_denominator
    then
        raise exception using errcode = 'YS001', constraint = 'retention_stays_within_the_share',
            message = format('at most %s/%s of the settlement is kept back', most.numerator, most.denominator);
    end if;
    if exists (
        select from app.payment_claim
        where district = new.district and contract_id = new.contract_id and state = 'certified'
    ) then
        raise exception using errcode = 'YS001', constraint = 'retention_comes_before_its_claims',
            message = 'claims of this contract were certified without it';
    end if;
    return null;
end
$$;

-- RET-1, CV-03: what a claim holds back is the agreed share of it, rounded down; nothing beside a bond.
create or replace function app.tg__retention_holding_is_the_agreed_share() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    agreed app.retention;
    claim app.payment_claim;
    most record;
    total bigint;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    select * into agreed from app.retention where district = new.district and contract_id = new.contract_id;
    select * into claim from app.payment_claim
    where district = new.district and payment_claim_id = new.payment_claim_id;
    if claim.contract_id <> new.contract_id or claim.state <> 'certified' or claim.op_id <> new.op_id then
        raise exception using errcode = 'YS001', constraint = 'retention_holding_comes_with_its_certificate',
            message = 'what is kept back is written with the certificate of its claim';
    end if;
    if new.claim_fen <> claim.amount_fen or new.held_fen <> (case
        when app.bond_stands(new.district, new.contract_id, claim.certified_on)
            and not app.policy_says(contract.edition, 'retention.beside_bond_allowed', 'true', contract.signed_on)
        then 0
        else floor(claim.amount_fen::numeric * agreed.share_numerator / agreed.share_denominator)
    end) then
        raise exception using errcode = 'YS001', constraint = 'retention_is_the_agreed_share',
            message = 'a claim holds back the agreed share of it, rounded down, and nothing beside a bond';
    end if;
    select total_fen into total from app.final_account
    where district = new.district and project_id = new.project_id;
    select * into most from app.policy_ratio(contract.edition, 'retention.max_share', contract.signed_on);
    if total is not null and (
        select sum(app.retention_held(new.district, kept.contract_id)) from app.retention kept
        where kept.district = new.district and kept.project_id = new.project_id
    ) * most.denominator > total::numeric * most.numerator then
        raise exception using errcode = 'YS001', constraint = 'retention_stays_within_the_settlement',
            message = format('the accounts come to %s fen', total);
    end if;
    return null;
end
$$;

-- A claim of a contract with a retention is certified with what it holds back.
create or replace function app.tg__certified_claim_holds_its_retention() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (select from app.retention where district = new.district and contract_id = new.contract_id)
        and not exists (
            select from app.retention_holding
            where district = new.district and payment_claim_id = new.payment_claim_id
        )
    then
        raise exception using errcode = 'YS001', constraint = 'certified_claim_holds_its_retention',
            message = 'the contract keeps a share of each claim back';
    end if;
    return null;
end
$$;

-- RET-4: the period begins with acceptance, or so many days after the report where the owner delays it.
create or replace function app.tg__defect_liability_begins_with_acceptance() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    accepted date;
    agreed integer;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    select months into agreed from app.retention where district = new.district and contract_id = new.contract_id;
    accepted := app.accepted_day(new.district, new.project_id);
    if new.base_on is distinct from (case
        when new.owner_delays then new.reported_on
            + app.policy_number(contract.edition, 'defect_liability.owner_delay_days', contract.signed_on)::integer
        else accepted
    end) or new.base_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'defect_liability_begins_with_acceptance',
            message = 'the period begins on the day of acceptance, or where the owner delays it, after the law''s days';
    end if;
    if new.reported_on > coalesce(accepted, new.base_on) then
        raise exception using errcode = 'YS001', constraint = 'defect_liability_follows_the_report',
            message = 'completion is reported before it is accepted';
    end if;
    if new.months <> agreed then
        raise exception using errcode = 'YS001', constraint = 'defect_liability_runs_as_agreed',
            message = format('the contract says %s months', agreed);
    end if;
    return null;
end
$$;

-- RET-1, RET-2: what is kept back goes back after its period, for a guarantee in its place, or where it is too much.
create or replace function app.tg__retention_release_has_its_day() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    period app.defect_liability;
    most record;
    total bigint;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    select * into period from app.defect_liability
    where district = new.district and contract_id = new.contract_id;
    if app.retention_held(new.district, new.contract_id) < 0 then
        raise exception using errcode = 'YS001', constraint = 'retention_release_stays_within_what_is_held',
            message = 'more would go back than is kept back';
    end if;
    if new.released_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'retention_release_is_not_dated_ahead',
            message = 'what goes back is recorded once it is paid';
    end if;
    if new.ground = 'period_ended' and not coalesce(new.released_on > coalesce(
        period.effective_end_on, app.working_day_from(period.nominal_end_on)), false)
    then
        raise exception using errcode = 'YS001', constraint = 'retention_release_waits_for_the_period',
            message = 'the defect liability period is not over';
    end if;
    if new.ground = 'replaced' and not exists (
        select from app.contract_bond
        where district = new.district and contract_id = new.contract_id and kind <> 'performance'
            and held_from <= new.released_on and coalesce(returned_on, 'infinity') > new.released_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'retention_release_waits_for_its_guarantee',
            message = 'no guarantee or insurance of quality stands in its place';
    end if;
    if new.ground = 'above_ceiling' then
        select total_fen into total from app.final_account
        where district = new.district and project_id = new.project_id;
        select * into most from app.policy_ratio(contract.edition, 'retention.max_share', contract.signed_on);
        if total is null or (
            select sum(app.retention_held(new.district, kept.contract_id)) from app.retention kept
            where kept.district = new.district and kept.project_id = new.project_id
        ) < floor(total::numeric * most.numerator / most.denominator) then
            raise exception using errcode = 'YS001', constraint = 'retention_release_is_above_the_ceiling',
                message = 'before its day only what is above the ceiling of the accounts goes back';
        end if;
    end if;
    return null;
end
$$;

create or replace trigger _300_contract_bond_stands_beside_no_retention before insert or update on app.contract_bond
    for each row execute function app.tg__contract_bond_stands_beside_no_retention();
create or replace trigger _500_retention_stays_within_the_share after insert on app.retention
    for each row execute function app.tg__retention_stays_within_the_share();
create or replace trigger _500_retention_holding_is_the_agreed_share after insert on app.retention_holding
    for each row execute function app.tg__retention_holding_is_the_agreed_share();
create constraint trigger _600_certified_claim_holds_its_retention after update on app.payment_claim
    deferrable initially deferred for each row
    when (new.state = 'certified') execute function app.tg__certified_claim_holds_its_retention();
create or replace trigger _500_defect_liability_begins_with_acceptance after insert on app.defect_liability
    for each row execute function app.tg__defect_liability_begins_with_acceptance();
create or replace trigger _500_retention_release_has_its_day after insert on app.retention_release
    for each row execute function app.tg__retention_release_has_its_day();

do $$
declare
    fact text;
begin
    foreach fact in array array['retention', 'retention_holding', 'defect_liability', 'retention_release']
    loop
        execute format('create or replace trigger _100_fact_is_never_changed before update or delete on app.%I '
            'for each row execute function app.tg__fact_is_never_changed()', fact);
    end loop;
end
$$;

-- 质量保证金: what is agreed, held and given back of each contract, and until when.
create or replace view app.retention_card with (security_invoker = true) as
select
    kept.district, kept.project_id, kept.contract_id, contract.number, contract.title,
    kept.share_numerator, kept.share_denominator, kept.months, kept.evidence,
    coalesce(held.fen, 0)::bigint as held_fen, coalesce(given.fen, 0)::bigint as released_fen,
    coalesce(certified.fen, 0)::bigint as settlement_fen,
    period.base_on, period.nominal_end_on,
    coalesce(period.effective_end_on, app.working_day_from(period.nominal_end_on)) as effective_end_on
from app.retention kept
join app.contract using (district, contract_id)
left join app.defect_liability period using (district, contract_id)
left join lateral (
    select sum(held_fen) as fen from app.retention_holding holding
    where holding.district = kept.district and holding.contract_id = kept.contract_id
) held on true
left join lateral (
    select sum(amount_fen) as fen from app.retention_release release
    where release.district = kept.district and release.contract_id = kept.contract_id
) given on true
left join lateral (
    select sum(amount_fen) as fen from app.payment_claim claim
    where claim.district = kept.district and claim.contract_id = kept.contract_id and claim.state = 'certified'
) certified on true;

grant update (returned_on, op_id, version) on app.contract_bond to yanshou_service;
-- They answer for any project: for guards alone.
revoke execute on function app.contract_of_owner(integer, uuid, uuid), app.retention_held(integer, uuid)
    from yanshou_service, yanshou_reader, yanshou_jobs;
