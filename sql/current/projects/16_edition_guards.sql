-- 采用新版政策: a project goes on under a newer edition of its place by the office's act, and never back.
create or replace function app.tg__project_adopts_its_edition() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    before policy.edition;
    after policy.edition;
begin
    if new.edition = old.edition then
        return new;
    end if;
    if auth.role() is distinct from 'renovation_office' then
        raise exception using errcode = 'YS001', constraint = 'edition_is_adopted_by_the_office',
            message = 'the renovation office adopts an edition for a project';
    end if;
    select * into before from policy.edition where edition = old.edition;
    select * into after from policy.edition where edition = new.edition;
    if after.edition is null or after.place <> before.place then
        raise exception using errcode = 'YS001', constraint = 'edition_is_of_the_projects_place',
            message = 'the edition is not of the project''s place';
    end if;
    if after.published_at < before.published_at then
        raise exception using errcode = 'YS001', constraint = 'edition_is_adopted_forward',
            message = 'a project does not go back to an older edition';
    end if;
    if old.state = 'S23' or new.state <> old.state then
        raise exception using errcode = 'YS001', constraint = 'edition_is_adopted_by_itself',
            message = 'an edition is adopted for a project that is open, and nothing else changes with it';
    end if;
    -- Where the place has a path of its own, the project stands on it.
    if new.state not in ('S00', 'S14', 'S15', 'S16', 'S20', 'S22') and exists (
        select from policy.parameter where edition = new.edition and key = 'projects.steps'
    ) and not exists (
        select from policy.parameter
        where edition = new.edition and key = 'projects.steps' and new.state = any(string_to_array(value, '-'))
    ) then
        raise exception using errcode = 'YS001', constraint = 'edition_knows_where_the_project_stands',
            message = format('%s is no state of the place under that edition', new.state);
    end if;
    return new;
end
$$;

create or replace trigger _215_project_adopts_its_edition before update on app.project
    for each row execute function app.tg__project_adopts_its_edition();
