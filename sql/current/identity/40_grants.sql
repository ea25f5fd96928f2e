-- The service signs in and keeps keys through these functions alone; whoever merely reads has no use for them.
grant usage on schema crypto to yanshou_guard;
grant execute on function auth.sign_in_form(text, text), auth.attempt_sign_in(text, text, bytea, text, uuid, bytea, text, bytea),
    auth.judge_sign_in(uuid), auth.close_session(bytea), auth.end_own_sign_ins(bytea, uuid),
    auth.register_signing_key(uuid, text, timestamptz, uuid), auth.revoke_signing_key(uuid, timestamptz, uuid),
    auth.issue_own_token(bytea, text, boolean, text[], integer, uuid), auth.note_token_use(bytea),
    auth.end_sign_ins_as_administrator(uuid, uuid), auth.appoint(uuid, uuid, uuid, text, uuid, date, date, uuid),
    auth.end_appointment(uuid, date, uuid),
    auth.add_person(uuid, text, text, uuid, uuid, text, uuid, date, date, uuid),
    auth.open_by_identity(text, text, bytea, bigint, boolean, text, bytea, text, bytea),
    auth.link_identity(uuid, uuid, text, text, uuid), auth.end_identity(uuid, uuid)
    to yanshou_service;
grant execute on function auth.own_appointments(), auth.has_one_time_secret(), auth.own_sign_ins(bytea),
    auth.longest_token_days(), auth.people_of_district(uuid, uuid, integer), auth.audit_trail(bigint, integer, text, uuid),
    auth.identities_of(uuid), auth.identity_providers()
    to yanshou_service, yanshou_reader;
