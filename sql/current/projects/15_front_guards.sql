-- The front's gates and facts: each locks the project first, so that a step and its evidence meet in one order.

-- Every requirement of the gates between two states, in the order of their names.
create or replace function app.tg__gate_of_the_place() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    need record;
    holds boolean;
begin
    if new.state = old.state then
        return new;
    end if;
    for need in
        select distinct gates.value as gate, split_part(item.value, '.', 2) as name, item.value as id
        from policy.parameter gates
        join policy.parameter item on item.edition = gates.edition and item.key = 'projects.requirements'
            and split_part(item.value, '.', 1) = gates.value
        where gates.edition = new.edition and gates.key = 'projects.steps.' || old.state || '-' || new.state || '.gates'
        order by 1, 2
    loop
        execute format('select app.%I($1, $2, $3)', 'holds__' || need.name)
            into holds using new.district, new.project_id, need.gate;
        if not coalesce(holds, false) and not app.exception_stands(new.district, new.project_id, need.id) then
            perform app.gate_refuses(need.name);
        end if;
    end loop;
    return new;
end
$$;

-- A project that is taken in under way names a paper for every requirement it has behind it.
create or replace function app.tg__import_names_its_evidence() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state not in ('S00', 'S06') and exists (
        select from app.requirements_before(new.edition, new.entered_state) needed (id)
        where not exists (
            select from app.imported_evidence
            where district = new.district and project_id = new.project_id and requirement = needed.id)
    ) then
        raise exception using errcode = 'YS001', constraint = 'project_import_names_its_evidence',
            message = format('a project taken in at %s names the papers of the gates behind it', new.entered_state);
    end if;
    return null;
end
$$;

create or replace function app.tg__evidence_is_imported_with_its_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select entered_state, edition, op_id, version into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.op_id <> new.op_id or found.version <> 1 then
        raise exception using errcode = 'YS001', constraint = 'evidence_is_imported_with_its_project',
            message = 'imported evidence is named when the project is taken in, not later';
    end if;
    if new.requirement not in (select app.requirements_before(found.edition, found.entered_state)) then
        raise exception using errcode = 'YS001', constraint = 'imported_evidence_is_of_an_earlier_gate',
            message = format('%s is no requirement of a gate before %s', new.requirement, found.entered_state);
    end if;
    if new.dated > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_not_dated_ahead',
            message = format('the paper of %s bears a day that is yet to come', new.requirement);
    end if;
    return null;
end
$$;

-- Facts that a gate rests on queue at the project; each is of a kind that the place's packs name.
create or replace function app.tg__front_fact_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    found record;
begin
    select state, edition into found from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if found.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'front_waits_no_more',
            message = 'a closed project takes no more facts';
    end if;
    if coalesce(to_jsonb(new) ->> 'surveyed_on', to_jsonb(new) ->> 'formed_on', to_jsonb(new) ->> 'given_on',
        to_jsonb(new) ->> 'submitted_on')::date > auth.today()
    then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_not_dated_ahead',
            message = 'a fact is recorded once it is one';
    end if;
    if app.is_recorded_late(
        found.edition, coalesce(to_jsonb(new) ->> 'given_on', to_jsonb(new) ->> 'submitted_on')::date)
    then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_recorded_in_its_time',
            message = 'a fact of long ago is taken in with its paper';
    end if;
    if tg_table_name = 'survey_record' and not exists (
        select from policy.parameter
        where edition = found.edition and key = 'survey.kinds' and value = to_jsonb(new) ->> 'kind'
    ) then
        raise exception using errcode = 'YS001', constraint = 'survey_kind_is_known',
            message = 'the place''s survey has no such kind of data';
    end if;
    if tg_table_name = 'compliant_kind' and not exists (
        select from policy.parameter
        where edition = found.edition and key = 'plan.mandatory_kinds' and value = to_jsonb(new) ->> 'kind'
    ) then
        raise exception using errcode = 'YS001', constraint = 'compliant_kind_is_mandatory',
            message = 'only a mandatory kind of works is stated as compliant';
    end if;
    if tg_table_name = 'participant_opinion' and not exists (
        select from policy.parameter
        where edition = found.edition and key = (to_jsonb(new) ->> 'forum') || '.participants'
            and value = to_jsonb(new) ->> 'participant'
    ) then
        raise exception using errcode = 'YS001', constraint = 'participant_is_of_the_forum',
            message = 'the forum has no such participant';
    end if;
    return null;
end
$$;

-- A posting is put up while its gate is ahead; what hung when the gate was passed stays as it was.
create or replace function app.tg__posting_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner record;
begin
    select * into owner from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'INSERT' and not app.requirement_is_ahead(new.district, new.project_id, 'publicity') then
        raise exception using errcode = 'YS001', constraint = 'posting_waits_no_more',
            message = 'the gate that asks for the posting is passed, or the place has none';
    end if;
    -- Its days are counted from the day it was put up: what was taken down in between has not hung for them.
    if tg_op = 'UPDATE' and (old.taken_down_on is not null or new.taken_down_on is null) then
        raise exception using errcode = 'YS001', constraint = 'posting_is_taken_down_once',
            message = 'a posting that was taken down is put up again as a new one';
    end if;
    if new.posted_on > auth.today() or new.taken_down_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'posting_is_not_dated_ahead',
            message = 'a posting is recorded once it hangs, and once it is taken down';
    end if;
    if tg_op = 'INSERT' and app.is_recorded_late(owner.edition, new.posted_on) then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_recorded_in_its_time',
            message = 'a posting of long ago is taken in with its paper';
    end if;
    -- Its days begin anew: one put up in place of another has not hung while that one did.
    if tg_op = 'INSERT' and exists (
        select from app.posting before
        where before.district = new.district and before.project_id = new.project_id
            and before.posting_id <> new.posting_id and before.taken_down_on > new.posted_on
    ) then
        raise exception using errcode = 'YS001', constraint = 'posting_follows_the_one_before',
            message = 'a posting is put up once the one before it is down';
    end if;
    -- LC-05-3: what tells the owners how they voted hangs after they have.
    if tg_op = 'INSERT' and 'opinion_notice' = any(new.attachments) and (
        app.requirement_is_ahead(new.district, new.project_id, 'plan_ballot')
            and not app.ballot_passed(new.district, new.project_id, 'plan')
        or exists (
            select from app.ballot
            join app.ballot_question question using (district, ballot_id)
            where ballot.district = new.district and ballot.project_id = new.project_id
                and ballot.state = 'counted' and question.purpose = 'plan' and ballot.closes_on > new.posted_on
        ))
    then
        raise exception using errcode = 'YS001', constraint = 'posting_follows_its_ballot',
            message = 'the result of a vote is put up once the vote is closed and passed';
    end if;
    if tg_op = 'INSERT' and exists (
        select from unnest(new.attachments) told (id)
        where not exists (
            select from policy.parameter
            where edition = app.edition_of(new.district, new.project_id) and key = 'publicity.attachments'
                and value = told.id)
    ) then
        raise exception using errcode = 'YS001', constraint = 'posting_attachment_is_known',
            message = 'the place asks for no such attachment of a posting';
    end if;
    return null;
end
$$;

create or replace function app.tg__objection_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner record;
begin
    select * into owner from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'UPDATE' and old.state <> 'open' then
        raise exception using errcode = 'YS001', constraint = 'objection_is_closed_once',
            message = 'an objection is closed once';
    end if;
    if new.raised_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_not_dated_ahead',
            message = 'an objection is recorded once it is raised';
    end if;
    if tg_op = 'INSERT' and app.is_recorded_late(owner.edition, new.raised_on) then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_recorded_in_its_time',
            message = 'an objection of long ago is taken in with its paper';
    end if;
    return null;
end
$$;

-- CV-19: only what the packs ask in principle has an exception, and the level above decides it.
create or replace function app.tg__gate_exception_goes_its_way() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
    approver text;
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    approver := app.policy_text(pinned, 'projects.requirements.' || new.requirement || '.exception');
    if approver is null or split_part(new.requirement, '.', 2) = 'scope'
        and app.scope_verdict(new.district, new.project_id) is distinct from 'excluded_in_principle'
        and new.state in ('asked', 'approved')
    then
        raise exception using errcode = 'YS001', constraint = 'gate_exception_is_foreseen',
            message = format('%s has no exception here', new.requirement);
    end if;
    if tg_op = 'INSERT' then
        if new.state <> 'asked' then
            raise exception using errcode = 'YS001', constraint = 'gate_exception_begins_as_asked',
                message = 'an exception is asked for first';
        end if;
        -- Else whoever decides could ask in another's name, and be two persons by himself.
        if new.asked_by is distinct from auth.person() then
            raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
                message = 'an exception is asked for in one''s own name';
        end if;
        return null;
    end if;
    if old.state || '-' || new.state not in ('asked-approved', 'asked-refused', 'approved-revoked') then
        raise exception using errcode = 'YS001', constraint = 'gate_exception_step_is_allowed',
            message = format('an exception does not go from %s to %s', old.state, new.state);
    end if;
    if auth.role() <> approver or new.decided_by is distinct from auth.person() then
        raise exception using errcode = 'YS001', constraint = 'gate_exception_is_decided_by_the_level_above',
            message = format('exceptions of %s are decided by %s', new.requirement, approver);
    end if;
    if new.state = 'revoked' and not app.requirement_is_ahead(
        new.district, new.project_id, split_part(new.requirement, '.', 2))
    then
        raise exception using errcode = 'YS001', constraint = 'gate_exception_stays_after_its_gate',
            message = 'the gate was passed on this exception';
    end if;
    return null;
end
$$;

-- HZ-04-4: the consultation decides on procedures that the packs name, and waives only those that may be waived.
create or replace function app.tg__procedure_decision_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from policy.parameter
        where edition = pinned and key = 'projects.procedures' and value = new.procedure
    ) then
        raise exception using errcode = 'YS001', constraint = 'procedure_is_known', message = 'no such procedure';
    end if;
    if new.outcome <> 'kept' and not exists (
        select from policy.parameter
        where edition = pinned and key = 'projects.procedures.' || new.procedure || '.outcomes' and value = new.outcome
    ) then
        raise exception using errcode = 'YS001', constraint = 'procedure_outcome_is_foreseen',
            message = format('%s cannot be %s', new.procedure, new.outcome);
    end if;
    if not app.requirement_is_ahead(new.district, new.project_id, 'procedures_decided') then
        raise exception using errcode = 'YS001', constraint = 'procedure_decision_waits_no_more',
            message = 'the consultation is over, or the place has none';
    end if;
    return null;
end
$$;

-- A new finding on the scope comes before its gate is passed.
create or replace function app.tg__scope_finding_meets_project() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.question <> 'scope' or new.subject_kind <> 'project' then
        return null;
    end if;
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    -- A project that is taken in with its scheme brings the finding with it.
    if not app.requirement_is_ahead(new.district, new.project_id, 'scope') and not exists (
        select from app.project
        where district = new.district and project_id = new.project_id and entered_state = 'S06'
            and op_id = new.op_id and version = 1
    ) then
        raise exception using errcode = 'YS001', constraint = 'scope_waits_no_more',
            message = 'the gate of the scope is passed, or the place has none';
    end if;
    -- The years since the last renovation are counted to the day of the plan: a day to come would pass whatever waits for it.
    if (new.inputs ->> 'ref_date')::date > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'scope_is_found_by_a_day_that_has_come',
            message = format('the scope is found as of %s, which is yet to come', new.inputs ->> 'ref_date');
    end if;
    -- LC-02-5: which version of whose plan of demolition was looked up, and when.
    if app.policy_text(app.edition_of(new.district, new.project_id), 'scope.demolition_list_kept_by') is not null
        and (btrim(coalesce(new.inputs ->> 'list_version', '')) = ''
            or coalesce(new.inputs ->> 'list_checked_on', 'infinity')::date > auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'scope_names_its_demolition_list',
            message = 'the finding names no version of the plan of demolition, or no day on which it was looked up';
    end if;
    -- HOUSE-SCP-3: it was looked up not long ago, where the packs say what that is.
    if (new.inputs ->> 'list_checked_on')::date < auth.today() - app.policy_number(
        app.edition_of(new.district, new.project_id), 'scope.list_max_age_days', auth.today())::integer
    then
        raise exception using errcode = 'YS001', constraint = 'scope_demolition_list_is_recent',
            message = format('the plan of demolition was looked up on %s', new.inputs ->> 'list_checked_on');
    end if;
    return null;
end
$$;

-- What was put to the vote stays: a project that began here takes no item and no funding after its scheme's gate. A
-- scheme with its plan is recorded whole, in one act; what is added later is a change order.
create or replace function app.tg__scheme_is_recorded_before_its_vote() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    entered text;
begin
    select entered_state into entered from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if entered = 'S00' and not app.requirement_is_ahead(new.district, new.project_id, 'plan_parts') then
        raise exception using errcode = 'YS001', constraint = 'scheme_is_recorded_before_its_vote',
            message = 'the scheme has gone to the vote as it stands';
    end if;
    if exists (
        select from app.funding_plan
        where district = new.district and project_id = new.project_id and op_id <> new.op_id
    ) or not app.requirement_is_ahead(new.district, new.project_id, 'plan_parts') and exists (
        select from app.works_item
        where district = new.district and project_id = new.project_id and op_id <> new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'works_item_comes_with_its_scheme',
            message = 'the scheme stands: what is added to it goes through a change order';
    end if;
    return null;
end
$$;

-- Of several words of one kind the last one stands: their moments are the database's own, in the order in which they
-- meet the project, and nobody writes his word ahead of those that are still to come.
create or replace function app.tg__last_word_has_its_moment() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if tg_table_name = 'yearly_allotment' then
        new.recorded_at := clock_timestamp();
        return new;
    end if;
    if tg_table_name = 'participant_opinion' then
        perform from app.project where district = new.district and project_id = new.project_id for no key update;
        new.given_at := clock_timestamp();
        return new;
    end if;
    if new.question = 'scope' then
        perform from app.project where district = new.district and project_id = new.project_id for no key update;
    end if;
    new.created_at := clock_timestamp();
    return new;
end
$$;

-- Contracts, notices and returns name the code: it is put right, never taken away.
create or replace function app.tg__project_code_stays() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if old.project_code is not null and new.project_code is null then
        raise exception using errcode = 'YS001', constraint = 'project_code_stays',
            message = 'a code of the investment platform is put right, not taken away';
    end if;
    return new;
end
$$;

-- A requirement that no function answers would keep its gate shut for ever, or open: it is not published.
create or replace function app.tg__requirement_has_its_function() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.key = 'projects.requirements' and to_regprocedure(format(
        'app.%I(integer, uuid, text)', 'holds__' || split_part(new.value, '.', 2))) is null
    then
        raise exception using errcode = 'YS001', constraint = 'requirement_has_its_function',
            message = format('no function answers the requirement %s', new.value);
    end if;
    return new;
end
$$;

create or replace trigger _050_last_word_has_its_moment before insert on app.participant_opinion
    for each row execute function app.tg__last_word_has_its_moment();
create or replace trigger _050_last_word_has_its_moment before insert on app.yearly_allotment
    for each row execute function app.tg__last_word_has_its_moment();
create or replace trigger _050_last_word_has_its_moment before insert on app.determination
    for each row execute function app.tg__last_word_has_its_moment();
create or replace trigger _240_project_code_stays before update on app.project
    for each row execute function app.tg__project_code_stays();
create or replace trigger _300_gate_of_the_place before update on app.project
    for each row execute function app.tg__gate_of_the_place();
create constraint trigger _800_import_names_its_evidence after insert on app.project
    deferrable initially deferred for each row execute function app.tg__import_names_its_evidence();
create or replace trigger _500_evidence_is_imported_with_its_project after insert on app.imported_evidence
    for each row execute function app.tg__evidence_is_imported_with_its_project();
create or replace trigger _500_posting_meets_project after insert or update on app.posting
    for each row execute function app.tg__posting_meets_project();
create or replace trigger _500_objection_meets_project after insert or update on app.objection
    for each row execute function app.tg__objection_meets_project();
create or replace trigger _500_gate_exception_goes_its_way after insert or update on app.gate_exception
    for each row execute function app.tg__gate_exception_goes_its_way();
create or replace trigger _500_procedure_decision_meets_project after insert on app.procedure_decision
    for each row execute function app.tg__procedure_decision_meets_project();
create or replace trigger _500_scope_finding_meets_project after insert on app.determination
    for each row execute function app.tg__scope_finding_meets_project();
create or replace trigger _500_scheme_is_recorded_before_its_vote after insert on app.works_item
    for each row execute function app.tg__scheme_is_recorded_before_its_vote();
create or replace trigger _500_scheme_is_recorded_before_its_vote after insert on app.funding_plan
    for each row execute function app.tg__scheme_is_recorded_before_its_vote();
create or replace trigger _100_requirement_has_its_function before insert on policy.parameter
    for each row execute function app.tg__requirement_has_its_function();
do $$
declare
    subject text;
begin
    foreach subject in array array['survey_record', 'owners_body', 'compliant_kind', 'participant_opinion', 'plan_submission']
    loop
        execute format('create or replace trigger _500_front_fact_meets_project after insert on app.%I '
            'for each row execute function app.tg__front_fact_meets_project()', subject);
    end loop;
    foreach subject in array array['survey_record', 'owners_body', 'compliant_kind', 'participant_opinion',
        'plan_submission', 'procedure_decision', 'yearly_allotment', 'imported_evidence']
    loop
        execute format('create or replace trigger _100_fact_is_never_changed before update or delete on app.%I '
            'for each row execute function app.tg__fact_is_never_changed()', subject);
    end loop;
end
$$;

-- One requirement's answer by its name: for reading what the guards would find.
create or replace function app.requirement_holds(
    in_district integer, in_project uuid, in_gate text, in_name text
) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    holds boolean;
begin
    if in_district <> auth.district() or not auth.sees(in_project) then
        return false;
    end if;
    execute format('select app.%I($1, $2, $3)', 'holds__' || in_name) into holds
        using in_district, in_project, in_gate;
    return coalesce(holds, false);
end
$$;
