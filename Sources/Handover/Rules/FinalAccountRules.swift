package import Policy
package import Projects
package import Values

/// What the final accounts put on each class of works (决算金额), in fen.
package struct AccountFigures: Hashable, Sendable {
    package let works: [WorksClass: Fen]
    /// Costs of the works that belong to no class.
    package let other: Fen
    /// What the residents bear, where the place has no formula for it; nil counts as nothing.
    package let resident: Fen?

    package init(works: [WorksClass: Fen], other: Fen, resident: Fen? = nil) {
        self.works = works
        self.other = other
        self.resident = resident
    }

    package var total: Fen { works.values.reduce(other, +) }
}

/// A household's balance as somebody settles it (户结算).
package struct HouseholdBalance: Hashable, Sendable {
    package let household: String
    /// What the accounts lay on it; nil where they lay nothing on such a door.
    package let share: Fen?
    /// What somebody says that it bears; nil where he leaves it to the accounts.
    package let said: Fen?
    package let paid: Fen
    package let voucher: String?
    package let isSettled: Bool

    package init(household: String, share: Fen?, said: Fen?, paid: Fen, voucher: String?, isSettled: Bool) {
        self.household = household
        self.share = share
        self.said = said
        self.paid = paid
        self.voucher = voucher
        self.isSettled = isSettled
    }

    /// Its share by the final accounts.
    package var due: Fen { share ?? said ?? .zero }

    /// Above zero it is called in, below zero paid back.
    package var difference: Fen { due - paid }
}

/// The rules of final accounts and of what residents get back or still owe (决算与多退少补).
package enum FinalAccountRules {
    /// Whether the accounts may be recorded, and how they are shared between residents and the subsidy.
    ///
    /// The contingency is spent or gone by now: what is left of it is no part of the total. Where the place has no formula,
    /// the residents' part is the one that finance fixed.
    ///
    /// - Source: HZ-12, GS-04-6, YY-06-7; 温鹿政办〔2020〕21号 三（三）1, LC-14-6, "总投资额按财政部门审计核定的竣工财务决算数为准"; LC-14-2…LC-14-5
    package static func account(
        _ figures: AccountFigures, of facts: ClosingFacts, by actor: Actor, on day: BusinessDay,
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> (decision: Decision, resident: Fen?) {
        let recorders = try policy.texts("final_accounts.recorders")
        var reasons = try ClosingRules.early(facts, day, recorders.citation)
        if !recorders.value.contains(actor.role.rawValue) {
            reasons.append(
                ClosingRefusals.accountIsFixedByFinance.refusal(
                    recorders.citation, missing: recorders.value.compactMap { Role(rawValue: $0)?.words }))
        }
        if day > today {
            reasons.append(ClosingRefusals.filingIsNotDatedAhead.refusal(recorders.citation))
        }
        if facts.account != nil { reasons.append(ClosingRefusals.accountIsOne.refusal(recorders.citation)) }
        let resident = try resident(figures, of: facts, under: policy)
        if resident == nil { reasons.append(ClosingRefusals.accountHasWorks.refusal(recorders.citation)) }
        return (Decision(reasons: reasons, under: [recorders.citation]), resident)
    }

    /// What the residents bear of the accounts; nil where there is nothing to be shared, or less than they would bear.
    private static func resident(
        _ figures: AccountFigures, of facts: ClosingFacts, under policy: Policy
    ) throws(PolicyFault) -> Fen? {
        guard hasFormula(policy) else {
            let resident = figures.resident ?? .zero
            return figures.total > .zero && resident <= figures.total ? resident : nil
        }
        return FundingRules.plan(
            works: figures.works, other: figures.other, contingency: .zero, area: facts.area,
            under: try FundingPolicy(policy))?.resident
    }

    /// Whether the place's text says how much of a project its residents bear.
    ///
    /// - Source: 温鹿政办〔2020〕21号 三（三）1, LC-14-1
    package static func hasFormula(_ policy: Policy) -> Bool {
        policy.has("funding.share.mandatory")
    }

    /// Whether these balances are settled now: after the accounts, each once, each against its own share of the accounts.
    ///
    /// `areShared` says whether the accounts are laid on the homes of a register; where they are not, the balances together are
    /// no more than the residents' share.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-4, "最终资金按照决算价“多退少补”"; 民法典 第二百八十三条, CON-9
    package static func settling(
        _ balances: [HouseholdBalance], of facts: ClosingFacts, areShared: Bool, on day: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let rule = try policy.bool("funding.true_up")
        var reasons = try ClosingRules.early(facts, day, rule.citation)
        guard let account = facts.account, day >= account.approvedOn else {
            reasons.append(ClosingRefusals.trueUpFollowsTheAccount.refusal(rule.citation))
            return .refused(reasons)
        }
        let again = balances.filter(\.isSettled)
        if !again.isEmpty {
            reasons.append(
                ClosingRefusals.trueUpIsOneOfItsHousehold.refusal(
                    rule.citation, missing: again.map { Words($0.household, $0.household) }))
        }
        if areShared, let refusal = shares(balances, rule.citation) { reasons.append(refusal) }
        let unproved = balances.filter { $0.difference != .zero && ($0.voucher ?? "").isEmpty }
        if !unproved.isEmpty {
            reasons.append(
                ClosingRefusals.trueUpNamesItsVoucher.refusal(
                    rule.citation,
                    missing: unproved.map { balance in
                        balance.difference > .zero
                            ? Words(
                                "\(balance.household)：补缴 \(balance.difference.forPeople) 元",
                                "\(balance.household): \(balance.difference.yuan) yuan to call in")
                            : Words(
                                "\(balance.household)：退还 \((.zero - balance.difference).forPeople) 元",
                                "\(balance.household): \((.zero - balance.difference).yuan) yuan to pay back")
                    }))
        }
        let left = account.resident - facts.balances.due - balances.map(\.due).reduce(.zero, +)
        if left < .zero {
            reasons.append(
                ClosingRefusals.trueUpStaysWithinTheShare.refusal(
                    rule.citation,
                    missing: [
                        Words("多出 \((.zero - left).forPeople) 元", "\((.zero - left).yuan) yuan too much")
                    ]))
        }
        return Decision(reasons: reasons, under: [rule.citation])
    }

    /// Balances that are not what the accounts lay on their homes.
    private static func shares(_ balances: [HouseholdBalance], _ citation: Citation) -> Refusal? {
        let wrong = balances.compactMap { balance -> Words? in
            guard let share = balance.share else {
                return Words("\(balance.household)：户册里没有这一户", "\(balance.household): no home of the register")
            }
            guard let said = balance.said, said != share else { return nil }
            return Words(
                "\(balance.household)：应担 \(share.forPeople) 元，写成 \(said.forPeople) 元",
                "\(balance.household): \(share.yuan) yuan, not \(said.yuan)")
        }
        guard !wrong.isEmpty else { return nil }
        return ClosingRefusals.trueUpIsTheHouseholdsShare.refusal(citation, missing: wrong)
    }
}
