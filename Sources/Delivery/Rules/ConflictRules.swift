package import Policy
package import Values

/// Who may take part beside whom (参建单位利益冲突).
package enum ConflictRules {
    /// Whether two units are linked by control on some day of a span: one over the other through however many
    /// between, or any unit over both; one person over two units ties them both ways.
    ///
    /// - Source: 建筑法 第三十四条; 建市规〔2019〕12号 第十一条, AGC-4, WPC-1, PER-6
    package static func areLinked(
        _ one: String, _ other: String, on days: DaySpan, by links: [ControlLink]
    ) -> Bool {
        let overOther = unitsOver(other, on: days, by: links)
        return unitsOver(one, on: days, by: links).contains { unit, spans in
            (overOther[unit] ?? []).contains { beside in spans.contains { $0.meeting(beside) != nil } }
        }
    }

    /// A unit and every unit over it, each with the days on which it is.
    private static func unitsOver(
        _ unit: String, on days: DaySpan, by links: [ControlLink]
    ) -> [String: Set<DaySpan>] {
        var over: [String: Set<DaySpan>] = [unit: [days]]
        var waiting = [(unit, days)]
        while let (below, span) = waiting.popLast() {
            for link in links {
                guard let next = link.leading(from: below), let common = link.days.meeting(span),
                    over[next, default: []].insert(common).inserted
                else { continue }
                waiting.append((next, common))
            }
        }
        return over
    }

    /// The links that tie two units on some day of a span: from each up to a unit that stands over both.
    static func tie(
        _ one: String, _ other: String, on days: DaySpan, by links: [ControlLink]
    ) -> [ControlLink] {
        let up = ways(from: one, on: days, by: links)
        let beside = ways(from: other, on: days, by: links)
        let shortest = up.compactMap { unit, way in beside[unit].map { way + $0 } }.min {
            ($0.count, $0.first?.controller ?? "") < ($1.count, $1.first?.controller ?? "")
        }
        return shortest ?? []
    }

    /// The shortest way of links from a unit up to every unit over it.
    private static func ways(
        from unit: String, on days: DaySpan, by links: [ControlLink]
    ) -> [String: [ControlLink]] {
        var ways: [String: [ControlLink]] = [unit: []]
        var waiting = [unit]
        while !waiting.isEmpty {
            let below = waiting.removeFirst()
            for link in links {
                guard let next = link.leading(from: below), ways[next] == nil, link.days.meeting(days) != nil
                else { continue }
                ways[next] = (ways[below] ?? []) + [link]
                waiting.append(next)
            }
        }
        return ways
    }

    /// Every bar that an engagement breaks beside those that stand, each as a refusal with its clause.
    ///
    /// - Source: 建市规〔2019〕12号 第十一条; 建筑法 第三十四条; 建设工程质量管理条例 第三十五条,
    ///   EPC-05, AGC-4, WPC-1, PER-6
    package static func conflicts(
        of new: Engagement, beside standing: [Engagement], linkedBy links: [ControlLink], mode: String?,
        under bars: [Bar]
    ) -> [Refusal] {
        var refusals = [Refusal]()
        for other in standing where other.id != new.id {
            guard let days = new.days(with: other) else { continue }
            for bar in bars where bar.names(new.role, other.role) {
                if let mode, !bar.modes.contains(mode) { continue }
                let same = new.organisation == other.organisation
                let meets =
                    switch bar.reach {
                    case .sameUnit: same
                    case .affiliate:
                        !same && areLinked(new.organisation, other.organisation, on: days, by: links)
                    }
                guard meets else { continue }
                let how =
                    same ? Words("同一单位", "the same unit") : Words("有控制关系的单位", "a unit linked by control")
                refusals.append(
                    DeliveryRefusals.engagementHasNoConflict.refusal(
                        bar.citation,
                        missing: [
                            Words(
                                "\(new.name)（\(title(new).zh)）与 \(other.name)（\(title(other).zh)）：\(how.zh)",
                                "\(new.name) (\(title(new).en)) and \(other.name) (\(title(other).en)): \(how.en)"
                            )
                        ] + tie(new.organisation, other.organisation, on: days, by: links).map(\.words),
                        detail: bar.words))
            }
        }
        return refusals
    }

    private static func title(_ unit: Engagement) -> Words {
        Role(rawValue: unit.role)?.words ?? Words(unit.role, unit.role)
    }

    /// Whether a unit may take a role in a project: by what it is, by what it and others already hold there, and never
    /// the construction unit in its own.
    ///
    /// - Source: 建市规〔2019〕12号 第十一条, EPC-05, AGC-4, WPC-1, PER-6; house rules, HOUSE-DEL-3…HOUSE-DEL-5
    package static func engagement(
        _ new: Engagement, being unit: UnitFacts? = nil, beside standing: [Engagement],
        linkedBy links: [ControlLink], mode: String?, under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let bars = try Bar.all(under: policy)
        var parties = standing
        if let unit, new.organisation != unit.buyer || new.role != Role.constructionUnit.rawValue {
            parties.removeAll { $0.role == Role.constructionUnit.rawValue }
            parties.append(
                Engagement(
                    id: "construction_unit", organisation: unit.buyer, name: unit.buyerName,
                    role: Role.constructionUnit.rawValue, from: new.from))
        }
        var reasons = conflicts(of: new, beside: parties, linkedBy: links, mode: mode, under: bars)
        if let unit {
            reasons += try fitting(new, unit, under: policy)
            if unit.waitsForConfirmation { reasons += try unconfirmed(new, under: policy) }
        }
        let again = standing.contains {
            $0.role == new.role && $0.organisation == new.organisation && $0.to == nil
        }
        if again { reasons.append(DeliveryRefusals.engagementIsOneOfItsRole.refusal(nil)) }
        return Decision(
            reasons: reasons,
            under: bars.filter { $0.roles.0 == new.role || $0.roles.1 == new.role }.map(\.citation))
    }

    /// What a unit is: of a kind that can hold the role, and the project's own where it is its construction unit.
    ///
    /// - Source: house rule, HOUSE-DEL-4
    private static func fitting(
        _ new: Engagement, _ unit: UnitFacts, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        // An edition from before the table knows no kinds.
        guard policy.has("delivery.unit_kinds") else { return [] }
        let table = try policy.records("delivery.unit_kinds")
        var reasons = [Refusal]()
        if new.role == Role.constructionUnit.rawValue, new.organisation != unit.buyer {
            reasons.append(
                DeliveryRefusals.constructionUnitIsTheProjectsOwn.refusal(
                    table.citation,
                    missing: [Words("本项目的建设单位：\(unit.buyerName)", "the construction unit: \(unit.buyerName)")]
                ))
        }
        var kinds = [String]()
        for record in table.value where record.id == new.role { kinds = try record.texts("kinds") }
        if !kinds.contains(unit.kind) {
            reasons.append(
                DeliveryRefusals.engagementFitsTheKindOfUnit.refusal(
                    table.citation,
                    missing: [
                        Words(
                            "\(new.name) 登记为\(UnitKind.words(unit.kind).zh)；\(title(new).zh)须为\(kinds.map { UnitKind.words($0).zh }.joined(separator: "、"))",
                            "\(new.name) is registered as \(UnitKind.words(unit.kind).en); a \(title(new).en) is one of: \(kinds.map { UnitKind.words($0).en }.joined(separator: ", "))"
                        )
                    ]))
        }
        return reasons
    }

    /// A role for which the register's word is the office's, of a unit that a street registered.
    ///
    /// - Source: house rule, HOUSE-DEL-8
    private static func unconfirmed(
        _ new: Engagement, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        guard policy.has("delivery.confirmed_roles") else { return [] }
        let roles = try policy.texts("delivery.confirmed_roles")
        guard roles.value.contains(new.role) else { return [] }
        return [
            DeliveryRefusals.engagementWaitsForTheRegister.refusal(
                roles.citation,
                missing: [Words("\(new.name)（\(title(new).zh)）", "\(new.name) (\(title(new).en))")])
        ]
    }

    /// Which standing engagements two linked units' new link brings into conflict.
    ///
    /// - Source: 建筑法 第三十四条, AGC-4, WPC-1, PER-6
    package static func standing(
        _ engagements: [Engagement], linkedBy links: [ControlLink], mode: String?, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        let bars = try Bar.all(under: policy)
        var refusals = [Refusal]()
        let present = engagements.filter { $0.to.map { $0 > policy.day } ?? true }
        for (index, one) in present.enumerated() {
            let later = present.dropFirst(index + 1)
            refusals += conflicts(of: one, beside: Array(later), linkedBy: links, mode: mode, under: bars)
        }
        return refusals
    }
}
