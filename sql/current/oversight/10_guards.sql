-- The roster without interests, the steps of an issue, and what a severe one holds.

-- A volunteer has no other business in the district: his neutral roles are the policy's.
create or replace function app.refuse_engaged_volunteer(in_district integer, in_project uuid, in_person uuid)
returns void
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.volunteer roster
        join app.project using (district, project_id)
        join auth.appointment engagement
            on engagement.district = roster.district and engagement.person_id = roster.person_id
        where roster.district = in_district and roster.person_id = in_person
            and (in_project is null or roster.project_id = in_project)
            and (engagement.project_id is null or engagement.project_id = roster.project_id)
            and (roster.ended_on is null or engagement.valid_from <= roster.ended_on)
            and (engagement.valid_to is null or engagement.valid_to >= roster.appointed_on)
            and not exists (
                select from policy.parameter neutral
                where neutral.edition = project.edition and neutral.key = 'oversight.volunteer_neutral_roles'
                    and neutral.value = engagement.role
            )
    ) then
        raise exception using errcode = 'YS001', constraint = 'volunteer_has_no_engagement_with_any_party',
            message = 'a volunteer supervisor works for no party of the project and holds no office over it';
    end if;
end
$$;

create or replace function app.tg__volunteer_has_no_engagement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- The roster queues at the project, where words of volunteers count, and at the person, as appointments do.
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    perform from auth.person where person_id = new.person_id for no key update;
    if auth.role() <> 'community' or (tg_op = 'INSERT' and new.appointed_by <> auth.person()) then
        raise exception using errcode = 'YS001', constraint = 'volunteer_is_appointed_by_the_community',
            message = 'the community appoints volunteer supervisors and ends their appointment';
    end if;
    perform app.refuse_engaged_volunteer(new.district, new.project_id, new.person_id);
    return null;
end
$$;

create or replace function app.tg__appointment_keeps_volunteers_free() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from auth.person where person_id = new.person_id for no key update;
    perform app.refuse_engaged_volunteer(new.district, new.project_id, new.person_id);
    return null;
end
$$;

create or replace function app.is_active_volunteer(in_district integer, in_project uuid, in_person uuid)
returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from app.volunteer
        where district = in_district and project_id = in_project and person_id = in_person and ended_on is null
    )
$$;

create or replace function app.tg__issue_follows_its_steps() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if tg_op = 'INSERT' then
        if new.state <> 'new' or new.severity is not null then
            raise exception using errcode = 'YS001', constraint = 'issue_step_is_allowed',
                message = 'an issue begins as new, without a severity';
        end if;
        if not exists (
            select from app.project
            where district = new.district and project_id = new.project_id and edition = new.edition
        ) then
            raise exception using errcode = 'YS001', constraint = 'issue_is_of_its_project',
                message = 'an issue names the policy edition of its project';
        end if;
        if not app.policy_says(new.edition, 'issue.kinds', new.kind, auth.today()) then
            raise exception using errcode = 'YS001', constraint = 'issue_kind_is_known',
                message = format('%s is no kind of issue here', new.kind);
        end if;
        if new.reporter_id is not null and new.reporter_id <> auth.person() then
            raise exception using errcode = 'YS001', constraint = 'issue_is_filed_by_who_acts',
                message = 'an issue is filed in one''s own name';
        end if;
        if new.reporter_kind = 'volunteer'
            and not app.is_active_volunteer(new.district, new.project_id, new.reporter_id)
        then
            raise exception using errcode = 'YS001', constraint = 'volunteer_is_on_the_roster',
                message = 'whoever files as a volunteer supervisor is on the project''s roster';
        end if;
        return new;
    end if;
    if new.state = old.state and exists (
        select from app.issue_regrading
        where district = new.district and issue_id = new.issue_id and op_id = new.op_id and state = 'approved'
            and from_severity = old.severity and to_severity = new.severity
    ) then
        return new;
    end if;
    if new.state = old.state or not exists (
        select from app.issue_step where from_state = old.state and to_state = new.state
    ) then
        raise exception using errcode = 'YS001', constraint = 'issue_step_is_allowed',
            message = format('an issue does not go from %s to %s', old.state, new.state);
    end if;
    if old.severity is not null and new.severity is distinct from old.severity then
        raise exception using errcode = 'YS001', constraint = 'issue_severity_is_set_once',
            message = 'the severity is set at triage, and changes only by a regrading';
    end if;
    if (new.state in ('accepted', 'rejected', 'duplicate', 'assigned', 'closed') and not app.triages_issues())
        or (new.state = 'closed_unconfirmed' and not app.triages_issues() and auth.role() <> 'system')
    then
        raise exception using errcode = 'YS001', constraint = 'issue_is_triaged_by_community_or_street',
            message = 'triage belongs to the community, the street and the district office';
    end if;
    if new.state in ('accepted', 'rejected', 'duplicate') and new.triaged_by is distinct from auth.person() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'triage carries the person that acts in this transaction';
    end if;
    if new.state = 'duplicate' and not exists (
        select from app.issue first
        where first.district = new.district and first.issue_id = new.duplicate_of
            and first.project_id = new.project_id and first.state not in ('duplicate', 'rejected')
    ) then
        raise exception using errcode = 'YS001', constraint = 'issue_duplicate_is_of_a_standing_issue',
            message = 'a duplicate names an issue of the same project that is dealt with';
    end if;
    if new.state in ('in_progress', 'fix_claimed', 'bounced') and auth.organisation() <> new.assignee_organisation_id then
        raise exception using errcode = 'YS001', constraint = 'issue_is_fixed_by_its_responsible_unit',
            message = 'only the responsible unit begins and claims the fix';
    end if;
    if new.state = 'fix_claimed' and (
        new.claimed_by is distinct from auth.person() or not exists (
            select from app.issue_photo
            where district = new.district and issue_id = new.issue_id and moment = 'after' and op_id = new.op_id
        )
    ) then
        raise exception using errcode = 'YS001', constraint = 'issue_fix_is_shown_by_a_photo',
            message = 'a fix is claimed with a photo taken after it';
    end if;
    perform app.refuse_off_the_ladder(old, new);
    perform app.refuse_false_witness(old, new);
    return new;
end
$$;

-- The reporter, by his person or by the key of his link, or a volunteer on the roster: nobody else says it is fixed.
create or replace function app.refuse_false_witness(was app.issue, becomes app.issue) returns void
language plpgsql security definer set search_path = ''
as $$
declare
    holds_key boolean;
    is_reporter boolean;
begin
    if becomes.state not in ('verified', 'reopened') then
        return;
    end if;
    holds_key := coalesce(becomes.shown_key_hash = becomes.follow_key_hash, false);
    is_reporter := coalesce(becomes.reporter_id = auth.person(), false);
    if becomes.state = 'reopened' then
        if not (holds_key or is_reporter
            or (auth.role() = 'volunteer_supervisor'
                and app.is_active_volunteer(becomes.district, becomes.project_id, auth.person())))
            or becomes.reopened_count <> was.reopened_count + 1
        then
            raise exception using errcode = 'YS001', constraint = 'issue_is_reopened_by_its_reporter',
                message = 'the reporter or a volunteer supervisor of the roster reopens an issue';
        end if;
        return;
    end if;
    if becomes.verified_by is distinct from auth.person()
        or (becomes.verified_as = 'link') and not holds_key
        or (becomes.verified_as = 'reporter') and not is_reporter
        or (becomes.verified_as = 'volunteer') and not (auth.role() = 'volunteer_supervisor'
            and app.is_active_volunteer(becomes.district, becomes.project_id, auth.person()))
        or (becomes.verified_as <> 'link'
            and becomes.verified_organisation_id is distinct from auth.organisation())
        or becomes.verified_as is null
    then
        raise exception using errcode = 'YS001', constraint = 'issue_is_verified_by_reporter_or_volunteer',
            message = 'the reporter or a volunteer supervisor of the roster says that an issue is fixed';
    end if;
end
$$;

create or replace function app.severity_blocks_acceptance(in_edition text, in_severity text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select exists (
        select from policy.parameter
        where edition = in_edition and value = 'true'
            and key = 'issue.severities.' || in_severity || '.blocks_acceptance'
    )
$$;

-- A severe issue holds acceptance from its triage until it is verified, and again when it is reopened.
create or replace function app.tg__severe_issue_holds_acceptance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state in ('verified', 'closed', 'rejected', 'duplicate') then
        perform app.lift_block(new.district, 'issue', new.issue_id);
    elsif new.severity is not null and app.severity_blocks_acceptance(new.edition, new.severity) then
        perform app.put_block(new.district, new.project_id, 'joint_acceptance',
            'acceptance_waits_for_severe_issues', 'issue', new.issue_id);
        perform app.put_block(new.district, new.project_id, 'certificate',
            'certificate_waits_for_severe_issues', 'issue', new.issue_id);
    elsif tg_op = 'UPDATE' and old.severity is distinct from new.severity then
        perform app.lift_block(new.district, 'issue', new.issue_id);
    end if;
    return null;
end
$$;

create or replace function app.tg__issue_part_comes_with_it() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.issue
        where district = new.district and issue_id = new.issue_id and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'issue_part_is_of_its_project',
            message = 'contacts and photos belong to an issue of the same project';
    end if;
    return null;
end
$$;

create or replace trigger _500_volunteer_has_no_engagement after insert or update on app.volunteer
    for each row execute function app.tg__volunteer_has_no_engagement();
create or replace trigger _500_appointment_keeps_volunteers_free after insert or update on auth.appointment
    for each row execute function app.tg__appointment_keeps_volunteers_free();
create or replace trigger _200_issue_follows_its_steps before insert or update on app.issue
    for each row execute function app.tg__issue_follows_its_steps();
create or replace trigger _500_severe_issue_holds_acceptance after insert or update on app.issue
    for each row execute function app.tg__severe_issue_holds_acceptance();
create or replace trigger _500_issue_part_comes_with_it after insert on app.issue_contact
    for each row execute function app.tg__issue_part_comes_with_it();
create or replace trigger _100_fact_is_never_changed before update on app.issue_contact
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_issue_part_comes_with_it after insert on app.issue_photo
    for each row execute function app.tg__issue_part_comes_with_it();
create or replace trigger _100_fact_is_never_changed before update or delete on app.issue_photo
    for each row execute function app.tg__fact_is_never_changed();
