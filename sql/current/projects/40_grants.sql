-- Columns a service may change; everything else of these tables is written once.
grant update (state, edition, account_number, account_opened_on, works_began_on, project_code, op_id, version) on app.project
    to yanshou_service, yanshou_jobs;
grant update (op_id, version) on app.community to yanshou_service;
grant update (state, decided_by, decided_on, decision_number, op_id, version) on app.gate_exception to yanshou_service;
grant update (taken_down_on, taken_down_for, op_id, version) on app.posting to yanshou_service;
grant update (state, outcome, closed_on, op_id, version) on app.objection to yanshou_service;
grant execute on function app.requirement_holds(integer, uuid, text, text)
    to yanshou_service, yanshou_reader, yanshou_jobs;
grant execute on function app.paper_stands(integer, bytea) to yanshou_service, yanshou_reader, yanshou_jobs;
grant execute on function app.household_due(integer, uuid), app.household_paid(integer, uuid) to yanshou_service;
grant execute on function app.workday_after(date, bigint) to yanshou_public, yanshou_service, yanshou_reader;
grant update (state, confirmed_by, agreed_by, agreed_on, op_id, version) on app.register_import to yanshou_service;
grant update (until_import, op_id, version) on app.register_unit to yanshou_service;
grant update (state, called_off_reason, op_id, version) on app.ballot to yanshou_service;
grant update (withdrawn_on, withdrawal_kind, withdrawal_reason, op_id, version) on app.ballot_slip to yanshou_service;
grant execute on function app.ballot_figures(uuid), app.ballot_entries(uuid) to yanshou_service, yanshou_reader;
grant select on app.funding_queue to yanshou_guard;
grant execute on function app.funding_queue_of(integer) to yanshou_service, yanshou_reader;
