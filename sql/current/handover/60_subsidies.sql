-- Public money that is paid out: on its statement, and no more than that says.

-- What the latest statement lays on a payer; null where there is none.
create or replace function app.subsidy_due(in_district integer, in_project uuid, in_payer text) returns bigint
language sql stable security definer set search_path = ''
as $$
    select (because -> 'figures' ->> (in_payer || '_fen'))::bigint from app.determination
    where district = in_district and project_id = in_project and subject_kind = 'money_statement'
    order by created_at desc, determination_id desc limit 1
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
    stated bigint;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if auth.role() not in ('finance_bureau', 'renovation_office', 'construction_unit') then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_is_recorded_by_finance',
            message = format('public money is not recorded by %s', auth.role());
    end if;
    if not exists (
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
    stated := app.subsidy_due(new.district, new.project_id, new.payer);
    if app.subsidy_paid(new.district, new.project_id, new.payer) > coalesce(stated, 0) then
        raise exception using errcode = 'YS001', constraint = 'subsidy_payment_stays_within_the_statement',
            message = format('the statement lays %s fen on the %s', coalesce(stated, 0), new.payer);
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
create or replace trigger _100_fact_is_never_changed before update or delete on app.subsidy_payment
    for each row execute function app.tg__fact_is_never_changed();

revoke execute on function app.subsidy_due(integer, uuid, text), app.subsidy_paid(integer, uuid, text)
    from yanshou_service, yanshou_reader, yanshou_jobs;
