package import Actions
import JointAcceptance
import Ledger
import PQ
import Policy
import Values
import Web

/// What is done before and around a round (验收组织动作): checklist, calling, seats, dossiers, endings.
package struct AcceptanceActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Answers items of the checklist: the paper that shows it, or why it does not apply.
    @Sendable
    func answer(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(AnswersDraft.self)
        let today = desk.clock.now.day
        return try await desk.act(
            request, "acceptance.answer", on: .project(project), subject: Subject("project", project),
            facts: AcceptanceStore.gateFacts(project, today: today), as: AcceptanceFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try policy(facts.edition, facts.place, sitting)
            let decision = AcceptanceGate.answering(
                draft.answers.map { (item: $0.item, answer: $0.answer) }, facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "answers": .list(
                            draft.answers.map {
                                [
                                    "item": .text($0.item), "answer": .text($0.answer),
                                    "evidence": .text($0.evidence),
                                ]
                            })
                    ]),
                    draft.answers.map {
                        AcceptanceWrites.answer($0, of: project, id: sitting.newID(), sitting)
                    }, answer: .object(["answered": .int(Int64(draft.answers.count))])))
        }
    }

    /// Calls a round: the gate must be open and the notice early enough; its seats are fixed with it.
    @Sendable
    func call(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(RoundDraft.self)
        let today = desk.clock.now.day
        return try await desk.act(
            request, "acceptance.call", on: .project(project), subject: Subject("acceptance_round", draft.id),
            facts: AcceptanceStore.gateFacts(project, today: today), as: AcceptanceFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let source = try sitting.policy(edition: facts.edition, place: facts.place)
            let policy = try AcceptancePolicy(source)
            let decision = AcceptanceGate.calling(
                facts, on: draft.eventOn, notice: draft.noticeOn, numbered: draft.noticeNumber,
                today: sitting.today, under: policy, citing: source, calendar: sitting.calendar,
                words: { desk.refusals[$0] })
            guard decision.refusals.isEmpty, let mode = facts.mode else { return .refused(decision.refusals) }
            let seats = policy.places(of: mode, engaging: facts.units, on: draft.eventOn)
            let number = facts.roundsEnded + 1
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "number": .int(number),
                        "event_on": .text("\(draft.eventOn)"), "notice_on": .text("\(draft.noticeOn)"),
                        "notice_number": .text(draft.noticeNumber),
                        "seats": .list(seats.map { .text($0.name) }),
                    ]),
                    [
                        AcceptanceWrites.call(
                            draft, of: project, number: number, edition: facts.edition, mode: mode,
                            notice: policy.noticeWorkdays.value, sitting)
                    ] + seats.map { AcceptanceWrites.seat($0, of: draft.id, in: project, sitting) },
                    answer: .object([
                        "id": .text(draft.id.description), "number": .int(number), "state": "called",
                        "version": 1, "seats": .list(seats.map(json)),
                    ]), version: 1))
        }
    }

    /// Seats a person, who must belong to an engaged unit and have no conflict.
    @Sendable
    func seat(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        let draft = try request.decode(SeatDraft.self)
        return try await act(
            request, "acceptance.seat", round,
            facts: AcceptanceStore.seatingFacts(round, draft, today: desk.clock.now.day),
            as: SeatingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.round.version)
            guard let seat = facts.round.seat(draft.seat, of: draft.organisation) else {
                return .problem(Problems.notFound)
            }
            let role = draft.role ?? seat.role
            let decision = AcceptanceRules.seating(
                draft.person, as: role, in: seat, of: facts.round, conflict: facts.conflict,
                letter: draft.letter?.span, from: draft.organisation,
                under: try policy(facts.round.edition, facts.round.place, sitting))
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "seat": .text(seat.seat), "person": .text(draft.person.description),
                        "organisation": .text(draft.organisation.description), "role": .text(role),
                        "letter": draft.letter.map { .text($0.letter) } ?? .null,
                    ]),
                    [
                        AcceptanceWrites.sit(
                            draft, in: seat, of: round, as: role, in: facts.round.project, sitting)
                    ]
                        + (draft.letter.map {
                            [
                                AcceptanceWrites.delegate(
                                    $0, draft.person, in: seat, of: round, in: facts.round.project, sitting)
                            ]
                        } ?? []),
                    answer: .object([
                        "round": .text(round.description), "seat": .text(seat.seat),
                        "person": .text(draft.person.description),
                    ])))
        }
    }

    /// Freezes a version of the dossier out of what the project holds now.
    @Sendable
    func freeze(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        let draft = try request.decode(DossierDraft.self)
        return try await act(
            request, "acceptance.freeze_dossier", round,
            facts: AcceptanceStore.dossierFacts(round, today: desk.clock.now.day), as: DossierFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.round.version)
            let dossier = dossier(of: facts, district: sitting.actor.district)
            let digest = hex(dossier.digest)
            let decision = AcceptanceRules.freezing(
                facts.round, digest: digest,
                under: try policy(facts.round.edition, facts.round.place, sitting))
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let number = facts.round.dossiers.count + 1
            return .done(
                Write(
                    body: .object([
                        "dossier": .text(draft.id.description), "number": .int(Int64(number)),
                        "sha256": .text(digest),
                    ]),
                    [
                        AcceptanceWrites.freeze(
                            dossier, id: draft.id, number: number, of: round, in: facts.round.project, sitting
                        )
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "number": .int(Int64(number)),
                        "sha256": .text(digest),
                    ])))
        }
    }

    /// Ends a round without a certificate; it stays as it was, and the next is called anew.
    @Sendable
    func end(_ request: Request) async throws -> Response {
        let round = try request.require("round")
        let draft = try request.decode(EndingDraft.self)
        let state = draft.outcome ?? .failed
        return try await act(
            request, "acceptance.\(state.rawValue)", round,
            facts: AcceptanceStore.roundFacts(round, today: desk.clock.now.day), as: RoundFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let decision = AcceptanceRules.ending(
                facts, as: state, under: try policy(facts.edition, facts.place, sitting))
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(["to": .text(state.rawValue), "reason": .text(draft.reason)]),
                    [
                        AcceptanceWrites.end(
                            round, as: state, because: draft.reason, from: facts.version, sitting)
                    ],
                    answer: .object([
                        "id": .text(round.description), "state": .text(state.rawValue),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Declares a round disputed, where its seats differ.
    @Sendable
    func dispute(_ request: Request) async throws -> Response {
        let draft = try request.decode(DisputeDraft.self)
        return try await move(request, "acceptance.dispute", to: .disputed) { facts, policy, round, sitting in
            (
                AcceptanceRules.disputing(facts, under: policy),
                AcceptanceWrites.dispute(round, draft.dispute, from: facts.version, sitting),
                ["dispute": .text(draft.dispute)]
            )
        }
    }

    /// Ends a disputed round by what its parties agreed; the next is called anew.
    @Sendable
    func settle(_ request: Request) async throws -> Response {
        let draft = try request.decode(SettlementDraft.self)
        return try await move(request, "acceptance.settle", to: .failed) { facts, policy, round, sitting in
            (
                AcceptanceRules.settling(facts, under: policy),
                AcceptanceWrites.settle(round, draft.settlement, from: facts.version, sitting),
                ["settlement": .text(draft.settlement)]
            )
        }
    }

    private func move(
        _ request: Request, _ verb: String, to state: RoundState,
        _ decide: @Sendable (RoundFacts, AcceptancePolicy, ID, Sitting) -> (Decision, SQL, [String: JSON])
    ) async throws -> Response {
        let round = try request.require("round")
        return try await act(
            request, verb, round, facts: AcceptanceStore.roundFacts(round, today: desk.clock.now.day),
            as: RoundFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let (decision, statement, body) = decide(
                facts, try policy(facts.edition, facts.place, sitting), round, sitting)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object(body.merging(["to": .text(state.rawValue)]) { own, _ in own }), [statement],
                    answer: .object([
                        "id": .text(round.description), "state": .text(state.rawValue),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    func act<Facts: Decodable & Sendable>(
        _ request: Request, _ verb: String, _ round: ID, facts: SQL, as type: Facts.Type, key: String? = nil,
        decide: @Sendable (Facts, Sitting) throws -> Ruling
    ) async throws -> Response {
        try await desk.act(
            request, verb,
            on: .projectOf(table: AcceptanceStore.round, column: AcceptanceStore.key, round),
            subject: Subject("acceptance_round", round), facts: facts, as: type, key: key, decide: decide)
    }

    func policy(_ edition: String, _ place: String, _ sitting: Sitting) throws -> AcceptancePolicy {
        try AcceptancePolicy(sitting.policy(edition: edition, place: place))
    }

    private func dossier(of facts: DossierFacts, district: Int32) -> Dossier {
        Dossier(
            district: district, project: facts.round.project, round: facts.round.number,
            policyEdition: facts.round.edition,
            seats: facts.round.seats.map {
                Dossier.Seat(name: $0.seat, mandatory: $0.mandatory, needsKey: $0.needsKey)
            },
            documents: facts.documents.compactMap { document in
                bytes(hex: document.sha256).map {
                    Dossier.Document(
                        id: document.id, title: document.title, sha256: $0, bytes: document.bytes)
                }
            }, facts: facts.facts)
    }

    private func json(_ place: AcceptancePolicy.Place) -> JSON {
        let seat = place.rule
        return [
            "seat": .text(place.name), "title": .text(seat.words.zh), "title_en": .text(seat.words.en),
            "role": .text(seat.role), "mandatory": .bool(seat.mandatory), "needs_key": .bool(seat.needsKey),
            "unit": place.unit.map { .text($0.name) } ?? .null,
        ]
    }
}
