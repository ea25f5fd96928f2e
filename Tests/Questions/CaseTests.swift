import Policy
import Questions
import Testing
import Values

@Suite("Questions: the worked examples of the packs")
struct CaseTests {
    @Test("every case of every pack comes out as it is written, with its clauses and its packs")
    func cases() throws {
        let cases = try PolicyCase.load(folder: packsFolder)
        #expect(cases.count >= 270)
        for found in cases {
            let answer: JSON
            do {
                answer = try ask(found.question, found.facts)
            } catch {
                Issue.record("\(found.id) is not answered: \(error)")
                continue
            }
            for (name, wanted) in try #require(found.expect.object) {
                #expect(answer[name] == wanted, "\(found.id): \(name) of \(answer)")
            }
            #expect(answer["because"]?.list?.isEmpty == false, "\(found.id) cites nothing")
            #expect(packs(answer).last == "000000", "\(found.id)")
            #expect(answer["binding"] == .bool(found.facts["jurisdiction"] != "YY"), "\(found.id)")
        }
    }

    @Test("every question has three cases at least, and not all with one answer")
    func enough() throws {
        let cases = try PolicyCase.load(folder: packsFolder)
        for question in RuleQuestions.book.questions {
            let own = cases.filter { $0.question == question.name }
            #expect(own.count >= 3, "\(question.name)")
            #expect(Set(own.map(\.expect)).count >= 2, "\(question.name)")
        }
        #expect(RuleQuestions.book.questions.count == 65)
    }
}
