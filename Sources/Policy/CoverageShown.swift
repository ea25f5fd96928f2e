import Values
import Yams

/// A test that shows one side of a rule (规则由测试证明), and the line of it that does.
package struct ShowingTest: Hashable, Sendable {
    /// The file of the test, without `.swift`.
    package let suite: String
    /// The whole title.
    package let title: String
    /// Words of its body: the code refused, the day or the sum on the line.
    package let has: [String]
}

/// How tests show a rule that no question reaches: where it lets pass, where it does not, where its line runs.
///
/// - Source: catalogue, head (“at least one positive, one negative and one boundary case”); D-185
package struct ShownRule: Sendable {
    package let id: String
    package let tests: [CaseSort: ShowingTest]
    /// Why the rule has no line between its yes and its no, being a duty that is done or not; nil where it has one.
    package let edgeless: String?
}

extension ShownRule {
    /// `{positive: {in, test}, negative: {in, test, has}, boundary: {in, test, has}}`, or `edge: none` with `why`.
    init?(_ id: String, _ node: Node, at spot: Spot, _ complaints: inout Complaints) {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        var tests: [CaseSort: ShowingTest] = [:]
        for sort in CaseSort.allCases {
            guard let found = table.take(sort.rawValue),
                var fields = YamlTable(found, at: spot.inner(sort.rawValue), &complaints)
            else { continue }
            let suite = fields.text("in", &complaints)
            let title = fields.text("test", &complaints)
            let has =
                fields.take("has").map { $0.items?.compactMap(\.plainText) ?? [$0.plainText ?? ""] } ?? []
            fields.finish(&complaints)
            guard let suite, let title else { continue }
            if sort != .positive, has.isEmpty || has.contains("") {
                complaints.add(
                    spot.inner(sort.rawValue), "does not say which line of the test shows it", at: found)
            }
            tests[sort] = ShowingTest(suite: suite, title: title, has: has)
        }
        let edge = table.take("edge")?.plainText
        let why = table.take("why")?.plainText
        table.finish(&complaints)
        if edge.map({ $0 != "none" }) ?? false { complaints.add(spot.inner("edge"), "is not none", at: node) }
        if (edge == nil) != (why ?? "").isEmpty {
            complaints.add(spot, "has edge: none and why together or neither", at: node)
        }
        if edge != nil, tests[.boundary] != nil {
            complaints.add(spot, "has a boundary and is said to have none", at: node)
        }
        self.id = id
        self.tests = tests
        edgeless = edge == nil ? nil : why
    }

    /// Reads every list of a folder by the ids of its rules; a folder that is not there holds none.
    static func load(folder: String, _ complaints: inout Complaints) -> [String: ShownRule] {
        var shown: [String: ShownRule] = [:]
        for file in PackFolder.yaml(in: folder, orNone: true, &complaints) {
            guard let root = yamlRoot(file, in: "shown", &complaints),
                var table = YamlTable(root, at: Spot(file: "shown/" + file.path, key: ""), &complaints)
            else { continue }
            for id in table.names {
                let spot = Spot(file: "shown/" + file.path, key: id)
                guard let node = table.take(id), let rule = ShownRule(id, node, at: spot, &complaints) else {
                    complaints.add(spot, "says nothing")
                    continue
                }
                if shown.updateValue(rule, forKey: id) != nil {
                    complaints.add(spot, "stands twice", at: node)
                }
            }
        }
        return shown
    }
}

/// One test as its text has it.
struct TestText: Sendable {
    let suite: String
    let title: String
    /// From `@Test` to its last brace, its arguments included.
    let body: String

    /// Whether the test may be left out of a run, or fail without being told.
    var isDisabled: Bool {
        let traits = body.firstRange(of: "func ").map { body[..<$0.lowerBound] } ?? body[...]
        return traits.contains(".disabled") || traits.contains(".enabled(if")
            || body.contains("withKnownIssue")
    }

    /// The tests of one file, each up to the brace under its `@Test`, as the formatter sets it.
    static func all(of text: String, suite: String) -> [TestText] {
        var found: [TestText] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "@Test(") {
            let before = rest[..<start.lowerBound]
            let indent = String(before.reversed().prefix { $0 == " " })
            // What does not begin its line is the text of another test.
            guard before.dropLast(indent.count).last.map({ $0 == "\n" }) ?? true else {
                rest = rest[start.upperBound...]
                continue
            }
            rest = rest[start.lowerBound...]
            let end = rest.firstRange(of: "\n" + indent + "}\n")
            let body = rest[..<(end?.upperBound ?? rest.endIndex)]
            let title = body.dropFirst("@Test(".count).drop { $0.isWhitespace }
            if title.first == "\"" {
                found.append(
                    TestText(
                        suite: suite, title: String(title.dropFirst().prefix { $0 != "\"" }),
                        body: String(body)))
            }
            rest = rest[body.endIndex...]
        }
        return found
    }
}

extension SourceIndex {
    /// What is wrong with what a list says of a test; nil where it stands in the source and holds what it is said to hold.
    func complaint(of test: ShowingTest) -> String? {
        let name = "\(test.suite): \(test.title)"
        guard let found = bodies[test.suite]?.first(where: { $0.title == test.title }) else {
            return "is shown by a test that the source does not have: \(name)"
        }
        if found.isDisabled { return "is shown by a test that may be left out: \(name)" }
        let lacking = test.has.filter { !found.body.contains($0) }
        return lacking.isEmpty ? nil : "is shown by a test that does not hold \(lacking[0]): \(name)"
    }
}

extension CoverageSheet {
    /// How many rules decide, how many of them are shown from every side, and by what.
    package func shownCount(_ cases: [PolicyCase]) -> ShownCount {
        var count = ShownCount()
        for (id, _) in rules {
            guard let placing = placings[id], placing.decides else { continue }
            count.deciding += 1
            guard unshown(placing, among: cases).isEmpty else {
                count.lacking.append(id)
                continue
            }
            if placing.questions.isEmpty { count.byTest += 1 } else { count.byQuestion += 1 }
            if shown[id]?.edgeless != nil { count.edgeless += 1 }
        }
        return count
    }

    /// The sides of a rule that neither a case nor a test shows; a rule without a line between yes and no needs none.
    package func unshown(_ placing: Placing, among cases: [PolicyCase]) -> [CaseSort] {
        guard placing.decides else { return [] }
        let rule = shown[placing.id]
        let lacking =
            placing.questions.isEmpty ? CaseSort.allCases : placing.lacksCases(among: cases)
        return lacking.filter { rule?.tests[$0] == nil && !($0 == .boundary && rule?.edgeless != nil) }
    }

    /// Everything that is wrong with the lists of tests.
    func problemsOfShown(against index: CoverageIndex) -> [(id: String, message: String)] {
        var problems: [(id: String, message: String)] = []
        for rule in shown.values.sorted(by: { $0.id < $1.id }) {
            guard let placing = placings[rule.id], placing.decides else {
                problems.append((rule.id, "is shown by tests, and decides nothing"))
                continue
            }
            if rule.edgeless != nil, index.cases.contains(where: { $0.shows[rule.id] == .boundary }) {
                problems.append((rule.id, "has a boundary case and is said to have none"))
            }
            if let negative = rule.tests[.negative], placing.kind == .enforced,
                Set(negative.has).isDisjoint(with: placing.guards)
            {
                problems.append((rule.id, "has a negative test that names none of its guards"))
            }
            if let positive = rule.tests[.positive], positive == rule.tests[.negative] {
                problems.append((rule.id, "has one line for its yes and its no"))
            }
            for sort in CaseSort.allCases {
                guard let test = rule.tests[sort], let source = index.source else { continue }
                if let complaint = source.complaint(of: test) { problems.append((rule.id, complaint)) }
            }
        }
        return problems
    }
}

/// How many rules that decide are shown from every side, and by what.
package struct ShownCount: Hashable, Sendable {
    package var deciding = 0
    /// Those that a question reaches, and those that tests alone show.
    package var byQuestion = 0
    package var byTest = 0
    /// Of both, those that have no line between yes and no.
    package var edgeless = 0
    /// The ids that lack a side.
    package var lacking: [String] = []
    package var complete: Int { byQuestion + byTest }

    package init() {}
}
