import Policy
import Questions
import Testing
import Values

@Suite("Questions: the tree of reasons")
struct ReasonTests {
    private func explain(_ question: String, _ facts: JSON, under packs: PolicyBook? = nil) throws
        -> ReasonedAnswer
    {
        try RuleQuestions.book.explain(
            question, facts, under: packs ?? PolicyBook.load(folder: packsFolder), today: day("2026-03-02"))
    }

    /// Everything of a tree, from the top.
    private func all(_ reasons: [Reason]) -> [Reason] { reasons + reasons.flatMap { all($0.under) } }

    private let ballot: JSON = [
        "jurisdiction": "LC", "closed": "2021-03-01", "matter": "special", "area_total": "30000.00",
        "area_part": "25000.00", "area_yes": "20000.00", "households_total": 400, "households_yes": 266,
        "persons_total": 390, "persons_part": 300, "persons_yes": 260,
    ]

    @Test("a ballot rests on two texts that must both pass, each on its ratio, its findings and their facts")
    func consent() throws {
        let answer = try explain("consent", ballot)
        let local = try #require(answer.json["because"]?.list?.first)
        #expect(local["rule"] == "LC-03-2")
        #expect(local["relation"] == "both_must_pass")
        let under = try #require(local["under"]?.list)
        #expect(under.contains { $0["key"] == "consent.local.share" && $0["value"] == "2/3" })
        let failed = try #require(under.first { $0["holds"] == false })
        #expect(
            failed["under"] == [
                ["fact": "households_yes", "value": 266], ["fact": "households_total", "value": 400],
            ])
        let met = all(answer.reasons).filter { if case .finding(_, true) = $0.matter { true } else { false } }
        #expect(met.count == 5)
        let lines = answer.lines
        #expect(lines.first == "结论 业主表决结果：不通过，参与表决的面积和人数通过，本地规定不通过，法律通过")
        #expect(lines.contains { $0.hasPrefix("  依据 温鹿政办〔2020〕21号 二（三）1 [LC-03-2] 两项都须通过") })
        #expect(lines.contains("    参数 consent.local.share = 2/3（330302，两项都须通过）"))
        #expect(lines.contains("    不成立 地方双三分之二（户数，2/3以上）"))
        #expect(lines.contains("      事实 households_yes = 266"))
    }

    @Test("every verdict, reason and fact has its words, and an answer with a verdict its sentence")
    func words() throws {
        let packs = try PolicyBook.load(folder: packsFolder)
        for found in try PolicyCase.load(folder: packsFolder) {
            let answer = try explain(found.question, found.facts, under: packs)
            for field in ["determination", "overall", "local", "statute", "quorum", "reason", "clause"] {
                // The code of a division is its own answer.
                guard let token = answer.fields[field]?.text, Int(token) == nil else { continue }
                #expect(VerdictWords.words(token) != nil, "\(found.id): \(field) \(token)")
                #expect(answer.sentence != nil, "\(found.id)")
            }
        }
        for question in RuleQuestions.book.questions {
            for fact in question.facts + Question.common {
                #expect(FactWords.words(fact.name) != nil, "\(question.name): \(fact.name)")
            }
        }
    }

    @Test("every answer's clauses stay a list of rule, clause, text and verified, and each has its relation")
    func contract() throws {
        let packs = try PolicyBook.load(folder: packsFolder)
        for found in try PolicyCase.load(folder: packsFolder) {
            let answer = try explain(found.question, found.facts, under: packs)
            for item in answer.json["because"]?.list ?? [] {
                #expect(item["rule"]?.text != nil && item["clause"]?.text != nil, "\(found.id)")
                #expect(item["text"]?.text != nil && item["verified"]?.bool != nil, "\(found.id)")
                #expect(item["relation"]?.text.flatMap(Reason.Relation.init) != nil, "\(found.id)")
            }
            let read = all(answer.reasons).contains {
                if case .parameter = $0.matter { true } else { false }
            }
            #expect(read, "\(found.id) rests on no parameter")
        }
    }

    @Test("a value that overrides, narrows or yields says so, with what it stands against")
    func relations() throws {
        let book = try PolicyBook.load(folder: packsFolder)
        func read(_ key: String, _ place: String, _ on: String) throws -> PolicyRead {
            try book.policy(for: place, on: day(on)).explained(key)
        }
        let permit = try read("permit.exempt_below", "330302", "2026-03-02")
        #expect(permit.pack == "330000")
        #expect(permit.relation == .overrides)
        #expect(permit.above.map(\.pack) == ["000000"])
        let change = try read("change.allowed_in_principle", "330302", "2026-03-02")
        #expect(change.relation == .narrows)
        let rates = try read("subsidy.rates", "330105", "2022-05-01")
        #expect(rates.pack == "330100")
        #expect(rates.relation == .supersededWhereInconsistent)
        let before = try read("subsidy.rates", "330105", "2021-05-01")
        #expect(before.pack == "330105")
        #expect(before.relation == .applies)
        let line = try read("tender.threshold.works", "330302", "2026-03-02")
        #expect(line.relation == .applies)
        #expect(line.above.isEmpty)
    }

    @Test("a refusal of several reasons is a tree: each clause with what does not hold, and what is missing")
    func refusals() throws {
        let answer = try explain(
            "lc_launch_gate", ["required": "100.00", "paid": "99.99", "documents": [1], "account": false])
        #expect(answer.json["determination"] == "blocked")
        let failing = all(answer.reasons).filter {
            if case .finding(_, false) = $0.matter { true } else { false }
        }
        #expect(failing.count > 3)
        #expect(failing.contains { !$0.under.isEmpty })
    }

    @Test("where the deciding text is not held, the tree names the key that waits for it")
    func silence() throws {
        let answer = try explain(
            "hz_subsidy_rule",
            ["district": "滨江区", "plan_entry": "2021-05-01", "completed": "1998-01-01"])
        #expect(answer.json["determination"] == "needs_source")
        let open = all(answer.reasons).contains {
            if case .parameter("subsidy.completed_by_year", nil, _) = $0.matter { true } else { false }
        }
        #expect(open, "\(answer.json)")
    }
}
