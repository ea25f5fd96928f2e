-- How works are run and watched: each row meets its project and its place's packs; every guard queues at the project first.

-- The edition of an open project, locked, or a refusal where it is closed.
create or replace function app.open_project(in_district integer, in_project uuid) returns text
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select state, edition into found from app.project
    where district = in_district and project_id = in_project for no key update;
    if found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'conduct_waits_no_more',
            message = 'a closed project takes no more records';
    end if;
    return found.edition;
end
$$;

create or replace function app.tg__site_staff_is_fit() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.open_project(new.district, new.project_id);
begin
    if not app.policy_says(pinned, 'staff.posts', new.post, new.from_on) then
        raise exception using errcode = 'YS001', constraint = 'site_staff_post_is_known',
            message = format('%s is no post of the list', new.post);
    end if;
    if not exists (
        select from app.engagement party
        where party.district = new.district and party.project_id = new.project_id
            and party.organisation_id = new.organisation_id and party.valid_from <= new.from_on
            and (party.valid_to is null or party.valid_to >= new.from_on)
            and app.policy_says(pinned, 'staff.posts.' || new.post || '.roles', party.role, new.from_on)
    ) and not exists (
        select from app.project
        where district = new.district and project_id = new.project_id
            and construction_unit_id = new.organisation_id
            and app.policy_says(pinned, 'staff.posts.' || new.post || '.roles', 'construction_unit', new.from_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'site_staff_is_of_a_unit_that_takes_part',
            message = 'the unit takes no part in the role that this post goes with';
    end if;
    if not app.policy_says(pinned, 'staff.posts.' || new.post || '.exclusive', 'true', new.from_on) then
        return new;
    end if;
    if btrim(coalesce(new.certificate, '')) = '' then
        raise exception using errcode = 'YS001', constraint = 'site_staff_names_its_certificate',
            message = 'this post is held by a registered person, with the number of the certificate';
    end if;
    -- EPC-09: whoever is named second, in whichever project, waits for the first and then sees him.
    perform pg_advisory_xact_lock(hashtextextended('site_staff ' || new.district || ' ' || new.certificate, 0));
    if exists (
        select from app.site_staff other
        where other.district = new.district and other.certificate = new.certificate and other.post = new.post
            and other.project_id <> new.project_id and other.from_on <= coalesce(new.until_on, 'infinity')
            and coalesce(other.until_on, 'infinity') >= new.from_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'project_manager_is_on_one_project',
            message = 'the same person manages another project on these days';
    end if;
    return new;
end
$$;

create or replace function app.tg__site_staff_only_ends() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.open_project(new.district, new.project_id);
    if old.until_on is not null or new.until_on is null or (new.post, new.name, new.from_on, new.organisation_id)
        <> (old.post, old.name, old.from_on, old.organisation_id)
        or new.certificate is distinct from old.certificate
    then
        raise exception using errcode = 'YS001', constraint = 'site_staff_only_ends',
            message = 'a post is ended once and not changed otherwise';
    end if;
    if exists (
        select from app.staff_attendance
        where district = new.district and site_staff_id = new.site_staff_id and day > new.until_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'attendance_is_of_a_day_of_duty',
            message = 'attendance was taken after the day on which the post would have ended';
    end if;
    return new;
end
$$;

create or replace function app.tg__attendance_is_of_a_day_of_duty() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    named app.site_staff;
begin
    perform app.open_project(new.district, new.project_id);
    select * into named from app.site_staff
    where district = new.district and site_staff_id = new.site_staff_id and project_id = new.project_id;
    if named.site_staff_id is null or new.day > auth.today() or new.day < named.from_on
        or new.day > coalesce(named.until_on, 'infinity')
    then
        raise exception using errcode = 'YS001', constraint = 'attendance_is_of_a_day_of_duty',
            message = 'attendance is taken of a day that has come, while the post is held';
    end if;
    if named.organisation_id = auth.organisation() then
        raise exception using errcode = 'YS001', constraint = 'attendance_is_taken_by_another_unit',
            message = 'no unit takes the attendance of its own staff';
    end if;
    return new;
end
$$;

-- LC-16-1b, YY-09-2b, 城市供水条例 第二十二条: before the act, by so many hours; an emergency is told while it is mended.
create or replace function app.tg__disturbance_is_announced_in_time() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.open_project(new.district, new.project_id);
    lead bigint;
begin
    lead := app.policy_number(pinned, 'disturbance.kinds.' || new.kind || '.lead_hours', auth.today());
    if lead is null then
        raise exception using errcode = 'YS001', constraint = 'disturbance_kind_is_known',
            message = format('%s is no kind of disturbance of the list', new.kind);
    end if;
    if new.announced_at <> auth.business_now() then
        raise exception using errcode = 'YS001', constraint = 'disturbance_is_told_as_it_is_recorded',
            message = 'residents are told at the moment of the record, not before it';
    end if;
    if new.emergency_reason is null and new.starts_at < new.announced_at + make_interval(hours => lead::integer) then
        raise exception using errcode = 'YS001', constraint = 'disturbance_is_announced_in_time',
            message = format('residents are told %s hours before', lead);
    end if;
    return new;
end
$$;

create or replace function app.tg__visit_is_of_a_kind() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.open_project(new.district, new.project_id);
begin
    if not app.policy_says(pinned, 'visits.kinds', new.kind, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'visit_kind_is_known',
            message = format('%s is no kind of visit of the list', new.kind);
    end if;
    if new.visited_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'visit_is_not_dated_ahead',
            message = 'a visit is recorded once it was paid';
    end if;
    return new;
end
$$;

-- GS-04-14, LC-15-3, LC-16-2, YY-11-3: a routine is one that has its interval, once it was held.
create or replace function app.tg__routine_is_of_a_kind() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.open_project(new.district, new.project_id);
begin
    if app.policy_number(pinned, new.kind || '.interval_months', auth.today()) is null then
        raise exception using errcode = 'YS001', constraint = 'routine_kind_is_known',
            message = format('%s is no routine of the place', new.kind);
    end if;
    if new.held_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'routine_is_not_dated_ahead',
            message = 'a routine is recorded once it was held';
    end if;
    return new;
end
$$;

create or replace function app.tg__yearly_duty_is_of_the_district() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.project
        where project.district = new.district
            and app.policy_says(project.edition, 'yearly.duties', new.duty, auth.today())
    ) then
        raise exception using errcode = 'YS001', constraint = 'yearly_duty_is_known',
            message = format('%s is no yearly duty of the district', new.duty);
    end if;
    if new.done_on > auth.today() or extract(year from new.done_on) < new.year then
        raise exception using errcode = 'YS001', constraint = 'yearly_duty_is_dated_in_or_after_its_year',
            message = 'what is done for a year is done in it or after it, and recorded then';
    end if;
    return new;
end
$$;

create or replace function app.tg__special_works_are_settled_once() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.open_project(new.district, new.project_id);
    if tg_op = 'UPDATE' and (old.settled_on is not null or new.settled_on is null) then
        raise exception using errcode = 'YS001', constraint = 'special_works_are_settled_once',
            message = 'special works are settled once';
    end if;
    if new.settled_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'special_works_are_not_settled_ahead',
            message = 'what is settled is recorded once it is';
    end if;
    return new;
end
$$;

-- HZ-02-5, XH-02-5: where the place knows this way, before the owners are asked, since they are asked about rebuilding.
create or replace function app.tg__rebuilding_comes_before_its_ballots() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.open_project(new.district, new.project_id);
begin
    if exists (
        select from unnest(new.grounds) ground
        where not app.policy_says(pinned, 'rebuild.grounds', ground, auth.today())
    ) then
        raise exception using errcode = 'YS001', constraint = 'rebuilding_ground_is_of_the_place',
            message = 'the place names no such ground for taking down and building anew';
    end if;
    if new.decided_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'rebuilding_is_not_dated_ahead',
            message = 'what is decided is recorded once it is';
    end if;
    if exists (
        select from app.ballot_question asked join app.ballot using (district, ballot_id)
        where asked.district = new.district and asked.project_id = new.project_id and asked.purpose <> 'other'
            and asked.matter <> 'rebuild' and ballot.state <> 'called_off'
    ) then
        raise exception using errcode = 'YS001', constraint = 'rebuilding_comes_before_its_ballots',
            message = 'the owners were asked about a renovation, not about rebuilding';
    end if;
    return new;
end
$$;

create or replace function app.tg__rebuilding_is_voted_as_rebuilding() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.purpose <> 'other' and new.matter <> 'rebuild' and exists (
        select from app.rebuilding where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'rebuilding_is_voted_as_rebuilding',
            message = 'taking down and building anew is a special matter';
    end if;
    return new;
end
$$;

create or replace trigger _200_site_staff_is_fit before insert on app.site_staff
    for each row execute function app.tg__site_staff_is_fit();
create or replace trigger _200_site_staff_only_ends before update on app.site_staff
    for each row execute function app.tg__site_staff_only_ends();
create or replace trigger _200_attendance_is_of_a_day_of_duty before insert on app.staff_attendance
    for each row execute function app.tg__attendance_is_of_a_day_of_duty();
create or replace trigger _200_disturbance_is_announced_in_time before insert on app.disturbance
    for each row execute function app.tg__disturbance_is_announced_in_time();
create or replace trigger _200_visit_is_of_a_kind before insert on app.supervision_visit
    for each row execute function app.tg__visit_is_of_a_kind();
create or replace trigger _200_routine_is_of_a_kind before insert on app.routine
    for each row execute function app.tg__routine_is_of_a_kind();
create or replace trigger _200_yearly_duty_is_of_the_district before insert on app.yearly_duty
    for each row execute function app.tg__yearly_duty_is_of_the_district();
create or replace trigger _200_special_works_are_settled_once before insert or update on app.special_works
    for each row execute function app.tg__special_works_are_settled_once();
create or replace trigger _200_rebuilding_comes_before_its_ballots before insert on app.rebuilding
    for each row execute function app.tg__rebuilding_comes_before_its_ballots();
create or replace trigger _190_rebuilding_is_voted_as_rebuilding before insert on app.ballot_question
    for each row execute function app.tg__rebuilding_is_voted_as_rebuilding();
revoke execute on function app.open_project(integer, uuid) from yanshou_service, yanshou_reader, yanshou_jobs;
