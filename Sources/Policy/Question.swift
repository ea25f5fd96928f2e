package import Values

/// A question that the rules answer for whoever asks from outside (规则问答).
///
/// It only reads its facts and words its answer: what it decides comes from the rule functions that the
/// service itself uses.
package struct Question: Sendable {
    package typealias Answering = @Sendable (Facts, Policy, WorkCalendar) throws -> Answer

    package let name: String
    package let words: Words
    package let facts: [FactSpec]
    /// The place whose rules answer where the facts name none: the country, or the one place that has the rule.
    package let place: String
    /// The fact whose day picks the version of the rules (catalogue CV-15); without it `as_of` picks.
    package let dateOfFact: String?
    /// The fact that names a place inside the jurisdiction, whose own pack answers where it has one.
    package let district: String?
    /// Verdicts that are worded otherwise after this question: to “有无利害关系” nobody answers “可以”.
    let says: [String: Words]
    package let answer: Answering

    package init(
        _ name: String, _ words: Words, place: String = Question.country, on dateOfFact: String? = nil,
        district: String? = nil, says: [String: Words] = [:], _ facts: [FactSpec], answer: @escaping Answering
    ) {
        self.name = name
        self.words = words
        self.place = place
        self.dateOfFact = dateOfFact
        self.district = district
        self.says = says
        self.facts = facts
        self.answer = answer
    }

    /// The short name of the pack that stands above all.
    package static let country = "CN"

    /// The facts that every question takes beside its own.
    package static let common = [
        FactSpec("jurisdiction", .text, optional: true), FactSpec("as_of", .day, optional: true),
    ]

    /// What the question takes, for lists and descriptions.
    package var json: JSON {
        .object([
            "question": .text(name), "title": .text(words.zh), "title_en": .text(words.en),
            "jurisdiction": .text(place), "date_of_fact": dateOfFact.map { .text($0) } ?? "as_of",
            "facts": .list((facts + Question.common).map(\.json)),
        ])
    }
}

/// What a question answers: its own fields, the clauses that they rest on, and what was found on the way.
package struct Answer: Hashable, Sendable {
    package let fields: [String: JSON]
    package let because: [Citation]
    package let holdings: [Holding]

    package init(_ fields: [String: JSON], because: [Citation], holdings: [Holding] = []) {
        self.fields = fields
        self.because = because
        self.holdings = holdings
    }

    /// A verdict in one word (catalogue CV-17), with whatever stands beside it.
    package init(
        _ determination: String, _ fields: [String: JSON] = [:], because: [Citation],
        holdings: [Holding] = []
    ) {
        self.init(
            fields.merging(["determination": .text(determination)]) { _, verdict in verdict },
            because: because, holdings: holdings)
    }

    /// `allowed` under its clauses, or `blocked` with the clauses of every reason.
    package init(_ decision: Decision, _ fields: [String: JSON] = [:]) {
        switch decision {
        case .allowed(let citations): self.init("allowed", fields, because: citations)
        case .refused(let refusals): self.init("blocked", fields, under: refusals)
        }
    }

    /// A verdict that rests on refusals, each of which says what is missing.
    package init(_ determination: String, _ fields: [String: JSON] = [:], under refusals: [Refusal]) {
        self.init(
            determination, fields, because: refusals.compactMap(\.citation),
            holdings: refusals.compactMap { Holding($0) })
    }
}

/// One fact that a question takes: its name, its form, and whether it may be left out.
package struct FactSpec: Hashable, Sendable {
    package let name: String
    package let kind: FactKind
    /// True where the fact does not always decide; it is missed only where it does.
    package let isOptional: Bool

    package init(_ name: String, _ kind: FactKind, optional: Bool = false) {
        self.name = name
        self.kind = kind
        isOptional = optional
    }

    package var json: JSON {
        .object([
            "name": .text(name), "kind": .text(kind.words.zh), "kind_en": .text(kind.words.en),
            "optional": .bool(isOptional),
        ])
    }
}

/// The form of a fact, as the contract of the questions spells it.
package indirect enum FactKind: Hashable, Sendable {
    case bool
    case int(ClosedRange<Int64>)
    case day
    /// Yuan as decimal text, not negative.
    case money
    case signedMoney
    /// ㎡ as decimal text, more than nothing.
    case area
    /// ㎡ as decimal text; nothing is nothing.
    case areaPart
    /// Two whole numbers in lowest terms, `2/3`; not negative.
    case ratio
    /// A fraction as decimal text, negative or not: `0.08`.
    case fraction
    case text
    /// Any text, even an empty one: what is examined is its form.
    case code
    case choice([String])
    case list(FactKind)
    /// Two names.
    case pair
    /// Values by name; any name where none are listed.
    case map([String], FactKind)
    case records([FactSpec])

    /// A count of days or working days.
    package static let days = FactKind.int(0...36_500)

    /// The largest sum or area that is taken: far beyond any project, and safe to multiply.
    static let limit: Int64 = 100_000_000_000_000

    /// The most entries that a list or a map may have.
    static let entries = 500
}

extension FactKind {
    /// The form in words, for whoever is told what a fact must be.
    package var words: Words {
        switch self {
        case .bool: Words("true 或 false", "true or false")
        case .int(let range):
            Words(
                "\(range.lowerBound) 至 \(range.upperBound) 的整数",
                "a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .day: Words("存在的日期，如 2026-03-01", "a day that exists, as 2026-03-01")
        case .money: Words("金额（元）文本，如 \"3842000.00\"", "yuan as decimal text, as \"3842000.00\"")
        case .signedMoney: Words("可为负的金额（元）文本", "yuan as decimal text, negative or not")
        case .area: Words("大于零的面积（㎡）文本，如 \"48000.00\"", "square metres as decimal text, as \"48000.00\"")
        case .areaPart: Words("面积（㎡）文本，如 \"32000.00\"", "square metres as decimal text, as \"32000.00\"")
        case .ratio:
            Words("约到最简的比例文本，如 \"2/3\"，不写 \"4/6\"", "a ratio in lowest terms as text: \"2/3\", not \"4/6\"")
        case .fraction: Words("小数文本，如 \"0.08\"", "a fraction as decimal text, as \"0.08\"")
        case .text: Words("非空文本", "text that is not empty")
        case .code: Words("文本", "text")
        case .choice(let choices):
            Words("其中之一：" + choices.joined(separator: " · "), "one of " + choices.joined(separator: " · "))
        case .list(let kind): Words("列表，每项为\(kind.words.zh)", "a list, each \(kind.words.en)")
        case .pair: Words("两个名称的列表", "a list of two names")
        case .map(let names, let kind):
            Words(
                "对象，\(names.isEmpty ? "名称" : names.joined(separator: " · ")) → \(kind.words.zh)",
                "an object, \(names.isEmpty ? "name" : names.joined(separator: " · ")) → \(kind.words.en)")
        case .records(let specs):
            Words(
                "列表，每项含 " + specs.map(\.name).joined(separator: "、"),
                "a list of objects of " + specs.map(\.name).joined(separator: ", "))
        }
    }
}
