/// The State Council's calendar of working days (工作日历): a table of exceptions to Monday–Friday, by year.
///
/// A year that is not loaded throws; it never falls back to Monday–Friday (catalogue CV-07).
package struct WorkCalendar: Sendable {
    /// Days off that are not a weekend, and weekend days worked: true where the day is worked.
    private let exceptions: [BusinessDay: Bool]
    private let years: ClosedRange<Int>

    /// The year for which no notice of the State Council is loaded.
    package struct NotLoaded: Error, Hashable {
        package let year: Int
    }

    package init(exceptions: [BusinessDay: Bool], years: ClosedRange<Int>) {
        self.exceptions = exceptions
        self.years = years
    }

    package var loadedYears: ClosedRange<Int> { years }

    /// - Source: catalogue CV-07; 全国年节及纪念日放假办法 第六条、第七条
    package func isWorking(_ day: BusinessDay) throws(NotLoaded) -> Bool {
        let year = day.year
        guard years.contains(year) else { throw NotLoaded(year: year) }
        return exceptions[day] ?? (day.weekday <= 5)
    }

    /// The n-th working day after a day that is not itself counted (catalogue CV-08).
    package func workday(_ count: Int, after day: BusinessDay) throws(NotLoaded) -> BusinessDay {
        try step(count, from: day, by: 1)
    }

    /// The n-th working day before a day that is not itself counted (catalogue CV-12).
    package func workday(_ count: Int, before day: BusinessDay) throws(NotLoaded) -> BusinessDay {
        try step(count, from: day, by: -1)
    }

    /// A deadline's last day, moved to the next working day where it is none (catalogue CV-06).
    package func rolled(_ day: BusinessDay) throws(NotLoaded) -> BusinessDay {
        var day = day
        while !(try isWorking(day)) { day = day.adding(days: 1) }
        return day
    }

    private func step(_ count: Int, from start: BusinessDay, by stride: Int) throws(NotLoaded) -> BusinessDay
    {
        var day = start
        var left = count
        while left > 0 {
            day = day.adding(days: stride)
            if try isWorking(day) { left -= 1 }
        }
        return day
    }
}
