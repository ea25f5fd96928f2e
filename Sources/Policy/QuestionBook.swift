package import Values

/// Why a question is not answered at all: it, its facts, or the packs are not as they must be.
package enum QuestionFault: Error, Hashable, Sendable {
    case unknownQuestion(String)
    case facts([FactProblem])
    /// The packs contradict the program: a fault of theirs, not of the question.
    case packs(PolicyFault)

    package var code: String {
        switch self {
        case .unknownQuestion: "question_unknown"
        case .facts: "facts_refused"
        case .packs(let fault): fault.code
        }
    }

    package var words: Words {
        switch self {
        case .unknownQuestion(let name): Words("没有问题 \(name)", "there is no question \(name)")
        case .facts(let problems):
            Words(
                problems.map(\.words.zh).joined(separator: "；"),
                problems.map(\.words.en).joined(separator: "; "))
        case .packs(let fault): fault.words
        }
    }

    package var json: JSON {
        var fields: [String: JSON] = [
            "code": .text(code), "detail": .text(words.zh), "detail_en": .text(words.en),
        ]
        if case .facts(let problems) = self { fields["facts"] = .list(problems.map(\.json)) }
        return .object(fields)
    }
}

/// The questions that are answered, by name (规则问答目录).
package struct QuestionBook: Sendable {
    package let questions: [Question]
    private let byName: [String: Question]

    package init(_ questions: [Question]) {
        self.questions = questions
        byName = Dictionary(questions.map { ($0.name, $0) }) { first, _ in first }
    }

    package subscript(name: String) -> Question? { byName[name] }

    /// The short names of places that questions may name, whether their packs are held or not.
    package static let jurisdictions: Set<String> = ["GS", "XH", "HZ", "LC", "YY"]

    /// Names that an answer uses itself, and no lot or unit may have.
    package static let reserved: Set<String> = [
        "because", "packs", "binding", "determination", "id", "notes", "sentence", "sentence_en",
        "date_of_fact",
    ]

    /// The key whose clause says that a year's working days follow its notice.
    static let calendarRule = "period.workdays_follow_the_notice"

    /// The answer as one object: the question's fields, and always `because`, `packs` and `binding`.
    ///
    /// What no text decides, and what needs a calendar that is not published, is answered so (catalogue CV-07,
    /// CV-17); nothing is guessed.
    package func ask(
        _ name: String, _ facts: JSON, under book: PolicyBook, today: BusinessDay
    ) throws(QuestionFault) -> JSON {
        try explain(name, facts, under: book, today: today).json
    }

    /// The answer with its reasons as a tree.
    package func explain(
        _ name: String, _ facts: JSON, under book: PolicyBook, today: BusinessDay
    ) throws(QuestionFault) -> ReasonedAnswer {
        guard let question = byName[name] else { throw .unknownQuestion(name) }
        guard let object = facts.object else {
            throw .facts([.malformed("facts", Words("JSON 对象", "a JSON object"))])
        }
        var problems = FactSpec.problems(of: object, taking: question.facts + Question.common)
        let given = object["jurisdiction"]?.text
        let day = question.day(of: object) ?? today
        let found: Jurisdiction
        do {
            found = try book.jurisdiction(given ?? question.place, on: day)
        } catch {
            throw .packs(error)
        }
        var place: String?
        switch found {
        case .held(let code): place = code
        case .silent: break
        case .gone(let words): problems.append(FactProblem("jurisdiction", .malformed, words))
        case .unknown:
            if let given, !given.isEmpty {
                let known = book.known
                let wanted = Words("已收录政策包的地区：\(known.zh)", "a place whose pack is held: \(known.en)")
                problems.append(.malformed("jurisdiction", wanted))
            }
        }
        guard problems.isEmpty else { throw .facts(problems) }
        guard let place else { return .silence(of: given ?? question.place, facts: object) }
        let nearer = question.district.flatMap { object[$0]?.text }.flatMap {
            book.place(called: $0, within: place)
        }
        let policy: Policy
        do {
            policy = try book.policy(for: nearer ?? place, on: day)
        } catch {
            throw .packs(error)
        }
        let trace = PolicyTrace()
        let answer = try answer(
            question, Facts(object), under: policy.traced(by: trace), called: book.name(of: nearer ?? place),
            isPlaceGiven: given != nil)
        let reads = trace.reads
        let cited = Set(answer.because.map(\.rule) + reads.map(\.citation.rule))
        let notes: [JSON]
        do {
            let asked = object["as_of"]?.text.flatMap { BusinessDay(iso: $0) } ?? today
            notes = try VersionNotes.notes(under: policy, citing: cited, askedOn: asked, in: book)
        } catch {
            throw .packs(error)
        }
        let isAhead = question.dateOfFact.flatMap { object[$0]?.text }.flatMap { BusinessDay(iso: $0) }.map {
            today < $0
        }
        return ReasonedAnswer(
            answer, facts: object, reads: reads, notes: notes, isAhead: isAhead ?? false,
            of: question, passedOver: object["as_of"]?.text.map { $0 != day.description } ?? false,
            under: policy)
    }

    private func answer(
        _ question: Question, _ facts: Facts, under policy: Policy, called name: Words?, isPlaceGiven: Bool
    ) throws(QuestionFault) -> Answer {
        do {
            return try question.answer(facts, policy, policy.calendar)
        } catch let errors as FactErrors {
            throw .facts(errors.problems)
        } catch let unloaded as WorkCalendar.NotLoaded {
            let rule = (try? policy.value(QuestionBook.calendarRule))?.citation
            return Answer(
                "calendar_not_loaded", ["year": .int(Int64(unloaded.year))], because: rule.map { [$0] } ?? [])
        } catch let fault as PolicyFault {
            // What differs from place to place is not asked of the country: the place is what is missing.
            if case .keyMissing = fault, !isPlaceGiven, question.place == Question.country {
                throw .facts([.placeMissing])
            }
            guard let silence = Answer(fault, in: name) else { throw .packs(fault) }
            return silence
        } catch {
            throw .packs(.wrongKind(key: question.name, expected: .records))
        }
    }
}

/// An answer with the tree of its reasons (附理由的答复).
package struct ReasonedAnswer: Sendable {
    package let fields: [String: JSON]
    package let reasons: [Reason]
    /// The keys of the packs that were read for it.
    package let keys: [String]
    private let facts: [String: JSON]
    private let packs: [PackReference]
    private let binding: Bool
    /// What is to be known of the texts; told only where there is something.
    private let notes: [JSON]
    /// The verdict as a sentence; nil where figures alone answer.
    package let sentence: Words?

    init(
        _ answer: Answer, facts: [String: JSON], reads: [PolicyRead], notes: [JSON], isAhead: Bool,
        of question: Question, passedOver: Bool, under policy: Policy
    ) {
        self.notes = notes
        var fields = answer.fields
        // What has not happened yet is answered by the rules that are known now.
        if isAhead, fields["provisional"] == nil { fields["provisional"] = true }
        // The fact's own day picks the rules, and says so where another was asked for.
        if passedOver { fields["date_of_fact"] = .text(policy.day.description) }
        self.fields = fields
        sentence = VerdictWords.sentence(fields, to: question)
        keys = reads.map(\.key)
        reasons = Reason.tree(of: answer.because, reading: reads, finding: answer.holdings)
        self.facts = facts
        packs = policy.packs
        binding = policy.binding
    }

    private init(silentOn place: String, facts: [String: JSON]) {
        fields = ["determination": "needs_source", "needs": .text(place)]
        sentence = VerdictWords.words("needs_source")
        (reasons, keys, self.facts, packs, binding, notes) = ([], [], facts, [], false, [])
    }

    /// The answer where no pack of a place is held: neither its neighbour's nor its parent's is used instead.
    ///
    /// - Source: catalogue CV-17
    static func silence(of place: String, facts: [String: JSON]) -> ReasonedAnswer {
        ReasonedAnswer(silentOn: place, facts: facts)
    }

    /// One object: the question's fields, and always `because`, `packs` and `binding`; what a clause rests on in its
    /// turn stands under it.
    package var json: JSON {
        var all = fields
        all["because"] = .list(reasons.map(\.json))
        all["packs"] = .list(packs.map(\.answer))
        all["binding"] = .bool(binding)
        if !notes.isEmpty { all["notes"] = .list(notes) }
        if let sentence {
            all["sentence"] = .text(sentence.zh)
            all["sentence_en"] = .text(sentence.en)
        }
        return .object(all)
    }

    /// The same as indented lines: the verdict, the facts that were given, and the tree.
    package var lines: [String] {
        let verdict = fields["determination"]?.text ?? fields["overall"]?.text
        let rest = fields.filter { !["determination", "reasons", "tests"].contains($0.key) }
        let given = facts.sorted { $0.key < $1.key }.map { Reason(.fact(name: $0.key, value: $0.value)) }
        let said = sentence?.zh ?? verdict ?? "见下"
        return ["结论 " + said + (binding ? "" : "（不具约束力）")]
            + rest.sorted { $0.key < $1.key }.map { field, value in
                let shown = value.text.flatMap { VerdictWords.words($0)?.zh } ?? Reason.shown(value)
                return "  \(VerdictWords.name(field)?.zh ?? field) = \(shown)"
            }
            + notes.map { "  提示 \($0["document"]?.text ?? "")：\($0["note"]?.text ?? "")" }
            + (given + reasons).flatMap { $0.lines(indent: 1) }
    }
}

extension Question {
    /// The day whose rules answer: that of the fact (catalogue CV-15), else the day asked for.
    fileprivate func day(of facts: [String: JSON]) -> BusinessDay? {
        for name in [dateOfFact, "as_of"] {
            if let day = name.flatMap({ facts[$0]?.text }).flatMap({ BusinessDay(iso: $0) }) { return day }
        }
        return nil
    }
}

extension Answer {
    /// The answer where the packs are silent; nil where they are wrong.
    ///
    /// A text that decides and is not held is another thing than a place that has no such rule: of the latter there is
    /// nothing to look for.
    ///
    /// - Source: catalogue CV-17, CV-07
    init?(_ fault: PolicyFault, in name: Words?) {
        switch fault {
        case .needsSource(let key, let document, let citation):
            self.init(
                "needs_source", ["key": .text(key), "needs": .text(citation?.document ?? document)],
                because: citation.map { [$0] } ?? [])
        case .keyMissing(let key, let place):
            let name = name ?? Words(place, place)
            self.init(
                "no_rule_here",
                [
                    "key": .text(key), "place": .text(place),
                    "detail": .text("\(name.zh)（\(place)）的政策包没有这项规定，不是缺少文件"),
                    "detail_en": .text(
                        "the packs of \(name.en) (\(place)) have no such rule; no text is missing"),
                ], because: [])
        case .notInForce(let key, _, _): self.init("rule_not_in_force", ["key": .text(key)], because: [])
        case .calendarNotLoaded(let year):
            self.init("calendar_not_loaded", ["year": .int(Int64(year))], because: [])
        case .wrongKind, .fieldMissing, .placeUnknown, .editionUnknown: return nil
        }
    }
}

extension PackReference {
    /// The pack as an answer names it: its version is the hash over its files.
    var answer: JSON {
        .object([
            "id": .text(id), "version": .text(version), "hash": .text("sha256:" + version),
            "status": .text(status.rawValue),
        ])
    }
}
