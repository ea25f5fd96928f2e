-- A result is the tally of its slips and the verdict of its rules; rounds of consultation go up and come down in order.

create or replace function app.tg__result_is_its_tally() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    sheet record;
    tally record;
    passes boolean;
begin
    select ballot.*, recount.ordinal as number, recount.op_id as count_op, asked.purpose, asked.class into sheet
    from app.ballot_count recount
    join app.ballot using (district, ballot_id)
    join app.ballot_question asked using (district, ballot_id)
    where recount.district = new.district and recount.count_id = new.count_id and asked.ordinal = new.ordinal
        and ballot.ballot_id = new.ballot_id and ballot.project_id = new.project_id;
    if not found or sheet.count_op <> new.op_id then
        raise exception using errcode = 'YS001', constraint = 'ballot_result_comes_with_its_count',
            message = 'results are found with the count they are of';
    end if;
    select * into tally from app.ballot_tally(new.district, new.ballot_id, sheet.number, new.ordinal);
    if (new.area_part, new.area_yes, new.persons_part, new.persons_yes, new.households_part, new.households_yes,
            new.households_no)
        is distinct from (tally.area_part, tally.area_yes, tally.persons_part, tally.persons_yes,
            tally.households_part, tally.households_yes, tally.households_no)
    then
        raise exception using errcode = 'YS001', constraint = 'ballot_result_is_its_tally',
            message = 'the figures are not those of the slips';
    end if;
    if not exists (
        select from app.determination found
        where found.district = new.district and found.determination_id = new.determination_id
            and found.op_id = new.op_id and found.project_id = new.project_id and found.subject_kind = 'ballot'
            and found.subject_id = new.ballot_id and found.edition = sheet.edition and found.as_of = sheet.closes_on
            and found.verdict = new.verdict
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_result_names_its_determination',
            message = 'a result rests on a determination of its own ballot, found with it';
    end if;
    passes := app.ballot_verdict(
        sheet.edition, sheet.closes_on, sheet.purpose, sheet.class,
        sheet.area_hundredths, new.area_part, new.area_yes, sheet.persons, new.persons_part, new.persons_yes,
        sheet.households, new.households_part, new.households_yes);
    if passes is distinct from (new.verdict = 'pass') then
        raise exception using errcode = 'YS001', constraint = 'ballot_verdict_follows_its_rules',
            message = 'the verdict is not what the rules of the closing day say';
    end if;
    return null;
end
$$;

create or replace function app.tg__count_answers_every_question() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if exists (
        select from app.ballot_question asked
        where asked.district = new.district and asked.ballot_id = new.ballot_id and not exists (
            select from app.ballot_result result
            where result.district = new.district and result.count_id = new.count_id and result.ordinal = asked.ordinal
        )
    ) or exists (
        select from app.ballot where district = new.district and ballot_id = new.ballot_id and state <> 'counted'
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_count_answers_every_question',
            message = 'a count closes its ballot and has a result for each question';
    end if;
    return null;
end
$$;

-- GS-02-1, GS-02-6, GS-03-7: up before down, round after round, and the round of deliberation with its minutes.
create or replace function app.tg__consultation_goes_in_order() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner record;
    before record;
    after record;
    place integer := new.round * 2 + case new.direction when 'feedback' then 1 else 0 end;
begin
    select * into owner from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if owner.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'consultation_waits_no_more',
            message = 'a closed project is not consulted on';
    end if;
    if new.happened_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'paper_is_not_dated_ahead',
            message = 'a step is recorded when it has happened';
    end if;
    if new.attempt <> 1 + (
        select coalesce(max(attempt), 0) from app.consultation_step
        where district = new.district and project_id = new.project_id and round = new.round
            and direction = new.direction)
    then
        raise exception using errcode = 'YS001', constraint = 'consultation_step_is_one',
            message = 'a record of a step follows the one it replaces';
    end if;
    select max(happened_on) filter (where ordinal < place) as latest,
        max(ordinal) filter (where ordinal < place) as last
    into before
    from (
        select distinct on (round, direction) happened_on,
            round * 2 + case direction when 'feedback' then 1 else 0 end as ordinal
        from app.consultation_step
        where district = new.district and project_id = new.project_id order by round, direction, attempt desc
    ) steps;
    select min(happened_on) filter (where ordinal > place) as earliest into after
    from (
        select distinct on (round, direction) happened_on,
            round * 2 + case direction when 'feedback' then 1 else 0 end as ordinal
        from app.consultation_step
        where district = new.district and project_id = new.project_id order by round, direction, attempt desc
    ) steps;
    if (place > 2 and before.last is distinct from place - 1) or before.latest > new.happened_on
        or after.earliest < new.happened_on
    then
        raise exception using errcode = 'YS001', constraint = 'consultation_goes_in_order',
            message = 'each round is collected and then fed back, one after another';
    end if;
    if new.direction = 'collect' and (new.kind <> 'deliberation' or new.attendance is null) and exists (
        select from policy.parameter
        where edition = owner.edition and key = 'rounds.deliberation' and value = new.round::text
            and valid_from <= new.happened_on and (valid_to is null or valid_to >= new.happened_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'round_of_deliberation_has_its_minutes',
            message = 'this round is a deliberation with minutes and attendance';
    end if;
    return new;
end
$$;

create or replace trigger _200_ballot_opens_over_the_register before insert on app.ballot
    for each row execute function app.tg__ballot_opens_over_the_register();
create or replace trigger _200_ballot_goes_from_open_to_its_end before update on app.ballot
    for each row execute function app.tg__ballot_goes_from_open_to_its_end();
create constraint trigger _910_ballot_asks_its_questions after insert on app.ballot
    deferrable initially deferred for each row execute function app.tg__ballot_asks_its_questions();
create or replace trigger _200_question_is_put_lawfully before insert on app.ballot_question
    for each row execute function app.tg__question_is_put_lawfully();
create or replace trigger _100_fact_is_never_changed before update or delete on app.ballot_question
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_slip_is_of_its_ballot before insert or update on app.ballot_slip
    for each row execute function app.tg__slip_is_of_its_ballot();
create or replace trigger _500_slip_rests_on_its_scan after insert on app.ballot_slip
    for each row execute function app.tg__slip_rests_on_its_scan();
create or replace trigger _200_slip_is_rechecked_by_another before insert on app.slip_recheck
    for each row execute function app.tg__slip_is_rechecked_by_another();
create or replace trigger _100_fact_is_never_changed before update or delete on app.slip_recheck
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_count_is_of_a_finished_ballot before insert on app.ballot_count
    for each row execute function app.tg__count_is_of_a_finished_ballot();
create or replace trigger _100_fact_is_never_changed before update or delete on app.ballot_count
    for each row execute function app.tg__fact_is_never_changed();
create constraint trigger _910_count_answers_every_question after insert on app.ballot_count
    deferrable initially deferred for each row execute function app.tg__count_answers_every_question();
create or replace trigger _200_correction_comes_with_its_recount before insert on app.slip_correction
    for each row execute function app.tg__correction_comes_with_its_recount();
create or replace trigger _100_fact_is_never_changed before update or delete on app.slip_correction
    for each row execute function app.tg__fact_is_never_changed();
create constraint trigger _910_result_is_its_tally after insert on app.ballot_result
    deferrable initially deferred for each row execute function app.tg__result_is_its_tally();
create or replace trigger _100_fact_is_never_changed before update or delete on app.ballot_result
    for each row execute function app.tg__fact_is_never_changed();
create or replace trigger _200_consultation_goes_in_order before insert on app.consultation_step
    for each row execute function app.tg__consultation_goes_in_order();
create or replace trigger _100_fact_is_never_changed before update or delete on app.consultation_step
    for each row execute function app.tg__fact_is_never_changed();
