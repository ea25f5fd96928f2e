package import Policy
package import Values

/// Which majority a matter needs (表决事项类别).
package enum MatterClass: String, Hashable, Sendable, Codable, CaseIterable {
    /// 民法典 278 第六至八项; before it, items (5) and (6) of 物权法 76.
    case special
    case general
}

/// One side of a vote (票数): everybody, who took part, who agreed; persons, households or hundredths of a ㎡.
package struct VoteCount: Hashable, Sendable, Codable {
    package let total: Int64
    package let part: Int64
    package let yes: Int64

    package init(total: Int64, part: Int64, yes: Int64) {
        self.total = total
        self.part = part
        self.yes = yes
    }
}

/// What a vote came to (计票结果), by area, by persons and by households, which never stand for one another.
///
/// - Source: catalogue K03; 建筑物区分所有权解释 第八条、第九条, CON-4, CON-5
package struct VoteFigures: Hashable, Sendable, Codable {
    package let area: VoteCount
    package let persons: VoteCount
    package let households: VoteCount

    package init(area: VoteCount, persons: VoteCount, households: VoteCount) {
        self.area = area
        self.persons = persons
        self.households = households
    }
}

/// One ratio held against what is needed (比例检验), as whole numbers on both sides.
package struct RatioTest: Hashable, Sendable {
    package enum Basis: String, Hashable, Sendable { case area, persons, households }
    package enum Part: String, Hashable, Sendable { case quorum, majority, local, single }

    package let part: Part
    package let basis: Basis
    package let count: Int64
    package let base: Int64
    package let needed: Ratio
    /// True for 以上, false for 过半数 (catalogue CV-01).
    package let inclusive: Bool
    package let citation: Citation

    /// Cross-multiplied whole numbers, never a rounded percentage; of nobody nothing is met.
    ///
    /// - Source: catalogue CV-01, CV-02; 民法典 第一千二百五十九条
    package var isMet: Bool {
        guard base > 0 else { return false }
        let had = Int128(count) * Int128(needed.denominator)
        let wanted = Int128(base) * Int128(needed.numerator)
        return inclusive ? had >= wanted : had > wanted
    }
}

/// What a ballot's figures come to under local and national rules (表决结论).
package struct ConsentVerdict: Hashable, Sendable {
    /// `property_law_76` or `civil_code_278`.
    package let regime: String
    package let tests: [RatioTest]
    package let citations: [Citation]

    private func met(_ parts: Set<RatioTest.Part>) -> Bool? {
        let held = tests.filter { parts.contains($0.part) }
        return held.isEmpty ? nil : held.allSatisfy(\.isMet)
    }

    /// The local document's ratio; nil where the place has none of its own.
    package var local: Bool? { met([.local, .single]) }
    /// Whether enough owners took part; nil under a law that asks no quorum.
    package var quorum: Bool? { met([.quorum]) }
    /// National law: the quorum where there is one, and the majority; nil where it is not asked.
    package var statute: Bool? { met([.quorum, .majority]) }
    /// Each that applies must pass.
    package var overall: Bool { !tests.isEmpty && tests.allSatisfy(\.isMet) }
}

/// The ratios of a place on the day that a ballot closed (表决比例), read from its policy.
package struct ConsentPolicy: Sendable {
    package let regime: Cited<String>
    package let quorum: Cited<Ratio>
    package let majorityOf: Cited<String>
    package let special: Cited<Ratio>
    package let general: Cited<Ratio>
    /// The second basis of the local 双2/3, beside the area; nil where the place has no ratio of its own.
    package let local: Cited<(second: RatioTest.Basis, share: Ratio)>?

    /// Reads the rules of the policy's day, which is the day the ballot closed.
    ///
    /// - Source: catalogue CON-3, CON-11, CV-15, K01, K02
    package init(_ policy: Policy) throws(PolicyFault) {
        regime = try policy.text("consent.regime")
        quorum = try policy.ratio("consent.quorum.share")
        majorityOf = try policy.text("consent.majority_of")
        special = try policy.ratio("consent.special.share")
        general = try policy.ratio("consent.general.share")
        let local = try policy.text("consent.local")
        let stays = try policy.bool("consent.local_after_2021")
        let holds = local.value != "none" && (regime.value == "property_law_76" || stays.value)
        if holds {
            let share = try policy.ratio("consent.local.share")
            let second: RatioTest.Basis = local.value == "area_and_households" ? .households : .persons
            self.local = Cited((second, share.value), share.citation)
        } else {
            self.local = nil
        }
    }
}

/// The rules of the owners' joint decisions (业主共同决定).
package enum ConsentRules {
    /// Holds a ballot's figures against the local ratio and against national law, both shown.
    ///
    /// The local double ratio is taken of everybody. Under the Civil Code the quorum is taken of everybody and
    /// the majority of those who took part; under the Property Law the majority is taken of everybody.
    ///
    /// - Source: 物权法 第七十六条, CON-1; 民法典 第二百七十八条, CON-2; CON-11, LC-03-2, LC-05-2, YY-08-2, HZ-18, XH-04-2
    package static func verdict(
        of figures: VoteFigures, matter: MatterClass, under policy: Policy
    ) throws(PolicyFault) -> ConsentVerdict {
        let rules = try ConsentPolicy(policy)
        return ConsentVerdict(
            regime: rules.regime.value,
            tests: local(figures, rules) + statute(figures, matter, rules),
            citations: citations(rules, matter, local: true, statute: true))
    }

    /// The same for a question of a ballot, by the tests that the place asks for its purpose.
    ///
    /// - Source: catalogue K02, K04, CON-11; GS-03-5, GS-03-6
    package static func verdict(
        of figures: VoteFigures, matter: MatterClass, purpose: BallotPurpose, under policy: Policy
    ) throws(PolicyFault) -> ConsentVerdict {
        let rules = try ConsentPolicy(policy)
        let asked = try policy.texts("ballot.tests.\(purpose.rawValue)")
        var tests = [RatioTest]()
        var sources = [asked.citation]
        if asked.value.contains("local") { tests += local(figures, rules) }
        if asked.value.contains("single") {
            let test = try single(figures, under: policy)
            tests.append(test)
            sources.append(test.citation)
        }
        if asked.value.contains("statute") { tests += statute(figures, matter, rules) }
        sources += citations(
            rules, matter, local: asked.value.contains("local"), statute: asked.value.contains("statute"))
        return ConsentVerdict(regime: rules.regime.value, tests: tests, citations: sources)
    }

    /// One ratio of the whole, or of those who answered, against the place's share.
    ///
    /// - Source: 拱墅区政策解读 二（三）3, GS-03-6; catalogue K04
    package static func single(
        _ figures: VoteFigures, under policy: Policy
    ) throws(PolicyFault) -> RatioTest {
        let share = try policy.ratio("ballot.single.share")
        let basis = try policy.text("ballot.single.basis")
        let base = basis.value == "respondents" ? figures.households.part : figures.households.total
        return single(yes: figures.households.yes, base: base, threshold: share)
    }

    /// One ratio against a threshold, inclusive (2/3 以上).
    ///
    /// - Source: catalogue GS-03-6, K04, CV-01, CV-02
    package static func single(yes: Int64, base: Int64, threshold: Cited<Ratio>) -> RatioTest {
        RatioTest(
            part: .single, basis: .households, count: yes, base: base, needed: threshold.value,
            inclusive: true, citation: threshold.citation)
    }

    private static func local(_ figures: VoteFigures, _ rules: ConsentPolicy) -> [RatioTest] {
        guard let local = rules.local else { return [] }
        let second = local.value.second == .households ? figures.households : figures.persons
        return [
            test(
                .local, .area, figures.area.yes, figures.area.total, local.value.share, true, local.citation),
            test(
                .local, local.value.second, second.yes, second.total, local.value.share, true, local.citation),
        ]
    }

    private static func statute(
        _ figures: VoteFigures, _ matter: MatterClass, _ rules: ConsentPolicy
    ) -> [RatioTest] {
        let (area, persons) = (figures.area, figures.persons)
        var tests = [RatioTest]()
        if rules.quorum.value.numerator > 0 {
            let (needed, source) = (rules.quorum.value, rules.quorum.citation)
            tests.append(test(.quorum, .area, area.part, area.total, needed, true, source))
            tests.append(test(.quorum, .persons, persons.part, persons.total, needed, true, source))
        }
        let share = matter == .special ? rules.special : rules.general
        let ofParticipants = rules.majorityOf.value == "participants"
        for (basis, count) in [(RatioTest.Basis.area, area), (.persons, persons)] {
            tests.append(
                test(
                    .majority, basis, count.yes, ofParticipants ? count.part : count.total, share.value,
                    matter == .special, share.citation))
        }
        return tests
    }

    private static func test(
        _ part: RatioTest.Part, _ basis: RatioTest.Basis, _ count: Int64, _ base: Int64, _ needed: Ratio,
        _ inclusive: Bool, _ citation: Citation
    ) -> RatioTest {
        RatioTest(
            part: part, basis: basis, count: count, base: base, needed: needed, inclusive: inclusive,
            citation: citation)
    }

    private static func citations(
        _ rules: ConsentPolicy, _ matter: MatterClass, local: Bool, statute: Bool
    ) -> [Citation] {
        var found = [Citation]()
        if local, let own = rules.local { found.append(own.citation) }
        if statute {
            found.append(rules.regime.citation)
            if rules.quorum.value.numerator > 0 { found.append(rules.quorum.citation) }
            found.append(matter == .special ? rules.special.citation : rules.general.citation)
        }
        return found
    }
}

/// What a ballot, or one question of it, is held for (表决目的).
package enum BallotPurpose: String, Hashable, Sendable, Codable, CaseIterable {
    case willingness
    case plan
    /// Another matter on the same sheet, such as the use of maintenance money.
    case other
}

/// Owners who hold units alike (业主组): how many units, and how many different owners stand behind them.
package struct OwnerGroup: Hashable, Sendable {
    package let owner: String
    package let units: Int64
    package let distinctOwners: Int64

    package init(owner: String, units: Int64, distinctOwners: Int64) {
        self.owner = owner
        self.units = units
        self.distinctOwners = distinctOwners
    }
}

extension ConsentRules {
    /// Households are exclusive units; persons are the statutory head count.
    ///
    /// A buyer of several units is one person, so one owner named twice counts once; the developer's unsold and
    /// undelivered units together are one.
    ///
    /// - Source: 建筑物区分所有权解释 第九条, CON-5; catalogue K03
    package static func count(_ groups: [OwnerGroup]) -> (households: Int64, persons: Int64) {
        var households: Int64 = 0
        var persons: Int64 = 0
        var single: Set<String> = []
        for group in groups {
            households += group.units
            if group.distinctOwners == 1 {
                persons += single.insert(group.owner).inserted ? 1 : 0
            } else {
                // A unit is one person, whoever shares it.
                persons += min(group.distinctOwners, group.units)
            }
        }
        return (households, persons)
    }
}

extension RatioTest {
    /// The test as a finding, with the facts that it counts.
    ///
    /// - Source: catalogue CV-01, CV-02, CON-11
    package func holding(ofParticipants: Bool) -> Holding {
        let counted = part == .quorum ? "part" : "yes"
        let whole = part == .majority && ofParticipants ? "part" : "total"
        func fact(_ name: String, _ count: Int64) -> Reason {
            let value: JSON = basis == .area ? .text(Area(hundredths: count).squareMetres) : .int(count)
            return Reason(.fact(name: "\(basis.rawValue)_\(name)", value: value))
        }
        return Holding(
            words, holds: isMet, by: citation, from: [fact(counted, count), fact(whole, base)])
    }
}

extension ConsentVerdict {
    /// The verdict as a tree: its clauses, the ratios that were read from them, each test with its facts.
    ///
    /// The policy is the one the verdict was made under, and writes down what is read of it.
    ///
    /// - Source: catalogue CON-11
    package func reasons(under policy: Policy) throws(PolicyFault) -> [Reason] {
        let ofParticipants = try ConsentPolicy(policy).majorityOf.value == "participants"
        return Reason.tree(
            of: citations, reading: policy.reads,
            finding: tests.map { $0.holding(ofParticipants: ofParticipants) })
    }
}
