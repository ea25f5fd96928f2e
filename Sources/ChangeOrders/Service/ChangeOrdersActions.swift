package import Actions
import ChangeOrders
import PQ
import Policy
import Values
import Web

/// What is done to change orders (工程变更动作): one function per verb.
package struct ChangeOrdersActions: Sendable {
    let desk: Desk

    package init(desk: Desk) {
        self.desk = desk
    }

    /// Writes a draft, priced by the contract's bill.
    @Sendable
    func draft(_ request: Request) async throws -> Response {
        let project = try request.require("project")
        let draft = try request.decode(ChangeOrderDraft.self)
        return try await desk.act(
            request, "change_order.draft", on: .project(project), subject: Subject("change_order", draft.id),
            facts: ChangeOrdersStore.draftFacts(project, contract: draft.contract), as: DraftFacts.self
        ) { facts, sitting in
            let (lines, cost, refusals) = ChangeOrderRules.priced(draft, by: facts)
            guard refusals.isEmpty, let contractor = facts.contractor else { return .refused(refusals) }
            var statements = [
                ChangeOrdersStore.insert(
                    draft, of: project, cost: cost, beneficiary: contractor, by: sitting.actor, op: sitting.op
                )
            ]
            statements += lines.map {
                ChangeOrdersStore.insert(
                    $0, of: draft.id, in: project, district: sitting.actor.district, op: sitting.op)
            }
            return .done(
                Write(
                    body: .object([
                        "project": .text(project.description), "contract": .text(draft.contract.description),
                        "number": .text(draft.number), "title": .text(draft.title),
                        "ground": draft.ground.map(JSON.text) ?? .null, "cost_fen": .int(cost.amount),
                        "days": .int(Int64(draft.days)),
                        "lines": .list(
                            lines.map {
                                [
                                    "bill_line": .text($0.billLine.description),
                                    "quantity_milli": .int($0.quantityMilli),
                                    "amount_fen": .int($0.amount.amount),
                                ]
                            }),
                    ]), statements,
                    answer: .object([
                        "id": .text(draft.id.description), "state": "draft", "version": 1,
                        "cost_fen": .int(cost.amount),
                    ]), version: 1))
        }
    }

    /// Records a paper of a change order.
    @Sendable
    func recordPaper(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        let paper = try request.decode(PaperDraft.self)
        return try await act(request, "paper.record", order, subject: Subject("paper", paper.id)) {
            facts, sitting in
            .done(
                Write(
                    body: .object([
                        "change_order": .text(order.description), "kind": .text(paper.kind),
                        "title": .text(paper.title), "sha256": paper.sha256.map(JSON.text) ?? .null,
                    ]), [ChangeOrdersStore.insert(paper, on: order, in: facts.project, sitting)],
                    answer: .object(["id": .text(paper.id.description), "kind": .text(paper.kind)])))
        }
    }

    /// Submits a draft: screened in the same act, filed as blocked where no ground is open.
    @Sendable
    func submit(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        let submission = try request.decode(SubmissionDraft.self)
        return try await act(request, "change_order.submit", order) { found, sitting in
            let policy = try policy(of: found, sitting)
            var facts = found
            if let ground = submission.ground { facts.ground = ground }
            if let source = submission.fundingSource { facts.fundingSource = source }
            let declared = submission.larger ?? found.larger
            facts.larger = declared || ChangeOrderRules.isLarger(found, under: policy)
            switch ChangeOrderRules.screening(of: facts, under: policy) {
            case .refused(let refusals): return .refused(refusals)
            case .blocked(let refusals):
                return .refusedAndFiled(
                    refusals,
                    filed(
                        order, facts, declaredLarger: declared, to: .blocked,
                        because: refusals.compactMap(\.citation), sitting))
            case .admitted(let citations):
                return .done(
                    filed(
                        order, facts, declaredLarger: declared, to: .opinions, because: citations, sitting))
            }
        }
    }

    /// Gives the opinion of one's role; the last of them brings the order before the construction unit.
    @Sendable
    func giveOpinion(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        let draft = try request.decode(OpinionDraft.self)
        return try await act(request, "change_order.opinion", order) { facts, sitting in
            let policy = try policy(of: facts, sitting)
            let role = sitting.actor.role
            let decision = ChangeOrderRules.opinion(by: role, on: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let missing = ChangeOrderRules.missingOpinions(facts, under: policy)
            let isLast = missing == [role.rawValue]
            var statements = [ChangeOrdersStore.insert(draft, on: order, in: facts.project, sitting)]
            if isLast {
                statements.append(
                    ChangeOrdersStore.step(order, to: .ownerDecision, from: facts.version, sitting))
            }
            return moved(
                order, to: isLast ? .ownerDecision : .opinions, version: facts.version + (isLast ? 1 : 0),
                statements,
                body: [
                    "role": .text(role.rawValue), "supports": .bool(draft.supports),
                    "cost_fen": .int(draft.cost.amount), "days": .int(Int64(draft.days)),
                ])
        }
    }

    @Sendable
    func ownerDecision(_ request: Request) async throws -> Response {
        try await decide(request, at: .owner)
    }

    @Sendable
    func districtDecision(_ request: Request) async throws -> Response {
        try await decide(request, at: .district)
    }

    /// Decides at a level; the district's approval adds the lines to the bill, in the database.
    private func decide(_ request: Request, at level: DecisionLevel) async throws -> Response {
        let order = try request.require("change_order")
        let draft = try request.decode(DecisionDraft.self)
        return try await act(request, "change_order.\(level.rawValue)_decision", order) { facts, sitting in
            let decision = ChangeOrderRules.decision(
                at: level, by: sitting.actor.person, of: sitting.actor.organisation, as: sitting.actor.role,
                on: facts, approving: draft.approves, answering: draft.answersByRole,
                under: try policy(of: facts, sitting))
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let next = draft.approves ? level.approved : .rejected
            return moved(
                order, to: next, version: facts.version + 1,
                [
                    ChangeOrdersStore.insert(draft, at: level, on: order, in: facts.project, sitting),
                    ChangeOrdersStore.step(order, to: next, from: facts.version, sitting),
                ],
                body: [
                    "approves": .bool(draft.approves),
                    "answers": .list((draft.answers ?? []).map { .text($0.role.rawValue) }),
                    "cost_fen": .int(facts.cost.amount),
                    "days": .int(facts.days),
                ])
        }
    }

    @Sendable
    func withdraw(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        return try await act(request, "change_order.withdraw", order) { facts, sitting in
            let decision = ChangeOrderRules.withdrawal(
                of: facts, by: sitting.actor.organisation, under: try policy(of: facts, sitting))
            return stepped(order, to: .withdrawn, facts, decision, sitting)
        }
    }

    @Sendable
    func implement(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        return try await act(request, "change_order.implement", order) { facts, sitting in
            let decision = ChangeOrderRules.step(
                facts, to: .implemented, under: try policy(of: facts, sitting))
            return stepped(order, to: .implemented, facts, decision, sitting)
        }
    }

    @Sendable
    func close(_ request: Request) async throws -> Response {
        let order = try request.require("change_order")
        return try await act(request, "change_order.close", order) { facts, sitting in
            let decision = ChangeOrderRules.step(facts, to: .closed, under: try policy(of: facts, sitting))
            return stepped(order, to: .closed, facts, decision, sitting)
        }
    }

    private func act(
        _ request: Request, _ verb: String, _ order: ID, subject: Subject? = nil,
        decide: @Sendable (ChangeOrderFacts, Sitting) throws -> Ruling
    ) async throws -> Response {
        try await desk.act(
            request, verb,
            on: .projectOf(table: ChangeOrdersStore.table, column: ChangeOrdersStore.key, order),
            subject: subject ?? Subject("change_order", order),
            facts: ChangeOrdersStore.facts(order, today: desk.clock.now.day), as: ChangeOrderFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            return try decide(facts, sitting)
        }
    }

    private func policy(of facts: ChangeOrderFacts, _ sitting: Sitting) throws -> ChangeOrderPolicy {
        try ChangeOrderPolicy(sitting.policy(edition: facts.edition, place: facts.place))
    }

    private func filed(
        _ order: ID, _ facts: ChangeOrderFacts, declaredLarger: Bool, to state: ChangeOrderState,
        because citations: [Citation], _ sitting: Sitting
    ) -> Write {
        let determination = sitting.newID()
        let inputs: JSON = [
            "ground": facts.ground.map(JSON.text) ?? .null, "cost": .text(facts.cost.yuan),
            "contracts": .text(facts.contracts.yuan), "approved_changes": .text(facts.approvedChanges.yuan),
            "approved_budget": facts.approvedBudget.map { .text($0.yuan) } ?? .null,
            // With the figures that decide it, so that a replay finds by itself whether the change is larger.
            "larger": .bool(facts.larger), "declared_larger": .bool(declaredLarger),
            "contract_amount": .text(facts.contractAmount.yuan),
            "approved_absolute": .text(facts.approvedAbsolute.yuan),
            "papers": .list(facts.papers.sorted().map(JSON.text)),
        ]
        let found = Determination(
            id: determination, project: facts.project, subject: Subject("change_order", order),
            question: "change_order_screening", inputs: inputs, edition: facts.edition, asOf: sitting.today,
            verdict: state == .blocked ? "blocked" : "pass", because: citations)
        return Write(
            body: .object([
                "to": .text(state.rawValue), "determination": .text(determination.description),
                "inputs": inputs,
            ]),
            [
                found.insert(district: sitting.actor.district, op: sitting.op),
                ChangeOrdersStore.submit(order, as: facts, to: state, determination: determination, sitting),
            ], answer: answer(order, state, facts.version + 1), status: 200, version: facts.version + 1)
    }

    private func stepped(
        _ order: ID, to state: ChangeOrderState, _ facts: ChangeOrderFacts, _ decision: Decision,
        _ sitting: Sitting
    ) -> Ruling {
        guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
        return moved(
            order, to: state, version: facts.version + 1,
            [ChangeOrdersStore.step(order, to: state, from: facts.version, sitting)], body: [:])
    }

    private func moved(
        _ order: ID, to state: ChangeOrderState, version: Int64, _ statements: [SQL], body: [String: JSON]
    ) -> Ruling {
        var fields = body
        fields["to"] = .text(state.rawValue)
        return .done(
            Write(
                body: .object(fields), statements, answer: answer(order, state, version), status: 200,
                version: version))
    }

    private func answer(_ order: ID, _ state: ChangeOrderState, _ version: Int64) -> JSON {
        .object(["id": .text(order.description), "state": .text(state.rawValue), "version": .int(version)])
    }
}
