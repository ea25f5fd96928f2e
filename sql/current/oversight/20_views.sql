-- What everybody may see of an issue: where, what kind, how it stands; neither words nor people.
create or replace view pub.issue as
select project_id, issue_id, kind, place, severity, bureau, state, filed_on, closed_on, reopened_count
from app.issue
where state not in ('new', 'rejected');

-- A project as the report page names it.
create or replace view pub.reportable_project as
select project.project_id, project.name, community.name as community, project.place, project.edition
from app.project join app.community using (district, community_id)
where project.state <> 'S23';
