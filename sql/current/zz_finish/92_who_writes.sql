-- Who writes what (谁可写什么), said once: each action with the roles of its route, the tables that it adds rows to and those
-- whose rows it changes. Policies and grants below follow from it; what stands here for nobody, nobody writes by himself.
-- A test holds this list against the access of every route, and tries every role on every table.

-- `kind:subject` after a table narrows to rows of that subject; `*` is everybody who signs in, and whoever reports.
create or replace function app.writings() returns table (actions text, roles text, adds text, changes text)
language sql immutable set search_path = ''
as $$ values
    -- Projects
    ('project.import',
        'construction_unit',
        'community community_body project works_item funding_plan register_import register_file register_owner '
        'register_unit determination:project', ''),
    ('project.register',
        'construction_unit renovation_office',
        'community community_body project imported_evidence clock:project warranty', ''),
    ('project.open_account project.launch', 'construction_unit', '', 'project'),
    ('project.advance project.set_code', 'construction_unit renovation_office', '', 'project'),
    ('edition.adopt', 'renovation_office', '', 'project'),
    ('plan_approval.record', 'construction_unit renovation_office leading_group', 'plan_approval', 'project'),
    ('plan_submission.record', 'renovation_office', 'plan_submission', ''),
    ('scheme.record', 'construction_unit', 'works_item funding_plan determination:project', ''),
    ('scope.find', 'construction_unit renovation_office', 'determination:project', ''),
    ('survey_record.add', 'construction_unit community', 'survey_record', ''),
    ('owners_body.record', 'construction_unit community owners_body', 'owners_body', ''),
    ('compliant_kind.state', 'construction_unit', 'compliant_kind', ''),
    ('participant_opinion.record', 'construction_unit renovation_office', 'participant_opinion', ''),
    ('procedure.decide', 'renovation_office', 'procedure_decision', ''),
    ('gate_exception.ask', 'construction_unit renovation_office', 'gate_exception', ''),
    ('gate_exception.decide', 'renovation_office leading_group', '', 'gate_exception'),
    ('posting.put', 'construction_unit community owners_body', 'posting', ''),
    ('posting.take_down', 'construction_unit community owners_body', '', 'posting'),
    ('objection.raise', 'construction_unit community owners_body', 'objection', ''),
    ('objection.close', 'owners_body construction_unit', '', 'objection'),
    ('allotment.record', 'renovation_office finance_bureau', 'yearly_allotment', ''),
    ('community_body.record', 'construction_unit renovation_office', 'community_body', ''),
    ('community_body.end', 'construction_unit renovation_office', '', 'community_body'),
    ('paper.record',
        'construction_unit renovation_office owners_body community tracking_auditor supervisor designer '
        'agent_construction contractor epc_contractor surveyor quality_station',
        'paper file clock:paper', 'clock:tender_award clock:acceptance_round clock:paper clock:project'),
    ('receipt.record receipt.reverse', 'owners_body community renovation_office', 'receipt', ''),
    ('register.check', 'community construction_unit', 'register_import register_file', ''),
    ('register.confirm',
        'community construction_unit',
        'register_owner register_owner_detail register_unit', 'register_import register_unit'),
    ('register.agree', 'community owners_body', '', 'register_import'),
    ('ballot.open', 'community construction_unit owners_body', 'ballot ballot_question', ''),
    ('ballot.call_off', 'community construction_unit owners_body', '', 'ballot'),
    ('ballot.count',
        'community construction_unit owners_body',
        'ballot_count ballot_result slip_correction determination:ballot', 'ballot'),
    ('ballot.recount',
        'community construction_unit owners_body',
        'ballot_count ballot_result slip_correction determination:ballot', ''),
    ('slip.enter', 'community construction_unit owners_body', 'ballot_slip file', ''),
    ('slip.recheck', 'community construction_unit owners_body', 'slip_recheck', ''),
    ('slip.withdraw', 'community construction_unit owners_body', '', 'ballot_slip'),
    ('consultation.record', 'community construction_unit owners_body', 'consultation_step', ''),
    -- Tendering
    ('budget.record', 'construction_unit', 'project_budget', ''),
    ('budget.adjust', 'construction_unit renovation_office', '', 'project_budget'),
    ('package.add', 'construction_unit agent_construction', 'package', ''),
    ('package.reestimate', 'construction_unit agent_construction', '', 'package'),
    ('package.withdraw', 'construction_unit', '', 'package'),
    ('tender.determine', 'construction_unit renovation_office', 'determination:package', 'package'),
    ('tender.exempt', 'renovation_office', 'tender_exemption', ''),
    ('package.separate', 'renovation_office', 'package_separation', ''),
    ('scheme.reduce', 'construction_unit', 'scheme_reduction paper file', ''),
    ('scheme.decide_reduction', 'renovation_office', 'scheme_reduction_decision', ''),
    ('tender.award', 'construction_unit tender_agency', 'tender_award paper file clock:tender_award', ''),
    ('contract.sign', 'construction_unit', 'contract bill_line clock:contract clock:tender_award', ''),
    ('tender.consortium', 'construction_unit tender_agency', 'consortium paper file', ''),
    ('tender.withdraw_award', 'construction_unit tender_agency', 'award_withdrawal', 'clock:tender_award'),
    ('contract.propose_end',
        'construction_unit agent_construction contractor epc_contractor supplier designer surveyor supervisor '
        'whole_process_consultant cost_consultant tracking_auditor tender_agency project_management',
        'termination_proposal paper file', ''),
    ('contract.confirm_end',
        'renovation_office construction_unit agent_construction contractor epc_contractor supplier designer surveyor '
        'supervisor whole_process_consultant cost_consultant tracking_auditor tender_agency project_management',
        'contract_termination', ''),
    -- Delivery
    ('delivery_mode.choose', 'construction_unit', 'delivery_mode', 'delivery_mode'),
    ('engagement.record', 'construction_unit renovation_office', 'engagement', ''),
    ('engagement.end', 'construction_unit renovation_office', '', 'engagement'),
    ('organisation.register', 'construction_unit renovation_office', 'auth.organisation', ''),
    ('organisation.confirm', 'renovation_office', 'unit_confirmation', ''),
    ('control_link.record', 'construction_unit renovation_office', 'auth.control_link', ''),
    -- Works
    ('project.start', 'construction_unit agent_construction', '', 'project'),
    ('project.report_completion', 'contractor epc_contractor', 'completion_report', 'project'),
    ('daily_log.record',
        'contractor epc_contractor supervisor whole_process_consultant',
        'daily_log log_quantity log_photo file', ''),
    ('daily_log.submit',
        'contractor epc_contractor supervisor whole_process_consultant',
        'log_quantity', 'daily_log'),
    ('daily_log.approve daily_log.reject',
        'supervisor whole_process_consultant construction_unit agent_construction',
        '', 'daily_log'),
    ('inspection_lot.plan', 'contractor epc_contractor', 'inspection_lot inspection_lot_predecessor', ''),
    ('inspection_lot.covering_notice', 'contractor epc_contractor', 'covering_notice', ''),
    ('inspection_lot.notify inspection_lot.rectify', 'contractor epc_contractor', '', 'inspection_lot'),
    ('inspection_lot.pass inspection_lot.fail',
        'supervisor whole_process_consultant construction_unit agent_construction',
        '', 'inspection_lot'),
    ('payment_claim.submit', 'contractor epc_contractor', 'payment_claim payment_claim_line', ''),
    ('payment_claim.opinion', 'tracking_auditor', 'paper', ''),
    ('payment_claim.certify',
        'supervisor whole_process_consultant construction_unit agent_construction',
        'retention_holding clock:payment_claim', 'payment_claim'),
    ('payment_claim.reject',
        'supervisor whole_process_consultant construction_unit agent_construction',
        '', 'payment_claim'),
    ('contract_bond.record', 'construction_unit agent_construction', 'contract_bond', ''),
    ('contract_bond.return', 'construction_unit agent_construction', '', 'contract_bond'),
    ('retention.agree', 'construction_unit agent_construction', 'retention', ''),
    ('defect_liability.begin', 'construction_unit agent_construction', 'defect_liability clock:contract', ''),
    ('retention.release', 'construction_unit agent_construction', 'retention_release', 'clock:contract'),
    ('settlement_basis.record', 'construction_unit agent_construction', 'settlement_basis', ''),
    ('payment_term.record', 'construction_unit agent_construction', 'payment_term', ''),
    ('payment.record',
        'construction_unit agent_construction',
        'payment determination:payment_claim', 'clock:payment_claim'),
    -- Conduct
    ('site_staff.name',
        'construction_unit contractor epc_contractor supervisor whole_process_consultant agent_construction '
        'project_management',
        'site_staff', ''),
    ('site_staff.end',
        'construction_unit contractor epc_contractor supervisor whole_process_consultant agent_construction '
        'project_management',
        '', 'site_staff'),
    ('site_staff.attend',
        'construction_unit renovation_office supervisor whole_process_consultant',
        'staff_attendance', ''),
    ('disturbance.announce',
        'construction_unit contractor epc_contractor supervisor whole_process_consultant agent_construction '
        'project_management',
        'disturbance', ''),
    ('supervision_visit.record', 'renovation_office construction_unit leading_group', 'supervision_visit', ''),
    ('routine.record', 'construction_unit renovation_office', 'routine bulletin_figure', ''),
    ('special_works.record', 'construction_unit renovation_office', 'special_works', ''),
    ('special_works.settle', 'construction_unit renovation_office', '', 'special_works'),
    ('rebuilding.decide', 'construction_unit renovation_office', 'rebuilding', ''),
    ('yearly_duty.record', 'renovation_office leading_group', 'yearly_duty', ''),
    -- Notices
    ('webhook.add', 'construction_unit renovation_office', 'webhook', ''),
    ('webhook.renew webhook.end', 'construction_unit renovation_office', '', 'webhook'),
    ('webhook.replay', 'construction_unit renovation_office', 'webhook_replay', ''),
    ('contact.add', '*', 'contact', ''),
    ('notice_matrix.set', 'renovation_office', 'notice_setting', ''),
    ('quiet_hours.set', 'renovation_office', 'quiet_hours', ''),
    ('contact.renew contact.verify contact.end', '*', '', 'contact'),
    -- Oversight
    ('volunteer.appoint', 'community', 'volunteer', ''),
    ('volunteer.end', 'community', '', 'volunteer'),
    ('issue.file', '*', 'issue issue_contact issue_photo anonymous_report file clock:issue', ''),
    ('issue.accept', 'community construction_unit renovation_office', 'issue_regrading clock:issue', 'issue clock:issue'),
    ('issue.reopen', 'resident volunteer_supervisor owners_body', 'clock:issue', 'issue clock:issue'),
    ('issue.reject issue.close-unconfirmed',
        'community construction_unit renovation_office',
        '', 'issue clock:issue'),
    ('issue.verify', 'resident volunteer_supervisor owners_body', '', 'issue clock:issue'),
    ('issue.assign issue.close', 'community construction_unit renovation_office', '', 'issue'),
    ('issue.begin issue.bounce',
        'contractor epc_contractor supervisor designer surveyor agent_construction supplier utility '
        'construction_unit project_management whole_process_consultant',
        '', 'issue'),
    ('issue.claim-fix',
        'contractor epc_contractor supervisor designer surveyor agent_construction supplier utility '
        'construction_unit project_management whole_process_consultant',
        'file issue_photo clock:issue', 'issue clock:issue'),
    ('issue.regrade',
        'community construction_unit renovation_office',
        'issue_regrading clock:issue', 'clock:issue'),
    ('issue_regrading.decide', 'community construction_unit renovation_office resident volunteer_supervisor owners_body',
        'clock:issue', 'issue_regrading clock:issue'),
    -- Change orders
    ('change_order.draft',
        'contractor epc_contractor designer supervisor agent_construction whole_process_consultant',
        'change_order change_order_line', ''),
    ('change_order.paper',
        'contractor epc_contractor designer supervisor agent_construction whole_process_consultant '
        'construction_unit cost_consultant tracking_auditor renovation_office',
        'paper', ''),
    ('change_order.submit',
        'contractor epc_contractor designer supervisor agent_construction whole_process_consultant',
        'determination:change_order', 'change_order'),
    ('change_order.withdraw',
        'contractor epc_contractor designer supervisor agent_construction whole_process_consultant '
        'construction_unit',
        '', 'change_order'),
    ('change_order.implement', 'supervisor construction_unit', '', 'change_order'),
    ('change_order.close', 'construction_unit', '', 'change_order'),
    ('change_order.opinion',
        'designer supervisor cost_consultant whole_process_consultant tracking_auditor',
        'change_order_opinion', 'change_order'),
    ('change_order.owner_decision', 'construction_unit', 'change_order_decision', 'change_order'),
    ('change_order.district_decision', 'renovation_office', 'change_order_decision', 'change_order'),
    -- Joint acceptance
    ('acceptance.answer', 'construction_unit', 'acceptance_answer', ''),
    ('acceptance.call', 'construction_unit', 'acceptance_round acceptance_seat', ''),
    ('acceptance.seat', 'construction_unit', 'acceptance_sitting acceptance_delegation', ''),
    ('acceptance.freeze_dossier', 'construction_unit', 'acceptance_dossier', ''),
    ('acceptance.opinion',
        'construction_unit contractor epc_contractor designer surveyor supervisor agent_construction '
        'whole_process_consultant owners_body',
        'acceptance_opinion', ''),
    ('acceptance.end acceptance.dispute acceptance.settle', 'construction_unit', '', 'acceptance_round'),
    ('acceptance.certify',
        'construction_unit',
        'acceptance_certificate clock:acceptance_round', 'acceptance_round project'),
    -- Handover and the end
    ('handover.plan', 'construction_unit renovation_office', 'handover handover_asset', ''),
    ('handover.set_receiver handover.reopen', 'construction_unit renovation_office', '', 'handover'),
    ('handover.exempt',
        'construction_unit renovation_office owners_body utility',
        'handover_exemption_voice', 'handover'),
    ('handover.send_documents',
        'construction_unit renovation_office',
        'paper handover_document clock:handover', 'handover'),
    ('handover.sign',
        'construction_unit renovation_office utility',
        'handover_signature clock:project', 'handover'),
    ('handover.receipt',
        'construction_unit renovation_office utility',
        '', 'handover_document handover clock:handover'),
    ('handover.confirm',
        'construction_unit renovation_office utility',
        'paper file', 'handover clock:handover'),
    ('handover.refuse',
        'construction_unit renovation_office utility',
        '', 'handover clock:handover'),
    ('project.complete_handover', 'construction_unit renovation_office', 'warranty', 'project'),
    ('closing.file',
        'construction_unit renovation_office',
        'filing filing_document paper', 'clock:acceptance_round clock:project'),
    ('closing.fix_accounts',
        'construction_unit renovation_office finance_bureau',
        'final_account determination:final_account', 'clock:acceptance_round clock:project'),
    ('closing.state_money',
        'construction_unit renovation_office finance_bureau',
        'determination:money_statement', ''),
    ('closing.true_up', 'construction_unit renovation_office', 'true_up', ''),
    ('closing.deliver_papers', 'construction_unit renovation_office', 'paper_delivery', ''),
    ('closing.set_management', 'construction_unit renovation_office community owners_body', 'management_form', ''),
    ('closing.take_on', 'construction_unit renovation_office community owners_body', 'custody', ''),
    ('project.close', 'construction_unit renovation_office', 'project_closing', 'project'),
    ('no_dig.announce', 'construction_unit renovation_office', 'no_dig_notice', ''),
    ('no_dig.lift', 'renovation_office', '', 'no_dig_notice'),
    ('no_dig.name_lines', 'construction_unit renovation_office', 'digging_line', ''),
    ('excavation.ask', 'construction_unit community owners_body contractor epc_contractor utility',
        'excavation determination:excavation', ''),
    ('excavation.acknowledge', 'renovation_office', '', 'excavation'),
    ('warranty_claim.file', 'construction_unit community owners_body resident volunteer_supervisor utility',
        'warranty_claim clock:warranty_claim', ''),
    ('warranty_claim.come warranty_claim.fix', 'contractor epc_contractor construction_unit', '',
        'warranty_claim clock:warranty_claim'),
    ('warranty_claim.verify warranty_claim.return', 'construction_unit community owners_body utility', '',
        'warranty_claim'),
    ('subsidy.pay', 'construction_unit renovation_office finance_bureau', 'subsidy_payment', ''),
    ('surplus.return', 'construction_unit renovation_office finance_bureau', 'surplus_return paper file', ''),
    ('archive.pack', 'construction_unit renovation_office', 'archive_package archive_volume archive_item', ''),
    ('archive.receive', 'construction_unit renovation_office', 'archive_receipt', 'clock:acceptance_round clock:project'),
    -- Whatever is asked for: its answer is kept
    ('', '*', 'request', 'request'),
    -- What is due, by itself
    ('', 'system', 'issue_escalation clock_rung clock_move', 'clock issue change_order')
$$;

-- The same by table and command: who may, and of rows of which subject (null: of any). A null role is everybody.
create or replace function app.writers() returns table (place text, command text, subject text, role text)
language sql immutable set search_path = ''
as $$
    select distinct
        case when place.name like '%.%' then place.name else 'app.' || place.name end,
        written.command, nullif(place.subject, ''), nullif(acting.role, '*')
    from app.writings() said
    cross join lateral (values ('insert', said.adds), ('update', said.changes)) written (command, places)
    cross join lateral (
        select split_part(item, ':', 1), split_part(item, ':', 2)
        from string_to_table(written.places, ' ') item where item <> ''
    ) place (name, subject)
    cross join lateral string_to_table(said.roles, ' ') acting (role)
$$;

-- What holds of a row that the actor's role may write: the role is asked once for a statement, never once for a row.
-- Each writer of the table is a subject and a role, either of them null for every one.
create or replace function app.writing_rule(in_subjects text[], in_roles text[]) returns text
language sql immutable set search_path = ''
as $$
    with writer as (
        select subject, role from unnest(in_subjects, in_roles) writer (subject, role)
    ), anyones as (
        select coalesce(array_agg(distinct role), '{}') as roles from writer where subject is null and role is not null
    ), own as (
        select subject, array_agg(distinct role) filter (where role is not null) as roles, bool_or(role is null) as all_may
        from writer where subject is not null group by subject
    )
    select case
        when not exists (select from writer) then 'false'
        when exists (select from writer where subject is null and role is null) then 'true'
        when not exists (select from own) then
            (select format('(select auth.role()) = any(%L::text[])', roles::text) from anyones)
        else (
            select concat_ws(' or ',
                'subject_kind in (' || string_agg(quote_literal(subject), ', ' order by subject) filter (where all_may) || ')',
                '(select auth.role()) = any(case subject_kind ' || string_agg(
                    format('when %L then %L::text[]', subject, (roles || (select anyones.roles from anyones))::text),
                    ' ' order by subject) filter (where not all_may)
                || format(' else %L::text[] end)', (select anyones.roles::text from anyones)))
            from own
        )
    end
$$;

do $$
declare
    written record;
    acting record;
    rule text;
begin
    -- The list is read once: it is as long as the product has actions, and there are hundreds of tables.
    for written in
        with writer as materialized (
            select * from app.writers()
        )
        select place.name as place, command,
            array(select subject from writer
                where writer.place = place.name and writer.command = called.command order by subject, role) as subjects,
            array(select role from writer
                where writer.place = place.name and writer.command = called.command order by subject, role) as roles
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        cross join lateral format('%I.%I', n.nspname, c.relname) place (name)
        cross join unnest(array['insert', 'update']) called (command)
        where c.relkind = 'r' and (
            n.nspname = 'app' and exists (
                select from pg_attribute where attrelid = c.oid and attname = 'district' and not attisdropped)
            or (n.nspname, c.relname) in (('auth', 'organisation'), ('auth', 'control_link')))
    loop
        for acting in
            select session, exists (
                select from unnest(written.roles) role
                where (coalesce(role, '*') = 'system') = (session = 'yanshou_jobs')) as may
            from unnest(array['yanshou_service', 'yanshou_jobs']) session
        loop
            -- Which columns are changed is granted where the table's guards stand.
            if not acting.may then
                execute format('revoke %s on %s from %I', written.command, written.place, acting.session);
            elsif written.command = 'insert' then
                execute format('grant insert on %s to %I', written.place, acting.session);
            end if;
        end loop;
        rule := app.writing_rule(written.subjects, written.roles);
        continue when rule in ('true', 'false');
        -- A row is found and locked by whoever may see it; what comes of a change is what is judged.
        execute format(
            'create policy writer_may_%s on %s as restrictive for %s to yanshou_service%s %s with check (%s)',
            written.command, written.place, written.command,
            -- What is no district's own, the runner has no policy to write by.
            case when written.place like 'auth.%' then '' else ', yanshou_jobs' end,
            case when written.command = 'update' then 'using (true)' else '' end, rule);
    end loop;
end
$$;
