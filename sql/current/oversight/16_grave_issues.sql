-- HOUSE-OVS-12: a report of danger is not made light of by the one that it hinders, and a milder severity is two units' word.
-- Each guard runs after the one that queues at the project's row.

-- HOUSE-OVS-13: the first word of danger that a report holds, whatever kind its reporter chose; null where it holds none.
create or replace function app.danger_word(in_edition text, in_words text) returns text
language sql stable security definer set search_path = ''
as $$
    select value from policy.parameter
    where edition = in_edition and key = 'issue.grave_words'
        and auth.today() between valid_from and coalesce(valid_to, 'infinity')
        and position(value in regexp_replace(in_words, '\s', '', 'g')) > 0
    order by value limit 1
$$;
grant execute on function app.danger_word(text, text) to yanshou_service, yanshou_reader;

create or replace function app.tg__grave_issue_is_not_eased_by_its_builder() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> old.state and new.state in ('accepted', 'rejected', 'duplicate')
        and (
            app.policy_says(new.edition, 'issue.grave_kinds', new.kind, auth.today())
            or app.danger_word(new.edition, new.place || ' ' || new.description) is not null)
        and (auth.role() = 'construction_unit' or auth.organisation() = (
            select construction_unit_id from app.project
            where district = new.district and project_id = new.project_id))
        and (new.state <> 'accepted' or not app.severity_blocks_acceptance(new.edition, new.severity))
    then
        raise exception using errcode = 'YS001', constraint = 'grave_issue_is_not_eased_by_its_builder',
            message = format('a report of %s is not set aside by the construction unit', new.kind);
    end if;
    return new;
end
$$;

create or replace function app.tg__issue_regrading_is_decided_by_a_second_unit() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state = 'approved' and new.decided_by <> new.proposed_by
        and auth.organisation() = any(app.units_of_entry(old.district, old.op_id))
    then
        raise exception using errcode = 'YS001', constraint = 'issue_regrading_is_decided_by_a_second_unit',
            message = 'the unit that proposed a milder severity does not agree to it';
    end if;
    return new;
end
$$;

create or replace trigger _220_grave_issue_is_not_eased_by_its_builder before update on app.issue
    for each row execute function app.tg__grave_issue_is_not_eased_by_its_builder();
create or replace trigger _220_issue_regrading_is_decided_by_a_second_unit before update on app.issue_regrading
    for each row execute function app.tg__issue_regrading_is_decided_by_a_second_unit();
