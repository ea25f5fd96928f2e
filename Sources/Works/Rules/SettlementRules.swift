package import Policy
package import Values

/// On what a contract says that its settlement rests (结算依据).
package enum SettlementBasis: String, CaseIterable, Codable, Hashable, Sendable {
    /// What both parties confirm.
    case agreedBill = "agreed_bill"
    /// A state audit, because a law or an administrative regulation says so.
    case stateAuditByLaw = "state_audit_by_law"
    /// A state audit, because the contract says so.
    case stateAuditByContract = "state_audit_by_contract"
}

/// The rules of what a settlement may rest on (结算依据规则).
package enum SettlementRules {
    /// Which of the bases a contract with this enterprise may name, by the law of the day on which it was signed;
    /// nil where no text was in force yet.
    ///
    /// The regulation protects small and medium enterprises; who is not said to be large counts as one. A rule of a
    /// province is neither a law nor an administrative regulation.
    ///
    /// - Source: 保障中小企业款项支付条例 第十二条（2020年为第十一条）, PAY-4; catalogue K26
    package static func allowed(
        enterprise: String?, under policy: Policy
    ) throws(PolicyFault) -> Cited<[SettlementBasis]>? {
        let rule: Cited<String>
        do throws(PolicyFault) {
            rule = try policy.text("payment.sme.audit_basis")
        } catch {
            guard case .notInForce = error else { throw error }
            return nil
        }
        let isFree = enterprise == "large" || rule.value != "unless_law"
        return Cited(
            SettlementBasis.allCases.filter { isFree || $0 != .stateAuditByContract }, rule.citation)
    }

    /// Whether a contract's clause on its settlement may be recorded.
    ///
    /// - Source: 保障中小企业款项支付条例 第十二条（2020年为第十一条）, PAY-4
    package static func basing(
        on basis: SettlementBasis, law: String?, of facts: ContractMoneyFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard let allowed = try allowed(enterprise: facts.enterprise, under: policy) else {
            return .allowed([])
        }
        var reasons = [Refusal]()
        if facts.hasBasis {
            reasons.append(ContractMoneyRefusals.settlementBasisIsOne.refusal(allowed.citation))
        }
        let namesLaw = law?.contains { !$0.isWhitespace } ?? false
        if namesLaw != (basis == .stateAuditByLaw) {
            reasons.append(ContractMoneyRefusals.settlementBasisNamesItsLaw.refusal(allowed.citation))
        }
        if !allowed.value.contains(basis) {
            reasons.append(
                ContractMoneyRefusals.settlementRestsOnAnAllowedAudit.refusal(
                    allowed.citation,
                    missing: [
                        Words(
                            "合同签订于 \(facts.signedOn)，没有登记为大型企业",
                            "signed on \(facts.signedOn) with what is not recorded as a large enterprise")
                    ]))
        }
        return Decision(reasons: reasons, under: [allowed.citation])
    }
}
