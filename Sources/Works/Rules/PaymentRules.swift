package import Policy
package import Values

/// A payment claim as the contractor sends it (进度款申请).
package struct PaymentClaimDraft: Hashable, Sendable, Codable {
    package let id: ID
    package let lines: [LineQuantity]

    package init(id: ID, lines: [LineQuantity]) {
        self.id = id
        self.lines = lines
    }
}

/// What a payment claim is judged by (支付事实).
package struct PaymentFacts: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package let id: ID
        package let code: String
        package let title: String
        package let unit: String
        package let unitPrice: Fen
        /// What approved logs hold, and what earlier claims took of it.
        package let approvedMilli: Int64
        package let claimedMilli: Int64
        package let blocks: [StandingBlock]

        package init(
            id: ID, code: String, title: String, unit: String, unitPrice: Fen, approvedMilli: Int64,
            claimedMilli: Int64, blocks: [StandingBlock] = []
        ) {
            self.id = id
            self.code = code
            self.title = title
            self.unit = unit
            self.unitPrice = unitPrice
            self.approvedMilli = approvedMilli
            self.claimedMilli = claimedMilli
            self.blocks = blocks
        }

        enum CodingKeys: String, CodingKey {
            case id, code, title, unit, blocks
            case unitPrice = "unit_price_fen"
            case approvedMilli = "approved_milli"
            case claimedMilli = "claimed_milli"
        }
    }

    package let project: ID
    package let place: String
    package let edition: String
    package let contractor: ID
    package let amount: Fen
    package let additions: Fen
    package let claimed: Fen
    package let nextNumber: Int64
    package let lines: [Line]

    package init(
        project: ID, place: String, edition: String, contractor: ID, amount: Fen, additions: Fen,
        claimed: Fen,
        nextNumber: Int64, lines: [Line]
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.contractor = contractor
        self.amount = amount
        self.additions = additions
        self.claimed = claimed
        self.nextNumber = nextNumber
        self.lines = lines
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, contractor, lines
        case amount = "amount_fen"
        case additions = "additions_fen"
        case claimed = "claimed_fen"
        case nextNumber = "next_number"
    }
}

/// What the certification of a claim looks at (支付核定事实).
package struct CertificationFacts: Hashable, Sendable, Codable {
    package let project: ID
    package let place: String
    package let edition: String
    package let state: PaymentClaimState
    package let version: Int64
    package let organisation: ID
    package let supervisedOrganisation: ID?
    package let hasAuditOpinion: Bool
    package let amount: Fen
    package let blocks: [StandingBlock]
    /// What the certificate settles beside the amount; nil where a test judges signatures alone.
    package let money: ClaimMoneyFacts?

    package init(
        project: ID, place: String, edition: String, state: PaymentClaimState, version: Int64,
        organisation: ID,
        supervisedOrganisation: ID?, hasAuditOpinion: Bool, amount: Fen, blocks: [StandingBlock],
        money: ClaimMoneyFacts? = nil
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.state = state
        self.version = version
        self.organisation = organisation
        self.supervisedOrganisation = supervisedOrganisation
        self.hasAuditOpinion = hasAuditOpinion
        self.amount = amount
        self.blocks = blocks
        self.money = money
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, state, version, organisation, blocks, money
        case supervisedOrganisation = "supervised_organisation"
        case hasAuditOpinion = "has_audit_opinion"
        case amount = "amount_fen"
    }
}

/// The rules for progress payments (进度款).
package enum PaymentRules {
    /// The money of a quantity at the contract's price, rounded half up to the fen.
    ///
    /// - Source: catalogue CV-03
    package static func amount(_ quantityMilli: Int64, at unitPrice: Fen) -> Fen {
        Ratio.rounded(Int128(quantityMilli) * Int128(unitPrice.amount), 1000)
    }

    /// Whether a claim may be handed in: by the contractor, on approved quantities, within the contract.
    ///
    /// - Source: 政府投资条例 第二十一条, INV-08; HOUSE-WRK-4
    package static func claim(
        _ draft: PaymentClaimDraft, by organisation: ID, given facts: PaymentFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let ratio = try policy.ratio("payment.max_ratio")
        let limit = try policy.bool("works.quantity_limit")
        var reasons = [Refusal]()
        if facts.contractor != organisation {
            reasons.append(WorksRefusals.paymentClaimIsOfItsContract.refusal(ratio.citation))
        }
        var total = Fen.zero
        var beyond = [Words]()
        for wanted in draft.lines {
            guard let line = facts.lines.first(where: { $0.id == wanted.billLine }) else {
                reasons.append(WorksRefusals.paymentClaimIsOfItsContract.refusal(ratio.citation))
                continue
            }
            for block in line.blocks {
                reasons.append(block.refusal(of: Words(line.title, line.title), under: policy))
            }
            total = total + amount(wanted.quantityMilli, at: line.unitPrice)
            let left = line.approvedMilli - line.claimedMilli
            if wanted.quantityMilli > left {
                beyond.append(
                    Words(
                        "\(line.code) \(line.title)：可申请 \(quantityText(left)) \(line.unit)，"
                            + "申请 \(quantityText(wanted.quantityMilli)) \(line.unit)",
                        "\(line.code): \(quantityText(left)) \(line.unit) can be claimed"))
            }
        }
        if !beyond.isEmpty {
            reasons.append(WorksRefusals.paymentStaysWithinLog.refusal(limit.citation, missing: beyond))
        }
        let ceiling = facts.amount + facts.additions
        let used = facts.claimed + total
        if Int128(used.amount) * Int128(ratio.value.denominator)
            > Int128(ceiling.amount) * Int128(ratio.value.numerator)
        {
            reasons.append(
                WorksRefusals.paymentStaysWithinContract.refusal(
                    ratio.citation,
                    missing: [
                        Words(
                            "累计 \(used.forPeople) 元，合同及已批准变更 \(ceiling.forPeople) 元",
                            "\(used.forPeople) of \(ceiling.forPeople) yuan")
                    ]))
        }
        return Decision(reasons: reasons, under: [ratio.citation, limit.citation])
    }

    /// The step that an actor's certification takes: the supervisor signs first, then the construction unit.
    ///
    /// - Source: 质量管理条例 第三十七条, PER-7
    package static func target(of role: Role) -> PaymentClaimState {
        role == .constructionUnit || role == .agentConstruction ? .certified : .supervised
    }

    /// Whether a claim may be certified: in its order, by other units, with the tracking auditor's opinion.
    ///
    /// - Source: 质量管理条例 第三十七条, PER-7; 温鹿政办〔2020〕21号 二（三）6, LC-08-4
    package static func certify(
        _ facts: CertificationFacts, by actor: Actor, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let target = target(of: actor.role)
        let signature = try policy.bool("payment.needs_supervisor_signature")
        let opinion = try policy.bool("payment.needs_audit_opinion")
        var reasons = [Refusal]()
        if !facts.state.next.contains(target) {
            reasons.append(
                WorksRefusals.paymentClaimStep.refusal(
                    signature.citation,
                    missing: [Words("现为：\(facts.state.words.zh)", "now: \(facts.state.words.en)")]))
        }
        if actor.organisation == facts.organisation || actor.organisation == facts.supervisedOrganisation {
            reasons.append(WorksRefusals.paymentIsCertifiedByOthers.refusal(signature.citation))
        }
        if target == .certified, opinion.value, !facts.hasAuditOpinion {
            reasons.append(WorksRefusals.paymentWaitsForAuditOpinion.refusal(opinion.citation))
        }
        for block in facts.blocks {
            reasons.append(block.refusal(of: Words("进度款", "the payment"), under: policy))
        }
        return Decision(reasons: reasons, under: [signature.citation, opinion.citation])
    }
}
