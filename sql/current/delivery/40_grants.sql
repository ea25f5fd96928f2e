-- Columns a service may change; everything else of these tables is written once.
grant update (mode, chosen_on, change_reason, op_id, version) on app.delivery_mode to yanshou_service;
grant update (valid_to, end_reason, op_id, version) on app.engagement to yanshou_service;
-- The daily sweep frees what ended engagements held.
grant execute on function app.free_ended_engagements(date) to yanshou_jobs;
grant execute on function auth.units_of_one_group(uuid[]) to yanshou_service, yanshou_reader;
grant execute on function app.unit_waits_for_confirmation(integer, uuid) to yanshou_service, yanshou_reader;
