-- Joint acceptance: calling a round. Every guard here queues at the project's row.

-- What stands in the way of a class of action, as one line for messages.
create or replace function app.standing_blocks(in_district integer, in_project uuid, in_classes text[])
returns text
language sql stable security definer set search_path = ''
as $$
    select string_agg(distinct code || ' (' || source_kind || ')', ', ')
    from app.block
    where district = in_district and project_id = in_project and action_class = any(in_classes)
        and lifted_at is null
$$;

-- CV-12: the notice reached the quality station on or before the N-th working day counted back from the event.
create or replace function app.tg__acceptance_notice_is_early_enough() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    given integer := app.notice_workdays_given(new.notice_on, new.event_on);
begin
    if given is null then
        raise exception using errcode = 'YS001', constraint = 'calendar_not_loaded',
            message = 'the working days between notice and acceptance are not published';
    end if;
    if given < new.notice_workdays then
        raise exception using errcode = 'YS001', constraint = 'acceptance_notice_is_early_enough',
            message = format('notice is %s working days before the event; %s are needed', given, new.notice_workdays);
    end if;
    return new;
end
$$;

create or replace function app.tg__acceptance_round_is_called() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    project record;
    standing text;
begin
    select state, edition into project from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if new.state <> 'called' or new.edition <> project.edition or new.mode is distinct from (
        select mode from app.delivery_mode where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_begins_when_called',
            message = 'a round begins when it is called, under its project''s edition and delivery mode';
    end if;
    if project.state <> 'S15' then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_completion_report',
            message = format('the project is at %s; completion is not reported', project.state);
    end if;
    if new.number <> 1 + (
        select count(*) from app.acceptance_round
        where district = new.district and project_id = new.project_id
            and acceptance_round_id <> new.acceptance_round_id and state in ('failed', 'called_off')
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_follows_the_one_before',
            message = 'rounds are numbered in order, each after the one before it has ended';
    end if;
    standing := app.standing_blocks(new.district, new.project_id, array['joint_acceptance']);
    if standing is not null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_blocks',
            message = format('acceptance waits for: %s', standing);
    end if;
    if exists (
        select from policy.parameter needed
        where needed.edition = project.edition and needed.key = 'acceptance.checklist'
            and not exists (
                select from app.acceptance_answer
                where district = new.district and project_id = new.project_id and item = needed.value
            )
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_its_checklist',
            message = 'items of the acceptance checklist are not answered';
    end if;
    return null;
end
$$;

-- Works are not changed while they are accepted. Facts that nobody chooses, such as a resident's report of
-- danger, are let in: they hold the certificate, which counts them again.
create or replace function app.tg__block_meets_acceptance() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if new.action_class = 'joint_acceptance' and new.source_kind = 'change_order' and exists (
        select from app.acceptance_round
        where district = new.district and project_id = new.project_id and state in ('called', 'disputed', 'certified')
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_blocks',
            message = 'a change order cannot begin while acceptance is called or done';
    end if;
    return null;
end
$$;

-- A round that ended stays as it ended; a called one ends once.
create or replace function app.tg__acceptance_round_ends() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    moving constant text[] := array['state', 'ended_on', 'ended_because', 'disputed_on', 'dispute', 'settlement',
        'op_id', 'version'];
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if old.state not in ('called', 'disputed') then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_ended',
            message = format('round %s has ended: %s', old.number, old.state);
    end if;
    if (to_jsonb(new) - moving) <> (to_jsonb(old) - moving)
        or (old.disputed_on, old.dispute) is distinct from (new.disputed_on, new.dispute) and old.disputed_on is not null
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_stays_as_called',
            message = 'what the notice said stays as it was said; call the round off and call another';
    end if;
    if new.state = 'certified' and not exists (
        select from app.acceptance_certificate
        where district = new.district and acceptance_round_id = new.acceptance_round_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_its_certificate',
            message = 'a round is certified by its certificate';
    end if;
    if new.state = 'failed' and not exists (
        select from app.acceptance_opinion
        where district = new.district and acceptance_round_id = new.acceptance_round_id
            and opinion in ('fail', 'recuse')
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_fails_by_an_opinion',
            message = 'no seat said fail or stepped aside';
    end if;
    return new;
end
$$;

create or replace function app.tg__acceptance_answer_is_of_the_checklist() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    pinned text;
begin
    select edition into pinned from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if not exists (
        select from policy.parameter
        where edition = pinned and key = 'acceptance.checklist' and value = new.item
    ) or (new.answer = 'not_applicable' and not exists (
        select from policy.parameter
        where edition = pinned and key = 'acceptance.checklist.' || new.item || '.may_be_not_applicable'
            and value in ('true', '1')
    )) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_answer_is_of_the_checklist',
            message = 'the checklist has no such item, or the item always applies';
    end if;
    return null;
end
$$;

-- The seats that the pack names for the project's delivery mode, no fewer and no weaker. A list of records is
-- published as its ids under the key, and each record's fields under key.id.field.
create or replace function app.tg__acceptance_round_has_its_seats() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    missing text;
begin
    select string_agg(listed.seat, ', ') into missing
    from (
        select
            max(f.value) filter (where f.key like '%.mode') as mode,
            max(f.value) filter (where f.key like '%.seat') as seat,
            max(f.value) filter (where f.key like '%.role') as role,
            bool_or(f.value in ('true', '1')) filter (where f.key like '%.mandatory') as mandatory,
            bool_or(f.value in ('true', '1')) filter (where f.key like '%.needs_key') as needs_key,
            bool_or(f.value in ('true', '1')) filter (where f.key like '%.if_engaged') as if_engaged
        from policy.parameter list
        join policy.parameter f on f.edition = list.edition
            and f.key like 'acceptance.mandatory_seats.' || list.value || '.%'
        where list.edition = new.edition and list.key = 'acceptance.mandatory_seats'
        group by list.value
    ) listed
    where listed.mode = new.mode and listed.mandatory
        and (not listed.if_engaged or exists (
            select from app.engagement e
            where e.district = new.district and e.project_id = new.project_id and e.role = listed.role
        ))
        and not exists (
            select from app.acceptance_seat seat
            where seat.district = new.district and seat.acceptance_round_id = new.acceptance_round_id
                and seat.seat = listed.seat and seat.role = listed.role and seat.mandatory
                and (seat.needs_key or not listed.needs_key)
        );
    if missing is not null or not exists (
        select from app.acceptance_seat
        where district = new.district and acceptance_round_id = new.acceptance_round_id and mandatory
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_its_seats',
            message = format('seats that the rule makes mandatory are missing: %s', missing);
    end if;
    return null;
end
$$;

create or replace trigger _200_acceptance_notice before insert on app.acceptance_round
    for each row execute function app.tg__acceptance_notice_is_early_enough();
create or replace trigger _210_acceptance_round_ends before update on app.acceptance_round
    for each row execute function app.tg__acceptance_round_ends();
create or replace trigger _500_acceptance_round_is_called after insert on app.acceptance_round
    for each row execute function app.tg__acceptance_round_is_called();
drop trigger if exists _600_acceptance_round_has_its_seats on app.acceptance_round;
create constraint trigger _600_acceptance_round_has_its_seats after insert on app.acceptance_round
    deferrable initially deferred for each row execute function app.tg__acceptance_round_has_its_seats();
create or replace trigger _500_block_meets_acceptance after insert on app.block
    for each row execute function app.tg__block_meets_acceptance();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_answer
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_acceptance_answer after insert on app.acceptance_answer
    for each row execute function app.tg__acceptance_answer_is_of_the_checklist();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_seat
    for each row execute function app.tg__fact_is_never_changed();
