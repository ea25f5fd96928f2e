-- Columns a service may change; everything else of these tables is written once.
grant update (ended_on, op_id, version) on app.volunteer to yanshou_service;
grant update (
    state, severity, bureau, triaged_by, rejection_reason, duplicate_of, assignee_organisation_id, claimed_by,
    fix_note, verified_as, verified_by, verified_organisation_id, shown_key_hash, reopened_count, reopening_reason,
    closed_on, op_id, version
) on app.issue to yanshou_service, yanshou_jobs;
grant update (state, met_on, op_id, version) on app.clock to yanshou_service, yanshou_jobs;
