import Policy
package import Values

/// A working-day calendar that ends soon (日历将尽): whoever keeps the packs adds the next year before it does.
package struct CalendarWarning: StandingWarning, Hashable {
    package let lastDay: BusinessDay
    /// Division codes of the places that count by it.
    package let places: [String]
    /// Days from today to the last day; below zero once it is over.
    package let daysLeft: Int

    /// How many days before the end a calendar is warned of: the State Council's notice comes about then.
    package static let noticeDays = 60

    package var words: Words {
        let next = lastDay.year + 1
        let zh = daysLeft < 0 ? "已于 \(-daysLeft) 天前用完" : "还有 \(daysLeft) 天"
        let en = daysLeft < 0 ? "it ended \(-daysLeft) days ago" : "\(daysLeft) days are left"
        return Words(
            "工作日历只收录到 \(lastDay)，\(zh)。请由平台维护人员在国务院办公厅公布 \(next) 年放假安排后发布政策包；"
                + "在此之前，算不出的到期日记为“\(DueDay.uncomputed.zh)”，到时自动补算。",
            "The calendar of working days ends on \(lastDay): \(en). The keeper of the packs publishes them with the "
                + "holiday notice of \(next); until then a day that cannot be counted stays to be computed, and is."
        )
    }

    package var json: JSON {
        .object([
            "code": "calendar_ends_soon", "ends_on": .text("\(lastDay)"), "days_left": .int(Int64(daysLeft)),
            "places": .list(places.map { .text($0) }), "zh": .text(words.zh), "en": .text(words.en),
        ])
    }
}

extension PolicyShelf {
    /// The calendars that end within the days of notice, or have ended, each with its places.
    package func calendarWarnings(on today: BusinessDay) -> [CalendarWarning] {
        Dictionary(grouping: current.calendarEnds, by: \.lastDay).compactMap { lastDay, ends in
            let left = today.days(until: lastDay)
            guard left <= CalendarWarning.noticeDays else { return nil }
            return CalendarWarning(lastDay: lastDay, places: ends.map(\.place).sorted(), daysLeft: left)
        }.sorted { $0.lastDay < $1.lastDay }
    }
}
