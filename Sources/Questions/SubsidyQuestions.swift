import Policy
import Projects
import Values

/// Questions of subsidies and rewards (市级补助、奖补、管线费用).
enum SubsidyQuestions {
    static let all = [subsidy, subsidyRule, reward, pipeline, affordableCap]

    private static let housing = FactKind.choice(["affordable", "commodity"])

    private static let subsidy = Question(
        "hz_subsidy", Words("杭州市级补助", "the subsidy of Hangzhou"), place: "HZ", on: "plan_entry",
        district: "district",
        [
            FactSpec("district", .text), FactSpec("plan_entry", .day), FactSpec("completed", .day),
            FactSpec("final_accounts", .money),
            FactSpec("excluded", .map(["elevator", "secondary_water"], .money), optional: true),
            FactSpec("area", .area),
        ]
    ) { facts, policy, _ in
        let payer = try payer(facts, housing: nil, under: policy)
        let accounts = try facts.fen("final_accounts")
        let excluded = facts.has("excluded") ? try facts.sums("excluded") : [:]
        guard excluded.values.reduce(Fen.zero, +) <= accounts else {
            throw facts.refuse("excluded", Words("不多于决算数", "no more than the final accounts"))
        }
        // Nothing is paid by the city where somebody else pays.
        var rate = Ratio(whole: 0)
        if case .city(let found) = payer { rate = found.value }
        let (kinds, other) = try SubsidyRules.excludedKinds(under: policy)
        let area = try facts.area("area")
        func found(_ kinds: [String]) throws -> [String: JSON] {
            let found = try SubsidyRules.subsidy(
                accounts: accounts, excluded: excluded, leavingOut: kinds, area: area, rate: rate,
                under: policy)
            return [
                "base": found.base.json, "unit": found.unit.json, "recognised": found.recognised.json,
                "subsidy": found.subsidy.json,
            ]
        }
        var fields = try found(kinds.value)
        fields["rate"] = .text(rate.twoPlaces)
        // Where the other day would leave out others, both are shown (K14).
        if let other {
            let alternative = try found(other.kinds.value)
            fields["by_" + other.day] = .object(
                alternative.merging(["because": .list([other.kinds.citation.json])]) { own, _ in own })
        }
        return Answer(
            fields, because: [payer.citation, kinds.citation] + policy.citations("subsidy.cap_per_m2"))
    }

    private static let subsidyRule = Question(
        "hz_subsidy_rule", Words("适用哪条市级补助规则", "which rule of the city's subsidy applies"), place: "HZ",
        on: "plan_entry", district: "district",
        [
            FactSpec("district", .text), FactSpec("plan_entry", .day), FactSpec("completed", .day),
            FactSpec("housing", housing, optional: true),
        ]
    ) { facts, policy, _ in
        let later = try facts.day("completed").year > policy.int("subsidy.completed_by_year").value
        if later { try facts.need(["housing"]) }
        let payer = try payer(
            facts, housing: facts.has("housing") ? try facts.text("housing") : nil, under: policy)
        switch payer {
        case .city(let rate):
            return Answer(
                "rate", ["rate": .text(rate.value.twoPlaces), "source": .text(rate.citation.rule)],
                because: [rate.citation])
        case .other(let somebody, let because):
            var fields: [String: JSON] = ["source": .text(because.rule)]
            if let somebody { fields["payer"] = .text(somebody.value) }
            let words = somebody.map {
                Words("改造费用由市级补助（本地规定由\($0.value)承担）", "the city pays: here it is \($0.value)")
            }
            return Answer(
                "no_city_subsidy", fields, because: [because],
                holdings: [
                    Holding(
                        words ?? Words("属于市级补助的范围", "within what the city pays for"), holds: false,
                        by: because)
                ])
        }
    }

    private static func payer(
        _ facts: Facts, housing: String?, under policy: Policy
    ) throws -> SubsidyRules.Payer {
        try facts.follows("plan_entry", facts.day("plan_entry"), "completed", facts.day("completed"))
        let found = try SubsidyRules.payer(
            for: facts.text("district"), completed: facts.day("completed"), housing: housing, under: policy)
        guard let found else {
            throw facts.refuse("district", Words("杭州的区、县（市）", "a district or county of Hangzhou"))
        }
        return found
    }

    private static let reward = Question(
        "yy_reward", Words("岳阳市财政奖补", "the reward of Yueyang"), place: "YY",
        [
            FactSpec("district_input", .money), FactSpec("elevator", .money), FactSpec("assessed", .bool),
        ]
    ) { facts, policy, _ in
        let input = try facts.fen("district_input")
        let elevator = try facts.fen("elevator")
        guard elevator <= input else {
            throw facts.refuse("elevator", Words("不多于区财政投入", "no more than the district's input"))
        }
        let found = try RewardRules.reward(
            districtInput: input, elevator: elevator, assessed: facts.bool("assessed"), under: policy)
        return Answer(
            ["reward": found.reward.value.json, "payable": .bool(found.payable.value)],
            because: [found.reward.citation, found.payable.citation])
    }

    private static let pipeline = Question(
        "yy_pipeline", Words("岳阳管线迁改费用分担", "who pays for moving the pipelines in Yueyang"), place: "YY",
        [FactSpec("relocation", .map([], .money)), FactSpec("excavation", .money)]
    ) { facts, policy, _ in
        var rewards = [String: Fen]()
        var net = [String: Fen]()
        var because = [Citation]()
        for (unit, cost) in try facts.sums("relocation") {
            let found = try RewardRules.pipeline(cost, under: policy)
            (rewards[unit], net[unit]) = (found.reward, found.net)
            because = [found.because]
        }
        let total = try RewardRules.districtTotal(
            rewards: Array(rewards.values), excavation: facts.fen("excavation"), under: policy)
        return Answer(
            [
                "reward": .object(rewards.mapValues(\.json)), "net": .object(net.mapValues(\.json)),
                "district_total": total.value.json,
            ], because: because + [total.citation])
    }

    private static let affordableCap = Question(
        "gs_affordable_cap",
        Words("拱墅保障性安居小区改造费用是否在上限以内", "whether affordable housing in Gongshu stays within its cap"),
        place: "GS", [FactSpec("area", .area), FactSpec("estimate", .money)]
    ) { facts, policy, _ in
        let cap = try SubsidyRules.affordableCap(area: facts.area("area"), under: policy)
        let estimate = try facts.fen("estimate")
        let isWithin = estimate <= cap.value
        return Answer(
            isWithin ? "allowed" : "blocked_pending_exception", ["cap": cap.value.json],
            because: [cap.citation],
            holdings: [
                Holding(
                    Words(
                        "改造费用 \(estimate.yuan) 元不超过上限 \(cap.value.yuan) 元",
                        "\(estimate.yuan) is within the cap of \(cap.value.yuan)"), holds: isWithin,
                    by: cap.citation)
            ])
    }
}

extension SubsidyRules.Payer {
    fileprivate var citation: Citation {
        switch self {
        case .city(let rate): rate.citation
        case .other(_, let because): because
        }
    }
}
