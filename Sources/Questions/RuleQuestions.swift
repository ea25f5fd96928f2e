package import Policy
import Values

/// Every question that is answered, put together from the capabilities (规则问答).
package enum RuleQuestions {
    package static let book: QuestionBook = QuestionBook(
        CalendarQuestions.all + CodeQuestions.all + ProjectsQuestions.all + TenderingQuestions.all
            + DeliveryQuestions.all + ChangeOrdersQuestions.all + JointAcceptanceQuestions.all
            + HandoverQuestions.all)
}

extension Policy {
    /// The clauses behind keys that only explain an answer; one that is not in force on the day is left out.
    func citations(_ keys: String...) -> [Citation] {
        keys.compactMap { (try? value($0))?.citation }
    }
}

extension BusinessDay {
    var json: JSON { .text(description) }
}

extension Fen {
    var json: JSON { .text(yuan) }
}
