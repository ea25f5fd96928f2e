package import Policy
package import Values

/// When a quality retention goes back (质量保证金返还).
package enum RetentionReturnRules {
    /// The day from which the time until the return runs, and its end.
    package struct Return: Hashable, Sendable {
        package let base: BusinessDay
        package let months: Int64
        package let isAgreed: Bool
        package let nominal: BusinessDay
        /// The end moved to a working day; nil where the year's notice is not held.
        package let effective: BusinessDay?
        package let because: [Citation]
    }

    /// When a contractor may ask for the retention: after the agreed months, or those of the law where none are agreed; where
    /// the owner let acceptance wait, counted from so many days after the contractor's report.
    ///
    /// - Source: 法释〔2020〕25号 第十七条, RET-6; catalogue CV-05, CV-14
    package static func due(
        from day: BusinessDay, ownerDelays: Bool, agreed months: Int64?, calendar: WorkCalendar,
        under policy: Policy
    ) throws(PolicyFault) -> Return {
        let unagreed = try policy.int("retention.unagreed_months")
        let delay = try policy.int("retention.owner_delay_days")
        let base = ownerDelays ? day.adding(days: Int(delay.value)) : day
        let term = months ?? unagreed.value
        let end = try RetentionRules.end(from: base, months: Int(term), calendar: calendar, under: policy)
        return Return(
            base: base, months: term, isAgreed: months != nil, nominal: end.nominal,
            effective: end.effective,
            because: [unagreed.citation] + (ownerDelays ? [delay.citation] : []) + [end.because])
    }

    /// What becomes of a contractor's request for its retention.
    package struct Request: Hashable, Sendable {
        /// The owner checks by this day.
        package let checkBy: BusinessDay
        /// The owner pays by this day: after the check, or after its last day where none is known.
        package let payBy: BusinessDay
        /// The request counts as accepted from this day: the owner kept silent, was reminded, and kept silent.
        package let acceptedOn: BusinessDay?
        package let because: [Citation]
    }

    /// The days of a request: check, payment, and acceptance by silence after a reminder that did not come too early.
    ///
    /// - Source: 建质〔2017〕138号 第十条、第十一条, RET-5; catalogue CV-06
    package static func request(
        on day: BusinessDay, checked: BusinessDay?, reminded: BusinessDay?, calendar: WorkCalendar,
        under policy: Policy
    ) throws -> Request {
        func count(_ id: String) throws -> Cited<Int> {
            guard let found = try policy.records("notice." + id).value.first(where: { $0.id == id }) else {
                throw PolicyFault.fieldMissing(record: "notice." + id, field: id, expected: .int)
            }
            return Cited(Int(try found.int("value")), found.citation)
        }
        let check = try count("retention_check")
        let pay = try count("retention_pay")
        let silence = try count("retention_silence")
        let checkBy = try calendar.rolled(day.adding(days: check.value))
        let payBy = try calendar.rolled((checked ?? checkBy).adding(days: pay.value))
        var accepted: BusinessDay?
        if checked == nil, let reminded, reminded > checkBy {
            accepted = try calendar.rolled(reminded.adding(days: silence.value))
        }
        return Request(
            checkBy: checkBy, payBy: payBy, acceptedOn: accepted,
            because: [check.citation, pay.citation, silence.citation])
    }
}
