-- Columns a service may change; everything else of these tables is written once.
grant update (ended_on, op_id, version) on app.volunteer to yanshou_service;
grant update (
    state, severity, bureau, triaged_by, rejection_reason, duplicate_of, assignee_organisation_id, claimed_by,
    fix_note, verified_as, verified_by, verified_organisation_id, shown_key_hash, reopened_count, reopening_reason,
    closed_on, bounced_count, bounce_reason, bounced_to_id, fix_claimed_on, reopened_on, op_id, version
) on app.issue to yanshou_service, yanshou_jobs;
grant update (state, met_on, op_id, version) on app.clock to yanshou_service, yanshou_jobs;
grant update (state, decided_by, decided_on, op_id, version) on app.issue_regrading to yanshou_service;
grant execute on function app.source_hash(uuid, text) to yanshou_service;
grant execute on function app.hold_project(uuid), app.severity_blocks_acceptance(text, text) to yanshou_jobs;
