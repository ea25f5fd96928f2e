-- Who is told (推送订阅): a unit registers, renews and ends its own, and what it asked for is never changed.

create or replace function app.tg__webhook_is_ones_own() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if auth.organisation() is distinct from new.organisation_id or auth.role() is distinct from new.role then
        raise exception using errcode = 'YS001', constraint = 'webhook_is_of_ones_own_unit',
            message = 'a webhook is of the unit that registers it, in the role in which it does';
    end if;
    if tg_op = 'UPDATE' and (old.ended
        or (new.organisation_id, new.role, new.url, new.types) is distinct from
            (old.organisation_id, old.role, old.url, old.types)
        or new.secret_number not in (old.secret_number, old.secret_number + 1))
    then
        raise exception using errcode = 'YS001', constraint = 'webhook_only_renews_and_ends',
            message = 'a webhook gets its next secret, or ends, once; nothing else of it changes';
    end if;
    return new;
end
$$;
create or replace trigger _200_webhook_is_ones_own before insert or update on app.webhook
    for each row execute function app.tg__webhook_is_ones_own();

-- It begins with what is not yet known to be over; four of its deliveries at once, so that a slow receiver holds up no other.
create or replace function app.tg__webhook_begins() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    insert into jobs.webhook_place (district, webhook_id, written_by, entry_id)
    values (new.district, new.webhook_id, pg_snapshot_xmin(pg_current_snapshot()),
        '00000000-0000-0000-0000-000000000000');
    perform jobs.set_gate('webhook/' || new.webhook_id, 4, null, null);
    return null;
end
$$;
create or replace trigger _800_webhook_begins after insert on app.webhook
    for each row execute function app.tg__webhook_begins();

-- Once more, by whoever's webhook it is, while it stands.
create or replace function app.tg__replay_is_of_a_standing_webhook() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own app.webhook;
    again uuid := gen_random_uuid();
begin
    select * into own from app.webhook
    where district = new.district and webhook_id = new.webhook_id for share;
    if own.webhook_id is null or own.ended or own.organisation_id is distinct from auth.organisation()
        or own.role is distinct from auth.role()
        or not exists (
            select from jobs.delivery
            where delivery_id = new.delivery_id and district = new.district and webhook_id = new.webhook_id)
    then
        raise exception using errcode = 'YS001', constraint = 'replay_is_of_a_standing_webhook',
            message = 'a delivery is brought again to a webhook of one''s own that stands';
    end if;
    -- What waits for its next try is tried now; what is over is asked for anew.
    if not jobs.retry((select job_id from jobs.delivery where delivery_id = new.delivery_id)) then
        update jobs.delivery set job_id = again, sent_at = null where delivery_id = new.delivery_id;
        insert into jobs.job (job_id, district, kind, queue, arguments, gate, attempts_max)
        values (again, new.district, 'webhook.send', 'outside',
            jsonb_build_object('delivery', new.delivery_id), 'webhook/' || new.webhook_id, 9);
    end if;
    return null;
end
$$;
create or replace trigger _800_replay_is_of_a_standing_webhook after insert on app.webhook_replay
    for each row execute function app.tg__replay_is_of_a_standing_webhook();
create or replace trigger _100_fact_is_never_changed before update or delete on app.webhook_replay
    for each row execute function app.tg__fact_is_never_changed();
