package import Policy
package import Values

/// A tender with its package, as its procedure is judged (招标过程).
struct JudgedTender {
    let lot: Lot
    let facts: TenderFacts
    let winner: ID
    let documentsOn: BusinessDay
    let openedOn: BusinessDay
    let noticeOn: BusinessDay
    let procedure: TenderProcedure

    /// The law asks that this package be tendered: not where it was determined otherwise, nor where it is left out.
    var isMandatory: Bool {
        facts.determined[lot.id]?.verdict != .notMandatory && facts.exempted[lot.id] == nil
    }
}

/// What an award or its contract has to be followed by, and the paper that shows that it was (招标后的时限).
package struct AwardDuty: Sendable {
    /// The policy key that gives its length.
    package let key: String
    package let words: Words
    package let due: DueDay
    package let citation: Citation
    /// A record of `paper.recorders`.
    package let paper: String

    package var explanation: JSON {
        .object([
            "title": .text(words.zh), "title_en": .text(words.en), "paper": .text(paper),
            "because": .list([citation.json]),
        ])
    }
}

/// The rules of how a tender goes (招标过程): bidders, committee, candidates, posting, objections, bid bond.
package enum ProcedureRules {
    /// What stands in the way of an award by how its tender went, every reason at once; of a free tender what is told counts.
    ///
    /// - Source: 招标投标法 第二十八条、第三十七条、第四十七条; 招标投标法实施条例 第二十二条、第二十六条、第三十四条、
    ///   第四十四条、第五十三条、第五十四条、第五十五条, PRO-5…PRO-10, PRO-13; what is told: house rule, HOUSE-TEN-8
    static func refusals(of tender: JudgedTender, under policy: Policy) throws(PolicyFault) -> [Refusal] {
        let recorded = try policy.bool("tender.procedure_recorded")
        let isAsked = recorded.value && tender.isMandatory
        var missing = tender.procedure.missing
        let asksSale =
            policy.has("tender.sale_recorded") ? try policy.bool("tender.sale_recorded").value : false
        if asksSale, tender.procedure.documentsUntil == nil {
            missing.append(Words("招标文件停止发售日期", "the day on which the sale of the documents ended"))
        }
        if isAsked, !missing.isEmpty {
            return [TenderingRefusals.awardTellsItsTender.refusal(recorded.citation, missing: missing)]
        }
        var reasons = [Refusal]()
        if let bidders = tender.procedure.bidders {
            reasons += try bidding(bidders, in: tender, under: policy)
            reasons += try ranking(bidders, in: tender, isAsked: isAsked, under: policy)
        }
        if isAsked {
            reasons += try committee(of: tender.procedure, under: policy)
            reasons += try posting(of: tender, under: policy)
            reasons += try SaleRules.refusals(of: tender, under: policy)
        }
        return reasons + objections(of: tender)
    }

    /// What was done late, and stands: shown with the award, and no reason against it.
    ///
    /// - Source: 招标投标法实施条例 第二十二条、第五十四条, PRO-5, PRO-9, CV-06
    package static func late(_ procedure: TenderProcedure, under policy: Policy) throws(PolicyFault)
        -> [Words]
    {
        let periods = try policy.records("procedure.periods").value
        func isMissed(_ period: String, from start: BusinessDay, on day: BusinessDay) throws(PolicyFault)
            -> Bool
        {
            guard let days = try periods.first(where: { $0.id == period })?.int("value") else { return false }
            return policy.calendar.due(.rolled(start.adding(days: Int(days))), from: start).isMissed(on: day)
                ?? false
        }
        var late = [Words]()
        if let reported = procedure.reportedOn, let posted = procedure.candidatesOn,
            try isMissed("publish_candidates_within", from: reported, on: posted)
        {
            late.append(Words("中标候选人公示晚于规定期限", "the candidates were posted late"))
        }
        for objection in procedure.objections ?? [] {
            guard let answered = objection.answeredOn,
                try isMissed("objection_reply", from: objection.receivedOn, on: answered)
            else { continue }
            late.append(
                Words("\(objection.by)的异议答复晚于规定期限", "the objection of \(objection.by) was answered late"))
        }
        return late
    }

    /// The written report that follows the award of what had to be tendered.
    ///
    /// - Source: 招标投标法 第四十七条, PRO-12, CV-06
    package static func report(
        on lot: Lot, given facts: TenderFacts, awardedOn day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> AwardDuty? {
        guard facts.determined[lot.id]?.verdict != .notMandatory, facts.exempted[lot.id] == nil else {
            return nil
        }
        return try duty("report_to_supervisor", from: day, under: policy)
    }

    /// The bid bonds that go back after the contract is signed, where some were asked for.
    ///
    /// - Source: 招标投标法实施条例 第五十七条, PRO-14, CV-06
    package static func bondsBack(
        of award: TenderAward, signedOn day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> AwardDuty? {
        guard award.procedure.bidBond != nil else { return nil }
        return try duty("bid_bond_back", from: day, under: policy)
    }

    /// A duty of the list from a day; nil under an edition that knows no paper to show it by.
    private static func duty(
        _ id: String, from day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> AwardDuty? {
        guard let period = try policy.records("procedure.periods").value.first(where: { $0.id == id }),
            period.has("paper"), policy.has("paper.recorders")
        else { return nil }
        let paper = try period.text("paper")
        guard try policy.records("paper.recorders").value.contains(where: { $0.id == paper }) else {
            return nil
        }
        return AwardDuty(
            key: "procedure.periods." + id, words: try period.words(),
            due: policy.calendar.due(.rolled(day.adding(days: Int(try period.int("value")))), from: day),
            citation: period.citation, paper: paper)
    }

    /// How many bid, the winner among them, and their bond.
    private static func bidding(
        _ bidders: [TenderProcedure.Bidder], in tender: JudgedTender, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let limits = try policy.records("procedure.limits").value
        var reasons = [Refusal]()
        let told = Set(bidders.map(\.name.plainName)).subtracting([""]).count
        if let least = limits.first(where: { $0.id == "least_bidders" }), try told < least.int("count") {
            reasons.append(
                TenderingRefusals.tenderHasItsBidders.refusal(
                    least.citation, missing: [Words("投标人 \(told) 个", "\(told) bidders")]))
        }
        if !bidders.contains(where: { $0.organisation == tender.winner }) {
            reasons.append(TenderingRefusals.winnerIsAmongItsBidders.refusal(nil))
        }
        guard let bond = tender.procedure.bidBond else { return reasons }
        let capped: String? =
            switch (tender.lot.category, tender.lot.service) {
            case (.works, _), (.epc, _): "bid_bond_works"
            case (.goods, _): "bid_bond_goods"
            case (.service, .design), (.service, .survey): "bid_bond_design"
            default: nil
            }
        for limit in limits where limit.id == "bid_bond_share" || limit.id == capped {
            let isOver: Bool
            if limit.has("share") {
                let share = try limit.ratio("share")
                isOver =
                    Int128(bond.amount) * Int128(share.denominator)
                    > Int128(tender.lot.estimate.amount) * Int128(share.numerator)
            } else {
                isOver = try bond > limit.fen("fen")
            }
            guard isOver else { continue }
            let words = try limit.words()
            let most =
                try limit.has("fen") ? limit.fen("fen").forPeople + " 元" : limit.ratio("share").description
            reasons.append(
                TenderingRefusals.bidBondStaysWithinItsCap.refusal(
                    limit.citation,
                    missing: [
                        Words(
                            "保证金 \(bond.forPeople) 元；\(words.zh) \(most)",
                            "a bond of \(bond.forPeople); \(words.en): \(most)")
                    ]))
            break
        }
        return reasons
    }

    /// The candidates, their order, and who of them wins.
    private static func ranking(
        _ bidders: [TenderProcedure.Bidder], in tender: JudgedTender, isAsked: Bool, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        var reasons = [Refusal]()
        let ranks = bidders.compactMap(\.rank).sorted()
        let won = bidders.filter { $0.organisation == tender.winner }.compactMap(\.rank).min()
        if let most = try policy.records("procedure.limits").value.first(where: { $0.id == "most_candidates" }
        ),
            try ranks.count > most.int("count") || ranks != Array(1..<ranks.count + 1)
                || isAsked && won == nil
        {
            reasons.append(
                TenderingRefusals.candidatesAreFewAndRanked.refusal(
                    most.citation,
                    missing: [
                        Words(
                            "排名：\(ranks.map { "\($0)" }.joined(separator: "、"))；中标人：\(won.map { "第 \($0)" } ?? "无排名")",
                            "ranks \(ranks.map { "\($0)" }.joined(separator: ", ")); the winner's: \(won.map { "\($0)" } ?? "none")"
                        )
                    ]))
        }
        let first = try policy.bool("procedure.first_candidate_wins")
        let soe = try policy.ratio("tender.soe_share").value
        guard isAsked, first.value, let won, let money = tender.facts.money,
            money.soeDominant
                || Int128(money.budgetFunds.amount) * Int128(soe.denominator)
                    > Int128(money.total.amount) * Int128(soe.numerator)
        else { return reasons }
        let grounds = try policy.records("procedure.passing_over").value
        let wronged = bidders.filter { bidder in
            (bidder.rank ?? won) < won && !grounds.contains { $0.id == bidder.passedOver }
        }
        if !wronged.isEmpty {
            reasons.append(
                TenderingRefusals.firstCandidateWins.refusal(
                    first.citation, missing: wronged.map { Words($0.name, $0.name) }))
        }
        return reasons
    }

    /// Who evaluated: enough, odd, mostly experts, and nobody of a bidder.
    private static func committee(
        of procedure: TenderProcedure, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let limits = try policy.records("procedure.limits").value
        let told = procedure.committee ?? []
        let members = Set(told.map(\.name.plainName)).subtracting([""]).count
        let experts = Set(told.filter(\.isExpert).map(\.name.plainName)).subtracting([""]).count
        let missing = [Words("成员 \(members) 人，专家 \(experts) 人", "\(members) members, \(experts) experts")]
        var reasons = [Refusal]()
        if let least = limits.first(where: { $0.id == "least_committee" }),
            try members < least.int("count") || members.isMultiple(of: 2)
        {
            reasons.append(
                TenderingRefusals.committeeIsLargeAndOdd.refusal(least.citation, missing: missing))
        }
        if let share = limits.first(where: { $0.id == "expert_share" }),
            let need = Ratio(Int64(experts), Int64(max(members, 1))), try need < share.ratio("share")
        {
            reasons.append(
                TenderingRefusals.committeeIsMostlyExperts.refusal(share.citation, missing: missing))
        }
        let bidding = Set((procedure.bidders ?? []).map(\.name.plainName))
        let bound = told.filter { !$0.employer.plainName.isEmpty && bidding.contains($0.employer.plainName) }
        if !bound.isEmpty {
            reasons.append(
                TenderingRefusals.committeeHoldsNoBidder.refusal(
                    nil,
                    missing: bound.map { Words("\($0.name)（\($0.employer)）", "\($0.name) of \($0.employer)") }
                ))
        }
        return reasons
    }

    /// The candidates hang their days, the last of them a working day, and the notice comes after.
    private static func posting(
        of tender: JudgedTender, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard let posted = tender.procedure.candidatesOn, let until = tender.procedure.candidatesUntil else {
            return []
        }
        let days = try policy.int("procedure.candidate_publicity_days")
        let nominal = posted.adding(days: Int(days.value))
        let last = policy.calendar.due(.rolled(nominal), from: posted).on ?? nominal
        guard until < last || tender.noticeOn <= until else { return [] }
        return [
            TenderingRefusals.candidatesArePostedTheirDays.refusal(
                days.citation,
                missing: [
                    Words(
                        "公示 \(posted) 至 \(until)，至少至 \(last)；中标通知书 \(tender.noticeOn)",
                        "posted \(posted) to \(until), at least to \(last); notice of \(tender.noticeOn)")
                ])
        ]
    }

    /// Objections are answered before the tender goes on.
    private static func objections(of tender: JudgedTender) -> [Refusal] {
        let open = (tender.procedure.objections ?? []).filter { objection in
            guard let answered = objection.answeredOn else { return true }
            let by = objection.stage == .documents ? tender.openedOn : tender.noticeOn
            return answered < objection.receivedOn || answered > by
        }
        guard !open.isEmpty else { return [] }
        return [
            TenderingRefusals.awardWaitsForItsObjections.refusal(
                nil,
                missing: open.map {
                    Words(
                        "\($0.by)：\($0.receivedOn) 提出，\($0.answeredOn.map { "\($0) 答复" } ?? "未答复")",
                        "\($0.by): \($0.receivedOn), \($0.answeredOn.map { "answered \($0)" } ?? "not answered")"
                    )
                })
        ]
    }
}
