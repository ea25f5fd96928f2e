package import Policy
package import Values

/// A warranty as it will be kept (保修): its length, the law's minimum, its last day.
package struct Warranty: Hashable, Sendable {
    package let kind: String
    package let acceptedOn: BusinessDay
    package let months: Int64
    package let minimumKey: String
    package let minimumYears: Int64
    package let nominalEnd: BusinessDay
    /// The nominal end moved to a working day; nil while that year's calendar is not published.
    package let effectiveEnd: BusinessDay?

    /// The day from which the owners maintain and pay; nil while the effective end is not known.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）8, LC-10-4
    package var ownersFrom: BusinessDay? { effectiveEnd?.adding(days: 1) }
}

/// The rules for how long works are warranted (保修期).
package enum WarrantyRules {
    /// The kinds of works whose minimum is a number of years.
    ///
    /// Heating runs by seasons and structure by design life: they have no such number.
    package static let kinds = [
        "roof_waterproof", "external_wall_leak", "electrical", "water_pipes", "equipment", "decoration",
    ]

    /// A warranty of one kind, or why its agreed length is not allowed.
    ///
    /// `agreed` is the contract's months; nil for the law's minimum.
    ///
    /// - Source: 建设工程质量管理条例 第四十条, WAR-1, WAR-2; catalogue CV-05, CV-14
    package static func warranty(
        _ kind: String, from acceptedOn: BusinessDay, agreed: Int64?, calendar: WorkCalendar,
        under policy: Policy
    ) throws(PolicyFault) -> Result<Warranty, WarrantyRefused> {
        let key = "warranty.years.\(kind)"
        let minimum = try policy.int(key)
        let months = agreed ?? minimum.value * 12
        guard months >= minimum.value * 12 else {
            return .failure(
                WarrantyRefused(
                    refusal: HandoverRefusals.warrantyIsNotBelowTheMinimum.refusal(
                        minimum.citation,
                        missing: [
                            Words(
                                "至少 \(minimum.value) 年，合同为 \(months) 个月",
                                "at least \(minimum.value) years; the contract says \(months) months")
                        ])))
        }
        let nominal = acceptedOn.adding(months: Int(months))
        return .success(
            Warranty(
                kind: kind, acceptedOn: acceptedOn, months: months, minimumKey: key,
                minimumYears: minimum.value,
                nominalEnd: nominal, effectiveEnd: try? calendar.rolled(nominal)))
    }
}

extension Warranty {
    /// Whether a defect reported on a day is still in warranty; the effective end is in time.
    ///
    /// Throws the year whose calendar decides and is not published.
    ///
    /// - Source: 民法典 第二百零三条; catalogue CV-14
    package func covers(_ claim: BusinessDay, calendar: WorkCalendar) throws(WorkCalendar.NotLoaded) -> Bool {
        if claim <= nominalEnd { return true }
        return claim <= (try calendar.rolled(nominalEnd))
    }
}

/// The refusal of an agreed warranty that is too short.
package struct WarrantyRefused: Error, Hashable, Sendable {
    package let refusal: Refusal
}
