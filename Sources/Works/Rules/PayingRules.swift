package import Policy
package import Values

/// The clock by which a certified claim is paid (付款时限).
package struct PaymentClock: Hashable, Sendable {
    package let day: DueDay
    package let days: Int64
    package let citation: Citation
    package let explanation: JSON
}

/// What paying a claim looks at (付款事实).
package struct PayingFacts: Decodable, Hashable, Sendable {
    package let project: ID
    package let place: String
    package let edition: String
    package let version: Int64
    package let state: PaymentClaimState
    package let certifiedOn: BusinessDay?
    package let signedOn: BusinessDay
    package let payable: Fen
    package let paid: Fen
    package let clock: RunningPaymentClock?

    package init(
        project: ID, place: String, edition: String, version: Int64 = 1, state: PaymentClaimState,
        certifiedOn: BusinessDay?, signedOn: BusinessDay, payable: Fen, paid: Fen,
        clock: RunningPaymentClock? = nil
    ) {
        self.project = project
        self.place = place
        self.edition = edition
        self.version = version
        self.state = state
        self.certifiedOn = certifiedOn
        self.signedOn = signedOn
        self.payable = payable
        self.paid = paid
        self.clock = clock
    }

    enum CodingKeys: String, CodingKey {
        case project, place, edition, version, state, clock
        case certifiedOn = "certified_on"
        case signedOn = "signed_on"
        case payable = "payable_fen"
        case paid = "paid_fen"
    }
}

/// The rules of paying small and medium enterprises in time (中小企业款项支付).
package enum PayingRules {
    /// Whether a contract's term of payment stands: within the law's days for a small or medium enterprise.
    ///
    /// - Source: 保障中小企业款项支付条例 第九条（2020年为第八条）, PAY-3
    package static func agreeing(
        enterprise: String, days: Int64, of facts: ContractMoneyFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        guard let most = try inForce({ () throws(PolicyFault) in try policy.int("payment.sme.max_days") })
        else {
            return .allowed([])
        }
        var reasons = [Refusal]()
        if facts.hasTerm { reasons.append(ContractMoneyRefusals.paymentTermIsOne.refusal(most.citation)) }
        if facts.hasCertifiedClaims {
            reasons.append(ContractMoneyRefusals.paymentTermComesFirst.refusal(most.citation))
        }
        if enterprise == "small_or_medium", days > most.value {
            reasons.append(
                ContractMoneyRefusals.paymentTermIsNotTooLong.refusal(
                    most.citation,
                    missing: [
                        Words("最长 \(most.value) 日，约定 \(days) 日", "\(days) of at most \(most.value) days")
                    ]))
        }
        return Decision(reasons: reasons, under: [most.citation])
    }

    /// The clock that a certificate starts; nil where the law sets no day: for a large enterprise, or before its day.
    ///
    /// A contract that does not say how large its contractor is counts as one with a small or medium enterprise.
    ///
    /// - Source: 保障中小企业款项支付条例 第九条（2020年为第八条）, PAY-3; 民法典 第二百零三条; catalogue CV-06
    package static func clock(
        for money: ClaimMoneyFacts, certified: BusinessDay, calendar: WorkCalendar, under policy: Policy
    ) throws(PolicyFault) -> PaymentClock? {
        guard money.enterprise != "large",
            let law = try inForce({ () throws(PolicyFault) in try policy.int("payment.sme.days") })
        else { return nil }
        let days = money.days ?? law.value
        let nominal = certified.adding(days: Int(days))
        let due = calendar.due(.rolled(nominal), from: certified)
        let title = Words(
            "支付合同 \(money.contractNumber) 第 \(money.number) 期进度款",
            "paying claim \(money.number) of contract \(money.contractNumber)")
        let counted =
            money.days == nil
            ? Words("核定之日起 \(days) 日", "\(days) days after the certificate")
            : Words("核定之日起 \(days) 日，按合同约定", "\(days) days after the certificate, as the contract says")
        return PaymentClock(
            day: due, days: days, citation: law.citation,
            explanation: .object([
                "title": .text(title.zh), "title_en": .text(title.en), "counted": .text(counted.zh),
                "counted_en": .text(counted.en), "source": law.citation.json,
            ]))
    }

    /// The interest of a sum that is paid so many days late, rounded half up to the fen.
    ///
    /// The rate is the law's: a contract that agrees another is settled by its own words.
    ///
    /// - Source: 保障中小企业款项支付条例 第十七条（2020年为第十五条）, PAY-5; catalogue CV-03
    package static func interest(
        of principal: Fen, daysLate: Int, under policy: Policy
    ) throws(PolicyFault) -> Cited<Fen>? {
        guard daysLate > 0,
            let rate = try inForce({ () throws(PolicyFault) in try policy.ratio("payment.sme.late_daily_rate")
            })
        else { return nil }
        let product = Int128(principal.amount) * Int128(daysLate) * Int128(rate.value.numerator)
        return Cited(Ratio.rounded(product, Int128(rate.value.denominator)), rate.citation)
    }

    /// How many days after its due day something is paid.
    ///
    /// - Source: 保障中小企业款项支付条例 第十七条（2020年为第十五条）, PAY-5
    package static func daysLate(due: BusinessDay?, paid: BusinessDay) -> Int {
        due.map { max(0, $0.days(until: paid)) } ?? 0
    }

    /// Whether a payment may be recorded: of a certified claim, made, and no more than is owed.
    ///
    /// - Source: 质量管理条例 第三十七条, PER-7; 建质〔2017〕138号 第七条, RET-1
    package static func paying(
        _ amount: Fen, on day: BusinessDay, of facts: PayingFacts, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let signature = try policy.bool("payment.needs_supervisor_signature")
        var reasons = [Refusal]()
        if facts.state != .certified || facts.certifiedOn.map({ day < $0 }) ?? true {
            reasons.append(ContractMoneyRefusals.paymentFollowsItsCertificate.refusal(signature.citation))
        }
        if day > today {
            reasons.append(ContractMoneyRefusals.paymentIsNotDatedAhead.refusal(signature.citation))
        }
        let owed = facts.payable - facts.paid
        if amount > owed {
            reasons.append(
                ContractMoneyRefusals.paymentStaysWithinItsClaim.refusal(
                    try policy.ratio("payment.max_ratio").citation,
                    missing: [Words("尚应付 \(owed.forPeople) 元", "\(owed.yuan) yuan are owed")]))
        }
        return Decision(reasons: reasons, under: [signature.citation])
    }

    /// What a key says, or nothing where its text was not in force yet.
    private static func inForce<Value: Sendable>(
        _ read: () throws(PolicyFault) -> Cited<Value>
    ) throws(PolicyFault) -> Cited<Value>? {
        do throws(PolicyFault) {
            return try read()
        } catch {
            guard case .notInForce = error else { throw error }
            return nil
        }
    }
}
