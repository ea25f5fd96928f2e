import Actions
import PQ
import Policy
import Values
import Web
import Works

/// What is done about bonds, retention and payments of contracts (合同款动作): one function per verb.
///
/// All of it follows the law of the day on which the contract was signed.
struct ContractMoneyActions: Sendable {
    let desk: Desk

    @Sendable
    func addBond(_ request: Request) async throws -> Response {
        let draft = try request.decode(BondDraft.self)
        return try await act(request, "contract_bond.record") { facts, policy, sitting, contract in
            let decision = try RetentionRules.bonding(
                draft.kind, of: draft.amount, from: draft.heldFrom, of: facts, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            return .done(
                Write(
                    body: .object([
                        "bond": .text("\(draft.id)"), "kind": .text(draft.kind),
                        "amount_fen": .int(draft.amount.amount), "held_from": .text("\(draft.heldFrom)"),
                    ]),
                    [
                        ContractMoneyStore.insert(
                            draft, contract: contract, project: facts.project, op: sitting.op)
                    ],
                    answer: .object([
                        "id": .text("\(draft.id)"), "kind": .text(draft.kind), "version": 1,
                    ])))
        }
    }

    /// Records that a bond went back.
    @Sendable
    func returnBond(_ request: Request) async throws -> Response {
        let bond = try request.require("bond")
        let draft = try request.decode(BondReturnDraft.self)
        return try await desk.act(
            request, "contract_bond.return",
            on: .projectOf(table: "app.contract_bond", column: "contract_bond_id", bond),
            subject: Subject("contract_bond", bond), facts: ContractMoneyStore.bondFacts(bond),
            as: BondFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place, on: facts.signedOn)
            guard facts.returnedOn == nil else {
                let source = try policy.bool("retention.beside_bond_allowed").citation
                return .refused([ContractMoneyRefusals.bondIsReturnedOnce.refusal(source)])
            }
            return .done(
                Write(
                    body: .object(["kind": .text(facts.kind), "returned_on": .text("\(draft.returnedOn)")]),
                    [
                        """
                        update app.contract_bond set returned_on = \(draft.returnedOn), version = version + 1,
                            op_id = \(sitting.op)
                        where district = \(sitting.actor.district) and contract_bond_id = \(bond)
                        """
                    ],
                    answer: .object([
                        "id": .text("\(bond)"), "kind": .text(facts.kind), "version": .int(facts.version + 1),
                    ]), status: 200, version: facts.version + 1))
        }
    }

    @Sendable
    func agree(_ request: Request) async throws -> Response {
        let draft = try request.decode(RetentionDraft.self)
        return try await act(request, "retention.agree") { facts, policy, sitting, contract in
            guard let share = Ratio(draft.share), share > Ratio(whole: 0) else {
                return .problem(
                    .invalid([
                        FieldError(
                            "/share", "wrong", Words("比例写作 3/100 或 0.03", "a share reads 3/100 or 0.03"))
                    ]))
            }
            let decision = try RetentionRules.agreeing(
                share: share, months: draft.months, of: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let shown: JSON = .object([
                "contract": .text("\(contract)"), "share": .text("\(share)"), "months": .int(draft.months),
            ])
            return .done(
                Write(
                    body: shown,
                    [
                        ContractMoneyStore.insert(
                            draft, share: share, most: try RetentionRules.longestTerm(under: policy).value,
                            contract: contract, facts, op: sitting.op)
                    ], answer: shown))
        }
    }

    /// Begins the defect liability, with the deadline on whose end the retention goes back.
    @Sendable
    func begin(_ request: Request) async throws -> Response {
        let draft = try request.decode(DefectLiabilityDraft.self)
        return try await act(request, "defect_liability.begin") { facts, policy, sitting, contract in
            let (decision, base) = try RetentionRules.beginning(
                reported: draft.reportedOn, ownerDelays: draft.ownerDelays, of: facts, today: sitting.today,
                under: policy)
            guard decision.refusals.isEmpty, let base, let agreed = facts.retention else {
                return .refused(decision.refusals)
            }
            let today = try sitting.policy(edition: facts.edition, place: facts.place)
            let end = try RetentionRules.end(
                from: base, months: Int(agreed.months), calendar: sitting.calendar, under: today)
            let source = try RetentionRules.longestTerm(under: policy).citation
            let clock = NewClock(
                sitting.newID(), on: Subject("contract", contract), in: facts.project,
                key: "defect_liability.max_months", rule: "RET-3",
                due: sitting.calendar.due(.rolled(end.nominal), from: base),
                explanation: .object([
                    "title": .text("缺陷责任期满，返还质量保证金"),
                    "title_en": .text("giving the quality retention back"),
                    "counted": .text("自 \(base) 起 \(agreed.months) 个月"),
                    "counted_en": .text("\(agreed.months) months from \(base)"), "source": source.json,
                ]))
            let shown: JSON = .object([
                "contract": .text("\(contract)"), "base_on": .text("\(base)"),
                "nominal_end_on": .text("\(end.nominal)"),
                "effective_end_on": end.effective.map { .text("\($0)") } ?? .null,
            ])
            return .done(
                Write(
                    body: shown,
                    [
                        ContractMoneyStore.insert(
                            draft, base: base, months: agreed.months, nominal: end.nominal,
                            effective: end.effective, contract: contract, project: facts.project,
                            op: sitting.op),
                        clock.insert(district: sitting.actor.district, op: sitting.op),
                    ], answer: shown))
        }
    }

    /// Gives retention back; its deadline ends with the last of it.
    @Sendable
    func release(_ request: Request) async throws -> Response {
        let draft = try request.decode(ReleaseDraft.self)
        return try await act(request, "retention.release") { facts, policy, sitting, contract in
            let decision = try RetentionRules.releasing(
                draft.amount, for: draft.ground, on: draft.releasedOn, of: facts, today: sitting.today,
                calendar: sitting.calendar, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let left = facts.held - facts.released - draft.amount
            let ended = left == .zero ? facts.clock.map { [$0] } ?? [] : []
            return .done(
                Write(
                    body: .object([
                        "amount_fen": .int(draft.amount.amount), "ground": .text(draft.ground),
                        "released_on": .text("\(draft.releasedOn)"), "held_fen": .int(left.amount),
                    ]),
                    [
                        ContractMoneyStore.insert(
                            draft, contract: contract, project: facts.project, op: sitting.op)
                    ]
                        + ended.map { ContractMoneyStore.end($0, on: draft.releasedOn, op: sitting.op) },
                    answer: .object([
                        "id": .text("\(draft.id)"), "amount_fen": .int(draft.amount.amount),
                        "held_fen": .int(left.amount),
                    ])))
        }
    }

    @Sendable
    func setTerm(_ request: Request) async throws -> Response {
        let draft = try request.decode(PaymentTermDraft.self)
        return try await act(request, "payment_term.record") { facts, policy, sitting, contract in
            let decision = try PayingRules.agreeing(
                enterprise: draft.enterprise, days: draft.days, of: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let shown: JSON = .object([
                "contract": .text("\(contract)"), "enterprise": .text(draft.enterprise),
                "days": .int(draft.days),
            ])
            return .done(
                Write(
                    body: shown,
                    [
                        ContractMoneyStore.insert(
                            draft, contract: contract, project: facts.project, op: sitting.op)
                    ],
                    answer: shown))
        }
    }

    /// Records on what the contract says that its settlement rests.
    @Sendable
    func setBasis(_ request: Request) async throws -> Response {
        let draft = try request.decode(SettlementBasisDraft.self)
        return try await act(request, "settlement_basis.record") { facts, policy, sitting, contract in
            let decision = try SettlementRules.basing(
                on: draft.basis, law: draft.law, of: facts, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let shown: JSON = .object([
                "contract": .text("\(contract)"), "basis": .text(draft.basis.rawValue),
                "law": draft.law.map { .text($0) } ?? .null,
            ])
            return .done(
                Write(
                    body: shown,
                    [
                        ContractMoneyStore.insert(
                            draft, contract: contract, project: facts.project, op: sitting.op)
                    ],
                    answer: shown))
        }
    }

    /// Records a payment, with the interest of what comes late; the clock ends with the last of the claim.
    @Sendable
    func pay(_ request: Request) async throws -> Response {
        let claim = try request.require("claim")
        let draft = try request.decode(PaymentDraft.self)
        return try await desk.act(
            request, "payment.record",
            on: .projectOf(table: "app.payment_claim", column: "payment_claim_id", claim),
            subject: Subject("payment_claim", claim), facts: ContractMoneyStore.payingFacts(claim),
            as: PayingFacts.self
        ) { facts, sitting in
            try sitting.matchIfSent(version: facts.version)
            let policy = try sitting.policy(edition: facts.edition, place: facts.place)
            let decision = try PayingRules.paying(
                draft.amount, on: draft.paidOn, of: facts, today: sitting.today, under: policy)
            guard decision.refusals.isEmpty else { return .refused(decision.refusals) }
            let days = PayingRules.daysLate(due: facts.clock?.due, paid: draft.paidOn)
            let interest = try PayingRules.interest(
                of: draft.amount, daysLate: days,
                under: try sitting.policy(edition: facts.edition, place: facts.place, on: facts.signedOn))
            let finding = interest.flatMap { $0.value > .zero ? ($0, sitting.newID()) : nil }
            var statements = [SQL]()
            if let (interest, id) = finding {
                statements.append(
                    ContractMoneyActions.finding(interest, id, draft, claim, days, facts)
                        .insert(district: sitting.actor.district, op: sitting.op))
            }
            statements.append(
                ContractMoneyStore.insert(
                    draft, claim: claim, project: facts.project, due: facts.clock?.due, daysLate: days,
                    interest: finding?.0.value ?? .zero, determination: finding?.1, op: sitting.op))
            let owed = facts.payable - facts.paid - draft.amount
            if owed == .zero, let clock = facts.clock {
                statements.append(ContractMoneyStore.end(clock, on: draft.paidOn, op: sitting.op))
            }
            let shown: [String: JSON] = [
                "amount_fen": .int(draft.amount.amount), "owed_fen": .int(owed.amount),
                "due_on": facts.clock?.due.map { .text("\($0)") } ?? .null, "days_late": .int(Int64(days)),
                "interest_fen": .int(finding?.0.value.amount ?? 0),
            ]
            return .done(
                Write(
                    body: .object(shown.merging(["paid_on": .text("\(draft.paidOn)")]) { own, _ in own }),
                    statements,
                    answer: .object(
                        shown.merging([
                            "id": .text("\(draft.id)"), "payment_claim": .text("\(claim)"),
                            "because": .list(finding.map { [$0.0.citation.json] } ?? []),
                        ]) { own, _ in own })))
        }
    }

    /// How the interest of a late payment came about, kept so that it can be counted again.
    private static func finding(
        _ interest: Cited<Fen>, _ id: ID, _ draft: PaymentDraft, _ claim: ID, _ days: Int,
        _ facts: PayingFacts
    ) -> Determination {
        Determination(
            id: id, project: facts.project, subject: Subject("payment_claim", claim),
            question: "late_interest",
            inputs: .object([
                "principal_fen": .int(draft.amount.amount),
                "due_on": facts.clock?.due.map { .text("\($0)") } ?? .null,
                "paid_on": .text("\(draft.paidOn)"), "days_late": .int(Int64(days)),
                "signed_on": .text("\(facts.signedOn)"),
            ]), edition: facts.edition, asOf: facts.signedOn, verdict: "computed",
            because: [interest.citation],
            figures: .object(["interest_fen": .int(interest.value.amount)]))
    }

    /// One verb about one contract's money, under its project's lock and the law of the day it was signed.
    private func act(
        _ request: Request, _ verb: String,
        _ decide: @Sendable (ContractMoneyFacts, Policy, Sitting, ID) throws -> Ruling
    ) async throws -> Response {
        let contract = try request.require("contract")
        return try await desk.act(
            request, verb, on: .projectOf(table: "app.contract", column: "contract_id", contract),
            subject: Subject("contract", contract), facts: ContractMoneyStore.facts(contract),
            as: ContractMoneyFacts.self
        ) { facts, sitting in
            let policy = try sitting.policy(edition: facts.edition, place: facts.place, on: facts.signedOn)
            return try decide(facts, policy, sitting, contract)
        }
    }
}
