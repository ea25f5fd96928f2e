package import Values

/// A publicity of a least number of working days (公示), from the day it is posted.
package struct Publicity: Hashable, Sendable {
    package let posted: BusinessDay
    package let lastDay: BusinessDay

    /// Counts working days from the day after the posting.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）3, LC-05-4; catalogue CV-09
    package init(posted: BusinessDay, workdays: Int, calendar: WorkCalendar) throws(WorkCalendar.NotLoaded) {
        self.posted = posted
        lastDay = try calendar.workday(workdays, after: posted)
    }

    /// The first day on which the next step may be taken, a working day or not.
    ///
    /// - Source: catalogue CV-09
    package var earliestNext: BusinessDay { lastDay.adding(days: 1) }

    package func isOver(on day: BusinessDay) -> Bool { day >= earliestNext }
}
