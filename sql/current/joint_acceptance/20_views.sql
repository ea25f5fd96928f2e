-- What a round's page shows of each seat: who holds it, and what was said over the latest dossier.
create or replace view app.acceptance_seat_card with (security_invoker = true) as
select
    seat.district, seat.acceptance_seat_id, seat.acceptance_round_id, seat.project_id, seat.seat, seat.role,
    seat.mandatory, seat.needs_key, held.person_id, held.organisation_id, person.name as person,
    organisation.name as organisation, said.acceptance_opinion_id, said.opinion, said.words, said.items,
    said.sign_kind, said.given_on, said.received_at, said.dossier_sha256, said.key_id, letter.granted_by, letter.letter,
    letter.valid_from as letter_from, letter.valid_to as letter_to, own.name as unit
from app.acceptance_seat seat
left join lateral (
    select s.person_id, s.organisation_id, s.number from app.acceptance_sitting s
    where s.district = seat.district and s.acceptance_seat_id = seat.acceptance_seat_id
    order by s.number desc limit 1
) held on true
left join auth.organisation own on own.organisation_id = seat.organisation_id
left join app.acceptance_delegation letter
    on letter.district = seat.district and letter.acceptance_seat_id = seat.acceptance_seat_id
    and letter.number = held.number
left join auth.person on person.person_id = held.person_id
left join auth.organisation on organisation.organisation_id = held.organisation_id
left join lateral (
    select o.* from app.acceptance_opinion o
    join app.acceptance_dossier d on d.district = o.district and d.acceptance_round_id = o.acceptance_round_id
        and d.sha256 = o.dossier_sha256
    where o.district = seat.district and o.acceptance_seat_id = seat.acceptance_seat_id
        and o.person_id = held.person_id
    order by d.number desc limit 1
) said on true;

-- 公示: rounds, their days and results; nobody's name.
create or replace view pub.acceptance_rounds as
select r.project_id, r.number, r.event_on, r.place, r.state, r.ended_on, encode(c.dossier_sha256, 'hex') as dossier
from app.acceptance_round r
join (select district, project_id from app.project) its using (district, project_id)
left join app.acceptance_certificate c using (district, acceptance_round_id);
