package import Policy
package import Values

/// What a scheme must hold before it is taken in (方案要求).
package enum SchemeRules {
    /// Checks an imported scheme against its place's rules; every failing thing is reported at once.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（二）, LC-02-7, LC-02-8
    package static func admission(of scheme: Scheme, under policy: Policy) throws(PolicyFault) -> Decision {
        let kinds = try policy.texts("plan.mandatory_kinds")
        let present = Set(scheme.items.map(\.kind))
        let missing = kinds.value.filter { !present.contains($0) }
        var reasons = [Refusal]()
        if !missing.isEmpty {
            reasons.append(
                ProjectsRefusals.schemeLacksMandatoryKinds.refusal(
                    kinds.citation, missing: missing.map(words(ofKind:))))
        }
        let free = scheme.items.filter { $0.`class` == .mandatory && $0.amount <= .zero }
        if !free.isEmpty {
            reasons.append(
                ProjectsRefusals.mandatoryItemHasAnAmount.refusal(
                    kinds.citation, missing: free.map { Words("\($0.code) \($0.title)", $0.code) }))
        }
        reasons += try classes(of: scheme.items, under: policy)
        let codes = scheme.items.map(\.code)
        if Set(codes).count < codes.count {
            reasons.append(ProjectsRefusals.worksItemCodeIsOne.refusal(nil))
        }
        if Area(squareMetres: scheme.community.area).map({ $0.hundredths > 0 }) != true {
            reasons.append(ProjectsRefusals.communityHasAnArea.refusal(nil))
        }
        if let list = scheme.households {
            reasons += households(list, of: scheme.community)
            reasons += try RegisterRules.areas(
                of: list.map { ("\($0.building)-\($0.room)", Area(hundredths: $0.hundredths ?? 0)) },
                under: policy)
        }
        return Decision(reasons: reasons, under: [kinds.citation])
    }

    /// Whether each item is of a kind that the place's list names, and of a class that the list gives to its kind.
    ///
    /// The class fixes what the residents bear, so that nobody chooses it for himself. Nothing to say where a place has no
    /// such list.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（二）, LC-02-7, LC-02-8, LC-02-9; HOUSE-PRJ-2
    package static func classes(
        of items: [Scheme.Item], under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard policy.has("plan.kinds") else { return [] }
        let kinds = try policy.records("plan.kinds")
        var unknown = [Words]()
        var misplaced = [Words]()
        var citation = kinds.citation
        for item in items {
            guard let kind = kinds.value.first(where: { $0.id == item.kind }) else {
                unknown.append(
                    Words("\(item.code) \(item.title)（\(item.kind)）", "\(item.code) (\(item.kind))"))
                continue
            }
            let classes = try kind.texts("classes")
            guard !classes.contains(item.`class`.rawValue) else { continue }
            let words = try kind.words()
            let right = classes.compactMap { WorksClass(rawValue: $0)?.words }
            if misplaced.isEmpty { citation = kind.citation }
            misplaced.append(
                Words(
                    "\(item.code) \(item.title)：\(words.zh)属\(right.map(\.zh).joined(separator: "、"))，写成了\(item.`class`.words.zh)",
                    "\(item.code): \(words.en) is \(right.map(\.en).joined(separator: ", ")), not \(item.`class`.words.en)"
                ))
        }
        var reasons = [Refusal]()
        if !unknown.isEmpty {
            reasons.append(ProjectsRefusals.worksKindIsKnown.refusal(kinds.citation, missing: unknown))
        }
        if !misplaced.isEmpty {
            reasons.append(ProjectsRefusals.worksKindIsOfItsClass.refusal(citation, missing: misplaced))
        }
        return try reasons + titles(of: items, under: policy)
    }

    /// Whether a title speaks of works of another kind, and of none of its own; nothing to say without such a list.
    ///
    /// - Source: HOUSE-PRJ-3
    private static func titles(of items: [Scheme.Item], under policy: Policy) throws(PolicyFault) -> [Refusal]
    {
        guard policy.has("plan.title_words") else { return [] }
        let kinds = try policy.records("plan.title_words")
        var names = [String: Words]()
        for kind in try policy.records("plan.kinds").value { names[kind.id] = try kind.words() }
        var odd = [Words]()
        for item in items {
            var spoken = [String]()
            for kind in kinds.value {
                let words = try kind.texts("words")
                if words.contains(where: { SchemeRules.holds($0, in: item.title) }) { spoken.append(kind.id) }
            }
            guard !spoken.isEmpty, !spoken.contains(item.kind) else { continue }
            let declared = names[item.kind] ?? words(ofKind: item.kind)
            let others = spoken.compactMap { names[$0] }
            odd.append(
                Words(
                    "\(item.code) \(item.title)：申报为\(declared.zh)，名称写的是\(others.map(\.zh).joined(separator: "、"))",
                    "\(item.code): declared as \(declared.en), the title speaks of \(others.map(\.en).joined(separator: ", "))"
                ))
        }
        return odd.isEmpty
            ? [] : [ProjectsRefusals.worksTitleSpeaksOfItsKind.refusal(kinds.citation, missing: odd)]
    }

    private static func holds(_ word: String, in title: String) -> Bool {
        let (word, title) = (Array(word), Array(title))
        return title.indices.contains { title[$0...].starts(with: word) }
    }

    /// Whether a scheme and its community are of days that can be: the community stood, the vote has closed.
    ///
    /// - Source: catalogue CV-15; 温鹿政办〔2020〕21号 二（一）, LC-02-1, LC-02-2
    package static func days(
        of scheme: Scheme, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        // The day on which the vote closed picks the law that it is judged by.
        let vote = try policy.value("consent.regime").citation
        let built = scheme.community.completedOn
        var reasons = [Refusal]()
        if scheme.approvedOn > today { reasons.append(ProjectsRefusals.schemeIsNotDatedAhead.refusal(vote)) }
        if built > today {
            reasons.append(ProjectsRefusals.communityIsCompleted.refusal(nil))
        } else if built > scheme.approvedOn {
            reasons.append(ProjectsRefusals.communityIsCompletedBeforeItsScheme.refusal(vote))
        }
        return reasons
    }

    /// Whether the community is within the scope of renovation, by the facts that came with the scheme; nothing to say
    /// where the place names no conditions.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（一）, LC-02-1…5; HZ-02-1, HZ-02-2; YY-03-1…6
    package static func scope(
        of scheme: Scheme, given facts: ScopeFacts, under policy: Policy
    ) throws(PolicyFault) -> (finding: ScopeFinding?, reasons: [Refusal]) {
        guard policy.has("scope.conditions") else { return (nil, []) }
        var facts = facts
        facts.completed = scheme.community.completedOn
        if facts.referenceDay == nil { facts.referenceDay = scheme.approvedOn }
        let conditions = try policy.records("scope.conditions").citation
        let finding = try ScopeRules.finding(facts, under: policy)
        switch finding.verdict {
        case .eligible?: return (finding, [])
        case nil:
            return (
                nil,
                [
                    ProjectsRefusals.scopeNamesItsFacts.refusal(
                        finding.because.first ?? conditions,
                        missing: finding.missing.map(ScopeFacts.words(of:)))
                ]
            )
        default:
            return (
                nil,
                [
                    ProjectsRefusals.importedSchemeIsWithinTheScope.refusal(
                        finding.because.first ?? conditions, missing: finding.reasons)
                ]
            )
        }
    }

    /// Whether the shares of a scheme's households, where it has any, are what its launch needs.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）4, LC-06-3; HOUSE-RCP-1
    package static func shares(
        of scheme: Scheme, adding required: Fen, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let shares = (scheme.households ?? []).map(\.share)
        let given = shares.compactMap { $0 }
        let sum = given.reduce(Fen.zero, +)
        let ratio = try policy.ratio("launch.resident_funds_ratio")
        guard !given.isEmpty, given.count < shares.count || sum != required else {
            return .allowed([ratio.citation])
        }
        return .refused([
            ProjectsRefusals.schemeSharesAddUp.refusal(
                ratio.citation,
                missing: [
                    Words(
                        "\(shares.count) 户中 \(given.count) 户列明，共 \(sum.forPeople) 元；应为 \(required.forPeople) 元",
                        "\(given.count) of \(shares.count) households, \(sum.forPeople) of \(required.forPeople) yuan"
                    )
                ])
        ])
    }

    private static func households(
        _ list: [Scheme.Household], of community: Scheme.Community
    ) -> [Refusal] {
        var reasons = [Refusal]()
        var seen: Set<[String]> = []
        let twice = list.filter { !seen.insert([$0.building, $0.entrance ?? "", $0.room]).inserted }
        if !twice.isEmpty {
            reasons.append(
                ProjectsRefusals.schemeHouseholdIsOne.refusal(
                    nil,
                    missing: twice.map { Words("\($0.building)-\($0.room)", "\($0.building)-\($0.room)") }))
        }
        let area = list.reduce(into: Int64?(0)) { sum, household in
            let own = household.hundredths.flatMap { $0 > 0 && $0 < 100_000_000 ? $0 : nil }
            sum = sum.flatMap { before in own.map { before + $0 } }
        }
        let whole = Area(squareMetres: community.area)?.hundredths
        if Int64(list.count) != community.households || area == nil || area != whole {
            let counted = area.map { Area(hundredths: $0).squareMetres } ?? "—"
            reasons.append(
                ProjectsRefusals.schemeCountsItsHouseholds.refusal(
                    nil,
                    missing: [
                        Words(
                            "户册 \(list.count) 户、\(counted) ㎡；小区 \(community.households) 户、\(community.area) ㎡",
                            "list: \(list.count), \(counted) ㎡; community: \(community.households), \(community.area) ㎡"
                        )
                    ]))
        }
        return reasons
    }

    /// What a kind of mandatory works is called.
    static func words(ofKind kind: String) -> Words {
        mandatoryKindWords[kind] ?? Words("其他内容（“\(kind)”）", "other works (\(kind))")
    }

    private static let mandatoryKindWords: [String: Words] = [
        "fire_safety": Words("消防安全", "fire safety"), "storm_sewage": Words("雨污管网", "storm and sewage pipes"),
        "drainage": Words("排水系统", "drainage"), "line_tidying": Words("线路整理", "line tidying"),
        "waste_sorting": Words("垃圾分类", "waste sorting"),
    ]
}
