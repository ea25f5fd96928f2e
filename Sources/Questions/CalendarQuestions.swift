import Policy
import Projects
import Values

/// Questions of days alone: periods, deadlines, notices, publicity (期间、期限、公示).
enum CalendarQuestions {
    static let all = [
        publicityWorkdays, publicityDays, publicityClock, stepGate, minDaysGap, deadlineDays,
        deadlineWorkdays, deadlineMonths, noticeBefore, noticeGate,
    ]

    private static let publicityWorkdays = Question(
        "publicity_workdays", Words("按工作日计算的最短公示期", "the least publicity in working days"),
        [FactSpec("posted", .day), FactSpec("min_workdays", .days)]
    ) { facts, policy, calendar in
        let publicity = try Publicity(
            posted: facts.day("posted"), workdays: facts.count("min_workdays"), calendar: calendar)
        return Answer(
            ["last_day": publicity.lastDay.json, "earliest_next": publicity.earliestNext.json],
            because: policy.publicity)
    }

    private static let publicityDays = Question(
        "publicity_days", Words("按日计算的最短公示期", "the least publicity in natural days"),
        [FactSpec("posted", .day), FactSpec("min_days", .days)]
    ) { facts, policy, calendar in
        let publicity = try Publicity(
            posted: facts.day("posted"), days: facts.count("min_days"), calendar: calendar)
        return Answer(
            ["last_day": publicity.lastDay.json, "earliest_next": publicity.earliestNext.json],
            because: policy.citations(
                "procedure.candidate_publicity_days", "period.start_day_counted", "period.deadline_rolls"))
    }

    private static let publicityClock = Question(
        "publicity_clock", Words("公示材料齐全后起算", "publicity counted from the day every attachment hangs"),
        [
            FactSpec("posted", .day), FactSpec("attachments", .list(.text)),
            FactSpec("required", .list(.text)), FactSpec("completed_on", .day, optional: true),
            FactSpec("min_workdays", .days),
        ]
    ) { facts, policy, calendar in
        let start = Publicity.clockStart(
            posted: try facts.day("posted"), attachments: try facts.texts("attachments"),
            required: try facts.texts("required"),
            completedOn: facts.has("completed_on") ? try facts.day("completed_on") : nil)
        guard let start else { throw FactErrors([.missing("completed_on")]) }
        let publicity = try Publicity(
            posted: start, workdays: facts.count("min_workdays"), calendar: calendar)
        return Answer(
            [
                "clock_start": start.json, "last_day": publicity.lastDay.json,
                "earliest_next": publicity.earliestNext.json,
            ], because: policy.publicity)
    }

    private static let stepGate = Question(
        "step_gate", Words("公示期满前能否进入下一步", "whether the next step may be taken on a day"),
        [FactSpec("posted", .day), FactSpec("min_workdays", .days), FactSpec("application_day", .day)]
    ) { facts, policy, calendar in
        let publicity = try Publicity(
            posted: facts.day("posted"), workdays: facts.count("min_workdays"), calendar: calendar)
        let isOver = try publicity.isOver(on: facts.day("application_day"))
        return Answer(isOver ? "allowed" : "blocked", because: policy.publicity)
    }

    private static let minDaysGap = Question(
        "min_days_gap", Words("两日之间最少天数", "the least number of days between two"),
        [FactSpec("from", .day), FactSpec("to", .day), FactSpec("min_days", .days)]
    ) { facts, policy, _ in
        let earliest = try facts.day("from").adding(days: facts.count("min_days"))
        return try Answer(
            facts.day("to") >= earliest ? "pass" : "fail", ["earliest": earliest.json],
            because: policy.citations("procedure.min_bid_days", "period.start_day_counted"))
    }

    private static let deadlineDays = Question(
        "deadline_days", Words("按日计算的期限", "a deadline in days"),
        [FactSpec("start", .day), FactSpec("days", .days)]
    ) { facts, policy, calendar in
        deadline(
            try facts.day("start").adding(days: facts.count("days")), calendar,
            because: policy.citations("period.start_day_counted", "period.deadline_rolls"))
    }

    private static let deadlineMonths = Question(
        "deadline_months", Words("按月计算的期限", "a deadline in months"),
        [FactSpec("start", .day), FactSpec("months", .int(0...1200))]
    ) { facts, policy, calendar in
        deadline(
            try facts.day("start").adding(months: facts.count("months")), calendar,
            because: policy.citations(
                "period.start_day_counted", "period.months_end_on_corresponding_day", "period.deadline_rolls")
        )
    }

    private static let deadlineWorkdays = Question(
        "deadline_workdays", Words("按工作日计算的期限", "a deadline in working days"),
        [FactSpec("start", .day), FactSpec("workdays", .days)]
    ) { facts, policy, calendar in
        let effective = try calendar.workday(facts.count("workdays"), after: facts.day("start"))
        return Answer(
            ["effective": effective.json],
            because: policy.citations("period.start_day_counted", "period.workdays_follow_the_notice"))
    }

    private static let noticeBefore = Question(
        "notice_before", Words("若干工作日前的最迟通知日", "the latest day of a notice before an event"),
        [FactSpec("event", .day), FactSpec("workdays", .days)]
    ) { facts, policy, calendar in
        let latest = try calendar.workday(facts.count("workdays"), before: facts.day("event"))
        return Answer(["latest_notice": latest.json], because: policy.notice)
    }

    private static let noticeGate = Question(
        "notice_gate", Words("通知是否够早", "whether a notice is early enough"),
        [FactSpec("event", .day), FactSpec("workdays", .days), FactSpec("notice", .day)]
    ) { facts, policy, calendar in
        let latest = try calendar.workday(facts.count("workdays"), before: facts.day("event"))
        return try Answer(facts.day("notice") <= latest ? "allowed" : "blocked", because: policy.notice)
    }

    /// A deadline as computed, and moved to a working day; the latter is provisional where no notice is held.
    private static func deadline(
        _ nominal: BusinessDay, _ calendar: WorkCalendar, because: [Citation]
    ) -> Answer {
        do {
            return Answer(
                ["nominal": nominal.json, "effective": try calendar.rolled(nominal).json], because: because)
        } catch {
            return Answer(
                "calendar_not_loaded",
                ["nominal": nominal.json, "effective": "provisional", "year": .int(Int64(error.year))],
                because: because)
        }
    }
}

extension Policy {
    fileprivate var publicity: [Citation] {
        citations("publicity.min_workdays", "period.start_day_counted", "period.workdays_follow_the_notice")
    }

    fileprivate var notice: [Citation] {
        citations("acceptance.notice_workdays", "period.workdays_follow_the_notice")
    }
}
