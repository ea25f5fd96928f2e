import Actions
import Ledger
import PQ
import Pictures
import Policy
import Values
import Web
import Works

/// What is done to daily logs (日志动作).
struct DailyLogActions: Sendable {
    let desk: Desk

    /// Records a day of works, handed in at once or kept as a draft.
    @Sendable
    func record(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(DailyLogDraft.self)
        let photos = try await request.decode(SentPhotos.self).developed()
        return try await record(request, draft, photos, of: project)
    }

    /// The same for the page, whose form carries its own key.
    func record(
        _ request: Request, _ draft: DailyLogDraft, _ photos: [Photo], of project: ID, key: String? = nil
    ) async throws -> Response {
        try await desk.act(
            request, "daily_log.record", on: .project(project), subject: Subject("daily_log", draft.id),
            facts: WorksStore.logFacts(project, contract: draft.contract), as: DailyLogFacts.self, key: key
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let kind = DailyLogKind(of: sitting.actor.role)
            let decision = try DailyLogRules.handIn(
                draft, kind, by: sitting.actor.organisation, given: facts, today: sitting.today, under: policy
            )
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let (late, days) = try DailyLogRules.isLate(
                draft.loggedOn, writtenOn: sitting.today, under: policy)
            let state: DailyLogState = draft.submit == false ? .draft : .submitted
            let district = sitting.actor.district
            var statements: [SQL] = [
                """
                insert into app.daily_log (district, daily_log_id, project_id, contract_id, section,
                    organisation_id, kind, logged_on, state, headcount, weather, delay_hours, delay_cause,
                    no_work_reason, note, written_by, written_on, edition, lock_days, late, op_id)
                values (\(district), \(draft.id), \(project), \(draft.contract), \(draft.section),
                    \(sitting.actor.organisation), \(kind), \(draft.loggedOn), \(state),
                    \(Int32(truncatingIfNeeded: draft.headcount)), \(draft.weather),
                    \(Int32(truncatingIfNeeded: draft.delayHours ?? 0)), \(draft.delayCause),
                    \(draft.noWorkReason), \(draft.note ?? ""), \(sitting.actor.person), \(sitting.today),
                    \(facts.edition), \(days), \(late), \(sitting.op))
                """,
                WorksStore.insertQuantities(
                    draft.quantities, log: draft.id, revision: 1, project: project, district: district,
                    op: sitting.op),
            ]
            statements += photoStatements(photos, log: draft.id, revision: 1, project: project, sitting)
            return .done(
                Write(
                    body: content(draft, kind, photos, revision: 1, state: state, late: late), statements,
                    answer: answer(draft.id, state, revision: 1, version: 1, late: late), version: 1))
        }
    }

    /// Hands in a draft or a log sent back, as a new revision of it.
    @Sendable
    func submit(_ request: Request) async throws -> Response {
        let log = try request.require("log")
        let changed = try request.decode(RevisionDraft.self)
        return try await desk.act(
            request, "daily_log.submit", on: .projectOf(table: "app.daily_log", column: "daily_log_id", log),
            subject: Subject("daily_log", log), facts: WorksStore.revisedFacts(log), as: RevisedLogFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.log.version)
            let policy = try sitting.policy(edition: facts.log.edition, place: facts.log.place)
            guard facts.log.state.next.contains(.submitted) else {
                return .refused([
                    (facts.log.state == .approved
                        ? WorksRefusals.approvedDailyLogIsFrozen : WorksRefusals.dailyLogStep)
                        .refusal(try policy.int("log.late_after_days").citation)
                ])
            }
            let draft = facts.draft(log, with: changed)
            guard facts.log.organisation == sitting.actor.organisation else {
                return .refused([WorksRefusals.decisionIsSignedByWhoActs.refusal(nil)])
            }
            let decision = try DailyLogRules.handIn(
                draft, facts.kind, by: sitting.actor.organisation, given: facts.bill, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let late = try DailyLogRules.isLate(draft.loggedOn, writtenOn: sitting.today, under: policy).late
            let revision = facts.log.revision + 1
            let version = facts.log.version + 1
            return .done(
                Write(
                    body: content(draft, facts.kind, [], revision: revision, state: .submitted, late: late),
                    [
                        revise(draft, to: revision, version, late, sitting),
                        quantities(draft, revision, sitting),
                    ],
                    answer: answer(log, .submitted, revision: revision, version: version, late: late),
                    status: 200,
                    version: version))
        }
    }

    @Sendable
    func approve(_ request: Request) async throws -> Response {
        try await decide(request, as: .approved)
    }

    @Sendable
    func reject(_ request: Request) async throws -> Response {
        try await decide(request, as: .rejected)
    }

    private func decide(_ request: Request, as target: DailyLogState) async throws -> Response {
        let log = try request.require("log")
        let reason = try request.decode(ReasonDraft.self).reason
        return try await desk.act(
            request, "daily_log.\(target.rawValue)",
            on: .projectOf(table: "app.daily_log", column: "daily_log_id", log),
            subject: Subject("daily_log", log), facts: WorksStore.decidedFacts(log), as: DecidedLogFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try DailyLogRules.decide(facts, by: sitting.actor, as: target, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let version = facts.version + 1
            return .done(
                Write(
                    body: .object([
                        "to": .text(target.rawValue), "revision": .int(facts.revision),
                        "reason": reason.map { .text($0) } ?? .null,
                        "supervised": .bool(sitting.actor.role != .constructionUnit),
                    ]),
                    [
                        """
                        update app.daily_log set state = \(target), decided_by = \(sitting.actor.person),
                            decided_organisation_id = \(sitting.actor.organisation), decided_on = \(sitting.today),
                            decision_reason = \(reason), version = \(Int32(truncatingIfNeeded: version)),
                            op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and daily_log_id = \(log)
                        """
                    ],
                    answer: answer(log, target, revision: facts.revision, version: version, late: facts.late),
                    status: 200, version: version))
        }
    }

    private func revise(
        _ draft: DailyLogDraft, to revision: Int64, _ version: Int64, _ late: Bool, _ sitting: Sitting
    ) -> SQL {
        """
        update app.daily_log set state = 'submitted', revision = \(Int32(truncatingIfNeeded: revision)),
            headcount = \(Int32(truncatingIfNeeded: draft.headcount)), weather = \(draft.weather),
            delay_hours = \(Int32(truncatingIfNeeded: draft.delayHours ?? 0)), delay_cause = \(draft.delayCause),
            no_work_reason = \(draft.noWorkReason), note = \(draft.note ?? ""),
            written_by = \(sitting.actor.person), written_on = \(sitting.today), late = \(late),
            version = \(Int32(truncatingIfNeeded: version)), op_id = \(sitting.op)
        where district = \(sitting.actor.district) and daily_log_id = \(draft.id)
        """
    }

    private func quantities(_ draft: DailyLogDraft, _ revision: Int64, _ sitting: Sitting) -> SQL {
        """
        insert into app.log_quantity (district, daily_log_id, revision, bill_line_id, project_id, quantity_milli,
            op_id)
        select log.district, log.daily_log_id, log.revision, line, log.project_id, milli, log.op_id
        from app.daily_log log,
            unnest(\(draft.quantities.map(\.billLine)), \(draft.quantities.map(\.quantityMilli)))
                as given (line, milli)
        where log.district = \(sitting.actor.district) and log.daily_log_id = \(draft.id)
            and log.revision = \(Int32(truncatingIfNeeded: revision))
        order by line
        """
    }

    private func photoStatements(
        _ photos: [Photo], log: ID, revision: Int32, project: ID, _ sitting: Sitting
    ) -> [SQL] {
        photos.flatMap { photo -> [SQL] in
            [
                WorksStore.insertFile(photo, district: sitting.actor.district),
                """
                insert into app.log_photo (district, daily_log_id, revision, sha256, project_id, op_id)
                values (\(sitting.actor.district), \(log), \(revision), \(Digest.sha256(photo.content)),
                    \(project), \(sitting.op))
                on conflict do nothing
                """,
            ]
        }
    }

    /// What the ledger keeps of a revision: all of it, so that both stay visible when it is written anew.
    private func content(
        _ draft: DailyLogDraft, _ kind: DailyLogKind, _ photos: [Photo], revision: Int64,
        state: DailyLogState,
        late: Bool
    ) -> JSON {
        .object([
            "contract": .text("\(draft.contract)"), "section": .text(draft.section),
            "kind": .text(kind.rawValue),
            "logged_on": .text("\(draft.loggedOn)"), "state": .text(state.rawValue),
            "revision": .int(revision),
            "late": .bool(late), "headcount": .int(draft.headcount), "weather": .text(draft.weather),
            "delay_hours": .int(draft.delayHours ?? 0),
            "delay_cause": draft.delayCause.map { .text($0) } ?? .null,
            "no_work_reason": draft.noWorkReason.map { .text($0) } ?? .null, "note": .text(draft.note ?? ""),
            "quantities": .list(
                draft.quantities.map {
                    .object(["bill_line": .text("\($0.billLine)"), "quantity_milli": .int($0.quantityMilli)])
                }),
            "photos": .list(photos.map { .text(hex(Digest.sha256($0.content))) }),
        ])
    }

    private func answer(_ id: ID, _ state: DailyLogState, revision: Int64, version: Int64, late: Bool) -> JSON
    {
        .object([
            "id": .text("\(id)"), "state": .text(state.rawValue), "state_title": .text(state.words.zh),
            "revision": .int(revision), "version": .int(version), "late": .bool(late),
        ])
    }
}
