-- 社区组织 are named by those who answer for the project, never by themselves.
create or replace function app.tg__community_body_is_named_by_the_street() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if auth.role() not in ('construction_unit', 'renovation_office') then
        raise exception using errcode = 'YS001', constraint = 'community_body_is_named_by_the_street',
            message = 'the bodies of a community are recorded by the construction unit or the district''s office';
    end if;
    if tg_op = 'UPDATE' and old.valid_to is not null then
        raise exception using errcode = 'YS001', constraint = 'community_body_ends_once',
            message = 'this body''s time is over already';
    end if;
    return new;
end
$$;
create or replace trigger _200_community_body_is_named_by_the_street before insert or update on app.community_body
    for each row execute function app.tg__community_body_is_named_by_the_street();
grant update (valid_to, end_reason, op_id, version) on app.community_body to yanshou_service;

-- 居委会、业主组织: a unit that is one.
create or replace function app.tg__community_body_is_of_its_kind() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    -- An edition from before the table knows no kinds.
    if exists (
        select from app.project join policy.parameter on parameter.edition = project.edition
        where project.district = new.district and project.project_id = new.project_id
            and key = 'delivery.unit_kinds' and value = new.role
    ) and not exists (
        select from app.project
        join auth.organisation unit on unit.organisation_id = new.organisation_id
        join policy.parameter on parameter.edition = project.edition and parameter.value = unit.kind
            and parameter.key = 'delivery.unit_kinds.' || new.role || '.kinds'
        where project.district = new.district and project.project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'community_body_is_of_its_kind',
            message = format('this unit is no %s', new.role);
    end if;
    return null;
end
$$;
create or replace trigger _500_community_body_is_of_its_kind after insert on app.community_body
    for each row execute function app.tg__community_body_is_of_its_kind();
