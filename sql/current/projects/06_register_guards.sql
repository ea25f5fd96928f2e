-- The register of households: it changes by a confirmed import alone, and rests while a ballot is counted over it.

create or replace function app.refuse_change_under_an_open_ballot(in_district integer, in_project uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = in_district and project_id = in_project for no key update;
    if exists (
        select from app.ballot where district = in_district and project_id = in_project and state = 'open'
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_rests_while_a_ballot_is_open',
            message = 'the register that an open ballot is counted over does not change';
    end if;
end
$$;

-- LC-14-6, HOUSE-REG-2: whose homes they are agrees to the register, in his own name, once.
create or replace function app.register_agreement_is_theirs(in_import app.register_import, in_before uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    if in_before is not null then
        raise exception using errcode = 'YS001', constraint = 'register_is_agreed_to_once',
            message = 'the register is agreed to already; another list is agreed to anew';
    end if;
    if not exists (
        select from policy.parameter
        where edition = app.edition_of(in_import.district, in_import.project_id) and key = 'register.agreed_by'
            and value = auth.role()
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_is_agreed_to_by_its_owners',
            message = format('%s does not agree to a register for its owners', auth.role());
    end if;
    if in_import.agreed_by <> auth.person() or in_import.agreed_on <> auth.today() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'an agreement carries the person that acted in its own transaction, and its day';
    end if;
end
$$;

-- Whether a project's register is agreed to; so is one that is not there, or that an edition asks nobody about.
create or replace function app.register_is_agreed_to(in_district integer, in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return in_district = auth.district() and (not exists (
        select from app.register_import
        where register_import.district = in_district and register_import.project_id = in_project
            and register_import.state = 'standing' and register_import.agreed_by is null
    ) or not exists (
        select from policy.parameter
        where edition = app.edition_of(in_district, in_project) and key = 'register.agreed_by'
    ));
end
$$;

grant execute on function app.register_is_agreed_to(integer, uuid) to yanshou_service, yanshou_reader, yanshou_jobs;

create or replace function app.tg__launch_waits_for_the_agreed_register() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.state = 'S06' and new.state <> 'S06' and not app.register_is_agreed_to(new.district, new.project_id) then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_the_agreed_register',
            message = 'nobody of the owners has agreed to the register of households';
    end if;
    return new;
end
$$;

-- HOUSE-REG-1: a home is no smaller and no larger than the packs let one be.
create or replace function app.tg__register_unit_area_is_plausible() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(new.district, new.project_id);
begin
    if new.area_hundredths < 100 * app.policy_number(pinned, 'register.area_min_m2', auth.today())
        or new.area_hundredths > 100 * app.policy_number(pinned, 'register.area_max_m2', auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'register_unit_area_is_plausible',
            message = format('%s %s has %s hundredths of a square metre', new.building, new.room, new.area_hundredths);
    end if;
    return null;
end
$$;

create or replace function app.tg__register_goes_from_check_to_standing() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if (new.agreed_by, new.agreed_on) is distinct from (old.agreed_by, old.agreed_on) then
        perform app.register_agreement_is_theirs(new, old.agreed_by);
        if (old.state, new.state, new.confirmed_by) = ('standing', 'standing', old.confirmed_by) then
            return new;
        end if;
    end if;
    if tg_op = 'INSERT' then
        -- The list that comes with a scheme stands at once: there is nothing to compare it with.
        if new.state = 'standing' and new.format = 'scheme' and new.based_on is null
            and new.checked_by = auth.person() and new.confirmed_by = auth.person() and exists (
                select from app.project
                where district = new.district and project_id = new.project_id and op_id = new.op_id and version = 1
            )
        then
            return new;
        end if;
        if new.state <> 'checked' or new.format = 'scheme' or new.checked_by is distinct from auth.person() then
            raise exception using errcode = 'YS001', constraint = 'register_is_checked_before_it_stands',
                message = 'an import begins as checked, by who acts';
        end if;
        if new.based_on is distinct from (
            select import_id from app.register_import
            where district = new.district and project_id = new.project_id and state = 'standing'
        ) then
            raise exception using errcode = 'YS001', constraint = 'register_has_moved_on_since_the_check',
                message = 'a file is compared with the register that stands';
        end if;
        return new;
    end if;
    if (old.state, new.state) not in (('checked', 'standing'), ('standing', 'superseded')) then
        raise exception using errcode = 'YS001', constraint = 'register_is_checked_before_it_stands',
            message = format('an import does not go from %s to %s', old.state, new.state);
    end if;
    if new.confirmed_by is distinct from (case new.state when 'standing' then auth.person() else old.confirmed_by end)
    then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'a confirmation carries the person that acted in its own transaction';
    end if;
    perform app.refuse_change_under_an_open_ballot(new.district, new.project_id);
    return new;
end
$$;

-- At the end of the transaction: one register stands, and it holds what it was confirmed to hold.
create or replace function app.tg__register_totals_are_of_its_units() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    standing record;
    held record;
begin
    if new.state = 'checked' then
        return null;
    end if;
    select * into standing from app.register_import
    where district = new.district and project_id = new.project_id and state = 'standing';
    if not found then
        raise exception using errcode = 'YS001', constraint = 'register_is_replaced_not_removed',
            message = 'a register gives way to another one only';
    end if;
    select count(*) as households, count(distinct owner_id) as persons, coalesce(sum(area_hundredths), 0) as area
    into held from app.register_unit
    where district = new.district and project_id = new.project_id and until_import is null;
    if (held.households, held.persons, held.area)
        is distinct from (standing.households::bigint, standing.persons::bigint, standing.area_hundredths::numeric)
    then
        raise exception using errcode = 'YS001', constraint = 'register_totals_are_of_its_units',
            message = format('the register holds %s units of %s owners', held.households, held.persons);
    end if;
    return null;
end
$$;

create or replace function app.tg__register_changes_by_a_confirmed_import() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.refuse_change_under_an_open_ballot(new.district, new.project_id);
    if tg_op = 'UPDATE' and (old.until_import is not null or new.until_import is null) then
        raise exception using errcode = 'YS001', constraint = 'register_changes_by_a_confirmed_import',
            message = 'a unit leaves the register once';
    end if;
    if tg_op = 'INSERT' and new.until_import is not null or not exists (
        select from app.register_import
        where district = new.district and project_id = new.project_id and state = 'standing' and op_id = new.op_id
            and import_id = case when tg_op = 'INSERT' then new.since_import else new.until_import end
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_changes_by_a_confirmed_import',
            message = 'units come and go with the import that is confirmed in the same act';
    end if;
    if tg_op = 'INSERT' and not exists (
        select from app.register_owner
        where district = new.district and owner_id = new.owner_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_owner_is_of_the_project',
            message = 'an owner stands in the register of one project';
    end if;
    return new;
end
$$;

-- The file and the names come with what they are of: nobody adds them to somebody else's later.
create or replace function app.tg__register_file_comes_with_its_import() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.register_import
        where district = new.district and import_id = new.import_id and project_id = new.project_id
            and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_file_comes_with_its_import',
            message = 'a file comes with the import that it is of';
    end if;
    return null;
end
$$;

create or replace function app.tg__register_owner_comes_with_its_name() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.register_owner
        where district = new.district and owner_id = new.owner_id and project_id = new.project_id
            and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'register_owner_comes_with_its_name',
            message = 'a name comes with the owner that it is of';
    end if;
    return null;
end
$$;

create or replace trigger _200_register_file_comes_with_its_import after insert on app.register_file
    for each row execute function app.tg__register_file_comes_with_its_import();
create or replace trigger _200_register_owner_comes_with_its_name after insert on app.register_owner_detail
    for each row execute function app.tg__register_owner_comes_with_its_name();
create or replace trigger _100_register_goes_from_check_to_standing before insert or update on app.register_import
    for each row execute function app.tg__register_goes_from_check_to_standing();
-- CON-4: a home is one, however its door is written: １０１ is 101 and 101室. Asked once of an import, over what stands then.
create or replace function app.door_key(in_building text, in_entrance text, in_room text) returns text
language sql immutable set search_path = ''
as $$
    select lower(regexp_replace(concat_ws('/',
        regexp_replace(normalize(in_building, NFKC), '(.)\s*(号楼|幢|栋|座|楼)\s*$', '\1'),
        regexp_replace(normalize(in_entrance, NFKC), '(.)\s*单元\s*$', '\1'),
        regexp_replace(normalize(in_room, NFKC), '(.)\s*(室|号|房)\s*$', '\1')), '\s', '', 'g'))
$$;

create or replace function app.tg__register_doors_are_written_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    twice text;
begin
    select string_agg(concat_ws('-', nullif(building, ''), nullif(entrance, ''), room), ' = ') into twice
    from app.register_unit
    where district = new.district and project_id = new.project_id and until_import is null
    group by app.door_key(building, entrance, room) having count(*) > 1 limit 1;
    if twice is not null then
        raise exception using errcode = 'YS001', constraint = 'register_door_is_written_once',
            message = format('one home is written in two ways: %s', twice);
    end if;
    return null;
end
$$;
create constraint trigger _915_register_doors_are_written_once after insert or update on app.register_import
    deferrable initially deferred for each row when (new.state = 'standing')
    execute function app.tg__register_doors_are_written_once();
create constraint trigger _910_register_totals_are_of_its_units after insert or update on app.register_import
    deferrable initially deferred for each row execute function app.tg__register_totals_are_of_its_units();
create or replace trigger _200_register_changes_by_a_confirmed_import before insert or update on app.register_unit
    for each row execute function app.tg__register_changes_by_a_confirmed_import();
create or replace trigger _100_fact_is_never_changed before update or delete on app.register_file
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.register_owner
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _100_fact_is_never_changed before update or delete on app.register_owner_detail
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _260_launch_waits_for_the_agreed_register before update on app.project
    for each row execute function app.tg__launch_waits_for_the_agreed_register();
create or replace trigger _510_register_unit_area_is_plausible after insert on app.register_unit
    for each row execute function app.tg__register_unit_area_is_plausible();
