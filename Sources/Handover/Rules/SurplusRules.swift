package import Policy
package import Values

/// What the surplus of public money looks at (结余事实).
package struct SurplusFacts: Decodable, Hashable, Sendable {
    package let place: String
    package let edition: String
    /// The public side's part of the final accounts; nil before they are approved.
    package let subsidy: Fen?
    /// Public money that was paid, by whomever.
    package let paid: Fen
    package let returned: Fen

    package init(place: String, edition: String, subsidy: Fen?, paid: Fen, returned: Fen) {
        self.place = place
        self.edition = edition
        self.subsidy = subsidy
        self.paid = paid
        self.returned = returned
    }

    enum CodingKeys: String, CodingKey {
        case place, edition
        case subsidy = "subsidy_fen"
        case paid = "paid_fen"
        case returned = "returned_fen"
    }
}

/// The rules of surplus public money (结余资金缴回).
package enum SurplusRules {
    /// What was paid beyond the accounts; nil before they are approved.
    ///
    /// - Source: 政府投资条例 第二十五条, INV-10, "政府投资项目结余的财政资金，应当按照国家有关规定缴回国库"
    package static func surplus(_ facts: SurplusFacts) -> Fen? {
        facts.subsidy.map { max(facts.paid - $0, .zero) }
    }

    /// Whether a return may be recorded: of a surplus that the accounts show, on a day that has come, with its voucher.
    ///
    /// - Source: 政府投资条例 第二十五条, INV-10
    package static func returning(
        _ amount: Fen, on day: BusinessDay, _ facts: SurplusFacts, voucherIsStored: Bool, today: BusinessDay,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let source = try policy.bool("investment.surplus_returned").citation
        guard let surplus = surplus(facts) else {
            return .refused([SurplusRefusals.waitsForTheAccounts.refusal(source)])
        }
        var reasons = [Refusal]()
        if !voucherIsStored { reasons.append(SurplusRefusals.bringsItsVoucher.refusal(source)) }
        if day > today { reasons.append(SurplusRefusals.isNotDatedAhead.refusal(source)) }
        if facts.returned + amount > surplus {
            let left = surplus - facts.returned
            reasons.append(
                SurplusRefusals.staysWithinTheSurplus.refusal(
                    source,
                    missing: [
                        Words(
                            "结余 \(surplus.forPeople) 元，已缴回 \(facts.returned.forPeople) 元，余 \(left.forPeople) 元",
                            "\(surplus.yuan) yuan left over, \(facts.returned.yuan) returned, \(left.yuan) to go"
                        )
                    ]))
        }
        return Decision(reasons: reasons, under: [source])
    }
}

/// The words of refusals about surplus public money (结余缴回拒绝用语).
package enum SurplusRefusals {
    package static let waitsForTheAccounts = RefusalWords(
        "surplus_return_waits_for_the_final_accounts",
        Words("竣工财务决算没有批复，还不知道结余。", "Before the final accounts nobody knows what is left over."),
        remedy: Words("先登记财政部门批复的竣工财务决算。", "Record the accounts that finance approved first."),
        liftedBy: [.financeBureau, .renovationOffice], key: "investment.surplus_returned")
    package static let isNotDatedAhead = RefusalWords(
        "surplus_return_is_not_dated_ahead", Words("缴回日期不能晚于今天。", "The day lies ahead."),
        remedy: Words("缴回之后再登记。", "Record it once it went back."),
        liftedBy: [.financeBureau, .renovationOffice, .constructionUnit], key: "investment.surplus_returned")
    package static let staysWithinTheSurplus = RefusalWords(
        "surplus_return_stays_within_the_surplus",
        Words("缴回超过结余的财政资金。", "More would go back than is left over."),
        remedy: Words("核对缴款金额。", "Check the amount."),
        liftedBy: [.financeBureau, .renovationOffice, .constructionUnit], key: "investment.surplus_returned")
    package static let bringsItsVoucher = RefusalWords(
        "surplus_return_brings_its_voucher",
        Words("没有随登记上传缴款书原件。", "The treasury's voucher is not stored with the return."),
        remedy: Words("上传缴款书原件或扫描件。", "Send the voucher or its scan along."),
        liftedBy: [.financeBureau, .renovationOffice, .constructionUnit], key: "investment.surplus_returned")
    package static let closeWaits = RefusalWords(
        "close_waits_for_surplus_returned",
        Words("结余的财政资金没有缴回，不能销号。", "Surplus public money has not gone back."),
        remedy: Words("缴回国库，登记缴款书。", "Return it to the treasury, and record its voucher."),
        liftedBy: [.financeBureau, .renovationOffice, .constructionUnit], key: "investment.surplus_returned")

    package static let all: [RefusalWords] = [
        waitsForTheAccounts, isNotDatedAhead, staysWithinTheSurplus, bringsItsVoucher, closeWaits,
        .form(
            "surplus_return_has_an_amount", "缴回金额应大于零。", "A return has an amount.", remedy: "按缴款书填写金额。",
            "Give the amount on the voucher.", by: [.financeBureau, .renovationOffice, .constructionUnit]),
        .form(
            "surplus_return_names_its_voucher", "须写明缴款书号。", "A return names its voucher.",
            remedy: "填写缴款书号。", "Give the voucher's number.",
            by: [.financeBureau, .renovationOffice, .constructionUnit]),
        .form(
            "surplus_return_voucher_is_one", "缴款书号重复。", "A voucher stands for one return.",
            remedy: "核对缴款书号；同一笔缴回不必重复登记。", "Check the number: one return is recorded once.",
            by: [.financeBureau, .renovationOffice, .constructionUnit]),
    ]
}
