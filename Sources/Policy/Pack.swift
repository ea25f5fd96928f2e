package import Values

/// What a pack's rules are worth: a draft never binds; an interpretation says so beside every answer.
///
/// - Source: catalogue K19, CV-18
package enum PackStatus: String, Hashable, Sendable, Codable, CaseIterable {
    case binding, draft, interpretation
}

/// A pack as a result names it: its place, and the hash of its files.
package struct PackReference: Hashable, Sendable, Codable {
    package let id: String
    package let version: String
    package let status: PackStatus

    package init(id: String, version: String, status: PackStatus) {
        self.id = id
        self.version = version
        self.status = status
    }
}

/// One file of a pack, by its path inside the pack.
package struct PackFile: Hashable, Sendable, Codable {
    package let path: String
    package let text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// A version of a pack as it is published: all its files, and the hash over them.
///
/// Cases and held texts are left out: they prove a pack and do not change what it says.
package struct Published: Hashable, Sendable, Codable {
    package let packID: String
    package let version: String
    package let status: PackStatus
    package let parent: String?
    package let files: [PackFile]

    package init(packID: String, version: String, status: PackStatus, parent: String?, files: [PackFile]) {
        self.packID = packID
        self.version = version
        self.status = status
        self.parent = parent
        self.files = files
    }
}

/// How well a document is known: read, quoted by others, remembered, or not found.
package enum Evidence: String, Hashable, Sendable, CaseIterable {
    case seen
    case secondHand = "second_hand"
    case recalled
    case missing
}

/// A document that rules come from, with the clauses that are cited.
package struct Document: Hashable, Sendable {
    package let id: String
    package let number: String?
    package let title: String
    package let issued: BusinessDay?
    package let inForce: BusinessDay?
    package let until: BusinessDay?
    /// SHA-256 of the text that was read, in hexadecimal; nil where the text is not held.
    package let sha256: String?
    package let evidence: Evidence
    /// The clauses by name, verbatim; nil where a clause is cited whose words are not held.
    package let clauses: [String: String?]

    /// How a citation names it: by its number, else by its title.
    package var name: String { number ?? "《\(title)》" }
}

/// A pack after reading: its documents and its keys.
struct Pack: Sendable {
    let id: String
    let short: String
    let name: Words
    let parent: String?
    /// Division codes of the places without a pack of their own that this pack's documents name.
    let covers: [String]
    let status: PackStatus
    let lastChecked: BusinessDay
    let version: String
    let documents: [String: Document]
    private(set) var keys: [String: KeyRule]
    let calendar: WorkCalendar?

    func replacing(_ rule: KeyRule, under key: String) -> Pack {
        var copy = self
        copy.keys[key] = rule
        return copy
    }

    /// True where the pack's rules are those of the place: its own, or one that it covers.
    func answers(for place: String) -> Bool { id == place || covers.contains(place) }

    var reference: PackReference { PackReference(id: id, version: version, status: status) }
}

/// What one pack says about one key, period by period.
struct KeyRule: Sendable {
    let file: String
    let line: Int?
    /// Nil where the pack only inherits or waits for a source.
    let kind: ValueKind?
    let periods: [Period]

    struct Period: Sendable {
        let from: BusinessDay?
        /// The last day in force.
        let to: BusinessDay?
        let content: Content
        /// How the pack says that it stands to the texts above and beside it; nil where it says nothing.
        let relation: Reason.Relation?

        func holds(on day: BusinessDay) -> Bool {
            if let from, day < from { return false }
            if let to, to < day { return false }
            return true
        }
    }

    enum Content: Sendable {
        case value(PolicyValue, Citation)
        case inherit
        case needsSource(document: String, Citation)
    }

    /// The clause of the first period after a day, else of the last: what speaks of the key where nothing holds.
    func citation(near day: BusinessDay) -> Citation? {
        let ordered = periods.sorted { ($0.from?.daysSince2000 ?? .min) < ($1.from?.daysSince2000 ?? .min) }
        let near = ordered.first { ($0.from?.daysSince2000 ?? .min) > day.daysSince2000 } ?? ordered.last
        guard case .value(_, let citation)? = near?.content else { return nil }
        return citation
    }

    /// The first day that it speaks of; nil where it has none.
    var first: BusinessDay? {
        periods.contains { $0.from == nil } ? nil : periods.compactMap(\.from).min()
    }

    /// The last day that it speaks of; nil where it has none.
    var last: BusinessDay? {
        periods.contains { $0.to == nil } ? nil : periods.compactMap(\.to).max()
    }

    var onlyInherits: Bool {
        periods.allSatisfy { period in
            if case .inherit = period.content { period.from == nil && period.to == nil } else { false }
        }
    }

    var inherits: Bool {
        periods.contains { period in
            if case .inherit = period.content { true } else { false }
        }
    }
}
