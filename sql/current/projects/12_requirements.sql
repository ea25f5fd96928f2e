-- What a gate asks for, by name: one function for each requirement of the packs, and the words under which it refuses.
-- A function takes district, project and gate, and says whether the requirement stands.

-- The n-th working day after a day; null where the calendar does not reach so far.
create or replace function app.workday_after(in_day date, in_count bigint) returns date
language sql stable security definer set search_path = ''
as $$
    select day from policy.calendar_day where working and day > in_day order by day offset in_count - 1 limit 1
$$;

-- What a pack says under a key on the day of the request.
create or replace function app.policy_text(in_edition text, in_key text) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select value from policy.parameter
        where edition = in_edition and key = in_key and valid_from <= auth.today()
            and (valid_to is null or valid_to >= auth.today())
        limit 1
    );
end
$$;

create or replace function app.edition_of(in_district integer, in_project uuid) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select edition from app.project where district = in_district and project_id = in_project
    );
end
$$;

-- The steps still before a project, from where it stands, on its place's path.
create or replace function app.steps_ahead(in_district integer, in_project uuid)
returns table (step text, gate text)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        with recursive ahead (edition, step, reached) as (
            select project.edition, own.value, split_part(own.value, '-', 2)
            from app.project join policy.parameter own
                on own.edition = project.edition and own.key = 'projects.steps'
                and split_part(own.value, '-', 1) = project.state
            where project.district = in_district and project.project_id = in_project
            union
            select ahead.edition, own.value, split_part(own.value, '-', 2)
            from ahead join policy.parameter own
                on own.edition = ahead.edition and own.key = 'projects.steps'
                and split_part(own.value, '-', 1) = ahead.reached
        )
        select ahead.step, gates.value
        from ahead join policy.parameter gates
            on gates.edition = ahead.edition and gates.key = 'projects.steps.' || ahead.step || '.gates';
end
$$;

create or replace function app.requirement_is_ahead(in_district integer, in_project uuid, in_requirement text)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select exists (
            select from app.steps_ahead(in_district, in_project) ahead
            join policy.parameter item on item.edition = app.edition_of(in_district, in_project)
                and item.key = 'projects.requirements' and item.value = ahead.gate || '.' || in_requirement
        )
    );
end
$$;

-- Requirements of the gates that a place has before a state, and of the later states that a project came in at.
create or replace function app.requirements_before(in_edition text, in_state text) returns setof text
language sql stable security definer set search_path = ''
as $$
    with recursive behind (step, origin) as (
        select own.value, split_part(own.value, '-', 1) from policy.parameter own
        where own.edition = in_edition and own.key = 'projects.steps'
            and split_part(own.value, '-', 2) = case
                when in_state > 'S13' then 'S13' when in_state in ('S11', 'S12') then 'S10' else in_state end
        union
        select own.value, split_part(own.value, '-', 1)
        from behind join policy.parameter own on own.edition = in_edition and own.key = 'projects.steps'
            and split_part(own.value, '-', 2) = behind.origin
    )
    select distinct item.value
    from behind
    join policy.parameter gates
        on gates.edition = in_edition and gates.key = 'projects.steps.' || behind.step || '.gates'
    join policy.parameter item on item.edition = in_edition and item.key = 'projects.requirements'
        and split_part(item.value, '.', 1) = gates.value
    union
    select later.value from policy.parameter later
    where later.edition = in_edition and later.key = 'projects.later_evidence'
        and split_part(later.value, '.', 1) <= in_state
$$;

-- Whether every text of a key is the kind of a paper of the project; a key that says nothing asks for the impossible.
create or replace function app.has_papers(in_district integer, in_project uuid, in_key text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and count(*) = count(held.kind)
    from (
        select distinct value from policy.parameter
        where edition = app.edition_of(in_district, in_project) and key = in_key
    ) needed
    left join lateral (
        select paper.kind from app.paper
        where paper.district = in_district and paper.subject_kind = 'project' and paper.subject_id = in_project
            and paper.kind = needed.value and app.paper_stands(paper.district, paper.sha256)
        limit 1
    ) held on true
$$;

create or replace function app.forum_agrees(in_district integer, in_project uuid, in_forum text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and count(*) = count(*) filter (where said.opinion in ('agree', 'agree_with_conditions'))
    from (
        select distinct value from policy.parameter
        where edition = app.edition_of(in_district, in_project) and key = in_forum || '.participants'
    ) seat
    left join lateral (
        select opinion from app.participant_opinion
        where district = in_district and project_id = in_project and forum = in_forum and participant = seat.value
        order by given_at desc limit 1
    ) said on true
$$;

create or replace function app.holds__survey(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and bool_and(exists (
        select from app.survey_record
        where district = in_district and project_id = in_project and kind = needed.value))
    from policy.parameter needed
    where needed.edition = app.edition_of(in_district, in_project) and needed.key = 'survey.kinds'
$$;

create or replace function app.scope_verdict(in_district integer, in_project uuid) returns text
language sql stable security definer set search_path = ''
as $$
    select verdict from app.determination
    where district = in_district and subject_kind = 'project' and subject_id = in_project and question = 'scope'
    order by created_at desc, determination_id desc limit 1
$$;

create or replace function app.holds__scope(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select coalesce(app.scope_verdict(in_district, in_project) = 'eligible', false) $$;

create or replace function app.holds__owners_body(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from app.owners_body where district = in_district and project_id = in_project) $$;

create or replace function app.holds__papers(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce(bool_and(app.has_papers(in_district, in_project, 'projects.requirements.' || item.value || '.papers')),
        false)
    from policy.parameter item
    where item.edition = app.edition_of(in_district, in_project) and item.key = 'projects.requirements'
        and split_part(item.value, '.', 1) = in_gate and split_part(item.value, '.', 2) = 'papers'
$$;

create or replace function app.holds__plan_parts(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select app.has_papers(in_district, in_project, 'plan.parts') $$;

create or replace function app.holds__mandatory_kinds(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and bool_and(exists (
        select from app.works_item
        where district = in_district and project_id = in_project and kind = needed.value
    ) or exists (
        select from app.compliant_kind
        where district = in_district and project_id = in_project and kind = needed.value
    ))
    from policy.parameter needed
    where needed.edition = app.edition_of(in_district, in_project) and needed.key = 'plan.mandatory_kinds'
$$;

create or replace function app.holds__funding_plan(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from app.funding_plan where district = in_district and project_id = in_project) $$;

create or replace function app.holds__publicity(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.posting
        where district = in_district and project_id = in_project and taken_down_on is null and not exists (
            select from policy.parameter needed
            where needed.edition = app.edition_of(in_district, in_project) and needed.key = 'publicity.attachments'
                and needed.value <> all (posting.attachments))
    )
$$;

-- CV-09: the period is over on the calendar day after the last working day; a posting that was changed is a new one.
create or replace function app.holds__publicity_period(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select app.holds__publicity(in_district, in_project, in_gate) and exists (
        select from app.posting
        where district = in_district and project_id = in_project and taken_down_on is null
            and app.workday_after(posted_on, app.policy_text(
                app.edition_of(in_district, in_project), 'publicity.min_workdays')::bigint) < auth.today()
    )
$$;

create or replace function app.holds__objections_closed(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce(app.policy_text(
            app.edition_of(in_district, in_project), 'publicity.objections_block'), 'true') = 'false'
        or not exists (
            select from app.objection where district = in_district and project_id = in_project and state = 'open')
$$;

create or replace function app.holds__launch_papers(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select app.has_papers(in_district, in_project, 'launch.required_papers') $$;

create or replace function app.holds__special_account(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select account_number is not null from app.project where district = in_district and project_id = in_project
$$;

create or replace function app.holds__resident_funds(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce((
        select sum(amount_fen) from app.receipt where district = in_district and project_id = in_project
    ), 0) >= required_fen
    from app.funding_plan where district = in_district and project_id = in_project
$$;

create or replace function app.holds__plan_chain(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and bool_and(exists (
        select from app.plan_approval done
        where done.district = in_district and done.project_id = in_project
            and done.ordinal || ':' || done.step = needed.value))
    from policy.parameter needed
    where needed.edition = app.edition_of(in_district, in_project) and needed.key = 'annual_plan.chain#'
$$;

-- INV-05: any one of the papers named; the yearly plan takes no project before its investment is decided.
create or replace function app.holds__investment_decision(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select app.policy_text(
            app.edition_of(in_district, in_project), 'investment.plan_needs_approval') = 'false'
        or exists (
        select from policy.parameter needed join app.paper
            on paper.district = in_district and paper.subject_kind = 'project' and paper.subject_id = in_project
            and paper.kind = needed.value and app.paper_stands(paper.district, paper.sha256)
        where needed.edition = app.edition_of(in_district, in_project)
            and needed.key = 'projects.requirements.' || in_gate || '.investment_decision.papers'
    )
$$;

create or replace function app.holds__plan_submission(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select from app.plan_submission where district = in_district and project_id = in_project) $$;

create or replace function app.holds__plan_review(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select app.forum_agrees(in_district, in_project, 'plan_review') $$;

create or replace function app.holds__consultation(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select app.forum_agrees(in_district, in_project, 'consultation') $$;

create or replace function app.holds__procedures_decided(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and bool_and(exists (
        select from app.procedure_decision
        where district = in_district and project_id = in_project and procedure = needed.value))
    from policy.parameter needed
    where needed.edition = app.edition_of(in_district, in_project) and needed.key = 'projects.procedures'
$$;

-- HZ-04-4: the consultation's opinion says which procedures of a gate are kept, simplified or waived.
create or replace function app.holds__procedures(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select count(*) > 0 and bool_and(coalesce(decided.outcome, 'kept') = 'waived' or exists (
        select from app.paper
        where paper.district = in_district and paper.subject_kind = 'project' and paper.subject_id = in_project
            and paper.kind = app.policy_text(owner.edition, 'projects.procedures.' || own.value
                || case decided.outcome when 'simplified' then '.simplified_paper' else '.paper' end)
            and app.paper_stands(paper.district, paper.sha256)))
    from (select app.edition_of(in_district, in_project) as edition) owner
    join policy.parameter own on own.edition = owner.edition and own.key = 'projects.procedures'
    join policy.parameter place on place.edition = owner.edition and place.value = in_gate
        and place.key = 'projects.procedures.' || own.value || '.gate'
    left join app.procedure_decision decided
        on decided.district = in_district and decided.project_id = in_project and decided.procedure = own.value
$$;

create or replace function app.holds__project_code(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select project_code is not null from app.project where district = in_district and project_id = in_project
$$;

-- INV-02: a budget above the estimate by more than the share named waits for the answer to its report.
create or replace function app.holds__estimate(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce((
        select feasibility_fen is null or approved_budget_fen is null
            or (approved_budget_fen - feasibility_fen)::numeric * split_part(share.ratio, '/', 2)::numeric
                <= feasibility_fen::numeric * split_part(share.ratio, '/', 1)::numeric
        from app.project_budget, (
            select app.policy_text(app.edition_of(in_district, in_project), 'investment.estimate_overrun_ratio')
        ) share (ratio)
        where district = in_district and project_id = in_project
    ), true) or exists (
        select from app.paper
        where paper.district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = 'estimate_overrun_answer' and app.paper_stands(paper.district, paper.sha256))
$$;

-- PER-2: a permit, or the exemption from it where the budget is within the limit of place and day.
create or replace function app.holds__permit(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.paper
        where paper.district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = 'permit' and app.paper_stands(paper.district, paper.sha256)
    ) or exists (
        select from app.paper join app.project_budget budget
            on budget.district = in_district and budget.project_id = in_project
        cross join (select app.edition_of(in_district, in_project) as edition) owner
        where paper.district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = 'permit_exemption' and app.paper_stands(paper.district, paper.sha256) and (
                budget.approved_budget_fen < app.policy_text(owner.edition, 'permit.exempt_below')::bigint
                or app.policy_text(owner.edition, 'permit.exempt_inclusive') = 'true'
                    and budget.approved_budget_fen
                        = app.policy_text(owner.edition, 'permit.exempt_below')::bigint)
    )
$$;

-- CV-19: an approved exception stands in for a requirement that is asked in principle only.
create or replace function app.exception_stands(in_district integer, in_project uuid, in_requirement text)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.gate_exception
        where district = in_district and project_id = in_project and requirement = in_requirement
            and state = 'approved'
    ) and (split_part(in_requirement, '.', 2) <> 'scope'
        or app.scope_verdict(in_district, in_project) = 'excluded_in_principle')
$$;

-- Every requirement's no, under its own name.
create or replace function app.gate_refuses(in_requirement text) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    case in_requirement
    when 'survey' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_survey', message = 'survey data are missing';
    when 'scope' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_scope', message = 'not found eligible';
    when 'owners_body' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_owners_body', message = 'no owners'' body';
    when 'papers' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_papers', message = 'papers are missing';
    when 'plan_parts' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_plan_parts', message = 'parts are missing';
    when 'mandatory_kinds' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_mandatory_kinds',
            message = 'mandatory kinds of works are missing';
    when 'funding_plan' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_funding_plan', message = 'no funding plan';
    when 'publicity' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_publicity',
            message = 'nothing whole is posted';
    when 'publicity_period' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_publicity_period',
            message = 'the publicity is not over';
    when 'objections_closed' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_objections_closed',
            message = 'an objection is open';
    when 'willingness_ballot' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_willingness_ballot',
            message = 'no willingness ballot has passed';
    when 'plan_ballot' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_plan_ballot',
            message = 'no ballot on the scheme has passed';
    when 'three_rounds' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_three_rounds',
            message = 'the three rounds are not whole';
    when 'launch_papers' then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_papers', message = 'papers are missing';
    when 'special_account' then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_special_account',
            message = 'the special account is not opened';
    when 'resident_funds' then
        raise exception using errcode = 'YS001', constraint = 'launch_waits_for_resident_funds',
            message = 'the residents'' money is not complete';
    when 'plan_chain' then
        raise exception using errcode = 'YS001', constraint = 'listing_waits_for_the_chain',
            message = 'a body of the chain has not approved';
    when 'investment_decision' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_investment_decision',
            message = 'the investment is not decided';
    when 'plan_submission' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_plan_submission',
            message = 'the project is not submitted for the plan';
    when 'plan_review' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_plan_review',
            message = 'a reviewer of the plan has not agreed';
    when 'consultation' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_consultation',
            message = 'a participant of the consultation has not agreed';
    when 'procedures_decided' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_procedures_decided',
            message = 'the consultation has not said which procedures are kept';
    when 'procedures' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_procedures',
            message = 'a procedure that is kept or simplified has no paper';
    when 'project_code' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_project_code', message = 'no project code';
    when 'estimate' then
        raise exception using errcode = 'YS001', constraint = 'budget_stays_near_feasibility',
            message = 'the budget is beyond the estimate';
    when 'permit' then
        raise exception using errcode = 'YS001', constraint = 'gate_waits_for_permit',
            message = 'neither a permit nor a fitting exemption is recorded';
    else
        raise exception using errcode = 'YS001', constraint = 'requirement_has_its_function',
            message = format('no words for the requirement %s', in_requirement);
    end case;
end
$$;
