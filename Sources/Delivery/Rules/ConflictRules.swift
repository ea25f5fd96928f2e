package import Policy
package import Values

/// Who may take part beside whom (参建单位利益冲突).
package enum ConflictRules {
    /// Whether two units are linked by control on some day of a span: one over the other through however many
    /// between, or any unit over both.
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
            for link in links where link.controlled == below {
                guard let common = link.days.meeting(span),
                    over[link.controller, default: []].insert(common).inserted
                else { continue }
                waiting.append((link.controller, common))
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
            for link in links
            where link.controlled == below && ways[link.controller] == nil && link.days.meeting(days) != nil {
                ways[link.controller] = (ways[below] ?? []) + [link]
                waiting.append(link.controller)
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

    /// Whether a unit may take a role in a project.
    ///
    /// - Source: 建市规〔2019〕12号 第十一条, EPC-05, AGC-4, WPC-1, PER-6
    package static func engagement(
        _ new: Engagement, beside standing: [Engagement], linkedBy links: [ControlLink], mode: String?,
        under policy: Policy
    ) throws(PolicyFault) -> Decision {
        let bars = try Bar.all(under: policy)
        var reasons = conflicts(of: new, beside: standing, linkedBy: links, mode: mode, under: bars)
        let again = standing.contains {
            $0.role == new.role && $0.organisation == new.organisation && $0.to == nil
        }
        if again { reasons.append(DeliveryRefusals.engagementIsOneOfItsRole.refusal(nil)) }
        return Decision(
            reasons: reasons,
            under: bars.filter { $0.roles.0 == new.role || $0.roles.1 == new.role }.map(\.citation))
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
