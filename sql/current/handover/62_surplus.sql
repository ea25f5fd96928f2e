-- Surplus (结余): public money that was paid beyond what the final accounts lay on the public side.

-- What is still to go back; null before the accounts stand.
create or replace function app.surplus_left(in_district integer, in_project uuid) returns bigint
language sql stable security definer set search_path = ''
as $$
    select greatest((
        select coalesce(sum(amount_fen), 0)::bigint from app.subsidy_payment paid
        where paid.district = in_district and paid.project_id = in_project
    ) - subsidy_fen, 0) - (
        select coalesce(sum(amount_fen), 0)::bigint from app.surplus_return gone
        where gone.district = in_district and gone.project_id = in_project
    )
    from app.final_account where district = in_district and project_id = in_project
$$;

-- INV-10: it goes back once the accounts show it, and no more than they show.
create or replace function app.tg__surplus_return_stays_within_the_surplus() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    remaining bigint;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    remaining := app.surplus_left(new.district, new.project_id);
    if remaining is null then
        raise exception using errcode = 'YS001', constraint = 'surplus_return_waits_for_the_final_accounts',
            message = 'the final accounts are not approved';
    end if;
    if new.returned_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'surplus_return_is_not_dated_ahead',
            message = 'money that went back is recorded once it did';
    end if;
    -- This row is counted already.
    if remaining < 0 then
        raise exception using errcode = 'YS001', constraint = 'surplus_return_stays_within_the_surplus',
            message = format('%s fen more than is left over', -remaining);
    end if;
    return null;
end
$$;

-- INV-10: the treasury's voucher is stored with the return that it is of.
create or replace function app.tg__surplus_return_brings_its_voucher() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from app.paper
        where paper.district = new.district and paper.paper_id = new.paper_id and paper.project_id = new.project_id
            and paper.subject_kind = 'surplus_return' and paper.subject_id = new.surplus_return_id
            and paper.kind = 'surplus_voucher' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'surplus_return_brings_its_voucher',
            message = 'no voucher of this return is stored';
    end if;
    return null;
end
$$;

create or replace trigger _510_surplus_return_brings_its_voucher after insert on app.surplus_return
    for each row execute function app.tg__surplus_return_brings_its_voucher();
create or replace trigger _500_surplus_return_stays_within_the_surplus after insert on app.surplus_return
    for each row execute function app.tg__surplus_return_stays_within_the_surplus();
create or replace trigger _100_fact_is_never_changed before update or delete on app.surplus_return
    for each row execute function app.tg__fact_is_never_changed();

revoke execute on function app.surplus_left(integer, uuid) from yanshou_service, yanshou_reader, yanshou_jobs;
