-- LC-02-3, LC-02-4, YY-03-6: a finding on the scope follows what it was asked, by the texts of its day (CV-15): a kind of
-- community that the packs shut out is never found within it, and a danger that is out in principle waits for the exception.
create or replace function app.tg__scope_finding_follows_its_facts() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned constant text := app.edition_of(new.district, new.project_id);
begin
    if new.verdict <> 'ineligible' and app.policy_says(pinned, 'scope.excluded_kinds', new.inputs ->> 'kind', new.as_of)
        or new.verdict = 'eligible' and (
            app.policy_says(pinned, 'scope.excluded_danger_classes', new.inputs ->> 'danger_class', new.as_of)
            or new.inputs ->> 'hollow_slab_hazard' = 'true'
                and app.policy_says(pinned, 'scope.hollow_slab_excluded', 'true', new.as_of))
    then
        raise exception using errcode = 'YS001', constraint = 'scope_finding_follows_its_facts',
            message = format('a finding of %s does not follow from its facts', new.verdict);
    end if;
    return null;
end
$$;

create or replace trigger _510_scope_finding_follows_its_facts after insert on app.determination
    for each row when (new.question = 'scope' and new.subject_kind = 'project')
    execute function app.tg__scope_finding_follows_its_facts();
