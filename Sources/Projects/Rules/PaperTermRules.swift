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

/// What has happened in a project that a term may wait for (起算前提).
package struct PaperTermGround: Hashable, Sendable {
    /// The day of the acceptance; nil before it.
    package let accepted: BusinessDay?
    /// Kinds of papers that deadlines of the project waited for, or wait for.
    package let awaited: Set<String>

    package init(accepted: BusinessDay? = nil, awaited: Set<String> = []) {
        self.accepted = accepted
        self.awaited = awaited
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
    /// `contract` is the amount of the contract that the paper is about, where it is about one: some terms go by it.
    ///
    /// A term after the acceptance begins once, with the acceptance or with what is told of it later, on the later of both days.
    ///
    /// - Source: 住建部令第51号, FIR-04; 建质〔2017〕138号 第十条、第十一条, RET-5; 招标投标法实施条例 第六十一条, PRO-16;
    ///   财建〔2004〕369号 第十四条, FIN-01; 质量管理条例 第五十二条, PER-8; 浙江省审计条例 第二十七条, FIN-06;
    ///   catalogue CV-05, CV-06, CV-08, CV-15; which paper begins and ends it: house rule, HOUSE-PAP-5
    package static func begun(
        by kind: String, about subject: String, worth contract: Fen? = nil, dated: BusinessDay,
        on ground: PaperTermGround = PaperTermGround(), under policy: Policy
    ) throws(PolicyFault) -> [PaperTerm] {
        guard subjects.contains(subject), policy.has("paper.terms") else { return [] }
        var terms = [PaperTerm]()
        do {
            for term in try policy.records("paper.terms").value where try term.text("starts") == kind {
                guard let start = try start(of: term, dated: dated, on: ground) else { continue }
                if let begun = try begun(term, worth: contract, on: start, under: policy) {
                    terms.append(begun)
                }
            }
        } catch .notInForce {
            return []
        }
        return terms
    }

    /// Whether a paper of a kind begins a term that goes by the amount of a contract, and so has to be about one.
    ///
    /// - Source: 财建〔2004〕369号 第十四条, FIN-01
    package static func isOfAContract(
        _ kind: String, dated: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> Bool {
        guard policy.has("paper.terms") else { return false }
        do {
            for term in try policy.records("paper.terms").value where try term.text("starts") == kind {
                let list = try term.text("list")
                guard policy.has(list) else { continue }
                if try policy.records(list).value.contains(where: { $0.has("over") || $0.has("up_to") }) {
                    return true
                }
            }
        } catch .notInForce {
            return false
        }
        return false
    }

    /// The day from which a term runs; nil where it waits for the acceptance, or began already.
    private static func start(
        of term: PolicyRecord, dated: BusinessDay, on ground: PaperTermGround
    ) throws(PolicyFault) -> BusinessDay? {
        guard term.has("after") else { return dated }
        guard try term.text("after") == "acceptance", let accepted = ground.accepted,
            try !ground.awaited.contains(term.text("ends"))
        else { return nil }
        return max(dated, accepted)
    }

    private static func begun(
        _ term: PolicyRecord, worth contract: Fen?, on day: BusinessDay, under policy: Policy
    ) throws(PolicyFault) -> PaperTerm? {
        let list = try term.text("list")
        // A text of some places alone.
        guard policy.has(list) else { return nil }
        let length: PolicyRecord
        do {
            guard let found = try policy.records(list).value.first(where: { $0.id == term.id }) else {
                return nil
            }
            length = found
        } catch .notInForce {
            return nil
        }
        if length.has("over") {
            let over = try length.fen("over")
            guard let contract, contract > over else { return nil }
        }
        if length.has("up_to") {
            let most = try length.fen("up_to")
            guard let contract, contract <= most else { return nil }
        }
        let value = Int(try length.int("value"))
        let count: DayCount =
            switch try length.text("unit") {
            case "workdays": .workdays(value)
            case "months": .rolled(day.adding(months: value))
            // A paper bears a day and no hour: whole days, working days or not, and the last is the latest that it can be.
            case "hours": .day(day.adding(days: (value + 23) / 24))
            default: .rolled(day.adding(days: value))
            }
        return PaperTerm(
            key: list + "." + term.id, words: try length.words(), due: policy.calendar.due(count, from: day),
            citation: length.citation, endedBy: try term.text("ends"))
    }
}
