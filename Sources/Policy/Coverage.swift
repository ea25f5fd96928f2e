package import Values
import Yams

/// How the product carries out one rule of the catalogue (规则落实方式).
package enum CoverageKind: String, Hashable, Sendable, CaseIterable {
    /// The database refuses what the rule forbids, whoever asks.
    case enforced
    /// A rule function computes what the rule says.
    case computed
    /// A record, paper or person that the rule asks for has its place and is asked for.
    case required
    /// A clock, a job or a list tells in time what is due.
    case notified
    /// Shown where it matters, and never a bar.
    case advised
    /// A dated value with its clause, which answers whoever asks; no verdict hangs on it.
    case parameter
    /// Software has nothing to do, for the reason given.
    case none
}

/// Where one rule of the catalogue is carried out, or why it is not.
package struct Placing: Hashable, Sendable {
    package let id: String
    package let kind: CoverageKind
    /// Keys of the packs of the rule's place.
    package let keys: [String]
    /// Keys that state the rule for whoever asks, and that nothing reads: what decides is written otherwise.
    package let states: [String]
    /// Functions and values of the source, `Type.member`.
    package let rules: [String]
    /// Codes of refusals.
    package let guards: [String]
    /// Names of policy questions.
    package let questions: [String]
    /// Titles of tests, or how they begin.
    package let tests: [String]
    package let why: String?

    /// Whether its reason says that something the catalogue asks for is not done: told as such, never passed over.
    package var isUnfinished: Bool { why.map { $0.contains("尚未实现") || $0.contains("尚无") } ?? false }

    /// What a kind cannot do without; empty where everything is there.
    var lacks: [String] {
        func has(_ lists: [String]...) -> Bool { lists.contains { !$0.isEmpty } }
        return switch kind {
        case .enforced: (has(guards) ? [] : ["guards"]) + (has(tests) ? [] : ["tests"])
        case .computed: (has(rules) ? [] : ["rules"]) + (has(tests, questions) ? [] : ["tests or questions"])
        case .required: has(rules, guards) ? [] : ["rules or guards"]
        case .notified: has(rules) ? [] : ["rules"]
        case .advised: has(rules, questions) ? [] : ["rules or questions"]
        case .parameter: has(keys) ? [] : ["keys"]
        case .none: why == nil ? ["why"] : []
        }
    }
}

/// Two texts that disagree, and how the packs settle it (规则冲突).
package struct RuleConflict: Hashable, Sendable {
    package let id: String
    package let words: Words
    package let resolution: Words
    /// The keys that hold the resolution; empty where none can.
    package let keys: [String]
}

/// The rules of the catalogue by their ids, each with its placing (规则落实表).
package struct CoverageSheet: Sendable {
    /// Every rule's id with a short statement, in the order of the catalogue.
    package let rules: [(id: String, statement: String)]
    package let placings: [String: Placing]
    package let conflicts: [RuleConflict]
    /// What the catalogue wants of software, a letter each: B block, C compute, R require, N notify, A advise, P parameter;
    /// `-` where it says nothing.
    package let letters: [String: String]
    /// The tests that show what no question reaches, by the rule.
    let shown: [String: ShownRule]

    /// Reads `ids.yaml`, `letters.yaml`, `conflicts.yaml`, the placings of every other file of a folder, and its `shown/`.
    package static func load(folder: String) throws(PackErrors) -> CoverageSheet {
        var complaints = Complaints()
        let shown = ShownRule.load(folder: folder + "/shown", &complaints)
        let sheet = CoverageSheet(PackFolder.yaml(in: folder, &complaints), shown, &complaints)
        guard complaints.problems.isEmpty else { throw PackErrors(problems: complaints.problems) }
        return sheet
    }

    private init(_ files: [PackFile], _ shown: [String: ShownRule], _ complaints: inout Complaints) {
        var rules: [(id: String, statement: String)] = []
        var placings: [String: Placing] = [:]
        var conflicts: [RuleConflict] = []
        var letters: [String: String] = [:]
        for file in files where file.path != ReviewedNumbers.file {
            let spot = Spot(file: file.path, key: "")
            guard let root = yamlRoot(file, in: "coverage", &complaints),
                let table = YamlTable(root, at: spot, &complaints)
            else { continue }
            var left = table
            for id in table.names {
                guard let node = left.take(id) else {
                    complaints.add(Spot(file: file.path, key: id), "says nothing")
                    continue
                }
                let place = Spot(file: file.path, key: id)
                switch file.path {
                case "ids.yaml":
                    if let statement = node.plainText { rules.append((id, statement)) }
                case "letters.yaml": letters[id] = node.plainText
                case "conflicts.yaml":
                    if let found = RuleConflict(id, node, at: place, &complaints) { conflicts.append(found) }
                default:
                    guard let found = Placing(id, node, at: place, &complaints) else { continue }
                    if placings[id] != nil { complaints.add(place, "is placed twice", at: node) }
                    placings[id] = found
                }
            }
        }
        self.rules = rules
        self.placings = placings
        self.conflicts = conflicts
        self.letters = letters
        self.shown = shown
    }

    /// The place whose packs hold a rule's keys, by its short name; nil where any pack may.
    package static func place(of id: String) -> String? {
        let group = group(of: id)
        return ["GS", "HZ", "XH", "LC", "YY"].contains(group) ? group : nil
    }

    /// The part of the catalogue that a rule stands in: a place, the conventions, the law, the conflicts.
    package static func group(of id: String) -> String {
        let head = String(id.prefix { $0.isLetter })
        return groups.contains(head) ? head : "CN"
    }

    /// The parts in the order in which they are told.
    package static let groups = ["CV", "GS", "HZ", "XH", "LC", "YY", "CN", "K"]
}

extension Placing {
    init?(_ id: String, _ node: Node, at spot: Spot, _ complaints: inout Complaints) {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let name = table.text("kind", &complaints)
        keys = table.list("keys", &complaints)
        states = table.list("states", &complaints)
        rules = table.list("rules", &complaints)
        guards = table.list("guards", &complaints)
        questions = table.list("questions", &complaints)
        tests = table.list("tests", &complaints)
        why = table.take("why")?.plainText
        table.finish(&complaints)
        guard let name else { return nil }
        guard let kind = CoverageKind(rawValue: name) else {
            let known = CoverageKind.allCases.map(\.rawValue).joined(separator: ", ")
            complaints.add(spot.inner("kind"), "is none of \(known): \(name)", at: node)
            return nil
        }
        self.id = id
        self.kind = kind
    }
}

extension RuleConflict {
    init?(_ id: String, _ node: Node, at spot: Spot, _ complaints: inout Complaints) {
        guard var table = YamlTable(node, at: spot, &complaints) else { return nil }
        let zh = table.text("zh", &complaints)
        let en = table.text("en", &complaints)
        let resolution = table.text("resolution", &complaints)
        let resolutionEn = table.text("resolution_en", &complaints)
        keys = table.list("keys", &complaints)
        table.finish(&complaints)
        guard let zh, let en, let resolution, let resolutionEn else { return nil }
        self.id = id
        words = Words(zh, en)
        self.resolution = Words(resolution, resolutionEn)
    }
}

extension YamlTable {
    /// A list of texts; absent is empty.
    fileprivate mutating func list(_ name: String, _ complaints: inout Complaints) -> [String] {
        guard let node = take(name) else { return [] }
        let texts = node.items?.compactMap(\.plainText) ?? []
        if texts.isEmpty || texts.count != node.items?.count {
            complaints.add(spot.inner(name), "is not a list of texts", at: node)
        }
        return texts
    }
}
