-- The ban on digging up a renovated community: by the place's rule from acceptance on, or by an authority's notice.

-- The no-dig periods of a project's community, with the project that each comes from.
create or replace function app.no_dig_periods(in_district integer, in_project uuid)
returns table (source_project uuid, source text, place text, starts_on date, last_on date)
language sql stable security definer set search_path = ''
as $$
    select near.project_id, 'acceptance', '', certificate.certified_on,
        (certificate.certified_on + make_interval(
            years => app.policy_number(near.edition, 'nodig.years', certificate.certified_on)::integer))::date
    from app.project own
    join app.project near using (district, community_id)
    cross join lateral (select app.accepted_day(near.district, near.project_id) as certified_on) certificate
    where own.district = in_district and own.project_id = in_project and certificate.certified_on is not null
        and app.policy_says(near.edition, 'nodig.banned', 'true', certificate.certified_on)
        and app.policy_says(near.edition, 'nodig.start', 'joint_acceptance', certificate.certified_on)
    union all
    select near.project_id, 'notice', notice.place, notice.starts_on, notice.last_on
    from app.project own
    join app.project near using (district, community_id)
    join app.no_dig_notice notice on notice.district = near.district and notice.project_id = near.project_id
    where own.district = in_district and own.project_id = in_project and notice.lifted_on is null
$$;

-- Whoever digs, or forbids it, queues at every project of the community.
create or replace function app.lock_community_of(in_district integer, in_project uuid, out edition text)
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project near join app.project own using (district, community_id)
    where own.district = in_district and own.project_id = in_project
    order by near.project_id for no key update of near;
    select project.edition into edition from app.project
    where project.district = in_district and project.project_id = in_project;
end
$$;

create or replace function app.tg__no_dig_notice_is_announced() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.lock_community_of(new.district, new.project_id);
    if tg_op = 'INSERT' then
        if new.lifted_on is not null then
            raise exception using errcode = 'YS001', constraint = 'no_dig_notice_is_lifted_once',
                message = 'a notice begins in force';
        end if;
        return new;
    end if;
    if old.lifted_on is not null or new.lifted_on is null then
        raise exception using errcode = 'YS001', constraint = 'no_dig_notice_is_lifted_once',
            message = 'a notice is lifted once, and nothing else of it changes';
    end if;
    if auth.role() <> 'renovation_office' then
        raise exception using errcode = 'YS001', constraint = 'no_dig_notice_is_lifted_by_the_district',
            message = format('a notice is not lifted by %s', auth.role());
    end if;
    return new;
end
$$;

-- YY-06-6, UTL-04: nobody digs inside a no-dig period but to repair in an emergency, which the district takes note of.
create or replace function app.tg__excavation_waits_for_the_no_dig_period() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
begin
    pinned := app.lock_community_of(new.district, new.project_id);
    if tg_op = 'UPDATE' then
        if old.acknowledged_on is not null or new.acknowledged_on is null or not old.emergency then
            raise exception using errcode = 'YS001', constraint = 'excavation_is_acknowledged_once',
                message = 'an emergency is taken note of once, and nothing else of it changes';
        end if;
        if auth.role() <> 'renovation_office' or new.acknowledged_by is distinct from auth.person() then
            raise exception using errcode = 'YS001', constraint = 'excavation_is_acknowledged_by_the_district',
                message = format('an emergency is not taken note of by %s', auth.role());
        end if;
        return new;
    end if;
    if new.applicant_id is distinct from auth.organisation() or new.acknowledged_on is not null then
        raise exception using errcode = 'YS001', constraint = 'excavation_is_asked_for_by_who_digs',
            message = 'whoever digs asks for himself';
    end if;
    if new.emergency and (
        new.starts_on > auth.today()
        or not app.policy_says(pinned, 'nodig.emergency_goes_first', 'true', new.starts_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'emergency_excavation_is_not_planned',
            message = 'an emergency is recorded when it is there';
    end if;
    if not new.emergency and exists (
        select from app.no_dig_periods(new.district, new.project_id) period
        where new.starts_on <= period.last_on and new.ends_on >= period.starts_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'excavation_waits_for_the_no_dig_period',
            message = 'the community may not be dug up on these days';
    end if;
    return new;
end
$$;

-- Lines that dig are named by the unit that lets the works.
create or replace function app.tg__digging_line_is_of_its_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.lock_community_of(new.district, new.project_id);
    if not exists (
        select from app.bill_line
        where district = new.district and bill_line_id = new.bill_line_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'digging_line_is_of_its_project',
            message = 'the line is of another project';
    end if;
    return null;
end
$$;

-- A day of works that dig is logged outside of the periods that other projects and notices set, or as an emergency.
create or replace function app.tg__digging_waits_for_the_no_dig_period() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    day date;
begin
    if not exists (
        select from app.digging_line where district = new.district and bill_line_id = new.bill_line_id
    ) then
        return null;
    end if;
    perform app.lock_community_of(new.district, new.project_id);
    select logged_on into day from app.daily_log
    where district = new.district and daily_log_id = new.daily_log_id;
    if exists (
        select from app.no_dig_periods(new.district, new.project_id) period
        where day between period.starts_on and period.last_on
            and (period.source = 'notice' or period.source_project <> new.project_id)
    ) and not exists (
        select from app.excavation
        where district = new.district and project_id = new.project_id and emergency
            and day between starts_on and ends_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'digging_waits_for_the_no_dig_period',
            message = format('the community may not be dug up on %s', day);
    end if;
    return null;
end
$$;

create or replace trigger _300_no_dig_notice_is_announced before insert or update on app.no_dig_notice
    for each row execute function app.tg__no_dig_notice_is_announced();
create or replace trigger _300_excavation_waits_for_the_no_dig_period before insert or update on app.excavation
    for each row execute function app.tg__excavation_waits_for_the_no_dig_period();
create or replace trigger _500_digging_line_is_of_its_project after insert on app.digging_line
    for each row execute function app.tg__digging_line_is_of_its_project();
create or replace trigger _100_fact_is_never_changed before update or delete on app.digging_line
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _520_digging_waits_for_the_no_dig_period after insert on app.log_quantity
    for each row execute function app.tg__digging_waits_for_the_no_dig_period();

grant update (lifted_on, lifting_document, op_id, version) on app.no_dig_notice to yanshou_service;
grant update (acknowledged_on, acknowledged_by, op_id, version) on app.excavation to yanshou_service;

-- The periods of one of the caller's projects; of another there are none.
create or replace function app.no_dig_periods_shown(in_project uuid)
returns table (source_project uuid, source text, place text, starts_on date, last_on date)
language sql stable security definer set search_path = ''
as $$
    select period.* from app.no_dig_periods(auth.district(), in_project) period where auth.sees(in_project)
$$;
grant execute on function app.no_dig_periods_shown(uuid) to yanshou_service, yanshou_reader;
-- They answer for any project: for guards alone.
revoke execute on function app.no_dig_periods(integer, uuid), app.lock_community_of(integer, uuid)
    from yanshou_service, yanshou_reader, yanshou_jobs;
