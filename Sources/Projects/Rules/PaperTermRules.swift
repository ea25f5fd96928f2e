package import Policy
package import Values

/// A term of law that a paper begins, and the kind of paper that ends it (材料起算的期限).
package struct PaperTerm: Hashable, Sendable {
    /// The policy key that gives its length.
    package let key: String
    package let words: Words
    /// Its last day, or its count alone while the calendar of the year is not held.
    package let due: DueDay
    package let citation: Citation
    /// A record of `paper.recorders`.
    package let endedBy: String

    package var explanation: JSON {
        .object([
            "title": .text(words.zh), "title_en": .text(words.en), "paper": .text(endedBy),
            "because": .list([citation.json]),
        ])
    }
}

/// The rules of terms that begin with a paper (材料起算的期限).
package enum PaperTermRules {
    /// What a paper is about, where its terms run: the project, or what is bought for it.
    package static let subjects = ["project", "contract", "package", "tender_award"]

    /// The terms that a paper of a kind begins on its day, each by the text that was in force then.
    ///
    /// A text that began later gives none, and neither does an edition that knows no such papers.
    ///
    /// - Source: 住建部令第51号, FIR-04; 建质〔2017〕138号 第十条、第十一条, RET-5; 招标投标法实施条例 第六十一条, PRO-16;
    ///   catalogue CV-05, CV-06, CV-08, CV-15; which paper begins and ends it: house rule, HOUSE-PAP-5
    package static func begun(
        by kind: String, about subject: String, dated: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> [PaperTerm] {
        guard subjects.contains(subject), policy.has("paper.terms") else { return [] }
        var terms = [PaperTerm]()
        do {
            for term in try policy.records("paper.terms").value where try term.text("starts") == kind {
                if let begun = try begun(term, on: dated, under: policy) { terms.append(begun) }
            }
        } catch .notInForce {
            return []
        }
        return terms
    }

    private static func begun(
        _ term: PolicyRecord, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> PaperTerm? {
        let list = try term.text("list")
        let length: PolicyRecord
        do {
            guard let found = try policy.records(list).value.first(where: { $0.id == term.id }) else {
                return nil
            }
            length = found
        } catch .notInForce {
            return nil
        }
        let value = Int(try length.int("value"))
        let count: DayCount =
            switch try length.text("unit") {
            case "workdays": .workdays(value)
            case "months": .rolled(day.adding(months: value))
            default: .rolled(day.adding(days: value))
            }
        return PaperTerm(
            key: list + "." + term.id, words: try length.words(), due: policy.calendar.due(count, from: day),
            citation: length.citation, endedBy: try term.text("ends"))
    }
}
