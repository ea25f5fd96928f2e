-- Joint acceptance: letters of delegation, and rounds whose seats differ.

-- How many working days lie between a notice and its event; null where the calendar between them is not published.
create or replace function app.notice_workdays_given(notice date, event date) returns integer
language sql stable security definer set search_path = ''
as $$
    select case
        when notice >= event then 0
        when count(*) = event - notice then (count(*) filter (where working))::integer
    end
    from policy.calendar_day where day >= notice and day < event
$$;

-- A letter names the person who sits, and holds on the day of the event.
create or replace function app.tg__delegation_is_of_its_sitting() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    round app.acceptance_round := app.open_acceptance_round(new.district, new.project_id, new.acceptance_round_id);
begin
    if not exists (
        select from app.acceptance_sitting
        where district = new.district and acceptance_seat_id = new.acceptance_seat_id and number = new.number
            and acceptance_round_id = new.acceptance_round_id and person_id = new.person_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'delegation_names_the_seated_person',
            message = 'the letter names another person than the one who sits';
    end if;
    if new.valid_from > round.event_on or new.valid_to < round.event_on then
        raise exception using errcode = 'YS001', constraint = 'delegation_covers_the_event',
            message = format('the letter does not hold on %s', round.event_on);
    end if;
    -- Written with the sitting: nobody's right is made up after he has spoken.
    if exists (
        select from app.acceptance_opinion
        where district = new.district and acceptance_seat_id = new.acceptance_seat_id and person_id = new.person_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'delegation_comes_before_the_opinion',
            message = 'the letter comes before what is signed under it';
    end if;
    return null;
end
$$;

create or replace function app.tg__opinion_is_within_its_letter() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if exists (
        select from app.acceptance_delegation letter
        where letter.district = new.district and letter.acceptance_seat_id = new.acceptance_seat_id
            and letter.person_id = new.person_id and new.given_on not between letter.valid_from and letter.valid_to
    ) then
        raise exception using errcode = 'YS001', constraint = 'delegation_holds_when_signing',
            message = 'the letter does not hold on the day of signing';
    end if;
    return null;
end
$$;

-- True where seats of a round say pass and fail over its latest dossier.
create or replace function app.acceptance_differs(in_district integer, in_round uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce(bool_or(said.opinion = 'fail') and bool_or(said.opinion in ('pass', 'pass_with_items')), false)
    from app.acceptance_opinion said
    where said.district = in_district and said.acceptance_round_id = in_round and said.dossier_sha256 = (
        select sha256 from app.acceptance_dossier
        where district = in_district and acceptance_round_id = in_round order by number desc limit 1
    )
$$;

-- QLT-04: where seats differ, the round is disputed; it ends by what they agree, and acceptance is run again.
create or replace function app.tg__acceptance_dispute() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if old.state = 'called' and new.state = 'disputed'
        and not app.acceptance_differs(new.district, new.acceptance_round_id)
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_dispute_is_between_seats',
            message = 'no seat says fail where another passes';
    end if;
    if old.state = 'called' and new.state = 'failed' and app.acceptance_differs(new.district, new.acceptance_round_id)
    then
        raise exception using errcode = 'YS001', constraint = 'acceptance_waits_for_its_settlement',
            message = 'seats differ: the round is disputed first, and ends by what they agree';
    end if;
    if old.state = 'disputed' and new.state not in ('disputed', 'failed') then
        raise exception using errcode = 'YS001', constraint = 'acceptance_dispute_is_run_again',
            message = 'a disputed round ends, and acceptance is run again';
    end if;
    return new;
end
$$;

create or replace trigger _500_delegation_is_of_its_sitting after insert on app.acceptance_delegation
    for each row execute function app.tg__delegation_is_of_its_sitting();
create or replace trigger _100_fact_is_never_changed before update or delete on app.acceptance_delegation
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _510_opinion_is_within_its_letter after insert on app.acceptance_opinion
    for each row execute function app.tg__opinion_is_within_its_letter();
create or replace trigger _220_acceptance_dispute before update on app.acceptance_round
    for each row execute function app.tg__acceptance_dispute();
