package import Policy
package import Values

/// What the choice of a delivery mode looks at (选定模式事实).
package struct ModeFacts: Hashable, Sendable, Codable {
    package let mode: DeliveryMode?
    package let version: Int64?
    package let place: String
    package let edition: String
    /// Numbers of the works and EPC contracts that are signed.
    package let contracts: [String]
    /// Roles that are held in the project.
    package let roles: [String]

    package init(
        mode: DeliveryMode?, version: Int64?, place: String, edition: String, contracts: [String],
        roles: [String]
    ) {
        self.mode = mode
        self.version = version
        self.place = place
        self.edition = edition
        self.contracts = contracts
        self.roles = roles
    }
}

/// The rules of the delivery mode (建设模式).
package enum ModeRules {
    /// Whether the mode may be chosen or changed: once, before works are contracted, and again only with a reason.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）5, LC-07-1
    package static func choice(
        of mode: DeliveryMode, on day: BusinessDay? = nil, today: BusinessDay? = nil, reason: String?,
        given facts: ModeFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let modes = try policy.records("delivery.modes")
        var reasons = [Refusal]()
        if !facts.contracts.isEmpty {
            reasons.append(
                DeliveryRefusals.deliveryModeIsSettledByContracts.refusal(
                    modes.citation,
                    missing: facts.contracts.map { Words("已签合同 \($0)", "contract \($0) is signed") }))
        }
        if let day, let today, day > today {
            reasons.append(DeliveryRefusals.deliveryModeIsNotDatedAhead.refusal(modes.citation))
        }
        if facts.mode != nil, (reason ?? "").isEmpty {
            reasons.append(DeliveryRefusals.deliveryModeChangeHasAReason.refusal(modes.citation))
        }
        return Decision(reasons: reasons, under: [modes.citation])
    }

    /// The roles that a project of a mode engages, in their order: the seats that acceptance will ask for.
    ///
    /// - Source: 建设工程质量管理条例 第十六条; 国发〔2004〕20号 三（五）, QLT-01, EPC-03, AGC-1, WPC-2
    package static func seats(
        of mode: DeliveryMode, under policy: Policy
    ) throws(PolicyFault) -> Cited<[String]> {
        for record in try policy.records("delivery.modes").value where record.id == mode.rawValue {
            return Cited(try record.texts("seats"), record.citation)
        }
        throw .keyMissing(key: "delivery.modes.\(mode.rawValue)", place: policy.place)
    }
}

/// The ceiling of what managing the project may cost (项目管理费、代建管理费).
package enum AgentFeeRules {
    /// The ceiling by total investment: progressive, each band at its own rate; tested exactly, shown rounded down.
    ///
    /// - Source: 财建〔2016〕504号 附件2, AGC-2, CV-03
    package static func ceiling(of investment: Fen, under policy: Policy) throws(PolicyFault) -> Cited<Fen> {
        let (numerator, denominator, citation) = try exactCeiling(of: investment, under: policy)
        return Cited(Fen(Int64(clamping: numerator / denominator)), citation)
    }

    /// Whether the agent's fee, together with the owner's own management fee, stays below the ceiling.
    ///
    /// - Source: 财建〔2016〕504号 第六条, AGC-3
    package static func fee(
        agent: Fen, owner: Fen, investment: Fen, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let shares = try policy.bool("delivery.agent_fee_shares_ceiling")
        let (numerator, denominator, citation) = try exactCeiling(of: investment, under: policy)
        let counted = shares.value ? agent + owner : agent
        guard Int128(counted.amount) * denominator > numerator else {
            return .allowed([citation, shares.citation])
        }
        let shown = Fen(Int64(clamping: numerator / denominator))
        return .refused([
            DeliveryRefusals.agentFeeStaysBelowItsCeiling.refusal(
                citation,
                missing: [
                    Words(
                        "合计 \(counted.forPeople) 元，上限 \(shown.forPeople) 元",
                        "\(counted.forPeople) of at most \(shown.forPeople) yuan")
                ])
        ])
    }

    /// The ceiling in fen as an exact fraction.
    private static func exactCeiling(
        of investment: Fen, under policy: Policy
    ) throws(PolicyFault) -> (Int128, Int128, Citation) {
        let bands = try policy.records("delivery.agent_fee_bands")
        var floor = Fen.zero
        var numerator: Int128 = 0
        var denominator: Int128 = 1
        for band in bands.value {
            let top = band.has("up_to") ? min(investment, try band.fen("up_to")) : investment
            guard top > floor else { break }
            let rate = try band.ratio("rate")
            numerator =
                numerator * Int128(rate.denominator)
                + Int128((top - floor).amount) * Int128(rate.numerator) * denominator
            denominator *= Int128(rate.denominator)
            floor = top
        }
        return (numerator, denominator, bands.citation)
    }
}
