import Actions
import Oversight
import PQ
import Policy
import Values
import Web

/// Another severity for an issue (改级): graver at once, milder when a second person agrees.
struct RegradingActions: Sendable {
    let desk: Desk

    @Sendable
    func propose(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let draft = try request.decode(RegradingDraft.self)
        return try await IssueActions(desk: desk).act(request, issue, "issue.regrade", shown: nil, form: nil)
        {
            facts, policy, sitting in
            let (isMilder, decision) = LadderRules.regrade(
                facts, to: draft.severity, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let state = isMilder ? "proposed" : "approved"
            let version = facts.version + (isMilder ? 0 : 1)
            let statement = OversightStore.propose(
                draft.id, of: issue, facts.project, from: facts.severity, to: draft.severity, as: state,
                because: draft.reason, sitting)
            return .done(
                Write(
                    body: .object([
                        "regrading": .text("\(draft.id)"), "from": facts.severity.map { .text($0) } ?? .null,
                        "to": .text(draft.severity), "state": .text(state), "reason": .text(draft.reason),
                    ]),
                    [statement]
                        + (try fixClock(
                            isMilder ? nil : draft.severity, issue, facts.project, policy, sitting)),
                    answer: .object([
                        "id": .text("\(draft.id)"), "state": .text(state), "issue": .text("\(issue)"),
                        "version": .int(version),
                    ]), version: version))
        }
    }

    @Sendable
    func decide(_ request: Request) async throws -> Response {
        let regrading = try request.require("regrading")
        let approves = try request.decode(RegradingDecisionDraft.self).approves
        return try await desk.act(
            request, "issue_regrading.decide",
            on: .projectOf(table: "app.issue_regrading", column: "issue_regrading_id", regrading),
            subject: Subject("issue_regrading", regrading), facts: OversightStore.regradingFacts(regrading),
            as: RegradingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try OversightPolicy(sitting.policy(edition: facts.edition, place: facts.place))
            let decision = LadderRules.decide(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let state = approves ? "approved" : "rejected"
            let statement: SQL = """
                update app.issue_regrading set state = \(state), decided_by = \(sitting.actor.person),
                    decided_on = \(sitting.today), version = version + 1, op_id = \(sitting.op)
                where district = \(sitting.actor.district) and issue_regrading_id = \(regrading)
                """
            return .done(
                Write(
                    body: .object([
                        "issue": .text("\(facts.issue)"), "to": .text(facts.to), "state": .text(state),
                    ]),
                    [statement]
                        + (try fixClock(
                            approves ? facts.to : nil, facts.issue, facts.project, policy, sitting)),
                    answer: .object([
                        "id": .text("\(regrading)"), "state": .text(state), "issue": .text("\(facts.issue)"),
                        "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    /// The deadline of the fix runs anew by the severity that now holds; the old one is called off, not missed.
    private func fixClock(
        _ severity: String?, _ issue: ID, _ project: ID, _ policy: OversightPolicy, _ sitting: Sitting
    ) throws -> [SQL] {
        guard let found = severity.flatMap({ policy.severity($0) }),
            let clock = IssueRules.fixClock(found, from: sitting.today, calendar: sitting.calendar)
        else { return [] }
        return [
            """
            update app.clock set state = 'cancelled', version = version + 1, op_id = \(sitting.op)
            where district = \(sitting.actor.district) and subject_kind = 'issue' and subject_id = \(issue)
                and state in ('running', 'uncomputed') and met_on is null
                and key like 'issue.severities.%'
            """,
            OversightStore.start(
                clock, id: sitting.newID(), of: issue, in: project, district: sitting.actor.district,
                op: sitting.op),
        ]
    }
}
