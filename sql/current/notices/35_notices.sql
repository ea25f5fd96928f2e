-- Who is told of what, by which channel and when (通知矩阵): in the transaction of the event, once each.

-- The product's defaults: an event, whom it concerns, how soon by mail, whether a statute asks for the notice, and
-- whether it waits for nobody's night. SMS and WeChat copy what a statute asks for and what is urgent, and are off otherwise.
create or replace function app.notice_defaults() returns table (
    event text, roles text, timing text, statutory boolean, urgent boolean
)
language sql immutable set search_path = ''
as $$ values
    -- 建质〔2013〕171号 第六条（三）: the station that supervises the works is told of the acceptance in writing.
    ('acceptance.call', 'quality_station', 'at_once', true, true),
    ('acceptance.call', 'contractor epc_contractor designer surveyor supervisor whole_process_consultant owners_body community',
        'at_once', false, false),
    ('acceptance.dispute', 'construction_unit renovation_office', 'at_once', false, false),
    ('issue.escalate', 'renovation_office construction_unit', 'at_once', false, true),
    ('issue.assign', 'contractor epc_contractor supervisor', 'at_once', false, false),
    ('issue.file', 'community construction_unit', 'digest', false, false),
    ('issue.claim_fix', 'construction_unit', 'digest', false, false),
    ('warranty_claim.file', 'contractor epc_contractor', 'at_once', false, true),
    ('excavation.ask', 'renovation_office', 'at_once', false, true),
    ('change_order.submit', 'designer supervisor cost_consultant construction_unit', 'at_once', false, false),
    ('change_order.owner_decision', 'renovation_office', 'digest', false, false),
    ('payment_claim.submit', 'supervisor whole_process_consultant', 'at_once', false, false),
    ('payment_claim.certify', 'contractor epc_contractor', 'digest', false, false),
    ('inspection_lot.notified', 'supervisor whole_process_consultant', 'at_once', false, false),
    ('handover.send_documents', 'utility', 'at_once', false, false),
    ('contract.propose_end', 'construction_unit renovation_office', 'at_once', false, false),
    ('clock.ran_late', 'construction_unit renovation_office', 'digest', false, false),
    -- Of these whom the step of the place's ladder names.
    ('clock.remind', 'construction_unit renovation_office', 'digest', false, false),
    ('clock.escalate', 'construction_unit renovation_office leading_group', 'digest', false, false),
    ('clock.moved', 'construction_unit renovation_office', 'digest', false, false)
$$;

-- The types of events that anybody is told of.
create or replace function app.notice_events() returns text[]
language sql immutable set search_path = ''
as $$ select array_agg(distinct event) from app.notice_defaults() $$;

-- The matrix of a district, or what it says of one event: its defaults, and its office's last choice over them.
create or replace function app.notice_matrix_of(in_district integer, in_event text default null) returns table (
    event text, role text, channel text, timing text, usual text, statutory boolean, urgent boolean
)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        select usual.event, usual.role, usual.channel, coalesce(own.timing, usual.timing), usual.timing, usual.statutory,
            usual.urgent
        from (
            select said.event, acting as role, known as channel, said.statutory, said.urgent,
                case when known = 'mail' or said.statutory or said.urgent then said.timing else 'never' end as timing
            from app.notice_defaults() said
            cross join lateral string_to_table(said.roles, ' ') acting
            cross join unnest(array['mail', 'sms', 'wechat']) known
            where in_event is null or said.event = in_event
        ) usual
        left join lateral (
            select chosen.timing from app.notice_setting chosen
            where chosen.district = in_district and chosen.event = usual.event and chosen.role = usual.role
                and chosen.channel = usual.channel
            order by chosen.number desc limit 1
        ) own on true;
end
$$;

-- The matrix of one's own district: no other one's choices are told.
create or replace function app.notice_matrix() returns table (
    event text, role text, channel text, timing text, usual text, statutory boolean, urgent boolean
)
language sql stable security definer set search_path = ''
as $$ select * from app.notice_matrix_of(auth.district()) $$;

-- A choice is of the matrix, and leaves what a statute asks for as it is.
create or replace function app.tg__notice_setting_is_of_the_matrix() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    held record;
begin
    select * into held from app.notice_matrix_of(new.district, new.event)
    where role = new.role and channel = new.channel;
    if held.event is null then
        raise exception using errcode = 'YS001', constraint = 'notice_setting_is_of_the_matrix',
            message = 'this role is told of no such event';
    end if;
    if held.statutory and new.timing <> 'at_once' then
        raise exception using errcode = 'YS001', constraint = 'statutory_notice_stays_on',
            message = 'a notice that a statute asks for is sent at once';
    end if;
    return null;
end
$$;
create or replace trigger _200_notice_setting_is_of_the_matrix after insert on app.notice_setting
    for each row execute function app.tg__notice_setting_is_of_the_matrix();
create or replace trigger _100_fact_is_never_changed before update or delete on app.notice_setting
    for each row execute function app.tg__fact_is_never_changed();

create or replace trigger _100_fact_is_never_changed before update or delete on app.quiet_hours
    for each row execute function app.tg__fact_is_never_changed();

-- The hours of a district: its office's last choice, else the product's own.
create or replace function app.quiet_hours_of(in_district integer)
returns table (quiet_from time, quiet_until time, digest_at time, chosen boolean)
language sql stable security definer set search_path = ''
as $$
    select coalesce(own.quiet_from, time '21:00'), coalesce(own.quiet_until, time '08:00'),
        coalesce(own.digest_at, time '08:30'), own.quiet_from is not null
    from (values (1)) always
    left join lateral (
        select hours.* from app.quiet_hours hours where hours.district = in_district order by hours.number desc limit 1
    ) own on true
$$;
create or replace function app.own_quiet_hours()
returns table (quiet_from text, quiet_until text, digest_at text, chosen boolean)
language sql stable security definer set search_path = ''
as $$
    select to_char(quiet_from, 'HH24:MI'), to_char(quiet_until, 'HH24:MI'), to_char(digest_at, 'HH24:MI'), chosen
    from app.quiet_hours_of(auth.district())
$$;

-- When a message goes out that is caused at a moment: not in the quiet hours (免打扰), together at the hour of the summary
-- (每日汇总), in Chinese time; what is urgent or statutory at once. What comes five minutes before a digest is in the next one, since
-- that one may be on its way before it is written.
create or replace function app.notice_due(
    in_at timestamptz, in_timing text, in_presses boolean, in_from time default '21:00', in_until time default '08:00',
    in_digest time default '08:30'
) returns timestamptz
language sql immutable set search_path = ''
as $$
    select case
        when in_presses then in_at
        when in_timing = 'digest' then
            (local.day + case when local.hour::interval >= in_digest::interval - interval '5 minutes' then 1 else 0 end + in_digest)
                at time zone 'Asia/Shanghai'
        when local.hour >= in_from then (local.day + 1 + in_until) at time zone 'Asia/Shanghai'
        when local.hour < in_until then (local.day + in_until) at time zone 'Asia/Shanghai'
        else in_at
    end
    from (
        select (in_at at time zone 'Asia/Shanghai')::date as day, (in_at at time zone 'Asia/Shanghai')::time as hour
    ) local
$$;

-- The messages of one event, in its transaction: to whoever holds one of its roles today and may see it, but not to who did it.
create or replace function app.tg__event_is_told() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    told record;
    digest uuid;
begin
    for told in
        select distinct on (held.person_id, matrix.channel) held.person_id, matrix.channel, matrix.statutory, matrix.timing,
            contact.contact_id, app.masked(contact.channel, contact.address) as masked,
            app.notice_due(now(), matrix.timing, matrix.statutory or matrix.urgent, hours.quiet_from, hours.quiet_until,
                hours.digest_at) as due,
            case when contact.contact_id is null then '没有验证过的联系方式 no verified address'
                when up.channel is null then '渠道未设置 the channel is not set up' end as lacks
        from app.notice_matrix_of(new.district, new.type) matrix
        cross join app.quiet_hours_of(new.district) hours
        join auth.appointment held on held.district = new.district and held.role = matrix.role
            and held.valid_from <= auth.business_day() and coalesce(held.valid_to, 'infinity') >= auth.business_day()
            and (held.project_id is null or held.project_id = new.project_id)
        left join app.contact on contact.district = new.district and contact.person_id = held.person_id
            and contact.channel = matrix.channel and contact.verified_at is not null and not contact.ended
        left join jobs.channel up on up.channel = matrix.channel
        where matrix.timing <> 'never' and held.person_id <> new.person_id
            and (new.type not in ('clock.remind', 'clock.escalate')
                or convert_from(new.body, 'UTF8')::jsonb #> '{body,roles}' ? held.role)
            and (contact.contact_id is not null or matrix.statutory and matrix.channel = 'mail')
            and app.is_its_body(new.district, held.role, held.organisation_id, auth.business_day())
            and (exists (select from auth.role_reach where role = held.role and reach = 'district')
                or exists (
                    select from app.part
                    where part.district = new.district and part.project_id = new.project_id
                        and part.until >= auth.business_day()
                        and part.reader = auth.reader_of(new.district, held.role, held.organisation_id)))
        order by held.person_id, matrix.channel, matrix.statutory desc, matrix.timing
    loop
        digest := null;
        if told.lacks is null and told.timing = 'digest' then
            insert into jobs.message (district, person_id, channel, kind, contact_id, masked, due_at)
            values (new.district, told.person_id, told.channel, 'digest', told.contact_id, told.masked, told.due)
            on conflict (person_id, channel, due_at) where kind = 'digest' do nothing
            returning message_id into digest;
            if digest is not null then
                update jobs.message
                set job_id = jobs.put_on_its_way(digest, new.district, told.channel, told.due)
                where message_id = digest;
            else
                select message_id into digest from jobs.message
                where person_id = told.person_id and channel = told.channel and due_at = told.due and kind = 'digest';
            end if;
        end if;
        insert into jobs.message (district, person_id, channel, kind, contact_id, masked, entry_id, project_id, statutory,
            due_at, state, reason, carried_by)
        values (new.district, told.person_id, told.channel, 'notice', told.contact_id, told.masked, new.entry_id,
            new.project_id, told.statutory, told.due, case when told.lacks is null then 'waiting' else 'not_sent' end,
            told.lacks, digest);
        if told.lacks is null and told.timing <> 'digest' then
            update jobs.message own
            set job_id = jobs.put_on_its_way(own.message_id, new.district, told.channel, told.due)
            where own.person_id = told.person_id and own.entry_id = new.entry_id and own.channel = told.channel;
        end if;
    end loop;
    return null;
end
$$;
do $$
begin
    execute format(
        'create or replace trigger _960_event_is_told after insert on ledger.entry '
        'for each row when (new.type = any (%L::text[])) execute function app.tg__event_is_told()', app.notice_events());
end
$$;

-- Notices of a project that a statute asks for, and each try at them (投送证明); for those who answer for it.
create or replace function app.statutory_notices(in_project uuid, in_after uuid, in_limit integer) returns table (
    id uuid, event uuid, type text, person text, channel text, address text, state text, made_at timestamptz,
    sent_at timestamptz, reason text, tries jsonb
)
language sql stable security definer set search_path = ''
as $$
    select message.message_id, message.entry_id, entry.type, person.name, message.channel, message.masked, message.state,
        message.made_at, message.sent_at, message.reason, coalesce((
            select jsonb_agg(jsonb_build_object('number', tried.number, 'at', tried.at, 'channel', tried.channel,
                'status', tried.status, 'reason', tried.reason) order by tried.number)
            from jobs.message_try tried where tried.message_id = message.message_id), '[]')
    from jobs.message
    join ledger.entry on entry.district = message.district and entry.entry_id = message.entry_id
    join auth.person on person.person_id = message.person_id
    where message.district = auth.district() and message.project_id = in_project and message.statutory
        and auth.sees(in_project)
        and (in_after is null or (message.made_at, message.message_id) < (
            select past.made_at, past.message_id from jobs.message past
            where past.message_id = in_after and past.project_id = in_project))
    order by message.made_at desc, message.message_id desc limit in_limit
$$;

revoke all on function app.notice_matrix_of(integer, text), app.notice_matrix(), app.quiet_hours_of(integer),
    app.statutory_notices(uuid, uuid, integer) from public;
grant execute on function app.notice_matrix(), app.own_quiet_hours(), app.statutory_notices(uuid, uuid, integer)
    to yanshou_service, yanshou_reader;
