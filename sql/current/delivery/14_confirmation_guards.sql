-- A unit's confirmation is a fact.

-- Every act of the office is that of the unit that is the office: it is asked where the event is written.
drop trigger if exists _500_unit_is_confirmed_by_the_office on app.unit_confirmation;
drop function if exists app.tg__unit_is_confirmed_by_the_office();
create or replace trigger _100_fact_is_never_changed before update or delete on app.unit_confirmation
    for each row execute function app.tg__fact_is_never_changed();
