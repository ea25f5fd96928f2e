-- Public money that is paid out: on its statement, and no more than that says.

-- Whether the last payment waits for the final accounts here (LC-14-6), by what held on the day of the payment (CV-15).
create or replace function app.last_subsidy_waits(in_district integer, in_project uuid, in_day date) returns boolean
language sql stable security definer set search_path = ''
as $$
    select app.policy_says(edition, 'subsidy.last_waits_for_accounts', 'true', in_day) from app.project
    where district = in_district and project_id = in_project
$$;

-- What public money is paid on, with what it lays on a payer: the latest statement; without one, and where the last payment
-- waits for the accounts, the accounts as approved, and before them the funding plan. No row where there is none.
create or replace function app.subsidy_basis(in_district integer, in_project uuid, in_payer text, in_day date)
returns table (determination_id uuid, stated bigint)
language sql stable security definer set search_path = ''
as $$
    select basis.determination_id, basis.stated from (
        select found.determination_id, (found.because -> 'figures' ->> (in_payer || '_fen'))::bigint as stated,
            1 as rank, found.created_at
        from app.determination found
        where found.district = in_district and found.project_id = in_project and found.subject_kind = 'money_statement'
        union all
        select account.determination_id, account.subsidy_fen, 2, null from app.final_account account
        where account.district = in_district and account.project_id = in_project and in_payer = 'district'
            and app.last_subsidy_waits(in_district, in_project, in_day)
        union all
        select plan.determination_id, plan.subsidy_fen, 3, null from app.funding_plan plan
        where plan.district = in_district and plan.project_id = in_project and in_payer = 'district'
            and app.last_subsidy_waits(in_district, in_project, in_day)
    ) basis
    order by basis.rank, basis.created_at desc, basis.determination_id desc limit 1
$$;

create or replace function app.subsidy_paid(in_district integer, in_project uuid, in_payer text) returns bigint
language sql stable security definer set search_path = ''
as $$
    select coalesce(sum(amount_fen), 0)::bigint from app.subsidy_payment
    where district = in_district and project_id = in_project and payer = in_payer
$$;

-- HZ-07, GS-04-5, YY-06-2, YY-09-6: no more is paid than the statement says; the latest one counts.
create or replace function app.tg__subsidy_payment_stays_within_the_statement() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    basis record;
    paid bigint;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if auth.role() not in ('finance_bureau', 'renovation_office', 'construction_unit') then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_is_recorded_by_finance',
            message = format('public money is not recorded by %s', auth.role());
    end if;
    select * into basis from app.subsidy_basis(new.district, new.project_id, new.payer, new.paid_on);
    if new.determination_id is distinct from basis.determination_id and not exists (
        select from app.determination
        where district = new.district and determination_id = new.determination_id
            and project_id = new.project_id and subject_kind = 'money_statement'
    ) then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_waits_for_its_statement',
            message = 'public money is paid on a statement of this project';
    end if;
    if new.paid_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_is_not_dated_ahead',
            message = 'a payment is recorded once it is made';
    end if;
    paid := app.subsidy_paid(new.district, new.project_id, new.payer);
    if paid > coalesce(basis.stated, 0) then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_stays_within_the_statement',
            message = format('the statement lays %s fen on the %s', coalesce(basis.stated, 0), new.payer);
    end if;
    -- What would pay all that is planned is the last, whatever it is called.
    if (new.is_last or paid >= basis.stated) and app.last_subsidy_waits(
            new.district, new.project_id, new.paid_on) and not exists (
            select from app.final_account where district = new.district and project_id = new.project_id)
    then
        raise exception using errcode = 'YS001', constraint = 'last_subsidy_waits_for_the_final_accounts',
            message = 'the last payment waits until finance has approved the final accounts';
    end if;
    if exists (
        select from app.subsidy_payment earlier
        where earlier.district = new.district and earlier.project_id = new.project_id and earlier.payer = new.payer
            and earlier.is_last and earlier.subsidy_payment_id <> new.subsidy_payment_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_follows_no_last_one',
            message = 'the last payment of this payer is recorded';
    end if;
    return null;
end
$$;

-- HZ-07-1, YY-09-6: public money is stated once the accounts are approved, since they are what it is counted from; where a city
-- pays only after its assessment, a statement without one lays nothing on it.
create or replace function app.tg__money_statement_follows_the_account() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from app.final_account where district = new.district and project_id = new.project_id)
    then
        raise exception using errcode = 'YS001', constraint = 'money_statement_follows_the_account',
            message = 'money is stated once the final accounts stand';
    end if;
    if (new.because -> 'figures' ->> 'city_fen')::bigint > 0
        and app.policy_says(app.edition_of(new.district, new.project_id), 'reward.after_assessment', 'true', new.as_of)
        and new.inputs ->> 'assessed' is distinct from 'true'
    then
        raise exception using errcode = 'YS001', constraint = 'reward_waits_for_its_assessment',
            message = 'the city pays once it has assessed the project';
    end if;
    return null;
end
$$;

-- A later statement covers what was paid on the earlier.
create or replace function app.tg__money_statement_covers_what_was_paid() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.subject_kind <> 'money_statement' then
        return null;
    end if;
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if (new.because -> 'figures' ->> 'city_fen')::bigint < app.subsidy_paid(new.district, new.project_id, 'city')
        or (new.because -> 'figures' ->> 'district_fen')::bigint
            < app.subsidy_paid(new.district, new.project_id, 'district')
    then
        raise exception using errcode = 'YS001', constraint = 'money_statement_covers_what_was_paid',
            message = 'more was paid already than the statement says';
    end if;
    return null;
end
$$;

create or replace trigger _500_subsidy_payment_stays_within_the_statement after insert on app.subsidy_payment
    for each row execute function app.tg__subsidy_payment_stays_within_the_statement();
create or replace trigger _500_money_statement_covers_what_was_paid after insert on app.determination
    for each row execute function app.tg__money_statement_covers_what_was_paid();
create or replace trigger _490_money_statement_follows_the_account after insert on app.determination
    for each row when (new.subject_kind = 'money_statement')
    execute function app.tg__money_statement_follows_the_account();
create or replace trigger _100_fact_is_never_changed before update or delete on app.subsidy_payment
    for each row execute function app.tg__fact_is_never_changed();

revoke execute on function app.subsidy_basis(integer, uuid, text, date), app.subsidy_paid(integer, uuid, text),
    app.last_subsidy_waits(integer, uuid, date)
    from yanshou_service, yanshou_reader, yanshou_jobs;
