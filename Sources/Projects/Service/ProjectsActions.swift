package import Actions
import Ledger
import PQ
import Policy
import Projects
import Values
import Web

/// What is done to projects (项目动作): one function per verb.
package struct ProjectsActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Takes in a community and its approved scheme, and computes who pays what; `dry_run` shows it and changes nothing.
    @Sendable
    func importScheme(_ request: Request) async throws -> Response {
        let file = SchemeFile(
            source: try request.json(), scheme: try request.decode(Scheme.self),
            scope: try request.decode(SchemeScope.self).scope, checked: request.query["checked"])
        if ["true", "on", "1"].contains(request.query["dry_run"]) {
            return .json(200, try await checkScheme(request, file).shown)
        }
        return try await takeIn(request, file)
    }

    /// What a scheme would make, with every reason that speaks against it; nothing changes.
    func checkScheme(_ request: Request, _ file: SchemeFile) async throws -> SchemeAdmission {
        try await desk.rehearse(
            request, "project.import", subject: Subject("project", file.scheme.id),
            facts: UnderWay.facts(file.scheme.community), as: UnderWay.self
        ) { found, sitting in
            let admission = try SchemeAdmission(file, sitting.shelf, today: sitting.today)
            return found.refusal(sitting.shelf).map { Ruling.refused([$0]) }
                ?? .done(admission.write(sitting))
        }
        return try SchemeAdmission(file, desk.shelf, today: desk.clock.now.day)
    }

    /// Takes a scheme in; where the caller names what he saw in a dry run, that and nothing else.
    func takeIn(_ request: Request, _ file: SchemeFile, key: String? = nil) async throws -> Response {
        try await desk.act(
            request, "project.import", on: .none, subject: Subject("project", file.scheme.id),
            facts: UnderWay.facts(file.scheme.community), as: UnderWay.self, key: key
        ) { found, sitting in
            let admission = try SchemeAdmission(file, sitting.shelf, today: sitting.today)
            if let checked = file.checked, checked != admission.digest {
                return .refused([ProjectsRefusals.schemeIsTheOneChecked.refusal(nil)])
            }
            return found.refusal(sitting.shelf).map { Ruling.refused([$0]) }
                ?? .done(admission.write(sitting))
        }
    }

    /// Records a paper of the project, or of something in it.
    @Sendable
    func recordPaper(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let paper = try request.decode(PaperDraft.self)
        let subject = Subject(paper.subjectKind ?? "project", paper.subjectID ?? project)
        let file = try paper.file()
        let digest = file?.digest ?? paper.sha256.flatMap { bytes(hex: $0) }
        guard subject.kind != "project" || subject.id == project else {
            throw Problems.refused([
                ProjectsRefusals.paperIsOfItsProject.refusal(desk.shelf.citation("paper.recorders"))
            ])
        }
        return try await desk.act(
            request, "paper.record", on: .project(project), subject: Subject("paper", paper.id),
            facts: paper.project(project, digest), as: PaperProject.self
        ) { found, sitting in
            try sitting.matchIfSent(version: found.version)
            let facts = PaperFacts(
                kind: paper.kind, dated: paper.dated, recorder: sitting.actor.role, project: found.state,
                today: sitting.today, began: found.began, completed: found.completed,
                certified: found.certified,
                hasBytes: file != nil || found.stored, approvedTotal: paper.approvedTotal,
                isItsBody: found.isItsBody)
            let decision = try PaperRules.recording(facts, under: found.recorders(sitting))
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let own = try sitting.policy(edition: found.edition, place: found.place, on: paper.dated)
            if found.worth == nil,
                try PaperTermRules.isOfAContract(paper.kind, dated: paper.dated, under: own)
            {
                return .refused([
                    ProjectsRefusals.paperTermIsOfAContract.refusal(
                        try own.records("accounts.review_bands").citation)
                ])
            }
            let begun = try paper.begins(in: project, subject, found, sitting)
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "subject_kind": .text(subject.kind),
                        "subject": .text(subject.id.description), "kind": .text(paper.kind),
                        "title": .text(paper.title), "sha256": digest.map { .text(hex($0)) } ?? .null,
                        "approved_fen": paper.approvedTotal.map { .int($0.amount) } ?? .null,
                        "approved_amounts": paper.approvedAmounts?.json ?? .null,
                    ]),
                    paper.statements(
                        file, digest: digest, of: project, subject, district: sitting.actor.district,
                        op: sitting.op) + [paper.ends(in: project, subject, op: sitting.op)] + begun,
                    answer: .object([
                        "id": .text(paper.id.description), "kind": .text(paper.kind),
                        "sha256": digest.map { .text(hex($0)) } ?? .null,
                    ])))
        }
    }

    /// Records the special account that the street opened (资金专用账户).
    @Sendable
    func openAccount(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let account = try request.decode(AccountDraft.self)
        return try await desk.act(
            request, "project.open_account", on: .project(project), subject: Subject("project", project),
            facts: ProjectsStore.launchFacts(project), as: LaunchFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            if facts.account != nil { try sitting.match(replacing: facts.version) }
            return .done(
                Write(
                    body: .object([
                        "account": .text(account.number), "opened_on": .text("\(account.openedOn)"),
                    ]),
                    [
                        """
                        update app.project set account_number = \(account.number),
                            account_opened_on = \(account.openedOn), version = version + 1, op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and project_id = \(project)
                        """
                    ],
                    answer: .object(["account": .text(account.number), "version": .int(facts.version + 1)]),
                    status: 200, version: facts.version + 1))
        }
    }

    /// Launches the project: refused until papers, account and money stand.
    @Sendable
    func launch(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        return try await desk.act(
            request, "project.launch", on: .project(project), subject: Subject("project", project),
            facts: ProjectsStore.launchFacts(project), as: LaunchFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try LaunchRules.launch(facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return stepped(
                project, to: .funded, from: facts.version, sitting,
                body: [
                    "paid_fen": .int(facts.paid.amount), "required_fen": .int(facts.required?.amount ?? 0),
                ])
        }
    }

    /// Records the next approval of the annual plan's chain.
    @Sendable
    func approvePlan(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(PlanApprovalDraft.self)
        return try await desk.act(
            request, "plan_approval.record", on: .project(project), subject: Subject("project", project),
            facts: ProjectsStore.approvalFacts(project), as: ApprovalFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ApprovalRules.planStep(
                draft.step, by: sitting.actor.role, of: sitting.actor.organisation, on: draft.approvedOn,
                today: sitting.today, after: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let ordinal = Int32(facts.chain.count + 1)
            return .done(
                Write(
                    body: .object([
                        "step": .text(draft.step), "number": .text(draft.number),
                        "approved_on": .text("\(draft.approvedOn)"),
                    ]),
                    [
                        """
                        insert into app.plan_approval (district, project_id, ordinal, step, approved_on, number, op_id)
                        values (\(sitting.actor.district), \(project), \(ordinal), \(draft.step),
                            \(draft.approvedOn), \(draft.number), \(sitting.op))
                        """
                    ], answer: .object(["step": .text(draft.step), "ordinal": .int(Int64(ordinal))])))
        }
    }

    /// Goes on to the annual plan, the joint review, the approvals or the permit.
    @Sendable
    func advance(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let target = try request.decode(AdvanceDraft.self).to
        return try await desk.act(
            request, "project.advance", on: .project(project), subject: Subject("project", project),
            facts: FrontStore.facts(project), as: FrontFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try ProjectsActions.advance(facts, to: target, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return stepped(project, to: target, from: facts.version, sitting, body: [:])
        }
    }

    /// Whether a project may go on: by its place's own steps where its packs name them.
    ///
    /// What Lucheng's approvals are refused for keeps the words it always had.
    static func advance(
        _ facts: FrontFacts, to target: ProjectState, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard FrontRules.isStepped(policy) else {
            return try ApprovalRules.advance(facts.approvals, to: target, under: policy)
        }
        let front = try FrontRules.advance(facts, to: target, today: today, under: policy)
        guard policy.has("annual_plan.chain"), facts.state.next.contains(target),
            [.planned, .reviewed, .approved, .permitted].contains(target)
        else { return front }
        let known = try ApprovalRules.advance(facts.approvals, to: target, under: policy)
        let said: Set = [
            "listing_waits_for_the_chain", "budget_stays_near_feasibility", "gate_waits_for_papers",
            "gate_waits_for_investment_decision",
        ]
        return Decision(
            reasons: known.refusals + front.refusals.filter { !said.contains($0.code) }, under: [])
    }

    private func stepped(
        _ project: ID, to state: ProjectState, from version: Int64, _ sitting: Sitting, body: [String: JSON]
    ) -> Ruling {
        var fields = body
        fields["to"] = .text(state.rawValue)
        return .done(
            Write(
                body: .object(fields),
                [
                    ProjectsStore.step(
                        project, to: state, from: version, district: sitting.actor.district, op: sitting.op)
                ],
                answer: .object([
                    "id": .text(project.description), "state": .text(state.rawValue),
                    "state_title": .text(state.words.zh), "version": .int(version + 1),
                ]), status: 200, version: version + 1))
    }
}
