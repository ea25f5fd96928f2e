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
