-- Joint acceptance: who sits, what is signed, and what a certificate rests on.

-- The open round a row belongs to, with the project locked; or a refusal where it has ended.
create or replace function app.open_acceptance_round(in_district integer, in_project uuid, in_round uuid)
returns app.acceptance_round
language plpgsql security definer set search_path = ''
as $$
declare
    found app.acceptance_round;
begin
    perform from app.project where district = in_district and project_id = in_project for no key update;
    select * into found from app.acceptance_round
    where district = in_district and project_id = in_project and acceptance_round_id = in_round;
    if found.state is distinct from 'called' then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_ended',
            message = format('the round has ended: %s', found.state);
    end if;
    return found;
end
$$;

-- Why a person may not sign in a role: he or his unit also works for the project in a role that excludes it, or
-- is linked to such a unit where the list reaches that far. The list's record, or null.
create or replace function app.acceptance_conflict(
    in_district integer, in_project uuid, in_person uuid, in_organisation uuid, in_role text, on_day date
) returns text
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        -- First the records that name the role, then the units engaged in the other one: who is of whom is asked last, and
        -- only of those.
        with record as materialized (
            select list.value, case when a.value = in_role then b.value else a.value end as excluded,
                reach.value = 'affiliate' as reaches_affiliates
            from app.project
            join policy.parameter list on list.edition = project.edition and list.key = 'delivery.incompatible'
            join policy.parameter a on a.edition = list.edition and a.key = list.key || '.' || list.value || '.role_a'
            join policy.parameter b on b.edition = list.edition and b.key = list.key || '.' || list.value || '.role_b'
            join policy.parameter reach on reach.edition = list.edition
                and reach.key = list.key || '.' || list.value || '.reach'
            where project.district = in_district and project.project_id = in_project and in_role in (a.value, b.value)
        ), excluded as materialized (
            select distinct record.value, record.reaches_affiliates, engagement.organisation_id
            from record join app.engagement on engagement.role = record.excluded
            where engagement.district = in_district and engagement.project_id = in_project
                and engagement.valid_from <= on_day
                and coalesce(app.engagement_bars_until(engagement), 'infinity') >= on_day
        )
        select value from excluded
        where app.person_is_of(in_person, in_organisation, organisation_id, on_day, reaches_affiliates)
        order by value limit 1
    );
end
$$;

create or replace function app.tg__acceptance_sitting() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    round app.acceptance_round := app.open_acceptance_round(new.district, new.project_id, new.acceptance_round_id);
    seat app.acceptance_seat;
    conflict text;
begin
    select * into seat from app.acceptance_seat
    where district = new.district and acceptance_seat_id = new.acceptance_seat_id
        and acceptance_round_id = new.acceptance_round_id;
    if not found or new.number <> 1 + (
        select count(distinct person_id) from app.acceptance_opinion
        where district = new.district and acceptance_seat_id = new.acceptance_seat_id and opinion = 'recuse'
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_seat_is_filled_once',
            message = 'the seat is filled; another takes it only where its holder stepped aside';
    end if;
    if seat.organisation_id <> new.organisation_id then
        raise exception using errcode = 'YS001', constraint = 'acceptance_seat_is_of_its_unit',
            message = 'the seat is another unit''s: each engaged unit has a seat of its own';
    end if;
    if not exists (
        select from auth.appointment
        where appointment.person_id = new.person_id and appointment.organisation_id = new.organisation_id
            and appointment.district = new.district
            and (appointment.project_id is null or appointment.project_id = new.project_id)
            and appointment.valid_from <= new.seated_on
            and (appointment.valid_to is null or appointment.valid_to >= round.event_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_signer_belongs_to_the_unit',
            message = 'the person has no appointment at the unit that lasts to the event';
    end if;
    if (new.role <> seat.role and not exists (
            select from policy.parameter
            where edition = round.edition and value = new.role
                and key = 'acceptance.mandatory_seats.' || round.mode || '.' || app.acceptance_seat_rule(seat.seat)
                    || '.or_role'
        ))
        or not (
            exists (
                select from app.engagement
                where engagement.district = new.district and engagement.project_id = new.project_id
                    and engagement.organisation_id = new.organisation_id and engagement.role = new.role
                    and engagement.valid_from <= round.event_on
                    and coalesce(app.engagement_until(engagement), 'infinity') >= round.event_on
            )
            or (new.role = 'construction_unit' and exists (
                select from app.project
                where district = new.district and project_id = new.project_id
                    and construction_unit_id = new.organisation_id
            ))
            -- 业委会 is elected, not engaged.
            or (new.role = 'owners_body' and exists (
                select from auth.appointment
                where appointment.person_id = new.person_id and appointment.role = 'owners_body'
                    and appointment.organisation_id = new.organisation_id
            ))
        )
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_signer_is_engaged_in_the_role',
            message = format('the unit does not take part in this project as %s', seat.role);
    end if;
    conflict := app.acceptance_conflict(
        new.district, new.project_id, new.person_id, new.organisation_id, new.role, new.seated_on);
    if conflict is not null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_signer_has_no_conflict',
            message = format('the roles exclude each other: %s', conflict);
    end if;
    return null;
end
$$;

create or replace function app.tg__acceptance_dossier() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform app.open_acceptance_round(new.district, new.project_id, new.acceptance_round_id);
    if new.number <> (
        select count(*) from app.acceptance_dossier
        where district = new.district and acceptance_round_id = new.acceptance_round_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_dossier_number_is_one',
            message = 'versions of a dossier are numbered in order';
    end if;
    if new.frozen_at is null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_dossier_says_when_it_was_frozen',
            message = 'a dossier says when it was frozen';
    end if;
    return null;
end
$$;

-- The moment that a statement says it was signed at; null where its bytes say none.
create or replace function app.statement_moment(in_statement bytea) returns timestamptz
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (convert_from(in_statement, 'UTF8')::jsonb ->> 'at')::timestamptz;
exception when data_exception then
    return null;
end
$$;

create or replace function app.tg__acceptance_opinion() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    round app.acceptance_round := app.open_acceptance_round(new.district, new.project_id, new.acceptance_round_id);
    seat app.acceptance_seat;
    sitting app.acceptance_sitting;
    conflict text;
    signed timestamptz := app.statement_moment(new.statement);
begin
    select * into seat from app.acceptance_seat
    where district = new.district and acceptance_seat_id = new.acceptance_seat_id
        and acceptance_round_id = new.acceptance_round_id;
    select * into sitting from app.acceptance_sitting
    where district = new.district and acceptance_seat_id = new.acceptance_seat_id order by number desc limit 1;
    if sitting.person_id is distinct from new.person_id or new.person_id <> auth.person() then
        raise exception using errcode = 'YS001', constraint = 'acceptance_opinion_is_the_seat_holders_own',
            message = 'an opinion is given by whoever holds the seat, and by nobody for another';
    end if;
    if new.given_on < round.event_on and new.opinion <> 'recuse' then
        raise exception using errcode = 'YS001', constraint = 'acceptance_opinion_waits_for_the_event',
            message = format('the works are accepted on %s', round.event_on);
    end if;
    if new.sign_kind = 'attested' and seat.needs_key then
        raise exception using errcode = 'YS001', constraint = 'acceptance_seat_needs_a_key',
            message = 'this seat signs with a key of its own';
    end if;
    -- Signed after its dossier was frozen, and not ahead of the day it came in; five minutes are left to clocks.
    if signed is null or signed > new.received_at + interval '5 minutes' or exists (
        select from app.acceptance_dossier
        where district = new.district and acceptance_round_id = new.acceptance_round_id
            and sha256 = new.dossier_sha256 and signed < date_trunc('second', frozen_at)
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_opinion_is_of_its_time',
            message = format('the statement says it was signed at %s', signed);
    end if;
    -- A revocation under way is waited for: whoever revoked first has revoked.
    perform from auth.signing_key where key_id = new.key_id for share;
    if new.key_id is not null and not exists (
        select from auth.signing_key
        where key_id = new.key_id and person_id = new.person_id and valid_from <= new.received_at
            and (revoked_at is null or revoked_at > new.received_at)
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_key_is_the_signers_own',
            message = 'the key is not this person''s, or not valid today';
    end if;
    conflict := app.acceptance_conflict(
        new.district, new.project_id, new.person_id, sitting.organisation_id, sitting.role, new.given_on);
    if conflict is not null and new.opinion <> 'recuse' then
        raise exception using errcode = 'YS001', constraint = 'acceptance_signer_has_no_conflict',
            message = format('the roles exclude each other: %s', conflict);
    end if;
    return null;
end
$$;

-- LC-09-1: every mandatory seat passed the same digest, which is the latest, on or after the day, unblocked.
create or replace function app.tg__acceptance_certificate() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    round app.acceptance_round;
    standing text;
    elsewhere text;
    silent text;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into round from app.acceptance_round
    where district = new.district and project_id = new.project_id
        and acceptance_round_id = new.acceptance_round_id;
    if round.state not in ('called', 'certified') then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_ended',
            message = format('the round has ended: %s', round.state);
    end if;
    if new.certified_on < round.event_on then
        raise exception using errcode = 'YS001', constraint = 'certificate_waits_for_the_event',
            message = format('the works are accepted on %s', round.event_on);
    end if;
    -- The year's notice may have changed the working days since the round was called.
    if coalesce(app.notice_workdays_given(round.notice_on, round.event_on), 0) < round.notice_workdays then
        raise exception using errcode = 'YS001', constraint = 'acceptance_notice_is_early_enough',
            message = format('the notice was not %s working days before the event', round.notice_workdays);
    end if;
    standing := app.standing_blocks(new.district, new.project_id, array['joint_acceptance', 'certificate']);
    if standing is not null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_blocks',
            message = format('the certificate waits for: %s', standing);
    end if;
    -- A seat that passed another version of the dossier, and not this one.
    select
        string_agg(seat.seat, ', ' order by seat.seat) filter (where exists (
            select from app.acceptance_opinion o
            where o.district = seat.district and o.acceptance_seat_id = seat.acceptance_seat_id
                and o.opinion in ('pass', 'pass_with_items') and o.dossier_sha256 <> new.dossier_sha256)),
        string_agg(seat.seat, ', ' order by seat.seat)
    into elsewhere, silent
    from app.acceptance_seat seat
    where seat.district = new.district and seat.acceptance_round_id = new.acceptance_round_id and seat.mandatory
        and not exists (
            select from app.acceptance_opinion o
            where o.district = seat.district and o.acceptance_seat_id = seat.acceptance_seat_id
                and o.opinion in ('pass', 'pass_with_items') and o.dossier_sha256 = new.dossier_sha256
                and o.acceptance_opinion_id = any(new.opinion_ids)
        );
    if elsewhere is not null or cardinality(new.opinion_ids) <> (
        select count(*) from app.acceptance_opinion o
        where o.district = new.district and o.acceptance_opinion_id = any(new.opinion_ids)
            and o.acceptance_round_id = new.acceptance_round_id and o.dossier_sha256 = new.dossier_sha256
    ) then
        raise exception using errcode = 'YS001', constraint = 'certificate_rests_on_one_digest',
            message = format('seats signed another version of the dossier: %s', elsewhere);
    end if;
    if silent is not null then
        raise exception using errcode = 'YS001', constraint = 'certificate_waits_for_all_seats',
            message = format('mandatory seats have not passed: %s', silent);
    end if;
    -- A unit that came to the works after the round was called has no seat in it.
    select string_agg(unit.name, ', ' order by unit.name) into silent
    from app.mandatory_seats(new.district, new.project_id, round.edition, round.mode, new.certified_on) listed
    join auth.organisation unit on unit.organisation_id = listed.organisation_id
    where not exists (
        select from app.acceptance_seat seat
        where seat.district = new.district and seat.acceptance_round_id = new.acceptance_round_id
            and app.acceptance_seat_rule(seat.seat) = listed.seat
            and coalesce(seat.organisation_id, listed.organisation_id) = listed.organisation_id
    );
    if silent is not null then
        raise exception using errcode = 'YS001', constraint = 'acceptance_round_has_its_seats',
            message = format('units that are engaged have no seat in this round: %s', silent);
    end if;
    if exists (
        select from app.acceptance_opinion
        where district = new.district and acceptance_round_id = new.acceptance_round_id and opinion = 'fail'
            and dossier_sha256 = new.dossier_sha256
    ) then
        raise exception using errcode = 'YS001', constraint = 'certificate_has_no_failing_seat',
            message = 'a seat said fail; opinions are not averaged';
    end if;
    if new.dossier_sha256 <> (
        select sha256 from app.acceptance_dossier
        where district = new.district and acceptance_round_id = new.acceptance_round_id
        order by number desc limit 1
    ) then
        raise exception using errcode = 'YS001', constraint = 'certificate_rests_on_the_latest_dossier',
            message = 'there is a newer version of the dossier';
    end if;
    if exists (
        select from app.acceptance_opinion o
        join app.acceptance_sitting held
            on held.district = o.district and held.acceptance_seat_id = o.acceptance_seat_id
            and held.person_id = o.person_id
        where o.district = new.district and o.acceptance_opinion_id = any(new.opinion_ids)
            and app.acceptance_conflict(new.district, new.project_id, o.person_id, held.organisation_id,
                held.role, new.certified_on) is not null
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_signer_has_no_conflict',
            message = 'a signer stands with a party whose works he accepts';
    end if;
    return null;
end
$$;

-- LC-09-1, 质量管理条例 第十六条: a project is accepted by its certificate and by nothing else.
create or replace function app.tg__project_is_accepted_by_its_certificate() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if new.state <> old.state and new.state = 'S16' and not exists (
        select from app.acceptance_certificate where district = new.district and project_id = new.project_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_its_certificate',
            message = 'the project has no acceptance certificate';
    end if;
    return new;
end
$$;

create or replace trigger _500_acceptance_sitting after insert on app.acceptance_sitting
    for each row execute function app.tg__acceptance_sitting();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_sitting
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_acceptance_dossier after insert on app.acceptance_dossier
    for each row execute function app.tg__acceptance_dossier();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_dossier
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _500_acceptance_opinion after insert on app.acceptance_opinion
    for each row execute function app.tg__acceptance_opinion();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_opinion
    for each row execute function app.tg__fact_is_never_changed();
create constraint trigger _600_acceptance_certificate after insert on app.acceptance_certificate
    deferrable initially deferred for each row execute function app.tg__acceptance_certificate();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_certificate
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _220_project_is_accepted_by_its_certificate before update on app.project
    for each row execute function app.tg__project_is_accepted_by_its_certificate();
