-- The runner makes and brings deliveries; people see those of their own unit and role.
revoke all on function jobs.hand_out(integer), jobs.delivery_to_bring(uuid), jobs.tell_delivery(uuid, integer, text),
    app.webhook_may_hear(app.webhook, uuid), app.own_deliveries(uuid, uuid, integer), app.own_webhooks() from public;
grant execute on function jobs.hand_out(integer), jobs.delivery_to_bring(uuid), jobs.tell_delivery(uuid, integer, text)
    to yanshou_jobs;
grant execute on function app.own_deliveries(uuid, uuid, integer), app.own_webhooks() to yanshou_service, yanshou_reader;
grant update (secret_number, ended, op_id, version) on app.webhook to yanshou_service;
create policy own_webhook on app.webhook as restrictive to yanshou_service, yanshou_reader
    using (organisation_id = (select auth.organisation()) and role = (select auth.role()))
    with check (true);
create policy own_webhook on app.webhook_replay as restrictive for select to yanshou_service, yanshou_reader
    using (exists (
        select from app.webhook own
        where own.district = webhook_replay.district and own.webhook_id = webhook_replay.webhook_id));
