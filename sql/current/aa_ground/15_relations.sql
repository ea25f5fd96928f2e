-- Who takes part in which project: the one place where it is decided. Policies, guards and the service ask here.

-- The projects of the actor's district in which he takes part by his role: as one who stands in it today, or, where
-- `in_standing` is false, also as one who once did and keeps reading what he had to do with. Null where he looks after
-- the whole district.
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
    related uuid[] := '{}';
begin
    if parts[13]::boolean then
        return null;
    end if;
    -- An appointment, a link or a report that is bound to a project opens this one and no other.
    if parts[8] <> '' then
        return array[parts[8]::uuid];
    end if;
    -- 建设单位
    if acting = 'construction_unit' then
        related := array(
            select project.project_id from app.project
            where project.construction_unit_id = unit and project.district = here);
    end if;
    -- 社区、业委会或自治小组, with the owners' people
    if acting in ('community', 'owners_body', 'resident', 'volunteer_supervisor') then
        related := related || array(
            select project.project_id
            from app.community_body body
            join app.project known on known.district = body.district and known.project_id = body.project_id
            join app.project on project.district = known.district and project.community_id = known.community_id
            where body.organisation_id = unit and body.district = here
                and body.role = case when acting = 'community' then acting else 'owners_body' end
                and (not in_standing or body.valid_to is null or body.valid_to >= today));
    end if;
    -- 民间监理员 on the roster
    if acting = 'volunteer_supervisor' then
        related := related || array(
            select volunteer.project_id from app.volunteer
            where volunteer.person_id = person and volunteer.district = here
                and (not in_standing or volunteer.ended_on is null or volunteer.ended_on >= today));
    end if;
    -- 专业单位 that is to keep a facility, or that signed when it was to
    if acting = 'utility' then
        related := related || array(
            select handover.project_id from app.handover
            where handover.receiver_id = unit and handover.district = here);
        if not in_standing then
            related := related || array(
                select signed.project_id from app.handover_signature signed
                where signed.party = 'utility' and signed.organisation_id = unit and signed.district = here);
        end if;
    end if;
    -- 参建单位, in the role that it was engaged for
    related := related || array(
        select engagement.project_id from app.engagement
        where engagement.organisation_id = unit and engagement.district = here and engagement.role = acting
            and (not in_standing or engagement.valid_to is null or engagement.valid_to >= today));
    -- A contract stands for the engagement that nobody recorded; where one was, its days decide.
    related := related || array(
        select contract.project_id
        from app.contract join app.package using (district, project_id, package_id)
        where contract.contractor_id = unit and contract.district = here
            and app.role_of_package(package.category, package.service_kind) = acting
            and not exists (
                select from app.engagement
                where engagement.district = contract.district and engagement.project_id = contract.project_id
                    and engagement.organisation_id = unit and engagement.role = acting
            ));
    -- 验收席位, while its round is open
    return related || array(
        select sitting.project_id
        from app.acceptance_sitting sitting join app.acceptance_round round
            using (district, acceptance_round_id, project_id)
        where sitting.organisation_id = unit and sitting.district = here and sitting.role = acting
            and (not in_standing or round.ended_on is null));
end
$$;

-- What the actor may read; null where that is the whole district.
--
-- Every table of a query asks. In a transaction that only reads, the answer is kept for the next who asks, sealed with
-- the secret to this transaction and this context, so that nobody else can lay one down.
create or replace function auth.projects() returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
declare
    kept constant text := current_setting('app.projects', true);
    -- No context begins so: what is sealed here passes for nothing else.
    bound constant text := 'projects ' || left(current_setting('app.context', true), 64) || pg_backend_pid() || ' '
        || extract(epoch from transaction_timestamp());
    secret bytea;
    found uuid[];
    sealed text;
begin
    if kept <> '' then
        select value into secret from auth.secret;
        if left(kept, 64) = encode(sha256(secret || convert_to(bound || substr(kept, 65), 'UTF8') || secret), 'hex') then
            return substr(kept, 65)::uuid[];
        end if;
    end if;
    found := auth.related_projects(false);
    if found is not null and current_setting('transaction_read_only')::boolean then
        select value into secret from auth.secret;
        sealed := found::text;
        perform set_config('app.projects',
            encode(sha256(secret || convert_to(bound || sealed, 'UTF8') || secret), 'hex') || sealed, true);
    end if;
    return found;
end
$$;

-- Where he may act; null where that is the whole district.
create or replace function auth.standing_projects() returns uuid[]
language sql stable
return auth.related_projects(true);

-- The communities of the projects that he may read.
create or replace function auth.communities() returns uuid[]
language sql stable security definer set search_path = ''
as $$
    select coalesce(array_agg(project.community_id), '{}') from app.project
    where project.district = auth.district() and project.project_id = any(auth.projects())
$$;

-- Whether the actor may read a project of his district.
create or replace function auth.sees(in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from app.project where project.district = auth.district() and project.project_id = in_project
    ) and (in_project = any(auth.projects())) is not false;
end
$$;

-- Whether he takes part in it today.
create or replace function auth.takes_part(in_project uuid) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from app.project where project.district = auth.district() and project.project_id = in_project
    ) and (in_project = any(auth.standing_projects())) is not false;
end
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

grant execute on function auth.sees_district(), auth.related_projects(boolean), auth.projects(), auth.standing_projects(), auth.communities(),
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
