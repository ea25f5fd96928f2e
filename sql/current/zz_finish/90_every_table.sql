-- What holds for every table, said once: ownership, forced row security, tenant and project policies, events.

-- The tables whose rows a reporter without an account may see some of, and those that he may add to.
create or replace function app.seen_by_reporters() returns text[]
language sql immutable
return array[
    'app.project', 'app.request', 'app.issue', 'app.issue_photo', 'app.clock', 'ledger.entry', 'app.file'];
create or replace function app.added_by_reporters() returns text[]
language sql immutable
return array[
    'app.request', 'app.issue', 'app.issue_contact', 'app.issue_photo', 'app.anonymous_report', 'app.file',
    'app.clock', 'ledger.entry'];

do $$
declare
    subject record;
    has_project boolean;
begin
    grant usage on schema app, auth, policy, ledger, jobs to yanshou_owner, yanshou_guard;
    grant usage on schema app, auth, policy, ledger, jobs to yanshou_service, yanshou_jobs;
    grant usage on schema app, auth, policy, ledger to yanshou_reader;
    grant usage on schema ledger to yanshou_sealer, yanshou_auditor;
    grant usage on schema pub to yanshou_public, yanshou_guard, yanshou_reader, yanshou_service;

    -- Functions run as the guard: it sees the row its caller may not, and owns nothing else.
    for subject in
        select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('app', 'auth', 'ledger', 'jobs', 'pub') and p.prosecdef
    loop
        execute format('alter function %s owner to yanshou_guard', subject.name);
        execute format('revoke all on function %s from public', subject.name);
    end loop;
    for subject in
        select format('%I.%I', n.nspname, c.relname) as name, c.relname as short, n.nspname as schema
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'auth', 'policy', 'ledger', 'jobs') and c.relkind in ('r', 'p')
    loop
        execute format('alter table %s owner to yanshou_owner', subject.name);
        execute format('grant select, insert, update, delete on %s to yanshou_guard', subject.name);
        execute format('alter table %s enable row level security', subject.name);
        execute format('alter table %s force row level security', subject.name);
        execute format(
            'create policy owner_and_guard on %s to yanshou_owner, yanshou_guard, yanshou_migrator using (true) with check (true)',
            subject.name);
    end loop;

    for subject in
        select format('%I.%I', n.nspname, c.relname) as name, c.relname as short, n.nspname as schema, c.oid
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'ledger') and c.relkind = 'r'
            and exists (select from pg_attribute where attrelid = c.oid and attname = 'district' and not attisdropped)
    loop
        has_project := exists (
            select from pg_attribute where attrelid = subject.oid and attname = 'project_id' and not attisdropped);
        -- What a reporter without an account sees, or adds to, is narrowed for him by a policy of its own.
        execute format(
            'create policy tenant on %s to yanshou_service, yanshou_reader, yanshou_jobs '
            'using (district = (select auth.%s())) with check (district = (select auth.%s()))',
            subject.name,
            case when subject.name = any(app.seen_by_reporters()) then 'district' else 'member_district' end,
            case when subject.name = any(app.added_by_reporters()) then 'district' else 'member_district' end);
        -- One row of app.part is looked up, which shows only what is the actor's: who reads has one, who acts has one
        -- that lasts. A new project is its own unit's, or the district's, before it is there.
        if subject.name = 'app.part' then
            -- A reader's key is of its district, so that nothing else needs to be asked.
            drop policy tenant on app.part;
            create policy own_project on app.part for select to yanshou_service, yanshou_reader, yanshou_jobs
                using (reader = any((select auth.readers())::uuid[]));
        elsif has_project and subject.schema = 'app' then
            execute format(
                'create policy own_project on %1$s as restrictive to yanshou_service, yanshou_reader, yanshou_jobs '
                'using (exists (select from app.part own '
                'where own.district = %2$I.district and own.project_id = %2$I.project_id)) '
                'with check (exists (select from app.part own '
                'where own.district = %2$I.district and own.project_id = %2$I.project_id '
                'and own.until >= (select auth.today()))%3$s)',
                subject.name, subject.short,
                case when subject.short = 'project' then
                    ' or (select auth.sees_district()) or construction_unit_id = (select auth.organisation()) '
                    'and (select auth.role()) = ''construction_unit'''
                else '' end);
        end if;
        execute format('grant select on %s to yanshou_service, yanshou_reader, yanshou_jobs', subject.name);
        if exists (select from pg_attribute where attrelid = subject.oid and attname = 'op_id' and not attisdropped) then
            execute format(
                'create constraint trigger _900_no_event_no_commit after insert or update on %s '
                'deferrable initially deferred for each row execute function app.tg__no_event_no_commit()',
                subject.name);
            execute format(
                'create or replace trigger _100_change_has_its_own_event before update on %s '
                'for each row execute function app.tg__change_has_its_own_event()', subject.name);
            if to_regprocedure('ledger.bind_table(oid)') is not null then
                perform ledger.bind_table(subject.oid);
            end if;
        end if;
        if exists (select from pg_attribute where attrelid = subject.oid and attname = 'version' and not attisdropped) then
            execute format(
                'create or replace trigger _110_version_steps_by_one before update on %s '
                'for each row execute function app.tg__version_steps_by_one()', subject.name);
        end if;
    end loop;

    -- What belongs to a project without naming it: a community through its projects, bytes through what shows them,
    -- an answer through whom it was given, an event where it has a project.
    create policy own_community on app.community as restrictive to yanshou_service, yanshou_reader, yanshou_jobs
        using ((select auth.sees_district()) or exists (
            select from app.project own
            where own.district = community.district and own.community_id = community.community_id))
        with check (
            (select auth.sees_district()) or (select auth.role()) = 'construction_unit'
            or exists (
                select from app.project own
                where own.district = community.district and own.community_id = community.community_id)
        );
    execute (
        select format(
            'create policy own_file on app.file as restrictive for select '
            'to yanshou_service, yanshou_reader, yanshou_jobs using (%s)',
            string_agg(format(
                'exists (select from %s shown where shown.district = file.district and shown.%I = file.sha256)',
                place.name, place.column_name), ' or ' order by place.name))
        from (
            select c.conrelid::regclass::text as name, a.attname as column_name
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey) and a.attname <> 'district'
            where c.contype = 'f' and c.confrelid = 'app.file'::regclass
            union select 'app.paper', 'sha256'
            -- A state of the first versions has no ballots yet.
            union select 'app.ballot_slip', 'scan_sha256' where to_regclass('app.ballot_slip') is not null
        ) place
    );
    create policy own_answer on app.request as restrictive to yanshou_service, yanshou_reader, yanshou_jobs
        using (principal = (select auth.person())) with check (principal = (select auth.person()));
    create policy own_project on ledger.entry as restrictive to yanshou_service, yanshou_reader, yanshou_jobs
        using (
            (select auth.sees_district()) or exists (
                select from app.part own where own.district = entry.district and own.project_id = entry.project_id)
            or project_id is null and ((select auth.project()) is null or person_id = (select auth.person()))
        )
        with check (
            (select auth.sees_district()) or project_id is null
            or exists (
                select from app.part own where own.district = entry.district and own.project_id = entry.project_id
                    and own.until >= (select auth.today()))
            -- The event of a project's own making comes before its row: a trigger sees to it that it is of no other.
            or (select auth.role()) = 'construction_unit'
        );

    -- Reference tables without a tenant: read by all of the application, written by the few who keep them.
    for subject in
        select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and (n.nspname = 'policy' or (n.nspname, c.relname) in (
            ('auth', 'district'), ('auth', 'division_code'), ('auth', 'organisation'), ('auth', 'control_link'),
            ('auth', 'role_reach'),
            ('app', 'project_step')))
            or (c.relkind = 'r' and n.nspname = 'app'
                and not exists (select from pg_attribute where attrelid = c.oid and attname = 'district' and not attisdropped))
    loop
        execute format(
            'create policy reference on %s for select to yanshou_service, yanshou_reader, yanshou_jobs using (true)', subject.name);
        execute format('grant select on %s to yanshou_service, yanshou_reader, yanshou_jobs', subject.name);
    end loop;
    for subject in select unnest(array['auth.organisation', 'auth.control_link']) as name loop
        -- Who writes one writes it in his own district; a state of the first versions has no such column yet.
        execute format('create policy reference_add on %s for insert to yanshou_service with check (%s)', subject.name,
            case when exists (
                select from pg_attribute where attrelid = subject.name::regclass and attname = 'recorded_in'
            ) then 'recorded_in = (select auth.district())' else 'true' end);
    end loop;
end
$$;

-- Events come through one function, which knows who acts.
revoke insert on ledger.entry from yanshou_service, yanshou_jobs;
grant update (status, answer, etag) on app.request to yanshou_service, yanshou_jobs;

-- People are seen by name alone, no password ever leaves, and by those who have to do with them: whoever looks after the
-- district sees its people; everybody else those of the units in his projects, and of the offices, who act for all.
grant select (person_id, name) on auth.person to yanshou_service, yanshou_reader, yanshou_jobs;
create policy people on auth.person for select to yanshou_service, yanshou_reader, yanshou_jobs
    using (person_id = (select auth.person()) or exists (
        select from auth.appointment held
        where held.person_id = person.person_id
            and ((select auth.sees_district()) or held.organisation_id = any((select auth.units())::uuid[])
                or held.role in (select role from auth.role_reach where reach = 'district'))
    ));
grant select on auth.appointment to yanshou_service, yanshou_reader, yanshou_jobs;
create policy tenant on auth.appointment for select to yanshou_service, yanshou_reader, yanshou_jobs
    using (district = (select auth.district()));
create policy own_project on auth.appointment as restrictive for select to yanshou_service, yanshou_reader, yanshou_jobs
    using (project_id is null or (select auth.sees_district()) or exists (
        select from app.part own where own.district = appointment.district and own.project_id = appointment.project_id));
grant select on auth.signing_key to yanshou_service, yanshou_reader, yanshou_jobs;
create policy keys_are_public on auth.signing_key for select to yanshou_service, yanshou_reader, yanshou_jobs
    using (true);

-- Jobs: any of the application's roles may enqueue in its district; only the runner claims.
grant select, insert on jobs.job to yanshou_service, yanshou_jobs;
create policy jobs_of_all on jobs.job to yanshou_jobs using (true) with check (true);
create policy jobs_of_district on jobs.job to yanshou_service
    using (district = (select auth.district())) with check (district = (select auth.district()));

grant execute on function auth.enter(bytea), auth.enter_to_read(bytea), auth.enter_reporter(uuid, uuid, bytea) to yanshou_service, yanshou_reader;
grant execute on function auth.enter_job(uuid, bigint) to yanshou_jobs;
grant execute on function auth.context(), auth.district(), auth.member_district(), auth.sees_district(), auth.project(),
    auth.person(), auth.organisation(), auth.role(), auth.today(), auth.scope(), auth.token_kind(),
    auth.has_second_factor(), auth.business_now(), auth.business_day(), auth.is_demonstration(),
    auth.readers(), auth.units() to yanshou_service, yanshou_reader, yanshou_jobs, yanshou_guard;
grant select on all tables in schema ledger to yanshou_auditor, yanshou_sealer;

-- Views show only what their reader may see; those of `pub` are the guard's, and hold nothing personal.
do $$
declare
    subject record;
begin
    for subject in
        select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('app', 'pub') and c.relkind = 'v'
    loop
        if subject.schema = 'app' then
            execute format('alter view %s owner to yanshou_owner', subject.name);
            execute format('grant select on %s to yanshou_service, yanshou_reader, yanshou_jobs', subject.name);
        else
            execute format('alter view %s owner to yanshou_guard', subject.name);
            execute format('grant select on %s to yanshou_public, yanshou_reader, yanshou_service', subject.name);
        end if;
    end loop;
end
$$;
