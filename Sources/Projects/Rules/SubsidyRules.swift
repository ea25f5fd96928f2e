package import Policy
package import Values

/// A city's subsidy to one community (市级补助): every figure in fen.
package struct CitySubsidy: Hashable, Sendable {
    /// Final accounts without what has its own rule.
    package let base: Fen
    /// The base a square metre, rounded half up, for people.
    package let unit: Fen
    /// The base, or the cap where that is lower.
    package let recognised: Fen
    package let subsidy: Fen
}

/// The city's and the district's money for a community (市级财政补助).
package enum SubsidyRules {
    /// Who pays for a community: the city by its rate, or somebody else in the words of the text.
    package enum Payer: Hashable, Sendable {
        case city(Cited<Ratio>)
        /// Not the city: who pays instead, where the text names somebody.
        case other(Cited<String>?, because: Citation)
    }

    /// Whether the city pays for a community, and at which rate; nil where the district is none of the city's.
    ///
    /// Communities built by the year that the place names are subsidised; later affordable housing is paid for by
    /// who built it.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-06-1…3, HZ-09; GS-04-3, GS-04-4; catalogue K13, K15
    package static func payer(
        for district: String, completed: BusinessDay, housing: String?, under policy: Policy
    ) throws(PolicyFault) -> Payer? {
        let rates = try policy.records("subsidy.rates")
        let last = try policy.int("subsidy.completed_by_year")
        if completed.year > last.value {
            guard housing != "commodity" else { return .other(nil, because: last.citation) }
            let payer = try policy.text("subsidy.later_affordable_payer")
            return .other(payer, because: payer.citation)
        }
        for record in rates.value where try names(of: record).contains(district) {
            return .city(Cited(try record.ratio("rate"), record.citation))
        }
        return nil
    }

    /// The kinds of works that are left out, by the day that the place goes by; where another day would leave out others,
    /// those too, under the name of that day.
    ///
    /// - Source: catalogue K14, CV-15; 杭政办函〔2022〕10号 三（三）2, HZ-08; HOUSE-SUB-2
    package static func excludedKinds(
        under policy: Policy
    ) throws(PolicyFault) -> (kinds: Cited<[String]>, other: (day: String, kinds: Cited<[String]>)?) {
        let byPlan = try policy.texts("subsidy.excluded_kinds")
        guard let byAccounts = try? policy.texts("subsidy.excluded_kinds_by_accounts") else {
            return (byPlan, nil)
        }
        return try policy.text("subsidy.date_of_fact").value == "accounts_approved"
            ? (byAccounts, ("plan_entry", byPlan)) : (byPlan, ("accounts_approved", byAccounts))
    }

    /// The subsidy itself: a rate of the accounts without what is excluded, up to the cap a square metre.
    ///
    /// The residents' money is not taken off first. `kinds` are those of the excluded that the text leaves out.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-07-1, HZ-07-2, HZ-08
    package static func subsidy(
        accounts: Fen, excluded: [String: Fen], leavingOut kinds: [String], area: Area, rate: Ratio,
        under policy: Policy
    ) throws(PolicyFault) -> CitySubsidy {
        let cap = try policy.fen("subsidy.cap_per_m2").value
        let out = excluded.filter { kinds.contains($0.key) }.values.reduce(Fen.zero, +)
        let base = accounts - out
        let ceiling = Ratio.rounded(Int128(cap.amount) * Int128(area.hundredths), 100)
        let recognised = min(base, ceiling)
        return CitySubsidy(
            base: base, unit: Ratio.rounded(Int128(base.amount) * 100, Int128(area.hundredths)),
            recognised: recognised, subsidy: rate.share(of: recognised))
    }

    /// The ceiling of later affordable housing, which whoever built it pays for.
    ///
    /// - Source: 拱墅区政策解读 二（四）3, GS-04-4
    package static func affordableCap(area: Area, under policy: Policy) throws(PolicyFault) -> Cited<Fen> {
        let cap = try policy.fen("affordable.cap_per_m2")
        return Cited(
            Ratio.rounded(Int128(cap.value.amount) * Int128(area.hundredths), 100), cap.citation)
    }

    private static func names(of record: PolicyRecord) throws(PolicyFault) -> [String] {
        let zh = try record.text("zh")
        return [record.id, zh, String(zh.dropLast()), try record.text("en")]
            + (record.has("code") ? [try record.text("code")] : [])
    }
}

/// The reward of Yueyang and its split of pipeline costs (岳阳市级奖补与管线费用).
package enum RewardRules {
    /// The city's reward: a rate of what the district put in, without elevators; paid after the city's assessment.
    ///
    /// - Source: 岳阳市征求意见稿 六（一）, YY-06-2; 七（四）, YY-09-6
    package static func reward(
        districtInput: Fen, elevator: Fen, assessed: Bool, under policy: Policy
    ) throws(PolicyFault) -> (reward: Cited<Fen>, payable: Cited<Bool>) {
        let rate = try policy.ratio("reward.rate")
        let excluded = try policy.texts("reward.excluded_kinds")
        let waits = try policy.bool("reward.after_assessment")
        let base = excluded.value.contains("elevator") ? districtInput - elevator : districtInput
        return (
            Cited(rate.value.share(of: base), rate.citation),
            Cited(assessed || !waits.value, waits.citation)
        )
    }

    /// What the district gives back to a pipeline unit of its relocation; the rest stays with the unit, to the fen.
    ///
    /// - Source: 岳阳市征求意见稿 六（二）, YY-06-4; catalogue CV-03
    package static func pipeline(
        _ cost: Fen, under policy: Policy
    ) throws(PolicyFault) -> (reward: Fen, net: Fen, because: Citation) {
        let rate = try policy.ratio("pipeline.reward_rate")
        let reward = rate.value.share(of: cost)
        return (reward, cost - reward, rate.citation)
    }

    /// What the district pays in all: its rewards, and every excavation and reinstatement.
    ///
    /// - Source: 岳阳市征求意见稿 六（二）, YY-06-4, YY-06-5
    package static func districtTotal(
        rewards: [Fen], excavation: Fen, under policy: Policy
    ) throws(PolicyFault) -> Cited<Fen> {
        let pays = try policy.bool("pipeline.excavation_by_district")
        let sum = rewards.reduce(.zero, +)
        return Cited(pays.value ? sum + excavation : sum, pays.citation)
    }
}
