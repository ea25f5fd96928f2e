-- The register of units is confirmed by the unit that is the district's office.

create or replace function app.tg__unit_is_confirmed_by_the_office() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not app.speaks_as(new.district, 'renovation_office') then
        raise exception using errcode = 'YS001', constraint = 'unit_is_confirmed_by_the_office',
            message = 'the renovation office is another unit of this district';
    end if;
    return null;
end
$$;

create or replace trigger _500_unit_is_confirmed_by_the_office after insert on app.unit_confirmation
    for each row execute function app.tg__unit_is_confirmed_by_the_office();
create or replace trigger _100_fact_is_never_changed before update or delete on app.unit_confirmation
    for each row execute function app.tg__fact_is_never_changed();
