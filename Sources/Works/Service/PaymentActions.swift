import Actions
import PQ
import Policy
import Values
import Web
import Works

/// What is done to payment claims (进度款动作).
struct PaymentActions: Sendable {
    let desk: Desk

    /// Hands in a claim on approved quantities; the amounts follow from the contract's prices.
    @Sendable
    func claim(_ request: Request) async throws -> Response {
        let contract = try request.require("contract")
        let draft = try request.decode(PaymentClaimDraft.self)
        return try await desk.act(
            request, "payment_claim.submit",
            on: .projectOf(table: "app.contract", column: "contract_id", contract),
            subject: Subject("payment_claim", draft.id), facts: WorksStore.paymentFacts(contract),
            as: PaymentFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try PaymentRules.claim(
                draft, by: sitting.actor.organisation, given: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let amounts = draft.lines.map { wanted -> Fen in
                let price = facts.lines.first { $0.id == wanted.billLine }?.unitPrice ?? .zero
                return PaymentRules.amount(wanted.quantityMilli, at: price)
            }
            let total = amounts.reduce(.zero, +)
            let district = sitting.actor.district
            let lines = zip(draft.lines, amounts).map { line, amount in
                JSON.object([
                    "bill_line": .text("\(line.billLine)"), "quantity_milli": .int(line.quantityMilli),
                    "amount_fen": .int(amount.amount),
                ])
            }
            return .done(
                Write(
                    body: .object([
                        "contract": .text("\(contract)"), "number": .int(facts.nextNumber),
                        "amount_fen": .int(total.amount), "lines": .list(lines),
                    ]),
                    [
                        """
                        insert into app.payment_claim (district, payment_claim_id, project_id, contract_id, number,
                            organisation_id, claimed_on, amount_fen, state, op_id)
                        values (\(district), \(draft.id), \(facts.project), \(contract),
                            \(Int32(truncatingIfNeeded: facts.nextNumber)), \(sitting.actor.organisation),
                            \(sitting.today), \(total), 'submitted', \(sitting.op))
                        """,
                        """
                        insert into app.payment_claim_line (district, payment_claim_id, bill_line_id, project_id,
                            quantity_milli, amount_fen, op_id)
                        select \(district), \(draft.id), line, \(facts.project), milli, fen, \(sitting.op)
                        from unnest(\(draft.lines.map(\.billLine)), \(draft.lines.map(\.quantityMilli)),
                            \(amounts.map(\.amount))) as given (line, milli, fen)
                        order by line
                        """,
                    ],
                    answer: .object([
                        "id": .text("\(draft.id)"), "number": .int(facts.nextNumber), "state": "submitted",
                        "amount_fen": .int(total.amount), "lines": .list(lines), "version": 1,
                    ]), version: 1))
        }
    }

    /// Records the tracking auditor's opinion on a claim, as a paper of it.
    @Sendable
    func giveOpinion(_ request: Request) async throws -> Response {
        let claim = try request.require("claim")
        let opinion = try request.decode(OpinionDraft.self)
        return try await desk.act(
            request, "payment_claim.opinion",
            on: .projectOf(table: "app.payment_claim", column: "payment_claim_id", claim),
            subject: Subject("paper", opinion.id), facts: WorksStore.certificationFacts(claim),
            as: CertificationFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            return .done(
                Write(
                    body: .object([
                        "payment_claim": .text("\(claim)"), "kind": "tracking_audit_opinion",
                        "title": .text(opinion.title), "sha256": opinion.sha256.map { .text($0) } ?? .null,
                    ]),
                    [
                        """
                        insert into app.paper (district, paper_id, project_id, subject_kind, subject_id, kind,
                            title, number, dated, sha256, op_id)
                        values (\(sitting.actor.district), \(opinion.id), \(facts.project), 'payment_claim',
                            \(claim), 'tracking_audit_opinion', \(opinion.title), \(opinion.number),
                            \(opinion.dated), \(opinion.sha256.flatMap { bytes(hex: $0) }), \(sitting.op))
                        """
                    ], answer: .object(["id": .text("\(opinion.id)"), "payment_claim": .text("\(claim)")])))
        }
    }

    /// Certifies a claim: the supervisor signs, then the construction unit.
    @Sendable
    func certify(_ request: Request) async throws -> Response {
        let claim = try request.require("claim")
        return try await desk.act(
            request, "payment_claim.certify",
            on: .projectOf(table: "app.payment_claim", column: "payment_claim_id", claim),
            subject: Subject("payment_claim", claim), facts: WorksStore.certificationFacts(claim),
            as: CertificationFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try PaymentRules.certify(facts, by: sitting.actor, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let target = PaymentRules.target(of: sitting.actor.role)
            let signature: SQL =
                target == .supervised
                ? """
                supervised_by = \(sitting.actor.person),
                    supervised_organisation_id = \(sitting.actor.organisation)
                """
                : """
                certified_by = \(sitting.actor.person),
                    certified_organisation_id = \(sitting.actor.organisation), certified_on = \(sitting.today)
                """
            guard target == .certified, let money = facts.money else {
                return moved(claim, to: target, facts, signature, body: [:], sitting)
            }
            let settled = try settled(claim, facts, money, sitting)
            return moved(
                claim, to: target, facts, signature, body: settled.fields, sitting, settled.statements,
                shown: settled.fields)
        }
    }

    @Sendable
    func reject(_ request: Request) async throws -> Response {
        let claim = try request.require("claim")
        let reason = try request.decode(ReasonDraft.self).reason ?? ""
        return try await desk.act(
            request, "payment_claim.reject",
            on: .projectOf(table: "app.payment_claim", column: "payment_claim_id", claim),
            subject: Subject("payment_claim", claim), facts: WorksStore.certificationFacts(claim),
            as: CertificationFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            guard facts.state.next.contains(.rejected) else {
                let policy = try sitting.policy(edition: facts.edition, place: facts.place)
                let signature = try policy.bool("payment.needs_supervisor_signature")
                return .refused([WorksRefusals.paymentClaimStep.refusal(signature.citation)])
            }
            return moved(
                claim, to: .rejected, facts, "rejection_reason = \(reason)", body: ["reason": .text(reason)],
                sitting)
        }
    }

    /// What a certificate settles beside the amount: what is kept back of it, and the day by which the rest is paid.
    ///
    /// Both follow the law of the day on which the contract was signed.
    private func settled(
        _ claim: ID, _ facts: CertificationFacts, _ money: ClaimMoneyFacts, _ sitting: Sitting
    ) throws -> (statements: [SQL], fields: [String: JSON]) {
        let signed = try sitting.policy(edition: facts.edition, place: facts.place, on: money.signedOn)
        var statements = [SQL]()
        let held = try RetentionRules.held(
            of: facts.amount, share: money.retention?.share, besideBond: money.bondStands, under: signed)
        if let held {
            statements.append(
                ContractMoneyStore.hold(
                    held.value, of: facts.amount, claim: claim, contract: money.contract,
                    project: facts.project,
                    op: sitting.op))
        }
        let clock = try PayingRules.clock(
            for: money, certified: sitting.today, calendar: sitting.calendar, under: signed)
        if let clock {
            statements.append(
                NewClock(
                    sitting.newID(), on: Subject("payment_claim", claim), in: facts.project,
                    key: "payment.sme.days", rule: "PAY-3", due: clock.day, explanation: clock.explanation
                ).insert(district: sitting.actor.district, op: sitting.op))
        }
        let kept = held?.value ?? .zero
        return (
            statements,
            [
                "retained_fen": .int(kept.amount), "payable_fen": .int((facts.amount - kept).amount),
                "due_on": clock?.day.on.map { .text("\($0)") } ?? .null,
            ]
        )
    }

    private func moved(
        _ claim: ID, to target: PaymentClaimState, _ facts: CertificationFacts, _ assignments: SQL,
        body: [String: JSON], _ sitting: Sitting, _ more: [SQL] = [], shown: [String: JSON] = [:]
    ) -> Ruling {
        var fields = body
        fields["to"] = .text(target.rawValue)
        fields["amount_fen"] = .int(facts.amount.amount)
        return .done(
            Write(
                body: .object(fields),
                [
                    """
                    update app.payment_claim set state = \(target), \(assignments), version = version + 1,
                        op_id = \(sitting.op)
                    where district = \(sitting.actor.district) and payment_claim_id = \(claim)
                    """
                ] + more,
                answer: .object(
                    [
                        "id": .text("\(claim)"), "state": .text(target.rawValue),
                        "state_title": .text(target.words.zh),
                        "amount_fen": .int(facts.amount.amount), "version": .int(facts.version + 1),
                    ].merging(shown) { own, _ in own }), status: 200, version: facts.version + 1))
    }
}
