package import Policy
package import Values

/// A tender that is left out for one package (可以不招标): its ground, and the amount it carries.
package struct Exemption: Hashable, Sendable, Codable {
    /// A record of `tender.exemptions`.
    package let ground: String
    package let upTo: Fen

    package init(ground: String, upTo: Fen) {
        self.ground = ground
        self.upTo = upTo
    }

    enum CodingKeys: String, CodingKey {
        case ground
        case upTo = "up_to"
    }
}

/// An exemption as it is brought for approval, and who brings it (待认定的不招标事项).
package struct ExemptionFacts: Hashable, Sendable {
    package let ground: String
    package let documentOn: BusinessDay
    package let approver: Role
    package let approverUnit: ID
    package let buyer: ID
    package let today: BusinessDay

    package init(
        ground: String, documentOn: BusinessDay, approver: Role, approverUnit: ID, buyer: ID,
        today: BusinessDay
    ) {
        self.ground = ground
        self.documentOn = documentOn
        self.approver = approver
        self.approverUnit = approverUnit
        self.buyer = buyer
        self.today = today
    }
}

/// When a tender may be left out, and when a package may be given up (可以不招标、撤销标段).
package enum ExemptionRules {
    /// Whether the tender of a package may be left out; every reason at once.
    ///
    /// - Source: 招标投标法 第六十六条; 招标投标法实施条例 第九条, TEN-13; who approves: house rule, HOUSE-TEN-2
    package static func approval(
        _ facts: ExemptionFacts, for lot: Lot, having standing: Exemption?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let grounds = try policy.records("tender.exemptions")
        let approvers = try policy.texts("tender.exemption_approvers")
        let ground = grounds.value.first { $0.id == facts.ground }
        let citation = ground?.citation ?? grounds.citation
        var reasons = [Refusal]()
        if ground == nil {
            var known = [Words]()
            for record in grounds.value { known.append(try record.words()) }
            reasons.append(TenderingRefusals.exemptionGroundIsOfTheLaw.refusal(citation, missing: known))
        }
        if !approvers.value.contains(facts.approver.rawValue) {
            reasons.append(
                TenderingRefusals.exemptionIsApprovedByItsAuthority.refusal(
                    approvers.citation, missing: approvers.value.compactMap(Role.init).map(\.words)))
        }
        if facts.approverUnit == facts.buyer {
            reasons.append(
                TenderingRefusals.exemptionIsApprovedByAnotherUnit.refusal(approvers.citation))
        }
        if facts.documentOn > facts.today {
            reasons.append(TenderingRefusals.exemptionDocumentIsNotDatedAhead.refusal(citation))
        }
        if standing != nil { reasons.append(TenderingRefusals.packageHasOneExemption.refusal(citation)) }
        if lot.signed != nil { reasons.append(TenderingRefusals.packageHasOneContract.refusal(nil)) }
        return Decision(reasons: reasons, under: [citation, approvers.citation])
    }

    /// What stands in the way of signing without a tender a package that must be tendered; nil where it is exempted.
    ///
    /// - Source: 招标投标法实施条例 第九条, TEN-13
    package static func refusal(
        of amount: Fen, under exemption: Exemption, by policy: Policy
    ) throws(PolicyFault) -> Refusal? {
        guard amount > exemption.upTo else { return nil }
        let grounds = try policy.records("tender.exemptions")
        let citation = grounds.value.first { $0.id == exemption.ground }?.citation ?? grounds.citation
        return TenderingRefusals.contractStaysWithinItsExemption.refusal(
            citation,
            missing: [
                Words(
                    "认定 \(exemption.upTo.forPeople) 元，合同 \(amount.forPeople) 元",
                    "exempted: \(exemption.upTo.forPeople), contract: \(amount.forPeople) yuan")
            ])
    }

    /// Whether a package may be given up: as long as nothing is signed for it.
    ///
    /// - Source: 招标投标法 第四条 (a lot leaves its group only in the open), TEN-11
    package static func withdrawal(of lot: Lot, under policy: Policy) throws(PolicyFault) -> Decision {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        let isSigned = lot.signed != nil || lot.taken != nil
        return Decision(
            reasons: isSigned ? [TenderingRefusals.packageIsWithdrawnBeforeItsContract.refusal(nil)] : [],
            under: [splitting])
    }
}
