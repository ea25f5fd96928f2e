-- K31: a place's code stands on the day of its facts, and the division in a project's code in the month that it names.

-- Whether a code of the held table stood on some day of a span; one that the table does not have is not judged.
create or replace function app.division_stood(in_edition text, in_code text, in_from date, in_to date) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce(bool_and(
        coalesce((
            select value::date >= in_from from policy.parameter
            where edition = in_edition and key = 'division.codes.' || split_part(own.key, '.', 3) || '.until' limit 1
        ), true)
        and coalesce((
            select value::date <= in_to from policy.parameter
            where edition = in_edition and key = 'division.codes.' || split_part(own.key, '.', 3) || '.since' limit 1
        ), true)), true)
    from policy.parameter own
    where own.edition = in_edition and own.key like 'division.codes.%.code' and own.value = in_code
$$;

create or replace function app.tg__division_stands_on_its_day() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    fact date;
begin
    if tg_op = 'INSERT' then
        fact := coalesce(new.works_began_on, auth.today());
        if not app.division_stood(new.edition, new.place, fact, fact) then
            raise exception using errcode = 'YS001', constraint = 'place_stands_on_its_day',
                message = format('%s does not stand on %s', new.place, fact);
        end if;
    end if;
    if new.project_code is not null and (tg_op = 'INSERT' or new.project_code is distinct from old.project_code) then
        fact := to_date('20' || left(new.project_code, 4), 'YYYYMM');
        if not app.division_stood(new.edition, substr(new.project_code, 6, 6), fact,
            (fact + interval '1 month - 1 day')::date)
        then
            raise exception using errcode = 'YS001', constraint = 'project_code_division_stood_in_its_month',
                message = format('%s did not stand in that month', substr(new.project_code, 6, 6));
        end if;
    end if;
    return null;
end
$$;

create or replace trigger _500_division_stands_on_its_day after insert or update of project_code on app.project
    for each row execute function app.tg__division_stands_on_its_day();
revoke execute on function app.division_stood(text, text, date, date) from yanshou_service, yanshou_reader, yanshou_jobs;
