package import Policy
package import Values

/// What the end of a contract looks at (合同解除事实).
package struct TerminationFacts: Hashable, Sendable, Codable {
    /// For which party of the contract somebody may speak (哪一方).
    package enum Side: String, Hashable, Sendable, Codable {
        case owner, contractor
        case office = "renovation_office"

        package var words: Words {
            switch self {
            case .owner: Words("发包人", "the owner")
            case .contractor: Words("承包人", "the contractor")
            case .office: Words("区旧改办", "the renovation office")
            }
        }
    }

    /// The end that was proposed last.
    package struct Proposal: Hashable, Sendable, Codable {
        package let id: ID
        package let side: Side
        package let organisation: ID
        package let organisationName: String
        package let endedOn: BusinessDay
        package let paper: ID

        package init(
            id: ID, side: Side, organisation: ID, organisationName: String, endedOn: BusinessDay, paper: ID
        ) {
            self.id = id
            self.side = side
            self.organisation = organisation
            self.organisationName = organisationName
            self.endedOn = endedOn
            self.paper = paper
        }

        enum CodingKeys: String, CodingKey {
            case id, side, organisation, paper
            case organisationName = "organisation_name"
            case endedOn = "ended_on"
        }
    }

    package let project: ID
    package let place: String
    package let edition: String
    package let contract: ID
    package let signedOn: BusinessDay
    package let amount: Fen
    package let hasBill: Bool
    package let endedOn: BusinessDay?
    /// Its works are reported complete, or the project is being accepted.
    package let isFinished: Bool
    package let lastLogOn: BusinessDay?
    /// Who asks, and for which party he may speak.
    package let unit: ID?
    package let side: Side?
    package let proposal: Proposal?

    package init(
        project: ID, place: String, edition: String, contract: ID, signedOn: BusinessDay, amount: Fen,
        hasBill: Bool = true, endedOn: BusinessDay? = nil, isFinished: Bool = false,
        lastLogOn: BusinessDay? = nil, unit: ID? = nil, side: Side? = nil, proposal: Proposal? = nil
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.contract = contract
        self.signedOn = signedOn
        self.amount = amount
        self.hasBill = hasBill
        self.endedOn = endedOn
        self.isFinished = isFinished
        self.lastLogOn = lastLogOn
        self.unit = unit
        self.side = side
        self.proposal = proposal
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, contract, amount, unit, side, proposal
        case signedOn = "signed_on"
        case hasBill = "has_bill"
        case endedOn = "ended_on"
        case isFinished = "is_finished"
        case lastLogOn = "last_log_on"
    }
}

/// The rules of ends of contracts before their works (合同解除): two words, and what was built stays.
package enum TerminationRules {
    /// Whether one may propose the end of a contract at all; every reason at once.
    ///
    /// - Source: 民法典 第五百六十二条、第五百六十五条; house rule, HOUSE-DEL-9
    package static func readiness(
        _ facts: TerminationFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let words = try policy.texts("delivery.contract_end_confirmed_by")
        var reasons = [Refusal]()
        if facts.endedOn != nil { reasons.append(DeliveryRefusals.contractIsTerminatedOnce.refusal(nil)) }
        if facts.side != .owner, facts.side != .contractor {
            reasons.append(DeliveryRefusals.terminationIsProposedByAParty.refusal(words.citation))
        }
        if facts.isFinished {
            reasons.append(DeliveryRefusals.finishedContractIsNotEnded.refusal(words.citation))
        }
        return Decision(reasons: reasons, under: [words.citation])
    }

    /// Whether an end may be proposed as it is brought: its day, what is settled, and its paper.
    ///
    /// - Source: 民法典 第五百六十二条、第五百六十五条; house rule, HOUSE-DEL-9
    package static func proposing(
        on day: BusinessDay, settling settled: Fen?, isStored: Bool, given facts: TerminationFacts,
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let readiness = try readiness(facts, under: policy)
        var reasons = readiness.refusals + days(of: day, given: facts, today: today)
        if let settled, facts.hasBill || settled < .zero || settled > facts.amount {
            reasons.append(DeliveryRefusals.terminationSettlesWhatWasDone.refusal(nil))
        }
        if !isStored { reasons.append(DeliveryRefusals.contractTerminationRestsOnItsPaper.refusal(nil)) }
        return Decision(reasons: reasons, under: try citations(policy))
    }

    /// Whether one may say that a proposed end is the end: not who proposed it, nor his side.
    ///
    /// - Source: 民法典 第五百六十二条、第五百六十五条; house rule, HOUSE-DEL-9
    package static func confirming(
        _ proposal: ID, given facts: TerminationFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let words = try policy.texts("delivery.contract_end_confirmed_by")
        if facts.endedOn != nil {
            return .refused([DeliveryRefusals.contractIsTerminatedOnce.refusal(nil)])
        }
        guard let proposed = facts.proposal, proposed.id == proposal else {
            return .refused([DeliveryRefusals.contractEndsAsWasLastProposed.refusal(nil)])
        }
        var reasons = [Refusal]()
        if facts.side == nil || facts.side == proposed.side || facts.unit == proposed.organisation
            || !words.value.contains(facts.side?.rawValue ?? "")
        {
            reasons.append(
                DeliveryRefusals.contractEndIsTwoUnitsWord.refusal(
                    words.citation,
                    missing: [
                        Words(
                            "提出：\(proposed.side.words.zh) \(proposed.organisationName)",
                            "proposed by \(proposed.side.words.en), \(proposed.organisationName)")
                    ]))
        }
        if facts.isFinished {
            reasons.append(DeliveryRefusals.finishedContractIsNotEnded.refusal(words.citation))
        }
        reasons += days(of: proposed.endedOn, given: facts, today: today)
        return Decision(reasons: reasons, under: [words.citation])
    }

    private static func citations(_ policy: Policy) throws(PolicyFault) -> [Citation] {
        [try policy.texts("delivery.contract_end_confirmed_by").citation]
    }

    private static func days(
        of day: BusinessDay, given facts: TerminationFacts, today: BusinessDay
    ) -> [Refusal] {
        var reasons = [Refusal]()
        if day > today || day < facts.signedOn {
            reasons.append(DeliveryRefusals.contractEndsBetweenItsSigningAndToday.refusal(nil))
        }
        if let last = facts.lastLogOn, day < last {
            reasons.append(
                DeliveryRefusals.contractEndFollowsItsLastLog.refusal(
                    nil, missing: [Words("最后一份施工日志 \(last)", "the last log is of \(last)")]))
        }
        return reasons
    }
}
