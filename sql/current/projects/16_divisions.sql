-- K06, K31: a project lies in the district that takes it in; a place's code stands on the day of its facts, and the division in a project's code in the month that it names.

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

-- Whether a division is a place, the city or province above it, a district of it where the place is a city, or what the
-- place was before or became.
create or replace function app.division_is_of(in_edition text, in_code text, in_place text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select in_code in (in_place, left(in_place, 4) || '00', left(in_place, 2) || '0000')
        or in_place like '%00' and left(in_code, 4) = left(in_place, 4)
        or exists (
            select from policy.parameter own
            join policy.parameter other on other.edition = own.edition and other.key in (
                'division.codes.' || split_part(own.key, '.', 3) || '.followed_by',
                'division.codes.' || split_part(own.key, '.', 3) || '.formerly')
            where own.edition = in_edition and own.key like 'division.codes.%.code'
                and (own.value, other.value) in ((in_code, in_place), (in_place, in_code))
        )
$$;

create or replace function app.tg__division_stands_on_its_day() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    fact date;
    -- The old form names a year, the new one a month.
    is_old boolean := length(new.project_code) = 28;
    changed bigint;
begin
    if tg_op = 'INSERT' then
        fact := coalesce(new.works_began_on, auth.today());
        if not app.division_stood(new.edition, new.place, fact, fact) then
            raise exception using errcode = 'YS001', constraint = 'place_stands_on_its_day',
                message = format('%s does not stand on %s', new.place, fact);
        end if;
        -- K06: a place's own rules hold for what lies in it; nobody takes another's.
        if not exists (
            select from auth.division_code where district = new.district and code = new.place
        ) then
            raise exception using errcode = 'YS001', constraint = 'project_lies_in_its_district',
                message = format('%s is no code of this district', new.place);
        end if;
    end if;
    if new.project_code is not null and (tg_op = 'INSERT' or new.project_code is distinct from old.project_code) then
        fact := case when is_old then to_date(left(new.project_code, 4), 'YYYY')
            else to_date('20' || left(new.project_code, 4), 'YYYYMM') end;
        changed := app.policy_number(new.edition, 'code.project_form_changed_in', auth.today());
        if is_old and extract(year from fact) > changed or not is_old and extract(year from fact) < changed then
            raise exception using errcode = 'YS001', constraint = 'project_code_has_the_form_of_its_year',
                message = format('%s has not the form of its year', new.project_code);
        end if;
        if fact > auth.today() then
            raise exception using errcode = 'YS001', constraint = 'project_code_is_not_dated_ahead',
                message = format('%s names a time to come', new.project_code);
        end if;
        if not app.division_stood(new.edition, substr(new.project_code, 6, 6), fact,
            (fact + case when is_old then interval '1 year - 1 day' else interval '1 month - 1 day' end)::date)
        then
            raise exception using errcode = 'YS001', constraint = 'project_code_division_stood_in_its_month',
                message = format('%s did not stand in that month', substr(new.project_code, 6, 6));
        end if;
        if not app.division_is_of(new.edition, substr(new.project_code, 6, 6), new.place) then
            raise exception using errcode = 'YS001', constraint = 'project_code_division_is_its_places',
                message = format('%s is not of %s', substr(new.project_code, 6, 6), new.place);
        end if;
    end if;
    return null;
end
$$;

create or replace trigger _500_division_stands_on_its_day after insert or update of project_code on app.project
    for each row execute function app.tg__division_stands_on_its_day();
revoke execute on function app.division_stood(text, text, date, date), app.division_is_of(text, text, text)
    from yanshou_service, yanshou_reader, yanshou_jobs;
