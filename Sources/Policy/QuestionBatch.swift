package import Values

extension QuestionBook {
    /// The answer to one line of a batch, `{"id", "question", "facts"}`: the answer's object with the line's id.
    ///
    /// What is wrong with a line stands in its answer, so that every line has one; `found` is what reading it
    /// has found already.
    package func answer(
        line: JSON, found: [FactProblem] = [], under book: PolicyBook, today: BusinessDay
    ) -> JSON {
        let id = line["id"] ?? .null
        do throws(QuestionFault) {
            let question = try QuestionBook.question(of: line, found: found)
            let answer = try ask(question, line["facts"] ?? .null, under: book, today: today)
            return .object((answer.object ?? [:]).merging(["id": id]) { _, own in own })
        } catch {
            return .object(["id": id, "error": error.json])
        }
    }

    private static func question(of line: JSON, found: [FactProblem]) throws(QuestionFault) -> String {
        guard let object = line.object else {
            throw .facts(found.isEmpty ? [.malformed("line", Words("JSON 对象", "a JSON object"))] : found)
        }
        let names = ["id", "question", "facts"]
        let problems =
            found + names.filter { object[$0] == nil }.map { .missing($0) }
            + object.keys.filter { !names.contains($0) }.sorted().map { .unknown($0) }
        guard problems.isEmpty, let question = object["question"]?.text else {
            throw .facts(problems.isEmpty ? [.malformed("question", FactKind.text.words)] : problems)
        }
        return question
    }
}
