-- What a ballot comes to: its slips as they are read, the figures of each question, the verdict of the place's rules.

-- Slips that were not withdrawn, as the recounts up to one of them read each.
create or replace function app.ballot_reading(in_district integer, in_ballot uuid, in_count integer)
returns table (slip_id uuid, owner_id uuid, area_hundredths bigint, answers text[])
language sql stable security definer set search_path = ''
as $$
    select slip.slip_id, slip.owner_id, slip.area_hundredths, coalesce(corrected.answers, slip.answers)
    from app.ballot_slip slip
    left join lateral (
        select correction.answers
        from app.slip_correction correction join app.ballot_count recount using (district, count_id)
        where correction.district = slip.district and correction.slip_id = slip.slip_id and recount.ordinal <= in_count
        order by recount.ordinal desc limit 1
    ) corrected on true
    where slip.district = in_district and slip.ballot_id = in_ballot and slip.withdrawn_on is null
$$;

-- The figures of a question. By house reading an owner of several units is one person, who takes part with his first
-- slip and agrees where all of his slips agree.
create or replace function app.ballot_tally(in_district integer, in_ballot uuid, in_count integer, in_question integer)
returns table (
    area_part bigint, area_yes bigint, persons_part integer, persons_yes integer, households_part integer,
    households_yes integer, households_no integer
)
language sql stable security definer set search_path = ''
as $$
    with reading as (
        select * from app.ballot_reading(in_district, in_ballot, in_count)
    ), owners as (
        select owner_id, bool_and(answers[in_question] = 'yes') as agrees from reading group by owner_id
    )
    select coalesce(sum(area_hundredths), 0)::bigint,
        coalesce(sum(area_hundredths) filter (where answers[in_question] = 'yes'), 0)::bigint,
        (select count(*) from owners)::integer, (select count(*) from owners where agrees)::integer,
        count(*)::integer, (count(*) filter (where answers[in_question] = 'yes'))::integer,
        (count(*) filter (where answers[in_question] = 'no'))::integer
    from reading
$$;

-- Cross-multiplied whole numbers (CV-02); of nobody nothing is met.
create or replace function app.ratio_is_met(in_count bigint, in_base bigint, in_share text, in_inclusive boolean)
returns boolean
language sql immutable security definer set search_path = ''
as $$
    select in_base > 0 and case when in_inclusive
        then in_count::numeric * coalesce(nullif(split_part(in_share, '/', 2), ''), '1')::numeric
            >= in_base::numeric * split_part(in_share, '/', 1)::numeric
        else in_count::numeric * coalesce(nullif(split_part(in_share, '/', 2), ''), '1')::numeric
            > in_base::numeric * split_part(in_share, '/', 1)::numeric
        end
$$;

-- CON-2, CON-11, K04: every test that the place asks for a question must be met. Null where its packs say nothing.
create or replace function app.ballot_verdict(
    edition text, day date, purpose text, class text,
    area_total bigint, area_part bigint, area_yes bigint,
    persons_total bigint, persons_part bigint, persons_yes bigint,
    households_total bigint, households_part bigint, households_yes bigint
) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
declare
    asked constant text[] := array(select app.policy_on(edition, 'ballot.tests.' || purpose, day));
    regime constant text := (select app.policy_on(edition, 'consent.regime', day));
    own constant text := (select app.policy_on(edition, 'consent.local', day));
    share text;
    quorum text;
    everybody boolean;
    holds boolean := true;
begin
    if cardinality(asked) = 0 or regime is null or own is null then
        return null;
    end if;
    if 'local' = any (asked) and own <> 'none' and (
        regime = 'property_law_76' or (select app.policy_on(edition, 'consent.local_after_2021', day)) = 'true'
    ) then
        share := (select app.policy_on(edition, 'consent.local.share', day));
        holds := holds and app.ratio_is_met(area_yes, area_total, share, true)
            and case own
                when 'area_and_households' then app.ratio_is_met(households_yes, households_total, share, true)
                else app.ratio_is_met(persons_yes, persons_total, share, true)
            end;
    end if;
    if 'single' = any (asked) then
        share := (select app.policy_on(edition, 'ballot.single.share', day));
        holds := holds and app.ratio_is_met(
            households_yes,
            case (select app.policy_on(edition, 'ballot.single.basis', day))
                when 'respondents' then households_part else households_total end,
            share, true);
    end if;
    if 'statute' = any (asked) then
        quorum := (select app.policy_on(edition, 'consent.quorum.share', day));
        everybody := (select app.policy_on(edition, 'consent.majority_of', day)) = 'everybody';
        share := (select app.policy_on(edition, 'consent.' || class || '.share', day));
        if split_part(quorum, '/', 1) <> '0' then
            holds := holds and app.ratio_is_met(area_part, area_total, quorum, true)
                and app.ratio_is_met(persons_part, persons_total, quorum, true);
        end if;
        holds := holds
            and app.ratio_is_met(
                area_yes, case when everybody then area_total else area_part end, share, class = 'special')
            and app.ratio_is_met(
                persons_yes, case when everybody then persons_total else persons_part end, share, class = 'special');
    end if;
    return holds;
end
$$;

-- Whether the last counted ballot on a matter passed it by its last count: what a gate asks.
create or replace function app.ballot_passed(in_district integer, in_project uuid, in_purpose text) returns boolean
language plpgsql stable security definer set search_path = ''
as $$
begin
    return (
        select coalesce((
            select bool_and(result.verdict = 'pass')
            from (
                select ballot.ballot_id, last.count_id
                from app.ballot
                join lateral (
                    select count_id, ordinal from app.ballot_count
                    where district = ballot.district and ballot_id = ballot.ballot_id order by ordinal desc limit 1
                ) last on true
                where ballot.district = in_district and ballot.project_id = in_project and ballot.state = 'counted'
                    and exists (
                        select from app.ballot_question
                        where district = ballot.district and ballot_id = ballot.ballot_id and purpose = in_purpose
                    )
                order by ballot.closes_on desc, ballot.opened_on desc, ballot.ballot_id desc limit 1
            ) latest
            join app.ballot_question question on question.district = in_district
                and question.ballot_id = latest.ballot_id and question.purpose = in_purpose
            join app.ballot_result result on result.district = in_district and result.count_id = latest.count_id
                and result.ordinal = question.ordinal
        ), false)
    );
end
$$;

create or replace function app.holds__willingness_ballot(in_district integer, in_project uuid, in_gate text)
returns boolean
language sql stable security definer set search_path = ''
as $$ select app.ballot_passed(in_district, in_project, 'willingness') $$;

create or replace function app.holds__plan_ballot(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$ select app.ballot_passed(in_district, in_project, 'plan') $$;

-- GS-02-1: every round that the place asks for has gone up and come down; none where it asks for none.
create or replace function app.holds__three_rounds(in_district integer, in_project uuid, in_gate text) returns boolean
language sql stable security definer set search_path = ''
as $$
    select coalesce(bool_and(
        (select count(distinct step.direction) from app.consultation_step step
        where step.district = project.district and step.project_id = project.project_id and step.round = needed.round) = 2
    ), true)
    from app.project
    cross join generate_series(1, (
        select max(value::integer) from policy.parameter
        where edition = project.edition and key = 'rounds.required' and valid_to is null
    )) as needed (round)
    where project.district = in_district and project.project_id = in_project
$$;
