import Actions
import JointAcceptance
import PQ
import Values

/// The statements that read joint acceptance.
enum AcceptanceStore {
    static let round = "app.acceptance_round"
    static let key = "acceptance_round_id"

    static func gateFacts(_ project: ID, today: BusinessDay) -> SQL { gateFacts([project], today: today) }

    static func gateFacts(_ projects: [ID], today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'today', \(today), 'overdue_claims', app.overdue_claims(p.district, p.project_id),
            'state', p.state, 'version', p.version, 'place', p.place, 'edition', p.edition,
            'construction_unit', p.construction_unit_id,
            'mode', (
                select mode from app.delivery_mode m
                where m.district = p.district and m.project_id = p.project_id
            ),
            'blocks', (\(blocks(["joint_acceptance"]))),
            'lots', (
                select count(*) from app.inspection_lot l
                where l.district = p.district and l.project_id = p.project_id
            ),
            'lots_passed', (
                select count(*) from app.inspection_lot l
                where l.district = p.district and l.project_id = p.project_id and l.state = 'passed'
            ),
            'answers', (\(answers)),
            'notices', app.stored_notices(p.district, p.project_id),
            'papers', (
                select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'title', d.title,
                    'units', app.units_of_entry(d.district, d.op_id))
                    order by d.kind, d.paper_id), '[]')
                from app.paper d
                where d.district = p.district and d.subject_kind = 'project' and d.subject_id = p.project_id
                    and app.paper_stands(d.district, d.sha256)
            ),
            'unfinished', (
                select (
                    select count(*) from app.progress line
                    where line.district = p.district and line.project_id = p.project_id and line.charge is null
                        and line.approved_milli < line.contracted_milli + line.added_milli
                        and app.contract_ended_on(line.district, line.contract_id) is null
                ) + (select count(*) from app.unfinished_items(p.district, p.project_id))
                    + (select count(*) from app.left_by_ended_contracts(p.district, p.project_id))
            ),
            'units', (
                select coalesce(jsonb_agg(jsonb_build_object('role', part.role, 'id', part.organisation_id,
                    'name', unit.name, 'from', part.valid_from, 'to', part.valid_to)), '[]')
                from (
                    select e.role, e.organisation_id, e.valid_from, app.engagement_until(e) as valid_to
                    from app.engagement e
                    where e.district = p.district and e.project_id = p.project_id
                    union all select 'construction_unit', p.construction_unit_id, '2000-01-01', null
                ) part
                join auth.organisation unit using (organisation_id)
            ),
            'engaged', (
                select coalesce(jsonb_agg(distinct role), '[]') from app.engagement e
                where e.district = p.district and e.project_id = p.project_id and e.valid_from <= \(today)
                    and coalesce(app.engagement_until(e), 'infinity') >= \(today)
            ),
            'open_round', (
                select acceptance_round_id from app.acceptance_round r
                where r.district = p.district and r.project_id = p.project_id
                    and r.state in ('called', 'disputed')
            ),
            'certified_round', (
                select acceptance_round_id from app.acceptance_round r
                where r.district = p.district and r.project_id = p.project_id and r.state = 'certified'
            ),
            'rounds_ended', (
                select count(*) from app.acceptance_round r
                where r.district = p.district and r.project_id = p.project_id
                    and r.state in ('failed', 'called_off')
            )) as facts, p.project_id
        from app.project p where p.district = auth.district() and p.project_id = any(\(projects))
        """
    }

    /// The latest answer of every item of the checklist.
    static let answers: SQL = """
        select coalesce(jsonb_agg(jsonb_build_object('item', a.item, 'answer', a.answer, 'evidence', a.evidence)
            order by a.item), '[]')
        from (
            select distinct on (item) item, answer, evidence from app.acceptance_answer
            where acceptance_answer.district = p.district and acceptance_answer.project_id = p.project_id
            order by item, created_at desc, acceptance_answer_id desc
        ) a
        """

    private static func blocks(_ classes: [String]) -> SQL {
        """
        select coalesce(jsonb_agg(jsonb_build_object('action_class', action_class, 'code', code,
            'source_kind', source_kind, 'source', source_id,
            'name', coalesce(
                (
                    select issue.place from app.issue
                    where issue.district = b.district and issue.issue_id = b.source_id
                ), (
                    select change.number from app.change_order change
                    where change.district = b.district and change.change_order_id = b.source_id
                )),
            'conflict', case when source_kind = 'engagement_conflict' then (
                select jsonb_build_object('record', met.record, 'parties', jsonb_build_array(
                    jsonb_build_object('unit', one.organisation, 'role', one.role),
                    jsonb_build_object('unit', other.organisation, 'role', other.role)))
                from app.engagement_conflicts(b.district, b.project_id) met
                join app.engagement_card one
                    on one.district = b.district and one.engagement_id = met.engagement_id
                join app.engagement_card other
                    on other.district = b.district and other.engagement_id = met.other_id
                where least(met.engagement_id, met.other_id) = b.source_id
                    and auth.today() < least(coalesce(one.valid_to, 'infinity'), coalesce(other.valid_to, 'infinity'))
                order by met.record, met.engagement_id, met.other_id limit 1
            ) end) order by put_at, block_id), '[]')
        from app.block b
        where b.district = p.district and b.project_id = p.project_id and b.lifted_at is null
            and b.action_class = any(\(classes))
        """
    }

    static func roundFacts(_ round: ID, today: BusinessDay) -> SQL {
        "select (\(roundObject(today))) as facts from \(roundSource(round))"
    }

    /// The open rounds of projects.
    static func openRounds(of projects: [ID], today: BusinessDay) -> SQL {
        """
        select p.project_id, r.acceptance_round_id as round, (\(roundObject(today))) as facts
        from app.acceptance_round r join app.project p using (district, project_id)
        where r.district = auth.district() and r.project_id = any(\(projects)) and r.state in ('called', 'disputed')
        """
    }

    static func roundSource(_ round: ID) -> SQL {
        """
        app.acceptance_round r join app.project p using (district, project_id)
        where r.district = auth.district() and r.acceptance_round_id = \(round)
        """
    }

    /// A round with its seats, dossiers and blocks, as `RoundFacts` reads it.
    static func roundObject(_ today: BusinessDay) -> SQL {
        """
        jsonb_build_object(
            'project', p.project_id, 'project_version', p.version, 'project_state', p.state, 'place', p.place,
            'edition', p.edition, 'mode', r.mode, 'construction_unit', p.construction_unit_id,
            'number', r.number, 'state', r.state, 'version', r.version, 'event_on', r.event_on,
            'notice_on', r.notice_on, 'receipted', app.notice_is_received(
                r.district, r.project_id, r.notice_number, r.notice_on, r.event_on),
            'seats', (
                select coalesce(jsonb_agg(jsonb_build_object(
                    'id', s.acceptance_seat_id, 'seat', s.seat, 'role', s.role, 'mandatory', s.mandatory,
                    'needs_key', s.needs_key, 'unit', s.organisation_id, 'unit_name', own.name,
                    'holder', held.person_id,
                    'holder_organisation', held.organisation_id, 'sittings', coalesce(held.number, 0),
                    'conflict', app.acceptance_conflict(s.district, s.project_id, held.person_id,
                        held.organisation_id, held.role, \(today)::date),
                    'letter', (
                        select jsonb_build_object('valid_from', l.valid_from, 'valid_to', l.valid_to)
                        from app.acceptance_delegation l
                        where l.district = s.district and l.acceptance_seat_id = s.acceptance_seat_id
                            and l.number = held.number
                    ),
                    'said', (
                        select coalesce(jsonb_agg(jsonb_build_object('id', o.acceptance_opinion_id,
                            'person', o.person_id, 'digest', encode(o.dossier_sha256, 'hex'),
                            'opinion', o.opinion) order by o.acceptance_opinion_id), '[]')
                        from app.acceptance_opinion o
                        where o.district = s.district and o.acceptance_seat_id = s.acceptance_seat_id
                    )) order by s.seat), '[]')
                from app.acceptance_seat s
                left join auth.organisation own on own.organisation_id = s.organisation_id
                left join lateral (
                    select t.person_id, t.organisation_id, t.role, t.number from app.acceptance_sitting t
                    where t.district = s.district and t.acceptance_seat_id = s.acceptance_seat_id
                    order by t.number desc limit 1
                ) held on true
                where s.district = r.district and s.acceptance_round_id = r.acceptance_round_id
            ),
            'dossiers', (
                select coalesce(jsonb_agg(encode(d.sha256, 'hex') order by d.number), '[]')
                from app.acceptance_dossier d
                where d.district = r.district and d.acceptance_round_id = r.acceptance_round_id
            ),
            'frozen_at', (
                select \(moment("d.frozen_at")) from app.acceptance_dossier d
                where d.district = r.district and d.acceptance_round_id = r.acceptance_round_id
                order by d.number desc limit 1
            ),
            'blocks', (\(blocks(["joint_acceptance", "certificate"]))))
        """
    }

    /// A round, and whether a person of a unit would have a conflict in a seat.
    static func seatingFacts(_ round: ID, _ draft: SeatDraft, today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'round', \(roundObject(today)),
            'conflict', app.acceptance_conflict(r.district, r.project_id, \(draft.person), \(draft.organisation),
                coalesce(\(draft.role)::text, (
                    select role from app.acceptance_seat s
                    where s.district = r.district and s.acceptance_round_id = r.acceptance_round_id
                        and s.seat = \(draft.seat)
                )), \(today)::date)) as facts
        from \(roundSource(round))
        """
    }

    /// A round, and the keys of whoever asks.
    static func signingFacts(_ round: ID, today: BusinessDay) -> SQL {
        """
        select jsonb_build_object(
            'round', \(roundObject(today)),
            'keys', (
                select coalesce(jsonb_agg(jsonb_build_object('id', key_id, 'person', person_id,
                    'public_key', public_key, 'valid_from', \(moment("valid_from")),
                    'revoked_at', \(moment("revoked_at")))), '[]')
                from auth.signing_key where person_id = auth.person()
            )) as facts
        from \(roundSource(round))
        """
    }

    /// A moment as text that `Instant` reads.
    static func moment(_ column: String) -> SQL {
        """
        to_char(\(unescaped: column) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
        """
    }

    /// What each state of a round is called, for lists that are written straight from their rows.
    private static let titles =
        JSON.object(
            Dictionary(
                uniqueKeysWithValues: RoundState.allCases.map {
                    ($0.rawValue, JSON.object(["zh": .text($0.words.zh), "en": .text($0.words.en)]))
                })
        ).canonical

    static func rounds(_ project: ID, _ page: Paging) -> SQL {
        """
        select acceptance_round_id as id, number, event_on, place, notice_on, notice_number, state,
            \(jsonb: titles) -> state ->> 'zh' as state_title, \(jsonb: titles) -> state ->> 'en' as state_title_en,
            ended_on, ended_because, version
        from app.acceptance_round
        where district = auth.district() and project_id = \(project)
            and (\(page.after)::uuid is null or acceptance_round_id > \(page.after))
        order by acceptance_round_id limit \(page.limit + 1)
        """
    }

    /// A round as it is shown, with names; the signed bytes are in the dossier and the certificate.
    static func card(_ round: ID) -> SQL {
        """
        select jsonb_build_object(
            'id', r.acceptance_round_id, 'project', r.project_id, 'project_name', p.name, 'number', r.number,
            'event_on', r.event_on, 'place', r.place, 'notice_on', r.notice_on,
            'notice_number', r.notice_number, 'notice_workdays', r.notice_workdays, 'mode', r.mode,
            'state', r.state, 'ended_on', r.ended_on, 'ended_because', r.ended_because,
            'disputed_on', r.disputed_on, 'dispute', r.dispute, 'settlement', r.settlement, 'version', r.version,
            'seats', (
                select coalesce(jsonb_agg(jsonb_build_object('seat', s.seat, 'role', s.role,
                    'mandatory', s.mandatory, 'needs_key', s.needs_key, 'person', s.person_id,
                    'name', s.person, 'organisation', s.organisation, 'opinion', s.opinion, 'words', s.words,
                    'items', s.items, 'sign_kind', s.sign_kind, 'given_on', s.given_on,
                    'right', case when s.person_id is null then null when s.letter is null then 'appointment'
                        else 'delegation' end,
                    'granted_by', s.granted_by, 'letter', s.letter, 'letter_from', s.letter_from,
                    'letter_to', s.letter_to,
                    'unit', s.unit, 'digest', encode(s.dossier_sha256, 'hex'))
                    order by s.mandatory desc, s.seat), '[]')
                from app.acceptance_seat_card s
                where s.district = r.district and s.acceptance_round_id = r.acceptance_round_id
            ),
            'dossiers', (
                select coalesce(jsonb_agg(jsonb_build_object('number', d.number,
                    'sha256', encode(d.sha256, 'hex'), 'frozen_at', \(moment("d.frozen_at"))) order by d.number), '[]')
                from app.acceptance_dossier d
                where d.district = r.district and d.acceptance_round_id = r.acceptance_round_id
            ),
            'certificate', (
                select jsonb_build_object('id', c.acceptance_certificate_id, 'certified_on', c.certified_on,
                    'sha256', encode(c.sha256, 'hex'), 'dossier', encode(c.dossier_sha256, 'hex'))
                from app.acceptance_certificate c
                where c.district = r.district and c.acceptance_round_id = r.acceptance_round_id
            )) as card
        from \(roundSource(round))
        """
    }
}
