import Actions
import PQ
import Policy
import Projects
import Values
import Web

extension FrontActions {
    /// Finds whether the community is within the place's scope, and keeps the finding with what it was asked.
    @Sendable
    func scope(_ request: Request) async throws -> Response {
        let draft = try request.decode(ScopeDraft.self)
        return try await record(request, "scope.find", nil) { project, found, _, sitting in
            var facts = draft.facts
            facts.completed = found.completed
            let day = facts.referenceDay ?? sitting.today
            let policy = try sitting.policy(edition: found.edition, place: found.place, on: day)
            let contrary = try FrontRecordingRules.toldOneWay(draft.contradicted, under: policy)
            guard contrary.refusals.isEmpty else { return .refused(contrary.refusals) }
            let area = try FrontRecordingRules.area(facts.areaName, ofProjectIn: found.place, under: policy)
            guard area.refusals.isEmpty else { return .refused(area.refusals) }
            let finding = try ScopeRules.finding(facts, under: policy)
            guard let verdict = finding.verdict else {
                let order = try policy.records("projects.requirements").citation
                return .refused([
                    ProjectsRefusals.scopeNamesItsFacts.refusal(
                        finding.because.first ?? order, missing: finding.missing.map(ScopeFacts.words(of:)))
                ])
            }
            let list = try FrontRecordingRules.demolitionList(
                draft.listVersion, checkedOn: draft.listCheckedOn, today: sitting.today, under: policy)
            guard list.refusals.isEmpty else { return .refused(list.refusals) }
            guard try FrontRecordingRules.isAhead("scope", from: found.state, under: policy) else {
                let order = try policy.records("projects.steps").citation
                return .refused([ProjectsRefusals.scopeWaitsNoMore.refusal(order)])
            }
            let id = sitting.newID()
            let reasons = JSON.list(
                finding.reasons.map { .object(["zh": .text($0.zh), "en": .text($0.en)]) })
            var inputs = draft.inputs
            inputs["completed"] = .text(found.completed.description)
            return .done(
                Write(
                    body: .object([
                        "verdict": .text(verdict.rawValue), "list_version": .text(draft.listVersion),
                        "list_checked_on": .text(draft.listCheckedOn.description),
                    ]),
                    [
                        Determination(
                            id: id, project: project, subject: Subject("project", project),
                            question: "scope", inputs: .object(inputs), edition: found.edition, asOf: day,
                            verdict: verdict.rawValue, because: finding.because
                        ).insert(district: sitting.actor.district, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text(id.description), "verdict": .text(verdict.rawValue),
                        "binding": .bool(policy.binding), "reasons": reasons,
                        "because": .list(finding.because.map(\.json)),
                    ])))
        }
    }

    /// Records that a project is submitted for a year's plan; a late one is taken, and shown late.
    @Sendable
    func submit(_ request: Request) async throws -> Response {
        let draft = try request.decode(SubmissionDraft.self)
        return try await record(request, "plan_submission.record", nil) { project, _, policy, sitting in
            let due = try AnnualPlanRules.due(planYear: Int(draft.planYear), under: policy)
            let late = AnnualPlanRules.daysLate(submitted: draft.submittedOn, due: due.value)
            return .done(
                Write(
                    body: .object([
                        "plan_year": .int(draft.planYear), "number": .text(draft.number),
                        "submitted_on": .text(draft.submittedOn.description), "days_late": .int(Int64(late)),
                    ]),
                    [
                        """
                        insert into app.plan_submission (district, project_id, plan_year, submitted_on, due_on,
                            number, op_id)
                        values (\(sitting.actor.district), \(project), \(Int32(truncatingIfNeeded: draft.planYear)),
                            \(draft.submittedOn), \(due.value), \(draft.number), \(sitting.op))
                        """
                    ],
                    answer: .object([
                        "plan_year": .int(draft.planYear), "due_on": .text(due.value.description),
                        "days_late": .int(Int64(late)), "source": due.citation.json,
                    ])))
        }
    }
}
