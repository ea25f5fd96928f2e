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

    /// Counts natural days; the last is moved to a working day, since objections must be receivable on it.
    ///
    /// - Source: 招标投标法实施条例 第五十四条; 民法典 第二百零三条, PRO-9; catalogue CV-10
    package init(posted: BusinessDay, days: Int, calendar: WorkCalendar) throws(WorkCalendar.NotLoaded) {
        self.posted = posted
        lastDay = try calendar.rolled(posted.adding(days: days))
    }

    /// The day the clock starts: the first on which everything that must hang there hangs; nil while something lacks.
    ///
    /// - Source: 温鹿政办〔2020〕21号 二（三）3, LC-05-3; catalogue CV-09
    package static func clockStart(
        posted: BusinessDay, attachments: [String], required: [String], completedOn: BusinessDay?
    ) -> BusinessDay? {
        if let completedOn { return max(posted, completedOn) }
        return Set(required).isSubset(of: attachments) ? posted : nil
    }

    /// The first day on which the next step may be taken, a working day or not.
    ///
    /// - Source: catalogue CV-09
    package var earliestNext: BusinessDay { lastDay.adding(days: 1) }

    package func isOver(on day: BusinessDay) -> Bool { day >= earliestNext }
}
