-- Whoever reports without an account: of tables he sees his project's row, and of issues the one whose key he shows. What
-- he may add is a report and what comes with it. Everything else that anyone may know is in the views of `pub`.

do $$
declare
    subject record;
    seen text;
    only_read boolean;
begin
    for subject in
        select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and (
            n.nspname = 'ledger' or (n.nspname, c.relname) = ('jobs', 'job')
            or (n.nspname = 'app' and exists (
                select from pg_attribute where attrelid = c.oid and attname = 'district' and not attisdropped))
            or (n.nspname, c.relname) in (
                ('auth', 'person'), ('auth', 'appointment'), ('auth', 'signing_key'), ('auth', 'control_link')))
    loop
        seen := case
            when subject.name = 'app.project' then 'true'
            -- The answers kept for those without an account: they name issues, and nothing of them.
            when subject.name = 'app.request' then 'principal = (select auth.person())'
            when subject.name in ('app.issue', 'app.issue_photo') then 'issue_id = (select auth.scope())'
            when subject.name in ('app.clock', 'ledger.entry')
                then 'subject_kind = ''issue'' and subject_id = (select auth.scope())'
            when subject.name = 'app.file' and to_regclass('app.issue_photo') is not null then 'exists (select from app.issue_photo photo '
                'where photo.district = file.district and photo.sha256 = file.sha256)'
            else 'false'
        end;
        -- What has a district and is not to be seen hides itself already, by its tenant policy; of projects, and of parts in them, he has one.
        -- What nobody reads at all needs no hiding, and what no request writes no check.
        continue when subject.name in ('app.project', 'app.part') or seen = 'false' and (
            subject.schema = 'ledger' or subject.schema = 'app' and exists (
                select from pg_policy where polrelid = subject.name::regclass and polname = 'tenant'));
        only_read := subject.name in ('auth.person', 'auth.appointment', 'auth.signing_key');
        execute format(
            'create policy reporter_sees_his_own on %s as restrictive %s to yanshou_service%s '
            'using ((select auth.token_kind()) <> ''reporter'' or (%s)) %s', subject.name,
            case when only_read then 'for select' else '' end,
            case when subject.schema = 'jobs' then '' else ', yanshou_reader' end, seen,
            case
                when only_read then ''
                when subject.name = any(app.added_by_reporters()) then 'with check (true)'
                else 'with check ((select auth.token_kind()) <> ''reporter'')'
            end);
    end loop;
end
$$;
