package import Values

/// One fact that cannot be used: which, and what is the matter with it.
package struct FactProblem: Hashable, Sendable {
    package enum Matter: String, Hashable, Sendable { case missing, malformed, unknown }

    /// The fact's name, and where in it: `lots[0].estimate`.
    package let fact: String
    package let matter: Matter
    package let words: Words

    package init(_ fact: String, _ matter: Matter, _ words: Words) {
        self.fact = fact
        self.matter = matter
        self.words = words
    }

    package static func missing(_ fact: String) -> FactProblem {
        FactProblem(fact, .missing, Words("缺少 \(fact)", "\(fact) is missing"))
    }

    /// The place is not told, and the country as a whole has no rule.
    static let placeMissing = FactProblem(
        "jurisdiction", .missing,
        Words(
            "缺少 jurisdiction：这项规定因地而异，请写明地区",
            "jurisdiction is missing: the rule differs from place to place"))

    package static func malformed(_ fact: String, _ wanted: Words) -> FactProblem {
        FactProblem(fact, .malformed, Words("\(fact) 应为：\(wanted.zh)", "\(fact) must be \(wanted.en)"))
    }

    package static func unknown(_ fact: String) -> FactProblem {
        FactProblem(fact, .unknown, Words("没有 \(fact) 这个事实", "there is no fact \(fact)"))
    }

    package var json: JSON {
        .object([
            "fact": .text(fact), "problem": .text(matter.rawValue), "detail": .text(words.zh),
            "detail_en": .text(words.en),
        ])
    }
}

/// The facts that cannot be used, all that were found at once.
package struct FactErrors: Error, Hashable, Sendable {
    package let problems: [FactProblem]

    package init(_ problems: [FactProblem]) {
        self.problems = problems
    }
}

/// The facts of one question, read by name; what is absent or of another form throws and names it.
package struct Facts: Sendable {
    private let object: [String: JSON]
    /// What stands before the names: `lots[0].` inside a list.
    private let path: String

    package init(_ object: [String: JSON], at path: String = "") {
        self.object = object
        self.path = path
    }

    package func has(_ name: String) -> Bool { object[name].map { $0 != .null } ?? false }

    /// True where the fact is given at all, be it as null.
    package func isGiven(_ name: String) -> Bool { object[name] != nil }

    package func bool(_ name: String) throws(FactErrors) -> Bool {
        try read(name, as: .bool) { $0.bool }
    }

    package func int(_ name: String) throws(FactErrors) -> Int64 {
        try read(name, as: .int(.min ... .max)) { $0.int }
    }

    package func count(_ name: String) throws(FactErrors) -> Int {
        try read(name, as: .days) { $0.int.flatMap { Int(exactly: $0) } }
    }

    package func day(_ name: String) throws(FactErrors) -> BusinessDay {
        try read(name, as: .day) { $0.text.flatMap { BusinessDay(iso: $0) } }
    }

    package func fen(_ name: String) throws(FactErrors) -> Fen {
        try read(name, as: .money) { $0.text.flatMap { Fen(yuan: $0) } }
    }

    package func area(_ name: String) throws(FactErrors) -> Area {
        try read(name, as: .area) { $0.text.flatMap { Area(squareMetres: $0) } }
    }

    package func ratio(_ name: String) throws(FactErrors) -> Ratio {
        try read(name, as: .ratio) { $0.text.flatMap { Ratio($0) } }
    }

    package func text(_ name: String) throws(FactErrors) -> String {
        try read(name, as: .text) { $0.text }
    }

    package func texts(_ name: String) throws(FactErrors) -> [String] {
        try read(name, as: .list(.text)) { value in
            guard let list = value.list else { return nil }
            let texts = list.compactMap(\.text)
            return texts.count == list.count ? texts : nil
        }
    }

    package func ints(_ name: String) throws(FactErrors) -> [Int64] {
        try read(name, as: .list(.int(.min ... .max))) { value in
            guard let list = value.list else { return nil }
            let ints = list.compactMap(\.int)
            return ints.count == list.count ? ints : nil
        }
    }

    package func pairs(_ name: String) throws(FactErrors) -> [(String, String)] {
        try read(name, as: .list(.pair)) { value in
            guard let list = value.list else { return nil }
            let pairs = list.compactMap { pair -> (String, String)? in
                guard let names = pair.list, names.count == 2, let one = names[0].text,
                    let other = names[1].text
                else { return nil }
                return (one, other)
            }
            return pairs.count == list.count ? pairs : nil
        }
    }

    /// Sums by name.
    package func sums(_ name: String) throws(FactErrors) -> [String: Fen] {
        try read(name, as: .map([], .money)) { value in
            guard let object = value.object else { return nil }
            let sums = object.compactMapValues { $0.text.flatMap { Fen(yuan: $0) } }
            return sums.count == object.count ? sums : nil
        }
    }

    /// Texts by name.
    package func textsByName(_ name: String) throws(FactErrors) -> [String: String] {
        try read(name, as: .map([], .text)) { value in
            guard let object = value.object else { return nil }
            let texts = object.compactMapValues(\.text)
            return texts.count == object.count ? texts : nil
        }
    }

    package func records(_ name: String) throws(FactErrors) -> [Facts] {
        let objects: [[String: JSON]] = try read(name, as: .records([])) { value in
            guard let list = value.list else { return nil }
            let objects = list.compactMap(\.object)
            return objects.count == list.count ? objects : nil
        }
        return objects.enumerated().map { Facts($1, at: "\(path)\(name)[\($0)].") }
    }

    /// Says of a fact that its value cannot be, though its form is right.
    package func refuse(_ name: String, _ words: Words) -> FactErrors {
        FactErrors([FactProblem(path + name, .malformed, words)])
    }

    private func read<Value>(
        _ name: String, as kind: FactKind, _ convert: (JSON) -> Value?
    ) throws(FactErrors) -> Value {
        guard let value = object[name], value != .null else { throw FactErrors([.missing(path + name)]) }
        guard let found = convert(value) else {
            throw FactErrors([.malformed(path + name, kind.words)])
        }
        return found
    }
}

extension FactKind {
    /// Everything that is the matter with a value of this form, at its place.
    func problems(of value: JSON, at place: String) -> [FactProblem] {
        switch self {
        case .list(let kind):
            guard let list = value.list, list.count <= FactKind.entries else { break }
            return list.enumerated().flatMap { kind.problems(of: $1, at: "\(place)[\($0)]") }
        case .map(let names, let kind):
            guard let object = value.object, object.count <= FactKind.entries else { break }
            return object.sorted { $0.key < $1.key }.flatMap { name, value in
                names.isEmpty || names.contains(name)
                    ? kind.problems(of: value, at: "\(place).\(name)") : [.unknown("\(place).\(name)")]
            }
        case .records(let specs):
            guard let list = value.list, list.count <= FactKind.entries else { break }
            return list.enumerated().flatMap { index, item in
                guard let object = item.object else {
                    return [FactProblem.malformed("\(place)[\(index)]", words)]
                }
                return FactSpec.problems(of: object, taking: specs, at: "\(place)[\(index)].")
            }
        default:
            if holds(value) { return [] }
        }
        return [.malformed(place, words)]
    }

    /// Whether one value by itself has the form.
    private func holds(_ value: JSON) -> Bool {
        func within(_ amount: Int64?, _ range: ClosedRange<Int64>) -> Bool {
            amount.map(range.contains) ?? false
        }
        switch self {
        case .bool: return value.bool != nil
        case .int(let range): return within(value.int, range)
        case .day: return value.text.flatMap { BusinessDay(iso: $0) } != nil
        case .money: return within(value.text.flatMap { Fen(yuan: $0)?.amount }, 0...FactKind.limit)
        case .signedMoney:
            return within(value.text.flatMap { Fen(yuan: $0)?.amount }, -FactKind.limit...FactKind.limit)
        case .area:
            return within(value.text.flatMap { Area(squareMetres: $0)?.hundredths }, 1...FactKind.limit)
        case .areaPart:
            return within(value.text.flatMap { Area(squareMetres: $0)?.hundredths }, 0...FactKind.limit)
        case .ratio:
            // In lowest terms, so that one ratio has one text: 4/6 is 2/3, or a slip of the pen.
            guard let text = value.text, let ratio = Ratio(text), ratio.numerator >= 0 else { return false }
            return text == "\(ratio.numerator)/\(ratio.denominator)"
                || ratio.denominator == 1 && text == "\(ratio.numerator)"
        case .fraction:
            return value.text.map { !$0.contains("/") && Ratio($0) != nil && $0.last != "." } ?? false
        case .text: return value.text.map { !$0.isEmpty } ?? false
        case .code: return value.text != nil
        case .choice(let choices): return value.text.map(choices.contains) ?? false
        case .pair:
            return value.list.map { $0.count == 2 && $0.allSatisfy { $0.text?.isEmpty == false } } ?? false
        case .list, .map, .records: return false
        }
    }
}

extension FactSpec {
    /// What is missing, malformed or unknown among the facts given for these, all at once.
    static func problems(
        of object: [String: JSON], taking specs: [FactSpec], at path: String = ""
    ) -> [FactProblem] {
        var problems: [FactProblem] = []
        for spec in specs {
            switch object[spec.name] {
            case nil: if !spec.isOptional { problems.append(.missing(path + spec.name)) }
            case .null? where spec.isOptional: break
            case let value?: problems += spec.kind.problems(of: value, at: path + spec.name)
            }
        }
        let known = Set(specs.map(\.name))
        return problems + object.keys.filter { !known.contains($0) }.sorted().map { .unknown(path + $0) }
    }
}
