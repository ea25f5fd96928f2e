import Policy
import Projects
import Values

/// Questions of the owners' joint decisions (业主共同决定).
enum OwnersQuestions {
    static let all = [consent, owners, rate]

    private static let count = FactKind.int(0...10_000_000)
    private static let people = FactKind.int(1...10_000_000)

    private static let consent = Question(
        "consent", Words("业主表决结果", "the result of a ballot"), on: "closed",
        [
            FactSpec("closed", .day), FactSpec("opened", .day, optional: true),
            FactSpec("matter", .choice(MatterClass.allCases.map(\.rawValue))),
            FactSpec("area_total", .area), FactSpec("area_part", .areaPart, optional: true),
            FactSpec("area_yes", .areaPart), FactSpec("households_total", people, optional: true),
            FactSpec("households_yes", count, optional: true), FactSpec("persons_total", people),
            FactSpec("persons_part", count, optional: true), FactSpec("persons_yes", count),
            FactSpec("purpose", .choice(BallotPurpose.allCases.map(\.rawValue)), optional: true),
        ]
    ) { facts, policy, _ in
        if facts.has("opened") {
            try facts.follows("closed", facts.day("closed"), "opened", facts.day("opened"))
        }
        let rules = try ConsentPolicy(policy)
        // Without a purpose the local ratio and the law; with one what the place asks for it (K04).
        let purpose = facts.has("purpose") ? BallotPurpose(rawValue: try facts.text("purpose")) : nil
        let asked = try purpose.map { try policy.texts("ballot.tests." + $0.rawValue).value } ?? []
        let byHouseholds = rules.local?.value.second == .households || asked.contains("single")
        let byPart = rules.quorum.value.numerator > 0 || rules.majorityOf.value == "participants"
        try facts.need(
            (byHouseholds ? ["households_total", "households_yes"] : [])
                + (byPart ? ["area_part", "persons_part"] : []))
        // Whoever owns several homes is one person, and a home with several owners counts one (CON-5).
        if facts.has("households_total"), try facts.int("persons_total") > facts.int("households_total") {
            throw facts.refuse(
                "persons_total", Words("不多于“households_total”", "no more than households_total"))
        }
        let figures = VoteFigures(
            area: try area(facts, byPart: byPart), persons: try votes("persons", facts, byPart: byPart),
            households: byHouseholds
                ? try votes("households", facts, byPart: false) : VoteCount(total: 0, part: 0, yes: 0))
        let matter = MatterClass(rawValue: try facts.text("matter")) ?? .special
        let verdict =
            if let purpose {
                try ConsentRules.verdict(of: figures, matter: matter, purpose: purpose, under: policy)
            } else {
                try ConsentRules.verdict(of: figures, matter: matter, under: policy)
            }
        var fields: [String: JSON] = [
            "regime": .text(verdict.regime), "overall": .text(word(verdict.overall)),
            "tests": .list(verdict.tests.map(\.json)),
        ]
        for (name, passes) in [
            ("local", verdict.local), ("quorum", verdict.quorum), ("statute", verdict.statute),
        ] {
            if let passes { fields[name] = .text(word(passes)) }
        }
        return Answer(
            fields, because: verdict.citations,
            holdings: verdict.tests.map {
                $0.holding(ofParticipants: rules.majorityOf.value == "participants")
            })
    }

    private static let owners = Question(
        "count_owners", Words("户数与业主人数", "households and the statutory head count"),
        [
            FactSpec(
                "units",
                .records([
                    FactSpec("owner", .text), FactSpec("count", count), FactSpec("distinct_owners", count),
                ]))
        ]
    ) { facts, policy, _ in
        var groups = [OwnerGroup]()
        for entry in try facts.records("units") {
            let units = try entry.int("count")
            let owners = try entry.int("distinct_owners")
            if units > 0, owners == 0 {
                throw entry.refuse(
                    "distinct_owners", Words("有房屋就至少有一位业主", "at least one: every unit has an owner"))
            }
            groups.append(OwnerGroup(owner: try entry.text("owner"), units: units, distinctOwners: owners))
        }
        let counted = ConsentRules.count(groups)
        return Answer(
            ["households": .int(counted.households), "persons": .int(counted.persons)],
            because: policy.citations("register.persons_are_owners"))
    }

    private static let rate = Question(
        "single_rate", Words("单一比例是否达到", "one ratio against a threshold"),
        [FactSpec("yes", count), FactSpec("base", people), FactSpec("threshold", .ratio)]
    ) { facts, policy, _ in
        let rule = try policy.bool("compare.inclusive_words")
        let yes = try facts.int("yes")
        let base = try facts.int("base")
        guard yes <= base else {
            throw facts.refuse("yes", Words("不多于“base”", "no more than base"))
        }
        let threshold = try facts.ratio("threshold")
        guard threshold <= Ratio(whole: 1) else {
            throw facts.refuse("threshold", Words("不大于一", "no more than one"))
        }
        let test = ConsentRules.single(yes: yes, base: base, threshold: Cited(threshold, rule.citation))
        return Answer(
            word(test.isMet),
            because: policy.citations("ballot.single.share") + [rule.citation],
            holdings: [
                Holding(
                    Words(
                        "\(yes)/\(base) 达到 \(test.needed)", "\(yes) of \(base) is \(test.needed) or more"),
                    holds: test.isMet, by: rule.citation)
            ])
    }

    private static func word(_ passes: Bool) -> String { passes ? "pass" : "fail" }

    private static func area(_ facts: Facts, byPart: Bool) throws -> VoteCount {
        let total = try facts.area("area_total").hundredths
        let yes = try facts.area("area_yes").hundredths
        return try checked(
            "area", facts, total, byPart ? try facts.area("area_part").hundredths : total, yes)
    }

    private static func votes(_ name: String, _ facts: Facts, byPart: Bool) throws -> VoteCount {
        let total = try facts.int(name + "_total")
        return try checked(
            name, facts, total, byPart ? try facts.int(name + "_part") : total, try facts.int(name + "_yes"))
    }

    /// Nobody agrees who took no part, and no part is more than the whole.
    private static func checked(
        _ name: String, _ facts: Facts, _ total: Int64, _ part: Int64, _ yes: Int64
    ) throws -> VoteCount {
        guard part <= total else {
            throw facts.refuse(name + "_part", Words("不多于“\(name)_total”", "no more than \(name)_total"))
        }
        guard yes <= part else {
            throw facts.refuse(
                name + "_yes", Words("不多于参与者，也不多于总数", "no more than took part, nor than the total"))
        }
        return VoteCount(total: total, part: part, yes: yes)
    }
}
