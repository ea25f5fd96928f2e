package import Policy
package import Values

/// What paying public money looks at (补助拨付事实): what it is paid on, and what was paid of it.
package struct SubsidyPaymentFacts: Decodable, Hashable, Sendable {
    package let place: String
    package let edition: String
    /// The latest statement, else accounts or plan where the place pays on them; nil where there is none.
    package let statement: ID?
    /// What it lays on the payer.
    package let stated: Fen
    package let paid: Fen
    /// Whether finance has approved the final accounts.
    package let accounts: Bool
    /// Whether the payer's last payment is recorded.
    package let isOver: Bool

    package init(
        place: String, edition: String, statement: ID?, stated: Fen, paid: Fen, accounts: Bool = false,
        isOver: Bool = false
    ) {
        self.place = place
        self.edition = edition
        self.statement = statement
        self.stated = stated
        self.paid = paid
        self.accounts = accounts
        self.isOver = isOver
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, statement, accounts
        case isOver = "is_over"
        case stated = "stated_fen"
        case paid = "paid_fen"
    }
}

/// The rules of paying out public money (补助拨付).
package enum SubsidyPaymentRules {
    /// Whether a payment may be recorded: on a statement, made, and within what that lays on the payer.
    ///
    /// Who records is asked of today's texts, what is paid of those of the payment's day (`own`; CV-15).
    /// Where the total is what finance approves, the last payment waits for that; what pays all that is planned is the last.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-07-1; 拱墅区政策解读 二（四）3, GS-04-5; 岳阳市征求意见稿 六（一）, YY-06-2, YY-09-6;
    ///   温鹿政办〔2020〕21号 三（三）1, LC-14-6, "总投资额按财政部门审计核定的竣工财务决算数为准"
    package static func paying(
        _ amount: Fen, isLast: Bool = false, on day: BusinessDay, of facts: SubsidyPaymentFacts,
        today: BusinessDay,
        under policy: Policy, ofItsDay own: Policy
    ) throws(PolicyFault) -> Decision {
        let recorders = try policy.texts("final_accounts.recorders").citation
        let waits = try waiting(under: own)
        let source = try ruleOfMoney(under: own) ?? waits ?? recorders
        guard facts.statement != nil else {
            return .refused([SubsidyPaymentRefusals.waitsForItsStatement.refusal(source)])
        }
        var reasons = [Refusal]()
        if day > today { reasons.append(SubsidyPaymentRefusals.isNotDatedAhead.refusal(source)) }
        if facts.paid + amount > facts.stated {
            let left = facts.stated - facts.paid
            reasons.append(
                SubsidyPaymentRefusals.staysWithinTheStatement.refusal(
                    source,
                    missing: [
                        Words(
                            "结算单 \(facts.stated.forPeople) 元，已拨 \(facts.paid.forPeople) 元，余 \(left.forPeople) 元",
                            "\(facts.stated.yuan) yuan stated, \(facts.paid.yuan) paid, \(left.yuan) left")
                    ]))
        } else if let waits, !facts.accounts, isLast || facts.paid + amount == facts.stated {
            reasons.append(SubsidyPaymentRefusals.lastWaitsForTheAccounts.refusal(waits))
        }
        if facts.isOver { reasons.append(SubsidyPaymentRefusals.followsNoLastOne.refusal(source)) }
        return Decision(reasons: reasons, under: [source])
    }

    /// The clause by which the last payment waits for the final accounts; nil where none says so.
    private static func waiting(under policy: Policy) throws(PolicyFault) -> Citation? {
        guard policy.has("subsidy.last_waits_for_accounts") else { return nil }
        do {
            let said = try policy.bool("subsidy.last_waits_for_accounts")
            return said.value ? said.citation : nil
        } catch .notInForce {
            // What was paid before the text began waited for nothing.
            return nil
        }
    }

    /// The clause by which the place's public money is counted.
    private static func ruleOfMoney(under policy: Policy) throws(PolicyFault) -> Citation? {
        do {
            if policy.has("subsidy.cap_per_m2") { return try policy.fen("subsidy.cap_per_m2").citation }
            return policy.has("reward.rate") ? try policy.ratio("reward.rate").citation : nil
        } catch .notInForce {
            return nil
        } catch .needsSource(_, _, let citation) {
            return citation
        }
    }
}

/// The words of refusals about public money that is paid out (补助拨付拒绝用语).
package enum SubsidyPaymentRefusals {
    package static let waitsForItsStatement = RefusalWords(
        "subsidy_payment_waits_for_its_statement",
        Words(
            "没有资金结算单，也没有可以据以拨付的筹资方案或决算，不能登记补助拨付。",
            "Public money is paid on a statement of this project, or on its plan or accounts where the place says so."
        ),
        remedy: Words("先编制资金结算单。", "Make the statement first."), liftedBy: [.financeBureau],
        key: "final_accounts.recorders")
    package static let staysWithinTheStatement = RefusalWords(
        "subsidy_payment_stays_within_the_statement",
        Words("拨付超过资金结算单核定的金额。", "More would be paid than the statement says."),
        remedy: Words("按结算单余额拨付。", "Pay what is left of it."), liftedBy: [.financeBureau],
        key: "final_accounts.recorders")
    package static let isNotDatedAhead = RefusalWords(
        "subsidy_payment_is_not_dated_ahead", Words("拨付日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("到账之后再登记。", "Record it once it is paid."),
        liftedBy: [.financeBureau, .renovationOffice], key: "final_accounts.recorders")

    package static let lastWaitsForTheAccounts = RefusalWords(
        "last_subsidy_waits_for_the_final_accounts",
        Words("竣工财务决算没有批复，不能拨付末笔补助。", "The last payment waits for the final accounts."),
        remedy: Words(
            "先登记财政部门批复的竣工财务决算；此前只能拨付部分。",
            "Record the accounts that finance approved; until then pay a part."),
        liftedBy: [.financeBureau, .renovationOffice], key: "subsidy.last_waits_for_accounts")
    package static let followsNoLastOne = RefusalWords(
        "subsidy_payment_follows_no_last_one",
        Words("这一拨付主体的末笔补助已经登记。", "The last payment of this payer is recorded."),
        remedy: Words("核对已登记的拨付。", "Look at what is recorded."), liftedBy: [.financeBureau],
        key: "final_accounts.recorders")

    package static let rewardWaits = RefusalWords(
        "reward_waits_for_its_assessment",
        Words("市级综合考评之前，结算单不列市级奖补。", "The city pays once it has assessed the project."),
        remedy: Words("考评后重新编制结算单。", "State the money again after the assessment."),
        liftedBy: [.constructionUnit, .renovationOffice, .financeBureau], key: "reward.after_assessment")

    package static let all: [RefusalWords] = [
        lastWaitsForTheAccounts, rewardWaits, followsNoLastOne, waitsForItsStatement, staysWithinTheStatement,
        isNotDatedAhead,
        RefusalWords(
            "money_statement_covers_what_was_paid",
            Words("已拨付的补助超过这份结算单的金额。", "More was paid already than this statement says."),
            remedy: Words("核对结算单；多拨的先收回。", "Check the statement, and take back what is too much."),
            liftedBy: [.financeBureau], key: "final_accounts.recorders"),
        RefusalWords(
            "subsidy_payment_is_recorded_by_finance",
            Words("补助拨付由财政、旧改办或建设单位登记。", "Finance, the district office or the construction unit records it."),
            remedy: Words("由所列角色登记。", "Let one of them record it."),
            liftedBy: [.financeBureau, .renovationOffice, .constructionUnit], key: "final_accounts.recorders"),
        .form(
            "subsidy_payer_is_known", "拨付主体只有市级、区级。", "The city or the district pays.",
            remedy: "从“市级”“区级”中选择拨付主体。", "Choose the city or the district as the payer.",
            by: [.financeBureau, .renovationOffice]),
        .form(
            "subsidy_payment_has_an_amount", "拨付金额应大于零。", "A payment has an amount.", remedy: "按拨付凭证填写金额。",
            "Give the amount on the voucher.", by: [.financeBureau, .renovationOffice]),
        .form(
            "subsidy_payment_names_its_voucher", "须写明凭证号。", "A payment names its voucher.",
            remedy: "填写拨付凭证号。", "Give the voucher's number.", by: [.financeBureau, .renovationOffice]),
        .form(
            "subsidy_payment_voucher_is_one", "凭证号重复。", "A voucher stands for one payment.",
            remedy: "核对凭证号；同一笔拨付不必重复登记。", "Check the number: one payment is recorded once.",
            by: [.financeBureau, .renovationOffice]),
    ]
}
