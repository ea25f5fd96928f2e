-- 缺岗: staff who were absent on each of the last days on which attendance was taken.
create or replace view app.staff_absence with (security_invoker = true) as
select
    staff.district, staff.project_id, staff.site_staff_id, staff.organisation_id, staff.post, staff.name,
    min(taken.day) as absent_from, max(taken.day) as absent_to, count(*)::integer as days
from app.site_staff staff
join app.staff_attendance taken using (district, project_id, site_staff_id)
where not taken.present and staff.until_on is null and not exists (
    select from app.staff_attendance later
    where later.district = taken.district and later.site_staff_id = taken.site_staff_id and later.present
        and later.day > taken.day
)
group by staff.district, staff.project_id, staff.site_staff_id, staff.organisation_id, staff.post, staff.name;

-- 应登记而未登记的岗位: posts that the place asks for from the permit on, and that nobody holds.
create or replace view app.vacant_post with (security_invoker = true) as
select project.district, project.project_id, project.construction_unit_id, needed.value as post, project.edition
from app.project
join policy.parameter needed on needed.edition = project.edition and needed.key = 'staff.required_posts'
    and (select auth.today()) between needed.valid_from and coalesce(needed.valid_to, 'infinity')
where project.state in ('S13', 'S14', 'S15') and not exists (
    select from app.site_staff staff
    where staff.district = project.district and staff.project_id = project.project_id and staff.post = needed.value
        and (staff.until_on is null or staff.until_on >= (select auth.today()))
);

-- 督查到期: projects under works that nobody visited for longer than the place's interval.
create or replace view app.visit_due with (security_invoker = true) as
select
    project.district, project.project_id,
    (coalesce(max(visit.visited_on), project.works_began_on)
        + make_interval(months => app.policy_number(project.edition, 'visits.interval_months', (select auth.today()))::integer)
    )::date as due_on
from app.project
left join app.supervision_visit visit using (district, project_id)
where project.state = 'S14' and app.policy_number(project.edition, 'visits.interval_months', (select auth.today())) is not null
group by project.district, project.project_id, project.edition, project.works_began_on;

-- 定期工作到期: each routine that the place asks of a project under works, by the last time it was held.
create or replace view app.routine_due with (security_invoker = true) as
select
    project.district, project.project_id, project.construction_unit_id, asked.value as kind,
    (coalesce(max(held.held_on), project.works_began_on)
        + make_interval(months => app.policy_number(
            project.edition, asked.value || '.interval_months', (select auth.today()))::integer)
    )::date as due_on
from app.project
join policy.parameter asked on asked.edition = project.edition and asked.key = 'routines.required'
    and (select auth.today()) between asked.valid_from and coalesce(asked.valid_to, 'infinity')
left join app.routine held
    on held.district = project.district and held.project_id = project.project_id and held.kind = asked.value
where project.state = 'S14'
group by project.district, project.project_id, project.construction_unit_id, project.edition, project.works_began_on,
    asked.value;

-- 计划申报到期: projects whose next step waits for the submission of the plan, which has a last day each year.
create or replace view app.plan_submission_due with (security_invoker = true) as
select
    project.district, project.project_id,
    to_date(extract(year from (select auth.today())) || '-' || due.value, 'YYYY-MM-DD') as due_on
from app.project
join policy.parameter due on due.edition = project.edition and due.key = 'annual_plan.due'
    and (select auth.today()) between due.valid_from and coalesce(due.valid_to, 'infinity')
where exists (
    select from policy.parameter step
    join policy.parameter gates on gates.edition = step.edition
        and gates.key = 'projects.steps.' || step.value || '.gates'
    join policy.parameter asked on asked.edition = step.edition and asked.key = 'projects.requirements'
        and asked.value = gates.value || '.plan_submission'
    where step.edition = project.edition and step.key = 'projects.steps'
        and split_part(step.value, '-', 1) = project.state
) and not exists (
    select from app.plan_submission sent
    where sent.district = project.district and sent.project_id = project.project_id
        and sent.plan_year > extract(year from (select auth.today()))
);

-- 年度事项应办情况: each duty of the district's places for this year and the one before, from a project's first year on.
create or replace view app.yearly_duty_due with (security_invoker = true) as
select
    held.district, held.project_id, duty.value as duty, wanted.year,
    make_date(wanted.year,
        app.policy_number(held.edition, 'yearly.duties.' || duty.value || '.month', (select auth.today()))::integer,
        app.policy_number(held.edition, 'yearly.duties.' || duty.value || '.day', (select auth.today()))::integer) as due_on,
    done.done_on, done.number
from (
    select distinct on (district, edition) district, edition, project_id, min(extract(year from created_at)::integer)
        over (partition by district, edition) as since
    from app.project order by district, edition, created_at, project_id
) held
join policy.parameter duty on duty.edition = held.edition and duty.key = 'yearly.duties'
    and (select auth.today()) between duty.valid_from and coalesce(duty.valid_to, 'infinity')
cross join lateral (
    select extract(year from (select auth.today()))::integer + step as year from (values (-1), (0)) back (step)
) wanted
left join app.yearly_duty done
    on done.district = held.district and done.duty = duty.value and done.year = wanted.year
where wanted.year >= held.since;

-- 公示: what residents are told beforehand; nobody's name.
create or replace view pub.disturbance as
select project_id, disturbance_id, kind, reach, starts_at, ends_at, announced_at, emergency_reason
from app.disturbance join (select district, project_id from app.project) its using (district, project_id);

create or replace view pub.bulletin as
select project_id, held_on, progress, quality, contracted_fen, built_fen, logs, lots_passed, lots_failed, issues_open,
    issues_closed, changes_open
from app.routine join (select district, project_id from app.project) its using (district, project_id)
left join (select district, routine_id, contracted_fen, built_fen, logs, lots_passed, lots_failed, issues_open, issues_closed,
    changes_open from app.bulletin_figure) told using (district, routine_id)
where kind = 'bulletin';
