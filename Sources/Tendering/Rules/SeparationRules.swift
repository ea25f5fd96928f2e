package import Policy
package import Values

/// A separation as it is brought, and who brings it (待认定的分开计算).
package struct SeparationFacts: Hashable, Sendable {
    /// A record of `tender.separation_grounds`.
    package let ground: String
    /// The paper that decides it is of this project, of its kind, and stored.
    package let paperStands: Bool
    package let decider: Role
    package let deciderUnit: ID
    package let buyer: ID
    /// Who decides recorded the paper himself.
    package let isRecorder: Bool

    package init(
        ground: String, paperStands: Bool, decider: Role, deciderUnit: ID, buyer: ID,
        isRecorder: Bool = false
    ) {
        self.ground = ground
        self.paperStands = paperStands
        self.decider = decider
        self.deciderUnit = deciderUnit
        self.buyer = buyer
        self.isRecorder = isRecorder
    }
}

/// When a lot is counted apart from the others of its kind (分开计算): until it is decided, it is not.
package enum SeparationRules {
    /// Whether a lot may be counted apart; every reason at once.
    ///
    /// - Source: 必须招标的工程项目规定 第五条末句, TEN-6; 招标投标法 第四条, TEN-11; list and authority: house rule,
    ///   HOUSE-TEN-5
    package static func decision(
        _ facts: SeparationFacts, of lot: Lot, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let grounds = try policy.records("tender.separation_grounds")
        let deciders = try policy.texts("tender.separation_deciders")
        let combines = try policy.bool("tender.group_combines").citation
        var reasons = [Refusal]()
        if !grounds.value.contains(where: { $0.id == facts.ground }) {
            var known = [Words]()
            for record in grounds.value { known.append(try record.words()) }
            reasons.append(
                TenderingRefusals.separationGroundIsOfTheList.refusal(grounds.citation, missing: known))
        }
        if !deciders.value.contains(facts.decider.rawValue) {
            reasons.append(
                TenderingRefusals.separationIsDecidedByItsAuthority.refusal(
                    deciders.citation, missing: deciders.value.compactMap(Role.init).map(\.words)))
        }
        if facts.deciderUnit == facts.buyer {
            reasons.append(TenderingRefusals.separationIsDecidedByAnotherUnit.refusal(deciders.citation))
        }
        if !facts.paperStands {
            reasons.append(TenderingRefusals.separationRestsOnItsPaper.refusal(deciders.citation))
        }
        if facts.isRecorder {
            reasons.append(
                TenderingRefusals.separationIsDecidedByASecondPerson.refusal(deciders.citation))
        }
        if !lot.combinable {
            reasons.append(TenderingRefusals.packageHasOneSeparation.refusal(grounds.citation))
        }
        return Decision(reasons: reasons, under: [combines, grounds.citation])
    }

    /// S7: a lot that is counted apart, and would have to be tendered if it were not.
    ///
    /// - Source: 招标投标法 第四条, TEN-6, TEN-11
    package static func signs(
        of lots: [Lot], paidBy money: FundingSources, under policy: Policy
    ) throws(PolicyFault) -> [Sign] {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        let together = lots.map(\.together)
        var signs = [Sign]()
        for lot in lots where !lot.combinable && !(lot.signedBy ?? lot.planned).isTender {
            guard
                try TenderRules.finding(for: lot, among: lots, paidBy: money, under: policy).verdict
                    != .mustTender
            else { continue }
            let merged = try TenderRules.finding(
                for: lot.together, among: together, paidBy: money, under: policy)
            guard merged.verdict == .mustTender else { continue }
            signs.append(
                Sign(
                    code: "S7", severity: .warn,
                    words: Words(
                        "标段 \(lot.code) 经认定分开计算而不必招标；与同类合并计算为 \(merged.groupValue.forPeople) 元，应当招标，请复核认定文件。",
                        "Package \(lot.code) is counted apart and not tendered; with its kind it would come to \(merged.groupValue.forPeople) yuan and be tendered: look at the decision."
                    ), lots: merged.group, citation: splitting))
        }
        return signs
    }
}
