package import Values

/// The clarification of tender documents against the deadline of bids (澄清与投标截止).
package enum ClarificationRules {
    /// The earliest deadline of bids after a clarification, which a deadline before it must give way to.
    ///
    /// The days are a pure difference: nothing is moved to a working day.
    ///
    /// - Source: 招标投标法 第二十三条; 招标投标法实施条例 第二十一条, PRO-4; catalogue CV-11
    package static func earliestDeadline(after clarified: BusinessDay, days: Int) -> BusinessDay {
        clarified.adding(days: days)
    }

    /// Whether the deadline must be moved: only by a clarification that may affect the bids.
    ///
    /// - Source: 招标投标法实施条例 第二十一条, PRO-4
    package static func mustExtend(
        _ deadline: BusinessDay, after clarified: BusinessDay, days: Int, affectsBids: Bool
    ) -> Bool {
        affectsBids && deadline < earliestDeadline(after: clarified, days: days)
    }
}
