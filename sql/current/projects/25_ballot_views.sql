-- Ballots as anyone may see them, and figures for whoever may not read slips.

-- The tally of a ballot of one's own district, by question; nothing of any unit.
create or replace function app.ballot_figures(in_ballot uuid)
returns table (
    ordinal integer, area_part bigint, area_yes bigint, persons_part integer, persons_yes integer,
    households_part integer, households_yes integer, households_no integer
)
language sql stable security definer set search_path = ''
as $$
    select asked.ordinal, tally.*
    from app.ballot
    join app.ballot_question asked using (district, ballot_id)
    cross join lateral app.ballot_tally(
        ballot.district, ballot.ballot_id,
        (select coalesce(max(counted.ordinal), 0) from app.ballot_count counted
        where counted.district = ballot.district and counted.ballot_id = ballot.ballot_id),
        asked.ordinal) tally
    where ballot.district = auth.district() and ballot.ballot_id = in_ballot and auth.sees(ballot.project_id)
$$;

-- How many slips of a ballot are entered again, how many of them differ; nothing of any unit.
create or replace function app.ballot_entries(in_ballot uuid)
returns table (slips integer, paper integer, rechecked integer, differing integer, withdrawn integer)
language sql stable security definer set search_path = ''
as $$
    select (count(*) filter (where slip.withdrawn_on is null))::integer,
        (count(*) filter (where slip.withdrawn_on is null and slip.channel = 'paper'))::integer,
        (count(again.slip_id) filter (where slip.withdrawn_on is null))::integer,
        (count(*) filter (where slip.withdrawn_on is null and again.answers <> slip.answers))::integer,
        (count(*) filter (where slip.withdrawn_on is not null))::integer
    from app.ballot_slip slip left join app.slip_recheck again using (district, slip_id)
    where slip.district = auth.district() and slip.ballot_id = in_ballot
        and auth.sees((
            select ballot.project_id from app.ballot
            where ballot.district = auth.district() and ballot.ballot_id = in_ballot))
$$;

-- What everybody may see of a ballot: whole figures once it is counted, nothing of any household.
create or replace view pub.ballot as
select
    ballot.project_id, ballot.ballot_id, ballot.title, ballot.organiser_kind, ballot.opened_on, ballot.closes_on,
    ballot.state, ballot.households, ballot.persons, ballot.area_hundredths, asked.ordinal, asked.purpose,
    asked.title as question, asked.class, counted.ordinal as count_number, counted.reason as recount_reason,
    counted.counted_on, result.area_part, result.area_yes, result.persons_part, result.persons_yes,
    result.households_part, result.households_yes, result.verdict, found.because
from app.ballot
join (select district, project_id from app.project) its using (district, project_id)
join app.ballot_question asked using (district, ballot_id)
left join app.ballot_count counted using (district, ballot_id)
left join app.ballot_result result
    on result.district = counted.district and result.count_id = counted.count_id and result.ordinal = asked.ordinal
left join app.determination found
    on found.district = result.district and found.determination_id = result.determination_id
where ballot.state <> 'called_off';

create or replace view pub.consultation as
select distinct on (project_id, round, direction) project_id, round, direction, kind, happened_on, place, attendance
from app.consultation_step join (select district, project_id from app.project) its using (district, project_id)
order by project_id, round, direction, attempt desc;
