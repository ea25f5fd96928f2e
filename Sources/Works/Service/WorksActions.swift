import Actions
import Ledger
import PQ
import Policy
import Values
import Web
import Works

struct Nothing: Decodable, Sendable {}

/// What is done to the works as a whole and to inspection lots (施工动作).
struct WorksActions: Sendable {
    let desk: Desk

    /// Begins the works: refused until money, plan, contract, permit and quality supervision stand.
    @Sendable
    func start(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let began = try request.decode(StartDraft.self).beganOn
        return try await desk.act(
            request, "project.start", on: .project(project), subject: Subject("project", project),
            facts: WorksStore.startFacts(project), as: StartFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try StartRules.start(facts, on: began, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "to": "S14", "began_on": .text("\(began)"), "contracts": .int(facts.contracts),
                        "contract_sum_fen": .int(facts.contractSum.amount),
                    ]),
                    [
                        """
                        update app.project set state = 'S14', works_began_on = \(began), version = version + 1,
                            op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and project_id = \(project)
                        """
                    ], answer: stood(project, "S14", facts.version + 1), status: 200,
                    version: facts.version + 1))
        }
    }

    /// Reports the completion of one's own contracts; the last contractor's report ends the time of works.
    @Sendable
    func reportCompletion(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, "project.report_completion", on: .project(project), subject: Subject("project", project),
            facts: WorksStore.completionFacts(project), as: CompletionFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try CompletionRules.report(facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let (own, others) = (facts.own, facts.others)
            let state = others.isEmpty ? "S15" : facts.state
            let version = others.isEmpty ? facts.version + 1 : facts.version
            var statements = own.map { reported($0.id, of: project, sitting) }
            if others.isEmpty {
                statements.append(
                    """
                    update app.project set state = 'S15', version = version + 1, op_id = \(sitting.op)
                    where district = \(sitting.actor.district) and project_id = \(project)
                    """)
            }
            return .done(
                Write(
                    body: .object([
                        "to": .text(state),
                        "contracts": .list(own.map { .text("\($0.id)") }),
                        "waits_for": .list(others.map { .text("\($0.id)") }),
                    ]), statements,
                    answer: .object([
                        "id": .text("\(project)"), "state": .text(state), "version": .int(version),
                        "waits_for": .list(others.map { .text($0.contractorName) }),
                    ]), status: 200, version: version))
        }
    }

    private func reported(_ contract: ID, of project: ID, _ sitting: Sitting) -> SQL {
        """
        insert into app.completion_report (district, contract_id, project_id, organisation_id, reported_by,
            reported_on, op_id)
        values (\(sitting.actor.district), \(contract), \(project), \(sitting.actor.organisation),
            \(sitting.actor.person), \(sitting.today), \(sitting.op))
        """
    }

    /// Plans an inspection lot of one's own contract.
    @Sendable
    func planLot(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(LotDraft.self)
        return try await desk.act(
            request, "inspection_lot.plan", on: .project(project),
            subject: Subject("inspection_lot", draft.id),
            facts: "select '{}'::jsonb as facts", as: Nothing.self
        ) { _, sitting in
            .done(
                Write(
                    body: .object([
                        "contract": .text("\(draft.contract)"), "code": .text(draft.code),
                        "title": .text(draft.title), "hidden": .bool(draft.hidden ?? false),
                        "after": .list((draft.after ?? []).map { .text("\($0)") }),
                    ]),
                    [
                        """
                        insert into app.inspection_lot (district, inspection_lot_id, project_id, contract_id, code,
                            title, hidden, organisation_id, state, op_id)
                        values (\(sitting.actor.district), \(draft.id), \(project), \(draft.contract),
                            \(draft.code), \(draft.title), \(draft.hidden ?? false),
                            \(sitting.actor.organisation), 'planned', \(sitting.op))
                        """,
                        WorksStore.insertPredecessors(
                            draft.after ?? [], of: draft.id, in: project, sitting.actor.district,
                            op: sitting.op),
                    ],
                    answer: .object(["id": .text("\(draft.id)"), "state": "planned", "version": 1]),
                    version: 1))
        }
    }

    /// Tells construction unit and quality station when hidden works will be covered.
    @Sendable
    func giveCoveringNotice(_ request: Request) async throws -> Response {
        let lot = try request.require("lot")
        let draft = try request.decode(CoveringNoticeDraft.self)
        return try await desk.act(
            request, "inspection_lot.covering_notice",
            on: .projectOf(table: "app.inspection_lot", column: "inspection_lot_id", lot),
            subject: Subject("inspection_lot", lot), facts: WorksStore.lotFacts(lot),
            as: InspectionLotFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try InspectionRules.coveringNotice(
                facts, covering: draft.coveringAt, now: sitting.now, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let hours = try policy.int("inspection.notice_hours").value
            return .done(
                Write(
                    body: .object([
                        "round": .int(facts.round), "covering_at": .text(draft.coveringAt.local),
                        "quality_station": .text(draft.qualityStation),
                    ]),
                    [WorksStore.insertNotice(draft, of: lot, facts, hours: hours, sitting)],
                    answer: .object([
                        "inspection_lot": .text("\(lot)"), "round": .int(facts.round),
                        "notified_at": .text(sitting.now.local), "covering_at": .text(draft.coveringAt.local),
                    ])))
        }
    }

    @Sendable
    func notifyLot(_ request: Request) async throws -> Response { try await step(request, to: .notified) }

    @Sendable
    func passLot(_ request: Request) async throws -> Response { try await step(request, to: .passed) }

    @Sendable
    func failLot(_ request: Request) async throws -> Response { try await step(request, to: .failed) }

    @Sendable
    func rectifyLot(_ request: Request) async throws -> Response { try await step(request, to: .rectifying) }

    private func step(_ request: Request, to target: InspectionLotState) async throws -> Response {
        let lot = try request.require("lot")
        let finding = try request.decode(FindingDraft.self).finding
        return try await desk.act(
            request, "inspection_lot.\(target.rawValue)",
            on: .projectOf(table: "app.inspection_lot", column: "inspection_lot_id", lot),
            subject: Subject("inspection_lot", lot), facts: WorksStore.lotFacts(lot),
            as: InspectionLotFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try InspectionRules.step(
                facts, to: target, by: sitting.actor, finding: finding, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let round = facts.round + (facts.state == .failed ? 1 : 0)
            let isResult = target == .passed || target == .failed
            let signer = isResult ? sitting.actor.person : nil
            let unit = isResult ? sitting.actor.organisation : nil
            let inspected = isResult ? sitting.today : nil
            let notified = target == .notified ? sitting.today : nil
            return .done(
                Write(
                    body: .object([
                        "to": .text(target.rawValue), "round": .int(round),
                        "finding": finding.map { .text($0) } ?? .null,
                    ]),
                    [
                        """
                        update app.inspection_lot set state = \(target), round = \(Int32(truncatingIfNeeded: round)),
                            notified_on = coalesce(\(notified), notified_on), acceptor_id = \(signer),
                            acceptor_organisation_id = \(unit), inspected_on = \(inspected), finding = \(finding),
                            version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and inspection_lot_id = \(lot)
                        """
                    ],
                    answer: .object([
                        "id": .text("\(lot)"), "state": .text(target.rawValue),
                        "state_title": .text(target.words.zh), "round": .int(round),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    private func stood(_ project: ID, _ state: String, _ version: Int64) -> JSON {
        .object(["id": .text("\(project)"), "state": .text(state), "version": .int(version)])
    }
}
