-- Columns a service may change; everything else of these tables is written once.
grant update (state, account_number, account_opened_on, works_began_on, project_code, op_id, version) on app.project
    to yanshou_service, yanshou_jobs;
grant update (op_id, version) on app.community to yanshou_service;
