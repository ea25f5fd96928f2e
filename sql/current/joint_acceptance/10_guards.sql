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

-- What meets an item of the checklist beside a word: 'works', 'rectifications', the kind of a paper, or null.
create or replace function app.acceptance_item_is_met_by(in_edition text, in_item text) returns text
language sql stable security definer set search_path = ''
as $$
    select value from policy.parameter
    where edition = in_edition and key = 'acceptance.checklist.' || in_item || '.met_by'
$$;

-- The units for which whoever recorded a fact acted: his appointments of that day in the role he acted in.
create or replace function app.units_of_entry(in_district integer, in_entry uuid) returns uuid[]
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce(array_agg(distinct appointment.organisation_id), '{}')
        from ledger.entry
        join auth.appointment on appointment.district = entry.district and appointment.person_id = entry.person_id
            and appointment.role = entry.role
            and (appointment.project_id is null or appointment.project_id = entry.project_id)
            and (entry.at at time zone 'Asia/Shanghai')::date
                between appointment.valid_from and coalesce(appointment.valid_to, 'infinity')
        where entry.district = in_district and entry.entry_id = in_entry and in_district = auth.district()
    );
end
$$;

-- Certified claims that are past their day and not paid in full (逾期未付的进度款).
create or replace function app.overdue_claims(in_district integer, in_project uuid) returns bigint
language sql stable security definer set search_path = ''
as $$
    select count(*)
    from app.payment_claim claim
    join app.clock on clock.district = claim.district and clock.subject_kind = 'payment_claim'
        and clock.subject_id = claim.payment_claim_id and clock.key = 'payment.sme.days'
    where claim.district = in_district and claim.project_id = in_project and claim.state = 'certified'
        and in_district = auth.district() and auth.sees(in_project)
        and coalesce(clock.due_on, clock.nominal_on) < auth.today()
        and claim.amount_fen > coalesce((
            select held_fen from app.retention_holding held
            where held.district = claim.district and held.payment_claim_id = claim.payment_claim_id
        ), 0) + coalesce((
            select sum(paid.amount_fen) from app.payment paid
            where paid.district = claim.district and paid.payment_claim_id = claim.payment_claim_id
        ), 0)
$$;

-- Whether what meets an item stands: figures of the works, nothing ordered that is open, nothing overdue, a paper
-- with its bytes. Where the pack names a seat that gives the paper, each unit of that seat has given its own.
create or replace function app.acceptance_item_is_met(in_district integer, in_project uuid, in_item text)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    pinned text;
    met_by text;
    given_by text;
begin
    select edition into pinned from app.project where district = in_district and project_id = in_project;
    met_by := app.acceptance_item_is_met_by(pinned, in_item);
    if met_by is null then
        return null;
    end if;
    if met_by = 'works' then
        return app.unfinished_lines(in_district, in_project) is null
            and not app.lots_are_open(in_district, in_project);
    end if;
    if met_by = 'rectifications' then
        return app.standing_blocks(in_district, in_project, array['joint_acceptance']) is null;
    end if;
    if met_by = 'payments' then
        return app.overdue_claims(in_district, in_project) = 0;
    end if;
    if not exists (
        select from app.paper
        where district = in_district and subject_kind = 'project' and subject_id = in_project
            and kind = met_by and app.paper_stands(district, sha256)
    ) then
        return false;
    end if;
    select value into given_by from policy.parameter
    where edition = pinned and key = 'acceptance.checklist.' || in_item || '.given_by';
    return given_by is null or not exists (
        select from app.mandatory_seats(in_district, in_project, pinned, (
            select mode from app.delivery_mode where district = in_district and project_id = in_project
        ), auth.today()) listed
        where listed.seat = given_by and listed.organisation_id is not null and not exists (
            select from app.paper
            where district = in_district and subject_kind = 'project' and subject_id = in_project
                and kind = met_by and app.paper_stands(district, sha256)
                and listed.organisation_id = any(app.units_of_entry(district, op_id)))
    );
end
$$;

-- Whether somebody sits whose paper an item is: then it applies, whatever is answered.
create or replace function app.acceptance_item_has_its_unit(in_district integer, in_project uuid, in_item text)
returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return exists (
        select from app.project
        join app.delivery_mode delivery using (district, project_id)
        join policy.parameter giver on giver.edition = project.edition
            and giver.key = 'acceptance.checklist.' || in_item || '.given_by'
        cross join lateral app.mandatory_seats(
            in_district, in_project, project.edition, delivery.mode, auth.today()) listed
        where project.district = in_district and project.project_id = in_project
            and listed.seat = giver.value and listed.organisation_id is not null
    );
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
    -- The days of notice are counted from the day on which it is recorded, which is after completion was.
    if new.notice_on <> auth.today() then
        raise exception using errcode = 'YS001', constraint = 'acceptance_notice_is_of_the_day_it_is_recorded',
            message = format('the notice names %s, and is recorded on %s', new.notice_on, auth.today());
    end if;
    if new.event_on <= auth.today() then
        raise exception using errcode = 'YS001', constraint = 'acceptance_event_is_ahead',
            message = format('the works are to be accepted on %s, and it is %s', new.event_on, auth.today());
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
    select string_agg(needed.value, ', ') into standing
    from policy.parameter needed
    where needed.edition = project.edition and needed.key = 'acceptance.checklist'
        and not exists (
            select from app.acceptance_answer
            where district = new.district and project_id = new.project_id and item = needed.value
                and (answer = 'not_applicable'
                        and not app.acceptance_item_has_its_unit(new.district, new.project_id, item)
                    or app.acceptance_item_is_met_by(project.edition, item) is null)
        )
        and not coalesce(app.acceptance_item_is_met(new.district, new.project_id, needed.value), false);
    if standing is not null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_its_checklist',
            message = format('items of the acceptance checklist are open: %s', standing);
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
    if new.answer = 'not_applicable' and app.acceptance_item_has_its_unit(new.district, new.project_id, new.item) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_item_applies_to_its_unit',
            message = format('the unit whose paper it is works on the project: %s', new.item);
    end if;
    if new.answer = 'present' and not app.acceptance_item_is_met(new.district, new.project_id, new.item) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_answer_rests_on_what_stands',
            message = format('what meets the item is not there: %s', new.item);
    end if;
    return null;
end
$$;

-- The seat as the pack calls it: a second unit of the role sits at contractor-2.
create or replace function app.acceptance_seat_rule(in_seat text) returns text
language sql immutable set search_path = ''
as $$ select regexp_replace(in_seat, '-[0-9]+$', '') $$;

-- Seats that the pack makes mandatory for a mode and that have a unit to fill them: one for each unit engaged in the
-- role on a day, or, where none is, in the role that may stand for it; the construction unit's own. A seat that no
-- unit could fill comes with null. A list of records is published as its ids under the key, and each record's fields
-- under key.id.field.
create or replace function app.mandatory_seats(
    in_district integer, in_project uuid, in_edition text, in_mode text, on_day date
) returns table (seat text, role text, needs_key boolean, organisation_id uuid)
language plpgsql stable security definer set search_path = ''
as $$
#variable_conflict use_column
begin
    return query
        with listed as (
            select
                max(f.value) filter (where f.key like '%.mode') as mode,
                max(f.value) filter (where f.key like '%.seat') as seat,
                max(f.value) filter (where f.key like '%.role') as role,
                max(f.value) filter (where f.key like '%.or\_role') as or_role,
                bool_or(f.value in ('true', '1')) filter (where f.key like '%.mandatory') as mandatory,
                coalesce(bool_or(f.value in ('true', '1')) filter (where f.key like '%.needs\_key'), false) as needs_key,
                bool_or(f.value in ('true', '1')) filter (where f.key like '%.if\_engaged') as if_engaged
            from policy.parameter list
            join policy.parameter f on f.edition = list.edition
                and f.key like 'acceptance.mandatory_seats.' || list.value || '.%'
            where list.edition = in_edition and list.key = 'acceptance.mandatory_seats'
            group by list.value
        ), engaged as (
            select distinct e.role, e.organisation_id from app.engagement e
            where e.district = in_district and e.project_id = in_project
                and e.valid_from <= on_day and coalesce(app.engagement_until(e), 'infinity') >= on_day
            union
            select 'construction_unit', construction_unit_id from app.project
            where district = in_district and project_id = in_project
        )
        select listed.seat, listed.role, listed.needs_key, unit.organisation_id
        from listed
        left join engaged unit on unit.role = case
            when exists (select from engaged own where own.role = listed.role) then listed.role else listed.or_role end
        where listed.mode = in_mode and listed.mandatory and (not listed.if_engaged or unit.organisation_id is not null);
end
$$;

-- The seats that the pack names for the project's delivery mode, one for each engaged unit, no fewer and no weaker.
create or replace function app.tg__acceptance_round_has_its_seats() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    missing text;
begin
    select string_agg(listed.seat || coalesce(': ' || unit.name, ''), ', ' order by listed.seat, unit.name) into missing
    from app.mandatory_seats(new.district, new.project_id, new.edition, new.mode, new.event_on) listed
    left join auth.organisation unit on unit.organisation_id = listed.organisation_id
    where not exists (
        select from app.acceptance_seat seat
        where seat.district = new.district and seat.acceptance_round_id = new.acceptance_round_id
            and app.acceptance_seat_rule(seat.seat) = listed.seat and seat.role = listed.role and seat.mandatory
            and (listed.organisation_id is null or seat.organisation_id = listed.organisation_id)
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
