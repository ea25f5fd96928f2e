-- Contacts are seen by those who triage; whoever files writes his own and cannot read it back.
create policy contact_is_for_triage on app.issue_contact as restrictive for select
    to yanshou_service, yanshou_reader, yanshou_jobs
    using ((select auth.role()) in ('community', 'construction_unit', 'renovation_office'));
