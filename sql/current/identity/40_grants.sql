-- The service signs in and keeps keys through these functions alone; whoever merely reads has no use for them.
grant execute on function auth.sign_in_facts(text, text, date),
    auth.open_session(bytea, uuid, uuid, bigint, text, date), auth.close_session(bytea),
    auth.register_signing_key(uuid, text, timestamptz, uuid), auth.revoke_signing_key(uuid, timestamptz, uuid)
    to yanshou_service;
grant execute on function auth.own_appointments(date), auth.has_one_time_secret() to yanshou_service, yanshou_reader;
