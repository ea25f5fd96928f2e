-- 待办: what waits for whom. One row per thing and role; organisation and person narrow it where they are known.
-- `words` names what the place's packs call the thing (`….zh`, `….en`): whoever shows a row adds it to the title, and asks
-- for it for the rows shown alone.
create or replace view app.inbox_item with (security_invoker = true) as
select plain.*, null::text as words from (
-- Deadlines that run or have passed: the street that answers for the project, the office over it, and before whom it came since.
select
    clock.district, clock.project_id, watcher.role, null::uuid as organisation_id, null::uuid as person_id,
    'clock'::text as kind, clock.subject_id,
    coalesce(clock.explanation ->> 'title', case
        when clock.key like 'issue.severities.%.accept_workdays' then '受理居民问题'
        when clock.key like 'issue.severities.%' then '整改居民问题'
        when clock.key = 'issue.verify_window_days' then '居民确认整改'
        when clock.key like 'contract.days_after_award%' then '中标后签订合同'
        when clock.key like 'handover.confirm_workdays%' then '专营单位确认接收'
        when clock.key like 'handover.answer_workdays%' then '专营单位答复'
        else '到期事项' end)
        || case when clock.due_on < (select auth.today()) then '：已逾期' when clock.state = 'uncomputed' then '：日历未收录，待计算'
            else '' end as title,
    coalesce(clock.explanation ->> 'title_en', case
        when clock.key like 'issue.severities.%.accept_workdays' then 'taking up a resident''s issue'
        when clock.key like 'issue.severities.%' then 'mending a resident''s issue'
        when clock.key = 'issue.verify_window_days' then 'the resident''s confirmation'
        when clock.key like 'contract.days_after_award%' then 'signing after the award'
        when clock.key like 'handover.confirm_workdays%' then 'the utility''s confirmation'
        when clock.key like 'handover.answer_workdays%' then 'the utility''s answer'
        else 'deadline ' || clock.rule end)
        || case when clock.due_on < (select auth.today()) then ': overdue'
            when clock.state = 'uncomputed' then ': waits for its calendar' else '' end as title_en,
    case clock.subject_kind
        when 'issue' then '/v1/issues/' || clock.subject_id
        when 'handover' then '/v1/handovers/' || clock.subject_id
        when 'change_order' then '/v1/change-orders/' || clock.subject_id
        else '/v1/projects/' || clock.project_id end as path, clock.due_on
from app.clock
cross join lateral (
    values ('construction_unit'), ('renovation_office')
    union
    select unnest(taken.roles) from app.clock_rung taken
    where taken.district = clock.district and taken.clock_id = clock.clock_id and taken.due_on = clock.due_on
) watcher (role)
where clock.state in ('running', 'late', 'uncomputed') and clock.met_on is null
union all
-- Exceptions asked for: the level above that the requirement names.
select
    asked.district, asked.project_id,
    app.policy_words(project.edition, 'projects.requirements.' || asked.requirement || '.exception'), null, null,
    'gate_exception', asked.gate_exception_id, '决定例外申请：' || asked.document_title,
    'decide an exception: ' || asked.document_title, '/v1/exceptions', null
from app.gate_exception asked join app.project using (district, project_id)
where asked.state = 'asked'
union all
-- Before contracts are signed: the delivery mode, what each lot is found to need, and its contract.
select
    project.district, project.project_id, 'construction_unit', project.construction_unit_id, null, 'delivery_mode',
    project.project_id, '选定建设模式', 'choose the delivery mode', '/v1/projects/' || project.project_id, null
from app.project
where project.state in ('S10', 'S13')
    and not exists (
        select from app.delivery_mode chosen
        where chosen.district = project.district and chosen.project_id = project.project_id
    )
union all
select
    lot.district, lot.project_id, 'construction_unit', project.construction_unit_id, null,
    case when lot.determination_id is null then 'tender_determination' else 'contract' end, lot.package_id,
    case when lot.determination_id is null then '认定发包方式：' else '签订合同：' end || lot.title,
    case when lot.determination_id is null then 'find how it is tendered: ' else 'sign the contract: ' end || lot.title,
    '/v1/projects/' || lot.project_id || '/packages', null
from app.package lot join app.project using (district, project_id)
where lot.withdrawn_on is null and project.state < 'S15'
    and not exists (
        select from app.contract standing
        where standing.district = lot.district and standing.package_id = lot.package_id
            and not exists (
                select from app.contract_termination ended
                where ended.district = standing.district and ended.contract_id = standing.contract_id
            )
    )
union all
-- The end of a contract that was proposed: the other party, and the office where that one does not answer.
select
    proposed.district, proposed.project_id, asked.role, asked.organisation_id, null, 'contract_end', proposed.contract_id,
    '确认合同解除：' || contract.title, 'confirm the end of a contract: ' || contract.title,
    '/v1/contracts/' || proposed.contract_id || '/termination', null
from app.termination_card proposed
join app.contract using (district, project_id, contract_id)
join app.project using (district, project_id)
join app.package lot using (district, project_id, package_id)
cross join lateral (
    select 'construction_unit' as role, project.construction_unit_id as organisation_id where proposed.side = 'contractor'
    union all
    select app.role_of_package(lot.category, lot.service_kind), contract.contractor_id where proposed.side = 'owner'
    union all
    select 'renovation_office', null
) asked
where proposed.is_latest and asked.role is not null
    and not exists (
        select from app.contract_termination ended
        where ended.district = proposed.district and ended.contract_id = proposed.contract_id
    )
    and not app.contract_is_finished(proposed.district, proposed.contract_id)
union all
-- The log of today that a contractor has not written.
select
    contract.district, contract.project_id, app.role_of_package(lot.category, lot.service_kind),
    contract.contractor_id, null, 'log_of_today', contract.contract_id, '填写今天的施工日志：' || contract.title,
    'write today''s log: ' || contract.title, '/v1/projects/' || contract.project_id || '/logs', (select auth.today())
from app.contract
join app.project using (district, project_id)
join app.package lot using (district, project_id, package_id)
where project.state = 'S14' and lot.category in ('works', 'epc')
    and not exists (
        select from app.contract_termination ended
        where ended.district = contract.district and ended.contract_id = contract.contract_id
    )
    and not exists (
        select from app.daily_log log
        where log.district = contract.district and log.contract_id = contract.contract_id
            and log.logged_on = (select auth.today()) and log.kind = 'construction'
    )
union all
-- Logs handed in: the contractor's to the supervisor, the supervisor's, and all where none is engaged, to the construction unit.
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
    where project.district = log.district and project.project_id = log.project_id
        and (log.kind = 'supervision' or not exists (
            select from app.engagement
            where engagement.district = log.district and engagement.project_id = log.project_id
                and engagement.valid_to is null and engagement.role in ('supervisor', 'whole_process_consultant')))
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
where issue.state in ('assigned', 'in_progress', 'reopened')
union all
-- What came back to be given to another unit, what the street could not settle, and who is to agree to a milder grade.
select
    issue.district, issue.project_id, sorter.role, null, null, 'issue', issue.issue_id,
    '重新交办退回的居民问题：' || issue.place, 'assign an issue that was sent back: ' || issue.place,
    '/v1/issues/' || issue.issue_id, null
from app.issue
cross join (values ('construction_unit'), ('renovation_office')) sorter (role)
where issue.state = 'bounced'
union all
select
    up.district, up.project_id, 'renovation_office', null, null, 'issue_escalation', up.issue_id,
    '协调街道上报的居民问题：' || issue.place, 'settle an issue that went up: ' || issue.place,
    '/v1/issues/' || up.issue_id, null
from app.issue_escalation up
join app.issue using (district, issue_id, project_id)
where issue.state in ('new', 'accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
union all
select
    regrading.district, regrading.project_id, sorter.role, null, null, 'issue_regrading', regrading.issue_id,
    '同意或不同意居民问题降级：' || issue.place, 'agree to a milder severity, or not: ' || issue.place,
    '/v1/issues/' || regrading.issue_id, null
from app.issue_regrading regrading
join app.issue using (district, issue_id, project_id)
cross join lateral unnest(case
    when app.danger_word(issue.edition, issue.place || ' ' || issue.description) is not null
        or issue.state not in ('accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
        then array['renovation_office']
    when app.role_of_entry(regrading.district, regrading.op_id) = 'construction_unit' then array['community']
    else array['construction_unit', 'renovation_office'] end) sorter (role)
where regrading.state = 'proposed'
union all
-- Inspection lots notified, and payment claims on their way: to the supervisor, then to the construction unit.
select
    lot.district, lot.project_id, unit.role, unit.organisation_id, null, 'inspection_lot', lot.inspection_lot_id,
    '验收检验批 ' || lot.code, 'inspect the lot ' || lot.code, '/v1/projects/' || lot.project_id || '/inspection-lots',
    null
from app.inspection_lot lot
join app.engagement unit using (district, project_id)
where lot.state = 'notified' and unit.valid_to is null and unit.role in ('supervisor', 'whole_process_consultant')
union all
select
    claim.district, claim.project_id, unit.role, unit.organisation_id, null, 'payment_claim',
    claim.payment_claim_id, '审核第 ' || claim.number || ' 期进度款', 'certify payment claim ' || claim.number,
    '/v1/contracts/' || claim.contract_id || '/payment-claims', null
from app.payment_claim claim
join app.engagement unit using (district, project_id)
where claim.state = 'submitted' and unit.valid_to is null
    and unit.role in ('supervisor', 'whole_process_consultant')
union all
select
    claim.district, claim.project_id, 'construction_unit', project.construction_unit_id, null, 'payment_claim',
    claim.payment_claim_id, '核定第 ' || claim.number || ' 期进度款', 'settle payment claim ' || claim.number,
    '/v1/contracts/' || claim.contract_id || '/payment-claims', null
from app.payment_claim claim
join app.project using (district, project_id)
where claim.state = 'supervised'
union all
-- Warranty claims: to the contractor, then to whoever finds them mended; emergencies to the district.
select
    claim.district, claim.project_id, unit.role, claim.assignee_id, null, 'warranty_claim', claim.warranty_claim_id,
    '保修期内维修：' || claim.place, 'mend under warranty: ' || claim.place,
    '/v1/projects/' || claim.project_id || '/warranty-claims', null
from app.warranty_claim claim
cross join (values ('contractor'), ('epc_contractor')) unit (role)
where claim.state in ('filed', 'on_site')
union all
select
    claim.district, claim.project_id, judge.role, null, null, 'warranty_claim', claim.warranty_claim_id,
    '核验维修：' || claim.place, 'find a mending good: ' || claim.place,
    '/v1/projects/' || claim.project_id || '/warranty-claims', null
from app.warranty_claim claim
cross join (values ('construction_unit'), ('owners_body')) judge (role)
where claim.state = 'fixed'
union all
select
    digging.district, digging.project_id, 'renovation_office', null, null, 'excavation', digging.excavation_id,
    '知悉禁挖期内抢修：' || digging.place, 'take note of an emergency repair: ' || digging.place,
    '/v1/projects/' || digging.project_id || '/no-dig', null
from app.excavation digging
where digging.emergency and digging.acknowledged_on is null
union all
-- Claims whose certificate waits for the tracking auditor's opinion.
select
    claim.district, claim.project_id, unit.role, unit.organisation_id, null, 'audit_opinion',
    claim.payment_claim_id, '出具第 ' || claim.number || ' 期进度款的跟踪审计意见',
    'give the audit opinion on payment claim ' || claim.number,
    '/v1/contracts/' || claim.contract_id || '/payment-claims', null
from app.payment_claim claim
join app.project using (district, project_id)
join app.engagement unit using (district, project_id)
where claim.state in ('submitted', 'supervised') and unit.valid_to is null and unit.role = 'tracking_auditor'
    and app.policy_says(project.edition, 'payment.needs_audit_opinion', 'true', auth.today())
    and not exists (
        select from app.paper opinion
        where opinion.district = claim.district and opinion.subject_kind = 'payment_claim'
            and opinion.subject_id = claim.payment_claim_id and opinion.kind = 'tracking_audit_opinion'
    )
union all
-- Change orders: opinions of those who have given none, then the street's decision, then the office's.
select
    change.district, change.project_id, unit.role, unit.organisation_id, null, 'change_order',
    change.change_order_id, '对工程变更 ' || change.number || ' 给出意见', 'give an opinion on change order ' || change.number,
    '/v1/change-orders/' || change.change_order_id, null
from app.change_order change
join app.engagement unit using (district, project_id)
where change.state = 'opinions' and unit.valid_to is null
    and unit.role in ('designer', 'supervisor', 'cost_consultant')
    and not exists (
        select from app.change_order_opinion opinion
        where opinion.district = change.district and opinion.change_order_id = change.change_order_id
            and opinion.role = unit.role
    )
union all
select
    change.district, change.project_id,
    case change.state when 'owner_decision' then 'construction_unit' else 'renovation_office' end,
    case change.state when 'owner_decision' then project.construction_unit_id end, null, 'change_order',
    change.change_order_id, '决定工程变更 ' || change.number, 'decide change order ' || change.number,
    '/v1/change-orders/' || change.change_order_id, null
from app.change_order change
join app.project using (district, project_id)
where change.state in ('owner_decision', 'district_decision')
union all
-- Seats of an open round in which nobody sits: the unit that is to send somebody.
select
    round.district, round.project_id, seat.role, coalesce(seat.organisation_id, unit.organisation_id), null,
    'acceptance_seat', round.acceptance_round_id, '派人入席联合验收（第 ' || round.number || ' 轮）',
    'send somebody to round ' || round.number || ': ' || seat.seat,
    '/v1/acceptance-rounds/' || round.acceptance_round_id, round.event_on
from app.acceptance_round round
join app.project using (district, project_id)
join app.acceptance_seat seat using (district, acceptance_round_id, project_id)
cross join lateral (
    select project.construction_unit_id as organisation_id where seat.role = 'construction_unit'
    union
    select party.organisation_id from app.engagement party
    where party.district = round.district and party.project_id = round.project_id and party.valid_to is null
        and party.role = seat.role
) unit
where round.state = 'called'
    and not exists (
        select from app.acceptance_sitting sitting
        where sitting.district = seat.district and sitting.acceptance_seat_id = seat.acceptance_seat_id
    )
    and (seat.organisation_id is null or seat.organisation_id = unit.organisation_id)
union all
-- Acceptance seats: whoever sits there and has said nothing over the latest dossier.
select
    round.district, round.project_id, held.role, held.organisation_id, held.person_id, 'acceptance_opinion',
    round.acceptance_round_id, '签署联合验收意见（第 ' || round.number || ' 轮）',
    'sign an acceptance opinion: round ' || round.number || ', seat ' || seat.seat,
    '/v1/acceptance-rounds/' || round.acceptance_round_id || '/dossier', round.event_on
from app.acceptance_round round
join app.acceptance_seat seat using (district, acceptance_round_id, project_id)
cross join lateral (
    select sitting.person_id, sitting.organisation_id, sitting.role
    from app.acceptance_sitting sitting
    where sitting.district = seat.district and sitting.acceptance_seat_id = seat.acceptance_seat_id
    order by sitting.number desc limit 1
) held
cross join lateral (
    select dossier.sha256
    from app.acceptance_dossier dossier
    where dossier.district = round.district and dossier.acceptance_round_id = round.acceptance_round_id
    order by dossier.number desc limit 1
) latest
where round.state = 'called'
    and not exists (
        select from app.acceptance_opinion opinion
        where opinion.district = seat.district and opinion.acceptance_seat_id = seat.acceptance_seat_id
            and opinion.person_id = held.person_id and opinion.dossier_sha256 = latest.sha256
    )
union all
-- Handovers: joint acceptance to each party that has not signed, documents to the street, ticks and confirmation
-- to the utility, the owners' decision to the owners' body.
select
    handover.district, handover.project_id, turn.role, turn.organisation_id, null, turn.kind, handover.handover_id,
    turn.title || '：' || case handover.kind
        when 'water' then '供水' when 'power' then '供电' when 'gas' then '供气' when 'heat' then '供热'
        when 'telecom' then '通信' when 'catv' then '有线电视' else handover.kind end || '设施移交',
    turn.title_en || ': hand over ' || handover.kind, '/v1/handovers/' || handover.handover_id, null
from app.handover
join app.project using (district, project_id)
cross join lateral (
    select
        party.role, 'handover' as kind, '签署共同验收' as title, 'sign the joint acceptance' as title_en,
        case party.role when 'utility' then handover.receiver_id else project.construction_unit_id end as organisation_id
    from (values ('utility'), ('construction_unit')) party (role)
    where handover.state = 'planned' and project.state in ('S15', 'S16', 'S20')
        and (party.role <> 'utility' or handover.receiver_id is not null)
        and not exists (
            select from app.handover_signature signed
            where signed.district = handover.district and signed.handover_id = handover.handover_id
                and signed.round = handover.round and signed.party = party.role
        )
    union all
    select 'construction_unit', 'handover', step.title, step.title_en, project.construction_unit_id
    from (values ('jointly_accepted', '送交资料', 'send the documents'), ('refused', '整改后重新办理', 'take it up again'))
        step (state, title, title_en)
    where handover.state = step.state
    union all
    select 'utility', 'handover', step.title, step.title_en, handover.receiver_id
    from (values ('documents_sent', '逐项签收资料', 'tick the documents'), ('documents_confirmed', '确认接收', 'confirm'))
        step (state, title, title_en)
    where handover.state = step.state
    union all
    select 'owners_body', 'owners_decision', '提交业主大会决定', 'hand in the owners'' decision', null
    where handover.state in ('jointly_accepted', 'documents_sent', 'documents_confirmed')
        and app.policy_says(project.edition, 'handover.owners_decision', 'true', auth.today())
        and not exists (
            select from app.paper
            where paper.district = handover.district and paper.project_id = handover.project_id
                and paper.kind = 'owners_handover_decision'
                and (paper.subject_kind, paper.subject_id)
                    in (('handover', handover.handover_id), ('project', handover.project_id))
        )
) turn
union all
-- Repairs that their reporter is asked to look at.
select
    issue.district, issue.project_id,
    case issue.reporter_kind when 'volunteer' then 'volunteer_supervisor' else 'resident' end, null,
    issue.reporter_id, 'issue_verification', issue.issue_id, '确认整改结果：' || issue.place,
    'verify the repair: ' || issue.place, '/v1/issues/' || issue.issue_id, null
from app.issue
where issue.state = 'fix_claimed' and issue.reporter_id is not null
union all
-- Whoever reported it may agree himself that it is minor.
select
    regrading.district, regrading.project_id,
    case issue.reporter_kind when 'volunteer' then 'volunteer_supervisor' else 'resident' end, null,
    issue.reporter_id, 'issue_regrading', issue.issue_id, '确认您报告的问题可以降级：' || issue.place,
    'agree that your report is a minor one: ' || issue.place, '/v1/issues/' || issue.issue_id, null
from app.issue_regrading regrading
join app.issue using (district, issue_id, project_id)
where regrading.state = 'proposed' and issue.reporter_id is not null
    and issue.state in ('accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
    and app.danger_word(issue.edition, issue.place || ' ' || issue.description) is null
union all
-- Rounds whose seats differ: the street that called them brings the parties to an agreement.
select
    round.district, round.project_id, 'construction_unit', project.construction_unit_id, null, 'acceptance_dispute',
    round.acceptance_round_id, '协调验收分歧（第 ' || round.number || ' 轮）',
    'settle the dispute of acceptance round ' || round.number, '/v1/acceptance-rounds/' || round.acceptance_round_id,
    null
from app.acceptance_round round
join app.project using (district, project_id)
where round.state = 'disputed'
union all
-- Staff who stay away: the office over the works, and the street.
select
    away.district, away.project_id, watcher.role, null, null, 'staff_absence', away.site_staff_id,
    '项目管理人员连续缺岗 ' || away.days || ' 天：' || away.name, 'absent ' || away.days || ' days running: ' || away.name,
    '/v1/projects/' || away.project_id || '/site-staff', away.absent_to
from app.staff_absence away
join app.project using (district, project_id)
cross join (values ('construction_unit'), ('renovation_office')) watcher (role)
where away.days >= app.policy_number(project.edition, 'staff.absence_days', (select auth.today()))
union all
-- Works that nobody visited for the place's interval; the plan of next year, from a month before its last day.
select
    due.district, due.project_id, 'renovation_office', null, null, 'supervision_visit', due.project_id,
    '现场督查并登记', 'visit the works', '/v1/projects/' || due.project_id || '/supervision-visits', due.due_on
from app.visit_due due
where due.due_on <= (select auth.today())
union all
select
    due.district, due.project_id, 'renovation_office', null, null, 'plan_submission', due.project_id,
    '申报明年改造计划', 'submit next year''s plan', '/v1/projects/' || due.project_id || '/plan-submissions', due.due_on
from app.plan_submission_due due
where due.due_on - 31 <= (select auth.today())
) plain
union all
-- Posts of the site that nobody holds: the street that answers for the project, and the units that would fill them.
select
    vacant.district, vacant.project_id, asked.role, asked.organisation_id, null, 'vacant_post', vacant.project_id,
    '登记项目管理人员：',
    'name who holds a post: ',
    '/v1/projects/' || vacant.project_id || '/site-staff', null,
    'staff.posts.' || vacant.post
from app.vacant_post vacant
cross join lateral (
    select 'construction_unit' as role, vacant.construction_unit_id as organisation_id
    union all
    select party.role, party.organisation_id
    from app.engagement party
    where party.district = vacant.district and party.project_id = vacant.project_id and party.valid_to is null
        and app.policy_says(vacant.edition, 'staff.posts.' || vacant.post || '.roles', party.role, (select auth.today()))
) asked
union all
-- What the district does once a year.
select
    due.district, due.project_id, 'renovation_office', null, null, 'yearly_duty', due.project_id,
    due.year || ' 年度：',
    'for ' || due.year || ': ',
    '/v1/yearly-duties?year=' || due.year, due.due_on,
    'yearly.duties.' || due.duty
from app.yearly_duty_due due
where due.done_on is null and due.due_on - 31 <= (select auth.today())
union all
-- Bulletins, meetings and reports that are due.
select
    due.district, due.project_id, 'construction_unit', due.construction_unit_id, null, 'routine', due.project_id,
    '', '',
    '/v1/projects/' || due.project_id || '/routines', due.due_on,
    'routines.required.' || due.kind
from app.routine_due due
where due.due_on <= (select auth.today());
