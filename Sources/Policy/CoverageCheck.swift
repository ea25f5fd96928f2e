import Values

/// What the product has, for holding the placings against it.
package struct CoverageIndex: Sendable {
    /// Keys by the short name of the place whose packs have them.
    package let keys: [String: Set<String>]
    /// Short names of the places above each, by its short name.
    package let above: [String: [String]]
    package let guards: Set<String>
    package let questions: Set<String>
    /// The worked cases of the packs.
    package let cases: [PolicyCase]
    /// Nil where the source is not at hand: functions and tests are then taken on trust.
    package let source: SourceIndex?

    package init(
        keys: [String: Set<String>], guards: Set<String>, questions: Set<String>, cases: [PolicyCase],
        source: SourceIndex?, above: [String: [String]] = [:]
    ) {
        self.keys = keys
        self.above = above
        self.cases = cases
        self.guards = guards
        self.questions = questions
        self.source = source
    }

    /// The keys of every place that has a pack.
    package init(
        _ book: PolicyBook, guards: Set<String>, questions: Set<String>, cases: [PolicyCase],
        source: SourceIndex?
    ) throws(PolicyFault) {
        var keys: [String: Set<String>] = [:]
        var above: [String: [String]] = [:]
        for place in book.places {
            let day = book.calendar.loadedYears.upperBound
            guard let last = BusinessDay(year: day, month: 12, day: 31) else { continue }
            let policy = try book.policy(for: place, on: last)
            keys[book.short(of: place) ?? place] = Set(policy.keys)
            above[book.short(of: place) ?? place] = policy.packs.dropFirst().compactMap {
                book.short(of: $0.id)
            }
        }
        self.init(
            keys: keys, guards: guards, questions: questions, cases: cases, source: source, above: above)
    }

    func has(key: String, in place: String?) -> Bool {
        if let place { return keys[place]?.contains(key) == true }
        return keys.values.contains { $0.contains(key) }
    }
}

/// The types, members, test titles and reads of keys of a source tree, as its text has them.
package struct SourceIndex: Sendable {
    private var members: [String: Set<String>] = [:]
    private var titles: [String] = []
    /// The tests by their files.
    private(set) var bodies: [String: [TestText]] = [:]
    /// The keys of the packs that code, statements and other items of the packs read.
    package var reads = KeyReads()

    package init() {}

    /// Takes one file in: its declarations, or its tests with their titles, under the name of the file.
    package mutating func add(_ text: String, suite: String = "") {
        let tests = TestText.all(of: text, suite: suite)
        if !tests.isEmpty { bodies[suite, default: []] += tests }
        var types: Set<String> = []
        var names: Set<String> = []
        for line in text.split(separator: "\n") where !line.drop(while: \.isWhitespace).hasPrefix("//") {
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            if words.first == "case" { names.formUnion(words.dropFirst().map(String.init)) }
            for (word, next) in zip(words, words.dropFirst()) {
                switch word {
                case "enum", "struct", "class", "actor", "extension", "protocol": types.insert(String(next))
                case "func", "let", "var": names.insert(String(next))
                default: continue
                }
            }
        }
        for type in types { members[type, default: []].formUnion(names.union(types)) }
        var rest = text[...]
        while let start = rest.firstRange(of: "@Test(") {
            rest = rest[start.upperBound...].drop { $0.isWhitespace }
            guard rest.first == "\"" else { continue }
            let title = rest.dropFirst().prefix { $0 != "\"" }
            titles.append(String(title))
            rest = rest[title.endIndex...]
        }
    }

    /// True where some file declares the type and, with `Type.member`, the member beside it.
    func declares(_ rule: String) -> Bool {
        let parts = rule.split(separator: ".").map(String.init)
        guard let first = parts.first, let found = members[first] else { return false }
        return parts.count == 1 || parts.count == 2 && found.contains(parts[1])
    }

    func tests(_ title: String) -> Bool { titles.contains { $0.hasPrefix(title) } }
}

extension CoverageKind {
    /// Whether the product does something about a rule of this kind.
    fileprivate var acts: Bool { self != .parameter && self != .none }
}

extension Placing {
    /// Whether the product itself says yes or no by the rule, or computes it.
    var decides: Bool { kind == .computed || kind == .enforced }

    /// The sorts of cases that a rule lacks which a question reaches; a yes and a no with one answer are none.
    func lacksCases(among cases: [PolicyCase]) -> [CaseSort] {
        guard decides, !questions.isEmpty else { return [] }
        let own = CaseSort.allCases.map { sort in (sort, cases.filter { $0.shows[id] == sort }) }
        var lacking = own.filter { $0.1.isEmpty }.map { $0.0 }
        let answers = own.prefix(2).map { Set($0.1.map { [$0.question: $0.expect] }) }
        if lacking.isEmpty, answers[0] == answers[1] { lacking = [.negative] }
        return lacking
    }
}

extension CoverageSheet {
    /// Everything that is wrong with the placings; empty where each id is placed and all that is named is there.
    package func problems(against index: CoverageIndex) -> [PackProblem] {
        let known = Set(rules.map(\.id))
        var problems: [PackProblem] = []
        func add(_ id: String, _ message: String) {
            problems.append(PackProblem(file: "coverage", line: nil, key: id, message: message))
        }
        for id in known where rules.filter({ $0.id == id }).count > 1 { add(id, "stands twice in the list") }
        for (id, _) in rules where placings[id] == nil { add(id, "is not placed") }
        for placing in placings.values.sorted(by: { $0.id < $1.id }) {
            let id = placing.id
            if !known.contains(id) { add(id, "is not in the list of rules") }
            for lacking in placing.lacks { add(id, "is \(placing.kind.rawValue) without \(lacking)") }
            for key in placing.keys + placing.states
            where !index.has(key: key, in: CoverageSheet.place(of: id)) {
                add(id, "names a key that the packs do not have: \(key)")
            }
            for code in placing.guards where !index.guards.contains(code) {
                add(id, "names a guard that nobody knows: \(code)")
            }
            for name in placing.questions where !index.questions.contains(name) {
                add(id, "names a question that nobody answers: \(name)")
            }
            for lacking in unshown(placing, among: index.cases) {
                let by = placing.questions.isEmpty ? "decides" : "is reached by a question"
                add(id, "\(by) without a \(lacking.rawValue) case")
            }
            guard let source = index.source else { continue }
            for key in placing.keys where placing.decides && !source.reads.reads(key) {
                add(id, "is \(placing.kind.rawValue) by a key that nothing reads: \(key)")
            }
            for rule in placing.rules where !source.declares(rule) {
                add(id, "names a function that the source does not have: \(rule)")
            }
            for title in placing.tests where !source.tests(title) {
                add(id, "names a test that the source does not have: \(title)")
            }
        }
        for (id, message) in problemsOfShown(against: index) { add(id, message) }
        for (id, letter) in letters.sorted(by: { $0.key < $1.key }) {
            if !known.contains(id) { add(id, "has a letter and is not in the list of rules") }
            guard let placing = placings[id], placing.why == nil, !placing.kind.acts else { continue }
            let wanted = letter.filter { "BCRN".contains($0) }
            if !wanted.isEmpty {
                add(id, "is \(wanted) in the catalogue, and \(placing.kind.rawValue) without why")
            }
        }
        for id in known.sorted() where letters[id] == nil { add(id, "has no letter") }
        let settled = Set(conflicts.map(\.id))
        for (id, _) in rules where CoverageSheet.group(of: id) == "K" && !settled.contains(id) {
            add(id, "is a conflict without its resolution")
        }
        for conflict in conflicts {
            if !known.contains(conflict.id) { add(conflict.id, "is not in the list of rules") }
            for key in conflict.keys where !index.has(key: key, in: nil) {
                add(conflict.id, "names a key that the packs do not have: \(key)")
            }
        }
        return problems
    }

    /// How many rules of each part are of each kind, in the order of `groups` and of the kinds.
    package func counts() -> [(group: String, counts: [Int])] {
        CoverageSheet.groups.map { group in
            let placed = rules.filter { CoverageSheet.group(of: $0.id) == group }.compactMap {
                placings[$0.id]
            }
            return (group, CoverageKind.allCases.map { kind in placed.count { $0.kind == kind } })
        }
    }

    /// How many rules of each kind hold in each place that has rules of its own: its own, those of the places above it,
    /// the country's, the conventions and the conflicts.
    package func countsByPlace(_ index: CoverageIndex) -> [(group: String, counts: [Int])] {
        index.keys.keys.sorted().filter { CoverageSheet.place(of: $0) != nil }.map { place in
            let parts = Set(["CV", "CN", "K", place] + (index.above[place] ?? []))
            let held = rules.filter { parts.contains(CoverageSheet.group(of: $0.id)) }.compactMap {
                placings[$0.id]
            }
            return (place, CoverageKind.allCases.map { kind in held.count { $0.kind == kind } })
        }
    }
}
