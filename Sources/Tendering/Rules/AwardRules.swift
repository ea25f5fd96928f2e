package import Policy
package import Values

/// What a tender came to, as it is brought (中标结果).
package struct AwardDraft: Hashable, Sendable {
    package let winner: ID
    package let price: Fen
    /// 最高投标限价, where the tender documents state one.
    package let controlPrice: Fen?
    /// 招标文件开始发出之日.
    package let documentsOn: BusinessDay
    /// 开标（投标截止）之日.
    package let openedOn: BusinessDay
    /// 中标通知书日期.
    package let noticeOn: BusinessDay
    /// The notice came with its bytes.
    package let noticeIsStored: Bool
    package let procedure: TenderProcedure

    package init(
        winner: ID, price: Fen, controlPrice: Fen?, documentsOn: BusinessDay, openedOn: BusinessDay,
        noticeOn: BusinessDay, noticeIsStored: Bool, procedure: TenderProcedure
    ) {
        self.winner = winner
        self.price = price
        self.controlPrice = controlPrice
        self.documentsOn = documentsOn
        self.openedOn = openedOn
        self.noticeOn = noticeOn
        self.noticeIsStored = noticeIsStored
        self.procedure = procedure
    }
}

/// The award that stands for a package (已登记的中标结果).
package struct TenderAward: Hashable, Sendable, Codable {
    package let id: ID
    package let winner: ID
    package let winnerName: String
    package let price: Fen
    package let documentsOn: BusinessDay
    package let openedOn: BusinessDay
    package let noticeOn: BusinessDay
    package let procedure: TenderProcedure
    /// Whether the consortium behind its winner is recorded.
    package var hasConsortium: Bool?

    package init(
        id: ID, winner: ID, winnerName: String, price: Fen, documentsOn: BusinessDay, openedOn: BusinessDay,
        noticeOn: BusinessDay, procedure: TenderProcedure
    ) {
        self.id = id
        self.winner = winner
        self.winnerName = winnerName
        self.price = price
        self.documentsOn = documentsOn
        self.openedOn = openedOn
        self.noticeOn = noticeOn
        self.procedure = procedure
    }

    enum CodingKeys: String, CodingKey {
        case id, winner, price, procedure
        case winnerName = "winner_name"
        case documentsOn = "documents_on"
        case openedOn = "opened_on"
        case noticeOn = "notice_on"
        case hasConsortium = "has_consortium"
    }
}

/// The rules of awards (中标): a tender is what was recorded of it.
package enum AwardRules {
    /// Whether an award may be recorded: its days, how its tender went, its price and its notice; every reason at once.
    ///
    /// - Source: 招标投标法 第二十四条、第四十五条, PRO-1; 招标投标法实施条例 第二十七条
    package static func recording(
        _ draft: AwardDraft, for lot: Lot, given facts: TenderFacts, today: BusinessDay, under policy: Policy,
        ofItsDocuments own: Policy? = nil
    ) throws(PolicyFault) -> Decision {
        let splitting = try policy.bool("tender.splitting_forbidden").citation
        var reasons = try readiness(of: lot, given: facts, under: policy).refusals
        if draft.noticeOn > today { reasons.append(TenderingRefusals.awardDayHasCome.refusal(nil)) }
        if draft.openedOn < draft.documentsOn || draft.noticeOn < draft.openedOn {
            reasons.append(TenderingRefusals.awardFollowsTheOpening.refusal(nil))
        }
        reasons += try start(on: draft.documentsOn, of: lot, given: facts, under: policy)
        // What the documents had to wait for is asked of the texts of their day (CV-15).
        reasons += try EPCTenderRules.start(
            on: draft.documentsOn, of: lot, given: facts, under: own ?? policy)
        let tender = JudgedTender(
            lot: lot, facts: facts, winner: draft.winner, documentsOn: draft.documentsOn,
            openedOn: draft.openedOn, noticeOn: draft.noticeOn, procedure: draft.procedure)
        let bids = try days(of: tender, under: policy)
        reasons += bids.refusals
        reasons += try ProcedureRules.refusals(of: tender, under: policy)
        let ceiling = min(lot.estimate, draft.controlPrice ?? lot.estimate)
        if draft.price > ceiling {
            reasons.append(
                TenderingRefusals.awardStaysWithinItsCeiling.refusal(
                    splitting,
                    missing: [
                        Words(
                            "中标价 \(draft.price.forPeople) 元，标段估算 \(lot.estimate.forPeople) 元，最高可为 \(ceiling.forPeople) 元",
                            "awarded at \(draft.price.forPeople), estimated at \(lot.estimate.forPeople), at most \(ceiling.forPeople)"
                        )
                    ]))
        }
        if !draft.noticeIsStored {
            reasons.append(TenderingRefusals.awardRestsOnItsNotice.refusal(splitting))
        }
        return Decision(reasons: reasons, under: [splitting] + bids.because)
    }

    /// What stands in the way of tender documents of a day: for works and goods they follow the budget's approval and the
    /// determination of the package.
    ///
    /// - Source: house rule, HOUSE-TEN-7
    private static func start(
        on day: BusinessDay, of lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let follows = try policy.bool("tender.documents_follow_determination")
        guard follows.value, lot.category != .service else { return [] }
        let (approved, determined) = (facts.approvedOn, facts.determined[lot.id]?.firstOn)
        guard let approved, let determined, day >= approved, day >= determined else {
            return [
                TenderingRefusals.tenderBeginsAfterItsDetermination.refusal(
                    follows.citation,
                    missing: [
                        Words(
                            "概算批准：\(approved.map { "\($0)" } ?? "尚无")；招标认定：\(determined.map { "\($0)" } ?? "尚无")；招标文件：\(day)",
                            "budget approved: \(approved.map { "\($0)" } ?? "not yet"); determined: \(determined.map { "\($0)" } ?? "not yet"); documents: \(day)"
                        )
                    ])
            ]
        }
        return []
    }

    /// What stands in the way of so many days between documents and bids, and the clause, where the law asks them.
    ///
    /// - Source: 招标投标法 第二十四条, PRO-1
    private static func days(
        of tender: JudgedTender, under policy: Policy
    ) throws(PolicyFault) -> (refusals: [Refusal], because: [Citation]) {
        guard tender.isMandatory else { return ([], []) }
        let least = try policy.int("procedure.min_bid_days")
        let days = tender.documentsOn.days(until: tender.openedOn)
        guard days < Int(least.value) else { return ([], [least.citation]) }
        let missing = Words(
            "\(tender.documentsOn) 至 \(tender.openedOn) 共 \(days) 日，至少 \(least.value) 日",
            "\(days) days from \(tender.documentsOn) to \(tender.openedOn); at least \(least.value)")
        return ([TenderingRefusals.bidsHaveTheirDays.refusal(least.citation, missing: [missing])], [])
    }

    /// Whether an award may be withdrawn: as long as no contract rests on it.
    ///
    /// - Source: 招标投标法 第四十五条、第四十六条, PRO-11
    package static func withdrawal(hasContract: Bool, under policy: Policy) throws(PolicyFault) -> Decision {
        Decision(
            reasons: hasContract ? [TenderingRefusals.awardIsWithdrawnBeforeItsContract.refusal(nil)] : [],
            under: [try policy.int("contract.days_after_award").citation])
    }

    /// Whether an award may still be recorded for a package at all.
    ///
    /// - Source: 招标投标法 第四十五条、第四十六条, PRO-11
    package static func readiness(
        of lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        var reasons = [Refusal]()
        if facts.awards[lot.id] != nil { reasons.append(TenderingRefusals.packageHasOneAward.refusal(nil)) }
        if lot.signed != nil {
            reasons.append(TenderingRefusals.awardComesBeforeItsContract.refusal(nil))
        }
        return Decision(reasons: reasons, under: [try policy.int("contract.days_after_award").citation])
    }

    /// What stands between a contract and the award of its package: none after a tender, or one that says otherwise.
    ///
    /// - Source: 招标投标法 第四十五条、第四十六条, PRO-11; 招标投标法实施条例 第五十七条
    static func refusals(
        of draft: ContractDraft, for lot: Lot, given facts: TenderFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let citation = try policy.int("contract.days_after_award").citation
        guard let award = facts.awards[lot.id] else {
            return draft.method.isTender
                ? [TenderingRefusals.tenderedContractRestsOnItsAward.refusal(citation)] : []
        }
        let isSame =
            draft.method.isTender && draft.contractor == award.winner && draft.amount == award.price
            && (draft.awardNoticeOn ?? award.noticeOn) == award.noticeOn
        var reasons = [Refusal]()
        if !isSame {
            reasons.append(
                TenderingRefusals.contractIsWhatWasAwarded.refusal(
                    citation,
                    missing: [
                        Words(
                            "中标人 \(award.winnerName)，中标价 \(award.price.forPeople) 元，中标通知书 \(award.noticeOn)",
                            "awarded to \(award.winnerName) at \(award.price.forPeople) yuan by the notice of \(award.noticeOn)"
                        )
                    ]))
        }
        if draft.signedOn < award.noticeOn {
            reasons.append(TenderingRefusals.contractIsSignedAfterItsAward.refusal(nil))
        }
        // Asked again: what must be tendered may have been found after the award.
        if draft.method.isTender {
            let tender = JudgedTender(
                lot: lot, facts: facts, winner: award.winner, documentsOn: award.documentsOn,
                openedOn: award.openedOn, noticeOn: award.noticeOn, procedure: award.procedure)
            reasons += try days(of: tender, under: policy).refusals
            reasons += try ProcedureRules.refusals(of: tender, under: policy)
        }
        return reasons
    }
}
