import Policy
import Projects
package import Values

/// What the screening of a change order finds (变更初审).
package enum Screening: Hashable, Sendable {
    /// The exception path is open: opinions are asked for next.
    case admitted([Citation])
    /// No ground is open: it is filed, stays blocked, and holds what it would change.
    case blocked([Refusal])
    /// Something is missing or exceeded that the applicant may mend: it stays a draft.
    case refused([Refusal])
}

/// The rules for changing works after they were approved (工程变更).
package enum ChangeOrderRules {
    /// Prices a draft by the contract's bill; a line that is not of the bill, or comes twice, is refused.
    ///
    /// - Source: catalogue CV-03; 温鹿政办〔2020〕21号 二（三）6, LC-08-5
    package static func priced(
        _ draft: ChangeOrderDraft, by facts: DraftFacts
    ) -> (lines: [PricedLine], cost: Fen, refusals: [Refusal]) {
        var refusals = [Refusal]()
        if facts.contractor == nil { refusals.append(ChangeOrdersRefusals.namesItsContract.refusal(nil)) }
        if Set(draft.lines.map(\.billLine)).count < draft.lines.count {
            refusals.append(ChangeOrdersRefusals.namesALineOnce.refusal(nil))
        }
        var lines = [PricedLine]()
        for line in draft.lines {
            guard let price = facts.prices[line.billLine.description] else {
                let id = line.billLine.description
                refusals.append(ChangeOrdersRefusals.lineIsOfTheBill.refusal(nil, missing: [Words(id, id)]))
                continue
            }
            lines.append(
                PricedLine(
                    billLine: line.billLine, quantityMilli: line.quantityMilli, unitPrice: Fen(price),
                    amount: Ratio.rounded(Int128(line.quantityMilli) * Int128(price), 1000)))
        }
        return (lines, lines.map(\.amount).reduce(.zero, +), refusals)
    }

    /// Decides whether a draft may enter the exception path; every failing condition is named at once.
    ///
    /// The order of the tests is the exception, the contract's ground with its papers, the approved budget, the
    /// larger change: all must pass. Without an open ground the order is filed and stays blocked.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6 "原则上不允许工程变更", LC-08-5; catalogue K23, CV-19
    package static func screening(of facts: ChangeOrderFacts, under policy: ChangeOrderPolicy) -> Screening {
        var refusals = [Refusal]()
        if facts.state != .draft {
            return .refused([ChangeOrdersRefusals.step(from: facts.state, to: .opinions, under: policy)])
        }
        if facts.projectState != .works {
            refusals.append(ChangeOrdersRefusals.isDuringWorks.refusal(policy.allowedInPrinciple.citation))
        }
        refusals += budget(facts, under: policy) + tenderLine(facts, under: policy)
        if facts.larger || isLarger(facts, under: policy) { refusals += largerChange(facts, under: policy) }
        let ground = facts.ground.flatMap { policy.grounds[$0] }
        guard ground != nil || (policy.allowedInPrinciple.value && facts.ground == nil) else {
            let closed = ChangeOrdersRefusals.groundIsOpen.refusal(
                policy.allowedInPrinciple.citation, missing: policy.openGrounds)
            // Outside the time of works nothing is filed: there are no works to hold.
            return facts.projectState == .works
                ? .blocked([closed] + refusals) : .refused([closed] + refusals)
        }
        let needed = policy.papers.value + (ground?.papers ?? [])
        var missing = [String]()
        for kind in needed where !facts.papers.contains(kind) && !missing.contains(kind) {
            missing.append(kind)
        }
        if !missing.isEmpty {
            refusals.insert(
                ChangeOrdersRefusals.papersArePresent.refusal(
                    ground?.citation ?? policy.papers.citation, missing: missing.map(policy.title)), at: 0)
        }
        guard refusals.isEmpty else { return .refused(refusals) }
        return .admitted(
            [policy.allowedInPrinciple.citation, policy.papers.citation, policy.budgetLimit.citation]
                + (ground.map { [$0.citation] } ?? []))
    }

    /// Contracts, approved changes and this one together against the approved budget (概算); equal is within.
    ///
    /// - Source: 政府投资条例 第二十三条, INV-07
    package static func budget(_ facts: ChangeOrderFacts, under policy: ChangeOrderPolicy) -> [Refusal] {
        guard policy.budgetLimit.value else { return [] }
        let sum = facts.contracts + facts.approvedChanges + facts.cost
        let budget = facts.approvedBudget ?? .zero
        guard sum > budget else { return [] }
        let over = sum - budget
        return [
            ChangeOrdersRefusals.staysWithinBudget.refusal(
                policy.budgetLimit.citation,
                missing: [
                    Words(
                        "合同与变更共 \(sum.forPeople) 元，概算 \(budget.forPeople) 元，超 \(over.forPeople) 元",
                        "contracts and changes \(sum.forPeople), budget \(budget.forPeople), over by \(over.forPeople) yuan"
                    )
                ])
        ]
    }

    /// What was bought without a tender is not brought to the line by changes.
    ///
    /// - Source: 招标投标法 第四条, TEN-11
    package static func tenderLine(
        _ facts: ChangeOrderFacts, under policy: ChangeOrderPolicy
    ) -> [Refusal] {
        guard facts.reachesTenderLine else { return [] }
        return [
            ChangeOrdersRefusals.staysBelowTheTenderLine.refusal(
                policy.splittingForbidden.citation,
                missing: [
                    Words(
                        "合同 \(facts.contractAmount.forPeople) 元未经招标，本次变更 \(facts.cost.forPeople) 元",
                        "the contract of \(facts.contractAmount.forPeople) was not tendered; this change is \(facts.cost.forPeople) yuan"
                    )
                ])
        ]
    }

    /// The opinions against a change that an approval does not answer.
    ///
    /// - Source: house rule, HOUSE-CHG-7
    private static func unanswered(
        _ facts: ChangeOrderFacts, answers: [Role: String], under policy: ChangeOrderPolicy
    ) -> [Refusal] {
        guard let rule = policy.answersWhatOpposes, rule.value else { return [] }
        let open = facts.opinions.filter { given in
            !given.supports
                && (answers[given.role] ?? "").count { $0.isLetter || $0.isNumber } < policy.leastAnswer
        }
        guard !open.isEmpty else { return [] }
        return [
            ChangeOrdersRefusals.decisionAnswersWhatOpposesIt.refusal(
                rule.citation, missing: open.map { $0.role.words })
        ]
    }

    /// Whether changes of this contract, up and down counted together, exceed the share that is still ordinary.
    ///
    /// - Source: 政府投资条例 第二十一条, INV-08
    package static func isLarger(_ facts: ChangeOrderFacts, under policy: ChangeOrderPolicy) -> Bool {
        let changed = facts.approvedAbsolute.amount + Int64(clamping: facts.cost.amount.magnitude)
        return Int128(changed) * Int128(policy.largerRatio.value.denominator)
            > Int128(facts.contractAmount.amount) * Int128(policy.largerRatio.value.numerator)
    }

    /// A larger change waits for the authority that first approved the project.
    ///
    /// - Source: 政府投资条例 第二十一条, INV-08
    package static func largerChange(_ facts: ChangeOrderFacts, under policy: ChangeOrderPolicy) -> [Refusal]
    {
        guard !facts.papers.contains("original_authority_approval") else { return [] }
        return [
            ChangeOrdersRefusals.largerHasOriginalAuthority.refusal(
                policy.largerRatio.citation, missing: [policy.title("original_authority_approval")])
        ]
    }

    /// Whether a role may give its opinion now.
    ///
    /// - Source: catalogue LC-08-5, HOUSE-CHG-3
    package static func opinion(
        by role: Role, on facts: ChangeOrderFacts, under policy: ChangeOrderPolicy
    ) -> Decision {
        var refusals = [Refusal]()
        if facts.state != .opinions {
            refusals.append(ChangeOrdersRefusals.isOpenForOpinions.refusal(policy.opinions.citation))
        }
        if !policy.opinions.value.contains(role.rawValue) {
            refusals.append(ChangeOrdersRefusals.opinionIsOfItsRole.refusal(policy.opinions.citation))
        }
        if facts.opinions.contains(where: { $0.role == role }) {
            refusals.append(ChangeOrdersRefusals.opinionIsOnePerRole.refusal(policy.opinions.citation))
        }
        return Decision(reasons: refusals, under: [policy.opinions.citation])
    }

    /// The roles whose opinion is still missing.
    ///
    /// - Source: catalogue HOUSE-CHG-3
    package static func missingOpinions(
        _ facts: ChangeOrderFacts, under policy: ChangeOrderPolicy
    ) -> [String] {
        policy.opinions.value.filter { role in !facts.opinions.contains { $0.role.rawValue == role } }
    }

    /// Whether this person decides at this level: his turn, his authority, and no part in the change.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-5; catalogue CV-19, HOUSE-CHG-4
    package static func decision(
        at level: DecisionLevel, by person: ID, of organisation: ID, as role: Role,
        on facts: ChangeOrderFacts,
        approving: Bool, answering answers: [Role: String] = [:], under policy: ChangeOrderPolicy
    ) -> Decision {
        var refusals = [Refusal]()
        let citation = policy.approvals.citation
        if facts.state != level.turn {
            refusals.append(
                ChangeOrdersRefusals.isDecidedInOrder.refusal(
                    citation, missing: [Words("现在：\(facts.state.words.zh)", "now: \(facts.state.words.en)")]))
        }
        if role != level.role || (level == .owner && organisation != facts.constructionUnit)
            || !policy.approvals.value.contains(level.role.rawValue)
        {
            refusals.append(ChangeOrdersRefusals.isDecidedByItsAuthority.refusal(citation))
        }
        if person == facts.applicant || organisation == facts.applicantOrganisation || facts.actorIsApplicant
        {
            refusals.append(ChangeOrdersRefusals.approverIsNotApplicant.refusal(citation))
        }
        if facts.actorIsBeneficiary {
            refusals.append(ChangeOrdersRefusals.approverIsNotBeneficiary.refusal(citation))
        }
        if facts.deciders.contains(person) {
            refusals.append(ChangeOrdersRefusals.decidersAreTwoPersons.refusal(citation))
        }
        if approving {
            refusals += budget(facts, under: policy) + tenderLine(facts, under: policy)
            refusals += unanswered(facts, answers: answers, under: policy)
            if facts.larger || isLarger(facts, under: policy) {
                refusals += largerChange(facts, under: policy)
            }
        }
        return Decision(reasons: refusals, under: [citation])
    }

    /// Whether an order may be withdrawn: by who asked for it, or by the construction unit, before it is settled.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）6, LC-08-5
    package static func withdrawal(
        of facts: ChangeOrderFacts, by organisation: ID, under policy: ChangeOrderPolicy
    ) -> Decision {
        var refusals = [Refusal]()
        if !facts.state.next.contains(.withdrawn) {
            refusals.append(ChangeOrdersRefusals.step(from: facts.state, to: .withdrawn, under: policy))
        }
        if organisation != facts.applicantOrganisation && organisation != facts.constructionUnit {
            refusals.append(
                ChangeOrdersRefusals.isWithdrawnByItsApplicant.refusal(policy.allowedInPrinciple.citation))
        }
        return Decision(reasons: refusals, under: [policy.allowedInPrinciple.citation])
    }

    /// Whether an order may take a plain step, such as being carried out or closed.
    ///
    /// - Source: catalogue C.1, S14
    package static func step(
        _ facts: ChangeOrderFacts, to state: ChangeOrderState, under policy: ChangeOrderPolicy
    ) -> Decision {
        facts.state.next.contains(state)
            ? .allowed([])
            : .refused([ChangeOrdersRefusals.step(from: facts.state, to: state, under: policy)])
    }
}
