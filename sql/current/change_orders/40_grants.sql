-- A draft is completed when it is submitted; afterwards only its state moves on.
grant update (ground, funding_source, larger, state, determination_id, submitted_on, settled_on, op_id, version)
    on app.change_order to yanshou_service;
-- The daily job ends what nobody settled in time.
grant update (state, settled_on, op_id, version) on app.change_order to yanshou_jobs;
grant execute on function app.person_is_of(uuid, uuid, uuid, date, boolean) to yanshou_service, yanshou_reader;
