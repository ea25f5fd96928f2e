package import Policy
package import Values

/// What paying public money looks at (补助拨付事实): the latest statement, and what was paid on it.
package struct SubsidyPaymentFacts: Decodable, Hashable, Sendable {
    package let place: String
    package let edition: String
    /// The latest statement; nil where none is made.
    package let statement: ID?
    /// What it lays on the payer.
    package let stated: Fen
    package let paid: Fen

    package init(place: String, edition: String, statement: ID?, stated: Fen, paid: Fen) {
        self.place = place
        self.edition = edition
        self.statement = statement
        self.stated = stated
        self.paid = paid
    }

    enum CodingKeys: String, CodingKey {
        case place, edition, statement
        case stated = "stated_fen"
        case paid = "paid_fen"
    }
}

/// The rules of paying out public money (补助拨付).
package enum SubsidyPaymentRules {
    /// Whether a payment may be recorded: on a statement, made, and within what that lays on the payer.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-07-1; 拱墅区政策解读 二（四）3, GS-04-5; 岳阳市征求意见稿 六（一）, YY-06-2, YY-09-6
    package static func paying(
        _ amount: Fen, on day: BusinessDay, of facts: SubsidyPaymentFacts, today: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let recorders = try policy.texts("final_accounts.recorders").citation
        let source = try ruleOfMoney(under: policy) ?? recorders
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
        }
        return Decision(reasons: reasons, under: [source])
    }

    /// The clause by which the place's public money is counted.
    private static func ruleOfMoney(under policy: Policy) throws(PolicyFault) -> Citation? {
        if policy.has("subsidy.cap_per_m2") { return try policy.fen("subsidy.cap_per_m2").citation }
        return policy.has("reward.rate") ? try policy.ratio("reward.rate").citation : nil
    }
}

/// The words of refusals about public money that is paid out (补助拨付拒绝用语).
package enum SubsidyPaymentRefusals {
    package static let waitsForItsStatement = RefusalWords(
        "subsidy_payment_waits_for_its_statement",
        Words("没有资金结算单，不能登记补助拨付。", "Public money is paid on a statement of this project."),
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

    package static let all: [RefusalWords] = [
        waitsForItsStatement, staysWithinTheStatement, isNotDatedAhead,
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
