-- 待办: what waits for whom. One row per thing and role; organisation and person narrow it where they are known.
create or replace view app.inbox_item with (security_invoker = true) as
-- Deadlines that run or have passed: the street that answers for the project, and the office over it.
select
    clock.district, clock.project_id, watcher.role, null::uuid as organisation_id, null::uuid as person_id,
    'clock'::text as kind, clock.subject_id,
    '时限 ' || clock.rule || case clock.state when 'late' then '：已逾期' else '' end as title,
    'deadline ' || clock.rule || case clock.state when 'late' then ': overdue' else '' end as title_en,
    '/v1/projects/' || clock.project_id as path, clock.due_on
from app.clock
cross join (values ('construction_unit'), ('renovation_office')) watcher (role)
where clock.state in ('running', 'late')
union all
-- An approved scheme that has not been launched.
select
    project.district, project.project_id, 'construction_unit', project.construction_unit_id, null, 'launch',
    project.project_id, '筹集资金并启动', 'raise the money and launch',
    '/v1/projects/' || project.project_id || '/launch-gate', null
from app.project
where project.state = 'S06'
union all
-- Logs handed in: the contractor's to the supervisor, the supervisor's to the construction unit.
select
    log.district, log.project_id, reader.role, reader.organisation_id, null, 'daily_log', log.daily_log_id,
    '审核 ' || log.logged_on || ' ' || log.section || ' 的日志',
    'approve the log of ' || log.logged_on || ', ' || log.section, '/v1/logs/' || log.daily_log_id, null
from app.daily_log log
cross join lateral (
    select engagement.role, engagement.organisation_id
    from app.engagement
    where log.kind = 'construction' and engagement.district = log.district
        and engagement.project_id = log.project_id and engagement.valid_to is null
        and engagement.role in ('supervisor', 'whole_process_consultant')
    union all
    select 'construction_unit', project.construction_unit_id
    from app.project
    where log.kind = 'supervision' and project.district = log.district and project.project_id = log.project_id
) reader
where log.state = 'submitted' and reader.organisation_id <> log.organisation_id
union all
-- Residents' issues: new ones to the community, given ones to the unit that mends them.
select
    issue.district, issue.project_id, 'community', null, null, 'issue', issue.issue_id,
    '受理居民问题：' || issue.place, 'take up an issue: ' || issue.place, '/v1/issues/' || issue.issue_id, null
from app.issue
where issue.state = 'new'
union all
select
    issue.district, issue.project_id, unit.role, issue.assignee_organisation_id, null, 'issue', issue.issue_id,
    '处理居民问题：' || issue.place, 'mend an issue: ' || issue.place, '/v1/issues/' || issue.issue_id, null
from app.issue
join lateral (
    select distinct engagement.role
    from app.engagement
    where engagement.district = issue.district and engagement.project_id = issue.project_id
        and engagement.organisation_id = issue.assignee_organisation_id and engagement.valid_to is null
) unit on true
where issue.state in ('assigned', 'in_progress', 'reopened');
