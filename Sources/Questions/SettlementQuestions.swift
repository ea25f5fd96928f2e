import Policy
import Values
import Works

/// Questions of what a settlement rests on (结算).
enum SettlementQuestions {
    static let all = [auditBasis]

    private static let auditBasis = Question(
        "audit_basis",
        Words("合同能否以审计结果作为结算依据", "whether a contract may rest its settlement on a state audit"),
        on: "signed",
        [
            FactSpec("signed", .day), FactSpec("settlement_basis", .text),
            FactSpec("large_enterprise", .bool, optional: true),
        ]
    ) { facts, policy, _ in
        guard let basis = SettlementBasis(rawValue: try facts.text("settlement_basis")) else {
            let names = SettlementBasis.allCases.map(\.rawValue).joined(separator: " · ")
            throw facts.refuse("settlement_basis", Words("其中之一：\(names)", "one of \(names)"))
        }
        // Who is not said to be large counts as small or medium.
        let isLarge = facts.has("large_enterprise") ? try facts.bool("large_enterprise") : false
        let rule = try policy.text("payment.sme.audit_basis")
        let allowed = try SettlementRules.allowed(enterprise: isLarge ? "large" : nil, under: policy)
        let isAllowed = allowed?.value.contains(basis) ?? true
        let words = Words(
            "签订当日的规定允许这样约定", "the law of the day of signing lets the contract say so")
        return Answer(
            isAllowed ? "allowed" : "blocked", because: [rule.citation],
            holdings: [Holding(words, holds: isAllowed, by: rule.citation)])
    }
}
