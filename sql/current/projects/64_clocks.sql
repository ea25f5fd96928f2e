-- Deadlines of a project with their ladders and moves, the next first (项目时限).
create or replace view app.clock_card with (security_invoker = true) as
select
    clock.district, clock.project_id, clock.clock_id, clock.subject_kind, clock.subject_id, clock.key, clock.rule, clock.started_on,
    clock.workdays, clock.nominal_on, clock.due_on, clock.state, clock.met_on, clock.explanation, ladder.steps, moved.moves
from app.clock join app.project using (district, project_id)
cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
        'rung', step.rung, 'title', app.policy_words(project.edition, 'clock.ladder.' || step.rung || '.zh'),
        'title_en', app.policy_words(project.edition, 'clock.ladder.' || step.rung || '.en'),
        'workdays', step.workdays, 'roles', step.roles, 'day', app.rung_day(step.workdays, clock.due_on),
        'reached_on', (
            select taken.reached_on from app.clock_rung taken
            where taken.district = clock.district and taken.clock_id = clock.clock_id and taken.rung = step.rung
                and taken.due_on = clock.due_on)) order by step.workdays, step.rung), '[]') as steps
    from app.clock_ladder(project.edition, (select auth.today())) step
    where clock.due_on is not null and (step.keys is null or starts_with(clock.key, step.keys))
) ladder
cross join lateral (
    select coalesce(jsonb_agg(jsonb_build_object(
        'from_on', own.from_on, 'to_on', own.to_on, 'moved_on', own.moved_on,
        'days', own.explanation -> 'days') order by own.number), '[]') as moves
    from app.clock_move own where own.district = clock.district and own.clock_id = clock.clock_id
) moved;
