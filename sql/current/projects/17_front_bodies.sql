-- Who changes what of a project's row, as over the routes: a gate rests on what its own body said. Who writes which table at
-- all is said in zz_finish/92_who_writes.sql.

-- Arguments: the roles that bring it.
create or replace function app.tg__front_fact_is_brought_by_its_body() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if auth.role() <> all (tg_argv) then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_brought_by_its_body',
            message = format('%s is not brought by %s', tg_table_name, auth.role());
    end if;
    return null;
end
$$;

-- HOUSE-BOD-1: what is said beside a project's row moves nothing in it, where a unit is another body than its role.
create or replace function app.tg__project_is_moved_by_its_body() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    stamps constant text[] := array['op_id', 'version'];
begin
    if current_setting('app.context', true) <> '' and not app.acts_as_its_body()
        and to_jsonb(new) - stamps <> to_jsonb(old) - stamps
    then
        raise exception using errcode = 'YS001', constraint = 'act_is_of_its_body',
            message = format('%s is another body than %s', auth.organisation(), auth.role());
    end if;
    return null;
end
$$;
create or replace trigger _525_project_is_moved_by_its_body after update on app.project
    for each row execute function app.tg__project_is_moved_by_its_body();

create or replace trigger _520_front_fact_is_brought_by_its_body after update on app.project
    for each row when (
        (old.account_number, old.account_opened_on) is distinct from (new.account_number, new.account_opened_on))
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit');
create or replace trigger _521_front_fact_is_brought_by_its_body after update on app.project
    for each row when (old.project_code is distinct from new.project_code)
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office');
-- The works begin by their owner's word and end by their contractors'; every other step is the street's or the district's.
create or replace trigger _522_front_fact_is_brought_by_its_body after update on app.project
    for each row when (
        old.works_began_on is distinct from new.works_began_on or old.state <> new.state and new.state = 'S14')
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'agent_construction');
create or replace trigger _523_front_fact_is_brought_by_its_body after update on app.project
    for each row when (old.state <> new.state and new.state = 'S15')
    execute function app.tg__front_fact_is_brought_by_its_body('contractor', 'epc_contractor');
create or replace trigger _524_front_fact_is_brought_by_its_body after update on app.project
    for each row when (old.state <> new.state and new.state not in ('S14', 'S15'))
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office', 'leading_group');
