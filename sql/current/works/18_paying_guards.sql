-- Payments: within their certified claim, once, with the interest of what comes late; the clock that runs for them.

-- PAY-3: a contract with a small or medium enterprise gives at most so many days, before anything was certified.
create or replace function app.tg__payment_term_is_not_too_long() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    contract record;
    most bigint;
begin
    select * into contract from app.contract_of_owner(new.district, new.project_id, new.contract_id);
    most := app.policy_number(contract.edition, 'payment.sme.max_days', contract.signed_on);
    if new.enterprise = 'small_or_medium' and new.days > most then
        raise exception using errcode = 'YS001', constraint = 'payment_term_is_not_too_long',
            message = format('a small or medium enterprise is paid within %s days', most);
    end if;
    if exists (
        select from app.payment_claim
        where district = new.district and contract_id = new.contract_id and state = 'certified'
    ) then
        raise exception using errcode = 'YS001', constraint = 'payment_term_comes_before_its_claims',
            message = 'claims of this contract were certified by the law''s days already';
    end if;
    return null;
end
$$;

-- The nominal last day of paying a claim; null where the law sets none: for a large enterprise, or before its day.
create or replace function app.payment_nominal_day(in_district integer, in_claim uuid) returns date
language sql stable security definer set search_path = ''
as $$
    select claim.certified_on + case
        when app.policy_number(project.edition, 'payment.sme.days', contract.signed_on) is null
            or term.enterprise = 'large' then null
        else coalesce(term.days, app.policy_number(project.edition, 'payment.sme.days', contract.signed_on))::integer
    end
    from app.payment_claim claim
    join app.project using (district, project_id)
    join app.contract using (district, contract_id)
    left join app.payment_term term using (district, contract_id)
    where claim.district = in_district and claim.payment_claim_id = in_claim
$$;

-- PAY-3: a claim is certified with the clock by which it is paid.
create or replace function app.tg__certified_claim_starts_its_clock() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    nominal constant date := app.payment_nominal_day(new.district, new.payment_claim_id);
begin
    if nominal is not null and not exists (
        select from app.clock
        where district = new.district and project_id = new.project_id and subject_kind = 'payment_claim'
            and subject_id = new.payment_claim_id and key = 'payment.sme.days' and started_on = new.certified_on
            and nominal_on = nominal
            and due_on is not distinct from app.counted_day(new.certified_on, null, nominal)
    ) then
        raise exception using errcode = 'YS001', constraint = 'certified_claim_starts_its_clock',
            message = format('the claim is to be paid by %s', nominal);
    end if;
    return null;
end
$$;

-- PAY-5: what is paid is no more than was certified and not kept back; what comes late carries its interest.
create or replace function app.tg__payment_stays_within_its_claim() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    claim app.payment_claim;
    contract record;
    payable bigint;
    due date;
    rate record;
begin
    select * into claim from app.payment_claim
    where district = new.district and payment_claim_id = new.payment_claim_id;
    select * into contract from app.contract_of_owner(new.district, new.project_id, claim.contract_id);
    -- Read anew behind the lock.
    select * into claim from app.payment_claim
    where district = new.district and payment_claim_id = new.payment_claim_id;
    if claim.state <> 'certified' or new.paid_on < claim.certified_on then
        raise exception using errcode = 'YS001', constraint = 'payment_follows_its_certificate',
            message = 'a claim is paid after it is certified';
    end if;
    if new.paid_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'payment_is_not_dated_ahead',
            message = 'a payment is recorded once it is made';
    end if;
    payable := claim.amount_fen - coalesce((
        select held_fen from app.retention_holding
        where district = new.district and payment_claim_id = new.payment_claim_id
    ), 0);
    if payable < (
        select sum(amount_fen) from app.payment
        where district = new.district and payment_claim_id = new.payment_claim_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'payment_stays_within_its_claim',
            message = format('%s fen of the claim are payable', payable);
    end if;
    select due_on into due from app.clock
    where district = new.district and subject_kind = 'payment_claim' and subject_id = new.payment_claim_id
        and key = 'payment.sme.days';
    select * into rate from app.policy_ratio(contract.edition, 'payment.sme.late_daily_rate', contract.signed_on);
    if new.due_on is distinct from due or new.interest_fen <> coalesce(floor(
        (new.amount_fen::numeric * new.days_late * rate.numerator * 2 + rate.denominator) / (2 * rate.denominator)), 0)
    then
        raise exception using errcode = 'YS001', constraint = 'payment_interest_is_by_the_rate',
            message = 'late interest is principal, days and the rate of the day the contract was signed, to the fen';
    end if;
    return null;
end
$$;

create or replace trigger _500_payment_term_is_not_too_long after insert on app.payment_term
    for each row execute function app.tg__payment_term_is_not_too_long();
create constraint trigger _610_certified_claim_starts_its_clock after update on app.payment_claim
    deferrable initially deferred for each row
    when (new.state = 'certified') execute function app.tg__certified_claim_starts_its_clock();
create or replace trigger _500_payment_stays_within_its_claim after insert on app.payment
    for each row execute function app.tg__payment_stays_within_its_claim();
create or replace trigger _100_fact_is_never_changed before update or delete on app.payment_term
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.payment
    for each row execute function app.tg__fact_is_never_changed();

-- 应付与已付: each certified claim with what is payable, paid and still owed, and by when.
create or replace view app.payment_card with (security_invoker = true) as
select
    claim.district, claim.project_id, claim.contract_id, claim.payment_claim_id, claim.number, claim.certified_on,
    claim.amount_fen, coalesce(holding.held_fen, 0)::bigint as held_fen,
    claim.amount_fen - coalesce(holding.held_fen, 0)::bigint as payable_fen,
    coalesce(paid.fen, 0)::bigint as paid_fen,
    claim.amount_fen - coalesce(holding.held_fen, 0)::bigint - coalesce(paid.fen, 0)::bigint as owed_fen,
    coalesce(paid.interest, 0)::bigint as interest_fen, clock.clock_id, clock.due_on, clock.state as clock_state,
    clock.version as clock_version, contract.signed_on, contract.number as contract_number
from app.payment_claim claim
join app.contract using (district, contract_id)
left join app.retention_holding holding using (district, payment_claim_id)
left join app.clock on clock.district = claim.district and clock.subject_kind = 'payment_claim'
    and clock.subject_id = claim.payment_claim_id and clock.key = 'payment.sme.days'
left join lateral (
    select sum(amount_fen) as fen, sum(interest_fen) as interest from app.payment
    where payment.district = claim.district and payment.payment_claim_id = claim.payment_claim_id
) paid on true
where claim.state = 'certified';

revoke execute on function app.payment_nominal_day(integer, uuid) from yanshou_service, yanshou_reader, yanshou_jobs;
