package import Values
import Yams

/// What a worked example is to a rule (用例类别): where it lets pass or applies, where it does not, where its line runs.
package enum CaseSort: String, Hashable, Sendable, CaseIterable { case positive, negative, boundary }

/// A worked example of a question, as `cases/*.yaml` of a pack hold it: facts given, answer expected.
package struct PolicyCase: Hashable, Sendable {
    package let pack: String
    package let file: String
    package let id: String
    package let question: String
    package let facts: JSON
    /// Fields of the answer that must come out so; other fields are free.
    package let expect: JSON
    /// What the case shows, with the ids of the rules it shows it of.
    package let why: String
    /// The rules of the catalogue whose yes, no or line the case is, each rule once.
    package let shows: [String: CaseSort]

    package init(
        pack: String, file: String, id: String, question: String, facts: JSON, expect: JSON, why: String,
        shows: [String: CaseSort]
    ) {
        self.pack = pack
        self.file = file
        self.id = id
        self.question = question
        self.facts = facts
        self.expect = expect
        self.why = why
        self.shows = shows
    }

    /// Reads the cases of every pack of a folder; all that is wrong comes back at once.
    package static func load(folder: String) throws(PackErrors) -> [PolicyCase] {
        var complaints = Complaints()
        var cases: [PolicyCase] = []
        for source in PackFolder(path: folder).sources(&complaints) {
            for file in source.files where file.path.hasPrefix("cases/") {
                let reader = CaseReader(pack: String(source.folder.prefix(6)), folder: source.folder)
                for found in reader.read(file, &complaints) {
                    if cases.contains(where: { $0.id == found.id }) {
                        complaints.add(Spot(file: found.file, key: found.id), "stands twice")
                    }
                    cases.append(found)
                }
            }
        }
        guard complaints.problems.isEmpty else { throw PackErrors(problems: complaints.problems) }
        return cases
    }
}

/// Reads one file of cases: a list of maps `{id, question, facts, expect}`.
struct CaseReader {
    let pack: String
    let folder: String

    func read(_ file: PackFile, _ complaints: inout Complaints) -> [PolicyCase] {
        let spot = Spot(file: folder + "/" + file.path, key: "")
        guard let root = yamlRoot(file, in: folder, &complaints) else { return [] }
        guard let items = root.items else {
            complaints.add(spot, "is not a list of cases", at: root)
            return []
        }
        return items.enumerated().compactMap { index, item in
            guard var table = YamlTable(item, at: spot.inner("[\(index)]"), &complaints) else { return nil }
            let id = table.text("id", &complaints)
            let question = table.text("question", &complaints)
            let facts = table.take("facts")
            let expect = table.take("expect")
            let why = table.take("why")?.plainText ?? ""
            let shows = shown(&table, at: Spot(file: spot.file, key: id ?? "[\(index)]"), &complaints)
            table.finish(&complaints)
            guard let id, let question else { return nil }
            let place = Spot(file: spot.file, key: id)
            let given = facts.flatMap { json($0, at: place.inner("facts"), &complaints) }
            let wanted = expect.flatMap { json($0, at: place.inner("expect"), &complaints) }
            guard let given, let wanted, given.object != nil, wanted.object != nil else {
                complaints.add(place, "has no map of facts or of what is expected", at: item)
                return nil
            }
            return PolicyCase(
                pack: pack, file: spot.file, id: id, question: question, facts: given, expect: wanted,
                why: why, shows: shows)
        }
    }

    /// `shows: {positive: [LC-02-1], boundary: [CV-16]}`; absent, the case shows no rule by itself.
    private func shown(
        _ table: inout YamlTable, at spot: Spot, _ complaints: inout Complaints
    ) -> [String: CaseSort] {
        guard let node = table.take("shows"),
            var sorts = YamlTable(node, at: spot.inner("shows"), &complaints)
        else { return [:] }
        var shown: [String: CaseSort] = [:]
        for sort in CaseSort.allCases {
            for id in sorts.take(sort.rawValue)?.items?.compactMap(\.plainText) ?? [] {
                if shown.updateValue(sort, forKey: id) != nil {
                    complaints.add(spot.inner("shows"), "names \(id) twice", at: node)
                }
            }
        }
        sorts.finish(&complaints)
        return shown
    }

    /// A YAML value as the JSON that a question takes; a bare fraction is refused, since money is text.
    private func json(_ node: Node, at spot: Spot, _ complaints: inout Complaints) -> JSON? {
        switch node {
        case .mapping(let mapping):
            var fields: [String: JSON] = [:]
            for (name, value) in mapping {
                guard let name = name.plainText else { continue }
                fields[name] = json(value, at: spot.inner(name), &complaints)
            }
            return .object(fields)
        case .sequence(let sequence):
            return .list(
                sequence.enumerated().compactMap { json($1, at: spot.inner("[\($0)]"), &complaints) })
        case .scalar:
            if node.isNull { return .null }
            if let flag = node.flag { return .bool(flag) }
            guard let bare = node.bareText else { return .text(node.plainText ?? "") }
            if let count = Int64(bare) { return .int(count) }
            if Fen(yuan: bare) != nil {
                complaints.add(spot, "is a bare fraction: money and areas are text in quotes", at: node)
            }
            return .text(bare)
        default:
            complaints.add(spot, "is neither a value nor a list nor a map", at: node)
            return nil
        }
    }
}
