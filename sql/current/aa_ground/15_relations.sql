-- Who takes part in which project: the one place where it is decided.

-- Under which key whoever acts in a role, for a unit or for himself, reads in a district. The district's own see all
-- under one key (role `district`, nobody), and whoever is bound to one project under that project's (role `project`).
create or replace function auth.reader_of(in_district integer, acting text, who uuid) returns uuid
language sql immutable set search_path = ''
return md5(in_district || ' ' || acting || ' ' || coalesce(who::text, ''))::uuid;

-- The keys under which the actor reads and acts: the rows of app.part that carry one of them are his.
create or replace function auth.readers() returns uuid[]
language sql stable
return (auth.context())[16]::uuid[];

-- Whether the actor may read a project of his district. The context is judged once, not once for each part of it.
create or replace function auth.sees(in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    actor constant text[] := auth.context();
begin
    return exists (
        select from app.part
        where part.district = actor[3]::integer and part.project_id = in_project
            and part.reader = any(actor[16]::uuid[]));
end
$$;

-- Whether he takes part in it today.
create or replace function auth.takes_part(in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    actor constant text[] := auth.context();
begin
    return exists (
        select from app.part
        where part.district = actor[3]::integer and part.project_id = in_project
            and part.reader = any(actor[16]::uuid[]) and part.until >= actor[10]::date);
end
$$;

-- Whether a project is there at all, whoever may see it.
create or replace function app.is_taken_in(in_district integer, in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select exists (select from app.project where district = in_district and project_id = in_project)
    );
end
$$;

-- Signs a report in: as who sent it where he takes part in the project, as a resident without an account otherwise.
create or replace function auth.enter_to_report(presented bytea, in_project uuid, in_issue uuid, in_shown bytea)
returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
    actor jsonb := auth.enter(presented);
begin
    if actor is not null and auth.takes_part(in_project) then
        return actor;
    end if;
    return auth.enter_reporter(in_project, in_issue, in_shown);
end
$$;

grant execute on function auth.sees_district(), auth.readers(), auth.sees(uuid), auth.takes_part(uuid) to yanshou_service, yanshou_reader, yanshou_jobs;
grant execute on function auth.enter_to_report(bytea, uuid, uuid, bytea) to yanshou_service, yanshou_reader;

-- A project is taken in by the unit that will build it, or by the district for one of its construction units.
create or replace function app.tg__project_is_taken_in_by_its_unit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.construction_unit_id = auth.organisation() and auth.role() = 'construction_unit' then
        return new;
    end if;
    if auth.role() <> 'construction_unit' and auth.sees_district() and exists (
        select from auth.appointment
        where district = new.district and organisation_id = new.construction_unit_id and role = 'construction_unit'
            and valid_from <= auth.today() and (valid_to is null or valid_to >= auth.today())
    ) then
        return new;
    end if;
    raise exception using errcode = 'YS001', constraint = 'project_is_taken_in_by_its_unit',
        message = 'a project is taken in by its construction unit, or by the district for one of its own';
end
$$;
create or replace trigger _200_project_is_taken_in_by_its_unit before insert on app.project
    for each row execute function app.tg__project_is_taken_in_by_its_unit();

-- An event is of a project in which the actor takes part, or of one that it is about to make. Whoever writes outside any
-- request is an operator, whom no context binds.
create or replace function ledger.tg__event_is_of_ones_own_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.project_id is null or coalesce(current_setting('app.context', true), '') = ''
        or not app.is_taken_in(new.district, new.project_id) or auth.takes_part(new.project_id)
    then
        return new;
    end if;
    raise exception using errcode = 'YS001', constraint = 'event_is_of_ones_own_project',
        message = 'an event is of a project in which its actor takes part';
end
$$;
create or replace trigger _200_event_is_of_ones_own_project before insert on ledger.entry
    for each row execute function ledger.tg__event_is_of_ones_own_project();
