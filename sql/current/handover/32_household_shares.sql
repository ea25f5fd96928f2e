-- What each home bears of the final accounts (LC-06-4): its share as agreed with every home, else by title area (CON-9).

-- The share of each home of the standing register, to the fen; the fen that remain go to the largest fractions, equal ones
-- in the order of the rooms. A door that paid and is no longer in the register bears nothing. Nothing where there are no
-- accounts or no register.
create or replace function app.shares_of_the_accounts(in_district integer, in_project uuid)
returns table (household text, due_fen bigint)
language sql stable security definer set search_path = ''
as $$
    with home as (
        select concat_ws('-', nullif(unit.building, ''), nullif(unit.entrance, ''), unit.room) as household,
            case when bool_and(unit.share_fen is not null) over () and sum(unit.share_fen) over () > 0
                then unit.share_fen else unit.area_hundredths end::numeric as weight,
            row_number() over (order by unit.building, unit.entrance, unit.room, unit.unit_id) as place
        from app.register_unit unit
        where unit.district = in_district and unit.project_id = in_project and unit.until_import is null
    ), laid as (
        select home.household, home.place, div(account.resident_fen * home.weight, sum(home.weight) over ()) as floored,
            mod(account.resident_fen * home.weight, sum(home.weight) over ()) as rest, account.resident_fen
        from home
        join app.final_account account on account.district = in_district and account.project_id = in_project
    ), ranked as (
        select laid.*, row_number() over (order by rest desc, place) as turn, sum(floored) over () as given from laid
    )
    select household, (floored + case when turn <= resident_fen - given then 1 else 0 end)::bigint from ranked
    union all
    select distinct receipt.household, 0::bigint from app.receipt
    where receipt.district = in_district and receipt.project_id = in_project and receipt.household is not null
        and receipt.household not in (select home.household from home) and exists (select from laid)
$$;

-- The shares that stand: those that were fixed, else those that would be. Nothing where homes were settled before shares
-- were kept.
create or replace function app.dues_of_households(in_district integer, in_project uuid)
returns table (household text, due_fen bigint)
language sql stable security definer set search_path = ''
as $$
    select share.household, share.due_fen from app.household_share share
    where share.district = in_district and share.project_id = in_project and in_district = auth.district()
    union all
    select laid.household, laid.due_fen from app.shares_of_the_accounts(in_district, in_project) laid
    where in_district = auth.district()
        and not exists (
            select from app.household_share where district = in_district and project_id = in_project)
        and not exists (select from app.true_up where district = in_district and project_id = in_project)
$$;

-- The same for those who keep the register of a project that they see.
create or replace function app.household_dues(in_district integer, in_project uuid)
returns table (household text, due_fen bigint)
language sql stable security definer set search_path = ''
as $$
    select laid.household, laid.due_fen from app.dues_of_households(in_district, in_project) laid
    where auth.sees(in_project)
        and auth.role() in ('community', 'construction_unit', 'owners_body', 'renovation_office')
$$;

-- Fixes the shares once: with the accounts, or before the first home is settled. After the project's row is locked.
create or replace function app.fix_household_shares(in_district integer, in_project uuid) returns void
language sql security definer set search_path = ''
as $$
    insert into app.household_share (district, project_id, household, due_fen)
    select in_district, in_project, laid.household, laid.due_fen
    from app.dues_of_households(in_district, in_project) laid
    on conflict do nothing
$$;

create or replace function app.tg__household_shares_are_fixed() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.accepted_project(new.district, new.project_id);
    perform app.fix_household_shares(new.district, new.project_id);
    return null;
end
$$;

-- The statement finds the shares before its rows are there.
create or replace function app.tg__true_up_finds_its_shares() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.accepted_project(new.district, new.project_id);
    if not exists (
        select from app.household_share where district = new.district and project_id = new.project_id
    ) then
        perform app.fix_household_shares(new.district, new.project_id);
    end if;
    return new;
end
$$;

-- LC-06-4: a home is settled against what the accounts lay on it, to the fen; money of a door that came into the register
-- later is paid back.
create or replace function app.tg__true_up_is_the_households_share() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.household_share where district = new.district and project_id = new.project_id
    ) and new.due_fen is distinct from coalesce(
        (select due_fen from app.household_share
            where district = new.district and project_id = new.project_id and household = new.household),
        (select 0 from app.receipt
            where district = new.district and project_id = new.project_id and household = new.household limit 1))
    then
        raise exception using errcode = 'YS001', constraint = 'true_up_is_the_households_share',
            message = format('the accounts do not lay %s fen on %s', new.due_fen, new.household);
    end if;
    return null;
end
$$;

create or replace trigger _600_household_shares_are_fixed after insert on app.final_account
    for each row execute function app.tg__household_shares_are_fixed();
create or replace trigger _110_true_up_finds_its_shares before insert on app.true_up
    for each row execute function app.tg__true_up_finds_its_shares();
create or replace trigger _510_true_up_is_the_households_share after insert on app.true_up
    for each row execute function app.tg__true_up_is_the_households_share();
grant execute on function app.household_dues(integer, uuid) to yanshou_service, yanshou_reader, yanshou_jobs;
revoke execute on function app.shares_of_the_accounts(integer, uuid), app.dues_of_households(integer, uuid),
    app.fix_household_shares(integer, uuid)
    from public, yanshou_service, yanshou_reader, yanshou_jobs;
