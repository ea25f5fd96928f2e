-- Who brings a fact of the front, as over the routes: a gate rests on what its own body said.

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

do $$
declare
    own record;
begin
    for own in
        select * from (values
            ('survey_record', 'insert', array['construction_unit', 'community']),
            ('owners_body', 'insert', array['construction_unit', 'community', 'owners_body']),
            ('compliant_kind', 'insert', array['construction_unit']),
            ('participant_opinion', 'insert', array['construction_unit', 'renovation_office']),
            ('procedure_decision', 'insert', array['renovation_office']),
            ('plan_submission', 'insert', array['renovation_office']),
            ('gate_exception', 'insert', array['construction_unit', 'renovation_office']),
            ('posting', 'insert or update', array['construction_unit', 'community', 'owners_body']),
            ('objection', 'insert', array['construction_unit', 'community', 'owners_body'])
        ) as brings (fact, moment, roles)
    loop
        execute format('create or replace trigger _520_front_fact_is_brought_by_its_body after %s on app.%I '
            'for each row execute function app.tg__front_fact_is_brought_by_its_body(%s)',
            own.moment, own.fact, (select string_agg(quote_literal(role), ', ') from unnest(own.roles) role));
    end loop;
end
$$;
create or replace trigger _521_front_fact_is_brought_by_its_body after update on app.objection
    for each row execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'owners_body');
create or replace trigger _520_front_fact_is_brought_by_its_body after insert on app.determination
    for each row when (new.question = 'scope')
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office');
create or replace trigger _520_front_fact_is_brought_by_its_body after update on app.project
    for each row when (
        (old.account_number, old.account_opened_on) is distinct from (new.account_number, new.account_opened_on))
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit');
create or replace trigger _521_front_fact_is_brought_by_its_body after update on app.project
    for each row when (old.project_code is distinct from new.project_code)
    execute function app.tg__front_fact_is_brought_by_its_body('construction_unit', 'renovation_office');
