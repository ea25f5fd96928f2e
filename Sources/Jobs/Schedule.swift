package import PQ
package import Values

/// What is done again and again (定期作业): declared in code, seen in the database, each tick once over all workers.
package struct Schedule: Sendable {
    /// When its ticks are.
    package enum Pattern: Sendable, Hashable {
        /// Each so long, counted from 1970.
        case every(Duration)
        case daily(hour: Int, minute: Int)
        /// 1 is Monday, 7 is Sunday.
        case weekly([Int], hour: Int, minute: Int)
        /// From the month's end where negative.
        case monthly([Int], hour: Int, minute: Int)
        /// On working days as they are published; beyond them it waits.
        case workdays(hour: Int, minute: Int)
    }

    /// What is done about ticks that nobody was there for.
    package enum Missed: String, Sendable {
        case skip, latest, all
    }

    package let name: String
    package let kind: String
    package let pattern: Pattern
    package let missed: Missed
    package var zone = "Asia/Shanghai"
    package var queue = "default"
    package var arguments: JSON = .object([:])
    /// Of a business day it is done once in a district, however often it is asked for: see `DailyJob`.
    package var isOncePerDay = false
    /// Without it, one job for each district.
    package var district: Int32?

    package init(_ name: String, kind: String, _ pattern: Pattern, missed: Missed) {
        self.name = name
        self.kind = kind
        self.pattern = pattern
        self.missed = missed
    }

    /// Takes it up; its place in time stays where it says what it said before.
    package var declaration: SQL {
        var span: Int64?
        var time: String?
        var week: String?
        var month: String?
        var isOfWorkdays = false
        func clock(_ hour: Int, _ minute: Int) -> String { "\(hour):\(minute)" }
        func list(_ days: [Int]) -> String { "{" + days.map(\.description).joined(separator: ",") + "}" }
        switch pattern {
        case .every(let length): span = length.milliseconds
        case .daily(let hour, let minute): time = clock(hour, minute)
        case .weekly(let days, let hour, let minute): (time, week) = (clock(hour, minute), list(days))
        case .monthly(let days, let hour, let minute): (time, month) = (clock(hour, minute), list(days))
        case .workdays(let hour, let minute): (time, isOfWorkdays) = (clock(hour, minute), true)
        }
        return """
            select jobs.declare_schedule(\(name), \(kind), \(queue), \(arguments),
                \(span) * interval '1 millisecond', \(time)::text::time, \(week)::text::smallint[],
                \(month)::text::smallint[], \(isOfWorkdays), \(zone), \(missed.rawValue), \(district),
                \(isOncePerDay))
            """
    }
}
