package import Policy
package import Values

/// When a unit takes a role, and when it leaves it (参建起止).
package enum EngagementDays {
    /// Whether the days of an engagement may be recorded today: neither far ahead nor long ago.
    ///
    /// - Source: house rule, HOUSE-DEL-6
    package static func recording(
        from: BusinessDay?, to: BusinessDay?, today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        // An edition from before these numbers bounds no days.
        guard policy.has("delivery.engagement_ahead_days"), policy.has("delivery.end_recorded_within_days")
        else { return [] }
        let ahead = try policy.int("delivery.engagement_ahead_days")
        let back = try policy.int("delivery.end_recorded_within_days")
        var reasons = [Refusal]()
        let last = today.adding(days: Int(ahead.value))
        if let from, from > last {
            reasons.append(
                DeliveryRefusals.engagementBeginsSoon.refusal(
                    ahead.citation, missing: [Words("最晚从 \(last) 起", "from \(last) at the latest")]))
        }
        let first = today.adding(days: -Int(back.value))
        if let to, to < first {
            reasons.append(
                DeliveryRefusals.engagementEndIsRecordedInTime.refusal(
                    back.citation, missing: [Words("最早到 \(first) 止", "to \(first) at the earliest")]))
        }
        return reasons
    }

    /// Whether a unit may leave its role: not while its contract for it stands.
    ///
    /// - Source: 招标投标法 第四十六条; 建筑法 第三十四条; 建设工程质量管理条例 第十六条, QLT-3; house rule, HOUSE-DEL-6
    package static func ending(
        on day: BusinessDay, having contracts: [String], today: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [Refusal] {
        var reasons = try recording(from: nil, to: day, today: today, under: policy)
        if !contracts.isEmpty {
            reasons.append(
                DeliveryRefusals.engagementLastsAsLongAsItsContract.refusal(
                    nil, missing: contracts.map { Words("合同 \($0)", "contract \($0)") }))
        }
        return reasons
    }
}
