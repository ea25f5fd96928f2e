package import Values

/// A worked example held against the packs (政策用例): where the answer is another than the one written.
package struct CaseRun: Sendable {
    package let tried: PolicyCase
    /// What came out otherwise, each as `field: wanted, came`; empty where all is as written.
    package let faults: [String]
    /// The keys of the packs that its answer rests on; empty where it is not answered.
    package let keys: Set<String>

    /// Asks the question of a case and compares the fields that it expects.
    package init(_ tried: PolicyCase, by questions: QuestionBook, under book: PolicyBook, today: BusinessDay)
    {
        self.tried = tried
        do throws(QuestionFault) {
            let reasoned = try questions.explain(tried.question, tried.facts, under: book, today: today)
            let answer = reasoned.json
            var faults = [String]()
            for (name, wanted) in (tried.expect.object ?? [:]).sorted(by: { $0.key < $1.key })
            where answer[name] != wanted {
                faults.append("\(name): \(wanted) wanted, \(answer[name]?.description ?? "nothing") came")
            }
            if answer["because"]?.list?.isEmpty ?? true { faults.append("because: no clause is cited") }
            self.faults = faults
            keys = Set(reasoned.keys)
        } catch {
            keys = []
            faults = [error.words.en]
        }
    }
}
