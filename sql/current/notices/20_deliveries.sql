-- Events for programs of others (推送): in the order of the transactions that wrote them, none before another that may still
-- come. What is over is every transaction below the oldest that runs; whoever goes on from an event of those misses nothing.

-- Whether a webhook's unit may see an event: as row security lets its people.
create or replace function app.webhook_may_hear(own app.webhook, in_project uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select in_project is null
        or exists (select from auth.role_reach where role = own.role and reach = 'district')
        or exists (
            select from app.part
            where part.district = own.district and part.project_id = in_project
                and part.reader = auth.reader_of(own.district, own.role, own.organisation_id))
$$;

-- Makes deliveries of the events since the last time, each with the job that brings it; gives their number. Any number of
-- workers may ask: each webhook is one's at a time.
create or replace function jobs.hand_out(in_limit integer) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
    place jobs.webhook_place;
    own app.webhook;
    made integer;
    total integer := 0;
    horizon xid8;
    last record;
begin
    if not exists (select from jobs.webhook_place) then
        return 0;
    end if;
    for place in select held.* from jobs.webhook_place held order by webhook_id for update skip locked loop
        select * into own from app.webhook where district = place.district and webhook_id = place.webhook_id;
        if own.ended then
            delete from jobs.webhook_place held where held.district = own.district and held.webhook_id = own.webhook_id;
            continue;
        end if;
        -- Taken before the events are: every one below it is then to be seen.
        horizon := pg_snapshot_xmin(pg_current_snapshot());
        continue when not exists (
            select from ledger.entry
            where district = place.district and written_by >= place.written_by and written_by < horizon
                and (written_by, entry_id) > (place.written_by, place.entry_id));
        with next as materialized (
            select entry_id, written_by, type, project_id from ledger.entry
            where district = place.district and written_by >= place.written_by and written_by < horizon
                and (written_by, entry_id) > (place.written_by, place.entry_id)
            order by written_by, entry_id limit in_limit
        ), heard as materialized (
            select next.entry_id, next.written_by, gen_random_uuid() as delivery_id, gen_random_uuid() as job_id
            from next
            where (own.types = '{}' or exists (select from unnest(own.types) wanted where starts_with(next.type, wanted)))
                and app.webhook_may_hear(own, next.project_id)
        ), noted as (
            insert into jobs.delivery (delivery_id, district, webhook_id, entry_id, job_id)
            select delivery_id, own.district, own.webhook_id, entry_id, job_id from heard
            order by written_by, entry_id
        ), asked as (
            insert into jobs.job (job_id, district, kind, queue, arguments, gate, attempts_max)
            select job_id, own.district, 'webhook.send', 'outside', jsonb_build_object('delivery', delivery_id),
                'webhook/' || own.webhook_id, 9
            from heard order by written_by, entry_id
        )
        select (select count(*) from heard) as number, written_by, entry_id into last
        from next order by written_by desc, entry_id desc limit 1;
        made := last.number;
        update jobs.webhook_place held set written_by = last.written_by, entry_id = last.entry_id
        where held.district = own.district and held.webhook_id = own.webhook_id;
        total := total + made;
    end loop;
    -- A quarter of a year is kept for people who look.
    if total > 0 then
        delete from jobs.delivery where made_at < now() - interval '90 days';
    end if;
    return total;
end
$$;

-- What is brought, and where to; nothing where its webhook has ended.
create or replace function jobs.delivery_to_bring(in_delivery uuid) returns table (
    district integer, webhook_id uuid, url text, secret_number integer, entry_id uuid, type text, at timestamptz,
    subject_kind text, subject_id uuid, subject_version integer, project_id uuid
)
language sql stable security definer set search_path = ''
as $$
    select own.district, own.webhook_id, own.url, own.secret_number, entry.entry_id, entry.type, entry.at,
        entry.subject_kind, entry.subject_id, entry.subject_version, entry.project_id
    from jobs.delivery
    join app.webhook own on own.district = delivery.district and own.webhook_id = delivery.webhook_id
    join ledger.entry on entry.district = delivery.district and entry.entry_id = delivery.entry_id
    where delivery.delivery_id = in_delivery and not own.ended
        -- What its unit may no longer see it is told no more.
        and app.webhook_may_hear(own, entry.project_id)
$$;

-- What came of a try.
create or replace function jobs.tell_delivery(in_delivery uuid, in_status integer, in_reason text) returns void
language sql security definer set search_path = ''
as $$
    update jobs.delivery
    set tries = tries + 1, tried_at = clock_timestamp(), status = in_status, reason = in_reason,
        sent_at = case when in_reason is null then clock_timestamp() end
    where delivery_id = in_delivery
$$;

-- The deliveries of a webhook of one's own, the latest first.
create or replace function app.own_deliveries(in_webhook uuid, in_after uuid, in_limit integer) returns table (
    id uuid, event uuid, type text, state text, made_at timestamptz, sent_at timestamptz, tries integer,
    tried_at timestamptz, status integer, reason text
)
language sql stable security definer set search_path = ''
as $$
    select delivery.delivery_id, delivery.entry_id, entry.type,
        case when delivery.sent_at is not null then 'sent'
            when exists (select from jobs.dead where dead.job_id = delivery.job_id) then 'dead'
            when own.ended then 'ended' else 'waiting' end,
        delivery.made_at, delivery.sent_at, delivery.tries, delivery.tried_at, delivery.status, delivery.reason
    from app.webhook own
    join jobs.delivery on delivery.district = own.district and delivery.webhook_id = own.webhook_id
    join ledger.entry on entry.district = delivery.district and entry.entry_id = delivery.entry_id
    where own.district = auth.district() and own.webhook_id = in_webhook
        and own.organisation_id = auth.organisation() and own.role = auth.role()
        and (in_after is null or (delivery.made_at, delivery.delivery_id) < (
            select past.made_at, past.delivery_id from jobs.delivery past
            where past.delivery_id = in_after and past.district = own.district))
    order by delivery.made_at desc, delivery.delivery_id desc limit in_limit
$$;

-- How each stands, for its own unit: what waits, what is dead, when one was last brought.
create or replace function app.own_webhooks() returns table (
    id uuid, url text, types jsonb, ended boolean, version integer, waiting bigint, dead bigint, sent bigint,
    last_sent_at timestamptz, last_reason text
)
language sql stable security definer set search_path = ''
as $$
    select own.webhook_id, own.url, to_jsonb(own.types), own.ended, own.version,
        count(*) filter (where delivery.delivery_id is not null and sent_at is null and gone.job_id is null),
        count(gone.job_id), count(sent_at), max(sent_at),
        (array_agg(delivery.reason order by tried_at desc nulls last))[1]
    from app.webhook own
    left join jobs.delivery on delivery.district = own.district and delivery.webhook_id = own.webhook_id
        and not own.ended
    left join jobs.dead gone on gone.job_id = delivery.job_id and delivery.sent_at is null
    where own.district = auth.district() and own.organisation_id = auth.organisation() and own.role = auth.role()
    group by own.district, own.webhook_id
    order by own.webhook_id
$$;
