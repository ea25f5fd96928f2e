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
        "publicity_workdays", Words("按工作日计算的最短公示期", "the least publicity in working days"), on: "posted",
        [FactSpec("posted", .day), FactSpec("min_workdays", .days)]
    ) { facts, policy, calendar in
        let posted = try facts.day("posted")
        return try policy.lawful(
            "publicity.min_workdays", over: facts.count("min_workdays"), because: policy.publicity
        ) { days in (try Publicity(posted: posted, workdays: days, calendar: calendar).fields, []) }
    }

    private static let publicityDays = Question(
        "publicity_days", Words("按日计算的最短公示期", "the least publicity in natural days"), on: "posted",
        [FactSpec("posted", .day), FactSpec("min_days", .days)]
    ) { facts, policy, calendar in
        let posted = try facts.day("posted")
        let given = try facts.count("min_days")
        let clauses = policy.citations(
            "procedure.candidate_publicity_days", "period.start_day_counted", "period.deadline_rolls")
        return try policy.lawful("procedure.candidate_publicity_days", over: given, because: clauses) {
            days in
            (try Publicity(posted: posted, days: days, calendar: calendar).fields, [])
        }
    }

    private static let publicityClock = Question(
        "publicity_clock", Words("公示材料齐全后起算", "publicity counted from the day every attachment hangs"),
        on: "posted",
        [
            FactSpec("posted", .day), FactSpec("attachments", .list(.text)),
            FactSpec("required", .list(.text)), FactSpec("completed_on", .day, optional: true),
            FactSpec("min_workdays", .days),
        ]
    ) { facts, policy, calendar in
        let posted = try facts.day("posted")
        let attachments = try facts.texts("attachments")
        let required = try facts.texts("required")
        let completed = facts.has("completed_on") ? try facts.day("completed_on") : nil
        // What did not hang at the posting was not complete on that day.
        if let completed, completed <= posted, !Set(required).isSubset(of: attachments) {
            throw facts.refuse(
                "completed_on", Words("晚于 posted：张贴时附件不齐", "after posted, when an attachment was missing"))
        }
        let start = Publicity.clockStart(
            posted: posted, attachments: attachments, required: required, completedOn: completed)
        guard let start else { throw FactErrors([.missing("completed_on")]) }
        return try policy.lawful(
            "publicity.min_workdays", over: facts.count("min_workdays"), because: policy.publicity
        ) { days in
            let fields = try Publicity(posted: start, workdays: days, calendar: calendar).fields
            return (fields.merging(["clock_start": start.json]) { own, _ in own }, [])
        }
    }

    private static let stepGate = Question(
        "step_gate", Words("公示期满前能否进入下一步", "whether the next step may be taken on a day"), on: "posted",
        [FactSpec("posted", .day), FactSpec("min_workdays", .days), FactSpec("application_day", .day)]
    ) { facts, policy, calendar in
        let posted = try facts.day("posted")
        let wanted = try facts.day("application_day")
        let clauses = policy.publicity
        return try policy.lawful(
            "publicity.min_workdays", over: facts.count("min_workdays"), because: clauses
        ) { days in
            // Working days are no fewer days than days: before that many, nothing is over, whatever the calendar says.
            let isOver =
                try wanted > posted.adding(days: days)
                && Publicity(posted: posted, workdays: days, calendar: calendar).isOver(on: wanted)
            let words = Words(
                "到 \(wanted) 自 \(posted) 起的公示已满 \(days) 个工作日",
                "by \(wanted) what hung since \(posted) has hung for \(days) working days")
            return (
                ["determination": .text(isOver ? "allowed" : "blocked")],
                Holding.found(words, isOver, by: policy.known(clauses))
            )
        }
    }

    private static let minDaysGap = Question(
        "min_days_gap", Words("两日之间最少天数", "the least number of days between two"),
        [FactSpec("from", .day), FactSpec("to", .day), FactSpec("min_days", .days)]
    ) { facts, policy, _ in
        let from = try facts.day("from")
        let end = try facts.day("to")
        let clauses = policy.citations("procedure.min_bid_days", "period.start_day_counted")
        return try policy.lawful("procedure.min_bid_days", over: facts.count("min_days"), because: clauses) {
            days in
            let earliest = from.adding(days: days)
            let words = Words(
                "\(end) 不早于 \(from) 后第 \(days) 日（\(earliest)）",
                "\(end) is not before \(earliest), \(days) days after \(from)")
            return (
                ["determination": .text(end >= earliest ? "pass" : "fail"), "earliest": earliest.json],
                Holding.found(words, end >= earliest, by: policy.known(clauses))
            )
        }
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
        let event = try facts.day("event")
        return try policy.lawful(
            "acceptance.notice_workdays", over: facts.count("workdays"), because: policy.notice
        ) { days in (["latest_notice": try calendar.workday(days, before: event).json], []) }
    }

    private static let noticeGate = Question(
        "notice_gate", Words("通知是否够早", "whether a notice is early enough"),
        [FactSpec("event", .day), FactSpec("workdays", .days), FactSpec("notice", .day)]
    ) { facts, policy, calendar in
        let event = try facts.day("event")
        let notice = try facts.day("notice")
        let clauses = policy.notice
        return try policy.lawful(
            "acceptance.notice_workdays", over: facts.count("workdays"), because: clauses
        ) { days in
            let latest = try calendar.workday(days, before: event)
            let words = Words(
                "\(notice) 的通知不晚于 \(event) 前 \(days) 个工作日（\(latest)）",
                "the notice of \(notice) is not after \(latest), \(days) working days before \(event)")
            return (
                ["determination": .text(notice <= latest ? "allowed" : "blocked")],
                Holding.found(words, notice <= latest, by: policy.known(clauses))
            )
        }
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

extension Publicity {
    fileprivate var fields: [String: JSON] { ["last_day": lastDay.json, "earliest_next": earliestNext.json] }
}

extension Policy {
    /// What a number of days or working days comes to.
    typealias Count = (fields: [String: JSON], holdings: [Holding])

    /// What a number given by whoever asks comes to; where the law asks for more, what that comes to stands beside it, so
    /// that no clause is cited for a number that is not its own.
    func lawful(
        _ key: String, over given: Int, because: [Citation], _ counting: (Int) throws -> Count
    ) throws -> Answer {
        let asked = try counting(given)
        guard let least = try? int(key), given < least.value else {
            return Answer(asked.fields, because: because, holdings: asked.holdings)
        }
        let lawful = try counting(Int(least.value))
        var fields = asked.fields
        fields["law_minimum"] = .int(least.value)
        fields["below_law"] = true
        fields["by_law"] = .object(lawful.fields)
        let short = Words(
            "所问的天数 \(given) 不少于规定的最低数 \(least.value)", "\(given) is the least of \(least.value) or more")
        return Answer(
            fields, because: because,
            holdings: asked.holdings + [Holding(short, holds: false, by: least.citation)]
                + lawful.holdings.filter { !asked.holdings.contains($0) })
    }

    /// The clauses of an answer; of a day before all of them, those that were read and held nothing yet.
    fileprivate func known(_ clauses: [Citation]) -> [Citation] {
        clauses.isEmpty ? reads.map(\.citation) : clauses
    }

    fileprivate var publicity: [Citation] {
        citations("publicity.min_workdays", "period.start_day_counted", "period.workdays_follow_the_notice")
    }

    fileprivate var notice: [Citation] {
        citations("acceptance.notice_workdays", "period.workdays_follow_the_notice")
    }
}
