-- A unit's confirmation is a fact.

-- Every act of the office is that of the unit that is the office: it is asked where the event is written.
create or replace trigger _100_fact_is_never_changed before update or delete on app.unit_confirmation
    for each row execute function app.tg__fact_is_never_changed();
