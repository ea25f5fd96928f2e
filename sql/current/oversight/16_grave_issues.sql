-- HOUSE-OVS-12: no report is made light of by the one that it hinders, and a milder severity is two units' word.
-- Each guard runs after the one that queues at the project's row.

-- Whether who acts builds the project: the construction unit, in its role or by its organisation.
create or replace function app.acts_for_the_builder(in_district integer, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select auth.role() = 'construction_unit' or auth.organisation() = (
        select construction_unit_id from app.project where district = in_district and project_id = in_project)
$$;

create or replace function app.tg__issue_is_not_eased_by_its_builder() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    is_minor boolean := new.state = 'accepted'
        and not app.severity_blocks_acceptance(new.edition, new.severity);
begin
    if new.state = old.state or not (is_minor or new.state in ('rejected', 'duplicate')) then
        return new;
    end if;
    if is_minor and auth.role() <> 'renovation_office'
        and app.danger_word(new.edition, new.place || ' ' || new.description) is not null
    then
        raise exception using errcode = 'YS001', constraint = 'issue_of_danger_is_not_minor',
            message = 'a report that tells of danger holds acceptance until it is mended';
    end if;
    if app.acts_for_the_builder(new.district, new.project_id)
        or not app.policy_says(new.edition, 'issue.minor_graders', auth.role(), auth.today())
    then
        raise exception using errcode = 'YS001', constraint = 'issue_is_not_eased_by_its_builder',
            message = 'the construction unit does not by itself make a report minor, reject it or join it to another';
    end if;
    return new;
end
$$;

-- A milder severity is agreed to by another unit than proposed it; one of the two does not build, or is its reporter.
create or replace function app.tg__issue_regrading_is_agreed_to() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    graded app.issue;
begin
    -- Whoever agrees to his own word is refused under that name.
    if new.state = old.state or new.decided_by = new.proposed_by then
        return new;
    end if;
    select * into graded from app.issue where district = new.district and issue_id = new.issue_id;
    if new.state = 'approved' and auth.organisation() = any(app.units_of_entry(old.district, old.op_id)) then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_is_decided_by_a_second_unit',
            message = 'the unit that proposed a milder severity does not agree to it';
    end if;
    if not coalesce(
        (auth.role() in ('resident', 'owners_body', 'volunteer_supervisor') and graded.reporter_id = auth.person())
        or (app.policy_says(graded.edition, 'issue.minor_graders', auth.role(), auth.today())
            and not app.acts_for_the_builder(new.district, new.project_id))
        or (auth.role() = 'construction_unit' and app.policy_says(graded.edition, 'issue.minor_graders',
            app.role_of_entry(old.district, old.op_id), auth.today())), false)
    then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_has_a_word_beside_the_builder',
            message = 'the community, the office or the reporter agrees to what the construction unit proposes';
    end if;
    if new.state = 'approved' and auth.role() <> 'renovation_office'
        and not app.severity_blocks_acceptance(graded.edition, new.to_severity)
        and app.danger_word(graded.edition, graded.place || ' ' || graded.description) is not null
    then
        raise exception using errcode = 'YS001', constraint = 'issue_of_danger_is_not_minor',
            message = 'a report that tells of danger holds acceptance until it is mended';
    end if;
    return new;
end
$$;

create or replace trigger _220_issue_is_not_eased_by_its_builder before update on app.issue
    for each row execute function app.tg__issue_is_not_eased_by_its_builder();
create or replace trigger _220_issue_regrading_is_agreed_to before update on app.issue_regrading
    for each row execute function app.tg__issue_regrading_is_agreed_to();
