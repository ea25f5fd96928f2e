-- Where people may be reached (联系方式): each says where, proves it by a code that is sent there, and ends it.

-- The code of a number of a contact: the same each time it is made, and nobody without the database's secret can make it.
create or replace function auth.contact_code(in_contact uuid, in_number integer) returns text
language sql stable security definer set search_path = ''
as $$
    select lpad(((('x' || encode(substr(
        sha256(value || convert_to('contact ' || in_contact || ' ' || in_number, 'UTF8') || value), 1, 7), 'hex'))::bit(56)::bigint)
        % 100000000)::text, 8, '0')
    from auth.secret
$$;

-- An address as others are shown it.
create or replace function app.masked(in_channel text, in_address text) returns text
language sql immutable set search_path = ''
as $$
    select case
        when in_address = '' then ''
        when in_channel = 'mail' then left(in_address, 1) || '***@' || split_part(in_address, '@', 2)
        else left(in_address, 3) || '****' || right(in_address, 2)
    end
$$;

-- How long a code holds.
create or replace function app.code_holds() returns interval
language sql immutable return interval '1 day';

create or replace function app.tg__contact_is_its_persons_own() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if auth.person() is distinct from new.person_id then
        raise exception using errcode = 'YS001', constraint = 'contact_is_its_persons_own',
            message = 'where a person may be reached he says himself';
    end if;
    if tg_op = 'INSERT' then
        -- Two requests of one person come one after the other: what is counted stays as it is.
        perform pg_advisory_xact_lock(1785684612, hashtext(new.person_id::text));
        new.begun_on := auth.today();
        new.asked_at := auth.business_now();
        if (select count(*) from app.contact
            where district = new.district and person_id = new.person_id and begun_on = new.begun_on) >= 5
        then
            raise exception using errcode = 'YS001', constraint = 'contacts_are_few_in_a_day',
                message = 'codes are sent to five addresses of a person in a day at most';
        end if;
        if not exists (select from jobs.channel where channel = new.channel) then
            raise exception using errcode = 'YS001', constraint = 'contact_channel_is_set_up',
                message = 'nothing can be sent by this channel here';
        end if;
        if new.verified_at is not null or new.shown_code is not null or new.ended or new.asked <> 1 or new.wrong <> 0 then
            raise exception using errcode = 'YS001', constraint = 'contact_is_verified_by_its_code',
                message = 'an address begins unverified';
        end if;
        return new;
    end if;
    if old.ended
        or (new.person_id, new.channel, new.begun_on) is distinct from (old.person_id, old.channel, old.begun_on)
        or new.address is distinct from (case when new.ended then '' else old.address end)
        or new.asked not in (old.asked, old.asked + 1)
        or old.verified_at is not null
            and (new.verified_at, new.asked, new.wrong, new.shown_code)
                is distinct from (old.verified_at, old.asked, old.wrong, old.shown_code)
    then
        raise exception using errcode = 'YS001', constraint = 'contact_keeps_its_address',
            message = 'an address is verified once, and ends once; another one is another contact';
    end if;
    if new.asked = old.asked + 1 then
        new.wrong := 0;
        new.asked_at := auth.business_now();
    elsif new.wrong not in (old.wrong, old.wrong + 1) or new.asked_at <> old.asked_at then
        raise exception using errcode = 'YS001', constraint = 'contact_keeps_its_address',
            message = 'wrong codes are counted one by one';
    end if;
    if old.verified_at is null and new.verified_at is not null and (
        new.shown_code is distinct from auth.contact_code(new.contact_id, old.asked) or new.asked <> old.asked
        or old.wrong >= 5 or auth.business_now() > old.asked_at + app.code_holds())
    then
        raise exception using errcode = 'YS001', constraint = 'contact_is_verified_by_its_code',
            message = 'an address is verified by the code that was sent there last, within a day and five tries';
    end if;
    return new;
end
$$;
create or replace trigger _200_contact_is_its_persons_own before insert or update on app.contact
    for each row execute function app.tg__contact_is_its_persons_own();

-- Puts a message on its way in the transaction that causes it; gives its job.
create or replace function jobs.put_on_its_way(in_message uuid, in_district integer, in_channel text, in_due timestamptz)
returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
    own uuid := gen_random_uuid();
begin
    insert into jobs.job (job_id, district, kind, queue, arguments, run_at, attempts_max)
    values (own, in_district, 'message.send', 'outside', jsonb_build_object('message', in_message), in_due, 9);
    return own;
end
$$;

-- Whether the code that somebody shows is the one that was sent last, and still holds; of one's own contact.
create or replace function app.contact_code_is(in_contact uuid, in_code text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce((
        select in_code = auth.contact_code(contact_id, asked) and wrong < 5
            and auth.business_now() <= asked_at + app.code_holds()
        from app.contact
        where district = auth.district() and contact_id = in_contact and person_id = auth.person()), false)
$$;

-- A new address, or a new code of it, is sent its code.
create or replace function app.tg__contact_is_sent_its_code() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    own uuid := gen_random_uuid();
begin
    if tg_op = 'INSERT' or new.asked <> old.asked then
        insert into jobs.message (message_id, district, person_id, channel, kind, contact_id, masked, number, job_id)
        values (own, new.district, new.person_id, new.channel, 'code', new.contact_id,
            app.masked(new.channel, new.address), new.asked,
            jobs.put_on_its_way(own, new.district, new.channel, null));
    end if;
    return null;
end
$$;
create or replace trigger _800_contact_is_sent_its_code after insert or update on app.contact
    for each row execute function app.tg__contact_is_sent_its_code();

-- What the workers can send by: the word of the one that started last.
create or replace function jobs.set_up_channels(in_channels text[]) returns void
language plpgsql security definer set search_path = ''
as $$
begin
    delete from jobs.channel where channel <> all (in_channels);
    insert into jobs.channel (channel) select unnest(in_channels) on conflict do nothing;
end
$$;

-- A message with where it goes, for the worker that sends it; an address that is not verified is sent nothing but its code.
create or replace function jobs.message_to_bring(in_message uuid) returns table (
    state text, channel text, kind text, address text, code text, statutory boolean, type text, at timestamptz,
    project_name text, contact_id uuid, items jsonb
)
language sql stable security definer set search_path = ''
as $$
    select message.state, message.channel, message.kind,
        case when not contact.ended and (message.kind = 'code' and message.number = contact.asked
            or contact.verified_at is not null) then contact.address end,
        case when message.kind = 'code' then auth.contact_code(contact.contact_id, message.number) end,
        message.statutory, entry.type, coalesce(entry.at, message.made_at),
        (select name from app.project
            where project.district = message.district and project.project_id = message.project_id),
        contact.contact_id,
        coalesce((
            select jsonb_agg(jsonb_build_object('type', told.type, 'day', (told.at at time zone 'Asia/Shanghai')::date,
                'project', (select name from app.project where project.district = part.district
                    and project.project_id = part.project_id)) order by told.at, told.entry_id)
            from jobs.message part
            join ledger.entry told on told.district = part.district and told.entry_id = part.entry_id
            where part.carried_by = message.message_id), '[]')
    from jobs.message
    left join app.contact on contact.district = message.district and contact.contact_id = message.contact_id
    left join ledger.entry on entry.district = message.district and entry.entry_id = message.entry_id
    where message.message_id = in_message
$$;

-- What came of a try; what it carries shares its fate. A final one is tried no more.
create or replace function jobs.tell_message(in_message uuid, in_status integer, in_reason text, in_final boolean)
returns void
language plpgsql security definer set search_path = ''
as $$
declare
    own jobs.message;
begin
    update jobs.message set tries = tries + 1, reason = in_reason,
        state = case when in_reason is null then 'sent' when in_final then 'dead' else 'waiting' end,
        sent_at = case when in_reason is null then clock_timestamp() end
    where message_id = in_message and state <> 'sent' returning * into own;
    if not found then
        return;
    end if;
    insert into jobs.message_try (message_id, number, channel, status, reason)
    values (in_message, own.tries, own.channel, in_status, in_reason);
    update jobs.message set state = own.state, reason = own.reason, sent_at = own.sent_at, tries = own.tries
    where carried_by = in_message and state <> 'sent';
end
$$;

-- A try stays as it was.
create or replace trigger _100_fact_is_never_changed before update or delete on jobs.message_try
    for each row execute function app.tg__fact_is_never_changed();

-- Where one may be reached oneself, as it is shown.
create or replace function app.own_contacts() returns table (
    id uuid, channel text, address text, state text, channel_is_set_up boolean, version integer
)
language sql stable security definer set search_path = ''
as $$
    select contact_id, contact.channel, app.masked(contact.channel, contact.address),
        case when verified_at is not null then 'verified' else 'asked' end,
        exists (select from jobs.channel held where held.channel = contact.channel), version
    from app.contact
    where district = auth.district() and person_id = auth.person() and not ended
    order by contact_id
$$;

-- The channels that there are, and whether anything can be sent by them here.
create or replace function app.channels() returns table (channel text, is_set_up boolean)
language sql stable security definer set search_path = ''
as $$
    select known, exists (select from jobs.channel held where held.channel = known)
    from unnest(array['mail', 'sms', 'wechat']) known
$$;

-- The messages to oneself, the latest first.
create or replace function app.own_messages(in_after uuid, in_limit integer) returns table (
    id uuid, channel text, kind text, address text, event uuid, type text, project uuid, state text, made_at timestamptz,
    due_at timestamptz, sent_at timestamptz, tries integer, reason text
)
language sql stable security definer set search_path = ''
as $$
    select message.message_id, message.channel, message.kind, message.masked, message.entry_id, entry.type,
        message.project_id,
        case when exists (select from jobs.dead where dead.job_id = message.job_id) and message.state = 'waiting'
            then 'dead' else message.state end,
        message.made_at, message.due_at, message.sent_at, message.tries, message.reason
    from jobs.message
    left join ledger.entry on entry.district = message.district and entry.entry_id = message.entry_id
    where message.district = auth.district() and message.person_id = auth.person()
        and (in_after is null or (message.made_at, message.message_id) < (
            select past.made_at, past.message_id from jobs.message past
            where past.message_id = in_after and past.person_id = auth.person()))
    order by message.made_at desc, message.message_id desc limit in_limit
$$;

revoke all on function auth.contact_code(uuid, integer), jobs.put_on_its_way(uuid, integer, text, timestamptz),
    jobs.set_up_channels(text[]), jobs.message_to_bring(uuid), jobs.tell_message(uuid, integer, text, boolean),
    app.own_contacts(), app.channels(), app.own_messages(uuid, integer), app.contact_code_is(uuid, text) from public;
grant execute on function jobs.set_up_channels(text[]), jobs.message_to_bring(uuid),
    jobs.tell_message(uuid, integer, text, boolean) to yanshou_jobs;
grant execute on function app.own_contacts(), app.channels(), app.own_messages(uuid, integer),
    app.contact_code_is(uuid, text) to yanshou_service, yanshou_reader;
grant update (address, asked, asked_at, wrong, shown_code, verified_at, ended, op_id, version) on app.contact
    to yanshou_service;
create policy own_contact on app.contact as restrictive to yanshou_service, yanshou_reader, yanshou_jobs
    using (person_id = (select auth.person())) with check (true);
