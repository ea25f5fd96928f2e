-- The ladder of an issue: sent back, closed without an answer, escalated, regraded; and the limit on nameless reports.

-- Who sorts issues: the community, the street, the district office.
create or replace function app.triages_issues() returns boolean
language sql stable security definer set search_path = ''
as $$
    select auth.role() in ('community', 'construction_unit', 'renovation_office')
$$;

-- What the ladder asks of a step; called with the project locked.
create or replace function app.refuse_off_the_ladder(was app.issue, becomes app.issue) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    most bigint;
begin
    if becomes.state = 'bounced' or was.state = 'bounced' then
        most := app.policy_number(becomes.edition, 'issue.max_bounces', becomes.filed_on);
    end if;
    if becomes.state = 'bounced' and (
        becomes.bounced_count <> was.bounced_count + 1 or becomes.bounced_count > coalesce(most, 0)
    ) then
        raise exception using errcode = 'YS001', constraint = 'issue_bounces_are_limited',
            message = format('an issue is sent back %s times at most', coalesce(most, 0));
    end if;
    if was.state = 'bounced' and was.bounced_count >= coalesce(most, 0) and auth.role() <> 'renovation_office' then
        raise exception using errcode = 'YS001', constraint = 'issue_is_assigned_finally_by_the_district',
            message = 'after the last bounce the district office assigns, and that stands';
    end if;
    if becomes.state = 'fix_claimed' and becomes.fix_claimed_on is null then
        raise exception using errcode = 'YS001', constraint = 'issue_fix_claim_has_its_day',
            message = 'the window of the reporter''s answer begins with the day of the claim';
    end if;
    if becomes.state = 'closed_unconfirmed' then
        if app.severity_blocks_acceptance(becomes.edition, becomes.severity) then
            raise exception using errcode = 'YS001', constraint = 'severe_issue_waits_for_its_confirmation',
                message = 'a severe issue is not closed without somebody''s word that it is fixed';
        end if;
        if not coalesce(becomes.closed_on > coalesce(was.fix_claimed_on, was.filed_on)
            + app.policy_number(becomes.edition, 'issue.verify_window_days', becomes.closed_on)::integer, false)
        then
            raise exception using errcode = 'YS001', constraint = 'issue_closes_unconfirmed_after_its_window',
                message = 'the reporter''s time to answer is not over';
        end if;
    end if;
    if becomes.state = 'reopened' and was.closed_on is not null and not coalesce(
        becomes.reopened_on <= was.closed_on
            + app.policy_number(becomes.edition, 'issue.reopen_days', becomes.reopened_on)::integer, false)
    then
        raise exception using errcode = 'YS001', constraint = 'issue_reopening_is_in_time',
            message = 'the time for reopening is over';
    end if;
end
$$;

-- LC-13-4: what comes back too often goes up by itself.
create or replace function app.tg__issue_goes_up() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = 'bounced' and new.bounced_count >= coalesce(
        app.policy_number(new.edition, 'issue.max_bounces', new.filed_on), 0)
    then
        insert into app.issue_escalation (district, issue_id, ground, project_id, escalated_on, op_id)
        select new.district, new.issue_id, 'bounced_again', new.project_id,
            (new_event.at at time zone 'Asia/Shanghai')::date, new.op_id
        from ledger.entry new_event where district = new.district and entry_id = new.op_id
        on conflict do nothing;
    end if;
    if new.state = 'reopened' and new.reopened_count >= coalesce(
        app.policy_number(new.edition, 'issue.escalate_after_reopenings', new.filed_on), 1)
    then
        insert into app.issue_escalation (district, issue_id, ground, project_id, escalated_on, op_id)
        values (new.district, new.issue_id, 'reopened_again', new.project_id,
            coalesce(new.reopened_on, new.filed_on), new.op_id)
        on conflict do nothing;
    end if;
    return null;
end
$$;

create or replace function app.tg__issue_escalation_has_its_ground() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    raised record;
    holds boolean;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into raised from app.issue
    where district = new.district and issue_id = new.issue_id and project_id = new.project_id;
    holds := case new.ground
        when 'open_too_long' then
            raised.state in ('new', 'accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
            and coalesce(new.escalated_on > raised.filed_on + app.policy_number(
                raised.edition, 'issue.escalate_after_days', new.escalated_on)::integer, false)
        when 'bounced_again' then raised.state = 'bounced' and raised.op_id = new.op_id
        else raised.state = 'reopened' and raised.op_id = new.op_id
    end;
    if not coalesce(holds, false) then
        raise exception using errcode = 'YS001', constraint = 'issue_escalation_has_its_ground',
            message = format('the issue gives no ground to escalate it as %s', new.ground);
    end if;
    return null;
end
$$;

create or replace function app.tg__issue_regrading_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    graded record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'INSERT' and not app.triages_issues() then
        raise exception using errcode = 'YS001', constraint = 'issue_is_triaged_by_community_or_street',
            message = 'severities are set by the community, the street and the district office';
    end if;
    if (case tg_op when 'INSERT' then new.proposed_by else new.decided_by end) is distinct from auth.person() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'a regrading carries the person that acts in this transaction';
    end if;
    if tg_op = 'INSERT'
        and new.state <> (case when new.to_severity > new.from_severity then 'proposed' else 'approved' end)
    then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_waits_for_a_second_person',
            message = 'a milder severity is proposed first, a graver one stands at once';
    end if;
    if tg_op = 'UPDATE' and (old.state <> 'proposed' or new.state = 'proposed') then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_is_decided_once',
            message = 'a regrading is decided once';
    end if;
    select state, severity into graded from app.issue
    where district = new.district and issue_id = new.issue_id and project_id = new.project_id;
    if graded.severity is distinct from new.from_severity
        or graded.state not in ('accepted', 'assigned', 'bounced', 'in_progress', 'fix_claimed', 'reopened')
    then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_is_of_an_open_issue',
            message = 'an open issue is regraded, from the severity that it has';
    end if;
    return new;
end
$$;

create or replace function app.tg__issue_regrading_takes_effect() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = 'approved' then
        update app.issue set severity = new.to_severity, version = version + 1, op_id = new.op_id
        where district = new.district and issue_id = new.issue_id;
    end if;
    return null;
end
$$;

-- A network's reports on a project, by a hash that nobody without the database's secret can try addresses against.
create or replace function app.source_hash(in_project uuid, in_peer text) returns bytea
language sql stable security definer set search_path = ''
as $$
    select sha256(value || convert_to(in_project || '/' || in_peer, 'UTF8') || value) from auth.secret
$$;

create or replace function app.tg__anonymous_reports_are_limited() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
    today date := auth.today();
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    new.reported_at := now();
    if (
        select count(*) from app.anonymous_report
        where district = new.district and project_id = new.project_id and source_hash = new.source_hash
            and reported_at > now() - interval '1 hour'
    ) >= coalesce(app.policy_number(pinned, 'issue.anonymous_per_hour', today), 0)
    then
        raise exception using errcode = 'YS001', constraint = 'anonymous_reports_are_limited',
            message = 'this source has reported as often as it may in an hour';
    end if;
    return new;
end
$$;

-- At commit: whoever reports without an account is counted.
create or replace function app.tg__anonymous_report_is_counted() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.reporter_kind = 'link' and not exists (
        select from app.anonymous_report
        where district = new.district and issue_id = new.issue_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'anonymous_report_is_counted',
            message = 'a report without an account is counted against its source';
    end if;
    return null;
end
$$;

create or replace trigger _510_issue_goes_up after update on app.issue
    for each row execute function app.tg__issue_goes_up();
create constraint trigger _600_anonymous_report_is_counted after insert on app.issue
    deferrable initially deferred for each row execute function app.tg__anonymous_report_is_counted();
create or replace trigger _500_issue_escalation_has_its_ground after insert on app.issue_escalation
    for each row execute function app.tg__issue_escalation_has_its_ground();
create or replace trigger _100_fact_is_never_changed before update or delete on app.issue_escalation
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_issue_regrading_follows_its_steps before insert or update on app.issue_regrading
    for each row execute function app.tg__issue_regrading_follows_its_steps();
create or replace trigger _500_issue_regrading_takes_effect after insert or update on app.issue_regrading
    for each row execute function app.tg__issue_regrading_takes_effect();
create or replace trigger _200_anonymous_reports_are_limited before insert on app.anonymous_report
    for each row execute function app.tg__anonymous_reports_are_limited();
create or replace trigger _100_fact_is_never_changed before update or delete on app.anonymous_report
    for each row execute function app.tg__fact_is_never_changed();

-- Jobs queue at a project as everybody does, though they may not write to it.
create or replace function app.hold_project(in_project uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = auth.district() and project_id = in_project for no key update;
end
$$;
