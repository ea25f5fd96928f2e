package import Policy
import Values

/// Every question that is answered, put together from the capabilities (规则问答).
package enum RuleQuestions {
    package static let book: QuestionBook = QuestionBook(
        FrontQuestions.all + OwnersQuestions.all + CalendarQuestions.all + CodeQuestions.all
            + ProjectsQuestions.all + SubsidyQuestions.all + TenderingQuestions.all + DeliveryQuestions.all
            + ChangeOrdersQuestions.all + JointAcceptanceQuestions.all + HandoverQuestions.all
            + WarrantyQuestions.all + ProgrammeQuestions.all + TermQuestions.all
            + SettlementQuestions.all + ConsortiumQuestions.all)
}

extension Policy {
    /// The clauses behind keys that only explain an answer; one that is not in force on the day is left out.
    func citations(_ keys: String...) -> [Citation] {
        keys.compactMap { (try? value($0))?.citation }
    }
}

extension Holding {
    /// A condition that a verdict rests on, under the first of its clauses; nothing where none was in force on the day.
    static func found(_ words: Words, _ holds: Bool, by clauses: [Citation]) -> [Holding] {
        clauses.first.map { [Holding(words, holds: holds, by: $0)] } ?? []
    }
}

extension Facts {
    /// Refuses a day before another one that it cannot be before.
    func follows(
        _ name: String, _ day: BusinessDay?, _ earlier: String, _ first: BusinessDay?
    ) throws(FactErrors) {
        guard let day, let first, day < first else { return }
        throw refuse(name, Words("不早于 \(earlier)", "not before \(earlier)"))
    }

    /// Names every fact of a list that is not given; they decide here, though not everywhere.
    func need(_ names: [String]) throws(FactErrors) {
        let missing = names.filter { !has($0) }
        if !missing.isEmpty { throw FactErrors(missing.map { .missing($0) }) }
    }
}

extension Ratio {
    /// A fraction with two places, as `0.50`: rates of subsidies are written so.
    var twoPlaces: String { share(of: Fen(100)).yuan }
}

extension BusinessDay {
    var json: JSON { .text(description) }
}

extension Fen {
    var json: JSON { .text(yuan) }
}
