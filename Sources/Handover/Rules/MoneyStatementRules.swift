package import Policy
package import Projects
package import Values

/// What a statement of public money is made from (资金结算事实), beside the final accounts.
package struct StatementFacts: Hashable, Sendable {
    /// Division code of the project's place.
    package let place: String
    package let total: Fen
    package let resident: Fen
    /// What utilities, former owners and others pay.
    package let others: Fen
    package let area: Area
    package let built: BusinessDay
    /// The day the annual plan took the project in, whose rules are used (catalogue CV-15).
    package let planEntry: BusinessDay
    package let housing: String?
    /// Sums that have rules of their own, by kind: `elevator`, `secondary_water`.
    package let excluded: [String: Fen]
    /// Whether the city has assessed the project.
    package let isAssessed: Bool

    package init(
        place: String, total: Fen, resident: Fen, others: Fen, area: Area, built: BusinessDay,
        planEntry: BusinessDay, housing: String?, excluded: [String: Fen], isAssessed: Bool
    ) {
        self.place = place
        self.total = total
        self.resident = resident
        self.others = others
        self.area = area
        self.built = built
        self.planEntry = planEntry
        self.housing = housing
        self.excluded = excluded
        self.isAssessed = isAssessed
    }
}

/// Who pays what of a finished project (资金结算单): figures that add up, and how each came about.
package struct MoneyStatement: Hashable, Sendable {
    /// The policy question that it answers: `hz_subsidy` or `yy_reward`.
    package let question: String
    /// The facts of the question, so that the statement can be made again.
    package let inputs: JSON
    /// The question's figures, in yuan.
    package let figures: [String: JSON]
    package let city: Fen
    package let resident: Fen
    package let others: Fen
    /// What is left to the district.
    package let district: Fen
    package let reasons: [Holding]

    package var because: [Citation] {
        var met: Set<Citation> = []
        return reasons.map(\.citation).filter { met.insert($0).inserted }
    }
}

/// The rules of statements of public money (资金结算规则).
package enum MoneyStatementRules {
    /// The statement of a project by the rules of its place; nil where the place's text promises no money of the city.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-06-1…HZ-09; 拱墅区政策解读 二（四）3, GS-04-3…GS-04-5; 西湖区 三（三）, XH-00-3;
    ///   岳阳市征求意见稿 六（一）, YY-06-2, YY-09-6
    package static func statement(
        _ facts: StatementFacts, under policy: Policy
    ) throws(PolicyFault) -> MoneyStatement? {
        if policy.has("subsidy.rates") { return try subsidy(facts, under: policy) }
        if policy.has("reward.rate") { return try reward(facts, under: policy) }
        return nil
    }

    /// What the district pays: the total less the city, the residents and others; never below nothing.
    ///
    /// - Source: 拱墅区政策解读 二（四）3, GS-04-5
    package static func district(total: Fen, city: Fen, resident: Fen, others: Fen) -> Fen {
        max(.zero, total - city - resident - others)
    }

    /// Whether a statement may be made: after the final accounts, with parts that are no more than these.
    ///
    /// - Source: 杭政办函〔2022〕10号 三（三）2, HZ-07-1
    package static func making(
        _ statement: MoneyStatement?, _ facts: StatementFacts?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let source = try policy.texts("final_accounts.recorders").citation
        guard let facts else { return .refused([ClosingRefusals.statementFollowsTheAccount.refusal(source)]) }
        guard let statement else { return .refused([ClosingRefusals.statementHasItsRule.refusal(source)]) }
        let clause = statement.because.first ?? source
        let out = facts.excluded.values.reduce(Fen.zero, +)
        guard out <= facts.total, facts.resident + facts.others <= facts.total else {
            return .refused([
                ClosingRefusals.statementStaysWithinTheAccount.refusal(
                    clause,
                    missing: [
                        Words(
                            "决算 \(facts.total.forPeople) 元", "the accounts come to \(facts.total.yuan) yuan")
                    ])
            ])
        }
        return .allowed(statement.because)
    }

    private static func subsidy(
        _ facts: StatementFacts, under policy: Policy
    ) throws(PolicyFault) -> MoneyStatement? {
        let payer = try SubsidyRules.payer(
            for: facts.place, completed: facts.built, housing: facts.housing, under: policy)
        guard let payer else { return nil }
        var rate = Ratio(whole: 0)
        var reasons = [Holding]()
        switch payer {
        case .city(let found):
            rate = found.value
            reasons.append(
                Holding(
                    Words("市级财政按 \(rate) 补助", "the city pays \(rate)"), holds: true, by: found.citation,
                    from: [
                        Reason(.fact(name: "district", value: .text(facts.place))),
                        Reason(.fact(name: "plan_entry", value: .text("\(facts.planEntry)"))),
                    ]))
        case .other(let somebody, let because):
            let name = somebody?.value ?? "其他主体"
            reasons.append(
                Holding(
                    Words("市级不补助，由\(name)承担", "the city pays nothing; \(name) does"), holds: false,
                    by: because,
                    from: [Reason(.fact(name: "completed", value: .text("\(facts.built)")))]))
        }
        let kinds = try SubsidyRules.excludedKinds(under: policy).kinds
        let found = try SubsidyRules.subsidy(
            accounts: facts.total, excluded: facts.excluded, leavingOut: kinds.value, area: facts.area,
            rate: rate, under: policy)
        let cap = try policy.fen("subsidy.cap_per_m2")
        reasons.append(
            Holding(
                Words(
                    "决算 \(facts.total.yuan) 剔除另有规定的投入后为 \(found.base.yuan)",
                    "accounts of \(facts.total.yuan) come to \(found.base.yuan) without what has its own rule"
                ),
                holds: true, by: kinds.citation,
                from: facts.excluded.sorted { $0.key < $1.key }.map {
                    Reason(.fact(name: "excluded.\($0.key)", value: .text($0.value.yuan)))
                }))
        reasons.append(
            Holding(
                Words(
                    "每平方米 \(found.unit.yuan) 元，按上限 \(cap.value.yuan) 元核定为 \(found.recognised.yuan)",
                    "\(found.unit.yuan) a ㎡, capped at \(cap.value.yuan): \(found.recognised.yuan) is recognised"
                ),
                holds: found.base <= found.recognised, by: cap.citation,
                from: [Reason(.fact(name: "area", value: .text(facts.area.squareMetres)))]))
        return MoneyStatement(
            question: "hz_subsidy",
            inputs: .object([
                "district": .text(facts.place), "plan_entry": .text("\(facts.planEntry)"),
                "completed": .text("\(facts.built)"), "final_accounts": .text(facts.total.yuan),
                "excluded": .object(facts.excluded.mapValues { .text($0.yuan) }),
                "area": .text(facts.area.squareMetres),
            ]),
            figures: [
                "base": .text(found.base.yuan), "unit": .text(found.unit.yuan),
                "recognised": .text(found.recognised.yuan), "subsidy": .text(found.subsidy.yuan),
            ], city: found.subsidy, resident: facts.resident, others: facts.others,
            district: district(
                total: facts.total, city: found.subsidy, resident: facts.resident, others: facts.others),
            reasons: reasons)
    }

    /// Yueyang's reward comes on top of what the district put in; it lessens the district's part once it is payable.
    private static func reward(
        _ facts: StatementFacts, under policy: Policy
    ) throws(PolicyFault) -> MoneyStatement {
        let input = district(
            total: facts.total, city: .zero, resident: facts.resident, others: facts.others)
        let elevator = min(facts.excluded["elevator"] ?? .zero, input)
        let found = try RewardRules.reward(
            districtInput: input, elevator: elevator, assessed: facts.isAssessed, under: policy)
        let city = found.payable.value ? found.reward.value : .zero
        return MoneyStatement(
            question: "yy_reward",
            inputs: .object([
                "district_input": .text(input.yuan), "elevator": .text(elevator.yuan),
                "assessed": .bool(facts.isAssessed),
            ]),
            figures: [
                "reward": .text(found.reward.value.yuan), "payable": .bool(found.payable.value),
            ], city: city, resident: facts.resident, others: facts.others, district: input - city,
            reasons: [
                Holding(
                    Words(
                        "区财政投入 \(input.yuan)，奖补 \(found.reward.value.yuan)",
                        "the district put in \(input.yuan); the reward is \(found.reward.value.yuan)"),
                    holds: true, by: found.reward.citation,
                    from: [
                        Reason(.fact(name: "district_input", value: .text(input.yuan))),
                        Reason(.fact(name: "elevator", value: .text(elevator.yuan))),
                    ]),
                Holding(
                    Words("已经市级考核，可以拨付", "assessed by the city: payable"), holds: found.payable.value,
                    by: found.payable.citation,
                    from: [Reason(.fact(name: "assessed", value: .bool(facts.isAssessed)))]),
            ])
    }
}
