import Actions
import JointAcceptance
import Ledger
import PQ
import Values

/// The statements that write joint acceptance.
enum AcceptanceWrites {
    static func answer(_ answer: AnswerDraft, of project: ID, id: ID, _ sitting: Sitting) -> SQL {
        """
        insert into app.acceptance_answer (district, acceptance_answer_id, project_id, item, answer, evidence,
            answered_by, op_id)
        values (\(sitting.actor.district), \(id), \(project), \(answer.item), \(answer.answer),
            \(answer.evidence), \(sitting.actor.person), \(sitting.op))
        """
    }

    static func call(
        _ draft: RoundDraft, of project: ID, number: Int64, edition: String, mode: String, notice: Int64,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_round (district, acceptance_round_id, project_id, number, event_on, place,
            notice_on, notice_number, edition, notice_workdays, mode, op_id)
        values (\(sitting.actor.district), \(draft.id), \(project), \(Int32(truncatingIfNeeded: number)),
            \(draft.eventOn), \(draft.place), \(draft.noticeOn), \(draft.noticeNumber), \(edition), \(notice),
            \(mode), \(sitting.op))
        """
    }

    static func seat(_ place: AcceptancePolicy.Place, of round: ID, in project: ID, _ sitting: Sitting) -> SQL
    {
        """
        insert into app.acceptance_seat (district, acceptance_seat_id, acceptance_round_id, project_id, seat,
            role, mandatory, needs_key, organisation_id, op_id)
        values (\(sitting.actor.district), \(sitting.newID()), \(round), \(project), \(place.name),
            \(place.rule.role), \(place.rule.mandatory), \(place.rule.needsKey), \(place.unit?.id), \(sitting.op))
        """
    }

    static func sit(
        _ draft: SeatDraft, in seat: RoundFacts.Seat, of round: ID, as role: String, in project: ID,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_sitting (district, acceptance_seat_id, number, acceptance_round_id,
            project_id, person_id, organisation_id, role, seated_on, op_id)
        values (\(sitting.actor.district), \(seat.id), \(Int32(truncatingIfNeeded: seat.sittings + 1)), \(round),
            \(project), \(draft.person), \(draft.organisation), \(role), \(sitting.today), \(sitting.op))
        """
    }

    static func delegate(
        _ letter: LetterDraft, _ person: ID, in seat: RoundFacts.Seat, of round: ID, in project: ID,
        _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_delegation (district, acceptance_seat_id, number, acceptance_round_id, project_id,
            person_id, granted_by, letter, sha256, valid_from, valid_to, op_id)
        values (\(sitting.actor.district), \(seat.id), \(Int32(truncatingIfNeeded: seat.sittings)) + 1, \(round),
            \(project), \(person), \(letter.grantedBy), \(letter.letter), \(letter.sha256.flatMap { bytes(hex: $0) }),
            \(letter.validFrom), \(letter.validTo), \(sitting.op))
        """
    }

    static func dispute(_ round: ID, _ dispute: String, from version: Int64, _ sitting: Sitting) -> SQL {
        """
        update app.acceptance_round set state = 'disputed', disputed_on = \(sitting.today), dispute = \(dispute),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(sitting.op)
        where district = \(sitting.actor.district) and acceptance_round_id = \(round)
        """
    }

    static func settle(_ round: ID, _ settlement: String, from version: Int64, _ sitting: Sitting) -> SQL {
        """
        update app.acceptance_round set state = 'failed', ended_on = \(sitting.today),
            ended_because = \(settlement), settlement = \(settlement),
            version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(sitting.op)
        where district = \(sitting.actor.district) and acceptance_round_id = \(round)
        """
    }

    static func freeze(
        _ dossier: Dossier, id: ID, number: Int, of round: ID, in project: ID, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_dossier (district, acceptance_dossier_id, acceptance_round_id, project_id,
            number, manifest, sha256, frozen_at, op_id)
        values (\(sitting.actor.district), \(id), \(round), \(project), \(Int32(truncatingIfNeeded: number)),
            \(dossier.canonical()), \(dossier.digest), \(sitting.now), \(sitting.op))
        """
    }

    static func opinion(
        _ statement: Statement, signed kind: SignKind, signature: String?, key: ID?, words: String, id: ID,
        seat: ID, of round: ID, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_opinion (district, acceptance_opinion_id, acceptance_seat_id,
            acceptance_round_id, project_id, person_id, dossier_sha256, opinion, words, items, sign_kind,
            statement, signature, key_id, second_factor, received_at, given_on, op_id)
        values (\(sitting.actor.district), \(id), \(seat), \(round), \(statement.project),
            \(sitting.actor.person), \(statement.digest), \(statement.opinion), \(words),
            \(JSON.list(statement.items.map(JSON.text))), \(kind), \(statement.canonical()), \(signature), \(key),
            \(sitting.actor.secondFactor), \(sitting.now), \(sitting.today), \(sitting.op))
        """
    }

    static func certify(
        _ certificate: Certificate, file: [UInt8], resting opinions: [ID], of round: ID, _ sitting: Sitting
    ) -> SQL {
        """
        insert into app.acceptance_certificate (district, acceptance_certificate_id, acceptance_round_id,
            project_id, dossier_sha256, opinion_ids, certified_on, content, sha256, op_id)
        values (\(sitting.actor.district), \(certificate.id), \(round), \(certificate.dossier.project),
            \(certificate.dossier.digest), \(opinions), \(sitting.today), \(file), \(Digest.sha256(file)),
            \(sitting.op))
        """
    }

    static func end(
        _ round: ID, as state: RoundState, because reason: String?, from version: Int64, _ sitting: Sitting
    ) -> SQL {
        """
        update app.acceptance_round set state = \(state), ended_on = \(sitting.today),
            ended_because = \(reason), version = \(Int32(truncatingIfNeeded: version)) + 1, op_id = \(sitting.op)
        where district = \(sitting.actor.district) and acceptance_round_id = \(round)
        """
    }

    static func accept(_ project: ID, from version: Int64, _ sitting: Sitting) -> SQL {
        """
        update app.project set state = 'S16', version = \(Int32(truncatingIfNeeded: version)) + 1,
            op_id = \(sitting.op)
        where district = \(sitting.actor.district) and project_id = \(project)
        """
    }

    static func clock(_ deadline: Deadline, of round: ID, in project: ID, _ sitting: Sitting) -> SQL {
        NewClock(
            sitting.newID(), on: Subject("acceptance_round", round), in: project, key: deadline.key,
            rule: deadline.citation.rule, due: deadline.day, explanation: deadline.explanation
        ).insert(district: sitting.actor.district, op: sitting.op)
    }
}
