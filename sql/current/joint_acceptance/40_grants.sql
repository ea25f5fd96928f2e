-- A round only ends; everything else of acceptance is written once.
grant update (state, ended_on, ended_because, disputed_on, dispute, settlement, op_id, version)
    on app.acceptance_round to yanshou_service;
grant execute on function app.acceptance_conflict(integer, uuid, uuid, uuid, text, date)
    to yanshou_service, yanshou_reader;
grant execute on function app.overdue_claims(integer, uuid), app.units_of_entry(integer, uuid)
    to yanshou_service, yanshou_reader;
