package import Policy
package import Values

/// What a place's programme sets itself, held against what is done (任务、年限、示范项目、考核).
package enum ProgrammeRules {
    /// One term of a programme, as it stands on a day.
    package struct Term: Hashable, Sendable {
        package let id: String
        package let words: Words
        package let start: BusinessDay?
        package let end: BusinessDay?
        /// Days from the day asked to the last one, which itself counts; negative after it.
        package let daysLeft: Int?
        package let citation: Citation

        /// Whether the last day has come: what is not done by then is behind.
        package var isUp: Bool { daysLeft.map { $0 <= 0 } ?? false }
    }

    /// How far a programme is.
    package struct Progress: Hashable, Sendable {
        package let target: Int64
        package let left: Int64
        package let share: Ratio?
        package let terms: [Term]
        package let because: [Citation]

        package var late: [Term] { left == 0 ? [] : terms.filter(\.isUp) }
    }

    /// How many communities are still to do, and which terms have run out over it.
    ///
    /// Where the place's own text names no number, the plans that were decided give it.
    ///
    /// - Source: GS-03-1, GS-04-12; 杭政办函〔2022〕10号 一（一） HZ-01-1; XH-01-1; 温鹿政办〔2020〕21号 二（一） LC-02-0; YY-04-1
    /// - Returns: nil where neither the place nor whoever asks names a target.
    package static func progress(
        done: Int64, planned: Int64?, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Progress? {
        let terms = try policy.records("programme.period")
        var because = [terms.citation]
        var target = planned
        // A city's number is no number of one of its districts.
        if policy.has("programme.targets"),
            try policy.origin(of: "programme.targets").id == policy.place
        {
            let targets = try policy.records("programme.targets")
            if let all = targets.value.first(where: { $0.id == "all" }) {
                target = try all.int("communities")
                because.insert(all.citation, at: 0)
            }
        }
        guard let target else { return nil }
        var found = [Term]()
        for record in terms.value { found.append(try term(record, on: day)) }
        because += found.map(\.citation).filter { !because.contains($0) }
        return Progress(
            target: target, left: max(0, target - done), share: Ratio(done, target), terms: found,
            because: because)
    }

    private static func term(
        _ record: PolicyRecord, on day: BusinessDay
    ) throws(PolicyFault) -> Term {
        func date(_ field: String) throws(PolicyFault) -> BusinessDay? {
            guard record.has(field) else { return nil }
            guard let date = BusinessDay(iso: try record.text(field)) else {
                throw .wrongKind(key: "programme.period." + record.id + "." + field, expected: .text)
            }
            return date
        }
        let end = try date("end")
        return Term(
            id: record.id, words: try record.words(), start: try date("start"), end: end,
            daysLeft: end.map { Int($0.daysSince2000 - day.daysSince2000) }, citation: record.citation)
    }

    /// The sums of a programme that its parts do not come to; empty where every total is that of its parts.
    ///
    /// - Source: GS-03-1
    package static func unreconciled(under policy: Policy) throws(PolicyFault) -> Cited<[String]> {
        let targets = try policy.records("programme.targets")
        let parts = targets.value.filter { $0.id != "all" }
        guard !parts.isEmpty, let all = targets.value.first(where: { $0.id == "all" }) else {
            return Cited([], targets.citation)
        }
        var wrong = [String]()
        for field in ["communities", "households", "buildings", "area_m2"] where all.has(field) {
            var sum: Int64 = 0
            for part in parts { sum += try part.int(field) }
            if sum != (try all.int(field)) { wrong.append(field) }
        }
        return Cited(wrong, targets.citation)
    }

    /// The class of age that is suggested for a year of completion; an officer confirms it or takes another.
    ///
    /// - Source: GS-02-3
    package static func ageClass(
        ofYear year: Int, under policy: Policy
    ) throws(PolicyFault) -> Cited<PolicyRecord>? {
        let classes = try policy.records("programme.age_classes")
        for found in classes.value {
            let first = found.has("first_year") ? try found.int("first_year") : .min
            let last = found.has("last_year") ? try found.int("last_year") : .max
            if (first...last).contains(Int64(year)) { return Cited(found, classes.citation) }
        }
        return nil
    }

    /// The streets with fewer flagship projects than each is to have, and those with more.
    ///
    /// - Source: GS-04-10
    package static func flagships(
        _ streets: [String: Int64], under policy: Policy
    ) throws(PolicyFault) -> (few: [String], many: [String], least: Int64, most: Int64, citation: Citation) {
        let rule = try policy.records("programme.flagships_per_street")
        guard let each = rule.value.first else {
            throw .wrongKind(key: "programme.flagships_per_street", expected: .records)
        }
        let (least, most) = (try each.int("least"), try each.int("most"))
        return (
            streets.filter { $0.value < least }.keys.sorted(),
            streets.filter { $0.value > most }.keys.sorted(), least, most, each.citation
        )
    }

    /// What a score comes to in the city's yearly assessment, where this work has the weight of the pack.
    ///
    /// - Source: YY-11-4
    package static func points(
        of score: Ratio, under policy: Policy
    ) throws(PolicyFault) -> Cited<Ratio?> {
        let weight = try policy.ratio("assessment.weight")
        let (top, overflow) = score.numerator.multipliedReportingOverflow(by: weight.value.numerator)
        let (bottom, beyond) = score.denominator.multipliedReportingOverflow(by: weight.value.denominator)
        return Cited(overflow || beyond ? nil : Ratio(top, bottom), weight.citation)
    }
}
