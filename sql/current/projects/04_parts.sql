-- 参与: app.part, who takes part in which project, kept from what says so.

-- What makes a part of a project: the one place where it is decided who takes part. Policies, guards and the service
-- ask app.part, which is kept from here.
create or replace function app.parts_said(in_district integer, in_project uuid) returns table (reader uuid, until date)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select auth.reader_of(in_district, said.role, said.who), max(said.until)
        from (
            -- Whoever looks after the district; whoever is bound to the project (a link, a report, an appointment); 建设单位.
            select acting.role, acting.who, 'infinity'::date as until
            from app.project
            cross join lateral (values
                ('district', null::uuid), ('project', project_id), ('construction_unit', construction_unit_id)
            ) acting (role, who)
            where district = in_district and project_id = in_project
            union all
            -- 社区、业委会或自治小组, with the owners' people, in every project of their community
            select acting.role, body.organisation_id, coalesce(body.valid_to, 'infinity')
            from app.project
            join app.project known on known.district = project.district and known.community_id = project.community_id
            join app.community_body body on body.district = known.district and body.project_id = known.project_id
            cross join lateral unnest(case when body.role = 'community' then array['community']
                else array['owners_body', 'resident', 'volunteer_supervisor'] end) acting (role)
            where project.district = in_district and project.project_id = in_project
            union all
            -- 民间监理员 on the roster, by his own name
            select 'volunteer_supervisor', person_id, coalesce(ended_on, 'infinity') from app.volunteer
            where district = in_district and project_id = in_project
            union all
            -- 专业单位 that is to keep a facility, or that signed when it was to and reads on
            select 'utility', receiver_id, 'infinity' from app.handover
            where district = in_district and project_id = in_project and receiver_id is not null
            union all
            select 'utility', organisation_id, '-infinity' from app.handover_signature
            where district = in_district and project_id = in_project and party = 'utility'
            union all
            -- 参建单位, in the role that it was engaged for
            select role, organisation_id, coalesce(app.engagement_until(engagement), 'infinity') from app.engagement
            where district = in_district and project_id = in_project
            union all
            -- A contract stands for the engagement that nobody recorded; where one was, its days decide.
            select app.role_of_package(package.category, package.service_kind), contract.contractor_id, 'infinity'
            from app.contract join app.package using (district, project_id, package_id)
            where contract.district = in_district and contract.project_id = in_project and not exists (
                select from app.engagement
                where engagement.district = contract.district and engagement.project_id = contract.project_id
                    and engagement.organisation_id = contract.contractor_id
                    and engagement.role = app.role_of_package(package.category, package.service_kind))
            union all
            -- 验收席位, while its round is open
            select sitting.role, sitting.organisation_id,
                case when round.ended_on is null then 'infinity'::date else '-infinity' end
            from app.acceptance_sitting sitting
            join app.acceptance_round round using (district, acceptance_round_id, project_id)
            where sitting.district = in_district and sitting.project_id = in_project
        ) said
        where said.role is not null
        group by said.role, said.who;
end
$$;

-- Keeps the parts of a project as they are said. The project is locked first, so that two who change it at once are
-- counted one behind the other.
create or replace function app.keep_parts(in_district integer, in_project uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = in_district and project_id = in_project for no key update;
    merge into app.part kept
    using (
        select coalesce(said.reader, had.reader) as reader, said.until
        from app.parts_said(in_district, in_project) said
        full join (
            select reader from app.part where district = in_district and project_id = in_project
        ) had using (reader)
    ) now
    on kept.district = in_district and kept.project_id = in_project and kept.reader = now.reader
    when matched and now.until is null then delete
    when matched and now.until <> kept.until then update set until = now.until
    when not matched then
        insert (district, project_id, reader, until) values (in_district, in_project, now.reader, now.until);
end
$$;

-- Whatever says who takes part keeps the parts: always, also for rows that are put in past the other triggers.
create or replace function app.tg__parts_are_kept() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    also record;
begin
    perform app.keep_parts(coalesce(new.district, old.district), coalesce(new.project_id, old.project_id));
    -- A body of a community stands in each of its projects, and a project takes on the bodies of its community.
    if tg_table_name in ('community_body', 'project') then
        for also in
            select other.district, other.project_id
            from app.project own
            join app.project other on other.district = own.district and other.community_id = own.community_id
                and other.project_id <> own.project_id
            where own.district = new.district and own.project_id = new.project_id
            order by other.project_id
        loop
            perform app.keep_parts(also.district, also.project_id);
        end loop;
    end if;
    return null;
end
$$;

-- What says it, each with the trigger that keeps app.part; and the parts of what was there before the table was.
do $$
declare
    source record;
begin
    for source in
        select * from (values
            ('app.project', 'insert or update of construction_unit_id, community_id'),
            ('app.community_body', 'insert or update'), ('app.volunteer', 'insert or update'),
            ('app.handover', 'insert or update of receiver_id'), ('app.handover_signature', 'insert'),
            ('app.engagement', 'insert or update or delete'), ('app.contract', 'insert or update of contractor_id'),
            ('app.contract_termination', 'insert'), ('app.acceptance_sitting', 'insert'), ('app.acceptance_round', 'update of ended_on')
        ) as listed (name, moments)
    loop
        execute format(
            'create or replace trigger _050_parts_are_kept after %s on %s for each row '
            'execute function app.tg__parts_are_kept()', source.moments, source.name);
        execute format('alter table %s enable always trigger _050_parts_are_kept', source.name);
    end loop;
    -- A unit that built under a contract that ended keeps its part.
    perform app.keep_parts(district, project_id)
    from (select distinct district, project_id from app.contract_termination) ended;
    if not exists (select from app.part) then
        insert into app.part (district, project_id, reader, until)
        select project.district, project.project_id, said.reader, said.until
        from app.project cross join lateral app.parts_said(project.district, project.project_id) said;
    end if;
end
$$;
