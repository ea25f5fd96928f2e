package import Policy
package import Values

/// The rules of how long tender documents are to be had (招标文件、资格预审文件的发售).
enum SaleRules {
    /// What stands in the way of an award by how its documents were given out; what is not told is not judged here.
    ///
    /// A period runs from the day after the one on which it begins, so that the days between two days are counted.
    ///
    /// - Source: 招标投标法实施条例 第十六条、第十七条, PRO-2, PRO-3
    static func refusals(of tender: JudgedTender, under policy: Policy) throws(PolicyFault) -> [Refusal] {
        let told = tender.procedure
        let periods = try policy.records("procedure.periods").value
        var reasons = [Refusal]()
        func hold(
            _ period: String, from start: BusinessDay?, to end: BusinessDay?, _ refusal: RefusalWords
        ) throws(PolicyFault) {
            guard let start, let end, let least = periods.first(where: { $0.id == period }) else { return }
            let days = start.days(until: end)
            guard try days < Int(least.int("value")) else { return }
            let (words, count) = (try least.words(), try least.int("value"))
            reasons.append(
                refusal.refusal(
                    least.citation,
                    missing: [
                        Words(
                            "\(start) 至 \(end) 共 \(days) 日；\(words.zh) \(count) 日",
                            "\(days) days from \(start) to \(end); \(words.en): \(count)")
                    ]))
        }
        let sold = TenderingRefusals.documentsAreSoldTheirDays
        try hold("documents_on_sale", from: tender.documentsOn, to: told.documentsUntil, sold)
        try hold("documents_on_sale", from: told.prequalificationOn, to: told.prequalificationUntil, sold)
        try hold(
            "prequalification_after_sale", from: told.prequalificationUntil, to: told.prequalificationDue,
            TenderingRefusals.prequalificationLeavesItsDays)
        return reasons
    }
}
