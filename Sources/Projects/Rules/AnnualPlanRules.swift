package import Policy
package import Values

/// The deadline of a city's annual plan (年度改造计划).
package enum AnnualPlanRules {
    /// The last day on which the plan of a year is in time: a day of the year before, not moved to a working day.
    ///
    /// - Source: 杭政办函〔2022〕10号 四（三）, HZ-19
    package static func due(planYear: Int, under policy: Policy) throws(PolicyFault) -> Cited<BusinessDay> {
        let due = try policy.text("annual_plan.due")
        let year = String(planYear - 1)
        let padded = String(repeating: "0", count: max(0, 4 - year.count)) + year
        guard let day = BusinessDay(iso: padded + "-" + due.value) else {
            throw .wrongKind(key: "annual_plan.due", expected: .text)
        }
        return Cited(day, due.citation)
    }

    /// How many days late a plan was handed in; none where it is in time.
    ///
    /// - Source: 杭政办函〔2022〕10号 四（三）, HZ-19
    package static func daysLate(submitted: BusinessDay, due: BusinessDay) -> Int {
        max(0, due.days(until: submitted))
    }
}
