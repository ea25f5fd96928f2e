-- Ballots: over a standing register, by who may hold them, one slip for a unit, and a result that is its tally.

create or replace function app.tg__ballot_opens_over_the_register() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    owner record;
begin
    select * into owner from app.project
    where district = new.district and project_id = new.project_id for no key update;
    if new.state <> 'open' then
        raise exception using errcode = 'YS001', constraint = 'ballot_step_is_allowed', message = 'a ballot begins open';
    end if;
    if app.is_recorded_late(owner.edition, new.notified_on) then
        raise exception using errcode = 'YS001', constraint = 'front_fact_is_recorded_in_its_time',
            message = 'a vote of long ago is taken in with its paper';
    end if;
    -- LC-05-1: a street's clerk does not open a ballot in the owners' name, nor the other way round.
    if auth.role() <> (case new.organiser_kind
        when 'community' then 'community' when 'street' then 'construction_unit' else 'owners_body' end)
    then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_opened_by_its_organiser',
            message = format('%s does not open a ballot held by %s', auth.role(), new.organiser_kind);
    end if;
    if owner.state = 'S23' then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_of_an_open_project',
            message = 'a closed project holds no ballots';
    end if;
    if not exists (
        select from app.register_import
        where district = new.district and import_id = new.register_import_id and project_id = new.project_id
            and state = 'standing' and households = new.households and persons = new.persons
            and area_hundredths = new.area_hundredths
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_counted_over_the_register',
            message = 'a ballot takes its denominators from the standing register';
    end if;
    if exists (
        select from app.register_import
        where district = new.district and import_id = new.register_import_id and format = 'scheme'
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_waits_for_the_owners_names',
            message = 'a list without its owners cannot say who is one person';
    end if;
    -- CV-04, CON-4: whoever leaves homes or square metres out of the register changes what a majority is. As many as the community was
    -- told to have, or the office says in a stored paper why not. An edition from before knows no such paper, or no tolerance.
    if exists (
        select from app.community told
        where told.district = new.district and told.community_id = owner.community_id and (
            told.households <> new.households
            or app.ratio_is_met(
                abs(new.area_hundredths - told.area_hundredths), told.area_hundredths,
                (select app.policy_on(owner.edition, 'register.area_tolerance', new.closes_on)), false))
    ) and exists (
        select from policy.parameter
        where edition = owner.edition and key = 'paper.recorders' and value = 'register_correction'
    ) and not exists (
        select from app.paper
        where paper.district = new.district and paper.subject_kind = 'project' and paper.subject_id = new.project_id
            and paper.kind = 'register_correction' and app.paper_stands(paper.district, paper.sha256)
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_waits_for_the_whole_register',
            message = 'the register has more or fewer homes or square metres than the community';
    end if;
    -- The project's own edition; where that is older than the rules of ballots, one of the same place.
    if new.edition <> owner.edition and (
        exists (select from policy.parameter where edition = owner.edition and key = 'consent.regime')
        or not exists (select from policy.edition where edition = new.edition and place = owner.place)
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_held_by_its_projects_rules',
            message = 'a ballot names the policy edition of its project';
    end if;
    if new.follows is not null and not exists (
        select from app.ballot
        where district = new.district and ballot_id = new.follows and project_id = new.project_id and state <> 'open'
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_follows_one_of_its_project',
            message = 'a ballot follows an ended one of the same project';
    end if;
    -- Where the place's packs say nothing of a day, nothing is lawful on it.
    if (new.closes_on - new.opened_on between
            (select app.policy_on(new.edition, 'ballot.window.min_days', new.closes_on))::integer
            and (select app.policy_on(new.edition, 'ballot.window.max_days', new.closes_on))::integer) is not true
    then
        raise exception using errcode = 'YS001', constraint = 'ballot_window_is_lawful',
            message = 'the days of voting are fewer or more than the place allows';
    end if;
    if (new.opened_on - new.notified_on
        >= (select app.policy_on(new.edition, 'ballot.notice_days', new.closes_on))::integer) is not true
    then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_announced_in_time',
            message = 'owners are told of a ballot before it opens';
    end if;
    return new;
end
$$;

create or replace function app.tg__ballot_goes_from_open_to_its_end() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    if old.state <> 'open' or new.state = 'open' then
        raise exception using errcode = 'YS001', constraint = 'ballot_step_is_allowed',
            message = 'an ended ballot stays as it is';
    end if;
    if new.state = 'counted' and not exists (
        select from app.ballot_count
        where district = new.district and ballot_id = new.ballot_id and ordinal = 1 and op_id = new.op_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_closes_by_its_count',
            message = 'a ballot is closed by its first count';
    end if;
    return new;
end
$$;

create or replace function app.tg__ballot_asks_its_questions() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.ballot_question where district = new.district and ballot_id = new.ballot_id
        having count(*) > 0 and count(*) = max(ordinal)
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_asks_its_questions',
            message = 'a ballot has its questions, numbered from one';
    end if;
    return null;
end
$$;

-- LC-01-1, LC-03-1, LC-05-1, CON-10: who holds it, on which form, asking what, and what majority each matter needs.
create or replace function app.tg__question_is_put_lawfully() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    sheet record;
    form text;
begin
    select * into sheet from app.ballot where district = new.district and ballot_id = new.ballot_id for no key update;
    if sheet.op_id <> new.op_id or sheet.project_id <> new.project_id or sheet.state <> 'open' then
        raise exception using errcode = 'YS001', constraint = 'ballot_questions_come_with_it',
            message = 'a ballot opens with all of its questions';
    end if;
    if sheet.organiser_kind not in (select app.policy_on(sheet.edition, 'ballot.organisers.' || new.purpose, sheet.closes_on))
    then
        raise exception using errcode = 'YS001', constraint = 'ballot_has_a_lawful_organiser',
            message = format('%s does not hold a ballot of this kind here', sheet.organiser_kind);
    end if;
    form := (select app.policy_on(sheet.edition, 'ballot.form.' || new.purpose, sheet.closes_on));
    if form is null or (form <> 'free' and form <> all (sheet.forms)) then
        raise exception using errcode = 'YS001', constraint = 'ballot_uses_the_places_form',
            message = format('the place asks for the form %s', form);
    end if;
    if new.purpose = 'willingness' and exists (
        select app.policy_on(sheet.edition, 'ballot.topics.willingness', sheet.closes_on) except
        select unnest(sheet.topics)
    ) then
        raise exception using errcode = 'YS001', constraint = 'willingness_sheet_asks_all_it_must',
            message = 'the sheet leaves out what residents decide';
    end if;
    if new.purpose = 'plan' and (sheet.plan_sha256 is null or sheet.plan_published_on is null) then
        raise exception using errcode = 'YS001', constraint = 'plan_is_published_before_its_ballot',
            message = 'a plan is voted on as it was published';
    end if;
    -- Else nothing shows what was voted on: a digest alone is nobody's plan.
    if new.purpose = 'plan' and exists (select app.policy_on(sheet.edition, 'plan.parts', sheet.closes_on))
        and not exists (
            select from app.paper
            where paper.district = new.district and paper.project_id = new.project_id
                and paper.subject_kind = 'project' and paper.sha256 = sheet.plan_sha256
                and paper.kind in (select app.policy_on(sheet.edition, 'plan.parts', sheet.closes_on))
                and app.paper_stands(paper.district, paper.sha256)
        )
    then
        raise exception using errcode = 'YS001', constraint = 'plan_ballot_is_on_a_stored_plan',
            message = 'no stored part of the plan has this digest';
    end if;
    if new.class not in (
        select app.policy_on(sheet.edition, 'consent.matters.' || new.matter || '.class', sheet.closes_on)
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_matter_is_of_its_class',
            message = format('%s is not a %s matter', new.matter, new.class);
    end if;
    if new.purpose <> 'other' and exists (
        select from app.ballot earlier join app.ballot_question asked using (district, ballot_id)
        where earlier.district = new.district and earlier.project_id = new.project_id and earlier.state = 'counted'
            and asked.purpose = new.purpose
    ) and not exists (
        select from app.ballot_question
        where district = new.district and ballot_id = sheet.follows and purpose = new.purpose
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_held_again_names_the_one_before',
            message = 'a matter that was voted on is put again with a reason';
    end if;
    return new;
end
$$;

create or replace function app.tg__slip_is_of_its_ballot() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    sheet record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into sheet from app.ballot where district = new.district and ballot_id = new.ballot_id;
    -- From its first count on, before its own row says so: what was rechecked is what is counted.
    if sheet.state <> 'open' or sheet.project_id <> new.project_id or exists (
        select from app.ballot_count where district = new.district and ballot_id = new.ballot_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_closed_to_slips',
            message = 'a counted ballot never changes';
    end if;
    if tg_op = 'UPDATE' then
        if old.withdrawn_on is not null or new.withdrawn_on is null then
            raise exception using errcode = 'YS001', constraint = 'slip_withdrawal_stays',
                message = 'a slip is withdrawn once and for all';
        end if;
        -- Met before the row's own check, which says what a withdrawal must have.
        if new.withdrawn_on < new.signed_on then
            raise exception using errcode = 'YS001', constraint = 'slip_is_withdrawn_after_it_is_signed',
                message = 'a slip is withdrawn on or after the day it was signed';
        end if;
        if new.withdrawal_kind = 'owner' and new.withdrawn_on > sheet.closes_on then
            raise exception using errcode = 'YS001', constraint = 'slip_is_withdrawn_while_the_ballot_is_open',
                message = 'an owner withdraws a slip up to the last day of voting';
        end if;
        if new.withdrawn_on > auth.today() then
            raise exception using errcode = 'YS001', constraint = 'paper_is_not_dated_ahead',
                message = 'a slip is withdrawn on a day that has come';
        end if;
        return new;
    end if;
    if new.entered_by is distinct from auth.person() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'a slip carries the person that enters it';
    end if;
    if new.signed_on not between sheet.opened_on and least(sheet.closes_on, auth.today()) then
        raise exception using errcode = 'YS001', constraint = 'slip_is_signed_while_the_ballot_is_open',
            message = 'a slip is signed on a day of voting';
    end if;
    if cardinality(new.answers) <> (
        select count(*) from app.ballot_question where district = new.district and ballot_id = new.ballot_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'slip_answers_every_question',
            message = 'a slip has one answer for each question';
    end if;
    if new.withdrawn_on is not null or not exists (
        select from app.register_unit
        where district = new.district and unit_id = new.unit_id and project_id = new.project_id
            and owner_id = new.owner_id and area_hundredths = new.area_hundredths and until_import is null
    ) then
        raise exception using errcode = 'YS001', constraint = 'slip_is_of_a_register_unit',
            message = 'a slip is of an owner and a unit of the register';
    end if;
    return new;
end
$$;

create or replace function app.tg__slip_is_rechecked_by_another() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    slip record;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select entry.*, sheet.state into slip
    from app.ballot_slip entry join app.ballot sheet using (district, ballot_id)
    where entry.district = new.district and entry.slip_id = new.slip_id and entry.ballot_id = new.ballot_id
        and entry.project_id = new.project_id;
    if not found or slip.state <> 'open' or slip.withdrawn_on is not null or exists (
        select from app.ballot_count where district = new.district and ballot_id = new.ballot_id
    ) then
        raise exception using errcode = 'YS001', constraint = 'slip_is_rechecked_before_the_count',
            message = 'what is rechecked is a slip of an open ballot that was not withdrawn';
    end if;
    if new.entered_by is distinct from auth.person() or new.entered_by = slip.entered_by then
        raise exception using errcode = 'YS001', constraint = 'slip_is_rechecked_by_another_person',
            message = 'whoever entered a slip does not recheck it';
    end if;
    if cardinality(new.answers) <> cardinality(slip.answers) then
        raise exception using errcode = 'YS001', constraint = 'slip_answers_every_question',
            message = 'a recheck has one answer for each question';
    end if;
    return new;
end
$$;

-- HOUSE-BAL-6: what a unit answered can be read again from what it signed, or from the record that its electronic
-- vote left: bytes that are kept, a document, and one for each unit. After the guard that queues at the project's row.
create or replace function app.tg__slip_rests_on_its_scan() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    sheet constant text := (select edition from app.ballot where district = new.district and ballot_id = new.ballot_id);
begin
    if new.scan_sha256 is null or not app.paper_stands(new.district, new.scan_sha256) then
        raise exception using errcode = 'YS001', constraint = 'slip_scan_is_stored',
            message = 'the scan of a slip, or the record of an electronic one, is kept with it';
    end if;
    if exists (
        select from app.file
        where district = new.district and sha256 = new.scan_sha256 and not app.reads_as_a_document(
            content, media_type, app.policy_number(sheet, 'paper.text_min_characters', auth.today()),
            app.policy_number(sheet, 'paper.text_min_distinct', auth.today()),
            app.policy_number(sheet, 'paper.file_min_bytes', auth.today()))
    ) then
        raise exception using errcode = 'YS001', constraint = 'slip_scan_is_a_document',
            message = 'these bytes are no scan that anybody can read';
    end if;
    if exists (
        select from app.ballot_slip other
        where other.district = new.district and other.scan_sha256 = new.scan_sha256 and other.slip_id <> new.slip_id
            and (other.unit_id <> new.unit_id or other.ballot_id <> new.ballot_id)
    ) then
        raise exception using errcode = 'YS001', constraint = 'slip_scan_is_of_one_unit',
            message = 'one scan is the slip of one unit in one ballot';
    end if;
    return null;
end
$$;

create or replace function app.tg__count_is_of_a_finished_ballot() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
    sheet record;
    share text;
begin
    perform from app.project where district = new.district and project_id = new.project_id for no key update;
    select * into sheet from app.ballot where district = new.district and ballot_id = new.ballot_id;
    if new.counted_by is distinct from auth.person() then
        raise exception using errcode = 'YS001', constraint = 'decision_is_signed_by_who_acts',
            message = 'a count carries the person that acts in this transaction';
    end if;
    if sheet.project_id <> new.project_id
        or sheet.state <> (case when new.ordinal = 1 then 'open' else 'counted' end)
        or new.ordinal <> 1 + (
            select coalesce(max(ordinal), 0) from app.ballot_count
            where district = new.district and ballot_id = new.ballot_id)
    then
        raise exception using errcode = 'YS001', constraint = 'recount_follows_the_last_count',
            message = 'a ballot is counted once; a recount follows the count before it';
    end if;
    if new.counted_on < sheet.closes_on or new.counted_on > auth.today() then
        raise exception using errcode = 'YS001', constraint = 'ballot_is_counted_after_its_last_day',
            message = 'voting is not over';
    end if;
    if new.ordinal > 1 then
        return new;
    end if;
    if exists (
        select from app.ballot_slip slip join app.slip_recheck again using (district, slip_id)
        where slip.district = new.district and slip.ballot_id = new.ballot_id and slip.withdrawn_on is null
            and again.answers <> slip.answers
    ) then
        raise exception using errcode = 'YS001', constraint = 'count_waits_for_entries_that_differ',
            message = 'a slip was read in two ways';
    end if;
    share := (select app.policy_on(sheet.edition, 'ballot.recheck.share', sheet.closes_on));
    if share is null or exists (
        select from app.ballot_slip slip left join app.slip_recheck again using (district, slip_id)
        where slip.district = new.district and slip.ballot_id = new.ballot_id and slip.withdrawn_on is null
        having count(*) > 0 and not app.ratio_is_met(count(again.slip_id), count(*), share, true)
    ) then
        raise exception using errcode = 'YS001', constraint = 'count_waits_for_its_rechecks',
            message = 'too few slips were entered again by another person';
    end if;
    return new;
end
$$;

create or replace function app.tg__correction_comes_with_its_recount() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
    if not exists (
        select from app.ballot_count recount
        join app.ballot_slip slip using (district, ballot_id)
        where recount.district = new.district and recount.count_id = new.count_id and recount.ordinal > 1
            and recount.op_id = new.op_id and recount.project_id = new.project_id and slip.slip_id = new.slip_id
            and slip.ballot_id = new.ballot_id and slip.withdrawn_on is null
            and cardinality(slip.answers) = cardinality(new.answers)
    ) then
        raise exception using errcode = 'YS001', constraint = 'correction_comes_with_its_recount',
            message = 'a recount corrects slips of its own ballot in its own act';
    end if;
    return new;
end
$$;
