import Foundation
import Policy
import Questions
import Testing
import Values

/// The packs of the tree, wherever it was checked out.
let packsFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/Policy/Packs").path

private let shipped = Result { try PolicyBook.load(folder: packsFolder) }

func day(_ iso: String) throws -> BusinessDay { try #require(BusinessDay(iso: iso)) }

/// The answer under the packs of the tree, on a day in March 2026.
func ask(_ question: String, _ facts: JSON) throws -> JSON {
    try RuleQuestions.book.ask(question, facts, under: shipped.get(), today: day("2026-03-02"))
}

/// What is the matter with facts, each as `missing works`; nothing where they are answered.
func problems(_ question: String, _ facts: JSON) throws -> [String] {
    do {
        _ = try ask(question, facts)
        return []
    } catch QuestionFault.facts(let problems) {
        return problems.map { "\($0.matter.rawValue) \($0.fact)" }
    }
}

/// Ids of the packs that answered, the place's own first.
func packs(_ answer: JSON) -> [String] { answer["packs"]?.list?.compactMap { $0["id"]?.text } ?? [] }
