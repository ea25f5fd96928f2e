package import Policy
package import Values

/// Money that someone says has come, with the household it is of (待登记到账).
package struct ReceiptFacts: Hashable, Sendable {
    /// What the register and the scheme say of a household; sums in fen.
    package struct Household: Hashable, Sendable, Codable {
        package let unit: ID
        /// What it owes before launch; nil where nothing says.
        package let due: Fen?
        package let paid: Fen

        package init(unit: ID, due: Fen?, paid: Fen) {
            self.unit = unit
            self.due = due
            self.paid = paid
        }
    }

    package let day: BusinessDay
    package let today: BusinessDay
    package let state: ProjectState
    package let account: String?
    package let openedOn: BusinessDay?
    /// Nil for a reversal, which is of the household of what it takes back.
    package var payment: Payment?

    /// What is paid by whom, through which channel.
    package struct Payment: Hashable, Sendable {
        package let amount: Fen
        package let channel: String
        /// The door that was given, and the unit that the register has for it.
        package let door: String?
        package let household: Household?
        package let aheadGround: String?
        /// The paper that it is paid ahead by is of this project, of its kind, and stored.
        package let aheadPaperStands: Bool

        package init(
            amount: Fen, channel: String, door: String?, household: Household?, aheadGround: String?,
            aheadPaperStands: Bool = false
        ) {
            self.aheadPaperStands = aheadPaperStands
            self.amount = amount
            self.channel = channel
            self.door = door
            self.household = household
            self.aheadGround = aheadGround
        }
    }

    package init(
        day: BusinessDay, today: BusinessDay, state: ProjectState, account: String?, openedOn: BusinessDay?,
        payment: Payment? = nil
    ) {
        self.day = day
        self.today = today
        self.state = state
        self.account = account
        self.openedOn = openedOn
        self.payment = payment
    }
}

/// The rules for residents' money on its way into the special account (居民资金到账).
package enum ReceiptRules {
    /// Whether money that came on this day is recorded now; a reversal goes by the same rule.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-2, LC-06-3, LC-06-4; households by house rule, HOUSE-RCP-1
    package static func recording(
        _ facts: ReceiptFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let account = try policy.bool("launch.account_required")
        let ratio = try policy.ratio("launch.resident_funds_ratio")
        let balance = try policy.bool("funding.true_up")
        var reasons = [Refusal]()
        if facts.account == nil {
            reasons.append(ProjectsRefusals.receiptWaitsForSpecialAccount.refusal(account.citation))
        }
        if facts.state == .closed {
            reasons.append(ProjectsRefusals.receiptWaitsNoMore.refusal(balance.citation))
        }
        if facts.day > facts.today {
            reasons.append(ProjectsRefusals.receiptIsNotDatedAhead.refusal(ratio.citation))
        }
        if let opened = facts.openedOn, facts.day < opened {
            reasons.append(
                ProjectsRefusals.receiptIsNotBeforeItsAccount.refusal(
                    account.citation,
                    missing: [Words("账户开设于 \(opened)", "the account was opened on \(opened)")]))
        }
        if let payment = facts.payment { reasons += try household(payment, under: policy) }
        return Decision(
            reasons: reasons, under: [account.citation, ratio.citation, balance.citation])
    }

    /// What is wrong with the household that a payment is of.
    private static func household(
        _ payment: ReceiptFacts.Payment, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        // An edition of before this house rule is silent; the unit is needed all the same.
        let key = "receipt.household_due"
        let rule = policy.has(key) ? try policy.text(key).citation : nil
        guard let household = payment.household else {
            if let door = payment.door {
                return [
                    ProjectsRefusals.receiptHouseholdIsOfTheRegister.refusal(
                        rule, missing: [Words("户册里没有 \(door)", "no \(door) in the register")])
                ]
            }
            let isOfAHousehold = ["personal", "maintenance_fund"].contains(payment.channel)
            return isOfAHousehold ? [ProjectsRefusals.receiptNamesItsHousehold.refusal(rule)] : []
        }
        if let ground = payment.aheadGround {
            return try ahead(ground, paperStands: payment.aheadPaperStands, under: policy)
        }
        guard let due = household.due, household.paid + payment.amount > due else { return [] }
        return [
            ProjectsRefusals.receiptStaysWithinTheHouseholdShare.refusal(
                rule,
                missing: [
                    Words(
                        "应缴 \(due.forPeople) 元，已缴 \(household.paid.forPeople) 元，本次 \(payment.amount.forPeople) 元",
                        "due \(due.forPeople), paid \(household.paid.forPeople), now \(payment.amount.forPeople) yuan"
                    )
                ])
        ]
    }

    /// What is wrong with the ground on which more is paid than the share; an edition from before the list takes any words.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-3, LC-06-4; list and paper by house rule, HOUSE-RCP-2
    private static func ahead(
        _ ground: String, paperStands: Bool, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard policy.has("receipt.ahead_grounds") else { return [] }
        let grounds = try policy.records("receipt.ahead_grounds")
        var reasons = [Refusal]()
        if !grounds.value.contains(where: { $0.id == ground }) {
            var known = [Words]()
            for record in grounds.value { known.append(try record.words()) }
            reasons.append(
                ProjectsRefusals.receiptAheadGroundIsOfTheList.refusal(grounds.citation, missing: known))
        }
        if !paperStands {
            reasons.append(ProjectsRefusals.receiptAheadRestsOnItsPaper.refusal(grounds.citation))
        }
        return reasons
    }
}
