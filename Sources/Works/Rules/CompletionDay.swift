package import Policy
package import Values

/// Which of the law's three cases makes a day that of completion (竣工日期情形); its name is that of the packs' record.
package enum CompletionGround: String, Hashable, Sendable, CaseIterable {
    case accepted
    case ownerDelays = "owner_delays"
    case usedWithout = "used_without"
}

/// What is known of the end of the works (竣工事实).
package struct CompletionDayFacts: Hashable, Sendable {
    package let accepted: BusinessDay?
    /// The day of the contractor's report, where the owner put acceptance off.
    package let reportedInVain: BusinessDay?
    /// The day possession passed.
    package let possession: BusinessDay?

    package init(accepted: BusinessDay?, reportedInVain: BusinessDay?, possession: BusinessDay?) {
        self.accepted = accepted
        self.reportedInVain = reportedInVain
        self.possession = possession
    }
}

/// The rules of the day on which works were completed (实际竣工日).
package enum CompletionDayRules {
    /// The day, with its case and clause; nil where nothing has happened yet that makes one.
    ///
    /// A day on which the owner took the works into use counts only where they were not accepted by then. Where the owner both
    /// put acceptance off and took the works, the earlier of the two days counts.
    ///
    /// - Source: 最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一） 第九条, QLT-10
    package static func day(
        of facts: CompletionDayFacts, under policy: Policy
    ) throws(PolicyFault) -> (day: BusinessDay, ground: CompletionGround, record: PolicyRecord)? {
        var found = [(day: BusinessDay, ground: CompletionGround)]()
        if let day = facts.reportedInVain { found.append((day, .ownerDelays)) }
        if let day = facts.possession, facts.accepted.map({ day < $0 }) ?? true {
            found.append((day, .usedWithout))
        }
        if found.isEmpty, let day = facts.accepted { found.append((day, .accepted)) }
        guard let chosen = found.min(by: { $0.day < $1.day }) else { return nil }
        let cases = try policy.records("quality.completion_day")
        guard let record = cases.value.first(where: { $0.id == chosen.ground.rawValue }) else { return nil }
        return (chosen.day, chosen.ground, record)
    }
}
