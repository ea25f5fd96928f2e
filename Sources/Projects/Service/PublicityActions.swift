import Actions
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// Publicity, objections and exceptions (公示、异议、例外).
struct PublicityActions: Sendable {
    let front: FrontActions
    private var desk: Desk { front.desk }

    init(desk: Desk) {
        front = FrontActions(desk: desk)
    }

    /// Records what hangs where, since when, with its photo; what hung and the photo are papers of the project.
    @Sendable
    func post(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(PostingDraft.self)
        let photo = bytes(hex: draft.photo) ?? []
        let files = draft.attachments.compactMap { bytes(hex: $0.sha256) }
        return try await desk.act(
            request, "posting.put", on: .project(project), subject: Subject("posting", draft.id),
            facts: FrontStore.posting(project, photo: photo, files: files + [photo]), as: PostingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.front.version)
            let policy = try sitting.policy(edition: facts.front.edition, place: facts.front.place)
            var reasons = try FrontRecordingRules.posting(
                draft.attachments.map(\.kind), on: draft.postedOn, today: sitting.today,
                in: facts.front.state,
                under: policy
            ).refusals
            reasons += try FrontRecordingRules.postingPapers(
                draft.attachments.map { ($0.kind, $0.sha256) }, photo: draft.photo, held: facts.held,
                isPicture: facts.picture, under: policy
            ).refusals
            guard reasons.isEmpty else { return .refused(reasons) }
            return .done(
                Write(
                    body: .object([
                        "place": .text(draft.place), "photo": .text(draft.photo),
                        "attachments": .list(
                            draft.attachments.map {
                                ["kind": .text($0.kind), "sha256": .text($0.sha256)]
                            }),
                        "posted_on": .text(draft.postedOn.description),
                    ]),
                    [
                        """
                        insert into app.posting (district, posting_id, project_id, place, photo_sha256, attachments,
                            attachment_sha256, posted_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.place), \(photo),
                            \(draft.attachments.map(\.kind)), \(files), \(draft.postedOn), \(sitting.op))
                        """
                    ], answer: .object(["id": .text(draft.id.description), "version": 1]), version: 1))
        }
    }

    /// Records that a posting was removed or replaced: the period begins anew with the next.
    @Sendable
    func takeDown(_ request: Request) async throws -> Response {
        let posting = try request.require("posting")
        let draft = try request.decode(TakingDownDraft.self)
        return try await desk.act(
            request, "posting.take_down", on: .projectOf(table: "app.posting", column: "posting_id", posting),
            subject: Subject("posting", posting),
            facts: """
                select jsonb_build_object('project', project_id, 'version', version, 'state', null) as facts
                from app.posting where district = auth.district() and posting_id = \(posting)
                    and taken_down_on is null
                """, as: OwnedVersion.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            return .done(
                Write(
                    body: .object([
                        "taken_down_on": .text(draft.takenDownOn.description), "reason": .text(draft.reason),
                    ]),
                    [
                        """
                        update app.posting set taken_down_on = \(draft.takenDownOn),
                            taken_down_for = \(draft.reason), version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and posting_id = \(posting)
                        """
                    ],
                    answer: .object(["id": .text(posting.description), "version": .int(facts.version + 1)]),
                    status: 200, version: facts.version + 1))
        }
    }

    /// Records an objection; who and which room stay out of the ledger.
    @Sendable
    func object(_ request: Request) async throws -> Response {
        let draft = try request.decode(ObjectionDraft.self)
        return try await front.record(request, "objection.raise", Subject("objection", draft.id)) {
            project, _, _, sitting in
            .done(
                Write(
                    body: .object([
                        "room": .text(hex(Commitment(to: draft.room).digest)),
                        "content": .text(hex(Commitment(to: draft.content).digest)),
                    ]),
                    [
                        """
                        insert into app.objection (district, objection_id, project_id, room, content, raised_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.room),
                            \(draft.content), \(draft.raisedOn), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "id": .text(draft.id.description), "state": "open", "version": 1,
                    ]), version: 1))
        }
    }

    /// Closes an objection: agreed, withdrawn, or overruled with a reason.
    @Sendable
    func closeObjection(_ request: Request) async throws -> Response {
        let objection = try request.require("objection")
        let draft = try request.decode(ObjectionClosureDraft.self)
        return try await desk.act(
            request, "objection.close",
            on: .projectOf(table: "app.objection", column: "objection_id", objection),
            subject: Subject("objection", objection),
            facts: """
                select jsonb_build_object('project', project_id, 'version', version, 'state', state) as facts
                from app.objection where district = auth.district() and objection_id = \(objection)
                """, as: OwnedVersion.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.state == "open" else {
                return .refused([
                    ProjectsRefusals.objectionIsClosedOnce.refusal(
                        sitting.shelf.citation("publicity.objections_block"))
                ])
            }
            return .done(
                Write(
                    body: .object([
                        "outcome": .text(draft.outcome),
                        "reason": .text(hex(Commitment(to: draft.reason).digest)),
                    ]),
                    [
                        """
                        update app.objection set state = \(draft.outcome), outcome = \(draft.reason),
                            closed_on = \(draft.closedOn), version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and objection_id = \(objection)
                        """
                    ],
                    answer: .object([
                        "id": .text(objection.description), "state": .text(draft.outcome),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// Asks the level above to let a requirement pass that is asked in principle only.
    @Sendable
    func askException(_ request: Request) async throws -> Response {
        let draft = try request.decode(ExceptionDraft.self)
        return try await front.record(request, "gate_exception.ask", Subject("gate_exception", draft.id)) {
            project, facts, policy, sitting in
            let decision = try FrontRecordingRules.exception(
                to: draft.requirement, scope: facts.scope, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "requirement": .text(draft.requirement), "reason": .text(draft.reason),
                        "document": .text(draft.documentTitle), "number": .text(draft.documentNumber),
                    ]),
                    [
                        """
                        insert into app.gate_exception (district, gate_exception_id, project_id, requirement, reason,
                            document_title, document_number, asked_by, asked_on, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.requirement),
                            \(draft.reason), \(draft.documentTitle), \(draft.documentNumber),
                            \(sitting.actor.person), \(sitting.today), \(sitting.op))
                        """
                    ],
                    answer: .object(["id": .text(draft.id.description), "state": "asked", "version": 1]),
                    version: 1))
        }
    }

    /// The level above approves, refuses or revokes an exception.
    @Sendable
    func decideException(_ request: Request) async throws -> Response {
        let exception = try request.require("exception")
        let draft = try request.decode(ExceptionDecisionDraft.self)
        return try await desk.act(
            request, "gate_exception.decide",
            on: .projectOf(table: "app.gate_exception", column: "gate_exception_id", exception),
            subject: Subject("gate_exception", exception),
            facts: """
                select jsonb_build_object('project', project_id, 'requirement', requirement, 'state', own.state,
                    'version', own.version, 'asked_by', asked_by, 'place', place, 'edition', edition,
                    'stands', project.state) as facts
                from app.gate_exception own join app.project using (district, project_id)
                where district = auth.district() and gate_exception_id = \(exception)
                """, as: ExceptionFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try FrontRecordingRules.deciding(
                facts.requirement, from: facts.state, to: draft.outcome, by: sitting.actor.role,
                isAsker: facts.askedBy == sitting.actor.person, at: facts.stands, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "requirement": .text(facts.requirement), "outcome": .text(draft.outcome),
                        "number": .text(draft.number),
                    ]),
                    [
                        """
                        update app.gate_exception set state = \(draft.outcome), decided_by = \(sitting.actor.person),
                            decided_on = \(sitting.today), decision_number = \(draft.number),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and gate_exception_id = \(exception)
                        """
                    ],
                    answer: .object([
                        "id": .text(exception.description), "state": .text(draft.outcome),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }
}
