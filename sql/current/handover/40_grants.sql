-- Columns a service may change; everything else of these tables is written once.
grant update (
    state, receiver_id, round, refused_reason, not_applicable_reason, proposed_by, confirmed_by,
    exemption_id, exemption_ground, exemption_paper_id, handed_over_on, op_id, version
) on app.handover to yanshou_service;
grant update (paper_id, verdict, note, receipted_by, op_id, version) on app.handover_document to yanshou_service;
grant update (state, met_on, op_id, version) on app.clock to yanshou_service, yanshou_jobs;
grant execute on function auth.issue_link(bytea, uuid, uuid, text, uuid, integer, uuid), auth.revoke_links(uuid)
    to yanshou_service;
grant execute on function app.household_balances(uuid) to yanshou_service, yanshou_reader;
