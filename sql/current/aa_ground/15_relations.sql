-- Who takes part in which project: the one place where it is decided. Policies, guards and the service ask here.

-- Whether the actor looks after the whole district. Whoever is bound to one project never does.
create or replace function auth.sees_district() returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    parts constant text[] := auth.context();
begin
    return parts[8] = '' and exists (select from auth.role_reach where role = parts[7] and reach = 'district');
end
$$;

-- The projects of the actor's district in which he takes part by his role: as one who stands in it today, or, where
-- `in_standing` is false, also as one who once did and keeps reading what he had to do with.
create or replace function auth.related_projects(in_standing boolean) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
    parts constant text[] := auth.context();
    here constant integer := parts[3];
    person constant uuid := parts[4];
    unit constant uuid := parts[5];
    acting constant text := parts[7];
    today constant date := parts[10];
begin
    -- An appointment, a link or a report that is bound to a project opens this one and no other.
    if parts[8] <> '' then
        return array[parts[8]::uuid];
    end if;
    return coalesce((
        select array_agg(related.project_id)
        from (
            -- 建设单位
            select project.project_id from app.project
            where acting = 'construction_unit' and project.construction_unit_id = unit and project.district = here
            union
            -- 参建单位, in the role that it was engaged for
            select engagement.project_id from app.engagement
            where engagement.organisation_id = unit and engagement.district = here and engagement.role = acting
                and (not in_standing or engagement.valid_to is null or engagement.valid_to >= today)
            union
            -- A contract stands for the engagement that nobody recorded; where one was, its days decide.
            select contract.project_id
            from app.contract join app.package using (district, project_id, package_id)
            where contract.contractor_id = unit and contract.district = here
                and app.role_of_package(package.category, package.service_kind) = acting
                and not exists (
                    select from app.engagement
                    where engagement.district = contract.district and engagement.project_id = contract.project_id
                        and engagement.organisation_id = unit and engagement.role = acting
                )
            union
            -- 社区、业委会或自治小组, with the owners' people
            select project.project_id
            from app.community_body body
            join app.project known on known.district = body.district and known.project_id = body.project_id
            join app.project on project.district = known.district and project.community_id = known.community_id
            where body.organisation_id = unit and body.district = here
                and body.role = case
                    when acting in ('owners_body', 'resident', 'volunteer_supervisor') then 'owners_body'
                    else acting
                end
                and (not in_standing or body.valid_to is null or body.valid_to >= today)
            union
            -- 民间监理员 on the roster
            select volunteer.project_id from app.volunteer
            where acting = 'volunteer_supervisor' and volunteer.person_id = person and volunteer.district = here
                and (not in_standing or volunteer.ended_on is null or volunteer.ended_on >= today)
            union
            -- 专业单位 that is to keep a facility, or that signed when it was to
            select handover.project_id from app.handover
            where acting = 'utility' and handover.receiver_id = unit and handover.district = here
            union
            select signed.project_id from app.handover_signature signed
            where not in_standing and acting = 'utility' and signed.party = 'utility'
                and signed.organisation_id = unit and signed.district = here
            union
            -- 验收席位, while its round is open
            select sitting.project_id
            from app.acceptance_sitting sitting join app.acceptance_round round
                using (district, acceptance_round_id, project_id)
            where sitting.organisation_id = unit and sitting.district = here and sitting.role = acting
                and (not in_standing or round.ended_on is null)
        ) related
    ), '{}');
end
$$;

-- What the actor may read.
create or replace function auth.projects() returns uuid[]
language sql stable security definer set search_path = ''
as $$ select auth.related_projects(false) $$;

-- Where he may act.
create or replace function auth.standing_projects() returns uuid[]
language sql stable security definer set search_path = ''
as $$ select auth.related_projects(true) $$;

-- The communities of the projects that he may read.
create or replace function auth.communities() returns uuid[]
language sql stable security definer set search_path = ''
as $$
    select coalesce(array_agg(project.community_id), '{}') from app.project
    where project.district = auth.district() and project.project_id = any(auth.projects())
$$;

-- Whether the actor may read a project of his district.
create or replace function auth.sees(in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.project where project.district = auth.district() and project.project_id = in_project
    ) and (auth.sees_district() or in_project = any(auth.projects()))
$$;

-- Whether he takes part in it today.
create or replace function auth.takes_part(in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.project where project.district = auth.district() and project.project_id = in_project
    ) and (auth.sees_district() or in_project = any(auth.standing_projects()))
$$;

-- Whether a project is there at all, whoever may see it.
create or replace function app.is_taken_in(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from app.project where district = in_district and project_id = in_project) $$;

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

grant execute on function auth.sees_district(), auth.projects(), auth.standing_projects(), auth.communities(),
    auth.sees(uuid), auth.takes_part(uuid) to yanshou_service, yanshou_reader, yanshou_jobs;
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
