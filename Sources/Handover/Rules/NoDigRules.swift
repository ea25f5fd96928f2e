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
        // A place that lets the ban begin with another day than the one that is known here waits for that day.
        let start = try policy.text("nodig.start")
        guard start.value == "joint_acceptance" else {
            throw .needsSource(key: "nodig.start", document: start.value, citation: start.citation)
        }
        let last = accepted.adding(months: 12 * Int(years.value))
        guard (accepted...last).contains(day) else { return (.allowed, last, [years.citation]) }
        guard emergency else { return (.blocked, last, [ban.citation, years.citation]) }
        let repair = try policy.bool("nodig.emergency_goes_first")
        return (repair.value ? .overrideRequired : .blocked, last, [years.citation, repair.citation])
    }
}

/// Days on which a community may not be dug up, and what set them (禁挖期).
package struct NoDigPeriod: Decodable, Hashable, Sendable {
    /// `acceptance` of a renovation, or the `notice` of an authority.
    package let source: String
    /// Where the notice applies; empty for the whole community.
    package let place: String
    package let startsOn: BusinessDay
    package let lastOn: BusinessDay

    package init(source: String, place: String = "", startsOn: BusinessDay, lastOn: BusinessDay) {
        self.source = source
        self.place = place
        self.startsOn = startsOn
        self.lastOn = lastOn
    }

    package var words: Words {
        let what =
            source == "notice"
            ? Words("通告禁止开挖 \(place)", "a notice forbids it: \(place)")
            : Words("改造验收后禁止开挖", "the renovation was accepted")
        return Words("\(what.zh)：\(startsOn) 至 \(lastOn)", "\(what.en), \(startsOn) through \(lastOn)")
    }

    enum CodingKeys: String, CodingKey {
        case source, place
        case startsOn = "starts_on"
        case lastOn = "last_on"
    }
}

extension NoDigRules {
    /// Whether somebody may dig from one day through another, given the periods of the community.
    ///
    /// Nobody lifts the ban of the text; an emergency repair goes ahead, and the district takes note of it.
    ///
    /// - Source: 岳阳市征求意见稿 六（二）, YY-06-6; 城镇燃气管理条例 第四十二条, UTL-04; catalogue CV-13, K28
    package static func digging(
        from start: BusinessDay, through end: BusinessDay, emergency: Bool, within periods: [NoDigPeriod],
        today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> (verdict: Verdict, decision: Decision) {
        let ban = try policy.bool("nodig.banned")
        let met = periods.filter { start <= $0.lastOn && end >= $0.startsOn }
        if emergency {
            let repair = try policy.bool("nodig.emergency_goes_first")
            guard repair.value, start <= today else {
                return (.blocked, .refused([NoDigRefusals.emergencyIsNotPlanned.refusal(repair.citation)]))
            }
            return (met.isEmpty ? .allowed : .overrideRequired, .allowed([ban.citation, repair.citation]))
        }
        guard met.isEmpty else {
            return (
                .blocked,
                .refused([
                    NoDigRefusals.excavationWaits.refusal(ban.citation, missing: met.map(\.words))
                ])
            )
        }
        return (ban.value ? .allowed : .advisory, .allowed([ban.citation]))
    }
}
