import Actions
import Ledger
import Oversight
import PQ
import Pictures
import Policy
import Values
import Web
import Works

/// What is done to an issue (问题办理): one function per verb.
struct IssueActions: Sendable {
    let desk: Desk

    /// Accepts an issue with a severity; the clock of its fix begins, and a severe one holds acceptance.
    ///
    /// What the construction unit finds minor holds it too, until a second unit agrees.
    @Sendable
    func accept(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let severity = try request.decode(AcceptDraft.self).severity
        return try await step(request, issue, "issue.accept", to: .accepted) { facts, policy, sitting in
            guard let found = policy.severity(severity) else { throw Problems.namesSomethingUnknown }
            let grade = IssueRules.grade(facts, as: found, by: sitting.actor, under: policy)
            guard grade.refusals.isEmpty else { throw Problems.refused(grade.refusals) }
            let clock = IssueRules.fixClock(grade.now, from: sitting.today, calendar: sitting.calendar)
            var more = [OversightStore.stopClocks(of: issue, on: sitting.today, sitting)]
            if let clock { more.append(OversightStore.start(clock, of: issue, in: facts.project, sitting)) }
            if let proposed = grade.proposed {
                more.append(
                    OversightStore.propose(
                        sitting.newID(), of: issue, facts.project, from: grade.now.id, to: proposed.id,
                        because: "受理时拟定为\(proposed.words.zh)，待社区或区旧改办确认", sitting))
            }
            return Step(
                set: "severity = \(grade.now.id), triaged_by = \(sitting.actor.person)",
                body: [
                    "severity": .text(grade.now.id), "blocks_acceptance": .bool(grade.now.blocksAcceptance),
                    "proposed_severity": grade.proposed.map { .text($0.id) } ?? .null,
                    "fix_due_on": (clock?.due).map { .text("\($0)") } ?? .null,
                ], before: [], after: more)
        }
    }

    /// Does not take an issue up: for a reason, or as a duplicate of another.
    @Sendable
    func reject(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let draft = try request.decode(RejectDraft.self)
        let target: IssueState = draft.duplicateOf == nil ? .rejected : .duplicate
        return try await step(request, issue, "issue.reject", to: target) { _, _, sitting in
            Step(
                set: """
                    rejection_reason = \(draft.reason), duplicate_of = \(draft.duplicateOf),
                        triaged_by = \(sitting.actor.person)
                    """,
                body: [
                    "reason": draft.reason.map { .text($0) } ?? .null,
                    "duplicate_of": draft.duplicateOf.map { .text("\($0)") } ?? .null,
                ], before: [], after: [OversightStore.stopClocks(of: issue, on: sitting.today, sitting)])
        }
    }

    /// Gives an issue to one responsible unit.
    @Sendable
    func assign(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let unit = try request.decode(AssignDraft.self).organisation
        return try await step(request, issue, "issue.assign", to: .assigned) { _, _, _ in
            Step(set: "assignee_organisation_id = \(unit)", body: ["organisation": .text("\(unit)")])
        }
    }

    @Sendable
    func begin(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        return try await step(request, issue, "issue.begin", to: .inProgress) { _, _, _ in
            Step(set: "severity = severity", body: [:])
        }
    }

    /// Says that the fix is done, and shows it by a photo taken after it.
    @Sendable
    func claimFix(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let note = try request.decode(FixDraft.self).note
        let photos = try await request.decode(SentPhotos.self).developed()
        return try await step(request, issue, "issue.claim_fix", to: .fixClaimed) { facts, policy, sitting in
            guard !photos.isEmpty else {
                throw Problem(refusedBy: [OversightRefusals.issueFixIsShown.refusal(policy.order)])
            }
            let answer = IssueRules.answerClock(claimed: sitting.today, under: policy)
            return Step(
                set: """
                    fix_note = \(note), claimed_by = \(sitting.actor.person), fix_claimed_on = \(sitting.today)
                    """,
                body: [
                    "note": .text(note),
                    "photos": .list(photos.map { .text(hex(Digest.sha256($0.content))) }),
                ],
                before: OversightStore.insertPhotos(
                    photos, of: issue, in: facts.project, moment: "after", by: "assignee",
                    district: sitting.actor.district, op: sitting.op),
                after: [
                    OversightStore.stopClocks(of: issue, on: sitting.today, sitting),
                    OversightStore.start(answer, of: issue, in: facts.project, sitting),
                ])
        }
    }

    /// Closes what was verified.
    @Sendable
    func close(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        return try await step(request, issue, "issue.close", to: .closed) { _, _, sitting in
            Step(set: "closed_on = \(sitting.today)", body: [:])
        }
    }

    /// Sends an issue back, to the unit that should have it.
    @Sendable
    func bounce(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        let draft = try request.decode(BounceDraft.self)
        return try await act(request, issue, "issue.bounce", shown: nil, form: nil) {
            facts, policy, sitting in
            let decision = LadderRules.bounce(facts, to: draft.organisation, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return moved(
                issue, to: .bounced, facts,
                Step(
                    set: """
                        bounce_reason = \(draft.reason), bounced_to_id = \(draft.organisation),
                            bounced_count = bounced_count + 1
                        """,
                    body: ["reason": .text(draft.reason), "organisation": .text("\(draft.organisation)")]),
                sitting)
        }
    }

    /// Closes a claimed fix that nobody confirmed in its window; counted apart, never as fixed.
    @Sendable
    func closeUnconfirmed(_ request: Request) async throws -> Response {
        let issue = try request.require("issue")
        return try await act(request, issue, "issue.close_unconfirmed", shown: nil, form: nil) {
            facts, policy, sitting in
            let decision = LadderRules.closeUnconfirmed(
                facts, by: sitting.actor, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return moved(
                issue, to: .closedUnconfirmed, facts,
                Step(
                    set: "closed_on = \(sitting.today)", body: [:],
                    after: [OversightStore.stopClocks(of: issue, on: sitting.today, sitting)]), sitting)
        }
    }

    @Sendable
    func verify(_ request: Request) async throws -> Response {
        try await verify(request, key: nil, form: nil)
    }

    /// Says that an issue is fixed: as its reporter, as the holder of its key, or as a volunteer supervisor.
    func verify(_ request: Request, key: String?, form: String?) async throws -> Response {
        let issue = try request.require("issue")
        let shown = key.map { Digest.sha256($0.utf8) }
        return try await act(request, issue, "issue.verify", shown: shown, form: form) {
            facts, policy, sitting in
            let (witness, decision) = IssueRules.verify(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty, let witness else { return .refused(decision.refusals) }
            let unit = witness == .link ? nil : sitting.actor.organisation
            return moved(
                issue, to: .verified, facts,
                Step(
                    set: """
                        verified_as = \(witness), verified_by = \(sitting.actor.person),
                            verified_organisation_id = \(unit), shown_key_hash = \(witness == .link ? shown : nil)
                        """, body: ["as": .text(witness.rawValue)],
                    after: [OversightStore.stopClocks(of: issue, on: sitting.today, sitting)]), sitting)
        }
    }

    @Sendable
    func reopen(_ request: Request) async throws -> Response {
        try await reopen(request, reason: try request.decode(ReopenDraft.self).reason, key: nil, form: nil)
    }

    /// Has an issue dealt with again, in half of the time.
    func reopen(_ request: Request, reason: String, key: String?, form: String?) async throws -> Response {
        let issue = try request.require("issue")
        let shown = key.map { Digest.sha256($0.utf8) }
        return try await act(request, issue, "issue.reopen", shown: shown, form: form) {
            facts, policy, sitting in
            let decision = IssueRules.reopen(facts, by: sitting.actor, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            var more = [OversightStore.stopClocks(of: issue, on: sitting.today, sitting)]
            if let severity = facts.severity.flatMap({ policy.severity($0) }),
                let clock = IssueRules.fixClock(
                    severity, from: sitting.today, again: true, calendar: sitting.calendar)
            {
                more.append(OversightStore.start(clock, of: issue, in: facts.project, sitting))
            }
            return moved(
                issue, to: .reopened, facts,
                Step(
                    set: """
                        reopening_reason = \(reason), reopened_count = reopened_count + 1, closed_on = null,
                            reopened_on = \(sitting.today), shown_key_hash = \(facts.holdsKey ? shown : nil)
                        """, body: [:], after: more), sitting)
        }
    }

    /// What a step writes beside the state.
    struct Step: Sendable {
        var set: SQL
        var body: [String: JSON]
        var before: [SQL] = []
        var after: [SQL] = []
    }

    private func step(
        _ request: Request, _ issue: ID, _ verb: String, to target: IssueState,
        _ prepare: @escaping @Sendable (IssueFacts, OversightPolicy, Sitting) throws -> Step
    ) async throws -> Response {
        try await act(request, issue, verb, shown: nil, form: nil) { facts, policy, sitting in
            let decision = IssueRules.step(facts, to: target, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return moved(issue, to: target, facts, try prepare(facts, policy, sitting), sitting)
        }
    }

    func act(
        _ request: Request, _ issue: ID, _ verb: String, shown: [UInt8]?, form: String?,
        _ decide: @escaping @Sendable (IssueFacts, OversightPolicy, Sitting) throws -> Ruling
    ) async throws -> Response {
        try await desk.act(
            request, verb, on: .projectOf(table: "app.issue", column: "issue_id", issue),
            subject: Subject("issue", issue), facts: OversightStore.facts(issue, key: shown),
            as: IssueFacts.self,
            key: form
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try OversightPolicy(sitting.policy(edition: facts.edition, place: facts.place))
            return try decide(facts, policy, sitting)
        }
    }

    private func moved(
        _ issue: ID, to target: IssueState, _ facts: IssueFacts, _ step: Step, _ sitting: Sitting
    ) -> Ruling {
        var body = step.body
        body["from"] = .text(facts.state.rawValue)
        body["to"] = .text(target.rawValue)
        let change: SQL = """
            update app.issue set state = \(target), \(step.set), version = version + 1, op_id = \(sitting.op)
            where district = \(sitting.actor.district) and issue_id = \(issue)
            """
        return .done(
            Write(
                body: .object(body), step.before + [change] + step.after,
                answer: .object([
                    "id": .text("\(issue)"), "state": .text(target.rawValue),
                    "state_title": .text(target.words.zh), "version": .int(facts.version + 1),
                ]), status: 200, version: facts.version + 1))
    }
}

extension OversightStore {
    fileprivate static func stopClocks(of issue: ID, on day: BusinessDay, _ sitting: Sitting) -> SQL {
        stopClocks(of: issue, on: day, district: sitting.actor.district, op: sitting.op)
    }

    fileprivate static func start(_ clock: IssueClock, of issue: ID, in project: ID, _ sitting: Sitting)
        -> SQL
    {
        start(
            clock, id: sitting.newID(), of: issue, in: project, district: sitting.actor.district,
            op: sitting.op)
    }
}
