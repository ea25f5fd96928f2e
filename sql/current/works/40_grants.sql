-- Columns a service may change; everything else of these tables is written once.
grant update (
    state, revision, headcount, weather, delay_hours, delay_cause, no_work_reason, note, written_by, written_on, late,
    decided_by, decided_organisation_id, decided_on, decision_reason, op_id, version
) on app.daily_log to yanshou_service;
grant update (
    state, round, notified_on, acceptor_id, acceptor_organisation_id, inspected_on, finding, op_id, version
) on app.inspection_lot to yanshou_service;
grant update (
    state, supervised_by, supervised_organisation_id, certified_by, certified_organisation_id, certified_on,
    rejection_reason, op_id, version
) on app.payment_claim to yanshou_service;
