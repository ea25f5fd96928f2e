package import Policy
package import Values

/// The ban on digging up a renovated community (改造后不得破土施工).
package enum NoDigRules {
    package enum Verdict: String, Hashable, Sendable {
        case allowed, blocked
        /// An emergency repair goes ahead, is recorded and reported.
        case overrideRequired = "override_required"
        /// No text bans it here: “最多改一次” is a principle.
        case advisory
    }

    /// Whether a community may be dug up on a day.
    ///
    /// The ban runs from joint acceptance through the corresponding day, and is not moved to a working day.
    ///
    /// - Source: 岳阳市征求意见稿 六（二）, YY-06-6; 城镇燃气管理条例 第四十二条, UTL-04; catalogue CV-13, K28
    package static func request(
        on day: BusinessDay, emergency: Bool, accepted: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> (verdict: Verdict, lastDay: BusinessDay?, because: [Citation]) {
        let ban = try policy.bool("nodig.banned")
        guard ban.value else { return (.advisory, nil, [ban.citation]) }
        let years = try policy.int("nodig.years")
        let last = accepted.adding(months: 12 * Int(years.value))
        guard (accepted...last).contains(day) else { return (.allowed, last, [years.citation]) }
        guard emergency else { return (.blocked, last, [ban.citation, years.citation]) }
        let repair = try policy.bool("nodig.emergency_goes_first")
        return (repair.value ? .overrideRequired : .blocked, last, [years.citation, repair.citation])
    }
}
