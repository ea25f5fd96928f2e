/// How the last day of a deadline is counted (期限算法).
package enum DayCount: Hashable, Sendable {
    /// So many working days after the start, which is not itself counted (catalogue CV-08).
    case workdays(Int)
    /// A nominal day, moved to the next working day where it is none (catalogue CV-06).
    case rolled(BusinessDay)
    /// A day by itself, whatever kind of day it is (catalogue CV-05).
    case day(BusinessDay)

    /// The working days to count, where they are what is counted.
    package var workdays: Int? {
        if case .workdays(let count) = self { count } else { nil }
    }

    /// The day that is moved to a working day, where one is.
    package var nominal: BusinessDay? {
        if case .rolled(let day) = self { day } else { nil }
    }
}

/// The last day of a deadline (到期日): nil while the working days that it is counted by are not published.
package struct DueDay: Hashable, Sendable {
    package let started: BusinessDay
    package let count: DayCount
    package let on: BusinessDay?

    package init(started: BusinessDay, count: DayCount, on: BusinessDay?) {
        self.started = started
        self.count = count
        self.on = on
    }

    /// What stands in the place of a day that cannot be computed yet.
    package static let uncomputed = Words("日历未收录，待计算", "the calendar is not loaded; to be computed")

    /// The words of a day that is not computed; nil where it is.
    package var note: Words? { on == nil ? DueDay.uncomputed : nil }

    /// Whether a thing done on a day comes too late; nil where only the missing calendar can tell.
    package func isMissed(on day: BusinessDay) -> Bool? {
        if let on { return day > on }
        // No count leads to an earlier day than that of days that all are worked.
        let earliest: BusinessDay =
            switch count {
            case .workdays(let days): started.adding(days: days)
            case .rolled(let nominal): nominal
            case .day(let day): day
            }
        return day <= earliest ? false : nil
    }
}

extension WorkCalendar {
    /// The last day of a deadline, or its count alone where the calendar does not reach so far.
    ///
    /// - Source: catalogue CV-05, CV-06, CV-07, CV-08
    package func due(_ count: DayCount, from start: BusinessDay) -> DueDay {
        let on: BusinessDay? =
            switch count {
            case .workdays(let days): try? workday(days, after: start)
            case .rolled(let nominal): try? rolled(nominal)
            case .day(let day): day
            }
        return DueDay(started: start, count: count, on: on)
    }
}
