-- What everybody may see of an issue: where, what kind, how it stands, until when somebody has to act; neither words nor
-- people. What nobody has looked at yet shows its kind only: a place is written by hand.
create or replace view pub.issue as
select
    project_id, issue_id, kind, case when state = 'new' then '' else place end as place, severity, bureau, state, filed_on,
    closed_on, reopened_count,
    state not in ('verified', 'closed', 'closed_unconfirmed', 'duplicate') as open,
    (
        select min(clock.due_on) from app.clock
        where clock.district = issue.district and clock.subject_kind = 'issue' and clock.subject_id = issue.issue_id
            and clock.state in ('running', 'late') and clock.met_on is null
    ) as due_on
from app.issue join (select district, project_id from app.project) its using (district, project_id)
where state <> 'rejected';

-- A project as the report page names it.
create or replace view pub.reportable_project as
select project.project_id, project.name, community.name as community, project.place, project.edition
from app.project join app.community using (district, community_id)
where project.state <> 'S23';
