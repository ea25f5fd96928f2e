import Policy
import Questions
import Testing
import Values

@Suite("Questions: many at once")
struct BatchTests {
    private func answer(_ line: JSON, found: [FactProblem] = []) throws -> JSON {
        RuleQuestions.book.answer(
            line: line, found: found, under: try PolicyBook.load(folder: packsFolder),
            today: try day("2026-03-02"))
    }

    @Test("every line has one answer in its order, with its own id, whatever is wrong with the others")
    func order() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        let today = try day("2026-03-02")
        let lines = (0..<400).map { number -> JSON in
            let id: JSON = number.isMultiple(of: 2) ? .int(Int64(number)) : .text("line \(number)")
            guard !number.isMultiple(of: 7) else { return ["id": id, "question": "nonsense", "facts": [:]] }
            return [
                "id": id, "question": "min_days_gap",
                "facts": ["from": "2022-03-01", "to": "2022-03-21", "min_days": .int(Int64(number))],
            ]
        }
        let answers = lines.map { RuleQuestions.book.answer(line: $0, under: book, today: today) }
        for (number, pair) in zip(lines, answers).enumerated() {
            #expect(pair.0["id"] == pair.1["id"])
            if number.isMultiple(of: 7) {
                #expect(pair.1["error"]?["code"] == "question_unknown")
            } else {
                #expect(pair.1["determination"] == (number <= 20 ? "pass" : "fail"), "line \(number)")
                #expect(pair.1["error"] == nil)
            }
        }
    }

    @Test("a line says what is the matter with it, by name")
    func errors() throws {
        let missing = try answer(["id": 1, "question": "notice_before", "facts": ["event": "2026-03-18"]])
        #expect(missing["id"] == 1)
        #expect(missing["error"]?["facts"]?.list?.map { $0["fact"] } == ["workdays"])
        let bare = try answer(["question": "notice_before", "extra": 1])
        #expect(bare["id"] == .null)
        #expect(bare["error"]?["facts"]?.list?.compactMap { $0["fact"]?.text } == ["id", "facts", "extra"])
        #expect(try answer([1])["error"]?["facts"]?.list?.first?["fact"] == "line")
        #expect(
            try answer(["id": 1, "question": 2, "facts": [:]])["error"]?["facts"]?.list?.first?["fact"]
                == "question")
        let read = FactProblem.malformed("line", Words("JSON", "JSON"))
        #expect(try answer(.null, found: [read])["error"]?["facts"]?.list?.count == 1)
    }
}
