package import Policy
package import Values

/// A deadline that acceptance starts (验收后时限), with how it was counted.
package struct Deadline: Hashable, Sendable {
    package let key: String
    package let words: Words
    /// Without its day while the calendar of the year is not published.
    package let day: DueDay
    package let citation: Citation
    package let counted: Words
    /// The kind of paper that ends it, where one does.
    package let endedBy: String?

    init(
        key: String, words: Words, day: DueDay, citation: Citation, counted: Words, endedBy: String? = nil
    ) {
        self.key = key
        self.words = words
        self.day = day
        self.citation = citation
        self.counted = counted
        self.endedBy = endedBy
    }

    package var due: BusinessDay? { day.on }

    package var explanation: JSON {
        var told: [String: JSON] = [
            "title": .text(words.zh), "title_en": .text(words.en), "counted": .text(counted.zh),
            "counted_en": .text(counted.en), "source": citation.json,
        ]
        if let endedBy { told["paper"] = .text(endedBy) }
        return .object(told)
    }
}

/// The deadlines that run from the day of acceptance (备案、归档、决算时限).
package enum AcceptanceDeadlines {
    /// Fire filing, completion filing, archive, final accounts, the quality station's report, and the submission for audit of
    /// what the yearly audit plan has, each with its clause.
    ///
    /// - Source: 浙江省审计条例 第二十七条 FIN-06; 住建部令第51号 FIR-01; 质量管理条例 第四十九条 QLT-06; 建设部令第2号 第七条 QLT-08; ARC-1; 财建〔2016〕503号 FIN-05; CV-05, CV-06, CV-08
    package static func start(
        on day: BusinessDay, isInAuditPlan: Bool = false, under policy: Policy, calendar: WorkCalendar
    ) throws(PolicyFault) -> [Deadline] {
        var deadlines = [Deadline]()
        if try policy.bool("fire_filing.required").value {
            let days = try policy.int("fire_filing.workdays")
            deadlines.append(
                Deadline(
                    key: "fire_filing.workdays", words: Words("消防验收备案", "Fire filing"),
                    day: calendar.due(.workdays(Int(days.value)), from: day), citation: days.citation,
                    counted: Words(
                        "验收合格次日起 \(days.value) 个工作日", "\(days.value) working days after acceptance")))
        }
        let filing = try policy.int("filing.days")
        deadlines.append(
            rolled(
                "filing.days", Words("竣工验收备案", "Completion filing"), day, day.adding(days: Int(filing.value)),
                filing.citation,
                Words("验收合格次日起 \(filing.value) 日", "\(filing.value) days after acceptance"), calendar))
        if try policy.bool("archive.required").value {
            let months = try policy.int("archive.months")
            deadlines.append(
                rolled(
                    "archive.months", Words("移交城建档案", "Handing over the archive"), day,
                    day.adding(months: Int(months.value)), months.citation,
                    Words("验收合格后 \(months.value) 个月", "\(months.value) months after acceptance"), calendar))
        }
        let accounts = try policy.int("final_accounts.months")
        deadlines.append(
            rolled(
                "final_accounts.months", Words("竣工财务决算", "Final accounts"), day,
                day.adding(months: Int(accounts.value)), accounts.citation,
                Words("验收合格后 \(accounts.value) 个月", "\(accounts.value) months after acceptance"), calendar))
        if let report = try stationReport(under: policy) {
            let days = try report.int("value")
            deadlines.append(
                rolled(
                    "notice.quality_station_report", try report.words(), day, day.adding(days: Int(days)),
                    report.citation,
                    Words("验收合格次日起 \(days) 日", "\(days) days after acceptance"), calendar,
                    endedBy: "quality_supervision_report"))
        }
        if isInAuditPlan, policy.has("audit.submit_days"),
            let submission = try policy.records("audit.submit_days").value.first
        {
            let days = try submission.int("value")
            deadlines.append(
                rolled(
                    "audit.submit_days", try submission.words(), day, day.adding(days: Int(days)),
                    submission.citation,
                    Words("验收合格次日起 \(days) 日", "\(days) days after acceptance"), calendar,
                    endedBy: "audit_submission"))
        }
        return deadlines
    }

    /// What the quality station's report has; nil where the edition knows no such term.
    private static func stationReport(under policy: Policy) throws(PolicyFault) -> PolicyRecord? {
        guard policy.has("notice.quality_station_report") else { return nil }
        return try policy.records("notice.quality_station_report").value.first
    }

    private static func rolled(
        _ key: String, _ words: Words, _ started: BusinessDay, _ nominal: BusinessDay, _ citation: Citation,
        _ counted: Words, _ calendar: WorkCalendar, endedBy: String? = nil
    ) -> Deadline {
        let due = calendar.due(.rolled(nominal), from: started)
        let moved = due.on.map { $0 != nominal } ?? false
        return Deadline(
            key: key, words: words, day: due, citation: citation,
            counted: moved
                ? Words(
                    "\(counted.zh)，至 \(nominal)，遇非工作日顺延",
                    "\(counted.en), to \(nominal), moved to the next working day")
                : counted,
            endedBy: endedBy)
    }
}
