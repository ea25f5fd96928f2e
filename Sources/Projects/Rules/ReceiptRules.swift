package import Policy
package import Values

/// The rules for residents' money on its way into the special account (居民资金到账).
package enum ReceiptRules {
    /// Whether money that came on this day is recorded now; a reversal goes by the same rule.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-2, LC-06-3, LC-06-4
    package static func recording(
        on day: BusinessDay, today: BusinessDay, in state: ProjectState, account number: String?,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let account = try policy.bool("launch.account_required")
        let ratio = try policy.ratio("launch.resident_funds_ratio")
        let balance = try policy.bool("funding.true_up")
        var reasons = [Refusal]()
        if number == nil {
            reasons.append(ProjectsRefusals.receiptWaitsForSpecialAccount.refusal(account.citation))
        }
        if state == .closed {
            reasons.append(ProjectsRefusals.receiptWaitsNoMore.refusal(balance.citation))
        }
        if day > today {
            reasons.append(ProjectsRefusals.receiptIsNotDatedAhead.refusal(ratio.citation))
        }
        return Decision(
            reasons: reasons, under: [account.citation, ratio.citation, balance.citation])
    }
}
