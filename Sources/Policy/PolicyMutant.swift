package import Values

/// One number of a pack as it would be after a slip of one unit (变异): a fen, a day, a part of the whole.
///
/// What the packs are worth as data depends on such a slip being found: by its clause's words, which
/// `yanshoud policy check` holds it against, or by a worked case that comes out otherwise.
package struct PolicyMutant: Sendable {
    package let pack: String
    package let file: String
    package let key: String
    /// First day of the entry; nil where it has none.
    package let from: BusinessDay?
    /// `record.field`; empty where the key itself holds the number.
    package let field: String
    package let before: PolicyValue
    package let after: PolicyValue
    /// Whether the check of the packs refuses the change, for the words of the clause do not say the number.
    package let isRefused: Bool
    let rule: KeyRule

    /// How the list of reviewed numbers names it: the same for both ways in which it may slip, with its first day where
    /// the key has more than one entry.
    package var name: String {
        let path = ([pack + " " + key] + (field.isEmpty ? [] : [field])).joined(separator: ".")
        return path + (rule.periods.count > 1 ? from.map { "@\($0)" } ?? "" : "")
    }
}

extension PolicyBook {
    /// Every number that a pack writes itself, changed by one unit up and one down; nothing falls below nought.
    package var mutants: [PolicyMutant] {
        currentPacks.flatMap { pack in
            pack.keys.sorted { $0.key < $1.key }.flatMap { key, rule in
                rule.periods.indices.flatMap { rule.mutants(of: $0, under: key, in: pack.id) }
            }
        }
    }

    /// The same book with the slip in it.
    package func with(_ mutant: PolicyMutant) -> PolicyBook {
        replacing(mutant.rule, under: mutant.key, of: mutant.pack)
    }
}

extension KeyRule {
    fileprivate func mutants(of index: Int, under key: String, in pack: String) -> [PolicyMutant] {
        guard case .value(let value, let citation) = periods[index].content else { return [] }
        func mutant(_ changed: PolicyValue, _ field: String, _ before: PolicyValue, _ after: PolicyValue)
            -> PolicyMutant
        {
            var all = periods
            all[index] = Period(
                from: all[index].from, to: all[index].to, content: .value(changed, citation),
                relation: all[index].relation)
            let known = Set(QuotedNumber.unsaid(in: value, citedBy: citation))
            return PolicyMutant(
                pack: pack, file: file, key: key, from: periods[index].from, field: field, before: before,
                after: after,
                isRefused: !known.isSuperset(of: QuotedNumber.unsaid(in: changed, citedBy: citation)),
                rule: KeyRule(file: file, line: line, kind: kind, periods: all))
        }
        guard case .records(let records) = value else {
            return value.slipped.map { mutant($0, "", value, $0) }
        }
        return records.indices.flatMap { place in
            let record = records[place]
            return record.fields.sorted { $0.key < $1.key }.flatMap { name, before in
                before.slipped.map { after in
                    var changed = records
                    changed[place] = PolicyRecord(
                        id: record.id, fields: record.fields.merging([name: after]) { $1 },
                        citation: record.citation)
                    return mutant(.records(changed), record.id + "." + name, before, after)
                }
            }
        }
    }
}

extension PolicyValue {
    /// The number one unit off, both ways; empty for what is no number.
    fileprivate var slipped: [PolicyValue] {
        switch self {
        case .int(let count): [count - 1, count + 1].filter { $0 >= 0 }.map { .int($0) }
        case .money(let fen):
            [fen.amount - 1, fen.amount + 1].filter { $0 >= 0 }.map { .money(Fen($0)) }
        case .ratio(let ratio):
            [ratio.numerator - 1, ratio.numerator + 1].compactMap { Ratio($0, ratio.denominator) }
                .filter { $0.numerator >= 0 }.map { .ratio($0) }
        case .bool, .text, .texts, .records: []
        }
    }
}

/// The numbers that neither the words of a clause nor a case hold, each as somebody read it a second time (复核清单).
///
/// Numbers of the platform's own, numbers whose text is not held, and numbers that only guards of the database read: a
/// pack that says another than the list is told, so that both are changed on purpose or neither is.
package struct ReviewedNumbers: Sendable {
    package static let file = "reviewed.yaml"

    /// The value, as it is told, by the name of the number.
    package let values: [String: String]
    /// The clause, `document clause`, that a number was read against a second time, by the name of the number.
    package let readAgainst: [String: String]

    package init(values: [String: String], readAgainst: [String: String] = [:]) {
        self.values = values
        self.readAgainst = readAgainst
    }

    /// What names a clause whose words the packs do not hold: nobody can have read a number against it.
    package func unheld(in book: PolicyBook) -> [String] {
        var held: Set<String> = []
        for place in book.places {
            for document in ((try? book.documents(of: place)) ?? [:]).values {
                for case (let clause, .some) in document.clauses { held.insert(document.id + " " + clause) }
            }
        }
        return readAgainst.filter { !held.contains($0.value) }.keys.sorted().map {
            $0 + " is read against words that are not held"
        }
    }

    /// Reads the list of a folder: groups of `{why, read_against, numbers}`; the second is null where nothing was read.
    package static func load(folder: String) throws(PackErrors) -> ReviewedNumbers {
        var complaints = Complaints()
        var values: [String: String] = [:]
        var readAgainst: [String: String] = [:]
        for file in PackFolder.yaml(in: folder, &complaints) where file.path == ReviewedNumbers.file {
            let spot = Spot(file: file.path, key: "")
            guard let root = yamlRoot(file, in: "coverage", &complaints) else { continue }
            guard let groups = root.items else {
                complaints.add(spot, "is not a list of groups", at: root)
                continue
            }
            for (index, node) in groups.enumerated() {
                let place = spot.inner("[\(index)]")
                guard var table = YamlTable(node, at: place, &complaints) else { continue }
                _ = table.text("why", &complaints)
                let clause = table.optionalText("read_against", &complaints)
                let list = table.take("numbers")
                table.finish(&complaints)
                guard let list, var numbers = YamlTable(list, at: place, &complaints) else { continue }
                for name in numbers.names {
                    guard let value = numbers.take(name)?.plainText else { continue }
                    if let clause { readAgainst[name] = clause }
                    if values.updateValue(value, forKey: name) != nil {
                        complaints.add(Spot(file: file.path, key: name), "stands twice", at: node)
                    }
                }
            }
        }
        guard complaints.problems.isEmpty else { throw PackErrors(problems: complaints.problems) }
        return ReviewedNumbers(values: values, readAgainst: readAgainst)
    }
}

/// What finds the slips of a set of packs, and which slips nothing finds (变异结果).
package struct MutantTally: Sendable {
    package let byClause: Int
    package let byCase: Int
    package let byReview: Int
    /// The slips that nothing finds, each with how many cases rest on its key.
    package let alive: [(mutant: PolicyMutant, cases: Int)]
    /// What is wrong with the list: a number read otherwise, one that is found without it, one that is none.
    package let faults: [String]

    package var all: Int { byClause + byCase + byReview + alive.count }

    /// Lets each number of the book slip, and looks for it among clauses, cases and reviewed values.
    ///
    /// Only the cases whose answers rest on the key are asked again; they must come out as written beforehand.
    package init(
        of book: PolicyBook, cases: [PolicyCase], by questions: QuestionBook, reviewed: ReviewedNumbers,
        today: BusinessDay
    ) {
        var resting: [String: [PolicyCase]] = [:]
        for run in cases.map({ CaseRun($0, by: questions, under: book, today: today) }) {
            for key in run.keys { resting[key, default: []].append(run.tried) }
        }
        let mutants = book.mutants
        var (byClause, byReview) = (0, 0)
        var alive: [(mutant: PolicyMutant, cases: Int)] = []
        var faults = Set(reviewed.values.keys.map { $0 + " is no number of the packs" })
        faults.formUnion(reviewed.unheld(in: book))
        var needed: Set<String> = []
        for mutant in mutants {
            faults.remove(mutant.name + " is no number of the packs")
            let asked = resting[mutant.key] ?? []
            if mutant.isRefused {
                byClause += 1
                continue
            }
            let slipped = book.with(mutant)
            let isFound = asked.contains {
                !CaseRun($0, by: questions, under: slipped, today: today).faults.isEmpty
            }
            if isFound { continue }
            needed.insert(mutant.name)
            guard let value = reviewed.values[mutant.name] else {
                alive.append((mutant, asked.count))
                continue
            }
            byReview += 1
            let own = mutant.before.json.text ?? mutant.before.json.description
            if own != value { faults.insert("\(mutant.name) is \(own), and was reviewed as \(value)") }
        }
        let names = Set(mutants.map(\.name))
        for name in reviewed.values.keys where names.contains(name) && !needed.contains(name) {
            faults.insert(name + " is found without the list")
        }
        self.byClause = byClause
        self.byReview = byReview
        byCase = mutants.count - byClause - byReview - alive.count
        self.alive = alive
        self.faults = faults.sorted()
    }
}
